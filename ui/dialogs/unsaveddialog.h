// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/consoledialog.h"

namespace odc {

/// Asks what becomes of changes that closing would lose: accepted() after one of the two signals, rejected() to go on
/// editing.
class UnsavedDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    /// `names`: what has changes, as people call it.
    UnsavedDialog(const Theme &theme, const QStringList &names, QWidget *parent);

Q_SIGNALS:
    void saveChosen();
    void discardChosen();
};

} // namespace odc

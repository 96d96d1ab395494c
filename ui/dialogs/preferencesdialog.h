// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/shellcontext.h"
#include "ui/dialogs/consoledialog.h"

namespace odc {

/// The settings of the program; each takes effect at once.
class PreferencesDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    PreferencesDialog(const ShellContext &context, QWidget *parent);
};

} // namespace odc

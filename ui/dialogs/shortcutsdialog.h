// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/consoledialog.h"

namespace odc {

class ActionCollection;

/// Every command with its shortcut.
class ShortcutsDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    ShortcutsDialog(const Theme &theme, const QList<const ActionCollection *> &collections, QWidget *parent);
};

} // namespace odc

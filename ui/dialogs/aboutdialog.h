// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/consoledialog.h"

namespace odc {

/// What this program is, its version and licence.
class AboutDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    AboutDialog(const Theme &theme, QWidget *parent);
};

} // namespace odc

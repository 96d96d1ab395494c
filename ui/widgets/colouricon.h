// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace odc {

/// The small bar of a profile's colour, for lists and menus; the same colour when its row is selected.
QIcon colourIcon(const QColor &colour);

} // namespace odc

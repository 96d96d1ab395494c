// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QStringList>

namespace odc {

/// Moves some of a line by so many places, towards its beginning when negative; INT_MIN and INT_MAX: to its ends. They keep
/// their order among each other, and none goes past the end. Pure.
void moveInLine(QStringList &line, const QSet<QString> &moved, int places);

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace odc {

/// Shows the file in the desktop's file manager, selected where that is possible. False when nothing could be started.
bool revealFile(const QString &path);

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QMimeData;

namespace odc {

/// Local files and folders of a drop or the clipboard; empty when it holds none. `mime` may be null.
QStringList localPaths(const QMimeData *mime);

} // namespace odc

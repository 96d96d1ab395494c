// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace odc {

/// A file name from the server made harmless for this machine: no folders, no control characters, no names a file
/// system reserves, at most 200 bytes of UTF-8 with its suffix kept. Never empty.
QString safeFileName(const QString &name);

/// The first of "name.ext", "name (2).ext", ... that neither exists in `folder` nor is in `taken` (full paths).
QString freePath(const QString &folder, const QString &name, const QSet<QString> &taken);

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace odc {

/// A file name from the server made harmless for this machine: no folders, no control characters, no names a file
/// system reserves, at most 200 bytes of UTF-8 with its suffix kept. Never empty.
QString safeFileName(const QString &name);

/// "name.ext" for 1, "name (2).ext" for 2 and so on.
QString numberedName(const QString &name, int number);

/// True when nothing stands at `path`, no download of that name has begun, and it is not in `taken` (full paths).
bool isFreePath(const QString &path, const QSet<QString> &taken);

/// The first free one of "name.ext", "name (2).ext", ... in `folder`. `next`, if given, is the number to begin with, and
/// then the one after the result: whoever keeps it for each name does not ask the disk again for all those before.
QString freePath(const QString &folder, const QString &name, const QSet<QString> &taken, int *next = nullptr);

} // namespace odc

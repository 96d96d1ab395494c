// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace odc {

/// Whether a path of the API ends with this id, encoded there or not. Nearly all ids need no encoding, and ten thousand
/// deletions ask.
inline bool endsWithId(const QString &path, const QString &id)
{
    const qsizetype before = path.size() - id.size() - 1;
    if (before >= 0 && path.at(before) == u'/' && path.endsWith(id))
        return true;
    return QUrl::fromPercentEncoding(path.section(u'/', -1).toUtf8()) == id;
}

} // namespace odc

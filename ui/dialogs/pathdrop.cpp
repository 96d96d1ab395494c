// SPDX-License-Identifier: GPL-3.0-or-later
#include "pathdrop.h"

#include <QMimeData>
#include <QUrl>

namespace odc {

QStringList localPaths(const QMimeData *mime)
{
    QStringList paths;
    if (!mime || !mime->hasUrls())
        return paths;
    const QList<QUrl> urls = mime->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

} // namespace odc

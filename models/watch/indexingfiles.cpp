// SPDX-License-Identifier: GPL-3.0-or-later
#include "watch/indexingfiles.h"

#include "index/indexedobject.h"

#include <QSet>

namespace odc {

void IndexingFiles::saw(const IndexedObject &file, bool gone)
{
    if (!gone && !file.isFinished())
        m_stores[file.parentId].insert(file.key(), file.createdAt);
    else if (const auto store = m_stores.find(file.parentId); store != m_stores.end())
        store->remove(file.key());
}

void IndexingFiles::only(const QString &storeId, const QStringList &fileIds)
{
    QSet<QString> keys;
    for (const QString &id : fileIds)
        keys.insert(storeFileKey(storeId, id));
    if (const auto store = m_stores.find(storeId); store != m_stores.end())
        store->removeIf([&keys](const auto &file) { return !keys.contains(file.key()); });
}

qint64 IndexingFiles::oldestOf(const QString &storeId) const
{
    qint64 oldest = 0;
    const QHash<QString, qint64> files = m_stores.value(storeId);
    for (const qint64 since : files) {
        if (since > 0 && (oldest == 0 || since < oldest))
            oldest = since;
    }
    return oldest;
}

} // namespace odc

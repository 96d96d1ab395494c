// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace odc {

struct IndexedObject;

/// The files that vector stores are indexing, and since when. Times are unix seconds. Also those that an earlier run left:
/// whether they are still indexed nobody knows before their store is looked into. A plain value.
class IndexingFiles
{
public:
    void clear() { m_stores.clear(); }
    /// A file of a store as it is now, or was before it went.
    void saw(const IndexedObject &file, bool gone);
    /// These are all of the store that are being indexed: the others have ended, unseen.
    void only(const QString &storeId, const QStringList &fileIds);
    void forget(const QString &storeId) { m_stores.remove(storeId); }

    /// Keys, in no order.
    QStringList of(const QString &storeId) const { return m_stores.value(storeId).keys(); }
    /// Since when the one that takes longest has been there; 0: nobody knows of one.
    qint64 oldestOf(const QString &storeId) const;

private:
    QHash<QString, QHash<QString, qint64>> m_stores; ///< by store, of each file by its key
};

} // namespace odc

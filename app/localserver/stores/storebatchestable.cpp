// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/stores/storebatchestable.h"

#include "localserver/apifault.h"
#include "localserver/ids.h"

#include <QJsonDocument>
#include <QMap>

using namespace Qt::StringLiterals;

namespace odc::server {

StoreBatchesTable::StoreBatchesTable(const Storage &storage, const StoreFilesTable &files,
                                     const ServerClock &clock)
    : m_storage(storage), m_files(files), m_clock(clock), m_batches(storage, "vector_store_batches"_L1)
{
}

QString StoreBatchesTable::add(const QString &storeId, const QList<AttachWish> &wishes,
                               const QString &param) const
{
    m_files.attach(storeId, wishes, param);
    const QString id = newId("vsfb_"_L1);
    // The status is that which it was given: "cancelled", or empty.
    m_batches.insert({rowOf(storeId, {{u"id"_s, id},
                                      {u"object"_s, u"vector_store.files_batch"_s},
                                      {u"created_at"_s, m_clock.now()},
                                      {u"vector_store_id"_s, storeId}})});
    for (const AttachWish &wish : wishes)
        m_storage.run(u"INSERT OR IGNORE INTO vector_store_members (batch_id, file_id, store_id) "
                      "VALUES (?, ?, ?)"_s,
                      {id, wish.fileId, storeId});
    return id;
}

QJsonObject StoreBatchesTable::stored(const QString &storeId, const QString &id) const
{
    const std::optional<QByteArray> object = m_batches.find(storeId, id);
    if (object)
        return QJsonDocument::fromJson(*object).object();
    m_files.stores().require(storeId);
    throw ApiFault::notFound(u"No file batch found with id '%1' in vector store '%2'."_s.arg(id, storeId),
                             u"batch_id"_s);
}

QJsonObject StoreBatchesTable::batch(const QString &storeId, const QString &id) const
{
    QJsonObject object = stored(storeId, id);
    QSqlQuery query = m_storage.run(
        u"SELECT f.status, count(*) FROM vector_store_members m JOIN vector_store_files f "
        "ON f.parent = m.store_id AND f.id = m.file_id WHERE m.batch_id = ? GROUP BY f.status"_s,
        {id});
    QMap<QString, qint64> counts;
    qint64 total = 0;
    while (query.next()) {
        counts[query.value(0).toString()] = query.value(1).toLongLong();
        total += query.value(1).toLongLong();
    }
    QJsonObject shown{{u"total"_s, total}};
    for (const QString &status : {u"in_progress"_s, u"completed"_s, u"failed"_s, u"cancelled"_s})
        shown[status] = counts.value(status);
    object[u"file_counts"_s] = shown;
    if (object.value(u"status"_s).toString().isEmpty())
        object[u"status"_s] = counts.value(u"in_progress"_s) > 0                ? u"in_progress"_s
                              : total > 0 && counts.value(u"failed"_s) == total ? u"failed"_s
                                                                                : u"completed"_s;
    return object;
}

void StoreBatchesTable::cancel(const QString &storeId, const QString &id) const
{
    const QString status = batch(storeId, id)[u"status"_s].toString();
    if (status != "in_progress"_L1)
        return;
    QSqlQuery query = m_storage.run(u"SELECT file_id FROM vector_store_members WHERE batch_id = ?"_s, {id});
    QStringList members;
    while (query.next())
        members.append(query.value(0).toString());
    query.finish();
    m_files.cancel(storeId, members);
    QJsonObject object = stored(storeId, id);
    object[u"status"_s] = u"cancelled"_s;
    m_batches.update(rowOf(storeId, object));
}

} // namespace odc::server

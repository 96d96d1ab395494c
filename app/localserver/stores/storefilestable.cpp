// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/stores/storefilestable.h"

#include "localserver/apifault.h"

#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

const auto inProgress = u"in_progress"_s;

QJsonObject parsed(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

QJsonObject lastError(const QString &code, const QString &message)
{
    return {{u"code"_s, code}, {u"message"_s, message}};
}

QString statusOf(const QJsonObject &file)
{
    return file[u"status"_s].toString();
}

qint64 usageOf(const QJsonObject &file)
{
    return file[u"usage_bytes"_s].toInteger();
}

} // namespace

StoreFilesTable::StoreFilesTable(const Storage &storage, const StoresTable &stores, const FilesTable &files,
                                 const ServerClock &clock)
    : m_storage(storage), m_stores(stores), m_files(files), m_clock(clock),
      m_rows(storage, "vector_store_files"_L1)
{
}

void StoreFilesTable::update(const QString &storeId, const QJsonObject &file) const
{
    ObjectTable::Row row = rowOf(storeId, file);
    row.updatedAt = m_clock.now();
    m_rows.update(row);
}

void StoreFilesTable::addWork(const QString &storeId, const QString &fileId, bool again) const
{
    m_storage.run(u"INSERT OR REPLACE INTO vector_store_work (store_id, file_id, again) VALUES (?, ?, ?)"_s,
                  {storeId, fileId, again ? 1 : 0});
}

void StoreFilesTable::attach(const QString &storeId, const QList<AttachWish> &wishes,
                             const QString &param) const
{
    m_stores.requireAlive(storeId, u"Files cannot be added to it"_s);
    put(storeId, wishes, param, m_clock.now());
    m_stores.touch(storeId);
}

void StoreFilesTable::attachAt(const QString &storeId, const QList<AttachWish> &wishes, qint64 at) const
{
    put(storeId, wishes, u"file_ids"_s, at);
}

void StoreFilesTable::put(const QString &storeId, const QList<AttachWish> &wishes, const QString &param,
                          qint64 at) const
{
    QList<ObjectTable::Row> rows;
    QSet<QString> seen;
    for (const AttachWish &wish : wishes) {
        if (!m_files.text(wish.fileId))
            throw ApiFault::notFound(u"No such File object: %1"_s.arg(wish.fileId), param);
        if (seen.contains(wish.fileId))
            continue;
        seen.insert(wish.fileId);
        if (const std::optional<QByteArray> known = m_rows.find(storeId, wish.fileId)) {
            attachAgain(storeId, parsed(*known), wish);
            continue;
        }
        rows.append(
            rowOf(storeId, {{u"id"_s, wish.fileId},
                            {u"object"_s, u"vector_store.file"_s},
                            {u"usage_bytes"_s, 0},
                            {u"created_at"_s, at},
                            {u"vector_store_id"_s, storeId},
                            {u"status"_s, inProgress},
                            {u"last_error"_s, QJsonValue::Null},
                            {u"chunking_strategy"_s, wish.chunking.value_or(ChunkingStrategy()).toJson()},
                            {u"attributes"_s, wish.attributes.value_or(QJsonObject())}}));
    }
    m_rows.insert(rows);
    for (const ObjectTable::Row &row : rows)
        addWork(storeId, row.id, false);
    m_stores.count(storeId, {}, inProgress, rows.size(), 0);
}

void StoreFilesTable::attachAgain(const QString &storeId, QJsonObject file, const AttachWish &wish) const
{
    const QString status = statusOf(file);
    const qint64 usage = usageOf(file);
    const ChunkingStrategy before = storedChunkingStrategy(file.value(u"chunking_strategy"_s).toObject());
    const ChunkingStrategy chunking = wish.chunking.value_or(before);
    const bool ended = status != inProgress;
    const bool again = ended && (status != "completed"_L1 || chunking != before);
    if (wish.attributes)
        file[u"attributes"_s] = *wish.attributes;
    if (wish.chunking)
        file[u"chunking_strategy"_s] = chunking.toJson();
    if (again) {
        file[u"status"_s] = inProgress;
        file[u"last_error"_s] = QJsonValue::Null;
        file[u"usage_bytes"_s] = 0;
        m_stores.index().remove(storeId, wish.fileId);
        m_stores.count(storeId, status, inProgress, 1, -usage);
        addWork(storeId, wish.fileId, status != "completed"_L1);
    }
    update(storeId, file);
}

QByteArray StoreFilesTable::file(const QString &storeId, const QString &fileId) const
{
    const std::optional<QByteArray> object = m_rows.find(storeId, fileId);
    if (object)
        return *object;
    m_stores.require(storeId);
    throw ApiFault::notFound(u"No file found with id '%1' in vector store '%2'."_s.arg(fileId, storeId),
                             u"file_id"_s);
}

Page StoreFilesTable::page(const PageRequest &request, const QString &storeId, const QString &status,
                           const QString &batchId) const
{
    ObjectTable::Selection selection{storeId, status.isEmpty() ? QStringList() : QStringList{status}};
    if (!batchId.isEmpty()) {
        selection.where = u"id IN (SELECT file_id FROM vector_store_members WHERE batch_id = ?)"_s;
        selection.value = batchId;
    }
    return m_rows.page(request, selection);
}

void StoreFilesTable::setAttributes(const QString &storeId, const QString &fileId,
                                    const QJsonObject &attributes) const
{
    QJsonObject object = parsed(file(storeId, fileId));
    object[u"attributes"_s] = attributes;
    update(storeId, object);
}

void StoreFilesTable::detach(const QString &storeId, const QString &fileId) const
{
    const QJsonObject object = parsed(file(storeId, fileId));
    m_rows.remove(storeId, fileId);
    m_stores.index().remove(storeId, fileId);
    for (const QLatin1String table :
         {"vector_store_work"_L1, "vector_store_members"_L1, "vector_store_pages"_L1})
        m_storage.run(u"DELETE FROM %1 WHERE store_id = ? AND file_id = ?"_s.arg(table), {storeId, fileId});
    m_stores.count(storeId, statusOf(object), {}, 1, -usageOf(object));
}

QStringList StoreFilesTable::storesWith(const QString &fileId) const
{
    QSqlQuery query = m_storage.run(u"SELECT parent FROM vector_store_files WHERE id = ? "
                                    "AND parent IN (SELECT store_id FROM vector_store_state)"_s,
                                    {fileId});
    QStringList ids;
    while (query.next())
        ids.append(query.value(0).toString());
    return ids;
}

void StoreFilesTable::detachEverywhere(const QString &fileId) const
{
    const QStringList stores = storesWith(fileId);
    for (const QString &store : stores)
        detach(store, fileId);
}

void StoreFilesTable::cancel(const QString &storeId, const QStringList &fileIds) const
{
    qint64 cancelled = 0;
    for (const QString &fileId : fileIds) {
        const QSqlQuery work = m_storage.run(
            u"DELETE FROM vector_store_work WHERE store_id = ? AND file_id = ?"_s, {storeId, fileId});
        if (work.numRowsAffected() != 1)
            continue;
        QJsonObject object = parsed(file(storeId, fileId));
        object[u"status"_s] = u"cancelled"_s;
        update(storeId, object);
        ++cancelled;
    }
    m_stores.count(storeId, inProgress, u"cancelled"_s, cancelled, 0);
}

void StoreFilesTable::settle() const
{
    if (m_storage.isReadOnly())
        return;
    const auto goneFiles = [this] {
        // In that order: hardly any file has expired, and many may be in stores.
        QSqlQuery query = m_storage.run(u"SELECT DISTINCT v.id FROM files f CROSS JOIN vector_store_files v "
                                        "WHERE v.id = f.id AND f.expires_at <= ? "
                                        "AND v.parent IN (SELECT store_id FROM vector_store_state)"_s,
                                        {m_clock.now()});
        QStringList ids;
        while (query.next())
            ids.append(query.value(0).toString());
        return ids;
    };
    if (m_stores.overdue().isEmpty() && goneFiles().isEmpty())
        return;
    Transaction transaction(m_storage);
    const QStringList overdue = m_stores.overdue();
    for (const QString &storeId : overdue) {
        QStringList open;
        for (const StoreJob &job : jobsOf(storeId))
            open.append(job.fileId);
        cancel(storeId, open);
        QSqlQuery files = m_storage.run(
            u"SELECT CAST(object AS BLOB) FROM vector_store_files WHERE parent = ? AND status = 'completed'"_s,
            {storeId});
        QList<QJsonObject> indexed;
        while (files.next())
            indexed.append(parsed(files.value(0).toByteArray()));
        files.finish();
        qint64 bytes = 0;
        for (QJsonObject &each : indexed) {
            bytes += usageOf(each);
            each[u"usage_bytes"_s] = 0;
            update(storeId, each);
        }
        m_stores.count(storeId, {}, {}, 0, -bytes);
        m_stores.expire(storeId);
    }
    const QStringList gone = goneFiles();
    for (const QString &fileId : gone)
        detachEverywhere(fileId);
    transaction.commit();
}

QJsonObject StoreFilesTable::attributes(const QString &storeId, const QString &fileId) const
{
    return parsed(m_rows.find(storeId, fileId).value_or(QByteArray()))[u"attributes"_s].toObject();
}

QString StoreFilesTable::filename(const QString &fileId) const
{
    return m_files.find(fileId).value_or(QJsonObject())[u"filename"_s].toString();
}

QList<StoreJob> StoreFilesTable::jobsWhere(const QString &condition, const QVariantList &values) const
{
    QSqlQuery query = m_storage.run(
        u"SELECT seq, store_id, file_id, again FROM vector_store_work WHERE "_s + condition, values);
    QList<StoreJob> jobs;
    while (query.next())
        jobs.append({query.value(0).toLongLong(), query.value(1).toString(), query.value(2).toString(),
                     query.value(3).toInt() != 0});
    return jobs;
}

QList<StoreJob> StoreFilesTable::jobs(qint64 behind, int atMost) const
{
    return jobsWhere(u"seq > ? ORDER BY seq LIMIT ?"_s, {behind, atMost});
}

QList<StoreJob> StoreFilesTable::jobsOf(const QString &storeId) const
{
    return jobsWhere(u"store_id = ? ORDER BY seq"_s, {storeId});
}

bool StoreFilesTable::isWanted(const StoreJob &job) const
{
    return m_storage.run(u"SELECT 1 FROM vector_store_work WHERE seq = ?"_s, {job.seq}).next();
}

std::optional<ChunkingStrategy> StoreFilesTable::chunking(const StoreJob &job) const
{
    const std::optional<QByteArray> object = m_rows.find(job.storeId, job.fileId);
    if (!object)
        return std::nullopt;
    return storedChunkingStrategy(parsed(*object)[u"chunking_strategy"_s].toObject());
}

void StoreFilesTable::finish(const StoreJob &job, const StoreOutcome &outcome) const
{
    const QSqlQuery work = m_storage.run(u"DELETE FROM vector_store_work WHERE seq = ?"_s, {job.seq});
    if (work.numRowsAffected() != 1)
        return; // it was cancelled, taken out, or attached once more
    QJsonObject object = parsed(file(job.storeId, job.fileId));
    qint64 bytes = 0;
    if (outcome.fault)
        object[u"last_error"_s] = lastError(outcome.fault->code, outcome.fault->message);
    else
        bytes = m_stores.index().put(job.storeId, job.fileId, outcome.chunks);
    object[u"status"_s] = outcome.fault ? u"failed"_s : u"completed"_s;
    object[u"usage_bytes"_s] = bytes;
    update(job.storeId, object);
    m_stores.count(job.storeId, inProgress, statusOf(object), 1, bytes);
}

std::optional<QByteArray> StoreFilesTable::archivedPage(const QString &storeId, const QString &fileId) const
{
    QSqlQuery query = m_storage.run(
        u"SELECT CAST(page AS BLOB) FROM vector_store_pages WHERE store_id = ? AND file_id = ?"_s,
        {storeId, fileId});
    if (!query.next())
        return std::nullopt;
    return query.value(0).toByteArray();
}

void StoreFilesTable::putArchivedPage(const QString &storeId, const QString &fileId, const QByteArray &page,
                                      const QStringList &texts) const
{
    m_storage.run(u"INSERT OR REPLACE INTO vector_store_pages (store_id, file_id, page) "
                  "VALUES (?, ?, CAST(? AS TEXT))"_s,
                  {storeId, fileId, page});
    m_stores.index().put(storeId, fileId, texts);
}

void StoreFilesTable::adoptForeign() const
{
    const QStringList foreign = m_stores.foreign();
    if (foreign.isEmpty())
        return;
    Transaction transaction(m_storage);
    for (const QString &storeId : foreign) {
        m_stores.adopt(storeId);
        QSqlQuery query = m_storage.run(
            u"SELECT id, CAST(object AS BLOB) FROM vector_store_files WHERE parent = ?"_s, {storeId});
        QList<std::pair<QString, QJsonObject>> files;
        while (query.next())
            files.append({query.value(0).toString(), parsed(query.value(1).toByteArray())});
        query.finish();
        static const QStringList ends{u"completed"_s, u"failed"_s, u"cancelled"_s};
        for (auto &[id, file] : files) {
            if (!ends.contains(statusOf(file))) {
                file[u"last_error"_s] =
                    lastError(u"server_error"_s, u"The file was not ready ('%1') when it was archived. "
                                                 "Attach it once more."_s.arg(statusOf(file)));
                file[u"status"_s] = u"failed"_s;
                file[u"id"_s] = id;
                update(storeId, file);
            }
            m_stores.count(storeId, {}, statusOf(file), 1, usageOf(file));
        }
    }
    transaction.commit();
}

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/batches/batchestable.h"

#include "localserver/apifault.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

const QStringList &openStates()
{
    static const QStringList states{u"validating"_s, u"in_progress"_s, u"finalizing"_s, u"cancelling"_s};
    return states;
}

QJsonObject parsed(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

QVariant orNull(const std::optional<qint64> &value)
{
    return value ? QVariant(*value) : QVariant();
}

} // namespace

bool isEndOfBatch(const QString &status)
{
    return !openStates().contains(status);
}

QJsonObject batchError(const QString &code, const QString &message, const QString &param, qint64 line)
{
    return {{u"code"_s, code},
            {u"message"_s, message},
            {u"param"_s, param.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(param)},
            {u"line"_s, line > 0 ? QJsonValue(line) : QJsonValue(QJsonValue::Null)}};
}

QJsonObject batchErrors(const QJsonArray &data)
{
    return {{u"object"_s, u"list"_s}, {u"data"_s, data}};
}

BatchesTable::BatchesTable(const Storage &storage, const FilesTable &files, const ServerClock &clock)
    : m_storage(storage), m_files(files), m_clock(clock), m_batches(storage, "batches"_L1)
{
}

QStringList BatchesTable::schema()
{
    // batch_work names the batches that were begun by this server, and what it needs to go on with them. One
    // that came with an archive is not among them, whatever its status says.
    return ObjectTable::schema("batches"_L1, {ObjectTable::Order::Created}) +
           QStringList{
               u"CREATE TABLE batch_work (seq INTEGER PRIMARY KEY AUTOINCREMENT, "
               "batch_id TEXT NOT NULL UNIQUE, position INTEGER NOT NULL, output_id TEXT NOT NULL, "
               "output_bytes INTEGER NOT NULL, error_id TEXT NOT NULL, error_bytes INTEGER NOT NULL, "
               "lifetime INTEGER, pace_ms INTEGER NOT NULL)"_s,
               u"CREATE TABLE batch_waiting (batch_id TEXT NOT NULL, line INTEGER NOT NULL, "
               "PRIMARY KEY (batch_id, line)) WITHOUT ROWID"_s,
           };
}

QByteArray BatchesTable::batch(const QString &id) const
{
    const std::optional<QByteArray> object = m_batches.find({}, id);
    if (!object)
        throw ApiFault::notFound(u"No batch found with id '%1'."_s.arg(id), u"batch_id"_s);
    return *object;
}

void BatchesTable::add(const QJsonObject &object, const BatchProgress &progress) const
{
    Transaction transaction(m_storage);
    addToWork(object, progress);
    transaction.commit();
}

void BatchesTable::addToWork(const QJsonObject &object, const BatchProgress &progress) const
{
    m_batches.insert({rowOf({}, object)});
    m_storage.run(u"INSERT INTO batch_work (batch_id, position, output_id, output_bytes, error_id, "
                  "error_bytes, lifetime, pace_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                  {object[u"id"_s].toString(), progress.position, progress.outputId, progress.outputBytes,
                   progress.errorId, progress.errorBytes, orNull(progress.lifetime), progress.paceMs});
}

bool BatchesTable::store(const QJsonObject &batch, const QString &was) const
{
    ObjectTable::Row row = rowOf({}, batch);
    row.updatedAt = m_clock.now();
    return m_batches.update(row, {was});
}

QJsonObject BatchesTable::cancel(const QString &id) const
{
    Transaction transaction(m_storage);
    QJsonObject object = parsed(batch(id));
    const QString status = object[u"status"_s].toString();
    // The answer to a cancel may be lost: asked once more, it says the same.
    if (status == "cancelling"_L1)
        return object;
    if (isEndOfBatch(status))
        throw ApiFault::badRequest(u"Cannot cancel a batch with status '%1'."_s.arg(status), u"batch_id"_s,
                                   u"batch_not_cancellable"_s);
    object[u"status"_s] = u"cancelling"_s;
    object[u"cancelling_at"_s] = m_clock.now();
    store(object, status);
    transaction.commit();
    return object;
}

std::optional<BatchProgress> BatchesTable::progress(const QString &id) const
{
    QSqlQuery query = m_storage.run(u"SELECT position, output_id, output_bytes, error_id, error_bytes, "
                                    "lifetime, pace_ms FROM batch_work WHERE batch_id = ?"_s,
                                    {id});
    if (!query.next())
        return std::nullopt;
    BatchProgress progress;
    progress.position = query.value(0).toLongLong();
    progress.outputId = query.value(1).toString();
    progress.outputBytes = query.value(2).toLongLong();
    progress.errorId = query.value(3).toString();
    progress.errorBytes = query.value(4).toLongLong();
    if (!query.value(5).isNull())
        progress.lifetime = query.value(5).toLongLong();
    progress.paceMs = query.value(6).toLongLong();
    return progress;
}

QList<qint64> BatchesTable::waiting(const QString &id) const
{
    QSqlQuery query =
        m_storage.run(u"SELECT line FROM batch_waiting WHERE batch_id = ? ORDER BY line"_s, {id});
    QList<qint64> lines;
    while (query.next())
        lines.append(query.value(0).toLongLong());
    return lines;
}

bool BatchesTable::advance(const QJsonObject &batch, const QString &was, const BatchProgress &progress,
                           const QList<qint64> &nowWaiting) const
{
    const QString id = batch[u"id"_s].toString();
    Transaction transaction(m_storage);
    if (!store(batch, was))
        return false;
    m_storage.run(u"UPDATE batch_work SET position = ?, output_bytes = ?, error_bytes = ? "
                  "WHERE batch_id = ?"_s,
                  {progress.position, progress.outputBytes, progress.errorBytes, id});
    for (const qint64 line : nowWaiting)
        m_storage.run(u"INSERT OR IGNORE INTO batch_waiting (batch_id, line) VALUES (?, ?)"_s, {id, line});
    transaction.commit();
    return true;
}

bool BatchesTable::finish(const QJsonObject &batch, const QString &was, const QList<FileRecord> &files) const
{
    const QString id = batch[u"id"_s].toString();
    Transaction transaction(m_storage);
    if (!store(batch, was))
        return false;
    for (const FileRecord &file : files)
        m_files.insert(file);
    m_storage.run(u"DELETE FROM batch_work WHERE batch_id = ?"_s, {id});
    m_storage.run(u"DELETE FROM batch_waiting WHERE batch_id = ?"_s, {id});
    transaction.commit();
    return true;
}

QStringList BatchesTable::unfinished() const
{
    QSqlQuery query = m_storage.run(u"SELECT batch_id FROM batch_work ORDER BY seq"_s);
    QStringList ids;
    while (query.next())
        ids.append(query.value(0).toString());
    return ids;
}

void BatchesTable::failForeign() const
{
    const QStringList ours = unfinished();
    Transaction transaction(m_storage);
    for (const ObjectTable::Row &row : m_batches.withStatus(openStates())) {
        if (ours.contains(row.id))
            continue;
        QJsonObject object = parsed(row.object);
        object[u"errors"_s] = batchErrors({batchError(
            u"batch_interrupted"_s, u"The batch had not ended ('%1') when it was archived. Nobody works on "
                                    "this copy of it."_s.arg(row.status))});
        object[u"status"_s] = u"failed"_s;
        object[u"failed_at"_s] = m_clock.now();
        store(object, row.status);
    }
    transaction.commit();
}

QSet<QString> BatchesTable::blobs() const
{
    QSet<QString> all;
    QSqlQuery query = m_storage.run(u"SELECT output_id, error_id FROM batch_work"_s);
    while (query.next()) {
        all.insert(query.value(0).toString());
        all.insert(query.value(1).toString());
    }
    return all;
}

} // namespace odc::server

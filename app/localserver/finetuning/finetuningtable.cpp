// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/finetuning/finetuningtable.h"

#include "localserver/apifault.h"
#include "localserver/ids.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr auto jobsName = "fine_tuning_jobs"_L1;
constexpr auto eventsName = "fine_tuning_events"_L1;
constexpr auto checkpointsName = "fine_tuning_checkpoints"_L1;
constexpr auto permissionsName = "checkpoint_permissions"_L1;

const QStringList &openStates()
{
    static const QStringList states{u"validating_files"_s, u"queued"_s, u"running"_s, u"paused"_s};
    return states;
}

QJsonObject parsed(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

/** A pair of metadata in one text; no key has that character in it. */
QString pairOf(const QString &key, const QString &value)
{
    return key + QChar(u'\x1f') + value;
}

QJsonObject modelObject(const QString &id, qint64 createdAt)
{
    return {{u"id"_s, id},
            {u"object"_s, u"model"_s},
            {u"created"_s, createdAt},
            {u"owned_by"_s, u"org-local"_s},
            {u"shutdown_date"_s, QJsonValue::Null}};
}

} // namespace

bool isEndOfJob(const QString &status)
{
    return !openStates().contains(status);
}

ObjectTable::Row jobEvent(const QString &jobId, qint64 at, const QString &level, const QString &message)
{
    return rowOf(jobId, {{u"object"_s, u"fine_tuning.job.event"_s},
                         {u"id"_s, newId("ftevent-"_L1)},
                         {u"created_at"_s, at},
                         {u"level"_s, level},
                         {u"message"_s, message},
                         {u"type"_s, u"message"_s},
                         {u"data"_s, QJsonObject()}});
}

QJsonObject jobError(const QString &code, const QString &message, const QString &param)
{
    return {{u"code"_s, code},
            {u"message"_s, message},
            {u"param"_s, param.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(param)}};
}

FineTuningTable::FineTuningTable(const Storage &storage, const FilesTable &files, const ServerClock &clock)
    : m_storage(storage), m_files(files), m_clock(clock), m_jobs(storage, jobsName),
      m_events(storage, eventsName), m_checkpoints(storage, checkpointsName),
      m_permissions(storage, permissionsName)
{
}

QStringList FineTuningTable::schema()
{
    // fine_tuning_work names the jobs that were begun by this server, and what it needs to go on with them.
    // One that came with an archive is not among them, whatever its status says. A model that was deleted
    // stays, so that its job does not bring it back.
    const QList<ObjectTable::Order> created{ObjectTable::Order::Created};
    return ObjectTable::schema(jobsName, created) + ObjectTable::schema(eventsName, created) +
           ObjectTable::schema(checkpointsName, created) + ObjectTable::schema(permissionsName, created) +
           QStringList{
               u"CREATE TABLE fine_tuning_work (seq INTEGER PRIMARY KEY AUTOINCREMENT, "
               "job_id TEXT NOT NULL UNIQUE, plan TEXT NOT NULL, step INTEGER NOT NULL, "
               "result_id TEXT NOT NULL)"_s,
               u"CREATE TABLE fine_tuning_metadata (pair TEXT NOT NULL, job_id TEXT NOT NULL, "
               "PRIMARY KEY (pair, job_id)) WITHOUT ROWID"_s,
               u"CREATE INDEX fine_tuning_metadata_job ON fine_tuning_metadata (job_id)"_s,
               u"CREATE TABLE fine_tuning_models (seq INTEGER PRIMARY KEY AUTOINCREMENT, "
               "id TEXT NOT NULL UNIQUE, job_id TEXT NOT NULL, created_at INTEGER NOT NULL, "
               "deleted INTEGER NOT NULL)"_s,
           };
}

QByteArray FineTuningTable::job(const QString &id) const
{
    const std::optional<QByteArray> object = m_jobs.find({}, id);
    if (!object)
        throw ApiFault::notFound(u"Could not find fine tune: %1"_s.arg(id), u"fine_tune_id"_s,
                                 u"fine_tune_not_found"_s);
    return *object;
}

ObjectTable::Selection FineTuningTable::havingMetadata(const QList<std::pair<QString, QString>> &pairs)
{
    ObjectTable::Selection selection;
    QJsonArray wanted;
    for (const auto &[key, value] : pairs)
        wanted.append(pairOf(key, value));
    selection.where =
        u"id IN (SELECT job_id FROM fine_tuning_metadata WHERE pair IN "
        "(SELECT value FROM json_each(?)) GROUP BY job_id HAVING count(*) = %1)"_s.arg(wanted.size());
    selection.value = QString::fromUtf8(QJsonDocument(wanted).toJson(QJsonDocument::Compact));
    return selection;
}

ObjectTable::Selection FineTuningTable::withoutMetadata()
{
    ObjectTable::Selection selection;
    selection.where = u"id NOT IN (SELECT job_id FROM fine_tuning_metadata WHERE job_id IS NOT ?)"_s;
    selection.value = u""_s; // no job is called that
    return selection;
}

void FineTuningTable::add(const QJsonObject &object, const FineTuningProgress &progress,
                          const FineTuningNews &news) const
{
    Transaction transaction(m_storage);
    addToWork(object, progress, news);
    transaction.commit();
}

void FineTuningTable::addToWork(const QJsonObject &object, const FineTuningProgress &progress,
                                const FineTuningNews &news) const
{
    const QString id = object[u"id"_s].toString();
    m_jobs.insert({rowOf({}, object)});
    showMetadata(id, object[u"metadata"_s].toObject());
    addNews(object, news);
    if (isEndOfJob(object[u"status"_s].toString()))
        return;
    m_storage.run(u"INSERT INTO fine_tuning_work (job_id, plan, step, result_id) VALUES (?, ?, ?, ?)"_s,
                  {id, QString::fromUtf8(QJsonDocument(progress.plan).toJson(QJsonDocument::Compact)),
                   progress.step, progress.resultId});
}

void FineTuningTable::showMetadata(const QString &jobId, const QJsonObject &metadata) const
{
    m_storage.run(u"DELETE FROM fine_tuning_metadata WHERE job_id = ?"_s, {jobId});
    for (auto pair = metadata.begin(); pair != metadata.end(); ++pair)
        m_storage.run(u"INSERT OR IGNORE INTO fine_tuning_metadata (pair, job_id) VALUES (?, ?)"_s,
                      {pairOf(pair.key(), pair.value().toString()), jobId});
}

void FineTuningTable::addModel(const QString &name, const QString &jobId, qint64 createdAt) const
{
    m_storage.run(u"INSERT OR IGNORE INTO fine_tuning_models (id, job_id, created_at, deleted) "
                  "VALUES (?, ?, ?, 0)"_s,
                  {name, jobId, createdAt});
}

void FineTuningTable::addNews(const QJsonObject &job, const FineTuningNews &news) const
{
    const QString id = job[u"id"_s].toString();
    // The clock may have been set back: what came later is listed as later all the same.
    QSqlQuery last =
        m_storage.run(u"SELECT max(created_at) FROM fine_tuning_events WHERE parent = ?"_s, {id});
    const qint64 lastAt = last.next() ? last.value(0).toLongLong() : 0;
    last.finish();
    QList<ObjectTable::Row> events = news.events;
    for (ObjectTable::Row &event : events)
        event.createdAt = std::max(event.createdAt, lastAt);
    m_events.insert(events);
    for (const QJsonObject &checkpoint : news.checkpoints) {
        m_checkpoints.insert({rowOf(id, checkpoint)});
        addModel(checkpoint[u"fine_tuned_model_checkpoint"_s].toString(), id,
                 checkpoint[u"created_at"_s].toInteger());
    }
    for (const FileRecord &file : news.files)
        m_files.insert(file);
    if (job[u"status"_s].toString() == "succeeded"_L1)
        addModel(job[u"fine_tuned_model"_s].toString(), id, job[u"finished_at"_s].toInteger());
}

bool FineTuningTable::store(const QJsonObject &job, const QString &was) const
{
    ObjectTable::Row row = rowOf({}, job);
    row.updatedAt = m_clock.now();
    if (!m_jobs.update(row, {was}))
        return false;
    if (isEndOfJob(row.status))
        m_storage.run(u"DELETE FROM fine_tuning_work WHERE job_id = ?"_s, {row.id});
    return true;
}

QJsonObject FineTuningTable::change(const QString &id, const QString &action, const QStringList &allowed,
                                    const QString &status) const
{
    Transaction transaction(m_storage);
    QJsonObject object = parsed(job(id));
    const QString was = object[u"status"_s].toString();
    if (!allowed.contains(was))
        throw ApiFault::badRequest(
            u"Cannot %1 job %2: its status is '%3'. It can be done while the status is '%4'."_s.arg(
                action, id, was, allowed.join("' or '"_L1)),
            u"fine_tuning_job_id"_s, u"invalid_job_status"_s);
    object[u"status"_s] = status;
    object[u"estimated_finish"_s] = QJsonValue::Null;
    if (isEndOfJob(status))
        object[u"finished_at"_s] = m_clock.now();
    store(object, was);
    const QString done = status == "cancelled"_L1 ? u"cancelled"_s
                         : status == "paused"_L1  ? u"paused"_s
                                                  : u"resumed, moving job to queued state"_s;
    addNews(object, {{jobEvent(id, m_clock.now(), u"info"_s, u"The job was %1"_s.arg(done))}, {}, {}});
    transaction.commit();
    return object;
}

QJsonObject FineTuningTable::cancel(const QString &id) const
{
    return change(id, u"cancel"_s, openStates(), u"cancelled"_s);
}

QJsonObject FineTuningTable::pause(const QString &id) const
{
    return change(id, u"pause"_s, {u"running"_s}, u"paused"_s);
}

QJsonObject FineTuningTable::resume(const QString &id) const
{
    return change(id, u"resume"_s, {u"paused"_s}, u"queued"_s);
}

std::optional<FineTuningProgress> FineTuningTable::progress(const QString &id) const
{
    QSqlQuery query =
        m_storage.run(u"SELECT plan, step, result_id FROM fine_tuning_work WHERE job_id = ?"_s, {id});
    if (!query.next())
        return std::nullopt;
    return FineTuningProgress{parsed(query.value(0).toByteArray()), query.value(1).toLongLong(),
                              query.value(2).toString()};
}

bool FineTuningTable::advance(const QJsonObject &job, const QString &was, const FineTuningProgress &progress,
                              const FineTuningNews &news) const
{
    Transaction transaction(m_storage);
    if (!store(job, was))
        return false;
    m_storage.run(u"UPDATE fine_tuning_work SET plan = ?, step = ? WHERE job_id = ?"_s,
                  {QString::fromUtf8(QJsonDocument(progress.plan).toJson(QJsonDocument::Compact)),
                   progress.step, job[u"id"_s].toString()});
    addNews(job, news);
    transaction.commit();
    return true;
}

QStringList FineTuningTable::unfinished() const
{
    QSqlQuery query = m_storage.run(u"SELECT job_id FROM fine_tuning_work ORDER BY seq"_s);
    QStringList ids;
    while (query.next())
        ids.append(query.value(0).toString());
    return ids;
}

void FineTuningTable::failForeign() const
{
    const QStringList ours = unfinished();
    Transaction transaction(m_storage);
    for (const ObjectTable::Row &row : m_jobs.withStatus(openStates())) {
        if (ours.contains(row.id))
            continue;
        QJsonObject object = parsed(row.object);
        const QString why = u"The job had not ended ('%1') when it was archived. Nobody works on this copy "
                            "of it."_s.arg(row.status);
        object[u"error"_s] = jobError(u"job_interrupted"_s, why);
        object[u"status"_s] = u"failed"_s;
        object[u"finished_at"_s] = m_clock.now();
        object[u"estimated_finish"_s] = QJsonValue::Null;
        store(object, row.status);
        addNews(object, {{jobEvent(row.id, m_clock.now(), u"error"_s, why)}, {}, {}});
    }
    transaction.commit();
}

/** What comes later in a list is older, also among those of the same second: it goes before all others. */
bool FineTuningTable::put(const ObjectTable &table, QLatin1String name, const ObjectTable::Row &row) const
{
    if (table.find(row.parent, row.id))
        return table.put(row);
    m_storage.run(
        u"INSERT INTO %1 (seq, parent, id, created_at, updated_at, status, object) "
        "SELECT min(coalesce(min(seq), 0), 0) - 1, ?, ?, ?, ?, ?, CAST(? AS TEXT) FROM %1"_s.arg(name),
        {row.parent.isNull() ? u""_s : row.parent, row.id, row.createdAt, row.updatedAt,
         row.status.isNull() ? u""_s : row.status, row.object});
    return true;
}

bool FineTuningTable::putJob(const ObjectTable::Row &row) const
{
    if (!put(m_jobs, jobsName, row))
        return false;
    const QJsonObject object = parsed(row.object);
    showMetadata(row.id, object[u"metadata"_s].toObject());
    const QString model = object[u"fine_tuned_model"_s].toString();
    if (!model.isEmpty())
        addModel(model, row.id, row.createdAt);
    return true;
}

bool FineTuningTable::putEvent(const ObjectTable::Row &row) const
{
    return put(m_events, eventsName, row);
}

bool FineTuningTable::putCheckpoint(const ObjectTable::Row &row) const
{
    if (!put(m_checkpoints, checkpointsName, row))
        return false;
    const QString model = parsed(row.object)[u"fine_tuned_model_checkpoint"_s].toString();
    if (!model.isEmpty())
        addModel(model, row.parent, row.createdAt);
    return true;
}

bool FineTuningTable::putPermission(const ObjectTable::Row &row) const
{
    ObjectTable::Row stored = row;
    stored.status = parsed(row.object)[u"project_id"_s].toString();
    return put(m_permissions, permissionsName, stored);
}

QList<QJsonObject> FineTuningTable::models() const
{
    QSqlQuery query = m_storage.run(
        u"SELECT id, created_at FROM fine_tuning_models WHERE deleted = 0 ORDER BY created_at, seq"_s);
    QList<QJsonObject> all;
    while (query.next())
        all.append(modelObject(query.value(0).toString(), query.value(1).toLongLong()));
    return all;
}

std::optional<QJsonObject> FineTuningTable::model(const QString &id) const
{
    QSqlQuery query =
        m_storage.run(u"SELECT created_at FROM fine_tuning_models WHERE id = ? AND deleted = 0"_s, {id});
    if (!query.next())
        return std::nullopt;
    return modelObject(id, query.value(0).toLongLong());
}

bool FineTuningTable::removeModel(const QString &id) const
{
    return m_storage.run(u"UPDATE fine_tuning_models SET deleted = 1 WHERE id = ? AND deleted = 0"_s, {id})
               .numRowsAffected() == 1;
}

bool FineTuningTable::isCheckpoint(const QString &name) const
{
    QSqlQuery query = m_storage.run(u"SELECT 1 FROM fine_tuning_models WHERE id = ?"_s, {name});
    return query.next() || m_permissions.count(name) > 0;
}

QList<QJsonObject> FineTuningTable::grant(const QString &checkpoint, const QStringList &projects) const
{
    QList<QJsonObject> made;
    Transaction transaction(m_storage);
    for (const QString &project : projects) {
        QSqlQuery known = m_storage.run(
            u"SELECT 1 FROM checkpoint_permissions WHERE parent = ? AND status = ?"_s, {checkpoint, project});
        if (known.next())
            continue;
        const QJsonObject permission{{u"id"_s, newId("cp_"_L1)},
                                     {u"object"_s, u"checkpoint.permission"_s},
                                     {u"created_at"_s, m_clock.now()},
                                     {u"project_id"_s, project}};
        ObjectTable::Row row = rowOf(checkpoint, permission);
        row.status = project;
        m_permissions.insert({row});
        made.append(permission);
    }
    transaction.commit();
    return made;
}

} // namespace odc::server

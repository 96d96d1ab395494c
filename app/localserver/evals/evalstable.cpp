// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/evals/evalstable.h"

#include "localserver/apifault.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

const QStringList &unfinishedStates()
{
    static const QStringList states{u"queued"_s, u"in_progress"_s};
    return states;
}

ApiFault noSuch(const QString &kind, const QString &id)
{
    return ApiFault::notFound(u"%1 not found: %2"_s.arg(kind, id));
}

QJsonObject parsed(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

bool isUnfinished(const QString &status)
{
    return unfinishedStates().contains(status);
}

EvalsTable::EvalsTable(const Storage &storage, const ServerClock &clock)
    : m_storage(storage), m_clock(clock), m_evals(storage, "evals"_L1), m_runs(storage, "eval_runs"_L1),
      m_items(storage, "eval_items"_L1)
{
}

QStringList EvalsTable::schema()
{
    // eval_work names the runs that were begun by this server. One that came with an archive is not among
    // them, whatever its status says.
    // Items are listed as they were stored, that is as their rows lie in the data: the clock may be set back
    // in the middle of a run.
    using Order = ObjectTable::Order;
    return ObjectTable::schema("evals"_L1, {Order::Created, Order::Updated}) +
           ObjectTable::schema("eval_runs"_L1, {Order::Created}) +
           ObjectTable::schema("eval_items"_L1, {Order::Stored}) +
           QStringList{
               u"CREATE TABLE eval_work (seq INTEGER PRIMARY KEY AUTOINCREMENT, eval_id TEXT NOT NULL, "
               "run_id TEXT NOT NULL, UNIQUE (eval_id, run_id))"_s};
}

QByteArray EvalsTable::eval(const QString &id) const
{
    const std::optional<QByteArray> object = m_evals.find({}, id);
    if (!object)
        throw noSuch(u"Eval"_s, id);
    return *object;
}

QByteArray EvalsTable::run(const RunKey &key) const
{
    const std::optional<QByteArray> object = m_runs.find(key.evalId, key.runId);
    if (!object) {
        eval(key.evalId);
        throw noSuch(u"Eval run"_s, key.runId);
    }
    return *object;
}

QByteArray EvalsTable::item(const RunKey &key, const QString &id) const
{
    const std::optional<QByteArray> object = m_items.find(key.itemsParent(), id);
    if (!object) {
        run(key);
        throw noSuch(u"Output item"_s, id);
    }
    return *object;
}

void EvalsTable::addEval(const QJsonObject &object) const
{
    m_evals.insert({rowOf({}, object)});
}

void EvalsTable::addRun(const QJsonObject &object) const
{
    const QString evalId = object[u"eval_id"_s].toString();
    Transaction transaction(m_storage);
    eval(evalId); // still there?
    m_runs.insert({rowOf(evalId, object)});
    m_storage.run(u"INSERT INTO eval_work (eval_id, run_id) VALUES (?, ?)"_s,
                  {evalId, object[u"id"_s].toString()});
    transaction.commit();
}

QJsonObject EvalsTable::changeEval(const QString &id, const QJsonObject &members) const
{
    Transaction transaction(m_storage);
    QJsonObject object = parsed(eval(id));
    for (auto it = members.begin(); it != members.end(); ++it)
        object[it.key()] = it.value();
    ObjectTable::Row row = rowOf({}, object);
    row.updatedAt = m_clock.now();
    m_evals.update(row);
    transaction.commit();
    return object;
}

bool EvalsTable::store(const QJsonObject &run) const
{
    const QString evalId = run[u"eval_id"_s].toString();
    ObjectTable::Row row = rowOf(evalId, run);
    row.updatedAt = m_clock.now();
    if (!m_runs.update(row, unfinishedStates()))
        return false;
    if (!isUnfinished(row.status))
        m_storage.run(u"DELETE FROM eval_work WHERE eval_id = ? AND run_id = ?"_s, {evalId, row.id});
    return true;
}

QJsonObject EvalsTable::cancelRun(const RunKey &key) const
{
    Transaction transaction(m_storage);
    QJsonObject object = parsed(run(key));
    const QString status = object[u"status"_s].toString();
    object[u"status"_s] = u"canceled"_s;
    if (!store(object))
        throw ApiFault::badRequest(u"Cannot cancel run %1: its status is '%2'."_s.arg(key.runId, status),
                                   u"run_id"_s);
    transaction.commit();
    return object;
}

void EvalsTable::removeEval(const QString &id) const
{
    Transaction transaction(m_storage);
    if (!m_evals.remove({}, id))
        throw noSuch(u"Eval"_s, id);
    m_runs.removeBelow(id);
    m_items.removeBelow(id);
    m_storage.run(u"DELETE FROM eval_work WHERE eval_id = ?"_s, {id});
    transaction.commit();
}

void EvalsTable::removeRun(const RunKey &key) const
{
    Transaction transaction(m_storage);
    run(key);
    m_runs.remove(key.evalId, key.runId);
    m_items.removeBelow(key.itemsParent());
    m_storage.run(u"DELETE FROM eval_work WHERE eval_id = ? AND run_id = ?"_s, {key.evalId, key.runId});
    transaction.commit();
}

bool EvalsTable::advance(const QJsonObject &run, const QList<ObjectTable::Row> &newItems) const
{
    Transaction transaction(m_storage);
    if (!store(run))
        return false;
    m_items.insert(newItems);
    transaction.commit();
    return true;
}

QList<RunKey> EvalsTable::unfinished() const
{
    QSqlQuery query = m_storage.run(u"SELECT eval_id, run_id FROM eval_work ORDER BY seq"_s);
    QList<RunKey> keys;
    while (query.next())
        keys.append({query.value(0).toString(), query.value(1).toString()});
    return keys;
}

void EvalsTable::failForeign() const
{
    const QList<RunKey> ours = unfinished();
    Transaction transaction(m_storage);
    for (const ObjectTable::Row &row : m_runs.withStatus(unfinishedStates())) {
        if (ours.contains(RunKey{row.parent, row.id}))
            continue;
        QJsonObject object = parsed(row.object);
        object[u"error"_s] =
            QJsonObject{{u"code"_s, u"run_interrupted"_s},
                        {u"message"_s, u"The run had not ended ('%1') when it was archived. What it had done "
                                       "by then is kept; start it again for the rest."_s.arg(row.status)}};
        object[u"status"_s] = u"failed"_s;
        object[u"eval_id"_s] = row.parent;
        store(object);
    }
    transaction.commit();
}

} // namespace odc::server

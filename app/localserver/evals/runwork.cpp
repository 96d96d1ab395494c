// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/evals/runwork.h"

#include "localserver/evals/evalbodies.h"
#include "localserver/ids.h"

#include <QElapsedTimer>
#include <QJsonDocument>

#include <algorithm>
#include <future>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qint64 queuedMs = 700;
/** Simulated length of a run: so long for each item, but no longer than that in all. */
constexpr qint64 itemMs = 15;
constexpr qint64 longestMs = 10'000;
/** Items are stored when there are so many, or after so long. */
constexpr qsizetype storeItems = 250;
constexpr qint64 storeMs = 400;

QString noData(const QString &type)
{
    if (type == "responses"_L1)
        return u"This server stores no responses, so that there is nothing to evaluate. Give the run a "
               u"file_id or "
               "file_content source."_s;
    return u"This server stores no chat completions, so that there is nothing to evaluate. Give the run a "
           u"file_id "
           "or file_content source."_s;
}

} // namespace

RunWork::Rows RunWork::open() const
{
    const QJsonObject source = m_run[u"data_source"_s][u"source"_s].toObject();
    const QString type = source[u"type"_s].toString();
    if (type == "file_content"_L1)
        return {readContent(source[u"content"_s].toArray()), {}, {}};
    if (type != "file_id"_L1)
        return {nullptr, u"no_stored_data"_s, noData(type)};
    const QString id = source[u"id"_s].toString();
    std::shared_ptr<QIODevice> file = m_files.content(id);
    if (!file)
        return {nullptr, u"file_not_found"_s, u"The file %1 is not there any more."_s.arg(id)};
    return {readLines(std::move(file)), {}, {}};
}

void RunWork::fail(const QString &code, const QString &message)
{
    m_run[u"status"_s] = u"failed"_s;
    m_run[u"error"_s] = QJsonObject{{u"code"_s, code}, {u"message"_s, message}};
    m_evals.advance(m_run, {});
}

void RunWork::run(const RunKey &key)
{
    m_run = QJsonDocument::fromJson(m_evals.run(key)).object();
    m_eval = QJsonDocument::fromJson(m_evals.eval(key.evalId)).object();
    // The clock may have been set back since.
    const qint64 createdMs = std::min(m_run[u"created_at"_s].toInteger() * 1000, m_clock.nowMs());
    if (m_run[u"status"_s].toString() == "queued"_L1 && !m_wait(createdMs + m_clock.scaledMs(queuedMs)))
        return;
    m_run[u"status"_s] = u"in_progress"_s;
    if (!m_evals.advance(m_run, {}))
        return;

    // All rows are looked at first: a run that ends in the middle over a broken line would be of little use.
    const Rows rows = open();
    if (!rows.reader)
        return fail(rows.errorCode, rows.error);
    QString error;
    qint64 total = 0;
    while (rows.reader->next(&error))
        ++total;
    if (error.isEmpty() && total == 0)
        error = u"The data source has no rows."_s;
    if (!error.isEmpty())
        return fail(u"invalid_data"_s, error);
    workThrough(key, total);
}

QList<ItemOutcome> RunWork::outcomes(const QList<DataRow> &rows, const ItemPlan &plan) const
{
    if (rows.size() == 1)
        return {workOn(rows.first(), plan)};
    std::vector<std::future<ItemOutcome>> running;
    for (const DataRow &row : rows)
        running.push_back(std::async(std::launch::async, [&row, &plan] { return workOn(row, plan); }));
    QList<ItemOutcome> done;
    for (std::future<ItemOutcome> &each : running)
        done.append(each.get());
    return done;
}

void RunWork::workThrough(const RunKey &key, qint64 total)
{
    ItemPlan plan;
    plan.dataSource = m_run[u"data_source"_s].toObject();
    plan.criteria = m_eval[u"testing_criteria"_s].toArray();
    plan.itemSchema = itemSchemaOf(m_eval);
    plan.answers =
        plan.dataSource[u"type"_s].toString() == "responses"_L1 ? m_answers.responses : m_answers.chat;
    plan.graders = m_answers.chat;

    const qint64 begun = m_clock.nowMs();
    const qint64 done = m_evals.items().count(key.itemsParent());
    RunTally tally(m_run, plan.criteria);
    tally.setTotal(total);
    tally.show(m_run);
    if (!m_evals.advance(m_run, {}))
        return;

    const Rows rows = open();
    if (!rows.reader)
        return fail(rows.errorCode, rows.error);
    QString error;
    for (qint64 i = 0; i < done; ++i)
        rows.reader->next(&error);

    const qint64 length = m_clock.scaledMs(std::min(itemMs * total, longestMs));
    QList<ObjectTable::Row> pending;
    QElapsedTimer sinceStored;
    sinceStored.start();
    const auto store = [&] {
        tally.show(m_run);
        const bool stored = m_evals.advance(m_run, pending);
        pending.clear();
        sinceStored.start();
        return stored;
    };
    for (qint64 index = done; index < total;) {
        const qint64 due = begun + length * (index - done) / (total - done);
        const bool muchToStore = pending.size() >= storeItems || sinceStored.elapsed() >= storeMs;
        const bool timeToStore = due - m_clock.nowMs() >= storeMs;
        if (!pending.isEmpty() && (muchToStore || timeToStore) && !store())
            return;
        if (!m_wait(due)) {
            store();
            return;
        }
        QList<DataRow> some;
        while (some.size() < m_answers.parallel && index + some.size() < total) {
            std::optional<DataRow> row = rows.reader->next(&error);
            if (!row)
                return fail(u"invalid_data"_s,
                            u"The data changed while the run was going on. %1"_s.arg(error));
            some.append(*std::move(row));
        }
        const QList<ItemOutcome> made = outcomes(some, plan);
        // Whoever ends the server cuts what models were asked: those answers are none.
        if (!m_wait(0)) {
            store();
            return;
        }
        for (qsizetype i = 0; i < made.size(); ++i) {
            tally.add(made.at(i));
            const ItemPlace place{newId("outputitem_"_L1), index++, m_clock.now()};
            pending.append(rowOf(key.itemsParent(), outputItem(key, place, some.at(i), made.at(i))));
        }
    }
    tally.show(m_run);
    m_run[u"status"_s] = u"completed"_s;
    m_evals.advance(m_run, pending);
}

} // namespace odc::server

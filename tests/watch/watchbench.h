// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apibench.h"
#include "index/objectindex.h"
#include "transfers/transferqueue.h"
#include "watch/jobwatch.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QUrlQuery>

#include <functional>
#include <memory>
#include <optional>

namespace odc::test {

using namespace Qt::StringLiterals;

/// A project at a service of the test's own, whose lists come by pages, newest first.
struct FakeProject : ApiBench
{
    FakeProject()
    {
        wire->setHandler([this](const FakeRequest &request) { return answer(request); });
    }

    static constexpr qint64 start = 1'760'000'000; ///< of the clock

    /// The newest comes first in each.
    QHash<QString, QList<QJsonObject>> lists; ///< by path: "/v1/batches"
    QSet<QString> missing;                    ///< paths that are not there
    std::function<std::optional<FakeReply>(const FakeRequest &)> trouble;
    QList<qint64> askedMs; ///< when each request came
    QStringList asked;     ///< their paths

    QList<QJsonObject> &batches() { return lists[u"/v1/batches"_s]; }
    QList<QJsonObject> &jobs() { return lists[u"/v1/fine_tuning/jobs"_s]; }
    QList<QJsonObject> &stores() { return lists[u"/v1/vector_stores"_s]; }
    QList<QJsonObject> &evalList() { return lists[u"/v1/evals"_s]; }
    QList<QJsonObject> &fileList() { return lists[u"/v1/files"_s]; }
    QList<QJsonObject> &runsOf(const QString &eval) { return lists[u"/v1/evals/"_s + eval + u"/runs"_s]; }
    QList<QJsonObject> &filesOf(const QString &store)
    {
        return lists[u"/v1/vector_stores/"_s + store + u"/files"_s];
    }

    int count(const QString &path) const { return int(asked.count(path)); }
    /// The most that came in any 60 seconds.
    int mostAMinute() const
    {
        qsizetype most = 0;
        qsizetype from = 0;
        for (qsizetype i = 0; i < askedMs.size(); ++i) {
            while (askedMs[from] <= askedMs[i] - 60'000)
                ++from;
            most = std::max(most, i - from + 1);
        }
        return int(most);
    }

private:
    FakeReply answer(const FakeRequest &request)
    {
        askedMs << clock.monotonicMs();
        asked << request.path;
        if (trouble) {
            if (const auto reply = trouble(request))
                return *reply;
        }
        if (missing.contains(request.path))
            return FakeReply::error(404, "not_found");
        const auto list = lists.constFind(request.path);
        if (list != lists.cend())
            return page(*list, QUrlQuery(request.url));
        if (const QJsonObject *one = object(request.path))
            return FakeReply::json(QJsonDocument(*one).toJson());
        // Of what has no list of its own there is nothing.
        const bool isList = request.path.endsWith("s"_L1);
        return isList ? page({}, {}) : FakeReply::error(404, "not_found");
    }
    const QJsonObject *object(const QString &path) const
    {
        const qsizetype slash = path.lastIndexOf(u'/');
        const auto list = lists.constFind(path.left(slash));
        if (list == lists.cend())
            return nullptr;
        for (const QJsonObject &each : *list) {
            if (each[u"id"_s] == path.mid(slash + 1))
                return &each;
        }
        return nullptr;
    }
    static FakeReply page(const QList<QJsonObject> &all, const QUrlQuery &query)
    {
        const QString filter = query.queryItemValue(u"filter"_s);
        const QString after = query.queryItemValue(u"after"_s);
        const int limit = query.hasQueryItem(u"limit"_s) ? query.queryItemValue(u"limit"_s).toInt() : 20;
        QJsonArray data;
        bool begun = after.isEmpty();
        bool more = false;
        for (const QJsonObject &each : all) {
            if (!filter.isEmpty() && each[u"status"_s] != filter)
                continue;
            if (begun && data.size() == limit) {
                more = true;
                break;
            }
            if (begun)
                data.append(each);
            begun = begun || each[u"id"_s] == after;
        }
        QJsonObject object{{u"object"_s, u"list"_s}, {u"data"_s, data}, {u"has_more"_s, more}};
        if (!data.isEmpty()) {
            object.insert(u"first_id"_s, data.first().toObject()[u"id"_s]);
            object.insert(u"last_id"_s, data.last().toObject()[u"id"_s]);
        }
        return FakeReply::json(QJsonDocument(object).toJson(QJsonDocument::Compact));
    }
};

inline QJsonObject madeBatch(const QString &id, const QString &status, int done = 0, int failed = 0,
                             int total = 100, qint64 createdAt = FakeProject::start - 600)
{
    return {{u"id"_s, id},
            {u"object"_s, u"batch"_s},
            {u"endpoint"_s, u"/v1/responses"_s},
            {u"status"_s, status},
            {u"input_file_id"_s, u"file-in"_s},
            {u"completion_window"_s, u"24h"_s},
            {u"created_at"_s, createdAt},
            {u"expires_at"_s, createdAt + 86'400},
            {u"metadata"_s, QJsonObject{{u"name"_s, u"name of "_s + id}}},
            {u"request_counts"_s,
             QJsonObject{{u"total"_s, total}, {u"completed"_s, done}, {u"failed"_s, failed}}}};
}

inline QJsonObject madeJob(const QString &id, const QString &status,
                           qint64 createdAt = FakeProject::start - 600)
{
    return {{u"id"_s, id},
            {u"object"_s, u"fine_tuning.job"_s},
            {u"status"_s, status},
            {u"model"_s, u"gpt-x"_s},
            {u"training_file"_s, u"file-t"_s},
            {u"created_at"_s, createdAt},
            {u"seed"_s, 1},
            {u"result_files"_s, QJsonArray()}};
}

inline QJsonObject madeStore(const QString &id, const QString &status, int inProgress, int completed,
                             int failed = 0)
{
    return {{u"id"_s, id},
            {u"object"_s, u"vector_store"_s},
            {u"name"_s, u"name of "_s + id},
            {u"status"_s, status},
            {u"created_at"_s, FakeProject::start - 600},
            {u"usage_bytes"_s, 10},
            {u"file_counts"_s, QJsonObject{{u"in_progress"_s, inProgress},
                                           {u"completed"_s, completed},
                                           {u"failed"_s, failed},
                                           {u"cancelled"_s, 0},
                                           {u"total"_s, inProgress + completed + failed}}}};
}

inline QJsonObject madeStoreFile(const QString &store, const QString &id, const QString &status,
                                 qint64 createdAt)
{
    return {{u"id"_s, id},
            {u"object"_s, u"vector_store.file"_s},
            {u"vector_store_id"_s, store},
            {u"status"_s, status},
            {u"created_at"_s, createdAt},
            {u"usage_bytes"_s, 0},
            {u"last_error"_s, QJsonValue::Null}};
}

inline QJsonObject madeEval(const QString &id)
{
    return {{u"id"_s, id},
            {u"object"_s, u"eval"_s},
            {u"name"_s, u"name of "_s + id},
            {u"created_at"_s, FakeProject::start - 900},
            {u"data_source_config"_s, QJsonObject{{u"type"_s, u"custom"_s}}},
            {u"testing_criteria"_s, QJsonArray()}};
}

inline QJsonObject madeRun(const QString &eval, const QString &id, const QString &status)
{
    return {{u"id"_s, id},
            {u"object"_s, u"eval.run"_s},
            {u"eval_id"_s, eval},
            {u"name"_s, u"name of "_s + id},
            {u"model"_s, u"gpt-x"_s},
            {u"status"_s, status},
            {u"created_at"_s, FakeProject::start - 600},
            {u"result_counts"_s,
             QJsonObject{{u"total"_s, 10}, {u"passed"_s, 0}, {u"failed"_s, 0}, {u"errored"_s, 0}}}};
}

inline QJsonObject madeFile(const QString &id, qint64 expiresAt = 0)
{
    QJsonObject file{{u"id"_s, id},
                     {u"object"_s, u"file"_s},
                     {u"filename"_s, id + u".jsonl"_s},
                     {u"purpose"_s, u"batch"_s},
                     {u"bytes"_s, 10},
                     {u"status"_s, u"processed"_s},
                     {u"created_at"_s, FakeProject::start - 900}};
    if (expiresAt > 0)
        file.insert(u"expires_at"_s, expiresAt);
    return file;
}

/// A clock that can be set forward, as that of a computer that slept.
class JumpClock final : public Clock
{
public:
    explicit JumpClock(FakeClock &base) : m_base(base) {}
    qint64 monotonicMs() const override { return m_base.monotonicMs(); }
    qint64 unixSeconds() const override { return m_base.unixSeconds() + m_jumped; }
    void callLater(qint64 delayMs, QObject *context, std::function<void()> action) override
    {
        m_base.callLater(delayMs, context, std::move(action));
    }
    void jump(qint64 seconds) { m_jumped += seconds; }

private:
    FakeClock &m_base;
    qint64 m_jumped = 0;
};

/// What watches such a project.
struct WatchBench : FakeProject
{
    ~WatchBench() { close(); }

    /// `file`: where what is seen is kept; empty: nowhere.
    void open(int seconds, const QString &file = {})
    {
        ObjectIndex::Options options;
        options.file = file;
        index = std::make_unique<ObjectIndex>(options, wall);
        session->setObserver(index.get());
        TransferQueue::Options queue;
        queue.journalFolder = folder.filePath(u"transfers"_s);
        transfers = std::make_unique<TransferQueue>(*session, queue);
        watch = std::make_unique<JobWatch>(*session, *index, *transfers, wall);
        QObject::connect(watch.get(), &JobWatch::happened, watch.get(),
                         [this](const WatchEvent &event) { events << event; });
        watch->setRules(rules);
        index->open();
        watch->start(seconds);
        settle();
    }
    void close()
    {
        watch.reset();
        session->setObserver(nullptr);
        transfers.reset();
        index.reset();
        events.clear();
    }
    /// Everything that was answered is known, and told.
    void settle()
    {
        for (int round = 0; round < 3; ++round) {
            QThreadPool::globalInstance()->waitForDone();
            FakeClock::settle();
            bool done = false;
            index->whenSettled(&context, [&done] { done = true; });
            while (!done)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            FakeClock::settle();
        }
    }
    void pass(qint64 seconds, qint64 stepMs = 1'000)
    {
        for (qint64 ms = 0; ms < seconds * 1'000; ms += stepMs) {
            clock.advance(stepMs);
            settle();
        }
    }
    QList<WatchEvent> eventsOf(WatchEvent::Kind kind) const
    {
        QList<WatchEvent> found;
        for (const WatchEvent &event : events) {
            if (event.kind == kind)
                found << event;
        }
        return found;
    }

    QTemporaryDir folder;
    JumpClock wall{clock};
    QObject context;
    WatchRules rules;
    std::unique_ptr<ObjectIndex> index;
    std::unique_ptr<TransferQueue> transfers;
    std::unique_ptr<JobWatch> watch;
    QList<WatchEvent> events;
};

} // namespace odc::test

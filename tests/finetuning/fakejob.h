// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apibench.h"
#include "finetuning/jobfeed.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

namespace odc::test {

using namespace Qt::StringLiterals;

/// A fine-tuning job at a server of the test's own: its events come a page at a time, newest first, and grow.
struct FakeJob : ApiBench
{
    FakeJob()
    {
        wire->setHandler([this](const FakeRequest &request) { return answer(request); });
    }

    static constexpr auto path = "/v1/fine_tuning/jobs/ftjob-1";

    FineTuningJob job(const QString &status = u"running"_s, const QJsonObject &with = {}) const
    {
        QJsonObject object{{u"id"_s, u"ftjob-1"_s},
                           {u"object"_s, u"fine_tuning.job"_s},
                           {u"status"_s, status},
                           {u"model"_s, u"gpt-4o-mini-2024-07-18"_s},
                           {u"created_at"_s, 1'759'990'000}};
        for (auto it = with.begin(); it != with.end(); ++it)
            object.insert(it.key(), it.value());
        return FineTuningJob::fromJson(object);
    }

    /// One event more; `at` of unix seconds.
    void happens(const QString &message, qint64 at = 1'760'000'000, const QJsonValue &data = QJsonValue::Null)
    {
        const int number = nextEvent++;
        events.prepend(
            QJsonObject{{u"id"_s, u"ftevent-%1"_s.arg(number * 7919 % 100'003)}, // ids say no order
                        {u"object"_s, u"fine_tuning.job.event"_s},
                        {u"created_at"_s, at},
                        {u"level"_s, u"info"_s},
                        {u"message"_s, message},
                        {u"type"_s, data.isObject() ? u"metrics"_s : u"message"_s},
                        {u"data"_s, data}});
    }
    /// `count` steps more, one a second.
    void train(int count, int total = 1000)
    {
        for (int i = 0; i < count; ++i) {
            ++step;
            happens(u"Step %1"_s.arg(step), 1'760'000'000 + step,
                    QJsonObject{{u"step"_s, step}, {u"total_steps"_s, total}, {u"train_loss"_s, 2.0 / step}});
        }
    }
    void keep(int atStep)
    {
        checkpoints.prepend(
            QJsonObject{{u"id"_s, u"ftckpt_%1"_s.arg(atStep)},
                        {u"created_at"_s, 1'760'000'100 + atStep},
                        {u"fine_tuned_model_checkpoint"_s, u"ft:m:o:s:i:ckpt-step-%1"_s.arg(atStep)},
                        {u"step_number"_s, atStep},
                        {u"metrics"_s, QJsonObject{{u"step"_s, atStep}, {u"full_valid_loss"_s, 0.5}}}});
        happens(u"Checkpoint created at step %1"_s.arg(atStep));
    }

    FakeReply answer(const FakeRequest &request)
    {
        const QUrlQuery query(request.url);
        const QString after = query.queryItemValue(u"after"_s);
        if (request.path == QLatin1StringView(path) + "/events"_L1) {
            asked << after;
            if (refusal && !refusal(after).isEmpty())
                return FakeReply::error(refusal(after).toInt());
            return page(events, after, std::min(pageSize, query.queryItemValue(u"limit"_s).toInt()));
        }
        if (request.path == QLatin1StringView(path) + "/checkpoints"_L1) {
            ++checkpointCalls;
            return page(checkpoints, after, pageSize);
        }
        if (request.path == "/v1/files/file-results/content"_L1) {
            ++resultCalls;
            return results.isNull() ? FakeReply::error(404) : FakeReply::json(results);
        }
        return FakeReply::error(404);
    }
    FakeReply page(const QList<QJsonObject> &all, const QString &after, int limit) const
    {
        qsizetype from = 0;
        if (!after.isEmpty()) {
            while (from < all.size() && all.at(from)[u"id"_s].toString() != after)
                ++from;
            if (from == all.size())
                return FakeReply::error(404);
            from = std::max<qsizetype>(0, from + 1 - overlap);
        }
        QJsonArray data;
        for (qsizetype i = from; i < all.size() && data.size() < limit; ++i)
            data.append(all.at(i));
        QJsonObject page{{u"object"_s, u"list"_s}, {u"data"_s, data}};
        if (tellsMore)
            page.insert(u"has_more"_s, from + data.size() < all.size());
        return FakeReply::json(QJsonDocument(page).toJson());
    }

    /// Ids as the server has them, oldest first.
    QStringList whole() const
    {
        QStringList ids;
        for (const QJsonObject &event : events)
            ids.prepend(event[u"id"_s].toString());
        return ids;
    }
    static QStringList of(const JobFeed &feed)
    {
        QStringList ids;
        for (const LoggedEvent &event : feed.events().events())
            ids << event.id;
        return ids;
    }
    /// Looks, and waits until nothing more comes of it.
    static bool look(JobFeed &feed)
    {
        feed.look();
        return QTest::qWaitFor([&feed] { return !feed.isReading(); });
    }

    QList<QJsonObject> events; ///< newest first
    QList<QJsonObject> checkpoints;
    QByteArray results;
    int pageSize = 10;
    int overlap = 0;       ///< events that a page repeats of the one before
    bool tellsMore = true; ///< whether it says has_more
    std::function<QString(const QString &after)>
        refusal;       ///< an HTTP status in place of the page; empty: none
    QStringList asked; ///< cursors, in order
    int checkpointCalls = 0;
    int resultCalls = 0;
    int nextEvent = 1;
    int step = 0;
};

} // namespace odc::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serverclient.h"

namespace odc::test {

/** The fine-tuning jobs of a server inside the test. */
class FineTuningClient : protected ServerClient
{
protected:
    static QByteArray compact(const QJsonObject &object)
    {
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }
    static QJsonObject message(const QString &role, const QString &content)
    {
        return {{u"role"_s, role}, {u"content"_s, content}};
    }
    static QByteArray chatLine(int number = 1)
    {
        return compact({{u"messages"_s, QJsonArray{message(u"user"_s, u"Question %1"_s.arg(number)),
                                                   message(u"assistant"_s, u"An answer"_s)}}}) +
               '\n';
    }
    static QByteArray pairLine()
    {
        return compact({{u"input"_s, QJsonObject{{u"messages"_s, QJsonArray{message(u"user"_s, u"Q"_s)}}}},
                        {u"preferred_output"_s, QJsonArray{message(u"assistant"_s, u"good"_s)}},
                        {u"non_preferred_output"_s, QJsonArray{message(u"assistant"_s, u"bad"_s)}}}) +
               '\n';
    }
    static QByteArray taskLine()
    {
        return compact({{u"messages"_s, QJsonArray{message(u"user"_s, u"What is 6 x 7?"_s)}},
                        {u"answer"_s, u"42"_s}}) +
               '\n';
    }
    static QByteArray completionLine() { return "{\"prompt\":\"2+2=\",\"completion\":\" 4\"}\n"; }
    static QJsonObject grader()
    {
        return {{u"type"_s, u"string_check"_s},
                {u"name"_s, u"ok"_s},
                {u"input"_s, u"{{sample.output_text}}"_s},
                {u"reference"_s, u"{{item.answer}}"_s},
                {u"operation"_s, u"eq"_s}};
    }

    QByteArray upload(const QByteArray &lines) const { return uploadFile(lines, "fine-tune"); }
    /** A body for a job with a good file of \p examples lines. */
    QJsonObject body(int examples = 30, const QJsonObject &more = {}) const
    {
        QJsonObject made{{u"model"_s, u"gpt-4o-mini"_s},
                         {u"training_file"_s, QString::fromUtf8(upload(chatLine().repeated(examples)))}};
        for (auto it = more.begin(); it != more.end(); ++it)
            made[it.key()] = it.value();
        return made;
    }
    static QJsonObject directives(const QJsonObject &metadata) { return {{u"metadata"_s, metadata}}; }
    QByteArray create(const QJsonObject &body) const { return idOf(post("/v1/fine_tuning/jobs", body)); }
    QJsonObject job(const QByteArray &id) const { return get("/v1/fine_tuning/jobs/" + id).json(); }
    QString statusOf(const QByteArray &id) const { return job(id)[u"status"_s].toString(); }
    RawReply act(const QByteArray &id, const QByteArray &what) const
    {
        return send("POST", "/v1/fine_tuning/jobs/" + id + '/' + what);
    }
    /** Waits until the job has that status; returns it. */
    QJsonObject reached(const QByteArray &id, const QString &status) const
    {
        [&] { QTRY_COMPARE_WITH_TIMEOUT(statusOf(id), status, 30'000); }();
        return job(id);
    }
    QJsonObject succeeded(const QJsonObject &body) const { return reached(create(body), u"succeeded"_s); }
    static QByteArray idOfJob(const QJsonObject &job) { return job[u"id"_s].toString().toUtf8(); }

    /** All of a list, page by page, as it is given: newest first. */
    QList<QJsonObject> all(const QByteArray &path, int limit = 1000) const
    {
        QList<QJsonObject> objects;
        for (;;) {
            QByteArray target = path + "?limit=" + QByteArray::number(limit);
            if (!objects.isEmpty())
                target += "&after=" + objects.last()[u"id"_s].toString().toUtf8();
            const QJsonObject page = get(target).json();
            for (const QJsonValue &each : page[u"data"_s].toArray())
                objects.append(each.toObject());
            if (!page[u"has_more"_s].toBool())
                return objects;
        }
    }
    QList<QJsonObject> events(const QByteArray &id) const
    {
        return all("/v1/fine_tuning/jobs/" + id + "/events");
    }
    QList<QJsonObject> checkpoints(const QByteArray &id) const
    {
        return all("/v1/fine_tuning/jobs/" + id + "/checkpoints", 100);
    }
    /** The steps that events tell of, in the order of the list. */
    static QList<int> stepsOf(const QList<QJsonObject> &events)
    {
        QList<int> steps;
        for (const QJsonObject &event : events) {
            if (event[u"type"_s].toString() == u"metrics"_s)
                steps.append(event[u"data"_s][u"step"_s].toInt());
        }
        return steps;
    }
    /** From \p from down to 1. */
    static QList<int> downFrom(int from)
    {
        QList<int> steps;
        for (int step = from; step >= 1; --step)
            steps.append(step);
        return steps;
    }
    static QStringList messagesOf(const QList<QJsonObject> &events)
    {
        QStringList messages;
        for (const QJsonObject &event : events) {
            if (event[u"type"_s].toString() == u"message"_s)
                messages.append(event[u"message"_s].toString());
        }
        return messages;
    }
    /** What the events tell of one figure, from the first step on; steps without it are left out. */
    static QList<double> figures(const QList<QJsonObject> &events, const QString &name)
    {
        QList<double> values;
        for (const QJsonObject &event : events) {
            if (event[u"data"_s][name].isDouble())
                values.prepend(event[u"data"_s][name].toDouble());
        }
        return values;
    }

    RawReply asAdmin(const QByteArray &method, const QByteArray &target, const QByteArray &body = {}) const
    {
        Headers headers{{"Authorization", "Bearer sk-admin-test"}};
        if (!body.isEmpty())
            headers.append(qMakePair(QByteArray("Content-Type"), QByteArray("application/json")));
        return rawRequest(m_server.baseUrl(), method, target, headers, body);
    }
    static QByteArray permissionsPath(const QString &checkpoint)
    {
        return "/v1/fine_tuning/checkpoints/" + checkpoint.toUtf8() + "/permissions";
    }
};

} // namespace odc::test

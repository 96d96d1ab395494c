// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serverclient.h"

#include <QMap>
#include <QSet>

namespace odc::test {

/** The batches of a server inside the test. */
class BatchClient : protected ServerClient
{
protected:
    static QByteArray compact(const QJsonObject &object)
    {
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }
    static QByteArray lineOf(const QString &id, const QString &endpoint, const QJsonObject &body)
    {
        return compact(
            {{u"custom_id"_s, id}, {u"method"_s, u"POST"_s}, {u"url"_s, endpoint}, {u"body"_s, body}});
    }
    /** A request whose user says \p text. */
    static QByteArray chatLine(const QString &id, const QString &text)
    {
        const QJsonObject message{{u"role"_s, u"user"_s}, {u"content"_s, text}};
        return lineOf(id, u"/v1/chat/completions"_s,
                      {{u"model"_s, u"gpt-4.1-mini"_s}, {u"messages"_s, QJsonArray{message}}});
    }
    /** Requests r-1, r-2 ... with those texts. */
    static QByteArray chatLines(const QStringList &texts)
    {
        QByteArray lines;
        for (qsizetype i = 0; i < texts.size(); ++i)
            lines += chatLine(u"r-%1"_s.arg(i + 1), texts.at(i)) + '\n';
        return lines;
    }
    static QByteArray chatLines(int count) { return chatLines(QStringList(count, u"where is it?"_s)); }
    static QJsonObject batchBody(const QByteArray &file, const QString &endpoint = u"/v1/chat/completions"_s)
    {
        return {{u"input_file_id"_s, QString::fromUtf8(file)},
                {u"endpoint"_s, endpoint},
                {u"completion_window"_s, u"24h"_s}};
    }
    QByteArray upload(const QByteArray &lines) const { return uploadFile(lines, "batch"); }
    QByteArray create(const QByteArray &lines, const QString &endpoint = u"/v1/chat/completions"_s,
                      const QJsonObject &metadata = {}) const
    {
        QJsonObject body = batchBody(upload(lines), endpoint);
        if (!metadata.isEmpty())
            body[u"metadata"_s] = metadata;
        return idOf(post("/v1/batches", body));
    }
    QJsonObject batch(const QByteArray &id) const { return get("/v1/batches/" + id).json(); }
    QString statusOf(const QByteArray &id) const { return batch(id)[u"status"_s].toString(); }
    RawReply cancel(const QByteArray &id) const { return send("POST", "/v1/batches/" + id + "/cancel"); }
    /** Waits until the batch has that status; returns it. */
    QJsonObject reached(const QByteArray &id, const QString &status) const
    {
        [&] { QTRY_COMPARE_WITH_TIMEOUT(statusOf(id), status, 30'000); }();
        return batch(id);
    }
    QJsonObject completed(const QByteArray &lines, const QString &endpoint = u"/v1/chat/completions"_s,
                          const QJsonObject &metadata = {}) const
    {
        return reached(create(lines, endpoint, metadata), u"completed"_s);
    }
    QByteArray content(const QJsonValue &file) const
    {
        return file.isNull() ? QByteArray() : get("/v1/files/" + file.toString().toUtf8() + "/content").body;
    }
    static QList<QJsonObject> parsedLines(const QByteArray &text)
    {
        QList<QJsonObject> lines;
        for (const QByteArray &line : text.split('\n')) {
            if (!line.isEmpty())
                lines.append(QJsonDocument::fromJson(line).object());
        }
        return lines;
    }
    QList<QJsonObject> output(const QJsonObject &batch) const
    {
        return parsedLines(content(batch[u"output_file_id"_s]));
    }
    QList<QJsonObject> errors(const QJsonObject &batch) const
    {
        return parsedLines(content(batch[u"error_file_id"_s]));
    }
    static QStringList idsOf(const QList<QJsonObject> &lines)
    {
        QStringList ids;
        for (const QJsonObject &line : lines)
            ids.append(line[u"custom_id"_s].toString());
        return ids;
    }
    static QStringList sorted(QStringList ids)
    {
        ids.sort();
        return ids;
    }
    /** r-1 to r-count, sorted as texts. */
    static QStringList allIds(int count)
    {
        QStringList ids;
        for (int i = 1; i <= count; ++i)
            ids.append(u"r-%1"_s.arg(i));
        return sorted(ids);
    }
    static QJsonObject counts(int total, int completed, int failed)
    {
        return {{u"total"_s, total}, {u"completed"_s, completed}, {u"failed"_s, failed}};
    }
    static int done(const QJsonObject &batch)
    {
        return batch[u"request_counts"_s][u"completed"_s].toInt() +
               batch[u"request_counts"_s][u"failed"_s].toInt();
    }
};

} // namespace odc::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serverclient.h"

namespace odc::test {

/** The vector stores of a server inside the test. */
class StoreClient : protected ServerClient
{
protected:
    static QByteArray compact(const QJsonObject &object)
    {
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }
    /** So slow that nothing goes on unless the clock is moved; 32 files are worked on at a time. */
    void startSlow()
    {
        start([](server::LocalServer::Options &options) { options.timeScale = 1000; });
    }
    QString upload(const QByteArray &text, const QByteArray &name = "note.txt") const
    {
        return QString::fromUtf8(idOf(postForm(m_server.baseUrl(), "/v1/files",
                                               {{"purpose", "assistants", {}}, {"file", text, name}})));
    }
    QStringList uploads(const QByteArrayList &texts) const
    {
        QStringList ids;
        for (const QByteArray &text : texts)
            ids.append(upload(text));
        return ids;
    }
    QByteArray makeStore(const QJsonObject &body = {{QStringLiteral("name"), QStringLiteral("kb")}}) const
    {
        return idOf(post("/v1/vector_stores", body));
    }
    static QByteArray storePath(const QByteArray &store) { return "/v1/vector_stores/" + store; }
    static QByteArray filePath(const QByteArray &store, const QString &file)
    {
        return storePath(store) + "/files/" + file.toUtf8();
    }
    static QByteArray batchPath(const QByteArray &store, const QByteArray &batch)
    {
        return storePath(store) + "/file_batches/" + batch;
    }
    QJsonObject store(const QByteArray &id) const { return get(storePath(id)).json(); }
    QJsonObject file(const QByteArray &store, const QString &id) const
    {
        return get(filePath(store, id)).json();
    }
    QString statusOf(const QByteArray &store, const QString &id) const
    {
        return file(store, id)[u"status"_s].toString();
    }
    RawReply attach(const QByteArray &store, const QString &file, QJsonObject more = {}) const
    {
        more[u"file_id"_s] = file;
        return post(storePath(store) + "/files", more);
    }
    RawReply attachAll(const QByteArray &store, const QStringList &files, QJsonObject more = {}) const
    {
        more[u"file_ids"_s] = QJsonArray::fromStringList(files);
        return post(storePath(store) + "/file_batches", more);
    }
    QJsonObject batch(const QByteArray &store, const QByteArray &id) const
    {
        return get(batchPath(store, id)).json();
    }
    /** Waits until nothing of the store is being indexed; returns it. */
    QJsonObject settled(const QByteArray &id) const
    {
        [&] { QTRY_VERIFY_WITH_TIMEOUT(store(id)[u"status"_s].toString() != u"in_progress"_s, 60'000); }();
        return store(id);
    }
    static QJsonObject counts(int inProgress, int completed, int failed, int cancelled)
    {
        return {{u"in_progress"_s, inProgress},
                {u"completed"_s, completed},
                {u"failed"_s, failed},
                {u"cancelled"_s, cancelled},
                {u"total"_s, inProgress + completed + failed + cancelled}};
    }
    static QJsonObject countsOf(const QJsonObject &object) { return object[u"file_counts"_s].toObject(); }
    QStringList idsIn(const QByteArray &target) const
    {
        QStringList ids;
        for (const QJsonValue &each : list(target))
            ids.append(each[u"id"_s].toString());
        return ids;
    }
    RawReply search(const QByteArray &store, QJsonObject body) const
    {
        return post(storePath(store) + "/search", body);
    }
    QJsonArray found(const QByteArray &store, const QString &query, QJsonObject more = {}) const
    {
        more[u"query"_s] = query;
        return search(store, more).json()[u"data"_s].toArray();
    }
    /** The texts of a file's chunks. */
    QStringList chunks(const QByteArray &store, const QString &id) const
    {
        QStringList texts;
        for (const QJsonValue &chunk : list(filePath(store, id) + "/content"))
            texts.append(chunk[u"text"_s].toString());
        return texts;
    }
    static QJsonObject fixedChunks(int most, int overlap)
    {
        return {{u"type"_s, u"static"_s},
                {u"static"_s,
                 QJsonObject{{u"max_chunk_size_tokens"_s, most}, {u"chunk_overlap_tokens"_s, overlap}}}};
    }
    static QJsonObject expiresAfter(int days)
    {
        return {{u"anchor"_s, u"last_active_at"_s}, {u"days"_s, days}};
    }
    /** The sum that usage_bytes of the store must be. */
    qint64 usageOfFiles(const QByteArray &store) const
    {
        qint64 bytes = 0;
        for (const QJsonValue &each : list(storePath(store) + "/files?limit=100"))
            bytes += each[u"usage_bytes"_s].toInteger();
        return bytes;
    }
};

} // namespace odc::test

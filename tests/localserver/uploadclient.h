// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/localserver.h"
#include "support/rawhttp.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace odc::test {

using namespace Qt::StringLiterals;

inline QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

inline QByteArray idOf(const RawReply &reply)
{
    return reply.json()[u"id"_s].toString().toUtf8();
}

/** The id of the file a completed upload became. */
inline QByteArray fileIdOf(const RawReply &completed)
{
    return completed.json()[u"file"_s].toObject()[u"id"_s].toString().toUtf8();
}

/** What an upload of so many bytes is created with. */
inline QJsonObject description(qint64 bytes)
{
    return {{u"filename"_s, u"golden.jsonl"_s},
            {u"purpose"_s, u"evals"_s},
            {u"bytes"_s, bytes},
            {u"mime_type"_s, u"application/jsonl"_s}};
}

/** The Uploads operations over plain sockets, against the server at url. */
class UploadClient
{
protected:
    RawReply post(const QByteArray &target, const QByteArray &body) const
    {
        return rawRequest(url, "POST", target, {{"Content-Type", "application/json"}}, body);
    }
    RawReply get(const QByteArray &target, const Headers &headers = {}) const
    {
        return rawRequest(url, "GET", target, headers);
    }
    QByteArray create(qint64 bytes) const { return idOf(post("/v1/uploads", compact(description(bytes)))); }
    RawReply sendPart(const QByteArray &id, const QByteArray &bytes) const
    {
        return postForm(url, "/v1/uploads/" + id + "/parts", {{"data", bytes, "blob"}});
    }
    QByteArray part(const QByteArray &id, const QByteArray &bytes) const { return idOf(sendPart(id, bytes)); }
    static QByteArray order(const QByteArrayList &parts, const QString &md5 = {})
    {
        QJsonArray ids;
        for (const QByteArray &each : parts)
            ids.append(QString::fromUtf8(each));
        QJsonObject body{{u"part_ids"_s, ids}};
        if (!md5.isNull())
            body[u"md5"_s] = md5;
        return compact(body);
    }
    RawReply complete(const QByteArray &id, const QByteArrayList &parts, const QString &md5 = {}) const
    {
        return post("/v1/uploads/" + id + "/complete", order(parts, md5));
    }
    RawReply cancel(const QByteArray &id) const
    {
        return rawRequest(url, "POST", "/v1/uploads/" + id + "/cancel");
    }
    /** The id of a file made of these parts in this order. */
    QByteArray fileOf(const QByteArrayList &pieces) const
    {
        qint64 total = 0;
        for (const QByteArray &piece : pieces)
            total += piece.size();
        const QByteArray id = create(total);
        QByteArrayList ids;
        for (const QByteArray &piece : pieces)
            ids.append(part(id, piece));
        return fileIdOf(complete(id, ids));
    }
    RawReply content(const QByteArray &file, const QByteArray &range = {}) const
    {
        return get("/v1/files/" + file + "/content", {{"Range", range}});
    }
    QJsonArray files() const { return get("/v1/files").json()[u"data"_s].toArray(); }

    QUrl url;
};

/** The same with a server inside the test, in a scratch folder. */
class LocalUploads : protected UploadClient
{
protected:
    void begin()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<odc::server::LocalServer>();
        start(false);
    }
    void end()
    {
        m_server.reset();
        m_dir.reset();
    }
    /** Starts it, again if need be; its clock is then right again. */
    void start(bool readOnly)
    {
        odc::server::LocalServer::Options options;
        options.dataDir = m_dir->path();
        options.readOnly = readOnly;
        QString error;
        QVERIFY2(m_server->start(options, &error), qPrintable(error));
        url = m_server->baseUrl();
    }
    qsizetype blobs() const { return entries(u"files"_s); }
    qsizetype entries(const QString &folder) const
    {
        return QDir(m_dir->filePath(folder)).entryList(QDir::Files | QDir::Hidden).size();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<odc::server::LocalServer> m_server;
};

} // namespace odc::test

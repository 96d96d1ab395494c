// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/localserver.h"
#include "support/rawhttp.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

namespace odc::test {

using namespace Qt::StringLiterals;

/** A local server inside the test, in a scratch folder, asked over plain sockets. */
class ServerClient
{
protected:
    /** The server of before ends, and its folder is as new. */
    bool emptyFolder()
    {
        m_server.stop();
        QDir(m_dir.path()).removeRecursively();
        return QDir().mkpath(m_dir.path());
    }
    /** Starts a server, again if need be, on the same folder. */
    void start(const std::function<void(server::LocalServer::Options &)> &change = {})
    {
        server::LocalServer::Options options;
        options.dataDir = m_dir.path();
        options.timeScale = 0;
        if (change)
            change(options);
        QString error;
        QVERIFY2(m_server.start(options, &error), qPrintable(error));
    }
    RawReply send(const QByteArray &method, const QByteArray &target, const QByteArray &body = {}) const
    {
        Headers headers;
        if (!body.isEmpty())
            headers.append(qMakePair(QByteArray("Content-Type"), QByteArray("application/json")));
        return rawRequest(m_server.baseUrl(), method, target, headers, body);
    }
    RawReply get(const QByteArray &target) const { return send("GET", target); }
    RawReply post(const QByteArray &target, const QJsonObject &body) const
    {
        return send("POST", target, QJsonDocument(body).toJson(QJsonDocument::Compact));
    }
    static QByteArray idOf(const RawReply &reply) { return reply.json()[u"id"_s].toString().toUtf8(); }
    QJsonArray list(const QByteArray &target) const { return get(target).json()[u"data"_s].toArray(); }
    /** Files without those that jobs and batches make, which may come at any moment while one is under way. */
    QJsonArray uploadedFiles() const
    {
        QJsonArray uploaded;
        for (const QJsonValue &file : list("/v1/files")) {
            const QString purpose = file[u"purpose"_s].toString();
            if (purpose != "batch_output"_L1 && purpose != "fine-tune-results"_L1)
                uploaded.append(file);
        }
        return uploaded;
    }
    QByteArray uploadFile(const QByteArray &bytes, const QByteArray &purpose) const
    {
        return idOf(postForm(m_server.baseUrl(), "/v1/files",
                             {{"purpose", purpose, {}}, {"file", bytes, "rows.jsonl"}}));
    }

    QTemporaryDir m_dir;
    server::LocalServer m_server;
};

} // namespace odc::test

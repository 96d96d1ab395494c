// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every operation: keys, unknown routes, wrong methods, headers, the request log, read-only.
#include "localserver/localserver.h"
#include "support/rawhttp.h"

#include <QJsonArray>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace odc::test;
using odc::server::LocalServer;

class TestLocalServerCore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<LocalServer>();
        start({});
    }
    void cleanup()
    {
        m_server.reset();
        m_dir.reset();
    }

    void keys_data();
    void keys();
    void unknownAndWrong_data();
    void unknownAndWrong();
    void pathIdsMayHoldColons_data();
    void pathIdsMayHoldColons();
    void everyReplyCarriesTheServiceHeaders();
    void sdkHeadersAreIgnored();
    void malformedRequestIsAnsweredInTheApisShape();
    void requestLogKeepsWhatWasAskedAndNoKey();
    void requestLogSince();
    void readOnlyRefusesEveryChange_data();
    void readOnlyRefusesEveryChange();
    void connectionIsKeptAfterAnUnreadShortBody();
    void getWithABodyDoesNotConfuseTheConnection();
    void stopCutsIdleConnections();
    void manyConnectionsAtOnceAreServed();
    void optionsAreValidated_data();
    void optionsAreValidated();

private:
    void start(LocalServer::Options options)
    {
        m_server->stop();
        options.dataDir = m_dir->path();
        QString error;
        QVERIFY2(m_server->start(options, &error), qPrintable(error));
    }
    RawReply get(const QByteArray &target, const Headers &headers = {})
    {
        return rawRequest(m_server->baseUrl(), "GET", target, headers);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<LocalServer> m_server;
};

void TestLocalServerCore::keys_data()
{
    QTest::addColumn<QString>("apiKey");
    QTest::addColumn<QString>("adminKey");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("status");

    QTest::newRow("any key, none given") << QString() << QString() << QByteArray("") << 401;
    QTest::newRow("any key, empty bearer") << QString() << QString() << QByteArray("Bearer ") << 401;
    QTest::newRow("any key, basic") << QString() << QString() << QByteArray("Basic c2stdGVzdA==") << 401;
    QTest::newRow("any key, some key") << QString() << QString() << QByteArray("Bearer sk-1") << 200;
    QTest::newRow("any key, scheme in lower case")
        << QString() << QString() << QByteArray("bearer sk-1") << 200;
    QTest::newRow("any key, admin key") << QString() << QString() << QByteArray("Bearer sk-admin-1") << 200;
    QTest::newRow("one key, right") << u"sk-a"_s << QString() << QByteArray("Bearer sk-a") << 200;
    QTest::newRow("one key, wrong") << u"sk-a"_s << QString() << QByteArray("Bearer sk-b") << 401;
    QTest::newRow("one key, some admin key")
        << u"sk-a"_s << QString() << QByteArray("Bearer sk-admin-1") << 401;
    QTest::newRow("both, admin key") << u"sk-a"_s << u"sk-admin-z"_s << QByteArray("Bearer sk-admin-z")
                                     << 200;
    QTest::newRow("both, wrong admin key")
        << u"sk-a"_s << u"sk-admin-z"_s << QByteArray("Bearer sk-admin-y") << 401;
    QTest::newRow("admin only, wrong admin key")
        << QString() << u"sk-admin-z"_s << QByteArray("Bearer sk-admin-y") << 401;
    QTest::newRow("admin only, some key") << QString() << u"sk-admin-z"_s << QByteArray("Bearer sk-1") << 200;
}

void TestLocalServerCore::keys()
{
    QFETCH(QString, apiKey);
    QFETCH(QString, adminKey);
    QFETCH(QByteArray, header);
    QFETCH(int, status);
    LocalServer::Options options;
    options.apiKey = apiKey;
    options.adminKey = adminKey;
    start(options);
    for (const char *target : {"/v1/files", "/v1/models", "/_local/requests"}) {
        const RawReply reply = get(target, {{"Authorization", header}});
        QCOMPARE(reply.status, status);
        if (status != 401)
            continue;
        QCOMPARE(reply.error(u"code"_s), u"invalid_api_key"_s);
        QCOMPARE(reply.error(u"type"_s), u"invalid_request_error"_s);
        const QByteArray key = header.mid(7);
        QVERIFY(key.size() < 5 || !reply.body.contains(key));
    }
    QCOMPARE(get("/_local/health", {{"Authorization", ""}}).status, 200);
}

void TestLocalServerCore::unknownAndWrong_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("allow");

    const QByteArray none;
    QTest::newRow("root") << QByteArray("GET") << QByteArray("/") << 404 << none;
    QTest::newRow("no version") << QByteArray("GET") << QByteArray("/files") << 404 << none;
    QTest::newRow("unknown area") << QByteArray("GET") << QByteArray("/v1/nonsense?x=1") << 404 << none;
    QTest::newRow("too deep") << QByteArray("GET") << QByteArray("/v1/files/a/content/b") << 404 << none;
    QTest::newRow("trailing slash") << QByteArray("GET") << QByteArray("/v1/files/") << 404 << none;
    QTest::newRow("encoded slash is part of the id")
        << QByteArray("GET") << QByteArray("/v1/files/a%2Fcontent") << 404 << none;
    QTest::newRow("climbing") << QByteArray("GET") << QByteArray("/v1/files/..%2F..%2Fstore.sqlite/content")
                              << 404 << none;
    QTest::newRow("delete all files")
        << QByteArray("DELETE") << QByteArray("/v1/files") << 405 << QByteArray("GET, POST, HEAD");
    QTest::newRow("put file") << QByteArray("PUT") << QByteArray("/v1/files/x") << 405
                              << QByteArray("GET, DELETE, HEAD");
    QTest::newRow("post content") << QByteArray("POST") << QByteArray("/v1/files/x/content") << 405
                                  << QByteArray("GET, HEAD");
    QTest::newRow("patch models") << QByteArray("PATCH") << QByteArray("/v1/models") << 405
                                  << QByteArray("GET, HEAD");
    QTest::newRow("options") << QByteArray("OPTIONS") << QByteArray("/v1/models") << 405
                             << QByteArray("GET, HEAD");
}

void TestLocalServerCore::unknownAndWrong()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    QFETCH(QByteArray, allow);
    const RawReply reply = rawRequest(m_server->baseUrl(), method, target);
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.headers.value("allow"), allow);
    QCOMPARE(reply.headers.value("content-type"), QByteArray("application/json"));
    QCOMPARE(reply.error(u"type"_s), u"invalid_request_error"_s);
    QVERIFY(!reply.error(u"message"_s).isEmpty());
}

void TestLocalServerCore::pathIdsMayHoldColons_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("raw") << QByteArray("ft:gpt-4o-mini:org::id:ckpt-step-88");
    QTest::newRow("encoded") << QByteArray("ft%3Agpt-4o-mini%3Aorg%3a%3Aid%3Ackpt-step-88");
}

void TestLocalServerCore::pathIdsMayHoldColons()
{
    QFETCH(QByteArray, written);
    const RawReply reply = get("/v1/models/" + written);
    QCOMPARE(reply.status, 404);
    QCOMPARE(reply.error(u"code"_s), u"model_not_found"_s);
    QVERIFY(reply.error(u"message"_s).contains(u"'ft:gpt-4o-mini:org::id:ckpt-step-88'"_s));
    QCOMPARE(get("/v1/models/local-echo").json()[u"id"_s].toString(), u"local-echo"_s);
}

void TestLocalServerCore::everyReplyCarriesTheServiceHeaders()
{
    QByteArray lastId;
    for (const char *target : {"/v1/files", "/v1/files/none", "/v1/nonsense"}) {
        const RawReply reply = get(target);
        const QByteArray id = reply.headers.value("x-request-id");
        QVERIFY(id.startsWith("req_") && id != lastId);
        lastId = id;
        bool isNumber = false;
        reply.headers.value("openai-processing-ms").toInt(&isNumber);
        QVERIFY(isNumber);
        QCOMPARE(reply.headers.value("openai-version"), QByteArray("2020-10-01"));
        const int limit = reply.headers.value("x-ratelimit-limit-requests").toInt();
        const int remaining = reply.headers.value("x-ratelimit-remaining-requests").toInt();
        QVERIFY(limit > 0 && remaining >= 0 && remaining < limit);
        QVERIFY(reply.headers.value("x-ratelimit-reset-requests").endsWith('s'));
    }
}

void TestLocalServerCore::sdkHeadersAreIgnored()
{
    const RawReply reply = get("/v1/files?_stainless_unknown=1", {{"X-Stainless-Retry-Count", "1"},
                                                                  {"OpenAI-Beta", "assistants=v2"},
                                                                  {"OpenAI-Organization", "org-1"},
                                                                  {"X-Client-Request-Id", "abc"}});
    QCOMPARE(reply.status, 200);
}

void TestLocalServerCore::malformedRequestIsAnsweredInTheApisShape()
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(m_server->baseUrl().port()));
    QVERIFY(socket.waitForConnected());
    socket.write("NONSENSE\r\n\r\n");
    QByteArray reply;
    while (!reply.contains("invalid_request_error") && socket.waitForReadyRead(5000))
        reply += socket.readAll();
    QVERIFY2(reply.startsWith("HTTP/1.1 400"), reply.constData());
    QVERIFY2(reply.contains(R"("type":"invalid_request_error")"), reply.constData());
}

void TestLocalServerCore::requestLogKeepsWhatWasAskedAndNoKey()
{
    get("/v1/files?limit=3&order=asc",
        {{"Authorization", "Bearer sk-secret-value-1"}, {"OpenAI-Project", "proj_1"}, {"OpenAI-Project", "proj_2"}, {"Cookie", "private"}});
    rawRequest(m_server->baseUrl(), "POST", "/v1/files", {{"Content-Type", "text/plain"}}, "twelve bytes");
    get("/v1/models", {{"Authorization", "Bearer sk-admin-1"}});
    get("/v1/models", {{"Authorization", ""}});

    const auto log = m_server->requestLog();
    QCOMPARE(log.size(), 4);
    QCOMPARE(log[0].method, QByteArray("GET"));
    QCOMPARE(log[0].target, QByteArray("/v1/files?limit=3&order=asc"));
    QCOMPARE(log[0].status, 200);
    QCOMPARE(log[0].access, u"project"_s);
    const QJsonObject headers = log[0].toJson()[u"headers"_s].toObject();
    QCOMPARE(headers[u"openai-project"_s], u"proj_1"_s);
    QVERIFY(!headers.contains(u"authorization"_s) && !headers.contains(u"cookie"_s));
    QCOMPARE(log[1].status, 400);
    QCOMPARE(log[1].bodyBytes, 12);
    QCOMPARE(log[2].access, u"admin"_s);
    QCOMPARE(log[3].access, u"none"_s);
    QCOMPARE(log[3].status, 401);
    QVERIFY(log[0].sequence < log[1].sequence && log[1].sequence < log[2].sequence);

    const RawReply overHttp = get("/_local/requests");
    QCOMPARE(overHttp.json()[u"data"_s].toArray().size(), 4);
    QVERIFY(!overHttp.body.contains("sk-secret"));
    m_server->clearRequestLog();
    QVERIFY(m_server->requestLog().isEmpty());
}

void TestLocalServerCore::requestLogSince()
{
    get("/v1/models");
    get("/v1/files");
    const qint64 first = qint64(m_server->requestLog().constFirst().sequence);
    const QJsonArray later =
        get("/_local/requests?since=" + QByteArray::number(first)).json()[u"data"_s].toArray();
    QCOMPARE(later.size(), 1);
    QCOMPARE(later[0].toObject()[u"path"_s].toString(), u"/v1/files"_s);
    QCOMPARE(get("/_local/requests?since=x").status, 400);
    QCOMPARE(rawRequest(m_server->baseUrl(), "DELETE", "/_local/requests").status, 200);
    QVERIFY(m_server->requestLog().isEmpty());
}

void TestLocalServerCore::readOnlyRefusesEveryChange_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::newRow("create") << QByteArray("POST") << QByteArray("/v1/files") << 403;
    QTest::newRow("delete") << QByteArray("DELETE") << QByteArray("/v1/files/file-x") << 403;
    QTest::newRow("list") << QByteArray("GET") << QByteArray("/v1/files") << 200;
    QTest::newRow("clear log") << QByteArray("DELETE") << QByteArray("/_local/requests") << 200;
}

void TestLocalServerCore::readOnlyRefusesEveryChange()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    LocalServer::Options options;
    options.readOnly = true;
    start(options);
    const RawReply reply = rawRequest(m_server->baseUrl(), method, target, {}, method == "POST" ? "{}" : "");
    QCOMPARE(reply.status, status);
    if (status == 403)
        QVERIFY(reply.error(u"message"_s).contains(u"read-only"_s));
    QString error;
    QVERIFY(!m_server->seedSample(&error));
    QVERIFY(error.contains(u"read-only"_s));
}

void TestLocalServerCore::connectionIsKeptAfterAnUnreadShortBody()
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(m_server->baseUrl().port()));
    QVERIFY(socket.waitForConnected());
    const QByteArray refused = "POST /v1/nonsense HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello";
    const QByteArray next = "GET /_local/health HTTP/1.1\r\nHost: x\r\n\r\n";
    socket.write(refused + next);
    QByteArray received;
    while (!received.contains(R"("status":"ok")") && socket.waitForReadyRead(5000))
        received += socket.readAll();
    QVERIFY2(received.startsWith("HTTP/1.1 404"), received.constData());
    QVERIFY2(received.contains(R"("status":"ok")"), received.constData());
}

void TestLocalServerCore::getWithABodyDoesNotConfuseTheConnection()
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(m_server->baseUrl().port()));
    QVERIFY(socket.waitForConnected());
    socket.write("GET /_local/health HTTP/1.1\r\nHost: x\r\nContent-Length: 40\r\n\r\n"
                 "DELETE /_local/requests HTTP/1.1\r\nHost: ");
    QByteArray received;
    while (socket.waitForReadyRead(5000))
        received += socket.readAll();
    QCOMPARE(received.count("HTTP/1.1"), 1);
    QVERIFY2(received.contains("Connection: close"), received.constData());
}

void TestLocalServerCore::stopCutsIdleConnections()
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(m_server->baseUrl().port()));
    QVERIFY(socket.waitForConnected());
    socket.write("GET /_local/health HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(socket.waitForReadyRead(5000));
    m_server->stop();
    QVERIFY(m_server->baseUrl().isEmpty());
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
}

void TestLocalServerCore::manyConnectionsAtOnceAreServed()
{
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < 120; ++i) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        sockets.back()->connectToHost(u"127.0.0.1"_s, quint16(m_server->baseUrl().port()));
    }
    for (const auto &socket : sockets) {
        QVERIFY(socket->waitForConnected(5000));
        socket->write("GET /_local/health HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    for (const auto &socket : sockets) {
        QVERIFY(socket->bytesAvailable() > 0 || socket->waitForReadyRead(5000));
        QVERIFY(socket->readAll().startsWith("HTTP/1.1 200"));
    }
}

void TestLocalServerCore::optionsAreValidated_data()
{
    QTest::addColumn<QString>("upstream");
    QTest::addColumn<double>("timeScale");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << QString() << 1.0 << true;
    QTest::newRow("upstream") << u"https://example.org/v1"_s << 1.0 << true;
    QTest::newRow("upstream without scheme") << u"example.org"_s << 1.0 << false;
    QTest::newRow("upstream of another scheme") << u"file:///etc"_s << 1.0 << false;
    QTest::newRow("at once") << QString() << 0.0 << true;
    QTest::newRow("backwards") << QString() << -1.0 << false;
    QTest::newRow("not a number") << QString() << std::nan("") << false;
}

void TestLocalServerCore::optionsAreValidated()
{
    QFETCH(QString, upstream);
    QFETCH(double, timeScale);
    QFETCH(bool, good);
    m_server->stop();
    LocalServer::Options options;
    options.dataDir = m_dir->path();
    options.upstream = upstream;
    options.timeScale = timeScale;
    QString error;
    QCOMPARE(m_server->start(options, &error), good);
    QCOMPARE(error.isEmpty(), good);
}

QTEST_GUILESS_MAIN(TestLocalServerCore)
#include "tst_localserver_core.moc"

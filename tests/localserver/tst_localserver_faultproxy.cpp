// SPDX-License-Identifier: GPL-3.0-or-later
// The fault proxy is what other tests trust: it must break exactly what it was told to, and nothing else.
#include "support/faultproxy.h"
#include "support/serverprocess.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace odc::test;

class TestFaultProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_server.start({u"--time-scale"_s, u"0"_s}), qPrintable(m_server.errorText()));
    }
    void init()
    {
        m_server.clearLog();
        m_proxy = std::make_unique<FaultProxy>(m_server.url());
    }
    void cleanup() { m_proxy.reset(); }

    void forwardsUntouched();
    void keepsConnectionsAlive();
    void answers_data();
    void answers();
    void dropNeverReachesTheServer();
    void lostReplyReachesTheServerOnce();
    void truncatedBodyEndsEarly();
    void truncatedJsonIsWholeForHttp();
    void stallLastsUntilTheClientGivesUp();
    void slowReplyArrivesWhole();
    void faultsAreUsedUpInOrder();
    void largeBodiesStream();

private:
    QByteArray create(const QByteArray &bytes)
    {
        const RawReply reply =
            postForm(m_proxy->url(), "/v1/files", {{"purpose", "evals", {}}, {"file", bytes, "x.jsonl"}});
        return reply.json()[u"id"_s].toString().toUtf8();
    }
    ServerProcess m_server;
    std::unique_ptr<FaultProxy> m_proxy;
};

void TestFaultProxy::forwardsUntouched()
{
    QByteArray bytes;
    for (int i = 0; i < 70'000; ++i)
        bytes += char(i * 31);
    const QByteArray id = create(bytes);
    QVERIFY(!id.isEmpty());
    QCOMPARE(rawRequest(m_proxy->url(), "GET", "/v1/files/" + id + "/content").body, bytes);
    QCOMPARE(m_proxy->count("POST", "/v1/files"), 1);
    QCOMPARE(m_proxy->count("GET", "/content"), 1);
    QCOMPARE(m_proxy->seen().constFirst().headers.value("authorization"), QByteArray("Bearer sk-test"));
    QCOMPARE(m_server.count(u"POST"_s, u"/v1/files"_s), 1);
}

void TestFaultProxy::keepsConnectionsAlive()
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(m_proxy->url().port()));
    QVERIFY(socket.waitForConnected());
    m_proxy->add("GET", "/v1/models", Fault::serverError());
    for (const char *expected : {"HTTP/1.1 500", "HTTP/1.1 200", "HTTP/1.1 200"}) {
        socket.write("GET /v1/models HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k\r\n\r\n");
        QByteArray received;
        while (!received.endsWith("}") && socket.waitForReadyRead(5000))
            received += socket.readAll();
        QVERIFY2(received.startsWith(expected), received.constData());
    }
    QCOMPARE(m_proxy->count("GET"), 3);
}

void TestFaultProxy::answers_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("bodyPart");
    QTest::newRow("429 s") << Fault::rateLimited(7) << 429 << QByteArray("retry-after") << QByteArray("7")
                           << QByteArray("rate_limit_exceeded");
    QTest::newRow("429 ms") << Fault::rateLimitedMs(70) << 429 << QByteArray("retry-after-ms")
                            << QByteArray("70") << QByteArray("rate_limit_exceeded");
    QTest::newRow("500") << Fault::serverError() << 500 << QByteArray("content-type")
                         << QByteArray("application/json") << QByteArray("server_error");
    QTest::newRow("503") << Fault::overloaded() << 503 << QByteArray("content-type")
                         << QByteArray("application/json") << QByteArray("server_is_overloaded");
    QTest::newRow("401") << Fault::unauthorized() << 401 << QByteArray("content-type")
                         << QByteArray("application/json") << QByteArray("invalid_api_key");
    QTest::newRow("html") << Fault::html(502) << 502 << QByteArray("content-type") << QByteArray("text/html")
                          << QByteArray("<html>");
    QTest::newRow("empty") << Fault::empty(200) << 200 << QByteArray("content-length") << QByteArray("0")
                           << QByteArray();
    QTest::newRow("redirect") << Fault::redirect(QUrl(u"http://127.0.0.1:9/v1/files"_s)) << 307
                              << QByteArray("location") << QByteArray("http://127.0.0.1:9/v1/files")
                              << QByteArray();
}

void TestFaultProxy::answers()
{
    QFETCH(Fault, fault);
    QFETCH(int, status);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, bodyPart);
    m_proxy->add("POST", "/v1/files", fault);
    // The proxy keeps the connection, so that the reply is read over a socket of our own.
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(m_proxy->url().port()));
    QVERIFY(socket.waitForConnected());
    socket.write("POST /v1/files HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nbody");
    QByteArray received;
    while (!(received.contains("\r\n\r\n") && received.contains(bodyPart)) && socket.waitForReadyRead(5000))
        received += socket.readAll();
    QVERIFY2(received.startsWith("HTTP/1.1 " + QByteArray::number(status)), received.constData());
    QVERIFY2(received.toLower().contains(header + ": " + value), received.constData());
    QVERIFY(received.contains(bodyPart));
    QCOMPARE(m_server.log().size(), 0);
}

void TestFaultProxy::dropNeverReachesTheServer()
{
    m_proxy->add("POST", "/v1/files", Fault::drop());
    QVERIFY(create("{}").isEmpty());
    QCOMPARE(m_proxy->count("POST"), 1);
    QCOMPARE(m_server.log().size(), 0);
    QVERIFY(!create("{}").isEmpty());
}

void TestFaultProxy::lostReplyReachesTheServerOnce()
{
    m_proxy->add("POST", "/v1/files", Fault::loseReply());
    QVERIFY(create("{}").isEmpty());
    QCOMPARE(m_server.count(u"POST"_s, u"/v1/files"_s), 1);
}

void TestFaultProxy::truncatedBodyEndsEarly()
{
    const QByteArray id = create("0123456789");
    m_proxy->add("GET", "/content", Fault::truncateBody(4));
    const RawReply reply = rawRequest(m_proxy->url(), "GET", "/v1/files/" + id + "/content");
    QCOMPARE(reply.headers.value("content-length"), QByteArray("10"));
    QCOMPARE(reply.body, QByteArray("0123"));
}

void TestFaultProxy::truncatedJsonIsWholeForHttp()
{
    m_proxy->add("GET", "/v1/models", Fault::truncateJson());
    const RawReply reply = rawRequest(m_proxy->url(), "GET", "/v1/models");
    QCOMPARE(reply.status, 200);
    QVERIFY(!reply.body.isEmpty());
    QCOMPARE(reply.headers.value("content-length").toInt(), reply.body.size());
    QVERIFY(reply.json().isEmpty());
}

void TestFaultProxy::stallLastsUntilTheClientGivesUp()
{
    m_proxy->add({}, {}, Fault::stall());
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(m_proxy->url().port()));
    QVERIFY(socket.waitForConnected());
    socket.write("GET /v1/models HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(!socket.waitForReadyRead(300));
    QCOMPARE(socket.state(), QAbstractSocket::ConnectedState);
    QCOMPARE(m_proxy->count("GET"), 1);
    QCOMPARE(m_server.log().size(), 0);
}

void TestFaultProxy::slowReplyArrivesWhole()
{
    const QByteArray bytes(3000, 'x');
    const QByteArray id = create(bytes);
    m_proxy->add("GET", "/content", Fault::slow(8000));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(rawRequest(m_proxy->url(), "GET", "/v1/files/" + id + "/content").body, bytes);
    QCOMPARE_GE(timer.elapsed(), 300);
}

void TestFaultProxy::faultsAreUsedUpInOrder()
{
    m_proxy->add("GET", "/v1/models", Fault::drop());
    m_proxy->add("GET", "/v1/models", Fault::drop());
    m_proxy->add("DELETE", {}, Fault::drop(), -1);
    QCOMPARE(rawRequest(m_proxy->url(), "GET", "/v1/models").status, 0);
    QCOMPARE(rawRequest(m_proxy->url(), "GET", "/v1/models?x=1").status, 0);
    QCOMPARE(rawRequest(m_proxy->url(), "GET", "/v1/models").status, 200);
    QCOMPARE(rawRequest(m_proxy->url(), "DELETE", "/v1/files/a").status, 0);
    QCOMPARE(rawRequest(m_proxy->url(), "DELETE", "/v1/files/a").status, 0);
    m_proxy->clearFaults();
    QCOMPARE(rawRequest(m_proxy->url(), "DELETE", "/v1/files/a").status, 404);
}

void TestFaultProxy::largeBodiesStream()
{
    QByteArray bytes(24 * 1024 * 1024, Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = char((i * 2654435761u) >> 13);
    const QByteArray id = create(bytes);
    QVERIFY(!id.isEmpty());
    QVERIFY(rawRequest(m_proxy->url(), "GET", "/v1/files/" + id + "/content").body == bytes);
}

QTEST_GUILESS_MAIN(TestFaultProxy)
#include "tst_localserver_faultproxy.moc"

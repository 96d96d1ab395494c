// SPDX-License-Identifier: GPL-3.0-or-later
// What a transport promises of each exchange, whatever the way to the server.
#include "net/qnamtransport.h"
#include "net/wirebuilder.h"
#include "support/rawserver.h"
#include "transportbench.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <array>
#include <atomic>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestQnamTransport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { writeUpload(m_dir.path()); }
    void answersArriveWhole();
    void aStatusOfFourHundredOrMoreIsAnAnswer_data();
    void aStatusOfFourHundredOrMoreIsAnAnswer();
    void aPostIsSentOnceWhenTheServerClosesBeforeAnswering_data();
    void aPostIsSentOnceWhenTheServerClosesBeforeAnswering();
    void uploadsArriveByteForByte();
    void abortClosesTheSocket_data();
    void abortClosesTheSocket();
    void theTransportMayDieBeforeItsExchanges();
    void theTransportMayDieInsideASignal();
    void silenceEndsAnExchange();
    void aTrickleIsNotSilence();
    void cutOffAnswersAreFailures_data();
    void cutOffAnswersAreFailures();
    void cookiesAreNotKept();
    void compressedJsonIsUnpackedButContentIsAskedForPlain();
    void transfersDoNotHoldUpCalls();
    void aSlowReaderSlowsTheServerDown();

private:
    std::shared_ptr<RequestBody> body(const QString &kind) const { return bodyOf(kind, m_dir.path()); }
    QTemporaryDir m_dir;
};

void TestQnamTransport::answersArriveWhole()
{
    RawServer server([](const RawServer::Request &, QTcpSocket *socket) {
        socket->write(RawServer::answer(200, "{\"ok\":true}", "application/json", "X-Request-Id: req_1\r\n"));
    });
    QnamTransport transport({});
    Outcome out;
    const auto exchange = watch(transport.send(get(server.url(u"/v1/models"_s))), &out);
    QTRY_COMPARE(out.finishes, 1);
    QCOMPARE(out.failure, WireFailure::None);
    QCOMPARE(out.status, 200);
    QCOMPARE(out.body, "{\"ok\":true}");
    QCOMPARE(out.headers.value("x-request-id"), "req_1");
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests().constFirst().target, "/v1/models");
    QVERIFY(!server.requests().constFirst().headers.contains("cookie"));
}

void TestQnamTransport::aStatusOfFourHundredOrMoreIsAnAnswer_data()
{
    QTest::addColumn<int>("status");
    for (const int status :
         {400, 401, 403, 404, 405, 408, 409, 410, 413, 418, 422, 429, 500, 501, 502, 503, 504, 520, 599})
        QTest::addRow("%d", status) << status;
    QTest::newRow("401 that asks for a password") << -401;
}

void TestQnamTransport::aStatusOfFourHundredOrMoreIsAnAnswer()
{
    QFETCH(int, status);
    const QByteArray challenge = status < 0 ? "WWW-Authenticate: Basic realm=\"x\"\r\n" : "";
    status = std::abs(status);
    RawServer server([status, challenge](const RawServer::Request &, QTcpSocket *socket) {
        socket->write(RawServer::answer(status, "{\"error\":{}}", "application/json", challenge));
    });
    QnamTransport transport({});
    for (const bool asPost : {false, true}) {
        Outcome out;
        const auto exchange =
            watch(transport.send(asPost ? post(server.url(), *body(u"json"_s)) : get(server.url())), &out);
        QTRY_COMPARE(out.finishes, 1);
        QCOMPARE(out.failure, WireFailure::None);
        QCOMPARE(out.status, status);
        QCOMPARE(out.body, "{\"error\":{}}");
    }
}

void TestQnamTransport::aPostIsSentOnceWhenTheServerClosesBeforeAnswering_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("onUsedConnection");
    for (const char *kind : {"json", "multipart", "empty", "delete"}) {
        QTest::addRow("%s, new connection", kind) << QString::fromLatin1(kind) << false;
        QTest::addRow("%s, kept connection", kind) << QString::fromLatin1(kind) << true;
    }
}

void TestQnamTransport::aPostIsSentOnceWhenTheServerClosesBeforeAnswering()
{
    QFETCH(QString, kind);
    QFETCH(bool, onUsedConnection);
    RawServer server([](const RawServer::Request &request, QTcpSocket *socket) {
        if (request.method == "GET")
            socket->write(RawServer::answer(200, "{}"));
        else
            socket->disconnectFromHost();
    });
    QnamTransport transport({});
    if (onUsedConnection) {
        Outcome first;
        const auto exchange = watch(transport.send(get(server.url())), &first);
        QTRY_COMPARE(first.finishes, 1);
    }
    Outcome out;
    WireRequest request = post(server.url(), *body(kind));
    if (kind == "delete"_L1) { // as it really goes out
        ApiRequest removal;
        removal.method = Method::Delete;
        removal.path = u"/files/file-1"_s;
        removal.effect = Effect::Deletes;
        auto built = wire::build(removal, server.url(), {}, "id");
        QVERIFY(built.has_value());
        request = std::move(*built);
    }
    const auto exchange = watch(transport.send(std::move(request)), &out);
    QTRY_COMPARE(out.finishes, 1);
    QCOMPARE(out.failure, WireFailure::Network);
    // Were it repeated, that would happen on a further connection; a call made afterwards is behind it.
    Outcome after;
    const auto later = watch(transport.send(get(server.url())), &after);
    QTRY_COMPARE(after.finishes, 1);
    int changes = 0;
    for (const auto &seen : server.requests())
        changes += seen.method == "GET" ? 0 : 1;
    QCOMPARE(changes, 1);
}

void TestQnamTransport::uploadsArriveByteForByte()
{
    RawServer server(
        [](const RawServer::Request &, QTcpSocket *socket) { socket->write(RawServer::answer(200, "{}")); });
    QnamTransport transport({});
    for (const QString &kind : {u"json"_s, u"multipart"_s, u"empty"_s}) {
        const auto sentBody = body(kind);
        QByteArray expected = (*sentBody->open())->readAll();
        Outcome out;
        const auto exchange = watch(transport.send(post(server.url(), *sentBody)), &out);
        QSignalSpy sent(exchange.get(), &Exchange::sent);
        QTRY_COMPARE(out.finishes, 1);
        QCOMPARE(out.status, 200);
        const auto &seen = server.requests().constLast();
        QCOMPARE(seen.body, expected);
        QCOMPARE(seen.headers.value("content-length"), QByteArray::number(sentBody->size()));
        QVERIFY(!seen.headers.contains("transfer-encoding"));
        QCOMPARE(seen.headers.value("content-type"), sentBody->contentType()); // none without a body
        if (sentBody->size() > 0)
            QCOMPARE(sent.constLast().at(0).toLongLong(), sentBody->size());
    }
}

void TestQnamTransport::abortClosesTheSocket_data()
{
    QTest::addColumn<bool>("byDeleting");
    QTest::addColumn<bool>("inTheMiddle");
    QTest::newRow("abort before the answer") << false << false;
    QTest::newRow("delete before the answer") << true << false;
    QTest::newRow("abort within the answer") << false << true;
    QTest::newRow("delete within the answer") << true << true;
}

void TestQnamTransport::abortClosesTheSocket()
{
    QFETCH(bool, byDeleting);
    QFETCH(bool, inTheMiddle);
    RawServer server([inTheMiddle](const RawServer::Request &, QTcpSocket *socket) {
        if (inTheMiddle)
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nabc");
    });
    QnamTransport transport({});
    Outcome out;
    auto exchange = watch(transport.send(post(server.url(), *body(u"multipart"_s))), &out);
    if (inTheMiddle)
        QTRY_COMPARE(out.body, "abc");
    else
        QTRY_COMPARE(server.requests().size(), 1);
    QCOMPARE(server.disconnects(), 0);
    if (byDeleting)
        exchange.reset();
    else
        exchange->abort();
    QTRY_COMPARE(server.disconnects(), 1);
    QCOMPARE(out.finishes, 0);
}

void TestQnamTransport::theTransportMayDieBeforeItsExchanges()
{
    RawServer server;
    auto transport = std::make_unique<QnamTransport>(TransportOptions{});
    Outcome out;
    auto exchange = watch(transport->send(get(server.url())), &out);
    QTRY_COMPARE(server.requests().size(), 1);
    transport.reset();
    QTRY_COMPARE(server.disconnects(), 1);
    exchange->abort();
    exchange.reset();
}

void TestQnamTransport::theTransportMayDieInsideASignal()
{
    RawServer server([](const RawServer::Request &, QTcpSocket *socket) {
        socket->write(RawServer::answer(200, QByteArray(500'000, 'x')));
    });
    for (const char *when : {"headers", "data", "finished"}) {
        auto transport = std::make_unique<QnamTransport>(TransportOptions{});
        auto exchange = transport->send(get(server.url()));
        bool ended = false;
        const auto end = [&] {
            exchange.release()->deleteLater();
            transport.reset();
            ended = true;
        };
        if (qstrcmp(when, "headers") == 0)
            connect(exchange.get(), &Exchange::headersReceived, this, [&] { end(); });
        else if (qstrcmp(when, "data") == 0)
            connect(exchange.get(), &Exchange::dataReceived, this, [&] {
                if (!ended)
                    end();
            });
        else
            connect(exchange.get(), &Exchange::finished, this, [&] { end(); });
        QTRY_VERIFY(ended);
        QCoreApplication::processEvents();
    }
}

void TestQnamTransport::silenceEndsAnExchange()
{
    RawServer server;
    QnamTransport transport({});
    WireRequest request = get(server.url());
    request.silenceMs = 100;
    Outcome out;
    const auto exchange = watch(transport.send(std::move(request)), &out);
    QTRY_COMPARE(out.finishes, 1);
    QCOMPARE(out.failure, WireFailure::Timeout);
    QTRY_COMPARE(server.disconnects(), 1);
}

void TestQnamTransport::aTrickleIsNotSilence()
{
    QTimer drip;
    QTcpSocket *open = nullptr;
    int drops = 0;
    RawServer server([&](const RawServer::Request &, QTcpSocket *socket) {
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n");
        open = socket;
        drip.start(100);
    });
    connect(&drip, &QTimer::timeout, this, [&] {
        open->write("x");
        if (++drops == 12)
            drip.stop();
    });
    QnamTransport transport({});
    WireRequest request = get(server.url());
    request.silenceMs = 600; // half of what the whole takes
    Outcome out;
    const auto exchange = watch(transport.send(std::move(request)), &out);
    QTRY_COMPARE(out.finishes, 1);
    QCOMPARE(out.failure, WireFailure::None);
    QCOMPARE(out.body.size(), 12);
}

void TestQnamTransport::cutOffAnswersAreFailures_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a status line") << QByteArray("HTTP/1.1 2");
    QTest::newRow("half the headers") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
    QTest::newRow("no body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");
    QTest::newRow("half a body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half");
    QTest::newRow("half of the chunks")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
    QTest::newRow("half a chunk") << QByteArray(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nhello");
    QTest::newRow("not HTTP") << QByteArray("220 mail.example.test ESMTP\r\n");
}

void TestQnamTransport::cutOffAnswersAreFailures()
{
    QFETCH(QByteArray, answer);
    RawServer server([answer](const RawServer::Request &, QTcpSocket *socket) {
        socket->write(answer);
        socket->disconnectFromHost();
    });
    QnamTransport transport({});
    Outcome out;
    const auto exchange = watch(transport.send(post(server.url(), *body(u"json"_s))), &out);
    QTRY_COMPARE(out.finishes, 1);
    QCOMPARE(out.failure, WireFailure::Network);
    QVERIFY(!out.text.isEmpty());
    QCOMPARE(server.requests().size(), 1);
}

void TestQnamTransport::cookiesAreNotKept()
{
    RawServer server([](const RawServer::Request &, QTcpSocket *socket) {
        socket->write(RawServer::answer(
            200, "{}", "application/json",
            "Set-Cookie: __cf_bm=1; path=/\r\nCache-Control: max-age=1000\r\nETag: \"1\"\r\n"));
    });
    QnamTransport transport({.proxyUrl = {}, .caFile = {}, .userAgent = u"console/1"_s});
    for (int i = 1; i <= 2; ++i) {
        Outcome out;
        const auto exchange = watch(transport.send(get(server.url())), &out);
        QTRY_COMPARE(out.finishes, 1);
        QCOMPARE(server.requests().size(), i); // nor answered from a cache
        QVERIFY(!server.requests().constLast().headers.contains("cookie"));
        QVERIFY(!server.requests().constLast().headers.contains("if-none-match"));
        QCOMPARE(server.requests().constLast().headers.value("user-agent"), "console/1");
    }
}

void TestQnamTransport::compressedJsonIsUnpackedButContentIsAskedForPlain()
{
    // {"ok":true} through gzip
    const QByteArray zipped =
        QByteArray::fromHex("1f8b0800000000000203ab56cacf56b22a292a4dad0500905fd4a70b000000");
    RawServer server([zipped](const RawServer::Request &, QTcpSocket *socket) {
        socket->write(RawServer::answer(200, zipped, "application/json", "Content-Encoding: gzip\r\n"));
    });
    QnamTransport transport({});
    Outcome out;
    WireRequest call = get(server.url());
    call.lane = Lane::Interactive;
    const auto exchange = watch(transport.send(std::move(call)), &out);
    QTRY_COMPARE(out.finishes, 1);
    QCOMPARE(out.failure, WireFailure::None);
    QCOMPARE(out.body, "{\"ok\":true}");
    QVERIFY(server.requests().at(0).headers.value("accept-encoding").contains("gzip"));

    WireRequest request = get(server.url());
    request.stream = true;
    Outcome stream;
    const auto streaming = watch(transport.send(std::move(request)), &stream);
    QTRY_COMPARE(stream.finishes, 1);
    QCOMPARE(server.requests().at(1).headers.value("accept-encoding"), "identity");
}

void TestQnamTransport::transfersDoNotHoldUpCalls()
{
    RawServer server([](const RawServer::Request &request, QTcpSocket *socket) {
        if (request.target == "/call")
            socket->write(RawServer::answer(200, "{}"));
    });
    QnamTransport transport({});
    std::array<Outcome, 6> ends;
    std::vector<std::unique_ptr<Exchange>> transfers;
    for (Outcome &end : ends) { // as many as one manager makes connections
        WireRequest request = get(server.url(u"/transfer"_s));
        request.lane = Lane::Transfer;
        transfers.push_back(watch(transport.send(std::move(request)), &end));
    }
    QTRY_COMPARE(server.requests().size(), 6);
    Outcome out;
    WireRequest quick = get(server.url(u"/call"_s));
    quick.lane = Lane::Interactive;
    const auto call = watch(transport.send(std::move(quick)), &out);
    QTRY_COMPARE(out.finishes, 1);
}

void TestQnamTransport::aSlowReaderSlowsTheServerDown()
{
    // The server, in a thread of its own, writes as fast as it is read, up to 200 MB.
    constexpr qint64 total = 200'000'000;
    std::atomic<qint64> taken = 0;
    std::atomic<quint16> port = 0;
    std::atomic<bool> stop = false;
    QSemaphore stuck; // the server has got no byte rid of for half a second
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        port = server.serverPort();
        if (!server.waitForNewConnection(10'000))
            return;
        const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
        socket->waitForReadyRead(5000);
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(total) + "\r\n\r\n");
        const QByteArray block(256 * 1024, 'x');
        while (!stop && taken < total && socket->state() == QAbstractSocket::ConnectedState) {
            socket->write(block);
            while (!stop && socket->bytesToWrite() > 0 && socket->state() == QAbstractSocket::ConnectedState) {
                if (!socket->waitForBytesWritten(500))
                    stuck.release();
            }
            taken += block.size();
        }
    }));
    thread->start();
    QTRY_VERIFY(port != 0);

    QnamTransport transport({});
    WireRequest request = get(QUrl(u"http://127.0.0.1:%1/"_s.arg(port)));
    request.stream = true;
    request.lane = Lane::Transfer;
    auto exchange = transport.send(std::move(request));
    bool hung = false;
    bool slowed = false;
    connect(exchange.get(), &Exchange::dataReceived, this, [&](const QByteArray &) {
        if (std::exchange(hung, true))
            return;
        // As a disk that hangs: this thread does nothing until nobody takes anything from the server any more.
        slowed = stuck.tryAcquire(1, 20'000);
    });
    QTRY_VERIFY_WITH_TIMEOUT(hung, 10'000);
    const qint64 ahead = taken;
    stop = true;
    exchange.reset();
    QVERIFY(thread->wait(10'000));
    QVERIFY(slowed);
    QVERIFY2(ahead < 32'000'000, qPrintable(QString::number(ahead))); // sockets' own buffers included
}

int main(int argc, char **argv)
{
    return runOnBothLanes<TestQnamTransport>(argc, argv);
}
#include "tst_qnamtransport.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/body.h"
#include "net/qnamtransport.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

/// When one of many deletions may use the connection of the one before, as a server sees it.
class TestKeptConnections : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void eachAnswerDecides_data();
    void eachAnswerDecides();
    void whatTheServerClosedIsNotUsed();
    void oneThatSpeaksUnaskedIsNotUsed();
    void otherCallsHaveConnectionsOfTheirOwn();

private:
    struct Ending
    {
        int ends = 0;
        int status = 0;
        QByteArray body;
        WireFailure failure = WireFailure::None;
    };
    Ending ask(Method method, Lane lane);
    QUrl url() const { return QUrl(u"http://127.0.0.1:%1/v1/files/file-1"_s.arg(m_server->serverPort())); }

    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<QnamTransport> m_transport;
    QByteArray m_answer;   ///< to each request
    bool m_closes = false; ///< the server ends the connection behind each answer, without a word of it
    QList<QTcpSocket *> m_sockets;
    QList<QByteArray> m_heads;
};

void TestKeptConnections::init()
{
    m_sockets.clear();
    m_heads.clear();
    m_closes = false;
    TransportOptions options;
    options.proxyUrl = u"none"_s;
    m_transport = std::make_unique<QnamTransport>(options);
    m_server = std::make_unique<QTcpServer>();
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
    connect(m_server.get(), &QTcpServer::newConnection, this, [this] {
        QTcpSocket *socket = m_server->nextPendingConnection();
        m_sockets << socket;
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            const QByteArray head = socket->readAll(); // short: it comes in one piece, or the test says so
            QVERIFY(head.endsWith("\r\n\r\n"));
            m_heads << head;
            socket->write(m_answer);
            if (m_closes)
                socket->disconnectFromHost();
        });
    });
}

TestKeptConnections::Ending TestKeptConnections::ask(Method method, Lane lane)
{
    WireRequest request;
    request.method = method;
    request.url = url();
    request.lane = lane;
    Ending ending;
    const auto exchange = m_transport->send(std::move(request));
    connect(exchange.get(), &Exchange::headersReceived, this, [&](int status) { ending.status = status; });
    connect(exchange.get(), &Exchange::dataReceived, this,
            [&](const QByteArray &piece) { ending.body += piece; });
    connect(exchange.get(), &Exchange::finished, this, [&](WireFailure failure) {
        ++ending.ends;
        ending.failure = failure;
    });
    (void)QTest::qWaitFor([&] { return ending.ends > 0; }, 20'000);
    return ending;
}

void TestKeptConnections::eachAnswerDecides_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("connections");
    QTest::newRow("length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}") << 1;
    QTest::newRow("not found") << QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n{}") << 1;
    QTest::newRow("nothing in it") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") << 1;
    QTest::newRow("to be closed")
        << QByteArray("HTTP/1.1 200 OK\r\nConnection: Close\r\nContent-Length: 2\r\n\r\n{}") << 3;
    QTest::newRow("a proxy's word")
        << QByteArray("HTTP/1.1 408 Request Timeout\r\nContent-Length: 2\r\n\r\n{}") << 3;
    QTest::newRow("broken") << QByteArray("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 2\r\n\r\n{}") << 3;
    QTest::newRow("HTTP/1.0") << QByteArray("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}") << 3;
    QTest::newRow("more than it says")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 200 OK\r\n") << 3;
    QTest::newRow("in chunks")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n") << 3;
}

void TestKeptConnections::eachAnswerDecides()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, connections);
    m_answer = answer;
    for (int i = 0; i < 3; ++i) {
        const Ending ending = ask(Method::Delete, Lane::Bulk);
        QCOMPARE(ending.ends, 1);
        QCOMPARE(ending.failure, WireFailure::None);
        QCOMPARE(ending.body, answer.contains("Length: 0") ? QByteArray() : QByteArray("{}"));
    }
    QCOMPARE(m_heads.size(), 3);
    QCOMPARE(int(m_sockets.size()), connections);
}

void TestKeptConnections::whatTheServerClosedIsNotUsed()
{
    m_answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    m_closes = true;
    QCOMPARE(ask(Method::Delete, Lane::Bulk).status, 200);
    m_closes = false;
    // Asked in the very moment in which the server closes, a call is told so, and the queue repeats it.
    Ending next = ask(Method::Delete, Lane::Bulk);
    if (next.failure != WireFailure::None) {
        QCOMPARE(next.failure, WireFailure::Network);
        next = ask(Method::Delete, Lane::Bulk);
    }
    QCOMPARE(next.failure, WireFailure::None);
    QCOMPARE(next.status, 200);
    QCOMPARE(m_sockets.size(), 2);
    QCOMPARE(m_heads.size(), 2); // the server got none twice
}

/// Also when it has been out and back before: what it says then would be taken for the answer to the next call.
void TestKeptConnections::oneThatSpeaksUnaskedIsNotUsed()
{
    m_answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    for (int i = 0; i < 3; ++i)
        QCOMPARE(ask(Method::Delete, Lane::Bulk).status, 200);
    QCOMPARE(m_sockets.size(), 1);
    QSignalSpy closed(m_sockets.constFirst(), &QTcpSocket::disconnected);
    m_sockets.constFirst()->write("HTTP/1.1 500 No\r\nContent-Length: 2\r\n\r\n[]");
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, 1'000); // of age it would be closed after three
    const Ending next = ask(Method::Delete, Lane::Bulk);
    QCOMPARE(next.status, 200);
    QCOMPARE(next.body, QByteArray("{}"));
    QCOMPARE(m_sockets.size(), 2);
}

void TestKeptConnections::otherCallsHaveConnectionsOfTheirOwn()
{
    m_answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    QCOMPARE(ask(Method::Delete, Lane::Bulk).status, 200);
    QCOMPARE(ask(Method::Get, Lane::Interactive).status, 200);
    QCOMPARE(m_sockets.size(), 2);
    QVERIFY(!m_heads.constFirst().contains("Connection:")); // HTTP/1.1 keeps it then
}

QTEST_GUILESS_MAIN(TestKeptConnections)
#include "tst_keptconnections.moc"

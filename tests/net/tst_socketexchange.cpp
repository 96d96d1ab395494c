// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/body.h"
#include "net/qnamtransport.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

/// How a long body is asked about before it is sent. What holds for every transport is in tst_qnamtransport.
class TestSocketExchange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aLongBodyIsAskedAboutFirst_data();
    void aLongBodyIsAskedAboutFirst();
    void aShortBodyIsNot();

private:
    struct Ending
    {
        int ends = 0;
        int status = 0;
        WireFailure failure = WireFailure::None;
    };
    /// Sends a body of so many bytes; `says` is what the server says to each head it gets, by number.
    Ending post(qint64 size, const QList<QByteArray> &says);

    QTemporaryDir m_dir;
    QList<QByteArray> m_heads;
    QList<QByteArray> m_bodies; ///< as far as they came
};

void TestSocketExchange::initTestCase()
{
    QVERIFY(m_dir.isValid());
}

TestSocketExchange::Ending TestSocketExchange::post(qint64 size, const QList<QByteArray> &says)
{
    QFile file(m_dir.filePath(u"body"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(size, 'x')) != size)
        qFatal("cannot write");
    file.close();
    m_heads.clear();
    m_bodies.clear();
    const MultipartBody body({}, {u"file"_s, file.fileName(), {}});
    QTcpServer server;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        const qsizetype number = m_heads.size();
        m_heads << QByteArray();
        m_bodies << QByteArray();
        connect(socket, &QTcpSocket::readyRead, this, [&, socket, number] {
            const QByteArray piece = socket->readAll();
            if (m_heads.at(number).contains("\r\n\r\n")) {
                m_bodies[number] += piece;
            } else {
                m_heads[number] += piece;
                const qsizetype end = m_heads.at(number).indexOf("\r\n\r\n");
                if (end < 0)
                    return;
                m_bodies[number] = m_heads.at(number).sliced(end + 4);
                m_heads[number].truncate(end + 4);
                socket->write(says.value(number));
            }
            if (m_bodies.at(number).size() == body.size())
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        });
    });
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("cannot listen");
    QnamTransport transport({.proxyUrl = u"none"_s, .caFile = {}, .userAgent = {}});
    WireRequest request;
    request.method = Method::Post;
    request.lane = Lane::Transfer;
    request.url = QUrl(u"http://127.0.0.1:%1/v1/files"_s.arg(server.serverPort()));
    request.body = std::move(*body.open());
    request.bodySize = body.size();
    Ending ending;
    const auto exchange = transport.send(std::move(request));
    connect(exchange.get(), &Exchange::headersReceived, this, [&ending](int status) { ending.status = status; });
    connect(exchange.get(), &Exchange::finished, this, [&ending](WireFailure failure) {
        ending.failure = failure;
        ++ending.ends;
    });
    [&ending] { QTRY_COMPARE(ending.ends, 1); }();
    return ending;
}

void TestSocketExchange::aLongBodyIsAskedAboutFirst_data()
{
    QTest::addColumn<QList<QByteArray>>("says");
    QTest::addColumn<int>("status");
    QTest::addColumn<QList<bool>>("sent"); ///< whether the body went out, by connection
    const QByteArray refusal = "HTTP/1.1 401 No\r\nContent-Length: 2\r\n\r\n{}";
    QTest::newRow("wanted") << QList<QByteArray>{"HTTP/1.1 100 Continue\r\n\r\n"} << 200 << QList<bool>{true};
    QTest::newRow("refused") << QList<QByteArray>{refusal} << 401 << QList<bool>{false};
    QTest::newRow("a server that says nothing") << QList<QByteArray>{QByteArray()} << 200 << QList<bool>{true};
    QTest::newRow("a server that cannot be asked")
        << QList<QByteArray>{"HTTP/1.1 417 Expectation Failed\r\nContent-Length: 0\r\n\r\n", QByteArray()} << 200 << QList<bool>{false, true};
}

void TestSocketExchange::aLongBodyIsAskedAboutFirst()
{
    QFETCH(QList<QByteArray>, says);
    QFETCH(int, status);
    QFETCH(QList<bool>, sent);
    const Ending ending = post(3'000'000, says);
    QCOMPARE(ending.failure, WireFailure::None);
    QCOMPARE(ending.status, status);
    QCOMPARE(m_heads.size(), sent.size());
    for (qsizetype i = 0; i < sent.size(); ++i)
        QCOMPARE(m_bodies.at(i).size() > 3'000'000, sent.at(i)); // whole, or not a byte
    QVERIFY(m_heads.first().contains("Expect: 100-continue\r\n"));
    if (sent.size() == 2)
        QVERIFY(!m_heads.last().contains("Expect") && m_bodies.first().isEmpty());
}

void TestSocketExchange::aShortBodyIsNot()
{
    QCOMPARE(post(1000, {QByteArray()}).status, 200);
    QVERIFY(!m_heads.first().contains("Expect"));
}

QTEST_GUILESS_MAIN(TestSocketExchange)
#include "tst_socketexchange.moc"

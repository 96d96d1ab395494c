// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/socketpool.h"

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <utility>

#include <poll.h>

using namespace odc;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Which connections wait, and which of them are given out again. As the server of a whole call sees it:
/// tst_keptconnections.
class TestSocketPool : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void oneThatIsOpenAndSilentComesBack();
    void whatTheSystemHoldsAlreadyCounts_data();
    void whatTheSystemHoldsAlreadyCounts();
    void eachIsOfAnAgeOfItsOwn();
    void onlySoManyWait();
    void itMayEndWithinASignalOfOne();

private:
    struct Pair
    {
        QTcpSocket *ours = nullptr;
        QTcpSocket *theirs = nullptr;
    };
    Pair connected();
    static bool isHeldByTheSystem(const QTcpSocket &socket);

    std::unique_ptr<QTcpServer> m_server;
};

void TestSocketPool::init()
{
    m_server = std::make_unique<QTcpServer>();
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
}

/// Waits for it without Qt, which would read it.
bool TestSocketPool::isHeldByTheSystem(const QTcpSocket &socket)
{
    pollfd what{int(socket.socketDescriptor()), POLLIN, 0};
    return poll(&what, 1, 20'000) == 1;
}

TestSocketPool::Pair TestSocketPool::connected()
{
    Pair pair{new QTcpSocket, nullptr};
    pair.ours->connectToHost(u"127.0.0.1"_s, m_server->serverPort());
    if (!QTest::qWaitFor([&] {
            return pair.ours->state() == QAbstractSocket::ConnectedState && m_server->hasPendingConnections();
        }))
        qFatal("no connection");
    pair.theirs = m_server->nextPendingConnection();
    return pair;
}

void TestSocketPool::oneThatIsOpenAndSilentComesBack()
{
    SocketPool pool;
    const Pair pair = connected();
    pool.give(u"a"_s, pair.ours, false);
    QCOMPARE(pool.take(u"b"_s), nullptr);
    QCOMPARE(pool.take(u"a"_s), pair.ours);
    QCOMPARE(pool.take(u"a"_s), nullptr); // it is out
    pool.give(u"a"_s, pair.ours, true);
    QCOMPARE(pool.take(u"a"_s), pair.ours);
    QVERIFY(pair.ours->isOpen());
    delete pair.ours;
}

void TestSocketPool::whatTheSystemHoldsAlreadyCounts_data()
{
    QTest::addColumn<QByteArray>("says");
    QTest::addColumn<bool>("closes");
    QTest::newRow("a word to nobody") << QByteArray("HTTP/1.1 408 Request Timeout\r\n\r\n") << false;
    QTest::newRow("a word and the end") << QByteArray("HTTP/1.1 408 Request Timeout\r\n\r\n") << true;
    QTest::newRow("the end") << QByteArray() << true;
}

/// Between the server's word and the next call the loop of events may not have turned once.
void TestSocketPool::whatTheSystemHoldsAlreadyCounts()
{
    QFETCH(QByteArray, says);
    QFETCH(bool, closes);
    for (const bool wasOut : {false, true}) {
        SocketPool pool;
        const Pair pair = connected();
        const QPointer<QTcpSocket> ours(pair.ours);
        pool.give(u"a"_s, pair.ours, false);
        if (wasOut)
            pool.give(u"a"_s, pool.take(u"a"_s), true);
        pair.theirs->write(says);
        pair.theirs->flush();
        if (closes)
            pair.theirs->abort();
        QVERIFY(isHeldByTheSystem(*pair.ours));
        QCOMPARE(pair.ours->bytesAvailable(), 0); // Qt has not heard of it
        QCOMPARE(pool.take(u"a"_s), nullptr);
        QTRY_VERIFY(ours.isNull());
    }
}

/// With one in use all the time, another must not grow old: servers close what is idle, at any moment.
void TestSocketPool::eachIsOfAnAgeOfItsOwn()
{
    SocketPool pool(nullptr, 100ms);
    const Pair idle = connected();
    const Pair busy = connected();
    const QPointer<QTcpSocket> old(idle.ours);
    pool.give(u"idle"_s, idle.ours, false);
    QTcpSocket *out = busy.ours;
    bool wasOut = false;
    QTimer use;
    connect(&use, &QTimer::timeout, this, [&] {
        if (QTcpSocket *again = out ? out : pool.take(u"busy"_s)) // null: this machine stood still for too long
            pool.give(u"busy"_s, again, std::exchange(wasOut, true));
        out = nullptr;
    });
    use.start(10ms);
    QTRY_VERIFY(old.isNull());
}

void TestSocketPool::onlySoManyWait()
{
    SocketPool pool;
    QList<QPointer<QTcpSocket>> all;
    for (int i = 0; i < 9; ++i) {
        const Pair pair = connected();
        all << pair.ours;
        pool.give(u"a"_s, pair.ours, false);
    }
    QTRY_VERIFY(all.constFirst().isNull()); // who waited longest
    for (qsizetype i = all.size() - 1; i > 0; --i)
        QCOMPARE(pool.take(u"a"_s), all.at(i).get());
    qDeleteAll(all);
}

/// Who hears that an answer is whole may end the session, in the middle of the signal of its connection.
void TestSocketPool::itMayEndWithinASignalOfOne()
{
    auto pool = std::make_unique<SocketPool>();
    const Pair pair = connected();
    const QPointer<QTcpSocket> ours(pair.ours);
    bool livedOn = false;
    connect(pair.ours, &QTcpSocket::readyRead, this, [&] {
        ours->readAll();
        pool->give(u"a"_s, ours, false);
        pool.reset();
        livedOn = !ours.isNull();
    });
    pair.theirs->write("{}");
    QTRY_VERIFY(ours.isNull());
    QVERIFY(livedOn);
}

QTEST_GUILESS_MAIN(TestSocketPool)
#include "tst_socketpool.moc"

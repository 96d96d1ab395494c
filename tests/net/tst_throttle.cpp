// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/qnamtransport.h"
#include "net/body.h"
#include "net/throttle.h"
#include "support/rawserver.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <numeric>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

/// A limit holds for all transfers of its direction together, whichever way they go, and for what runs already.
class TestThrottle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutALimitAllPasses();
    void noMoreThanTheRatePasses();
    void everybodyHasATurn();
    void uploadsKeepToTheLimit();
    void downloadsKeepToTheLimit();
    void liftingTheLimitHoldsAtOnce();

private:
    static constexpr qint64 rate = 1'000'000;
    static WireRequest post(const QUrl &url, const RequestBody &body);
    std::unique_ptr<RequestBody> body(qint64 size);
    QTemporaryDir m_dir;
};

WireRequest TestThrottle::post(const QUrl &url, const RequestBody &body)
{
    WireRequest request;
    request.method = Method::Post;
    request.lane = Lane::Transfer;
    request.url = url;
    request.body = std::move(*body.open());
    request.bodySize = body.size();
    return request;
}

std::unique_ptr<RequestBody> TestThrottle::body(qint64 size)
{
    QFile file(m_dir.filePath(QString::number(size)));
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(size, 'x')) != size)
        qFatal("cannot write");
    file.close();
    return std::make_unique<MultipartBody>(QList<QPair<QString, QString>>{}, MultipartBody::File{u"file"_s, file.fileName(), {}});
}

void TestThrottle::withoutALimitAllPasses()
{
    Throttle throttle;
    QCOMPARE(throttle.grant(1'000'000'000, this, {}), 1'000'000'000);
    throttle.setRate(1000);
    throttle.setRate(0);
    QCOMPARE(throttle.grant(1'000'000'000, this, {}), 1'000'000'000);
}

void TestThrottle::noMoreThanTheRatePasses()
{
    Throttle throttle;
    throttle.setRate(rate);
    qint64 passed = 0;
    std::function<void()> take = [&] {
        for (qint64 granted = 1; granted > 0;) {
            granted = throttle.grant(16 * 1024, this, take);
            passed += granted;
        }
    };
    QElapsedTimer timer;
    timer.start();
    take();
    QTRY_VERIFY(passed >= rate / 2);
    // A tenth of a second's worth may come at once.
    QVERIFY2(timer.elapsed() >= 390, qPrintable(QString::number(timer.elapsed())));
}

void TestThrottle::everybodyHasATurn()
{
    Throttle throttle;
    throttle.setRate(rate);
    QList<qint64> passed(4);
    std::array<QObject, 4> users;
    QList<std::function<void()>> take(4);
    for (int i = 0; i < 4; ++i) {
        take[i] = [&, i] {
            for (qint64 granted = 1; granted > 0;) { // as greedy as a socket
                granted = throttle.grant(64 * 1024, &users[size_t(i)], take.at(i));
                passed[i] += granted;
            }
        };
    }
    for (const auto &each : take)
        each();
    QTRY_VERIFY(std::accumulate(passed.cbegin(), passed.cend(), qint64(0)) >= rate);
    for (const qint64 each : passed)
        QVERIFY2(each > rate / 8, qPrintable(QString::number(each)));
}

void TestThrottle::uploadsKeepToTheLimit()
{
    RawServer server([](const RawServer::Request &, QTcpSocket *socket) { socket->write(RawServer::answer(200, "{}")); });
    QnamTransport transport({.proxyUrl = u"none"_s, .caFile = {}, .userAgent = {}});
    transport.setTransferRates(rate, 0);
    const auto part = body(rate / 4);
    QList<bool> ends(2);
    std::vector<std::unique_ptr<Exchange>> exchanges;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 2; ++i) { // half a second's worth, both together
        exchanges.push_back(transport.send(post(server.url(), *part)));
        connect(exchanges.back().get(), &Exchange::finished, this, [&ends, i](WireFailure failure) { ends[i] = failure == WireFailure::None; });
    }
    QTRY_VERIFY(ends.at(0) && ends.at(1));
    QVERIFY2(timer.elapsed() >= 390, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(server.requests().at(0).body.size(), part->size()); // and nothing was lost on the way
}

void TestThrottle::downloadsKeepToTheLimit()
{
    const QByteArray content(rate / 2, 'x');
    RawServer server([&](const RawServer::Request &, QTcpSocket *socket) { socket->write(RawServer::answer(200, content)); });
    QnamTransport transport({.proxyUrl = u"none"_s, .caFile = {}, .userAgent = {}});
    transport.setTransferRates(0, rate);
    WireRequest request;
    request.url = server.url();
    request.lane = Lane::Transfer;
    request.stream = true;
    qint64 received = 0;
    bool ended = false;
    QElapsedTimer timer;
    timer.start();
    const auto exchange = transport.send(std::move(request));
    connect(exchange.get(), &Exchange::dataReceived, this, [&](const QByteArray &piece) { received += piece.size(); });
    connect(exchange.get(), &Exchange::finished, this, [&](WireFailure failure) { ended = failure == WireFailure::None; });
    QTRY_VERIFY(ended);
    QCOMPARE(received, content.size());
    QVERIFY2(timer.elapsed() >= 390, qPrintable(QString::number(timer.elapsed())));
}

void TestThrottle::liftingTheLimitHoldsAtOnce()
{
    RawServer server([](const RawServer::Request &, QTcpSocket *socket) { socket->write(RawServer::answer(200, "{}")); });
    QnamTransport transport({.proxyUrl = u"none"_s, .caFile = {}, .userAgent = {}});
    transport.setTransferRates(10'000, 0);
    const auto part = body(2'000'000); // minutes' worth
    bool ended = false;
    bool lifted = false;
    const auto exchange = transport.send(post(server.url(), *part));
    connect(exchange.get(), &Exchange::finished, this, [&](WireFailure failure) { ended = failure == WireFailure::None; });
    connect(exchange.get(), &Exchange::sent, this, [&](qint64 bytes) {
        if (bytes > 0 && !std::exchange(lifted, true))
            transport.setTransferRates(0, 0);
    });
    QTRY_VERIFY(ended);
    QVERIFY(lifted);
}

QTEST_GUILESS_MAIN(TestThrottle)
#include "tst_throttle.moc"

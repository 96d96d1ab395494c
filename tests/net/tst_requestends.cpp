// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuebench.h"

#include <QTest>

using namespace odc;
using namespace odc::test;
using Kind = ApiError::Kind;

/// When a call ends: at its deadline, when it is cancelled or its owner goes; and whose turn is next.
class TestRequestEnds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void attemptsEndAtTheirDeadline();
    void eachEndsAtADeadlineOfItsOwn();
    void redirectsDoNotPutItOff();
    void aRedirectThatStallsLeadsNowhere();
    void whoHearsOfADeadlineMayEndTheRest_data();
    void whoHearsOfADeadlineMayEndTheRest();
    void aCreateThatTimesOutHasAnUnknownOutcome();
    void cancelReachesTheWire_data();
    void cancelReachesTheWire();
    void noCallbackAfterTheOwnerDied();
    void cancelAndDestructionInsideACallbackAreSafe();
    void destroyingTheQueueEndsItsCallsSilently();
    void slotsAreLimitedPerLaneAndFirstComeFirstServed();
    void aRepeatGoesBeforeThoseThatCameLater();
};

void TestRequestEnds::attemptsEndAtTheirDeadline()
{
    Bench bench;
    bench.wire->once(Method::Get, u"/v1/files"_s, FakeReply::silence());
    bench.wire->always(Method::Get, u"/v1/files"_s, FakeReply::json("{}"));
    ApiRequest request = read();
    request.deadlineMs = 10'000;
    bench.send(request);
    bench.clock.advance(9'999);
    QCOMPARE(bench.wire->aborted(), 0);
    bench.clock.advance(1);
    QCOMPARE(bench.wire->aborted(), 1);
    bench.clock.advance(500);
    QCOMPARE(bench.results.size(), 1);
    QVERIFY(bench.results.at(0).has_value());
    QCOMPARE(bench.results.at(0)->attempts, 2);
}

void TestRequestEnds::eachEndsAtADeadlineOfItsOwn()
{
    Bench bench;
    for (const auto &path : {u"/v1/files"_s, u"/v1/models"_s, u"/v1/batches"_s})
        bench.wire->always(Method::Get, path, FakeReply::silence());
    const auto send = [&bench](const QString &path, qint64 ms) {
        ApiRequest request = read(path);
        request.deadlineMs = ms;
        request.repeatable = false;
        bench.send(request);
    };
    send(u"/files"_s, 20'000);
    bench.clock.advance(1'000);
    send(u"/models"_s, 5'000); // begun later, over sooner
    send(u"/batches"_s, 0);    // may last
    bench.clock.advance(4'999);
    QCOMPARE(bench.wire->aborted(), 0);
    bench.clock.advance(1);
    QCOMPARE(bench.wire->aborted(), 1);
    bench.clock.advance(13'999);
    QCOMPARE(bench.wire->aborted(), 1);
    bench.clock.advance(1);
    QCOMPARE(bench.wire->aborted(), 2);
    bench.clock.advance(3'600'000);
    QCOMPARE(bench.wire->running(), 1);
    QCOMPARE(bench.results.size(), 2);
    for (const auto &result : bench.results)
        QCOMPARE(result.error().kind, Kind::Timeout);
}

void TestRequestEnds::redirectsDoNotPutItOff()
{
    Bench bench;
    FakeReply reply;
    reply.status = 307;
    reply.headers = {{"Location", "/v1/elsewhere"}};
    reply.delayMs = 6'000;
    bench.wire->always(Method::Get, u"/v1/files"_s, reply);
    bench.wire->always(Method::Get, u"/v1/elsewhere"_s, FakeReply::silence());
    ApiRequest request = read();
    request.deadlineMs = 10'000;
    request.repeatable = false;
    bench.send(request);
    bench.clock.advance(9'999);
    QCOMPARE(bench.wire->requests().size(), 2);
    QCOMPARE(bench.results.size(), 0);
    bench.clock.advance(1);
    QCOMPARE(bench.wire->aborted(), 1);
    QCOMPARE(bench.results.size(), 1);
    QCOMPARE(bench.results.at(0).error().kind, Kind::Timeout);
}

/// It says where to go, and is not at its end when the time is over: nobody would watch over what is asked there.
void TestRequestEnds::aRedirectThatStallsLeadsNowhere()
{
    Bench bench;
    FakeReply reply = FakeReply::broken(WireFailure::Timeout);
    reply.status = 307;
    reply.headers = {{"Location", "/v1/elsewhere"}};
    reply.headersFirst = true;
    bench.wire->always(Method::Get, u"/v1/files"_s, reply);
    bench.wire->always(Method::Get, u"/v1/elsewhere"_s, FakeReply::silence());
    ApiRequest request = read();
    request.deadlineMs = 10'000;
    request.repeatable = false;
    bench.send(request);
    bench.clock.advance(60'000);
    QCOMPARE(bench.wire->requests().size(), 1);
    QCOMPARE(bench.results.size(), 1);
    QCOMPARE(bench.results.at(0).error().kind, Kind::Timeout);
}

void TestRequestEnds::whoHearsOfADeadlineMayEndTheRest_data()
{
    QTest::addColumn<bool>("all");
    QTest::newRow("the other calls") << false;
    QTest::newRow("the whole session") << true;
}

void TestRequestEnds::whoHearsOfADeadlineMayEndTheRest()
{
    QFETCH(bool, all);
    auto bench = std::make_unique<Bench>();
    bench->wire->always(Method::Get, u"/v1/files"_s, FakeReply::silence());
    QList<Call> calls;
    for (int i = 0; i < 3; ++i) {
        ApiRequest request = read();
        request.deadlineMs = 5'000;
        request.repeatable = false;
        calls << bench->send(request);
    }
    // All three are due in the same moment.
    connect(&bench->queue->log(), &RequestLog::ended, this, [&calls, &bench, all] {
        const QList<Call> rest = std::exchange(calls, {});
        for (Call call : rest)
            call.cancel();
        if (all)
            bench->queue.reset();
    });
    bench->clock.advance(5'000);
    QCOMPARE(bench->results.size(), 0);
    QCOMPARE(bench->queue == nullptr, all);
    if (!all) {
        QCOMPARE(bench->wire->running(), 0);
        QCOMPARE(bench->queue->inFlight(), 0);
    }
}

void TestRequestEnds::aCreateThatTimesOutHasAnUnknownOutcome()
{
    Bench bench;
    bench.wire->always(Method::Post, u"/v1/batches"_s, FakeReply::silence());
    bench.send(create());
    bench.clock.advance(600'000);
    QCOMPARE(bench.results.size(), 1);
    QCOMPARE(bench.results.at(0).error().kind, Kind::OutcomeUnknown);
    QCOMPARE(bench.wire->requests().size(), 1);
    QCOMPARE(bench.wire->aborted(), 1);
}

void TestRequestEnds::cancelReachesTheWire_data()
{
    QTest::addColumn<QString>("when");
    for (const char *when : {"before it is sent", "while it runs", "between attempts", "during the hold"})
        QTest::newRow(when) << QString::fromLatin1(when);
}

void TestRequestEnds::cancelReachesTheWire()
{
    QFETCH(QString, when);
    Bench bench;
    if (when == "between attempts"_L1)
        bench.wire->always(Method::Get, u"/v1/files"_s, FakeReply::error(500));
    else if (when == "during the hold"_L1)
        bench.wire->always(Method::Get, u"/v1/files"_s, FakeReply::error(429));
    else
        bench.wire->always(Method::Get, u"/v1/files"_s, FakeReply::silence());
    Call call = bench.send(read());
    if (when != "before it is sent"_L1)
        bench.clock.advance(0);
    const auto sent = bench.wire->requests().size();
    QCOMPARE(sent, when == "before it is sent"_L1 ? 0 : 1);
    call.cancel();
    QVERIFY(!call.isRunning());
    QCOMPARE(bench.queue->inFlight(), 0);
    QCOMPARE(bench.wire->running(), 0);
    bench.clock.advance(600'000);
    QCOMPARE(bench.wire->requests().size(), sent);
    QCOMPARE(bench.results.size(), 0);
    call.cancel(); // once more does nothing
}

void TestRequestEnds::noCallbackAfterTheOwnerDied()
{
    Bench bench;
    bench.wire->always(Method::Get, u"/v1/files"_s, FakeReply::silence());
    bench.wire->always(Method::Get, u"/v1/models"_s, FakeReply::json("{}"));
    auto owner = std::make_unique<QObject>();
    bench.send(read(), owner.get());
    const Call answered = bench.send(read(u"/models"_s), owner.get());
    QCOMPARE(bench.wire->requests().size(), 0);
    // It dies when the answer has come and is noted, but was not handed over yet.
    connect(&bench.queue->log(), &RequestLog::changed, this, [&owner] { owner.reset(); });
    bench.clock.advance(0);
    QVERIFY(!owner);
    QCOMPARE(bench.wire->aborted(), 1);
    QVERIFY(!answered.isRunning());
    bench.clock.advance(600'000);
    QCOMPARE(bench.results.size(), 0);
}

void TestRequestEnds::cancelAndDestructionInsideACallbackAreSafe()
{
    auto bench = std::make_unique<Bench>();
    bench->wire->setHandler([](const FakeRequest &request) {
        return request.path == "/v1/quick"_L1 ? FakeReply::json("{}") : FakeReply::silence();
    });
    Call self;
    Call other = bench->send(read(u"/slow"_s));
    FakeClock *clock = &bench->clock;
    int calls = 0;
    self = bench->queue->send(read(u"/quick"_s), nullptr, [&](Result<HttpAnswer>) {
        ++calls;
        QVERIFY(!self.isRunning());
        self.cancel();
        other.cancel();
        bench->queue->send(read(u"/quick"_s), nullptr, [&](Result<HttpAnswer>) {
            ++calls;
            bench->queue.reset();
        });
    });
    clock->advance(0);
    QCOMPARE(calls, 2);
    QVERIFY(!other.isRunning());
    QVERIFY(!bench->queue);
}

void TestRequestEnds::destroyingTheQueueEndsItsCallsSilently()
{
    Bench bench;
    bench.wire->setHandler([](const FakeRequest &request) {
        return request.path == "/v1/error"_L1 ? FakeReply::error(500) : FakeReply::silence();
    });
    const Call running = bench.send(read(u"/a"_s));
    const Call waiting = bench.send(read(u"/error"_s));
    bench.clock.advance(0);
    const Call queued = bench.send(read(u"/b"_s));
    QVERIFY(running.isRunning() && waiting.isRunning() && queued.isRunning());
    bench.queue.reset();
    QVERIFY(!running.isRunning() && !waiting.isRunning() && !queued.isRunning());
    bench.clock.advance(600'000);
    QCOMPARE(bench.results.size(), 0);
}

void TestRequestEnds::slotsAreLimitedPerLaneAndFirstComeFirstServed()
{
    Bench bench([](RequestQueue::Options &o) {
        o.interactiveSlots = 2;
        o.backgroundSlots = 1;
        o.transferSlots = 3;
    });
    FakeReply slow = FakeReply::json("{}");
    slow.delayMs = 100;
    bench.wire->setHandler([slow](const FakeRequest &) { return slow; });
    for (int i = 0; i < 5; ++i) {
        bench.send(read(u"/background%1"_s.arg(i), Lane::Background));
        bench.send(read(u"/transfer%1"_s.arg(i), Lane::Transfer));
        bench.send(read(u"/interactive%1"_s.arg(i)));
    }
    bench.clock.advance(0);
    QCOMPARE(bench.queue->inFlight(), 6);
    QCOMPARE(bench.wire->requests().at(0).path, u"/v1/interactive0"_s); // before background and transfers
    bench.clock.advance(10'000);
    QCOMPARE(bench.results.size(), 15);
    QCOMPARE(bench.wire->mostRunning(), 6);
    for (const QString &lane : {u"/v1/interactive"_s, u"/v1/background"_s, u"/v1/transfer"_s}) {
        int next = 0;
        for (const FakeRequest &request : bench.wire->requests()) {
            if (request.path.startsWith(lane))
                QCOMPARE(request.path, lane + QString::number(next++));
        }
        QCOMPARE(next, 5);
    }
    QCOMPARE(bench.queue->inFlight(), 0);
}

void TestRequestEnds::aRepeatGoesBeforeThoseThatCameLater()
{
    Bench bench([](RequestQueue::Options &o) { o.interactiveSlots = 1; });
    bench.wire->once(Method::Get, u"/v1/first"_s, FakeReply::error(429, {}, {}, {{"Retry-After", "1"}}));
    bench.wire->setHandler([](const FakeRequest &) { return FakeReply::json("{}"); });
    bench.send(read(u"/first"_s));
    bench.send(read(u"/second"_s));
    bench.clock.advance(5000);
    QCOMPARE(bench.wire->requests().size(), 3);
    QCOMPARE(bench.wire->requests().at(1).path, u"/v1/first"_s);
    QCOMPARE(bench.wire->requests().at(2).path, u"/v1/second"_s);
}

QTEST_GUILESS_MAIN(TestRequestEnds)
#include "tst_requestends.moc"

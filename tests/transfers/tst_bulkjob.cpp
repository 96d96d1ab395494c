// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedjob.h"

#include "support/fakeclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using State = BulkItem::State;

namespace {

ApiError serverError()
{
    return ApiError::make(ApiError::Kind::Server);
}

/// Each state's count is what the items say, and they add up.
bool countsAreRight(const BulkJob &job)
{
    int all = 0;
    for (const State state :
         {State::Waiting, State::Running, State::Done, State::Failed, State::Skipped, State::Unknown}) {
        const auto isIt = [state](const BulkItem &item) { return item.state == state; };
        if (job.count(state) != std::count_if(job.items().cbegin(), job.items().cend(), isIt))
            return false;
        all += job.count(state);
    }
    return all == job.total();
}

} // namespace

class TestBulkJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void runsInOrderAFewAtATime();
    void itemsThatEndAtOnceDoNotPileUp();
    void anEmptyJobFinishes();
    void aFailureStopsNothing();
    void stopCancelsAndSkips();
    void stopFromAnItemsSignal();
    void stopBeforeAnItemRan();
    void lateAnswersAfterStopAreIgnored();
    void retryTakesJustWhatFailed();
    void retryAfterStopGoesOn();
    void retryWhileRunningIsRefused();
    void unknownWaitsForAWord_data();
    void unknownWaitsForAWord();
    void aDecisionWhileOthersRun();
    void decideAgainIsRefused();
    void bytesAddUp();
    void rateAndTimeLeft();
    void rateInItems();
    void progressIsNotToldMoreThanTenTimesASecond();
};

void TestBulkJob::runsInOrderAFewAtATime()
{
    FakeClock clock;
    ScriptedJob job(clock, 5, 2);
    QSignalSpy finished(&job, &BulkJob::finished);
    QVERIFY(job.state() == BulkJob::State::Ready);
    QVERIFY(job.started.isEmpty());
    job.start();
    job.start(); // once is enough
    QCOMPARE(job.started, QList<int>({0, 1}));
    job.succeed(1);
    QCOMPARE(job.started, QList<int>({0, 1, 2}));
    QCOMPARE(job.count(State::Running), 2);
    job.succeed(0);
    job.succeed(2);
    job.succeed(3);
    QCOMPARE(finished.size(), 0);
    QVERIFY(countsAreRight(job));
    job.succeed(4);
    QCOMPARE(finished.size(), 1);
    QVERIFY(job.state() == BulkJob::State::Finished);
    QCOMPARE(job.started, QList<int>({0, 1, 2, 3, 4}));
    QCOMPARE(job.ended(), 5);
    clock.advance(10'000);
    QCOMPARE(finished.size(), 1);
}

void TestBulkJob::itemsThatEndAtOnceDoNotPileUp()
{
    FakeClock clock;
    ScriptedJob job(clock, 50'000, 3);
    job.endsAtOnce = true;
    QSignalSpy finished(&job, &BulkJob::finished);
    job.start(); // as a recursion this would end the stack
    QCOMPARE(finished.size(), 1);
    QCOMPARE(job.count(State::Done), 50'000);
}

void TestBulkJob::anEmptyJobFinishes()
{
    FakeClock clock;
    ScriptedJob job(clock, 0);
    QSignalSpy finished(&job, &BulkJob::finished);
    job.start();
    QCOMPARE(finished.size(), 1);
}

void TestBulkJob::aFailureStopsNothing()
{
    FakeClock clock;
    ScriptedJob job(clock, 3, 1);
    QSignalSpy finished(&job, &BulkJob::finished);
    QSignalSpy changed(&job, &BulkJob::itemChanged);
    job.start();
    job.fail(0, serverError());
    QCOMPARE(job.items().at(0).error.kind, ApiError::Kind::Server);
    QVERIFY(std::any_of(changed.cbegin(), changed.cend(),
                        [](const auto &call) { return call.at(0).toInt() == 0; }));
    job.skip(1, u"already there"_s);
    job.succeed(2, u"result"_s, u"note"_s);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(job.items().at(1).note, u"already there"_s);
    QCOMPARE(job.items().at(2).resultId, u"result"_s);
    QVERIFY(countsAreRight(job));
    QVERIFY(!job.wasStopped());
}

void TestBulkJob::stopCancelsAndSkips()
{
    FakeClock clock;
    ScriptedJob job(clock, 5, 2);
    QSignalSpy finished(&job, &BulkJob::finished);
    job.start();
    job.succeed(0);
    job.stop();
    QCOMPARE(job.abandoned, QList<int>({1, 2}));
    QCOMPARE(finished.size(), 1);
    QVERIFY(job.wasStopped());
    QCOMPARE(job.count(State::Done), 1);
    QCOMPARE(job.count(State::Skipped), 4);
    QVERIFY(!job.items().at(1).note.isEmpty());
    QVERIFY(job.items().at(1).note != job.items().at(4).note); // begun, and never begun
    job.stop();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(job.started, QList<int>({0, 1, 2}));
}

void TestBulkJob::stopFromAnItemsSignal()
{
    FakeClock clock;
    ScriptedJob job(clock, 5, 2);
    QSignalSpy finished(&job, &BulkJob::finished);
    connect(&job, &BulkJob::itemChanged, this, [&job](int index) {
        if (job.items().at(index).state == State::Failed)
            job.stop();
    });
    job.start();
    job.fail(0, serverError());
    QCOMPARE(finished.size(), 1);
    QCOMPARE(job.started, QList<int>({0, 1}));
    QVERIFY(countsAreRight(job));
}

void TestBulkJob::stopBeforeAnItemRan()
{
    FakeClock clock;
    ScriptedJob job(clock, 3, 1);
    connect(&job, &BulkJob::itemChanged, this, [&job](int index) {
        if (job.items().at(index).state == State::Running)
            job.stop();
    });
    job.start();
    QVERIFY(job.started.isEmpty()); // no call begins after the person said stop
    QCOMPARE(job.count(State::Skipped), 3);
    QVERIFY(job.state() == BulkJob::State::Finished);
}

void TestBulkJob::lateAnswersAfterStopAreIgnored()
{
    FakeClock clock;
    ScriptedJob job(clock, 2, 2);
    QSignalSpy finished(&job, &BulkJob::finished);
    job.start();
    job.stop();
    job.succeed(0, u"late"_s);
    job.fail(1, serverError());
    QCOMPARE(finished.size(), 1);
    QCOMPARE(job.count(State::Skipped), 2);
    QVERIFY(job.items().at(0).resultId.isEmpty());
}

void TestBulkJob::retryTakesJustWhatFailed()
{
    FakeClock clock;
    ScriptedJob job(clock, 4, 4, 100);
    QSignalSpy finished(&job, &BulkJob::finished);
    job.start();
    job.setBytes(1, 60);
    job.succeed(0);
    job.fail(1, serverError());
    job.leaveUnknown(2, {}, {}, true);
    job.skip(3, {});
    QCOMPARE(finished.size(), 1);
    job.started.clear();
    job.retryFailed();
    QCOMPARE(job.started, QList<int>({1})); // not the one whose reply was lost: that could make it twice
    QCOMPARE(job.items().at(1).error.kind, ApiError::Kind::None);
    QCOMPARE(job.items().at(1).bytesDone, 0);
    QVERIFY(countsAreRight(job));
    job.succeed(1);
    QCOMPARE(finished.size(), 2);
    job.started.clear();
    job.goOn();
    QCOMPARE(job.started, QList<int>({3})); // what was skipped, when that is asked for
    job.succeed(3);
    QCOMPARE(finished.size(), 3);
    QCOMPARE(job.bytesDone(), 300);
}

void TestBulkJob::retryAfterStopGoesOn()
{
    FakeClock clock;
    ScriptedJob job(clock, 3, 1);
    job.start();
    job.succeed(0);
    job.stop();
    job.started.clear();
    job.retryFailed(); // nothing failed: what a person stopped is not started by a word about failures
    QVERIFY(job.started.isEmpty());
    job.goOn();
    QVERIFY(!job.wasStopped());
    QCOMPARE(job.started, QList<int>({1}));
    QVERIFY(job.items().at(2).note.isEmpty());
    job.succeed(1);
    job.succeed(2);
    QVERIFY(job.state() == BulkJob::State::Finished);
    QCOMPARE(job.count(State::Done), 3);
}

void TestBulkJob::retryWhileRunningIsRefused()
{
    FakeClock clock;
    ScriptedJob job(clock, 2, 2);
    job.start();
    job.fail(0, serverError());
    job.retryFailed();
    QCOMPARE(job.started, QList<int>({0, 1}));
    QCOMPARE(job.count(State::Failed), 1);
}

void TestBulkJob::unknownWaitsForAWord_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::newRow("it is there") << true;
    QTest::newRow("send it again") << false;
}

void TestBulkJob::unknownWaitsForAWord()
{
    QFETCH(bool, isThere);
    FakeClock clock;
    ScriptedJob job(clock, 1, 1, 50);
    QSignalSpy finished(&job, &BulkJob::finished);
    job.start();
    job.leaveUnknown(0, ApiError::make(ApiError::Kind::OutcomeUnknown), {u"file-1"_s, u"file-2"_s}, true);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(job.items().at(0).candidates.size(), 2);
    job.started.clear();
    job.decide(0, isThere, u"file-2"_s);
    if (isThere) {
        QVERIFY(job.started.isEmpty());
        QCOMPARE(job.items().at(0).resultId, u"file-2"_s);
        QCOMPARE(job.bytesDone(), 50);
    } else {
        QCOMPARE(job.started, QList<int>{0});
        job.succeed(0, u"file-3"_s);
        QCOMPARE(job.items().at(0).resultId, u"file-3"_s);
        QCOMPARE(finished.size(), 2);
    }
    QCOMPARE(job.count(State::Done), 1);
    QCOMPARE(job.items().at(0).error.kind, ApiError::Kind::None);
    QVERIFY(job.items().at(0).candidates.isEmpty());
    QVERIFY(countsAreRight(job));
}

void TestBulkJob::aDecisionWhileOthersRun()
{
    FakeClock clock;
    ScriptedJob job(clock, 4, 2);
    QSignalSpy finished(&job, &BulkJob::finished);
    job.start();
    job.leaveUnknown(0, {}, {}, true);
    QCOMPARE(job.started, QList<int>({0, 1, 2}));
    job.decide(0, false);
    QCOMPARE(job.started.size(), 3); // both slots are taken
    job.succeed(1);
    QCOMPARE(job.started, QList<int>({0, 1, 2, 0}));
    job.succeed(0);
    job.succeed(2);
    job.succeed(3);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(job.count(State::Done), 4);
}

void TestBulkJob::decideAgainIsRefused()
{
    FakeClock clock;
    ScriptedJob job(clock, 1);
    job.start();
    job.succeed(0, u"file-1"_s);
    job.started.clear();
    job.decide(0, false);
    QVERIFY(job.started.isEmpty());
    QCOMPARE(job.items().at(0).resultId, u"file-1"_s);
}

void TestBulkJob::bytesAddUp()
{
    FakeClock clock;
    ScriptedJob job(clock, 3, 3, 1000);
    QCOMPARE(job.bytesTotal(), 3000);
    job.start();
    job.setBytes(0, 400);
    job.setBytes(1, 100);
    job.setBytes(0, 500);
    QCOMPARE(job.bytesDone(), 600);
    job.setBytes(0, 0); // its second attempt begins
    QCOMPARE(job.bytesDone(), 100);
    job.succeed(0);
    QCOMPARE(job.bytesDone(), 1100);
}

void TestBulkJob::rateAndTimeLeft()
{
    FakeClock clock;
    ScriptedJob job(clock, 1, 1, 10'000);
    job.start();
    QCOMPARE(job.rate(), 0.0);
    QCOMPARE(job.secondsLeft(), -1);
    for (int second = 1; second <= 4; ++second) {
        clock.advance(900);
        job.setBytes(0, second * 1000);
        clock.advance(100);
    }
    QVERIFY2(job.rate() > 900 && job.rate() < 1150, qPrintable(QString::number(job.rate())));
    QVERIFY(job.secondsLeft() == 6 || job.secondsLeft() == 7);
    job.setBytes(0, 4000); // nothing moves any more
    for (int second = 0; second < 30; ++second) {
        clock.advance(1000);
        job.setBytes(0, 4000);
    }
    QVERIFY2(job.rate() < 50, qPrintable(QString::number(job.rate())));
}

void TestBulkJob::rateInItems()
{
    FakeClock clock;
    ScriptedJob job(clock, 100, 1, 0, BulkJob::Kind::Delete);
    job.start();
    for (int i = 0; i < 40; ++i) {
        clock.advance(100);
        job.succeed(i);
    }
    clock.advance(100);
    QVERIFY2(job.rate() > 8 && job.rate() < 12, qPrintable(QString::number(job.rate())));
    QVERIFY(job.secondsLeft() >= 5 && job.secondsLeft() <= 8);
}

void TestBulkJob::progressIsNotToldMoreThanTenTimesASecond()
{
    FakeClock clock;
    ScriptedJob job(clock, 1, 1, 1'000'000);
    job.start();
    QSignalSpy progress(&job, &BulkJob::progressChanged);
    for (int ms = 1; ms <= 2000; ++ms) {
        job.setBytes(0, ms);
        clock.advance(1);
    }
    QVERIFY2(progress.size() >= 10 && progress.size() <= 20, qPrintable(QString::number(progress.size())));
    job.succeed(0);
    progress.clear();
    clock.advance(5000);
    QVERIFY(progress.size() <= 1); // a finished job is silent
}

QTEST_GUILESS_MAIN(TestBulkJob)
#include "tst_bulkjob.moc"

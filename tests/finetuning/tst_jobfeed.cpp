// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes known of a job while it is looked at: each event once, none left out, whatever comes between.
#include "finetuning/fakejob.h"

#include <QSignalSpy>

#include <utility>

using namespace odc;
using namespace odc::test;

class TestJobFeed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allPagesComeOnceInTheOrderOfTime();
    void moreThanAPageBetweenTwoLooks();
    void whatFailedInTheMiddleIsMissingUntilItCame();
    void severalGapsAreFilled();
    void eventsOfOneSecondKeepTheirOrder();
    void pagesThatOverlapBringNothingTwice();
    void aServerThatDoesNotTellOfMoreIsAskedToTheEnd();
    void anEventThatHasLeftTheListHoldsNothingUp();
    void theNewestMayLeaveTheListWhileItIsRead();
    void aListThatGoesRoundIsRefused();
    void whatIsNewComesBeforeWhatIsMissing();
    void readAgainItIsTheSame();
    void stoppedItGoesOnFromThere();
    void afterTheEndItAsksOnceMore();
    void checkpointsAreReadWhenOneWasKept();
    void resultsFilesStandBeforeEvents();
    void resultsThatCannotBeReadLeaveItToTheEvents();
    void longRunsWithResultsNeedNoEvents();
    void progressIsThatOfTheNewestStep();
    void paceGivesTheTimeLeft();
    void aJobThatStandsStillHasNoTimeLeft();
};

void TestJobFeed::allPagesComeOnceInTheOrderOfTime()
{
    FakeJob server;
    server.happens(u"Created"_s);
    server.train(34);
    JobFeed feed(*server.session, server.job());
    QVERIFY(FakeJob::look(feed));
    QCOMPARE(FakeJob::of(feed), server.whole());
    QCOMPARE(server.asked.size(), 4);
    QVERIFY(feed.events().isWhole());
    QVERIFY(feed.eventsState().stage == FeedState::Stage::Ready);
    const MetricSeries *loss = feed.metrics()->series(u"train_loss"_s);
    QVERIFY(loss);
    QCOMPARE(loss->size(), 34);
    QCOMPARE(loss->at(17), 2.0 / 17);
    QCOMPARE(feed.metrics()->timeOf(17), 1'760'000'017);
}

void TestJobFeed::moreThanAPageBetweenTwoLooks()
{
    FakeJob server;
    server.train(25);
    JobFeed feed(*server.session, server.job());
    QVERIFY(FakeJob::look(feed));
    QSignalSpy added(&feed, &JobFeed::eventsAdded);
    server.train(3);
    server.asked.clear();
    QVERIFY(FakeJob::look(feed));
    QCOMPARE(FakeJob::of(feed), server.whole());
    QCOMPARE(server.asked, QStringList{QString()}); // one page says it all
    QCOMPARE(added.count(), 1);
    QCOMPARE(added.first().first().value<QList<LoggedEvent>>().size(), 3);
    server.train(47);
    server.asked.clear();
    QVERIFY(FakeJob::look(feed));
    QCOMPARE(FakeJob::of(feed), server.whole());
    QCOMPARE(server.asked.size(), 5); // until what is known is met, and no further
    QCOMPARE(feed.metrics()->series(u"train_loss"_s)->size(), 75);
}

void TestJobFeed::whatFailedInTheMiddleIsMissingUntilItCame()
{
    FakeJob server;
    server.train(15);
    JobFeed feed(*server.session, server.job());
    QVERIFY(FakeJob::look(feed));
    server.train(40);
    // The newest page comes, the next one comes, the one after it does not.
    server.refusal = [calls = 0](const QString &) mutable { return ++calls > 2 ? u"403"_s : QString(); };
    QVERIFY(FakeJob::look(feed));
    QVERIFY(feed.eventsState().stage == FeedState::Stage::Failed);
    QCOMPARE(feed.eventsState().error.httpStatus, 403);
    QVERIFY(!feed.events().isWhole());
    QVERIFY(feed.events().contains(server.whole().last()));
    const QStringList partly = FakeJob::of(feed);
    QCOMPARE(partly.size(), 15 + 20); // and what lies between them is not
    // The newest of now is met at once: that alone would have left the gap for good.
    server.refusal = {};
    QVERIFY(FakeJob::look(feed));
    QCOMPARE(FakeJob::of(feed), server.whole());
    QVERIFY(feed.eventsState().stage == FeedState::Stage::Ready);
}

void TestJobFeed::severalGapsAreFilled()
{
    FakeJob server;
    server.train(5);
    JobFeed feed(*server.session, server.job());
    QVERIFY(FakeJob::look(feed));
    // Only the newest page, time and again: a gap below each.
    server.refusal = [](const QString &after) { return after.isEmpty() ? QString() : u"403"_s; };
    for (int i = 0; i < 3; ++i) {
        server.train(25);
        QVERIFY(FakeJob::look(feed));
        QVERIFY(!feed.events().isWhole());
    }
    QCOMPARE(FakeJob::of(feed).size(), 5 + 3 * 10);
    server.refusal = {};
    server.train(4);
    QVERIFY(FakeJob::look(feed));
    QCOMPARE(FakeJob::of(feed), server.whole());
}

void TestJobFeed::eventsOfOneSecondKeepTheirOrder()
{
    FakeJob server;
    for (int i = 0; i < 30; ++i)
        server.happens(u"at once %1"_s.arg(i));
    JobFeed feed(*server.session, server.job());
    QVERIFY(FakeJob::look(feed));
    for (int i = 30; i < 45; ++i)
        server.happens(u"at once %1"_s.arg(i));
    QVERIFY(FakeJob::look(feed));
    QCOMPARE(FakeJob::of(feed), server.whole());
    QStringList said;
    qint64 before = std::numeric_limits<qint64>::min();
    for (const LoggedEvent &event : feed.events().events()) {
        QVERIFY(event.place > before);
        before = event.place;
        said << event.message;
    }
    QCOMPARE(said.first(), u"at once 0"_s);
    QCOMPARE(said.last(), u"at once 44"_s);
}

void TestJobFeed::pagesThatOverlapBringNothingTwice()
{
    FakeJob server;
    server.overlap = 4;
    server.train(33);
    JobFeed feed(*server.session, server.job());
    QSignalSpy added(&feed, &JobFeed::eventsAdded);
    QVERIFY(FakeJob::look(feed));
    server.train(14);
    QVERIFY(FakeJob::look(feed));
    QCOMPARE(FakeJob::of(feed), server.whole());
    qsizetype told = 0;
    for (const QList<QVariant> &call : added)
        told += call.first().value<QList<LoggedEvent>>().size();
    QCOMPARE(told, 47);
}

void TestJobFeed::aServerThatDoesNotTellOfMoreIsAskedToTheEnd()
{
    FakeJob server;
    server.tellsMore = false;
    server.train(20);
    JobFeed feed(*server.session, server.job());
    QVERIFY(FakeJob::look(feed));
    QCOMPARE(FakeJob::of(feed), server.whole());
    QVERIFY(feed.events().isWhole());
}

void TestJobFeed::anEventThatHasLeftTheListHoldsNothingUp()
{
    FakeJob server;
    server.train(30);
    server.refusal = [](const QString &after) { return after.isEmpty() ? QString() : u"403"_s; };
    JobFeed feed(*server.session, server.job());
    QVERIFY(FakeJob::look(feed));
    QCOMPARE(feed.events().size(), 10);
    server.refusal = {};
    const QString gone = server.events.takeAt(9)[u"id"_s].toString(); // just that from which it would go on
    QVERIFY(FakeJob::look(feed));
    QVERIFY(!feed.events().contains(gone));
    QCOMPARE(FakeJob::of(feed), server.whole());
    QVERIFY(feed.events().isWhole());
}

void TestJobFeed::theNewestMayLeaveTheListWhileItIsRead()
{
    FakeJob server;
    server.train(5);
    JobFeed feed(*server.session, server.job());
    QVERIFY(FakeJob::look(feed));
    server.train(25);
    server.pageSize = 1;
    server.refusal = [&, gone = false](const QString &after) mutable {
        if (!after.isEmpty() && !std::exchange(gone, true)) {
            server.events.removeFirst(); // all there is above what is missing
            server.pageSize = 10;
        }
        return QString();
    };
    feed.setJob(server.job(u"failed"_s)); // there is no other look at the newest
    QVERIFY(FakeJob::look(feed));
    QCOMPARE(FakeJob::of(feed), server.whole());
    QVERIFY(feed.isSettled());
}

void TestJobFeed::aListThatGoesRoundIsRefused()
{
    FakeJob server;
    server.train(20);
    server.overlap = 10; // every page is the first once more
    JobFeed feed(*server.session, server.job());
    QVERIFY(FakeJob::look(feed));
    QVERIFY(feed.eventsState().stage == FeedState::Stage::Failed);
    QVERIFY(feed.eventsState().error.kind == ApiError::Kind::BadResponse);
    QVERIFY(server.asked.size() < 10);
}

void TestJobFeed::whatIsNewComesBeforeWhatIsMissing()
{
    FakeJob server;
    server.train(200);
    JobFeed feed(*server.session, server.job());
    feed.look();
    QVERIFY(QTest::qWaitFor([&] { return server.asked.size() == 3; }));
    server.train(1);
    feed.look(); // while older ones are still on their way
    QVERIFY(QTest::qWaitFor([&] { return feed.events().contains(server.whole().last()); }));
    QVERIFY(server.asked.size() < 12); // of more than twenty pages
    QVERIFY(QTest::qWaitFor([&] { return !feed.isReading(); }));
    QCOMPARE(FakeJob::of(feed), server.whole());
}

void TestJobFeed::readAgainItIsTheSame()
{
    FakeJob server;
    server.happens(u"Created"_s);
    server.train(42);
    server.keep(40);
    JobFeed first(*server.session, server.job());
    QVERIFY(FakeJob::look(first));
    server.train(21);
    QVERIFY(FakeJob::look(first));
    JobFeed second(*server.session, server.job());
    QVERIFY(FakeJob::look(second));
    QCOMPARE(FakeJob::of(second), FakeJob::of(first));
    QCOMPARE(FakeJob::of(second), server.whole());
    for (const QString &metric : {u"train_loss"_s, u"full_valid_loss"_s}) {
        const MetricSeries *one = first.metrics()->series(metric);
        const MetricSeries *other = second.metrics()->series(metric);
        QVERIFY(one && other);
        QCOMPARE(other->size(), one->size());
        for (qsizetype i = 0; i < one->size(); ++i) {
            QCOMPARE(other->points()[size_t(i)].step, one->points()[size_t(i)].step);
            QCOMPARE(other->points()[size_t(i)].value, one->points()[size_t(i)].value);
        }
    }
}

void TestJobFeed::stoppedItGoesOnFromThere()
{
    FakeJob server;
    server.train(100);
    JobFeed feed(*server.session, server.job());
    feed.look();
    QVERIFY(QTest::qWaitFor([&] { return feed.events().size() >= 30; }));
    feed.stop();
    const qsizetype had = feed.events().size();
    const qsizetype calls = server.asked.size();
    FakeClock::settle();
    QCOMPARE(feed.events().size(), had);
    QVERIFY(!feed.isReading());
    server.train(2);
    QVERIFY(FakeJob::look(feed));
    QCOMPARE(FakeJob::of(feed), server.whole());
    QVERIFY(server.asked.size() - calls < 10); // what was read is not read again
}

void TestJobFeed::afterTheEndItAsksOnceMore()
{
    FakeJob server;
    server.train(12);
    JobFeed feed(*server.session, server.job());
    QVERIFY(FakeJob::look(feed));
    server.train(3);
    server.happens(u"The job failed"_s);
    feed.setJob(server.job(u"failed"_s));
    QVERIFY(!feed.isSettled());
    QVERIFY(FakeJob::look(feed));
    QCOMPARE(FakeJob::of(feed), server.whole());
    QVERIFY(feed.isSettled());
    const qsizetype requests = server.wire->requests().size();
    for (int i = 0; i < 20; ++i)
        QVERIFY(FakeJob::look(feed));
    QCOMPARE(server.wire->requests().size(), requests);
    // But for a person who asks for it.
    feed.refresh();
    QVERIFY(QTest::qWaitFor([&] { return !feed.isReading(); }));
    QVERIFY(server.wire->requests().size() > requests);
}

void TestJobFeed::checkpointsAreReadWhenOneWasKept()
{
    FakeJob server;
    server.train(5);
    JobFeed feed(*server.session, server.job());
    QVERIFY(FakeJob::look(feed));
    QVERIFY(feed.checkpointsState().stage == FeedState::Stage::Ready);
    QVERIFY(feed.checkpoints().isEmpty());
    QCOMPARE(server.checkpointCalls, 1);
    server.train(2);
    QVERIFY(FakeJob::look(feed));
    QCOMPARE(server.checkpointCalls, 1); // steps make none
    server.keep(7);
    QVERIFY(FakeJob::look(feed));
    QCOMPARE(server.checkpointCalls, 2);
    QCOMPARE(feed.checkpoints().size(), 1);
    QCOMPARE(feed.checkpoints().first().model, u"ft:m:o:s:i:ckpt-step-7"_s);
    QCOMPARE(feed.metrics()->series(u"full_valid_loss"_s)->at(7), 0.5);
}

void TestJobFeed::resultsFilesStandBeforeEvents()
{
    FakeJob server;
    server.train(3);
    server.results = "step,train_loss,train_accuracy\n1,9.5,0.1\n2,9.25,\n3,nonsense\n";
    JobFeed feed(*server.session,
                 server.job(u"succeeded"_s, {{u"result_files"_s, QJsonArray{u"file-results"_s}}}));
    QVERIFY(FakeJob::look(feed));
    QCOMPARE(feed.metrics()->series(u"train_loss"_s)->at(1), 9.5);
    QCOMPARE(feed.metrics()->series(u"train_loss"_s)->at(2), 9.25);
    QCOMPARE(feed.metrics()->series(u"train_mean_token_accuracy"_s)->size(), 1);
    QVERIFY(feed.resultsState(u"file-results"_s).stage == FeedState::Stage::Ready);
    QCOMPARE(feed.unreadableLines(u"file-results"_s), 1);
    QCOMPARE(FakeJob::of(feed), server.whole()); // a short run: they say when
    QCOMPARE(feed.metrics()->timeOf(2), 1'760'000'002);
    QVERIFY(feed.isSettled());
    QCOMPARE(server.resultCalls, 1);
}

void TestJobFeed::resultsThatCannotBeReadLeaveItToTheEvents()
{
    FakeJob server;
    server.train(20);
    JobFeed feed(*server.session,
                 server.job(u"succeeded"_s, {{u"result_files"_s, QJsonArray{u"file-results"_s}}}));
    QVERIFY(FakeJob::look(feed)); // 404
    QVERIFY(feed.resultsState(u"file-results"_s).stage == FeedState::Stage::Failed);
    QVERIFY(QTest::qWaitFor([&] { return feed.events().isWhole(); }));
    QCOMPARE(feed.metrics()->series(u"train_loss"_s)->size(), 20);
    // It is not asked for without end, but is when a person wants it.
    for (int i = 0; i < 10; ++i)
        QVERIFY(FakeJob::look(feed));
    QVERIFY(server.resultCalls <= 3);
    server.results = "step,train_loss\n1,9.5\n";
    feed.refresh();
    QVERIFY(QTest::qWaitFor(
        [&] { return feed.resultsState(u"file-results"_s).stage == FeedState::Stage::Ready; }));
    QCOMPARE(feed.metrics()->series(u"train_loss"_s)->at(1), 9.5);
}

void TestJobFeed::longRunsWithResultsNeedNoEvents()
{
    FakeJob server;
    server.train(30);
    server.results = "step,train_loss\n";
    for (int i = 1; i <= 20'000; ++i)
        server.results += QByteArray::number(i) + ",0.5\n";
    JobFeed feed(*server.session,
                 server.job(u"succeeded"_s, {{u"result_files"_s, QJsonArray{u"file-results"_s}}}));
    QVERIFY(FakeJob::look(feed));
    QVERIFY(server.asked.isEmpty());
    QCOMPARE(feed.metrics()->series(u"train_loss"_s)->size(), 20'000);
    QVERIFY(feed.isSettled());
    feed.setEventsWanted(true); // somebody reads them
    QVERIFY(FakeJob::look(feed));
    QCOMPARE(FakeJob::of(feed), server.whole());
}

void TestJobFeed::progressIsThatOfTheNewestStep()
{
    FakeJob server;
    server.happens(u"Queued"_s);
    JobFeed feed(*server.session, server.job(u"queued"_s));
    QVERIFY(FakeJob::look(feed));
    QVERIFY(!feed.progress().step);
    QVERIFY(!shareOf(feed.job(), feed.progress(), 1'760'000'000));
    QSignalSpy progressed(&feed, &JobFeed::progressChanged);
    server.train(25, 100);
    feed.setJob(server.job());
    QVERIFY(FakeJob::look(feed));
    QVERIFY(progressed.count() > 0);
    QCOMPARE(feed.progress().step, 25);
    QCOMPARE(feed.progress().totalSteps, 100);
    QCOMPARE(shareOf(feed.job(), feed.progress(), 1'760'000'000), 0.25);
    // What is said between steps hides none.
    server.keep(25);
    QVERIFY(FakeJob::look(feed));
    QCOMPARE(feed.progress().step, 25);
}

void TestJobFeed::paceGivesTheTimeLeft()
{
    FakeJob server;
    server.train(60, 160); // one a second
    JobFeed feed(*server.session, server.job());
    QVERIFY(FakeJob::look(feed));
    QCOMPARE(finishOf(feed.job(), feed.progress()), 1'760'000'160);
    // The server's own word stands before that.
    feed.setJob(server.job(u"running"_s, {{u"estimated_finish"_s, 1'760'000'999}}));
    QCOMPARE(finishOf(feed.job(), feed.progress()), 1'760'000'999);
}

void TestJobFeed::aJobThatStandsStillHasNoTimeLeft()
{
    FakeJob server;
    server.train(60, 160);
    JobFeed feed(*server.session, server.job(u"paused"_s, {{u"estimated_finish"_s, 1'760'000'999}}));
    QVERIFY(FakeJob::look(feed));
    QVERIFY(!finishOf(feed.job(), feed.progress()));
    QCOMPARE(shareOf(feed.job(), feed.progress(), 1'760'000'000), 60.0 / 160);
    QVERIFY(!finishOf(server.job(u"succeeded"_s), feed.progress()));
}

QTEST_GUILESS_MAIN(TestJobFeed)
#include "tst_jobfeed.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// How often the service is asked for what runs, and what a person is told of it.
#include "watch/watchbench.h"

#include "base/requestlog.h"

#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Kind = WatchEvent::Kind;

namespace {

constexpr auto batchesPath = "/v1/batches"_L1;
constexpr qint64 day = 86'400;

} // namespace

class TestJobWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<WatchBench>(); }
    void cleanup() { m.reset(); }

    void aThousandUnfinishedStayWithinTheBudgetForAnHour();
    void oneFarDownTheListCostsTwoRequests();
    void whatOthersAskForIsNotAskedAgain();
    void nothingIsAskedByHandOnly();
    void whileTheServiceHoldsEverybodyNothingIsAsked();
    void withoutAnswersItWaitsLongerAndLonger();
    void anotherAnswerEndsTheWaiting();
    void aListInTroubleDoesNotHoldUpTheOthers();
    void nothingIsAskedInItsSleepAndEverythingAfterIt();
    void aClockThatJumpedMeansThatItSlept();
    void anAreaThatIsNotThereIsLeftAlone();
    void nothingIsAskedOnceItIsGone();
    void eachEndIsToldOnce();
    void aBatchThatEndedInPartHasFailed();
    void filesThatFailedBeforeAreNoNews();
    void whatEndedMeanwhileIsTold();
    void filesThatWentMeanwhileAreNotShownForLong();
    void filesThatABatchMadeAreFoundWithinMinutes();
    void filesThatCannotBeReadAreNotAskedForAgainAndAgain();
    void whatRunsIsListedWithItsTimeLeft();

private:
    std::unique_ptr<WatchBench> m;
};

void TestJobWatch::aThousandUnfinishedStayWithinTheBudgetForAnHour()
{
    for (int i = 999; i >= 0; --i)
        m->batches() << madeBatch(u"batch_%1"_s.arg(i), u"in_progress"_s, i % 90);
    for (int i = 0; i < 40; ++i) {
        const QString eval = u"eval_%1"_s.arg(i);
        m->evalList() << madeEval(eval);
        m->runsOf(eval) << madeRun(eval, u"run_%1"_s.arg(i), u"in_progress"_s);
    }
    m->open(30);
    m->pass(3'600);
    QVERIFY2(m->mostAMinute() <= JobWatch::mostRequestsAMinute,
             qPrintable(QString::number(m->mostAMinute())));
    QCOMPARE(m->watch->running().size(), 1'040);
    QCOMPARE(m->watch->runningCount(), 1'040);
    // And yet each was looked at lately.
    for (const ObjectKind kind : {ObjectKind::Batch, ObjectKind::EvalRun}) {
        for (const IndexedObject &object : m->index->objects(kind))
            QVERIFY2(m->clock.unixSeconds() - object.seenAt <= 300, qPrintable(object.id));
    }
    QVERIFY(m->watch->requestsLastMinute() > 0);
    QVERIFY(m->watch->requestsLastMinute() <= JobWatch::mostRequestsAMinute);
}

void TestJobWatch::oneFarDownTheListCostsTwoRequests()
{
    for (int i = 0; i < 950; ++i)
        m->batches() << madeBatch(u"batch_%1"_s.arg(i), u"completed"_s, 100);
    m->batches() << madeBatch(u"batch_old"_s, u"in_progress"_s);
    m->open(30);
    m->pass(180);
    const int pages = m->count(batchesPath);
    const int alone = m->count(u"/v1/batches/batch_old"_s);
    m->pass(600);
    const int looks = m->count(u"/v1/batches/batch_old"_s) - alone;
    QVERIFY(looks >= 5);
    QVERIFY2(m->count(batchesPath) - pages <= looks + 1,
             qPrintable(QString::number(m->count(batchesPath) - pages)));
}

void TestJobWatch::whatOthersAskForIsNotAskedAgain()
{
    m->batches() << madeBatch(u"batch_1"_s, u"in_progress"_s);
    m->open(30);
    m->pass(60);
    int others = 0;
    const int before = m->count(batchesPath);
    for (int i = 0; i < 20; ++i) { // a page that is seen
        ++others;
        m->session->batches().list({20, {}, false}, &m->context, [](const auto &) {});
        m->pass(10);
    }
    QVERIFY2(m->count(batchesPath) - before <= others + 1,
             qPrintable(QString::number(m->count(batchesPath) - before)));
    // Once nobody looks any more, it does.
    const int left = m->count(batchesPath);
    m->pass(60);
    QVERIFY(m->count(batchesPath) > left);
}

void TestJobWatch::nothingIsAskedByHandOnly()
{
    m->batches() << madeBatch(u"batch_1"_s, u"in_progress"_s);
    m->open(0);
    m->pass(600, 10'000);
    QCOMPARE(m->asked.size(), 0);
    // But what others ask for is followed.
    m->session->batches().list({20, {}, false}, &m->context, [](const auto &) {});
    m->pass(2);
    QCOMPARE(m->watch->running().size(), 1);
    m->batches() = {madeBatch(u"batch_1"_s, u"completed"_s, 100)};
    m->session->batches().retrieve(u"batch_1"_s, &m->context, [](const auto &) {});
    m->pass(2);
    QCOMPARE(m->eventsOf(Kind::Ended).size(), 1);
    QCOMPARE(m->asked.size(), 2);
    // And a person can have it look.
    m->watch->lookAtEverything();
    m->pass(2);
    QVERIFY(m->count(u"/v1/files"_s) == 1 && m->count(batchesPath) == 2);
    QVERIFY(m->watch->survey().isComplete());
}

void TestJobWatch::whileTheServiceHoldsEverybodyNothingIsAsked()
{
    m->batches() << madeBatch(u"batch_1"_s, u"in_progress"_s);
    m->open(10);
    m->pass(60);
    bool held = false;
    m->trouble = [&held](const FakeRequest &) -> std::optional<FakeReply> {
        if (std::exchange(held, true))
            return {};
        return FakeReply::error(429, "rate_limit_exceeded", {}, {{"retry-after", "60"}});
    };
    while (!held)
        m->pass(1);
    const qsizetype asked = m->asked.size();
    m->pass(55);
    QCOMPARE(m->asked.size(), asked);
    m->pass(30);
    QVERIFY(m->asked.size() > asked);
}

void TestJobWatch::withoutAnswersItWaitsLongerAndLonger()
{
    m->batches() << madeBatch(u"batch_1"_s, u"in_progress"_s);
    m->open(10);
    m->pass(60);
    m->trouble = [](const FakeRequest &) { return FakeReply::broken(WireFailure::Refused); };
    m->pass(1'200);
    const qsizetype asked = m->asked.size();
    m->pass(900);
    // At most one attempt in five minutes by now, each with the retries that any call gets.
    const qsizetype late = m->asked.size() - asked;
    QVERIFY2(late >= 2 && late <= 4 * 4, qPrintable(QString::number(late)));
    m->trouble = {};
    m->pass(330);
    m->batches() = {madeBatch(u"batch_1"_s, u"completed"_s, 100)};
    m->pass(30);
    QCOMPARE(m->eventsOf(Kind::Ended).size(), 1);
}

void TestJobWatch::anotherAnswerEndsTheWaiting()
{
    m->batches() << madeBatch(u"batch_1"_s, u"in_progress"_s);
    m->open(10);
    m->pass(60);
    m->trouble = [](const FakeRequest &) { return FakeReply::broken(WireFailure::Refused); };
    m->pass(1'200);
    m->trouble = {};
    m->batches() = {madeBatch(u"batch_1"_s, u"completed"_s, 100)};
    m->session->models().list(&m->context, [](const auto &) {});
    m->pass(15);
    QCOMPARE(m->eventsOf(Kind::Ended).size(), 1);
}

void TestJobWatch::aListInTroubleDoesNotHoldUpTheOthers()
{
    m->batches() << madeBatch(u"batch_1"_s, u"in_progress"_s);
    m->jobs() << madeJob(u"ftjob-1"_s, u"running"_s);
    m->trouble = [](const FakeRequest &request) -> std::optional<FakeReply> {
        if (request.path == batchesPath)
            return FakeReply::error(403, "forbidden");
        return {};
    };
    m->open(10);
    m->pass(300);
    QVERIFY(m->count(u"/v1/fine_tuning/jobs"_s) >= 15);
    QVERIFY2(m->count(batchesPath) <= 10, qPrintable(QString::number(m->count(batchesPath))));
    QVERIFY(m->watch->unavailable().isEmpty());
}

void TestJobWatch::nothingIsAskedInItsSleepAndEverythingAfterIt()
{
    m->batches() << madeBatch(u"batch_1"_s, u"in_progress"_s);
    m->open(120);
    m->pass(300);
    m->watch->setPaused(true);
    m->settle();
    const qsizetype asked = m->asked.size();
    m->pass(3'600, 10'000);
    QCOMPARE(m->asked.size(), asked);
    m->batches() = {madeBatch(u"batch_1"_s, u"completed"_s, 100)};
    m->watch->setPaused(false);
    m->pass(2);
    QCOMPARE(m->eventsOf(Kind::Ended).size(), 1);
}

void TestJobWatch::aClockThatJumpedMeansThatItSlept()
{
    m->batches() << madeBatch(u"batch_1"_s, u"in_progress"_s);
    m->open(600);
    m->pass(120);
    const int before = m->count(batchesPath);
    m->pass(60);
    QCOMPARE(m->count(batchesPath), before);
    m->wall.jump(3'600);
    m->pass(20);
    QCOMPARE(m->count(batchesPath), before + 1);
}

void TestJobWatch::anAreaThatIsNotThereIsLeftAlone()
{
    m->missing = {u"/v1/fine_tuning/jobs"_s, u"/v1/evals"_s};
    m->open(10);
    QSignalSpy updated(m->watch.get(), &JobWatch::updated);
    m->pass(1'200);
    QCOMPARE(m->count(u"/v1/fine_tuning/jobs"_s), 1);
    QCOMPARE(m->count(u"/v1/evals"_s), 1);
    QVERIFY(!updated.isEmpty());
    QCOMPARE(QSet<int>({int(m->watch->unavailable().value(0)), int(m->watch->unavailable().value(1))}),
             QSet<int>({int(ObjectKind::Job), int(ObjectKind::Eval)}));
    // A person who asks for all of it has it looked for again.
    m->missing.remove(u"/v1/fine_tuning/jobs"_s);
    m->jobs() << madeJob(u"ftjob-1"_s, u"running"_s);
    m->watch->lookAtEverything();
    m->pass(60);
    QCOMPARE(m->watch->unavailable(), QList<ObjectKind>{ObjectKind::Eval});
    QCOMPARE(m->watch->running().size(), 1);
    QVERIFY(m->count(u"/v1/fine_tuning/jobs"_s) > 2);
}

void TestJobWatch::nothingIsAskedOnceItIsGone()
{
    m->batches() << madeBatch(u"batch_1"_s, u"in_progress"_s);
    m->open(10);
    m->pass(30);
    // In the middle of a look.
    m->trouble = [](const FakeRequest &) { return FakeReply::silence(); };
    m->pass(30);
    m->watch.reset();
    const qsizetype asked = m->asked.size();
    m->trouble = {};
    m->pass(300, 10'000);
    QCOMPARE(m->asked.size(), asked);
}

void TestJobWatch::eachEndIsToldOnce()
{
    m->batches() << madeBatch(u"batch_1"_s, u"in_progress"_s) << madeBatch(u"batch_0"_s, u"completed"_s, 100);
    m->jobs() << madeJob(u"ftjob-1"_s, u"running"_s);
    m->evalList() << madeEval(u"eval_1"_s);
    m->runsOf(u"eval_1"_s) << madeRun(u"eval_1"_s, u"run_1"_s, u"queued"_s);
    m->stores() << madeStore(u"vs_1"_s, u"in_progress"_s, 2, 1);
    m->open(10);
    m->pass(120);
    QCOMPARE(m->watch->running().size(), 4);
    QCOMPARE(m->events.size(), 0);
    m->batches()[0] = madeBatch(u"batch_1"_s, u"completed"_s, 100);
    QJsonObject job = madeJob(u"ftjob-1"_s, u"failed"_s);
    job.insert(u"error"_s, QJsonObject{{u"message"_s, u"The file is empty."_s}, {u"code"_s, u"empty"_s}});
    m->jobs()[0] = job;
    m->runsOf(u"eval_1"_s)[0] = madeRun(u"eval_1"_s, u"run_1"_s, u"completed"_s);
    m->stores()[0] = madeStore(u"vs_1"_s, u"completed"_s, 0, 3);
    m->pass(300);
    QCOMPARE(m->watch->running().size(), 0);
    QSet<QString> ended;
    for (const WatchEvent &event : m->eventsOf(Kind::Ended))
        ended << event.key;
    QCOMPARE(ended, QSet<QString>({u"batch_1"_s, u"run_1"_s, u"vs_1"_s}));
    QCOMPARE(m->eventsOf(Kind::Failed).size(), 1);
    const WatchEvent failed = m->eventsOf(Kind::Failed).first();
    QCOMPARE(failed.key, u"ftjob-1"_s);
    QVERIFY(failed.text.contains(u"The file is empty."_s));
    QCOMPARE(m->events.size(), 4);
    QCOMPARE(m->watch->events().size(), 4);
    QCOMPARE(m->watch->events().first().key, m->events.last().key); // newest first
}

void TestJobWatch::aBatchThatEndedInPartHasFailed()
{
    m->batches() << madeBatch(u"batch_1"_s, u"in_progress"_s) << madeBatch(u"batch_2"_s, u"in_progress"_s);
    m->open(10);
    m->pass(60);
    m->batches() = {madeBatch(u"batch_1"_s, u"completed"_s, 97, 3),
                    madeBatch(u"batch_2"_s, u"cancelled"_s, 40)};
    m->pass(30);
    QCOMPARE(m->eventsOf(Kind::Failed).size(), 1);
    QCOMPARE(m->eventsOf(Kind::Failed).first().key, u"batch_1"_s);
    QVERIFY(m->eventsOf(Kind::Failed).first().text.contains(u"3 of 100"_s));
    QCOMPARE(m->eventsOf(Kind::Ended).size(), 1); // a person wanted that
}

void TestJobWatch::filesThatFailedBeforeAreNoNews()
{
    m->stores() << madeStore(u"vs_1"_s, u"in_progress"_s, 2, 1, 4)
                << madeStore(u"vs_2"_s, u"in_progress"_s, 2, 1, 4);
    m->open(10);
    m->pass(60);
    m->stores() = {madeStore(u"vs_1"_s, u"completed"_s, 0, 3, 4),
                   madeStore(u"vs_2"_s, u"completed"_s, 0, 2, 5)};
    m->pass(30);
    QCOMPARE(m->eventsOf(Kind::Ended).size(), 1);
    QCOMPARE(m->eventsOf(Kind::Ended).first().key, u"vs_1"_s);
    QCOMPARE(m->eventsOf(Kind::Failed).size(), 1);
    QCOMPARE(m->eventsOf(Kind::Failed).first().key, u"vs_2"_s);
}

void TestJobWatch::whatEndedMeanwhileIsTold()
{
    const QString file = m->folder.filePath(u"seen.sqlite"_s);
    m->batches() << madeBatch(u"batch_1"_s, u"in_progress"_s, 5);
    m->open(10, file);
    m->pass(60);
    QCOMPARE(m->watch->running().size(), 1);
    m->close();
    m->clock.advance(3 * day * 1'000);
    m->batches() = {madeBatch(u"batch_2"_s, u"completed"_s, 100), madeBatch(u"batch_1"_s, u"expired"_s, 50)};
    m->open(10, file);
    m->pass(60);
    // Of the other one nobody knew that it ran; and that the first was stuck, only what is over says.
    QCOMPARE(m->events.size(), 1);
    QCOMPARE(m->events.first().kind, Kind::Failed);
    QCOMPARE(m->events.first().key, u"batch_1"_s);
}

/// Nobody follows files one by one: as by a clean-up that was killed, or by others, they go without a word.
void TestJobWatch::filesThatWentMeanwhileAreNotShownForLong()
{
    const QString file = m->folder.filePath(u"index.sqlite"_s);
    for (int i = 0; i < 5; ++i)
        m->fileList() << madeFile(u"file-%1"_s.arg(i));
    m->open(10, file);
    m->pass(60);
    QCOMPARE(m->index->objects(ObjectKind::File).size(), 5u);
    m->close();
    m->fileList().resize(2);
    m->clock.advance(60'000);
    m->open(10, file);
    m->settle();
    QCOMPARE(m->index->objects(ObjectKind::File).size(), 5u); // what was kept
    m->pass(60);
    QCOMPARE(m->index->objects(ObjectKind::File).size(), 2u);
    // And in a window that stays open for hours.
    m->fileList() = {madeFile(u"file-new"_s)};
    const int before = m->count(u"/v1/files"_s);
    m->pass(45 * 60, 10'000);
    QCOMPARE(m->index->objects(ObjectKind::File).size(), 1u);
    QVERIFY(m->count(u"/v1/files"_s) <= before + 2);
}

void TestJobWatch::filesThatABatchMadeAreFoundWithinMinutes()
{
    m->fileList() << madeFile(u"file-in"_s);
    m->batches() << madeBatch(u"batch_1"_s, u"in_progress"_s, 5);
    m->open(10);
    m->pass(3 * 60);
    const int before = m->count(u"/v1/files"_s);
    QJsonObject ended = madeBatch(u"batch_1"_s, u"completed"_s, 100);
    ended.insert(u"completed_at"_s, m->clock.unixSeconds());
    ended.insert(u"output_file_id"_s, u"file-out"_s);
    m->batches()[0] = ended;
    m->fileList().prepend(madeFile(u"file-out"_s));
    m->pass(3 * 60);
    QVERIFY(m->index->find(ObjectKind::File, u"file-out"_s));
    QCOMPARE(m->count(u"/v1/files"_s), before + 1);
    // It is not looked for again once it went, though the batch names it for ever.
    m->fileList().removeFirst();
    m->pass(45 * 60, 10'000);
    QVERIFY(!m->index->find(ObjectKind::File, u"file-out"_s));
    const int later = m->count(u"/v1/files"_s);
    ended.insert(u"metadata"_s, QJsonObject{{u"name"_s, u"other"_s}});
    SeenAnswer seen;
    seen.method = "GET"_ba;
    seen.path = u"/batches/batch_1"_s;
    seen.status = 200;
    seen.body = QJsonDocument(ended).toJson();
    m->index->answered(seen);
    m->pass(5 * 60);
    QCOMPARE(m->count(u"/v1/files"_s), later);
}

void TestJobWatch::filesThatCannotBeReadAreNotAskedForAgainAndAgain()
{
    m->trouble = [](const FakeRequest &request) -> std::optional<FakeReply> {
        if (request.path == u"/v1/files"_s)
            return FakeReply::error(403, "forbidden");
        return std::nullopt;
    };
    for (int i = 0; i < 10; ++i)
        m->batches() << madeBatch(u"batch_%1"_s.arg(i), u"in_progress"_s, 5);
    m->open(10);
    m->pass(3 * 60);
    const int before = m->count(u"/v1/files"_s);
    QVERIFY(before > 0);
    // One after the other ends, and names a file.
    for (int i = 0; i < 10; ++i) {
        QJsonObject ended = madeBatch(u"batch_%1"_s.arg(i), u"completed"_s, 100);
        ended.insert(u"completed_at"_s, m->clock.unixSeconds());
        ended.insert(u"output_file_id"_s, u"file-%1"_s.arg(i));
        m->batches()[i] = ended;
        m->pass(2 * 60);
    }
    QVERIFY2(m->count(u"/v1/files"_s) <= before + 4, qPrintable(QString::number(m->count(u"/v1/files"_s) - before)));
}

void TestJobWatch::whatRunsIsListedWithItsTimeLeft()
{
    m->batches() << madeBatch(u"batch_1"_s, u"in_progress"_s, 40, 10, 100, FakeProject::start - 1'000);
    QJsonObject job = madeJob(u"ftjob-1"_s, u"running"_s, FakeProject::start - 500);
    job.insert(u"estimated_finish"_s, FakeProject::start + 1'000);
    m->jobs() << job;
    m->open(30);
    m->pass(10);
    const QList<RunningJob> running = m->watch->running();
    QCOMPARE(running.size(), 2);
    QCOMPARE(running[0].key, u"batch_1"_s); // in the order they began
    QCOMPARE(running[0].name, u"name of batch_1"_s);
    QCOMPARE(running[0].total, 100);
    QCOMPARE(running[0].done, 40);
    QCOMPARE(running[0].failed, 10);
    // Half of it took a thousand seconds, and so will the rest.
    QVERIFY(std::abs(running[0].secondsLeft - 1'000) <= 15);
    QCOMPARE(running[1].secondsLeft, 990);
    QVERIFY(running[0].stuck.isEmpty());
}

QTEST_GUILESS_MAIN(TestJobWatch)
#include "tst_jobwatch.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What is said to be stuck, to expire, or to need a person, and how often.
#include "watch/watchbench.h"

#include "transfers/transferjournal.h"
#include "watch/progresstracks.h"

#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Kind = WatchEvent::Kind;

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

IndexedObject running(const QString &id, qint64 progressedAt, qint64 seenAt)
{
    IndexedObject object;
    object.kind = ObjectKind::Batch;
    object.id = id;
    object.status = u"in_progress"_s;
    object.detail = u"/v1/responses"_s;
    object.progressedAt = progressedAt;
    object.seenAt = seenAt;
    return object;
}

} // namespace

class TestStuck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<WatchBench>(); }
    void cleanup() { m.reset(); }

    void theUsualIsTheMiddleOfItsOwnSteps();
    void oneWithoutStepsTakesTheUsualOfOthersLikeIt();
    void aStandstillIsWhatWasSeenAndNotTimeThatPassed();
    void timeLeftIsSaidOnlyWhileItIsKnown();
    void noProgressIsToldOnceUntilItMovesAgain();
    void noProgressIsNotSaidBeforeItsTime();
    void aPausedJobIsNotStuck();
    void aJobIsNotStuckBeforeItShouldBeDone();
    void aJobThatWasResumedIsExpectedAnew();
    void checkedForTooLong();
    void aBatchPastItsTime();
    void aFileThatIsIndexedForTooLong();
    void aFileThatWasIndexedForTooLongBeforeItWasSeen();
    void whatWasStuckIsSoInTheNextRunAndOnlyIfItIs();
    void ofAStoreThatIsDoneNothingIsRecalled();
    void severalSuchFilesAreOneAlert();
    void otherRulesJudgeAnew();
    void whatExpiresIsToldOnce();
    void muchThatExpiresIsOneAlert();
    void storesWithFailedFilesNeedAPerson();
    void anUploadNearTheEndOfItsHour();

private:
    std::unique_ptr<WatchBench> m;
};

void TestStuck::theUsualIsTheMiddleOfItsOwnSteps()
{
    ProgressTracks tracks;
    qint64 at = 1'000;
    for (const qint64 took : {100, 20, 5'000}) {
        tracks.stepped(running(u"b"_s, at, at), running(u"b"_s, at + took, at + took), 0);
        at += took;
    }
    QCOMPARE(tracks.usualSeconds(running(u"b"_s, at, at)), 100);
    // Not what lies before somebody looked.
    ProgressTracks asleep;
    for (int i = 0; i < 5; ++i)
        asleep.stepped(running(u"b"_s, 1'000, 1'000), running(u"b"_s, 9'000, 9'000), 5'000);
    QCOMPARE(asleep.usualSeconds(running(u"b"_s, 9'000, 9'000)), -1);
}

void TestStuck::oneWithoutStepsTakesTheUsualOfOthersLikeIt()
{
    ProgressTracks tracks;
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
        tracks.stepped(running(id, 1'000, 1'000), running(id, 1'300, 1'300), 0);
    QCOMPARE(tracks.usualSeconds(running(u"new"_s, 0, 0)), 300);
    IndexedObject other = running(u"other"_s, 0, 0);
    other.detail = u"/v1/embeddings"_s;
    QCOMPARE(tracks.usualSeconds(other), -1);
}

void TestStuck::aStandstillIsWhatWasSeenAndNotTimeThatPassed()
{
    const ProgressTracks tracks;
    const WatchRules rules;
    const IndexedObject unseen = running(u"b"_s, 1'000, 1'060); // a minute; nobody looked since
    QCOMPARE(tracks.judge(unseen, rules, 1'000 + 10 * day), StuckReason::None);
    const IndexedObject seen = running(u"b"_s, 1'000, 1'000 + 3 * hour);
    QCOMPARE(tracks.judge(seen, rules, 1'000 + 3 * hour), StuckReason::NoProgress);
}

void TestStuck::timeLeftIsSaidOnlyWhileItIsKnown()
{
    IndexedObject batch = running(u"b"_s, 2'000, 2'000);
    batch.createdAt = 1'000;
    batch.total = 100;
    batch.done = 50;
    QCOMPARE(ProgressTracks::secondsLeft(batch, 2'000), 1'000);
    QCOMPARE(ProgressTracks::secondsLeft(batch, 2'990), 10);
    // Seen again without a step, it is no slower for that: the time left does not rise.
    batch.seenAt = 2'600;
    QCOMPARE(ProgressTracks::secondsLeft(batch, 2'600), 400);
    // It should be over by now, and is not.
    QCOMPARE(ProgressTracks::secondsLeft(batch, 3'000), -1);
    QCOMPARE(ProgressTracks::secondsLeft(batch, 9'000), -1);
    // It has not moved for long.
    batch.seenAt = 2'000 + ProgressTracks::longStandstill;
    QCOMPARE(ProgressTracks::secondsLeft(batch, batch.seenAt), -1);

    IndexedObject job = running(u"j"_s, 2'000, 2'000 + hour);
    job.kind = ObjectKind::Job;
    job.status = u"running"_s;
    job.finishAt = 9'000;
    QCOMPARE(ProgressTracks::secondsLeft(job, 6'000), 3'000); // the service says so
    QCOMPARE(ProgressTracks::secondsLeft(job, 9'000), -1);
    job.status = u"paused"_s;
    QCOMPARE(ProgressTracks::secondsLeft(job, 6'000), -1);
}

void TestStuck::noProgressIsToldOnceUntilItMovesAgain()
{
    m->rules.leastMinutes = 10;
    m->rules.timesUsual = 2;
    m->batches() << madeBatch(u"batch_1"_s, u"in_progress"_s, 1);
    m->open(30);
    for (int done = 2; done < 8; ++done) { // a step a minute
        m->pass(minute);
        m->batches()[0] = madeBatch(u"batch_1"_s, u"in_progress"_s, done);
    }
    m->pass(9 * minute);
    QCOMPARE(m->events.size(), 0);
    m->pass(5 * minute);
    QCOMPARE(m->eventsOf(Kind::Stuck).size(), 1);
    QCOMPARE(m->events.first().key, u"batch_1"_s);
    QCOMPARE(m->watch->attention().size(), 1);
    QVERIFY(!m->watch->running().first().stuck.isEmpty());
    m->pass(30 * minute);
    QCOMPARE(m->events.size(), 1);
    m->batches()[0] = madeBatch(u"batch_1"_s, u"in_progress"_s, 20);
    m->pass(2 * minute);
    QVERIFY(m->watch->attention().isEmpty());
    QVERIFY(m->watch->running().first().stuck.isEmpty());
    m->pass(20 * minute);
    QCOMPARE(m->eventsOf(Kind::Stuck).size(), 2);
    m->batches()[0] = madeBatch(u"batch_1"_s, u"completed"_s, 100);
    m->pass(2 * minute);
    QVERIFY(m->watch->attention().isEmpty());
}

void TestStuck::noProgressIsNotSaidBeforeItsTime()
{
    // Nobody knows what is usual: four times the least stands for it.
    m->batches() << madeBatch(u"batch_1"_s, u"in_progress"_s, 1);
    m->open(30);
    m->pass(110 * minute, 5'000);
    QCOMPARE(m->events.size(), 0);
    m->pass(15 * minute, 5'000);
    QCOMPARE(m->eventsOf(Kind::Stuck).size(), 1);
}

void TestStuck::aPausedJobIsNotStuck()
{
    m->jobs() << madeJob(u"ftjob-1"_s, u"paused"_s);
    m->open(30);
    m->pass(4 * hour, 10'000);
    QCOMPARE(m->events.size(), 0);
}

void TestStuck::aJobIsNotStuckBeforeItShouldBeDone()
{
    // Its trained tokens are told in the end only: nothing of it moves while it runs.
    m->rules.leastMinutes = 5;
    m->rules.timesUsual = 2;
    QJsonObject job = madeJob(u"ftjob-1"_s, u"running"_s);
    job[u"estimated_finish"_s] = FakeProject::start + 3 * hour;
    m->jobs() << job;
    m->open(30);
    m->pass(2 * hour, 10'000);
    job[u"estimated_finish"_s] = FakeProject::start + 30 * hour; // put off: what it said first counts
    m->jobs()[0] = job;
    m->pass(1 * hour, 10'000);
    QCOMPARE(m->events.size(), 0);
    m->pass(9 * minute);
    QCOMPARE(m->events.size(), 0);
    m->pass(3 * minute);
    QCOMPARE(m->eventsOf(Kind::Stuck).size(), 1);
}

void TestStuck::aJobThatWasResumedIsExpectedAnew()
{
    ProgressTracks tracks;
    const WatchRules rules;
    IndexedObject job = running(u"ftjob-1"_s, 1'000, 1'000);
    job.kind = ObjectKind::Job;
    job.status = u"running"_s;
    job.finishAt = 1'000 + hour;
    tracks.saw(job);
    IndexedObject resumed = job; // after a pause of two days
    resumed.progressedAt = resumed.seenAt = 1'000 + 2 * day;
    resumed.finishAt = resumed.seenAt + 9 * hour;
    tracks.stepped(job, resumed, 0);
    resumed.seenAt += 9 * hour;
    QCOMPARE(tracks.judge(resumed, rules, resumed.seenAt), StuckReason::None);
    resumed.seenAt += 3 * hour;
    QCOMPARE(tracks.judge(resumed, rules, resumed.seenAt), StuckReason::NoProgress);
}

void TestStuck::checkedForTooLong()
{
    m->rules.validatingMinutes = 20;
    m->batches() << madeBatch(u"batch_1"_s, u"validating"_s, 0, 0, 0, FakeProject::start - 10 * minute);
    m->jobs() << madeJob(u"ftjob-1"_s, u"validating_files"_s, FakeProject::start);
    m->open(30);
    m->pass(9 * minute);
    QCOMPARE(m->events.size(), 0);
    m->pass(3 * minute);
    QCOMPARE(m->eventsOf(Kind::Stuck).size(), 1);
    QCOMPARE(m->events.first().key, u"batch_1"_s);
    m->pass(10 * minute);
    QCOMPARE(m->eventsOf(Kind::Stuck).size(), 2);
    QCOMPARE(m->events.last().objectKind, ObjectKind::Job);
}

void TestStuck::aBatchPastItsTime()
{
    m->batches() << madeBatch(u"batch_1"_s, u"in_progress"_s, 5, 0, 100,
                              FakeProject::start - day + 5 * minute);
    m->open(30);
    m->pass(4 * minute);
    QCOMPARE(m->events.size(), 0);
    m->pass(4 * minute);
    QCOMPARE(m->eventsOf(Kind::Stuck).size(), 1);
}

void TestStuck::aFileThatIsIndexedForTooLong()
{
    m->rules.indexingMinutes = 30;
    m->stores() << madeStore(u"vs_1"_s, u"in_progress"_s, 1, 4);
    m->filesOf(u"vs_1"_s) << madeStoreFile(u"vs_1"_s, u"file-slow"_s, u"in_progress"_s, FakeProject::start)
                          << madeStoreFile(u"vs_1"_s, u"file-ok"_s, u"completed"_s, FakeProject::start - day);
    m->open(30);
    m->pass(25 * minute, 5'000);
    QCOMPARE(m->events.size(), 0);
    QVERIFY(m->watch->running().first().stuck.isEmpty());
    m->pass(15 * minute, 5'000);
    QCOMPARE(m->eventsOf(Kind::Stuck).size(), 1);
    QCOMPARE(m->events.first().objectKind, ObjectKind::StoreFile);
    QVERIFY(!m->watch->running().first().stuck.isEmpty()); // the store among what runs does not look well
    QCOMPARE(m->watch->stuckText(u"vs_1"_s), m->watch->running().first().stuck);
    QCOMPARE(m->watch->stuckText(u"vs_2"_s), QString());
    // By another rule it is well, though its files are not looked at then.
    m->rules.indexingMinutes = 300;
    m->watch->setRules(m->rules);
    m->pass(2 * minute);
    QVERIFY(m->watch->running().first().stuck.isEmpty());
    QVERIFY(m->watch->attention().isEmpty());
    m->rules.indexingMinutes = 30;
    m->watch->setRules(m->rules);
    m->pass(5 * minute);
    QVERIFY(!m->watch->running().first().stuck.isEmpty());
    QCOMPARE(m->events.first().key, storeFileKey(u"vs_1"_s, u"file-slow"_s));
    m->pass(30 * minute, 5'000);
    QCOMPARE(m->events.size(), 1);
    QCOMPARE(m->watch->attention().size(), 1);
    m->stores()[0] = madeStore(u"vs_1"_s, u"completed"_s, 0, 5);
    m->pass(2 * minute);
    QVERIFY(m->watch->attention().isEmpty());
}

void TestStuck::aFileThatWasIndexedForTooLongBeforeItWasSeen()
{
    m->stores() << madeStore(u"vs_1"_s, u"in_progress"_s, 1, 4);
    m->filesOf(u"vs_1"_s) << madeStoreFile(u"vs_1"_s, u"file-slow"_s, u"in_progress"_s, FakeProject::start - day);
    m->open(30);
    m->pass(3 * minute);
    QCOMPARE(m->eventsOf(Kind::Stuck).size(), 1);
    QCOMPARE(m->events.first().key, storeFileKey(u"vs_1"_s, u"file-slow"_s));
}

void TestStuck::whatWasStuckIsSoInTheNextRunAndOnlyIfItIs()
{
    const QString file = m->folder.filePath(u"index.sqlite"_s);
    for (const QString &store : {u"vs_1"_s, u"vs_2"_s}) {
        m->stores() << madeStore(store, u"in_progress"_s, 1, 4);
        m->filesOf(store) << madeStoreFile(store, u"file-slow"_s, u"in_progress"_s, FakeProject::start - day);
    }
    m->open(30, file);
    m->pass(3 * minute);
    QCOMPARE(m->eventsOf(Kind::Stuck).size(), 2);
    m->close();
    m->clock.advance(60'000);
    // Of the one the file has been indexed meanwhile, and another has just been put in.
    m->filesOf(u"vs_2"_s) = {madeStoreFile(u"vs_2"_s, u"file-slow"_s, u"completed"_s, FakeProject::start - day),
                             madeStoreFile(u"vs_2"_s, u"file-new"_s, u"in_progress"_s, m->clock.unixSeconds())};
    m->open(30, file);
    m->settle();
    // Until somebody has looked it is as it was: said, but no news, and nobody knows how long it will take.
    QCOMPARE(m->watch->attention().size(), 2);
    QVERIFY(m->events.isEmpty());
    for (const RunningJob &job : m->watch->running()) {
        QVERIFY(!job.stuck.isEmpty());
        QCOMPARE(job.secondsLeft, -1);
    }
    m->pass(3 * minute);
    QCOMPARE(m->eventsOf(Kind::Stuck).size(), 1);
    QCOMPARE(m->events.first().key, storeFileKey(u"vs_1"_s, u"file-slow"_s));
    QCOMPARE(m->watch->attention().size(), 1);
}

void TestStuck::ofAStoreThatIsDoneNothingIsRecalled()
{
    // The store was done by its own counts, and nobody has listed its files since.
    const QString file = m->folder.filePath(u"index.sqlite"_s);
    m->stores() << madeStore(u"vs_1"_s, u"in_progress"_s, 1, 4);
    m->filesOf(u"vs_1"_s) << madeStoreFile(u"vs_1"_s, u"file-slow"_s, u"in_progress"_s, FakeProject::start - day);
    m->open(30, file);
    m->pass(3 * minute);
    QCOMPARE(m->watch->attention().size(), 1);
    m->stores()[0] = madeStore(u"vs_1"_s, u"completed"_s, 0, 5);
    m->pass(2 * minute);
    m->close();
    m->open(30, file);
    m->settle();
    QVERIFY(m->watch->attention().isEmpty());
}

void TestStuck::severalSuchFilesAreOneAlert()
{
    m->rules.indexingMinutes = 30;
    m->stores() << madeStore(u"vs_1"_s, u"in_progress"_s, 40, 4);
    for (int i = 0; i < 40; ++i)
        m->filesOf(u"vs_1"_s) << madeStoreFile(u"vs_1"_s, u"file-%1"_s.arg(i), u"in_progress"_s,
                                               FakeProject::start);
    m->open(30);
    m->pass(45 * minute, 5'000);
    QCOMPARE(m->eventsOf(Kind::Stuck).size(), 1);
    QCOMPARE(m->events.first().objectKind, ObjectKind::Store);
    QVERIFY(m->events.first().text.contains(u"40"_s));
}

void TestStuck::otherRulesJudgeAnew()
{
    m->batches() << madeBatch(u"batch_1"_s, u"in_progress"_s, 1);
    m->open(30);
    m->pass(30 * minute, 5'000);
    QCOMPARE(m->events.size(), 0);
    WatchRules rules;
    rules.leastMinutes = 5;
    rules.timesUsual = 2;
    m->watch->setRules(rules);
    QCOMPARE(m->eventsOf(Kind::Stuck).size(), 1);
    QCOMPARE(m->watch->rules(), rules);
}

void TestStuck::whatExpiresIsToldOnce()
{
    m->fileList() << madeFile(u"file-soon"_s, FakeProject::start + 5 * day)
                  << madeFile(u"file-later"_s, FakeProject::start + 7 * day + 3 * hour)
                  << madeFile(u"file-stays"_s);
    m->open(30);
    m->pass(5 * minute);
    QCOMPARE(m->eventsOf(Kind::Expiring).size(), 1);
    QCOMPARE(m->events.first().key, u"file-soon"_s);
    QCOMPARE(m->events.first().name, u"file-soon.jsonl"_s);
    QVERIFY(m->watch->attention().isEmpty()); // not yet
    // The other comes near by itself, though nothing changes.
    m->pass(5 * hour, 15'000);
    QCOMPARE(m->eventsOf(Kind::Expiring).size(), 2);
    QCOMPARE(m->events.last().key, u"file-later"_s);
    m->pass(hour, 15'000);
    QCOMPARE(m->events.size(), 2);
}

void TestStuck::muchThatExpiresIsOneAlert()
{
    for (int i = 0; i < 412; ++i)
        m->fileList() << madeFile(u"file-%1"_s.arg(i), FakeProject::start + day + 2 * hour + i);
    m->open(30);
    m->pass(5 * minute);
    QCOMPARE(m->eventsOf(Kind::Expiring).size(), 1);
    QVERIFY(m->events.first().text.contains(u"412"_s));
    QVERIFY(m->events.first().key.isEmpty());
    QCOMPARE(m->watch->attention().size(), 1);
    // Whoever wants to hear of the last day only is not told of two.
    WatchRules rules;
    rules.expiresDays = 1;
    m->watch->setRules(rules);
    QVERIFY(m->watch->attention().isEmpty());
}

void TestStuck::storesWithFailedFilesNeedAPerson()
{
    m->stores() << madeStore(u"vs_1"_s, u"completed"_s, 0, 3, 2)
                << madeStore(u"vs_2"_s, u"completed"_s, 0, 3);
    m->open(30);
    m->pass(2 * minute);
    QCOMPARE(m->events.size(), 0); // it was so before anybody looked
    QCOMPARE(m->watch->attention().size(), 1);
    QCOMPARE(m->watch->attention().first().kind, Kind::Attention);
    QCOMPARE(m->watch->attention().first().key, u"vs_1"_s);
    m->stores()[0] = madeStore(u"vs_1"_s, u"completed"_s, 0, 3);
    m->pass(5 * minute);
    QVERIFY(m->watch->attention().isEmpty());
}

void TestStuck::anUploadNearTheEndOfItsHour()
{
    {
        TransferJournal journal(m->folder.filePath(u"transfers"_s));
        bool loaded = false;
        journal.load(&m->context, [&loaded](const TransferJournal::Contents &) { loaded = true; });
        QTRY_VERIFY(loaded);
        TransferRecord record;
        record.id = u"t1"_s;
        record.path = m->folder.filePath(u"big.jsonl"_s);
        record.name = u"big.jsonl"_s;
        record.size = 100;
        record.state = TransferRecord::State::Paused;
        record.stage = TransferRecord::Stage::Sending;
        record.inParts = true;
        record.uploadId = u"upload_1"_s;
        record.uploadExpiresAt = FakeProject::start + 20 * minute;
        record.partSize = 100;
        record.partIds = {QString()};
        bool saved = false;
        journal.save(record, &m->context,
                     [&saved](const Result<void> &result) { saved = result.has_value(); });
        QTRY_VERIFY(saved);
    }
    m->open(30);
    QSignalSpy opened(m->transfers.get(), &TransferQueue::opened);
    m->transfers->open();
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(m->watch->attention().size(), 1); // it is half done
    QVERIFY(m->watch->attention().first().isTransfer());
    m->pass(8 * minute, 5'000);
    QCOMPARE(m->events.size(), 0);
    m->pass(4 * minute, 5'000);
    QCOMPARE(m->eventsOf(Kind::Attention).size(), 1);
    QCOMPARE(m->events.first().key, u"t1"_s);
    QCOMPARE(m->events.first().name, u"big.jsonl"_s);
    m->pass(15 * minute, 5'000);
    QCOMPARE(m->events.size(), 1);
    QVERIFY(m->watch->attention().isEmpty()); // its hour is over
}

QTEST_GUILESS_MAIN(TestStuck)
#include "tst_stuck.moc"

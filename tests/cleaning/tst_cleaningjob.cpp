// SPDX-License-Identifier: GPL-3.0-or-later
// A clean-up carried out: exactly what was chosen goes, everything is listed again, and the report holds
// whatever happens on the way, a program that dies at any moment included.
#include "cleaning/cleaningbench.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <atomic>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Outcome = CleaningJournal::Outcome;

namespace {

int stands(const CleaningReport &report)
{
    return report.deleted + report.takenOut + report.alreadyGone + report.stillListed + report.failed + report.kept +
           report.left;
}

} // namespace

class TestCleaningJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasChosenGoesAndIsListedAgain();
    void whatWasGoneBeforeIsSaid();
    void whatIsStillListedIsSaid();
    void aListThatLagsIsLookedAtTwice();
    void whenItCannotBeListedAgainThatIsSaid();
    void everyKindIsDeletedInItsWay();
    void aFileLeavesItsStoresFirst();
    void faultsAreLivedThrough_data();
    void faultsAreLivedThrough();
    void whatFailedIsTriedAgain();
    void stoppedAndGoneOn();
    void whatCameIntoUseStays();
    void usesThatWereKnownDoNotKeepIt();
    void theLastCopyStays();
    void whatIsNotWhatItWasStays();
    void anAreaThatStopsToAnswerIsNotMissing();
    void whatWasReadAndNotKeptMayUseAnything();
    void whatAKilledOneDeletedGoesOutOfTheIndex();
    void killedAtEveryMoment();
    void killedBeforeItWasListedAgain();
    void anotherRunCannotTakeItMeanwhile();
    void whoAsksWhetherItIsFreeIsInNobodysWay();
    void nothingIsDeletedThatIsNotNoted();
    void onlyAJournalWithNothingLeftIsRemovedByItself();
    void aDamagedJournalIsNotCarriedOut_data();
    void aDamagedJournalIsNotCarriedOut();
    void manyGoAtOnceAndListsStayQuick();
};

void TestCleaningJob::whatWasChosenGoesAndIsListedAgain()
{
    CleaningBench bench;
    CleaningJob job(*bench.session, bench.index, bench.some(20), bench.journal());
    QVERIFY(bench.finish(job));
    QCOMPARE(bench.files, QStringList{u"other"_s});
    QCOMPARE(bench.lists, 1);
    const CleaningReport report = job.report();
    QCOMPARE(report.deleted, 20);
    QCOMPARE(stands(report), 20);
    QCOMPARE(report.bytes, 140);
    QCOMPARE(report.unverified, 0);
    const CleaningJournal::Kept kept = CleaningJournal::read(bench.journal());
    QCOMPARE(kept.ended(), 20);
    QVERIFY(!kept.isOpen());
}

void TestCleaningJob::whatWasGoneBeforeIsSaid()
{
    CleaningBench bench;
    const QList<CleaningItem> items = bench.some(5);
    bench.files.removeOne(u"file-1"_s);
    bench.files.removeOne(u"file-3"_s);
    CleaningJob job(*bench.session, bench.index, items, bench.journal());
    QVERIFY(bench.finish(job));
    QCOMPARE(job.report().deleted, 3);
    QCOMPARE(job.report().alreadyGone, 2);
    QCOMPARE(stands(job.report()), 5);
}

void TestCleaningJob::whatIsStillListedIsSaid()
{
    CleaningBench bench;
    bench.haunting = {u"file-2"_s};
    CleaningJob job(*bench.session, bench.index, bench.some(5), bench.journal());
    QVERIFY(bench.finish(job));
    QCOMPARE(job.report().deleted, 4);
    QCOMPARE(job.report().stillListed, 1);
    QCOMPARE(stands(job.report()), 5);
    QCOMPARE(job.items().at(2).state, BulkItem::State::Failed);
    // Tried again once the server means it.
    bench.haunting.clear();
    job.retryFailed();
    QVERIFY(bench.finish(job));
    QCOMPARE(job.report().deleted, 5);
    QCOMPARE(bench.files, QStringList{u"other"_s});
}

void TestCleaningJob::aListThatLagsIsLookedAtTwice()
{
    CleaningBench bench;
    bench.haunting = {u"file-0"_s};
    bench.lagsFor = 1;
    CleaningJob job(*bench.session, bench.index, bench.some(3), bench.journal());
    QVERIFY(bench.finish(job));
    QCOMPARE(job.report().deleted, 3);
    QCOMPARE(job.report().stillListed, 0);
    QCOMPARE(bench.lists, 2);
}

void TestCleaningJob::whenItCannotBeListedAgainThatIsSaid()
{
    CleaningBench bench;
    bench.wire->always(Method::Get, u"/v1/files"_s, FakeReply::error(403));
    CleaningJob job(*bench.session, bench.index, bench.some(3), bench.journal());
    QVERIFY(bench.finish(job));
    QCOMPARE(job.report().deleted, 3);
    QCOMPARE(job.report().unverified, 3);
    QCOMPARE(int(job.report().problem.kind), int(ApiError::Kind::Forbidden));
}

void TestCleaningJob::everyKindIsDeletedInItsWay()
{
    CleaningBench bench;
    bench.stores = {u"dead"_s, u"alive"_s};
    bench.fill(u"alive"_s, 3);
    for (FileSeed &seed : bench.contents[u"alive"_s])
        seed.status = u"failed"_s; // one that is well is no dead entry
    QList<CleaningItem> items = bench.some(1);
    CleaningItem store;
    store.category = CleaningCategory::ExpiredStores;
    store.action = CleaningItem::Action::DeleteStore;
    store.id = u"dead"_s;
    CleaningItem entry;
    entry.category = CleaningCategory::FailedInStores;
    entry.action = CleaningItem::Action::DetachFile;
    entry.id = u"f-00001"_s;
    entry.storeId = u"alive"_s;
    items << store << entry;
    CleaningJob job(*bench.session, bench.index, items, bench.journal());
    QVERIFY(bench.finish(job));
    // What was only taken out of a store is not said to be deleted, neither in all nor one by one.
    QCOMPARE(job.report().deleted, 2);
    QCOMPARE(job.report().takenOut, 1);
    QVERIFY(job.report().sentence().contains(u"taken out"_s));
    QVERIFY(job.items().at(0).note.contains(u"deleted"_s));
    QVERIFY(job.items().at(2).note.contains(u"alive"_s));
    QCOMPARE(bench.stores, QStringList{u"alive"_s});
    QCOMPARE(bench.contents.value(u"alive"_s).size(), 2);
    QVERIFY(bench.files.contains(u"f-00001"_s)); // taken out, not deleted
    QVERIFY(!bench.files.contains(u"file-0"_s));
    // What the server keeps in the store all the same is found.
    bench.sticky = {u"f-00002"_s};
    entry.id = u"f-00002"_s;
    CleaningJob again(*bench.session, bench.index, {entry}, bench.journal());
    QVERIFY(bench.finish(again));
    QCOMPARE(again.report().stillListed, 1);
}

void TestCleaningJob::aFileLeavesItsStoresFirst()
{
    CleaningBench bench;
    bench.stores = {u"a"_s, u"b"_s};
    QList<CleaningItem> items = bench.some(1);
    bench.contents[u"a"_s] << FileSeed{u"file-0"_s};
    bench.contents[u"b"_s] << FileSeed{u"file-0"_s};
    items.first().detachFrom = {u"a"_s, u"b"_s};
    CleaningJob job(*bench.session, bench.index, items, bench.journal());
    QVERIFY(bench.finish(job));
    QStringList order;
    for (const FakeRequest &request : bench.wire->requests()) {
        if (request.method == Method::Delete)
            order << request.path;
    }
    QCOMPARE(order, (QStringList{u"/v1/vector_stores/a/files/file-0"_s, u"/v1/vector_stores/b/files/file-0"_s,
                                 u"/v1/files/file-0"_s}));
    QCOMPARE(job.report().deleted, 1);
}

void TestCleaningJob::faultsAreLivedThrough_data()
{
    QTest::addColumn<FakeReply>("fault");
    QTest::newRow("too many requests")
        << FakeReply::error(429, "rate_limit_exceeded", "requests", {{"Retry-After", "2"}});
    QTest::newRow("server error") << FakeReply::error(500);
    QTest::newRow("gateway") << FakeReply::error(503);
    QTest::newRow("connection lost") << FakeReply::broken(WireFailure::Network);
}

void TestCleaningJob::faultsAreLivedThrough()
{
    QFETCH(FakeReply, fault);
    CleaningBench bench;
    for (const int i : {0, 3, 4, 11})
        bench.wire->once(Method::Delete, u"/v1/files/file-%1"_s.arg(i), fault);
    CleaningJob job(*bench.session, bench.index, bench.some(12), bench.journal());
    QVERIFY(bench.finish(job));
    QCOMPARE(job.report().deleted, 12);
    QCOMPARE(stands(job.report()), 12);
    QCOMPARE(bench.files, QStringList{u"other"_s});
}

void TestCleaningJob::whatFailedIsTriedAgain()
{
    CleaningBench bench;
    bench.wire->once(Method::Delete, u"/v1/files/file-1"_s, FakeReply::error(403));
    CleaningJob job(*bench.session, bench.index, bench.some(4), bench.journal());
    QVERIFY(bench.finish(job));
    QCOMPARE(job.report().deleted, 3);
    QCOMPARE(job.report().failed, 1);
    QCOMPARE(job.items().at(1).error.httpStatus, 403);
    QVERIFY(bench.files.contains(u"file-1"_s));
    job.retryFailed();
    QVERIFY(bench.finish(job));
    QCOMPARE(job.report().deleted, 4);
    QCOMPARE(stands(job.report()), 4);
}

void TestCleaningJob::stoppedAndGoneOn()
{
    CleaningBench bench;
    CleaningJob job(*bench.session, bench.index, bench.some(40), bench.journal());
    connect(&job, &BulkJob::itemChanged, &job, [&job] {
        if (job.count(BulkItem::State::Done) == 10)
            job.stop();
    });
    QVERIFY(bench.finish(job));
    const CleaningReport stopped = job.report();
    QVERIFY(stopped.left > 0);
    QCOMPARE(stands(stopped), 40);
    QCOMPARE(stopped.deleted, 10);
    QVERIFY(CleaningJournal::read(bench.journal()).isOpen());
    job.disconnect(&job);
    job.goOn();
    QVERIFY(bench.finish(job));
    QCOMPARE(job.report().deleted, 40);
    QCOMPARE(job.report().alreadyGone, 0); // whatever was out when it was stopped is ours
    QCOMPARE(bench.files, QStringList{u"other"_s});
}

void TestCleaningJob::whatCameIntoUseStays()
{
    CleaningBench bench;
    bench.stores = {u"a"_s};
    const QList<CleaningItem> items = bench.some(3);
    bench.contents[u"a"_s] << FileSeed{u"file-1"_s}; // somebody put it in since
    bool listed = false;
    bench.session->stores().listFiles(u"a"_s, {}, this,
                                      [&](const Result<Page<StoreFile>> &) { listed = true; });
    QVERIFY(bench.run([&] { return listed; }));
    bool settled = false;
    bench.index.whenSettled(this, [&] { settled = true; });
    QVERIFY(bench.run([&] { return settled; }));
    CleaningJob job(*bench.session, bench.index, items, bench.journal());
    QVERIFY(bench.finish(job));
    QCOMPARE(job.report().deleted, 2);
    QCOMPARE(job.report().kept, 1);
    QCOMPARE(bench.deletes(u"/v1/files/file-1"_s), 0);
    QVERIFY(bench.files.contains(u"file-1"_s));
    QVERIFY(!job.items().at(1).note.isEmpty());
}

void TestCleaningJob::usesThatWereKnownDoNotKeepIt()
{
    CleaningBench bench;
    bench.stores = {u"a"_s};
    QList<CleaningItem> items = bench.some(1);
    bench.contents[u"a"_s] << FileSeed{u"file-0"_s};
    bool listed = false;
    bench.session->stores().listFiles(u"a"_s, {}, this,
                                      [&](const Result<Page<StoreFile>> &) { listed = true; });
    QVERIFY(bench.run([&] { return listed && !bench.index.usesOf(u"file-0"_s).isEmpty(); }));
    items.first().uses = bench.index.usesOf(u"file-0"_s);
    items.first().detachFrom = {u"a"_s};
    CleaningJob job(*bench.session, bench.index, items, bench.journal());
    QVERIFY(bench.finish(job));
    QCOMPARE(job.report().deleted, 1);
}

void TestCleaningJob::theLastCopyStays()
{
    CleaningBench bench;
    QList<CleaningItem> items = bench.some(2);
    items[0].twinId = u"other"_s;
    items[1].twinId = u"deleted-by-others"_s;
    QVERIFY(bench.know());
    CleaningJob job(*bench.session, bench.index, items, bench.journal());
    QVERIFY(bench.finish(job));
    QCOMPARE(job.report().deleted, 1);
    QCOMPARE(job.report().kept, 1);
    QCOMPARE(bench.deletes(u"/v1/files/file-1"_s), 0);
    QVERIFY(job.items().at(1).note.contains(u"deleted-by-others"_s));
}

void TestCleaningJob::whatIsNotWhatItWasStays()
{
    CleaningBench bench;
    bench.stores = {u"a"_s};
    QList<CleaningItem> items = bench.some(3);
    for (CleaningItem &item : items) {
        item.category = CleaningCategory::FailedInStores;
        item.action = CleaningItem::Action::DetachFile;
        item.storeId = u"a"_s;
        item.createdAt = 1'760'000'000;
    }
    items[2].createdAt = 1'750'000'000; // it was put in again since
    bench.contents[u"a"_s] << FileSeed{u"file-0"_s} << FileSeed{u"file-1"_s, u"failed"_s}
                           << FileSeed{u"file-2"_s, u"failed"_s};
    QVERIFY(bench.know());
    CleaningJob job(*bench.session, bench.index, items, bench.journal());
    QVERIFY(bench.finish(job));
    QCOMPARE(job.report().takenOut, 1);
    QCOMPARE(job.report().kept, 2);
    QCOMPARE(bench.deletes(), 1);
    QCOMPARE(bench.deletes(u"/v1/vector_stores/a/files/file-1"_s), 1);
}

void TestCleaningJob::anAreaThatStopsToAnswerIsNotMissing()
{
    CleaningBench bench; // without evals and without jobs
    bench.some(1);
    QVERIFY(bench.know());
    QVERIFY(bench.wholeNow() == Survey::Everything);
    // A job was seen once: that the list of jobs is not found does not say that nothing uses files.
    bench.index.answered({"GET",
                          u"/fine_tuning/jobs/ftjob-1"_s,
                          {},
                          200,
                          R"({"id":"ftjob-1","object":"fine_tuning.job","status":"running",)"
                          R"("training_file":"file-0"})",
                          1'760'000'000});
    QVERIFY(bench.know());
    QVERIFY(bench.wholeNow() == (Survey::Parts(Survey::Everything) & ~Survey::Parts(Survey::Jobs)));
}

void TestCleaningJob::whatWasReadAndNotKeptMayUseAnything()
{
    ObjectIndex::Options small;
    small.mostObjects = 5;
    CleaningBench bench(small);
    bench.some(20);
    QVERIFY(bench.know());
    QVERIFY(!bench.wholeNow().testFlag(Survey::Files));
}

void TestCleaningJob::whatAKilledOneDeletedGoesOutOfTheIndex()
{
    CleaningBench bench;
    CleaningJournal::Kept kept;
    const QList<CleaningItem> items = bench.some(4);
    for (const CleaningItem &item : items)
        kept.entries.append({item, true, CleaningJournal::Outcome::None, {}});
    kept.entries[0].outcome = CleaningJournal::Outcome::Deleted;
    kept.entries[1].outcome = CleaningJournal::Outcome::AlreadyGone;
    kept.entries[2].outcome = CleaningJournal::Outcome::Failed;
    kept.entries[3].outcome = CleaningJournal::Outcome::Deleted;
    kept.entries[3].item.action = CleaningItem::Action::DetachFile; // it may be in the store again
    kept.entries[3].item.storeId = u"vs_1"_s;
    QVERIFY(bench.know());
    tellWhatIsGone(bench.index, kept, bench.clock.unixSeconds());
    bool settled = false;
    bench.index.whenSettled(this, [&] { settled = true; });
    QVERIFY(bench.run([&] { return settled; }));
    const auto isKnown = [&](int i) { return bench.index.find(ObjectKind::File, u"file-%1"_s.arg(i)) != nullptr; };
    QVERIFY(!isKnown(0) && !isKnown(1));
    QVERIFY(isKnown(2) && isKnown(3)); // of these nobody knows
}

void TestCleaningJob::killedAtEveryMoment()
{
    constexpr int count = 8; // more than go at once
    int moments = 0;
    for (int dieAt = 0;; ++dieAt) {
        CleaningBench bench;
        const QString left = bench.journal(u"left.jsonl"_s); // as the journal was at that moment
        bool died = false;
        {
            CleaningJob job(*bench.session, bench.index, bench.some(count), bench.journal());
            int at = 0;
            job.journal().setProbe([&](CleaningJournal::Moment) {
                if (at++ != dieAt || died)
                    return;
                died = true;
                bench.dead = true;
                QFile::copy(bench.journal(), left);
            });
            job.start();
            QVERIFY(bench.run([&] { return died || job.state() == BulkJob::State::Finished; }));
        }
        if (!died)
            break;
        ++moments;
        bench.dead = false;
        const CleaningJournal::Kept kept = CleaningJournal::read(left);
        QCOMPARE(kept.entries.size(), count);
        if (!kept.isOpen())
            continue; // it died after its last word
        CleaningJob rest(*bench.session, bench.index, kept, left);
        QCOMPARE(rest.items().first().size, 7); // for the report
        QVERIFY(bench.finish(rest));
        const CleaningReport report = rest.report();
        QCOMPARE(report.deleted, count); // none lost, and none taken for somebody else's
        QCOMPARE(stands(report), count);
        QCOMPARE(bench.files, QStringList{u"other"_s});
        QVERIFY(!CleaningJournal::read(left).isOpen());
    }
    // Before and after each writing: one for each file that begins, and the last; a deletion that is done is written with
    // the next that begins, or by itself when none does for a while.
    QVERIFY(moments >= 2 * (count + 1));
    QVERIFY(moments <= 2 * (2 * count + 1));
}

void TestCleaningJob::killedBeforeItWasListedAgain()
{
    CleaningBench bench;
    bench.wire->once(Method::Get, u"/v1/files"_s, FakeReply::silence());
    {
        CleaningJob job(*bench.session, bench.index, bench.some(3), bench.journal());
        job.start();
        QVERIFY(bench.run([&] { return CleaningJournal::read(bench.journal()).ended() == 3; }));
        QCOMPARE(job.state(), BulkJob::State::Running);
        bench.dead = true;
    }
    bench.dead = false;
    const CleaningJournal::Kept kept = CleaningJournal::read(bench.journal());
    QVERIFY(kept.isOpen());
    const int before = bench.deletes();
    CleaningJob rest(*bench.session, bench.index, kept, bench.journal());
    QVERIFY(bench.finish(rest));
    QCOMPARE(rest.report().deleted, 3);
    QCOMPARE(bench.deletes(), before);
    QVERIFY(bench.lists > 0);
    QVERIFY(!CleaningJournal::read(bench.journal()).isOpen());
}

void TestCleaningJob::anotherRunCannotTakeItMeanwhile()
{
    CleaningBench bench;
    bench.wire->once(Method::Delete, u"/v1/files/file-7"_s,
                     FakeReply::silence()); // tried again after a while
    CleaningJob job(*bench.session, bench.index, bench.some(40), bench.journal());
    job.start();
    QVERIFY(bench.run([&] { return job.count(BulkItem::State::Done) == 39; }));
    QVERIFY(!CleaningJournal::isFree(bench.journal()));
    CleaningItem item;
    item.id = u"other"_s;
    CleaningJob second(*bench.session, bench.index, {item}, bench.journal());
    QVERIFY(bench.finish(second));
    QCOMPARE(second.report().failed, 1);
    QVERIFY(bench.files.contains(u"other"_s));
    QVERIFY(bench.finish(job));
    QCOMPARE(job.report().deleted, 40);
    QVERIFY(CleaningJournal::isFree(bench.journal()));
}

void TestCleaningJob::whoAsksWhetherItIsFreeIsInNobodysWay()
{
    CleaningBench bench;
    { // its lock stands beside it
        CleaningJob job(*bench.session, bench.index, bench.some(1), bench.journal());
        QVERIFY(bench.finish(job));
    }
    QThreadPool pool;
    pool.setMaxThreadCount(8);
    std::atomic<int> free = 0;
    constexpr int asked = 400;
    for (int i = 0; i < asked; ++i)
        pool.start([&free, file = bench.journal()] { free += CleaningJournal::isFree(file); });
    pool.waitForDone();
    QCOMPARE(free.load(), asked);
}

void TestCleaningJob::nothingIsDeletedThatIsNotNoted()
{
    CleaningBench bench;
    QFile blocker(bench.folder.filePath(u"blocker"_s));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    CleaningJob job(*bench.session, bench.index, bench.some(3),
                    bench.folder.filePath(u"blocker/cleaning.jsonl"_s));
    QVERIFY(bench.finish(job));
    QCOMPARE(job.report().failed, 3);
    QCOMPARE(int(job.items().first().error.kind), int(ApiError::Kind::LocalFile));
    QCOMPARE(bench.deletes(), 0);
}

void TestCleaningJob::onlyAJournalWithNothingLeftIsRemovedByItself()
{
    CleaningBench bench;
    const auto left = [&](Outcome outcome, bool toItsEnd) {
        QFile::remove(bench.journal());
        CleaningJournal journal(bench.journal());
        bool written = false;
        journal.begin(bench.some(1), 1'760'000'000, [&](const Result<void> &result) {
            written = result && journal.itemBegins(0) && journal.itemEnded(0, outcome) &&
                      (!toItsEnd || journal.finished());
        });
        return QTest::qWaitFor([&] { return written; }) ? CleaningJournal::read(bench.journal()).id : QString();
    };
    for (const auto &[outcome, toItsEnd] : {std::pair(Outcome::Deleted, false), std::pair(Outcome::Failed, true)}) {
        const QString id = left(outcome, toItsEnd);
        QVERIFY(!id.isEmpty());
        CleaningJournal::removeEnded(bench.journal(), id);
        QVERIFY(QFile::exists(bench.journal()));
    }
    const QString id = left(Outcome::Deleted, true);
    CleaningJournal::removeEnded(bench.journal(), u"another"_s);
    QVERIFY(QFile::exists(bench.journal()));
    {
        CleaningJournal other(bench.journal(), id); // somebody works with it
        QVERIFY(other.reopen());
        CleaningJournal::removeEnded(bench.journal(), id);
        QVERIFY(QFile::exists(bench.journal()));
    }
    CleaningJournal::removeEnded(bench.journal(), id);
    QVERIFY(!QFile::exists(bench.journal()));
}

void TestCleaningJob::aDamagedJournalIsNotCarriedOut_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray item = R"({"action":0,"category":"orphans","id":"file-0"})"
                            "\n";
    QTest::newRow("nothing in it") << QByteArray();
    QTest::newRow("no journal") << QByteArray("hello\nworld\n");
    QTest::newRow("of a newer program") << R"({"format":2,"id":"x","items":1})"
                                           "\n" +
                                               item;
    QTest::newRow("plan cut short") << R"({"format":1,"id":"x","items":2})"
                                       "\n" +
                                           item;
    QTest::newRow("plan cut in a line") << R"({"format":1,"id":"x","items":1})"
                                           "\n" +
                                               item.left(20);
}

void TestCleaningJob::aDamagedJournalIsNotCarriedOut()
{
    QFETCH(QByteArray, content);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"cleaning.jsonl"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    QVERIFY(!CleaningJournal::read(file.fileName()).isOpen());
}

void TestCleaningJob::manyGoAtOnceAndListsStayQuick()
{
    CleaningBench bench;
    CleaningJob job(*bench.session, bench.index, bench.some(50), bench.journal());
    QVERIFY(bench.finish(job));
    QCOMPARE(bench.wire->mostRunning(), 6);
    for (const FakeRequest &request : bench.wire->requests()) {
        if (request.method == Method::Delete)
            QCOMPARE(int(request.lane), int(Lane::Bulk)); // not where lists wait
    }
}

QTEST_GUILESS_MAIN(TestCleaningJob)
#include "tst_cleaningjob.moc"

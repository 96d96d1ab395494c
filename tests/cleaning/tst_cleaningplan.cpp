// SPDX-License-Identifier: GPL-3.0-or-later
// What may go of a project: each kind with planted cases, and never what is used, or may be.
#include "cleaning/cleaningplan.h"
#include "cleaning/fileuses.h"

#include <QJsonDocument>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;
using Category = CleaningCategory;

namespace {

constexpr qint64 now = 1'760'000'000;
constexpr qint64 day = 86'400;

IndexedObject file(const QString &id, qint64 ageDays = 100, qint64 bytes = 10,
                   const QString &purpose = u"user_data"_s)
{
    IndexedObject object;
    object.kind = ObjectKind::File;
    object.id = id;
    object.name = id + u".txt"_s;
    object.detail = purpose;
    object.bytes = bytes;
    object.createdAt = now - ageDays * day;
    return object;
}

IndexedObject batch(const QString &id, const QString &status, const QList<FileRef> &refs)
{
    IndexedObject object;
    object.kind = ObjectKind::Batch;
    object.id = id;
    object.status = status;
    object.refs = refs;
    object.endedAt = now - day;
    object.total = 4;
    object.done = status == "completed"_L1 ? 4 : 1;
    return object;
}

IndexedObject job(const QString &id, const QString &status, const QList<FileRef> &refs)
{
    IndexedObject object = batch(id, status, refs);
    object.kind = ObjectKind::Job;
    return object;
}

IndexedObject run(const QString &id, const QString &status, const QString &fileId)
{
    IndexedObject object = batch(id, status, {{FileRole::EvalSource, fileId}});
    object.kind = ObjectKind::EvalRun;
    object.parentId = u"eval_1"_s;
    return object;
}

IndexedObject store(const QString &id, const QString &status = u"completed"_s)
{
    IndexedObject object;
    object.kind = ObjectKind::Store;
    object.id = id;
    object.name = id + u" name"_s;
    object.status = status;
    object.createdAt = now - 50 * day;
    return object;
}

IndexedObject entry(const QString &storeId, const QString &fileId, const QString &status = u"completed"_s)
{
    IndexedObject object;
    object.kind = ObjectKind::StoreFile;
    object.id = fileId;
    object.parentId = storeId;
    object.status = status;
    return object;
}

CleaningInput whole()
{
    CleaningInput input;
    input.whole = Survey::Everything;
    return input;
}

/// As the journal keeps it.
QJsonObject read(const CleaningItem &item)
{
    return QJsonDocument::fromJson(item.toJson()).object();
}

QStringList keys(const CleaningPlan &plan, Category category)
{
    QStringList found;
    for (const CleaningItem &item : plan.items) {
        if (item.category == category)
            found << item.key();
    }
    found.sort();
    return found;
}

QStringList allKeys(const CleaningPlan &plan)
{
    QStringList found;
    for (const CleaningItem &item : plan.items)
        found << item.key();
    found.sort();
    return found;
}

CleaningPlan planOf(const CleaningInput &input, const CleaningOptions &options = {})
{
    return CleaningPlan::make(input, now, options);
}

} // namespace

class TestCleaningPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void unusedFilesMayGoOnceTheyAreOld();
    void whatIsUsedIsNoOrphan_data();
    void whatIsUsedIsNoOrphan();
    void copiesMayGoButNeverTheLast();
    void theCopyThatIsUsedStays();
    void aCopyThatGoesSoonerIsNoSubstitute();
    void copiesInStoresGoOnlyWhenAskedFor();
    void sameSizeIsNotTheSame();
    void aCopyForAnotherPurposeIsNone();
    void onlyWhatCanBeReadIsCompared();
    void aReasonEndsWithOneStop();
    void whatExpiredMayGo();
    void deadEntriesOfStoresMayGo();
    void inputsOfFinishedBatchesMayGo();
    void anInputWhoseRequestsAreOpenIsNoFinishedOne();
    void outputsOfBatchesMayGoOnceTheyAreOld();
    void whatIsNotKnownIsNotOffered_data();
    void whatIsNotKnownIsNotOffered();
    void ofAStoppedReadingNothingIsOffered();
    void everythingIsOfferedOnce();
    void anItemSurvivesBeingWritten();
    void nothingIsSureForLong();
    void aDamagedItemIsNone_data();
    void aDamagedItemIsNone();
};

void TestCleaningPlan::unusedFilesMayGoOnceTheyAreOld()
{
    CleaningInput input = whole();
    input.files = {file(u"old"_s, 31), file(u"young"_s, 29), file(u"edge"_s, 30)};
    QCOMPARE(keys(planOf(input), Category::Orphans), (QStringList{u"edge"_s, u"old"_s}));
    CleaningOptions options;
    options.days = 7;
    QCOMPARE(keys(planOf(input, options), Category::Orphans), (QStringList{u"edge"_s, u"old"_s, u"young"_s}));
    // Of a file whose age is not known it cannot be said that it is old.
    input.files = {file(u"ageless"_s)};
    input.files.front().createdAt = 0;
    QCOMPARE(planOf(input).items, QList<CleaningItem>());
}

void TestCleaningPlan::whatIsUsedIsNoOrphan_data()
{
    QTest::addColumn<int>("role");
    QTest::addColumn<QString>("status");
    QTest::newRow("training file") << int(FileRole::Training) << u"succeeded"_s;
    QTest::newRow("validation file") << int(FileRole::Validation) << u"running"_s;
    QTest::newRow("results of a job") << int(FileRole::Results) << u"succeeded"_s;
    QTest::newRow("in a store") << int(FileRole::InStore) << u"completed"_s;
    QTest::newRow("being indexed") << int(FileRole::InStore) << u"in_progress"_s;
    QTest::newRow("source of a run") << int(FileRole::EvalSource) << u"completed"_s;
    QTest::newRow("input of a running batch") << int(FileRole::BatchInput) << u"in_progress"_s;
    QTest::newRow("output of a running batch") << int(FileRole::BatchOutput) << u"finalizing"_s;
}

void TestCleaningPlan::whatIsUsedIsNoOrphan()
{
    QFETCH(int, role);
    QFETCH(QString, status);
    CleaningInput input = whole();
    input.files = {file(u"f"_s)};
    switch (FileRole(role)) {
    case FileRole::InStore:
        input.stores = {store(u"vs"_s)};
        input.storeFiles = {entry(u"vs"_s, u"f"_s, status)};
        break;
    case FileRole::EvalSource:
        input.runs = {run(u"run"_s, status, u"f"_s)};
        break;
    case FileRole::BatchInput:
    case FileRole::BatchOutput:
        input.batches = {batch(u"b"_s, status, {{FileRole(role), u"f"_s}})};
        break;
    default:
        input.jobs = {job(u"j"_s, status, {{FileRole(role), u"f"_s}})};
    }
    QCOMPARE(planOf(input).items, QList<CleaningItem>());
}

void TestCleaningPlan::copiesMayGoButNeverTheLast()
{
    CleaningInput input = whole();
    input.files = {file(u"b"_s, 5), file(u"a"_s, 90), file(u"c"_s, 50)};
    input.digests = {{u"a"_s, "1"}, {u"b"_s, "1"}, {u"c"_s, "1"}};
    const CleaningPlan plan = planOf(input);
    // The oldest stays, also where it would be an orphan otherwise.
    QCOMPARE(allKeys(plan), (QStringList{u"b"_s, u"c"_s}));
    QCOMPARE(keys(plan, Category::Duplicates), allKeys(plan));
    QVERIFY(plan.items.first().reason.contains(u"a.txt"_s));
}

void TestCleaningPlan::theCopyThatIsUsedStays()
{
    CleaningInput input = whole();
    input.files = {file(u"old"_s, 90), file(u"used"_s, 5), file(u"stored"_s, 60)};
    input.digests = {{u"old"_s, "1"}, {u"used"_s, "1"}, {u"stored"_s, "1"}};
    input.jobs = {job(u"j"_s, u"succeeded"_s, {{FileRole::Training, u"used"_s}})};
    input.stores = {store(u"vs"_s)};
    input.storeFiles = {entry(u"vs"_s, u"stored"_s)};
    QCOMPARE(allKeys(planOf(input)), QStringList{u"old"_s});
    // All of them used: none goes.
    input.jobs.push_back(job(u"k"_s, u"running"_s, {{FileRole::Training, u"old"_s}}));
    QCOMPARE(allKeys(planOf(input)), QStringList());
}

void TestCleaningPlan::aCopyThatGoesSoonerIsNoSubstitute()
{
    CleaningInput input = whole();
    input.files = {file(u"a"_s, 90), file(u"b"_s, 60), file(u"c"_s, 50)};
    input.files[0].expiresAt = input.files[2].expiresAt = now + day;
    input.digests = {{u"a"_s, "1"}, {u"b"_s, "1"}, {u"c"_s, "1"}};
    const CleaningPlan plan = planOf(input);
    QCOMPARE(keys(plan, Category::Duplicates), (QStringList{u"a"_s, u"c"_s}));
    for (const CleaningItem &item : plan.items)
        QCOMPARE(item.twinId, u"b"_s);
    // The one that is used goes by itself tomorrow: for that the one that would live on is not given up.
    input.jobs = {job(u"j"_s, u"succeeded"_s, {{FileRole::Training, u"a"_s}})};
    const CleaningPlan other = planOf(input);
    QCOMPARE(keys(other, Category::Duplicates), QStringList{u"c"_s});
    QCOMPARE(other.items.first().twinId, u"a"_s);
}

void TestCleaningPlan::copiesInStoresGoOnlyWhenAskedFor()
{
    CleaningInput input = whole();
    input.files = {file(u"a"_s, 90), file(u"b"_s, 60), file(u"busy"_s, 50)};
    input.digests = {{u"a"_s, "1"}, {u"b"_s, "1"}, {u"busy"_s, "1"}};
    input.stores = {store(u"vs"_s), store(u"vt"_s)};
    input.storeFiles = {entry(u"vs"_s, u"a"_s), entry(u"vs"_s, u"b"_s), entry(u"vt"_s, u"b"_s),
                        entry(u"vt"_s, u"busy"_s, u"in_progress"_s)};
    QCOMPARE(allKeys(planOf(input)), QStringList());
    CleaningOptions options;
    options.detach = true;
    const CleaningPlan plan = planOf(input, options);
    QCOMPARE(allKeys(plan), QStringList{u"b"_s});
    QStringList stores = plan.items.first().detachFrom;
    stores.sort();
    QCOMPARE(stores, (QStringList{u"vs"_s, u"vt"_s}));
}

void TestCleaningPlan::sameSizeIsNotTheSame()
{
    CleaningInput input = whole();
    input.files = {file(u"a"_s, 5, 10, u"batch"_s), file(u"b"_s, 5, 10, u"batch"_s),
                   file(u"c"_s, 5, 10, u"batch"_s)};
    input.digests = {{u"a"_s, "1"}, {u"b"_s, "2"}}; // of the third nothing is known
    const CleaningPlan plan = planOf(input);
    QCOMPARE(plan.items, QList<CleaningItem>());
    QCOMPARE(plan.comparable, 1);
    QCOMPARE(plan.comparableBytes, 10);
}

void TestCleaningPlan::aCopyForAnotherPurposeIsNone()
{
    CleaningInput input = whole();
    input.files = {file(u"a"_s, 5), file(u"b"_s, 5, 10, u"batch"_s)};
    input.digests = {{u"a"_s, "1"}, {u"b"_s, "1"}};
    QCOMPARE(planOf(input).items, QList<CleaningItem>());
}

void TestCleaningPlan::onlyWhatCanBeReadIsCompared()
{
    CleaningInput input = whole();
    input.files = {file(u"a"_s, 5, 10, u"batch"_s),     file(u"b"_s, 5, 10, u"batch"_s), // the same size
                   file(u"c"_s, 5, 11, u"batch"_s),                                      // alone
                   file(u"d"_s, 5, 10, u"fine-tune"_s),                                  // another purpose
                   file(u"e"_s, 5, 0, u"batch"_s),      file(u"f"_s, 5, 0, u"batch"_s)}; // nothing in them
    QStringList ids;
    for (const IndexedObject &found : CleaningPlan::candidates(input))
        ids << found.id;
    ids.sort();
    QCOMPARE(ids, (QStringList{u"a"_s, u"b"_s}));
    // What the service does not hand out is counted: that nothing was found there says nothing.
    QCOMPARE(planOf(input).comparable, 2);
    QCOMPARE(planOf(input).incomparable, 0);
    input.files << file(u"g"_s, 5, 10, u"user_data"_s) << file(u"h"_s, 5, 10, u"user_data"_s) << file(u"i"_s, 5, 12, u"user_data"_s);
    QCOMPARE(planOf(input).comparable, 2);
    QCOMPARE(planOf(input).incomparable, 2);
}

void TestCleaningPlan::aReasonEndsWithOneStop()
{
    // A date in German ends with one already: "10. Nov."
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    CleaningInput input = whole();
    for (int age = 31; age < 400; ++age)
        input.files << file(u"file-"_s + QString::number(age), age);
    const CleaningPlan plan = planOf(input);
    QLocale::setDefault(before);
    QCOMPARE(plan.items.size(), input.files.size());
    for (const CleaningItem &item : plan.items)
        QVERIFY2(item.reason.endsWith(u'.') && !item.reason.endsWith(u".."_s), qPrintable(item.reason));
}

void TestCleaningPlan::whatExpiredMayGo()
{
    CleaningInput input = whole();
    input.files = {file(u"past"_s, 5), file(u"ahead"_s, 5), file(u"needed"_s, 5)};
    input.files[0].expiresAt = now - 1;
    input.files[1].expiresAt = now + 1;
    input.files[2].expiresAt = now - 1;
    input.batches = {batch(u"b"_s, u"in_progress"_s, {{FileRole::BatchInput, u"needed"_s}})};
    input.stores = {store(u"dead"_s, u"expired"_s), store(u"alive"_s)};
    const CleaningPlan plan = planOf(input);
    QCOMPARE(keys(plan, Category::ExpiredFiles), QStringList{u"past"_s});
    QCOMPARE(keys(plan, Category::ExpiredStores), QStringList{u"dead"_s});
    QCOMPARE(int(plan.items.last().action), int(CleaningItem::Action::DeleteStore));
    QCOMPARE(plan.items.size(), 2);
}

void TestCleaningPlan::deadEntriesOfStoresMayGo()
{
    CleaningInput input = whole();
    input.files = {file(u"there"_s, 5), file(u"bad"_s, 5), file(u"off"_s, 5)};
    input.stores = {store(u"vs"_s), store(u"gone"_s, u"expired"_s)};
    input.storeFiles = {entry(u"vs"_s, u"there"_s),
                        entry(u"vs"_s, u"bad"_s, u"failed"_s),
                        entry(u"vs"_s, u"off"_s, u"cancelled"_s),
                        entry(u"vs"_s, u"deleted"_s),
                        entry(u"vs"_s, u"coming"_s, u"in_progress"_s),
                        entry(u"gone"_s, u"bad"_s, u"failed"_s)};
    const CleaningPlan plan = planOf(input);
    // What is in a store that goes is not taken out of it first.
    QCOMPARE(keys(plan, Category::FailedInStores), (QStringList{u"vs/bad"_s, u"vs/deleted"_s, u"vs/off"_s}));
    for (const CleaningItem &item : plan.items) {
        if (item.category == Category::FailedInStores)
            QCOMPARE(int(item.action), int(CleaningItem::Action::DetachFile));
    }
}

void TestCleaningPlan::inputsOfFinishedBatchesMayGo()
{
    CleaningInput input = whole();
    const QStringList ended{u"completed"_s, u"failed"_s, u"expired"_s, u"cancelled"_s};
    for (const QString &status : ended) {
        input.files.push_back(file(status, 1));
        input.batches.push_back(batch(u"b-"_s + status, status, {{FileRole::BatchInput, status}}));
    }
    const QStringList open{u"validating"_s, u"in_progress"_s, u"finalizing"_s, u"cancelling"_s};
    for (const QString &status : open) {
        input.files.push_back(file(status, 1));
        input.batches.push_back(batch(u"b-"_s + status, status, {{FileRole::BatchInput, status}}));
    }
    // One of two batches still runs; and one is in a store as well.
    input.files.push_back(file(u"twice"_s, 1));
    input.batches.push_back(batch(u"b1"_s, u"completed"_s, {{FileRole::BatchInput, u"twice"_s}}));
    input.batches.push_back(batch(u"b2"_s, u"in_progress"_s, {{FileRole::BatchInput, u"twice"_s}}));
    input.files.push_back(file(u"stored"_s, 1));
    input.batches.push_back(batch(u"b3"_s, u"completed"_s, {{FileRole::BatchInput, u"stored"_s}}));
    input.stores = {store(u"vs"_s)};
    input.storeFiles = {entry(u"vs"_s, u"stored"_s)};
    const CleaningPlan plan = planOf(input);
    QCOMPARE(keys(plan, Category::FinishedInputs), QStringList{u"completed"_s});
    // Of the others the rest may be wanted again, for which the input is needed: that is said.
    QStringList others = ended;
    others.removeAll(u"completed"_s);
    others.sort();
    QCOMPARE(keys(plan, Category::UnansweredInputs), others);
    QCOMPARE(plan.items.size(), ended.size());
    QCOMPARE(plan.items.first().uses.size(), 1);
}

void TestCleaningPlan::anInputWhoseRequestsAreOpenIsNoFinishedOne()
{
    CleaningInput input = whole();
    const auto add = [&](const QString &id, qint64 total, qint64 done, qint64 failed) {
        input.files.push_back(file(id, 1));
        IndexedObject made = batch(u"b-"_s + id, u"completed"_s, {{FileRole::BatchInput, id}});
        made.total = total;
        made.done = done;
        made.failed = failed;
        input.batches.push_back(made);
    };
    add(u"all"_s, 5, 5, 0);
    add(u"refused"_s, 5, 3, 2);
    add(u"missing"_s, 5, 4, 0);
    add(u"untold"_s, 0, 0, 0);
    // Answered in one batch, and in part only in another.
    add(u"two"_s, 5, 5, 0);
    input.batches.push_back(batch(u"second"_s, u"expired"_s, {{FileRole::BatchInput, u"two"_s}}));
    const CleaningPlan plan = planOf(input);
    QCOMPARE(keys(plan, Category::FinishedInputs), QStringList{u"all"_s});
    QCOMPARE(keys(plan, Category::UnansweredInputs),
             (QStringList{u"missing"_s, u"refused"_s, u"two"_s, u"untold"_s}));
    for (const CleaningItem &item : plan.items) {
        if (item.id == "refused"_L1)
            QVERIFY2(item.reason.contains(u"2 of 5"), qPrintable(item.reason));
    }
}

void TestCleaningPlan::outputsOfBatchesMayGoOnceTheyAreOld()
{
    CleaningInput input = whole();
    input.files = {file(u"old"_s, 40), file(u"errors"_s, 40), file(u"young"_s, 4), file(u"next"_s, 40)};
    input.batches = {batch(u"b"_s, u"completed"_s,
                           {{FileRole::BatchOutput, u"old"_s}, {FileRole::BatchErrors, u"errors"_s}}),
                     batch(u"c"_s, u"completed"_s, {{FileRole::BatchOutput, u"young"_s}}),
                     batch(u"d"_s, u"completed"_s, {{FileRole::BatchOutput, u"next"_s}})};
    input.runs = {run(u"r"_s, u"completed"_s, u"next"_s)};
    const CleaningPlan plan = planOf(input);
    QCOMPARE(allKeys(plan), (QStringList{u"errors"_s, u"old"_s}));
    QCOMPARE(keys(plan, Category::OldOutputs), allKeys(plan));
}

void TestCleaningPlan::whatIsNotKnownIsNotOffered_data()
{
    QTest::addColumn<int>("missing");
    QTest::newRow("batches") << int(Survey::Batches);
    QTest::newRow("stores") << int(Survey::Stores);
    QTest::newRow("files of stores") << int(Survey::StoreFiles);
    QTest::newRow("evals") << int(Survey::Evals);
    QTest::newRow("runs") << int(Survey::Runs);
    QTest::newRow("jobs") << int(Survey::Jobs);
}

void TestCleaningPlan::whatIsNotKnownIsNotOffered()
{
    QFETCH(int, missing);
    CleaningInput input = whole();
    input.whole.setFlag(Survey::Part(missing), false);
    input.files = {file(u"orphan"_s), file(u"copy"_s), file(u"input"_s), file(u"output"_s), file(u"past"_s)};
    input.files.back().expiresAt = now - 1;
    input.digests = {{u"orphan"_s, "1"}, {u"copy"_s, "1"}};
    input.batches = {batch(u"b"_s, u"completed"_s,
                           {{FileRole::BatchInput, u"input"_s}, {FileRole::BatchOutput, u"output"_s}})};
    const CleaningPlan plan = planOf(input);
    QCOMPARE(allKeys(plan), QStringList{u"past"_s}); // that needs the list of files alone
    for (const Category category :
         {Category::Orphans, Category::Duplicates, Category::FinishedInputs, Category::OldOutputs})
        QVERIFY(!plan.withheld.value(category).isEmpty());
    QVERIFY(!plan.withheld.contains(Category::ExpiredFiles));
}

void TestCleaningPlan::ofAStoppedReadingNothingIsOffered()
{
    CleaningInput input;
    input.files = {file(u"a"_s)};
    input.files.front().expiresAt = now - 1;
    input.stores = {store(u"dead"_s, u"expired"_s)};
    const CleaningPlan plan = planOf(input);
    QCOMPARE(plan.items, QList<CleaningItem>());
    QCOMPARE(plan.withheld.size(), cleaningCategories().size());
}

void TestCleaningPlan::everythingIsOfferedOnce()
{
    CleaningInput input = whole();
    // Expired, the input of a finished batch, a copy and old all at once.
    input.files = {file(u"a"_s), file(u"b"_s), file(u"c"_s)};
    input.files[0].expiresAt = now - 1;
    input.digests = {{u"a"_s, "1"}, {u"b"_s, "1"}, {u"c"_s, "1"}};
    input.batches = {batch(u"x"_s, u"completed"_s, {{FileRole::BatchInput, u"a"_s}})};
    const CleaningPlan plan = planOf(input);
    QCOMPARE(keys(plan, Category::ExpiredFiles), QStringList{u"a"_s});
    QCOMPARE(keys(plan, Category::Duplicates), QStringList{u"c"_s});
    QCOMPARE(plan.items.size(), 2);
}

void TestCleaningPlan::anItemSurvivesBeingWritten()
{
    CleaningItem item;
    item.category = Category::Duplicates;
    item.id = u"file-1"_s;
    item.title = u"Größe\n\"1\".txt"_s;
    item.reason = u"why"_s;
    item.bytes = 5'000'000'000;
    item.createdAt = now;
    item.uses = {{ObjectKind::StoreFile, u"vs/file-1"_s, FileRole::InStore}};
    item.detachFrom = {u"vs"_s};
    item.twinId = u"file-2"_s;
    item.title += u"\\ \u0001 \U0001f600"_s;
    QCOMPARE(CleaningItem::fromJson(read(item)), item);
    item.action = CleaningItem::Action::DetachFile;
    item.storeId = u"vs"_s;
    QCOMPARE(CleaningItem::fromJson(read(item)), item);
}

/// "Nothing uses it" is said of what was read just now, not of what an index of last week knows.
void TestCleaningPlan::nothingIsSureForLong()
{
    UsesKnown known;
    known.batches = known.jobs = known.stores = known.evals = true;
    known.oldest = now - 60;
    QVERIFY(known.isSure(now));
    known.oldest = now - 7 * day;
    QVERIFY(known.isWhole());
    QVERIFY(!known.isSure(now));
    known.oldest = now - 60;
    known.storesTotal = 1;
    QVERIFY(!known.isSure(now));
}

void TestCleaningPlan::aDamagedItemIsNone_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no id") << u"id"_s << QJsonValue(QString());
    QTest::newRow("a kind that is not known") << u"category"_s << QJsonValue(u"everything"_s);
    QTest::newRow("an action that is not known") << u"action"_s << QJsonValue(7);
    QTest::newRow("taken out of nowhere") << u"action"_s << QJsonValue(int(CleaningItem::Action::DetachFile));
}

void TestCleaningPlan::aDamagedItemIsNone()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    CleaningItem item;
    item.id = u"file-1"_s;
    QJsonObject object = read(item);
    QVERIFY(CleaningItem::fromJson(object));
    object.insert(key, value);
    QVERIFY(!CleaningItem::fromJson(object));
}

QTEST_GUILESS_MAIN(TestCleaningPlan)
#include "tst_cleaningplan.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Deleting vector stores, and those of their files that no other store uses: exactly the right ones go, and
// nothing on doubt.
#include "storebench.h"

#include "stores/storagecost.h"
#include "stores/storecheck.h"
#include "stores/storedeletion.h"
#include "stores/storedeletionplan.h"
#include "stores/storedraft.h"

#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace odc::test;

namespace {

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

QList<StoreDeletionJob::Thing> things(const QStringList &ids)
{
    QList<StoreDeletionJob::Thing> all;
    for (const QString &id : ids)
        all << StoreDeletionJob::Thing{id, id};
    return all;
}

struct DeletionBench : StoreBench
{
    DeletionBench()
    {
        // "own" is in the first alone, "both" in the first two, "other" in the last.
        stores = {u"a"_s, u"b"_s, u"c"_s};
        fill(u"a"_s, 3, u"own"_s);
        fill(u"a"_s, 2, u"both"_s);
        fill(u"b"_s, 2, u"both"_s);
        fill(u"c"_s, 1, u"other"_s);
    }

    bool plan(StoreDeletionPlan &plan, const QSet<QString> &leaving)
    {
        plan.start(leaving);
        return run([&] { return !plan.isRunning(); });
    }
    bool finish(BulkJob &job)
    {
        job.start();
        return run([&] { return job.state() == BulkJob::State::Finished; });
    }
    bool verify(StoreCheck &check, const StoreExpectation &expected)
    {
        QSignalSpy done(&check, &StoreCheck::finished);
        check.start(expected);
        return run([&] { return done.count() > 0; });
    }
    /// Long pages are read on the pool; failed calls are tried again on the clock.
    bool run(const std::function<bool()> &done)
    {
        return QTest::qWaitFor(
            [&] {
                clock.advance(1000);
                return done();
            },
            20'000);
    }
};

} // namespace

class TestStoreDeletion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sharedFilesStay();
    void storesThatGoTogetherShareWithNobody();
    void everyPageIsRead();
    void whatCannotBeReadCountsAsInUse();
    void withoutTheListOfStoresNothingIsSure();
    void aStoreThatWentMeanwhileUsesNothing();
    void aStoreThatCameMeanwhileIsRead();
    void aListThatIsCutShortIsNotAll();
    void filesOfAStoreThatCannotBeReadStay();
    void batchesAreSaid();
    void theRightFilesGo();
    void storesGoFirst();
    void aFileThatIsInUseNowStays();
    void aStoreThatStaysKeepsItsFiles();
    void chosenFilesGoWhoeverUsesThem();
    void stoppedAndGoneOn();
    void listsAreCompared();
    void detachingIsVerified();
    void rulesOfAStore_data();
    void rulesOfAStore();
};

void TestStoreDeletion::sharedFilesStay()
{
    DeletionBench bench;
    StoreDeletionPlan plan(*bench.session);
    QVERIFY(bench.plan(plan, {u"a"_s}));
    QCOMPARE(sorted(plan.exclusive()), (QStringList{u"own-00000"_s, u"own-00001"_s, u"own-00002"_s}));
    QCOMPARE(sorted(plan.shared()), (QStringList{u"both-00000"_s, u"both-00001"_s}));
    QCOMPARE(plan.usedBy(u"both-00000"_s), u"b name"_s);
    QCOMPARE(plan.usedBy(u"own-00000"_s), QString());
    QCOMPARE(plan.done(), 3);
}

void TestStoreDeletion::storesThatGoTogetherShareWithNobody()
{
    DeletionBench bench;
    StoreDeletionPlan plan(*bench.session);
    QVERIFY(bench.plan(plan, {u"a"_s, u"b"_s}));
    QCOMPARE(plan.exclusive().size(), 5);
    QCOMPARE(plan.shared(), QStringList());
}

void TestStoreDeletion::everyPageIsRead()
{
    DeletionBench bench;
    bench.fill(u"a"_s, 250, u"many"_s);
    bench.contents[u"c"_s].clear();
    bench.fill(u"c"_s, 450, u"else"_s);
    // The oldest of the last page of another store.
    bench.contents[u"c"_s] << FileSeed{u"many-00249"_s, u"completed"_s, 1};
    StoreDeletionPlan plan(*bench.session);
    QVERIFY(bench.plan(plan, {u"a"_s}));
    QCOMPARE(plan.files().size(), 255);
    QVERIFY(plan.shared().contains(u"many-00249"_s));
    QVERIFY(plan.exclusive().contains(u"many-00248"_s));
}

void TestStoreDeletion::whatCannotBeReadCountsAsInUse()
{
    DeletionBench bench;
    bench.refused.insert(u"/v1/vector_stores/c/files"_s);
    StoreDeletionPlan plan(*bench.session);
    QVERIFY(bench.plan(plan, {u"a"_s}));
    QCOMPARE(plan.exclusive(), QStringList());
    QCOMPARE(plan.shared().size(), 5);
    QCOMPARE(plan.unreadable(), QStringList{u"c name"_s});
}

void TestStoreDeletion::withoutTheListOfStoresNothingIsSure()
{
    DeletionBench bench;
    bench.refused.insert(u"/v1/vector_stores"_s);
    StoreDeletionPlan plan(*bench.session);
    QVERIFY(bench.plan(plan, {u"a"_s}));
    QCOMPARE(plan.exclusive(), QStringList());
    QCOMPARE(plan.files().size(), 5);
}

void TestStoreDeletion::aStoreThatWentMeanwhileUsesNothing()
{
    DeletionBench bench;
    StoreDeletionPlan plan(*bench.session);
    plan.start({u"a"_s});
    bench.settle(); // the list has all three
    bench.stores.removeAll(u"b"_s);
    QVERIFY(bench.run([&] { return !plan.isRunning(); }));
    QVERIFY(plan.unreadable().isEmpty());
    for (const QString &id : {u"own-00000"_s, u"own-00002"_s})
        QVERIFY(plan.exclusive().contains(id));
}

void TestStoreDeletion::aStoreThatCameMeanwhileIsRead()
{
    DeletionBench bench;
    bool isMade = false;
    bench.wire->setHandler([&](const FakeRequest &request) {
        const FakeReply reply = bench.answer(request);
        if (!isMade && request.path == "/v1/vector_stores/c/files"_L1) {
            isMade = true; // somebody else's, and the list of stores was read before
            bench.stores << u"d"_s;
            bench.contents[u"d"_s] << FileSeed{u"own-00001"_s};
        }
        return reply;
    });
    StoreDeletionPlan plan(*bench.session);
    QVERIFY(bench.plan(plan, {u"a"_s}));
    QCOMPARE(plan.usedBy(u"own-00001"_s), u"d name"_s);
    QCOMPARE(sorted(plan.exclusive()), (QStringList{u"own-00000"_s, u"own-00002"_s}));
}

void TestStoreDeletion::aListThatIsCutShortIsNotAll()
{
    DeletionBench bench;
    for (const QString &path : {u"/v1/vector_stores"_s, u"/v1/vector_stores/c/files"_s}) {
        // It says that there is more, and gives the same page for ever.
        bench.wire->setHandler([&bench, path](const FakeRequest &request) {
            FakeReply reply = bench.answer(request);
            if (request.path == path) {
                FakeRequest first = request;
                first.url.setQuery(u"limit=100"_s);
                reply = bench.answer(first);
                reply.body.replace("\"has_more\": false", "\"has_more\": true");
            }
            return reply;
        });
        StoreDeletionPlan plan(*bench.session);
        QVERIFY(bench.plan(plan, {u"a"_s}));
        QCOMPARE(plan.exclusive(), QStringList());
        QCOMPARE(plan.files().size(), 5);
    }
}

void TestStoreDeletion::filesOfAStoreThatCannotBeReadStay()
{
    DeletionBench bench;
    bench.refused.insert(u"/v1/vector_stores/a/files"_s);
    StoreDeletionPlan plan(*bench.session);
    QVERIFY(bench.plan(plan, {u"a"_s}));
    QCOMPARE(plan.files(), QStringList());
    QCOMPARE(plan.unknown(), QStringList{u"a name"_s});
}

void TestStoreDeletion::batchesAreSaid()
{
    DeletionBench bench;
    bench.batches = {QVariantMap{
        {u"id"_s, u"batch_1"_s}, {u"input_file_id"_s, u"own-00001"_s}, {u"output_file_id"_s, u"x"_s}}};
    StoreDeletionPlan plan(*bench.session);
    QVERIFY(bench.plan(plan, {u"a"_s}));
    QCOMPARE(plan.ofBatches(), QStringList{u"own-00001"_s});
    // They are said, and a server without batches is no hindrance.
    bench.refused.insert(u"/v1/batches"_s);
    QVERIFY(bench.plan(plan, {u"a"_s}));
    QCOMPARE(plan.exclusive().size(), 3);
    QCOMPARE(plan.ofBatches(), QStringList());
}

void TestStoreDeletion::theRightFilesGo()
{
    DeletionBench bench;
    StoreDeletionPlan plan(*bench.session);
    QVERIFY(bench.plan(plan, {u"a"_s}));
    const QStringList shared = plan.shared();
    StoreDeletionJob job(*bench.session, things({u"a"_s}), things(plan.exclusive()), {});
    QVERIFY(bench.finish(job));
    QCOMPARE(job.count(BulkItem::State::Done), 4);
    QCOMPARE(bench.stores, (QStringList{u"b"_s, u"c"_s}));
    QCOMPARE(sorted(bench.files), (QStringList{u"both-00000"_s, u"both-00001"_s, u"other-00000"_s}));
    QCOMPARE(bench.contents.value(u"b"_s).size(), 2);
    StoreCheck check(*bench.session);
    QVERIFY(
        bench.verify(check, {job.deletedStores(), job.deletedFiles(), {shared.cbegin(), shared.cend()}, {}}));
    QVERIFY(check.outcome().isAsExpected());
}

void TestStoreDeletion::storesGoFirst()
{
    DeletionBench bench;
    StoreDeletionJob job(*bench.session, things({u"a"_s, u"b"_s}), things({u"own-00000"_s}),
                         things({u"other-00000"_s}));
    QVERIFY(bench.finish(job));
    QStringList order;
    for (const FakeRequest &request : bench.wire->requests()) {
        if (request.method == Method::Delete)
            order << request.path.section(u'/', 2, 2);
    }
    QCOMPARE(order, (QStringList{u"vector_stores"_s, u"vector_stores"_s, u"files"_s, u"files"_s}));
}

void TestStoreDeletion::aFileThatIsInUseNowStays()
{
    DeletionBench bench;
    StoreDeletionPlan plan(*bench.session);
    QVERIFY(bench.plan(plan, {u"a"_s}));
    const QStringList exclusive = plan.exclusive();
    bench.contents[u"c"_s] << FileSeed{u"own-00001"_s}; // put in while a person was asked
    StoreDeletionJob job(*bench.session, things({u"a"_s}), things(exclusive), {});
    QVERIFY(bench.finish(job));
    QVERIFY(bench.files.contains(u"own-00001"_s));
    QVERIFY(!bench.files.contains(u"own-00000"_s));
    QCOMPARE(job.count(BulkItem::State::Skipped), 1);
    for (const BulkItem &item : job.items()) {
        if (item.id == u"own-00001"_s)
            QVERIFY2(item.note.contains(u"c name"_s), qPrintable(item.note));
    }
}

void TestStoreDeletion::aStoreThatStaysKeepsItsFiles()
{
    DeletionBench bench;
    bench.refused.insert(u"/v1/vector_stores/a"_s); // cannot be deleted
    StoreDeletionJob job(*bench.session, things({u"a"_s}), things({u"own-00000"_s, u"own-00001"_s}), {});
    QVERIFY(bench.finish(job));
    QCOMPARE(job.count(BulkItem::State::Failed), 1);
    QCOMPARE(job.count(BulkItem::State::Skipped), 2);
    QVERIFY(bench.files.contains(u"own-00000"_s));
    // Tried again, the store goes, and then what waits.
    bench.refused.clear();
    job.retryFailed();
    QVERIFY(bench.run([&] { return job.state() == BulkJob::State::Finished; }));
    job.goOn();
    QVERIFY(bench.run([&] { return job.state() == BulkJob::State::Finished; }));
    QCOMPARE(job.count(BulkItem::State::Done), 3);
    QVERIFY(!bench.files.contains(u"own-00000"_s));
}

void TestStoreDeletion::chosenFilesGoWhoeverUsesThem()
{
    DeletionBench bench;
    StoreDeletionJob job(*bench.session, {}, {}, things({u"both-00000"_s}));
    QVERIFY(bench.finish(job));
    QVERIFY(!bench.files.contains(u"both-00000"_s));
    QCOMPARE(bench.asked(u"/v1/vector_stores"_s), 0); // nobody was asked who uses it
}

void TestStoreDeletion::stoppedAndGoneOn()
{
    DeletionBench bench;
    StoreDeletionJob job(*bench.session, things({u"a"_s}), things({u"own-00000"_s, u"own-00001"_s}), {});
    job.start();
    job.stop();
    QVERIFY(bench.run([&] { return job.state() == BulkJob::State::Finished; }));
    QCOMPARE(job.count(BulkItem::State::Skipped), 3);
    QCOMPARE(bench.files.size(), 6);
    job.goOn();
    QVERIFY(bench.run([&] { return job.state() == BulkJob::State::Finished; }));
    QCOMPARE(job.count(BulkItem::State::Done), 3);
    QCOMPARE(bench.files.size(), 4);
}

void TestStoreDeletion::listsAreCompared()
{
    DeletionBench bench;
    StoreCheck check(*bench.session);
    QVERIFY(bench.verify(
        check, {{u"a"_s, u"gone"_s}, {u"own-00000"_s, u"gone"_s}, {u"both-00000"_s, u"lost"_s}, {}}));
    QVERIFY(!check.outcome().isAsExpected());
    QCOMPARE(check.outcome().storesLeft, QSet<QString>{u"a"_s});
    QCOMPARE(check.outcome().filesLeft, QSet<QString>{u"own-00000"_s});
    QCOMPARE(check.outcome().filesMissing, QSet<QString>{u"lost"_s});
    bench.refused.insert(u"/v1/files"_s);
    QVERIFY(bench.verify(check, {{}, {u"own-00000"_s}, {}, {}}));
    QVERIFY(check.outcome().error.has_value());
    QVERIFY(!check.outcome().isAsExpected());
}

void TestStoreDeletion::detachingIsVerified()
{
    DeletionBench bench;
    bench.sticky.insert(u"own-00001"_s); // the server says that it is out, and keeps it
    DetachFilesJob job(*bench.session, {{u"a"_s, u"own-00000"_s, u"one"_s},
                                        {u"a"_s, u"own-00001"_s, u"two"_s},
                                        {u"b"_s, u"both-00000"_s, u"three"_s},
                                        {u"b"_s, u"nowhere"_s, u"four"_s}});
    QVERIFY(bench.finish(job));
    QCOMPARE(job.count(BulkItem::State::Done), 4); // what is not in there counts as done
    QVERIFY(bench.files.contains(u"own-00000"_s)); // the file itself stays
    QCOMPARE(bench.contents.value(u"a"_s).size(), 4);
    StoreCheck check(*bench.session);
    QVERIFY(bench.verify(check, {{}, {}, {}, job.detached()}));
    QCOMPARE(check.outcome().attached, (QHash<QString, QSet<QString>>{{u"a"_s, {u"own-00001"_s}}}));
}

void TestStoreDeletion::rulesOfAStore_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("broken"); ///< paths; "?" before those that are warnings
    QTest::newRow("nothing") << QByteArray("{}") << QStringList();
    QTest::newRow("all well") << QByteArray(
                                     R"({"name":"kb","description":"d","file_ids":["f"],"metadata":{"a":"b"},
        "expires_after":{"anchor":"last_active_at","days":365},"chunking_strategy":{"type":"static",
        "static":{"max_chunk_size_tokens":4096,"chunk_overlap_tokens":2048}}})")
                              << QStringList();
    QTest::newRow("days") << QByteArray(R"({"expires_after":{"anchor":"last_active_at","days":366}})")
                          << QStringList{u"expires_after.days"_s};
    QTest::newRow("no days") << QByteArray(R"({"expires_after":{"anchor":"last_active_at","days":0}})")
                             << QStringList{u"expires_after.days"_s};
    QTest::newRow("half days") << QByteArray(R"({"expires_after":{"anchor":"last_active_at","days":1.5}})")
                               << QStringList{u"expires_after.days"_s};
    QTest::newRow("anchor") << QByteArray(R"({"expires_after":{"anchor":"created_at","days":7}})")
                            << QStringList{u"expires_after.anchor"_s};
    const auto chunks = [](int size, int overlap) {
        return QByteArray(
                   R"({"file_ids":["f"],"chunking_strategy":{"type":"static","static":{"max_chunk_size_tokens":)") +
               QByteArray::number(size) + R"(,"chunk_overlap_tokens":)" + QByteArray::number(overlap) + "}}}";
    };
    const auto size = u"chunking_strategy.static.max_chunk_size_tokens"_s;
    const auto overlap = u"chunking_strategy.static.chunk_overlap_tokens"_s;
    QTest::newRow("chunks of the least size") << chunks(100, 50) << QStringList();
    QTest::newRow("chunks too small") << chunks(99, 0) << QStringList{size};
    QTest::newRow("chunks too large") << chunks(4097, 0) << QStringList{size};
    QTest::newRow("overlap of more than half") << chunks(100, 51) << QStringList{overlap};
    QTest::newRow("overlap below zero") << chunks(100, -1) << QStringList{overlap};
    QTest::newRow("no numbers") << QByteArray(R"({"file_ids":["f"],"chunking_strategy":{"type":"static"}})")
                                << QStringList{size, overlap};
    QTest::newRow("another way") << QByteArray(R"({"file_ids":["f"],"chunking_strategy":{"type":"fine"}})")
                                 << QStringList{u"chunking_strategy.type"_s};
    QTest::newRow("chunking without files")
        << QByteArray(R"({"chunking_strategy":{"type":"auto"}})") << QStringList{u"?chunking_strategy"_s};
    QByteArray many = R"({"file_ids":["f")";
    for (int i = 0; i < 500; ++i)
        many += R"(,"f")";
    QTest::newRow("501 files") << many + "]}" << QStringList{u"file_ids"_s};
    QTest::newRow("a file without an id") << QByteArray(R"({"file_ids":[""]})") << QStringList{u"file_ids"_s};
    QTest::newRow("name") << QByteArray(R"({"name":7})") << QStringList{u"name"_s};
}

void TestStoreDeletion::rulesOfAStore()
{
    QFETCH(QByteArray, body);
    QFETCH(QStringList, broken);
    QStringList found;
    const QList<FormProblem> problems = storeProblems(QJsonDocument::fromJson(body).object());
    for (const FormProblem &problem : problems)
        found << (problem.warning ? u'?' + problem.path : problem.path);
    QCOMPARE(found, broken);
}

QTEST_GUILESS_MAIN(TestStoreDeletion)
#include "tst_storedeletion.moc"

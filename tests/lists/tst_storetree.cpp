// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of vector stores and their files on a fake wire, watched by the model tester from the beginning.
#include "lists/storetreemodel.h"
#include "lists/storetreeproxy.h"
#include "stores/filenames.h"
#include "stores/storebench.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace odc::test;

namespace {

struct TreeBench : StoreBench
{
    TreeBench()
        : names(*session), tree(*session, names), proxy(tree),
          treeTester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest),
          proxyTester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        // What a tester does must not open stores: a person does.
        treeTester.setUseFetchMore(false);
        proxyTester.setUseFetchMore(false);
        stores = {u"a"_s, u"b"_s};
    }

    void load()
    {
        tree.stores().refresh();
        wait([this] { return !tree.stores().isWalking(); });
    }
    void open(const QString &storeId)
    {
        tree.fetchMore(tree.indexOf(storeId));
        settleFiles(storeId);
    }
    void settleFiles(const QString &storeId)
    {
        wait([this, storeId] { return !tree.filesOf(storeId)->isWalking(); });
    }
    /// Long pages are read on the pool.
    void wait(const std::function<bool()> &done)
    {
        QVERIFY(QTest::qWaitFor(
            [&] {
                settle();
                return done();
            },
            10'000));
    }

    FileNames names;
    StoreTreeModel tree;
    StoreTreeProxy proxy;
    QAbstractItemModelTester treeTester;
    QAbstractItemModelTester proxyTester;
};

QString text(const StoreTreeModel &tree, const QModelIndex &row, StoreTreeModel::Column column)
{
    return row.isValid() ? tree.data(row.siblingAtColumn(column)).toString() : u"(no row)"_s;
}

QStringList shownIds(const StoreTreeProxy &proxy, const QModelIndex &parent = {})
{
    QStringList ids;
    for (int row = 0; row < proxy.rowCount(parent); ++row)
        ids << proxy.tree().idAt(proxy.mapToSource(proxy.index(row, 0, parent)));
    return ids;
}

Tone toneOf(const StoreTreeModel &tree, const QModelIndex &row)
{
    return Tone(tree.data(row.siblingAtColumn(StoreTreeModel::State), ToneRole).toInt());
}

} // namespace

class TestStoreTree : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void filesAreReadOnceAStoreIsOpened();
    void theRestIsReadPageByPage();
    void allOfAStoreCanBeRead();
    void aPageThatFailsIsSaidAndTriedAgain();
    void filesHaveTheirNamesAfterOneWalk();
    void aFileInTwoStoresIsTwoRows();
    void stateOfAStoreSaysWhatMatters_data();
    void stateOfAStoreSaysWhatMatters();
    void stateOfAFileSaysWhy_data();
    void stateOfAFileSaysWhy();
    void readingAgainKeepsRows();
    void readingAgainGoesAsFarAsBefore();
    void readingAllIsNotCutShort();
    void whatIsDetachedElsewhereLeaves();
    void pollsReadOnlyWhatMoves();
    void manyChangesAreReadAsPages();
    void nothingIsPolledAtTheEnd();
    void batchesStandAboveTheFiles();
    void batchesMayComeWithTheirStore();
    void sortingKeepsTheRestLast();
    void filterLooksAtBothLevels();
    void removalsStayRemoved();
    void costIsSharedOut();
};

void TestStoreTree::filesAreReadOnceAStoreIsOpened()
{
    TreeBench bench;
    bench.fill(u"a"_s, 3);
    bench.load();
    const QModelIndex a = bench.tree.indexOf(u"a"_s);
    QVERIFY(bench.tree.hasChildren(a));
    QVERIFY(!bench.tree.hasChildren(bench.tree.indexOf(u"b"_s))); // it is empty
    QCOMPARE(bench.tree.rowCount(a), 0);
    QCOMPARE(bench.asked(u"/v1/vector_stores/a/files"_s), 0);
    bench.open(u"a"_s);
    QCOMPARE(bench.tree.rowCount(a), 3);
    QCOMPARE(bench.asked(u"/v1/vector_stores/a/files"_s), 1);
    QCOMPARE(bench.tree.storeAt(bench.tree.index(1, 0, a))->id, u"a"_s);
    bench.tree.openStore(u"a"_s);
    bench.settle();
    QCOMPARE(bench.asked(u"/v1/vector_stores/a/files"_s), 1);
}

void TestStoreTree::theRestIsReadPageByPage()
{
    TreeBench bench;
    bench.fill(u"a"_s, 230);
    bench.load();
    bench.open(u"a"_s);
    const QModelIndex a = bench.tree.indexOf(u"a"_s);
    const auto more = [&] { return bench.tree.indexOf(u"more:a"_s); };
    QCOMPARE(bench.tree.filesOf(u"a"_s)->fileCount(), 100);
    QCOMPARE(bench.tree.rowCount(a), 101);
    QVERIFY(bench.tree.isMore(more()));
    QCOMPARE(text(bench.tree, more(), StoreTreeModel::Name), u"… 130 more"_s);
    const QPersistentModelIndex first = bench.tree.indexOfFile(u"a"_s, u"f-00000"_s);
    bench.tree.loadMore(more());
    bench.settleFiles(u"a"_s);
    QCOMPARE(bench.tree.filesOf(u"a"_s)->fileCount(), 200);
    QCOMPARE(bench.tree.idAt(first), u"f-00000"_s);
    bench.tree.loadMore(a);
    bench.settleFiles(u"a"_s);
    QCOMPARE(bench.tree.rowCount(a), 230); // nothing stands for more
    QVERIFY(!bench.tree.filesOf(u"a"_s)->hasMore());
    QCOMPARE(bench.asked(u"/v1/vector_stores/a/files"_s), 3);
}

void TestStoreTree::allOfAStoreCanBeRead()
{
    TreeBench bench;
    bench.fill(u"a"_s, 450);
    bench.load();
    bench.tree.loadAll(u"a"_s);
    bench.settleFiles(u"a"_s);
    QCOMPARE(bench.tree.filesOf(u"a"_s)->fileCount(), 450);
    QCOMPARE(bench.tree.rowCount(bench.tree.indexOf(u"a"_s)), 450);
    QCOMPARE(bench.asked(u"/v1/vector_stores/a/files"_s), 5);
}

void TestStoreTree::aPageThatFailsIsSaidAndTriedAgain()
{
    TreeBench bench;
    bench.fill(u"a"_s, 3);
    bench.load();
    bench.refused.insert(u"/v1/vector_stores/a/files"_s);
    bench.tree.openStore(u"a"_s);
    bench.clock.advance(600'000);
    bench.settleFiles(u"a"_s);
    const QModelIndex a = bench.tree.indexOf(u"a"_s);
    QCOMPARE(bench.tree.rowCount(a), 1);
    const QModelIndex row = bench.tree.index(0, 0, a);
    QVERIFY(bench.tree.isMore(row));
    QVERIFY2(text(bench.tree, row, StoreTreeModel::Name).startsWith(u"Could not be read"_s),
             qPrintable(text(bench.tree, row, StoreTreeModel::Name)));
    QVERIFY(bench.tree.data(row, FailureTextRole).toBool());
    bench.refused.clear();
    bench.tree.loadMore(row);
    bench.settleFiles(u"a"_s);
    QCOMPARE(bench.tree.rowCount(a), 3);
}

void TestStoreTree::filesHaveTheirNamesAfterOneWalk()
{
    TreeBench bench;
    bench.fill(u"a"_s, 100);
    bench.load();
    bench.open(u"a"_s);
    const QModelIndex row = bench.tree.indexOfFile(u"a"_s, u"f-00007"_s);
    bench.wait([&] { return text(bench.tree, row, StoreTreeModel::Name) == u"f-00007.md"_s; });
    QCOMPARE(bench.asked(u"/v1/files"_s), 1);
}

void TestStoreTree::aFileInTwoStoresIsTwoRows()
{
    TreeBench bench;
    bench.fill(u"a"_s, 2);
    bench.fill(u"b"_s, 2);
    bench.load();
    bench.open(u"a"_s);
    bench.open(u"b"_s);
    const QModelIndex one = bench.tree.indexOfFile(u"a"_s, u"f-00001"_s);
    const QModelIndex two = bench.tree.indexOfFile(u"b"_s, u"f-00001"_s);
    QVERIFY(one.isValid() && two.isValid() && one != two);
    bench.tree.removeFiles(u"b"_s, {u"f-00001"_s});
    QVERIFY(bench.tree.indexOfFile(u"a"_s, u"f-00001"_s).isValid());
    QVERIFY(!bench.tree.indexOfFile(u"b"_s, u"f-00001"_s).isValid());
    bench.tree.removeFilesEverywhere({u"f-00000"_s});
    QVERIFY(!bench.tree.indexOfFile(u"a"_s, u"f-00000"_s).isValid());
}

void TestStoreTree::stateOfAStoreSaysWhatMatters_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("tone");
    const auto row = [](const char *name, const QByteArray &said, const QString &state, Tone tone) {
        QTest::newRow(name) << said << state << int(tone);
    };
    row("completed", R"({"status":"completed"})", u"completed"_s, Tone::Fine);
    row("completed with failures",
        R"({"status":"completed","file_counts":{"completed":7,"failed":3,"total":10}})", u"3 failed"_s,
        Tone::Attention);
    row("indexing", R"({"status":"in_progress","file_counts":{"completed":71,"in_progress":29,"total":100}})",
        u"indexing 71 %"_s, Tone::Running);
    row("indexing with failures",
        R"({"status":"in_progress","file_counts":{"completed":68,"failed":3,"in_progress":29,"total":100}})",
        u"3 failed · indexing 71 %"_s, Tone::Attention);
    row("never all while some move",
        R"({"status":"in_progress","file_counts":{"completed":999,"in_progress":1,"total":1000}})",
        u"indexing 99 %"_s, Tone::Running);
    row("expired", R"({"status":"expired"})", u"expired"_s, Tone::Failed);
    row("expires soon", R"({"status":"completed","expires_at":1760172800})", u"expires in 2 day(s)"_s,
        Tone::Attention);
    row("expires later", R"({"status":"completed","expires_at":1770000000})", u"completed"_s, Tone::Fine);
    row("cancelled", R"({"status":"completed","file_counts":{"completed":1,"cancelled":2,"total":3}})",
        u"2 cancelled"_s, Tone::Attention);
    row("unknown", R"({"status":"thawing"})", u"thawing"_s, Tone::Attention);
    row("none", R"({"status":null})", u"unknown"_s, Tone::Attention);
}

void TestStoreTree::stateOfAStoreSaysWhatMatters()
{
    QFETCH(QByteArray, said);
    QFETCH(int, tone);
    TreeBench bench;
    bench.said.insert(u"a"_s, QJsonDocument::fromJson(said).object());
    bench.load();
    const QModelIndex row = bench.tree.indexOf(u"a"_s);
    QTEST(text(bench.tree, row, StoreTreeModel::State), "state");
    QCOMPARE(int(toneOf(bench.tree, row)), tone);
}

void TestStoreTree::stateOfAFileSaysWhy_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("error");
    QTest::addColumn<qint64>("age");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("tone");
    const auto row = [](const char *name, const QString &status, const QString &error, qint64 age,
                        const QString &state,
                        Tone tone) { QTest::newRow(name) << status << error << age << state << int(tone); };
    row("completed", u"completed"_s, {}, 9999, u"completed"_s, Tone::Fine);
    row("in progress", u"in_progress"_s, {}, 60, u"in progress"_s, Tone::Running);
    row("stuck", u"in_progress"_s, {}, 7200, u"stuck for 2 h"_s, Tone::Attention);
    row("unsupported", u"failed"_s, u"unsupported_file"_s, 60, u"unsupported file"_s, Tone::Failed);
    row("invalid", u"failed"_s, u"invalid_file"_s, 60, u"invalid file"_s, Tone::Failed);
    row("server error", u"failed"_s, u"server_error"_s, 60, u"server error"_s, Tone::Failed);
    row("another reason", u"failed"_s, u"moon_phase"_s, 60, u"moon_phase"_s, Tone::Failed);
    row("no reason", u"failed"_s, {}, 60, u"failed"_s, Tone::Failed);
    row("cancelled", u"cancelled"_s, {}, 60, u"cancelled"_s, Tone::Attention);
    row("seen, but not in the contract", u"frozen"_s, {}, 7200, u"frozen"_s, Tone::Attention);
}

void TestStoreTree::stateOfAFileSaysWhy()
{
    QFETCH(QString, status);
    QFETCH(QString, error);
    QFETCH(qint64, age);
    QFETCH(int, tone);
    TreeBench bench;
    bench.contents[u"a"_s] = {FileSeed{u"f"_s, status, bench.clock.unixSeconds() - age, error}};
    bench.load();
    bench.open(u"a"_s);
    const QModelIndex row = bench.tree.indexOfFile(u"a"_s, u"f"_s);
    QTEST(text(bench.tree, row, StoreTreeModel::State), "state");
    QCOMPARE(int(toneOf(bench.tree, row)), tone);
    const QString tip =
        bench.tree.data(row.siblingAtColumn(StoreTreeModel::State), Qt::ToolTipRole).toString();
    QCOMPARE(tip.isEmpty(), Tone(tone) != Tone::Failed &&
                                !text(bench.tree, row, StoreTreeModel::State).startsWith(u"stuck"_s));
    if (!error.isEmpty())
        QVERIFY2(tip.contains(u"why"_s), qPrintable(tip));
}

void TestStoreTree::readingAgainKeepsRows()
{
    TreeBench bench;
    bench.fill(u"a"_s, 350);
    bench.load();
    bench.open(u"a"_s);
    bench.tree.loadMore(bench.tree.indexOf(u"a"_s));
    bench.settleFiles(u"a"_s);
    QSignalSpy resets(&bench.tree, &QAbstractItemModel::modelReset);
    QSignalSpy removed(&bench.tree, &QAbstractItemModel::rowsRemoved);
    const QPersistentModelIndex last = bench.tree.indexOfFile(u"a"_s, u"f-00199"_s);
    bench.file(u"a"_s, u"f-00150"_s).status = u"failed"_s;
    bench.contents[u"a"_s] << FileSeed{u"new"_s, u"completed"_s, 1'755'000'000}; // made meanwhile: the newest
    bench.tree.refresh();
    bench.wait([&] { return !bench.tree.stores().isWalking() && !bench.tree.filesOf(u"a"_s)->isWalking(); });
    QCOMPARE(resets.count(), 0);
    QCOMPARE(bench.tree.idAt(last), u"f-00199"_s);
    QVERIFY(bench.tree.indexOfFile(u"a"_s, u"new"_s).isValid());
    QCOMPARE(text(bench.tree, bench.tree.indexOfFile(u"a"_s, u"f-00150"_s), StoreTreeModel::State),
             u"failed"_s);
    QVERIFY(bench.tree.filesOf(u"a"_s)->hasMore()); // not read to the end because of it
    QVERIFY(bench.tree.filesOf(u"a"_s)->fileCount() == 300);
    QCOMPARE(removed.count(), 0);
}

void TestStoreTree::readingAgainGoesAsFarAsBefore()
{
    TreeBench bench;
    bench.fill(u"a"_s, 350);
    bench.load();
    bench.open(u"a"_s);
    const StoreFilesModel &files = *bench.tree.filesOf(u"a"_s);
    // The last one that was read leaves: that is no reason to read all of them.
    bench.contents[u"a"_s].removeIf([](const FileSeed &file) { return file.id == u"f-00099"_s; });
    bench.tree.removeFiles(u"a"_s, {u"f-00099"_s});
    bench.tree.filesOf(u"a"_s)->refresh();
    bench.settleFiles(u"a"_s);
    QCOMPARE(files.fileCount(), 100);
    QVERIFY(files.hasMore());
    // The last one is put in anew, and stands first now: those before it stay.
    bench.tree.loadMore(bench.tree.indexOf(u"more:a"_s));
    bench.settleFiles(u"a"_s);
    QCOMPARE(files.fileCount(), 200);
    QSignalSpy removed(&bench.tree, &QAbstractItemModel::rowsRemoved);
    bench.file(u"a"_s, u"f-00200"_s).created = 1'755'000'000;
    bench.tree.filesOf(u"a"_s)->refresh();
    bench.settleFiles(u"a"_s);
    QCOMPARE(removed.count(), 0);
    QVERIFY(bench.tree.indexOfFile(u"a"_s, u"f-00150"_s).isValid());
}

void TestStoreTree::readingAllIsNotCutShort()
{
    TreeBench bench;
    bench.fill(u"a"_s, 350);
    bench.load();
    bench.open(u"a"_s);
    bench.tree.loadAll(u"a"_s);
    bench.tree.refresh(); // as a poll does that finds other counts
    bench.settleFiles(u"a"_s);
    QCOMPARE(bench.tree.filesOf(u"a"_s)->fileCount(), 350);
    QVERIFY(!bench.tree.filesOf(u"a"_s)->hasMore());
    // What was asked meanwhile is done then.
    QCOMPARE(bench.asked(u"/v1/vector_stores/a/files"_s), 4 + 4);
}

void TestStoreTree::whatIsDetachedElsewhereLeaves()
{
    TreeBench bench;
    bench.fill(u"a"_s, 5);
    bench.load();
    bench.open(u"a"_s);
    bench.contents[u"a"_s].removeIf([](const FileSeed &file) { return file.id == u"f-00002"_s; });
    // The list of stores says that something is different: that is reason enough.
    bench.tree.stores().refresh();
    bench.wait([&] { return bench.tree.rowCount(bench.tree.indexOf(u"a"_s)) == 4; });
    QVERIFY(!bench.tree.indexOfFile(u"a"_s, u"f-00002"_s).isValid());
}

void TestStoreTree::pollsReadOnlyWhatMoves()
{
    TreeBench bench;
    bench.fill(u"a"_s, 300);
    bench.file(u"a"_s, u"f-00001"_s).status = u"in_progress"_s;
    bench.file(u"a"_s, u"f-00002"_s).status = u"in_progress"_s;
    bench.load();
    bench.tree.loadAll(u"a"_s);
    bench.settleFiles(u"a"_s);
    const int before = bench.asked(u"/v1/vector_stores/a/files"_s);
    bench.tree.setPollInterval(3000);
    bench.file(u"a"_s, u"f-00001"_s).status = u"completed"_s;
    bench.clock.advance(3000);
    bench.wait([&] {
        return text(bench.tree, bench.tree.indexOfFile(u"a"_s, u"f-00001"_s), StoreTreeModel::State) ==
               u"completed"_s;
    });
    QCOMPARE(bench.asked(u"/v1/vector_stores/a/files"_s) - before, 1);
    QCOMPARE(bench.asked(u"/v1/vector_stores/a/files"_s, u"filter=in_progress"_s), 1);
    QCOMPARE(bench.asked(u"/v1/vector_stores/a/files/f-00001"_s), 1);
    QCOMPARE(bench.asked(u"/v1/vector_stores/a/files/f-00002"_s), 0);
}

void TestStoreTree::manyChangesAreReadAsPages()
{
    TreeBench bench;
    bench.fill(u"a"_s, 500);
    for (int i = 210; i < 240; ++i)
        bench.file(u"a"_s, u"f-00%1"_s.arg(i)).status = u"in_progress"_s;
    bench.load();
    bench.tree.loadAll(u"a"_s);
    bench.settleFiles(u"a"_s);
    const int before = bench.asked(u"/v1/vector_stores/a/files"_s);
    bench.tree.setPollInterval(3000);
    for (int i = 210; i < 240; ++i)
        bench.file(u"a"_s, u"f-00%1"_s.arg(i)).status = u"failed"_s;
    bench.clock.advance(3000);
    bench.wait([&] {
        return text(bench.tree, bench.tree.indexOfFile(u"a"_s, u"f-00239"_s), StoreTreeModel::State) ==
               u"failed"_s;
    });
    // One look at what moves, and the one page that has the thirty; not all five.
    QCOMPARE(bench.asked(u"/v1/vector_stores/a/files"_s) - before, 2);
    QCOMPARE(bench.asked(u"/v1/vector_stores/a/files/f-00239"_s), 0);
}

void TestStoreTree::nothingIsPolledAtTheEnd()
{
    TreeBench bench;
    bench.fill(u"a"_s, 3);
    bench.load();
    bench.open(u"a"_s);
    bench.tree.setPollInterval(3000);
    bench.settle();
    const qsizetype before = bench.wire->requests().size();
    bench.clock.advance(60'000);
    bench.settle();
    QCOMPARE(bench.wire->requests().size(), before);
}

void TestStoreTree::batchesStandAboveTheFiles()
{
    TreeBench bench;
    bench.fill(u"a"_s, 3);
    bench.openBatches.insert(u"vsfb_1"_s, QJsonDocument::fromJson(R"({"id":"vsfb_1","status":"in_progress",
        "file_counts":{"completed":30,"failed":5,"in_progress":65,"total":100}})")
                                              .object());
    bench.load();
    bench.open(u"a"_s);
    bench.proxy.sort(StoreTreeModel::Name, Qt::AscendingOrder);
    bench.tree.setBatches(u"a"_s, {u"vsfb_1"_s});
    bench.settle();
    const QModelIndex batch = bench.tree.indexOf(u"vsfb_1"_s);
    QVERIFY(bench.tree.batchAt(batch));
    QCOMPARE(text(bench.tree, batch, StoreTreeModel::State), u"5 failed · in progress 35 %"_s);
    QCOMPARE(toneOf(bench.tree, batch), Tone::Attention);
    QCOMPARE(shownIds(bench.proxy, bench.proxy.mapFromSource(bench.tree.indexOf(u"a"_s))).first(),
             u"vsfb_1"_s);
    // Its end is seen without being asked for, and the store is read again.
    bench.tree.setPollInterval(3000);
    bench.openBatches[u"vsfb_1"_s].insert(u"status"_s, u"completed"_s);
    const int before = bench.asked(u"/v1/vector_stores/a"_s);
    bench.clock.advance(3000);
    bench.wait([&] { return bench.tree.batchAt(bench.tree.indexOf(u"vsfb_1"_s))->isFinished(); });
    bench.settle();
    QVERIFY(bench.asked(u"/v1/vector_stores/a"_s) > before);
    bench.tree.setBatches(u"a"_s, {});
    QVERIFY(!bench.tree.indexOf(u"vsfb_1"_s).isValid());
    QCOMPARE(bench.tree.rowCount(bench.tree.indexOf(u"a"_s)), 3);
}

void TestStoreTree::batchesMayComeWithTheirStore()
{
    TreeBench bench;
    bench.fill(u"a"_s, 3);
    bench.openBatches.insert(
        u"vsfb_1"_s,
        QJsonDocument::fromJson(R"({"id":"vsfb_1","status":"in_progress","file_counts":{"total":3}})")
            .object());
    // What an earlier run left is shown as soon as its store is there.
    QObject::connect(&bench.tree, &QAbstractItemModel::rowsInserted, &bench.tree,
                     [&bench](const QModelIndex &parent) {
                         if (!parent.isValid())
                             bench.tree.setBatches(u"a"_s, {u"vsfb_1"_s});
                     });
    bench.load();
    const QModelIndex a = bench.tree.indexOf(u"a"_s);
    QCOMPARE(bench.tree.rowCount(a), 1);
    QVERIFY(bench.tree.batchAt(bench.tree.index(0, 0, a)));
    bench.open(u"a"_s);
    QCOMPARE(bench.tree.rowCount(a), 4);
    QVERIFY(bench.tree.indexOfFile(u"a"_s, u"f-00002"_s).isValid());
}

void TestStoreTree::sortingKeepsTheRestLast()
{
    TreeBench bench;
    bench.fill(u"a"_s, 150);
    bench.load();
    bench.open(u"a"_s);
    const auto files = [&] {
        return shownIds(bench.proxy, bench.proxy.mapFromSource(bench.tree.indexOf(u"a"_s)));
    };
    bench.proxy.sort(StoreTreeModel::Created, Qt::DescendingOrder);
    QCOMPARE(files().first(), u"f-00000"_s);
    QVERIFY(files().last().startsWith(u"more:"_s));
    bench.proxy.sort(StoreTreeModel::Created, Qt::AscendingOrder);
    QCOMPARE(files().first(), u"f-00099"_s);
    QVERIFY(files().last().startsWith(u"more:"_s));
    bench.proxy.sort(StoreTreeModel::Files, Qt::DescendingOrder);
    QCOMPARE(shownIds(bench.proxy), (QStringList{u"a"_s, u"b"_s}));
    bench.proxy.sort(StoreTreeModel::Files, Qt::AscendingOrder);
    QCOMPARE(shownIds(bench.proxy), (QStringList{u"b"_s, u"a"_s}));
}

void TestStoreTree::filterLooksAtBothLevels()
{
    TreeBench bench;
    bench.fill(u"a"_s, 150);
    bench.contents[u"b"_s] = {FileSeed{u"x"_s, u"failed"_s, 1, u"unsupported_file"_s}};
    bench.load();
    bench.open(u"a"_s);
    const qint64 now = bench.clock.unixSeconds();
    bench.proxy.setFilterText(u"failed>0"_s, now);
    QCOMPARE(shownIds(bench.proxy), QStringList{u"b"_s});
    bench.proxy.setFilterText(u"f-00042"_s, now);
    QCOMPARE(shownIds(bench.proxy), QStringList{u"a"_s});
    QCOMPARE(shownIds(bench.proxy, bench.proxy.index(0, 0)), QStringList{u"f-00042"_s});
    bench.proxy.setFilterText(u"\"a name\""_s,
                              now); // the store itself: all that is below it, and that there is more
    QCOMPARE(shownIds(bench.proxy, bench.proxy.index(0, 0)).size(), 101);
    bench.proxy.setFilterText(u"nothing-has-this"_s, now);
    QCOMPARE(bench.proxy.rowCount(), 0);
    bench.proxy.setFilterText({}, now);
    QCOMPARE(bench.proxy.rowCount(), 2);
}

void TestStoreTree::removalsStayRemoved()
{
    TreeBench bench;
    bench.fill(u"a"_s, 3);
    bench.load();
    bench.open(u"a"_s);
    // Lists are behind for a while after a deletion.
    bench.tree.stores().refresh();
    bench.tree.removeStores({u"b"_s});
    bench.tree.removeFiles(u"a"_s, {u"f-00001"_s});
    bench.wait([&] { return !bench.tree.stores().isWalking(); });
    QVERIFY(!bench.tree.indexOf(u"b"_s).isValid());
    QCOMPARE(bench.tree.rowCount(bench.tree.indexOf(u"a"_s)), 2);
}

void TestStoreTree::costIsSharedOut()
{
    TreeBench bench;
    bench.said.insert(u"a"_s, {{u"usage_bytes"_s, 3'000'000'000.0}});
    bench.said.insert(u"b"_s, {{u"usage_bytes"_s, 1'000'000'000.0}});
    bench.load();
    // 4 GB, of which one is free, at 10 cents: 30 cents, three quarters of them for the first.
    QCOMPARE(bench.tree.stores().costOfAll(), 0.3);
    QCOMPARE(text(bench.tree, bench.tree.indexOf(u"a"_s), StoreTreeModel::Cost), u"$0.225"_s);
    QCOMPARE(text(bench.tree, bench.tree.indexOf(u"b"_s), StoreTreeModel::Cost), u"$0.0750"_s);
    QSignalSpy painted(&bench.tree, &QAbstractItemModel::dataChanged);
    bench.tree.stores().setPrice({1.0, 0});
    QVERIFY(painted.count() > 0);
    QCOMPARE(text(bench.tree, bench.tree.indexOf(u"a"_s), StoreTreeModel::Cost), u"$3.00"_s);
    bench.tree.stores().setPrice({1.0, 5});
    QCOMPARE(text(bench.tree, bench.tree.indexOf(u"a"_s), StoreTreeModel::Cost), u"free"_s);
    // What has expired costs nothing.
    bench.said[u"a"_s].insert(u"status"_s, u"expired"_s);
    bench.tree.stores().setPrice({1.0, 0});
    bench.load();
    QCOMPARE(bench.tree.stores().costOfAll(), 1.0);
}

QTEST_GUILESS_MAIN(TestStoreTree)
#include "tst_storetree.moc"

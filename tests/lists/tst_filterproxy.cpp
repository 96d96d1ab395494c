// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/filterproxy.h"
#include "listtest.h"

#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

struct ProxyBench : ListBench
{
    ProxyBench()
        : proxyTester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest), selection(&proxy)
    {
        proxy.setRows(&files);
    }
    QStringList shown() const
    {
        QStringList ids;
        for (int row = 0; row < proxy.rowCount(); ++row)
            ids << files.rowId(proxy.sourceRow(proxy.index(row, 0)));
        return ids;
    }
    QStringList selected() const
    {
        QStringList ids;
        for (const QModelIndex &index : selection.selectedRows())
            ids << index.siblingAtColumn(FilesModel::Id).data().toString();
        ids.sort();
        return ids;
    }
    void select(const QStringList &ids)
    {
        for (const QString &id : ids) {
            selection.select(proxy.mapFromSource(files.index(files.rowOf(id), 0)),
                             QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    void filter(const QString &text) { proxy.setFilterText(text, clock.unixSeconds()); }

    FilterProxy proxy;
    QAbstractItemModelTester proxyTester;
    QItemSelectionModel selection;
};

QStringList ids(std::initializer_list<int> numbers)
{
    QStringList list;
    for (const int number : numbers)
        list << idOf(number);
    return list;
}

} // namespace

class TestFilterProxy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutSortingTheOrderIsTheLists();
    void aFilterMayComeBeforeTheRows();
    void sortsByRawValues_data();
    void sortsByRawValues();
    void equalRowsKeepTheirOrderInBothDirections();
    void changedRowsMoveOnce();
    void changesOutsideTheSortColumnMoveNothing();
    void filterShowsAndHides();
    void sameFilterSaysNothing();
    void aChangedRowEntersAndLeavesTheFilter();
    void selectionSurvivesAPoll_data();
    void selectionSurvivesAPoll();
    void selectionSurvivesSortingAndFiltering();
    void theCurrentRowIsNotLostToTheEnd();
    void aPollOfManyRowsIsFewSignals();
    void neverResets();
    void mapsBothWays();
    void whateverHappensItIsSortedAndFiltered();
    void theListMayDieFirst();
};

void TestFilterProxy::withoutSortingTheOrderIsTheLists()
{
    ProxyBench bench;
    bench.files.merge({fileOf(u"z"_s), fileOf(u"a"_s), fileOf(u"m"_s)});
    QCOMPARE(bench.shown(), QStringList({u"z"_s, u"a"_s, u"m"_s}));
    bench.proxy.sort(FilesModel::Id);
    QCOMPARE(bench.shown(), QStringList({u"a"_s, u"m"_s, u"z"_s}));
    bench.proxy.sort(-1);
    QCOMPARE(bench.shown(), QStringList({u"z"_s, u"a"_s, u"m"_s}));
    QCOMPARE(bench.proxy.headerData(FilesModel::Size, Qt::Horizontal).toString(),
             bench.files.headerData(FilesModel::Size, Qt::Horizontal, Qt::DisplayRole).toString());
}

void TestFilterProxy::aFilterMayComeBeforeTheRows()
{
    ProxyBench bench;
    bench.files.merge({fileOf(u"z"_s), fileOf(u"a"_s)});
    FilterProxy proxy;
    proxy.setFilterText(u"id=a"_s, 0);
    QCOMPARE(proxy.rowCount(), 0);
    proxy.setRows(&bench.files);
    QCOMPARE(proxy.rowCount(), 1);
    QCOMPARE(proxy.index(0, FilesModel::Id).data().toString(), u"a"_s);
    proxy.setFilterText({}, 0);
    QCOMPARE(proxy.rowCount(), 2);
}

void TestFilterProxy::sortsByRawValues_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QStringList>("ascending");
    const auto row = [](const char *name, int column, std::initializer_list<int> order) {
        QTest::newRow(name) << column << ids(order);
    };
    row("name, without case", FilesModel::Name, {2, 0, 1});
    row("size, not its text", FilesModel::Size, {0, 2, 1});
    row("created, missing first", FilesModel::Created, {1, 2, 0});
    row("expires, never last", FilesModel::Expires, {1, 0, 2});
}

void TestFilterProxy::sortsByRawValues()
{
    QFETCH(int, column);
    QFETCH(QStringList, ascending);
    ProxyBench bench;
    bench.files.merge({fileOf(idOf(0), u"Bravo"_s, 900, 300, 20),
                       fileOf(idOf(1), u"charlie"_s, 1'000'000, {}, 10),
                       fileOf(idOf(2), u"alpha"_s, 20'000, 200)});
    bench.proxy.sort(column, Qt::AscendingOrder);
    QCOMPARE(bench.shown(), ascending);
    bench.proxy.sort(column, Qt::DescendingOrder);
    std::reverse(ascending.begin(), ascending.end());
    QCOMPARE(bench.shown(), ascending);
}

void TestFilterProxy::equalRowsKeepTheirOrderInBothDirections()
{
    ProxyBench bench;
    QList<FileObject> files;
    for (int i = 19; i >= 0; --i)
        files << fileOf(idOf(i), u"same"_s);
    bench.files.merge(files);
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        bench.proxy.sort(FilesModel::Name, order);
        QCOMPARE(bench.shown(), idsOf(filesOf(20)));
        bench.files.merge(
            {fileOf(idOf(7), u"same"_s, 99 + int(order)), fileOf(idOf(9), u"same"_s, 98 + int(order))});
        FakeClock::settle();
        QCOMPARE(bench.shown(), idsOf(filesOf(20)));
    }
}

void TestFilterProxy::changedRowsMoveOnce()
{
    ProxyBench bench;
    bench.files.merge(filesOf(10));
    bench.proxy.sort(FilesModel::Size);
    QSignalSpy layout(&bench.proxy, &QAbstractItemModel::layoutChanged);
    QSignalSpy changed(&bench.proxy, &QAbstractItemModel::dataChanged);
    const QPersistentModelIndex third = bench.proxy.index(3, FilesModel::Name);
    bench.files.merge(
        {fileOf(idOf(3), u"big"_s, 100), fileOf(idOf(5), u"bigger"_s, 200), fileOf(idOf(9), u"small"_s, 0)});
    QCOMPARE(bench.proxy.index(3, FilesModel::Name).data().toString(),
             u"big"_s); // new content at once, in its old place
    QVERIFY(changed.size() >= 1);
    FakeClock::settle();
    QCOMPARE(bench.shown(), ids({0, 9, 1, 2, 4, 6, 7, 8, 3, 5}));
    QCOMPARE(layout.size(), 1);
    QCOMPARE(third.row(), 8);
    QCOMPARE(third.data().toString(), u"big"_s);
}

void TestFilterProxy::changesOutsideTheSortColumnMoveNothing()
{
    ProxyBench bench;
    bench.files.merge(filesOf(10));
    bench.proxy.sort(FilesModel::Size);
    QSignalSpy layout(&bench.proxy, &QAbstractItemModel::layoutChanged);
    bench.files.merge({fileOf(idOf(3), u"renamed"_s, 3)});
    FakeClock::settle();
    QCOMPARE(layout.size(), 0);
    QCOMPARE(bench.shown(), idsOf(filesOf(10)));
}

void TestFilterProxy::filterShowsAndHides()
{
    ProxyBench bench;
    bench.proxy.sort(FilesModel::Size, Qt::DescendingOrder);
    bench.files.merge(filesOf(10));
    bench.filter(u"size>=7"_s);
    QCOMPARE(bench.shown(), ids({9, 8, 7}));
    bench.files.merge({fileOf(u"new-large"_s, u"n"_s, 70), fileOf(u"new-small"_s, u"n"_s, 1)});
    QCOMPARE(bench.shown(), QStringList{u"new-large"_s} + ids({9, 8, 7}));
    bench.filter(u"size<2 name:name"_s);
    QCOMPARE(bench.shown(), ids({1, 0}));
    bench.filter(QString());
    QCOMPARE(bench.proxy.rowCount(), 12);
    bench.filter(u"nothing is like this"_s);
    QCOMPARE(bench.proxy.rowCount(), 0);
    bench.filter(u"owner:me"_s);
    QVERIFY(!bench.proxy.filterError().isEmpty());
    bench.filter(QString());
    QVERIFY(bench.proxy.filterError().isEmpty());
    QCOMPARE(bench.shown().first(), u"new-large"_s);
}

void TestFilterProxy::sameFilterSaysNothing()
{
    ProxyBench bench;
    bench.files.merge(filesOf(10));
    bench.filter(u"size>3"_s);
    QSignalSpy removed(&bench.proxy, &QAbstractItemModel::rowsRemoved);
    QSignalSpy inserted(&bench.proxy, &QAbstractItemModel::rowsInserted);
    QSignalSpy layout(&bench.proxy, &QAbstractItemModel::layoutChanged);
    bench.filter(u"size>3"_s);
    bench.filter(u"size>=4"_s);
    QCOMPARE(removed.size() + inserted.size() + layout.size(), 0);
}

void TestFilterProxy::aChangedRowEntersAndLeavesTheFilter()
{
    ProxyBench bench;
    bench.files.merge(filesOf(10));
    bench.filter(u"size>=7"_s);
    bench.files.merge({fileOf(idOf(8), u"x"_s, 1), fileOf(idOf(2), u"x"_s, 50)});
    FakeClock::settle();
    QCOMPARE(bench.shown(), ids({2, 7, 9}));
}

void TestFilterProxy::selectionSurvivesAPoll_data()
{
    QTest::addColumn<int>("gone");
    QTest::newRow("a few gone") << 5;
    QTest::newRow("many gone") << 90;
}

void TestFilterProxy::selectionSurvivesAPoll()
{
    QFETCH(int, gone);
    ProxyBench bench;
    QList<FileObject> files = filesOf(1000);
    bench.files.merge(files);
    bench.proxy.sort(FilesModel::Created, Qt::DescendingOrder);
    bench.select(ids({17, 500, 501, 983}));
    bench.selection.setCurrentIndex(bench.proxy.mapFromSource(bench.files.index(500, 0)),
                                    QItemSelectionModel::NoUpdate);
    // The poll: 1 % changed (some move), some gone, some new.
    QSet<QString> alive;
    QList<FileObject> answer = filesOf(20, 1000);
    for (int i = 0; i < 1000; ++i) {
        const bool leaves = i % 10 == 3 && i / 10 < gone && i != 983;
        if (!leaves)
            answer << (i % 100 == 17 ? fileOf(idOf(i), u"renamed"_s, i, 1'760'000'000 + 7 * i) : files.at(i));
    }
    for (const FileObject &file : std::as_const(answer))
        alive.insert(file.id);
    bench.files.beginWalk();
    bench.files.merge(answer);
    bench.files.endWalk();
    FakeClock::settle();
    QCOMPARE(bench.selected(), ids({17, 500, 501, 983}));
    QCOMPARE(bench.selection.currentIndex().siblingAtColumn(FilesModel::Id).data().toString(), idOf(500));
    QCOMPARE(bench.proxy.rowCount(), int(alive.size()));
}

void TestFilterProxy::selectionSurvivesSortingAndFiltering()
{
    ProxyBench bench;
    bench.files.merge(filesOf(200));
    bench.select(ids({10, 100, 190}));
    bench.proxy.sort(FilesModel::Size, Qt::DescendingOrder);
    QCOMPARE(bench.selected(), ids({10, 100, 190}));
    bench.filter(u"-name:5"_s); // leaves many gaps
    QCOMPARE(bench.selected(), ids({10, 100, 190}));
    bench.filter(QString());
    QCOMPARE(bench.selected(), ids({10, 100, 190}));
}

void TestFilterProxy::theCurrentRowIsNotLostToTheEnd()
{
    // A current row that is filtered away together with many others hands over to the top, never to the far
    // end.
    ProxyBench bench;
    bench.files.merge(filesOf(200));
    bench.proxy.sort(FilesModel::Size);
    bench.selection.setCurrentIndex(bench.proxy.index(101, 0), QItemSelectionModel::NoUpdate);
    QStringList even;
    for (int i = 0; i < 200; i += 2)
        even << idOf(i);
    walk(bench.files, even);
    QVERIFY(bench.selection.currentIndex().isValid());
    QVERIFY(bench.selection.currentIndex().row() <= 51);
}

void TestFilterProxy::aPollOfManyRowsIsFewSignals()
{
    ProxyBench bench;
    bench.files.merge(filesOf(2000));
    bench.proxy.sort(FilesModel::Size);
    int signalCount = 0;
    connect(&bench.proxy, &QAbstractItemModel::rowsInserted, this, [&] { ++signalCount; });
    connect(&bench.proxy, &QAbstractItemModel::rowsRemoved, this, [&] { ++signalCount; });
    connect(&bench.proxy, &QAbstractItemModel::layoutChanged, this, [&] { ++signalCount; });
    QList<FileObject> answer;
    QSet<QString> alive;
    for (int i = 1; i < 2000; ++i) {
        if (i % 4 == 0)
            continue;                                                 // gone
        answer << fileOf(idOf(i), u"x"_s, i % 4 == 1 ? 5000 - i : i); // moved
        alive.insert(idOf(i));
    }
    for (int i = 0; i < 500; ++i) {
        answer << fileOf(u"new-%1"_s.arg(i), u"n"_s, i * 4);
        alive.insert(answer.last().id);
    }
    bench.files.beginWalk();
    bench.files.merge(answer);
    bench.files.endWalk();
    FakeClock::settle();
    QCOMPARE(bench.proxy.rowCount(), int(alive.size()));
    QVERIFY2(signalCount <= 8, qPrintable(QString::number(signalCount)));
}

void TestFilterProxy::neverResets()
{
    ProxyBench bench;
    QSignalSpy reset(&bench.proxy, &QAbstractItemModel::modelReset);
    bench.files.merge(filesOf(100));
    bench.proxy.sort(FilesModel::Name);
    bench.filter(u"name:5"_s);
    bench.filter(QString());
    walk(bench.files, {idOf(5)});
    QCOMPARE(reset.size(), 0);
    bench.files.clear();
    QCOMPARE(reset.size(), 1);
    QCOMPARE(bench.proxy.rowCount(), 0);
}

void TestFilterProxy::mapsBothWays()
{
    ProxyBench bench;
    bench.files.merge(filesOf(10));
    bench.proxy.sort(FilesModel::Size, Qt::DescendingOrder);
    bench.filter(u"size>4"_s);
    const QModelIndex top = bench.proxy.index(0, FilesModel::Size);
    QCOMPARE(bench.proxy.mapToSource(top), bench.files.index(9, FilesModel::Size));
    QCOMPARE(bench.proxy.mapFromSource(bench.files.index(9, FilesModel::Size)), top);
    QVERIFY(!bench.proxy.mapFromSource(bench.files.index(4, 0)).isValid()); // hidden
    QVERIFY(!bench.proxy.mapToSource({}).isValid());
    QCOMPARE(bench.proxy.sourceRow({}), -1);
}

void TestFilterProxy::whateverHappensItIsSortedAndFiltered()
{
    // Many small steps of every kind, each compared with sorting and filtering from nothing.
    QRandomGenerator random(4711);
    ProxyBench bench;
    const QStringList filters{QString(), u"size>500"_s, u"name:7"_s, u"-name:1 size<800"_s, u"nothing"_s};
    for (int step = 0; step < 150; ++step) {
        switch (random.bounded(6)) {
        case 0:
            bench.files.merge(filesOf(1 + int(random.bounded(60)), int(random.bounded(200))));
            break;
        case 1:
        case 2: {
            QList<FileObject> changed;
            for (quint32 i = random.bounded(40U); i > 0; --i) {
                const int n = int(random.bounded(200));
                changed << fileOf(idOf(n), u"x %1"_s.arg(random.bounded(50)), random.bounded(1000));
            }
            bench.files.merge(changed);
            break;
        }
        case 3: {
            QSet<QString> leave;
            for (quint32 i = random.bounded(60U); i > 0; --i)
                leave.insert(idOf(int(random.bounded(200))));
            QStringList alive;
            for (const FileObject &file : bench.files.items()) {
                if (!leave.contains(file.id))
                    alive << file.id;
            }
            walk(bench.files, alive);
            break;
        }
        case 4:
            bench.proxy.sort(int(random.bounded(8)) - 1, Qt::SortOrder(random.bounded(2)));
            break;
        case 5:
            bench.filter(filters.at(int(random.bounded(int(filters.size())))));
            break;
        }
        if (random.bounded(3) == 0)
            continue; // the next step meets rows that are still to be moved
        FakeClock::settle();
        FilterProxy fresh;
        fresh.setRows(&bench.files);
        fresh.setFilterText(bench.proxy.filterText(), bench.clock.unixSeconds());
        fresh.sort(bench.proxy.sortColumn(), bench.proxy.sortOrder());
        QStringList expected;
        for (int row = 0; row < fresh.rowCount(); ++row)
            expected << bench.files.rowId(fresh.sourceRow(fresh.index(row, 0)));
        QCOMPARE(bench.shown(), expected);
    }
}

void TestFilterProxy::theListMayDieFirst()
{
    FilterProxy proxy;
    QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
    {
        ApiBench bench;
        FilesModel files(*bench.session);
        proxy.setRows(&files);
        files.merge(filesOf(3));
        QCOMPARE(proxy.rowCount(), 3);
    }
    QCOMPARE(proxy.rowCount(), 0);
    proxy.sort(0);
    proxy.setFilterText(u"a"_s, 0);
    QCOMPARE(proxy.columnCount(), 0);
}

QTEST_GUILESS_MAIN(TestFilterProxy)
#include "tst_filterproxy.moc"

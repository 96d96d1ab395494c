// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/textorder.h"
#include "listtest.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

/// Each row is found by its id: the index and the rows say the same.
bool isIndexed(const RowModelBase &model)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.rowOf(model.rowId(row)) != row)
            return false;
    }
    return true;
}

} // namespace

/// Merging by id (RowModel), and following a paged list (PagedModel), as seen in the list of files.
class TestRowModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void mergeRepaintsJustWhatChanged();
    void mergeOfTheSameSaysNothing();
    void mergeOfMostRowsRepaintsAllAtOnce();
    void mergeTakesTheLastOfDuplicates();
    void mergeKeepsPersistentIndexesAndNeverResets();
    void rowsThatAreGoneLeave_data();
    void rowsThatAreGoneLeave();
    void removedHereStaysAway();
    void madeHereSurvivesAWalkThatBeganBefore();
    void madeAndDeletedHereIsGone();
    void deletedAndMadeAnewIsThere();
    void clearIsTheOnlyReset();
    void cellsSayWhatTheApiSaid();

    void pagesAppearAsTheyArrive();
    void aSecondRefreshJoinsTheFirst();
    void stopKeepsWhatCame();
    void failureKeepsTheRows();
    void unavailableIsNotAFailure_data();
    void unavailableIsNotAFailure();
    void unavailableNeedsAnEmptyList();
    void aVanishedCursorBeginsAnew();
    void aCursorThatAlwaysVanishesFails();
    void aRepeatedPageEnds();
    void aWalkThatFailsRemovesNothing();
    void deletedDuringAWalkStaysAway();
    void uploadedDuringAWalkStays();
    void longPagesEnterBitByBit();
    void stopBetweenTheBits();
    void namesAreOrderedWithoutCase();
    void theOwnersDeathEndsTheWalk();
};

void TestRowModel::mergeRepaintsJustWhatChanged()
{
    ListBench bench;
    QList<FileObject> files = filesOf(20);
    bench.files.merge(files);
    QSignalSpy changed(&bench.files, &QAbstractItemModel::dataChanged);
    QSignalSpy counted(&bench.files, &RowModelBase::countChanged);
    for (const int row : {3, 4, 9})
        files[row] = fileOf(files[row].id, u"renamed"_s);
    bench.files.merge({files[9], files[4], files[3], files[1]});
    QCOMPARE(changed.size(), 2); // 3..4 and 9
    QCOMPARE(changed.at(0).at(0).toModelIndex(), bench.files.index(3, 0));
    QCOMPARE(changed.at(0).at(1).toModelIndex(), bench.files.index(4, FilesModel::Expires));
    QCOMPARE(changed.at(1).at(0).toModelIndex(), bench.files.index(9, 0));
    QCOMPARE(changed.at(1).at(1).toModelIndex(), bench.files.index(9, FilesModel::Expires));
    QCOMPARE(counted.size(), 0);
    QCOMPARE(bench.files.item(9)->filename, u"renamed"_s);
}

void TestRowModel::mergeOfTheSameSaysNothing()
{
    ListBench bench;
    bench.files.merge(filesOf(20));
    QSignalSpy changed(&bench.files, &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(&bench.files, &QAbstractItemModel::rowsInserted);
    bench.files.merge(filesOf(20));
    QCOMPARE(changed.size() + inserted.size(), 0);
}

void TestRowModel::mergeOfMostRowsRepaintsAllAtOnce()
{
    ListBench bench;
    QList<FileObject> files = filesOf(20);
    bench.files.merge(files);
    QSignalSpy changed(&bench.files, &QAbstractItemModel::dataChanged);
    for (int row = 0; row < 20; row += row == 8 ? 1 : 2)
        files[row] = fileOf(files[row].id, u"renamed"_s);
    bench.files.merge(files);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex(), bench.files.index(0, 0));
    QCOMPARE(changed.at(0).at(1).toModelIndex(), bench.files.index(19, FilesModel::Expires));
}

void TestRowModel::mergeTakesTheLastOfDuplicates()
{
    ListBench bench;
    bench.files.merge({fileOf(u"x"_s, u"old"_s), fileOf(u"y"_s), fileOf(u"x"_s, u"new"_s)});
    QCOMPARE(idsOf(bench.files), QStringList({u"x"_s, u"y"_s}));
    QCOMPARE(bench.files.item(0)->filename, u"new"_s);
}

void TestRowModel::mergeKeepsPersistentIndexesAndNeverResets()
{
    ListBench bench;
    bench.files.merge(filesOf(10));
    QSignalSpy reset(&bench.files, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex kept = bench.files.index(7, FilesModel::Size);
    bench.files.merge(filesOf(5, 10) + QList<FileObject>{fileOf(idOf(7), u"renamed"_s)});
    walk(bench.files, {idOf(1), idOf(7), idOf(12)});
    QVERIFY(kept.isValid());
    QCOMPARE(bench.files.rowId(kept.row()), idOf(7));
    QCOMPARE(kept.column(), int(FilesModel::Size));
    QCOMPARE(idsOf(bench.files), QStringList({idOf(1), idOf(7), idOf(12)}));
    QCOMPARE(reset.size(), 0);
}

void TestRowModel::rowsThatAreGoneLeave_data()
{
    QTest::addColumn<int>("every");
    QTest::newRow("few runs") << 200;
    QTest::newRow("many scattered runs") << 2;
    QTest::newRow("all but every third") << 3;
    QTest::newRow("all") << 0;
}

void TestRowModel::rowsThatAreGoneLeave()
{
    QFETCH(int, every);
    constexpr int count = 1000;
    ListBench bench;
    bench.files.merge(filesOf(count));
    QSignalSpy reset(&bench.files, &QAbstractItemModel::modelReset);
    QSignalSpy counted(&bench.files, &RowModelBase::countChanged);
    QSignalSpy removed(&bench.files, &QAbstractItemModel::rowsRemoved);
    QStringList stay;
    QList<QPersistentModelIndex> indexes;
    QList<QPersistentModelIndex> leaving;
    for (int i = 0; i < count; ++i) {
        const bool stays = every == 200 ? i % every != 0 : every == 2 ? i % 2 == 0 : every == 3 && i % 3 == 0;
        const QPersistentModelIndex index = bench.files.index(i, i % 7);
        if (stays) {
            stay << idOf(i);
            indexes << index;
        } else {
            leaving << index;
        }
    }
    walk(bench.files, stay);
    QCOMPARE(idsOf(bench.files), stay); // in the order they had
    QVERIFY(isIndexed(bench.files));
    for (int i = 0; i < indexes.size(); ++i) {
        QCOMPARE(indexes.at(i).row(), i);
        QCOMPARE(indexes.at(i).column(), stay.at(i).mid(5).toInt() % 7);
    }
    for (const QPersistentModelIndex &index : std::as_const(leaving))
        QVERIFY(!index.isValid());
    QCOMPARE(bench.files.rowOf(idOf(count)), -1);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(counted.size(), 1);
    if (every == 2)
        QCOMPARE(removed.size(), 1); // 500 runs do not cost 500 signals
}

void TestRowModel::removedHereStaysAway()
{
    ListBench bench;
    bench.files.merge(filesOf(5));
    bench.files.removeIds({idOf(1), idOf(3), u"never heard of"_s});
    QCOMPARE(idsOf(bench.files), QStringList({idOf(0), idOf(2), idOf(4)}));
    QVERIFY(isIndexed(bench.files));
    bench.files.merge(filesOf(5)); // a page that was on its way
    QCOMPARE(bench.files.rowCount(), 3);
    walk(bench.files, idsOf(filesOf(5))); // the walk ends: from now on the server's word counts
    bench.files.merge(filesOf(5));
    QCOMPARE(bench.files.rowCount(), 5);
}

void TestRowModel::madeHereSurvivesAWalkThatBeganBefore()
{
    ListBench bench;
    bench.files.merge(filesOf(2));
    bench.files.addFresh(fileOf(u"fresh"_s));
    walk(bench.files, {idOf(0)});
    QCOMPARE(idsOf(bench.files), QStringList({idOf(0), u"fresh"_s}));
    walk(bench.files, {idOf(0)}); // the next walk knows better
    QCOMPARE(idsOf(bench.files), QStringList({idOf(0)}));
}

void TestRowModel::madeAndDeletedHereIsGone()
{
    ListBench bench;
    bench.files.merge(filesOf(2));
    bench.files.addFresh(fileOf(u"fresh"_s));
    bench.files.removeIds({u"fresh"_s});
    QCOMPARE(idsOf(bench.files), QStringList({idOf(0), idOf(1)}));
    walk(bench.files, {idOf(0), idOf(1), u"fresh"_s}); // it began before
    QCOMPARE(idsOf(bench.files), QStringList({idOf(0), idOf(1)}));
}

void TestRowModel::deletedAndMadeAnewIsThere()
{
    ListBench bench;
    bench.files.merge(filesOf(2));
    bench.files.removeIds({idOf(1)});
    bench.files.addFresh(fileOf(idOf(1)));
    QCOMPARE(bench.files.rowCount(), 2);
}

void TestRowModel::clearIsTheOnlyReset()
{
    ListBench bench;
    QSignalSpy reset(&bench.files, &QAbstractItemModel::modelReset);
    bench.files.merge(filesOf(3));
    bench.files.removeIds({idOf(0)});
    QCOMPARE(reset.size(), 0);
    bench.files.clear();
    QCOMPARE(reset.size(), 1);
    QCOMPARE(bench.files.rowCount(), 0);
    QCOMPARE(bench.files.rowOf(idOf(1)), -1);
    bench.files.merge(filesOf(3)); // what was deleted in the other profile is nothing to this one
    QCOMPARE(bench.files.rowCount(), 3);
}

void TestRowModel::cellsSayWhatTheApiSaid()
{
    ListBench bench;
    FileObject bare = FileObject::fromJson({{u"id"_s, u"file-bare"_s}});
    bench.files.merge({bare, fileOf(u"file-1"_s, u"a.jsonl"_s, 1'234'567, 1'760'000'000, 1'760'003'600)});
    const auto cell = [&](int row, int column, int role = Qt::DisplayRole) {
        return bench.files.index(row, column).data(role);
    };
    QVERIFY(!cell(0, FilesModel::Name).toString().isEmpty());
    QVERIFY(!cell(0, FilesModel::Created, SortRole).isValid());
    QVERIFY(!cell(0, FilesModel::Expires, ToneRole).isValid());
    QCOMPARE(cell(0, FilesModel::Status, ToneRole).toInt(), int(Tone::Fine));
    QCOMPARE(cell(1, FilesModel::Size).toString(), u"1.2 MB"_s);
    QCOMPARE(cell(1, FilesModel::Size, SortRole).toLongLong(), 1'234'567);
    QVERIFY(cell(1, FilesModel::Size, Qt::ToolTipRole).toString().contains(u"1,234,567"_s));
    QCOMPARE(cell(1, FilesModel::Expires, ToneRole).toInt(), int(Tone::Attention)); // within a day
    QVERIFY(cell(1, FilesModel::Id, MonospaceRole).toBool());
    QCOMPARE(bench.files.totalBytes(), 1'234'567);
    QCOMPARE(bench.files.rowJson(1)[u"bytes"_s].toInteger(), 1'234'567);
    QVERIFY(!bench.files.rawValue(2, 0).isValid());
    QVERIFY(bench.files.rowId(-1).isEmpty());
    QVERIFY(bench.files.rowJson(2).isEmpty());
}

void TestRowModel::pagesAppearAsTheyArrive()
{
    ListBench bench;
    bench.wire->once(Method::Get, bench.path, pageOf(filesOf(3), true));
    FakeReply second = pageOf(filesOf(2, 2)); // overlaps: a file came between the two calls
    second.delayMs = 5000;
    bench.wire->once(Method::Get, bench.path, second);
    QSignalSpy states(&bench.files, &RowModelBase::loadStateChanged);
    bench.files.refresh();
    QCOMPARE(bench.files.loadState(), LoadState::Loading);
    bench.clock.advance(0);
    QCOMPARE(bench.files.rowCount(), 3);
    QCOMPARE(bench.files.loadState(), LoadState::Loading);
    QVERIFY(bench.files.isWalking());
    QCOMPARE(bench.files.refreshedAt(), 0);
    bench.clock.advance(5000);
    QCOMPARE(idsOf(bench.files), idsOf(filesOf(4)));
    QCOMPARE(bench.files.loadState(), LoadState::Ready);
    QCOMPARE(bench.files.refreshedAt(), bench.clock.unixSeconds());
    QVERIFY(bench.wire->requests().at(1).url.query().contains(u"after="_s + idOf(2)));
    QCOMPARE(states.size(), 2);
}

void TestRowModel::aSecondRefreshJoinsTheFirst()
{
    ListBench bench;
    bench.wire->always(Method::Get, bench.path, pageOf(filesOf(3)));
    bench.files.refresh();
    bench.files.refresh();
    bench.clock.advance(0);
    QCOMPARE(bench.wire->count(Method::Get, bench.path), 1);
    bench.files.refresh();
    bench.clock.advance(0);
    QCOMPARE(bench.wire->count(Method::Get, bench.path), 2);
}

void TestRowModel::stopKeepsWhatCame()
{
    ListBench bench;
    bench.wire->once(Method::Get, bench.path, pageOf(filesOf(3), true));
    bench.wire->once(Method::Get, bench.path, FakeReply::silence());
    bench.files.refresh();
    bench.clock.advance(0);
    bench.files.stop();
    bench.clock.advance(0);
    QCOMPARE(bench.files.loadState(), LoadState::Stopped);
    QCOMPARE(bench.files.rowCount(), 3);
    QCOMPARE(bench.wire->aborted(), 1); // it reached the socket
    bench.files.stop();                 // nothing left to stop
    QCOMPARE(bench.files.loadState(), LoadState::Stopped);
}

void TestRowModel::failureKeepsTheRows()
{
    ListBench bench;
    bench.wire->once(Method::Get, bench.path, pageOf(filesOf(3)));
    bench.files.refresh();
    bench.clock.advance(0);
    bench.wire->once(Method::Get, bench.path, FakeReply::error(401));
    bench.files.refresh();
    QCOMPARE(bench.files.rowCount(), 3);
    bench.clock.advance(0);
    QCOMPARE(bench.files.loadState(), LoadState::Failed);
    QCOMPARE(bench.files.loadError().kind, ApiError::Kind::Unauthorized);
    QCOMPARE(bench.files.rowCount(), 3);
    bench.wire->once(Method::Get, bench.path, pageOf(filesOf(2)));
    bench.files.refresh();
    bench.clock.advance(0);
    QCOMPARE(bench.files.loadState(), LoadState::Ready);
    QCOMPARE(bench.files.loadError().kind, ApiError::Kind::None);
    QCOMPARE(bench.files.rowCount(), 2);
}

void TestRowModel::unavailableIsNotAFailure_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("404") << 404;
    QTest::newRow("405") << 405;
}

void TestRowModel::unavailableIsNotAFailure()
{
    QFETCH(int, status);
    ListBench bench;
    bench.wire->once(Method::Get, bench.path, FakeReply::error(status));
    bench.files.refresh();
    bench.clock.advance(0);
    QCOMPARE(bench.files.loadState(), LoadState::Unavailable);
    QCOMPARE(bench.files.loadError().httpStatus, status);
}

void TestRowModel::unavailableNeedsAnEmptyList()
{
    ListBench bench;
    bench.files.merge(filesOf(1));
    bench.wire->once(Method::Get, bench.path, FakeReply::error(404));
    bench.files.refresh();
    bench.clock.advance(0);
    QCOMPARE(bench.files.loadState(), LoadState::Failed);
}

void TestRowModel::aVanishedCursorBeginsAnew()
{
    ListBench bench;
    bench.wire->once(Method::Get, bench.path, pageOf(filesOf(3), true));
    bench.wire->once(Method::Get, bench.path,
                     FakeReply::error(404)); // the last of the three was deleted meanwhile
    bench.wire->once(Method::Get, bench.path, pageOf(filesOf(2), true));
    bench.wire->once(Method::Get, bench.path, pageOf(filesOf(2, 5)));
    bench.files.refresh();
    bench.clock.advance(0);
    QCOMPARE(bench.files.loadState(), LoadState::Ready);
    QVERIFY(!bench.wire->requests().at(2).url.query().contains(u"after"_s));
    for (const QString &id : {idOf(0), idOf(1), idOf(5), idOf(6)})
        QVERIFY2(bench.files.rowOf(id) >= 0, qPrintable(id));
}

void TestRowModel::aCursorThatAlwaysVanishesFails()
{
    ListBench bench;
    bench.wire->setHandler([](const FakeRequest &request) {
        return request.url.query().contains(u"after"_s) ? FakeReply::error(400) : pageOf(filesOf(3), true);
    });
    bench.files.refresh();
    bench.clock.advance(0);
    QCOMPARE(bench.files.loadState(), LoadState::Failed);
    QCOMPARE(bench.files.rowCount(), 3);
    QVERIFY(bench.wire->requests().size() <= 10);
}

void TestRowModel::aRepeatedPageEnds()
{
    ListBench bench;
    bench.wire->always(Method::Get, bench.path,
                       pageOf(filesOf(3), true)); // has_more, but always the same page
    bench.files.refresh();
    bench.clock.advance(0);
    QCOMPARE(bench.files.loadState(), LoadState::Ready);
    QCOMPARE(bench.files.rowCount(), 3);
    QCOMPARE(bench.wire->count(Method::Get, bench.path), 2);
}

void TestRowModel::aWalkThatFailsRemovesNothing()
{
    ListBench bench;
    bench.files.merge(filesOf(10));
    bench.wire->once(Method::Get, bench.path, pageOf(filesOf(3), true));
    bench.wire->once(Method::Get, bench.path, FakeReply::error(403));
    bench.files.refresh();
    bench.clock.advance(0);
    QCOMPARE(bench.files.loadState(), LoadState::Failed);
    QCOMPARE(bench.files.rowCount(), 10);
}

void TestRowModel::deletedDuringAWalkStaysAway()
{
    ListBench bench;
    bench.files.merge(filesOf(4));
    FakeReply late = pageOf(filesOf(4));
    late.delayMs = 1000;
    bench.wire->once(Method::Get, bench.path, late);
    bench.files.refresh();
    bench.clock.advance(0);
    bench.files.removeIds({idOf(2)});
    bench.clock.advance(1000);
    QCOMPARE(bench.files.loadState(), LoadState::Ready);
    QCOMPARE(bench.files.rowOf(idOf(2)), -1);
    QCOMPARE(bench.files.rowCount(), 3);
}

void TestRowModel::uploadedDuringAWalkStays()
{
    ListBench bench;
    FakeReply late = pageOf(filesOf(4));
    late.delayMs = 1000;
    bench.wire->once(Method::Get, bench.path, late);
    bench.files.refresh();
    bench.clock.advance(0);
    bench.files.addFresh(fileOf(u"fresh"_s));
    bench.clock.advance(1000);
    QCOMPARE(bench.files.loadState(), LoadState::Ready);
    QVERIFY(bench.files.rowOf(u"fresh"_s) >= 0);
}

void TestRowModel::longPagesEnterBitByBit()
{
    ListBench bench;
    bench.wire->once(Method::Get, bench.path, pageOf(filesOf(5000), true));
    bench.wire->once(Method::Get, bench.path, pageOf(filesOf(3000, 5000)));
    QList<int> steps; // rows that came in one turn of the event loop
    connect(&bench.files, &QAbstractItemModel::rowsInserted, this,
            [&](const QModelIndex &, int first, int last) { steps << last - first + 1; });
    bench.files.refresh();
    QTRY_VERIFY2((bench.clock.advance(0), bench.files.loadState() == LoadState::Ready), "parsed on the pool");
    QVERIFY(!bench.files.isWalking());
    QVERIFY(*std::max_element(steps.cbegin(), steps.cend()) <= 1000);
    QCOMPARE(idsOf(bench.files), idsOf(filesOf(8000)));
}

void TestRowModel::stopBetweenTheBits()
{
    ListBench bench;
    bench.wire->always(Method::Get, bench.path, pageOf(filesOf(5000)));
    bench.files.refresh();
    QTRY_VERIFY((bench.clock.advance(0), bench.files.rowCount() > 0));
    if (bench.files.isWalking()) {
        const int came = bench.files.rowCount();
        bench.files.stop();
        FakeClock::settle();
        QCoreApplication::processEvents();
        QCOMPARE(bench.files.rowCount(), came);
        QCOMPARE(bench.files.loadState(), LoadState::Stopped);
    }
    bench.files.refresh(); // nothing of the stopped walk disturbs the next one
    QTRY_VERIFY((bench.clock.advance(0), bench.files.loadState() == LoadState::Ready));
    QCOMPARE(bench.files.rowCount(), 5000);
}

void TestRowModel::namesAreOrderedWithoutCase()
{
    QStringList names{u"b"_s,   u"A"_s, u"a"_s,     u"B1"_s, u"ä"_s,  u"Ä2"_s, QString(), u"a_"_s, u"aZ"_s,
                      u"Az1"_s, u"é"_s, u"z🙂"_s, u"Z"_s,  u"[x"_s, u"ß"_s,  u"ss"_s,   u"K"_s,  u"k"_s};
    for (const QString &left : std::as_const(names)) {
        for (const QString &right : std::as_const(names)) {
            const int quick = compareText(left, right);
            const int qts = left.compare(right, Qt::CaseInsensitive);
            QVERIFY2((quick < 0) == (qts < 0) && (quick > 0) == (qts > 0),
                     qPrintable(left + u" / "_s + right));
        }
    }
}

void TestRowModel::theOwnersDeathEndsTheWalk()
{
    ApiBench bench;
    bench.wire->always(Method::Get, u"/v1/files"_s, FakeReply::silence());
    {
        FilesModel files(*bench.session);
        files.refresh();
        bench.clock.advance(0);
        QCOMPARE(bench.wire->running(), 1);
    }
    bench.clock.advance(0);
    QCOMPARE(bench.wire->running(), 0);
}

QTEST_GUILESS_MAIN(TestRowModel)
#include "tst_rowmodel.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Lists that are filled with what was known of them before the server has said anything.
#include "lists/batchesmodel.h"
#include "listtest.h"

#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 seenAt = 1'770'000'000;
const auto batchesPath = u"/v1/batches"_s;

QList<QByteArray> rawOf(const QList<FileObject> &files)
{
    QList<QByteArray> raw;
    for (const FileObject &file : files)
        raw << QJsonDocument(file.toJson()).toJson(QJsonDocument::Compact);
    return raw;
}

QByteArray batchText(const QByteArray &id, const QByteArray &status)
{
    return R"({"id":")" + id + R"(","object":"batch","endpoint":"/v1/responses","status":")" + status +
           R"(","input_file_id":"file-in","created_at":1760000000,"request_counts":{"total":2,"completed":1,"failed":0}})";
}

FakeReply batchPage(const QList<QByteArray> &batches)
{
    return FakeReply::json(R"({"object":"list","data":[)" + batches.join(',') + R"(],"has_more":false})");
}

struct BatchBench : ApiBench
{
    BatchBench() : model(*session), tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest) {}
    BatchesModel model;
    QAbstractItemModelTester tester;
};

} // namespace

class TestKeptRows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowsAreThereWhileTheServerIsAsked();
    void longListsEnterInSlices();
    void theAnswerTakesAwayWhatIsGone();
    void theAnswerReplacesWhatChanged();
    void whatComesLateIsLeftOut();
    void whatComesDuringAnAnswerIsLeftOut();
    void rowsDeletedMeanwhileStayAway();
    void whatCannotBeReadIsLeftOut();
    void aListThatFailsKeepsThem();
    void aListThatIsStoppedKeepsThem();
    void aLookReadsTheWholeListWhileRowsAreOnlyKept();
    void whatEndedMeanwhileIsNoNews();
    void whatEndsAfterItWasSeenRunningIsNews();
};

void TestKeptRows::rowsAreThereWhileTheServerIsAsked()
{
    ListBench bench;
    bench.wire->always(Method::Get, bench.path, FakeReply::silence());
    bench.files.refresh();
    bench.files.restore(rawOf(filesOf(3)), seenAt);
    QTRY_COMPARE(bench.files.rowCount(), 3);
    QCOMPARE(idsOf(bench.files), idsOf(filesOf(3)));
    QCOMPARE(bench.files.keptFrom(), seenAt);
    QCOMPARE(bench.files.refreshedAt(), 0);
    QCOMPARE(bench.files.loadState(), LoadState::Loading);
}

void TestKeptRows::longListsEnterInSlices()
{
    ListBench bench;
    qsizetype most = 0;
    connect(&bench.files, &QAbstractItemModel::rowsInserted, &bench.files,
            [&](const QModelIndex &, int first, int last) { most = std::max<qsizetype>(most, last - first + 1); });
    bench.files.restore(rawOf(filesOf(5'300)), seenAt);
    QTRY_COMPARE(bench.files.rowCount(), 5'300);
    QCOMPARE(idsOf(bench.files), idsOf(filesOf(5'300)));
    QVERIFY2(most <= 500, qPrintable(QString::number(most)));
}

void TestKeptRows::theAnswerTakesAwayWhatIsGone()
{
    ListBench bench;
    bench.files.restore(rawOf(filesOf(4)), seenAt);
    QTRY_COMPARE(bench.files.rowCount(), 4);
    const QPersistentModelIndex second(bench.files.index(1, 0));
    bench.wire->always(Method::Get, bench.path, pageOf({filesOf(1, 9).first(), filesOf(1, 1).first(), filesOf(1, 3).first()}));
    bench.files.refresh();
    QTRY_COMPARE(bench.files.loadState(), LoadState::Ready);
    QStringList ids = idsOf(bench.files);
    ids.sort();
    QCOMPARE(ids, QStringList({idOf(1), idOf(3), idOf(9)}));
    QVERIFY(second.isValid());
    QCOMPARE(bench.files.rowId(second.row()), idOf(1));
    QCOMPARE(bench.files.keptFrom(), 0);
    QVERIFY(bench.files.refreshedAt() > 0);
}

void TestKeptRows::theAnswerReplacesWhatChanged()
{
    ListBench bench;
    bench.files.restore(rawOf({fileOf(u"file-1"_s, u"old.jsonl"_s)}), seenAt);
    QTRY_COMPARE(bench.files.rowCount(), 1);
    QSignalSpy inserted(&bench.files, &QAbstractItemModel::rowsInserted);
    bench.wire->always(Method::Get, bench.path, pageOf({fileOf(u"file-1"_s, u"new.jsonl"_s)}));
    bench.files.refresh();
    QTRY_COMPARE(bench.files.loadState(), LoadState::Ready);
    QCOMPARE(bench.files.item(0)->filename, u"new.jsonl"_s);
    QCOMPARE(inserted.size(), 0);
}

void TestKeptRows::whatComesLateIsLeftOut()
{
    ListBench bench;
    bench.wire->always(Method::Get, bench.path, pageOf(filesOf(2)));
    bench.files.refresh();
    QTRY_COMPARE(bench.files.loadState(), LoadState::Ready);
    bench.files.restore(rawOf(filesOf(5)), seenAt);
    // A second walk tells when all that could have been under way is over.
    bench.files.refresh();
    QTRY_COMPARE(bench.files.loadState(), LoadState::Ready);
    QCOMPARE(bench.files.rowCount(), 2);
    QCOMPARE(bench.files.keptFrom(), 0);
}

void TestKeptRows::whatComesDuringAnAnswerIsLeftOut()
{
    ListBench bench;
    // The first page is there, the second is not: what is kept must not overtake it.
    bench.wire->once(Method::Get, bench.path, pageOf(filesOf(2), true));
    bench.wire->always(Method::Get, bench.path, FakeReply::silence());
    bench.files.refresh();
    QTRY_COMPARE(bench.files.rowCount(), 2);
    QList<FileObject> kept = filesOf(5);
    kept[0] = fileOf(idOf(0), u"older.jsonl"_s);
    bench.files.restore(rawOf(kept), seenAt);
    QCOMPARE(bench.files.rowCount(), 2);
    QCOMPARE(bench.files.keptFrom(), 0);
    QCOMPARE(bench.files.item(idOf(0))->filename, u"name 0.jsonl"_s);
}

void TestKeptRows::rowsDeletedMeanwhileStayAway()
{
    ListBench bench;
    bench.wire->always(Method::Get, bench.path, FakeReply::silence());
    bench.files.refresh();
    bench.files.removeIds({idOf(1)});
    bench.files.restore(rawOf(filesOf(3)), seenAt);
    QTRY_COMPARE(bench.files.rowCount(), 2);
    QCOMPARE(bench.files.rowOf(idOf(1)), -1);
}

void TestKeptRows::whatCannotBeReadIsLeftOut()
{
    ListBench bench;
    QList<QByteArray> raw = rawOf(filesOf(2));
    raw.insert(1, "{\"id\":\"file-cut");
    raw.insert(0, "[]");
    raw << "{}" << QByteArray();
    bench.files.restore(raw, seenAt);
    QTRY_COMPARE(bench.files.rowCount(), 2);
    QCOMPARE(idsOf(bench.files), idsOf(filesOf(2)));
}

void TestKeptRows::aListThatFailsKeepsThem()
{
    ListBench bench;
    bench.files.restore(rawOf(filesOf(3)), seenAt);
    QTRY_COMPARE(bench.files.rowCount(), 3);
    bench.wire->always(Method::Get, bench.path, FakeReply::error(401));
    bench.files.refresh();
    QTRY_COMPARE(bench.files.loadState(), LoadState::Failed);
    QCOMPARE(bench.files.rowCount(), 3);
    QCOMPARE(bench.files.keptFrom(), seenAt);
    // Once it answers, the list is of now.
    bench.wire->always(Method::Get, bench.path, pageOf(filesOf(1)));
    bench.files.refresh();
    QTRY_COMPARE(bench.files.loadState(), LoadState::Ready);
    QCOMPARE(bench.files.rowCount(), 1);
    QCOMPARE(bench.files.keptFrom(), 0);
}

void TestKeptRows::aListThatIsStoppedKeepsThem()
{
    ListBench bench;
    bench.wire->always(Method::Get, bench.path, FakeReply::silence());
    bench.files.refresh();
    bench.files.restore(rawOf(filesOf(3)), seenAt);
    QTRY_COMPARE(bench.files.rowCount(), 3);
    bench.files.stop();
    QCOMPARE(bench.files.loadState(), LoadState::Stopped);
    QCOMPARE(bench.files.rowCount(), 3);
    QCOMPARE(bench.files.keptFrom(), seenAt);
}

void TestKeptRows::aLookReadsTheWholeListWhileRowsAreOnlyKept()
{
    BatchBench bench;
    bench.model.restore({batchText("batch_2", "in_progress"), batchText("batch_1", "completed")}, seenAt);
    QTRY_COMPARE(bench.model.rowCount(), 2);
    QCOMPARE(bench.model.unfinished(), 1);
    bench.wire->always(Method::Get, batchesPath, FakeReply::error(401));
    bench.model.refresh();
    QTRY_COMPARE(bench.model.loadState(), LoadState::Failed);
    // The one that had ended is gone: a look that ends with the last unfinished one would not see that.
    bench.wire->always(Method::Get, batchesPath, batchPage({batchText("batch_2", "in_progress")}));
    QSignalSpy looked(&bench.model, &BatchesModel::looked);
    bench.model.look();
    QVERIFY(bench.model.isLooking());
    QVERIFY(looked.wait());
    QCOMPARE(looked.first().first().toBool(), true);
    QVERIFY(!bench.model.isLooking());
    QCOMPARE(bench.model.rowCount(), 1);
    QCOMPARE(bench.model.keptFrom(), 0);
}

void TestKeptRows::whatEndedMeanwhileIsNoNews()
{
    BatchBench bench;
    QSignalSpy ended(&bench.model, &BatchesModel::batchEnded);
    bench.model.restore({batchText("batch_1", "in_progress")}, seenAt);
    QTRY_COMPARE(bench.model.unfinished(), 1);
    bench.wire->always(Method::Get, batchesPath, batchPage({batchText("batch_1", "completed")}));
    bench.model.refresh();
    QTRY_COMPARE(bench.model.loadState(), LoadState::Ready);
    QCOMPARE(bench.model.unfinished(), 0);
    QCOMPARE(ended.size(), 0);
}

void TestKeptRows::whatEndsAfterItWasSeenRunningIsNews()
{
    BatchBench bench;
    QSignalSpy ended(&bench.model, &BatchesModel::batchEnded);
    bench.model.restore({batchText("batch_1", "in_progress")}, seenAt);
    QTRY_COMPARE(bench.model.unfinished(), 1);
    for (const char *status : {"in_progress", "completed", "completed"}) {
        bench.wire->always(Method::Get, batchesPath, batchPage({batchText("batch_1", status)}));
        bench.model.refresh();
        QTRY_COMPARE(bench.model.loadState(), LoadState::Ready);
    }
    QCOMPARE(ended.size(), 1);
}

QTEST_GUILESS_MAIN(TestKeptRows)
#include "tst_keptrows.moc"

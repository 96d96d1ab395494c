// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apibench.h"
#include "base/format.h"
#include "batches/batchchain.h"
#include "batches/batchtimes.h"
#include "lists/batchesmodel.h"
#include "lists/filterproxy.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

const auto path = u"/v1/batches"_s;

QJsonObject counts(int total, int completed, int failed)
{
    return {{u"total"_s, total}, {u"completed"_s, completed}, {u"failed"_s, failed}};
}

/// A batch as the API would give it, with these fields in place of its own.
QJsonObject batchJson(const QString &id, const QString &status, const QJsonObject &with = {})
{
    QJsonObject object{{u"id"_s, id},
                       {u"object"_s, u"batch"_s},
                       {u"endpoint"_s, u"/v1/chat/completions"_s},
                       {u"status"_s, status},
                       {u"input_file_id"_s, u"file-in"_s},
                       {u"completion_window"_s, u"24h"_s},
                       {u"created_at"_s, 1'760'000'000},
                       {u"request_counts"_s, counts(0, 0, 0)}};
    for (auto it = with.begin(); it != with.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

BatchObject batchOf(const QString &id, const QString &status, const QJsonObject &with = {})
{
    return BatchObject::fromJson(batchJson(id, status, with));
}

FakeReply pageOf(const QList<QJsonObject> &batches, bool more = false)
{
    QJsonArray data;
    for (const QJsonObject &batch : batches)
        data.append(batch);
    QJsonObject page{{u"object"_s, u"list"_s}, {u"data"_s, data}, {u"has_more"_s, more}};
    if (!batches.isEmpty())
        page.insert(u"last_id"_s, batches.last()[u"id"_s]);
    return FakeReply::json(QJsonDocument(page).toJson());
}

QJsonObject metadata(const QJsonObject &pairs)
{
    return {{u"metadata"_s, pairs}};
}

struct Bench : ApiBench
{
    Bench() : model(*session), tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest) {}
    bool load(const QList<QJsonObject> &batches)
    {
        wire->always(Method::Get, path, pageOf(batches));
        model.refresh();
        return QTest::qWaitFor([this] { return model.loadState() == LoadState::Ready; });
    }
    QString text(int row, int column) const { return model.index(row, column).data().toString(); }

    BatchesModel model;
    QAbstractItemModelTester tester;
};

} // namespace

class TestBatchesModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void aBatchIsShownAsSeriousAsItIs_data();
    void aBatchIsShownAsSeriousAsItIs();
    void everyFieldMayBeMissing();
    void itIsCalledByItsMetadata();
    void barsAndNumbersAgree();
    void timeLeftIsThatOfTheDeadline();
    void anArchiveCountsNoTime();
    void stepsComeInTheOrderInWhichTheyHappened();
    void attemptsAndPartsAreCounted();
    void chainsAndGroupsAreInOrder();
    void metadataKeysBecomeColumns();
    void aFilterOnMetadataHoldsOnceItsColumnIsThere();
    void costIsThatOfThePrices();
    void rowsAreSortedByValue();

    void aLookTakesAsManyPagesAsItNeeds();
    void aLookWithNothingRunningTakesOnePage();
    void aLookMovesNoRow();
    void anEndIsToldOnce();
    void aLookThatFailsSaysSo();
    void aLookForAnAreaThatIsNotThereIsNoFailure();
    void aRefreshEndsALook();
};

void TestBatchesModel::aBatchIsShownAsSeriousAsItIs_data()
{
    QTest::addColumn<QJsonObject>("batch");
    QTest::addColumn<Tone>("tone");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *what, const QString &status, const QJsonObject &of, Tone tone, const char *word) {
        QTest::newRow(what) << batchJson(u"batch_1"_s, status, {{u"request_counts"_s, of}}) << tone
                            << QString::fromUtf8(word);
    };
    row("validating", u"validating"_s, counts(0, 0, 0), Tone::Running, "validating");
    row("in progress", u"in_progress"_s, counts(10, 2, 1), Tone::Running, "in progress");
    row("finalizing", u"finalizing"_s, counts(10, 9, 1), Tone::Running, "finalizing");
    row("all answered", u"completed"_s, counts(10, 10, 0), Tone::Fine, "completed");
    row("one failed", u"completed"_s, counts(10, 9, 1), Tone::Attention, "some requests failed");
    row("all failed", u"completed"_s, counts(10, 0, 10), Tone::Failed, "all requests failed");
    row("one is nowhere", u"completed"_s, counts(10, 9, 0), Tone::Attention, "some without an answer");
    row("refused", u"failed"_s, counts(0, 0, 0), Tone::Failed, "input file refused");
    row("expired with a part", u"expired"_s, counts(10, 4, 1), Tone::Attention, "expired in part");
    row("expired with nothing", u"expired"_s, counts(10, 0, 1), Tone::Failed, "expired, no answers");
    row("cancelling", u"cancelling"_s, counts(10, 4, 1), Tone::Attention, "cancelling");
    row("cancelled with a part", u"cancelled"_s, counts(10, 4, 1), Tone::Attention, "cancelled in part");
    row("cancelled with nothing", u"cancelled"_s, counts(0, 0, 0), Tone::Attention, "cancelled, no answers");
    row("of another time", u"paused"_s, counts(10, 4, 1), Tone::Attention, "paused");
    row("without a word", {}, counts(10, 4, 1), Tone::Attention, "unknown");
}

void TestBatchesModel::aBatchIsShownAsSeriousAsItIs()
{
    QFETCH(QJsonObject, batch);
    QFETCH(Tone, tone);
    QFETCH(QString, word);
    Bench bench;
    bench.model.merge({BatchObject::fromJson(batch)});
    const QModelIndex cell = bench.model.index(0, BatchesModel::Status);
    QCOMPARE(cell.data().toString(), word);
    QCOMPARE(Tone(cell.data(ToneRole).toInt()), tone);
    QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(), word);
    QCOMPARE(bench.model.rawValue(0, BatchesModel::Status).toString(), batch[u"status"_s].toString());
}

void TestBatchesModel::everyFieldMayBeMissing()
{
    Bench bench;
    const QJsonObject whole = batchJson(u"batch_1"_s, u"completed"_s,
                                        {{u"model"_s, u"gpt-4.1-mini"_s},
                                         {u"errors"_s, QJsonObject{{u"data"_s, QJsonArray{QJsonObject{}}}}},
                                         {u"output_file_id"_s, u"file-out"_s},
                                         {u"error_file_id"_s, u"file-err"_s},
                                         {u"in_progress_at"_s, 1},
                                         {u"expires_at"_s, 1},
                                         {u"completed_at"_s, 1},
                                         {u"usage"_s, QJsonObject{{u"total_tokens"_s, 5}}},
                                         {u"metadata"_s, QJsonObject{{u"a"_s, u"b"_s}}}});
    QList<BatchObject> batches;
    for (const QString &key : whole.keys()) {
        for (const QJsonValue &value : {QJsonValue(QJsonValue::Undefined), QJsonValue(QJsonValue::Null), QJsonValue(true),
                                        QJsonValue(u""_s), QJsonValue(QJsonArray{1}), QJsonValue(-7.5)}) {
            QJsonObject object = whole;
            object.insert(key, value); // an undefined one leaves
            if (key != "id"_L1)
                object[u"id"_s] = u"batch_%1"_s.arg(batches.size());
            batches.append(BatchObject::fromJson(object));
        }
    }
    bench.model.merge(batches);
    QCoreApplication::processEvents();
    QVERIFY(bench.model.rowCount() > 50);
    for (int row = 0; row < bench.model.rowCount(); ++row) {
        for (int column = 0; column < bench.model.columnCount(); ++column) {
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(ToneRole), int(ProgressRole), int(SortRole)})
                bench.model.index(row, column).data(role);
            bench.model.compareRows(column, row, 0);
        }
        const auto bar = bench.model.index(row, BatchesModel::Progress).data(ProgressRole).value<CellProgress>();
        QVERIFY(bar.done >= 0 && bar.done <= 1 && bar.failed >= 0 && bar.failed <= bar.done);
    }
}

void TestBatchesModel::itIsCalledByItsMetadata()
{
    Bench bench;
    bench.model.merge({batchOf(u"batch_1"_s, u"completed"_s, metadata({{u"name"_s, u"Nightly triage"_s}, {u"job"_s, u"x"_s}})),
                       batchOf(u"batch_2"_s, u"completed"_s, metadata({{u"description"_s, u"two\nlines"_s}})),
                       batchOf(u"batch_3"_s, u"completed"_s, metadata({{u"name"_s, u"  "_s}}))});
    QCOMPARE(bench.text(0, BatchesModel::Name), u"Nightly triage"_s);
    QVERIFY(!bench.text(1, BatchesModel::Name).contains(u'\n'));
    QVERIFY(bench.text(1, BatchesModel::Name).startsWith(u"two"_s));
    QCOMPARE(bench.text(2, BatchesModel::Name), u"batch_3"_s);
    QVERIFY(bench.model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"batch_1"_s));
}

void TestBatchesModel::barsAndNumbersAgree()
{
    Bench bench;
    bench.model.merge({batchOf(u"batch_1"_s, u"expired"_s, {{u"request_counts"_s, counts(12'000, 11'588, 331)}}),
                       batchOf(u"batch_2"_s, u"in_progress"_s, {{u"request_counts"_s, counts(200, 99, 1)}}),
                       batchOf(u"batch_3"_s, u"validating"_s),
                       batchOf(u"batch_4"_s, u"completed"_s, {{u"request_counts"_s, counts(3, 9, 9)}}),
                       batchOf(u"batch_5"_s, u"completed"_s, {{u"request_counts"_s, counts(50'000, 49'999, 1)}})});
    QCOMPARE(bench.text(0, BatchesModel::Progress), u"96 %"_s); // answered
    QCOMPARE(bench.text(1, BatchesModel::Progress), u"50 %"_s); // have ended
    QCOMPARE(bench.text(2, BatchesModel::Progress), QString());
    QCOMPARE(bench.text(4, BatchesModel::Progress), u"99 %"_s); // not all of them
    const auto bar = [&](int row) { return bench.model.index(row, BatchesModel::Progress).data(ProgressRole).value<CellProgress>(); };
    QCOMPARE(bar(0).done, 11'919.0 / 12'000);
    QCOMPARE(bar(0).failed, 331.0 / 12'000);
    QCOMPARE(bar(0).tone, Tone::Fine);
    QCOMPARE(bar(1).tone, Tone::Running);
    QVERIFY(!bench.model.index(2, BatchesModel::Progress).data(ProgressRole).isValid());
    QVERIFY(bar(3).done <= 1); // counts that cannot be
    QCOMPARE(bench.model.index(0, BatchesModel::Progress).data(Qt::ToolTipRole).toString(),
             u"%1 answered, %2 failed, %3 without an answer, of %4"_s.arg(format::number(11'588), format::number(331),
                                                                         format::number(81), format::number(12'000)));
    QVERIFY(bench.model.index(1, BatchesModel::Progress).data(Qt::ToolTipRole).toString().contains(u"100 to come"_s));
}

void TestBatchesModel::timeLeftIsThatOfTheDeadline()
{
    Bench bench;
    const qint64 now = bench.clock.unixSeconds();
    bench.model.merge({batchOf(u"batch_1"_s, u"in_progress"_s, {{u"expires_at"_s, now + 7200}}),
                       batchOf(u"batch_2"_s, u"in_progress"_s, {{u"expires_at"_s, now + 600}}),
                       batchOf(u"batch_3"_s, u"cancelling"_s, {{u"expires_at"_s, now + 7200}, {u"cancelling_at"_s, now - 120}}),
                       batchOf(u"batch_4"_s, u"completed"_s, {{u"expires_at"_s, now + 7200}}),
                       batchOf(u"batch_5"_s, u"in_progress"_s, {{u"created_at"_s, now - 3600}}),
                       batchOf(u"batch_6"_s, u"in_progress"_s, {{u"expires_at"_s, now - 5}})});
    const auto left = [&](int row) { return bench.text(row, BatchesModel::Left); };
    QCOMPARE(left(0), u"2 h"_s);
    QCOMPARE(left(1), format::duration(600));
    QCOMPARE(Tone(bench.model.index(1, BatchesModel::Left).data(ToneRole).toInt()), Tone::Attention);
    QVERIFY(!bench.model.index(0, BatchesModel::Left).data(ToneRole).isValid());
    QCOMPARE(left(2), format::duration(480)); // of the ten minutes
    QCOMPARE(left(3), QString());
    QCOMPARE(left(4), u"23 h"_s); // of its window, where the server does not say
    QCOMPARE(left(5), u"over"_s);
}

void TestBatchesModel::anArchiveCountsNoTime()
{
    Bench bench;
    bench.model.setArchived(true);
    bench.model.merge(
        {batchOf(u"batch_1"_s, u"in_progress"_s, {{u"expires_at"_s, bench.clock.unixSeconds() + 600}}),
         batchOf(u"batch_2"_s, u"completed"_s, {})});
    QCOMPARE(bench.text(0, BatchesModel::Status), u"was in progress"_s);
    QCOMPARE(Tone(bench.model.index(0, BatchesModel::Status).data(ToneRole).toInt()), Tone::None);
    QCOMPARE(bench.text(0, BatchesModel::Left), QString());
    QVERIFY(!bench.model.index(0, BatchesModel::Left).data(ToneRole).isValid());
    QCOMPARE(bench.model.index(0, BatchesModel::Left).data(Qt::ToolTipRole).toString(), QString());
    QVERIFY(!bench.model.rawValue(0, BatchesModel::Left).isValid());
    QCOMPARE(bench.text(1, BatchesModel::Status), u"completed"_s);
}

void TestBatchesModel::stepsComeInTheOrderInWhichTheyHappened()
{
    const BatchObject cancelled = batchOf(u"b"_s, u"cancelled"_s,
                                          {{u"created_at"_s, 100}, {u"in_progress_at"_s, 160}, {u"expires_at"_s, 86'500},
                                           {u"cancelling_at"_s, 300}, {u"cancelled_at"_s, 420}});
    QCOMPARE(batchSteps(cancelled), (QList<BatchStep>{{BatchMoment::Created, 100},
                                                      {BatchMoment::Started, 160},
                                                      {BatchMoment::Cancelling, 300},
                                                      {BatchMoment::Cancelled, 420}}));
    const BatchObject running = batchOf(u"b"_s, u"in_progress"_s,
                                        {{u"created_at"_s, 100}, {u"in_progress_at"_s, 100}, {u"expires_at"_s, 86'500}});
    QCOMPARE(batchSteps(running), (QList<BatchStep>{{BatchMoment::Created, 100},
                                                    {BatchMoment::Started, 100},
                                                    {BatchMoment::Expires, 86'500, true}}));
    const BatchObject cancelling = batchOf(u"b"_s, u"cancelling"_s, {{u"created_at"_s, 100}, {u"cancelling_at"_s, 300}});
    QCOMPARE(batchSteps(cancelling).last(), (BatchStep{BatchMoment::CancelledAtLatest, 900, true}));
}

void TestBatchesModel::attemptsAndPartsAreCounted()
{
    Bench bench;
    bench.model.merge({batchOf(u"batch_1"_s, u"completed"_s),
                       batchOf(u"batch_2"_s, u"completed"_s, metadata({{u"odc_first_batch"_s, u"batch_1"_s}, {u"odc_attempt"_s, u"1"_s}})),
                       batchOf(u"batch_3"_s, u"completed"_s, metadata({{u"odc_group"_s, u"g"_s}, {u"odc_group_part"_s, u"2/3"_s}}))});
    QCOMPARE(bench.text(0, BatchesModel::Attempt), u"1 of 2"_s);
    QCOMPARE(bench.text(1, BatchesModel::Attempt), u"2 of 2"_s);
    QCOMPARE(bench.text(2, BatchesModel::Attempt), QString());
    QCOMPARE(bench.text(2, BatchesModel::Part), u"2 of 3"_s);
    bench.model.removeIds({u"batch_2"_s});
    QCOMPARE(bench.text(0, BatchesModel::Attempt), QString());
    QCoreApplication::processEvents();
    for (const ColumnInfo &column : bench.model.columns())
        QVERIFY(!column.key.contains("odc_")); // they have columns of their own
}

void TestBatchesModel::chainsAndGroupsAreInOrder()
{
    const auto rest = [](const QString &id, const char *attempt) {
        return batchOf(id, u"completed"_s,
                       {{u"metadata"_s, QJsonObject{{u"odc_first_batch"_s, u"batch_1"_s}, {u"odc_attempt"_s, QString::fromLatin1(attempt)}}},
                        {u"request_counts"_s, counts(20, 15, 5)}});
    };
    const BatchObject first = batchOf(u"batch_1"_s, u"completed"_s, {{u"request_counts"_s, counts(100, 80, 20)}});
    const QList<BatchObject> all{rest(u"batch_9"_s, "2"), batchOf(u"batch_5"_s, u"completed"_s), rest(u"batch_3"_s, "1"), first};
    QStringList ids;
    for (const BatchObject &batch : batchChain(all, rest(u"batch_3"_s, "1")))
        ids << batch.id;
    QCOMPARE(ids, (QStringList{u"batch_1"_s, u"batch_3"_s, u"batch_9"_s}));
    QCOMPARE(unansweredOf({first, rest(u"batch_3"_s, "1")}), 5);
    QCOMPARE(batchChain(all, all.at(1)).size(), 1);
    const auto part = [](const QString &id, const char *number) {
        return batchOf(id, u"completed"_s, metadata({{u"odc_group"_s, u"g"_s}, {u"odc_group_part"_s, QString::fromLatin1(number)}}));
    };
    ids.clear();
    for (const BatchObject &batch : batchGroup({part(u"b"_s, "2/2"), part(u"a"_s, "1/2")}, part(u"a"_s, "1/2")))
        ids << batch.id;
    QCOMPARE(ids, (QStringList{u"a"_s, u"b"_s}));
}

void TestBatchesModel::metadataKeysBecomeColumns()
{
    Bench bench;
    QSignalSpy resets(&bench.model, &QAbstractItemModel::modelReset);
    QVERIFY(bench.load({batchJson(u"batch_1"_s, u"completed"_s, metadata({{u"team"_s, u"red"_s}}))}));
    QTRY_COMPARE(bench.model.columnCount(), int(BatchesModel::FirstOfMetadata) + 1);
    QCOMPARE(bench.model.columns().last().key, "meta.team"_ba);
    QVERIFY(!bench.model.columns().last().shown);
    QCOMPARE(bench.text(0, BatchesModel::FirstOfMetadata), u"red"_s);
    QVERIFY(bench.load({batchJson(u"batch_1"_s, u"completed"_s, metadata({{u"team"_s, u"red"_s}})),
                        batchJson(u"batch_2"_s, u"completed"_s, metadata({{u"stage"_s, u"prod"_s}}))}));
    QTRY_COMPARE(bench.model.columnCount(), int(BatchesModel::FirstOfMetadata) + 2);
    QCOMPARE(bench.text(0, BatchesModel::FirstOfMetadata + 1), QString());
    QCOMPARE(bench.text(1, BatchesModel::FirstOfMetadata + 1), u"prod"_s);
    QCOMPARE(resets.size(), 0); // selection and scroll stay
    QJsonObject many;
    for (int i = 0; i < 200; ++i)
        many.insert(u"key %1"_s.arg(i), u"x"_s);
    bench.model.merge({batchOf(u"batch_3"_s, u"completed"_s, metadata(many))});
    QCoreApplication::processEvents();
    QVERIFY(bench.model.columnCount() < 60); // a list that can still be looked at
}

void TestBatchesModel::aFilterOnMetadataHoldsOnceItsColumnIsThere()
{
    Bench bench;
    FilterProxy proxy;
    QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
    proxy.setRows(&bench.model);
    proxy.setFilterText(u"meta.Team:red"_s, 0);
    QVERIFY(bench.load({batchJson(u"batch_1"_s, u"completed"_s, metadata({{u"team"_s, u"red"_s}})),
                        batchJson(u"batch_2"_s, u"completed"_s, metadata({{u"team"_s, u"blue"_s}})),
                        batchJson(u"batch_3"_s, u"completed"_s)}));
    QTRY_COMPARE(proxy.rowCount(), 1);
    QCOMPARE(proxy.columnCount(), bench.model.columnCount());
    QCOMPARE(proxy.filterError(), QString());
    proxy.setFilterText(u"metadata:team=blue"_s, 0);
    QCOMPARE(proxy.rowCount(), 1);
    proxy.setFilterText(u"-status:completed"_s, 0);
    QCOMPARE(proxy.rowCount(), 0);
}

void TestBatchesModel::costIsThatOfThePrices()
{
    Bench bench;
    PriceTable prices;
    prices.prices = {{u"gpt-4.1-mini"_s, 2.0, 8.0}};
    prices.batchPercent = 50;
    bench.model.setPrices(prices);
    const QJsonObject usage{{u"input_tokens"_s, 1'000'000}, {u"output_tokens"_s, 1'000'000}, {u"total_tokens"_s, 2'000'000}};
    bench.model.merge({batchOf(u"batch_1"_s, u"completed"_s, {{u"model"_s, u"gpt-4.1-mini-2025-04-14"_s}, {u"usage"_s, usage}}),
                       batchOf(u"batch_2"_s, u"completed"_s, {{u"model"_s, u"other"_s}, {u"usage"_s, usage}}),
                       batchOf(u"batch_3"_s, u"completed"_s, {{u"model"_s, u"gpt-4.1-mini"_s}})});
    QCOMPARE(bench.model.rawValue(0, BatchesModel::Cost).toDouble(), 5.0);
    QVERIFY(bench.text(0, BatchesModel::Cost).startsWith(u"≈"_s)); // no bill
    QCOMPARE(bench.text(1, BatchesModel::Cost), QString());
    QCOMPARE(bench.text(2, BatchesModel::Cost), QString());
    QSignalSpy changed(&bench.model, &QAbstractItemModel::dataChanged);
    prices.batchPercent = 100;
    bench.model.setPrices(prices);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(bench.model.rawValue(0, BatchesModel::Cost).toDouble(), 10.0);
}

void TestBatchesModel::rowsAreSortedByValue()
{
    Bench bench;
    bench.model.merge({batchOf(u"batch_1"_s, u"completed"_s, {{u"request_counts"_s, counts(1000, 999, 1)}, {u"created_at"_s, 5}}),
                       batchOf(u"batch_2"_s, u"in_progress"_s, {{u"request_counts"_s, counts(90, 90, 0)}, {u"created_at"_s, 9}}),
                       batchOf(u"batch_3"_s, u"validating"_s, {{u"created_at"_s, 7}})});
    QVERIFY(bench.model.compareRows(BatchesModel::Requests, 0, 1) > 0);
    QVERIFY(bench.model.compareRows(BatchesModel::Progress, 0, 1) < 0);
    QVERIFY(bench.model.compareRows(BatchesModel::Progress, 2, 0) < 0);
    QVERIFY(bench.model.compareRows(BatchesModel::Created, 0, 2) < 0);
    QVERIFY(bench.model.compareRows(BatchesModel::Left, 1, 0) < 0); // what has ended comes last
}

void TestBatchesModel::aLookTakesAsManyPagesAsItNeeds()
{
    Bench bench;
    const auto oldest = [](const QString &status) { return batchJson(u"batch_1"_s, status, {{u"created_at"_s, 10}}); };
    QList<QJsonObject> newest;
    for (int i = 0; i < 3; ++i)
        newest << batchJson(u"batch_new%1"_s.arg(i), u"completed"_s, {{u"created_at"_s, 100 - i}});
    QList<QJsonObject> done;
    for (int i = 0; i < 3; ++i)
        done << batchJson(u"batch_old%1"_s.arg(i), u"completed"_s, {{u"created_at"_s, 5 - i}});
    QVERIFY(bench.load(newest + QList{oldest(u"in_progress"_s)} + done));
    QCOMPARE(bench.model.unfinished(), 1);

    const int before = bench.wire->count(Method::Get, path);
    bench.wire->once(Method::Get, path, pageOf(newest, true));
    bench.wire->once(Method::Get, path, pageOf({oldest(u"finalizing"_s)}, true));
    QSignalSpy looked(&bench.model, &BatchesModel::looked);
    bench.model.look();
    bench.model.look(); // one at a time
    QVERIFY(looked.wait());
    QCOMPARE(bench.wire->count(Method::Get, path) - before, 2); // and not the rest, where nothing moves
    QCOMPARE(bench.model.pagesLooked(), 2);
    QCOMPARE(bench.model.item(u"batch_1"_s)->status, u"finalizing"_s);
    QCOMPARE(bench.model.rowCount(), 7); // what was not asked for is still there
    QCOMPARE(bench.wire->requests().last().lane, Lane::Background);
}

void TestBatchesModel::aLookWithNothingRunningTakesOnePage()
{
    Bench bench;
    QVERIFY(bench.load({batchJson(u"batch_1"_s, u"completed"_s)}));
    QCOMPARE(bench.model.unfinished(), 0);
    const int before = bench.wire->count(Method::Get, path);
    bench.wire->once(Method::Get, path, pageOf({batchJson(u"batch_2"_s, u"validating"_s)}, true));
    QSignalSpy looked(&bench.model, &BatchesModel::looked);
    bench.model.look();
    QVERIFY(looked.wait());
    QCOMPARE(bench.wire->count(Method::Get, path) - before, 1);
    QCOMPARE(bench.model.rowCount(), 2); // somebody else made one
    QCOMPARE(bench.model.unfinished(), 1);
}

void TestBatchesModel::aLookMovesNoRow()
{
    Bench bench;
    QVERIFY(bench.load({batchJson(u"batch_2"_s, u"in_progress"_s), batchJson(u"batch_1"_s, u"in_progress"_s)}));
    const QPersistentModelIndex second(bench.model.index(1, 0));
    bench.wire->always(Method::Get, path, pageOf({batchJson(u"batch_3"_s, u"validating"_s), batchJson(u"batch_2"_s, u"in_progress"_s),
                                                  batchJson(u"batch_1"_s, u"completed"_s)}));
    QSignalSpy looked(&bench.model, &BatchesModel::looked);
    bool loading = false;
    connect(&bench.model, &RowModelBase::loadStateChanged, &bench.model,
            [&] { loading = loading || bench.model.loadState() == LoadState::Loading; });
    bench.model.look();
    QVERIFY(looked.wait());
    QVERIFY(second.isValid() && bench.model.rowId(second.row()) == u"batch_1"_s);
    QCOMPARE(bench.model.item(second.row())->status, u"completed"_s);
    QVERIFY(!loading); // nothing that flickers
}

void TestBatchesModel::anEndIsToldOnce()
{
    Bench bench;
    QSignalSpy ended(&bench.model, &BatchesModel::batchEnded);
    QVERIFY(bench.load({batchJson(u"batch_1"_s, u"in_progress"_s), batchJson(u"batch_0"_s, u"completed"_s)}));
    QCOMPARE(ended.size(), 0); // it was not seen to end
    for (int i = 0; i < 2; ++i)
        QVERIFY(bench.load({batchJson(u"batch_1"_s, u"expired"_s), batchJson(u"batch_0"_s, u"completed"_s)}));
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended.first().first().value<BatchObject>().id, u"batch_1"_s);
    QCOMPARE(bench.model.unfinished(), 0);
}

void TestBatchesModel::aLookThatFailsSaysSo()
{
    Bench bench;
    QVERIFY(bench.load({batchJson(u"batch_1"_s, u"in_progress"_s)}));
    bench.wire->always(Method::Get, path, FakeReply::error(401));
    QSignalSpy looked(&bench.model, &BatchesModel::looked);
    bench.model.look();
    QVERIFY(looked.wait());
    QCOMPARE(looked.first().first().toBool(), false);
    QCOMPARE(bench.model.loadState(), LoadState::Failed);
    QCOMPARE(bench.model.rowCount(), 1);
    bench.wire->always(Method::Get, path, pageOf({batchJson(u"batch_1"_s, u"in_progress"_s)}));
    bench.model.look();
    QVERIFY(looked.wait());
    QCOMPARE(bench.model.loadState(), LoadState::Ready);
}

void TestBatchesModel::aLookForAnAreaThatIsNotThereIsNoFailure()
{
    Bench bench;
    bench.wire->always(Method::Get, path, FakeReply::error(404));
    bench.model.refresh();
    QTRY_COMPARE(bench.model.loadState(), LoadState::Unavailable);
    QSignalSpy looked(&bench.model, &BatchesModel::looked);
    bench.model.look();
    QVERIFY(looked.wait());
    QCOMPARE(bench.model.loadState(), LoadState::Unavailable);
}

void TestBatchesModel::aRefreshEndsALook()
{
    Bench bench;
    QVERIFY(bench.load({batchJson(u"batch_1"_s, u"in_progress"_s)}));
    bench.wire->once(Method::Get, path, FakeReply::silence());
    const int before = bench.wire->count(Method::Get, path);
    bench.model.look();
    QTRY_COMPARE(bench.wire->count(Method::Get, path), before + 1);
    QVERIFY(bench.model.isLooking());
    bench.model.refresh();
    QVERIFY(!bench.model.isLooking());
    QTRY_COMPARE(bench.model.loadState(), LoadState::Ready);
    bench.model.look();
    QVERIFY(bench.model.isLooking());
}

QTEST_GUILESS_MAIN(TestBatchesModel)
#include "tst_batchesmodel.moc"

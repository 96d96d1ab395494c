// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemsbench.h"

#include "lists/exportrows.h"

#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

/// The items of a run: a column for each criterion, filters, sorts, marks.
class TestOutputItemsModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cellsSayWhatHappened();
    void aCriterionMayBeNamedInsteadOfItsId();
    void columnsFollowTheEval();
    void criteriaGetFieldsThatCanBeTyped();
    void filters_data();
    void filters();
    void aFilterFollowsTheColumns();
    void sorts_data();
    void sorts();
    void aLongListSortsLikeAShortOne();
    void marksStayAndAreExported();
    void aMarkIsNotLostByARefresh();
    void longTextsAreCutInCellsOnly();
    void wordsAreKeptOnce();
};

void TestOutputItemsModel::cellsSayWhatHappened()
{
    ItemsBench bench;
    QVERIFY(bench.load({itemOf(0, {.near = 0.914}), itemOf(1, {.exact = false, .near = 0.42}, u"Where is\n my  parcel?"_s),
                        itemOf(2, {.status = u"fail"_s, .error = u"the model is overloaded"_s}, {}, u" "_s)}));
    QCOMPARE(bench.text(0, "item"), u"0"_s);
    QCOMPARE(bench.text(0, "verdict"), u"pass"_s);
    QCOMPARE(bench.tone(0, "verdict"), Tone::Fine);
    QCOMPARE(bench.text(0, "exact"), u"pass"_s); // 1 says no more than the word
    QCOMPARE(bench.text(0, "near"), u"pass 0.91"_s);
    QCOMPARE(bench.text(0, "expected"), u"label.0"_s);
    QCOMPARE(bench.text(0, "tokens"), u"100"_s);
    QCOMPARE(bench.text(0, "model"), u"gpt-a"_s);
    QCOMPARE(bench.text(1, "verdict"), u"fail"_s);
    QCOMPARE(bench.tone(1, "verdict"), Tone::Failed);
    QCOMPARE(bench.text(1, "input"), u"Where is my parcel?"_s);
    QCOMPARE(bench.text(1, "near"), u"fail 0.42"_s);
    QCOMPARE(bench.tone(1, "near"), Tone::Failed);
    QCOMPARE(bench.text(1, "near_score"), u"0.42"_s);
    QCOMPARE(bench.text(2, "verdict"), u"error"_s);
    QCOMPARE(bench.tone(2, "verdict"), Tone::Attention);
    QCOMPARE(bench.text(2, "output"), u"the model is overloaded"_s);
    QCOMPARE(bench.model.failures(), 2);
    QCOMPARE(bench.model.rawValue(1, bench.model.columnOf("input")).toString(), u"Where is\n my  parcel?"_s);
}

void TestOutputItemsModel::aCriterionMayBeNamedInsteadOfItsId()
{
    ItemsBench bench;
    QJsonObject item = itemOf(0);
    item.insert(u"results"_s, QJsonArray{QJsonObject{{u"name"_s, u"near"_s}, {u"passed"_s, false}}});
    QVERIFY(bench.load({item}));
    QCOMPARE(bench.text(0, "exact"), QString());
    QCOMPARE(bench.tone(0, "exact"), Tone::None);
    QCOMPARE(bench.text(0, "near"), u"fail"_s);
    QVERIFY(!bench.model.rawValue(0, bench.model.columnOf("near_score")).isValid());
}

void TestOutputItemsModel::columnsFollowTheEval()
{
    ItemsBench bench;
    QVERIFY(bench.load({itemOf(0)}));
    const int before = bench.model.columnCount();
    QVERIFY(bench.model.columnOf("exact") > 0);
    QSignalSpy reset(&bench.model, &QAbstractItemModel::modelReset);
    bench.model.setRun(evalOf({u"tone"_s, u"near"_s, u"third"_s}, u"eval_2"_s), runOf());
    QVERIFY(!reset.isEmpty());
    QCOMPARE(bench.model.columnCount(), before + 2);
    QCOMPARE(bench.model.columnOf("exact"), -1);
    QCOMPARE(bench.model.headerData(bench.model.columnOf("tone"), Qt::Horizontal, Qt::DisplayRole).toString(), u"tone"_s);
}

void TestOutputItemsModel::criteriaGetFieldsThatCanBeTyped()
{
    ItemsBench bench;
    bench.model.setRun(evalOf({u"Réponse exacte!"_s, u"input"_s, u"input"_s, u"2nd try"_s, u"好"_s}), runOf());
    QList<QByteArray> keys;
    for (const OutputItemsModel::Criterion &criterion : bench.model.criteria())
        keys << criterion.key;
    QCOMPARE(keys, (QList<QByteArray>{"reponse_exacte", "input_grade", "input_2", "c_2nd_try", "criterion"}));
    for (const QByteArray &key : keys) {
        bench.proxy.setFilterText(QString::fromLatin1(key) + u"=fail "_s + QString::fromLatin1(key) + u"_score<0.5"_s, 0);
        QVERIFY2(bench.proxy.filterError().isEmpty(), qPrintable(bench.proxy.filterError()));
    }
}

void TestOutputItemsModel::filters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QList<int>>("items");
    using Items = QList<int>;
    const auto row = [](const char *filter, const Items &items) { QTest::newRow(filter) << QString::fromUtf8(filter) << items; };
    row("verdict=fail", {1, 2});
    row("verdict=error", {3});
    row("-verdict=pass", {1, 2, 3});
    row("exact=fail", {1});
    row("exact=fail near=pass", {});
    row("near=fail", {1, 2});
    row("near_score<0.3", {2});
    row("near_score>=0.42", {0, 1, 3, 4});
    row("score<0.3", {1, 2});
    row("item>2", {3, 4});
    row("tokens<102", {0, 1});
    row("model=gpt-b", {1, 3});
    row("parcel", {1});
    row("PARCEL", {1});
    row("-parcel", {0, 2, 3, 4});
    row("input:parcel", {1});
    row("output:parcel", {});
    row("output:answer.4", {4});
    row("input:answer.4", {});
    row("expected:label.0", {0, 3});
    row("output:label", {});
    row("straße", {2});
    row("STRAßE", {2});
    row("outputitem_00004", {4});
    row("\"is my\"", {1});
}

void TestOutputItemsModel::filters()
{
    QFETCH(QString, filter);
    ItemsBench bench;
    QVERIFY(bench.load({itemOf(0), itemOf(1, {.exact = false, .near = 0.42}, u"Where is my Parcel?"_s),
                        itemOf(2, {.near = 0.21}, u"Welche Straße?"_s), itemOf(3, {.status = u"error"_s}), itemOf(4)}));
    const QList<int> found = bench.filtered(filter);
    QVERIFY2(bench.proxy.filterError().isEmpty(), qPrintable(bench.proxy.filterError()));
    QTEST(found, "items");
}

void TestOutputItemsModel::aFilterFollowsTheColumns()
{
    ItemsBench bench;
    QVERIFY(bench.load({itemOf(0), itemOf(1, {.near = 0.1})}));
    QCOMPARE(bench.filtered(u"near=fail"_s), QList<int>{1});
    // The same criterion as the first of another eval: the term means it, not the column it was.
    bench.wire->once(Method::Get, u"/v1/evals/eval_2/runs/run_1/output_items"_s,
                     pageOf({itemOf(0, {.exact = false}), itemOf(1, {.near = 0.1})}));
    bench.model.setRun(evalOf({u"near"_s, u"other"_s}, u"eval_2"_s), runOf());
    bench.model.refresh();
    QTRY_COMPARE(bench.model.loadState(), LoadState::Ready);
    QCOMPARE(bench.proxy.rowCount(), 1);
    QCOMPARE(bench.model.item(bench.proxy.sourceRow(bench.proxy.index(0, 0)))->item.itemNumber, 0);
}

void TestOutputItemsModel::sorts_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QList<int>>("items");
    const auto row = [](const char *key, const QList<int> &items) { QTest::newRow(key) << QByteArray(key) << items; };
    row("item", {0, 1, 2, 3});
    row("verdict", {3, 1, 2, 0}); // what went wrong first
    row("input", {2, 3, 1, 0});
    row("output", {3, 2, 1, 0});
    row("expected", {0, 3, 1, 2});
    row("exact", {1, 0, 2, 3});
    row("near", {2, 1, 3, 0});
    row("near_score", {2, 1, 3, 0});
    row("score", {1, 2, 3, 0});
    row("tokens", {0, 1, 2, 3});
    row("model", {0, 2, 1, 3});
    row("id", {0, 1, 2, 3});
    row("mark", {0, 1, 3, 2});
    row("note", {2, 3, 1, 0});
}

void TestOutputItemsModel::sorts()
{
    QFETCH(QByteArray, key);
    QFETCH(QList<int>, items);
    ItemsBench bench;
    QVERIFY(bench.load({itemOf(0, {.near = 0.99}, u"d"_s, u"z"_s), itemOf(1, {.exact = false, .near = 0.4}, u"C"_s, u"y"_s),
                        itemOf(2, {.near = 0.1}, u"a"_s, u"x"_s), itemOf(3, {.near = 0.9, .status = u"error"_s}, u"B"_s, u"w"_s)}));
    bench.model.setMarked({itemId(2)}, true);
    bench.model.setNote(itemId(0), u"b"_s);
    bench.model.setNote(itemId(1), u"a"_s);
    QCOMPARE(bench.sorted(key), items);
    // Equal rows stay in the order of their ids, whichever way.
    QList<int> back = bench.sorted(key, Qt::DescendingOrder);
    QCOMPARE(back.size(), items.size());
    if (key != "verdict" && key != "expected" && key != "exact" && key != "model" && key != "mark" && key != "note") {
        std::reverse(back.begin(), back.end());
        QCOMPARE(back, items);
    }
}

/// Long lists are sorted by keys that are worked out once; each pair must stand as the list itself orders it.
void TestOutputItemsModel::aLongListSortsLikeAShortOne()
{
    ItemsBench bench;
    QList<QJsonObject> many;
    for (int n = 0; n < 600; ++n) {
        const int mixed = n * 7919 % 600;
        many << itemOf(mixed / 2, {.exact = mixed % 3 != 0, .near = double(mixed % 11) / 10, .error = mixed % 17 == 0 ? u"boom"_s : QString()});
        many.last().insert(u"id"_s, itemId(n));
        if (mixed % 5 == 0)
            many.last().insert(u"results"_s, QJsonArray());
    }
    QVERIFY(bench.load(many));
    QCOMPARE(bench.model.rowCount(), 600);
    bench.model.setMarked({itemId(3), itemId(400)}, true);
    for (int column = 0; column < bench.model.columnCount(); ++column) {
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            bench.proxy.sort(column, order);
            for (int row = 1; row < 600; ++row) {
                const int above = bench.proxy.sourceRow(bench.proxy.index(row - 1, 0));
                const int below = bench.proxy.sourceRow(bench.proxy.index(row, 0));
                const int one = bench.model.compareRows(column, above, below);
                const bool inOrder = one == 0 ? bench.model.rowId(above) < bench.model.rowId(below)
                                              : (one < 0) == (order == Qt::AscendingOrder);
                QVERIFY2(inOrder, bench.model.columns().at(column).key.constData());
            }
        }
    }
}

void TestOutputItemsModel::marksStayAndAreExported()
{
    ItemsBench bench;
    QVERIFY(bench.load({itemOf(0), itemOf(1), itemOf(2)}));
    QSignalSpy changed(&bench.model, &QAbstractItemModel::dataChanged);
    bench.model.setMarked({itemId(0), itemId(1), u"nobody"_s}, true);
    QVERIFY(!changed.isEmpty());
    bench.model.setNote(itemId(1), u"label, wrong"_s);
    bench.model.setMarked({itemId(0)}, false);
    QCOMPARE(bench.model.markedCount(), 1);
    QCOMPARE(bench.filtered(u"mark=marked"_s), QList<int>{1});
    QCOMPARE(bench.filtered(u"note:WRONG"_s), QList<int>{1});
    QCOMPARE(bench.filtered(u"wrong"_s), QList<int>{1});
    QCOMPARE(bench.text(1, "mark"), u"marked"_s);
    QCOMPARE(bench.tone(1, "item"), Tone::Attention); // also where that column has no room
    QCOMPARE(bench.tone(0, "item"), Tone::None);
    const QByteArray csv = toCsv(exportData(bench.model, {0, 1}, ExportPart::Cells));
    const QList<QByteArray> lines = csv.split('\n');
    QVERIFY2(lines.at(0).contains(",exact,exact_score,near,near_score,mark,note,"), lines.at(0).constData());
    QVERIFY2(lines.at(1).contains(",pass,1,pass,1,,,100,gpt-a,"), lines.at(1).constData());
    QVERIFY2(lines.at(2).contains(",marked,\"label, wrong\",101,"), lines.at(2).constData());
    const ExportData json = exportData(bench.model, {0, 1}, ExportPart::Objects);
    QCOMPARE(json.objects.at(0), itemOf(0)); // as the API gave it
    const QJsonObject console = json.objects.at(1).value(u"console"_s).toObject();
    QCOMPARE(console, (QJsonObject{{u"marked"_s, true}, {u"note"_s, u"label, wrong"_s}}));
    // Another list of the same run, later.
    {
        ItemsBench other;
        OutputItemsModel again(*other.session, bench.folder.path());
        QTRY_VERIFY(QFile::exists(bench.folder.filePath(u"eval_1.json"_s)));
        QTRY_VERIFY([&] {
            EvalMarks marks(bench.folder.path(), u"eval_1"_s);
            return marks.mark(u"run_1"_s, itemId(1)).note == u"label, wrong"_s && !marks.mark(u"run_1"_s, itemId(0)).marked;
        }());
        other.wire->once(Method::Get, other.path, pageOf({itemOf(0), itemOf(1)}));
        again.setRun(evalOf(), runOf());
        again.refresh();
        QTRY_COMPARE(again.loadState(), LoadState::Ready);
        QCOMPARE(again.item(1)->mark, (EvalMark{true, u"label, wrong"_s}));
        QVERIFY(again.item(0)->mark.isEmpty());
    }
}

void TestOutputItemsModel::aMarkIsNotLostByARefresh()
{
    ItemsBench bench;
    QVERIFY(bench.load({itemOf(0)}));
    bench.model.setMarked({itemId(0)}, true);
    bench.wire->once(Method::Get, bench.path, pageOf({itemOf(0, {.exact = false})}));
    bench.model.refresh();
    QTRY_COMPARE(bench.model.loadState(), LoadState::Ready);
    QCOMPARE(bench.text(0, "verdict"), u"fail"_s);
    QVERIFY(bench.model.item(0)->mark.marked);
}

void TestOutputItemsModel::longTextsAreCutInCellsOnly()
{
    ItemsBench bench;
    const QString question = u"word "_s.repeated(20'000) + u"needle"_s;
    QVERIFY(bench.load({itemOf(0, {}, question), itemOf(1)}));
    QVERIFY(bench.text(0, "input").size() <= 200);
    QCOMPARE(bench.model.rawValue(0, bench.model.columnOf("input")).toString(), question);
    QCOMPARE(bench.filtered(u"needle"_s), QList<int>{0});
    QCOMPARE(bench.filtered(u"input:needle"_s), QList<int>{0});
}

void TestOutputItemsModel::wordsAreKeptOnce()
{
    ItemsBench bench;
    QVERIFY(bench.load({itemOf(0), itemOf(2)}));
    const EvalOutputItem &first = bench.model.item(0)->item;
    const EvalOutputItem &second = bench.model.item(1)->item;
    QVERIFY(first.model.constData() == second.model.constData());
    QVERIFY(first.runId.constData() == second.runId.constData());
    QVERIFY(first.grades.at(1).criterion.constData() == second.grades.at(1).criterion.constData());
}

QTEST_GUILESS_MAIN(TestOutputItemsModel)
#include "tst_outputitemsmodel.moc"

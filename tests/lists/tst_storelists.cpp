// SPDX-License-Identifier: GPL-3.0-or-later
// The lists beside the attributes grid: changes under review, and the chunks of a file.
#include "lists/chunksmodel.h"
#include "lists/filterproxy.h"
#include "lists/reviewmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

class TestStoreLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conflictsAreChosenByHand();
    void whatCannotBeSentHasNoBox();
    void changesReadAsTheyAre();
    void reviewIsFilteredAndSorted();
    void chunksAndTheirSizes();
};

namespace {

ReviewedChange change(const QString &file, const QString &key, const std::optional<AttributeValue> &before,
                      const std::optional<AttributeValue> &after, bool conflict = false,
                      const QString &problem = {})
{
    return {{file, file + u".txt"_s, key, before, after}, conflict, problem};
}

} // namespace

void TestStoreLists::conflictsAreChosenByHand()
{
    ReviewModel model({change(u"f1"_s, u"a"_s, {}, AttributeValue(1.0)),
                       change(u"f1"_s, u"b"_s, AttributeValue(1.0), AttributeValue(2.0), true),
                       change(u"f2"_s, u"a"_s, AttributeValue(true), {})});
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.chosenCount(), 2);
    QCOMPARE(model.chosenFileCount(), 2);
    QCOMPARE(model.index(1, ReviewModel::File).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QCOMPARE(model.index(1, ReviewModel::Note).data(ToneRole).toInt(), int(Tone::Attention));
    QSignalSpy told(&model, &ReviewModel::chosenChanged);
    QVERIFY(model.setData(model.index(1, ReviewModel::File), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(told.size(), 1);
    QCOMPARE(model.chosen().size(), 3);
    model.chooseAll(false);
    QVERIFY(model.chosen().isEmpty());
    model.chooseAll(true); // all but what overwrites somebody else's
    QCOMPARE(model.chosenCount(), 2);
    told.clear();
    model.choose({2, 1, 0}, false);
    QVERIFY(model.chosen().isEmpty());
    model.choose({2, 1}, true);
    QCOMPARE(model.chosenCount(), 2);
    QCOMPARE(told.size(), 2); // once for all of them
}

void TestStoreLists::whatCannotBeSentHasNoBox()
{
    ReviewModel model({change(u"f1"_s, u"a"_s, {}, AttributeValue(1.0), false, u"too many"_s)});
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QModelIndex file = model.index(0, ReviewModel::File);
    QVERIFY(!file.data(Qt::CheckStateRole).isValid());
    QVERIFY(!model.setData(file, Qt::Checked, Qt::CheckStateRole));
    QVERIFY(!(model.flags(file) & Qt::ItemIsUserCheckable));
    QCOMPARE(model.index(0, ReviewModel::Note).data().toString(), u"too many"_s);
    model.chooseAll(true);
    QVERIFY(model.chosen().isEmpty());
}

void TestStoreLists::changesReadAsTheyAre()
{
    ReviewModel model({change(u"f1"_s, u"year"_s, AttributeValue(u"2020"_s), AttributeValue(2020.0)),
                       change(u"f1"_s, u"gone"_s, AttributeValue(QString(u""_s)), {})});
    const auto shown = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(shown(0, ReviewModel::Before), u"\"2020\""_s); // the text, not the number
    QCOMPARE(shown(0, ReviewModel::After), u"2020"_s);
    QVERIFY(shown(0, ReviewModel::Note).contains(u"number"_s));
    QCOMPARE(shown(1, ReviewModel::Before), u"\"\""_s); // an empty text is something
    QCOMPARE(shown(1, ReviewModel::After), u"–"_s);
}

void TestStoreLists::reviewIsFilteredAndSorted()
{
    ReviewModel model({change(u"f2"_s, u"lang"_s, {}, AttributeValue(u"de"_s)),
                       change(u"f1"_s, u"lang"_s, AttributeValue(u"x"_s), AttributeValue(u"en"_s), true),
                       change(u"f3"_s, u"year"_s, {}, AttributeValue(1.0))});
    FilterProxy proxy;
    proxy.setRows(&model);
    proxy.setFilterText(u"key=lang after:de"_s, 0);
    QCOMPARE(proxy.rowCount(), 1);
    QVERIFY(proxy.setData(proxy.index(0, 0), Qt::Unchecked, Qt::CheckStateRole)); // through the proxy
    QCOMPARE(model.chosenCount(), 1);
    proxy.setFilterText(QString(), 0);
    proxy.sort(ReviewModel::Note, Qt::AscendingOrder);
    QCOMPARE(proxy.index(0, 0).data().toString(), u"f1.txt"_s); // what needs a person first
}

void TestStoreLists::chunksAndTheirSizes()
{
    ChunksModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setChunks(
        {u"the first one, and the shared part"_s, u"the shared part, and the rest"_s, QString(40, u'x')});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.totalCharacters(), 34 + 29 + 40);
    QCOMPARE(model.index(0, ChunksModel::Overlap).data().toString(), QString());
    QCOMPARE(model.index(1, ChunksModel::Overlap).data().toString(), u"15"_s);
    // What is shown of it begins where it is new.
    QCOMPARE(model.index(1, ChunksModel::Text).data().toString(), u", and the rest"_s);
    QCOMPARE(model.index(2, ChunksModel::Tokens).data().toString(), u"10"_s);
    FilterProxy proxy;
    proxy.setRows(&model);
    proxy.sort(ChunksModel::Characters, Qt::DescendingOrder);
    QCOMPARE(proxy.index(0, ChunksModel::Number).data().toString(), u"3"_s);
    model.setChunks({u"another file"_s});
    QCOMPARE(proxy.rowCount(), 1);
}

QTEST_GUILESS_MAIN(TestStoreLists)
#include "tst_storelists.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of what checks found, of both kinds of files.
#include "lists/findingsmodel.h"
#include "lists/trainingfindingsmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

class TestFindings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ofABatchFile();
    void ofATrainingFile();
    void othersTakeTheirPlace();

private:
    static Tone toneOf(const QAbstractItemModel &model, int row, int column)
    {
        return Tone(model.index(row, column).data(ToneRole).toInt());
    }
    static QStringList headersOf(const QAbstractItemModel &model)
    {
        QStringList headers;
        for (int column = 0; column < model.columnCount(); ++column)
            headers << model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        return headers;
    }
};

void TestFindings::ofABatchFile()
{
    FindingsModel model;
    const QAbstractItemModelTester tester(&model);
    model.setFindings({{0, 0, BatchFault::TooLarge, {}},
                       {1234, 7, BatchFault::NotJson, {}},
                       {1235, 0, BatchFault::EmptyLine, {}}});
    QCOMPARE(headersOf(model),
             (QStringList{u"Line"_s, u"Column"_s, u"What is wrong"_s, u"Code of the service"_s}));
    QCOMPARE(model.index(0, FindingsModel::Line).data().toString(), u"file"_s);
    QCOMPARE(model.index(1, FindingsModel::Line).data(SortRole).toLongLong(), 1234);
    QCOMPARE(model.index(1, FindingsModel::Place).data().toString(), u"7"_s);
    QCOMPARE(model.index(2, FindingsModel::Place).data().toString(), QString()); // the whole line
    QCOMPARE(model.index(1, FindingsModel::Code).data().toString(), u"invalid_json_line"_s);
    QVERIFY(model.index(1, FindingsModel::Code).data(MonospaceRole).toBool());
    QVERIFY(!model.index(1, FindingsModel::Place).data(MonospaceRole).toBool());
    // What splitting would mend, and what costs nothing, is not as bad as what is refused.
    QCOMPARE(toneOf(model, 0, FindingsModel::Reason), Tone::Attention);
    QCOMPARE(toneOf(model, 1, FindingsModel::Reason), Tone::Failed);
    QCOMPARE(toneOf(model, 2, FindingsModel::Reason), Tone::Attention);
    QVERIFY(!model.index(1, FindingsModel::Line).data(ToneRole).isValid());
    // Numbers stand to the right.
    for (const int column : {FindingsModel::Line, FindingsModel::Place})
        QVERIFY(model.index(1, column).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
    for (const int column : {FindingsModel::Reason, FindingsModel::Code})
        QVERIFY(model.index(1, column).data(Qt::TextAlignmentRole).toInt() & Qt::AlignLeft);
}

void TestFindings::ofATrainingFile()
{
    TrainingFindingsModel model;
    const QAbstractItemModelTester tester(&model);
    TrainingFinding grave{3, 5, TrainingFault::NotJson, false, u"messages[2].role"_s, {}};
    TrainingFinding light{9, 0, TrainingFault::NotJson, true, {}, {}};
    model.setFindings({grave, light});
    QCOMPARE(headersOf(model), (QStringList{u"Line"_s, u"Where"_s, u"What is wrong"_s}));
    QCOMPARE(model.index(0, TrainingFindingsModel::Line).data().toString(), u"3"_s);
    QCOMPARE(model.index(0, TrainingFindingsModel::Place).data().toString(), u"messages[2].role"_s);
    QVERIFY(model.index(0, TrainingFindingsModel::Place).data(MonospaceRole).toBool());
    QVERIFY(model.index(0, TrainingFindingsModel::Place).data(Qt::TextAlignmentRole).toInt() & Qt::AlignLeft);
    QCOMPARE(model.index(0, TrainingFindingsModel::Reason).data(Qt::ToolTipRole).toString(), grave.text());
    QCOMPARE(toneOf(model, 0, TrainingFindingsModel::Reason), Tone::Failed);
    QCOMPARE(toneOf(model, 1, TrainingFindingsModel::Reason), Tone::Attention);
}

void TestFindings::othersTakeTheirPlace()
{
    TrainingFindingsModel model;
    const QAbstractItemModelTester tester(&model);
    model.setFindings({{1, 0, TrainingFault::NotJson, false, {}, {}}});
    QCOMPARE(model.rowCount(), 1);
    model.setFindings({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.findings().isEmpty());
}

QTEST_GUILESS_MAIN(TestFindings)
#include "tst_findings.moc"

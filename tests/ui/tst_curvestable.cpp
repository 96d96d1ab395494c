// SPDX-License-Identifier: GPL-3.0-or-later
#include "../support/madecurves.h"
#include "finetuning/resultsfile.h"
#include "ui/charts/curveexport.h"
#include "ui/charts/curveset.h"
#include "ui/charts/curvesplot.h"
#include "ui/charts/curvestablemodel.h"
#include "ui/charts/curvesview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QFileDialog>
#include <QImage>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <cmath>
#include <limits>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

/// The numbers behind the curves: as a table, and as files.
class TestCurvesTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();

    void rowsAreTheStepsOfAllCurves();
    void cellsAreWhatWasMeasured();
    void itGrowsWithTheRun();
    void stepsBetweenFindTheirPlace();
    void olderEventsMoveNothingAway();
    void hiddenCurvesAreNoColumns();
    void itHoldsNothingWhileItIsNotShown();
    void aMillionStepsAreNotCopied();
    void theTableStandsInPlaceOfThePlot();
    void csvReadsBackAsTheSameNumbers();
    void csvHoldsForeignNamesInOneCell();
    void picturesReadBack();
    void whatCannotBeWrittenIsSaid();
    void theDialogAsksForAPath();

private:
    static QString cell(const QAbstractItemModel &model, int row, int column, int role = Qt::DisplayRole)
    {
        return model.index(row, column).data(role).toString();
    }
    CurveRun run(const QString &name, const MadeRun &made)
    {
        m_logs[name] = madeLog(made);
        return {name, name, m_logs[name], made.startedAt, false};
    }

    Theme m_theme;
    QHash<QString, std::shared_ptr<MetricLog>> m_logs;
};

void TestCurvesTable::initTestCase()
{
    QLocale::setDefault(QLocale::c());
    m_theme.apply(*qApp);
}

void TestCurvesTable::rowsAreTheStepsOfAllCurves()
{
    CurveSet set;
    CurvesTableModel model(set);
    const QAbstractItemModelTester tester(&model);
    model.setActive(true);
    set.setRuns(
        {run(u"a"_s, {.steps = 30, .startedAt = 1'700'000'000}), run(u"b"_s, {.steps = 50, .seed = 2})});
    QCOMPARE(model.rowCount(), 50);
    QStringList headers;
    for (int column = 0; column < model.columnCount(); ++column)
        headers << model.headerData(column, Qt::Horizontal).toString();
    QCOMPARE(headers,
             (QStringList{u"Step"_s, u"a time"_s, u"a train"_s, u"a valid"_s, u"b train"_s, u"b valid"_s}));
    QCOMPARE(cell(model, 49, 0), u"50"_s);
    QVERIFY(!cell(model, 29, 1).isEmpty());
    QVERIFY(cell(model, 49, 1).isEmpty());
}

void TestCurvesTable::cellsAreWhatWasMeasured()
{
    auto log = std::make_shared<MetricLog>();
    log->add({1, {}, {{u"train_loss"_s, 0.123456789}}}, MetricSource::Event);
    log->add({2, {}, {{u"train_loss"_s, std::numeric_limits<double>::quiet_NaN()}, {u"valid_loss"_s, 2.0}}},
             MetricSource::Event);
    CurveSet set;
    CurvesTableModel model(set);
    const QAbstractItemModelTester tester(&model);
    set.setSmoothing(0.9); // of no account: it is how the plot shows them
    set.setRuns({{u"a"_s, u"a"_s, log}});
    model.setActive(true);
    QCOMPARE(model.columnCount(), 3);
    QCOMPARE(cell(model, 0, 1), u"0.1235"_s);
    QCOMPARE(cell(model, 0, 1, Qt::ToolTipRole), u"0.123456789"_s);
    QCOMPARE(cell(model, 0, 2), QString());
    QCOMPARE(cell(model, 0, 2, Qt::AccessibleTextRole), u"not measured"_s);
    QCOMPARE(cell(model, 1, 1), u"–"_s);
    QCOMPARE(cell(model, 1, 1, Qt::AccessibleTextRole), u"no number"_s);
    QCOMPARE(cell(model, 1, 2), u"2.0000"_s);
}

void TestCurvesTable::itGrowsWithTheRun()
{
    CurveSet set;
    CurvesTableModel model(set);
    const QAbstractItemModelTester tester(&model);
    model.setActive(true);
    set.setRuns({run(u"a"_s, {.steps = 20})});
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    m_logs[u"a"_s]->add({21, {}, {{u"train_loss"_s, 1.5}}}, MetricSource::Event);
    m_logs[u"a"_s]->add({22, {}, {{u"train_loss"_s, 1.25}}}, MetricSource::Event);
    set.runChanged(u"a"_s);
    QCOMPARE(model.rowCount(), 22);
    QCOMPARE(cell(model, 21, 1), u"1.2500"_s);
    QCOMPARE(inserted.size(), 1);
    // The other curve comes to the same step later: no row, but a value.
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    m_logs[u"a"_s]->add({22, {}, {{u"valid_loss"_s, 1.75}}}, MetricSource::Event);
    set.runChanged(u"a"_s);
    QCOMPARE(model.rowCount(), 22);
    QCOMPARE(cell(model, 21, 2), u"1.7500"_s);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(resets.size(), 0);
}

void TestCurvesTable::stepsBetweenFindTheirPlace()
{
    auto log = std::make_shared<MetricLog>();
    for (const qint64 step : {10, 20, 30})
        log->add({step, {}, {{u"train_loss"_s, 1.0}}}, MetricSource::Event);
    log->add({5, {}, {{u"valid_loss"_s, 1.0}}}, MetricSource::Event);
    CurveSet set;
    CurvesTableModel model(set);
    const QAbstractItemModelTester tester(&model);
    model.setActive(true);
    set.setRuns({{u"a"_s, u"a"_s, log}});
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex selected = model.index(2, 0); // where somebody reads
    log->add({25, {}, {{u"valid_loss"_s, 2.0}}}, MetricSource::Event);
    log->add({30, {}, {{u"valid_loss"_s, 3.0}}}, MetricSource::Event);
    set.runChanged(u"a"_s);
    QStringList steps;
    for (int row = 0; row < model.rowCount(); ++row)
        steps << cell(model, row, 0);
    QCOMPARE(steps, (QStringList{u"5"_s, u"10"_s, u"20"_s, u"25"_s, u"30"_s}));
    QCOMPARE(cell(model, 3, 2), u"2.0000"_s);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(selected.data().toString(), u"20"_s);
}

void TestCurvesTable::olderEventsMoveNothingAway()
{
    auto log = std::make_shared<MetricLog>();
    for (const qint64 step : {100, 101, 102})
        log->add({step, {}, {{u"train_loss"_s, 1.0}}}, MetricSource::Event);
    CurveSet set;
    CurvesTableModel model(set);
    const QAbstractItemModelTester tester(&model);
    model.setActive(true);
    set.setRuns({{u"a"_s, u"a"_s, log}});
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QPersistentModelIndex selected = model.index(1, 0);
    // Pages of events are read newest first; and one value is corrected.
    QList<MetricRow> rows;
    for (qint64 step = 1; step < 100; ++step)
        rows << MetricRow{step, {}, {{u"train_loss"_s, 2.0}}};
    rows << MetricRow{102, {}, {{u"train_loss"_s, 0.5}}};
    log->add(rows, MetricSource::ResultsFile);
    set.runChanged(u"a"_s);
    QCOMPARE(model.rowCount(), 102);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(inserted.size(), 1); // all at once
    QCOMPARE(selected.row(), 100);
    QCOMPARE(selected.data().toString(), u"101"_s);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(cell(model, 101, 1), u"0.5000"_s);
}

void TestCurvesTable::hiddenCurvesAreNoColumns()
{
    CurveSet set;
    CurvesTableModel model(set);
    const QAbstractItemModelTester tester(&model);
    model.setActive(true);
    set.setRuns({run(u"a"_s, {.steps = 20, .validEvery = 5})});
    QCOMPARE(model.columnCount(), 3);
    set.setShown(*set.curves()[0], false);
    QCOMPARE(model.columnCount(), 2);
    QCOMPARE(model.rowCount(), 4);
    set.setGroup(u"mean_token_accuracy"_s); // hidden there as well
    QCOMPARE(model.rowCount(), 4);
}

void TestCurvesTable::itHoldsNothingWhileItIsNotShown()
{
    CurveSet set;
    CurvesTableModel model(set);
    set.setRuns({run(u"a"_s, {.steps = 20})});
    QCOMPARE(model.rowCount(), 0);
    model.setActive(true);
    QCOMPARE(model.rowCount(), 20);
    model.setActive(false);
    QCOMPARE(model.rowCount(), 0);
}

void TestCurvesTable::aMillionStepsAreNotCopied()
{
    CurveSet set;
    CurvesTableModel model(set);
    model.setActive(true);
    const CurveRun made = run(u"a"_s, {.steps = 1'000'000, .validEvery = 0});
    set.setRuns({made});
    QCOMPARE(model.rowCount(), 1'000'000);
    // A value that is corrected in the log is what the cell says: it was read there.
    m_logs[u"a"_s]->add({500'000, {}, {{u"train_loss"_s, 7.5}}}, MetricSource::ResultsFile);
    QCOMPARE(cell(model, 499'999, 1), u"7.5000"_s);
}

void TestCurvesTable::theTableStandsInPlaceOfThePlot()
{
    CurvesView view(m_theme);
    view.resize(900, 420);
    view.setRuns({run(u"a"_s, {.steps = 40})});
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    auto *button = view.findChild<QToolButton *>(u"curvesTableButton"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(view.isTableShown());
    QVERIFY(view.table()->isVisible() && !view.plot()->isVisible());
    QCOMPARE(view.table()->model()->rowCount(), 40);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(view.plot()->isVisible());
    QCOMPARE(view.table()->model()->rowCount(), 0);
}

void TestCurvesTable::csvReadsBackAsTheSameNumbers()
{
    const CurveRun made = run(u"a"_s, {.steps = 300, .startedAt = 1'700'000'000});
    m_logs[u"a"_s]->add({77, {}, {{u"train_loss"_s, std::numeric_limits<double>::quiet_NaN()}}},
                        MetricSource::Event);
    CurveSet set;
    set.setRuns({made});
    set.setSmoothing(0.9);
    QByteArray content = curveexport::csv(curveexport::numbersOf(set));
    QVERIFY(content.startsWith("step,time,train_loss,valid_loss\r\n1,2023-11-14T22:13:25Z,"));
    content.replace("step,time,", "step,,"); // times are no numbers
    const QByteArrayList lines = content.split('\n');
    content.clear();
    for (const QByteArray &line : lines) {
        QByteArrayList cells = line.split(',');
        if (cells.size() > 1)
            cells[1].clear();
        content += cells.join(',') + '\n';
    }
    const auto read = readResultsFile(content);
    QVERIFY(read);
    QCOMPARE(read->unreadable, 0);
    MetricLog back;
    back.add(read->rows, MetricSource::ResultsFile);
    for (const QString &metric : {u"train_loss"_s, u"valid_loss"_s}) {
        const auto &expected = m_logs[u"a"_s]->series(metric)->points();
        const auto &points = back.series(metric)->points();
        QCOMPARE(points.size(), expected.size());
        for (size_t i = 0; i < points.size(); ++i) {
            QCOMPARE(points[i].step, expected[i].step);
            QVERIFY(points[i].value == expected[i].value || (points[i].isGap() && expected[i].isGap()));
        }
    }
}

void TestCurvesTable::csvHoldsForeignNamesInOneCell()
{
    CurveRun first = run(u"a"_s, {.steps = 2, .validEvery = 0});
    CurveRun second = run(u"b"_s, {.steps = 3, .seed = 2, .validEvery = 0});
    first.name = u"=cmd,\"x\"\nnext"_s;
    CurveSet set;
    set.setRuns({first, second});
    const QByteArray content = curveexport::csv(curveexport::numbersOf(set));
    QVERIFY(content.startsWith("step,\"'=cmd,\"\"x\"\"\nnext train_loss\",b train_loss\r\n"));
    QVERIFY(content.contains("\r\n3,,")); // of the first run there is no third step
}

void TestCurvesTable::picturesReadBack()
{
    const QTemporaryDir folder;
    CurvesView view(m_theme);
    view.resize(900, 420);
    view.setRuns({run(u"support-v14"_s, {}), run(u"support-v13"_s, {.seed = 2, .overfitsFrom = 860})});
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QSignalSpy exported(&view, &CurvesView::exported);
    view.exportTo(folder.filePath(u"curves.png"_s), u"png"_s);
    QVERIFY(exported.isEmpty()); // packing and writing are not waited for
    QTRY_COMPARE(exported.size(), 1);
    QCOMPARE(exported.takeFirst().first().toBool(), true);
    const QImage image(folder.filePath(u"curves.png"_s));
    QCOMPARE(image.width(), view.plot()->width() * 2);
    QVERIFY(image.height() > view.plot()->height() * 2);

    view.exportTo(folder.filePath(u"curves.svg"_s), u"svg"_s);
    QTRY_COMPARE(exported.size(), 1);
    QCOMPARE(exported.takeFirst().first().toBool(), true);
    QSvgRenderer renderer(folder.filePath(u"curves.svg"_s));
    QVERIFY(renderer.isValid());
    QImage drawn(renderer.defaultSize(), QImage::Format_RGB32);
    drawn.fill(Qt::black);
    QPainter painter(&drawn);
    renderer.render(&painter);
    painter.end();
    // Both are drawings of the same: most of it is the ground, and the curves are in it.
    const QRgb ground = m_theme.colour(Token::Base).rgb();
    const auto inked = [ground](const QImage &picture) {
        int count = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                count += (picture.pixel(x, y) & 0xffffff) != (ground & 0xffffff) ? 1 : 0;
        }
        return double(count) / (picture.width() * picture.height());
    };
    QVERIFY(inked(drawn) > 0.01 && inked(drawn) < 0.4);
    QVERIFY(std::abs(inked(drawn) - inked(image)) < 0.1);
    QFile file(folder.filePath(u"curves.svg"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("support-v13") && text.contains("valid rises from step"));
}

void TestCurvesTable::whatCannotBeWrittenIsSaid()
{
    const QTemporaryDir folder;
    CurvesView view(m_theme);
    view.setRuns({run(u"a"_s, {.steps = 20})});
    for (const QString &kind : {u"png"_s, u"svg"_s, u"csv"_s}) {
        QSignalSpy exported(&view, &CurvesView::exported);
        view.exportTo(folder.filePath(u"no/such/folder/curves."_s + kind), kind);
        QTRY_COMPARE(exported.size(), 1);
        QCOMPARE(exported.first().first().toBool(), false);
        QCOMPARE(view.findChild<MessageBar *>()->message().kind, Message::Kind::Error);
    }
    QSignalSpy exported(&view, &CurvesView::exported);
    view.exportTo(folder.filePath(u"curves.csv"_s), u"csv"_s);
    QTRY_COMPARE(exported.size(), 1);
    QCOMPARE(exported.first().first().toBool(), true);
    QFile file(folder.filePath(u"curves.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("step,train_loss,valid_loss\r\n1,"));
}

void TestCurvesTable::theDialogAsksForAPath()
{
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    const QTemporaryDir folder;
    CurvesView view(m_theme);
    view.resize(900, 420);
    view.setExportFolder(folder.path());
    view.setRuns({run(u"a"_s, {.steps = 20})});
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QSignalSpy exported(&view, &CurvesView::exported);
    auto *menu = view.findChild<QMenu *>(u"curvesExportMenu"_s);
    QCOMPARE(menu->actions().size(), 3);
    menu->actions().last()->trigger();
    auto *dialog = view.findChild<QFileDialog *>(u"curvesExportDialog"_s);
    QVERIFY(dialog);
    QVERIFY(!dialog->testOption(QFileDialog::DontConfirmOverwrite)); // it asks before it replaces
    QCOMPARE(dialog->directory().absolutePath(), QDir(folder.path()).absolutePath());
    // The name says whose curves they are, and of what.
    QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).fileName(), u"a-loss.csv"_s);
    dialog->selectFile(u"numbers.csv"_s);
    static_cast<QDialog *>(dialog)->accept();
    QTRY_COMPARE(exported.size(), 1);
    QVERIFY(QFile::exists(folder.filePath(u"numbers.csv"_s)));
}

QTEST_MAIN(TestCurvesTable)
#include "tst_curvestable.moc"

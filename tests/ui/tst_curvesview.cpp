// SPDX-License-Identifier: GPL-3.0-or-later
#include "../support/madecurves.h"
#include "ui/charts/curveset.h"
#include "ui/charts/curveslegend.h"
#include "ui/charts/curvesplot.h"
#include "ui/charts/curvesview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QHelpEvent>
#include <QLabel>
#include <QLayout>
#include <QLocale>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <limits>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 began = 1'700'000'000;

} // namespace

/// The curves in their widget, as hands, eyes, keys and screen readers meet them.
class TestCurvesView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_view.reset(); }

    void nothingIsSaidInOneSentence();
    void metricsAreTakenTogether();
    void colourStaysWithItsRun();
    void moreRunsThanThereAreColoursAreSaid();
    void aKeyHidesItsCurve();
    void thePointerReadsTheNearestStep();
    void theKeyboardReadsAndTells();
    void gapsAreReadAsNoNumber();
    void theWheelZoomsAtThePointer();
    void draggingMovesAndADoubleClickShowsAll();
    void shiftAndDragZoomsIntoTheFrame();
    void keysZoomAndMove();
    void aRunThatGrowsLeavesTheWindowAlone();
    void aWindowAtTheEndFollows();
    void byTimeRunsBeginTogether();
    void timesThatAreNotKnownAreSaid();
    void smoothingIsReadWithWhatWasMeasured();
    void theWholeValidationFileIsNotSmoothed();
    void longNamesOfMetricsTakeNoRoom();
    void overfittingIsMarkedWhileLossIsShown();
    void aNewMetricOfALiveRunCanBeChosen();
    void theHintGivesWayToTheCurves();
    void everyControlHasAName();
    void itPaints_data();
    void itPaints();

private:
    CurveRun run(const QString &name, const MadeRun &made)
    {
        m_logs[name] = madeLog(made);
        return {name, name, m_logs[name], made.startedAt, false};
    }
    CurvesPlot &plot() { return *m_view->plot(); }
    QPoint placeOf(double x)
    {
        const CurveScene &scene = plot().shownScene();
        return (scene.area.topLeft() + QPointF(scene.window.xOf(x), scene.window.height / 2)).toPoint();
    }
    void wheel(const QPoint &place, int notches)
    {
        QWheelEvent event(place, plot().mapToGlobal(place), {}, {0, 120 * notches}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&plot(), &event);
    }
    StateOverlay::State state() { return m_view->findChild<StateOverlay *>()->state(); }
    QStringList names()
    {
        QStringList all;
        for (const CurveReading::Row &row : plot().reading()->rows)
            all << row.name;
        return all;
    }

    Theme m_theme;
    std::unique_ptr<CurvesView> m_view;
    QHash<QString, std::shared_ptr<MetricLog>> m_logs;
};

void TestCurvesView::initTestCase()
{
    QLocale::setDefault(QLocale::c());
    m_theme.apply(*qApp);
}

void TestCurvesView::init()
{
    m_theme.setMode(Theme::Mode::Light);
    m_view = std::make_unique<CurvesView>(m_theme);
    m_view->resize(900, 420);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestCurvesView::nothingIsSaidInOneSentence()
{
    QCOMPARE(state().kind, StateOverlay::Kind::Empty);
    m_view->setLoading(u"Reading the events of support-v14…"_s);
    QCOMPARE(state().kind, StateOverlay::Kind::Loading);
    QCOMPARE(state().sentence, u"Reading the events of support-v14…"_s);
    m_view->setLoading({});
    CurveRun empty{u"a"_s, u"a"_s, std::make_shared<MetricLog>()};
    m_view->setRuns({empty});
    const QString over = state().sentence;
    QVERIFY(!over.isEmpty());
    empty.live = true;
    m_view->setRuns({empty});
    QVERIFY(state().sentence != over); // something may come yet
    m_view->setRuns({run(u"b"_s, {})});
    QCOMPARE(state().kind, StateOverlay::Kind::None);
    m_view->setLoading(u"More…"_s); // what is there is not covered
    QCOMPARE(state().kind, StateOverlay::Kind::None);
}

void TestCurvesView::metricsAreTakenTogether()
{
    const CurveRun first = run(u"a"_s, {});
    m_logs[u"a"_s]->add({10, {}, {{u"train_reward_mean"_s, 1.0}, {u"full_valid_loss"_s, 0.7}}},
                        MetricSource::Event);
    m_view->setRuns({first, run(u"b"_s, {.seed = 2})});
    auto *metric = m_view->findChild<QComboBox *>(u"curvesMetric"_s);
    QStringList shown;
    for (int i = 0; i < metric->count(); ++i)
        shown << metric->itemText(i);
    QCOMPARE(shown, (QStringList{u"Loss"_s, u"Accuracy"_s, u"Reward mean"_s}));
    QCOMPARE(m_view->curves().curves().size(), 5u); // train, valid, full of a; train and valid of b
    metric->setCurrentIndex(1);
    Q_EMIT metric->activated(1);
    QCOMPARE(m_view->curves().curves().size(), 4u);
    QCOMPARE(plot().shownScene().title, u"Accuracy"_s);
}

void TestCurvesView::colourStaysWithItsRun()
{
    const CurveRun a = run(u"a"_s, {});
    const CurveRun b = run(u"b"_s, {.seed = 2});
    const CurveRun c = run(u"c"_s, {.seed = 3});
    const auto slot = [this](const QString &id) {
        for (const auto &curve : m_view->curves().curves()) {
            if (curve->run.id == id)
                return curve->slot;
        }
        return -1;
    };
    m_view->setRuns({a, b});
    QCOMPARE(slot(u"b"_s), 1);
    m_view->setRuns({b});
    QCOMPARE(slot(u"b"_s), 1);
    m_view->setRuns({c, b});
    QCOMPARE(slot(u"b"_s), 1);
    QCOMPARE(slot(u"c"_s), 0);
    const QList<CurveLine> &lines = plot().shownScene().lines;
    QVERIFY(lines.first().colour != lines.last().colour);
    QVERIFY(lines.first().marker != lines.last().marker);
    QVERIFY(lines.at(0).style != lines.at(1).style); // training and validation of the same colour
    QCOMPARE(lines.at(0).colour, lines.at(1).colour);
}

void TestCurvesView::moreRunsThanThereAreColoursAreSaid()
{
    QList<CurveRun> runs;
    for (int i = 0; i < 12; ++i)
        runs << run(QString::number(i), {.steps = 20, .seed = i});
    m_view->setRuns(runs);
    QCOMPARE(m_view->curves().runs().size(), CurvesView::mostRuns);
    auto *bar = m_view->findChild<MessageBar *>();
    QVERIFY(bar->isShowing());
    QVERIFY(bar->message().text.contains(u"2"_s));
    m_view->setRuns(runs.first(3));
    QVERIFY(!bar->isShowing());
}

void TestCurvesView::aKeyHidesItsCurve()
{
    m_view->setRuns({run(u"a"_s, {}), run(u"b"_s, {.seed = 2})});
    const QList<CurveKey *> keys = m_view->findChildren<CurveKey *>();
    QCOMPARE(keys.size(), 4);
    QCOMPARE(keys[3]->text(), u"valid"_s);
    QCOMPARE(keys[3]->accessibleName(), u"b valid"_s);
    QCOMPARE(plot().shownScene().lines.size(), 4);
    keys[3]->setFocus();
    QTest::keyClick(keys[3], Qt::Key_Space);
    QCOMPARE(plot().shownScene().lines.size(), 3);
    QVERIFY(!keys[3]->isChecked());
    for (CurveKey *key : keys.first(3))
        QTest::mouseClick(key, Qt::LeftButton);
    QCOMPARE(state().kind, StateOverlay::Kind::Empty); // it says how to get them back
    QTest::mouseClick(keys[0], Qt::LeftButton);
    QCOMPARE(state().kind, StateOverlay::Kind::None);
    QCOMPARE(plot().shownScene().lines.size(), 1);
}

void TestCurvesView::thePointerReadsTheNearestStep()
{
    m_view->setRuns({run(u"a"_s, {.startedAt = began}), run(u"b"_s, {.steps = 600, .seed = 2})});
    QTest::mouseMove(&plot(), placeOf(300));
    QTRY_VERIFY(plot().reading());
    const qint64 step = qint64(plot().reading()->x);
    QVERIFY(std::abs(step - 300) <= 2);
    QCOMPARE(plot().reading()->title, u"Step %1"_s.arg(step));
    QCOMPARE(names(), (QStringList{u"a train"_s, u"a valid"_s, u"b train"_s, u"b valid"_s}));
    const double exact = *m_logs[u"a"_s]->series(u"train_loss"_s)->at(step);
    QCOMPARE(plot().reading()->rows[0].value, QString::number(exact, 'f', 4));
    // Validation is measured every ten steps: it says where.
    plot().readAt(304);
    QCOMPARE(plot().reading()->x, 304.0);
    QCOMPARE(plot().reading()->rows[1].note, u"step 300"_s);
    QCOMPARE(plot().reading()->rows[1].value,
             QString::number(*m_logs[u"a"_s]->series(u"valid_loss"_s)->at(300), 'f', 4));
    // Where one run is over, the other goes on.
    plot().readAt(900);
    QCOMPARE(names(), (QStringList{u"a train"_s, u"a valid"_s}));
    QTest::mouseMove(&plot(), {2, 2});
    QTRY_VERIFY(!plot().reading());
}

void TestCurvesView::theKeyboardReadsAndTells()
{
    m_view->setRuns({run(u"a"_s, {.steps = 100, .validEvery = 0})});
    plot().setFocus();
    const QSignalSpy told(&plot(), &CurvesPlot::readingTold);
    QTest::keyClick(&plot(), Qt::Key_Right);
    QVERIFY(plot().reading());
    const double first = plot().reading()->x;
    QTest::keyClick(&plot(), Qt::Key_Right);
    QCOMPARE(plot().reading()->x, first + 1);
    QTest::keyClick(&plot(), Qt::Key_Left);
    QCOMPARE(plot().reading()->x, first);
    QTest::keyClick(&plot(), Qt::Key_PageUp);
    QVERIFY(plot().reading()->x <= first - 9);
    const double exact = *m_logs[u"a"_s]->series(u"train_loss"_s)->at(qint64(plot().reading()->x));
    QCOMPARE(told.size(), 4);
    const QString announced = told.last().first().toString();
    QCOMPARE(announced, u"Step %1: train %2"_s.arg(plot().reading()->x).arg(QString::number(exact, 'f', 4)));
    const QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&plot());
    QCOMPARE(access->role(), QAccessible::Chart);
    QCOMPARE(access->text(QAccessible::Value), announced);
    QCOMPARE(const_cast<QAccessibleInterface *>(access)->valueInterface()->currentValue().toDouble(),
             plot().reading()->x);
    // The window goes along when the cursor leaves it.
    plot().zoomTo(40, 60);
    plot().readAt(60);
    QTest::keyClick(&plot(), Qt::Key_Right);
    QCOMPARE(plot().reading()->x, 61.0);
    QVERIFY(plot().shownScene().window.right >= 61 - 1e-9);
    QCOMPARE(told.size(), 5);
    plot().readAt(50); // as the pointer does: it would talk without end
    QCOMPARE(told.size(), 5);
    QTest::keyClick(&plot(), Qt::Key_Escape);
    QVERIFY(!plot().reading());
}

void TestCurvesView::gapsAreReadAsNoNumber()
{
    const CurveRun made = run(u"a"_s, {.steps = 50, .validEvery = 0});
    m_logs[u"a"_s]->add({20, {}, {{u"train_loss"_s, std::numeric_limits<double>::quiet_NaN()}}},
                        MetricSource::Event);
    m_view->setRuns({made});
    plot().readAt(20);
    QCOMPARE(plot().reading()->x, 20.0);
    QCOMPARE(plot().reading()->rows.first().value, u"no number"_s);
    QVERIFY(!m_view->grab().isNull());
}

void TestCurvesView::theWheelZoomsAtThePointer()
{
    m_view->setRuns({run(u"a"_s, {})});
    auto *reset = m_view->findChild<QToolButton *>(u"curvesReset"_s);
    QVERIFY(!reset->isEnabled());
    const QPoint place = placeOf(300);
    const CurveWindow before = plot().shownScene().window;
    const double at = before.valueAt(place.x() - plot().shownScene().area.left());
    wheel(place, 3);
    const CurveWindow after = plot().shownScene().window;
    QVERIFY(std::abs((after.right - after.left) - (before.right - before.left) * 0.512) < 0.01);
    QVERIFY(std::abs(after.valueAt(place.x() - plot().shownScene().area.left()) - at) < 3);
    QVERIFY(reset->isEnabled());
    // y follows what is seen.
    plot().zoomTo(1100, 1200);
    QVERIFY(plot().shownScene().window.high < before.high / 2);
    QTest::mouseClick(reset, Qt::LeftButton);
    QCOMPARE(plot().shownScene().window.left, before.left);
    QCOMPARE(plot().shownScene().window.right, before.right);
    QVERIFY(!reset->isEnabled());
    wheel(place, -3);
    QCOMPARE(plot().shownScene().window.right, before.right); // there is nothing beyond all
    for (int i = 0; i < 100; ++i)
        wheel(place, 3);
    QVERIFY(plot().shownScene().window.right - plot().shownScene().window.left >= 3.99);
}

void TestCurvesView::draggingMovesAndADoubleClickShowsAll()
{
    m_view->setRuns({run(u"a"_s, {})});
    plot().zoomTo(400, 600);
    const QPoint from = placeOf(500);
    const QPoint to = placeOf(550);
    QTest::mousePress(&plot(), Qt::LeftButton, {}, from);
    QTest::mouseMove(&plot(), to);
    QTRY_VERIFY(std::abs(plot().shownScene().window.left - 350) < 3);
    QTest::mouseRelease(&plot(), Qt::LeftButton, {}, to);
    QVERIFY(std::abs(plot().shownScene().window.right - plot().shownScene().window.left - 200) < 1e-6);
    QTest::mouseDClick(&plot(), Qt::LeftButton, {}, to);
    QVERIFY(!plot().isZoomed());
    QCOMPARE(plot().shownScene().window.right, 1200.0);
}

void TestCurvesView::shiftAndDragZoomsIntoTheFrame()
{
    m_view->setRuns({run(u"a"_s, {})});
    const QRectF area = plot().shownScene().area;
    const QPoint from = (area.topLeft() + QPointF(area.width() * 0.25, area.height() * 0.5)).toPoint();
    const QPoint to = (area.topLeft() + QPointF(area.width() * 0.75, area.height() * 0.9)).toPoint();
    const CurveWindow before = plot().shownScene().window;
    QTest::mousePress(&plot(), Qt::LeftButton, Qt::ShiftModifier, from);
    QTest::mouseMove(&plot(), to);
    QTest::mouseRelease(&plot(), Qt::LeftButton, Qt::ShiftModifier, to);
    const CurveWindow after = plot().shownScene().window;
    QVERIFY(std::abs(after.left - 300) < 3 && std::abs(after.right - 900) < 3);
    QVERIFY(std::abs(after.high - before.high * 0.5) < before.high * 0.02);
    QVERIFY(std::abs(after.low - before.high * 0.1) < before.high * 0.02);
    // A click with Shift is no frame.
    QTest::mouseClick(&plot(), Qt::LeftButton, Qt::ShiftModifier, from);
    QCOMPARE(plot().shownScene().window.left, after.left);
}

void TestCurvesView::keysZoomAndMove()
{
    m_view->setRuns({run(u"a"_s, {})});
    plot().setFocus();
    QTest::keyClick(&plot(), Qt::Key_Plus);
    QVERIFY(plot().isZoomed());
    const double left = plot().shownScene().window.left;
    QTest::keyClick(&plot(), Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(plot().shownScene().window.left > left);
    QTest::keyClick(&plot(), Qt::Key_End);
    QCOMPARE(plot().shownScene().window.right, 1200.0);
    QTest::keyClick(&plot(), Qt::Key_Minus);
    QTest::keyClick(&plot(), Qt::Key_Minus);
    QVERIFY(!plot().isZoomed());
    for (const Qt::Key key : {Qt::Key_0, Qt::Key_Home}) {
        plot().zoomTo(10, 100);
        QTest::keyClick(&plot(), key);
        QVERIFY(!plot().isZoomed());
    }
}

void TestCurvesView::aRunThatGrowsLeavesTheWindowAlone()
{
    m_view->setRuns({run(u"a"_s, {})});
    plot().zoomTo(400, 600);
    m_logs[u"a"_s]->add({1201, {}, {{u"train_loss"_s, 0.4}}}, MetricSource::Event);
    m_view->runChanged(u"a"_s);
    QCOMPARE(plot().shownScene().window.left, 400.0);
    QCOMPARE(plot().shownScene().window.right, 600.0);
    plot().resetZoom();
    QCOMPARE(plot().shownScene().window.right, 1201.0);
    m_logs[u"a"_s]->add({1210, {}, {{u"train_loss"_s, 0.4}}}, MetricSource::Event);
    m_view->runChanged(u"a"_s);
    QCOMPARE(plot().shownScene().window.right, 1210.0);
}

void TestCurvesView::aWindowAtTheEndFollows()
{
    m_view->setRuns({run(u"a"_s, {})});
    plot().zoomTo(1000, 1200);
    m_logs[u"a"_s]->add({1250, {}, {{u"train_loss"_s, 0.4}}}, MetricSource::Event);
    m_view->runChanged(u"a"_s);
    QCOMPARE(plot().shownScene().window.left, 1050.0);
    QCOMPARE(plot().shownScene().window.right, 1250.0);
}

void TestCurvesView::byTimeRunsBeginTogether()
{
    m_view->setRuns({run(u"a"_s, {.startedAt = began, .secondsPerStep = 3}),
                     run(u"b"_s, {.seed = 2, .startedAt = began + 900'000, .secondsPerStep = 6})});
    auto *align = m_view->findChild<QComboBox *>(u"curvesAlign"_s);
    align->setCurrentIndex(1);
    Q_EMIT align->activated(1);
    QCOMPARE(plot().shownScene().window.left, 0.0);
    QCOMPARE(plot().shownScene().window.right, 7200.0);
    plot().readAt(3000);
    QCOMPARE(plot().reading()->title, u"50 min"_s);
    QCOMPARE(plot().reading()->rows.at(0).note, u"step 1000"_s);
    QCOMPARE(plot().reading()->rows.at(2).note, u"step 500"_s);
}

void TestCurvesView::timesThatAreNotKnownAreSaid()
{
    m_view->setRuns({run(u"a"_s, {})});
    auto *align = m_view->findChild<QComboBox *>(u"curvesAlign"_s);
    Q_EMIT align->activated(1);
    QCOMPARE(state().kind, StateOverlay::Kind::Empty);
    QVERIFY(align->isEnabled()); // that is the way back
    Q_EMIT align->activated(0);
    QCOMPARE(state().kind, StateOverlay::Kind::None);
}

void TestCurvesView::smoothingIsReadWithWhatWasMeasured()
{
    m_view->setRuns({run(u"a"_s, {.steps = 200, .validEvery = 0})});
    m_view->findChild<QSlider *>(u"curvesSmoothing"_s)->setValue(60);
    plot().readAt(100);
    std::vector<double> values;
    for (const MetricPoint &point : m_logs[u"a"_s]->series(u"train_loss"_s)->points())
        values.push_back(point.value);
    const CurveReading::Row row = plot().reading()->rows.first();
    QCOMPARE(row.value, QString::number(smoothed(values, 0.6)[99], 'f', 4));
    QCOMPARE(row.note, u"measured %1"_s.arg(QString::number(values[99], 'f', 4)));
    // Another one is worked out of what was measured, not of what was smoothed; a run that grows goes on with
    // it.
    m_view->findChild<QSlider *>(u"curvesSmoothing"_s)->setValue(30);
    QCOMPARE(plot().reading()->rows.first().value, QString::number(smoothed(values, 0.3)[99], 'f', 4));
    m_logs[u"a"_s]->add({201, {}, {{u"train_loss"_s, 1.5}}}, MetricSource::Event);
    values.push_back(1.5);
    m_view->runChanged(u"a"_s);
    plot().readAt(201);
    QCOMPARE(plot().reading()->rows.first().value, QString::number(smoothed(values, 0.3)[200], 'f', 4));
    m_view->findChild<QSlider *>(u"curvesSmoothing"_s)->setValue(0);
    QCOMPARE(plot().reading()->rows.first().value, QString::number(1.5, 'f', 4));
    QVERIFY(plot().reading()->rows.first().note.isEmpty());
}

void TestCurvesView::theWholeValidationFileIsNotSmoothed()
{
    const CurveRun made = run(u"a"_s, {.steps = 300, .validEvery = 0});
    for (const auto &[step, value] : {std::pair(100, 2.0), std::pair(200, 1.0), std::pair(300, 0.5)})
        m_logs[u"a"_s]->add({step, {}, {{u"full_valid_loss"_s, value}}}, MetricSource::Event);
    m_view->setRuns({made});
    m_view->findChild<QSlider *>(u"curvesSmoothing"_s)->setValue(60);
    plot().readAt(200);
    QCOMPARE(names(), (QStringList{u"train"_s, u"full valid"_s}));
    QVERIFY(plot().reading()->rows[0].note.startsWith(u"measured"_s));
    QCOMPARE(plot().reading()->rows[1].value, u"1.0000"_s);
    QVERIFY(plot().reading()->rows[1].note.isEmpty());
}

void TestCurvesView::longNamesOfMetricsTakeNoRoom()
{
    const auto metric = u"train_"_s + u"a_reward_of_a_grader_"_s.repeated(4);
    const CurveRun made = run(u"a"_s, {});
    const int before = m_view->minimumSizeHint().width();
    m_logs[u"a"_s]->add({10, {}, {{metric, 1.0}}}, MetricSource::Event);
    m_view->setRuns({made});
    QCOMPARE(m_view->findChild<QComboBox *>(u"curvesMetric"_s)->count(), 3);
    QCOMPARE(m_view->minimumSizeHint().width(), before);
    // Where there is least of it, nothing lies on anything else.
    m_view->resize(1, 420);
    const auto *row = m_view->findChild<QWidget *>(u"curvesControls"_s);
    QTRY_COMPARE(m_view->width(), m_view->minimumSizeHint().width());
    QCOMPARE(row->width(), m_view->width());
    int end = 0;
    for (int i = 0; i < row->layout()->count(); ++i) {
        const QLayoutItem *item = row->layout()->itemAt(i);
        if (item->isEmpty())
            continue;
        QVERIFY2(item->geometry().left() >= end, qPrintable(QString::number(i)));
        end = item->geometry().right();
    }
    QVERIFY(end <= row->width());
}

void TestCurvesView::overfittingIsMarkedWhileLossIsShown()
{
    m_view->setRuns(
        {run(u"support-v14"_s, {.seed = 4}), run(u"support-v13"_s, {.seed = 5, .overfitsFrom = 860})});
    const QList<CurveMark> marks = plot().shownScene().marks;
    QCOMPARE(marks.size(), 1);
    QVERIFY(std::abs(marks.first().x - 860) < 150);
    QCOMPARE(marks.first().text, u"valid rises from step %1 (support-v13)"_s.arg(marks.first().x));
    QVERIFY(plot().toolTip().contains(overfittingRuleText()));
    // The rule is told at these words, and does not cover the curves elsewhere.
    const auto asks = [this](const QPointF &place) {
        QHelpEvent event(QEvent::ToolTip, place.toPoint(), plot().mapToGlobal(place.toPoint()));
        QApplication::sendEvent(&plot(), &event);
        return event.isAccepted();
    };
    const QRectF words =
        curvespainter::markLabels(plot().shownScene(), m_theme.font(Theme::FontRole::Small)).first();
    QVERIFY(asks(words.center()));
    QVERIFY(!asks(words.center() + QPointF(0, 100)));
    QTest::mouseClick(m_view->findChildren<CurveKey *>().last(), Qt::LeftButton);
    QVERIFY(plot().shownScene().marks.isEmpty());
    QTest::mouseClick(m_view->findChildren<CurveKey *>().last(), Qt::LeftButton);
    auto *metric = m_view->findChild<QComboBox *>(u"curvesMetric"_s);
    Q_EMIT metric->activated(1);
    QVERIFY(plot().shownScene().marks.isEmpty());
}

void TestCurvesView::aNewMetricOfALiveRunCanBeChosen()
{
    const CurveRun made = run(u"a"_s, {.steps = 20, .validEvery = 0});
    m_view->setRuns({made});
    QCOMPARE(m_view->curves().curves().size(), 1u);
    m_logs[u"a"_s]->add({21, {}, {{u"valid_loss"_s, 1.0}, {u"reward"_s, 0.2}}}, MetricSource::Event);
    m_view->runChanged(u"a"_s);
    QCOMPARE(m_view->curves().curves().size(), 2u);
    QCOMPARE(m_view->findChildren<CurveKey *>().size(), 2);
    QVERIFY(m_view->findChild<QComboBox *>(u"curvesMetric"_s)->findText(u"Reward"_s) >= 0);
}

void TestCurvesView::theHintGivesWayToTheCurves()
{
    const auto *hint = m_view->findChild<QLabel *>(u"curvesHint"_s);
    QVERIFY(!hint->isVisible()); // there is nothing to zoom into
    m_view->setRuns({run(u"a"_s, {})});
    QVERIFY(hint->isVisible());
    m_view->resize(600, 420); // narrow: it takes two lines, and is read whole
    QTRY_VERIFY(hint->height() >= hint->heightForWidth(hint->width()));
    QVERIFY(hint->height() >= 2 * hint->fontMetrics().height());
    m_view->resize(900, 280);
    QTRY_VERIFY(!hint->isVisible());
    QCOMPARE(plot().accessibleDescription(), CurvesPlot::hint());
    m_view->resize(900, 420);
    QTRY_VERIFY(hint->isVisible());
}

void TestCurvesView::everyControlHasAName()
{
    m_view->setRuns({run(u"a"_s, {}), run(u"b"_s, {.seed = 2})});
    int controls = 0;
    for (const QWidget *widget : m_view->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() ||
            widget->inherits("QAbstractItemView"))
            continue;
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY2(access && !access->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        ++controls;
    }
    QVERIFY(controls >= 10);
}

void TestCurvesView::itPaints_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("log");
    QTest::addColumn<int>("smoothing");
    QTest::newRow("light") << false << false << 0;
    QTest::newRow("dark, smoothed") << true << false << 60;
    QTest::newRow("logarithmic") << false << true << 60;
}

void TestCurvesView::itPaints()
{
    QFETCH(bool, dark);
    QFETCH(bool, log);
    QFETCH(int, smoothing);
    m_theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
    m_view->setRuns({run(u"a"_s, {}), run(u"b"_s, {.seed = 2, .end = 0.9})});
    plot().setLog(log);
    m_view->findChild<QSlider *>(u"curvesSmoothing"_s)->setValue(smoothing);
    const QImage image = plot().grab().toImage();
    for (const CurveLine &line : plot().shownScene().lines.first(1)) {
        int found = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                found += image.pixelColor(x, y) == line.colour ? 1 : 0;
        }
        QVERIFY2(found > image.width() / 3, qPrintable(QString::number(found)));
    }
}

QTEST_MAIN(TestCurvesView)
#include "tst_curvesview.moc"

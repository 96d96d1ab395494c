// SPDX-License-Identifier: GPL-3.0-or-later
// The curves of training runs by themselves: one run, several, and each way to look at them.
#include "shots/shots.h"

#include "support/madecurves.h"
#include "ui/charts/curvesplot.h"
#include "ui/charts/curvesview.h"
#include "ui/theme/metrics.h"

#include <QMouseEvent>
#include <QSlider>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

namespace odc {

using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 began = 1'790'000'000;
constexpr qint64 day = 86'400;
constexpr QSize roomy(840, 320);
constexpr QSize wide(1040, 420);
constexpr QSize narrow(520, 300);

CurveRun runOf(int number, const MadeRun &made)
{
    const QString name = u"support-v%1"_s.arg(number);
    return {name, name, madeLog(made), made.startedAt, false};
}

QList<CurveRun> twoRuns()
{
    MadeRun last;
    last.seed = 14;
    last.end = 0.33;
    last.noise = 0.08;
    last.startedAt = began;
    MadeRun before = last;
    before.seed = 13;
    before.end = 0.48;
    before.overfitsFrom = 860;
    before.startedAt = began - day;
    return {runOf(14, last), runOf(13, before)};
}

QList<CurveRun> tenRuns()
{
    QList<CurveRun> runs;
    for (int i = 0; i < 10; ++i) {
        MadeRun made;
        made.steps = 1200 - 70 * (i % 4);
        made.seed = i + 1;
        made.start = 2.1 + 0.04 * i;
        made.end = 0.3 + 0.09 * i;
        made.overfitsFrom = i % 4 == 1 ? 700 + 20 * i : 0;
        made.startedAt = began - i * day;
        runs << runOf(14 - i, made);
    }
    return runs;
}

/// Few enough values to be seen one by one, with a stretch that gave no number.
QList<CurveRun> shortRun()
{
    MadeRun made;
    made.steps = 24;
    made.validEvery = 4;
    made.startedAt = began;
    QList<MetricRow> rows = madeRows(made);
    for (qsizetype i = 14; i < 17; ++i)
        rows[i].values = {{u"train_loss"_s, qQNaN()}};
    auto log = std::make_shared<MetricLog>();
    log->add(rows, MetricSource::Event);
    return {{u"short"_s, u"tone-dpo-3"_s, log, began, true}};
}

void smooth(CurvesView &view, int hundredths)
{
    view.findChild<QSlider *>(u"curvesSmoothing"_s)->setValue(hundredths);
}

void press(CurvesView &view, const QString &button)
{
    view.findChild<QToolButton *>(button)->click();
}

/// The pointer over this step.
void pointAt(CurvesView &view, double step)
{
    const CurveScene &scene = view.plot()->shownScene();
    const QPointF place = scene.area.topLeft() + QPointF(scene.window.xOf(step), scene.window.height * 0.6);
    QMouseEvent move(QEvent::MouseMove, place, view.plot()->mapToGlobal(place), Qt::NoButton, {}, {});
    QApplication::sendEvent(view.plot(), &move);
}

} // namespace

bool Shots::curvesOf(const QSize &size, const QList<CurveRun> &runs,
                     const std::function<void(CurvesView &)> &look)
{
    // As in a page: on the ground of its lists, with its margins.
    QWidget page;
    auto *layout = new QVBoxLayout(&page);
    layout->setContentsMargins(metrics::edge, metrics::between, metrics::edge, metrics::between);
    auto *view = new CurvesView(m_theme, &page);
    layout->addWidget(view);
    page.setBackgroundRole(QPalette::Base);
    page.setAutoFillBackground(true);
    page.resize(size);
    page.show();
    if (!QTest::qWaitForWindowExposed(&page))
        return false;
    view->setRuns(runs);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    if (look)
        look(*view);
    return picture(&page);
}

bool Shots::curves()
{
    return curvesOf(roomy, twoRuns(), [](CurvesView &view) { smooth(view, 60); });
}

bool Shots::curvesOne()
{
    return curvesOf(roomy, twoRuns().first(1));
}

bool Shots::curvesTen()
{
    return curvesOf(wide, tenRuns(), [](CurvesView &view) { smooth(view, 80); });
}

bool Shots::curvesShort()
{
    return curvesOf(roomy, shortRun());
}

bool Shots::curvesRead()
{
    return curvesOf(roomy, twoRuns(), [](CurvesView &view) {
        smooth(view, 60);
        pointAt(view, 742);
    });
}

bool Shots::curvesReadTen()
{
    return curvesOf(wide, tenRuns(), [](CurvesView &view) { pointAt(view, 300); });
}

bool Shots::curvesLog()
{
    return curvesOf(roomy, twoRuns(), [](CurvesView &view) {
        press(view, u"curvesLog"_s);
        view.plot()->zoomTo(400, 1100);
    });
}

bool Shots::curvesTable()
{
    return curvesOf(roomy, twoRuns(), [](CurvesView &view) { press(view, u"curvesTableButton"_s); });
}

bool Shots::curvesSmall()
{
    return curvesOf(narrow, twoRuns(), [](CurvesView &view) { smooth(view, 60); });
}

bool Shots::curvesEmpty()
{
    return curvesOf(roomy, {});
}

bool Shots::curvesLoading()
{
    return curvesOf(roomy, {},
                    [](CurvesView &view) { view.setLoading(u"Loading the curves of support-v14…"_s); });
}

} // namespace odc

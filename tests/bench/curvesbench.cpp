// SPDX-License-Identifier: GPL-3.0-or-later
#include "curvesbench.h"

#include "heartbeat.h"
#include "support/madecurves.h"
#include "ui/charts/curveset.h"
#include "ui/charts/curvesplot.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cstdio>
#include <numeric>

namespace odc::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int runCount = 10;
constexpr qint64 steps = 100'000;
constexpr QSize plotSize(1400, 500);
constexpr int zoomFrames = 100; // half of them in, half out again
constexpr int moveFrames = 100;
constexpr double bar = 33;

/// What frames took, ms by the clock and of this thread's own time, which a machine shared with others does
/// not make longer.
struct Frames
{
    QList<double> wall;
    QList<double> busy;

    template <typename Work> void time(Work work)
    {
        QElapsedTimer timer;
        timer.start();
        const double before = Heartbeat::cpuMs();
        work();
        busy << Heartbeat::cpuMs() - before;
        wall << double(timer.nsecsElapsed()) / 1e6;
    }
    static double at(QList<double> values, double share)
    {
        std::sort(values.begin(), values.end());
        return values.at(qsizetype(share * double(values.size() - 1)));
    }
    void print(const QString &name)
    {
        std::printf("%s, %d frames: median %.1f ms, p95 %.1f ms, longest %.1f ms busy; %.1f, %.1f, %.1f ms "
                    "by the clock (bar %.0f ms for the longest)\n",
                    qPrintable(name), int(busy.size()), at(busy, 0.5), at(busy, 0.95), at(busy, 1),
                    at(wall, 0.5), at(wall, 0.95), at(wall, 1), bar);
        std::fflush(stdout);
    }
};

/// The plot as the page shows it, painted as the window would be on a screen of this density.
class Bench
{
public:
    explicit Bench(const QList<CurveRun> &runs) : m_plot(m_theme, m_set)
    {
        m_theme.setMode(Theme::Mode::Light);
        m_set.setRuns(runs);
        m_plot.resize(plotSize);
        m_plot.setAttribute(Qt::WA_DontShowOnScreen);
        m_plot.show();
    }
    CurveSet &set() { return m_set; }
    CurvesPlot &plot() { return m_plot; }

    void setDensity(int density)
    {
        m_screen = QImage(plotSize * density, QImage::Format_ARGB32_Premultiplied);
        m_screen.setDevicePixelRatio(density);
        paint(); // what is made once is not what a frame takes
    }
    void paint() { m_plot.render(&m_screen); }
    void wheel(const QPointF &place, int notches)
    {
        QWheelEvent event(place, place, {}, {0, 120 * notches}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&m_plot, &event);
    }
    void mouse(QEvent::Type type, const QPointF &place)
    {
        const bool isMove = type == QEvent::MouseMove;
        const bool isDown = type != QEvent::MouseButtonRelease;
        QMouseEvent event(type, place, place, isMove ? Qt::NoButton : Qt::LeftButton,
                          isDown ? Qt::MouseButtons(Qt::LeftButton) : Qt::MouseButtons(), Qt::NoModifier);
        QApplication::sendEvent(&m_plot, &event);
    }

    /// Into the curves at several places and out again, then along them at several depths; the values under
    /// the pointer are read all the while.
    void drive(Frames &zoom, Frames &move)
    {
        const double width = plotSize.width();
        for (int i = 0; i < zoomFrames; ++i) {
            const bool isIn = i % 50 < 25;
            zoom.time([&] {
                wheel({width * (i < zoomFrames / 2 ? 0.2 : 0.7), plotSize.height() / 2.0}, isIn ? 1 : -1);
                paint();
            });
        }
        m_plot.resetZoom();
        for (int part = 0; part < 4; ++part) {
            wheel({width / 2, plotSize.height() / 2.0}, 4);
            mouse(QEvent::MouseButtonPress, {width / 2, 200});
            for (int i = 0; i < moveFrames / 4; ++i) {
                move.time([&] {
                    mouse(QEvent::MouseMove, {width / 2 + (i % 2 ? -1 : 1) * 24.0 * i, 200});
                    paint();
                });
            }
            mouse(QEvent::MouseButtonRelease, {width / 2, 200});
        }
        m_plot.resetZoom();
    }

private:
    Theme m_theme;
    CurveSet m_set;
    CurvesPlot m_plot;
    QImage m_screen;
};

} // namespace

void curves(int runs)
{
    QList<CurveRun> shown;
    QList<std::shared_ptr<MetricLog>> logs;
    for (int i = 0; i < runCount; ++i) {
        test::MadeRun made;
        made.steps = steps;
        made.seed = i + 1;
        made.end = 0.3 + 0.05 * i;
        made.overfitsFrom = i % 3 ? 0 : 70'000;
        made.startedAt = 1'790'000'000 + i * 3600;
        const QString id = u"run %1"_s.arg(i + 1);
        logs << test::madeLog(made);
        shown << CurveRun{id, id, logs.last(), made.startedAt, true};
    }
    Frames made;
    std::unique_ptr<Bench> bench;
    made.time([&] { bench = std::make_unique<Bench>(shown); });
    std::printf("curves: %d runs of %lld steps, %d x %d; made ready in %.0f ms\n", runCount, qlonglong(steps),
                plotSize.width(), plotSize.height(), made.busy.first());

    for (const int density : {1, 2}) {
        for (const bool isFull : {false, true}) {
            bench->set().setSmoothing(isFull ? 0.6 : 0);
            bench->plot().setLog(isFull);
            bench->setDensity(density);
            Frames zoom;
            Frames move;
            for (int run = 0; run < runs; ++run)
                bench->drive(zoom, move);
            const QString how =
                u"at %1x%2, values read"_s.arg(density).arg(isFull ? u", smoothing 0.6, log scale"_s : u""_s);
            zoom.print(u"zoom "_s + how);
            move.print(u"pan "_s + how);
        }
    }
    // All is on still, at 2x.
    Frames smoothing;
    Frames growth;
    for (int i = 0; i < 10 * runs; ++i) {
        smoothing.time([&] {
            bench->set().setSmoothing(0.6 + 0.01 * (i % 30));
            bench->paint();
        });
        const qint64 step = steps + i + 1;
        logs.first()->add({step, {}, {{u"train_loss"_s, 0.4}, {u"valid_loss"_s, 0.5}}}, MetricSource::Event);
        growth.time([&] {
            bench->set().runChanged(shown.first().id);
            bench->paint();
        });
    }
    smoothing.print(u"another smoothing"_s);
    growth.print(u"a run that grows by a step"_s);
}

} // namespace odc::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/curvesplot.h"

#include "base/format.h"
#include "ui/charts/curvesplotaccess.h"
#include "ui/theme/curvecolours.h"
#include "ui/theme/theme.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr double headroom = 0.05; // above and below the curves
constexpr double rawRoom = 0.3;   // how far beyond smoothed curves the raw ones are followed
constexpr double zeroShare =
    0.35;                       // an axis whose values begin below this share of the highest begins at zero
constexpr int tickSpacing = 96; // along x
constexpr int rowSpacing = 44;  // along y
constexpr int plotWidth = 480;
constexpr int plotHeight = 260;
constexpr int leastHeight = 140;

} // namespace

CurvesPlot::CurvesPlot(const Theme &theme, const CurveSet &set, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_set(set)
{
    CurvesPlotAccess::install();
    setObjectName(u"curvesPlot"_s);
    setAccessibleName(tr("Curves"));
    setAccessibleDescription(hint());
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    connect(&set, &CurveSet::pointsChanged, this, &CurvesPlot::takePoints);
    connect(&set, &CurveSet::shownChanged, this, &CurvesPlot::takePoints);
    connect(&theme, &Theme::changed, this, &CurvesPlot::rebuild);
    takePoints();
}

QString CurvesPlot::hint()
{
    return tr(
        "Wheel zooms, drag moves, Shift+drag zooms into a frame, double-click shows all. Left and Right read "
        "values, Shift with arrows moves, + and − zoom.");
}

QSize CurvesPlot::sizeHint() const
{
    return {plotWidth, plotHeight};
}

QSize CurvesPlot::minimumSizeHint() const
{
    return {plotWidth / 2, leastHeight};
}

CurvesPlot::Extent CurvesPlot::extent() const
{
    std::optional<Extent> all;
    for (const auto &curve : m_set.curves()) {
        if (!curve->isShown || curve->data.isEmpty())
            continue;
        const double left = curve->data.x(0);
        const double right = curve->data.x(curve->data.size() - 1);
        all = all ? Extent{std::min(all->left, left), std::max(all->right, right)} : Extent{left, right};
    }
    if (!all)
        return {};
    if (all->left > 0 && all->left <= all->right * headroom)
        all->left = 0;
    if (!(all->right > all->left))
        return {all->left - 0.5, all->right + 0.5};
    return *all;
}

double CurvesPlot::least() const
{
    return std::min(m_extent.right - m_extent.left, 4.0);
}

void CurvesPlot::takePoints()
{
    const Extent before = m_extent;
    m_extent = extent();
    if (m_align != m_set.align()) { // the window was in another unit
        m_align = m_set.align();
        m_isZoomed = false;
        m_reading.reset();
        Q_EMIT zoomChanged();
    }
    if (!m_isZoomed) {
        m_seen = m_extent;
        m_height.reset();
    } else if (m_seen.right >= before.right && m_extent.right > before.right) {
        // It looked at the end, and goes on to.
        const double more = m_extent.right - m_seen.right;
        m_seen = {m_seen.left + more, m_seen.right + more};
    } else {
        setWindow(m_seen.left, m_seen.right);
    }
    rebuild();
}

void CurvesPlot::rebuild()
{
    m_scene = scene(size());
    m_image = {};
    if (m_reading)
        m_reading = readingAt(m_reading->x);
    update();
}

CurveScene CurvesPlot::scene(const QSizeF &size) const
{
    CurveScene made;
    made.title = CurveSet::groupText(m_set.group());
    const bool byTime = m_set.align() == CurveAlign::Time;
    made.xTitle = byTime ? tr("time since start") : tr("step");
    made.hasMarkers = m_set.runs().size() > 1;
    for (const auto &curve : m_set.curves()) {
        if (curve->isShown && !curve->data.isEmpty())
            made.lines.append({&curve->data, format::oneLine(curve->run.name, 40),
                               CurveSet::splitText(curve->split), curveColour(curve->slot, m_theme.isDark()),
                               CurveSet::styleOf(curve->split), CurveMarker(curve->slot % curveMarkerCount)});
    }
    made.marks = m_set.marks();
    made.window.left = m_seen.left;
    made.window.right = m_seen.right;
    made.window.isLog = m_isLog;
    fitHeight(made);
    const int rows = std::clamp(int(size.height()) / rowSpacing, 2, 8);
    made.yTicks = m_isLog ? curveaxis::logarithmic(made.window.low, made.window.high, rows)
                          : curveaxis::linear(made.window.low, made.window.high, rows);
    made.area = curvespainter::areaOf(QRectF({}, size), made.yTicks, m_theme.font(Theme::FontRole::Small));
    made.window.width = std::max(1.0, made.area.width());
    made.window.height = std::max(1.0, made.area.height());
    const int places = std::clamp(int(made.area.width()) / tickSpacing, 1, 16);
    made.xTicks = byTime ? curveaxis::durations(m_seen.left, m_seen.right, places)
                         : curveaxis::steps(m_seen.left, m_seen.right, places);
    return made;
}

void CurvesPlot::fitHeight(CurveScene &scene) const
{
    CurveWindow &window = scene.window;
    if (m_height) {
        std::tie(window.low, window.high) = *m_height;
        return;
    }
    double low = INFINITY;
    double high = -INFINITY;
    double rawLow = INFINITY;
    double rawHigh = -INFINITY;
    for (const CurveLine &line : std::as_const(scene.lines)) {
        const CurveData &data = *line.data;
        const qsizetype from = std::max<qsizetype>(0, data.indexOf(window.left) - 1);
        const qsizetype to = data.indexOf(window.right, from) + 1;
        const MinMaxPyramid::Range shown = data.shown().range(from, to);
        const MinMaxPyramid::Range raw = data.raw().range(from, to);
        low = std::fmin(low, double(shown.low));
        high = std::fmax(high, double(shown.high));
        rawLow = std::fmin(rawLow, double(raw.low));
        rawHigh = std::fmax(rawHigh, double(raw.high));
    }
    if (!std::isfinite(low) || !std::isfinite(high)) {
        low = m_isLog ? 0.1 : 0;
        high = 1;
    }
    const double room = (high - low) * rawRoom;
    low = std::max(rawLow, low - room);
    high = std::min(rawHigh, high + room);
    if (!std::isfinite(low) || !std::isfinite(high)) {
        low = 0;
        high = 1;
    }
    if (m_isLog) {
        // What is not above zero has no place; six decades below the highest value is as far as anybody
        // looks.
        high = high > 0 ? high : 1;
        low = low > 0 ? std::max(low, high * 1e-6) : high * 1e-3;
        const double factor = std::max(1.05, std::pow(high / low, headroom));
        window.low = low / factor;
        window.high = high * factor;
        return;
    }
    const double span = high > low ? high - low : std::max(std::abs(high) * 0.1, 1e-6);
    window.high = high + span * headroom;
    window.low = !m_isZoomed && low >= 0 && low < high * zeroShare ? 0 : low - span * headroom;
}

void CurvesPlot::setWindow(double left, double right)
{
    const double whole = m_extent.right - m_extent.left;
    const double span = std::clamp(right - left, least(), whole);
    const double middle = (left + right) / 2;
    const double from = std::clamp(middle - span / 2, m_extent.left, m_extent.right - span);
    m_seen = {from, from + span};
    m_isZoomed = span < whole * (1 - 1e-9) || m_height;
    if (!m_isZoomed)
        m_seen = m_extent;
}

void CurvesPlot::zoomTo(double left, double right)
{
    m_height.reset();
    setWindow(left, right);
    rebuild();
    Q_EMIT zoomChanged();
}

void CurvesPlot::zoomTo(double left, double right, double low, double high)
{
    m_height = std::pair(low, high);
    setWindow(left, right);
    rebuild();
    Q_EMIT zoomChanged();
}

void CurvesPlot::resetZoom()
{
    m_height.reset();
    m_isZoomed = false;
    m_seen = m_extent;
    rebuild();
    Q_EMIT zoomChanged();
}

void CurvesPlot::setLog(bool log)
{
    if (m_isLog == log)
        return;
    m_isLog = log;
    m_height.reset(); // it may have been drawn where the other scale has no place
    setWindow(m_seen.left, m_seen.right);
    rebuild();
}

void CurvesPlot::zoomBy(double factor, double at)
{
    const double span = std::max((m_seen.right - m_seen.left) * factor, least());
    const double share = (at - m_seen.left) / (m_seen.right - m_seen.left);
    const double left = at - share * span;
    if (span >= m_extent.right - m_extent.left)
        m_height.reset();
    setWindow(left, left + span);
    rebuild();
    Q_EMIT zoomChanged();
}

void CurvesPlot::moveBy(double share)
{
    const double way = (m_seen.right - m_seen.left) * share;
    setWindow(m_seen.left + way, m_seen.right + way);
    rebuild();
    Q_EMIT zoomChanged();
}

double CurvesPlot::valueAt(const QPointF &place) const
{
    return m_scene.window.valueAt(place.x() - m_scene.area.left());
}

CurveReading CurvesPlot::readingAt(double x) const
{
    CurveReading made;
    made.x = x;
    double best = INFINITY;
    for (const CurveLine &line : m_scene.lines) {
        const double found = line.data->x(line.data->nearest(x));
        if (std::abs(found - x) < best) {
            best = std::abs(found - x);
            made.x = found;
        }
    }
    const bool byTime = m_set.align() == CurveAlign::Time;
    const QLocale locale;
    made.title =
        byTime ? curveaxis::durationText(made.x) : tr("Step %1").arg(locale.toString(qint64(made.x)));
    if (!byTime && m_set.runs().size() == 1) {
        if (const auto at = m_set.runs().first().log->timeOf(qint64(made.x)))
            made.title += u" · "_s + format::exactTime(*at);
    }
    const double near = (m_seen.right - m_seen.left) / std::max(1.0, m_scene.window.width) * 2;
    for (const auto &curve : m_set.curves()) {
        const CurveData &data = curve->data;
        if (!curve->isShown || data.isEmpty() || made.x < data.x(0) - near ||
            made.x > data.x(data.size() - 1) + near)
            continue; // it had not begun yet, or was over
        const qsizetype index = data.nearest(made.x);
        const auto &points = curve->run.log->series(data.metric())->points();
        const MetricPoint &point = points[size_t(data.seriesIndex(index))];
        CurveReading::Row row;
        row.colour = curveColour(curve->slot, m_theme.isDark());
        row.style = CurveSet::styleOf(curve->split);
        row.marker = CurveMarker(curve->slot % curveMarkerCount);
        const QString split = CurveSet::splitText(curve->split);
        row.name =
            m_set.runs().size() > 1 ? tr("%1 %2").arg(format::oneLine(curve->run.name, 30), split) : split;
        const double shown = double(data.shown().value(index));
        row.value =
            point.isGap() ? tr("no number") : curveaxis::valueText(data.isSmoothed() ? shown : point.value);
        QStringList notes;
        if (data.isSmoothed() && !point.isGap())
            notes << tr("measured %1").arg(curveaxis::valueText(point.value));
        if (byTime || double(point.step) != made.x)
            notes << tr("step %1").arg(locale.toString(point.step));
        row.note = notes.join(u", "_s);
        row.place =
            m_scene.area.topLeft() + QPointF(m_scene.window.xOf(data.x(index)), m_scene.window.yOf(shown));
        made.rows.append(row);
    }
    return made;
}

QString CurvesPlot::readingText() const
{
    if (!m_reading)
        return {};
    QStringList parts;
    for (const CurveReading::Row &row : m_reading->rows)
        parts << row.name + u' ' + row.value + (row.note.isEmpty() ? QString() : u" ("_s + row.note + u')');
    return m_reading->title + u": "_s + parts.join(u", "_s);
}

void CurvesPlot::readAt(double x)
{
    if (m_scene.lines.isEmpty()) {
        stopReading();
        return;
    }
    m_reading = readingAt(x);
    update();
}

void CurvesPlot::stopReading()
{
    m_byKeys = false;
    if (!m_reading)
        return;
    m_reading.reset();
    update();
}

} // namespace odc

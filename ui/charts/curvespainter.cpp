// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/curvescene.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace odc::curvespainter {

namespace {

constexpr double lineWidth = 1.6;
constexpr double faintWidth = 1;
constexpr double faintLight = 0.20;
constexpr double faintDark = 0.26;
constexpr double dashLength = 6;
constexpr double dashPause = 4;
constexpr double dotLength = 2;
constexpr double dotPause = 3;
constexpr double dotSize = 4;
constexpr double markerEvery = 168; // along x
constexpr double loneSpacing = 20;  // points further apart than this are dots on their line

double dashOf(CurveLineStyle style)
{
    return style == CurveLineStyle::Solid ? 0 : style == CurveLineStyle::Dashed ? dashLength : dotLength;
}

double pauseOf(CurveLineStyle style)
{
    return style == CurveLineStyle::Solid ? 0 : style == CurveLineStyle::Dashed ? dashPause : dotPause;
}

QPen penOf(const QColor &colour, CurveLineStyle style)
{
    QPen pen(colour, lineWidth, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (style != CurveLineStyle::Solid)
        pen.setDashPattern({dashOf(style) / lineWidth, pauseOf(style) / lineWidth});
    return pen;
}

/// Where the drawn curve is at this x; null where it is not.
std::optional<QPointF> placeAt(const CurveScene &scene, const CurveData &data, double x)
{
    const double value = scene.window.valueAt(x);
    const qsizetype next = data.indexOf(value);
    if (next <= 0 || next >= data.size())
        return {};
    const double a = scene.window.yOf(double(data.shown().value(next - 1)));
    const double b = scene.window.yOf(double(data.shown().value(next)));
    const double from = data.x(next - 1);
    const double to = data.x(next);
    const double y = a + (b - a) * (to > from ? (value - from) / (to - from) : 1);
    if (!(y >= 0 && y <= scene.window.height))
        return {};
    return scene.area.topLeft() + QPointF(x, y);
}

} // namespace

QRectF areaOf(const QRectF &whole, const QList<AxisTick> &yTicks, const QFont &font)
{
    const QFontMetricsF sizes(font);
    double words = sizes.horizontalAdvance(QStringLiteral("0.00"));
    for (const AxisTick &tick : yTicks)
        words = std::max(words, sizes.horizontalAdvance(tick.label));
    // In whole units of the grid: the curves do not shift with every other word at the axis.
    const double left = std::ceil((words + 2 * metrics::inside) / metrics::edge) * metrics::edge;
    return whole.adjusted(left, metrics::between + metrics::inside, -metrics::edge,
                          -(std::ceil(sizes.height()) + metrics::inside + metrics::tight));
}

void paintAxes(QPainter &painter, const CurveScene &scene, const Theme &theme)
{
    const QFontMetricsF sizes(theme.font(Theme::FontRole::Small));
    painter.setFont(theme.font(Theme::FontRole::Small));
    const QRectF &area = scene.area;
    const double wordsBottom = area.bottom() + metrics::tight;
    for (const AxisTick &tick : scene.yTicks) {
        const double y = area.top() + std::floor(scene.window.yOf(tick.value));
        if (!(y >= area.top() - 1 && y <= area.bottom() + 1))
            continue;
        painter.fillRect(QRectF(area.left(), y, area.width(), metrics::lineWidth), theme.colour(Token::Line));
        painter.setPen(theme.colour(Token::Secondary));
        painter.drawText(QRectF(0, y - sizes.height() / 2, area.left() - metrics::inside, sizes.height()),
                         Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, tick.label);
    }
    painter.setPen(theme.colour(Token::Secondary));
    // The axis' own name at its end; words that would run into it are left out.
    const double nameWidth = sizes.horizontalAdvance(scene.xTitle);
    const QRectF name(area.right() - nameWidth, wordsBottom, nameWidth, sizes.height());
    painter.drawText(name, Qt::AlignRight | Qt::AlignTop | Qt::TextDontClip, scene.xTitle);
    for (const AxisTick &tick : scene.xTicks) {
        const double x = area.left() + scene.window.xOf(tick.value);
        const double width = sizes.horizontalAdvance(tick.label);
        const double left = std::max(area.left() - metrics::inside, x - width / 2);
        if (left + width > name.left() - metrics::inside)
            continue;
        painter.fillRect(QRectF(std::floor(x), area.bottom(), metrics::lineWidth, metrics::tight),
                         theme.colour(Token::Line));
        painter.drawText(QRectF(left, wordsBottom, width, sizes.height()),
                         Qt::AlignLeft | Qt::AlignTop | Qt::TextDontClip, tick.label);
    }
}

QImage curvesImage(const CurveScene &scene, const Theme &theme, double scale)
{
    const int width = std::max(1, int(std::lround(scene.area.width() * scale)));
    const int height = std::max(1, int(std::lround(scene.area.height() * scale)));
    // An odd number of cache lines a row: columns of pixels then do not all fall on the same few places of
    // the cache.
    const qsizetype stride = ((qsizetype(width) * 4 + 63) / 64 | 1) * 64;
    auto *bits = static_cast<uchar *>(std::malloc(size_t(stride * height)));
    if (!bits)
        return {};
    QImage image(bits, width, height, stride, QImage::Format_RGB32, std::free, bits);
    image.fill(theme.colour(Token::Base));
    for (const AxisTick &tick : scene.yTicks) {
        const int from = int(std::lround(std::floor(scene.window.yOf(tick.value)) * scale));
        const int to =
            int(std::lround((std::floor(scene.window.yOf(tick.value)) + metrics::lineWidth) * scale));
        for (int y = std::max(0, from); y < std::min(height, to); ++y)
            std::fill_n(reinterpret_cast<QRgb *>(image.scanLine(y)), width, theme.colour(Token::Line).rgb());
    }
    CurveWindow window = scene.window;
    window.width = width;
    window.height = height;
    std::vector<CurveLayer> layers;
    for (const CurveLine &line : scene.lines) {
        if (!line.data->isSmoothed())
            continue;
        CurveStroke faint{line.colour, theme.isDark() ? faintDark : faintLight,
                          std::max(1.0, faintWidth * scale)};
        layers.push_back({curveSpans(*line.data, line.data->raw(), window, faint.width), faint});
    }
    const double phase = window.left / (window.right - window.left) * window.width;
    for (const CurveLine &line : scene.lines) {
        const CurveStroke stroke{line.colour, 1, std::max(1.0, lineWidth * scale), dashOf(line.style) * scale,
                                 pauseOf(line.style) * scale};
        layers.push_back({curveSpans(*line.data, line.data->shown(), window, stroke.width), stroke, phase});
    }
    paintLayers(image, layers);
    image.setDevicePixelRatio(scale);
    return image;
}

void paintCurves(QPainter &painter, const CurveScene &scene, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(scene.area);
    painter.translate(scene.area.topLeft());
    painter.setBrush(Qt::NoBrush);
    for (const CurveLine &line : scene.lines) {
        if (!line.data->isSmoothed())
            continue;
        QColor faint = line.colour;
        faint.setAlphaF(theme.isDark() ? float(faintDark) : float(faintLight));
        painter.setPen(QPen(faint, faintWidth, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        for (const QPolygonF &piece : curveLines(*line.data, line.data->raw(), scene.window))
            painter.drawPolyline(piece);
    }
    for (const CurveLine &line : scene.lines) {
        painter.setPen(penOf(line.colour, line.style));
        for (const QPolygonF &piece : curveLines(*line.data, line.data->shown(), scene.window))
            painter.drawPolyline(piece);
    }
    painter.restore();
}

void paintMarkers(QPainter &painter, const CurveScene &scene, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ground = theme.colour(Token::Base);
    int number = 0;
    for (const CurveLine &line : scene.lines) {
        const CurveData &data = *line.data;
        painter.setBrush(line.colour);
        const qsizetype from = data.indexOf(scene.window.left);
        const qsizetype to = std::min(data.size(), data.indexOf(scene.window.right, from) + 1);
        const bool isLone = double(to - from) * loneSpacing <= scene.window.width;
        const CurveMarker marker = scene.hasMarkers ? line.marker : CurveMarker::Circle;
        if (isLone) {
            painter.setPen(Qt::NoPen);
            for (qsizetype i = from; i < to; ++i) {
                const QPointF place(scene.window.xOf(data.x(i)),
                                    scene.window.yOf(double(data.shown().value(i))));
                if (place.x() >= -1 && place.x() <= scene.window.width + 1 && place.y() >= -1 &&
                    place.y() <= scene.window.height + 1)
                    paintMarker(painter, scene.area.topLeft() + place, marker,
                                scene.hasMarkers ? markerSize : dotSize);
            }
        } else if (scene.hasMarkers && line.style == CurveLineStyle::Solid) {
            painter.setPen(QPen(ground, 1));
            // Each run's begin elsewhere, else they would lie on each other where the runs do.
            const double first = markerEvery * (0.5 + number % curveMarkerCount) / curveMarkerCount;
            for (double x = first; x < scene.window.width; x += markerEvery) {
                if (const auto place = placeAt(scene, data, x))
                    paintMarker(painter, *place, marker, markerSize);
            }
        }
        if (line.style == CurveLineStyle::Solid)
            number += 3; // neighbours in the list far from each other
    }
    painter.restore();
}

QList<QRectF> markLabels(const CurveScene &scene, const QFont &font)
{
    const QFontMetricsF sizes(font);
    QList<QRectF> labels;
    for (const CurveMark &mark : scene.marks) {
        const double line = scene.area.left() + std::floor(scene.window.xOf(mark.x)) + 0.5;
        if (line < scene.area.left() || line > scene.area.right()) {
            labels << QRectF();
            continue;
        }
        QRectF label(line + metrics::tight, scene.area.top() - metrics::inside,
                     std::ceil(sizes.horizontalAdvance(mark.text)), std::ceil(sizes.height()));
        if (label.right() > scene.area.right())
            label.moveRight(line - metrics::tight);
        const auto clashes = [&](const QRectF &other) {
            return other.adjusted(-metrics::tight, 0, metrics::tight, 0).intersects(label);
        };
        while (std::any_of(labels.cbegin(), labels.cend(), clashes))
            label.translate(0, label.height() + 2);
        labels << label;
    }
    return labels;
}

void paintMarks(QPainter &painter, const CurveScene &scene, const Theme &theme)
{
    painter.save();
    painter.setFont(theme.font(Theme::FontRole::Small));
    const QList<QRectF> labels = markLabels(scene, painter.font());
    QPen dots(theme.colour(Token::Secondary), 1.4, Qt::CustomDashLine, Qt::FlatCap);
    dots.setDashPattern({1.4, 2.6});
    QColor ground = theme.colour(Token::Base);
    ground.setAlpha(220);
    // All lines first: none goes through the word of another.
    for (qsizetype i = 0; i < labels.size(); ++i) {
        if (labels[i].isNull())
            continue;
        const double line = scene.area.left() + std::floor(scene.window.xOf(scene.marks[i].x)) + 0.5;
        painter.setPen(dots);
        painter.drawLine(QPointF(line, scene.area.top() - metrics::inside),
                         QPointF(line, scene.area.bottom()));
    }
    for (qsizetype i = 0; i < labels.size(); ++i) {
        if (labels[i].isNull())
            continue;
        painter.fillRect(labels[i].adjusted(-2, 0, 2, 0), ground);
        painter.setPen(theme.colour(Token::Warn));
        painter.drawText(labels[i], Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, scene.marks[i].text);
    }
    painter.restore();
}

} // namespace odc::curvespainter

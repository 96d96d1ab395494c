// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/curvescene.h"
#include "ui/theme/metrics.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
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
constexpr double markerSize = 7;
constexpr double dotSize = 4;
constexpr double markerEvery = 168; // along x
constexpr double loneSpacing = 20;  // points further apart than this are dots on their line
constexpr double sampleWidth = 22;

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

QPolygonF regular(int corners, double radius, double inner, double turn)
{
    QPolygonF shape;
    for (int i = 0; i < corners; ++i) {
        const double angle = turn + 2 * M_PI * i / corners;
        const double reach = inner > 0 && i % 2 == 1 ? inner : radius;
        shape << QPointF(reach * std::sin(angle), -reach * std::cos(angle));
    }
    return shape;
}

void paintMarker(QPainter &painter, const QPointF &centre, CurveMarker marker, double size)
{
    const double half = size / 2;
    painter.save();
    painter.translate(centre);
    switch (marker) {
    case CurveMarker::Circle:
        painter.drawEllipse(QPointF(), half, half);
        break;
    case CurveMarker::Square:
        painter.drawRect(QRectF(-half * 0.88, -half * 0.88, size * 0.88, size * 0.88));
        break;
    case CurveMarker::Diamond:
        painter.drawPolygon(regular(4, half * 1.2, 0, 0));
        break;
    case CurveMarker::TriangleUp:
        painter.drawPolygon(regular(3, half * 1.25, 0, 0));
        break;
    case CurveMarker::TriangleDown:
        painter.drawPolygon(regular(3, half * 1.25, 0, M_PI));
        break;
    case CurveMarker::Plus:
        painter.drawRect(QRectF(-half, -half * 0.32, size, size * 0.32));
        painter.drawRect(QRectF(-half * 0.32, -half, size * 0.32, size));
        break;
    case CurveMarker::Cross:
        painter.rotate(45);
        painter.drawRect(QRectF(-half * 1.1, -half * 0.32, size * 1.1, size * 0.32));
        painter.drawRect(QRectF(-half * 0.32, -half * 1.1, size * 0.32, size * 1.1));
        break;
    case CurveMarker::Bar:
        painter.drawRect(QRectF(-half * 0.4, -half * 1.2, size * 0.4, size * 1.2));
        break;
    case CurveMarker::Pentagon:
        painter.drawPolygon(regular(5, half * 1.15, 0, 0));
        break;
    case CurveMarker::Star:
        painter.drawPolygon(regular(10, half * 1.3, half * 0.55, 0));
        break;
    }
    painter.restore();
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

void paintMarks(QPainter &painter, const CurveScene &scene, const Theme &theme)
{
    painter.save();
    painter.setFont(theme.font(Theme::FontRole::Small));
    const QFontMetricsF sizes(painter.font());
    QList<QRectF> taken;
    for (const CurveMark &mark : scene.marks) {
        const double x = scene.area.left() + scene.window.xOf(mark.x);
        if (x < scene.area.left() || x > scene.area.right())
            continue;
        painter.setPen(QPen(theme.colour(Token::Secondary), 1.4, Qt::CustomDashLine));
        QPen pen = painter.pen();
        pen.setDashPattern({1.4, 2.6});
        painter.setPen(pen);
        const double line = std::floor(x) + 0.5;
        painter.drawLine(QPointF(line, scene.area.top() - metrics::inside),
                         QPointF(line, scene.area.bottom()));
        const double width = std::ceil(sizes.horizontalAdvance(mark.text));
        QRectF label(line + metrics::tight, scene.area.top() - metrics::inside, width,
                     std::ceil(sizes.height()));
        if (label.right() > scene.area.right())
            label.moveRight(line - metrics::tight);
        const auto clashes = [&](const QRectF &other) {
            return other.adjusted(-metrics::tight, 0, metrics::tight, 0).intersects(label);
        };
        while (std::any_of(taken.cbegin(), taken.cend(), clashes))
            label.translate(0, label.height() + 2);
        taken << label;
        const QColor ground = theme.colour(Token::Base);
        painter.fillRect(label.adjusted(-2, 0, 2, 0),
                         QColor(ground.red(), ground.green(), ground.blue(), 220));
        painter.setPen(theme.colour(Token::Warn));
        painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, mark.text);
    }
    painter.restore();
}

void paintReading(QPainter &painter, const CurveScene &scene, const CurveReading &reading, const Theme &theme)
{
    const double x = scene.area.left() + scene.window.xOf(reading.x);
    if (x < scene.area.left() - 1 || x > scene.area.right() + 1)
        return;
    painter.save();
    painter.fillRect(QRectF(std::floor(x), scene.area.top(), metrics::lineWidth, scene.area.height()),
                     Theme::mixed(theme.colour(Token::Line), theme.colour(Token::Secondary), 0.5));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const CurveReading::Row &row : reading.rows) {
        if (std::isnan(row.place.y()) || row.place.y() < scene.area.top() ||
            row.place.y() > scene.area.bottom())
            continue;
        painter.setPen(QPen(theme.colour(Token::Base), 1.5));
        painter.setBrush(row.colour);
        paintMarker(painter, row.place, scene.hasMarkers ? row.marker : CurveMarker::Circle, markerSize + 2);
    }

    const QFont small = theme.font(Theme::FontRole::Small);
    const QFont strong = theme.font(Theme::FontRole::Section);
    const QFontMetricsF sizes(small);
    const QFontMetricsF bold(strong);
    const double height = std::ceil(sizes.height()) + 2;
    const qsizetype room = std::max(1, int((scene.area.height() - 3 * metrics::inside) / height) - 1);
    const qsizetype count =
        reading.rows.size() <= room ? reading.rows.size() : std::max<qsizetype>(0, room - 1);
    const QString more = QCoreApplication::translate("CurvesPlot", "and %Ln more in the table", nullptr,
                                                     int(reading.rows.size() - count));
    double names = 0;
    double values = 0;
    double notes = 0;
    for (const CurveReading::Row &row : reading.rows.first(count)) {
        names = std::max(names, sizes.horizontalAdvance(row.name));
        values = std::max(values, bold.horizontalAdvance(row.value));
        notes = std::max(notes, sizes.horizontalAdvance(row.note));
    }
    names = std::ceil(names);
    values = std::ceil(values);
    double wide = sampleWidth + metrics::inside + names + metrics::between + values +
                  (notes > 0 ? metrics::inside + std::ceil(notes) : 0);
    wide = std::max({wide, bold.horizontalAdvance(reading.title),
                     count < reading.rows.size() ? sizes.horizontalAdvance(more) : 0});
    const qsizetype lines = 1 + count + (count < reading.rows.size() ? 1 : 0);
    QRectF card(0, 0, std::ceil(wide) + 2 * metrics::inside, double(lines) * height + 2 * metrics::inside);
    // On the side with more room, and never over the line it speaks of.
    const bool left = x - scene.area.left() > scene.area.width() / 2;
    card.moveTopLeft({left ? x - metrics::between - card.width() : x + metrics::between,
                      scene.area.top() + metrics::tight});
    shapes::box(&painter, card, metrics::radius, theme.colour(Token::Base), theme.colour(Shade::Control));
    QRectF at(card.left() + metrics::inside, card.top() + metrics::inside, card.width() - 2 * metrics::inside,
              height);
    painter.setFont(strong);
    painter.setPen(theme.colour(Token::Text));
    painter.drawText(at, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, reading.title);
    for (const CurveReading::Row &row : reading.rows.first(count)) {
        at.translate(0, height);
        paintSample(painter, {at.left(), at.top(), sampleWidth, height}, row.colour, row.style,
                    scene.hasMarkers ? std::optional(row.marker) : std::nullopt);
        QRectF cell(at.left() + sampleWidth + metrics::inside, at.top(), names, height);
        painter.setFont(small);
        painter.setPen(theme.colour(Token::Text));
        painter.drawText(cell, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, row.name);
        cell = QRectF(cell.right() + metrics::between, at.top(), values, height);
        painter.setFont(strong);
        painter.drawText(cell, Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, row.value);
        if (!row.note.isEmpty()) {
            cell = QRectF(cell.right() + metrics::inside, at.top(), notes, height);
            painter.setFont(small);
            painter.setPen(theme.colour(Token::Secondary));
            painter.drawText(cell, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, row.note);
        }
    }
    if (count < reading.rows.size()) {
        at.translate(0, height);
        painter.setFont(small);
        painter.setPen(theme.colour(Token::Secondary));
        painter.drawText(at, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, more);
    }
    painter.restore();
}

void paintSample(QPainter &painter, const QRectF &rect, const QColor &colour, CurveLineStyle style,
                 std::optional<CurveMarker> marker)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen = penOf(colour, style);
    pen.setWidthF(2);
    if (style == CurveLineStyle::Dashed)
        pen.setDashPattern({2.5, 1.75});
    else if (style == CurveLineStyle::Dotted)
        pen.setDashPattern({1, 1.25});
    painter.setPen(pen);
    painter.drawLine(QPointF(rect.left(), rect.center().y()),
                     QPointF(rect.left() + sampleWidth, rect.center().y()));
    if (marker) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        paintMarker(painter, {rect.left() + sampleWidth / 2, rect.center().y()}, *marker, markerSize + 1);
    }
    painter.restore();
}

} // namespace odc::curvespainter

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/curveexport.h"

#include "base/csv.h"
#include "lists/exportrows.h"
#include "ui/charts/curvesplot.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QBuffer>
#include <QDateTime>
#include <QFontMetricsF>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace odc::curveexport {

using namespace Qt::StringLiterals;

namespace {

constexpr int pictureScale = 2;
constexpr int lineHeight = 20;
constexpr int sampleRoom = 26;

struct Key
{
    QRectF place;
    const CurveLine *line;
    QString text;
};

/// The legend in lines as wide as the picture.
QList<Key> legend(const CurveScene &scene, double width, const QFont &font)
{
    const QFontMetricsF sizes(font);
    QList<Key> keys;
    double x = metrics::edge;
    double y = metrics::edge + lineHeight + metrics::tight;
    for (const CurveLine &line : scene.lines) {
        const QString text = line.run + u' ' + line.metric;
        const double need = sampleRoom + std::ceil(sizes.horizontalAdvance(text));
        if (x + need > width - metrics::edge && x > metrics::edge) {
            x = metrics::edge;
            y += lineHeight;
        }
        keys.append({QRectF(x, y, need, lineHeight), &line, text});
        x += need + metrics::edge;
    }
    return keys;
}

struct Picture
{
    CurveScene scene;
    QSize size;
    double top = 0; ///< of the plot
};

Picture pictureOf(const CurvesPlot &plot, const Theme &theme)
{
    Picture made;
    made.scene = plot.scene(plot.size());
    const QList<Key> keys = legend(made.scene, plot.width(), theme.font(Theme::FontRole::Small));
    made.top =
        keys.isEmpty() ? metrics::edge + lineHeight : std::ceil(keys.last().place.bottom()) + metrics::inside;
    made.size = {plot.width(), plot.height() + int(made.top) + metrics::inside};
    return made;
}

void paintHead(QPainter &painter, const Picture &picture, const Theme &theme)
{
    painter.fillRect(QRectF({}, QSizeF(picture.size)), theme.colour(Token::Base));
    painter.setFont(theme.font(Theme::FontRole::Heading));
    painter.setPen(theme.colour(Token::Text));
    painter.drawText(
        QRectF(metrics::edge, metrics::edge, picture.size.width() - 2 * metrics::edge, lineHeight),
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, picture.scene.title);
    const QList<Key> keys = legend(picture.scene, picture.size.width(), theme.font(Theme::FontRole::Small));
    for (const Key &key : keys) {
        curvespainter::paintSample(painter, key.place, key.line->colour, key.line->style,
                                   picture.scene.hasMarkers ? std::optional(key.line->marker) : std::nullopt);
        painter.setFont(theme.font(Theme::FontRole::Small));
        painter.setPen(theme.colour(Token::Text));
        painter.drawText(key.place.adjusted(sampleRoom, 0, 0, 0),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, key.text);
    }
    painter.translate(0, picture.top);
}

QByteArray isoTime(qint64 at)
{
    return QDateTime::fromSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate).toUtf8();
}

} // namespace

QImage picture(const CurvesPlot &plot, const Theme &theme)
{
    const Picture picture = pictureOf(plot, theme);
    QImage image(picture.size * pictureScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(pictureScale);
    QPainter painter(&image);
    paintHead(painter, picture, theme);
    curvespainter::paintAxes(painter, picture.scene, theme);
    painter.drawImage(picture.scene.area.topLeft(),
                      curvespainter::curvesImage(picture.scene, theme, pictureScale));
    curvespainter::paintMarkers(painter, picture.scene, theme);
    curvespainter::paintMarks(painter, picture.scene, theme);
    painter.end();
    return image;
}

Result<void> writePng(const QImage &picture, const QString &path)
{
    QBuffer content;
    content.open(QIODevice::WriteOnly);
    if (!picture.save(&content, "PNG"))
        return failure(ApiError::make(ApiError::Kind::LocalFile, path));
    return writeFile(path, content.data());
}

QByteArray drawing(const CurvesPlot &plot, const Theme &theme)
{
    const Picture picture = pictureOf(plot, theme);
    QBuffer content;
    content.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&content);
    generator.setSize(picture.size);
    generator.setViewBox(QRect({}, picture.size));
    generator.setResolution(96); // sizes of letters are in points: as on a screen, for which all was laid out
    generator.setTitle(picture.scene.title);
    QPainter painter(&generator);
    paintHead(painter, picture, theme);
    curvespainter::paintAxes(painter, picture.scene, theme);
    curvespainter::paintCurves(painter, picture.scene, theme);
    curvespainter::paintMarkers(painter, picture.scene, theme);
    curvespainter::paintMarks(painter, picture.scene, theme);
    painter.end();
    return content.data();
}

Numbers numbersOf(const CurveSet &set)
{
    Numbers numbers;
    const bool isOne = set.runs().size() <= 1;
    QString before;
    for (const auto &curve : set.curves()) {
        if (!curve->isShown)
            continue;
        if (numbers.logs.isEmpty() || curve->run.id != before) {
            numbers.logs << *curve->run.log;
            if (curve->run.log->hasTimes())
                numbers.columns.append(
                    {isOne ? u"time"_s : curve->run.name + u" time"_s, numbers.logs.size() - 1, {}});
        }
        before = curve->run.id;
        const QString metric = curve->data.metric();
        numbers.columns.append(
            {isOne ? metric : curve->run.name + u' ' + metric, numbers.logs.size() - 1, metric});
    }
    return numbers;
}

QByteArray csv(const Numbers &numbers)
{
    struct Cursor
    {
        const MetricLog *log;
        const MetricSeries *series; ///< null: the time
        size_t next = 0;
    };
    std::vector<Cursor> cursors;
    QByteArray out = "step";
    for (const Column &column : numbers.columns) {
        const MetricLog *log = &numbers.logs[column.log];
        cursors.push_back({log, column.metric.isEmpty() ? nullptr : log->series(column.metric)});
        out += ',' + csv::field(column.title).toUtf8();
    }
    out += "\r\n";
    for (;;) {
        std::optional<qint64> step;
        for (const Cursor &cursor : cursors) {
            if (cursor.series && cursor.next < cursor.series->points().size()) {
                const qint64 here = cursor.series->points()[cursor.next].step;
                step = std::min(here, step.value_or(here));
            }
        }
        if (!step)
            return out;
        out += QByteArray::number(*step);
        for (Cursor &cursor : cursors) {
            out += ',';
            if (!cursor.series) {
                if (const auto at = cursor.log->timeOf(*step))
                    out += isoTime(*at);
            } else if (cursor.next < cursor.series->points().size() &&
                       cursor.series->points()[cursor.next].step == *step) {
                const MetricPoint &point = cursor.series->points()[cursor.next++];
                // The shortest text that reads back as the same number.
                out += point.isGap() ? QByteArray("nan")
                                     : QByteArray::number(point.value, 'g', QLocale::FloatingPointShortest);
            }
        }
        out += "\r\n";
    }
}

} // namespace odc::curveexport

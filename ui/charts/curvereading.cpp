// SPDX-License-Identifier: GPL-3.0-or-later
// The line and the card of the reading cursor.
#include "ui/charts/curvescene.h"
#include "ui/theme/metrics.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace odc::curvespainter {

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
    // Nor over the words of the marks, where there is room below them.
    double top = card.top();
    const QList<QRectF> labels = markLabels(scene, small);
    for (const QRectF &label : labels) {
        if (!label.isNull() && label.right() > card.left() && label.left() < card.right())
            top = std::max(top, label.bottom() + metrics::tight);
    }
    if (top + card.height() <= scene.area.bottom())
        card.moveTop(top);
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

} // namespace odc::curvespainter

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/shapes.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace odc::shapes {

void box(QPainter *painter, const QRectF &rect, double radius, const QColor &fill, const QColor &outline,
         double width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    if (outline.isValid()) {
        painter->setPen(QPen(outline, width));
        const double half = width / 2;
        painter->drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half);
    } else {
        painter->setPen(Qt::NoPen);
        painter->drawRoundedRect(rect, radius, radius);
    }
    painter->restore();
}

void stateMark(QPainter *painter, const QPointF &centre, Tone tone, const QColor &colour)
{
    constexpr double half = metrics::stateMark / 2.0;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    switch (tone) {
    case Tone::None:
        break;
    case Tone::Fine:
    case Tone::Running:
        painter->drawEllipse(centre, half, half);
        break;
    case Tone::Attention: {
        constexpr double reach = half + 1.2; // a diamond of the same weight is wider than the circle
        painter->drawPolygon(QPolygonF{centre + QPointF(0, -reach), centre + QPointF(reach, 0),
                                       centre + QPointF(0, reach), centre + QPointF(-reach, 0)});
        break;
    }
    case Tone::Failed:
        painter->drawRect(QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half));
        break;
    }
    painter->restore();
}

namespace {

/// More parts than fit: each line of the strip is coloured by what it stands for, in proportion.
template <typename Colour>
void mergedParts(QPainter *painter, const QRectF &rect, const QByteArray &states, const Colour &colour)
{
    const int lines = std::max(1, int(rect.width()));
    const double perLine = double(states.size()) / lines;
    for (int line = 0; line < lines; ++line) {
        const double from = line * perLine;
        const double to = std::min(double(states.size()), from + perLine);
        double red = 0;
        double green = 0;
        double blue = 0;
        double all = 0;
        for (qsizetype i = qsizetype(from); i < states.size() && double(i) < to; ++i) {
            const double weight = std::min(to, double(i + 1)) - std::max(from, double(i));
            const QColor part = colour(states[i]);
            red += weight * part.redF();
            green += weight * part.greenF();
            blue += weight * part.blueF();
            all += weight;
        }
        if (all > 0)
            painter->fillRect(QRectF(rect.x() + line, rect.y(), 1, rect.height()),
                              QColor::fromRgbF(float(red / all), float(green / all), float(blue / all)));
    }
}

void parts(QPainter *painter, const QRectF &rect, const QByteArray &states, const Theme &theme)
{
    const double step = rect.width() / double(states.size());
    const double gap = step >= 4 ? 1 : 0;
    constexpr double narrowestPart = 2;
    const auto colour = [&theme](char state) {
        switch (state) {
        case 'd':
            return theme.colour(Token::Ok);
        case 'r':
            return theme.colour(Token::Accent);
        case 'f':
            return theme.colour(Token::Bad);
        default:
            return theme.colour(Shade::Track);
        }
    };
    if (step < narrowestPart) {
        mergedParts(painter, rect, states, colour);
        return;
    }
    for (qsizetype i = 0; i < states.size(); ++i) {
        painter->fillRect(QRectF(rect.x() + step * double(i), rect.y(), step - gap, rect.height()),
                          colour(states[i]));
    }
}

} // namespace

void progress(QPainter *painter, const QRectF &rect, const CellProgress &value, const Theme &theme,
              Qt::LayoutDirection direction)
{
    painter->save();
    if (direction == Qt::RightToLeft) {
        painter->translate(2 * rect.x() + rect.width(), 0);
        painter->scale(-1, 1);
    }
    const double radius = rect.height() / 2;
    QPainterPath outline;
    outline.addRoundedRect(rect, radius, radius);
    painter->setRenderHint(QPainter::Antialiasing);
    if (!value.parts.isEmpty()) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        parts(painter, rect, value.parts, theme);
    } else {
        painter->fillPath(outline, theme.colour(Shade::Track));
        // Clipping is not antialiased, so the shares are cut out of the outline as paths.
        const auto share = [&](double from, double to, const QColor &colour) {
            if (to <= from) {
                return;
            }
            QPainterPath piece;
            piece.addRect(
                QRectF(rect.x() + rect.width() * from, rect.y(), rect.width() * (to - from), rect.height()));
            painter->fillPath(outline.intersected(piece), colour);
        };
        const double done = qBound(0.0, value.done, 1.0);
        const double failed = qBound(0.0, value.failed, done);
        // A failure that is less than a pixel of the bar still shows.
        const double shown = failed > 0 ? qMin(done, qMax(failed, 3 / qMax(rect.width(), 3.0))) : 0;
        const double errors = qBound(0.0, value.errored, done - shown);
        share(0, done - shown - errors, theme.colour(toneToken(value.tone)));
        share(done - shown - errors, done - errors, theme.colour(Token::Bad));
        share(done - errors, done, theme.colour(Token::Warn));
    }
    painter->restore();
}

void focusRing(QPainter *painter, const QRectF &rect, double radius, const QColor &colour)
{
    box(painter, rect, radius, QColor(), colour, metrics::focusWidth);
}

} // namespace odc::shapes

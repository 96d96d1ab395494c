// SPDX-License-Identifier: GPL-3.0-or-later
// The marks of the runs, and a curve's line in small.
#include "ui/charts/curvescene.h"

#include <QPainter>

#include <cmath>

namespace odc::curvespainter {

namespace {

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

} // namespace

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

void paintSample(QPainter &painter, const QRectF &rect, const QColor &colour, CurveLineStyle style,
                 std::optional<CurveMarker> marker)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(colour, 2, Qt::SolidLine, Qt::FlatCap);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/cellvalue.h"

#include <QRectF>

class QColor;
class QPainter;

namespace odc {

class Theme;

/// The few figures everything is drawn from.
namespace shapes {

/// A filled and outlined box with round corners; an invalid colour leaves that part out. The outline is
/// inside `rect`.
void box(QPainter *painter, const QRectF &rect, double radius, const QColor &fill, const QColor &outline,
         double width = 1);
/// Round for fine and running, diamond for attention, square for failed; nothing for None.
void stateMark(QPainter *painter, const QPointF &centre, Tone tone, const QColor &colour);
/// A progress bar over the whole of `rect`: the finished share in its colour, the failed and the errored share
/// after it in theirs.
void progress(QPainter *painter, const QRectF &rect, const CellProgress &value, const Theme &theme,
              Qt::LayoutDirection direction = Qt::LeftToRight);
/// The ring around a control that has the keyboard.
void focusRing(QPainter *painter, const QRectF &rect, double radius, const QColor &colour);

} // namespace shapes
} // namespace odc

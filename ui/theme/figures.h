// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

class QPainter;
class QRect;

namespace odc::figures {

/// Width of `text` in the painter's or widget's font when its figures all take the room of the widest.
int width(const QFont &font, const QString &text);
/// One line of text with figures of one width, so that numbers under each other line up digit by digit.
/// `alignment` is left, right or centre; the vertical middle is kept.
void draw(QPainter *painter, const QRect &rect, Qt::Alignment alignment, const QString &text);

} // namespace odc::figures

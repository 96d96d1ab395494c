// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/colouricon.h"

#include <QPainter>

namespace odc {

QIcon colourIcon(const QColor &colour)
{
    QPixmap pixmap(32, 32);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(5, 1, 6, 14), 2, 2);
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Selected); // else the style tints it, and it is another colour
    return icon;
}

} // namespace odc

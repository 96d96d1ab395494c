// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/progressdelegate.h"

#include "lists/cellvalue.h"
#include "ui/theme/figures.h"
#include "ui/theme/metrics.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace odc {

void ProgressDelegate::paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const QVariant value = index.data(ProgressRole);
    const auto progress = value.value<CellProgress>();
    if (!value.canConvert<CellProgress>() || (progress.done < 0 && progress.parts.isEmpty())) {
        CellDelegate::paintContent(painter, rect, option, index);
        return;
    }
    QRect bar = rect;
    if (m_showsText) {
        const int room = figures::width(option.font, displayText(tr("%1 %").arg(100), option.locale));
        const bool mirrored = option.direction == Qt::RightToLeft;
        QRect text = rect;
        mirrored ? text.setRight(rect.left() + room - 1) : text.setLeft(rect.right() - room + 1);
        QStyleOptionViewItem number = option;
        number.displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
        CellDelegate::paintContent(painter, text, number, index);
        const int taken = room + metrics::inside;
        mirrored ? bar.setLeft(rect.left() + taken) : bar.setRight(rect.right() - taken);
        if (bar.width() <= 0)
            return;
    }
    const int top = bar.top() + (bar.height() - metrics::barHeight + 1) / 2;
    shapes::progress(painter, QRectF(bar.left(), top, bar.width(), metrics::barHeight), progress, theme(),
                     option.direction);
}

} // namespace odc

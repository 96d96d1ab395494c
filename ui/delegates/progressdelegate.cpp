// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/progressdelegate.h"

#include "lists/cellvalue.h"
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
    const int top = rect.top() + (rect.height() - metrics::barHeight + 1) / 2;
    shapes::progress(painter, QRectF(rect.left(), top, rect.width(), metrics::barHeight), progress, theme(),
                     option.direction);
}

} // namespace odc

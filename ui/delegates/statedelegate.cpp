// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/statedelegate.h"

#include "lists/cellvalue.h"
#include "ui/theme/metrics.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace odc {

namespace {

constexpr int markRoom = metrics::stateMark + 6; // mark and the gap to its word

Tone toneOf(const QModelIndex &index)
{
    return static_cast<Tone>(index.data(ToneRole).toInt());
}

} // namespace

void StateDelegate::paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const Tone tone = toneOf(index);
    if (tone == Tone::None) {
        CellDelegate::paintContent(painter, rect, option, index);
        return;
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool mirrored = option.direction == Qt::RightToLeft;
    const double half = metrics::stateMark / 2.0;
    const QPointF centre(mirrored ? rect.right() + 1 - half : rect.left() + half,
                         rect.top() + rect.height() / 2.0 + 0.5);
    shapes::stateMark(painter, centre, tone, theme().colour(toneToken(tone)));
    const QRect word = mirrored ? rect.adjusted(0, 0, -markRoom, 0) : rect.adjusted(markRoom, 0, 0, 0);
    paintText(painter, word, option, index,
              enabled ? theme().colour(toneTextToken(tone)) : theme().colour(Shade::Disabled));
}

int StateDelegate::contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return CellDelegate::contentWidth(option, index) + (toneOf(index) == Tone::None ? 0 : markRoom);
}

} // namespace odc

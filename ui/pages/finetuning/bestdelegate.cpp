// SPDX-License-Identifier: GPL-3.0-or-later
#include "bestdelegate.h"

#include "lists/checkpointsmodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <array>
#include <cmath>
#include <numbers>

namespace odc {

namespace {

constexpr int starSize = 11;
constexpr int starRoom = starSize + metrics::tight;

/// Drawn, because not every font has one.
QPolygonF star(const QPointF &centre)
{
    constexpr int corners = 10;
    constexpr double inner = 0.42; ///< share of the outer radius
    QPolygonF polygon;
    for (int i = 0; i < corners; ++i) {
        const double radius = starSize / 2.0 * (i % 2 == 0 ? 1 : inner);
        const double angle = std::numbers::pi * (2.0 * i / corners - 0.5);
        polygon << centre + QPointF(radius * std::cos(angle), radius * std::sin(angle));
    }
    return polygon;
}

} // namespace

void BestDelegate::paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const QVariant best = index.data(CheckpointsModel::BestRole);
    if (!best.isValid()) {
        StateDelegate::paintContent(painter, rect, option, index);
        return;
    }
    // Numbers are read from left to right everywhere, and the mark comes behind them.
    const QRect number = rect.adjusted(0, 0, -starRoom, 0);
    QStyleOptionViewItem cell = option;
    if (best.toBool()) {
        cell.font.setWeight(QFont::DemiBold);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme().colour(Token::Text));
        painter->drawPolygon(star({rect.right() + 1 - starSize / 2.0, rect.top() + rect.height() / 2.0}));
    }
    StateDelegate::paintContent(painter, number, cell, index);
}

int BestDelegate::contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isNumber = index.data(CheckpointsModel::BestRole).isValid();
    return StateDelegate::contentWidth(option, index) + (isNumber ? starRoom : 0);
}

} // namespace odc

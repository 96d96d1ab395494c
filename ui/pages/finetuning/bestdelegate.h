// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/delegates/statedelegate.h"

namespace odc {

/// Draws numbers of which the best is marked: it is bold with a star behind it, and all others leave room for
/// one, so that they stand under each other. Cells without CheckpointsModel::BestRole are drawn as
/// StateDelegate does.
class BestDelegate final : public StateDelegate
{
    Q_OBJECT
public:
    using StateDelegate::StateDelegate;

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override;
    int contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace odc

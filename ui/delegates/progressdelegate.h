// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/delegates/celldelegate.h"

namespace odc {

/// Draws a cell that has a ProgressRole as an 8 px bar with the failed share in its own colour, or as a strip
/// of parts. Cells without one, or with a share that is not known, are drawn as CellDelegate does.
class ProgressDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    /// The cell's text stands after the bar.
    void setShowsText(bool shows) { m_showsText = shows; }

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override;

private:
    bool m_showsText = false;
};

} // namespace odc

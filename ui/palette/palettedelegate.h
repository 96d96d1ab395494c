// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/paletterow.h"

#include <QStyledItemDelegate>

namespace odc {

class PaletteModel;
class Theme;

/// Draws a row of the palette: icon, title with what was found in bold letters, what it is, and at the other
/// end its id or its keys.
class PaletteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    PaletteDelegate(const Theme &theme, const PaletteModel &model, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    const Theme &m_theme;
    const PaletteModel &m_model;
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace odc {

class Theme;

/// Draws one line of text as the console's lists show it: ids in the fixed font and cut in the middle,
/// numbers right aligned with even figures, a line under each row, selection that keeps the text's own
/// colour. Reads DisplayRole, TextAlignmentRole, DecorationRole, CheckStateRole, FontRole, MonospaceRole,
/// ElideMiddleRole, FailureTextRole.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CellDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /// One line without controls, and never longer than a cell could show.
    QString displayText(const QVariant &value, const QLocale &locale) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Shows the model's tooltip, or the whole text of a cell that is cut, as plain text whatever it looks like.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    /// Draws what the cell holds into `rect`, which is already without padding. `option` is initialised.
    virtual void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const;
    /// Width the content would like, without padding.
    virtual int contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    void paintText(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                   const QModelIndex &index, const QColor &colour) const;
    QRect contentRect(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    QFont fontOf(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    const Theme &theme() const { return m_theme; }

private:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const Theme &m_theme;
};

} // namespace odc

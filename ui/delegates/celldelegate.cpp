// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/celldelegate.h"

#include "base/format.h"
#include "lists/cellvalue.h"
#include "ui/theme/celllayout.h"
#include "ui/theme/figures.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <QTreeView>

namespace odc {

CellDelegate::CellDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme)
{
}

QString CellDelegate::displayText(const QVariant &value, const QLocale &locale) const
{
    // Cut before anything copies or measures it: a view asks for every row's width.
    return value.typeId() == QMetaType::QString ? format::oneLine(value.toString())
                                                : QStyledItemDelegate::displayText(value, locale);
}

QFont CellDelegate::fontOf(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return index.data(MonospaceRole).toBool() ? m_theme.font(Theme::FontRole::Mono) : option.font;
}

QRect CellDelegate::contentRect(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    int left = metrics::inside;
    int right = metrics::inside;
    if (const CellLayout *table = CellLayout::of(option.widget)) {
        left = table->leadingPadding(index.column());
        right = table->trailingPadding(index.column());
    } else if (option.viewItemPosition == QStyleOptionViewItem::Beginning) {
        left = metrics::tight; // a tree has indented it already
    }
    if (option.direction == Qt::RightToLeft) {
        qSwap(left, right);
    }
    return option.rect.adjusted(left, 0, -right, -metrics::lineWidth);
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    painter->save();
    painter->setClipRect(cell.rect, Qt::IntersectClip);
    paintGround(painter, cell, index);
    QRect rect = contentRect(cell, index);
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    if (cell.features & QStyleOptionViewItem::HasCheckIndicator) {
        QStyleOptionViewItem check = cell;
        const int side = style->pixelMetric(QStyle::PM_IndicatorWidth, &check, cell.widget);
        check.rect = style->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &cell, cell.widget);
        check.state &= ~QStyle::State_HasFocus;
        check.state |= cell.checkState == Qt::Checked     ? QStyle::State_On
                       : cell.checkState == Qt::Unchecked ? QStyle::State_Off
                                                          : QStyle::State_NoChange;
        style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &check, painter, cell.widget);
        const int taken = side + metrics::inside;
        cell.direction == Qt::RightToLeft ? rect.setRight(rect.right() - taken)
                                          : rect.setLeft(rect.left() + taken);
    }
    if (!cell.icon.isNull()) {
        const int side = metrics::iconSize;
        const QRect place =
            QStyle::alignedRect(cell.direction, Qt::AlignLeft | Qt::AlignVCenter, {side, side}, rect);
        cell.icon.paint(painter, place, Qt::AlignCenter,
                        cell.state & QStyle::State_Enabled ? QIcon::Normal : QIcon::Disabled);
        const int taken = side + metrics::inside;
        cell.direction == Qt::RightToLeft ? rect.setRight(rect.right() - taken)
                                          : rect.setLeft(rect.left() + taken);
    }
    if (rect.width() > 0) {
        paintContent(painter, rect, cell, index);
    }
    painter->restore();
}

void CellDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const CellLayout *table = CellLayout::of(view);
    if (option.backgroundBrush.style() != Qt::NoBrush) {
        painter->fillRect(option.rect, option.backgroundBrush);
    }
    const bool selected = option.state & QStyle::State_Selected;
    const bool pointed =
        table ? table->isHovered(index) : bool(option.state & QStyle::State_MouseOver);
    if (selected) {
        painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
    }
    if (pointed && (option.state & QStyle::State_Enabled)) {
        painter->fillRect(option.rect, m_theme.colour(Shade::Hover));
    }
    const QRect line(option.rect.left(), option.rect.bottom(), option.rect.width(), metrics::lineWidth);
    painter->fillRect(line, m_theme.colour(Shade::RowLine));
    // Rows are selected as a whole, so the keyboard's place is marked once, at the row's beginning; a tree does so
    // itself, where the branches are.
    if (table && !qobject_cast<const QTreeView *>(view) && view->hasFocus() && view->currentIndex().siblingAtColumn(index.column()) == index &&
        table->isFirstShown(index.column())) {
        const QRect mark = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignTop,
                                               {metrics::focusWidth, option.rect.height() - 1}, option.rect);
        painter->fillRect(mark, m_theme.colour(Token::Accent));
    }
}

void CellDelegate::paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    QColor colour = option.palette.color(QPalette::Text);
    if (!(option.state & QStyle::State_Enabled)) {
        colour = m_theme.colour(Shade::Disabled);
    } else if (index.data(MonospaceRole).toBool()) {
        colour = m_theme.colour(Token::Secondary);
    } else if (index.data(FailureTextRole).toBool()) {
        colour = m_theme.colour(Token::Bad);
    }
    paintText(painter, rect, option, index, colour);
}

void CellDelegate::paintText(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                             const QModelIndex &index, const QColor &colour) const
{
    painter->setPen(colour);
    painter->setFont(fontOf(option, index));
    const Qt::Alignment alignment = QStyle::visualAlignment(option.direction, option.displayAlignment);
    const Qt::TextElideMode elide = index.data(ElideMiddleRole).toBool() ? Qt::ElideMiddle : Qt::ElideRight;
    const bool number = option.displayAlignment.testFlag(Qt::AlignRight);
    QString text = option.text;
    const int wanted =
        number ? figures::width(painter->font(), text) : painter->fontMetrics().horizontalAdvance(text);
    if (wanted > rect.width()) {
        text = painter->fontMetrics().elidedText(text, elide, rect.width());
    }
    if (number) {
        painter->setLayoutDirection(Qt::LeftToRight); // "1.00 → 0.00" is read so everywhere
        figures::draw(painter, rect, alignment, text);
    } else {
        painter->drawText(
            rect, int((alignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter) | Qt::TextSingleLine, text);
    }
}

int CellDelegate::contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    int width = figures::width(fontOf(option, index), option.text);
    if (!option.icon.isNull()) {
        width += metrics::iconSize + metrics::inside;
    }
    if (option.features & QStyleOptionViewItem::HasCheckIndicator) {
        width += metrics::checkBox + metrics::inside;
    }
    return width;
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const int padding =
        option.rect.isValid() ? option.rect.width() - contentRect(cell, index).width() : 2 * metrics::inside;
    return {contentWidth(cell, index) + padding, metrics::rowHeight};
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip) {
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    }
    // Never the base's: it would show what a model says as rich text.
    QString text = index.data(Qt::ToolTipRole).toString();
    if (text.isEmpty() && index.isValid()) {
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        if (contentWidth(cell, index) > contentRect(cell, index).width()) {
            text = index.data(Qt::DisplayRole).toString();
        }
    }
    QToolTip::showText(event->globalPos(), plainToolTip(text), view->viewport(), option.rect);
    event->setAccepted(!text.isEmpty());
    return true;
}

} // namespace odc

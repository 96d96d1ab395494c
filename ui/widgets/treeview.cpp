// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/treeview.h"

#include "ui/delegates/statedelegate.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/headercolumns.h"
#include "ui/widgets/scrollanchor.h"

#include <QHeaderView>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace odc {

TreeView::TreeView(const Theme &theme, QWidget *parent)
    : QTreeView(parent), m_theme(theme), m_anchor(new ScrollAnchor(this, header())), m_columns(new HeaderColumns(header(), this))
{
    m_columns->setUp();
    setItemDelegate(new StateDelegate(theme, this));
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setExpandsOnDoubleClick(false); // a double click and Enter open the details; arrows open and close
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // columns are dropped instead
    setContextMenuPolicy(Qt::CustomContextMenu);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    addScrollBarWidget(new HeaderCorner(this), Qt::AlignTop);
    header()->setStretchLastSection(false);
    header()->setSectionsClickable(true);
    header()->setFixedHeight(metrics::headerHeight);
    connect(m_columns, &HeaderColumns::sortWanted, this, &QTreeView::sortByColumn);
    setSortingEnabled(true);
}

void TreeView::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    m_anchor->watch(model);
    m_columns->takeCount();
}

int TreeView::leadingPadding(int column) const
{
    return isFirstShown(column) ? metrics::tight : metrics::inside; // the branches have taken the room before it
}

int TreeView::headerPadding(int column) const
{
    return isFirstShown(column) ? metrics::between : metrics::inside;
}

int TreeView::trailingPadding(int column) const
{
    return column == m_columns->last() ? metrics::between : metrics::inside;
}

bool TreeView::isFirstShown(int column) const
{
    return column == m_columns->first();
}

bool TreeView::isHovered(const QModelIndex &index) const
{
    return m_hovered.isValid() && m_hovered == index.siblingAtColumn(0);
}

void TreeView::keyboardSearch(const QString &) { } // letters belong to the filter and to shortcuts

void TreeView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    m_columns->layOut();
}

void TreeView::updateGeometries()
{
    QTreeView::updateGeometries();
    m_columns->layOut(); // the vertical scroll bar came or went
}

void TreeView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
        event->accept();
        return;
    }
    // Space checks the box of the row, wherever in the row the cursor is.
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        const QModelIndex box = currentIndex().siblingAtColumn(m_columns->first());
        if (box.flags() & Qt::ItemIsUserCheckable) {
            const bool checked = Qt::CheckState(box.data(Qt::CheckStateRole).toInt()) == Qt::Checked;
            model()->setData(box, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
            event->accept();
            return;
        }
    }
    QTreeView::keyPressEvent(event);
}

void TreeView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QTreeView::drawRow(painter, option, index);
    if (hasFocus() && currentIndex().siblingAtColumn(index.column()) == index) {
        const QRect mark = QStyle::alignedRect(layoutDirection(), Qt::AlignLeft | Qt::AlignTop,
                                               {metrics::focusWidth, option.rect.height() - metrics::lineWidth}, option.rect);
        painter->fillRect(mark, m_theme.colour(Token::Accent));
    }
}

void TreeView::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (isHovered(index) && isEnabled())
        painter->fillRect(rect, m_theme.colour(Shade::Hover)); // as the delegate does for the rest of the row
    QTreeView::drawBranches(painter, rect, index);
}

bool TreeView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::HoverMove:
    case QEvent::HoverEnter:
        setHovered(indexAt(static_cast<QHoverEvent *>(event)->position().toPoint()));
        break;
    case QEvent::HoverLeave:
    case QEvent::Leave:
        setHovered({});
        break;
    default:
        break;
    }
    return QTreeView::viewportEvent(event);
}

void TreeView::setHovered(const QModelIndex &index)
{
    const QModelIndex row = index.siblingAtColumn(0);
    if (m_hovered == row)
        return;
    const QModelIndex previous = m_hovered;
    m_hovered = row;
    updateRow(previous);
    updateRow(row);
}

void TreeView::updateRow(const QModelIndex &index)
{
    const QRect rect = visualRect(index);
    if (index.isValid() && !rect.isEmpty())
        viewport()->update(0, rect.top(), viewport()->width(), rect.height());
}

void TreeView::focusInEvent(QFocusEvent *event)
{
    QTreeView::focusInEvent(event);
    updateRow(currentIndex());
}

void TreeView::focusOutEvent(QFocusEvent *event)
{
    QTreeView::focusOutEvent(event);
    updateRow(currentIndex());
}

void TreeView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    updateRow(previous); // the mark stands before the row, wherever in it the cursor was
    updateRow(current);
}

} // namespace odc

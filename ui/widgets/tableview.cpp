// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tableview.h"

#include "ui/delegates/statedelegate.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/headercolumns.h"
#include "ui/widgets/scrollanchor.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace odc {

TableView::TableView(const Theme &theme, QWidget *parent)
    : QTableView(parent), m_anchor(new ScrollAnchor(this, horizontalHeader())),
      m_columns(new HeaderColumns(horizontalHeader(), this)), m_edgePadding(metrics::edge)
{
    m_columns->setUp();
    setItemDelegate(new StateDelegate(theme, this));
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false); // Tab leaves the table: rows are reached by the arrow keys
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // columns are dropped instead
    setContextMenuPolicy(Qt::CustomContextMenu);
    setCornerButtonEnabled(false);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);

    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(metrics::rowHeight);
    verticalHeader()->setDefaultSectionSize(metrics::rowHeight);

    addScrollBarWidget(new HeaderCorner(this), Qt::AlignTop);

    connect(m_columns, &HeaderColumns::changed, this, &TableView::columnsChanged);
    connect(m_columns, &HeaderColumns::sortWanted, this, &QTableView::sortByColumn);
    setSortingEnabled(true);
}

void TableView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    m_anchor->watch(model);
    m_columns->takeCount();
}

void TableView::setColumns(const QList<ColumnSpec> &columns)
{
    m_columns->setColumns(columns);
}

void TableView::addColumns(const QList<ColumnSpec> &columns)
{
    m_columns->addColumns(columns);
}

void TableView::setColumnShown(int column, bool shown)
{
    m_columns->setShown(column, shown);
}

bool TableView::isColumnShown(int column) const
{
    return m_columns->isShown(column);
}

void TableView::setColumnVacant(int column, bool vacant)
{
    m_columns->setVacant(column, vacant);
}

bool TableView::isColumnDropped(int column) const
{
    return m_columns->isDropped(column);
}

QList<int> TableView::shownColumns() const
{
    return m_columns->shown();
}

QMenu *TableView::createColumnMenu(QWidget *parent)
{
    return m_columns->createMenu(parent);
}

QByteArray TableView::saveState() const
{
    return m_columns->saveState();
}

bool TableView::restoreState(const QByteArray &state)
{
    return m_columns->restoreState(state);
}

void TableView::resetColumns()
{
    m_columns->reset();
}

void TableView::setEdgePadding(int padding)
{
    m_edgePadding = padding;
    viewport()->update();
    horizontalHeader()->viewport()->update();
}

bool TableView::isFirstShown(int column) const
{
    return column == m_columns->first();
}

int TableView::leadingPadding(int column) const
{
    return column == m_columns->first() ? m_edgePadding : metrics::inside;
}

int TableView::trailingPadding(int column) const
{
    return column == m_columns->last() ? m_edgePadding : metrics::inside;
}

void TableView::keyboardSearch(const QString &) {} // letters belong to the filter and to shortcuts

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_columns->layOut();
}

void TableView::updateGeometries()
{
    QTableView::updateGeometries();
    m_columns->layOut(); // the vertical scroll bar came or went
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

QModelIndex TableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int rows = model() ? model()->rowCount(rootIndex()) : 0;
    if ((action == MoveHome || action == MoveEnd) && rows > 0) {
        // Rows are what is moved over, so these keys go to the ends of the list, not of the row.
        return model()->index(action == MoveHome ? 0 : rows - 1, qMax(0, currentIndex().column()),
                              rootIndex());
    }
    return QTableView::moveCursor(action, modifiers);
}

bool TableView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::HoverMove:
    case QEvent::HoverEnter:
        setHoveredRow(rowAt(static_cast<QHoverEvent *>(event)->position().toPoint().y()));
        break;
    case QEvent::HoverLeave:
    case QEvent::Leave:
        setHoveredRow(-1);
        break;
    default:
        break;
    }
    return QTableView::viewportEvent(event);
}

void TableView::setHoveredRow(int row)
{
    if (row == m_hoveredRow) {
        return;
    }
    const int previous = std::exchange(m_hoveredRow, row);
    updateRow(previous);
    updateRow(row);
}

void TableView::updateRow(int row)
{
    if (row >= 0) {
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
    }
}

void TableView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    updateRow(currentIndex().row());
}

void TableView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    updateRow(currentIndex().row());
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    updateRow(previous.row());
    updateRow(current.row());
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cellgrid.h"

#include "ui/delegates/statedelegate.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/headercolumns.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrollanchor.h"

#include <QHeaderView>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace odc {

namespace {

constexpr int frozenColumn = 0;
constexpr int narrowest = 72;
constexpr int keyWidth = 140;
constexpr int widest = 600;

} // namespace

/// The first column over the others: same rows, same selection, another horizontal place.
class CellGrid::FrozenColumn final : public QTableView, public CellLayout
{
public:
    FrozenColumn(const Theme &theme, CellGrid *grid) : QTableView(grid), m_grid(grid)
    {
        setItemDelegate(new StateDelegate(theme, this));
        setFocusPolicy(Qt::NoFocus);
        setFrameShape(NoFrame);
        setShowGrid(false);
        setWordWrap(false);
        setEditTriggers(NoEditTriggers);
        setSelectionMode(ExtendedSelection);
        setSelectionBehavior(SelectItems);
        setVerticalScrollMode(ScrollPerPixel);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setContextMenuPolicy(Qt::CustomContextMenu);
        setMouseTracking(true);
        viewport()->setAttribute(Qt::WA_Hover);
        setCornerButtonEnabled(false);
        verticalHeader()->hide();
        verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        verticalHeader()->setMinimumSectionSize(metrics::rowHeight);
        verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
        horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        horizontalHeader()->setSectionsClickable(true);
        horizontalHeader()->setSortIndicatorShown(true);
        horizontalHeader()->setMinimumSectionSize(narrowest);
    }

    int leadingPadding(int) const override { return metrics::edge; }
    int trailingPadding(int) const override { return metrics::inside; }
    bool isFirstShown(int) const override { return false; }
    bool isHovered(const QModelIndex &index) const override { return m_grid->isHovered(index); }

protected:
    bool viewportEvent(QEvent *event) override
    {
        if (event->type() == QEvent::HoverMove || event->type() == QEvent::HoverEnter)
            m_grid->setHoveredRow(rowAt(static_cast<QHoverEvent *>(event)->position().toPoint().y()));
        else if (event->type() == QEvent::HoverLeave || event->type() == QEvent::Leave)
            m_grid->setHoveredRow(-1);
        return QTableView::viewportEvent(event);
    }
    void wheelEvent(QWheelEvent *event) override
    {
        QTableView::wheelEvent(event);
        event->accept(); // or the grid below would scroll once more
    }

private:
    CellGrid *m_grid;
};

CellGrid::CellGrid(const Theme &theme, QWidget *parent)
    : QTableView(parent), m_frozenColumn(new FrozenColumn(theme, this)), m_frozen(m_frozenColumn),
      m_anchor(new ScrollAnchor(this, horizontalHeader()))
{
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(NoFrame);
    setSelectionBehavior(SelectItems);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setTabKeyNavigation(
        false); // Tab leaves the grid, as it leaves every list; in an editor it goes on to the next cell
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setCornerButtonEnabled(false);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(metrics::rowHeight);
    verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    QHeaderView *header = horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(narrowest);
    header->setMaximumSectionSize(widest);
    header->setDefaultSectionSize(keyWidth);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setHighlightSections(false);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    addScrollBarWidget(new HeaderCorner(this), Qt::AlignTop);
    setSortingEnabled(true);

    m_frozen->setObjectName(QStringLiteral("frozenColumn"));
    m_frozen->horizontalHeader()->setHighlightSections(false);
    auto *edge = new Separator(Qt::Vertical, m_frozen);
    edge->setObjectName(QStringLiteral("frozenEdge"));
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &pos) {
        Q_EMIT headerMenuRequested(header->logicalIndexAt(pos), header->mapToGlobal(pos));
    });
    connect(m_frozen, &QWidget::customContextMenuRequested, this, [this](const QPoint &pos) {
        Q_EMIT customContextMenuRequested(viewport()->mapFromGlobal(m_frozen->viewport()->mapToGlobal(pos)));
    });
    connect(m_frozen, &QAbstractItemView::pressed, this, [this] { setFocus(Qt::MouseFocusReason); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_frozen->verticalScrollBar(),
            &QScrollBar::setValue);
    connect(m_frozen->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(),
            &QScrollBar::setValue);
    connect(m_frozen->horizontalHeader(), &QHeaderView::sectionResized, this,
            [this](int section, int, int size) {
                if (section == frozenColumn && columnWidth(section) != size)
                    setColumnWidth(section, size);
            });
    connect(header, &QHeaderView::sectionResized, this, [this](int section, int, int size) {
        if (section == frozenColumn && m_frozen->columnWidth(section) != size)
            m_frozen->setColumnWidth(section, size);
        placeFrozen();
    });
    connect(m_frozen->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int section) {
        const QHeaderView *main = horizontalHeader();
        const bool again =
            main->sortIndicatorSection() == section && main->sortIndicatorOrder() == Qt::AscendingOrder;
        sortByColumn(section, again ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this](int section, Qt::SortOrder order) {
        m_frozen->horizontalHeader()->setSortIndicator(section == frozenColumn ? section : -1, order);
    });
    header->setSortIndicator(-1, Qt::AscendingOrder);
}

void CellGrid::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    m_anchor->watch(model);
    m_frozen->setModel(model);
    m_frozen->setSelectionModel(selectionModel());
    placeFrozen();
}

void CellGrid::placeFrozen()
{
    for (int i = 0; model() && i < model()->columnCount(); ++i)
        m_frozen->setColumnHidden(i, i != frozenColumn);
    const int width = columnWidth(frozenColumn);
    m_frozen->setColumnWidth(frozenColumn, width);
    m_frozen->setGeometry(0, 0, width, viewport()->height() + horizontalHeader()->height());
    if (m_frozen->horizontalHeader()->height() != horizontalHeader()->height())
        m_frozen->horizontalHeader()->setFixedHeight(horizontalHeader()->height());
    if (auto *edge = m_frozen->findChild<Separator *>(QStringLiteral("frozenEdge"))) {
        // Only while something is behind it.
        edge->setVisible(horizontalScrollBar()->value() > 0);
        edge->setGeometry(width - metrics::lineWidth, 0, metrics::lineWidth, m_frozen->height());
        edge->raise();
    }
    m_frozen->verticalScrollBar()->setValue(verticalScrollBar()->value());
    // What is said of an empty grid has all the room.
    m_frozen->setVisible(m_frozenShown && model() && model()->rowCount() > 0);
    m_frozen->raise();
}

void CellGrid::setFrozenShown(bool shown)
{
    m_frozenShown = shown;
    placeFrozen();
}

QList<int> CellGrid::shownColumns() const
{
    QList<int> columns;
    for (int i = 0; i < horizontalHeader()->count(); ++i) {
        const int column = horizontalHeader()->logicalIndex(i);
        if (!isColumnHidden(column))
            columns << column;
    }
    return columns;
}

QModelIndexList CellGrid::selectedCells() const
{
    QModelIndexList cells = selectionModel() ? selectionModel()->selectedIndexes() : QModelIndexList();
    cells.removeIf([this](const QModelIndex &index) { return isColumnHidden(index.column()); });
    const QHeaderView *header = horizontalHeader();
    std::sort(cells.begin(), cells.end(), [header](const QModelIndex &left, const QModelIndex &right) {
        return left.row() != right.row()
                   ? left.row() < right.row()
                   : header->visualIndex(left.column()) < header->visualIndex(right.column());
    });
    return cells;
}

int CellGrid::leadingPadding(int column) const
{
    return column == frozenColumn ? metrics::edge : metrics::inside;
}

int CellGrid::trailingPadding(int) const
{
    return metrics::inside;
}

void CellGrid::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (index.column() == frozenColumn) {
        // It is always in view sideways.
        const int sideways = horizontalScrollBar()->value();
        QTableView::scrollTo(index, hint);
        horizontalScrollBar()->setValue(sideways);
        return;
    }
    QTableView::scrollTo(index, hint);
    const int hidden = columnWidth(frozenColumn) - visualRect(index).left();
    if (hidden > 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - hidden);
}

bool CellGrid::isOwnKey(const QKeyEvent &event) const
{
    for (const auto key : {QKeySequence::Copy, QKeySequence::Paste, QKeySequence::Delete, QKeySequence::Undo,
                           QKeySequence::Redo}) {
        if (event.matches(key))
            return true;
    }
    if (event.key() == Qt::Key_Space && event.modifiers() == Qt::NoModifier)
        return currentIndex().isValid();
    // Letters begin an edit.
    const bool plain = !(event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    return plain && !event.text().isEmpty() && event.text().at(0).isPrint() && currentIndex().isValid() &&
           currentIndex().flags().testFlag(Qt::ItemIsEditable);
}

bool CellGrid::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isOwnKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

void CellGrid::keyPressEvent(QKeyEvent *event)
{
    if (state() == EditingState) {
        QTableView::keyPressEvent(event); // what the editor left over
        return;
    }
    event->accept();
    if (event->matches(QKeySequence::Copy))
        Q_EMIT copyRequested();
    else if (event->matches(QKeySequence::Paste))
        Q_EMIT pasteRequested();
    else if (event->matches(QKeySequence::Delete))
        Q_EMIT clearRequested();
    else if (event->matches(QKeySequence::Undo))
        Q_EMIT undoRequested();
    else if (event->matches(QKeySequence::Redo) ||
             (event->key() == Qt::Key_Y && event->modifiers() == Qt::ControlModifier))
        Q_EMIT redoRequested();
    else if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier)
        Q_EMIT toggleRequested(currentIndex());
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid() &&
             currentIndex().flags().testFlag(Qt::ItemIsEditable))
        edit(currentIndex());
    else if (event->matches(QKeySequence::Cancel))
        event->ignore(); // a dialog or page goes back by it
    else
        QTableView::keyPressEvent(event);
}

QModelIndex CellGrid::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int rows = model() ? model()->rowCount() : 0;
    if (rows > 0 && modifiers & Qt::ControlModifier && (action == MoveUp || action == MoveDown) &&
        currentIndex().isValid())
        return model()->index(action == MoveUp ? 0 : rows - 1, currentIndex().column());
    return QTableView::moveCursor(action, modifiers);
}

void CellGrid::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    QTableView::closeEditor(editor, hint);
    // Enter goes on below, as in every spreadsheet.
    const QModelIndex now = currentIndex();
    if (hint == QAbstractItemDelegate::SubmitModelCache && now.isValid() &&
        now.row() + 1 < model()->rowCount())
        setCurrentIndex(now.siblingAtRow(now.row() + 1));
}

void CellGrid::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    placeFrozen();
}

void CellGrid::updateGeometries()
{
    QTableView::updateGeometries();
    placeFrozen();
}

bool CellGrid::viewportEvent(QEvent *event)
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

void CellGrid::setHoveredRow(int row)
{
    if (row == m_hoveredRow)
        return;
    const int before = std::exchange(m_hoveredRow, row);
    for (const int changed : {before, row}) {
        if (changed < 0)
            continue;
        for (QTableView *view : {static_cast<QTableView *>(this), m_frozen})
            view->viewport()->update(0, view->rowViewportPosition(changed), view->viewport()->width(),
                                     view->rowHeight(changed));
    }
}

void CellGrid::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    // Coming by Tab there must be a cell for the keys to work on.
    if (!currentIndex().isValid() && model() && model()->rowCount() > 0)
        setCurrentIndex(model()->index(0, frozenColumn));
    viewport()->update();
}

void CellGrid::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tableview.h"

#include "ui/delegates/statedelegate.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/scrollanchor.h"

#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStyleOption>

namespace odc {

namespace {

constexpr quint32 stateMagic = 0x0dc7ab1e;
constexpr quint16 stateVersion = 1;

// Goes on with the header above the scroll bar.
class HeaderCorner : public QWidget
{
public:
    using QWidget::QWidget;
    QSize sizeHint() const override { return {metrics::scrollBar, metrics::headerHeight}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QStyleOption option;
        option.initFrom(this);
        option.state &= ~QStyle::State_MouseOver;
        QPainter painter(this);
        style()->drawControl(QStyle::CE_HeaderEmptyArea, &option, &painter, this);
    }
};

} // namespace

TableView::TableView(const Theme &theme, QWidget *parent) : QTableView(parent), m_anchor(new ScrollAnchor(this)), m_edgePadding(metrics::edge)
{
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

    auto *corner = new HeaderCorner(this);
    corner->setFixedHeight(metrics::headerHeight);
    addScrollBarWidget(corner, Qt::AlignTop);

    QHeaderView *header = horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setFirstSectionMovable(false);
    header->setSortIndicatorShown(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(metrics::rowHeight);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this, &TableView::showHeaderMenu);
    connect(header, &QHeaderView::sectionResized, this, &TableView::sectionResized);
    connect(header, &QHeaderView::sectionMoved, this, [this] {
        if (!m_layingOut) {
            layOutColumns();
            Q_EMIT columnsChanged();
        }
    });
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this] { Q_EMIT columnsChanged(); });
    connect(header, &QHeaderView::sectionCountChanged, this, [this] { takeColumnCount(); });
    setSortingEnabled(true);
}

void TableView::setColumns(const QList<ColumnSpec> &columns)
{
    m_given = columns;
    resetColumns();
}

void TableView::resetColumns()
{
    m_specs.clear();
    m_widths.clear();
    m_shown.clear();
    QHeaderView *header = horizontalHeader();
    {
        QScopedValueRollback guard(m_layingOut, true);
        for (int column = 0; column < header->count(); ++column) {
            header->moveSection(header->visualIndex(column), column);
        }
    }
    takeColumnCount();
}

void TableView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    m_anchor->watch(model);
    takeColumnCount();
}

void TableView::takeColumnCount()
{
    const int count = horizontalHeader()->count();
    m_specs.resize(qMin<qsizetype>(m_specs.size(), count));
    m_widths.resize(m_specs.size());
    m_shown.resize(m_specs.size());
    while (m_specs.size() < count) {
        m_specs.append(m_given.value(m_specs.size()));
        m_widths.append(m_specs.last().width);
        m_shown.append(m_specs.last().shown);
    }
    layOutColumns();
}

QList<int> TableView::shownColumns() const
{
    QList<int> order;
    const QHeaderView *header = horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (isColumnShown(column)) {
            order.append(column);
        }
    }
    return order;
}

void TableView::layOutColumns()
{
    QHeaderView *header = horizontalHeader();
    // While the model is exchanged the header may count more columns than were taken yet.
    if (m_layingOut || header->count() == 0 || header->count() != m_specs.size()) {
        return;
    }
    QScopedValueRollback guard(m_layingOut, true);
    const QList<ColumnPlace> places = placeColumns(shownColumns(), m_specs, m_widths, viewport()->width());
    m_dropped.fill(false, m_specs.size());
    QList<bool> visible(m_specs.size(), false);
    m_first = places.isEmpty() ? 0 : places.first().column;
    for (const ColumnPlace &place : places) {
        m_dropped[place.column] = place.dropped;
        visible[place.column] = !place.dropped;
        if (!place.dropped) {
            m_last = place.column;
        }
    }
    for (int column = 0; column < header->count(); ++column) {
        if (header->isSectionHidden(column) == visible[column]) {
            header->setSectionHidden(column, !visible[column]);
        }
    }
    for (const ColumnPlace &place : places) {
        if (!place.dropped) {
            header->resizeSection(place.column, place.width);
        }
    }
}

void TableView::sectionResized(int column, int oldSize, int newSize)
{
    if (m_layingOut || oldSize == 0 || newSize == 0 || column >= m_specs.size()) {
        return;
    }
    // The border between two columns moves: what one gains its neighbour loses, so the edge stays under the
    // pointer and the columns keep filling the window.
    const QList<int> order = shownColumns();
    qsizetype right = order.indexOf(column) + 1;
    while (right < order.size() && isColumnDropped(order[right])) {
        ++right;
    }
    if (right < order.size()) {
        const int neighbour = order[right];
        const int both = oldSize + horizontalHeader()->sectionSize(neighbour);
        const int highest = both - m_specs[neighbour].minimum;
        const int width = qBound(m_specs[column].minimum, newSize, qMax(m_specs[column].minimum, highest));
        m_widths[column] = width;
        m_widths[neighbour] = both - width;
        Q_EMIT columnsChanged();
    }
    layOutColumns();
}

void TableView::setColumnShown(int column, bool shown)
{
    if (column <= 0 || column >= m_shown.size() || m_shown[column] == shown) {
        return;
    }
    m_shown[column] = shown;
    layOutColumns();
    Q_EMIT columnsChanged();
}

bool TableView::isColumnShown(int column) const
{
    return column == 0 || m_shown.value(column);
}

bool TableView::isColumnDropped(int column) const
{
    return m_dropped.value(column);
}

QMenu *TableView::createColumnMenu(QWidget *parent)
{
    auto *menu = new QMenu(tr("Columns"), parent);
    const QHeaderView *header = horizontalHeader();
    for (int visual = 0; visual < header->count() && model(); ++visual) {
        const int column = header->logicalIndex(visual);
        QString text = model()->headerData(column, Qt::Horizontal).toString();
        text.replace(u'&', QStringLiteral("&&"));
        QAction *action =
            menu->addAction(isColumnDropped(column) ? tr("%1 (window too narrow)").arg(text) : text);
        action->setCheckable(true);
        action->setChecked(isColumnShown(column));
        action->setEnabled(column != 0);
        connect(action, &QAction::toggled, this, [this, column](bool on) { setColumnShown(column, on); });
    }
    menu->addSeparator();
    QAction *reset = menu->addAction(tr("Reset columns"));
    connect(reset, &QAction::triggered, this, [this] {
        resetColumns();
        Q_EMIT columnsChanged();
    });
    return menu;
}

void TableView::showHeaderMenu(const QPoint &pos)
{
    QMenu *menu = createColumnMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(horizontalHeader()->viewport()->mapToGlobal(pos));
}

QByteArray TableView::saveState() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    const QHeaderView *header = horizontalHeader();
    stream << stateMagic << stateVersion << qint32(header->count()) << qint32(header->sortIndicatorSection())
           << qint32(header->sortIndicatorOrder());
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        stream << qint32(column) << qint32(m_widths.value(column)) << isColumnShown(column);
    }
    return bytes;
}

bool TableView::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 magic = 0;
    quint16 version = 0;
    qint32 count = 0;
    qint32 sortColumn = 0;
    qint32 sortOrder = 0;
    stream >> magic >> version >> count >> sortColumn >> sortOrder;
    QHeaderView *header = horizontalHeader();
    if (stream.status() != QDataStream::Ok || magic != stateMagic || version != stateVersion ||
        count != header->count() || count != m_specs.size()) {
        return false;
    }
    QList<int> order;
    QList<int> widths(count, 0);
    QList<bool> shown(count, true);
    for (qint32 visual = 0; visual < count; ++visual) {
        qint32 column = -1;
        qint32 width = 0;
        bool wanted = true;
        stream >> column >> width >> wanted;
        if (stream.status() != QDataStream::Ok || column < 0 || column >= count || order.contains(column)) {
            return false;
        }
        order.append(column);
        widths[column] = qMax(width, m_specs[column].minimum);
        shown[column] = wanted;
    }
    {
        QScopedValueRollback guard(m_layingOut, true);
        for (int visual = 0; visual < count; ++visual) {
            header->moveSection(header->visualIndex(order[visual]), visual);
        }
    }
    m_widths = widths;
    m_shown = shown;
    layOutColumns();
    if (sortColumn >= -1 && sortColumn < count) {
        sortByColumn(sortColumn, sortOrder == Qt::DescendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
    return true;
}

void TableView::setEdgePadding(int padding)
{
    m_edgePadding = padding;
    viewport()->update();
    horizontalHeader()->viewport()->update();
}

int TableView::leadingPadding(int column) const
{
    return column == m_first ? m_edgePadding : metrics::inside;
}

int TableView::trailingPadding(int column) const
{
    return column == m_last ? m_edgePadding : metrics::inside;
}

void TableView::keyboardSearch(const QString &) {} // letters belong to the filter and to shortcuts

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
}

void TableView::updateGeometries()
{
    QTableView::updateGeometries();
    layOutColumns(); // the vertical scroll bar came or went
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

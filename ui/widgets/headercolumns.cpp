// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/headercolumns.h"

#include "ui/theme/metrics.h"

#include <QAbstractItemView>
#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStyle>
#include <QStyleOption>

namespace odc {

namespace {

constexpr quint32 stateMagic = 0x0dc7ab1e;
constexpr quint16 stateVersion = 1;

} // namespace

HeaderCorner::HeaderCorner(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(metrics::headerHeight);
}

QSize HeaderCorner::sizeHint() const
{
    return {metrics::scrollBar, metrics::headerHeight};
}

void HeaderCorner::paintEvent(QPaintEvent *)
{
    QStyleOption option;
    option.initFrom(this);
    option.state &= ~QStyle::State_MouseOver;
    QPainter painter(this);
    style()->drawControl(QStyle::CE_HeaderEmptyArea, &option, &painter, this);
}

HeaderColumns::HeaderColumns(QHeaderView *header, QAbstractItemView *view)
    : QObject(view), m_header(header), m_view(view)
{
}

void HeaderColumns::setUp()
{
    QHeaderView *header = m_header;
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setFirstSectionMovable(false);
    header->setSortIndicatorShown(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(metrics::rowHeight);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this, &HeaderColumns::showMenu);
    connect(header, &QHeaderView::sectionResized, this, &HeaderColumns::sectionResized);
    connect(header, &QHeaderView::sectionMoved, this, [this] {
        if (!m_layingOut) {
            layOut();
            Q_EMIT changed();
        }
    });
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this] { Q_EMIT changed(); });
    connect(header, &QHeaderView::sectionCountChanged, this, [this] { takeCount(); });
}

void HeaderColumns::setColumns(const QList<ColumnSpec> &columns)
{
    m_given = columns;
    m_vacant.clear();
    reset();
}

void HeaderColumns::addColumns(const QList<ColumnSpec> &columns)
{
    // The header may have counted them before they were told.
    const qsizetype known = qMin(m_given.size(), m_specs.size());
    m_given = columns;
    m_specs.resize(known);
    m_widths.resize(known);
    m_shown.resize(known);
    takeCount();
}

void HeaderColumns::reset()
{
    m_specs.clear();
    m_widths.clear();
    m_shown.clear();
    m_insisted.clear();
    {
        QScopedValueRollback guard(m_layingOut, true);
        for (int column = 0; column < m_header->count(); ++column) {
            m_header->moveSection(m_header->visualIndex(column), column);
        }
    }
    takeCount();
}

void HeaderColumns::takeCount()
{
    const int count = m_header->count();
    m_specs.resize(qMin<qsizetype>(m_specs.size(), count));
    m_widths.resize(m_specs.size());
    m_shown.resize(m_specs.size());
    while (m_specs.size() < count) {
        m_specs.append(m_given.value(m_specs.size()));
        m_widths.append(m_specs.last().width);
        m_shown.append(m_specs.last().shown);
    }
    layOut();
}

QList<int> HeaderColumns::shown() const
{
    QList<int> order;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        if (isShown(column)) {
            order.append(column);
        }
    }
    return order;
}

QList<int> HeaderColumns::order() const
{
    QList<int> columns = shown();
    columns.removeIf([this](int column) { return isLeftOut(column); });
    return columns;
}

void HeaderColumns::layOut()
{
    // While the model is exchanged the header may count more columns than were taken yet.
    if (m_layingOut || m_header->count() == 0 || m_header->count() != m_specs.size()) {
        return;
    }
    QScopedValueRollback guard(m_layingOut, true);
    const QList<ColumnPlace> places = placeColumns(order(), m_specs, m_widths, m_view->viewport()->width());
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
    for (int column = 0; column < m_header->count(); ++column) {
        if (m_header->isSectionHidden(column) == visible[column]) {
            m_header->setSectionHidden(column, !visible[column]);
        }
    }
    for (const ColumnPlace &place : places) {
        if (!place.dropped) {
            m_header->resizeSection(place.column, place.width);
        }
    }
}

void HeaderColumns::sectionResized(int column, int oldSize, int newSize)
{
    if (m_layingOut || oldSize == 0 || newSize == 0 || column >= m_specs.size()) {
        return;
    }
    // The border between two columns moves: what one gains its neighbour loses, so the edge stays under the
    // pointer and the columns keep filling the window.
    const QList<int> columns = order();
    qsizetype right = columns.indexOf(column) + 1;
    while (right < columns.size() && isDropped(columns[right])) {
        ++right;
    }
    if (right < columns.size()) {
        const int neighbour = columns[right];
        const int both = oldSize + m_header->sectionSize(neighbour);
        const int highest = both - m_specs[neighbour].minimum;
        const int width = qBound(m_specs[column].minimum, newSize, qMax(m_specs[column].minimum, highest));
        m_widths[column] = width;
        m_widths[neighbour] = both - width;
        Q_EMIT changed();
    }
    layOut();
}

void HeaderColumns::setShown(int column, bool shown)
{
    if (column <= 0 || column >= m_shown.size() || m_shown[column] == shown) {
        return;
    }
    m_shown[column] = shown;
    layOut();
    Q_EMIT changed();
}

void HeaderColumns::setVacant(int column, bool vacant)
{
    if (column <= 0 || m_vacant.contains(column) == vacant) {
        return;
    }
    if (vacant) {
        m_vacant.insert(column);
    } else {
        m_vacant.remove(column);
    }
    layOut();
}

bool HeaderColumns::isShown(int column) const
{
    return column == 0 || m_shown.value(column);
}

bool HeaderColumns::isDropped(int column) const
{
    return m_dropped.value(column);
}

QMenu *HeaderColumns::createMenu(QWidget *parent)
{
    auto *menu = new QMenu(tr("Columns"), parent);
    for (int visual = 0; visual < m_header->count() && m_view->model(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        QString text = m_view->model()->headerData(column, Qt::Horizontal).toString();
        text.replace(u'&', QStringLiteral("&&"));
        const bool leftOut = isShown(column) && isLeftOut(column);
        QAction *action = menu->addAction(leftOut             ? tr("%1 (nothing in it)").arg(text)
                                          : isDropped(column) ? tr("%1 (window too narrow)").arg(text)
                                                              : text);
        action->setCheckable(true);
        action->setChecked(isShown(column) && !leftOut);
        action->setEnabled(column != 0);
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            if (on && isLeftOut(column)) {
                m_insisted.insert(column);
                layOut();
            }
            setShown(column, on);
        });
    }
    menu->addSeparator();
    QAction *back = menu->addAction(tr("Reset columns"));
    connect(back, &QAction::triggered, this, [this] {
        reset();
        Q_EMIT changed();
    });
    return menu;
}

void HeaderColumns::showMenu(const QPoint &pos)
{
    QMenu *menu = createMenu(m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(m_header->viewport()->mapToGlobal(pos));
}

QByteArray HeaderColumns::saveState() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << stateMagic << stateVersion << qint32(m_header->count()) << qint32(m_header->sortIndicatorSection())
           << qint32(m_header->sortIndicatorOrder());
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        stream << qint32(column) << qint32(m_widths.value(column)) << isShown(column);
    }
    return bytes;
}

bool HeaderColumns::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 magic = 0;
    quint16 version = 0;
    qint32 count = 0;
    qint32 sortColumn = 0;
    qint32 sortOrder = 0;
    stream >> magic >> version >> count >> sortColumn >> sortOrder;
    if (stream.status() != QDataStream::Ok || magic != stateMagic || version != stateVersion ||
        count != m_header->count() || count != m_specs.size()) {
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
            m_header->moveSection(m_header->visualIndex(order[visual]), visual);
        }
    }
    m_widths = widths;
    m_shown = shown;
    layOut();
    if (sortColumn >= -1 && sortColumn < count) {
        Q_EMIT sortWanted(sortColumn, sortOrder == Qt::DescendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
    return true;
}

} // namespace odc

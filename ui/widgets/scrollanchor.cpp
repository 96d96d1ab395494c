// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scrollanchor.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

namespace odc {

ScrollAnchor::ScrollAnchor(QTableView *view) : QObject(view), m_view(view) { }

void ScrollAnchor::watch(QAbstractItemModel *model)
{
    if (m_model)
        m_model->disconnect(this);
    m_places.clear();
    m_model = model;
    if (!model)
        return;
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, &ScrollAnchor::take);
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &ScrollAnchor::take);
    connect(model, &QAbstractItemModel::layoutAboutToBeChanged, this, &ScrollAnchor::take);
    connect(model, &QAbstractItemModel::rowsInserted, this, &ScrollAnchor::noteOrder);
    connect(model, &QAbstractItemModel::layoutChanged, this, &ScrollAnchor::noteOrder);
    connect(model, &QObject::destroyed, this, [this] { m_model = nullptr; });
}

std::pair<int, Qt::SortOrder> ScrollAnchor::order() const
{
    const QHeaderView *header = m_view->horizontalHeader();
    return {header->sortIndicatorSection(), header->sortIndicatorOrder()};
}

void ScrollAnchor::noteOrder()
{
    m_order = order();
}

void ScrollAnchor::take()
{
    if (m_taken || m_view->verticalScrollBar()->value() <= m_view->verticalScrollBar()->minimum() || order() != m_order)
        return;
    m_taken = true;
    const int bottom = m_view->viewport()->height();
    for (int row = m_view->rowAt(0); row >= 0 && row < m_model->rowCount(); ++row) {
        const int y = m_view->rowViewportPosition(row);
        if (y >= bottom)
            break;
        m_places.append({QPersistentModelIndex(m_model->index(row, 0)), y});
    }
    // When all that belongs together has happened, and before it is painted: paint events have a lower priority.
    QMetaObject::invokeMethod(this, &ScrollAnchor::restore, Qt::QueuedConnection);
}

void ScrollAnchor::restore()
{
    m_taken = false;
    const QList<Place> places = std::exchange(m_places, {});
    for (const Place &place : places) {
        if (!place.index.isValid() || place.index.model() != m_view->model())
            continue; // it went: the next one holds
        m_view->doItemsLayout(); // the range of the scroll bar is that of before
        QScrollBar *bar = m_view->verticalScrollBar();
        bar->setValue(bar->value() + m_view->rowViewportPosition(place.index.row()) - place.y);
        return;
    }
}

} // namespace odc

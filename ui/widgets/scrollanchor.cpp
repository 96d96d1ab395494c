// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scrollanchor.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QScrollBar>

namespace odc {

ScrollAnchor::ScrollAnchor(QAbstractItemView *view, QHeaderView *header) : QObject(view), m_view(view), m_header(header) { }

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
    return {m_header->sortIndicatorSection(), m_header->sortIndicatorOrder()};
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
    const int x = m_header->sectionViewportPosition(m_header->logicalIndexAt(0)) + 1;
    for (int y = 0; y < bottom;) {
        const QModelIndex index = m_view->indexAt({x, y});
        const QRect rect = m_view->visualRect(index);
        if (!index.isValid() || rect.isEmpty())
            break;
        m_places.append({QPersistentModelIndex(index), rect.top()});
        y = rect.bottom() + 1;
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
        const QRect rect = m_view->visualRect(place.index);
        if (rect.isEmpty())
            continue; // what it hung on was closed
        QScrollBar *bar = m_view->verticalScrollBar();
        bar->setValue(bar->value() + rect.top() - place.y);
        return;
    }
}

} // namespace odc

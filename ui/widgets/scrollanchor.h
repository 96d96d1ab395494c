// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPersistentModelIndex>

class QAbstractItemModel;
class QAbstractItemView;
class QHeaderView;

namespace odc {

/// Keeps the rows of a table or tree that scrolls by pixels where they are on the screen while rows come, go and move above
/// them: a refresh moves nothing under the pointer. At the very top the view stays at the top, so that what is new
/// shows; a sorting the person asked for is not held back.
class ScrollAnchor : public QObject
{
public:
    /// Owned by the view.
    ScrollAnchor(QAbstractItemView *view, QHeaderView *header);
    /// After each setModel(). May be null.
    void watch(QAbstractItemModel *model);

private:
    struct Place
    {
        QPersistentModelIndex index;
        int y;
    };

    void take();
    void noteOrder();
    void restore();
    std::pair<int, Qt::SortOrder> order() const;

    QAbstractItemView *m_view;
    QHeaderView *m_header;
    QAbstractItemModel *m_model = nullptr;
    QList<Place> m_places; ///< rows in view before the first of the changes under way
    std::pair<int, Qt::SortOrder> m_order{-2, Qt::AscendingOrder};
    bool m_taken = false;
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "listtreeproxy.h"

#include "lists/listtreemodel.h"

namespace odc {

ListTreeProxy::ListTreeProxy(ListTreeModel &tree, const QList<ColumnInfo> &belowColumns, QObject *parent)
    : QSortFilterProxyModel(parent), m_listTree(tree), m_belowColumns(belowColumns)
{
    setRecursiveFilteringEnabled(true);
    setAutoAcceptChildRows(true);
    setSourceModel(&tree);
}

void ListTreeProxy::setFilterText(const QString &text, qint64 nowUnix)
{
    if (text == m_text)
        return;
    m_text = text;
    m_above = FilterExpression::parse(text, m_listTree.top().columns(), nowUnix);
    m_below = FilterExpression::parse(text, m_belowColumns, nowUnix);
    m_aboveMay = m_above.error().isEmpty();
    m_belowMay = m_below.error().isEmpty();
    // What one of the two understands is no mistake.
    m_error = m_aboveMay || m_belowMay ? QString() : m_below.error();
    m_filtering = !m_above.isEmpty() || !m_below.isEmpty();
    invalidateFilter();
}

bool ListTreeProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!m_filtering)
        return true;
    // Terms that make sense for neither are left out, as in every list.
    if (!parent.isValid())
        return (m_aboveMay || !m_belowMay) && m_above.matches(m_listTree.top(), row);
    const RowModelBase *rows = m_listTree.below(parent);
    return rows && (m_belowMay || !m_aboveMay) && m_below.matches(*rows, row);
}

bool ListTreeProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (const int order = m_listTree.compare(left.column(), left, right); order != 0)
        return order < 0;
    // Nothing jumps when a poll rewrites a row: equals stand in the order of their ids, whichever way.
    const QString a = m_listTree.idAt(left);
    const QString b = m_listTree.idAt(right);
    return sortOrder() == Qt::AscendingOrder ? a < b : b < a;
}

} // namespace odc

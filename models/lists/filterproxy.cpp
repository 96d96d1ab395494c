// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterproxy.h"

#include "lists/rowmodelbase.h"

namespace odc {

FilterProxy::FilterProxy(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
    setDynamicSortFilter(true);
}

void FilterProxy::setRows(RowModelBase *model)
{
    m_rows = model;
    setSourceModel(model);
}

void FilterProxy::setFilterText(const QString &text, qint64 nowUnix)
{
    if (text == m_text || !m_rows)
        return;
    m_text = text;
    m_expression = FilterExpression::parse(text, m_rows->columns(), nowUnix);
    invalidateFilter();
}

int FilterProxy::sourceRow(const QModelIndex &proxyIndex) const
{
    return proxyIndex.isValid() ? mapToSource(proxyIndex).row() : -1;
}

bool FilterProxy::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    return m_expression.isEmpty() || m_expression.matches(*m_rows, sourceRow);
}

bool FilterProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const int order = m_rows->compareRows(left.column(), left.row(), right.row());
    if (order != 0)
        return order < 0;
    const int byId = m_rows->rowId(left.row()).compare(m_rows->rowId(right.row()));
    // Descending order swaps the operands; the tie must not turn round with it.
    return sortOrder() == Qt::AscendingOrder ? byId < 0 : byId > 0;
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "storetreeproxy.h"

#include "lists/storetreemodel.h"

namespace odc {

StoreTreeProxy::StoreTreeProxy(StoreTreeModel &tree, QObject *parent)
    : ListTreeProxy(tree, StoreFilesModel::infos(), parent), m_tree(tree)
{
}

bool StoreTreeProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    // What was not read is there when its store is, and is no reason to show it.
    if (isFiltering() && parent.isValid() && m_tree.isMore(m_tree.index(row, 0, parent)))
        return false;
    return ListTreeProxy::filterAcceptsRow(row, parent);
}

bool StoreTreeProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const StoreRow *a = m_tree.rowAt(left);
    const StoreRow *b = m_tree.rowAt(right);
    if (a && b && a->kind != b->kind)
        return (a->kind < b->kind) == (sortOrder() == Qt::AscendingOrder);
    return ListTreeProxy::lessThan(left, right);
}

} // namespace odc

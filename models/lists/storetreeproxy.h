// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/listtreeproxy.h"

namespace odc {

class StoreTreeModel;

/// Sorts and filters the tree of stores: `failed>0 expires<7d` looks at stores, `chunking:800` at files, and
/// a bare word at both. Batches come first below their store and what was not read last, however the files
/// are sorted.
class StoreTreeProxy final : public ListTreeProxy
{
    Q_OBJECT
public:
    explicit StoreTreeProxy(StoreTreeModel &tree, QObject *parent = nullptr);

    StoreTreeModel &tree() const { return m_tree; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    StoreTreeModel &m_tree;
};

} // namespace odc

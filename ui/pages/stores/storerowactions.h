// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/treerowactions.h"

namespace odc {

class StoreTreeModel;
class StoreTreePane;

/// What every row of the tree of vector stores offers. Tables hold stores and those of their files that were
/// read.
class StoreRowActions final : public TreeRowActions
{
    Q_OBJECT
public:
    StoreRowActions(const PageContext &context, StoreTreePane &pane, StoreTreeModel &model,
                    ActionCollection &actions, QObject *parent);

protected:
    bool isObject(const QModelIndex &row) const override;
    QString objectPath(const QModelIndex &row) const override;
    ExportData cells(const QModelIndexList &rows) const override;

private:
    StoreTreeModel &m_model;
};

} // namespace odc

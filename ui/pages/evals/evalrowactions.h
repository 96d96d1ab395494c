// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/treerowactions.h"

namespace odc {

class EvalTreeModel;
class EvalTreePane;

/// What every row of the tree of evals offers. Tables hold the runs.
class EvalRowActions final : public TreeRowActions
{
    Q_OBJECT
public:
    EvalRowActions(const PageContext &context, EvalTreePane &pane, EvalTreeModel &model,
                   ActionCollection &actions, QObject *parent);

protected:
    QString objectPath(const QModelIndex &row) const override;
    ExportData cells(const QModelIndexList &rows) const override;

private:
    EvalTreeModel &m_model;
};

} // namespace odc

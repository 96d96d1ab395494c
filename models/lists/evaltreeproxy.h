// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/filterexpression.h"

#include <QSortFilterProxyModel>

namespace odc {

class EvalTreeModel;

/// Sorts and filters the tree of evals. An eval that matches shows all its runs; a run that matches shows its eval.
/// The words of a filter are read for both: `status:failed model:mini` looks at runs, `criteria:exact` at evals, and a
/// bare word at both.
class EvalTreeProxy final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit EvalTreeProxy(EvalTreeModel &tree, QObject *parent = nullptr);

    EvalTreeModel &tree() const { return m_tree; }
    void setFilterText(const QString &text, qint64 nowUnix);
    /// Why a part of the text is left out; empty when all is understood.
    QString filterError() const { return m_error; }
    bool isFiltering() const { return m_filtering; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    EvalTreeModel &m_tree;
    FilterExpression m_forEvals;
    FilterExpression m_forRuns;
    QString m_error;
    QString m_text;
    bool m_filtering = false;
    bool m_evalsMay = true; ///< all of the text makes sense for evals
    bool m_runsMay = true;
};

} // namespace odc

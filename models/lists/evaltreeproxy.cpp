// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaltreeproxy.h"

#include "lists/evalrunsmodel.h"
#include "lists/evalsmodel.h"
#include "lists/evaltreemodel.h"

namespace odc {

namespace {

/// A list of runs has the same columns whether it holds any or not.
const QList<ColumnInfo> &runColumns(Session &session)
{
    static const QList<ColumnInfo> columns = EvalRunsModel(session, {}).columns();
    return columns;
}

} // namespace

EvalTreeProxy::EvalTreeProxy(EvalTreeModel &tree, QObject *parent) : QSortFilterProxyModel(parent), m_tree(tree)
{
    setRecursiveFilteringEnabled(true);
    setAutoAcceptChildRows(true);
    setSourceModel(&tree);
}

void EvalTreeProxy::setFilterText(const QString &text, qint64 nowUnix)
{
    if (text == m_text)
        return;
    m_text = text;
    m_forEvals = FilterExpression::parse(text, m_tree.evals().columns(), nowUnix);
    m_forRuns = FilterExpression::parse(text, runColumns(m_tree.session()), nowUnix);
    m_evalsMay = m_forEvals.error().isEmpty();
    m_runsMay = m_forRuns.error().isEmpty();
    // What one of the two understands is no mistake.
    m_error = m_evalsMay || m_runsMay ? QString() : m_forRuns.error();
    m_filtering = !m_forEvals.isEmpty() || !m_forRuns.isEmpty();
    invalidateFilter();
}

bool EvalTreeProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!m_filtering)
        return true;
    // Terms that make sense for neither are left out, as in every list.
    if (!parent.isValid())
        return (m_evalsMay || !m_runsMay) && m_forEvals.matches(m_tree.evals(), row);
    const EvalObject *eval = m_tree.evalAt(parent);
    const EvalRunsModel *runs = eval ? m_tree.runsOf(eval->id) : nullptr;
    return runs && (m_runsMay || !m_evalsMay) && m_forRuns.matches(*runs, row);
}

bool EvalTreeProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (const int order = m_tree.compare(left.column(), left, right); order != 0)
        return order < 0;
    // Nothing jumps when a poll rewrites a row: equals stand in the order of their ids, whichever way.
    const QString a = m_tree.idAt(left);
    const QString b = m_tree.idAt(right);
    return sortOrder() == Qt::AscendingOrder ? a < b : b < a;
}

} // namespace odc

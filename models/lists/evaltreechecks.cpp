// SPDX-License-Identifier: GPL-3.0-or-later
// The runs of EvalTreeModel that are checked for comparing.
#include "evaltreemodel.h"

#include "lists/evalrunsmodel.h"

namespace odc {

bool EvalTreeModel::isChecked(const QModelIndex &index) const
{
    const EvalRun *run = runAt(index);
    return run && m_checked.contains(run->id) && evalAt(index)->id == m_checkedEval;
}

bool EvalTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const EvalRun *run = role == Qt::CheckStateRole && index.column() == Name ? runAt(index) : nullptr;
    if (!run)
        return false;
    const QString evalId = evalAt(index)->id;
    // Runs are compared within their eval: the first one checked in another eval begins anew.
    QStringList wanted = evalId == m_checkedEval ? m_checked : QStringList();
    wanted.removeAll(run->id);
    if (Qt::CheckState(value.toInt()) == Qt::Checked)
        wanted << run->id;
    if (wanted.size() > mostChecked) {
        Q_EMIT checkRefused();
        return false;
    }
    const QString before = m_checkedEval;
    const int left = evalId == before ? 0 : int(m_checked.size());
    setCheckedRuns(evalId, wanted);
    if (left > 0)
        Q_EMIT checksMoved(before, left);
    return true;
}

void EvalTreeModel::setCheckedRuns(const QString &evalId, const QStringList &runIds)
{
    const EvalRunsModel *runs = runsOf(evalId);
    QStringList wanted;
    for (const QString &id : runIds) {
        if (runs && runs->rowOf(id) >= 0 && !wanted.contains(id) && wanted.size() < mostChecked)
            wanted << id;
    }
    if (wanted == m_checked && (wanted.isEmpty() || evalId == m_checkedEval))
        return;
    const QString before = std::exchange(m_checkedEval, wanted.isEmpty() ? QString() : evalId);
    m_checked = wanted;
    repaintChecks(before);
    if (before != m_checkedEval)
        repaintChecks(m_checkedEval);
    Q_EMIT checkedChanged();
}

void EvalTreeModel::dropChecked(const QString &evalId, const QStringList &ids)
{
    if (evalId != m_checkedEval)
        return;
    QStringList left = m_checked;
    for (const QString &id : ids)
        left.removeAll(id);
    setCheckedRuns(evalId, left);
}

void EvalTreeModel::repaintChecks(const QString &evalId)
{
    const QModelIndex parent = indexOf(evalId);
    if (const int count = rowCount(parent); parent.isValid() && count > 0)
        Q_EMIT dataChanged(index(0, Name, parent), index(count - 1, Name, parent), {Qt::CheckStateRole});
}

} // namespace odc

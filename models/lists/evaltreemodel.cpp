// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaltreemodel.h"

#include "api/session.h"
#include "lists/evalrunsloader.h"
#include "lists/evalrunsmodel.h"
#include "lists/evalsmodel.h"
#include "lists/textorder.h"

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

EvalTreeModel::EvalTreeModel(Session &session, QObject *parent)
    : ListTreeModel(parent), m_session(session), m_evals(new EvalsModel(session, this)),
      m_loader(new EvalRunsLoader(session.clock(), this))
{
    setUp(m_evals, {{"name"_ba, tr("Eval / run"), ColumnType::Text, 220, true},
                    {"passed"_ba, tr("Passed"), ColumnType::State, 104, true},
                    {"status"_ba, tr("Status"), ColumnType::State, 108, true},
                    {"created"_ba, tr("Created"), ColumnType::Time, 100, true},
                    {"model"_ba, tr("Model"), ColumnType::Text, 120, true},
                    {"items"_ba, tr("Items"), ColumnType::Number, 72, true},
                    {"tokens"_ba, tr("Tokens"), ColumnType::Number, 88, true},
                    {"id"_ba, tr("ID"), ColumnType::Id, 128, false}});
}

int EvalTreeModel::belowColumn(int column) const
{
    switch (Column(column)) {
    case Name:
        return EvalRunsModel::Name;
    case Passed:
        return EvalRunsModel::Passed;
    case Status:
        return EvalRunsModel::Status;
    case Model:
        return EvalRunsModel::Model;
    case Items:
        return EvalRunsModel::Items;
    case Tokens:
        return EvalRunsModel::Tokens;
    case Created:
        return EvalRunsModel::Created;
    case Id:
        return EvalRunsModel::Id;
    }
    return 0;
}

int EvalTreeModel::topColumn(int column) const
{
    switch (Column(column)) {
    case Name:
        return EvalsModel::Name;
    case Created:
        return EvalsModel::Created;
    case Id:
        return EvalsModel::Id;
    default:
        return -1;
    }
}

EvalRunsModel *EvalTreeModel::runsOf(const Node &node)
{
    return static_cast<EvalRunsModel *>(node.rows); // made by makeRows()
}

RowModelBase *EvalTreeModel::makeRows(const QString &evalId)
{
    return new EvalRunsModel(m_session, evalId, this);
}

void EvalTreeModel::rowsAdded(RowModelBase *rows)
{
    m_loader->add(static_cast<EvalRunsModel *>(rows));
}

void EvalTreeModel::rowsLeaving(RowModelBase *rows)
{
    m_loader->remove(static_cast<EvalRunsModel *>(rows));
}

void EvalTreeModel::aboutToLose(const Node &node, int first, int last)
{
    dropChecked(node.id, idsOf(node, first, last));
}

void EvalTreeModel::aboutToReset()
{
    m_checked.clear();
    m_checkedEval.clear();
}

void EvalTreeModel::wasReset()
{
    Q_EMIT checkedChanged();
}

void EvalTreeModel::refresh()
{
    m_evals->refresh();
    m_loader->refreshAll();
}

void EvalTreeModel::stop()
{
    m_evals->stop();
    m_loader->stop();
}

const EvalObject *EvalTreeModel::evalAt(const QModelIndex &index) const
{
    const Node *node = nodeAt(index);
    return node ? m_evals->item(node->row) : nullptr;
}

const EvalRun *EvalTreeModel::runAt(const QModelIndex &index) const
{
    return isRun(index) ? runsOf(*nodeAt(index))->item(index.row()) : nullptr;
}

EvalRunsModel *EvalTreeModel::runsOf(const QString &evalId) const
{
    const Node *node = nodeOf(evalId);
    return node ? runsOf(*node) : nullptr;
}

int EvalTreeModel::runCount() const
{
    int count = 0;
    for (const auto &node : nodes())
        count += node->count;
    return count;
}

int EvalTreeModel::unfinishedCount() const
{
    int count = 0;
    for (const auto &node : nodes())
        count += runsOf(*node)->unfinished();
    return count;
}

bool EvalTreeModel::areRunsKnown() const
{
    return std::all_of(nodes().cbegin(), nodes().cend(), [](const auto &node) { return node->rows->refreshedAt() > 0; });
}

void EvalTreeModel::takeEval(const EvalObject &eval)
{
    m_evals->addFresh(eval);
}

void EvalTreeModel::takeRun(const QString &evalId, const EvalRun &run)
{
    if (EvalRunsModel *runs = runsOf(evalId)) {
        runs->addFresh(run);
        if (!run.isFinished())
            m_loader->watch();
    }
}

void EvalTreeModel::removeEvals(const QSet<QString> &ids)
{
    m_evals->removeIds(ids);
}

void EvalTreeModel::removeRuns(const QString &evalId, const QSet<QString> &ids)
{
    if (EvalRunsModel *runs = runsOf(evalId))
        runs->removeIds(ids);
}

int EvalTreeModel::compareOwn(int column, const Node &left, const Node &right) const
{
    switch (Column(column)) {
    case Passed:
        return order(left.count, right.count);
    case Status:
        return order(runsOf(left)->unfinished(), runsOf(right)->unfinished());
    default:
        return m_evals->compareRows(EvalsModel::Created, left.row, right.row);
    }
}

Qt::ItemFlags EvalTreeModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = ListTreeModel::flags(index);
    if (isRun(index) && index.column() == Name)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant EvalTreeModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::CheckStateRole && isRun(index) && index.column() == Name)
        return isChecked(index) ? Qt::Checked : Qt::Unchecked;
    return ListTreeModel::data(index, role);
}

QVariant EvalTreeModel::ownData(const Node &node, int column, int role) const
{
    const EvalRunsModel *runs = runsOf(node);
    const bool text = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    if (column == Passed) {
        const LoadState state = runs->loadState();
        const bool failed = node.count == 0 && (state == LoadState::Failed || state == LoadState::Unavailable);
        if (role == ToneRole && failed)
            return int(Tone::Attention);
        if (role == Qt::ToolTipRole && failed)
            return runs->loadError().headline();
        if (!text)
            return {};
        if (failed)
            return tr("runs not loaded");
        return node.count > 0 || runs->refreshedAt() > 0 ? tr("%Ln run(s)", nullptr, node.count) : u"…"_s;
    }
    const int unfinished = column == Status ? runs->unfinished() : 0;
    if (unfinished > 0 && text)
        return tr("%Ln unfinished", nullptr, unfinished);
    if (unfinished > 0 && role == ToneRole)
        return int(Tone::Running);
    return {};
}

} // namespace odc

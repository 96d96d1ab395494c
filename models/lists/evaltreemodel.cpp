// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaltreemodel.h"

#include "api/session.h"
#include "lists/evalrunsloader.h"
#include "lists/evalrunsmodel.h"
#include "lists/evalsmodel.h"

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

/// An eval: its place and its runs. Its address is what the indexes of its runs carry.
struct EvalTreeModel::Node
{
    int row = 0;
    QString evalId;
    EvalRunsModel *runs = nullptr;
    int count = 0; ///< runs this model has told of
};

namespace {

/// The column of the list of runs that stands in a column of the tree.
int runColumn(int column)
{
    switch (EvalTreeModel::Column(column)) {
    case EvalTreeModel::Name:
        return EvalRunsModel::Name;
    case EvalTreeModel::Passed:
        return EvalRunsModel::Passed;
    case EvalTreeModel::Status:
        return EvalRunsModel::Status;
    case EvalTreeModel::Model:
        return EvalRunsModel::Model;
    case EvalTreeModel::Items:
        return EvalRunsModel::Items;
    case EvalTreeModel::Tokens:
        return EvalRunsModel::Tokens;
    case EvalTreeModel::Created:
        return EvalRunsModel::Created;
    case EvalTreeModel::Id:
        return EvalRunsModel::Id;
    }
    return 0;
}

/// The same of the list of evals; -1 where evals have none.
int evalColumn(int column)
{
    switch (EvalTreeModel::Column(column)) {
    case EvalTreeModel::Name:
        return EvalsModel::Name;
    case EvalTreeModel::Created:
        return EvalsModel::Created;
    case EvalTreeModel::Id:
        return EvalsModel::Id;
    default:
        return -1;
    }
}

int order(int left, int right)
{
    return left < right ? -1 : int(left > right);
}

} // namespace

EvalTreeModel::EvalTreeModel(Session &session, QObject *parent)
    : QAbstractItemModel(parent), m_session(session), m_evals(new EvalsModel(session, this)),
      m_loader(new EvalRunsLoader(session.clock(), this))
{
    m_columns = {{"name"_ba, tr("Eval / run"), ColumnType::Text, 220, true},
                 {"passed"_ba, tr("Passed"), ColumnType::State, 104, true},
                 {"status"_ba, tr("Status"), ColumnType::State, 108, true},
                 {"created"_ba, tr("Created"), ColumnType::Time, 100, true},
                 {"model"_ba, tr("Model"), ColumnType::Text, 120, true},
                 {"items"_ba, tr("Items"), ColumnType::Number, 72, true},
                 {"tokens"_ba, tr("Tokens"), ColumnType::Number, 88, true},
                 {"id"_ba, tr("ID"), ColumnType::Id, 128, false}};
    connectEvals();
}

EvalTreeModel::~EvalTreeModel()
{
    for (const auto &node : m_nodes)
        node->runs->disconnect(this);
    m_evals->disconnect(this);
}

void EvalTreeModel::connectEvals()
{
    connect(m_evals, &QAbstractItemModel::rowsAboutToBeInserted, this,
            [this](const QModelIndex &, int first, int last) { beginInsertRows({}, first, last); });
    connect(m_evals, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { insertNodes(first, last); });
    connect(m_evals, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) {
        for (int row = first; row <= last; ++row) {
            const Node &node = *m_nodes[size_t(row)];
            dropChecked(node.evalId, idsOf(node, 0, node.count - 1));
        }
        beginRemoveRows({}, first, last);
    });
    connect(m_evals, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { dropNodes(first, last); });
    connect(m_evals, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
        Q_EMIT dataChanged(index(from.row(), 0), index(to.row(), columnCount() - 1));
    });
    connect(m_evals, &QAbstractItemModel::layoutAboutToBeChanged, this,
            [this] { Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint); });
    connect(m_evals, &QAbstractItemModel::layoutChanged, this, &EvalTreeModel::rearrangeNodes);
    connect(m_evals, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        beginResetModel();
        m_leaving = std::move(m_nodes);
        m_nodes.clear();
        m_checked.clear();
        m_checkedEval.clear();
    });
    connect(m_evals, &QAbstractItemModel::modelReset, this, [this] {
        for (const auto &node : m_leaving) {
            m_loader->remove(node->runs);
            node->runs->deleteLater();
        }
        m_leaving.clear();
        endResetModel();
        Q_EMIT checkedChanged();
        Q_EMIT runsChanged();
    });
}

void EvalTreeModel::insertNodes(int first, int last)
{
    std::vector<std::unique_ptr<Node>> fresh;
    for (int row = first; row <= last; ++row) {
        auto node = std::make_unique<Node>();
        node->evalId = m_evals->rowId(row);
        node->runs = new EvalRunsModel(m_session, node->evalId, this);
        fresh.push_back(std::move(node));
    }
    m_nodes.insert(m_nodes.begin() + first, std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
    renumber();
    endInsertRows();
    for (int row = first; row <= last; ++row) {
        connectRuns(m_nodes[size_t(row)].get());
        m_loader->add(m_nodes[size_t(row)]->runs);
    }
    Q_EMIT runsChanged();
}

void EvalTreeModel::dropNodes(int first, int last)
{
    std::vector<std::unique_ptr<Node>> gone(std::make_move_iterator(m_nodes.begin() + first),
                                            std::make_move_iterator(m_nodes.begin() + last + 1));
    m_nodes.erase(m_nodes.begin() + first, m_nodes.begin() + last + 1);
    renumber();
    endRemoveRows();
    for (const auto &node : gone) {
        node->runs->disconnect(this);
        m_loader->remove(node->runs);
        node->runs->stop();
        node->runs->deleteLater();
    }
    Q_EMIT runsChanged();
}

void EvalTreeModel::renumber()
{
    for (size_t row = 0; row < m_nodes.size(); ++row)
        m_nodes[row]->row = int(row);
}

void EvalTreeModel::rearrangeNodes()
{
    const std::vector<int> &target = m_evals->renumbering();
    if (target.size() == m_nodes.size()) {
        QModelIndexList before;
        QModelIndexList after;
        const QModelIndexList persistent = persistentIndexList();
        for (const QModelIndex &old : persistent) {
            if (isRun(old))
                continue; // they hang on their eval, wherever it is
            before << old;
            after << createIndex(target[size_t(old.row())], old.column(), nullptr);
        }
        std::vector<std::unique_ptr<Node>> nodes(m_nodes.size());
        for (size_t row = 0; row < m_nodes.size(); ++row)
            nodes[size_t(target[row])] = std::move(m_nodes[row]);
        m_nodes = std::move(nodes);
        renumber();
        changePersistentIndexList(before, after);
    }
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void EvalTreeModel::connectRuns(Node *node)
{
    EvalRunsModel *runs = node->runs;
    connect(runs, &QAbstractItemModel::rowsAboutToBeInserted, this, [this, node](const QModelIndex &, int first, int last) {
        beginInsertRows(indexOfNode(node), first, last);
    });
    connect(runs, &QAbstractItemModel::rowsInserted, this, [this, node](const QModelIndex &, int first, int last) {
        node->count += last - first + 1;
        endInsertRows();
    });
    connect(runs, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this, node](const QModelIndex &, int first, int last) {
        dropChecked(node->evalId, idsOf(*node, first, last));
        beginRemoveRows(indexOfNode(node), first, last);
    });
    connect(runs, &QAbstractItemModel::rowsRemoved, this, [this, node](const QModelIndex &, int first, int last) {
        node->count -= last - first + 1;
        endRemoveRows();
    });
    connect(runs, &QAbstractItemModel::dataChanged, this, [this, node](const QModelIndex &from, const QModelIndex &to) {
        const QModelIndex parent = indexOfNode(node);
        Q_EMIT dataChanged(index(from.row(), 0, parent), index(to.row(), columnCount() - 1, parent));
        repaint(node);
        Q_EMIT runsChanged();
    });
    connect(runs, &QAbstractItemModel::layoutAboutToBeChanged, this,
            [this, node] { Q_EMIT layoutAboutToBeChanged({indexOfNode(node)}, VerticalSortHint); });
    connect(runs, &QAbstractItemModel::layoutChanged, this, [this, node] { rearrangeRuns(node); });
    connect(runs, &RowModelBase::countChanged, this, [this, node] {
        repaint(node);
        Q_EMIT runsChanged();
    });
    connect(runs, &RowModelBase::loadStateChanged, this, [this, node] {
        repaint(node);
        Q_EMIT runsChanged();
    });
}

QStringList EvalTreeModel::idsOf(const Node &node, int first, int last) const
{
    QStringList ids;
    for (int row = first; row <= last; ++row)
        ids << node.runs->rowId(row);
    return ids;
}

void EvalTreeModel::rearrangeRuns(Node *node)
{
    const std::vector<int> &target = node->runs->renumbering();
    if (target.size() == size_t(node->count)) {
        QModelIndexList before;
        QModelIndexList after;
        const QModelIndexList persistent = persistentIndexList();
        for (const QModelIndex &old : persistent) {
            if (old.internalPointer() != node)
                continue;
            before << old;
            after << createIndex(target[size_t(old.row())], old.column(), node);
        }
        changePersistentIndexList(before, after);
    }
    Q_EMIT layoutChanged({indexOfNode(node)}, VerticalSortHint);
}

void EvalTreeModel::repaint(const Node *node)
{
    const QModelIndex at = indexOfNode(node);
    Q_EMIT dataChanged(at, at.siblingAtColumn(columnCount() - 1));
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

EvalTreeModel::Node *EvalTreeModel::nodeAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    return index.internalPointer() ? static_cast<Node *>(index.internalPointer()) : m_nodes[size_t(index.row())].get();
}

QModelIndex EvalTreeModel::indexOfNode(const Node *node, int column) const
{
    return createIndex(node->row, column, nullptr);
}

const EvalObject *EvalTreeModel::evalAt(const QModelIndex &index) const
{
    const Node *node = nodeAt(index);
    return node ? m_evals->item(node->row) : nullptr;
}

const EvalRun *EvalTreeModel::runAt(const QModelIndex &index) const
{
    return isRun(index) ? nodeAt(index)->runs->item(index.row()) : nullptr;
}

QString EvalTreeModel::idAt(const QModelIndex &index) const
{
    if (const EvalRun *run = runAt(index))
        return run->id;
    const EvalObject *eval = evalAt(index);
    return eval ? eval->id : QString();
}

QModelIndex EvalTreeModel::indexOf(const QString &id) const
{
    if (id.isEmpty())
        return {};
    if (const int row = m_evals->rowOf(id); row >= 0 && row < int(m_nodes.size()))
        return createIndex(row, 0, nullptr);
    for (const auto &node : m_nodes) {
        if (const int row = node->runs->rowOf(id); row >= 0 && row < node->count)
            return createIndex(row, 0, node.get());
    }
    return {};
}

EvalRunsModel *EvalTreeModel::runsOf(const QString &evalId) const
{
    const int row = m_evals->rowOf(evalId);
    return row >= 0 && row < int(m_nodes.size()) ? m_nodes[size_t(row)]->runs : nullptr;
}

int EvalTreeModel::runCount() const
{
    int count = 0;
    for (const auto &node : m_nodes)
        count += node->count;
    return count;
}

int EvalTreeModel::unfinishedCount() const
{
    int count = 0;
    for (const auto &node : m_nodes)
        count += node->runs->unfinished();
    return count;
}

bool EvalTreeModel::areRunsKnown() const
{
    return std::all_of(m_nodes.cbegin(), m_nodes.cend(), [](const auto &node) { return node->runs->refreshedAt() > 0; });
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

int EvalTreeModel::compare(int column, const QModelIndex &left, const QModelIndex &right) const
{
    const Node *a = nodeAt(left);
    const Node *b = nodeAt(right);
    if (isRun(left) && isRun(right))
        return a->runs == b->runs ? a->runs->compareRows(runColumn(column), left.row(), right.row()) : order(a->row, b->row);
    if (const int own = evalColumn(column); own >= 0)
        return m_evals->compareRows(own, a->row, b->row);
    switch (Column(column)) {
    case Passed:
        return order(a->count, b->count);
    case Status:
        return order(a->runs->unfinished(), b->runs->unfinished());
    default:
        return m_evals->compareRows(EvalsModel::Created, a->row, b->row);
    }
}

QModelIndex EvalTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= columnCount() || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? nodeAt(parent) : nullptr);
}

QModelIndex EvalTreeModel::parent(const QModelIndex &index) const
{
    return isRun(index) ? indexOfNode(nodeAt(index)) : QModelIndex();
}

int EvalTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_nodes.size());
    return isRun(parent) || parent.column() != 0 ? 0 : nodeAt(parent)->count;
}

int EvalTreeModel::columnCount(const QModelIndex &) const
{
    return int(m_columns.size());
}

QVariant EvalTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    const ColumnInfo &column = m_columns.at(section);
    if (role == Qt::DisplayRole)
        return column.title;
    if (role == Qt::TextAlignmentRole)
        return int((column.type == ColumnType::Number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

Qt::ItemFlags EvalTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (isRun(index))
        flags |= Qt::ItemNeverHasChildren;
    if (isRun(index) && index.column() == Name)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant EvalTreeModel::data(const QModelIndex &index, int role) const
{
    const Node *node = nodeAt(index);
    if (!node)
        return {};
    if (role == Qt::TextAlignmentRole)
        return headerData(index.column(), Qt::Horizontal, role);
    if (!isRun(index))
        return evalData(*node, index.column(), role);
    if (role == Qt::CheckStateRole && index.column() == Name)
        return isChecked(index) ? Qt::Checked : Qt::Unchecked;
    return node->runs->index(index.row(), runColumn(index.column())).data(role);
}

QVariant EvalTreeModel::evalData(const Node &node, int column, int role) const
{
    if (const int own = evalColumn(column); own >= 0)
        return m_evals->index(node.row, own).data(role);
    const bool text = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    if (column == Passed) {
        const LoadState state = node.runs->loadState();
        const bool failed = node.count == 0 && (state == LoadState::Failed || state == LoadState::Unavailable);
        if (role == ToneRole && failed)
            return int(Tone::Attention);
        if (role == Qt::ToolTipRole && failed)
            return node.runs->loadError().headline();
        if (!text)
            return {};
        if (failed)
            return tr("runs not loaded");
        return node.count > 0 || node.runs->refreshedAt() > 0 ? tr("%Ln run(s)", nullptr, node.count) : u"…"_s;
    }
    const int unfinished = column == Status ? node.runs->unfinished() : 0;
    if (unfinished > 0 && text)
        return tr("%Ln unfinished", nullptr, unfinished);
    if (unfinished > 0 && role == ToneRole)
        return int(Tone::Running);
    return {};
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "listtreemodel.h"

#include "lists/textorder.h"

namespace odc {

ListTreeModel::ListTreeModel(QObject *parent) : QAbstractItemModel(parent) {}

ListTreeModel::~ListTreeModel()
{
    for (const auto &node : m_nodes)
        node->rows->disconnect(this);
    if (m_top)
        m_top->disconnect(this);
}

void ListTreeModel::setUp(RowModelBase *top, const QList<ColumnInfo> &columns)
{
    m_top = top;
    m_columns = columns;
    connectTop();
}

void ListTreeModel::connectTop()
{
    connect(m_top, &QAbstractItemModel::rowsAboutToBeInserted, this,
            [this](const QModelIndex &, int first, int last) { beginInsertRows({}, first, last); });
    connect(m_top, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { insertNodes(first, last); });
    connect(m_top, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) {
                for (int row = first; row <= last; ++row) {
                    const Node &node = *m_nodes[size_t(row)];
                    aboutToLose(node, 0, node.count - 1);
                }
                beginRemoveRows({}, first, last);
            });
    connect(m_top, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { dropNodes(first, last); });
    connect(m_top, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to) {
                Q_EMIT dataChanged(index(from.row(), 0), index(to.row(), columnCount() - 1));
            });
    connect(m_top, &QAbstractItemModel::layoutAboutToBeChanged, this,
            [this] { Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint); });
    connect(m_top, &QAbstractItemModel::layoutChanged, this, &ListTreeModel::rearrangeNodes);
    connect(m_top, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        beginResetModel();
        m_leaving = std::move(m_nodes);
        m_nodes.clear();
        aboutToReset();
    });
    connect(m_top, &QAbstractItemModel::modelReset, this, [this] {
        for (const auto &node : m_leaving) {
            node->rows->disconnect(this); // they outlive their nodes by a turn
            rowsLeaving(node->rows);
            node->rows->stop();
            node->rows->deleteLater();
        }
        m_leaving.clear();
        endResetModel();
        wasReset();
        Q_EMIT belowChanged();
    });
}

void ListTreeModel::insertNodes(int first, int last)
{
    std::vector<std::unique_ptr<Node>> fresh;
    for (int row = first; row <= last; ++row) {
        auto node = std::make_unique<Node>();
        node->id = m_top->rowId(row);
        node->rows = makeRows(node->id);
        fresh.push_back(std::move(node));
    }
    m_nodes.insert(m_nodes.begin() + first, std::make_move_iterator(fresh.begin()),
                   std::make_move_iterator(fresh.end()));
    renumber();
    // Before anybody hears of them: who does may put rows below them at once, and each is to be counted.
    for (int row = first; row <= last; ++row)
        connectRows(m_nodes[size_t(row)].get());
    endInsertRows();
    for (int row = first; row <= last; ++row)
        rowsAdded(m_nodes[size_t(row)]->rows);
    Q_EMIT belowChanged();
}

void ListTreeModel::dropNodes(int first, int last)
{
    std::vector<std::unique_ptr<Node>> gone(std::make_move_iterator(m_nodes.begin() + first),
                                            std::make_move_iterator(m_nodes.begin() + last + 1));
    m_nodes.erase(m_nodes.begin() + first, m_nodes.begin() + last + 1);
    renumber();
    endRemoveRows();
    for (const auto &node : gone) {
        node->rows->disconnect(this);
        rowsLeaving(node->rows);
        node->rows->stop();
        node->rows->deleteLater();
    }
    Q_EMIT belowChanged();
}

void ListTreeModel::renumber()
{
    for (size_t row = 0; row < m_nodes.size(); ++row)
        m_nodes[row]->row = int(row);
}

void ListTreeModel::rearrangeNodes()
{
    const std::vector<int> &target = m_top->renumbering();
    if (target.size() == m_nodes.size()) {
        QModelIndexList before;
        QModelIndexList after;
        const QModelIndexList persistent = persistentIndexList();
        for (const QModelIndex &old : persistent) {
            if (isBelow(old))
                continue; // they hang on the row above them, wherever it is
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

void ListTreeModel::connectRows(Node *node)
{
    RowModelBase *rows = node->rows;
    connect(rows, &QAbstractItemModel::rowsAboutToBeInserted, this,
            [this, node](const QModelIndex &, int first, int last) {
                beginInsertRows(indexOfNode(node), first, last);
            });
    connect(rows, &QAbstractItemModel::rowsInserted, this,
            [this, node](const QModelIndex &, int first, int last) {
                node->count += last - first + 1;
                endInsertRows();
            });
    connect(rows, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this, node](const QModelIndex &, int first, int last) {
                aboutToLose(*node, first, last);
                beginRemoveRows(indexOfNode(node), first, last);
            });
    connect(rows, &QAbstractItemModel::rowsRemoved, this,
            [this, node](const QModelIndex &, int first, int last) {
                node->count -= last - first + 1;
                endRemoveRows();
            });
    connect(rows, &QAbstractItemModel::dataChanged, this,
            [this, node](const QModelIndex &from, const QModelIndex &to) {
                const QModelIndex parent = indexOfNode(node);
                Q_EMIT dataChanged(index(from.row(), 0, parent), index(to.row(), columnCount() - 1, parent));
                repaint(node);
                Q_EMIT belowChanged();
            });
    connect(rows, &QAbstractItemModel::layoutAboutToBeChanged, this,
            [this, node] { Q_EMIT layoutAboutToBeChanged({indexOfNode(node)}, VerticalSortHint); });
    connect(rows, &QAbstractItemModel::layoutChanged, this, [this, node] { rearrangeRows(node); });
    connect(rows, &RowModelBase::countChanged, this, [this, node] {
        repaint(node);
        Q_EMIT belowChanged();
    });
    connect(rows, &RowModelBase::loadStateChanged, this, [this, node] {
        repaint(node);
        Q_EMIT belowChanged();
    });
}

QStringList ListTreeModel::idsOf(const Node &node, int first, int last) const
{
    QStringList ids;
    for (int row = first; row <= last; ++row)
        ids << node.rows->rowId(row);
    return ids;
}

void ListTreeModel::rearrangeRows(Node *node)
{
    const std::vector<int> &target = node->rows->renumbering();
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

void ListTreeModel::repaint(const Node *node)
{
    const QModelIndex at = indexOfNode(node);
    Q_EMIT dataChanged(at, at.siblingAtColumn(columnCount() - 1));
}

ListTreeModel::Node *ListTreeModel::nodeAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    return index.internalPointer() ? static_cast<Node *>(index.internalPointer())
                                   : m_nodes[size_t(index.row())].get();
}

ListTreeModel::Node *ListTreeModel::nodeOf(const QString &topId) const
{
    const int row = m_top->rowOf(topId);
    return row >= 0 && row < int(m_nodes.size()) ? m_nodes[size_t(row)].get() : nullptr;
}

QModelIndex ListTreeModel::indexOfNode(const Node *node, int column) const
{
    return createIndex(node->row, column, nullptr);
}

RowModelBase *ListTreeModel::below(const QModelIndex &index) const
{
    const Node *node = nodeAt(index);
    return node ? node->rows : nullptr;
}

QString ListTreeModel::idAt(const QModelIndex &index) const
{
    if (isBelow(index))
        return nodeAt(index)->rows->rowId(index.row());
    return index.isValid() ? m_top->rowId(index.row()) : QString();
}

QModelIndex ListTreeModel::indexOf(const QString &id) const
{
    if (id.isEmpty())
        return {};
    if (const Node *node = nodeOf(id))
        return indexOfNode(node);
    for (const auto &node : m_nodes) {
        if (const int row = node->rows->rowOf(id); row >= 0 && row < node->count)
            return createIndex(row, 0, node.get());
    }
    return {};
}

int ListTreeModel::compare(int column, const QModelIndex &left, const QModelIndex &right) const
{
    const Node *a = nodeAt(left);
    const Node *b = nodeAt(right);
    if (isBelow(left) && isBelow(right)) {
        const int theirs = belowColumn(column);
        if (a != b)
            return order(a->row, b->row);
        return theirs < 0 ? 0 : a->rows->compareRows(theirs, left.row(), right.row());
    }
    const int own = topColumn(column);
    return own >= 0 ? m_top->compareRows(own, a->row, b->row) : compareOwn(column, *a, *b);
}

QModelIndex ListTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= columnCount() || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? nodeAt(parent) : nullptr);
}

QModelIndex ListTreeModel::parent(const QModelIndex &index) const
{
    return isBelow(index) ? indexOfNode(nodeAt(index)) : QModelIndex();
}

int ListTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_nodes.size());
    return isBelow(parent) || parent.column() != 0 ? 0 : nodeAt(parent)->count;
}

int ListTreeModel::columnCount(const QModelIndex &) const
{
    return int(m_columns.size());
}

QVariant ListTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    const ColumnInfo &column = m_columns.at(section);
    const bool right = column.type == ColumnType::Number || column.type == ColumnType::Bytes;
    if (role == Qt::DisplayRole)
        return column.title;
    if (role == Qt::TextAlignmentRole)
        return int((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

Qt::ItemFlags ListTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (isBelow(index))
        flags |= Qt::ItemNeverHasChildren;
    return flags;
}

QVariant ListTreeModel::data(const QModelIndex &index, int role) const
{
    const Node *node = nodeAt(index);
    if (!node)
        return {};
    if (role == Qt::TextAlignmentRole)
        return headerData(index.column(), Qt::Horizontal, role);
    const bool isTop = !isBelow(index);
    const int theirs = isTop ? topColumn(index.column()) : belowColumn(index.column());
    if (theirs < 0)
        return isTop ? ownData(*node, index.column(), role) : QVariant();
    return isTop ? m_top->index(node->row, theirs).data(role)
                 : node->rows->index(index.row(), theirs).data(role);
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/rowmodelbase.h"

#include <QAbstractItemModel>
#include <QStringList>

#include <memory>
#include <vector>

namespace odc {

/// One tree over a list and, for each of its rows, a list of what belongs to it. Like the lists it is made
/// of, it merges: nothing but a change of profile resets it. A subclass makes the lists and says which of
/// their columns stand in which of the tree's. GUI thread.
class ListTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    ~ListTreeModel() override;

    const QList<ColumnInfo> &columns() const { return m_columns; }
    RowModelBase &top() const { return *m_top; }
    /// The list below a row of the upper level, or the one that a row below is in. Null for no row.
    RowModelBase *below(const QModelIndex &index) const;

    bool isBelow(const QModelIndex &index) const { return index.isValid() && index.internalPointer(); }
    QString idAt(const QModelIndex &index) const;
    /// Of a row of either level; invalid when there is none.
    QModelIndex indexOf(const QString &id) const;
    /// Order of two rows by a column: below, at or above 0.
    int compare(int column, const QModelIndex &left, const QModelIndex &right) const;

    virtual void refresh() = 0;
    virtual void stop() = 0;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// Rows of the lower level came, went or changed somewhere.
    void belowChanged();

protected:
    /// A row of the upper level: its place and the list below it. Its address is what the indexes below
    /// carry.
    struct Node
    {
        int row = 0;
        QString id;
        RowModelBase *rows = nullptr;
        int count = 0; ///< rows this model has told of
    };

    explicit ListTreeModel(QObject *parent);
    /// Once, in the constructor of the subclass, which owns the list.
    void setUp(RowModelBase *top, const QList<ColumnInfo> &columns);

    /// A list for a row that just came; owned by the subclass's object, and deleted by this class.
    virtual RowModelBase *makeRows(const QString &topId) = 0;
    /// It is in the tree now / it is about to be deleted.
    virtual void rowsAdded(RowModelBase *rows) = 0;
    virtual void rowsLeaving(RowModelBase *rows) = 0;
    /// These rows are about to leave.
    virtual void aboutToLose(const Node &, int, int) {}
    /// Everything is about to leave: the profile changed.
    virtual void aboutToReset() {}
    virtual void wasReset() {}

    /// The column of the list above, or below, that stands in a column of the tree; -1 where there is none.
    virtual int topColumn(int column) const = 0;
    virtual int belowColumn(int column) const = 0;
    /// What stands in a column that the list above has not.
    virtual QVariant ownData(const Node &, int, int) const { return {}; }
    /// Order of two rows of the upper level by such a column.
    virtual int compareOwn(int, const Node &, const Node &) const { return 0; }

    Node *nodeAt(const QModelIndex &index) const;
    /// Null when there is none.
    Node *nodeOf(const QString &topId) const;
    QModelIndex indexOfNode(const Node *node, int column = 0) const;
    const std::vector<std::unique_ptr<Node>> &nodes() const { return m_nodes; }
    QStringList idsOf(const Node &node, int first, int last) const;
    void repaint(const Node *node);

private:
    void connectTop();
    void connectRows(Node *node);
    void insertNodes(int first, int last);
    void dropNodes(int first, int last);
    void renumber();
    void rearrangeNodes();
    void rearrangeRows(Node *node);

    RowModelBase *m_top = nullptr;
    QList<ColumnInfo> m_columns;
    std::vector<std::unique_ptr<Node>> m_nodes; ///< by row of the list above
    std::vector<std::unique_ptr<Node>> m_leaving;
};

} // namespace odc

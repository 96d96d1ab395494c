// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/filterexpression.h"

#include <QAbstractProxyModel>

#include <vector>

namespace odc {

class RowModelBase;

/// Sorts and filters any list of the console on raw values, without a QVariant per comparison. Equal rows
/// keep a stable order by id in both directions, so that nothing jumps when a poll rewrites a row.
///
/// Not a QSortFilterProxyModel: that one reacts to each changed row and each gap by itself, which for a poll
/// of a long list is seconds. Here the rows a poll changed repaint at once, and move or leave together in the
/// next turn of the event loop; many rows that come or go at once do so in one signal and one change of
/// layout.
class FilterProxy final : public QAbstractProxyModel
{
    Q_OBJECT
public:
    explicit FilterProxy(QObject *parent = nullptr);

    /// The list below; null for none. It only appends, changes, removes and rearranges rows, as RowModel
    /// does; a change of its layout comes with a renumbering().
    void setRows(RowModelBase *model);
    RowModelBase *rows() const { return m_rows; }
    /// Filters anew only when the text means something else.
    void setFilterText(const QString &text, qint64 nowUnix);
    QString filterText() const { return m_text; }
    /// Why a part of the text is left out; empty when all is understood.
    QString filterError() const { return m_expression.error(); }

    /// Row in the model below, or -1.
    int sourceRow(const QModelIndex &proxyIndex) const;

    /// A column of -1 shows the rows in the order of the list below.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &) const override { return {}; }
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QModelIndex mapToSource(const QModelIndex &proxyIndex) const override;
    QModelIndex mapFromSource(const QModelIndex &sourceIndex) const override;

private:
    using Rows = std::vector<int>; ///< source rows

    void setSourceModel(QAbstractItemModel *model) override;
    bool accepts(int sourceRow) const;
    bool comesBefore(int leftSourceRow, int rightSourceRow) const;
    void sortRows(Rows &rows) const;
    /// The same by the list's sortText(); false when it has none.
    bool sortRowsByText(Rows &rows) const;
    /// The same by the list's sortNumbers().
    bool sortRowsByNumbers(Rows &rows) const;
    /// `shown`, which is in order, with `incoming`, which is not, put into their places.
    Rows withSorted(const Rows &shown, Rows incoming) const;

    /// Reads the filter's text once more, and shows what passes it.
    void reread();
    void rebuild();
    /// Tells the list below which words it will be asked for.
    void announceWords();
    /// Goes from what is shown to `next` with the fewest signals.
    void show(const Rows &next);
    void removeGone(const std::vector<bool> &stays);
    void insertNew(const Rows &next);
    /// The same rows in another order.
    void rearrange(Rows arrangement);
    void renumber(int fromRow);

    void changed(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles);
    void settleLater();
    /// Puts rows whose content changed into the place it now gives them.
    void settle();
    void inserted(int first, int last);
    void aboutToRemove(int first, int last);
    void removed(int first, int last);
    void rearranged();

    RowModelBase *m_rows = nullptr;
    FilterExpression m_expression;
    QString m_text;
    qint64 m_textFrom = 0; ///< when that was typed: ages count from there
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    Rows m_shown;             ///< by proxy row
    std::vector<int> m_place; ///< by source row: proxy row, or -1
    Rows m_dirty;             ///< changed since the last settle()
    bool m_settling = false;  ///< a settle() is on its way
};

} // namespace odc

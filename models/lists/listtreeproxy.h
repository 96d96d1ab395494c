// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/filterexpression.h"
#include "lists/rowmodelbase.h"

#include <QSortFilterProxyModel>

namespace odc {

class ListTreeModel;

/// Sorts and filters a tree of two lists. A row above that matches shows all that is below it; a row below
/// that matches shows the one above. The words of a filter are read for both: a term that makes sense for one
/// of them looks at that one, and a bare word at both.
class ListTreeProxy : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    /// `belowColumns`: of the lists below, which are all alike.
    ListTreeProxy(ListTreeModel &tree, const QList<ColumnInfo> &belowColumns, QObject *parent = nullptr);

    ListTreeModel &listTree() const { return m_listTree; }
    void setFilterText(const QString &text, qint64 nowUnix);
    /// Why a part of the text is left out; empty when all is understood.
    QString filterError() const { return m_error; }
    bool isFiltering() const { return m_filtering; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    ListTreeModel &m_listTree;
    const QList<ColumnInfo> m_belowColumns;
    FilterExpression m_above;
    FilterExpression m_below;
    QString m_error;
    QString m_text;
    bool m_filtering = false;
    bool m_aboveMay = true; ///< all of the text makes sense for the rows above
    bool m_belowMay = true;
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/filterexpression.h"

#include <QSortFilterProxyModel>

namespace odc {

class RowModelBase;

/// Sorts and filters any list of the console on raw values, without a QVariant per comparison. Equal rows keep a stable
/// order by id, so that nothing jumps when a poll rewrites a row.
class FilterProxy final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit FilterProxy(QObject *parent = nullptr);

    void setRows(RowModelBase *model);
    RowModelBase *rows() const { return m_rows; }
    /// Filters anew only when the text means something else.
    void setFilterText(const QString &text, qint64 nowUnix);
    QString filterText() const { return m_text; }
    /// Why a part of the text is left out; empty when all is understood.
    QString filterError() const { return m_expression.error(); }

    /// Row in the model below, or -1.
    int sourceRow(const QModelIndex &proxyIndex) const;

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    RowModelBase *m_rows = nullptr;
    FilterExpression m_expression;
    QString m_text;
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/cellvalue.h"

#include <QAbstractTableModel>

namespace odc {

/// What the check of a file found, in the order of its lines: what the tables of all kinds of files have in
/// common. Each has a line, a place in it, and what is wrong there; columns of its own follow.
class FindingsTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum CommonColumn { Line, Place, Reason, FirstOfKind };

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    explicit FindingsTable(int columns, QObject *parent) : QAbstractTableModel(parent), m_columns(columns) {}

    virtual int findingCount() const = 0;
    /// 0: of the file as a whole.
    virtual qint64 lineOf(int row) const = 0;
    virtual QString textOf(int row) const = 0;
    virtual bool isGrave(int row) const = 0;
    /// Of the place and of the columns of its kind: a number (0: none), which is formatted here, or a text.
    virtual QVariant valueOf(int row, int column) const = 0;
    /// Of the same columns.
    virtual QString titleOf(int column) const = 0;
    virtual bool isNumber(int column) const = 0;
    virtual bool isCode(int column) const = 0;

private:
    const int m_columns;
};

} // namespace odc

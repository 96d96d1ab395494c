// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/pricetable.h"

#include <QAbstractTableModel>

namespace odc {

/// A price table as it is edited: rows that are not right yet are in it, too, and say why in their tooltips.
class PricesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Model, Input, Cached, Output, Training, ColumnCount };

    explicit PricesModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    void setTable(const PriceTable &table);
    const PriceTable &table() const { return m_table; }
    /// What is wrong with the first row that is not right; empty: nothing.
    QString problem() const;
    void setBatchPercent(double percent);
    void setStorage(const StoragePrice &price);
    /// A new row at the end; gives its number.
    int addRow();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;

Q_SIGNALS:
    void edited();

private:
    std::optional<double> price(int row, int column) const;
    void told();

    PriceTable m_table;
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricesmodel.h"

#include <QLocale>

#include <cmath>

namespace odc {

namespace {

/// Cents, and more figures where there are some.
QString numberText(double dollars)
{
    constexpr int most = 6;
    int digits = 2;
    while (digits < most && std::abs(dollars - QString::number(dollars, 'f', digits).toDouble()) > 1e-9)
        ++digits;
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(dollars, 'f', digits);
}

} // namespace

void PricesModel::setTable(const PriceTable &table)
{
    beginResetModel();
    m_table = table;
    endResetModel();
    Q_EMIT edited();
}

QString PricesModel::problem() const
{
    for (qsizetype row = 0; row < m_table.prices.size(); ++row) {
        if (const QString why = m_table.problemOf(row); !why.isEmpty())
            return why;
    }
    return {};
}

void PricesModel::setBatchPercent(double percent)
{
    if (m_table.batchPercent == percent)
        return;
    m_table.batchPercent = percent;
    told();
}

void PricesModel::setStorage(const StoragePrice &price)
{
    if (m_table.storage == price)
        return;
    m_table.storage = price;
    told();
}

void PricesModel::told()
{
    m_table.asOf.clear(); // the person's own from now on
    Q_EMIT edited();
}

int PricesModel::addRow()
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_table.prices.append(ModelPrice());
    endInsertRows();
    told();
    return row;
}

int PricesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.prices.size());
}

int PricesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

std::optional<double> PricesModel::price(int row, int column) const
{
    const ModelPrice &entry = m_table.prices.at(row);
    switch (column) {
    case Input:
        return entry.input;
    case Cached:
        return entry.cached;
    case Training:
        return entry.training;
    default:
        return entry.output;
    }
}

QVariant PricesModel::data(const QModelIndex &index, int role) const
{
    const ModelPrice &entry = m_table.prices.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: {
        if (index.column() == Model)
            return entry.model;
        const auto value = price(index.row(), index.column());
        return value ? numberText(*value) : QString();
    }
    case Qt::TextAlignmentRole:
        return index.column() == Model ? QVariant() : QVariant(int(Qt::AlignRight | Qt::AlignVCenter));
    case Qt::ToolTipRole:
        if (const QString why = m_table.problemOf(index.row()); !why.isEmpty())
            return why;
        if (index.column() == Cached && !entry.cached)
            return tr("As other input");
        return index.column() == Training && !entry.training ? tr("No price: training is not estimated") : QVariant();
    default:
        return {};
    }
}

QVariant PricesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Model ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Model:
        return tr("Model");
    case Input:
        return tr("Input");
    case Cached:
        return tr("Cached input");
    case Training:
        return tr("Training");
    default:
        return tr("Output");
    }
}

Qt::ItemFlags PricesModel::flags(const QModelIndex &index) const
{
    return QAbstractTableModel::flags(index) | Qt::ItemIsEditable;
}

bool PricesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole)
        return false;
    ModelPrice &entry = m_table.prices[index.row()];
    const ModelPrice before = entry;
    const QString text = value.toString().trimmed();
    if (index.column() == Model) {
        entry.model = text;
    } else {
        bool isNumber = false;
        const double dollars = QLocale().toDouble(text, &isNumber);
        const bool isNone = text.isEmpty() && (index.column() == Cached || index.column() == Training);
        if (!isNone && (!isNumber || dollars < 0))
            return false;
        if (index.column() == Input)
            entry.input = dollars;
        else if (index.column() == Output)
            entry.output = dollars;
        else if (index.column() == Training)
            entry.training = isNone ? std::optional<double>() : dollars;
        else
            entry.cached = isNone ? std::optional<double>() : dollars;
    }
    if (entry != before) {
        Q_EMIT dataChanged(index, index);
        told();
    }
    return true;
}

bool PricesModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > rowCount())
        return false;
    beginRemoveRows({}, row, row + count - 1);
    m_table.prices.remove(row, count);
    endRemoveRows();
    told();
    return true;
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "findingstable.h"

#include "base/format.h"

namespace odc {

int FindingsTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : findingCount();
}

int FindingsTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QVariant FindingsTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= findingCount())
        return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        if (column == Line)
            return lineOf(row) > 0 ? format::number(lineOf(row)) : tr("file");
        if (column == Reason)
            return role == Qt::DisplayRole ? format::oneLine(textOf(row)) : format::severalLines(textOf(row));
        if (const QVariant value = valueOf(row, column); !isNumber(column))
            return value;
        else
            return value.toLongLong() > 0 ? format::number(value.toLongLong()) : QString();
    case SortRole:
        if (column == Line)
            return lineOf(row);
        return column == Reason ? data(index, Qt::DisplayRole) : valueOf(row, column);
    case ToneRole:
        if (column != Reason)
            return {};
        return int(isGrave(row) ? Tone::Failed : Tone::Attention);
    case MonospaceRole:
        return column != Line && column != Reason && isCode(column);
    case Qt::TextAlignmentRole:
        return headerData(column, Qt::Horizontal, role);
    default:
        return {};
    }
}

QVariant FindingsTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool right = section == Line || (section != Reason && isNumber(section));
        return int((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Line:
        return tr("Line");
    case Reason:
        return tr("What is wrong");
    default:
        return titleOf(section);
    }
}

} // namespace odc

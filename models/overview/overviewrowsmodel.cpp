// SPDX-License-Identifier: GPL-3.0-or-later
#include "overviewrowsmodel.h"

namespace odc {

using namespace Qt::StringLiterals;

OverviewRowsModel::OverviewRowsModel(QObject *parent) : RowModel(parent)
{
    setColumns({{"text"_ba, tr("What"), ColumnType::Text, 160, true},
                {"bar"_ba, tr("Progress"), ColumnType::Number, 140, true},
                {"value"_ba, tr("Value"), ColumnType::Number, 110, true},
                {"note"_ba, tr("Note"), ColumnType::Number, 120, true}});
}

void OverviewRowsModel::setRows(QList<OverviewRow> rows)
{
    for (int i = 0; i < rows.size(); ++i)
        rows[i].rank = i;
    beginWalk();
    merge(std::move(rows));
    endWalk();
}

QVariant OverviewRowsModel::cell(const OverviewRow &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        switch (Column(column)) {
        case Text:
            return row.text;
        case Bar:
            return {};
        case Value:
            return row.value;
        case Note:
            return row.note;
        }
        return {};
    case Qt::AccessibleTextRole: {
        // The row is what is read out, and what can be taken.
        if (column != Text)
            return cell(row, column, Qt::DisplayRole);
        QStringList parts{row.text};
        for (const QString &part : {row.value, row.note}) {
            if (!part.isEmpty())
                parts << part;
        }
        return parts.join(u", "_s);
    }
    case Qt::ToolTipRole:
        return row.toolTip.isEmpty() ? QVariant() : QVariant(row.toolTip);
    case ToneRole:
        return column == Text && row.tone != Tone::None ? QVariant(int(row.tone)) : QVariant();
    case ProgressRole:
        return column == Bar && row.bar.done >= 0 ? QVariant::fromValue(row.bar) : QVariant();
    default:
        return {};
    }
}

QVariant OverviewRowsModel::raw(const OverviewRow &row, int column) const
{
    switch (Column(column)) {
    case Text:
        return row.text;
    case Bar:
        return row.bar.done;
    case Value:
        return row.value;
    case Note:
        return row.note;
    }
    return {};
}

int OverviewRowsModel::compare(int, const OverviewRow &left, const OverviewRow &right) const
{
    return left.rank - right.rank;
}

} // namespace odc

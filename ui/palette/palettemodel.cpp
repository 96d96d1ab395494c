// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palettemodel.h"

namespace odc {

using namespace Qt::StringLiterals;

void PaletteModel::setRows(const QList<PaletteRow> &rows)
{
    const int before = int(m_rows.size());
    const int now = int(rows.size());
    if (now < before) {
        beginRemoveRows({}, now, before - 1);
        m_rows.resize(now);
        endRemoveRows();
    }
    const int kept = std::min(before, now);
    for (int row = 0; row < kept; ++row)
        m_rows[row] = rows.at(row);
    if (kept > 0)
        Q_EMIT dataChanged(index(0), index(kept - 1));
    if (now > before) {
        beginInsertRows({}, before, now - 1);
        m_rows = rows;
        endInsertRows();
    }
}

const PaletteRow *PaletteModel::at(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

int PaletteModel::rowOf(const PaletteRow &wanted) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).isSame(wanted))
            return row;
    }
    return -1;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    const PaletteRow *row = index.isValid() ? at(index.row()) : nullptr;
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return row->title;
    case Qt::ToolTipRole:
        return row->reason;
    case Qt::AccessibleTextRole: {
        QStringList parts;
        for (const QString &part : {row->title, row->detail, row->right, row->profile, row->reason}) {
            if (!part.isEmpty())
                parts << part;
        }
        return parts.join(u", "_s);
    }
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    // What cannot be chosen can be gone to all the same: its reason is read there.
    return index.isValid() ? Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren
                           : Qt::NoItemFlags;
}

} // namespace odc

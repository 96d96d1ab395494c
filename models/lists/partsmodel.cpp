// SPDX-License-Identifier: GPL-3.0-or-later
#include "partsmodel.h"

#include "base/format.h"
#include "lists/cellvalue.h"

#include <algorithm>

namespace odc {

void PartsModel::setTransfer(const TransferStatus &status)
{
    if (status.parts.size() != m_parts.size() || status.record.size != m_size || status.record.partSize != m_partSize) {
        beginResetModel(); // parts have no identity beyond their transfer
        m_size = status.record.size;
        m_partSize = status.record.partSize;
        m_parts = status.parts;
        endResetModel();
        return;
    }
    for (int row = 0; row < int(m_parts.size()); ++row) {
        if (m_parts.at(row) == status.parts.at(row))
            continue;
        m_parts[row] = status.parts.at(row);
        Q_EMIT dataChanged(index(row, State), index(row, State));
    }
}

int PartsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_parts.size());
}

int PartsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Range + 1;
}

QString PartsModel::stateText(PartState state)
{
    switch (state) {
    case PartState::Waiting:
        return tr("waiting");
    case PartState::Moving:
        return tr("moving");
    case PartState::Done:
        return tr("done");
    }
    return {};
}

QVariant PartsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_parts.size())
        return {};
    const int row = index.row();
    const auto column = Column(index.column());
    const qint64 from = row * m_partSize;
    const qint64 length = std::clamp<qint64>(m_size - from, 0, m_partSize);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        switch (column) {
        case Number:
            return format::number(row + 1);
        case State:
            return stateText(m_parts.at(row));
        case Size:
            return format::size(length);
        case Range:
            return length > 0 ? tr("%1 to %2", "bytes").arg(format::number(from), format::number(from + length - 1)) : QString();
        }
        return {};
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case ToneRole:
        if (column != State)
            return {};
        return int(m_parts.at(row) == PartState::Done ? Tone::Fine
                   : m_parts.at(row) == PartState::Moving ? Tone::Running
                                                          : Tone::None);
    default:
        return {};
    }
}

QVariant PartsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == State ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Number:
        return tr("Part");
    case State:
        return tr("State");
    case Size:
        return tr("Size");
    case Range:
        return tr("Bytes");
    }
    return {};
}

} // namespace odc

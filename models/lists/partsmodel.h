// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfers/transferqueue.h"

#include <QAbstractTableModel>

namespace odc {

/// The parts of one transfer, in file order: number, state, size, where in the file.
class PartsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Number, State, Size, Range };

    using QAbstractTableModel::QAbstractTableModel;

    /// Another transfer, or the same a little later: only what changed is told.
    void setTransfer(const TransferStatus &status);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static QString stateText(PartState state);

private:
    qint64 m_size = 0;
    qint64 m_partSize = 0;
    QList<PartState> m_parts;
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonl/batchfinding.h"

#include <QAbstractTableModel>
#include <QList>

namespace odc {

/// What the check of a batch file found, in the order of its lines.
class FindingsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Line, Place, Reason, Code };
    static constexpr int columnTotal = Code + 1;

    using QAbstractTableModel::QAbstractTableModel;

    void setFindings(const QList<BatchFinding> &findings);
    const QList<BatchFinding> &findings() const { return m_findings; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<BatchFinding> m_findings;
};

} // namespace odc

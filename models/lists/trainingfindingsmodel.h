// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonl/trainingfinding.h"

#include <QAbstractTableModel>
#include <QList>

namespace odc {

/// What the check of a training file found, in the order of its lines.
class TrainingFindingsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Line, Place, Reason };
    static constexpr int columnTotal = Reason + 1;

    using QAbstractTableModel::QAbstractTableModel;

    void setFindings(const QList<TrainingFinding> &findings);
    const QList<TrainingFinding> &findings() const { return m_findings; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<TrainingFinding> m_findings;
};

} // namespace odc

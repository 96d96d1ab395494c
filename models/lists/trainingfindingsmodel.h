// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonl/trainingfinding.h"
#include "lists/findingstable.h"

#include <QList>

namespace odc {

/// What the check of a training file found, in the order of its lines.
class TrainingFindingsModel final : public FindingsTable
{
    Q_OBJECT
public:
    enum Column { Line = FindingsTable::Line, Place, Reason };
    static constexpr int columnTotal = Reason + 1;

    explicit TrainingFindingsModel(QObject *parent = nullptr) : FindingsTable(columnTotal, parent) {}

    void setFindings(const QList<TrainingFinding> &findings);
    const QList<TrainingFinding> &findings() const { return m_findings; }

protected:
    int findingCount() const override { return int(m_findings.size()); }
    qint64 lineOf(int row) const override { return m_findings.at(row).line; }
    QString textOf(int row) const override { return m_findings.at(row).text(); }
    bool isGrave(int row) const override { return !m_findings.at(row).isWarning; }
    QVariant valueOf(int row, int) const override { return m_findings.at(row).path; }
    QString titleOf(int) const override { return tr("Where"); }
    bool isNumber(int) const override { return false; }
    bool isCode(int column) const override { return column == Place; }

private:
    QList<TrainingFinding> m_findings;
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonl/batchfinding.h"
#include "lists/findingstable.h"

#include <QList>

namespace odc {

/// What the check of a batch file found, in the order of its lines.
class FindingsModel final : public FindingsTable
{
    Q_OBJECT
public:
    enum Column { Line = FindingsTable::Line, Place, Reason, Code };
    static constexpr int columnTotal = Code + 1;

    explicit FindingsModel(QObject *parent = nullptr) : FindingsTable(columnTotal, parent) {}

    void setFindings(const QList<BatchFinding> &findings);
    const QList<BatchFinding> &findings() const { return m_findings; }

protected:
    int findingCount() const override { return int(m_findings.size()); }
    qint64 lineOf(int row) const override { return m_findings.at(row).line; }
    QString textOf(int row) const override { return m_findings.at(row).text(); }
    bool isGrave(int row) const override;
    QVariant valueOf(int row, int column) const override;
    QString titleOf(int column) const override;
    bool isNumber(int column) const override { return column == Place; }
    bool isCode(int column) const override { return column == Code; }

private:
    QList<BatchFinding> m_findings;
};

} // namespace odc

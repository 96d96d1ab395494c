// SPDX-License-Identifier: GPL-3.0-or-later
#include "findingsmodel.h"

namespace odc {

void FindingsModel::setFindings(const QList<BatchFinding> &findings)
{
    beginResetModel();
    m_findings = findings;
    endResetModel();
}

bool FindingsModel::isGrave(int row) const
{
    return !m_findings.at(row).isWarning() && !m_findings.at(row).isSize();
}

QVariant FindingsModel::valueOf(int row, int column) const
{
    const BatchFinding &finding = m_findings.at(row);
    return column == Place ? QVariant(finding.column) : QVariant(finding.code());
}

QString FindingsModel::titleOf(int column) const
{
    return column == Place ? tr("Column") : tr("Code of the service");
}

} // namespace odc

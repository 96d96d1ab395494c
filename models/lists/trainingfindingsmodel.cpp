// SPDX-License-Identifier: GPL-3.0-or-later
#include "trainingfindingsmodel.h"

namespace odc {

void TrainingFindingsModel::setFindings(const QList<TrainingFinding> &findings)
{
    beginResetModel();
    m_findings = findings;
    endResetModel();
}

} // namespace odc

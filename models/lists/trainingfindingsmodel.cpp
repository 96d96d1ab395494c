// SPDX-License-Identifier: GPL-3.0-or-later
#include "trainingfindingsmodel.h"

#include "base/format.h"
#include "lists/cellvalue.h"

namespace odc {

void TrainingFindingsModel::setFindings(const QList<TrainingFinding> &findings)
{
    beginResetModel();
    m_findings = findings;
    endResetModel();
}

int TrainingFindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_findings.size());
}

int TrainingFindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant TrainingFindingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_findings.size())
        return {};
    const TrainingFinding &finding = m_findings.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        switch (index.column()) {
        case Line:
            return finding.line > 0 ? format::number(finding.line) : tr("file");
        case Place:
            return finding.path;
        default:
            return role == Qt::DisplayRole ? format::oneLine(finding.text())
                                           : format::severalLines(finding.text());
        }
    case SortRole:
        return index.column() == Line ? QVariant(finding.line) : data(index, Qt::DisplayRole);
    case ToneRole:
        if (index.column() != Reason)
            return {};
        return int(finding.isWarning ? Tone::Attention : Tone::Failed);
    case MonospaceRole:
        return index.column() == Place;
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    default:
        return {};
    }
}

QVariant TrainingFindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Line ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Line:
        return tr("Line");
    case Place:
        return tr("Where");
    default:
        return tr("What is wrong");
    }
}

} // namespace odc

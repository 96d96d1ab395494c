// SPDX-License-Identifier: GPL-3.0-or-later
#include "findingsmodel.h"

#include "base/format.h"
#include "lists/cellvalue.h"

namespace odc {

void FindingsModel::setFindings(const QList<BatchFinding> &findings)
{
    beginResetModel();
    m_findings = findings;
    endResetModel();
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_findings.size());
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_findings.size())
        return {};
    const BatchFinding &finding = m_findings.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        switch (index.column()) {
        case Line:
            return finding.line > 0 ? format::number(finding.line) : tr("file");
        case Place:
            return finding.column > 0 ? format::number(finding.column) : QString();
        case Reason:
            return role == Qt::DisplayRole ? format::oneLine(finding.text())
                                           : format::severalLines(finding.text());
        default:
            return finding.code();
        }
    case SortRole:
        return index.column() == Line    ? QVariant(finding.line)
               : index.column() == Place ? QVariant(finding.column)
                                         : data(index, Qt::DisplayRole);
    case ToneRole:
        if (index.column() != Reason)
            return {};
        return int(finding.isWarning() || finding.isSize() ? Tone::Attention : Tone::Failed);
    case MonospaceRole:
        return index.column() == Code;
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    default:
        return {};
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Line || section == Place ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Line:
        return tr("Line");
    case Place:
        return tr("Column");
    case Reason:
        return tr("What is wrong");
    default:
        return tr("Code of the service");
    }
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncmodel.h"

#include "base/format.h"
#include "lists/cellvalue.h"

namespace odc {

using Kind = SyncStep::Kind;

namespace {

constexpr int tooltipLength = 1000;

/// What somebody looks for first stands first.
int rank(Kind kind)
{
    switch (kind) {
    case Kind::Refused:
        return 7;
    case Kind::Namesake:
        return 6;
    case Kind::Remove:
        return 5;
    case Kind::Replace:
        return 4;
    case Kind::Add:
        return 3;
    case Kind::Unknown:
        return 2;
    case Kind::Foreign:
        return 1;
    case Kind::Same:
        return 0;
    }
    return 0;
}

} // namespace

SyncModel::SyncModel(QObject *parent) : QAbstractTableModel(parent) {}

void SyncModel::setSteps(const QList<SyncStep> &steps)
{
    // Another folder is another list: nothing of the one before is worth keeping.
    beginResetModel();
    m_steps = steps;
    std::fill(std::begin(m_counts), std::end(m_counts), 0);
    std::fill(std::begin(m_bytes), std::end(m_bytes), 0);
    for (const SyncStep &step : steps) {
        ++m_counts[int(step.kind)];
        m_bytes[int(step.kind)] += step.size;
    }
    endResetModel();
}

void SyncModel::setDone(Kind kind, bool isDone)
{
    if (std::exchange(m_isDone[int(kind)], isDone) == isDone || m_steps.isEmpty())
        return;
    Q_EMIT dataChanged(index(0, What), index(int(m_steps.size()) - 1, What));
}

int SyncModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

int SyncModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Detail + 1;
}

QString SyncModel::word(Kind kind) const
{
    const bool isDone = m_isDone[int(kind)];
    switch (kind) {
    case Kind::Add:
        return isDone ? tr("add") : tr("new, not added");
    case Kind::Replace:
        return isDone ? tr("replace") : tr("changed, not replaced");
    case Kind::Remove:
        return isDone ? tr("take out") : tr("gone, stays in");
    case Kind::Same:
        return tr("unchanged");
    case Kind::Unknown:
        return tr("taken for the same");
    case Kind::Refused:
        return tr("not allowed");
    case Kind::Namesake:
        return isDone ? tr("replace") : tr("same name, not replaced");
    case Kind::Foreign:
        return tr("not from this folder");
    }
    return {};
}

QVariant SyncModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_steps.size())
        return {};
    const SyncStep &step = m_steps.at(index.row());
    const auto column = Column(index.column());
    const auto text = [&] {
        switch (column) {
        case Path:
            return format::oneLine(step.relative);
        case What:
            return word(step.kind);
        case Size:
            return format::size(step.size);
        case Detail:
            return format::oneLine(step.reason, tooltipLength);
        }
        return QString();
    };
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text();
    case Qt::ToolTipRole:
        return column == Path
                   ? format::oneLine(step.path.isEmpty() ? step.relative : step.path, tooltipLength)
                   : text();
    case Qt::TextAlignmentRole:
        return int((column == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case ElideMiddleRole:
        return column == Path;
    case ToneRole:
        if (column != What)
            return {};
        switch (step.kind) {
        case Kind::Refused:
            return int(Tone::Failed);
        case Kind::Unknown:
        case Kind::Namesake:
            return int(Tone::Attention);
        case Kind::Foreign:
            return int(Tone::None);
        case Kind::Remove:
            return int(m_isDone[int(Kind::Remove)] ? Tone::Attention : Tone::None);
        case Kind::Same:
            return int(step.reason.isEmpty() ? Tone::Fine : Tone::Attention);
        case Kind::Add:
        case Kind::Replace:
            return int(m_isDone[int(step.kind)] ? Tone::Running : Tone::None);
        }
        return {};
    case SortRole:
        switch (column) {
        case Path:
            return step.relative;
        case What:
            return rank(step.kind);
        case Size:
            return step.size;
        case Detail:
            return step.reason;
        }
        return {};
    default:
        return {};
    }
}

QVariant SyncModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Path:
        return tr("Path");
    case What:
        return tr("What happens");
    case Size:
        return tr("Size");
    case Detail:
        return tr("Detail");
    }
    return {};
}

} // namespace odc

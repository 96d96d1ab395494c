// SPDX-License-Identifier: GPL-3.0-or-later
#include "uploadmodel.h"

#include "base/format.h"
#include "lists/cellvalue.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <limits>

namespace odc {

namespace {

constexpr int tooltipLength = 1000;

} // namespace

UploadModel::UploadModel(QObject *parent) : QAbstractTableModel(parent) { }

bool UploadModel::isChosen(const Row &row)
{
    if (isRefusal(row.problem))
        return false;
    return row.choice == Choice::Yes || (row.choice == Choice::ByDefault && row.problem == UploadProblem::None);
}

void UploadModel::add(const QList<UploadCandidate> &candidates)
{
    QSet<QString> known;
    for (const Row &row : std::as_const(m_rows))
        known.insert(row.candidate.path);
    QList<Row> fresh;
    for (const UploadCandidate &candidate : candidates) {
        if (known.contains(candidate.path))
            continue;
        known.insert(candidate.path);
        fresh.append({candidate, UploadProblem::None, Choice::ByDefault});
    }
    if (fresh.isEmpty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + fresh.size()) - 1);
    m_rows.append(fresh);
    endInsertRows();
    check();
}

void UploadModel::setPurpose(const QString &purpose)
{
    m_purpose = purpose;
    check();
}

void UploadModel::setPartsFrom(qint64 bytes)
{
    m_partsFrom = std::min(bytes, singleUploadLimit);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, Verdict), index(int(m_rows.size()) - 1, Verdict));
}

void UploadModel::check()
{
    QList<UploadCandidate> candidates;
    candidates.reserve(m_rows.size());
    for (const Row &row : std::as_const(m_rows))
        candidates << row.candidate;
    const QList<UploadProblem> problems = checkUpload(candidates, m_purpose);
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        m_rows[i].problem = problems.at(i);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, Folder));
    Q_EMIT choiceChanged();
}

QList<UploadCandidate> UploadModel::chosen() const
{
    QList<UploadCandidate> result;
    for (const Row &row : m_rows) {
        if (isChosen(row))
            result << row.candidate;
    }
    return result;
}

int UploadModel::chosenCount() const
{
    return int(std::count_if(m_rows.cbegin(), m_rows.cend(), isChosen));
}

qint64 UploadModel::chosenBytes() const
{
    qint64 sum = 0;
    for (const Row &row : m_rows) {
        if (isChosen(row))
            sum += std::clamp<qint64>(row.candidate.size, 0, std::numeric_limits<qint64>::max() - sum);
    }
    return sum;
}

int UploadModel::refusedCount() const
{
    return int(std::count_if(m_rows.cbegin(), m_rows.cend(), [](const Row &row) { return isRefusal(row.problem); }));
}

int UploadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int UploadModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Folder + 1;
}

QVariant UploadModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows.at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        switch (column) {
        case Name:
            return format::oneLine(row.candidate.name);
        case Size:
            return format::size(row.candidate.size);
        case Verdict:
            if (row.problem != UploadProblem::None)
                return problemText(row.problem);
            return row.candidate.size > m_partsFrom ? tr("ready, goes in parts") : tr("ready");
        case Folder:
            return format::oneLine(QFileInfo(row.candidate.path).absolutePath());
        }
        return {};
    case Qt::ToolTipRole:
        return format::oneLine(row.candidate.path, tooltipLength);
    case Qt::CheckStateRole:
        if (column == Name)
            return int(isChosen(row) ? Qt::Checked : Qt::Unchecked);
        return {};
    case Qt::TextAlignmentRole:
        return int((column == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case ToneRole:
        if (column != Verdict)
            return {};
        if (row.problem == UploadProblem::None)
            return int(Tone::Fine);
        return int(isRefusal(row.problem) ? Tone::Failed : Tone::Attention);
    case ElideMiddleRole:
        return column == Folder || column == Name;
    case SortRole:
        switch (column) {
        case Name:
            return row.candidate.name;
        case Size:
            return row.candidate.size;
        case Verdict:
            return int(row.problem);
        case Folder:
            return row.candidate.path;
        }
        return {};
    default:
        return {};
    }
}

bool UploadModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || index.column() != Name)
        return false;
    Row &row = m_rows[index.row()];
    if (isRefusal(row.problem))
        return false;
    row.choice = value.toInt() == Qt::Checked ? Choice::Yes : Choice::No;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT choiceChanged();
    return true;
}

QVariant UploadModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name:
        return tr("Name");
    case Size:
        return tr("Size");
    case Verdict:
        return tr("Check");
    case Folder:
        return tr("Folder");
    }
    return {};
}

Qt::ItemFlags UploadModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
    if (index.column() == Name && !isRefusal(m_rows.at(index.row()).problem))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace odc

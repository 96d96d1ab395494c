// SPDX-License-Identifier: GPL-3.0-or-later
#include "filechoicemodel.h"

#include "base/format.h"

#include <QFileInfo>

#include <algorithm>
#include <limits>

namespace odc {

namespace {

constexpr int nameColumn = 0;
constexpr int tooltipLength = 1000;

} // namespace

FileChoiceModel::FileChoiceModel(const Columns &columns, QObject *parent)
    : QAbstractTableModel(parent), m_columns(columns)
{
}

bool FileChoiceModel::isChosen(int row) const
{
    return isChosen(row, file(row));
}

bool FileChoiceModel::isChosen(int row, const File &file) const
{
    return file.tone != Tone::Failed && m_choices.value(row, file.goesByDefault);
}

int FileChoiceModel::chosenCount() const
{
    int count = 0;
    for (int row = 0, rows = rowCount(); row < rows; ++row)
        count += isChosen(row);
    return count;
}

qint64 FileChoiceModel::chosenBytes() const
{
    qint64 sum = 0;
    for (int row = 0, rows = rowCount(); row < rows; ++row) {
        if (const File file = this->file(row); isChosen(row, file))
            sum += std::clamp<qint64>(file.size, 0, std::numeric_limits<qint64>::max() - sum);
    }
    return sum;
}

int FileChoiceModel::refusedCount() const
{
    int count = 0;
    for (int row = 0, rows = rowCount(); row < rows; ++row)
        count += file(row).tone == Tone::Failed;
    return count;
}

int FileChoiceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns.count;
}

QVariant FileChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const File file = this->file(index.row());
    const int column = index.column();
    const QString &place = file.path.isEmpty() ? file.id : file.path;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        if (column == nameColumn)
            return format::oneLine(file.name);
        if (column == m_columns.size)
            return format::size(file.size);
        if (column == m_columns.verdict)
            return verdict(index.row());
        if (column == m_columns.folder)
            return file.path.isEmpty() ? file.id : format::oneLine(QFileInfo(file.path).absolutePath());
        return {};
    case Qt::ToolTipRole:
        return format::oneLine(place, tooltipLength);
    case Qt::CheckStateRole:
        if (column == nameColumn)
            return int(isChosen(index.row(), file) ? Qt::Checked : Qt::Unchecked);
        return {};
    case Qt::TextAlignmentRole:
        return headerData(column, Qt::Horizontal, role);
    case ToneRole:
        return column == m_columns.verdict ? QVariant(int(file.tone)) : QVariant();
    case ElideMiddleRole:
        return column == m_columns.folder || column == nameColumn;
    case SortRole:
        if (column == nameColumn)
            return file.name;
        if (column == m_columns.size)
            return file.size;
        if (column == m_columns.verdict)
            return file.rank;
        if (column == m_columns.folder)
            return place;
        return {};
    default:
        return {};
    }
}

bool FileChoiceModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || index.column() != nameColumn ||
        file(index.row()).tone == Tone::Failed)
        return false;
    m_choices.insert(index.row(), value.toInt() == Qt::Checked);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT choiceChanged();
    return true;
}

QVariant FileChoiceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == m_columns.size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(title(section)) : QVariant();
}

Qt::ItemFlags FileChoiceModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
    if (index.column() == nameColumn && file(index.row()).tone != Tone::Failed)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace odc

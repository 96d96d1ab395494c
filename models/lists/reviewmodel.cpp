// SPDX-License-Identifier: GPL-3.0-or-later
#include "reviewmodel.h"

#include "base/format.h"
#include "lists/textorder.h"

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int tooltipLength = 1000;

QString idOf(const AttributeChange &change)
{
    return change.fileId + u'/' + change.key;
}

Tone toneOf(const ReviewedChange &change)
{
    if (!change.problem.isEmpty())
        return Tone::Failed;
    return change.isConflict ? Tone::Attention : Tone::None;
}

} // namespace

ReviewModel::ReviewModel(const QList<ReviewedChange> &changes, QObject *parent)
    : RowModelBase(parent), m_changes(changes)
{
    setColumns({{"file"_ba, tr("File"), ColumnType::Text, 240},
                {"key"_ba, tr("Key"), ColumnType::Text, 130},
                {"before"_ba, tr("Before"), ColumnType::Text, 150},
                {"after"_ba, tr("After"), ColumnType::Text, 150},
                {"note"_ba, tr("Note"), ColumnType::State, 240}});
    for (int i = 0; i < m_changes.size(); ++i) {
        m_rows.insert(idOf(m_changes.at(i).change), i);
        if (toneOf(m_changes.at(i)) == Tone::None)
            m_chosen.insert(i);
    }
}

QList<AttributeChange> ReviewModel::chosen() const
{
    QList<AttributeChange> all;
    for (int i = 0; i < m_changes.size(); ++i) {
        if (m_chosen.contains(i))
            all << m_changes.at(i).change;
    }
    return all;
}

int ReviewModel::chosenFileCount() const
{
    QSet<QString> files;
    for (const int row : m_chosen)
        files.insert(m_changes.at(row).change.fileId);
    return int(files.size());
}

void ReviewModel::chooseAll(bool all)
{
    m_chosen.clear();
    for (int i = 0; all && i < m_changes.size(); ++i) {
        if (toneOf(m_changes.at(i)) == Tone::None)
            m_chosen.insert(i);
    }
    if (!m_changes.isEmpty())
        Q_EMIT dataChanged(index(0, File), index(rowCount() - 1, File), {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
}

void ReviewModel::choose(const QList<int> &rows, bool isChosen)
{
    if (rows.isEmpty())
        return;
    for (const int row : rows) {
        if (!m_changes.at(row).problem.isEmpty())
            continue;
        if (isChosen)
            m_chosen.insert(row);
        else
            m_chosen.remove(row);
    }
    // One word for all of them: thousands may be selected, and each word counts all.
    const auto [first, last] = std::minmax_element(rows.cbegin(), rows.cend());
    Q_EMIT dataChanged(index(*first, File), index(*last, File), {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
}

int ReviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_changes.size());
}

QString ReviewModel::text(const ReviewedChange &reviewed, int column) const
{
    const AttributeChange &change = reviewed.change;
    switch (column) {
    case File:
        return change.title;
    case Key:
        return change.key;
    case Before:
        return change.before ? change.before->typedText() : QString();
    case After:
        return change.after ? change.after->typedText() : QString();
    case Note:
        if (!reviewed.problem.isEmpty())
            return reviewed.problem;
        if (reviewed.isConflict)
            return tr("changed by somebody else; a check overwrites it");
        if (!change.before)
            return tr("new");
        if (!change.after)
            return tr("removed");
        if (change.before->type() != change.after->type())
            return tr("%1 becomes %2")
                .arg(AttributeValue::typeName(change.before->type()),
                     AttributeValue::typeName(change.after->type()));
        return {};
    }
    return {};
}

QVariant ReviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_changes.size())
        return {};
    const ReviewedChange &change = m_changes.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: {
        const bool isNothing =
            (column == Before && !change.change.before) || (column == After && !change.change.after);
        return isNothing ? tr("–", "nothing") : format::oneLine(text(change, column));
    }
    case Qt::ToolTipRole:
        return format::oneLine(text(change, column), tooltipLength);
    case Qt::AccessibleTextRole: {
        const auto &value = column == Before ? change.change.before : change.change.after;
        if (column == Before || column == After)
            return value ? tr("%1, %2").arg(format::oneLine(value->text()),
                                            AttributeValue::typeName(value->type()))
                         : tr("nothing");
        return format::oneLine(text(change, column));
    }
    case Qt::CheckStateRole:
        if (column != File || !change.problem.isEmpty())
            return {};
        return m_chosen.contains(index.row()) ? Qt::Checked : Qt::Unchecked;
    case Qt::TextAlignmentRole:
        return headerData(column, Qt::Horizontal, role);
    case ToneRole:
        return column == Note && toneOf(change) != Tone::None ? QVariant(int(toneOf(change))) : QVariant();
    case SortRole:
        return rawValue(index.row(), column);
    default:
        return {};
    }
}

bool ReviewModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || index.column() != File ||
        !m_changes.at(index.row()).problem.isEmpty())
        return false;
    choose({index.row()}, value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags ReviewModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = RowModelBase::flags(index);
    if (index.isValid() && index.column() == File && m_changes.at(index.row()).problem.isEmpty())
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QString ReviewModel::rowId(int row) const
{
    return row >= 0 && row < m_changes.size() ? idOf(m_changes.at(row).change) : QString();
}

int ReviewModel::rowOf(const QString &id) const
{
    return m_rows.value(id, -1);
}

QJsonObject ReviewModel::rowJson(int row) const
{
    if (row < 0 || row >= m_changes.size())
        return {};
    const AttributeChange &change = m_changes.at(row).change;
    QJsonObject object{{u"file"_s, change.fileId}, {u"key"_s, change.key}};
    if (change.before)
        object.insert(u"before"_s, change.before->toJson());
    if (change.after)
        object.insert(u"after"_s, change.after->toJson());
    return object;
}

QVariant ReviewModel::rawValue(int row, int column) const
{
    return row >= 0 && row < m_changes.size() ? QVariant(text(m_changes.at(row), column)) : QVariant();
}

int ReviewModel::compareRows(int column, int left, int right) const
{
    const ReviewedChange &a = m_changes.at(left);
    const ReviewedChange &b = m_changes.at(right);
    if (column == Note)
        return int(toneOf(b)) - int(toneOf(a)); // what needs a person first
    return compareText(text(a, column), text(b, column));
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cleaningmodel.h"

#include "base/clock.h"
#include "base/format.h"
#include "lists/textorder.h"

#include <QJsonDocument>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int tooltipLength = 1000;

} // namespace

CleaningModel::CleaningModel(const QList<CleaningItem> &items, const QSet<QString> &chosen,
                             const Clock &clock, QObject *parent)
    : RowModelBase(parent), m_items(items), m_clock(clock)
{
    setColumns({{"name"_ba, tr("Name"), ColumnType::Text, 240},
                {"category"_ba, tr("Kind"), ColumnType::State, 170},
                {"reason"_ba, tr("Why it may go"), ColumnType::Text, 220},
                {"uses"_ba, tr("Used by"), ColumnType::Text, 130},
                {"size"_ba, tr("Size"), ColumnType::Bytes, 90},
                {"created"_ba, tr("Created"), ColumnType::Time, 110},
                {"id"_ba, tr("ID"), ColumnType::Id, 120}});
    m_rows.reserve(items.size());
    for (int i = 0; i < m_items.size(); ++i) {
        m_rows.insert(m_items.at(i).key(), i);
        if (chosen.contains(m_items.at(i).key()))
            set(i, true);
    }
}

void CleaningModel::set(int row, bool isChosen)
{
    if (m_chosen.contains(row) == isChosen)
        return;
    const CleaningItem &item = m_items.at(row);
    if (isChosen)
        m_chosen.insert(row);
    else
        m_chosen.remove(row);
    m_counts[int(item.category)] += isChosen ? 1 : -1;
    m_bytes += isChosen ? item.bytes : -item.bytes;
    if (item.action == CleaningItem::Action::DetachFile)
        m_entries += isChosen ? 1 : -1;
}

QList<CleaningItem> CleaningModel::chosen() const
{
    QList<CleaningItem> all;
    all.reserve(m_chosen.size());
    for (int i = 0; i < m_items.size(); ++i) {
        if (m_chosen.contains(i))
            all << m_items.at(i);
    }
    return all;
}

QSet<QString> CleaningModel::chosenKeys() const
{
    QSet<QString> keys;
    for (const int row : m_chosen)
        keys.insert(m_items.at(row).key());
    return keys;
}

void CleaningModel::choose(const QList<int> &rows, bool isChosen)
{
    if (rows.isEmpty())
        return;
    for (const int row : rows)
        set(row, isChosen);
    // One word for all of them: thousands may be selected, and each word counts all.
    const auto [first, last] = std::minmax_element(rows.cbegin(), rows.cend());
    Q_EMIT dataChanged(index(*first, Name), index(*last, Name), {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
}

int CleaningModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QString CleaningModel::text(const CleaningItem &item, int column) const
{
    switch (column) {
    case Name:
        return item.title;
    case Category:
        return cleaningWord(item.category);
    case Reason:
        return item.reason;
    case Uses:
        return item.usedBy;
    case Size:
        return item.bytes > 0 ? format::size(item.bytes) : QString();
    case Created:
        return item.createdAt > 0 ? format::relativeTime(item.createdAt, m_clock.unixSeconds()) : QString();
    case Id:
        return item.id;
    }
    return {};
}

QVariant CleaningModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_items.size())
        return {};
    const CleaningItem &item = m_items.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: {
        const QString shown = format::oneLine(text(item, column));
        return shown.isEmpty() ? tr("–", "nothing") : shown;
    }
    case Qt::ToolTipRole:
        if (column == Size)
            return format::exactSize(item.bytes);
        if (column == Created)
            return item.createdAt > 0 ? format::exactTime(item.createdAt) : QString();
        return format::oneLine(text(item, column), tooltipLength);
    case Qt::CheckStateRole:
        if (column != Name)
            return {};
        return m_chosen.contains(index.row()) ? Qt::Checked : Qt::Unchecked;
    case Qt::TextAlignmentRole:
        return headerData(column, Qt::Horizontal, role);
    case MonospaceRole:
        return column == Id ? QVariant(true) : QVariant();
    case ElideMiddleRole: // names that begin alike are told apart by their ends
        return column == Id || column == Name ? QVariant(true) : QVariant();
    case SortRole:
        return rawValue(index.row(), column);
    default:
        return {};
    }
}

bool CleaningModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || index.column() != Name)
        return false;
    choose({index.row()}, value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags CleaningModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = RowModelBase::flags(index);
    if (index.isValid() && index.column() == Name)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QString CleaningModel::rowId(int row) const
{
    return row >= 0 && row < m_items.size() ? m_items.at(row).key() : QString();
}

int CleaningModel::rowOf(const QString &id) const
{
    return m_rows.value(id, -1);
}

QJsonObject CleaningModel::rowJson(int row) const
{
    return row >= 0 && row < m_items.size() ? QJsonDocument::fromJson(m_items.at(row).toJson()).object()
                                            : QJsonObject();
}

QVariant CleaningModel::rawValue(int row, int column) const
{
    if (row < 0 || row >= m_items.size())
        return {};
    const CleaningItem &item = m_items.at(row);
    switch (column) {
    case Category:
        return cleaningName(item.category);
    case Size:
        return item.bytes;
    case Created:
        return item.createdAt > 0 ? QVariant(item.createdAt) : QVariant();
    default:
        return text(item, column);
    }
}

int CleaningModel::compareRows(int column, int left, int right) const
{
    const CleaningItem &a = m_items.at(left);
    const CleaningItem &b = m_items.at(right);
    switch (column) {
    case Category:
        return order(int(a.category), int(b.category));
    case Reason: // sentences with times in them: by kind, then by age
        return a.category != b.category ? order(int(a.category), int(b.category)) : order(a.createdAt, b.createdAt);
    case Uses:
        return order(a.uses.size(), b.uses.size());
    case Size:
        return order(a.bytes, b.bytes);
    case Created:
        return order(a.createdAt, b.createdAt);
    default:
        return compareText(text(a, column), text(b, column));
    }
}

} // namespace odc

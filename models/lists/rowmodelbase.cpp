// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowmodelbase.h"

#include "base/background.h"

namespace odc {

int RowModelBase::columnOf(QByteArrayView key) const
{
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        if (QByteArrayView(m_columns.at(i).key) == key)
            return int(i);
    }
    return -1;
}

int RowModelBase::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

const QString *RowModelBase::sortText(int, int) const
{
    return nullptr;
}

std::optional<RowModelBase::SortNumbers> RowModelBase::sortNumbers(int, int) const
{
    return std::nullopt;
}

std::optional<bool> RowModelBase::mentions(int, int, const QByteArray &) const
{
    return std::nullopt;
}

void RowModelBase::aboutToFilter(const QList<FilterWord> &) {}

void RowModelBase::aboutToSort(int) {}

void RowModelBase::restore(const QList<QByteArray> &, qint64) {}

void RowModelBase::aside(std::function<std::shared_ptr<void>()> work,
                         std::function<void(const std::shared_ptr<void> &)> done)
{
    inBackground(this, std::move(work), std::move(done));
}

QVariant RowModelBase::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    const ColumnInfo &column = m_columns.at(section);
    switch (role) {
    case Qt::DisplayRole:
        return column.title;
    case Qt::TextAlignmentRole:
        if (column.type == ColumnType::Number || column.type == ColumnType::Bytes)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

void RowModelBase::addColumns(const QList<ColumnInfo> &columns)
{
    if (columns.isEmpty())
        return;
    beginInsertColumns({}, int(m_columns.size()), int(m_columns.size() + columns.size()) - 1);
    m_columns += columns;
    endInsertColumns();
}

void RowModelBase::setLoadState(LoadState state, const ApiError &error)
{
    m_loadState = state;
    m_loadError = error;
    Q_EMIT loadStateChanged();
}

} // namespace odc

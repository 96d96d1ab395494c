// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterproxy.h"

#include "lists/rowmodelbase.h"
#include "lists/textorder.h"

#include <algorithm>
#include <string>
#include <utility>

namespace odc {

namespace {

/// Up to so many runs of neighbours come or go one by one; more of them in one piece and a change of layout.
constexpr size_t fewRuns = 16;

using Run = std::pair<int, int>;

/// Runs of neighbouring positions for which `test` holds, from the first on.
template <typename Test> std::vector<Run> runsWhere(int count, Test test)
{
    std::vector<Run> runs;
    for (int i = 0; i < count; ++i) {
        if (!test(i))
            continue;
        if (!runs.empty() && runs.back().second == i - 1)
            runs.back().second = i;
        else
            runs.emplace_back(i, i);
    }
    return runs;
}

} // namespace

FilterProxy::FilterProxy(QObject *parent) : QAbstractProxyModel(parent) {}

void FilterProxy::setSourceModel(QAbstractItemModel *model)
{
    setRows(qobject_cast<RowModelBase *>(model));
}

void FilterProxy::setRows(RowModelBase *model)
{
    beginResetModel();
    if (m_rows)
        m_rows->disconnect(this);
    m_rows = model;
    QAbstractProxyModel::setSourceModel(model);
    if (m_rows) {
        connect(m_rows, &QAbstractItemModel::dataChanged, this, &FilterProxy::changed);
        connect(m_rows, &QAbstractItemModel::rowsAboutToBeInserted, this, &FilterProxy::settle);
        connect(m_rows, &QAbstractItemModel::rowsInserted, this,
                [this](const QModelIndex &, int first, int last) { inserted(first, last); });
        connect(m_rows, &QAbstractItemModel::rowsAboutToBeRemoved, this,
                [this](const QModelIndex &, int first, int last) { aboutToRemove(first, last); });
        connect(m_rows, &QAbstractItemModel::rowsRemoved, this,
                [this](const QModelIndex &, int first, int last) { removed(first, last); });
        connect(m_rows, &QAbstractItemModel::layoutAboutToBeChanged, this, &FilterProxy::settle);
        connect(m_rows, &QAbstractItemModel::layoutChanged, this, &FilterProxy::rearranged);
        connect(m_rows, &QAbstractItemModel::columnsAboutToBeInserted, this,
                [this](const QModelIndex &, int first, int last) { beginInsertColumns({}, first, last); });
        connect(m_rows, &QAbstractItemModel::columnsInserted, this, [this] {
            endInsertColumns();
            reread();
        });
        connect(m_rows, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
        connect(m_rows, &QAbstractItemModel::modelReset, this, [this] {
            // The columns may be others now, and a term names one.
            m_expression = FilterExpression::parse(m_text, m_rows->columns(), m_textFrom);
            if (m_sortColumn >= m_rows->columns().size())
                m_sortColumn = -1;
            announceWords();
            m_rows->aboutToSort(m_sortColumn);
            rebuild();
            endResetModel();
        });
        connect(m_rows, &QObject::destroyed, this, [this] {
            beginResetModel();
            m_rows = nullptr;
            rebuild();
            endResetModel();
        });
        m_expression = FilterExpression::parse(m_text, m_rows->columns(), m_textFrom);
        announceWords();
    }
    rebuild();
    endResetModel();
}

void FilterProxy::setFilterText(const QString &text, qint64 nowUnix)
{
    if (text == m_text)
        return;
    m_text = text;
    m_textFrom = nowUnix;
    if (m_rows) // else it is read when they come: its words name their columns
        reread();
}

void FilterProxy::reread()
{
    settle();
    m_expression = FilterExpression::parse(m_text, m_rows->columns(), m_textFrom);
    announceWords();
    Rows stays;
    Rows incoming;
    stays.reserve(m_shown.size());
    for (const int row : m_shown) {
        if (accepts(row))
            stays.push_back(row);
    }
    for (int row = 0; row < int(m_place.size()); ++row) {
        if (m_place[size_t(row)] < 0 && accepts(row))
            incoming.push_back(row);
    }
    show(withSorted(stays, std::move(incoming)));
}

void FilterProxy::announceWords()
{
    QList<RowModelBase::FilterWord> words;
    for (const auto &[column, folded] : m_expression.words())
        words.append({column, folded});
    m_rows->aboutToFilter(words);
}

int FilterProxy::sourceRow(const QModelIndex &proxyIndex) const
{
    return proxyIndex.isValid() && proxyIndex.row() < int(m_shown.size()) ? m_shown[size_t(proxyIndex.row())]
                                                                          : -1;
}

void FilterProxy::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    if (m_rows)
        m_rows->aboutToSort(column);
    m_dirty.clear();
    Rows accepted;
    accepted.reserve(m_place.size());
    for (int row = 0; row < int(m_place.size()); ++row) {
        if (accepts(row))
            accepted.push_back(row);
    }
    show(withSorted({}, std::move(accepted)));
}

QModelIndex FilterProxy::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

int FilterProxy::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int FilterProxy::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_rows ? 0 : m_rows->columnCount();
}

bool FilterProxy::hasChildren(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_shown.empty();
}

QVariant FilterProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_rows ? m_rows->headerData(section, orientation, role) : QVariant();
}

QModelIndex FilterProxy::mapToSource(const QModelIndex &proxyIndex) const
{
    const int row = sourceRow(proxyIndex);
    return row < 0 || !m_rows ? QModelIndex() : m_rows->index(row, proxyIndex.column());
}

QModelIndex FilterProxy::mapFromSource(const QModelIndex &sourceIndex) const
{
    if (!sourceIndex.isValid() || sourceIndex.row() >= int(m_place.size()))
        return {};
    const int row = m_place[size_t(sourceIndex.row())];
    return row < 0 ? QModelIndex() : createIndex(row, sourceIndex.column());
}

bool FilterProxy::accepts(int sourceRow) const
{
    return m_expression.isEmpty() || m_expression.matches(*m_rows, sourceRow);
}

bool FilterProxy::comesBefore(int left, int right) const
{
    if (m_sortColumn < 0)
        return left < right;
    if (const int order = m_rows->compareRows(m_sortColumn, left, right); order != 0)
        return m_sortOrder == Qt::AscendingOrder ? order < 0 : order > 0;
    return m_rows->rowId(left) < m_rows->rowId(right);
}

void FilterProxy::sortRows(Rows &rows) const
{
    constexpr size_t longList = 500;
    if (rows.size() > longList && (sortRowsByText(rows) || sortRowsByNumbers(rows)))
        return;
    std::sort(rows.begin(), rows.end(), [this](int left, int right) { return comesBefore(left, right); });
}

bool FilterProxy::sortRowsByText(Rows &rows) const
{
    // The texts side by side in one block, folded once: comparing them where they are costs a walk through
    // memory each time, and a sort compares each a dozen times.
    struct Key
    {
        size_t from;
        size_t size;
        int row;
        int at;     // of its id, for texts that are the same
        bool plain; // ASCII; others are compared by the list
    };
    std::string block;
    QStringList ids;
    ids.reserve(qsizetype(rows.size()));
    std::vector<Key> keys;
    keys.reserve(rows.size());
    for (const int row : rows) {
        const QString *text = m_sortColumn < 0 ? nullptr : m_rows->sortText(m_sortColumn, row);
        if (!text)
            return false;
        Key key{block.size(), size_t(text->size()), row, int(ids.size()), true};
        for (const QChar c : *text) {
            key.plain = key.plain && c.unicode() < 0x80;
            block.push_back(char(foldAscii(c.unicode())));
        }
        keys.push_back(key);
        ids.append(m_rows->rowId(row));
    }
    const bool ascending = m_sortOrder == Qt::AscendingOrder;
    const std::string_view all(block);
    std::sort(keys.begin(), keys.end(), [&](const Key &left, const Key &right) {
        if (left.plain && right.plain) {
            const int order = all.substr(left.from, left.size).compare(all.substr(right.from, right.size));
            return order == 0 ? ids.at(left.at) < ids.at(right.at) : ascending ? order < 0 : order > 0;
        }
        return comesBefore(left.row, right.row);
    });
    std::transform(keys.begin(), keys.end(), rows.begin(), [](const Key &key) { return key.row; });
    return true;
}

bool FilterProxy::sortRowsByNumbers(Rows &rows) const
{
    struct Key
    {
        RowModelBase::SortNumbers numbers;
        int row;
    };
    std::vector<Key> keys;
    keys.reserve(rows.size());
    for (const int row : rows) {
        const auto numbers = m_sortColumn < 0 ? std::nullopt : m_rows->sortNumbers(m_sortColumn, row);
        if (!numbers)
            return false;
        keys.push_back({*numbers, row});
    }
    const bool ascending = m_sortOrder == Qt::AscendingOrder;
    std::sort(keys.begin(), keys.end(), [&](const Key &left, const Key &right) {
        if (left.numbers != right.numbers)
            return ascending ? left.numbers < right.numbers : right.numbers < left.numbers;
        return m_rows->rowId(left.row) < m_rows->rowId(right.row);
    });
    std::transform(keys.begin(), keys.end(), rows.begin(), [](const Key &key) { return key.row; });
    return true;
}

FilterProxy::Rows FilterProxy::withSorted(const Rows &shown, Rows incoming) const
{
    const auto before = [this](int left, int right) { return comesBefore(left, right); };
    sortRows(incoming);
    if (shown.empty())
        return incoming;
    Rows result;
    result.reserve(shown.size() + incoming.size());
    // A few rows find their places by halving, many by walking along.
    if (incoming.size() * 16 > shown.size()) {
        std::merge(shown.begin(), shown.end(), incoming.begin(), incoming.end(), std::back_inserter(result),
                   before);
        return result;
    }
    auto from = shown.begin();
    for (const int row : incoming) {
        const auto to = std::upper_bound(from, shown.end(), row, before);
        result.insert(result.end(), from, to);
        result.push_back(row);
        from = to;
    }
    result.insert(result.end(), from, shown.end());
    return result;
}

void FilterProxy::rebuild()
{
    m_dirty.clear();
    m_place.assign(m_rows ? size_t(m_rows->rowCount()) : 0, -1);
    Rows accepted;
    for (int row = 0; row < int(m_place.size()); ++row) {
        if (accepts(row))
            accepted.push_back(row);
    }
    m_shown = withSorted({}, std::move(accepted));
    renumber(0);
}

void FilterProxy::renumber(int fromRow)
{
    for (int row = fromRow; row < int(m_shown.size()); ++row)
        m_place[size_t(m_shown[size_t(row)])] = row;
}

void FilterProxy::show(const Rows &next)
{
    std::vector<bool> stays(m_place.size(), false);
    Rows common; // what is shown before and after, in the new order
    common.reserve(next.size());
    for (const int row : next) {
        stays[size_t(row)] = true;
        if (m_place[size_t(row)] >= 0)
            common.push_back(row);
    }
    removeGone(stays);
    if (m_shown != common)
        rearrange(std::move(common));
    insertNew(next);
}

void FilterProxy::removeGone(const std::vector<bool> &stays)
{
    auto runs = runsWhere(int(m_shown.size()), [&](int row) { return !stays[size_t(m_shown[size_t(row)])]; });
    if (runs.size() > fewRuns) {
        // All to the front and out in one piece. The front, because a view whose current row leaves goes to
        // the row beside the piece: the first that is left, not the last.
        Rows gathered = m_shown;
        const auto rest = std::stable_partition(gathered.begin(), gathered.end(),
                                                [&](int row) { return !stays[size_t(row)]; });
        const int count = int(rest - gathered.begin());
        rearrange(std::move(gathered));
        runs.assign(1, {0, count - 1});
    }
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        beginRemoveRows({}, run->first, run->second);
        for (int row = run->first; row <= run->second; ++row)
            m_place[size_t(m_shown[size_t(row)])] = -1;
        m_shown.erase(m_shown.begin() + run->first, m_shown.begin() + run->second + 1);
        renumber(run->first);
        endRemoveRows();
    }
}

void FilterProxy::insertNew(const Rows &next)
{
    const auto runs =
        runsWhere(int(next.size()), [&](int row) { return m_place[size_t(next[size_t(row)])] < 0; });
    if (runs.size() <= fewRuns) {
        for (const auto &[first, last] : runs) {
            beginInsertRows({}, first, last);
            m_shown.insert(m_shown.begin() + first, next.begin() + first, next.begin() + last + 1);
            renumber(first);
            endInsertRows();
        }
        return;
    }
    Rows incoming;
    for (const auto &[first, last] : runs)
        incoming.insert(incoming.end(), next.begin() + first, next.begin() + last + 1);
    const int at = int(m_shown.size());
    beginInsertRows({}, at, int(next.size()) - 1);
    m_shown.insert(m_shown.end(), incoming.begin(), incoming.end());
    renumber(at);
    endInsertRows();
    rearrange(next);
}

void FilterProxy::rearrange(Rows arrangement)
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    Rows sourceRows;
    sourceRows.reserve(size_t(before.size()));
    for (const QModelIndex &old : before)
        sourceRows.push_back(m_shown[size_t(old.row())]);
    m_shown = std::move(arrangement);
    renumber(0);
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(createIndex(m_place[size_t(sourceRows[size_t(i)])], before.at(i).column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void FilterProxy::changed(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    const int last = bottomRight.row();
    const bool mayMove = m_sortColumn >= topLeft.column() && m_sortColumn <= bottomRight.column();
    std::vector<int> places;
    for (int row = topLeft.row(); row <= last; ++row) {
        if (mayMove || !m_expression.isEmpty())
            m_dirty.push_back(row);
        if (const int place = m_place[size_t(row)]; place >= 0)
            places.push_back(place);
    }
    if (!m_dirty.empty())
        settleLater();
    if (places.empty())
        return;
    std::sort(places.begin(), places.end());
    std::vector<Run> bands;
    for (size_t i = 0; i < places.size(); ++i) {
        if (!bands.empty() && bands.back().second == places[i] - 1)
            bands.back().second = places[i];
        else
            bands.emplace_back(places[i], places[i]);
    }
    if (bands.size() > fewRuns)
        bands.assign(1, {places.front(), places.back()});
    for (const auto &[from, to] : bands)
        Q_EMIT dataChanged(createIndex(from, topLeft.column()), createIndex(to, bottomRight.column()), roles);
}

void FilterProxy::settleLater()
{
    if (std::exchange(m_settling, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_settling = false;
            settle();
        },
        Qt::QueuedConnection);
}

void FilterProxy::settle()
{
    if (m_dirty.empty())
        return;
    Rows dirty = std::exchange(m_dirty, {});
    std::sort(dirty.begin(), dirty.end());
    dirty.erase(std::unique(dirty.begin(), dirty.end()), dirty.end());
    // Most changes neither move nor hide their row. Pairs of rows that did not change are still in order, so
    // that it is enough to look at each changed row and its neighbours.
    const auto isWellPlaced = [this](int row) {
        const int place = m_place[size_t(row)];
        if (place < 0 || !accepts(row))
            return place < 0 && !accepts(row);
        return (place == 0 || !comesBefore(row, m_shown[size_t(place) - 1])) &&
               (place + 1 == int(m_shown.size()) || !comesBefore(m_shown[size_t(place) + 1], row));
    };
    if (std::all_of(dirty.begin(), dirty.end(), isWellPlaced))
        return;
    std::vector<bool> isDirty(m_place.size(), false);
    Rows incoming;
    for (const int row : dirty) {
        isDirty[size_t(row)] = true;
        if (accepts(row))
            incoming.push_back(row);
    }
    Rows rest;
    rest.reserve(m_shown.size());
    std::copy_if(m_shown.begin(), m_shown.end(), std::back_inserter(rest),
                 [&](int row) { return !isDirty[size_t(row)]; });
    show(withSorted(rest, std::move(incoming)));
}

void FilterProxy::inserted(int first, int last)
{
    const int count = last - first + 1;
    if (first < int(m_place.size())) {
        for (int &row : m_shown)
            row += row >= first ? count : 0;
    }
    m_place.insert(m_place.begin() + first, size_t(count), -1);
    Rows incoming;
    incoming.reserve(size_t(count));
    for (int row = first; row <= last; ++row) {
        if (accepts(row))
            incoming.push_back(row);
    }
    if (!incoming.empty())
        show(withSorted(m_shown, std::move(incoming)));
}

void FilterProxy::aboutToRemove(int first, int last)
{
    settle();
    std::vector<bool> stays(m_place.size(), true);
    std::fill(stays.begin() + first, stays.begin() + last + 1, false);
    removeGone(stays);
}

void FilterProxy::removed(int first, int last)
{
    const int count = last - first + 1;
    m_place.erase(m_place.begin() + first, m_place.begin() + last + 1);
    for (int &row : m_shown)
        row -= row > last ? count : 0;
}

void FilterProxy::rearranged()
{
    // The list below is numbered anew; what is shown, and in which order, depends on it only without a sort
    // column.
    const std::vector<int> &newRows = m_rows->renumbering();
    if (newRows.size() != m_place.size())
        return;
    for (int &row : m_shown)
        row = newRows[size_t(row)];
    std::fill(m_place.begin(), m_place.end(), -1);
    renumber(0);
    if (m_sortColumn < 0) {
        Rows sorted = m_shown;
        std::sort(sorted.begin(), sorted.end());
        if (sorted != m_shown)
            rearrange(std::move(sorted));
    }
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/rowmodelbase.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <limits>
#include <vector>

namespace odc {

/// A flat list of values with an `id` and an `operator==`. A subclass gives the columns (setColumns), the cells
/// (cell, raw, compare) and its own ways to fetch; bounds, identity and merging are done here, once.
///
/// Merging never resets: new ids are appended, changed rows repaint, missing ids leave, all by id, so that selection,
/// scroll and sort of every view survive each poll.
template <typename T>
class RowModel : public RowModelBase
{
public:
    using RowModelBase::RowModelBase;

    int rowCount(const QModelIndex &parent = {}) const final { return parent.isValid() ? 0 : int(m_rows.size()); }

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final
    {
        if (!index.isValid() || index.row() >= m_rows.size() || index.column() >= columns().size())
            return {};
        const T &item = m_rows.at(index.row());
        switch (role) {
        case SortRole:
            return raw(item, index.column());
        case Qt::TextAlignmentRole:
            return headerData(index.column(), Qt::Horizontal, role);
        case MonospaceRole:
        case ElideMiddleRole:
            return columns().at(index.column()).type == ColumnType::Id;
        default:
            return cell(item, index.column(), role);
        }
    }

    QString rowId(int row) const final { return isRow(row) ? m_rows.at(row).id : QString(); }
    int rowOf(const QString &id) const final
    {
        const int slot = m_index.value(id, -1);
        const int row = slot < 0 ? -1 : rowOfSlot(slot);
        return isRow(row) ? row : -1; // not yet, while it is on its way in
    }
    QJsonObject rowJson(int row) const final { return isRow(row) ? m_rows.at(row).toJson() : QJsonObject(); }
    QVariant rawValue(int row, int column) const final { return isRow(row) ? raw(m_rows.at(row), column) : QVariant(); }
    int compareRows(int column, int left, int right) const final
    {
        return compare(column, m_rows.at(left), m_rows.at(right));
    }

    const QList<T> &items() const { return m_rows; }
    /// Null when there is no such row.
    const T *item(int row) const { return isRow(row) ? &m_rows.at(row) : nullptr; }
    const T *item(const QString &id) const { return item(rowOf(id)); }

    /// Replaces rows whose content differs, appends unknown ids. Ids removed here with removeIds() stay away.
    void merge(QList<T> incoming)
    {
        std::vector<int> changed;
        QList<T> added;
        const int first = int(m_rows.size());
        for (T &item : incoming) {
            if (!m_removed.isEmpty() && m_removed.contains(item.id))
                continue;
            const auto known = m_index.constFind(item.id);
            if (known == m_index.constEnd()) {
                m_index.insert(item.id, int(m_rowOfSlot.size()));
                m_rowOfSlot.push_back(first + int(added.size()));
                added.append(std::move(item));
            } else if (const int row = rowOfSlot(*known); row >= first) {
                added[row - first] = std::move(item);
            } else {
                m_marks[size_t(row)].walk = m_walk;
                if (!(m_rows.at(row) == item)) {
                    m_rows[row] = std::move(item);
                    changed.push_back(row);
                }
            }
        }
        emitChanged(changed);
        append(std::move(added), m_walk);
    }

    /// What was known before, and may have changed since: unknown ids are appended, rows that are there stay as they are.
    /// The next endWalk() takes away what its walk did not bring.
    void mergeKept(QList<T> kept)
    {
        QList<T> added;
        const int first = int(m_rows.size());
        for (T &item : kept) {
            if (m_index.contains(item.id) || m_removed.contains(item.id))
                continue;
            m_index.insert(item.id, int(m_rowOfSlot.size()));
            m_rowOfSlot.push_back(first + int(added.size()));
            added.append(std::move(item));
        }
        m_takesKept = true;
        append(std::move(added), m_walk - 1u);
        m_takesKept = false;
    }

    /// A walk through the whole list begins: what merge() brings until endWalk() is alive.
    void beginWalk() { ++m_walk; }

    /// The walk saw everything: rows that it did not bring are gone at the server and leave, but for those made here
    /// since it began. A walk that does not get here removes nothing.
    void endWalk()
    {
        removeWhere([&](int row) { return m_marks[size_t(row)].walk != m_walk && !m_fresh.contains(m_rows.at(row).id); });
        m_fresh.clear();
        m_removed.clear();
    }

    /// Deleted from here: the rows leave, and a walk that began before the deletion does not bring them back.
    void removeIds(const QSet<QString> &ids)
    {
        m_removed.unite(ids);
        m_fresh.subtract(ids);
        removeWhere([&](int row) { return ids.contains(m_rows.at(row).id); });
    }

    /// Made from here: a walk that began before does not take them away.
    void addFresh(const T &item)
    {
        m_fresh.insert(item.id);
        m_removed.remove(item.id);
        merge({item});
    }

    /// The profile changed. The only reset there is.
    void clear()
    {
        beginResetModel();
        m_rows.clear();
        m_marks.clear();
        m_rowOfSlot.clear();
        m_index.clear();
        m_staleFrom = allFresh;
        m_fresh.clear();
        m_removed.clear();
        endResetModel();
        Q_EMIT countChanged();
    }

protected:
    /// The rows that are being told of as inserted come from mergeKept().
    bool takesKept() const { return m_takesKept; }

    /// Makes room for so many: growing with 100,000 rows in it takes longer than a frame.
    void expectRows(qsizetype count)
    {
        m_rows.reserve(count);
        m_marks.reserve(size_t(count));
        m_rowOfSlot.reserve(size_t(count));
        m_index.reserve(count);
    }

    /// Changes these rows where they are; `change` leaves their ids alone.
    template <typename Change>
    void changeRows(std::vector<int> rows, Change change)
    {
        for (const int row : rows)
            change(m_rows[row]);
        emitChanged(rows);
    }

    /// Content of a cell for any role but sorting, alignment and id marks.
    virtual QVariant cell(const T &item, int column, int role) const = 0;
    virtual QVariant raw(const T &item, int column) const = 0;
    virtual int compare(int column, const T &left, const T &right) const = 0;

private:
    bool isRow(int row) const { return row >= 0 && row < m_rows.size(); }

    /// Rows whose ids have the last slots already; `walk` is the one they count as brought by.
    void append(QList<T> added, quint32 walk)
    {
        if (added.isEmpty())
            return;
        const int first = int(m_rows.size());
        const int firstSlot = int(m_rowOfSlot.size() - size_t(added.size()));
        beginInsertRows({}, first, first + int(added.size()) - 1);
        for (int i = 0; i < added.size(); ++i)
            m_marks.push_back({walk, firstSlot + i});
        m_rows.append(std::move(added));
        endInsertRows();
        Q_EMIT countChanged();
    }

    /// One signal per run of neighbours; one for all when more than half changed.
    void emitChanged(std::vector<int> &rows)
    {
        if (rows.empty())
            return;
        const int lastColumn = columnCount() - 1;
        if (rows.size() * 2 > size_t(m_rows.size())) {
            Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, lastColumn));
            return;
        }
        std::sort(rows.begin(), rows.end());
        for (size_t i = 0; i < rows.size();) {
            size_t j = i + 1;
            while (j < rows.size() && rows[j] == rows[j - 1] + 1)
                ++j;
            Q_EMIT dataChanged(index(rows[i], 0), index(rows[j - 1], lastColumn));
            i = j;
        }
    }

    template <typename Predicate>
    void removeWhere(Predicate gone)
    {
        // Runs from the back, so that rows before them keep their numbers. Many scattered runs would each shift the
        // tail, so beyond a few dozen the survivors are kept in one layout change instead.
        std::vector<std::pair<int, int>> runs;
        for (int row = 0; row < m_rows.size(); ++row) {
            if (!gone(row))
                continue;
            if (!runs.empty() && runs.back().second == row - 1)
                runs.back().second = row;
            else
                runs.emplace_back(row, row);
        }
        if (runs.empty())
            return;
        if (runs.size() > 50)
            gatherAtEnd(runs);
        for (auto it = runs.rbegin(); it != runs.rend(); ++it) {
            beginRemoveRows({}, it->first, it->second);
            for (int row = it->first; row <= it->second; ++row)
                m_index.remove(m_rows.at(row).id);
            m_rows.remove(it->first, it->second - it->first + 1);
            m_marks.erase(m_marks.begin() + it->first, m_marks.begin() + it->second + 1);
            m_staleFrom = std::min(m_staleFrom, it->first); // numbered anew when somebody asks, not after each run
            endRemoveRows();
        }
        Q_EMIT countChanged();
    }

    /// Moves the rows of `runs` behind all others and makes them one run.
    void gatherAtEnd(std::vector<std::pair<int, int>> &runs)
    {
        Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        std::vector<int> target(size_t(m_rows.size()));
        std::vector<Mark> marks(size_t(m_rows.size()));
        QList<T> kept;
        QList<T> leaving;
        kept.reserve(m_rows.size());
        size_t run = 0;
        int total = 0;
        for (const auto &[first, last] : runs)
            total += last - first + 1;
        const int keptCount = int(m_rows.size()) - total;
        for (int row = 0; row < m_rows.size(); ++row) {
            while (run < runs.size() && row > runs[run].second)
                ++run;
            const bool goes = run < runs.size() && row >= runs[run].first;
            const int to = goes ? keptCount + int(leaving.size()) : int(kept.size());
            target[size_t(row)] = to;
            marks[size_t(to)] = m_marks[size_t(row)];
            (goes ? leaving : kept).append(std::move(m_rows[row]));
        }
        m_staleFrom = std::min(m_staleFrom, runs.front().first);
        m_rows = std::move(kept);
        m_rows.append(std::move(leaving));
        m_marks = std::move(marks);
        const QModelIndexList before = persistentIndexList();
        QModelIndexList after;
        after.reserve(before.size());
        for (const QModelIndex &old : before)
            after.append(index(target[size_t(old.row())], old.column()));
        changePersistentIndexList(before, after);
        setRenumbering(std::move(target));
        Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
        setRenumbering({});
        runs.assign(1, {keptCount, int(m_rows.size()) - 1});
    }

    /// What is remembered of a row beside its value.
    struct Mark {
        quint32 walk = 0; ///< the walk that brought it last
        int slot = -1;    ///< its number in m_rowOfSlot, for life
    };

    int rowOfSlot(int slot) const
    {
        if (m_rowOfSlot[size_t(slot)] >= m_staleFrom)
            renumber();
        return m_rowOfSlot[size_t(slot)];
    }

    void renumber() const
    {
        for (int row = m_staleFrom; row < m_rows.size(); ++row)
            m_rowOfSlot[size_t(m_marks[size_t(row)].slot)] = row;
        m_staleFrom = allFresh;
    }

    static constexpr int allFresh = std::numeric_limits<int>::max();

    QList<T> m_rows;
    std::vector<Mark> m_marks; ///< by row
    quint32 m_walk = 0;
    QHash<QString, int> m_index; ///< slot by id: rows move by the thousand, and hashing each id again takes too long
    mutable std::vector<int> m_rowOfSlot;
    bool m_takesKept = false;
    mutable int m_staleFrom = allFresh; ///< entries of m_rowOfSlot from this row on may be too high
    QSet<QString> m_fresh;
    QSet<QString> m_removed;
};

} // namespace odc

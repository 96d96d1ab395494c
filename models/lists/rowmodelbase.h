// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/apierror.h"
#include "lists/cellvalue.h"

#include <QAbstractTableModel>
#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace odc {

/// What a column holds: decides alignment, how a filter term and an export read it.
enum class ColumnType { Text, Id, Number, Bytes, Time, State };

/// One column of a list.
struct ColumnInfo {
    QByteArray key;  ///< stable, English, lower case: settings, filters ("size>10MB"), exports
    QString title;   ///< translated header
    ColumnType type = ColumnType::Text;
    int width = 100;  ///< suggested, in pixels at 1x
    bool shown = true; ///< by default
    bool ahead = false; ///< of a Time: it mostly lies ahead, so that "expires<3d" means within three days
    int most = 0;       ///< width beyond which it takes no spare room; 0: no bound. For a narrow first column
    bool percent = false; ///< of a Number: filters may name it as it is shown, "passed<90%"
    bool elsewhere = false; ///< values that are not in memory: "field=text" finds what has it, as "field:text" does; no
                            ///< filter takes numbers of that kind
};

/// Where a list stands with the server.
enum class LoadState {
    Idle,        ///< nothing asked yet
    Loading,     ///< first walk, or a refresh (rows of before stay)
    Ready,       ///< every page is there
    Stopped,     ///< stopped by the person: what came is shown
    Failed,      ///< see loadError(); what came, and what was there before, is shown
    Unavailable  ///< this account or server has no such area
};

/// The untyped side of every list: what views, proxies, filters, exports and settings need. Rows have an id that never
/// changes; nothing but clear() resets the model. GUI thread.
class RowModelBase : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    const QList<ColumnInfo> &columns() const { return m_columns; }
    /// -1 when there is no such column.
    int columnOf(QByteArrayView key) const;

    virtual QString rowId(int row) const = 0;
    /// Row of the id, or -1.
    virtual int rowOf(const QString &id) const = 0;
    /// The whole object, as received.
    virtual QJsonObject rowJson(int row) const = 0;
    /// Raw value of a cell: text, qint64 or double; invalid = absent. Costs no formatting. States are the wire's words,
    /// the same in every language: saved filters and exports hold them.
    virtual QVariant rawValue(int row, int column) const = 0;
    /// Order of two rows by a column: below, at or above 0. Typed and fast: sorts call it millions of times.
    virtual int compareRows(int column, int left, int right) const = 0;

    /// The text compareRows() orders by, where that is all it does and in the way of compareText(); null elsewhere.
    /// Long lists are sorted by it many times as fast. Valid until the model changes.
    virtual const QString *sortText(int column, int row) const;

    /// Numbers, none of them NaN.
    using SortNumbers = std::array<double, 3>;
    /// The numbers compareRows() orders by, one after the other, where that is all it does; null elsewhere. A column has
    /// them in each row or in none.
    virtual std::optional<SortNumbers> sortNumbers(int column, int row) const;

    /// Whether a row's text in a column (-1: in all it is looked for in) has `folded`, which is case folded UTF-8. Lists of
    /// long texts answer this from what they keep for it; null: the cells are to be looked through.
    virtual std::optional<bool> mentions(int row, int column, const QByteArray &folded) const;

    /// A text that rows are about to be filtered by, and the column it is looked for in; -1: wherever mentions() looks.
    struct FilterWord
    {
        int column = -1;
        QByteArray folded; ///< case folded UTF-8
        bool operator==(const FilterWord &) const = default;
    };
    /// The words that mentions() is asked for from now on; called before it is. For lists whose texts take a while to look
    /// through: they begin here, and tell by dataChanged() which rows are found.
    virtual void aboutToFilter(const QList<FilterWord> &words);
    /// The rows are about to be sorted by this column; -1: by none. Lists whose texts lie elsewhere begin to fetch them, and
    /// tell by dataChanged() when they have another order.
    virtual void aboutToSort(int column);

    /// While layoutChanged is being told: the row each old row became, by old row. Proxies keep their order by it
    /// instead of sorting anew.
    const std::vector<int> &renumbering() const { return m_renumbering; }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    LoadState loadState() const { return m_loadState; }
    const ApiError &loadError() const { return m_loadError; }
    /// Unix seconds of the last completed walk; 0 = never.
    qint64 refreshedAt() const { return m_refreshedAt; }
    /// Unix seconds when the list was as its rows say, where some of them were kept from before and no walk has confirmed
    /// them since; 0: there are none.
    qint64 keptFrom() const { return m_keptFrom; }
    /// Fills the list with what was known of it at `seenAt`: objects as they were once received, newest first. Only
    /// while nothing came from the server; the walk that ends next takes away what is not there any more.
    virtual void restore(const QList<QByteArray> &objects, qint64 seenAt);
    /// Asks the server anew; rows of before stay. A walk under way goes on instead of a second one.
    virtual void refresh() { }
    /// Ends the walk; what came stays.
    virtual void stop() { }
    virtual bool isWalking() const { return false; }
    /// Rows are still looked through for a filter: more may be found.
    virtual bool isSearching() const { return false; }

Q_SIGNALS:
    void loadStateChanged();
    /// Rows arrived or left through a walk or a change made here.
    void countChanged();

protected:
    void setColumns(QList<ColumnInfo> columns) { m_columns = std::move(columns); }
    /// More columns, behind those there are: nothing a view remembers of these is lost.
    void addColumns(const QList<ColumnInfo> &columns);
    void setLoadState(LoadState state, const ApiError &error = {});
    void setRenumbering(std::vector<int> newRows) { m_renumbering = std::move(newRows); }
    void setRefreshedAt(qint64 unixSeconds) { m_refreshedAt = unixSeconds; }
    void setKeptFrom(qint64 unixSeconds) { m_keptFrom = unixSeconds; }
    /// Runs `work` on the thread pool, then `done` with what it made, here; not when the list has gone by then.
    void aside(std::function<std::shared_ptr<void>()> work, std::function<void(const std::shared_ptr<void> &)> done);

private:
    QList<ColumnInfo> m_columns;
    LoadState m_loadState = LoadState::Idle;
    ApiError m_loadError;
    qint64 m_refreshedAt = 0;
    qint64 m_keptFrom = 0;
    std::vector<int> m_renumbering;
};

} // namespace odc

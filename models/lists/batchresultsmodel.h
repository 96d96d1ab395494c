// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batches/batchtext.h"
#include "lists/rowmodelbase.h"

#include <QCache>
#include <QSet>

#include <atomic>
#include <memory>
#include <vector>

namespace odc {

/// The requests of a batch with what became of them. Of a row only the 48 bytes of the join are in memory:
/// texts are read from the files on the pool when a cell is shown, a few hundred rows are kept, and a cell
/// that is not there yet says "…" until it is. Text filters and sorts by texts run through the files on the
/// pool, too; rows come and move as they are found.
class BatchResultsModel final : public RowModelBase
{
    Q_OBJECT
public:
    enum Column {
        CustomId,
        Status,
        Http,
        Request,
        Answer,
        Tokens,
        InputTokens,
        OutputTokens,
        Seconds,
        Attempt,
        Line,
        RequestId,
        Error,
        Note,
        ColumnCount
    };

    explicit BatchResultsModel(QObject *parent = nullptr);
    ~BatchResultsModel() override;

    /// Rows with the same number are the same request: a later join of the same input keeps selections and
    /// scroll.
    void setResults(std::shared_ptr<const BatchResults> results);
    /// Answers are still awaited: what has none is no failure yet.
    void setAwaiting(bool awaiting);
    bool isAwaiting() const { return m_awaiting; }
    /// No results, and `state` is why.
    void clearResults(LoadState state, const ApiError &error = {});
    /// How getting them anew stands, with the rows of before.
    void setState(LoadState state, const ApiError &error = {}) { setLoadState(state, error); }
    /// Null when there are none.
    const std::shared_ptr<const BatchResults> &results() const { return m_results; }
    const BatchRow &row(int row) const { return m_results->rows[size_t(row)]; }
    /// Whoever joins does it anew, or ends that.
    void refresh() override { Q_EMIT refreshWanted(); }
    void stop() override { Q_EMIT stopWanted(); }

    /// A text filter is on its way through the files.
    bool isSearching() const override { return m_searching; }
    /// Rows it looked through, of rowCount().
    int searchedCount() const { return m_searched; }
    /// Ends it; what was found is shown.
    void stopSearch();
    /// A sort by texts reads the files first.
    bool isRanking() const { return m_ranking; }

    /// "answered", translated.
    static QString stateText(BatchRowState state);
    static Tone stateTone(BatchRowState state);
    /// The same as filters and exports have it, in every language: answered, failed, expired, cancelled,
    /// missing.
    static QString stateWord(BatchRowState state);
    /// "429 rate_limit", "expired": what a kind of error is called.
    static QString errorTitle(const BatchErrorKind &kind);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QString rowId(int row) const override;
    int rowOf(const QString &id) const override;
    /// Nothing: lines are read on the pool.
    QJsonObject rowJson(int) const override { return {}; }
    QVariant rawValue(int row, int column) const override;
    int compareRows(int column, int left, int right) const override;
    std::optional<SortNumbers> sortNumbers(int column, int row) const override;
    std::optional<bool> mentions(int row, int column, const QByteArray &folded) const override;
    void aboutToFilter(const QList<FilterWord> &words) override;
    void aboutToSort(int column) override;

Q_SIGNALS:
    void refreshWanted();
    void stopWanted();
    /// A search began, got on or ended.
    void searchChanged();
    /// A sort by texts began or ended.
    void rankingChanged();

private:
    /// Where a word stands, as far as it was looked for.
    struct Search
    {
        FilterWord word;
        BatchPlace place = BatchPlace::Anywhere;
        std::vector<bool> found;
        std::vector<bool> candidates; ///< rows that can have it; empty: all
        int looked = 0;               ///< rows from the first one
        std::vector<bool> before;     ///< found in the results of before: holds until a row is looked at
        bool stopped = false;

        bool has(int row) const
        {
            const std::vector<bool> &known = row < looked ? found : before;
            return size_t(row) < known.size() && known[size_t(row)];
        }
    };

    void buildColumns();
    static bool isText(int column);
    static BatchPlace placeOf(int column);
    const BatchCells *cells(int row) const;
    void readWanted();
    void take(const std::vector<std::pair<int, BatchCells>> &read);
    void searchAnew(const QList<Search> &searches);
    void searchOn();
    void endSearching();
    void rank();
    double number(int column, int row) const;
    QString noteWord(int row) const;
    bool isAwaited(int row) const { return m_awaiting && !this->row(row).answer.isThere(); }
    void forget();

    std::shared_ptr<const BatchResults> m_results;
    bool m_awaiting = false;
    mutable QCache<int, BatchCells> m_cells;
    mutable QList<int> m_wanted; ///< shown, and not read yet; the latest at the end
    mutable bool m_readSoon = false;
    bool m_reading = false;
    quint64 m_round = 0; ///< of the results; what was read of others is thrown away
    QList<Search> m_searches;
    std::shared_ptr<std::atomic<bool>> m_stopWork; ///< the chunk under way is not wanted any more
    bool m_searching = false;
    int m_searched = 0;
    quint64 m_searchRound = 0;
    int m_sortColumn = -1;
    int m_rankColumn = -1; ///< that m_ranks is of
    std::vector<quint32> m_ranks;
    bool m_ranking = false;
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
// How the list of results finds and sorts texts that lie in files: on the pool, some rows at a time.
#include "batchresultsmodel.h"

#include "base/background.h"
#include "lists/textorder.h"

#include <QThread>
#include <QThreadPool>
#include <QtConcurrentMap>

#include <algorithm>
#include <numeric>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int searchRows = 2000; // looked through at a time: some milliseconds of all cores
constexpr int sortLength = 60;

/// Calls `work(reader, from, to)` for stretches of `count` rows, on all cores.
template <typename Work>
void onAllCores(const std::shared_ptr<const BatchResults> &results, size_t count, Work work)
{
    const size_t parts = std::clamp<size_t>(count / 200, 1, size_t(QThread::idealThreadCount()));
    std::vector<size_t> numbers(parts);
    std::iota(numbers.begin(), numbers.end(), size_t(0));
    // Not the common pool: its own threads wait here, and with all of them waiting nobody would work.
    QThreadPool pool;
    QtConcurrent::blockingMap(&pool, numbers, [&](size_t part) {
        BatchTextReader reader(results);
        work(reader, count * part / parts, count * (part + 1) / parts);
    });
}

} // namespace

void BatchResultsModel::aboutToSort(int column)
{
    m_sortColumn = column;
    if (rowCount() > 0 && isText(column)) {
        if (column != m_rankColumn)
            rank();
    } else if (std::exchange(m_ranking, false)) {
        Q_EMIT rankingChanged(); // what is still read for another column is not waited for
    }
}

void BatchResultsModel::rank()
{
    m_ranks.clear();
    m_rankColumn = -1;
    if (!std::exchange(m_ranking, true))
        Q_EMIT rankingChanged();
    const int column = m_sortColumn;
    inBackground(
        this,
        [results = m_results, column] {
            const size_t count = results->rows.size();
            std::vector<QString> texts(column == Seconds ? 0 : count);
            std::vector<double> numbers(column == Seconds ? count : 0);
            onAllCores(results, count, [&](BatchTextReader &reader, size_t from, size_t to) {
                for (size_t row = from; row < to; ++row) {
                    const BatchCells cells = reader.cells(results->rows[row], sortLength);
                    if (column == Seconds)
                        numbers[row] = cells.seconds.value_or(-1);
                    else
                        texts[row] = column == CustomId  ? cells.customId
                                     : column == Request ? cells.request
                                     : column == Answer  ? cells.answer
                                                         : cells.requestId;
                }
            });
            std::vector<quint32> sorted(count);
            std::iota(sorted.begin(), sorted.end(), 0U);
            std::stable_sort(sorted.begin(), sorted.end(), [&](quint32 left, quint32 right) {
                return numbers.empty() ? compareText(texts[left], texts[right]) < 0
                                       : numbers[left] < numbers[right];
            });
            std::vector<quint32> ranks(count);
            for (size_t i = 0; i < count; ++i)
                ranks[sorted[i]] = quint32(i);
            return ranks;
        },
        [this, column, round = m_round](const std::vector<quint32> &ranks) {
            if (round != m_round || column != m_sortColumn || !m_ranking)
                return;
            m_ranks = ranks;
            m_rankColumn = column;
            m_ranking = false;
            Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column));
            Q_EMIT rankingChanged();
        },
        longWorkPool());
}

std::optional<bool> BatchResultsModel::mentions(int row, int column, const QByteArray &folded) const
{
    if (column >= 0 && (!isText(column) || column == Seconds))
        return std::nullopt;
    for (const Search &search : m_searches) {
        if (search.word.column == column && search.word.folded == folded) {
            if (search.has(row))
                return true;
            break;
        }
    }
    if (column >= 0)
        return false;
    // What the cells say without the files.
    const auto says = [&](const QString &text) { return text.toCaseFolded().toUtf8().contains(folded); };
    const BatchRowState state = this->row(row).state;
    return says(stateWord(state)) || says(stateText(state));
}

void BatchResultsModel::aboutToFilter(const QList<FilterWord> &words)
{
    QList<Search> searches;
    for (const FilterWord &word : words) {
        if (word.column >= 0 && (!isText(word.column) || word.column == Seconds))
            continue;
        Search search;
        search.word = word;
        search.place = placeOf(word.column);
        for (const Search &known : std::as_const(m_searches)) {
            if (known.word == word) {
                search = known;
                search.stopped = false; // who asks again wants the rest
                break;
            }
            // A word that grows letter by letter is only where its beginning is.
            const bool grows = known.word.column == word.column && word.folded.contains(known.word.folded);
            if (grows && known.looked == rowCount() && !known.stopped)
                search.candidates = known.found;
        }
        search.found.resize(size_t(rowCount()));
        searches << search;
    }
    m_searches = searches;
    searchOn();
}

void BatchResultsModel::searchAnew(const QList<Search> &searches)
{
    QList<FilterWord> words;
    for (const Search &search : searches)
        words << search.word;
    aboutToFilter(words);
    // What was found stays until it is looked at: a row that leaves and comes back is not selected any more.
    for (qsizetype i = 0; i < searches.size(); ++i) {
        std::vector<bool> &before = m_searches[i].before;
        before.resize(size_t(rowCount()));
        for (int row = 0; row < rowCount(); ++row)
            before[size_t(row)] = searches.at(i).has(row);
    }
}

void BatchResultsModel::stopSearch()
{
    if (!m_searching)
        return;
    for (Search &search : m_searches)
        search.stopped = search.looked < rowCount();
    endSearching();
}

void BatchResultsModel::endSearching()
{
    ++m_searchRound;
    if (m_stopWork)
        *m_stopWork = true;
    m_stopWork.reset();
    if (std::exchange(m_searching, false)) {
        Q_EMIT searchChanged();
        Q_EMIT countChanged();
    }
}

void BatchResultsModel::searchOn()
{
    const auto next = std::find_if(m_searches.begin(), m_searches.end(), [this](const Search &search) {
        return search.looked < rowCount() && !search.stopped;
    });
    if (next == m_searches.end() || !m_results) {
        endSearching();
        return;
    }
    const quint64 round = ++m_searchRound;
    if (m_stopWork)
        *m_stopWork = true;
    m_stopWork = std::make_shared<std::atomic<bool>>(false);
    m_searching = true;
    m_searched = next->looked;
    Q_EMIT searchChanged();
    // With the found rows of before few are left to be read, and more of them fit into one go.
    std::vector<int> rows;
    int to = next->looked;
    for (; to < rowCount() && rows.size() < size_t(searchRows); ++to) {
        if (next->candidates.empty() || next->candidates[size_t(to)])
            rows.push_back(to);
    }
    inBackground(
        this,
        [results = m_results, rows, word = next->word.folded, place = next->place, stop = m_stopWork] {
            std::vector<char> has(rows.size(), 0);
            onAllCores(results, rows.size(), [&](BatchTextReader &reader, size_t from, size_t to) {
                for (size_t i = from; i < to && !*stop; ++i)
                    has[i] = reader.mentions(results->rows[size_t(rows[i])], place, word);
            });
            std::vector<int> found;
            for (size_t i = 0; i < rows.size(); ++i) {
                if (has[i])
                    found.push_back(rows[i]);
            }
            return found;
        },
        [this, round, to, at = next - m_searches.begin()](const std::vector<int> &found) {
            if (round != m_searchRound)
                return;
            Search &search = m_searches[at];
            for (const int row : found)
                search.found[size_t(row)] = true;
            std::vector<int> changed = found;
            for (int row = search.looked; row < to; ++row) {
                if (search.has(row) && !search.found[size_t(row)])
                    changed.push_back(row);
            }
            std::sort(changed.begin(), changed.end());
            search.looked = to;
            m_searched = to;
            for (size_t i = 0; i < changed.size();) {
                size_t j = i + 1;
                while (j < changed.size() && changed[j] == changed[j - 1] + 1)
                    ++j;
                Q_EMIT dataChanged(index(changed[i], 0), index(changed[j - 1], ColumnCount - 1));
                i = j;
            }
            searchOn();
        });
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzysearch.h"

#include "base/background.h"

#include <algorithm>
#include <atomic>
#include <bit>

namespace odc {

namespace {

constexpr int threads = 2;
constexpr int stopsAfter = 256; ///< rows, at the latest
constexpr int byItsKind = 400;  ///< what a word is worth that names the kind of an entry
constexpr int besideOthers = 600; ///< the same where there are other words: more than a part of a name
constexpr int wholePhrase = 200;
constexpr int wholeTitle = 900; ///< more than any id of the same words gives

using Row = FuzzyIndex::Row;
using Part = FuzzyIndex::Part;

struct Hit
{
    int score = 0;
    qint64 recency = 0;
    const FuzzyIndex::Rows *rows = nullptr;
    int row = 0;

    std::string_view text() const
    {
        const Row &of = rows->rows[size_t(row)];
        return {rows->folded.data() + of.foldedAt, size_t(of.title) + of.id};
    }
    /// Which of two comes first, the same every time.
    bool operator<(const Hit &other) const
    {
        if (score != other.score)
            return score > other.score;
        if (recency != other.recency)
            return recency > other.recency;
        if (const int order = text().compare(other.text()); order != 0)
            return order < 0;
        return rows->rows[size_t(row)].hash < other.rows->rows[size_t(other.row)].hash;
    }
};

/// Whether a row may have all words, by its bits alone.
bool mayHave(const FuzzyIndex::Bits &bits, const FuzzyQuery &query, bool typos)
{
    for (const FuzzyWord &word : query.words) {
        const quint64 missing = word.letters & ~bits.letters;
        if (missing == 0 || (typos && (missing & (missing - 1)) == 0) || (word.kinds >> bits.kind) & 1)
            continue;
        if (word.text.size() == 2) {
            if (fuzzy::inId(bits.idBegin, bits.idTail, word) > 0 || (word.begin & ~bits.moreBegins) == 0)
                continue;
        } else if (word.text.size() > 2) {
            if ((word.pairs & ~bits.idPairs) == 0 || (word.pairs & ~bits.morePairs) == 0)
                continue;
        }
        return false;
    }
    return true;
}

/// How well a row has all words; 0: it has not.
int scoreOf(const FuzzyIndex::Rows &rows, size_t number, const FuzzyQuery &query, bool typos)
{
    const FuzzyIndex::Bits &bits = rows.bits[number];
    const Row &row = rows.rows[number];
    const char *at = rows.folded.data() + row.foldedAt;
    const std::string_view title(at, row.title);
    const std::string_view id(at + row.title, row.id);
    const std::string_view more(at + row.title + row.id, row.more);
    int sum = 0;
    for (const FuzzyWord &word : query.words) {
        int best = 0;
        if (word.text.size() == 1) {
            // Nearly everything has one letter: its bits say enough.
            if (bits.letters & word.letters)
                best = bits.first == word.text.front() ? 60 : bits.begins & word.letters ? 40 : 10;
        } else {
            const bool two = word.text.size() == 2;
            if ((word.letters & ~bits.letters) == 0)
                best = fuzzy::inTitle(title, row.starts, word, (word.pairs & ~bits.titlePairs) == 0,
                                      (bits.begins & word.first) != 0);
            if (two)
                best = std::max(best, fuzzy::inId(bits.idBegin, bits.idTail, word));
            else if ((word.pairs & ~bits.idPairs) == 0)
                best = std::max(best, fuzzy::inId(id, word));
            if (best == 0 &&
                (two ? (word.begin & ~bits.moreBegins) == 0 : (word.pairs & ~bits.morePairs) == 0))
                best = fuzzy::inMore(more, word);
        }
        // Beside other words it tells the kind, also of what is only like these.
        if ((word.kinds >> bits.kind) & 1)
            best = std::max(best, query.words.size() > 1 ? besideOthers : byItsKind);
        if (best == 0 && typos && std::popcount(word.letters & ~bits.letters) <= 1)
            best = fuzzy::inTitleWithTypo(title, row.starts, word);
        if (best == 0)
            return 0;
        sum += best;
    }
    if (query.words.size() > 1) {
        const std::string_view phrase(query.phrase.constData(), size_t(query.phrase.size()));
        if (title == phrase)
            sum += wholeTitle;
        else if (title.find(phrase) != std::string_view::npos)
            sum += wholePhrase;
    }
    return sum;
}

} // namespace

/// What a whole search found, row by row: where the next one begins.
struct FuzzySearch::Matches
{
    FuzzyQuery query;
    std::vector<std::shared_ptr<const FuzzyIndex::Rows>> rows; ///< of each part
    std::vector<std::vector<quint16>> found;                   ///< of each part
};

/// An entry that was found, with what its place among others hangs on.
struct FuzzySearch::Ranked
{
    FuzzyFound found;
    std::string text;
    quint64 hash = 0;

    /// The same order as that of hits.
    bool operator<(const Ranked &other) const
    {
        if (found.score != other.found.score)
            return found.score > other.found.score;
        if (found.entry.recency != other.found.entry.recency)
            return found.entry.recency > other.found.entry.recency;
        return text != other.text ? text < other.text : hash < other.hash;
    }
};

/// One search. Its threads share it; each part is looked through by one of them.
struct FuzzySearch::Job
{
    FuzzyQuery query;
    std::vector<Part> parts;
    std::shared_ptr<const Matches> earlier;
    std::vector<const std::vector<quint16> *>
        candidates; ///< of each part, in `earlier`; null: all of its rows
    std::shared_ptr<Matches> matches;
    std::atomic<bool> stopped = false;
    std::atomic<size_t> next = 0;
    // GUI thread:
    int left = 0;
    std::vector<Ranked> found;
    int total = 0;

    Job(const FuzzyQuery &wanted, const FuzzyIndex &index, const std::shared_ptr<const Matches> &before)
        : query(wanted), parts(index.parts()), candidates(parts.size(), nullptr),
          matches(std::make_shared<Matches>())
    {
        matches->query = query;
        matches->found.resize(parts.size());
        for (const Part &part : parts)
            matches->rows.push_back(part.rows);
        if (!before || !query.narrows(before->query))
            return;
        earlier = before;
        for (size_t i = 0; i < parts.size(); ++i) {
            const auto same = std::find(before->rows.begin(), before->rows.end(), parts[i].rows);
            if (same != before->rows.end())
                candidates[i] = &before->found[size_t(same - before->rows.begin())];
        }
    }
};

/// The best of what one thread found.
struct FuzzySearch::Best
{
    std::vector<Hit> hits; ///< a heap, the worst of them first
    int total = 0;

    void take(int score, const FuzzyIndex::Rows &rows, int row)
    {
        ++total;
        const bool full = hits.size() == size_t(most);
        if (full && score < hits.front().score)
            return;
        const Hit hit{score, rows.bits[size_t(row)].recency, &rows, row};
        if (full) {
            if (!(hit < hits.front()))
                return;
            std::pop_heap(hits.begin(), hits.end());
            hits.back() = hit;
        } else {
            hits.push_back(hit);
        }
        std::push_heap(hits.begin(), hits.end());
    }

    std::vector<Ranked> described(const FuzzyQuery &query, bool typos) const
    {
        std::vector<Ranked> all;
        all.reserve(hits.size());
        for (const Hit &hit : hits) {
            FuzzyFound found;
            found.entry = hit.rows->entry(hit.row);
            found.score = hit.score;
            found.title = fuzzy::marked(found.entry.title, query, fuzzy::Field::Title, typos);
            found.id = fuzzy::marked(found.entry.key.id, query, fuzzy::Field::Id, typos);
            found.more = fuzzy::marked(found.entry.more, query, fuzzy::Field::More, typos);
            all.push_back({std::move(found), std::string(hit.text()), hit.rows->rows[size_t(hit.row)].hash});
        }
        return all;
    }
};

/// The work of one thread.
class FuzzySearch::Looker
{
public:
    Looker(Job &job, bool typos) : m_job(job), m_typos(typos) {}

    Best look()
    {
        for (size_t part = m_job.next++; part < m_job.parts.size() && !m_job.stopped; part = m_job.next++)
            lookThrough(part);
        return std::move(m_best);
    }

private:
    void lookThrough(size_t number)
    {
        const Part &part = m_job.parts[number];
        // With a typo, nothing that was found before holds what is looked for now.
        const std::vector<quint16> *only = m_typos ? nullptr : m_job.candidates[number];
        const int count = only ? int(only->size()) : int(part.rows->rows.size());
        // First by their bits, which lie side by side; the texts of those that are left are fetched ahead of
        // the look at them.
        m_rows.clear();
        for (int i = 0; i < count; ++i) {
            const int row = only ? (*only)[size_t(i)] : i;
            const FuzzyIndex::Bits &bits = part.rows->bits[size_t(row)];
            if (((m_job.query.allowed >> bits.kind) & 1) && mayHave(bits, m_job.query, m_typos) &&
                !part.isDead(row))
                m_rows.push_back(quint16(row));
        }
        const FuzzyIndex::Rows &rows = *part.rows;
        const size_t last = m_rows.size();
        for (size_t i = 0; i < last; ++i) {
            if (i % stopsAfter == 0 && m_job.stopped.load(std::memory_order_relaxed))
                return;
            if (i + 2 * ahead < last)
                prefetch(&rows.rows[m_rows[i + 2 * ahead]]);
            if (i + ahead < last)
                prefetch(rows.folded.data() + rows.rows[m_rows[i + ahead]].foldedAt, 2);
            const quint16 row = m_rows[i];
            const int score = scoreOf(rows, row, m_job.query, m_typos);
            if (score == 0)
                continue;
            m_best.take(score, rows, row);
            if (!m_typos)
                m_job.matches->found[number].push_back(row);
        }
    }

    /// Has a place in memory fetched, and so many lines of it, without waiting for it.
    static void prefetch(const void *at, int lines = 1)
    {
        for (int i = 0; i < lines; ++i)
            __builtin_prefetch(static_cast<const char *>(at) + 64 * i);
    }

    static constexpr size_t ahead = 6;

    std::vector<quint16> m_rows; ///< of the part that may have it
    Job &m_job;
    bool m_typos;
    Best m_best;
};

namespace {

bool mayHaveTypo(const FuzzyQuery &query)
{
    return std::any_of(query.words.cbegin(), query.words.cend(), fuzzy::mayHaveTypo);
}

} // namespace

FuzzyResults FuzzySearch::resultsOf(std::vector<Ranked> found, int total, bool typos)
{
    std::sort(found.begin(), found.end());
    FuzzyResults results;
    for (Ranked &ranked : found) {
        if (results.found.size() < most)
            results.found.append(std::move(ranked.found));
    }
    results.total = total;
    results.typos = typos && total > 0;
    return results;
}

FuzzySearch::FuzzySearch(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(threads);
    m_pool.setExpiryTimeout(-1); // the next key comes soon
}

FuzzySearch::~FuzzySearch()
{
    stop();
}

void FuzzySearch::stop()
{
    if (m_job)
        m_job->stopped = true;
    m_job.reset();
}

void FuzzySearch::start(const FuzzyQuery &query, const FuzzyIndex &index)
{
    stop();
    m_job = std::make_shared<Job>(query, index, m_earlier);
    run(m_job, false);
}

void FuzzySearch::run(const std::shared_ptr<Job> &job, bool typos)
{
    struct Told
    {
        std::vector<Ranked> found;
        int total = 0;
    };
    job->next = 0;
    job->left = threads;
    for (int i = 0; i < threads; ++i) {
        const auto work = [job, typos] {
            Best best = Looker(*job, typos).look();
            return job->stopped ? Told{} : Told{best.described(job->query, typos), best.total};
        };
        inBackground(
            this, work,
            [this, job, typos](Told told) {
                job->total += told.total;
                job->found.insert(job->found.end(), std::make_move_iterator(told.found.begin()),
                                  std::make_move_iterator(told.found.end()));
                if (--job->left == 0)
                    ended(job, typos);
            },
            &m_pool);
    }
}

void FuzzySearch::ended(const std::shared_ptr<Job> &job, bool typos)
{
    if (job != m_job)
        return;
    if (!typos)
        m_earlier = job->matches;
    if (job->total == 0 && !typos && mayHaveTypo(job->query)) {
        run(job, true);
        return;
    }
    m_job.reset();
    Q_EMIT finished(resultsOf(std::move(job->found), job->total, typos));
}

FuzzyResults FuzzySearch::find(const FuzzyQuery &query, const FuzzyIndex &index)
{
    for (const bool typos : {false, true}) {
        if (typos && !mayHaveTypo(query))
            break;
        Job job(query, index, nullptr);
        Best best = Looker(job, typos).look();
        if (best.total > 0)
            return resultsOf(best.described(query, typos), best.total, typos);
    }
    return {};
}

} // namespace odc

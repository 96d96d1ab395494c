// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "palette/fuzzyindex.h"
#include "palette/fuzzymatch.h"

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace odc {

/// One entry that was found, with what of its texts is to be marked.
struct FuzzyFound
{
    FuzzyEntry entry;
    int score = 0;
    QList<FuzzyRange> title;
    QList<FuzzyRange> id;
    QList<FuzzyRange> more;
};

/// What a search came to.
struct FuzzyResults
{
    QList<FuzzyFound> found; ///< the best, best first
    int total = 0;           ///< of all that was found
    bool typos = false;      ///< nothing has the words as they are: these nearly do
};

/// Looks entries up on threads of its own, as fast as keys are typed: each search ends the one before it, and
/// one that only goes on from it looks at nothing else than what that one found. GUI thread.
class FuzzySearch final : public QObject
{
    Q_OBJECT
public:
    static constexpr int most = 50; ///< so many are told

    explicit FuzzySearch(QObject *parent = nullptr);
    /// Waits for its threads, which stop at once.
    ~FuzzySearch() override;

    /// finished() follows, unless another one is started, or stop() called, before it.
    void start(const FuzzyQuery &query, const FuzzyIndex &index);
    void stop();
    bool isRunning() const { return bool(m_job); }

    /// The same at once, in this thread.
    static FuzzyResults find(const FuzzyQuery &query, const FuzzyIndex &index);

Q_SIGNALS:
    void finished(const odc::FuzzyResults &results);

private:
    struct Job;
    struct Best;
    struct Matches;
    struct Ranked;
    class Looker;

    static FuzzyResults resultsOf(std::vector<Ranked> found, int total, bool typos);
    void run(const std::shared_ptr<Job> &job, bool typos);
    void ended(const std::shared_ptr<Job> &job, bool typos);

    std::shared_ptr<Job> m_job;               ///< under way
    std::shared_ptr<const Matches> m_earlier; ///< what the last whole search found
    QThreadPool m_pool;                       ///< last: it waits for those who use the others
};

} // namespace odc

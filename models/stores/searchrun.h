// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/apierror.h"
#include "base/call.h"
#include "stores/queryset.h"
#include "stores/retrievalmetrics.h"
#include "stores/searchsetting.h"

#include <QHash>
#include <QObject>

namespace odc {

class Clock;
class VectorStoresApi;

/// What was searched for and what came of it, query by query and setting by setting. A value.
struct SearchResults
{
    struct Cell
    {
        enum class State { Waiting, Answered, Failed };
        State state = State::Waiting;
        StoreSearchPage page{}; ///< without `raw`
        ApiError error{};
        qint64 latencyMs = 0; ///< from the last time it was sent to its answer
    };
    QString storeId{};
    QList<SetQuery> queries{};
    QList<SearchSetting> settings{};
    SearchFilter shared{}; ///< conditions of all settings
    QList<Cell> cells{};   ///< by query, then by setting
    bool stopped = false;

    bool isEmpty() const { return cells.isEmpty(); }
    const Cell &cell(qsizetype query, qsizetype setting) const
    {
        return cells.at(query * settings.size() + setting);
    }
    /// Of the setting with this name; -1: it was not there.
    qsizetype settingOf(const QString &name) const;
    /// Null when nothing is expected, or it was not answered.
    std::optional<retrieval::QueryFigures> figures(qsizetype query, qsizetype setting, int k) const;

    /// The same answers, judged by what the queries of `set` should find now; queries that it has no more are
    /// left out.
    SearchResults judgedBy(const QuerySet &set) const;

    struct Summary
    {
        retrieval::MeanFigures mean;
        int answered = 0;
        int failed = 0;
        std::optional<double> p50Ms; ///< of the answered
        friend bool operator==(const Summary &, const Summary &) = default;
    };
    Summary summary(qsizetype setting, int k) const;
};

/// Searches a store for queries under up to four settings, some at a time, in the order of the queries. One
/// that fails does not stop the others. GUI thread.
class SearchRun : public QObject
{
    Q_OBJECT
public:
    SearchRun(VectorStoresApi &api, Clock &clock, QObject *parent = nullptr);
    ~SearchRun() override;

    /// Ends what still runs, without a word. `atOnce`: requests under way together.
    void start(const QString &storeId, const QList<SetQuery> &queries, const QList<SearchSetting> &settings,
               const SearchFilter &shared, int atOnce = usuallyAtOnce);
    /// Ends what runs; what was answered stays. finished() follows at once.
    void cancel();
    bool isRunning() const { return m_running; }
    /// Of the present run or the last one.
    const SearchResults &results() const { return m_results; }
    int done() const { return m_done; }

    static constexpr int usuallyAtOnce = 3;

Q_SIGNALS:
    void cellDone(int query, int setting);
    /// Everything is answered or failed, or it was cancelled.
    void finished();

private:
    void sendMore();
    void send(qsizetype cell);
    void take(qsizetype cell, const Result<StoreSearchPage> &page);
    void cancelCalls();

    VectorStoresApi &m_api;
    Clock &m_clock;
    SearchResults m_results;
    QHash<qsizetype, Call> m_calls;
    QHash<qsizetype, qint64> m_sentAt;
    qsizetype m_next = 0;
    int m_done = 0;
    int m_atOnce = usuallyAtOnce;
    bool m_running = false;
};

} // namespace odc

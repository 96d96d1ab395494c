// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/call.h"
#include "watch/listwalk.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <map>
#include <memory>

namespace odc {

class Clock;
class ObjectIndex;
class BudgetShare;
class Session;

/// Decides which list is asked next for what runs, and asks it: one call at a time, out of a budget, each
/// list in its turn. The more pages that takes, the longer a round lasts. What somebody else asked for just
/// now is not asked again. After a failure it waits 5 seconds, then twice as long each time, at most 5
/// minutes. GUI thread.
class WatchScheduler final : public QObject
{
    Q_OBJECT
public:
    WatchScheduler(Session &session, ObjectIndex &index, Clock &clock, BudgetShare &share,
                   QObject *parent = nullptr);
    ~WatchScheduler() override;

    void start();
    /// How often what runs is looked at when that is cheap; 0: never.
    void setSeconds(int seconds);
    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }
    /// All lists are looked at as soon as the budget allows.
    void catchUp();
    /// This may still change, or does not any more.
    void setUnfinished(const IndexedObject &object, bool unfinished);
    void forgetAll();
    /// Files of this store that are in progress are to be looked at as well.
    void setFilesWatched(const QString &storeId, bool watched);
    /// There is no such list: it is left alone.
    void setUnavailable(ObjectKind kind, bool unavailable);

Q_SIGNALS:
    /// An answer came.
    void answered();
    void noArea(odc::ObjectKind kind);
    /// Every list was looked at since the start.
    void roundDone();
    /// The files of a store that are in progress, the first hundred.
    void filesSeen(const QString &storeId, const QStringList &fileIds);

private:
    struct Source
    {
        ListToWalk list;
        QSet<QString> unfinished; ///< ids
        qint64 lookedMs = -1;     ///< monotonic; -1: it is due
        bool byOthers = false;    ///< that look was somebody else's
        int pages = 0;            ///< that the last look took
        int failures = 0;         ///< in a row
        qint64 waitUntilMs = -1;  ///< after a failure; monotonic
        bool unavailable = false;
    };
    using SourceKey = std::pair<int, QString>;

    static SourceKey keyOf(ObjectKind kind, const QString &parentId) { return {int(kind), parentId}; }
    void pump();
    void pumpSoon();
    void wake(qint64 inMs);
    /// How long it takes to look at everything that runs once.
    qint64 roundMs() const;
    qint64 intervalMs(const Source &source, qint64 round) const;
    /// When an answer that somebody else asked for last had all that this source would look for; monotonic,
    /// -1: never.
    qint64 seenByOthersMs(const Source &source) const;
    void begin(const SourceKey &key, Source &source);
    void tookPage(const QStringList &ids);
    /// What is still awaited lies far down the list: it is asked for by itself.
    void askForRest();
    void askNext();
    void ended(const ApiError &error);
    void failed(Source &source, const ApiError &error);
    void statusChanged();
    void abort();

    Session &m_session;
    ObjectIndex &m_index;
    Clock &m_clock;
    BudgetShare &m_share;
    std::map<SourceKey, Source> m_sources;
    int m_seconds = 0;
    bool m_started = false;
    bool m_paused = false;
    bool m_roundTold = false;
    int m_failures = 0;
    bool m_silent = false;    ///< the last failure was that no answer came at all
    qint64 m_waitUntilMs = 0; ///< after a failure
    qint64 m_wakeAtMs = -1;   ///< -1: no timer runs
    bool m_soon = false;      ///< pump() is posted

    // The look that is under way
    std::unique_ptr<QObject> m_look; ///< null: none is
    std::unique_ptr<ListWalk> m_walk;
    SourceKey m_at;
    QSet<QString> m_awaited;
    int m_pagesNow = 0;
    bool m_endPosted = false;
};

} // namespace odc

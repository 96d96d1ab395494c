// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "watch/survey.h"
#include "watch/watchevent.h"
#include "watch/watchrules.h"

#include <QObject>

#include <memory>

namespace odc {

class Clock;
class ObjectIndex;
class Session;
class TransferQueue;

/// Watches what runs at the server by a few list calls, and tells when something ended, failed, is stuck or
/// expires. However much runs, it asks at most `mostRequestsAMinute` times a minute, less when pages ask for
/// the same by themselves; it backs off on errors, waits while the service holds everybody (429), and catches
/// up at once after the computer slept. What changed it learns from the index, so that it does not matter who
/// asked. GUI thread.
class JobWatch final : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostRequestsAMinute = 24;

    JobWatch(Session &session, ObjectIndex &index, TransferQueue &transfers, Clock &clock,
             QObject *parent = nullptr);
    ~JobWatch() override;

    /// Begins to watch: what is not known yet is read once in the background. `seconds`: how often what runs
    /// is looked at when that is cheap; 0: never, only what others ask for is followed.
    void start(int seconds);
    void setSeconds(int seconds);
    void setRules(const WatchRules &rules);
    const WatchRules &rules() const;
    /// No request while paused: the computer goes to sleep. Resuming catches up at once.
    void setPaused(bool paused);

    /// What runs, in the order it began.
    QList<RunningJob> running() const;
    /// How many running() has, without making them.
    int runningCount() const;
    /// What was told in this run of the program, newest first, at most 1,000.
    const QList<WatchEvent> &events() const;
    /// What is stuck or needs a person now.
    QList<WatchEvent> attention() const;
    /// Why the object with this id is thought to be stuck, translated; empty: it is not, or is not watched.
    QString stuckText(const QString &id) const;
    /// Reads everything once, for a person who waits: F5.
    void lookAtEverything();
    const Survey &survey() const;
    /// Areas that this account or server does not have.
    QList<ObjectKind> unavailable() const;
    /// Unix seconds of the last answer that a watch got; 0: none yet.
    qint64 lookedAt() const;
    /// Whether the list of files was read since start(), by whomever; true where there is none.
    bool hasReadFiles() const;
    /// Requests that were made in the last minute for watching.
    int requestsLastMinute() const;

Q_SIGNALS:
    void happened(const odc::WatchEvent &event);
    /// running(), attention(), unavailable() or the survey's progress may be others. At most a few times a
    /// second.
    void updated();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace odc

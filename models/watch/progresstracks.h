// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/indexedobject.h"
#include "watch/watchrules.h"

#include <QHash>
#include <QList>

namespace odc {

/// Why something is thought to be stuck.
enum class StuckReason {
    None,
    NoProgress, ///< for much longer than a step usually takes
    Validating, ///< it is still being checked
    Overdue     ///< its time is over, and it has not ended
};

/// How what runs gets on: how long a step usually takes, of a thing itself and of others like it, and what of
/// it is stuck. Knows what was seen in this run of the program. A plain value.
class ProgressTracks
{
public:
    /// Something unfinished was seen, again or for the first time.
    void saw(const IndexedObject &object);
    /// It made a step: status or counts were seen to be others. `sinceUnix`: what lies before it says nothing
    /// of how long a step takes, because nobody looked.
    void stepped(const IndexedObject &before, const IndexedObject &now, qint64 sinceUnix);
    /// It ended, or is gone.
    void forget(ObjectKind kind, const QString &key);

    /// Seconds that a step usually takes: the middle of its own, of those of its kind when it has few; -1:
    /// nobody knows.
    qint64 usualSeconds(const IndexedObject &object) const;
    StuckReason judge(const IndexedObject &object, const WatchRules &rules, qint64 nowUnix) const;
    /// So many seconds without a step say that it does not go on as before.
    static constexpr qint64 longStandstill = 30 * 60;
    /// How long it has made no step, by what was seen.
    static qint64 standstill(const IndexedObject &object);
    /// By how fast it went so far, or by what the service expects; -1: not known, as of what is paused, has
    /// not moved for long, or is over the time it should have taken.
    static qint64 secondsLeft(const IndexedObject &object, qint64 nowUnix);
    /// Failures that were there when it was first seen running: those are no news.
    qint64 failedBefore(ObjectKind kind, const QString &key) const;

private:
    struct Track
    {
        qint64 failedAtFirst = 0;
        qint64 expectedAt = 0; ///< unix, when the service first expected it to end, since its last step; 0: it did not say
        QList<qint64> steps; ///< seconds, the last few
    };
    static QString trackKey(ObjectKind kind, const QString &key) { return QChar(u'0' + int(kind)) + key; }
    static QString likeKey(const IndexedObject &object)
    {
        return QChar(u'0' + int(object.kind)) + object.detail;
    }

    QHash<QString, Track> m_tracks;
    QHash<QString, QList<qint64>> m_like; ///< steps of everything of one kind and detail
};

} // namespace odc

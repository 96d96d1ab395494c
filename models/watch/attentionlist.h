// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "watch/progresstracks.h"
#include "watch/watchevent.h"
#include "watch/watchrules.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <QStringList>

#include <functional>
#include <optional>

namespace odc {

class Clock;
class ExpiryWatch;
class ObjectIndex;
class TransferQueue;

/// An event about an object, as it stands now.
WatchEvent eventAbout(WatchEvent::Kind kind, const IndexedObject &object, const QString &text, qint64 atUnix);

/// What is stuck or needs a person: judged from what is known, and told once until it moves again.
class AttentionList
{
public:
    AttentionList(const ObjectIndex &index, const TransferQueue &transfers, const Clock &clock,
                  const ProgressTracks &tracks, const ExpiryWatch &expiry)
        : m_index(index), m_transfers(transfers), m_clock(clock), m_tracks(tracks), m_expiry(expiry)
    {
    }

    void setRules(const WatchRules &rules) { m_rules = rules; }
    void clear();
    /// The object as it is now.
    void saw(const IndexedObject &object);
    /// It made a step: should it stop once more, that is told again.
    void moved(const IndexedObject &object) { m_stuck.remove(keyOf(object)); }
    /// It does not run any more.
    void ended(const IndexedObject &object);
    void gone(const IndexedObject &object);

    /// What is to be told of it now; nothing when it goes well, or was told before.
    std::optional<WatchEvent> judge(const IndexedObject &object);
    /// Files of a store that are in progress at the moment.
    QList<WatchEvent> judgeFiles(const QString &storeId, const QStringList &fileIds);
    /// Files of a store that an earlier run left in progress: whoever looks into the store will tell, if it is still so.
    void recallFiles(const QString &storeId, const QStringList &keys) { m_stuckFiles.insert(storeId, tooLong(keys)); }
    /// What was said of the files of a store is over.
    void forgetFiles(const QString &storeId) { m_stuckFiles.remove(storeId); }
    QList<WatchEvent> judgeUploads();

    /// All of it; empty: it is not thought to be stuck.
    QString stuckText(const IndexedObject &object) const;
    QList<WatchEvent> all() const;

    /// What expires in so many days needs a person now.
    static constexpr int urgentDays = 2;

private:
    using Key = std::pair<int, QString>;
    static Key keyOf(const IndexedObject &object) { return {int(object.kind), object.key()}; }
    /// Those that have been in progress for too long, for no reason that is known.
    QStringList tooLong(const QStringList &keys) const;
    QList<WatchEvent> fileEvents(const QString &storeId,
                                 const std::function<bool(const QString &)> &wanted) const;

    const ObjectIndex &m_index;
    const TransferQueue &m_transfers;
    const Clock &m_clock;
    const ProgressTracks &m_tracks;
    const ExpiryWatch &m_expiry;
    WatchRules m_rules;
    QMap<Key, WatchEvent> m_stuck;
    QHash<QString, QStringList> m_stuckFiles; ///< keys, by store
    QSet<QString> m_toldFiles;                ///< keys
    QSet<QString> m_failedStores;             ///< ids of stores in which files failed
    QSet<QString> m_toldUploads;              ///< ids at the server
};

} // namespace odc

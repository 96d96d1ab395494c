// SPDX-License-Identifier: GPL-3.0-or-later
#include "attentionlist.h"

#include "base/clock.h"
#include "index/objectindex.h"
#include "transfers/transferqueue.h"
#include "watch/expirywatch.h"
#include "watch/watchtexts.h"

#include <algorithm>

namespace odc {

using Kind = WatchEvent::Kind;

namespace {

constexpr qint64 minute = 60;

} // namespace

WatchEvent eventAbout(Kind kind, const IndexedObject &object, const QString &text, qint64 atUnix)
{
    return {kind, object.kind, object.key(), watchtexts::nameOf(object), text, atUnix};
}

void AttentionList::clear()
{
    m_stuck.clear();
    m_stuckFiles.clear();
    m_failedStores.clear();
}

void AttentionList::saw(const IndexedObject &object)
{
    if (object.kind != ObjectKind::Store)
        return;
    if (object.failed > 0)
        m_failedStores.insert(object.id);
    else
        m_failedStores.remove(object.id);
}

void AttentionList::ended(const IndexedObject &object)
{
    m_stuck.remove(keyOf(object));
    if (object.kind == ObjectKind::Store)
        m_stuckFiles.remove(object.id);
}

void AttentionList::gone(const IndexedObject &object)
{
    ended(object);
    m_failedStores.remove(object.id);
}

std::optional<WatchEvent> AttentionList::judge(const IndexedObject &object)
{
    const qint64 now = m_clock.unixSeconds();
    const StuckReason reason = m_tracks.judge(object, m_rules, now);
    if (reason == StuckReason::None) {
        m_stuck.remove(keyOf(object));
        return {};
    }
    const QString text = watchtexts::stuck(reason, object, now);
    const auto known = m_stuck.find(keyOf(object));
    if (known != m_stuck.end()) {
        known->text = text;
        return {};
    }
    const WatchEvent event = eventAbout(Kind::Stuck, object, text, now);
    m_stuck.insert(keyOf(object), event);
    return event;
}

QStringList AttentionList::tooLong(const QStringList &keys) const
{
    QStringList found;
    for (const QString &key : keys) {
        const IndexedObject *file = m_index.find(ObjectKind::StoreFile, key);
        if (file && !file->isFinished() && file->reason.isEmpty() && file->createdAt > 0 &&
            m_clock.unixSeconds() - file->createdAt > m_rules.indexingMinutes * minute)
            found << key;
    }
    return found;
}

QList<WatchEvent> AttentionList::judgeFiles(const QString &storeId, const QStringList &fileIds)
{
    QStringList all;
    for (const QString &fileId : fileIds)
        all << storeFileKey(storeId, fileId);
    const QStringList keys = tooLong(all);
    m_stuckFiles.insert(storeId, keys);
    QList<WatchEvent> news =
        fileEvents(storeId, [this](const QString &key) { return !m_toldFiles.contains(key); });
    m_toldFiles += QSet<QString>(keys.cbegin(), keys.cend());
    return news;
}

QList<WatchEvent> AttentionList::fileEvents(const QString &storeId,
                                            const std::function<bool(const QString &)> &wanted) const
{
    QStringList keys;
    for (const QString &key : m_stuckFiles.value(storeId)) {
        if (wanted(key))
            keys << key;
    }
    const qint64 now = m_clock.unixSeconds();
    const IndexedObject *store = m_index.find(ObjectKind::Store, storeId);
    if (keys.isEmpty() || !store)
        return {};
    if (keys.size() > 1)
        return {eventAbout(Kind::Stuck, *store, watchtexts::stuckFiles(int(keys.size())), now)};
    const IndexedObject *file = m_index.find(ObjectKind::StoreFile, keys.constFirst());
    if (!file)
        return {};
    return {eventAbout(Kind::Stuck, *file, watchtexts::stuckFile((now - file->createdAt) / minute), now)};
}

QString AttentionList::stuckText(const IndexedObject &object) const
{
    const QString own = m_stuck.value(keyOf(object)).text;
    const qsizetype files = object.kind == ObjectKind::Store ? m_stuckFiles.value(object.id).size() : 0;
    return own.isEmpty() && files > 0 ? watchtexts::stuckFiles(int(files)) : own;
}

QList<WatchEvent> AttentionList::judgeUploads()
{
    QList<WatchEvent> news;
    const qint64 now = m_clock.unixSeconds();
    for (const QString &id : m_transfers.ids()) {
        const TransferRecord &record = m_transfers.record(id);
        const qint64 left = record.uploadExpiresAt - now;
        const bool isShort = record.isUpload() && record.inParts && record.uploadExpiresAt > 0 && left > 0 &&
                             left < m_rules.uploadMinutesLeft * minute &&
                             (record.isActive() || record.isPendingAtServer(now));
        if (!isShort || m_toldUploads.contains(record.uploadId))
            continue;
        m_toldUploads.insert(record.uploadId);
        news.append(
            {Kind::Attention, ObjectKind::File, id, record.name, watchtexts::uploadIsShort(left), now});
    }
    return news;
}

QList<WatchEvent> AttentionList::all() const
{
    const qint64 now = m_clock.unixSeconds();
    QList<WatchEvent> all = m_stuck.values();
    for (auto it = m_stuckFiles.cbegin(); it != m_stuckFiles.cend(); ++it)
        all += fileEvents(it.key(), [](const QString &) { return true; });
    for (const QString &id : m_failedStores) {
        if (const IndexedObject *store = m_index.find(ObjectKind::Store, id))
            all.append(eventAbout(Kind::Attention, *store, watchtexts::failedFiles(*store), now));
    }
    const QStringList pending = m_transfers.pendingUploads();
    for (const QString &id : m_transfers.ids()) {
        const TransferRecord &record = m_transfers.record(id);
        const qint64 left = record.uploadExpiresAt - now;
        if (record.uploadId.isEmpty() || left <= 0)
            continue;
        if (m_toldUploads.contains(record.uploadId) && record.isActive())
            all.append(
                {Kind::Attention, ObjectKind::File, id, record.name, watchtexts::uploadIsShort(left), now});
        else if (pending.contains(id))
            all.append(
                {Kind::Attention, ObjectKind::File, id, record.name, watchtexts::uploadWaits(left), now});
    }
    return all + m_expiry.within(now, std::min(urgentDays, m_rules.expiresDays));
}

} // namespace odc

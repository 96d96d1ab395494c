// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with transfers that are in the queue.
#include "transferqueue.h"

#include "api/filesapi.h"
#include "api/session.h"
#include "base/clock.h"
#include "transfers/partfile.h"
#include "transfers/transferjournal.h"
#include "transfers/waitingline.h"

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;
using State = TransferRecord::State;

void TransferQueue::pause(const QStringList &ids)
{
    for (const QString &id : ids) {
        Entry *entry = find(id);
        if (!entry || !recordOf(*entry).isActive() || entry->pausing || entry->cancelling)
            continue;
        if (entry->task) {
            entry->pausing = true;
            entry->task->suspend();
        } else {
            change(*entry, State::Paused);
        }
    }
}

void TransferQueue::resume(const QStringList &ids)
{
    for (const QString &id : ids) {
        Entry *entry = find(id);
        if (!entry)
            continue;
        if (entry->task)
            entry->pausing = false; // it is queued again as soon as it stands still
        else if (entry->record.state == State::Paused)
            change(*entry, State::Queued);
    }
    pump();
}

void TransferQueue::retry(const QStringList &ids)
{
    for (const QString &id : ids) {
        Entry *entry = find(id);
        if (!entry || entry->task ||
            (entry->record.state != State::Failed && entry->record.state != State::Cancelled))
            continue;
        TransferRecord &record = entry->record;
        if (record.error.code == "file_changed"_L1) {
            record.identity =
                {}; // of whatever stands there now; the task drops what waits at the server of the old one
        } else if (record.state == State::Cancelled) {
            // One request that may have arrived is looked for first.
            if (record.isUpload() && (record.inParts || record.stage != TransferRecord::Stage::Sending))
                record.startAfresh();
        }
        record.error = {};
        record.note.clear();
        if (record.attempts > 0)
            ++record.attempts;
        change(*entry, State::Queued);
    }
    pump();
}

void TransferQueue::cancel(const QStringList &ids)
{
    for (const QString &id : ids) {
        Entry *entry = find(id);
        if (!entry)
            continue;
        if (entry->task) {
            entry->cancelling = true;
            entry->task->cancel();
            continue;
        }
        TransferRecord &record = entry->record;
        if (record.state == State::Completed || record.state == State::Cancelled ||
            record.state == State::Unknown)
            continue;
        if (record.isUpload() && record.isPendingAtServer(m_session.clock().unixSeconds())) {
            // The server is told as well, by a task that does nothing else.
            record.stage = TransferRecord::Stage::Cancelling;
            m_journal->save(record, this, [this, id](const Result<void> &) {
                if (Entry *waiting = find(id); waiting && !waiting->task)
                    start(*waiting);
            });
            continue;
        }
        if (!record.partPath.isEmpty()) {
            PartFile::removeOurs(record.partPath, record.partInode);
            record.partPath.clear();
            record.safeBytes = 0;
        }
        record.error = {};
        change(*entry, State::Cancelled);
        const QPointer<TransferQueue> self(this);
        Q_EMIT ended(id, 0);
        if (!self)
            return;
    }
}

void TransferQueue::remove(const QStringList &ids)
{
    QStringList gone;
    for (const QString &id : ids) {
        const Entry *entry = find(id);
        if (!entry || entry->task || !entry->record.hasEnded())
            continue;
        gone << id;
    }
    if (gone.isEmpty())
        return;
    const QSet<QString> all(gone.cbegin(), gone.cend());
    for (const QString &id : std::as_const(gone)) {
        // Off the list, its file is still not another one's.
        if (const TransferRecord &record = find(id)->record; record.isUpload() && !record.fileId.isEmpty())
            m_knownFiles.insert(record.fileId);
        m_journal->remove(id);
        m_entries.remove(id);
    }
    m_nextInLine = 0;
    m_order.removeIf([&all](const QString &id) { return all.contains(id); });
    Q_EMIT removed(gone);
}

void TransferQueue::move(const QStringList &ids, int places)
{
    const QSet<QString> moved(ids.cbegin(), ids.cend());
    // Only what waits has an order that matters; the rest keeps its place.
    QList<qsizetype> slots_;
    QStringList waiting;
    for (qsizetype i = 0; i < m_order.size(); ++i) {
        const Entry &entry = *m_entries.value(m_order.at(i));
        if (!entry.task && (entry.record.state == State::Queued || entry.record.state == State::Paused)) {
            slots_ << i;
            waiting << m_order.at(i);
        }
    }
    moveInLine(waiting, moved, places);
    for (qsizetype i = 0; i < waiting.size(); ++i)
        m_order[slots_.at(i)] = waiting.at(i);
    m_nextInLine = 0;
    renumber();
    Q_EMIT reordered();
}

void TransferQueue::renumber()
{
    QList<qint64> positions;
    for (const QString &id : std::as_const(m_order))
        positions << find(id)->record.position;
    std::sort(positions.begin(), positions.end());
    for (qsizetype i = 0; i < m_order.size(); ++i) {
        Entry &entry = *find(m_order.at(i));
        if (entry.record.position == positions.at(i))
            continue;
        entry.record.position = positions.at(i);
        if (!entry.task) // a task has a record of its own; what works has its turn already
            m_journal->save(entry.record);
    }
}

void TransferQueue::decide(const QString &id, bool isThere, const QString &fileId)
{
    Entry *entry = find(id);
    if (!entry || entry->task || entry->record.state != State::Unknown)
        return;
    TransferRecord &record = entry->record;
    if (isThere) {
        record.fileId = fileId;
        record.note = tr("found in the list");
        record.error = {};
        change(*entry, State::Completed);
        Q_EMIT ended(id, 0);
        return;
    }
    // The person saw those, and it was none of them.
    for (const QString &seen : std::as_const(record.candidates))
        m_knownFiles.insert(seen);
    record.candidates.clear();
    record.startAfresh();
    record.error = {};
    change(*entry, State::Queued);
    pump();
}

void TransferQueue::lookAgain(const QString &id)
{
    Entry *entry = find(id);
    if (!entry || entry->task || entry->record.state != State::Unknown)
        return;
    const FileLike wanted{entry->record.name, entry->record.purpose, entry->record.size};
    m_session.files().recentLike(wanted, entry->record.uploadCreatedAt - lostReplySlack, this,
                                 [this, id](const Result<QList<FileObject>> &recent) {
                                     Entry *asked = find(id);
                                     if (!asked || asked->task || asked->record.state != State::Unknown)
                                         return;
                                     if (!recent) { // who waits for the answer is told that there is none
                                         asked->record.lookedUp = false;
                                         change(*asked, State::Unknown);
                                         return;
                                     }
                                     asked->record.candidates.clear();
                                     for (const FileObject &file : *recent) {
                                         if (!isTaken(id, file.id))
                                             asked->record.candidates << file.id;
                                     }
                                     asked->record.lookedUp = true;
                                     change(*asked, State::Unknown);
                                 });
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "transferqueue.h"

#include "api/session.h"
#include "base/clock.h"
#include "transfers/downloadname.h"
#include "transfers/downloadtask.h"
#include "transfers/partsuploadtask.h"
#include "transfers/singleuploadtask.h"
#include "transfers/transferjournal.h"
#include "transfers/uploadcheck.h"

#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;
using State = TransferRecord::State;

namespace {

constexpr qint64 tickMs = 500;
/// Ended transfers of earlier runs that are still listed.
constexpr int mostHistory = 500;
/// Transfers that wait before their next attempt beside those that work; each one may hold a file open.
constexpr int mostRetrying = 16;

} // namespace

TransferQueue::TransferQueue(Session &session, const Options &options, QObject *parent)
    : QObject(parent), m_session(session), m_options(options),
      m_journal(std::make_unique<TransferJournal>(options.journalFolder))
{
}

TransferQueue::~TransferQueue()
{
    // Their last words would find a queue that is half gone.
    for (const auto &entry : std::as_const(m_entries)) {
        if (entry->task) {
            entry->task->disconnect(this);
            delete entry->task;
        }
    }
}

bool TransferQueue::isKept() const
{
    return m_journal->isKept();
}

Clock &TransferQueue::clock() const
{
    return m_session.clock();
}

void TransferQueue::open()
{
    m_journal->load(this, [this](const TransferJournal::Contents &contents) {
        int goingOn = 0;
        int history = 0;
        QStringList before;
        for (const TransferRecord &record : contents.records)
            history += record.hasEnded() && !record.isPendingAtServer(m_session.clock().unixSeconds());
        for (TransferRecord record : contents.records) {
            if (m_entries.contains(record.id))
                continue;
            if (record.state == State::Completed || record.state == State::Cancelled) {
                if (history-- > mostHistory) {
                    m_journal->remove(record.id);
                    continue;
                }
            } else if (record.isActive()) {
                record.state = State::Queued;
                ++goingOn;
            }
            m_lastPosition = std::max(m_lastPosition, record.position);
            auto entry = std::make_shared<Entry>();
            entry->record = record;
            m_entries.insert(record.id, entry);
            before << record.id;
        }
        m_isOpen = true;
        // What was added meanwhile comes after it.
        const QStringList meanwhile = m_order;
        m_order = before + meanwhile;
        m_nextInLine = 0;
        for (const QString &id : meanwhile) {
            TransferRecord &record = find(id)->record;
            record.position = ++m_lastPosition;
            m_journal->save(record); // the folder was not ours yet when it was added
        }
        if (!before.isEmpty())
            Q_EMIT added(before);
        if (!before.isEmpty() && !meanwhile.isEmpty())
            Q_EMIT reordered();
        Q_EMIT opened(goingOn, contents.problems);
        pump();
    });
}

TransferQueue::Entry *TransferQueue::find(const QString &id)
{
    const auto it = m_entries.constFind(id);
    return it == m_entries.cend() ? nullptr : it->get();
}

const TransferRecord &TransferQueue::recordOf(const Entry &entry) const
{
    return entry.task ? entry.task->record() : entry.record;
}

TransferStatus TransferQueue::status(const QString &id) const
{
    const auto it = m_entries.constFind(id);
    if (it == m_entries.cend())
        return {};
    const Entry &entry = **it;
    TransferStatus status;
    status.record = recordOf(entry);
    status.bytesDone = bytesDoneOf(entry);
    if (entry.task) {
        status.parts = entry.task->parts();
        status.warning = entry.task->warning();
        status.rate = entry.rate.rate();
        if (status.rate > 0 && status.record.size > 0)
            status.secondsLeft =
                qint64(double(std::max<qint64>(0, status.record.size - status.bytesDone)) / status.rate);
        return status;
    }
    for (const QString &part : status.record.partIds)
        status.parts << (part.isEmpty() ? PartState::Waiting : PartState::Done);
    return status;
}

const TransferRecord &TransferQueue::record(const QString &id) const
{
    static const TransferRecord none;
    const auto it = m_entries.constFind(id);
    return it == m_entries.cend() ? none : recordOf(**it);
}

TransferQueue::Counts TransferQueue::counts() const
{
    Counts counts;
    for (const auto &entry : m_entries) {
        const TransferRecord &record = recordOf(*entry);
        counts.active += record.isActive();
        counts.paused += record.state == State::Paused;
        counts.finished += record.state == State::Completed || record.state == State::Cancelled;
    }
    return counts;
}

qint64 TransferQueue::bytesDoneOf(const Entry &entry)
{
    const TransferRecord &record = entry.record;
    if (entry.task)
        return entry.task->bytesDone();
    if (record.state == State::Completed)
        return record.size;
    return record.isUpload() ? record.bytesInParts() : record.safeBytes;
}

QString TransferQueue::nameOfUpload(const QString &uploadId) const
{
    if (uploadId.isEmpty())
        return {};
    for (const auto &entry : m_entries) {
        if (const TransferRecord &record = recordOf(*entry); record.uploadId == uploadId)
            return record.name;
    }
    return {};
}

qint64 TransferQueue::bytesDone(const QString &id) const
{
    const auto it = m_entries.constFind(id);
    return it == m_entries.cend() ? 0 : bytesDoneOf(**it);
}

QStringList TransferQueue::pendingUploads() const
{
    const qint64 now = m_session.clock().unixSeconds();
    QStringList pending;
    for (const QString &id : m_order) {
        const Entry &entry = *m_entries.value(id);
        const TransferRecord &record = recordOf(entry);
        if (!entry.task && !record.isActive() && record.isPendingAtServer(now))
            pending << id;
    }
    return pending;
}

QString TransferQueue::add(TransferRecord record)
{
    record.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    record.position = ++m_lastPosition;
    record.addedAt = m_session.clock().unixSeconds();
    auto entry = std::make_shared<Entry>();
    entry->record = record;
    m_entries.insert(record.id, entry);
    m_order << record.id;
    m_journal->save(record);
    return record.id;
}

QStringList TransferQueue::addUploads(const QList<UploadOrder> &orders)
{
    QStringList ids;
    for (const UploadOrder &order : orders) {
        TransferRecord record;
        record.direction = TransferRecord::Direction::Upload;
        record.path = QFileInfo(order.path).absoluteFilePath();
        record.name = QFileInfo(order.name.isEmpty() ? order.path : order.name).fileName();
        record.size = order.size;
        record.purpose = order.purpose;
        record.expiresAfterSeconds = order.expiresAfterSeconds;
        record.inParts = order.size > std::min(m_options.partsFrom, singleUploadLimit);
        ids << add(record);
    }
    Q_EMIT added(ids);
    pump();
    return ids;
}

QSet<QString> TransferQueue::claimedPaths() const
{
    QSet<QString> paths;
    for (const auto &entry : m_entries) {
        const TransferRecord &record = recordOf(*entry);
        if (!record.isUpload() && record.state != State::Completed && record.state != State::Cancelled)
            paths.insert(record.path);
    }
    return paths;
}

QStringList TransferQueue::addDownloads(const QList<FileObject> &files, const QString &folder)
{
    QStringList ids;
    QSet<QString> claimed = claimedPaths();
    QHash<QString, int> nextNumber; // of each name
    for (const FileObject &file : files) {
        TransferRecord record;
        record.direction = TransferRecord::Direction::Download;
        record.name = file.filename.isEmpty() ? file.id : file.filename;
        const QString name = safeFileName(record.name);
        record.path = freePath(folder, name, claimed, &nextNumber[name]);
        record.size = std::max<qint64>(0, file.bytes);
        record.fileId = file.id;
        claimed.insert(record.path);
        ids << add(record);
    }
    Q_EMIT added(ids);
    pump();
    return ids;
}

QString TransferQueue::addDownload(const FileObject &file, const QString &path, bool overwrite)
{
    const QFileInfo info(path);
    const QSet<QString> claimed = claimedPaths();
    TransferRecord record;
    record.direction = TransferRecord::Direction::Download;
    record.name = file.filename.isEmpty() ? file.id : file.filename;
    record.path = info.absoluteFilePath();
    if (claimed.contains(record.path))
        record.path = freePath(info.absolutePath(), info.fileName(), claimed);
    else if (overwrite)
        record.mayReplace = FileIdentity::of(record.path);
    record.size = std::max<qint64>(0, file.bytes);
    record.fileId = file.id;
    const QString id = add(record);
    Q_EMIT added({id});
    pump();
    return id;
}

void TransferQueue::change(Entry &entry, State state)
{
    entry.record.state = state;
    if (state == State::Queued)
        m_nextInLine = 0;
    if (!entry.record.hasEnded())
        entry.record.endedAt = 0;
    else if (entry.record.endedAt == 0)
        entry.record.endedAt = m_session.clock().unixSeconds();
    m_journal->save(entry.record);
    Q_EMIT changed(entry.record.id);
}

void TransferQueue::pump()
{
    if (m_pumping || !m_isOpen)
        return;
    m_pumping = true;
    // One that waits for a better line does not keep others from theirs.
    const auto working = [this] {
        return std::count_if(m_working.cbegin(), m_working.cend(), [this](const QString &id) {
            return find(id)->task->record().state != State::Retrying;
        });
    };
    while (m_nextInLine < m_order.size() && working() < m_options.atOnce &&
           m_working.size() < m_options.atOnce + mostRetrying) {
        Entry &entry = *find(m_order.at(m_nextInLine++));
        if (!entry.task && entry.record.state == State::Queued)
            start(entry);
    }
    m_pumping = false;
}

void TransferQueue::start(Entry &entry)
{
    const QString id = entry.record.id;
    const TransferTask::Context context{m_session, *m_journal, m_options.random, m_options.mostFailures,
                                        [this, id](const QString &fileId) { return isTaken(id, fileId); }};
    if (!entry.record.isUpload())
        entry.task = new DownloadTask(context, entry.record, this);
    else if (entry.record.inParts)
        entry.task = new PartsUploadTask(context, entry.record, this);
    else
        entry.task = new SingleUploadTask(context, entry.record, this);
    m_working.insert(id);
    entry.startedMs = m_session.clock().monotonicMs();
    entry.rate.reset();
    entry.counted = entry.task->bytesDone();
    TransferTask *task = entry.task;
    connect(task, &TransferTask::changed, this, [this, id] {
        const QPointer<TransferQueue> self(this);
        Q_EMIT changed(id);
        if (self)
            pump(); // it may wait now
    });
    connect(task, &TransferTask::uploaded, this, &TransferQueue::uploaded);
    connect(task, &TransferTask::ended, this, [this, id] { taskEnded(id); });
    connect(task, &TransferTask::suspended, this, [this, id] { taskSuspended(id); });
    task->start();
    Q_EMIT changed(id);
    tick();
}

void TransferQueue::drop(Entry &entry)
{
    count(entry);
    entry.record = entry.task->record();
    m_working.remove(entry.record.id);
    entry.task->disconnect(this);
    entry.task->deleteLater();
    entry.task = nullptr;
    entry.pausing = false;
    entry.cancelling = false;
}

void TransferQueue::taskEnded(const QString &id)
{
    Entry *entry = find(id);
    if (!entry || !entry->task)
        return;
    const qint64 took = m_session.clock().monotonicMs() - entry->startedMs;
    drop(*entry);
    const QPointer<TransferQueue> self(this); // see ended()
    Q_EMIT changed(id);
    if (self)
        Q_EMIT ended(id, took);
    if (self)
        Q_EMIT progressed();
    if (self)
        pump();
}

void TransferQueue::taskSuspended(const QString &id)
{
    Entry *entry = find(id);
    if (!entry || !entry->task)
        return;
    if (entry->cancelling)
        return; // said later, and for good: ended() follows
    const bool wanted = entry->pausing;
    drop(*entry);
    change(*entry, wanted ? State::Paused : State::Queued);
    Q_EMIT progressed();
    pump();
}

bool TransferQueue::isTaken(const QString &id, const QString &fileId) const
{
    if (m_knownFiles.contains(fileId))
        return true;
    return std::any_of(m_entries.cbegin(), m_entries.cend(), [&](const std::shared_ptr<Entry> &entry) {
        const TransferRecord &record = recordOf(*entry);
        return record.isUpload() && record.id != id && record.fileId == fileId;
    });
}

void TransferQueue::setAtOnce(int count)
{
    m_options.atOnce = std::max(1, count);
    pump();
}

TransferQueue::Totals TransferQueue::totals() const
{
    Totals totals;
    for (const auto &entry : m_entries) {
        const TransferRecord &record = recordOf(*entry);
        totals.failed += record.state == State::Failed || record.state == State::Unknown;
        if (!record.isActive())
            continue;
        ++totals.active;
        totals.bytesLeft += std::max<qint64>(0, record.size - bytesDoneOf(*entry));
        if (!entry->task)
            continue;
        ++totals.working;
    }
    if (totals.working > 0) {
        totals.uploadRate = m_up.rate.rate();
        totals.downloadRate = m_down.rate.rate();
    }
    const double rate = totals.uploadRate + totals.downloadRate;
    if (rate > 0)
        totals.secondsLeft = qint64(double(totals.bytesLeft) / rate);
    return totals;
}

void TransferQueue::count(Entry &entry)
{
    const qint64 done = entry.task->bytesDone();
    Flow &flow = recordOf(entry).isUpload() ? m_up : m_down;
    flow.bytes += std::max<qint64>(0, done - entry.counted); // less than before: it began again
    entry.counted = done;
}

void TransferQueue::tick()
{
    if (m_ticking)
        return;
    const qint64 now = m_session.clock().monotonicMs();
    int ups = 0;
    int downs = 0;
    for (const QString &id : std::as_const(m_working)) {
        Entry &entry = *find(id);
        entry.rate.take(now, entry.task->bytesDone());
        count(entry);
        (recordOf(entry).isUpload() ? ups : downs) += 1;
    }
    // Seconds in which nothing was to be moved are no slow ones.
    const auto take = [now](Flow &flow, int count) {
        if (count > 0)
            flow.rate.take(now, flow.bytes);
        else
            flow.rate.reset();
    };
    take(m_up, ups);
    take(m_down, downs);
    if (m_working.isEmpty())
        return;
    m_ticking = true;
    Q_EMIT progressed();
    m_session.clock().callLater(tickMs, this, [this] {
        m_ticking = false;
        tick();
    });
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachjob.h"

#include "api/session.h"
#include "base/clock.h"
#include "base/format.h"
#include "transfers/transferqueue.h"

#include <algorithm>
#include <limits>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int uploadsATurn = 50; ///< given to the queue at once: each is a record and a row

} // namespace

AttachJob::AttachJob(Session &session, TransferQueue &transfers, const QString &storeId,
                     const QList<Order> &orders, const Options &options, QObject *parent)
    : BulkJob(options.kind, std::numeric_limits<int>::max(), session.clock(), parent), m_session(session),
      m_transfers(transfers), m_storeId(storeId), m_options(options)
{
    QSet<QString> known;
    m_entries.reserve(orders.size());
    for (const Order &order : orders) {
        const QString id = order.path.isEmpty() ? order.fileId : order.path;
        if (known.contains(id))
            continue;
        known.insert(id);
        BulkItem item;
        item.id = id;
        item.title = order.name.isEmpty() ? id : order.name;
        item.bytesTotal = order.path.isEmpty() ? 0 : order.size;
        addItem(item);
        Entry entry;
        entry.order = order;
        entry.isInStore = order.takeOutFirst;
        if (order.path.isEmpty())
            entry.fileId = order.fileId;
        m_entries << entry;
        ++m_steps[int(Step::Ended)];
    }
    connect(&transfers, &TransferQueue::changed, this, &AttachJob::follow);
    connect(&transfers, &TransferQueue::ended, this, &AttachJob::follow);
    connect(&transfers, &TransferQueue::progressed, this, [this] {
        for (const int index : std::as_const(m_moving))
            setBytes(index, m_transfers.bytesDone(m_entries.at(index).transferId));
    });
    // Taken off the list at the Transfers page.
    connect(&transfers, &TransferQueue::removed, this, [this](const QStringList &ids) {
        for (const QString &id : ids) {
            if (const auto found = m_byTransfer.constFind(id); found != m_byTransfer.cend()) {
                m_entries[*found].transferId.clear();
                m_byTransfer.erase(found);
            }
        }
    });
}

AttachJob::~AttachJob()
{
    for (auto it = m_groups.cbegin(); it != m_groups.cend(); ++it)
        it.key()->disconnect(this);
}

void AttachJob::setStep(int index, Step step)
{
    Entry &entry = m_entries[index];
    --m_steps[int(entry.step)];
    entry.step = step;
    ++m_steps[int(step)];
}

void AttachJob::run(int index)
{
    Entry &entry = m_entries[index];
    m_isStopping = false;
    if (entry.order.removes) {
        setStep(index, Step::Wait);
    } else if (entry.isAttached) {
        setStep(index, Step::TakeOut);
        m_toTakeOut << index;
    } else if (entry.fileId.isEmpty()) {
        setStep(index, Step::Enqueue);
        m_toUpload << index;
    } else if (entry.isInStore) {
        setStep(index, Step::Detach);
        m_toDetach << index;
    } else if (entry.mayBeThere) {
        setStep(index, Step::Look);
        m_toLook << index;
    } else {
        setStep(index, Step::Ready);
        m_ready << index;
    }
    if (!entry.fileId.isEmpty())
        setBytes(index, items().at(index).bytesTotal); // it is there
    workLater();
}

void AttachJob::workLater()
{
    if (m_isWorkDue)
        return;
    m_isWorkDue = true;
    m_session.clock().callLater(0, this, [this] {
        m_isWorkDue = false;
        work();
    });
}

void AttachJob::work()
{
    if (state() != State::Running || wasStopped())
        return;
    uploadSome();
    detachSome();
    sendReady();
    takeOutSome();
    settleWaiting();
    dispose();
}

void AttachJob::uploadSome()
{
    QList<UploadOrder> orders;
    QList<int> ordered;
    QStringList again;
    int taken = 0;
    for (; taken < m_toUpload.size() && taken < uploadsATurn; ++taken) {
        const int index = m_toUpload.at(taken);
        const Entry &entry = m_entries.at(index);
        if (entry.step != Step::Enqueue)
            continue;
        setStep(index, Step::Upload);
        if (m_transfers.contains(entry.transferId)) {
            again << entry.transferId;
            continue;
        }
        orders << UploadOrder{entry.order.path, entry.order.name, entry.order.size, m_options.purpose,
                              m_options.expiresAfterSeconds};
        ordered << index;
    }
    m_toUpload.remove(0, taken);
    if (!m_toUpload.isEmpty())
        workLater();
    if (orders.isEmpty() && again.isEmpty())
        return;
    const QStringList ids = orders.isEmpty() ? QStringList() : m_transfers.addUploads(orders);
    for (qsizetype i = 0; i < ids.size(); ++i) {
        m_entries[ordered.at(i)].transferId = ids.at(i);
        m_byTransfer.insert(ids.at(i), ordered.at(i));
    }
    m_transfers.retry(again);
    m_transfers.resume(again);
    for (const QString &id : ids + again)
        follow(id); // some have ended already
}

void AttachJob::follow(const QString &transferId)
{
    const auto at = m_byTransfer.constFind(transferId);
    if (at == m_byTransfer.cend())
        return;
    const int index = *at;
    const TransferRecord record = m_transfers.record(transferId);
    const bool isUnknown = record.state == TransferRecord::State::Unknown;
    if (m_entries.at(index).step == Step::LostUpload) {
        if (isUnknown) {
            setCandidates(index, record.candidates);
            return;
        }
        // It was decided, here or at the Transfers page.
        m_isStopping = false;
        takeUp(index);
        setStep(index, Step::Upload);
    }
    if (m_entries.at(index).step != Step::Upload || items().at(index).state != BulkItem::State::Running)
        return;
    if (record.state == TransferRecord::State::Running)
        m_moving.insert(index);
    else
        m_moving.remove(index);
    switch (record.state) {
    case TransferRecord::State::Completed:
        setBytes(index, items().at(index).bytesTotal);
        uploaded(index, record.fileId, record.identity);
        break;
    case TransferRecord::State::Failed:
        failAt(index, record.error);
        break;
    case TransferRecord::State::Cancelled:
        skipAt(index, record.note.isEmpty() ? tr("stopped") : record.note);
        break;
    case TransferRecord::State::Unknown:
        setStep(index, Step::LostUpload);
        leaveUnknown(index, record.error, record.candidates, record.lookedUp);
        workLater();
        break;
    case TransferRecord::State::Queued:
    case TransferRecord::State::Running:
    case TransferRecord::State::Paused:
    case TransferRecord::State::Retrying:
        break;
    }
}

void AttachJob::uploaded(int index, const QString &fileId, const SourceIdentity &identity)
{
    Entry &entry = m_entries[index];
    if (entry.order.identity.isTaken() && identity.isTaken() && identity != entry.order.identity) {
        m_byTransfer.remove(entry.transferId);
        entry.transferId.clear(); // another try is another upload
        ApiError error = ApiError::make(
            ApiError::Kind::LocalFile,
            tr("it changed since it was compared; it was uploaded as %1, which is in no store").arg(fileId));
        error.code = u"file_changed"_s;
        failAt(index, error);
        return;
    }
    entry.fileId = fileId;
    entry.tries = 0;
    if (wasStopped()) {
        skipAt(index, tr("uploaded, not added"));
        return;
    }
    setStep(index, Step::Ready);
    m_ready << index;
    workLater();
}

/// There is more on its way to Ready.
bool AttachJob::isSoonReady() const
{
    return countAt(Step::Enqueue) + countAt(Step::Upload) + countAt(Step::Detach) + countAt(Step::Look) > 0;
}

double AttachJob::share() const
{
    double indexed = ended();
    for (auto it = m_groups.cbegin(); it != m_groups.cend(); ++it)
        indexed += it.key()->indexed();
    indexed /= std::max(1, total());
    if (bytesTotal() == 0)
        return indexed;
    return (double(bytesDone()) / double(bytesTotal()) + indexed) / 2;
}

QString AttachJob::phase() const
{
    QStringList parts;
    if (countAt(Step::Enqueue) + countAt(Step::Upload) > 0)
        parts << tr("%1 of %2 uploaded").arg(format::size(bytesDone()), format::size(bytesTotal()));
    int indexing = countAt(Step::Group);
    for (auto it = m_groups.cbegin(); it != m_groups.cend(); ++it)
        indexing -= it.key()->indexed();
    if (indexing > 0)
        parts << tr("%Ln being indexed", nullptr, indexing);
    else if (parts.isEmpty() && countAt(Step::TakeOut) + countAt(Step::Dispose) > 0)
        parts << tr("old ones are taken out");
    return parts.join(u" · "_s);
}

void AttachJob::decide(int index, bool isThere, const QString &resultId)
{
    if (items().at(index).state != BulkItem::State::Unknown)
        return;
    if (m_entries.at(index).step == Step::LostUpload) {
        const QString transferId = m_entries.at(index).transferId;
        if (m_transfers.contains(transferId)) {
            m_transfers.decide(transferId, isThere, resultId); // follow() hears of it
            return;
        }
        m_entries[index].fileId = isThere ? resultId : QString();
        beginAgain({index});
        return;
    }
    if (isThere) {
        m_entries[index].isAttached = true;
        setStep(index, Step::Ended);
        BulkJob::decide(index, true, resultId);
        return;
    }
    QList<int> all;
    for (int i = 0; i < total(); ++i) {
        if (m_entries.at(i).step == Step::LostCreate && m_entries.at(i).lost == m_entries.at(index).lost)
            all << i;
    }
    beginAgain(all);
}

void AttachJob::lookAgain(int index)
{
    const Entry &entry = m_entries.at(index);
    if (entry.step == Step::LostUpload) {
        m_transfers.lookAgain(entry.transferId);
        return;
    }
    if (entry.step != Step::LostCreate)
        return;
    for (const Group &group : std::as_const(m_groups)) {
        if (group.isLook && group.lost == entry.lost)
            return; // it is being looked for
    }
    QList<int> all;
    for (int i = 0; i < total(); ++i) {
        if (m_entries.at(i).step == Step::LostCreate && m_entries.at(i).lost == entry.lost)
            all << i;
    }
    makeGroup(all, true, entry.lost);
}

BulkJob::Abandoned AttachJob::abandon(int index)
{
    if (!m_isStopping)
        beginStop();
    if (items().at(index).state != BulkItem::State::Running)
        return Abandoned::Ending; // it has ended just now
    switch (m_entries.at(index).step) {
    case Step::Upload: // the queue says how it ends
    case Step::Group:  // the batch says so
        return Abandoned::Ending;
    default:
        setStep(index, Step::Ended);
        return Abandoned::Dropped;
    }
}

void AttachJob::beginStop()
{
    m_isStopping = true;
    ++m_generation;
    m_isVerifying = false;
    for (QList<int> *line : {&m_toUpload, &m_toDetach, &m_toLook, &m_ready, &m_toTakeOut})
        line->clear();
    m_halves.clear();
    for (Call &call : m_calls)
        call.cancel();
    m_calls.clear();
    if (m_disposal)
        m_disposal->stop();
    QStringList transfers;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.step == Step::Upload)
            transfers << entry.transferId;
    }
    const QList<AttachGroup *> groups = m_groups.keys();
    for (AttachGroup *group : groups)
        group->cancel();
    // Those that wait first: none of them is to begin when one that works makes room.
    std::reverse(transfers.begin(), transfers.end());
    m_transfers.cancel(transfers);
}

void AttachJob::finish(int index, const QString &note)
{
    setStep(index, Step::Ended);
    succeed(index, m_entries.at(index).fileId, note);
    workLater();
}

void AttachJob::failAt(int index, const ApiError &error)
{
    m_moving.remove(index);
    setStep(index, Step::Ended);
    fail(index, error);
    workLater();
}

void AttachJob::skipAt(int index, const QString &note)
{
    m_moving.remove(index);
    setStep(index, Step::Ended);
    skip(index, note);
    workLater();
}

} // namespace odc

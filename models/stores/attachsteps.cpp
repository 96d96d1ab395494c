// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of the way of an AttachJob: what is at the service goes into the store, and what it
// replaces goes out.
#include "attachjob.h"

#include "api/session.h"
#include "base/background.h"
#include "base/clock.h"
#include "transfers/filenews.h"
#include "transfers/transferqueue.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace odc {

namespace {

constexpr int takenOutAtOnce = 4;
constexpr int mostGroups = 5;          ///< under way at the same time
constexpr qint64 betweenSendsMs = 250; ///< the service takes 300 of them a minute and store
constexpr int mostSplits = 60; ///< of groups that are refused as a whole, to find the files that are meant
constexpr int mostTries = 3;   ///< of a file that was uploaded just now, and is not known yet
constexpr qint64 tryAgainMs = 2000;

/// The files of these orders are still what they were compared as.
QList<bool> sameOnDisk(const QList<std::pair<QString, SourceIdentity>> &files)
{
    QList<bool> same;
    for (const auto &[path, identity] : files) {
        const auto now = SourceIdentity::of(path);
        same << (now && *now == identity);
    }
    return same;
}

} // namespace

void AttachJob::detachSome()
{
    while (!m_toDetach.isEmpty() && m_calls.size() < takenOutAtOnce) {
        const int index = m_toDetach.takeFirst();
        if (m_entries.at(index).step != Step::Detach)
            continue;
        m_calls.insert(index, m_session.stores().detach(m_storeId, m_entries.at(index).fileId, this,
                                                        [this, index](const Result<bool> &out) {
                                                            m_calls.remove(index);
                                                            if (!out) {
                                                                failAt(index, out.error());
                                                                return;
                                                            }
                                                            m_entries[index].isInStore = false;
                                                            setStep(index, Step::Ready);
                                                            m_ready << index;
                                                            workLater();
                                                        }));
    }
    if (!m_toLook.isEmpty())
        makeGroup(std::exchange(m_toLook, {}), true, 0);
}

void AttachJob::sendReady()
{
    if (m_sender || m_isVerifying || m_groups.size() >= mostGroups)
        return;
    const qint64 now = m_session.clock().monotonicMs();
    if (now < m_nextSendMs) {
        m_session.clock().callLater(m_nextSendMs - now, this, [this] { work(); });
        return;
    }
    if (!m_halves.isEmpty()) {
        makeGroup(m_halves.takeFirst(), false, 0);
        return;
    }
    if (m_ready.isEmpty())
        return;
    if (m_ready.size() < m_options.mostInGroup && isSoonReady() && !m_isGathered) {
        if (!m_isGathering) {
            m_isGathering = true;
            m_session.clock().callLater(m_options.gatherMs, this, [this] {
                m_isGathering = false;
                m_isGathered = true;
                work();
            });
        }
        return;
    }
    m_isGathered = false;
    const qsizetype size = std::min<qsizetype>(m_ready.size(), m_options.mostInGroup);
    const QList<int> indexes = m_ready.mid(0, size);
    m_ready.remove(0, size);
    verify(indexes);
}

/// What was compared is what goes in, if the file is still the same now.
void AttachJob::verify(const QList<int> &indexes)
{
    QList<int> compared;
    QList<std::pair<QString, SourceIdentity>> files;
    for (const int index : indexes) {
        const Order &order = m_entries.at(index).order;
        if (order.identity.isTaken() && !order.path.isEmpty()) {
            compared << index;
            files.append({order.path, order.identity});
        }
    }
    if (files.isEmpty()) {
        makeGroup(indexes, false, 0);
        return;
    }
    m_isVerifying = true;
    inBackground(
        this, [files] { return sameOnDisk(files); },
        [this, indexes, compared, generation = m_generation](const QList<bool> &same) {
            if (generation != m_generation)
                return; // stopped meanwhile
            m_isVerifying = false;
            QList<int> sendable = indexes;
            for (qsizetype i = 0; i < compared.size(); ++i) {
                if (same.at(i))
                    continue;
                const int index = compared.at(i);
                sendable.removeOne(index);
                const QString fileId = std::exchange(m_entries[index].fileId, {});
                m_entries[index].transferId.clear();
                ApiError error = ApiError::make(
                    ApiError::Kind::LocalFile,
                    tr("it changed since it was compared; it was uploaded as %1, which is in no store")
                        .arg(fileId));
                error.code = QStringLiteral("file_changed");
                failAt(index, error);
            }
            if (!sendable.isEmpty())
                makeGroup(sendable, false, 0);
        });
}

void AttachJob::makeGroup(const QList<int> &indexes, bool isLook, int lost)
{
    Group group;
    group.isLook = isLook;
    group.lost = isLook ? lost : ++m_creates;
    QList<AttachFile> files;
    for (const int index : indexes) {
        const Entry &entry = m_entries.at(index);
        if (group.indexes.contains(entry.fileId)) {
            // A service may give one id to two uploads of the same content: each is told of for itself.
            if (entry.step == Step::Look)
                m_toLook << index;
            else if (entry.step == Step::Ready)
                m_ready << index;
            workLater();
            continue;
        }
        if (entry.step != Step::LostCreate)
            setStep(index, Step::Group);
        files << AttachFile{entry.fileId, entry.order.attributes, entry.order.chunking};
        group.indexes.insert(entry.fileId, index);
    }
    auto *made = new AttachGroup(m_session, m_storeId, files, m_options.times, this);
    m_groups.insert(made, group);
    connect(made, &AttachGroup::batchMade, this, [this, made](const QString &batchId) {
        sentBy(made);
        Q_EMIT batchMade(batchId);
        Q_EMIT storeChanged();
    });
    connect(made, &AttachGroup::refused, this, [this, made](const ApiError &error) {
        sentBy(made);
        refused(m_groups.value(made), error);
    });
    connect(made, &AttachGroup::looked, this,
            [this, made](const QStringList &there, const QStringList &missing, bool lookedUp) {
                sentBy(made);
                looked(made, there, missing, lookedUp);
            });
    connect(made, &AttachGroup::fileEnded, this,
            [this, made](const QString &fileId, AttachGroup::Outcome outcome, const ApiError &error) {
                fileEnded(m_groups[made].indexes.value(fileId, -1), outcome, error,
                          !made->batchId().isEmpty());
            });
    connect(made, &AttachGroup::progressed, this, [this, made] {
        sentBy(made);
        announceProgress();
    });
    connect(made, &AttachGroup::ended, this, [this, made] {
        sentBy(made);
        m_groups.remove(made);
        made->deleteLater();
        if (!made->batchId().isEmpty())
            Q_EMIT batchLeft(made->batchId(), made->isAllKnown());
        Q_EMIT storeChanged();
        workLater();
    });
    if (isLook) {
        made->look();
        return;
    }
    m_sender = made;
    m_nextSendMs = m_session.clock().monotonicMs() + betweenSendsMs;
    made->send();
}

/// Its create is answered, one way or another: the next one may go.
void AttachJob::sentBy(AttachGroup *group)
{
    if (m_sender != group || group->isSending())
        return;
    m_sender = nullptr;
    workLater();
}

void AttachJob::refused(const Group &group, const ApiError &error)
{
    QList<int> indexes = group.indexes.values();
    std::sort(indexes.begin(), indexes.end());
    if (wasStopped()) {
        for (const int index : indexes)
            skipAt(index, tr("stopped"));
        return;
    }
    const bool isOfSome = error.kind == ApiError::Kind::Invalid || error.kind == ApiError::Kind::NotFound;
    // One bad file has the whole batch refused: smaller ones show which it is.
    if (isOfSome && indexes.size() > 1 && m_splits < mostSplits) {
        ++m_splits;
        for (const int index : indexes)
            setStep(index, Step::Ready);
        const qsizetype half = indexes.size() / 2;
        m_halves << indexes.mid(0, half) << indexes.mid(half);
        workLater();
        return;
    }
    QList<int> again;
    for (const int index : indexes) {
        Entry &entry = m_entries[index];
        // What was uploaded a moment ago may not be known everywhere yet.
        const bool isFresh = error.kind == ApiError::Kind::NotFound && !entry.order.path.isEmpty();
        if (isFresh && ++entry.tries < mostTries) {
            setStep(index, Step::Ready);
            again << index;
        } else {
            failAt(index, error);
        }
    }
    if (again.isEmpty())
        return;
    m_session.clock().callLater(tryAgainMs, this, [this, again, generation = m_generation] {
        if (generation != m_generation)
            return;
        m_halves << again;
        work();
    });
}

void AttachJob::looked(AttachGroup *source, const QStringList &there, const QStringList &missing,
                       bool lookedUp)
{
    const Group group = m_groups.value(source);
    for (const QString &id : there) {
        const int index = group.indexes.value(id);
        m_entries[index].mayBeThere = false;
        if (items().at(index).state == BulkItem::State::Unknown) {
            m_isStopping = false;
            takeUp(index);
            setStep(index, Step::Group);
        }
    }
    for (const QString &id : missing) {
        const int index = group.indexes.value(id);
        if (items().at(index).state == BulkItem::State::Unknown) {
            if (lookedUp)
                setCandidates(index, {});
        } else if (items().at(index).state != BulkItem::State::Running) {
            continue;
        } else if (wasStopped() && group.isLook) {
            skipAt(index, tr("stopped"));
        } else if (group.isLook && lookedUp) {
            m_entries[index].mayBeThere = false;
            setStep(index, Step::Ready);
            m_ready << index;
        } else {
            setStep(index, Step::LostCreate);
            m_entries[index].lost = group.isLook ? -index - 1 : group.lost;
            leaveUnknown(index, ApiError::make(ApiError::Kind::OutcomeUnknown), {}, lookedUp);
        }
    }
    workLater();
}

void AttachJob::fileEnded(int index, AttachGroup::Outcome outcome, const ApiError &error, bool hasBatch)
{
    if (index < 0 || m_entries.at(index).step != Step::Group)
        return;
    Entry &entry = m_entries[index];
    switch (outcome) {
    case AttachGroup::Outcome::Attached:
        entry.isInStore = false;
        entry.isAttached = true;
        m_put.insert(entry.fileId);
        if (entry.order.replaces.isEmpty()) {
            finish(index);
        } else if (wasStopped()) {
            skipAt(index, tr("added; the old one is still there"));
        } else {
            setStep(index, Step::TakeOut);
            m_toTakeOut << index;
            workLater();
        }
        return;
    case AttachGroup::Outcome::Failed:
    case AttachGroup::Outcome::Stuck:
        entry.isInStore = true;
        failAt(index, error);
        return;
    case AttachGroup::Outcome::Cancelled:
        entry.isInStore = hasBatch;
        entry.mayBeThere = !hasBatch;
        if (wasStopped())
            skipAt(index, hasBatch ? tr("stopped") : tr("stopped, but the service may go on with it"));
        else
            skipAt(index, tr("cancelled elsewhere"));
        return;
    }
}

void AttachJob::takeOutSome()
{
    while (!m_toTakeOut.isEmpty() && m_calls.size() < takenOutAtOnce) {
        const int index = m_toTakeOut.takeFirst();
        if (m_entries.at(index).step != Step::TakeOut)
            continue;
        const Order &order = m_entries.at(index).order;
        const QString old = order.removes ? order.fileId : order.replaces;
        if (m_put.contains(old))
            finish(index); // the service gave what went in the same id
        else if (order.removes)
            takeOut(index, old);
        else
            confirmNew(index);
    }
}

/// Counts may be wrong, and others take files out as well: the old one goes when the new one was seen there.
void AttachJob::confirmNew(int index)
{
    const QString id = m_entries.at(index).fileId;
    m_calls.insert(index, m_session.stores().retrieveFile(
                              m_storeId, id, this, [this, index, id](const Result<StoreFile> &file) {
                                  m_calls.remove(index);
                                  const bool isIt = file && file->id == id;
                                  if (isIt && file->status == QLatin1StringView("completed")) {
                                      takeOut(index, m_entries.at(index).order.replaces);
                                      return;
                                  }
                                  m_entries[index].isAttached = false;
                                  if (isIt) {
                                      makeGroup({index}, true, 0); // how it ends is waited for
                                      workLater();
                                      return;
                                  }
                                  m_entries[index].mayBeThere = true;
                                  failAt(index,
                                         file ? ApiError::make(ApiError::Kind::BadResponse) : file.error());
                              }));
}

void AttachJob::takeOut(int index, const QString &fileId)
{
    m_calls.insert(index,
                   m_session.stores().detach(m_storeId, fileId, this, [this, index](const Result<bool> &out) {
                       m_calls.remove(index);
                       if (!out) {
                           failAt(index, out.error());
                           return;
                       }
                       Q_EMIT storeChanged();
                       if (m_options.deletesOld)
                           setStep(index, Step::Dispose);
                       else
                           finish(index, m_entries.at(index).order.removes ? tr("taken out")
                                                                           : tr("the old one was taken out"));
                       workLater();
                   }));
}

/// What only has to go, goes when everything else is done, and went well.
void AttachJob::settleWaiting()
{
    const int others = countAt(Step::Enqueue) + countAt(Step::Upload) + countAt(Step::Detach) +
                       countAt(Step::Look) + countAt(Step::Ready) + countAt(Step::Group) +
                       countAt(Step::TakeOut);
    if (countAt(Step::Wait) == 0 || others > 0)
        return;
    bool wentWell = true;
    QList<int> waiting;
    for (int i = 0; i < total(); ++i) {
        const BulkItem::State state = items().at(i).state;
        if (m_entries.at(i).step == Step::Wait)
            waiting << i;
        else if (!m_entries.at(i).order.removes)
            wentWell &= state == BulkItem::State::Done || state == BulkItem::State::Running;
    }
    for (const int index : std::as_const(waiting)) {
        if (wentWell) {
            setStep(index, Step::TakeOut);
            m_toTakeOut << index;
        } else {
            skipAt(index, tr("not taken out, because not all others went well"));
        }
    }
    takeOutSome();
}

void AttachJob::dispose()
{
    const int running = count(BulkItem::State::Running);
    if (m_disposal || running == 0 || countAt(Step::Dispose) != running)
        return;
    QHash<QString, int> indexes;
    for (int i = 0; i < total(); ++i) {
        const Order &order = m_entries.at(i).order;
        if (m_entries.at(i).step == Step::Dispose)
            indexes.insert(order.removes ? order.fileId : order.replaces, i);
    }
    auto gone = std::make_shared<QSet<QString>>(); // told at once: each tale has lists looked through
    m_disposal = new FileDisposal(m_session, m_storeId, indexes.keys(), this);
    connect(m_disposal, &FileDisposal::fileEnded, this,
            [this, indexes, gone](const QString &fileId, FileDisposal::Outcome outcome, const ApiError &error) {
                if (outcome == FileDisposal::Outcome::Deleted)
                    gone->insert(fileId);
                disposed(indexes.value(fileId), outcome, error);
            });
    connect(m_disposal, &FileDisposal::ended, this,
            [this, gone] { FileNews::of(m_transfers).tellDeleted(*gone); });
    connect(m_disposal, &FileDisposal::ended, m_disposal, &QObject::deleteLater);
    m_disposal->start();
}

void AttachJob::disposed(int index, FileDisposal::Outcome outcome, const ApiError &error)
{
    switch (outcome) {
    case FileDisposal::Outcome::Deleted:
        finish(index, tr("the old one was taken out and deleted"));
        break;
    case FileDisposal::Outcome::InUse:
        finish(index, tr("the old one was taken out; its file is kept, as another store has it"));
        break;
    case FileDisposal::Outcome::Unchecked:
        finish(index, tr("the old one was taken out; its file is kept, as it is not known whether another "
                         "store has it"));
        break;
    case FileDisposal::Outcome::Failed:
        finish(index,
               tr("the old one was taken out; its file could not be deleted: %1").arg(error.headline()));
        break;
    }
}

} // namespace odc

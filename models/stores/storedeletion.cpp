// SPDX-License-Identifier: GPL-3.0-or-later
#include "storedeletion.h"

#include "api/session.h"
#include "stores/storedeletionplan.h"

#include <algorithm>
#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int deletesAtOnce = 4;

} // namespace

StoreDeletionJob::StoreDeletionJob(Session &session, const QList<Thing> &stores, const QList<Thing> &orphans,
                                   const QList<Thing> &files, QObject *parent)
    : BulkJob(Kind::Delete, deletesAtOnce, session.clock(), parent), m_session(session),
      m_stores(int(stores.size())), m_orphans(int(orphans.size())),
      m_use(new StoreDeletionPlan(session, this))
{
    for (const Thing &thing : stores + orphans + files) {
        BulkItem item;
        item.id = thing.id;
        item.title = thing.title;
        addItem(item);
    }
    connect(m_use, &StoreDeletionPlan::finished, this, [this] {
        m_hasLooked = true;
        endWait();
    });
    connect(this, &BulkJob::finished, this, [this] { m_hasLooked = false; });
}

StoreDeletionJob::~StoreDeletionJob() = default;

void StoreDeletionJob::run(int index)
{
    if (isStore(index)) {
        removeStore(index);
        return;
    }
    m_waiting << index;
    release();
}

void StoreDeletionJob::release()
{
    if (m_waiting.isEmpty() || m_use->isRunning())
        return;
    for (int store = 0; store < m_stores; ++store) {
        const BulkItem::State state = item(store).state;
        if (state == BulkItem::State::Waiting || state == BulkItem::State::Running)
            return;
    }
    if (!m_hasLooked &&
        std::any_of(m_waiting.cbegin(), m_waiting.cend(), [this](int index) { return isOrphan(index); }))
        lookAtUse();
    else
        endWait();
}

void StoreDeletionJob::endWait()
{
    const QList<int> waiting = std::exchange(m_waiting, {});
    for (const int index : waiting) {
        const QString user = isOrphan(index) ? m_use->usedBy(item(index).id) : QString();
        if (user.isEmpty())
            removeFile(index);
        else
            skip(index, tr("kept: it is in use, or may be, in “%1”").arg(user));
    }
}

void StoreDeletionJob::lookAtUse()
{
    // All at once: each look reads the files of every store.
    QSet<QString> files;
    for (int index = m_stores; index < m_stores + m_orphans; ++index) {
        const BulkItem::State state = item(index).state;
        if (state == BulkItem::State::Waiting || state == BulkItem::State::Running)
            files.insert(item(index).id);
    }
    m_use->start(m_deletedStores, files);
}

void StoreDeletionJob::removeStore(int index)
{
    const QString id = item(index).id;
    m_calls.insert(index, m_session.stores().remove(id, this, [this, index, id](const Result<bool> &result) {
        m_calls.remove(index);
        if (!result) {
            fail(index, result.error());
        } else {
            m_deletedStores.insert(id);
            Q_EMIT storeRemoved(id);
            succeed(index, {}, *result ? QString() : tr("was already gone"));
        }
        release();
    }));
}

void StoreDeletionJob::removeFile(int index)
{
    const QString id = item(index).id;
    m_calls.insert(index, m_session.files().remove(id, this, [this, index, id](const Result<bool> &result) {
        m_calls.remove(index);
        if (!result) {
            fail(index, result.error());
            return;
        }
        m_deletedFiles.insert(id);
        Q_EMIT fileRemoved(id);
        succeed(index, {}, *result ? QString() : tr("was already gone"));
    }));
}

BulkJob::Abandoned StoreDeletionJob::abandon(int index)
{
    m_waiting.removeOne(index);
    if (m_waiting.isEmpty())
        m_use->stop();
    m_calls.take(index).cancel();
    return Abandoned::Dropped; // if it was deleted after all, going on finds it gone
}

DetachFilesJob::DetachFilesJob(Session &session, const QList<Thing> &things, QObject *parent)
    : BulkJob(Kind::Delete, deletesAtOnce, session.clock(), parent), m_session(session), m_things(things)
{
    for (const Thing &thing : things) {
        BulkItem item;
        item.id = thing.storeId + u'/' + thing.fileId; // a file may be taken out of several stores
        item.title = thing.title;
        addItem(item);
    }
}

void DetachFilesJob::run(int index)
{
    const Thing thing = m_things.at(index);
    m_calls.insert(index,
                   m_session.stores().detach(
                       thing.storeId, thing.fileId, this, [this, index, thing](const Result<bool> &result) {
                           m_calls.remove(index);
                           if (!result) {
                               fail(index, result.error());
                               return;
                           }
                           m_detached[thing.storeId].insert(thing.fileId);
                           Q_EMIT removed(thing.storeId, thing.fileId);
                           succeed(index, {}, *result ? QString() : tr("was not in there any more"));
                       }));
}

BulkJob::Abandoned DetachFilesJob::abandon(int index)
{
    m_calls.take(index).cancel();
    return Abandoned::Dropped; // if it was taken out after all, going on finds it gone
}

} // namespace odc

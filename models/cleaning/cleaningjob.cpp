// SPDX-License-Identifier: GPL-3.0-or-later
#include "cleaningjob.h"

#include "api/session.h"
#include "base/clock.h"
#include "base/format.h"
#include "cleaning/deletioncheck.h"
#include "cleaning/fileuses.h"
#include "index/objectindex.h"

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int atOnce = 6;

using Outcome = CleaningJournal::Outcome;

} // namespace

QString CleaningReport::sentence() const
{
    QStringList parts;
    const auto add = [&](int count, const QString &text) {
        if (count > 0)
            parts << text;
    };
    add(deleted, CleaningJob::tr("%Ln deleted", nullptr, deleted));
    add(takenOut, CleaningJob::tr("%Ln taken out", "of vector stores", takenOut));
    add(alreadyGone, CleaningJob::tr("%Ln already gone", nullptr, alreadyGone));
    add(stillListed, CleaningJob::tr("%Ln still listed", nullptr, stillListed));
    add(failed, CleaningJob::tr("%Ln failed", nullptr, failed));
    add(kept, CleaningJob::tr("%Ln kept, in use by now", nullptr, kept));
    add(left, CleaningJob::tr("%Ln left", nullptr, left));
    add(unverified, CleaningJob::tr("%Ln could not be listed again", nullptr, unverified));
    return parts.isEmpty() ? CleaningJob::tr("Nothing was deleted") : parts.join(u", "_s);
}

CleaningJob::CleaningJob(Session &session, ObjectIndex &index, const QString &journalFile,
                         const QString &journalId, QObject *parent)
    : BulkJob(Kind::Delete, atOnce, session.clock(), parent), m_session(session), m_index(index),
      m_journal(journalFile, journalId), m_check(new DeletionCheck(session, this))
{
    connect(m_check, &DeletionCheck::finished, this, &CleaningJob::verified);
    connect(this, &BulkJob::finished, this, &CleaningJob::settle);
}

CleaningJob::CleaningJob(Session &session, ObjectIndex &index, const QList<CleaningItem> &items,
                         const QString &journalFile, QObject *parent)
    : CleaningJob(session, index, journalFile, QString(), parent)
{
    m_plan = items;
    m_outcomes.fill(Outcome::None, items.size());
    for (const CleaningItem &each : items) {
        BulkItem entry;
        entry.id = each.key();
        entry.title = format::oneLine(each.title);
        entry.size = each.bytes;
        addItem(entry);
    }
}

CleaningJob::CleaningJob(Session &session, ObjectIndex &index, const CleaningJournal::Kept &kept,
                         const QString &journalFile, QObject *parent)
    : CleaningJob(session, index, journalFile, kept.id, parent)
{
    m_isNew = false;
    m_outcomes.reserve(kept.entries.size());
    m_plan.reserve(kept.entries.size());
    for (int i = 0; i < kept.entries.size(); ++i) {
        const CleaningJournal::Entry &old = kept.entries.at(i);
        m_plan << old.item;
        // What failed before is tried again; what was kept is looked at again.
        const bool done = old.outcome == Outcome::Deleted || old.outcome == Outcome::AlreadyGone;
        m_outcomes << (done ? old.outcome : Outcome::None);
        if (old.begun)
            m_begun.insert(i);
        BulkItem entry;
        entry.id = old.item.key();
        entry.title = format::oneLine(old.item.title);
        entry.size = old.item.bytes;
        if (done) {
            entry.state = BulkItem::State::Done;
            entry.resultId = old.item.id;
            entry.note =
                old.outcome == Outcome::AlreadyGone ? tr("was already gone") : doneNote(old.item);
        } else if (old.begun && old.outcome == Outcome::None) {
            entry.note = tr("its deletion may have gone out: going on finds that out");
        }
        addItem(entry);
    }
}

CleaningJob::~CleaningJob() = default;

void CleaningJob::prepare()
{
    if (m_ready == Ready::Writing)
        return;
    m_ready = Ready::Writing;
    if (m_isNew) {
        m_journal.begin(m_plan, m_session.clock().unixSeconds(),
                        [this](const Result<void> &result) { prepared(result); });
        return;
    }
    QMetaObject::invokeMethod(
        this, [this] { prepared(m_journal.reopen()); }, Qt::QueuedConnection);
}

void CleaningJob::prepared(const Result<void> &result)
{
    m_ready = result ? Ready::Yes : Ready::No;
    const QList<int> waiting = std::exchange(m_waiting, {});
    for (const int index : waiting) {
        if (items().at(index).state != BulkItem::State::Running)
            continue; // stopped meanwhile
        if (result)
            begin(index);
        else
            fail(index, result.error()); // nothing is deleted that is not noted
    }
}

void CleaningJob::run(int index)
{
    if (m_ready == Ready::Yes) {
        begin(index);
        return;
    }
    m_waiting << index;
    prepare();
}

QString CleaningJob::newUse(const CleaningItem &planned) const
{
    if (planned.action != CleaningItem::Action::DeleteFile)
        return {};
    const QList<FileUse> uses = m_index.usesOf(planned.id);
    for (const FileUse &use : uses) {
        if (planned.uses.contains(use))
            continue;
        const QList<UseRow> rows = fileuses::of(m_index, planned.id);
        const auto row = std::find_if(rows.cbegin(), rows.cend(), [&](const UseRow &each) {
            return each.kind == use.kind && each.key == use.key && each.role == use.role;
        });
        return row == rows.cend() ? use.key : fileuses::kindText(row->kind) + u" “"_s + row->title + u"”"_s;
    }
    return {};
}

QString CleaningJob::isOther(const CleaningItem &planned) const
{
    const IndexedObject *known = nullptr;
    switch (planned.action) {
    case CleaningItem::Action::DeleteFile:
        known = m_index.find(ObjectKind::File, planned.id);
        break;
    case CleaningItem::Action::DeleteStore:
        known = m_index.find(ObjectKind::Store, planned.id);
        break;
    case CleaningItem::Action::DetachFile:
        known = m_index.find(ObjectKind::StoreFile, planned.key());
        break;
    }
    // Services number anew, and entries of stores are put in again.
    if (known && planned.createdAt > 0 && known->createdAt > 0 && known->createdAt != planned.createdAt)
        return tr("another one has this id by now");
    if (!planned.twinId.isEmpty() && !m_index.find(ObjectKind::File, planned.twinId))
        return tr("the copy that was to stay is gone: %1").arg(planned.twinId);
    if (!known)
        return {};
    const bool revived = planned.category == CleaningCategory::ExpiredStores
                             ? known->status != "expired"_L1
                             : planned.category == CleaningCategory::FailedInStores &&
                                   known->status != "failed"_L1 && known->status != "cancelled"_L1 &&
                                   m_index.find(ObjectKind::File, planned.id);
    return revived ? tr("not dead any more: %1").arg(known->status) : QString();
}

void CleaningJob::begin(int index)
{
    const CleaningItem &planned = m_plan.at(index);
    m_outcomes[index] = Outcome::None;
    if (const QString use = newUse(planned); !use.isEmpty()) {
        finishItem(index, Outcome::Kept, tr("in use by now: %1").arg(use));
        return;
    }
    if (const QString why = isOther(planned); !why.isEmpty()) {
        finishItem(index, Outcome::Kept, why);
        return;
    }
    if (const auto noted = m_journal.itemBegins(index); !noted) {
        fail(index, noted.error());
        return;
    }
    detach(index, planned.detachFrom);
}

void CleaningJob::detach(int index, QStringList stores)
{
    if (stores.isEmpty()) {
        remove(index);
        return;
    }
    const QString store = stores.takeFirst();
    m_calls.insert(index, m_session.stores().detach(store, m_plan.at(index).id, this,
                                                    [this, index, stores](const Result<bool> &result) {
                                                        m_calls.remove(index);
                                                        if (!result)
                                                            finishItem(index, Outcome::Failed, {},
                                                                       result.error());
                                                        else
                                                            detach(index, stores);
                                                    }));
}

void CleaningJob::remove(int index)
{
    const CleaningItem &planned = m_plan.at(index);
    const auto done = [this, index](const Result<bool> &result) { answered(index, result); };
    switch (planned.action) {
    case CleaningItem::Action::DeleteFile:
        m_calls.insert(index, m_session.files().remove(planned.id, this, done, true));
        break;
    case CleaningItem::Action::DeleteStore:
        m_calls.insert(index, m_session.stores().remove(planned.id, this, done));
        break;
    case CleaningItem::Action::DetachFile:
        m_calls.insert(index, m_session.stores().detach(planned.storeId, planned.id, this, done));
        break;
    }
}

void CleaningJob::answered(int index, const Result<bool> &result)
{
    m_calls.remove(index);
    if (!result) {
        m_begun.insert(index); // it may have arrived all the same
        finishItem(index, Outcome::Failed, {}, result.error());
        return;
    }
    // Gone although an earlier attempt of this very clean-up may have gone out: that one did it.
    const bool byUs = *result || m_begun.contains(index);
    const CleaningItem &planned = m_plan.at(index);
    finishItem(index, byUs ? Outcome::Deleted : Outcome::AlreadyGone);
    switch (planned.action) {
    case CleaningItem::Action::DeleteFile:
        Q_EMIT fileRemoved(planned.id);
        break;
    case CleaningItem::Action::DeleteStore:
        Q_EMIT storeRemoved(planned.id);
        break;
    case CleaningItem::Action::DetachFile:
        Q_EMIT entryRemoved(planned.storeId, planned.id);
        break;
    }
}

void CleaningJob::finishItem(int index, Outcome outcome, const QString &note, const ApiError &error)
{
    m_outcomes[index] = outcome;
    const auto noted =
        m_journal.itemEnded(index, outcome, outcome == Outcome::Failed ? error.headline() : note);
    if (!noted)
        m_problem =
            noted.error(); // the deletion is done all the same, and found to be when it is asked for again
    switch (outcome) {
    case Outcome::Failed:
        fail(index, error);
        break;
    case Outcome::Kept:
        skip(index, note);
        break;
    case Outcome::AlreadyGone:
        succeed(index, m_plan.at(index).id, tr("was already gone"));
        break;
    case Outcome::Deleted:
    case Outcome::None:
        succeed(index, m_plan.at(index).id, doneNote(m_plan.at(index)));
        break;
    }
}

BulkJob::Abandoned CleaningJob::abandon(int index)
{
    m_waiting.removeOne(index);
    if (m_calls.contains(index)) {
        m_calls.take(index).cancel();
        m_begun.insert(index); // if it was deleted after all, going on finds it gone and knows by whom
    }
    return Abandoned::Dropped;
}

bool CleaningJob::goesOnAtEnd()
{
    QList<CleaningItem> gone;
    for (int i = 0; i < total(); ++i) {
        if (items().at(i).state == BulkItem::State::Done)
            gone << m_plan.at(i);
    }
    m_stillListed.clear();
    m_unverified.clear();
    m_problem = {};
    if (gone.isEmpty())
        return false;
    // A run that was killed after its last deletion has only this left to do.
    if (m_ready == Ready::No && !m_isNew && m_journal.reopen())
        m_ready = Ready::Yes;
    m_checking = true;
    announceProgress();
    m_check->start(gone);
    return true;
}

void CleaningJob::verified()
{
    m_checking = false;
    m_problem = m_check->problem();
    for (int i = 0; i < total(); ++i) {
        if (items().at(i).state != BulkItem::State::Done)
            continue;
        const CleaningItem &planned = m_plan.at(i);
        if (m_check->listed().contains(planned.key())) {
            m_stillListed.insert(planned.key());
            m_outcomes[i] = Outcome::Failed;
            m_begun.insert(i);
            const ApiError error = ApiError::make(
                ApiError::Kind::Conflict, tr("The server says that it is deleted, and still lists it"));
            (void)m_journal.itemEnded(i, Outcome::Failed, error.message);
            revoke(i, error);
        } else if (!m_check->wasRead(planned)) {
            m_unverified.insert(i);
            setNote(i, tr("%1; the list could not be read again", "what was done").arg(doneNote(planned)));
        }
    }
    end();
}

void CleaningJob::settle()
{
    m_check->stop();
    m_checking = false;
    // What was kept for a reason is settled; what failed or was not tried may be gone on with.
    const bool all = std::all_of(m_outcomes.cbegin(), m_outcomes.cend(),
                                 [](Outcome outcome) { return outcome != Outcome::None; });
    if (m_ready != Ready::Yes)
        return;
    if (all && !wasStopped())
        (void)m_journal.finished();
    // Others may clean up now; whoever retries takes it up again.
    m_journal.close();
    m_ready = Ready::No;
    m_isNew = false;
}

QString CleaningJob::phase() const
{
    return m_checking ? tr("listing again what was deleted…") : QString();
}

QString CleaningJob::doneText(int ended) const
{
    CleaningReport done = report();
    if (done.deleted + done.takenOut + done.alreadyGone == 0)
        return tr("%Ln deleted", nullptr, ended);
    done.failed = done.stillListed = done.kept = done.left = done.unverified = 0; // said beside it
    return done.sentence();
}

QString CleaningJob::doneNote(const CleaningItem &item) const
{
    switch (item.action) {
    case CleaningItem::Action::DeleteFile:
        return item.detachFrom.isEmpty()
                   ? tr("deleted")
                   : tr("taken out of %Ln vector store(s) and deleted", nullptr, int(item.detachFrom.size()));
    case CleaningItem::Action::DeleteStore:
        return tr("vector store deleted; its files stay");
    case CleaningItem::Action::DetachFile: {
        const IndexedObject *store = m_index.find(ObjectKind::Store, item.storeId);
        return tr("taken out of “%1”; the file stays")
            .arg(store && !store->name.isEmpty() ? format::oneLine(store->name) : item.storeId);
    }
    }
    return {};
}

CleaningReport CleaningJob::report() const
{
    CleaningReport report;
    report.problem = m_problem;
    for (int i = 0; i < total(); ++i) {
        const BulkItem &entry = items().at(i);
        switch (m_outcomes.at(i)) {
        case Outcome::Deleted:
            ++(m_plan.at(i).action == CleaningItem::Action::DetachFile ? report.takenOut : report.deleted);
            report.bytes += m_plan.at(i).bytes;
            report.unverified += m_unverified.contains(i);
            break;
        case Outcome::AlreadyGone:
            ++report.alreadyGone;
            break;
        case Outcome::Kept:
            ++report.kept;
            break;
        case Outcome::Failed:
            if (m_stillListed.contains(m_plan.at(i).key()))
                ++report.stillListed;
            else
                ++report.failed;
            break;
        case Outcome::None:
            if (entry.state == BulkItem::State::Failed)
                ++report.failed;
            else
                ++report.left;
            break;
        }
    }
    return report;
}

void tellWhatIsGone(ObjectIndex &index, const CleaningJournal::Kept &kept, qint64 nowUnix)
{
    for (const CleaningJournal::Entry &entry : kept.entries) {
        const bool done = entry.outcome == Outcome::Deleted || entry.outcome == Outcome::AlreadyGone;
        // What was taken out of a store may have been put in again since. Files and stores have their ids once.
        const bool isStore = entry.item.action == CleaningItem::Action::DeleteStore;
        if (!done || entry.item.action == CleaningItem::Action::DetachFile
            || !index.find(isStore ? ObjectKind::Store : ObjectKind::File, entry.item.id))
            continue;
        SeenAnswer answer;
        answer.method = "DELETE"_ba;
        answer.status = 200;
        answer.atUnix = nowUnix;
        answer.path = (isStore ? u"/vector_stores/"_s : u"/files/"_s) + entry.item.id;
        index.answered(answer);
    }
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "overviewcount.h"

#include "index/objectindex.h"

#include <QDateTime>

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 24 * 3600;

/// Ends at the top instead of beyond it.
void grow(qint64 &sum, qint64 by)
{
    sum += std::clamp<qint64>(by, 0, std::numeric_limits<qint64>::max() - sum);
}

bool isJob(ObjectKind kind)
{
    return kind == ObjectKind::Batch || kind == ObjectKind::EvalRun || kind == ObjectKind::Job;
}

OverviewJob jobOf(const IndexedObject &object, qint64 endedAt)
{
    OverviewJob job;
    job.kind = object.kind;
    job.key = object.key();
    job.name = object.name;
    job.status = object.status;
    job.reason = object.reason;
    job.done = object.done;
    job.failed = object.failed;
    job.total = object.total;
    job.endedAt = endedAt;
    job.bad = object.hasFailed();
    return job;
}

bool isNewer(const OverviewJob &left, const OverviewJob &right)
{
    return left.endedAt != right.endedAt ? left.endedAt > right.endedAt : left.key < right.key;
}

bool isLarger(const OverviewShare &left, const OverviewShare &right)
{
    return left.bytes != right.bytes ? left.bytes > right.bytes : left.id < right.id;
}

bool wasRead(const ObjectIndex &index, ObjectKind kind, const QList<ObjectKind> &unavailable)
{
    return unavailable.contains(kind) || index.wholeAt(kind) > 0;
}

} // namespace

qint64 endOf(const IndexedObject &object, const OverviewFrame &frame)
{
    if (!isJob(object.kind) || !object.isFinished())
        return 0;
    if (object.endedAt > 0)
        return object.endedAt; // as it says itself, or as it was seen
    // One that began since then also ended since then.
    return object.createdAt > 0 && object.createdAt >= frame.since
               ? std::max(object.createdAt, object.progressedAt)
               : 0;
}

QList<OverviewJob> endedJobs(const ObjectIndex &index, const OverviewFrame &frame, qsizetype most)
{
    // No texts are copied before it is known of which: there may be 100,000.
    using Ended = std::pair<qint64, const IndexedObject *>;
    std::vector<Ended> all;
    for (const ObjectKind kind : {ObjectKind::Batch, ObjectKind::EvalRun, ObjectKind::Job}) {
        for (const IndexedObject &object : index.objects(kind)) {
            if (const qint64 at = endOf(object, frame); at > 0 && at >= frame.since)
                all.emplace_back(at, &object);
        }
    }
    const qsizetype count = std::min(qsizetype(all.size()), std::max<qsizetype>(0, most));
    const auto comesFirst = [](const Ended &left, const Ended &right) {
        return left.first != right.first ? left.first > right.first : left.second->id < right.second->id;
    };
    std::nth_element(all.begin(), all.begin() + count, all.end(), comesFirst);
    std::sort(all.begin(), all.begin() + count, comesFirst);
    QList<OverviewJob> ended;
    ended.reserve(count);
    for (qsizetype i = 0; i < count; ++i)
        ended << jobOf(*all[size_t(i)].second, all[size_t(i)].first);
    return ended;
}

OverviewCount::OverviewCount(OverviewFrame frame) : m_frame(std::move(frame))
{
    m_figures.countedAt = m_frame.now;
    m_figures.since = m_frame.since;
}

QList<ObjectKind> OverviewCount::kinds()
{
    return {ObjectKind::File, ObjectKind::Batch,   ObjectKind::Store,
            ObjectKind::Eval, ObjectKind::EvalRun, ObjectKind::Job};
}

void OverviewCount::add(const IndexedObject &object, bool used)
{
    switch (object.kind) {
    case ObjectKind::File:
        addFile(object, used);
        break;
    case ObjectKind::Store:
        addStore(object);
        break;
    case ObjectKind::Batch:
        ++m_figures.batches;
        addJob(object);
        break;
    case ObjectKind::EvalRun:
        ++m_figures.runs;
        addJob(object);
        break;
    case ObjectKind::Job:
        ++m_figures.jobs;
        addJob(object);
        break;
    case ObjectKind::Eval:
        ++m_figures.evals;
        break;
    case ObjectKind::StoreFile:
    case ObjectKind::Checkpoint:
    case ObjectKind::Model:
        break;
    }
}

void OverviewCount::addFile(const IndexedObject &file, bool used)
{
    ++m_figures.files;
    grow(m_figures.fileBytes, file.bytes);
    OverviewShare &share = m_purposes[file.detail];
    ++share.count;
    grow(share.bytes, file.bytes);
    if (file.createdAt >= m_frame.since)
        ++m_figures.filesAdded;
    if (!used) {
        ++m_orphans;
        grow(m_orphanBytes, file.bytes);
    }
    addExpiry(file, file.detail);
}

void OverviewCount::addStore(const IndexedObject &store)
{
    ++m_figures.storeCount;
    const bool expired = store.status == "expired"_L1;
    m_stores << OverviewShare{store.id, store.name, store.bytes, store.total};
    if (!expired)
        grow(m_figures.storeBytes, store.bytes);
    if (store.failed > 0 && !expired)
        m_figures.troubles << OverviewTrouble{store.id, store.name, store.failed};
    if (!expired)
        addExpiry(store, {});
}

void OverviewCount::addJob(const IndexedObject &object)
{
    const qint64 at = endOf(object, m_frame);
    if (at <= 0 || at < m_frame.since)
        return;
    m_ended << jobOf(object, at);
    ++m_figures.endedCount;
    if (m_ended.last().bad)
        ++m_figures.failedCount;
}

void OverviewCount::addExpiry(const IndexedObject &object, const QString &purpose)
{
    if (object.expiresAt <= m_frame.now || object.expiresAt >= m_frame.now + m_frame.expiresDays * day)
        return;
    const QDate date = QDateTime::fromSecsSinceEpoch(object.expiresAt).date();
    const qint64 from = date.startOfDay().toSecsSinceEpoch();
    OverviewExpiry &expiry = m_expiring[{from, QString::number(int(object.kind)) + u'/' + purpose}];
    if (expiry.count++ == 0) {
        expiry.kind = object.kind;
        expiry.purpose = purpose;
        expiry.from = from;
        expiry.to = date.addDays(1).startOfDay().toSecsSinceEpoch();
        expiry.soonest = object.expiresAt;
        expiry.key = object.key();
        expiry.name = object.name;
    } else {
        expiry.soonest = std::min(expiry.soonest, object.expiresAt);
        expiry.key.clear(); // no longer the only one
        expiry.name.clear();
    }
    grow(expiry.bytes, object.bytes);
}

OverviewFigures OverviewCount::figures(bool orphansKnown) const
{
    OverviewFigures figures = m_figures;
    for (auto it = m_purposes.cbegin(); it != m_purposes.cend(); ++it)
        figures.purposes << OverviewShare{it.key(), it.key(), it->bytes, it->count};
    std::sort(figures.purposes.begin(), figures.purposes.end(), isLarger);
    const auto first = [](auto list, const auto &before) {
        const qsizetype most = std::min<qsizetype>(list.size(), OverviewFigures::mostRows);
        std::partial_sort(list.begin(), list.begin() + most, list.end(), before);
        list.resize(most);
        return list;
    };
    figures.stores = first(m_stores, isLarger);
    figures.ended = first(m_ended, isNewer);
    figures.expiring = m_expiring.values();
    std::stable_sort(
        figures.expiring.begin(), figures.expiring.end(),
        [](const OverviewExpiry &left, const OverviewExpiry &right) { return left.soonest < right.soonest; });
    figures.troubles =
        first(m_figures.troubles, [](const OverviewTrouble &left, const OverviewTrouble &right) {
            return left.failed != right.failed ? left.failed > right.failed : left.storeId < right.storeId;
        });
    if (orphansKnown) {
        figures.orphans = m_orphans;
        figures.orphanBytes = m_orphanBytes;
    }
    return figures;
}

bool usesAreKnown(const ObjectIndex &index, const QList<ObjectKind> &unavailable)
{
    for (const ObjectKind kind :
         {ObjectKind::File, ObjectKind::Batch, ObjectKind::Store, ObjectKind::Eval, ObjectKind::Job}) {
        if (!wasRead(index, kind, unavailable))
            return false;
    }
    for (const IndexedObject &store : index.objects(ObjectKind::Store)) {
        if (store.total > 0 && index.wholeAt(ObjectKind::StoreFile, store.id) == 0)
            return false;
    }
    for (const IndexedObject &eval : index.objects(ObjectKind::Eval)) {
        if (index.wholeAt(ObjectKind::EvalRun, eval.id) == 0)
            return false;
    }
    return true;
}

qint64 listsKnownAt(const ObjectIndex &index, const QList<ObjectKind> &unavailable)
{
    qint64 oldest = 0;
    for (const ObjectKind kind :
         {ObjectKind::File, ObjectKind::Batch, ObjectKind::Store, ObjectKind::Eval, ObjectKind::Job}) {
        if (unavailable.contains(kind))
            continue;
        const qint64 at = index.wholeAt(kind);
        if (at == 0)
            return 0;
        oldest = oldest == 0 ? at : std::min(oldest, at);
    }
    return oldest;
}

} // namespace odc

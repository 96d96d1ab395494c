// SPDX-License-Identifier: GPL-3.0-or-later
#include "progresstracks.h"

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype fewSteps = 3;
constexpr qsizetype mostSteps = 15;
constexpr qsizetype mostStepsOfKind = 101;
constexpr qint64 minute = 60;

void keep(QList<qint64> &steps, qint64 step, qsizetype most)
{
    steps.append(step);
    if (steps.size() > most)
        steps.removeFirst();
}

qint64 middle(QList<qint64> steps)
{
    const auto it = steps.begin() + steps.size() / 2;
    std::nth_element(steps.begin(), it, steps.end());
    return *it;
}

} // namespace

void ProgressTracks::saw(const IndexedObject &object)
{
    const QString key = trackKey(object.kind, object.key());
    if (!m_tracks.contains(key))
        m_tracks.insert(key, {object.failed, 0, {}});
    Track &track = m_tracks[key];
    if (track.expectedAt == 0)
        track.expectedAt = object.finishAt;
}

void ProgressTracks::stepped(const IndexedObject &before, const IndexedObject &now, qint64 sinceUnix)
{
    saw(before);
    m_tracks[trackKey(now.kind, now.key())].expectedAt = now.finishAt; // resumed, say: what was expected before is void
    if (before.progressedAt < sinceUnix || before.progressedAt <= 0 ||
        now.progressedAt <= before.progressedAt)
        return;
    const qint64 took = now.progressedAt - before.progressedAt;
    keep(m_tracks[trackKey(now.kind, now.key())].steps, took, mostSteps);
    keep(m_like[likeKey(now)], took, mostStepsOfKind);
}

void ProgressTracks::forget(ObjectKind kind, const QString &key)
{
    m_tracks.remove(trackKey(kind, key));
}

qint64 ProgressTracks::usualSeconds(const IndexedObject &object) const
{
    const auto own = m_tracks.constFind(trackKey(object.kind, object.key()));
    if (own != m_tracks.cend() && own->steps.size() >= fewSteps)
        return middle(own->steps);
    const auto like = m_like.constFind(likeKey(object));
    return like != m_like.cend() && like->size() >= fewSteps ? middle(*like) : -1;
}

StuckReason ProgressTracks::judge(const IndexedObject &object, const WatchRules &rules, qint64 nowUnix) const
{
    if (object.isFinished() || object.status == "paused"_L1)
        return StuckReason::None; // a person holds it, or nothing does any more
    if (object.kind == ObjectKind::Batch && object.expiresAt > 0 && object.expiresAt < nowUnix)
        return StuckReason::Overdue;
    if (object.kind == ObjectKind::Store || object.kind == ObjectKind::StoreFile)
        return StuckReason::None; // their files are looked at one by one
    if (object.status.startsWith("validating"_L1)) {
        const bool tooLong =
            object.createdAt > 0 && nowUnix - object.createdAt > rules.validatingMinutes * minute;
        return tooLong ? StuckReason::Validating : StuckReason::None;
    }
    const qint64 known = usualSeconds(object);
    // Where nobody knows what is usual, the shortest time that may be said stands for it.
    const double usual = known >= 0 ? double(known) : double(rules.leastMinutes * minute);
    // A job has no counts that could move: until the service expects it to be done it goes on, for all that is known. By what
    // it said first: one that is put off again and again is stuck as well.
    const auto own = m_tracks.constFind(trackKey(object.kind, object.key()));
    const qint64 expectedAt = own == m_tracks.cend() ? object.finishAt : own->expectedAt;
    const qint64 still = std::min(standstill(object), std::max<qint64>(0, object.seenAt - expectedAt));
    return still >= rules.leastMinutes * minute && double(still) > rules.timesUsual * usual
               ? StuckReason::NoProgress
               : StuckReason::None;
}

qint64 ProgressTracks::standstill(const IndexedObject &object)
{
    // Not up to now: while nobody looked, it may have gone on.
    return object.progressedAt > 0 ? std::max<qint64>(0, object.seenAt - object.progressedAt) : 0;
}

qint64 ProgressTracks::secondsLeft(const IndexedObject &object, qint64 nowUnix)
{
    if (object.status == "paused"_L1)
        return -1; // it goes on when a person wants it to
    // What should be over by now and is not takes nobody knows how long.
    const auto ahead = [](qint64 left) { return left > 0 ? left : -1; };
    if (object.finishAt > 0)
        return ahead(object.finishAt - nowUnix);
    if (standstill(object) >= longStandstill)
        return -1;
    const qint64 through = object.done + object.failed;
    // Up to its last step: what has passed since then is not how fast it went, and is taken off below. So the time left
    // only falls between two steps.
    const qint64 lastStep = object.progressedAt > object.createdAt ? object.progressedAt : object.seenAt;
    const qint64 took = lastStep - object.createdAt;
    if (object.total <= through || through <= 0 || object.createdAt <= 0 || took <= 0)
        return -1;
    const double left = double(object.total - through) * double(took) / double(through);
    return ahead(qint64(left) - (nowUnix - lastStep));
}

qint64 ProgressTracks::failedBefore(ObjectKind kind, const QString &key) const
{
    const auto it = m_tracks.constFind(trackKey(kind, key));
    return it == m_tracks.cend() ? 0 : it->failedAtFirst;
}

} // namespace odc

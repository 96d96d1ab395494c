// SPDX-License-Identifier: GPL-3.0-or-later
#include "watchscheduler.h"

#include "api/session.h"
#include "base/clock.h"
#include "index/objectindex.h"
#include "watch/requestbudget.h"

#include <algorithm>
#include <limits>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// Of its share of requests a round takes so much; some is left for what comes between.
constexpr double shareOfRound = 20.0 / 24;
/// Where nothing runs, only what others began is looked for.
constexpr qint64 idleMs = 120'000;
constexpr int idleTimes = 4;
constexpr qint64 filesMs = 300'000;
constexpr qint64 firstLookMs = 3'000;
/// Times on the wire are whole seconds: what was seen so shortly after an own look was seen by it.
constexpr qint64 blurMs = 2'000;
constexpr qint64 firstBackOffMs = 5'000;
constexpr qint64 longestBackOffMs = 300'000;
constexpr int mostDoublings = 6;

} // namespace

WatchScheduler::WatchScheduler(Session &session, ObjectIndex &index, Clock &clock, BudgetShare &share,
                               QObject *parent)
    : QObject(parent), m_session(session), m_index(index), m_clock(clock), m_share(share)
{
    for (const ObjectKind kind : {ObjectKind::Batch, ObjectKind::Job, ObjectKind::Store})
        m_sources[keyOf(kind, {})].list.kind = kind;
    connect(&session, &Session::statusChanged, this, &WatchScheduler::statusChanged);
}

WatchScheduler::~WatchScheduler() = default;

void WatchScheduler::start()
{
    m_started = true;
    // What a person opens the window for goes first, and often asks for the same.
    m_waitUntilMs = m_clock.monotonicMs() + firstLookMs;
    pumpSoon();
}

void WatchScheduler::setSeconds(int seconds)
{
    m_seconds = std::max(0, seconds);
    if (m_seconds == 0)
        abort();
    pumpSoon();
}

void WatchScheduler::setPaused(bool paused)
{
    m_paused = paused;
    if (paused)
        abort();
    else
        catchUp();
}

void WatchScheduler::catchUp()
{
    for (auto &[key, source] : m_sources) {
        source.lookedMs = -1;
        source.byOthers = false;
        source.waitUntilMs = -1;
        source.failures = 0;
    }
    m_failures = 0;
    m_waitUntilMs = 0;
    pumpSoon();
}

void WatchScheduler::setUnfinished(const IndexedObject &object, bool unfinished)
{
    const bool inside = object.kind == ObjectKind::EvalRun;
    if (!inside && !m_sources.contains(keyOf(object.kind, {})))
        return;
    const SourceKey key = keyOf(object.kind, inside ? object.parentId : QString());
    const auto it = m_sources.find(key);
    if (unfinished) {
        Source &source = it == m_sources.end() ? m_sources[key] : it->second;
        source.list.kind = object.kind;
        source.list.parentId = key.second;
        source.unfinished.insert(object.id);
    } else if (it != m_sources.end()) {
        it->second.unfinished.remove(object.id);
        const bool underWay = m_look && m_at == key;
        if (underWay)
            m_awaited.remove(object.id);
        else if (inside && it->second.unfinished.isEmpty())
            m_sources.erase(it);
    }
    pumpSoon();
}

void WatchScheduler::forgetAll()
{
    abort();
    std::erase_if(m_sources, [](const auto &entry) { return !entry.first.second.isEmpty(); });
    for (auto &[key, source] : m_sources)
        source.unfinished.clear();
}

void WatchScheduler::setFilesWatched(const QString &storeId, bool watched)
{
    const SourceKey key = keyOf(ObjectKind::StoreFile, storeId);
    if (!watched) {
        if (!m_look || m_at != key)
            m_sources.erase(key);
        return;
    }
    if (m_sources.contains(key))
        return;
    Source source;
    source.list.kind = ObjectKind::StoreFile;
    source.list.parentId = storeId;
    source.list.filter = u"in_progress"_s;
    m_sources.emplace(key, source);
    pumpSoon();
}

void WatchScheduler::setUnavailable(ObjectKind kind, bool unavailable)
{
    const auto it = m_sources.find(keyOf(kind, {}));
    if (it == m_sources.end() || it->second.unavailable == unavailable)
        return;
    it->second.unavailable = unavailable;
    it->second.lookedMs = -1;
    pumpSoon();
}

void WatchScheduler::pumpSoon()
{
    if (m_soon)
        return;
    m_soon = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_soon = false;
            pump();
        },
        Qt::QueuedConnection);
}

void WatchScheduler::wake(qint64 inMs)
{
    const qint64 at = m_clock.monotonicMs() + std::max<qint64>(1, inMs);
    if (m_wakeAtMs >= 0 && m_wakeAtMs <= at)
        return; // it looks then how long there is still to wait
    m_wakeAtMs = at;
    m_clock.callLater(std::max<qint64>(1, inMs), this, [this, at] {
        if (m_wakeAtMs == at)
            m_wakeAtMs = -1;
        pump();
    });
}

qint64 WatchScheduler::roundMs() const
{
    int pages = 0;
    for (const auto &[key, each] : m_sources)
        pages += each.unfinished.isEmpty() ? 0 : std::max(1, each.pages);
    const double msForPage = 60'000 / (m_share.most() * shareOfRound);
    return std::max(m_seconds * qint64(1000), qint64(pages * msForPage));
}

qint64 WatchScheduler::intervalMs(const Source &source, qint64 round) const
{
    if (source.list.kind == ObjectKind::StoreFile)
        return std::max(round, filesMs);
    return source.unfinished.isEmpty() ? std::max(m_seconds * qint64(1000) * idleTimes, idleMs) : round;
}

qint64 WatchScheduler::seenByOthersMs(const Source &source) const
{
    if (source.list.kind == ObjectKind::StoreFile)
        return -1;
    qint64 seenAt = std::numeric_limits<qint64>::max();
    if (source.unfinished.isEmpty()) {
        seenAt = m_index.wholeAt(source.list.kind, source.list.parentId);
    } else {
        for (const QString &id : source.unfinished) {
            const IndexedObject *object = m_index.find(source.list.kind, id);
            seenAt = std::min(seenAt, object ? object->seenAt : 0);
        }
    }
    const qint64 ago = std::max<qint64>(0, m_clock.unixSeconds() - seenAt);
    return seenAt > 0 ? m_clock.monotonicMs() - ago * 1000 : -1;
}

void WatchScheduler::pump()
{
    if (!m_started || m_paused || m_seconds <= 0 || m_look ||
        m_session.status().state == ConnectionStatus::State::Held)
        return;
    const qint64 now = m_clock.monotonicMs();
    if (now < m_waitUntilMs) {
        wake(m_waitUntilMs - now);
        return;
    }
    const qint64 round = roundMs();
    while (true) {
        SourceKey next;
        Source *chosen = nullptr;
        qint64 dueAt = std::numeric_limits<qint64>::max();
        bool all = true;
        for (auto &[key, source] : m_sources) {
            if (source.unavailable)
                continue;
            all = all && source.lookedMs >= 0;
            qint64 interval = source.lookedMs < 0 ? 0 : intervalMs(source, round);
            if (source.byOthers)
                interval += interval / 2; // they will ask again by then, if they still do
            const qint64 due = std::max(source.lookedMs + interval, source.waitUntilMs);
            if (due < dueAt) {
                dueAt = due;
                chosen = &source;
                next = key;
            }
        }
        if (all && !m_roundTold) {
            m_roundTold = true;
            Q_EMIT roundDone();
        }
        if (!chosen)
            return;
        if (dueAt > now) {
            wake(dueAt - now);
            return;
        }
        // Who has just been told by another's answer has nothing to ask.
        const qint64 seen = seenByOthersMs(*chosen);
        const qint64 interval = intervalMs(*chosen, round);
        const qint64 young = chosen->lookedMs < 0 ? interval / 2 : interval + interval / 2;
        if (seen >= 0 && seen > chosen->lookedMs + blurMs && seen > now - young) {
            chosen->lookedMs = seen;
            chosen->byOthers = true;
            continue;
        }
        if (!m_share.hasRoom()) {
            wake(m_share.freeInMs());
            return;
        }
        begin(next, *chosen);
        return;
    }
}

void WatchScheduler::begin(const SourceKey &key, Source &source)
{
    m_look = std::make_unique<QObject>();
    m_at = key;
    m_awaited = source.unfinished;
    m_pagesNow = 0;
    m_endPosted = false;
    ListWalk::Events events;
    events.page = [this](const QStringList &ids) { tookPage(ids); };
    events.finished = [this] { ended({}); };
    events.failed = [this](const ApiError &error) { ended(error); };
    m_walk = ListWalk::begin(m_session, source.list, &m_share, std::move(events));
}

void WatchScheduler::tookPage(const QStringList &ids)
{
    ++m_pagesNow;
    for (const QString &id : ids)
        m_awaited.remove(id);
    Q_EMIT answered();
    if (!m_look)
        return;
    if (ObjectKind(m_at.first) == ObjectKind::StoreFile)
        Q_EMIT filesSeen(m_at.second, ids);
    const auto it = m_sources.find(m_at);
    const bool inStore = ObjectKind(m_at.first) == ObjectKind::StoreFile;
    if (m_awaited.isEmpty() || inStore || it == m_sources.end()) {
        m_walk->stop();
        ended({});
    } else if (m_awaited.size() <= it->second.pages - m_pagesNow) {
        m_walk->stop();
        askForRest();
    }
}

void WatchScheduler::askForRest()
{
    // It is inside an event of the walk.
    QMetaObject::invokeMethod(
        m_look.get(), [this] { askNext(); }, Qt::QueuedConnection);
}

void WatchScheduler::askNext()
{
    if (m_awaited.isEmpty()) {
        ended({});
        return;
    }
    if (!m_share.take()) {
        m_clock.callLater(m_share.freeInMs(), m_look.get(), [this] { askNext(); });
        return;
    }
    const QString id = *m_awaited.constBegin();
    m_awaited.remove(id);
    ++m_pagesNow;
    const auto done = [this](const auto &result) {
        // What is gone is told to the index like everything else.
        if (!result && result.error().kind != ApiError::Kind::NotFound) {
            ended(result.error());
            return;
        }
        Q_EMIT answered();
        if (m_look)
            QMetaObject::invokeMethod(
                m_look.get(), [this] { askNext(); }, Qt::QueuedConnection);
    };
    switch (ObjectKind(m_at.first)) {
    case ObjectKind::Batch:
        m_session.batches().retrieve(id, m_look.get(), done);
        break;
    case ObjectKind::Job:
        m_session.fineTuning().retrieve(id, m_look.get(), done);
        break;
    case ObjectKind::Store:
        m_session.stores().retrieve(id, m_look.get(), done);
        break;
    case ObjectKind::EvalRun:
        m_session.evals().retrieveRun(m_at.second, id, m_look.get(), done);
        break;
    default:
        ended({});
    }
}

void WatchScheduler::ended(const ApiError &error)
{
    if (!m_look || m_endPosted)
        return;
    m_endPosted = true;
    // The walk may be in the middle of telling this.
    QMetaObject::invokeMethod(
        m_look.get(),
        [this, error] {
            const SourceKey at = m_at;
            m_walk.reset();
            m_look.release()->deleteLater();
            const auto it = m_sources.find(at);
            if (it != m_sources.end()) {
                Source &source = it->second;
                source.pages = std::max(1, m_pagesNow);
                const bool noList = isNoArea(error) && at.second.isEmpty();
                if (error.kind == ApiError::Kind::None || noList) {
                    m_failures = 0;
                    source.failures = 0;
                    source.byOthers = false;
                    source.lookedMs = m_clock.monotonicMs();
                } else {
                    failed(source, error);
                }
                if (noList) {
                    source.unavailable = true;
                    Q_EMIT noArea(source.list.kind);
                }
                // A list inside of something has no place here once nothing in it runs any more.
                const bool isEmpty = source.unfinished.isEmpty() && source.list.kind == ObjectKind::EvalRun;
                if (isEmpty)
                    m_sources.erase(at);
            }
            pumpSoon();
        },
        Qt::QueuedConnection);
}

void WatchScheduler::failed(Source &source, const ApiError &error)
{
    const qint64 now = m_clock.monotonicMs();
    const auto backOff = [](int failures) {
        return std::min(firstBackOffMs << std::min(failures, mostDoublings), longestBackOffMs);
    };
    if (error.httpStatus == 0) { // nobody answers: no other list would get an answer either
        m_silent = m_session.status().state == ConnectionStatus::State::Failing;
        m_waitUntilMs = now + backOff(m_failures++);
    } else { // this list is in trouble, or not for this key; the others may do
        source.byOthers = false;
        source.lookedMs = now;
        source.waitUntilMs = now + backOff(source.failures++);
    }
}

void WatchScheduler::statusChanged()
{
    const ConnectionStatus::State state = m_session.status().state;
    // Another call got through: so will the next one from here.
    if (state == ConnectionStatus::State::Connected && m_silent) {
        m_silent = false;
        m_waitUntilMs = 0;
    }
    if (state != ConnectionStatus::State::Held)
        pumpSoon();
}

void WatchScheduler::abort()
{
    if (!m_look)
        return;
    if (m_walk)
        m_walk->stop();
    // It may be one of its own events that led here.
    QObject *look = m_look.release();
    std::shared_ptr<ListWalk> walk = std::move(m_walk);
    QMetaObject::invokeMethod(
        this, [walk] {}, Qt::QueuedConnection);
    delete look;
}

} // namespace odc

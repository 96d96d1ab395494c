// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobwatch.h"

#include "api/session.h"
#include "base/clock.h"
#include "base/requestlog.h"
#include "index/objectindex.h"
#include "transfers/transferqueue.h"
#include "watch/attentionlist.h"
#include "watch/evalrounds.h"
#include "watch/expirywatch.h"
#include "watch/indexingfiles.h"
#include "watch/newfiles.h"
#include "watch/progresstracks.h"
#include "watch/requestbudget.h"
#include "watch/watchscheduler.h"
#include "watch/watchtexts.h"

#include <QSet>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;
using Kind = WatchEvent::Kind;

namespace {

constexpr qint64 second = 1'000;
constexpr qint64 minute = 60; ///< in seconds, as times of the wire
constexpr qint64 hour = 60 * minute;
/// How often the clocks are compared, and what no answer brings up is looked at.
constexpr qint64 beatMs = 15 * second;
constexpr qint64 quietBeatMs = 60 * second;
/// The clock on the wall went on by so much more than the one that counts: the computer slept.
constexpr qint64 sleptSeconds = 30;
constexpr qint64 updateMs = 250;
constexpr qint64 surveyAgainSeconds = 10 * minute;
constexpr qint64 filesAgainSeconds = 30 * minute;
/// So many times as long as reading took nothing is read.
constexpr qint64 shareOfRest = 4;
constexpr qsizetype mostEvents = 1'000;
/// Of the budget, for what is not known yet while that is read; the rest is for what runs.
constexpr int surveyShare = JobWatch::mostRequestsAMinute / 2;
/// So many are asked for whatever a person reads.
constexpr int leastOfWatch = 6;
constexpr int leastOfSurvey = 3;

bool runs(ObjectKind kind)
{
    return kind == ObjectKind::Batch || kind == ObjectKind::EvalRun || kind == ObjectKind::Job ||
           kind == ObjectKind::Store;
}

constexpr ObjectKind runningKinds[] = {ObjectKind::Batch, ObjectKind::EvalRun, ObjectKind::Job,
                                       ObjectKind::Store};

} // namespace

struct JobWatch::Private
{
    Private(JobWatch &watch, Session &of, ObjectIndex &seen, TransferQueue &queue, Clock &time)
        : q(watch), session(of), index(seen), transfers(queue), clock(time),
          budget(time, mostRequestsAMinute), watchShare(budget, mostRequestsAMinute, leastOfWatch),
          readShare(budget, surveyShare, leastOfSurvey), scheduler(of, seen, time, watchShare),
          rounds(of, seen, time, watchShare), survey(of, seen), newFiles(seen), expiry(seen), attention(seen, queue, time, tracks, expiry)
    {
    }

    using Key = std::pair<int, QString>;
    static Key keyOf(const IndexedObject &object) { return {int(object.kind), object.key()}; }

    JobWatch &q;
    Session &session;
    ObjectIndex &index;
    TransferQueue &transfers;
    Clock &clock;
    RequestBudget budget;
    BudgetShare watchShare;
    BudgetShare readShare; ///< of the survey in the background
    WatchScheduler scheduler;
    EvalRounds rounds;
    Survey survey;
    NewFiles newFiles;
    WatchRules rules;
    int seconds = 0;
    bool started = false;
    bool begun = false;     ///< the index is loaded
    bool byAPerson = false; ///< the present survey
    bool roundDone = false;
    QSet<Key> unfinished;
    IndexingFiles indexing;
    ProgressTracks tracks;
    ExpiryWatch expiry;
    AttentionList attention;
    QList<WatchEvent> events;
    QList<ObjectKind> unavailable;
    qint64 lookedAt = 0;
    qint64 surveyedAt = 0; ///< when the last one in the background ended
    qint64 lastUnix = 0;
    qint64 lastMs = 0;
    qint64 judgedAt = 0;
    qint64 rescannedAt = 0;
    qint64 startedAt = 0;  ///< unix
    qint64 surveyBegunAt = 0; ///< unix
    qint64 awakeSince = 0; ///< unix; what lies before says nothing of how long a step takes
    int beats = 0;         ///< counts the timers: an older one does nothing
    bool updatePosted = false;

    qint64 now() const { return clock.unixSeconds(); }
    /// Of this run, unix; a clock that was set back says nothing of it.
    qint64 beginning() const { return startedAt <= now() ? startedAt : now() - filesAgainSeconds; }

    void begin()
    {
        begun = true;
        rescan();
        scheduler.start();
        review();
    }

    void rescan()
    {
        scheduler.forgetAll();
        unfinished.clear();
        indexing.clear();
        for (const IndexedObject &file : index.objects(ObjectKind::StoreFile)) {
            if (!file.isFinished())
                indexing.saw(file, false);
        }
        attention.clear();
        for (const ObjectKind kind : runningKinds) {
            for (const IndexedObject &object : index.objects(kind)) {
                // Most of 100,000 are at their end, and were never followed.
                if (object.isFinished()) {
                    attention.saw(object);
                    continue;
                }
                follow(object);
                if (kind == ObjectKind::Store)
                    attention.recallFiles(object.id, indexing.of(object.id));
            }
        }
        rescanExpiry();
    }

    void rescanExpiry()
    {
        rescannedAt = now();
        expiry.rescan(rescannedAt, std::max(rules.expiresDays, AttentionList::urgentDays));
    }

    void follow(const IndexedObject &object)
    {
        attention.saw(object);
        const Key key = keyOf(object);
        if (!object.isFinished()) {
            unfinished.insert(key);
            tracks.saw(object);
            scheduler.setUnfinished(object, true);
        } else if (unfinished.remove(key)) {
            leave(object);
        }
    }

    /// It does not run any more.
    void leave(const IndexedObject &object)
    {
        unfinished.remove(keyOf(object));
        attention.ended(object);
        tracks.forget(object.kind, object.key());
        scheduler.setUnfinished(object, false);
        if (object.kind == ObjectKind::Store) {
            scheduler.setFilesWatched(object.id, false);
            indexing.forget(object.id);
        }
    }

    void changed(const QList<IndexChange> &changes)
    {
        if (!begun)
            return; // all of it is looked through once what was kept is there
        bool worthIt = false;
        for (const IndexChange &change : changes) {
            const IndexedObject &object = change.object();
            const bool gone = change.what == IndexChange::What::Gone;
            if (gone)
                expiry.forget(object.kind, object.key());
            else
                expiry.saw(object);
            if (object.kind == ObjectKind::StoreFile)
                indexing.saw(object, gone);
            if (!runs(object.kind))
                continue;
            worthIt = true;
            if (!gone)
                newFiles.saw(object, now());
            if (gone) {
                leave(object);
                attention.gone(object);
                continue;
            }
            if (change.what == IndexChange::What::Changed && !change.before.isFinished()) {
                const bool moved = change.now.progressedAt != change.before.progressedAt;
                if (moved) {
                    tracks.stepped(change.before, change.now, awakeSince);
                    attention.moved(object);
                }
                if (change.now.isFinished())
                    tellEnd(change.now);
            }
            follow(object);
        }
        if (worthIt)
            updateSoon();
    }

    void tellEnd(const IndexedObject &object)
    {
        const qint64 fresh = object.failed - tracks.failedBefore(object.kind, object.key());
        const bool inPart = (object.kind == ObjectKind::Batch && object.failed > 0) ||
                            (object.kind == ObjectKind::Store && fresh > 0);
        const Kind kind = object.hasFailed() || inPart ? Kind::Failed : Kind::Ended;
        tell(eventAbout(kind, object, watchtexts::ended(object), now()));
    }

    void tell(const WatchEvent &event)
    {
        events.prepend(event);
        if (events.size() > mostEvents)
            events.removeLast();
        Q_EMIT q.happened(event);
        updateSoon();
    }

    void updateSoon()
    {
        if (std::exchange(updatePosted, true))
            return;
        clock.callLater(updateMs, &q, [this] {
            updatePosted = false;
            Q_EMIT q.updated();
        });
    }

    void beat()
    {
        const int mine = ++beats;
        lastUnix = now();
        lastMs = clock.monotonicMs();
        clock.callLater(seconds > 0 ? beatMs : quietBeatMs, &q, [this, mine] {
            if (mine != beats)
                return;
            const qint64 slept = (now() - lastUnix) - (clock.monotonicMs() - lastMs) / second;
            if (slept > sleptSeconds)
                catchUp();
            // Not on the minute sharp: a beat that came a moment early would make it two.
            if (begun && now() - judgedAt >= minute - 1)
                review();
            surveySoon();
            roundsToo();
            beat();
        });
    }

    void catchUp()
    {
        awakeSince = now();
        if (!scheduler.isPaused())
            scheduler.catchUp();
    }

    /// What no answer brings up: what is stuck by now, expires, or runs out of time.
    void review()
    {
        judgedAt = now();
        if (judgedAt - rescannedAt >= hour)
            rescanExpiry();
        const QSet<Key> keys = unfinished; // telling may change it
        for (const Key &key : keys) {
            const IndexedObject *object = index.find(ObjectKind(key.first), key.second);
            // Of what was kept nobody knows whether it is still so.
            if (object && object->seenAt >= startedAt)
                judge(*object);
        }
        for (const WatchEvent &event : expiry.news(judgedAt, rules.expiresDays))
            tell(event);
        for (const WatchEvent &event : attention.judgeUploads())
            tell(event);
        updateSoon();
    }

    void judge(const IndexedObject &object)
    {
        if (object.kind == ObjectKind::Store) {
            // It may have stood still for long before it was first seen: then its files say so.
            const qint64 oldest = indexing.oldestOf(object.id);
            const qint64 still = std::max(ProgressTracks::standstill(object), oldest > 0 ? now() - oldest : 0);
            const bool tooLong = still > rules.indexingMinutes * minute;
            scheduler.setFilesWatched(object.id, tooLong);
            if (!tooLong)
                attention.forgetFiles(object.id); // nobody looks at its files any more: what was said of them goes
        } else if (const auto event = attention.judge(object)) {
            tell(*event);
        }
    }

    /// What is not known yet is read in the background, once what runs was looked at.
    void surveySoon()
    {
        const bool may = roundDone && seconds > 0 && !scheduler.isPaused() && !survey.isRunning();
        const qint64 filesAt = index.wholeAt(ObjectKind::File);
        const bool hasFiles = !unavailable.contains(ObjectKind::File);
        const qint64 filesSince = std::max({beginning(), now() - filesAgainSeconds, newFiles.missedSince(now())});
        const bool filesAreOld = hasFiles && filesAt < filesSince;
        const bool lacks = !survey.isComplete() || filesAreOld;
        // Soon, unless that was in vain the last time; and most of the time nothing is read, however many files there are.
        const bool soon = hasFiles && newFiles.isWorthAsking(now());
        const qint64 every =
            soon ? std::max(minute, shareOfRest * (surveyedAt - surveyBegunAt)) : surveyAgainSeconds;
        const bool again = surveyedAt == 0 || (lacks && now() - surveyedAt >= every);
        if (!may || !again)
            return;
        byAPerson = false;
        surveyBegunAt = now();
        newFiles.asked(now());
        survey.setBudget(&readShare);
        watchShare.setMost(mostRequestsAMinute - surveyShare);
        survey.setOnlyUnknown(true, filesSince);
        Survey::Parts parts = Survey::Everything;
        parts.setFlag(Survey::Jobs, !unavailable.contains(ObjectKind::Job));
        parts.setFlag(Survey::Batches, !unavailable.contains(ObjectKind::Batch));
        if (unavailable.contains(ObjectKind::Store))
            parts &= ~Survey::Parts(Survey::Stores | Survey::StoreFiles);
        if (unavailable.contains(ObjectKind::Eval))
            parts &= ~Survey::Parts(Survey::Evals | Survey::Runs);
        survey.start(parts, true);
    }

    /// All evals are known, and may have got runs since.
    void roundsToo()
    {
        rounds.setOn(seconds > 0 && surveyedAt > 0 && !scheduler.isPaused() && !unavailable.contains(ObjectKind::Eval));
    }

    void stopSurvey()
    {
        survey.stop();
        watchShare.setMost(mostRequestsAMinute);
    }

    void surveyed()
    {
        watchShare.setMost(mostRequestsAMinute);
        QList<ObjectKind> found;
        for (const Survey::Fault &fault : survey.faults()) {
            if (fault.noArea)
                found << fault.kind;
        }
        if (byAPerson) {
            for (const ObjectKind kind : std::as_const(unavailable)) {
                if (!found.contains(kind))
                    scheduler.setUnavailable(kind, false);
            }
            unavailable.clear();
        }
        surveyedAt = std::max<qint64>(1, now());
        lookedAt = now();
        byAPerson = false;
        for (const ObjectKind kind : std::as_const(found))
            hasNoArea(kind);
        // What it has found may be stuck already, or expire soon.
        index.whenSettled(&q, [this] { review(); });
        updateSoon();
    }

    void hasNoArea(ObjectKind kind)
    {
        if (unavailable.contains(kind))
            return;
        unavailable << kind;
        scheduler.setUnavailable(kind, true);
        updateSoon();
    }

    RunningJob jobOf(const IndexedObject &object) const
    {
        RunningJob job;
        job.kind = object.kind;
        job.key = object.key();
        job.name = watchtexts::nameOf(object);
        job.status = object.status;
        job.done = object.done;
        job.failed = object.failed;
        job.total = object.total;
        const qint64 oldest = object.kind == ObjectKind::Store ? indexing.oldestOf(object.id) : 0;
        // What an earlier run left may stand for hours: until somebody has looked, nothing is foretold.
        const bool isLong = oldest > 0 && now() - oldest >= ProgressTracks::longStandstill;
        const bool stands =
            isLong && (object.seenAt < startedAt || ProgressTracks::standstill(object) >= ProgressTracks::longStandstill);
        job.secondsLeft = stands ? -1 : ProgressTracks::secondsLeft(object, now());
        job.startedAt = object.createdAt;
        job.stuck = attention.stuckText(object);
        job.finishAt = object.finishAt;
        job.stillSeconds = ProgressTracks::standstill(object);
        return job;
    }
};

JobWatch::JobWatch(Session &session, ObjectIndex &index, TransferQueue &transfers, Clock &clock,
                   QObject *parent)
    : QObject(parent), d(new Private(*this, session, index, transfers, clock))
{
    connect(&index, &ObjectIndex::changed, this,
            [this](const QList<IndexChange> &changes) { d->changed(changes); });
    connect(&index, &ObjectIndex::loaded, this, [this] {
        if (d->started)
            d->begin();
    });
    connect(&session.requestLog(), &RequestLog::added, this, [this](qint64 serial) {
        const LoggedCall *call = d->session.requestLog().find(serial);
        if (call && call->method == "GET")
            d->budget.saw();
    });
    connect(&d->scheduler, &WatchScheduler::answered, this, [this] {
        d->lookedAt = d->now();
        d->updateSoon();
    });
    connect(&d->scheduler, &WatchScheduler::noArea, this, [this](ObjectKind kind) { d->hasNoArea(kind); });
    connect(&d->scheduler, &WatchScheduler::roundDone, this, [this] {
        d->roundDone = true; // the rest is read with a beat to come: what a person just opened goes first
    });
    connect(&d->scheduler, &WatchScheduler::filesSeen, this,
            [this](const QString &storeId, const QStringList &ids) {
                d->index.whenSettled(this, [this, storeId, ids] {
                    d->indexing.only(storeId, ids);
                    for (const WatchEvent &event : d->attention.judgeFiles(storeId, ids))
                        d->tell(event);
                    d->updateSoon();
                });
            });
    connect(&d->survey, &Survey::progressed, this, [this] { d->updateSoon(); });
    connect(&d->survey, &Survey::finished, this, [this] { d->surveyed(); });
    connect(&transfers, &TransferQueue::changed, this, [this] { d->updateSoon(); });
    connect(&transfers, &TransferQueue::removed, this, [this] { d->updateSoon(); });
}

JobWatch::~JobWatch() = default;

void JobWatch::start(int seconds)
{
    d->started = true;
    d->startedAt = d->now();
    d->awakeSince = d->startedAt;
    setSeconds(seconds);
    if (d->index.isLoaded())
        d->begin();
}

void JobWatch::setSeconds(int seconds)
{
    d->seconds = std::max(0, seconds);
    d->scheduler.setSeconds(d->seconds);
    if (d->seconds == 0 && !d->byAPerson)
        d->stopSurvey();
    d->roundsToo();
    if (d->started)
        d->beat();
}

void JobWatch::setRules(const WatchRules &rules)
{
    if (d->rules == rules)
        return;
    d->rules = rules;
    d->attention.setRules(rules);
    if (!d->begun)
        return;
    d->rescanExpiry();
    d->review();
}

const WatchRules &JobWatch::rules() const
{
    return d->rules;
}

void JobWatch::setPaused(bool paused)
{
    if (d->scheduler.isPaused() == paused)
        return;
    d->awakeSince = d->now();
    if (paused)
        d->stopSurvey();
    d->scheduler.setPaused(paused);
    d->roundsToo();
    if (!paused && d->begun)
        d->review();
}

QList<RunningJob> JobWatch::running() const
{
    QList<RunningJob> all;
    all.reserve(d->unfinished.size());
    for (const Private::Key &key : std::as_const(d->unfinished)) {
        if (const IndexedObject *object = d->index.find(ObjectKind(key.first), key.second))
            all.append(d->jobOf(*object));
    }
    std::sort(all.begin(), all.end(), [](const RunningJob &a, const RunningJob &b) {
        return std::tie(a.startedAt, a.key) < std::tie(b.startedAt, b.key);
    });
    return all;
}

int JobWatch::runningCount() const
{
    int count = 0;
    for (const auto &[kind, key] : std::as_const(d->unfinished)) {
        const IndexedObject *object = d->index.find(ObjectKind(kind), key);
        count += object && object->status != "paused"_L1; // that waits for a person
    }
    return count;
}

const QList<WatchEvent> &JobWatch::events() const
{
    return d->events;
}

QList<WatchEvent> JobWatch::attention() const
{
    return d->attention.all();
}

QString JobWatch::stuckText(const QString &id) const
{
    for (const ObjectKind kind : runningKinds) { // each has ids of its own
        if (const IndexedObject *object = d->index.find(kind, id))
            return d->attention.stuckText(*object);
    }
    return {};
}

void JobWatch::lookAtEverything()
{
    d->stopSurvey();
    d->byAPerson = true;
    d->survey.setBudget(nullptr);
    d->survey.setOnlyUnknown(false);
    d->survey.start(Survey::Everything);
}

const Survey &JobWatch::survey() const
{
    return d->survey;
}

QList<ObjectKind> JobWatch::unavailable() const
{
    return d->unavailable;
}

qint64 JobWatch::lookedAt() const
{
    return d->lookedAt;
}

bool JobWatch::hasReadFiles() const
{
    return d->unavailable.contains(ObjectKind::File) || d->index.wholeAt(ObjectKind::File) >= d->beginning();
}

int JobWatch::requestsLastMinute() const
{
    return d->budget.lastMinute();
}

} // namespace odc

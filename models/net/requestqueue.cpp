// SPDX-License-Identifier: GPL-3.0-or-later
#include "requestqueue.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/requestlog.h"
#include "net/requestjob.h"
#include "net/requestqueue_p.h"
#include "net/wirebuilder.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace odc {

RequestQueue::Private::Private(RequestQueue *queue, Options opts, std::unique_ptr<Transport> wire,
                               Clock &time, RandomSource dice)
    : q(queue), options(std::move(opts)), beginOfUrls(wire::beginOfUrls(options.baseUrl)),
      redactor({options.credentials.apiKey.trimmed(), options.credentials.adminKey.trimmed()}),
      transport(std::move(wire)), clock(time), random(std::move(dice)), log(new RequestLog(queue))
{
    slotsOf(Lane::Interactive).most = std::max(1, options.interactiveSlots);
    slotsOf(Lane::Background).most = std::max(1, options.backgroundSlots);
    slotsOf(Lane::Transfer).most = std::max(1, options.transferSlots);
    slotsOf(Lane::Bulk).most = std::max(1, options.bulkSlots);
}

int RequestQueue::Private::running() const
{
    int sum = 0;
    for (const Slots &lane : lanes)
        sum += lane.running;
    return sum;
}

void RequestQueue::Private::enqueue(Job *job)
{
    slotsOf(job->lane()).waiting.emplace(job->serial(), job);
    pumpLater();
}

void RequestQueue::Private::release(Lane lane)
{
    --slotsOf(lane).running;
    pumpLater();
}

void RequestQueue::Private::forget(Job *job)
{
    jobs.erase(job);
    slotsOf(job->lane()).waiting.erase(job->serial());
}

void RequestQueue::Private::pumpLater()
{
    if (pumpPosted)
        return;
    pumpPosted = true;
    QMetaObject::invokeMethod(
        q,
        [this] {
            pumpPosted = false;
            pump();
        },
        Qt::QueuedConnection);
}

void RequestQueue::Private::pump()
{
    // Lanes in their order: Interactive first.
    for (Slots &lane : lanes) {
        while (heldUntil == 0 && lane.running < lane.most && !lane.waiting.empty()) {
            Job *job = lane.waiting.begin()->second;
            lane.waiting.erase(lane.waiting.begin());
            ++lane.running;
            job->start();
        }
    }
    // Told here only: a listener may then do what it likes, nobody is in the middle of anything.
    if (const int now = running(); now != announced) {
        announced = now;
        Q_EMIT q->inFlightChanged(now);
    }
}

void RequestQueue::Private::hold(qint64 ms)
{
    const qint64 until = clock.monotonicMs() + ms;
    if (ms <= 0 || until <= heldUntil)
        return;
    heldUntil = until;
    qCDebug(logNet) << "429: everything waits for" << ms << "ms";
    holdTimer();
    Q_EMIT q->held(ms);
}

void RequestQueue::Private::holdTimer()
{
    if (holdTimerRuns)
        return;
    holdTimerRuns = true;
    clock.callLater(heldUntil - clock.monotonicMs(), q, [this] {
        holdTimerRuns = false;
        if (clock.monotonicMs() < heldUntil) { // made longer meanwhile
            holdTimer();
            return;
        }
        heldUntil = 0;
        Q_EMIT q->held(0);
        pumpLater();
    });
}

void RequestQueue::Private::watchDeadline(qint64 at)
{
    if (nextDeadline > 0 && nextDeadline <= at)
        return;
    nextDeadline = at;
    clock.callLater(at - clock.monotonicMs(), q, [this, at] {
        if (nextDeadline == at) // no earlier one has come since
            endOverdue();
    });
}

void RequestQueue::Private::endOverdue()
{
    nextDeadline = 0;
    const qint64 now = clock.monotonicMs();
    QList<QPointer<Job>> overdue;
    qint64 next = 0;
    for (Job *job : jobs) {
        const qint64 at = job->deadline();
        if (at <= 0)
            continue;
        if (at <= now)
            overdue << job;
        else if (next == 0 || at < next)
            next = at;
    }
    if (next > 0)
        watchDeadline(next);
    std::sort(overdue.begin(), overdue.end(),
              [](const QPointer<Job> &a, const QPointer<Job> &b) { return a->serial() < b->serial(); });
    // Whoever hears of the first may end others, or all of this.
    for (const QPointer<Job> &job : std::as_const(overdue)) {
        if (job && job->deadline() > 0 && job->deadline() <= now)
            job->timeOut();
    }
}

void RequestQueue::Private::readRateLimit(const HttpHeaders &headers)
{
    const auto number = [&headers](const char *name) {
        bool ok = false;
        const qint64 value = headers.value(name).trimmed().toLongLong(&ok);
        return ok && value >= 0 ? value : -1;
    };
    const RateLimit now{number("x-ratelimit-limit-requests"), number("x-ratelimit-remaining-requests")};
    // Many endpoints send none; that says nothing new.
    if ((now.limit < 0 && now.remaining < 0) || (now.limit == rate.limit && now.remaining == rate.remaining))
        return;
    rate = now;
    Q_EMIT q->rateLimitChanged();
}

RequestQueue::RequestQueue(Options options, std::unique_ptr<Transport> transport, Clock &clock,
                           RandomSource random, QObject *parent)
    : QObject(parent),
      d(std::make_unique<Private>(this, std::move(options), std::move(transport), clock, std::move(random)))
{
}

RequestQueue::~RequestQueue()
{
    // No callback may follow, and sockets are to close before the transport goes.
    const auto jobs = std::exchange(d->jobs, {});
    for (Job *job : jobs)
        delete job;
}

Call RequestQueue::send(ApiRequest request, QObject *owner, Callback callback)
{
    auto *job = new Job(*d, ++d->lastSerial, std::move(request), owner, std::move(callback));
    d->jobs.insert(job);
    if (const ApiError refused = wire::refusal(job->request(), d->options);
        refused.kind != ApiError::Kind::None)
        job->refuse(refused);
    else
        d->enqueue(job);
    return Call(job);
}

ApiError RequestQueue::unreadable(const HttpAnswer &answer, const QString &why) const
{
    const bool changed = actsOnce(answer.effect);
    ApiError error =
        ApiError::make(changed ? ApiError::Kind::OutcomeUnknown : ApiError::Kind::BadResponse, why);
    error.httpStatus = answer.status;
    error.requestId = answer.requestId;
    error.operation = answer.operation;
    error.attempts = answer.attempts;
    error.rawBody = answer.body.left(2048);
    d->redactor.clean(error);
    return error;
}

RequestLog &RequestQueue::log() const
{
    return *d->log;
}

int RequestQueue::inFlight() const
{
    return d->running();
}

RateLimit RequestQueue::rateLimit() const
{
    return d->rate;
}

bool RequestQueue::hasKey() const
{
    return !d->options.credentials.apiKey.trimmed().isEmpty();
}

bool RequestQueue::lacksKey() const
{
    return d->options.keyRequired && !hasKey();
}

bool RequestQueue::hasAdminKey() const
{
    return !d->options.credentials.adminKey.trimmed().isEmpty();
}

bool RequestQueue::isReadOnly() const
{
    return d->options.readOnly;
}

void RequestQueue::setObserver(AnswerObserver *observer)
{
    d->observer = observer;
}

void RequestQueue::setTransferRates(qint64 up, qint64 down)
{
    d->transport->setTransferRates(up, down);
}

QUrl RequestQueue::baseUrl() const
{
    return d->options.baseUrl.adjusted(QUrl::RemoveUserInfo);
}

qint64 RequestQueue::heldUntilMs() const
{
    return d->heldUntil;
}

} // namespace odc

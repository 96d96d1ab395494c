// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/redactor.h"
#include "net/requestqueue.h"
#include "net/transport.h"

#include <array>
#include <map>
#include <memory>
#include <unordered_set>

namespace odc {

/// What all calls of a queue share.
struct RequestQueue::Private
{
    Private(RequestQueue *queue, Options opts, std::unique_ptr<Transport> wire, Clock &time,
            RandomSource dice);

    struct Slots
    {
        std::map<quint64, Job *> waiting; ///< by serial: who came first goes first, also on a repeat
        int running = 0;
        int most = 1;
    };

    Slots &slotsOf(Lane lane) { return lanes[size_t(lane)]; }
    int running() const;
    /// Lines the job up and starts what may start, from the event loop.
    void enqueue(Job *job);
    /// A job left its slot.
    void release(Lane lane);
    /// The job is gone.
    void forget(Job *job);
    void pumpLater();
    void pump();
    /// Holds everybody for `ms` from now; a shorter hold never ends a longer one.
    void hold(qint64 ms);
    void holdTimer();
    /// A running attempt ends then (monotonic ms) at the latest. One timer for all: thousands of short calls each
    /// made one, only to stop it.
    void watchDeadline(qint64 at);
    void endOverdue();
    void readRateLimit(const HttpHeaders &headers);

    RequestQueue *const q;
    const Options options;
    const QByteArray beginOfUrls;
    const Redactor redactor;
    std::unique_ptr<Transport> transport;
    Clock &clock;
    RandomSource random;
    RequestLog *const log;

    std::array<Slots, 4> lanes;
    std::unordered_set<Job *> jobs;
    quint64 lastSerial = 0;
    bool pumpPosted = false;
    int announced = 0; ///< number in flight last told
    qint64 heldUntil = 0;
    bool holdTimerRuns = false;
    qint64 nextDeadline = 0; ///< when endOverdue() runs next; 0: not
    RateLimit rate;
    AnswerObserver *observer = nullptr;
};

} // namespace odc

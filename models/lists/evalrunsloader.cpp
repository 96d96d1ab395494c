// SPDX-License-Identifier: GPL-3.0-or-later
#include "evalrunsloader.h"

#include "base/clock.h"

#include <algorithm>

namespace odc {

namespace {

/// Leaves slots of the request queue for what a person does meanwhile.
constexpr int mostAtOnce = 3;
/// A run whose state nobody knows, or a list that cannot be read, is no reason to ask every few seconds.
constexpr int slowMs = 60'000;
/// The more lists, the less often: the service is asked 20 times a minute at most.
constexpr int msForList = 3'000;

/// The eval is gone, and its runs with it: the list of evals will say so.
bool isGone(const EvalRunsModel *runs)
{
    const LoadState state = runs->loadState();
    return state == LoadState::Unavailable
        || (state == LoadState::Failed && runs->loadError().kind == ApiError::Kind::NotFound);
}

} // namespace

EvalRunsLoader::EvalRunsLoader(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) { }

void EvalRunsLoader::add(EvalRunsModel *runs)
{
    m_all.append(runs);
    m_waiting.append(runs);
    connect(runs, &RowModelBase::loadStateChanged, this, [this, runs] {
        if (runs->loadState() != LoadState::Loading)
            ended(runs);
    });
    pump();
}

void EvalRunsLoader::remove(EvalRunsModel *runs)
{
    runs->disconnect(this);
    m_all.removeOne(runs);
    m_waiting.removeOne(runs);
    m_running.remove(runs);
    pump();
}

void EvalRunsLoader::fetchNext(EvalRunsModel *runs)
{
    if (m_running.contains(runs))
        return;
    m_waiting.removeOne(runs);
    start(runs, false); // beyond the few, too: it is what is being looked at
}

void EvalRunsLoader::refreshAll()
{
    for (EvalRunsModel *runs : std::as_const(m_all)) {
        if (!m_waiting.contains(runs) && !m_running.contains(runs))
            m_waiting.append(runs);
    }
    pump();
}

void EvalRunsLoader::stop()
{
    m_waiting.clear();
    m_pollAtMs = 0;
    const QSet<EvalRunsModel *> running = m_running;
    for (EvalRunsModel *runs : running)
        runs->stop();
}

void EvalRunsLoader::setPollInterval(int ms)
{
    if (m_pollMs == ms)
        return;
    m_pollMs = ms;
    m_pollAtMs = 0; // by the new interval
    if (!isBusy())
        schedulePoll();
}

void EvalRunsLoader::watch()
{
    if (!isBusy())
        schedulePoll();
}

void EvalRunsLoader::start(EvalRunsModel *runs, bool background)
{
    m_running.insert(runs);
    runs->setBackground(background);
    runs->refresh();
}

void EvalRunsLoader::ended(EvalRunsModel *runs)
{
    if (!m_running.remove(runs))
        return;
    // Not from within the list's own signal: what listens to it comes first.
    QMetaObject::invokeMethod(this, &EvalRunsLoader::pump, Qt::QueuedConnection);
}

void EvalRunsLoader::pump()
{
    while (!m_waiting.isEmpty() && m_running.size() < mostAtOnce)
        start(m_waiting.takeFirst(), true);
    if (isBusy())
        return;
    schedulePoll();
    Q_EMIT settled();
}

void EvalRunsLoader::schedulePoll()
{
    int wanted = 0;
    int delay = std::max(m_pollMs, slowMs);
    for (const EvalRunsModel *runs : std::as_const(m_all)) {
        if (runs->unfinished() == 0 || isGone(runs))
            continue;
        ++wanted;
        if (runs->isMoving() && runs->loadState() != LoadState::Failed)
            delay = m_pollMs;
    }
    if (m_pollMs <= 0 || wanted == 0) {
        m_pollAtMs = 0;
        return;
    }
    delay = std::max(delay, (wanted - 1) * msForList);
    // What is due is not put off: lists that are read as often as that would put it off for ever.
    const qint64 at = m_clock.monotonicMs() + delay;
    if (m_pollAtMs > 0 && m_pollAtMs <= at)
        return;
    m_pollAtMs = at;
    m_clock.callLater(delay, this, [this, at] {
        if (m_pollAtMs != at)
            return;
        m_pollAtMs = 0;
        poll();
    });
}

void EvalRunsLoader::poll()
{
    for (EvalRunsModel *runs : std::as_const(m_all)) {
        if (runs->unfinished() > 0 && !isGone(runs) && !m_waiting.contains(runs) && !m_running.contains(runs))
            m_waiting.append(runs);
    }
    pump();
}

} // namespace odc

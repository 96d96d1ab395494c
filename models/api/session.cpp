// SPDX-License-Identifier: GPL-3.0-or-later
#include "session.h"

#include "base/clock.h"
#include "net/requestqueue.h"

namespace odc {

Session::Session(std::unique_ptr<RequestQueue> queue, Clock &clock, QObject *parent)
    : QObject(parent), m_queue(std::move(queue)), m_clock(clock), m_files(*m_queue), m_models(*m_queue)
{
    connect(m_queue.get(), &RequestQueue::inFlightChanged, this, [this](int count) {
        m_status.inFlight = count;
        Q_EMIT statusChanged();
    });
    connect(m_queue.get(), &RequestQueue::rateLimitChanged, this, [this] {
        m_status.rateLimit = m_queue->rateLimit().limit;
        m_status.rateRemaining = m_queue->rateLimit().remaining;
        Q_EMIT statusChanged();
    });
    connect(m_queue.get(), &RequestQueue::connectionChanged, this, [this](const ApiError &error) {
        m_status.error = error;
        settle();
    });
    connect(m_queue.get(), &RequestQueue::held, this, [this](qint64 ms) {
        m_status.heldMs = ms;
        settle();
    });
}

Session::~Session() = default;

void Session::settle()
{
    if (m_status.heldMs > 0)
        m_status.state = ConnectionStatus::State::Held;
    else if (m_status.error.kind != ApiError::Kind::None)
        m_status.state = ConnectionStatus::State::Failing;
    else
        m_status.state = ConnectionStatus::State::Connected;
    Q_EMIT statusChanged();
}

RequestLog &Session::requestLog() const
{
    return m_queue->log();
}

bool Session::isReadOnly() const
{
    return m_queue->isReadOnly();
}

QUrl Session::baseUrl() const
{
    return m_queue->baseUrl();
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "session.h"

#include "base/clock.h"
#include "base/requestlog.h"
#include "net/requestqueue.h"

namespace odc {

Session::Session(std::unique_ptr<RequestQueue> queue, Clock &clock, QObject *parent)
    : QObject(parent), m_queue(std::move(queue)), m_clock(clock), m_files(*m_queue), m_uploads(*m_queue),
      m_batches(*m_queue), m_evals(*m_queue), m_stores(*m_queue), m_fineTuning(*m_queue), m_graders(*m_queue), m_models(*m_queue), m_raw(*m_queue)
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
        m_failure = error;
        settle();
    });
    connect(&m_queue->log(), &RequestLog::changed, this, &Session::judgeAnswer);
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
    else if (m_failure.kind != ApiError::Kind::None)
        m_status.state = ConnectionStatus::State::Failing;
    else if (m_refusal.kind != ApiError::Kind::None)
        m_status.state = ConnectionStatus::State::Refused;
    else
        m_status.state = ConnectionStatus::State::Connected;
    m_status.error = m_failure.kind != ApiError::Kind::None ? m_failure : m_refusal;
    Q_EMIT statusChanged();
}

void Session::judgeAnswer(qint64 serial)
{
    const LoggedCall *call = m_queue->log().find(serial);
    // The admin key is another one; and an attempt without an answer says nothing of the key.
    if (!call || call->running || call->admin || call->status == 0 || call->error.isCancelled())
        return;
    const bool refused = call->status == 401 || call->status == 403;
    m_refusal = refused ? call->error : ApiError();
}

RequestLog &Session::requestLog() const
{
    return m_queue->log();
}

bool Session::isReadOnly() const
{
    return m_queue->isReadOnly();
}

bool Session::hasKey() const
{
    return m_queue->hasKey();
}

bool Session::lacksKey() const
{
    return m_queue->lacksKey();
}

bool Session::hasAdminKey() const
{
    return m_queue->hasAdminKey();
}

void Session::setObserver(AnswerObserver *observer)
{
    m_queue->setObserver(observer);
}

void Session::setTransferRates(qint64 up, qint64 down)
{
    m_queue->setTransferRates(up, down);
}

QUrl Session::baseUrl() const
{
    return m_queue->baseUrl();
}

} // namespace odc

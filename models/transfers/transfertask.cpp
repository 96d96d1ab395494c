// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfertask.h"

#include "api/session.h"
#include "base/clock.h"
#include "transfers/transferjournal.h"

#include <QPointer>

#include <algorithm>

namespace odc {

namespace {

constexpr qint64 longestWaitMs = 60'000;

} // namespace

TransferTask::TransferTask(const Context &context, TransferRecord record, QObject *parent)
    : QObject(parent), m_context(context), m_record(std::move(record))
{
}

qint64 TransferTask::now() const
{
    return session().clock().unixSeconds();
}

void TransferTask::start()
{
    m_record.state = TransferRecord::State::Running;
    m_record.error = {};
    m_record.note.clear();
    m_record.attempts = std::max(m_record.attempts, 1); // going on after a pause is no other attempt
    begin();
}

void TransferTask::save(std::function<void()> then)
{
    const int generation = m_generation;
    m_context.journal.save(m_record, this, [this, generation, then = std::move(then)](const Result<void> &saved) {
        if (generation != m_generation || m_ending)
            return;
        if (saved)
            then();
        else
            fail(saved.error());
    });
}

void TransferTask::note()
{
    m_context.journal.save(m_record);
}

bool TransferTask::mayPass(const ApiError &error)
{
    switch (error.kind) {
    case ApiError::Kind::HostNotFound:
    case ApiError::Kind::Refused:
    case ApiError::Kind::Network:
    case ApiError::Kind::Timeout:
    case ApiError::Kind::RateLimited:
    case ApiError::Kind::Server:
    case ApiError::Kind::BadResponse:
    case ApiError::Kind::OutcomeUnknown:
        return true;
    default:
        return false;
    }
}

void TransferTask::retry(const ApiError &error, std::function<void()> again)
{
    if (!mayPass(error) || ++m_failures >= m_context.mostFailures) {
        fail(error);
        return;
    }
    m_record.state = TransferRecord::State::Retrying;
    m_record.error = error;
    Q_EMIT changed();
    const qint64 asked = acceptedServerDelayMs(error.retryAfterMs);
    // backoffDelayMs() ends at 8 s, right for a call somebody waits for; this one may take its time.
    const qint64 own = std::min(longestWaitMs, backoffDelayMs(0, m_context.random) << std::min(m_failures - 1, 8));
    session().clock().callLater(std::max(asked, own), this, [this, generation = m_generation, again = std::move(again)] {
        if (generation != m_generation || m_ending)
            return;
        m_record.state = TransferRecord::State::Running;
        ++m_record.attempts;
        Q_EMIT changed();
        again();
    });
}

void TransferTask::madeProgress()
{
    m_failures = 0;
    if (m_record.state == TransferRecord::State::Retrying)
        m_record.state = TransferRecord::State::Running;
    m_record.error = {};
}

void TransferTask::fail(const ApiError &error)
{
    m_record.error = error;
    end(TransferRecord::State::Failed);
}

void TransferTask::end(TransferRecord::State state)
{
    if (m_ending)
        return;
    m_ending = true;
    aboutToEnd(state);
    TransferRecord last = m_record;
    last.state = state;
    last.endedAt = now();
    if (state == TransferRecord::State::Completed || state == TransferRecord::State::Cancelled)
        last.error = {};
    // Whether or not it could be written: it has ended. Not before: who sees it ended may ask for another go.
    m_context.journal.save(last, this, [this, last](const Result<void> &) {
        m_record = last;
        const QPointer<TransferTask> self(this); // whoever hears of it may close the profile
        Q_EMIT changed();
        if (self)
            Q_EMIT ended();
    });
}

} // namespace odc

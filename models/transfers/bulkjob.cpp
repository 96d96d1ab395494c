// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulkjob.h"

#include "base/clock.h"
#include "base/format.h"

#include <algorithm>
#include <cmath>

namespace odc {

BulkJob::BulkJob(Kind kind, int concurrency, Clock &clock, QObject *parent)
    : QObject(parent), m_kind(kind), m_concurrency(concurrency), m_clock(clock)
{
}

BulkJob::~BulkJob() = default;

int BulkJob::ended() const
{
    return total() - count(BulkItem::State::Waiting) - count(BulkItem::State::Running);
}

QString BulkJob::onlyTitle() const
{
    constexpr int mostShown = 40; // characters, so that what follows is seen as well
    return total() == 1 ? format::oneLine(m_items.first().title, mostShown) : QString();
}

QString BulkJob::currentNumber() const
{
    return format::number(std::min(ended() + 1, total()));
}

QString BulkJob::totalNumber() const
{
    return format::number(total());
}

int BulkJob::addItem(BulkItem item)
{
    m_bytesTotal += item.bytesTotal;
    ++m_counts[int(item.state)];
    m_items.append(std::move(item));
    return total() - 1;
}

void BulkJob::setState(int index, BulkItem::State state)
{
    BulkItem &entry = m_items[index];
    --m_counts[int(entry.state)];
    entry.state = state;
    ++m_counts[int(state)];
    Q_EMIT itemChanged(index);
}

void BulkJob::start()
{
    if (m_state == State::Running)
        return;
    m_state = State::Running;
    m_stopped = false;
    m_next = 0;
    m_rate = 0;
    m_rateAtMs = m_clock.monotonicMs();
    m_rateAtAmount = m_bytesTotal ? double(m_bytesDone) : ended();
    Q_EMIT progressChanged();
    pump();
}

void BulkJob::pump()
{
    if (m_pumping || m_state != State::Running)
        return;
    // run() may end an item at once; the guard turns that recursion into this loop.
    m_pumping = true;
    while (!m_stopped && m_next < total() && count(BulkItem::State::Running) < m_concurrency) {
        const int index = m_next++;
        if (m_items.at(index).state != BulkItem::State::Waiting)
            continue;
        setState(index, BulkItem::State::Running);
        if (m_items.at(index).state == BulkItem::State::Running) // whoever heard of it may have stopped the job
            run(index);
    }
    m_pumping = false;
    if (count(BulkItem::State::Running) == 0 && (m_stopped || count(BulkItem::State::Waiting) == 0)) {
        if (m_ending && !m_stopped)
            return;
        m_ending = true;
        if (m_stopped || !goesOnAtEnd())
            end();
    }
}

void BulkJob::end()
{
    if (m_state != State::Running)
        return;
    m_ending = false;
    m_state = State::Finished;
    Q_EMIT progressChanged();
    Q_EMIT finished();
}

void BulkJob::revoke(int index, const ApiError &error)
{
    if (m_items.at(index).state != BulkItem::State::Done)
        return;
    m_items[index].error = error;
    m_items[index].note.clear();
    setState(index, BulkItem::State::Failed);
}

void BulkJob::setNote(int index, const QString &note)
{
    m_items[index].note = note;
    Q_EMIT itemChanged(index);
}

void BulkJob::stop()
{
    if (m_state != State::Running || m_stopped)
        return;
    m_stopped = true;
    for (int i = 0; i < total(); ++i) {
        const BulkItem::State state = m_items.at(i).state;
        if (state == BulkItem::State::Running) {
            const Abandoned how = abandon(i);
            if (how == Abandoned::Ending)
                continue;
            if (how == Abandoned::Unknown) {
                m_items[i].error = ApiError::make(ApiError::Kind::OutcomeUnknown);
                setState(i, BulkItem::State::Unknown);
                lookAgain(i); // so that the question about it can be answered
                continue;
            }
            m_items[i].note = tr("stopped");
            setState(i, BulkItem::State::Skipped);
        } else if (state == BulkItem::State::Waiting) {
            m_items[i].note = tr("not started");
            setState(i, BulkItem::State::Skipped);
        }
    }
    pump();
}

void BulkJob::retryFailed()
{
    again(BulkItem::State::Failed);
}

void BulkJob::goOn()
{
    again(BulkItem::State::Skipped);
}

void BulkJob::lookAgain(int) { }

void BulkJob::again(BulkItem::State which)
{
    if (m_state == State::Running || count(which) == 0)
        return;
    for (int i = 0; i < total(); ++i) {
        BulkItem &entry = m_items[i];
        if (entry.state != which)
            continue;
        entry.error = {};
        entry.note.clear();
        m_bytesDone -= entry.bytesDone;
        entry.bytesDone = 0;
        setState(i, BulkItem::State::Waiting);
    }
    start();
}

void BulkJob::decide(int index, bool isThere, const QString &resultId)
{
    if (m_items.at(index).state != BulkItem::State::Unknown)
        return;
    BulkItem &entry = m_items[index];
    entry.candidates.clear();
    if (isThere) {
        entry.error = {};
        entry.resultId = resultId;
        entry.note = tr("found in the list");
        setBytes(index, entry.bytesTotal);
        setState(index, BulkItem::State::Done);
        Q_EMIT progressChanged();
        return;
    }
    beginAgain({index});
}

void BulkJob::beginAgain(const QList<int> &indexes)
{
    for (const int index : indexes) {
        BulkItem &entry = m_items[index];
        if (entry.state != BulkItem::State::Unknown)
            continue;
        entry.candidates.clear();
        entry.error = {};
        m_bytesDone -= entry.bytesDone;
        entry.bytesDone = 0;
        setState(index, BulkItem::State::Waiting);
        m_next = std::min(m_next, index);
    }
    if (m_state == State::Running)
        pump();
    else
        start();
}

void BulkJob::takeUp(int index)
{
    BulkItem &entry = m_items[index];
    if (entry.state != BulkItem::State::Unknown)
        return;
    entry.candidates.clear();
    entry.error = {};
    setState(index, BulkItem::State::Running);
    if (m_state == State::Running)
        return;
    m_state = State::Running;
    m_stopped = false;
    Q_EMIT progressChanged();
}

double BulkJob::share() const
{
    return m_bytesTotal ? double(m_bytesDone) / double(m_bytesTotal) : double(ended()) / std::max(1, total());
}

void BulkJob::setBytes(int index, qint64 done)
{
    BulkItem &entry = m_items[index];
    m_bytesDone += done - entry.bytesDone;
    entry.bytesDone = done;
    announceProgress();
}

void BulkJob::announceProgress()
{
    if (m_announcing)
        return;
    m_announcing = true;
    m_clock.callLater(100, this, [this] {
        m_announcing = false;
        const qint64 now = m_clock.monotonicMs();
        const double amount = m_bytesTotal ? double(m_bytesDone) : ended();
        if (const qint64 span = now - m_rateAtMs; span >= 500) {
            const double recent = std::max(0.0, amount - m_rateAtAmount) * 1000.0 / double(span);
            m_rate = m_rate > 0 ? 0.7 * m_rate + 0.3 * recent : recent;
            m_rateAtMs = now;
            m_rateAtAmount = amount;
        }
        if (m_state == State::Running)
            Q_EMIT progressChanged();
    });
}

qint64 BulkJob::secondsLeft() const
{
    if (m_rate <= 0)
        return -1;
    const double left = m_bytesTotal ? double(m_bytesTotal - m_bytesDone) : total() - ended();
    return qint64(std::ceil(std::max(0.0, left) / m_rate));
}

void BulkJob::succeed(int index, const QString &resultId, const QString &note)
{
    if (m_items.at(index).state != BulkItem::State::Running)
        return;
    BulkItem &entry = m_items[index];
    entry.resultId = resultId;
    entry.note = note;
    setBytes(index, entry.bytesTotal);
    setState(index, BulkItem::State::Done);
    itemEnded();
}

void BulkJob::fail(int index, const ApiError &error)
{
    if (m_items.at(index).state != BulkItem::State::Running)
        return;
    m_items[index].error = error;
    setState(index, BulkItem::State::Failed);
    itemEnded();
}

void BulkJob::skip(int index, const QString &note)
{
    if (m_items.at(index).state != BulkItem::State::Running)
        return;
    m_items[index].note = note;
    setState(index, BulkItem::State::Skipped);
    itemEnded();
}

void BulkJob::setCandidates(int index, const QStringList &candidates)
{
    if (m_items.at(index).state != BulkItem::State::Unknown)
        return;
    m_items[index].candidates = candidates;
    m_items[index].lookedUp = true;
    Q_EMIT itemChanged(index);
}

void BulkJob::leaveUnknown(int index, const ApiError &error, const QStringList &candidates, bool lookedUp)
{
    if (m_items.at(index).state != BulkItem::State::Running)
        return;
    m_items[index].error = error;
    m_items[index].candidates = candidates;
    m_items[index].lookedUp = lookedUp;
    setState(index, BulkItem::State::Unknown);
    itemEnded();
}

void BulkJob::itemEnded()
{
    announceProgress();
    pump();
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "throttle.h"

#include <algorithm>

namespace odc {

namespace {

constexpr int refillEveryMs = 50;
/// What may pass at once after a pause: small, so that a limit is one within each second too.
constexpr double burstSeconds = 0.1;
/// Less is not worth a packet.
constexpr qint64 leastGrant = 1024;
/// What one of several takes before the next has its turn.
constexpr qint64 mostATurn = 64 * 1024;

} // namespace

Throttle::Throttle(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(refillEveryMs);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Throttle::serve);
    m_since.start();
}

void Throttle::setRate(qint64 bytesPerSecond)
{
    refill();
    m_rate = std::max<qint64>(0, bytesPerSecond);
    m_tokens = std::min(m_tokens, double(m_rate) * burstSeconds);
}

void Throttle::refill()
{
    const double seconds = double(m_since.restart()) / 1000;
    m_tokens = std::min(m_tokens + seconds * double(m_rate), std::max(double(m_rate) * burstSeconds, double(leastGrant)));
}

void Throttle::serve()
{
    refill();
    while (!m_waiting.isEmpty() && (m_rate == 0 || m_tokens >= leastGrant)) {
        const Waiting next = m_waiting.takeFirst();
        if (!next.who)
            continue;
        m_served = next.who;
        m_allowance = mostATurn;
        next.wake(); // asks again, and gets back in line when it wants more than its turn gives
        m_served = nullptr;
    }
    if (m_waiting.isEmpty())
        m_timer.stop();
}

qint64 Throttle::grant(qint64 wanted, QObject *who, std::function<void()> wake)
{
    if (m_rate == 0 || wanted <= 0)
        return wanted;
    refill();
    const bool turn = m_served == who;
    qint64 granted = turn || m_waiting.isEmpty() ? std::min(wanted, qint64(m_tokens)) : 0;
    if (turn)
        granted = std::min(granted, m_allowance);
    if (granted < std::min(wanted, leastGrant)) {
        const bool waits = std::any_of(m_waiting.cbegin(), m_waiting.cend(), [who](const Waiting &each) { return each.who == who; });
        if (!waits)
            m_waiting.append({who, std::move(wake)});
        if (!m_timer.isActive())
            m_timer.start();
        return 0;
    }
    if (turn)
        m_allowance -= granted;
    m_tokens -= double(granted);
    return granted;
}

ThrottledDevice::ThrottledDevice(std::unique_ptr<QIODevice> body, Throttle &throttle)
    : m_body(std::move(body)), m_throttle(&throttle)
{
    open(ReadOnly | Unbuffered);
}

qint64 ThrottledDevice::readData(char *data, qint64 maxSize)
{
    const qint64 granted = m_throttle ? m_throttle->grant(maxSize, this, [this] { Q_EMIT readyRead(); }) : maxSize;
    if (granted == 0 && maxSize > 0)
        return 0;
    const qint64 got = m_body->read(data, granted);
    if (m_throttle && got < granted && m_throttle->rate() > 0)
        m_throttle->giveBack(granted - std::max<qint64>(0, got));
    if (got < 0)
        setErrorString(m_body->errorString());
    return got;
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QtGlobal>

#include <algorithm>
#include <deque>

namespace odc {

/// How much may be asked in the background: so many requests in any 60 seconds, fewer while others read as
/// well. GUI thread.
class RequestBudget
{
public:
    /// Of everybody's requests together, as far as it is up to the background.
    static constexpr int mostWithOthers = 30;
    /// The background gets so many whatever others do.
    static constexpr int least = 6;

    explicit RequestBudget(Clock &clock) : m_clock(clock) {}

    /// Takes one request out of it, of at most `most` a minute; false: there is none left now.
    bool take(int most)
    {
        if (!hasRoom(most))
            return false;
        m_own.push_back(m_clock.monotonicMs());
        return true;
    }
    bool hasRoom(int most)
    {
        prune(m_own);
        prune(m_all);
        const int own = int(m_own.size());
        return own < most && (own < least || int(m_all.size()) < mostWithOthers);
    }
    /// When it is worth asking again, from now; 0: there is room.
    qint64 freeInMs(int most)
    {
        if (hasRoom(most))
            return 0;
        const qint64 now = m_clock.monotonicMs();
        qint64 next = now + windowMs;
        for (const std::deque<qint64> *times : {&m_own, &m_all}) {
            if (!times->empty())
                next = std::min(next, times->front() + windowMs);
        }
        return std::max<qint64>(leastWaitMs, next - now);
    }
    /// A request that reads went out, whoever made it.
    void saw() { m_all.push_back(m_clock.monotonicMs()); }
    /// Own requests of the last minute.
    int lastMinute() const
    {
        const qint64 from = m_clock.monotonicMs() - windowMs;
        return int(std::count_if(m_own.begin(), m_own.end(), [from](qint64 at) { return at > from; }));
    }

private:
    static constexpr qint64 windowMs = 60'000;
    static constexpr qint64 leastWaitMs = 250;

    void prune(std::deque<qint64> &times) const
    {
        const qint64 from = m_clock.monotonicMs() - windowMs;
        while (!times.empty() && times.front() <= from)
            times.pop_front();
    }

    Clock &m_clock;
    std::deque<qint64> m_own;
    std::deque<qint64> m_all;
};

} // namespace odc

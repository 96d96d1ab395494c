// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QtGlobal>

#include <algorithm>
#include <deque>

namespace odc {

/// How much may be asked in the background: so many requests in any 60 seconds, fewer while others read as
/// well. It is taken out by shares. GUI thread.
class RequestBudget
{
public:
    /// Of everybody's requests together, as far as it is up to the background.
    static constexpr int mostWithOthers = 30;

    RequestBudget(Clock &clock, int most) : m_clock(clock), m_most(most) {}

    /// A request that reads went out, whoever made it.
    void saw() { m_all.push_back(m_clock.monotonicMs()); }
    /// Own requests of the last minute.
    int lastMinute() const
    {
        const qint64 from = m_clock.monotonicMs() - windowMs;
        return int(std::count_if(m_own.begin(), m_own.end(), [from](qint64 at) { return at > from; }));
    }

private:
    friend class BudgetShare;
    static constexpr qint64 windowMs = 60'000;
    static constexpr qint64 leastWaitMs = 250;

    void prune(std::deque<qint64> &times) const
    {
        const qint64 from = m_clock.monotonicMs() - windowMs;
        while (!times.empty() && times.front() <= from)
            times.pop_front();
    }

    Clock &m_clock;
    const int m_most;
    std::deque<qint64> m_own;
    std::deque<qint64> m_all;
};

/// What one of those who ask may take out of a budget. GUI thread.
class BudgetShare
{
public:
    /// `least`: it may ask for so many whatever others do, as long as the background asked for no more than
    /// that.
    BudgetShare(RequestBudget &budget, int most, int least) : m_budget(budget), m_most(most), m_least(least)
    {
    }

    int most() const { return m_most; }
    void setMost(int most) { m_most = most; }
    /// Takes one request; false: there is none left now.
    bool take()
    {
        if (!hasRoom())
            return false;
        m_own.push_back(m_budget.m_clock.monotonicMs());
        m_budget.m_own.push_back(m_own.back());
        return true;
    }
    bool hasRoom()
    {
        for (std::deque<qint64> *times : {&m_own, &m_budget.m_own, &m_budget.m_all})
            m_budget.prune(*times);
        const int together = int(m_budget.m_own.size());
        return int(m_own.size()) < m_most && together < m_budget.m_most &&
               (together < m_least || int(m_budget.m_all.size()) < RequestBudget::mostWithOthers);
    }
    /// When it is worth asking again, from now; 0: there is room.
    qint64 freeInMs()
    {
        if (hasRoom())
            return 0;
        const qint64 now = m_budget.m_clock.monotonicMs();
        qint64 next = now + RequestBudget::windowMs;
        for (const std::deque<qint64> *times : {&m_own, &m_budget.m_own, &m_budget.m_all}) {
            if (!times->empty())
                next = std::min(next, times->front() + RequestBudget::windowMs);
        }
        return std::max<qint64>(RequestBudget::leastWaitMs, next - now);
    }

private:
    RequestBudget &m_budget;
    int m_most;
    const int m_least;
    std::deque<qint64> m_own;
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeclock.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

namespace odc::test {

void FakeClock::callLater(qint64 delayMs, QObject *context, std::function<void()> action)
{
    m_entries.emplace(m_now + std::max<qint64>(0, delayMs), Entry{context, std::move(action)});
}

void FakeClock::advance(qint64 ms)
{
    const qint64 target = m_now + ms;
    settle();
    while (!m_entries.empty() && m_entries.begin()->first <= target) {
        const auto first = m_entries.begin();
        m_now = std::max(m_now, first->first);
        const Entry entry = std::move(first->second);
        m_entries.erase(first);
        if (entry.context)
            entry.action();
        settle();
    }
    m_now = target;
}

QList<qint64> FakeClock::pending() const
{
    QList<qint64> delays;
    for (const auto &[due, entry] : m_entries) {
        if (entry.context)
            delays << due - m_now;
    }
    return delays;
}

void FakeClock::settle()
{
    // A few rounds: a posted event may post the next.
    for (int round = 0; round < 60; ++round) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

} // namespace odc::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QObject>
#include <QPointer>

#include <map>

namespace odc::test {

/// A clock that stands still until it is moved.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(qint64 unixSeconds = 1'760'000'000) : m_unixStart(unixSeconds) {}

    qint64 monotonicMs() const override { return m_now; }
    qint64 unixSeconds() const override { return m_unixStart + (m_now - start) / 1000; }
    void callLater(qint64 delayMs, QObject *context, std::function<void()> action) override;

    /// Moves on, running what falls due in the order of its time; what that adds and falls due too is also
    /// run. The event loop's queue is emptied before and after each step, so that effects of one moment come
    /// before the next.
    void advance(qint64 ms);
    /// Delays, from now, of everything that still waits (whose context lives), shortest first.
    QList<qint64> pending() const;
    /// Runs what is posted, without moving the clock.
    static void settle();

private:
    struct Entry
    {
        QPointer<QObject> context;
        std::function<void()> action;
    };
    static constexpr qint64 start = 1'000'000; ///< not 0: that means "never" in places
    qint64 m_now = start;
    qint64 m_unixStart;
    std::multimap<qint64, Entry> m_entries; ///< equal keys keep their order of insertion
};

} // namespace odc::test

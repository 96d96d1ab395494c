// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <atomic>

namespace odc::server {

/** The server's wall clock. Thread-safe. Tests move it on instead of waiting for something to expire. */
class ServerClock
{
public:
    explicit ServerClock(double timeScale) : m_timeScale(timeScale) {}

    qint64 nowMs() const { return QDateTime::currentMSecsSinceEpoch() + m_offsetMs.load(); }
    qint64 now() const { return nowMs() / 1000; }
    void advance(qint64 seconds) { m_offsetMs += seconds * 1000; }

    /** How long simulated work of \p ms lasts: 1 = as written, 0 = done at once. */
    qint64 scaledMs(qint64 ms) const { return qint64(double(ms) * m_timeScale); }

private:
    const double m_timeScale;
    std::atomic<qint64> m_offsetMs{0};
};

} // namespace odc::server

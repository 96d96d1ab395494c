// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <ctime>

namespace odc::bench {

/// Beats each millisecond on the thread it lives in and remembers the longest time it could not: that is how
/// long a frame would have had to wait. `worstCpuMs` counts only what this thread itself was busy, so that a
/// machine that is shared with others does not look like a slow program.
class Heartbeat : public QObject
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
    }
    void start()
    {
        m_worst = m_worstCpu = 0;
        m_wall.start();
        m_cpu = cpuMs();
        m_timer.start();
    }
    void stop()
    {
        beat();
        m_timer.stop();
    }
    double worstMs() const { return m_worst; }
    double worstCpuMs() const { return m_worstCpu; }

    static double cpuMs()
    {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
    }

private:
    void beat()
    {
        m_worst = std::max(m_worst, double(m_wall.nsecsElapsed()) / 1e6);
        m_wall.restart();
        const double now = cpuMs();
        m_worstCpu = std::max(m_worstCpu, now - m_cpu);
        m_cpu = now;
    }

    QTimer m_timer;
    QElapsedTimer m_wall;
    double m_cpu = 0;
    double m_worst = 0;
    double m_worstCpu = 0;
};

} // namespace odc::bench

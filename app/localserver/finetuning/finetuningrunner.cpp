// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/finetuning/finetuningrunner.h"

#include <algorithm>

namespace odc::server {

namespace {
/** The system's clock may be set; it is looked at again that often. */
constexpr std::chrono::milliseconds clockLook{10'000};
} // namespace

FineTuningRunner::FineTuningRunner(const Storage &storage, const FineTuningTable &table,
                                   const FilesTable &files, const ServerClock &clock)
    : m_table(table), m_clock(clock), m_tools{storage, table, files, clock, [this] { return !m_stopping; }}
{
}

FineTuningRunner::~FineTuningRunner()
{
    stop();
}

void FineTuningRunner::start()
{
    for (const QString &id : m_table.unfinished())
        m_jobs[id].work = std::make_unique<FineTuningWork>(m_tools, id);
    m_thread = std::thread([this] { loop(); });
}

void FineTuningRunner::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void FineTuningRunner::wake(const QString &id)
{
    {
        const std::lock_guard lock(m_mutex);
        Job &job = m_jobs[id]; // one that has ended finds that out, and goes
        if (!job.work)
            job.work = std::make_unique<FineTuningWork>(m_tools, id);
        job.dueMs = 0;
        job.woken = true;
        job.work->interrupt();
    }
    m_wake.notify_all();
}

void FineTuningRunner::clockMoved()
{
    {
        const std::lock_guard lock(m_mutex); // whoever looked at the clock before waits by now
    }
    m_wake.notify_all();
}

void FineTuningRunner::loop()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        const auto next =
            std::min_element(m_jobs.begin(), m_jobs.end(), [](const auto &one, const auto &other) {
                return one.second.dueMs < other.second.dueMs;
            });
        if (next == m_jobs.end()) {
            m_wake.wait(lock);
            continue;
        }
        const qint64 left = next->second.dueMs - m_clock.nowMs();
        if (left > 0) {
            m_wake.wait_for(lock, std::min(std::chrono::milliseconds(left), clockLook));
            continue;
        }
        Job &job = next->second; // stays where it is in the map: only this thread removes it
        job.woken = false;
        lock.unlock();
        const std::optional<qint64> due = job.work->step();
        lock.lock();
        if (!due && !job.woken)
            m_jobs.erase(next);
        else
            job.dueMs = job.woken ? 0 : *due;
    }
}

} // namespace odc::server

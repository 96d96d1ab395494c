// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <list>
#include <mutex>
#include <thread>

namespace odc::server {

/**
 * Threads on demand, up to a limit, that end when idle. A connection holds its thread for as long as it is
 * kept alive, so that a fixed pool would be either too small for a burst or a waste for the usual handful.
 */
class ElasticPool
{
public:
    explicit ElasticPool(size_t limit) : m_limit(limit) {}
    ~ElasticPool() { shutdown(); }

    void enqueue(std::function<void()> task);
    /** Waits for running tasks; waiting ones are run too. */
    void shutdown();

private:
    using Threads = std::list<std::thread>;
    void work(Threads::iterator self);

    const size_t m_limit;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_ended;
    std::deque<std::function<void()>> m_tasks;
    Threads m_running;
    Threads m_finished; ///< ended by themselves, still to be joined
    size_t m_idle = 0;
    bool m_stopping = false;
};

} // namespace odc::server

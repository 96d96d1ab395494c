// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/elasticpool.h"

#include <chrono>

namespace odc::server {

namespace {
constexpr std::chrono::seconds idleTime{20};
}

void ElasticPool::enqueue(std::function<void()> task)
{
    Threads ended;
    {
        const std::lock_guard lock(m_mutex);
        ended.swap(m_finished);
        m_tasks.push_back(std::move(task));
        if (m_tasks.size() > m_idle && m_running.size() < m_limit) {
            m_running.emplace_back();
            const auto self = std::prev(m_running.end());
            *self = std::thread([this, self] { work(self); });
        }
    }
    m_wake.notify_one();
    for (std::thread &thread : ended)
        thread.join();
}

void ElasticPool::work(Threads::iterator self)
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        ++m_idle;
        m_wake.wait_for(lock, idleTime, [this] { return m_stopping || !m_tasks.empty(); });
        --m_idle;
        if (m_tasks.empty())
            break;
        const std::function<void()> task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        task();
        lock.lock();
    }
    m_finished.splice(m_finished.end(), m_running, self);
    m_ended.notify_all();
}

void ElasticPool::shutdown()
{
    Threads ended;
    {
        std::unique_lock lock(m_mutex);
        m_stopping = true;
        m_wake.notify_all();
        m_ended.wait(lock, [this] { return m_running.empty(); });
        ended.swap(m_finished);
    }
    for (std::thread &thread : ended)
        thread.join();
}

} // namespace odc::server

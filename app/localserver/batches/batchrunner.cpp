// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/batches/batchrunner.h"

#include "localserver/batches/echoanswers.h"
#include "localserver/batches/upstreamlines.h"

#include <algorithm>

namespace odc::server {

namespace {

constexpr int threadCount = 2;
/** The system's clock may be set; it is looked at again that often. */
constexpr std::chrono::milliseconds clockLook{10'000};

std::unique_ptr<LineAnswers> answersOf(const QUrl &upstream, const QByteArray &key)
{
    if (upstream.isEmpty())
        return std::make_unique<EchoAnswers>();
    return std::make_unique<UpstreamLines>(upstream, key);
}

} // namespace

BatchRunner::BatchRunner(const Storage &storage, const BatchesTable &batches, const FilesTable &files,
                         const ServerClock &clock, const QUrl &upstream, const QByteArray &upstreamKey)
    : m_clock(clock),
      m_answers(answersOf(upstream, upstreamKey)), m_tools{storage,    batches,
                                                           files,      clock,
                                                           *m_answers, [this] { return !m_stopping; }},
      m_batches(batches)
{
}

BatchRunner::~BatchRunner()
{
    stop();
}

void BatchRunner::start()
{
    const QStringList unfinished = m_batches.unfinished();
    {
        const std::lock_guard lock(m_mutex);
        for (const QString &id : unfinished)
            m_jobs[id].work = std::make_unique<BatchWork>(m_tools, id);
    }
    for (int i = 0; i < threadCount; ++i)
        m_threads.emplace_back([this] { loop(); });
}

void BatchRunner::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_answers->abort();
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

void BatchRunner::enqueue(const QString &id)
{
    {
        const std::lock_guard lock(m_mutex);
        Job &job = m_jobs[id];
        if (!job.work)
            job.work = std::make_unique<BatchWork>(m_tools, id);
    }
    m_wake.notify_one();
}

void BatchRunner::wake(const QString &id)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto job = m_jobs.find(id);
        if (job == m_jobs.end())
            return;
        job->second.dueMs = 0;
        job->second.woken = true;
        job->second.work->interrupt();
    }
    m_wake.notify_one();
}

void BatchRunner::clockMoved()
{
    {
        const std::lock_guard lock(m_mutex); // whoever looked at the clock before waits by now
    }
    m_wake.notify_all();
}

void BatchRunner::loop()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        const Job *next = nullptr;
        QString id;
        for (const auto &[name, job] : m_jobs) {
            if (!job.running && (!next || job.dueMs < next->dueMs)) {
                next = &job;
                id = name;
            }
        }
        if (!next) {
            m_wake.wait(lock);
            continue;
        }
        const qint64 left = next->dueMs - m_clock.nowMs();
        if (left > 0)
            m_wake.wait_for(lock, std::min(std::chrono::milliseconds(left), clockLook));
        else
            runOne(lock, id);
    }
}

void BatchRunner::runOne(std::unique_lock<std::mutex> &lock, const QString &id)
{
    Job &job = m_jobs[id]; // stays where it is in the map: only who runs it removes it
    job.running = true;
    job.woken = false;
    lock.unlock();
    const std::optional<qint64> due = job.work->step();
    lock.lock();
    job.running = false;
    job.dueMs = job.woken ? 0 : due.value_or(0);
    if (!due)
        m_jobs.erase(id);
    m_wake.notify_one();
}

} // namespace odc::server

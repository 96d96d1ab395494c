// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/finetuning/finetuningwork.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace odc::server {

/**
 * Works on all jobs that have not ended, each a step at a time, in a thread of its own: no step takes long.
 * Thread-safe.
 */
class FineTuningRunner
{
public:
    FineTuningRunner(const Storage &storage, const FineTuningTable &table, const FilesTable &files,
                     const ServerClock &clock);
    ~FineTuningRunner(); ///< stops

    /** Starts the thread, with the jobs that an earlier server left unfinished. Throws StorageError. */
    void start();
    /** Begins to work on a new job, or looks at one at once: somebody changed it. */
    void wake(const QString &id);
    /** The server's clock was moved: what was to come may be due. */
    void clockMoved();
    /** Returns when nothing is worked on any more. What is unfinished goes on with the next start(). */
    void stop();

private:
    struct Job
    {
        std::unique_ptr<FineTuningWork> work;
        qint64 dueMs = 0;   ///< by the server's clock
        bool woken = false; ///< while it was worked on
    };

    void loop();

    const FineTuningTable &m_table;
    const ServerClock &m_clock;
    const FineTuningTools m_tools;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::map<QString, Job> m_jobs;
    std::atomic<bool> m_stopping{false};
    std::thread m_thread;
};

} // namespace odc::server

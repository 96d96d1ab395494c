// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/batches/batchwork.h"

#include <QUrl>

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace odc::server {

/**
 * Works on all batches that have not ended, each a step at a time, in two threads of its own: one that goes
 * on for a day does not hold up the others. Thread-safe.
 */
class BatchRunner
{
public:
    /** Lines are answered by \p upstream with \p upstreamKey; an empty one: by the built-in echo. */
    BatchRunner(const Storage &storage, const BatchesTable &batches, const FilesTable &files,
                const ServerClock &clock, const QUrl &upstream, const QByteArray &upstreamKey);
    ~BatchRunner(); ///< stops

    /** Starts the threads, with the batches that an earlier server left unfinished. Throws StorageError. */
    void start();
    /** Begins to work on a new batch. */
    void enqueue(const QString &id);
    /** Has a batch looked at at once: somebody changed it. */
    void wake(const QString &id);
    /** The server's clock was moved: what was to come may be due. */
    void clockMoved();
    /** Returns when nothing is worked on any more. What is unfinished goes on with the next start(). */
    void stop();

private:
    struct Job
    {
        std::unique_ptr<BatchWork> work;
        qint64 dueMs = 0; ///< by the server's clock
        bool running = false;
        bool woken = false; ///< while it ran
    };

    void loop();
    void runOne(std::unique_lock<std::mutex> &lock, const QString &id);

    const ServerClock &m_clock;
    const std::unique_ptr<LineAnswers> m_answers;
    const BatchTools m_tools;
    const BatchesTable &m_batches;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::map<QString, Job> m_jobs;
    std::atomic<bool> m_stopping{false};
    std::vector<std::thread> m_threads;
};

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/stores/storefilestable.h"

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace odc::server {

/**
 * Indexes the files that were put into stores: in the order in which they came, several at a time, in two
 * threads of its own. What becomes of a file is stored together with its chunks, so that one that was
 * interrupted anywhere is simply taken up again. Thread-safe.
 */
class StoreRunner
{
public:
    StoreRunner(const Storage &storage, const StoreFilesTable &storeFiles, const FilesTable &files,
                const ServerClock &clock);
    ~StoreRunner(); ///< stops

    /** Starts the threads, with what an earlier server left to be done. */
    void start();
    /** There is more to do. */
    void wake();
    /** The server's clock was moved: what was to come may be due. */
    void clockMoved() { wake(); }
    /** Returns when nothing is worked on any more. What is left is taken up by the next start(). */
    void stop();

private:
    /** A file that is being indexed. */
    struct Slot
    {
        StoreJob job;
        qint64 dueMs = 0; ///< by the server's clock
        bool running = false;
    };
    /** What became of a file; nothing = it waits, and is not to be stored. */
    using Done = std::pair<StoreJob, std::optional<StoreOutcome>>;

    void loop();
    bool fill();
    QList<StoreJob> takeDue(qint64 *nextMs);
    void postpone(const StoreJob &job);
    void work(const QList<StoreJob> &jobs);
    std::optional<StoreOutcome> lookAt(const StoreJob &job) const;
    bool store(const QList<Done> &done) const;
    qint64 lastsMs(const StoreJob &job) const;

    const Storage &m_storage;
    const StoreFilesTable &m_storeFiles;
    const FilesTable &m_files;
    const ServerClock &m_clock;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::map<qint64, Slot> m_slots; ///< by the number of the job
    qint64 m_taken = 0;             ///< the number of the last job that got a slot
    bool m_more = true;             ///< there may be jobs without a slot
    std::atomic<bool> m_stopping{false};
    std::vector<std::thread> m_threads;
};

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/evals/evalstable.h"
#include "localserver/evals/localecho.h"
#include "localserver/evals/upstreamanswers.h"
#include "localserver/filestable.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace odc::server {

/** Works on the runs, one after the other, in a thread of its own. Thread-safe. */
class EvalRunner
{
public:
    /** Models are asked at \p upstream with \p upstreamKey; an empty one: local-echo answers. */
    EvalRunner(const EvalsTable &evals, const FilesTable &files, const ServerClock &clock,
               const QUrl &upstream, const QByteArray &upstreamKey);
    ~EvalRunner(); ///< stops

    /** Starts the thread, with the runs that an earlier server left unfinished. Throws StorageError. */
    void start();
    /** Puts a new run at the end of the queue. */
    void enqueue(const RunKey &key);
    /** Wakes the thread up when it works on that run, or on any of the eval: it has ended or is gone. */
    void leave(const QString &evalId, const std::optional<QString> &runId = {});
    /** Returns when nothing is worked on any more. What is unfinished goes on with the next start(). */
    void stop();

    /** Who grades: local-echo or the upstream. */
    ModelAnswers &graders();

private:
    void loop();
    void workOn(const RunKey &key);
    bool wait(qint64 untilMs);

    const EvalsTable &m_evals;
    const FilesTable &m_files;
    const ServerClock &m_clock;
    LocalEcho m_echo;
    std::unique_ptr<UpstreamAnswers> m_chat; ///< null: local-echo
    std::unique_ptr<UpstreamAnswers> m_responses;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<RunKey> m_queue;
    std::optional<RunKey> m_current;
    bool m_left = false; ///< the current run is to be left off
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/evals/evalrunner.h"

#include "localserver/apifault.h"
#include "localserver/evals/runwork.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcEvals, "odc.localserver.evals")

namespace odc::server {

namespace {
/** A model far away takes its time; so many rows are asked about at once. */
constexpr int upstreamCalls = 8;
/** The server's clock may be moved on; it is looked at again that often. */
constexpr std::chrono::milliseconds clockLook{50};
} // namespace

EvalRunner::EvalRunner(const EvalsTable &evals, const FilesTable &files, const ServerClock &clock,
                       const QUrl &upstream, const QByteArray &upstreamKey)
    : m_evals(evals), m_files(files), m_clock(clock)
{
    if (upstream.isEmpty())
        return;
    using Api = UpstreamAnswers::Api;
    m_chat = std::make_unique<UpstreamAnswers>(upstream, upstreamKey, Api::ChatCompletions);
    m_responses = std::make_unique<UpstreamAnswers>(upstream, upstreamKey, Api::Responses);
}

EvalRunner::~EvalRunner()
{
    stop();
}

ModelAnswers &EvalRunner::graders()
{
    return m_chat ? static_cast<ModelAnswers &>(*m_chat) : m_echo;
}

void EvalRunner::start()
{
    for (const RunKey &key : m_evals.unfinished())
        m_queue.push_back(key);
    m_thread = std::thread([this] { loop(); });
}

void EvalRunner::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    for (UpstreamAnswers *answers : {m_chat.get(), m_responses.get()}) {
        if (answers)
            answers->abort();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void EvalRunner::enqueue(const RunKey &key)
{
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back(key);
    }
    m_wake.notify_all();
}

void EvalRunner::leave(const QString &evalId, const std::optional<QString> &runId)
{
    const auto meant = [&](const RunKey &key) {
        return key.evalId == evalId && (!runId || key.runId == *runId);
    };
    {
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_queue, meant);
        m_left = m_left || (m_current && meant(*m_current));
    }
    m_wake.notify_all();
}

bool EvalRunner::wait(qint64 untilMs)
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping && !m_left && m_clock.nowMs() < untilMs) {
        const std::chrono::milliseconds left(untilMs - m_clock.nowMs());
        m_wake.wait_for(lock, std::min(left, clockLook));
    }
    return !m_stopping && !m_left;
}

void EvalRunner::loop()
{
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
        if (m_stopping)
            return;
        const RunKey key = m_queue.front();
        m_queue.pop_front();
        m_current = key;
        m_left = false;
        lock.unlock();
        workOn(key);
        lock.lock();
        m_current.reset();
    }
}

void EvalRunner::workOn(const RunKey &key)
{
    const RunAnswers answers{&graders(),
                             m_responses ? static_cast<ModelAnswers *>(m_responses.get()) : &m_echo,
                             m_chat ? upstreamCalls : 1};
    try {
        RunWork(m_evals, m_files, m_clock, answers, [this](qint64 untilMs) {
            return wait(untilMs);
        }).run(key);
    } catch (const ApiFault &) {
        // Removed in the meantime: there is nothing left to be done.
    } catch (const StorageError &failure) {
        qCWarning(lcEvals) << "run" << key.runId << "was left off:" << failure.text;
    } catch (const std::exception &failure) {
        qCWarning(lcEvals) << "run" << key.runId << "was left off:" << failure.what();
    }
}

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/batches/batchestable.h"
#include "localserver/batches/batchlines.h"
#include "localserver/batches/batchresults.h"
#include "localserver/batches/lineanswers.h"

#include <atomic>
#include <functional>

namespace odc::server {

/** What work on batches needs; it outlives the work. */
struct BatchTools
{
    const Storage &storage;
    const BatchesTable &batches;
    const FilesTable &files;
    const ServerClock &clock;
    LineAnswers &answers;
    /** False = leave off as soon as possible. */
    std::function<bool()> goOn;
};

/**
 * Takes one batch from where it stands to its end, a step at a time. Answers go to the ends of two blobs that
 * nobody sees yet; how long each is then and how many lines are done is stored together with the counts, some
 * lines at a time. So a batch that was interrupted anywhere goes on with the line after the last one stored,
 * and its files appear at the very moment in which it ends. Not thread-safe.
 */
class BatchWork
{
public:
    BatchWork(const BatchTools &tools, const QString &id)
        : m_tools(tools), m_id(id), m_results(tools.storage.blobs())
    {
    }

    /** Goes some way on. When to go on, in ms of the server's clock; nothing when the batch has ended. Never
     * throws. */
    std::optional<qint64> step();
    /** Ends a step early that is being made: the batch was changed. In any thread. */
    void interrupt() { m_interrupted = true; }

private:
    using Due = std::optional<qint64>;

    /** The batch cannot go on: it fails. */
    struct Failure
    {
        QString code;
        QString message;
    };

    Due advance();
    Due refused(const Failure &failure);
    Due storageRefused(const QString &text);
    Due validate();
    Due answerSome();
    Due finish(const QString &status);
    Due fail(const QJsonArray &errors);

    bool open();
    void openResults();
    void load();
    void reset();
    qint64 dueOf(qint64 position) const;
    QList<LineRequest> nextRequests(qint64 most);
    void take(const LineRequest &request, const LineOutcome &outcome);
    void flush();
    bool store(const QString &was);
    void abandonRest(const QString &code, const QString &message);
    void abandon(const BatchLine &line, const QString &code, const QString &message);
    QList<FileRecord> outputFiles() const;
    void showCounts();

    const BatchTools m_tools;
    const QString m_id;
    std::atomic<bool> m_interrupted{false};
    QJsonObject m_batch;
    QString m_state;        ///< the status that the next two belong to
    qint64 m_notBefore = 0; ///< nothing happens in that state until then
    int m_refusals = 0;     ///< how often in a row the storage refused
    std::optional<Failure> m_failure;

    bool m_loaded = false;
    BatchProgress m_progress;
    std::shared_ptr<QIODevice> m_input;
    std::vector<BatchLine> m_lines; ///< in the order in which they are answered
    qint64 m_begunMs = 0;           ///< when the answering began, or began again, 0 = not yet, ...
    qint64 m_begunAt = 0;           ///< ... and with which of the lines
    BatchResults m_results;
    QList<qint64> m_nowWaiting; ///< not stored yet
    qint64 m_waiting = 0;       ///< stored
    qint64 m_completed = 0;
    qint64 m_failed = 0;
    LineUsage m_usage;
};

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/finetuning/finetuningplan.h"
#include "localserver/finetuning/finetuningtable.h"

#include <atomic>
#include <functional>

namespace odc::server {

/** What work on jobs needs; it outlives the work. */
struct FineTuningTools
{
    const Storage &storage;
    const FineTuningTable &table;
    const FilesTable &files;
    const ServerClock &clock;
    /** False = leave off as soon as possible. */
    std::function<bool()> goOn;
};

/**
 * Takes one job from where it stands to its end, a step at a time. Nothing is trained: the files are checked,
 * and the figures of the steps made up. How many steps are done is stored together with their events, so that
 * a job that was interrupted anywhere goes on with the step after the last one stored. Not thread-safe.
 */
class FineTuningWork
{
public:
    FineTuningWork(const FineTuningTools &tools, const QString &id) : m_tools(tools), m_id(id) {}

    /** Goes some way on. When to go on, in ms of the server's clock; nothing when the job has ended. Never
     * throws. */
    std::optional<qint64> step();
    /** Ends a step early that is being made: the job was changed. In any thread. */
    void interrupt() { m_interrupted = true; }

private:
    using Due = std::optional<qint64>;

    Due advance();
    Due validate();
    Due begin();
    Due train();
    Due finish();
    Due fail(const QJsonObject &error);
    bool readFile(const QString &param, TrainingVerdict *verdict) const;
    void load();
    qint64 dueOf(qint64 step) const;
    QString modelName() const;
    void tell(FineTuningNews &news, const QString &message,
              const QString &level = QStringLiteral("info")) const;

    const FineTuningTools m_tools;
    const QString m_id;
    std::atomic<bool> m_interrupted{false};
    QJsonObject m_job;
    QString m_state;        ///< the status that the next one belongs to
    qint64 m_notBefore = 0; ///< nothing happens in that state until then

    bool m_loaded = false;
    FineTuningProgress m_progress;
    FineTuningPlan m_plan;
    qint64 m_begunMs = 0; ///< when the training began, or began again, ...
    qint64 m_begunAt = 0; ///< ... and after which of the steps
};

} // namespace odc::server

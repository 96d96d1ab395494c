// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/evals/evalstable.h"
#include "localserver/evals/itemwork.h"
#include "localserver/evals/runtally.h"
#include "localserver/filestable.h"

#include <functional>

namespace odc::server {

/** What a run asks, and how many rows it may ask about at the same time. */
struct RunAnswers
{
    ModelAnswers *chat = nullptr;
    ModelAnswers *responses = nullptr;
    int parallel = 1;
};

/**
 * Takes one run from where it stands to its end. Items are stored some at a time, together with the run's
 * counts, so that a run that was interrupted anywhere goes on with the row after the last one stored.
 */
class RunWork
{
public:
    /** Waits until the server's clock shows that many milliseconds; false = leave off. */
    using Wait = std::function<bool(qint64 untilMs)>;

    RunWork(const EvalsTable &evals, const FilesTable &files, const ServerClock &clock,
            const RunAnswers &answers, Wait wait)
        : m_evals(evals), m_files(files), m_clock(clock), m_answers(answers), m_wait(std::move(wait))
    {
    }

    /** Returns when the run has ended, is gone, or is to be left off. Throws StorageError, ApiFault. */
    void run(const RunKey &key);

private:
    struct Rows
    {
        std::unique_ptr<RowReader> reader;
        QString errorCode; ///< empty = there are rows
        QString error;
    };
    Rows open() const;
    void fail(const QString &code, const QString &message);
    void workThrough(const RunKey &key, qint64 total);
    QList<ItemOutcome> outcomes(const QList<DataRow> &rows, const ItemPlan &plan) const;

    const EvalsTable &m_evals;
    const FilesTable &m_files;
    const ServerClock &m_clock;
    const RunAnswers m_answers;
    const Wait m_wait;
    QJsonObject m_eval;
    QJsonObject m_run;
};

} // namespace odc::server

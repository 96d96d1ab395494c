// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/finetuningjob.h"
#include "transfers/bulkjob.h"

#include <QHash>

namespace odc {

class Session;

/// Cancels, pauses or resumes fine-tuning jobs. One that had ended by then is skipped, with a word; whether a
/// call whose answer was lost has arrived is read off the job.
class SteerJobsJob final : public BulkJob
{
    Q_OBJECT
public:
    enum class Verb { Cancel, Pause, Resume };

    /// `titles` are what people call them, by index.
    SteerJobsJob(Session &session, Verb verb, const QList<FineTuningJob> &jobs, const QStringList &titles,
                 QObject *parent = nullptr);

    /// Whether the job is as it was to be, still.
    bool isSteered(const FineTuningJob &job) const;
    QString runningText() const override;
    QString doneText(int count) const override;

Q_SIGNALS:
    /// The job as it is now.
    void changed(const odc::FineTuningJob &job);

protected:
    void run(int index) override;
    Abandoned abandon(int index) override;

private:
    void readAgain(int index, const ApiError &refusal);

    Session &m_session;
    const Verb m_verb;
    QHash<int, Call> m_calls;
};

/// Deletes models that came of fine-tuning. One that the service does not find counts as done once the list
/// of models does not name it either: a key of another project finds nothing, too.
class DeleteModelsJob final : public BulkJob
{
    Q_OBJECT
public:
    DeleteModelsJob(Session &session, const QStringList &models, QObject *parent = nullptr);

    QString runningText() const override;
    QString doneText(int count) const override;

Q_SIGNALS:
    void removed(const QString &model);

protected:
    void run(int index) override;
    Abandoned abandon(int index) override;

private:
    void prove(int index);

    Session &m_session;
    QHash<int, Call> m_calls;
};

} // namespace odc

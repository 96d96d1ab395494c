// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/finetuningjob.h"
#include "transfers/finetuningtasks.h"
#include "ui/context/pagecontext.h"

#include <QList>
#include <QObject>

class QWidget;

namespace odc {

class FineTuningJobsModel;
class JobStrips;
class MessageBar;
class NewJobDialog;

/// What a person does to fine-tuning jobs: make them, steer them, delete the models that came of them. Asks
/// with dialogs over `window`, runs bulk jobs in `jobs`, and keeps the list in step. Owned by the Fine-tuning
/// page.
class FineTuningCommands final : public QObject
{
    Q_OBJECT
public:
    FineTuningCommands(const PageContext &context, FineTuningJobsModel &model, QWidget *window,
                       JobStrips &jobs, MessageBar &messages);

    /// Opens the form of a new job.
    void newJob();
    /// Of a file that is at the service.
    void newJobOf(const QString &fileId);
    /// Of a file of this computer.
    void newJobFrom(const QString &path);
    void newJobLike(const FineTuningJob &job);

    /// Asks, then cancels those that can be.
    void cancel(const QList<FineTuningJob> &jobs);
    void pause(const QList<FineTuningJob> &jobs);
    void resume(const QList<FineTuningJob> &jobs);
    /// Asks, then deletes the models that came of these jobs.
    void deleteModels(const QList<FineTuningJob> &jobs);
    /// Puts their models' names into the clipboard, a line each.
    void copyModels(const QList<FineTuningJob> &jobs);
    /// Asks the server for the file object, then where to save its content.
    void download(const QString &fileId);

Q_SIGNALS:
    /// A job was made from here, and is in the list.
    void made(const QString &jobId);

private:
    NewJobDialog *form();
    void steer(SteerJobsJob::Verb verb, const QList<FineTuningJob> &jobs);

    PageContext m_context;
    FineTuningJobsModel &m_model;
    QWidget *m_window;
    JobStrips &m_jobs;
    MessageBar &m_messages;
};

} // namespace odc

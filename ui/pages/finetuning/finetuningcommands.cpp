// SPDX-License-Identifier: GPL-3.0-or-later
#include "finetuningcommands.h"

#include "api/session.h"
#include "base/format.h"
#include "index/objectindex.h"
#include "lists/finetuningjobsmodel.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/pages/filedownload.h"
#include "ui/pages/finetuning/newjobdialog.h"
#include "ui/pages/jobstrips.h"
#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

const auto actionKey = u"jobAction"_s;

/// "support-v14  ·  ftjob-9XqLk2"
QString nameOf(const FineTuningJob &job)
{
    const QString title = FineTuningJobsModel::title(job);
    return title == job.id ? title : title + u"  ·  "_s + job.id;
}

} // namespace

FineTuningCommands::FineTuningCommands(const PageContext &context, FineTuningJobsModel &model,
                                       QWidget *window, JobStrips &jobs, MessageBar &messages)
    : QObject(window), m_context(context), m_model(model), m_window(window), m_jobs(jobs),
      m_messages(messages)
{
}

NewJobDialog *FineTuningCommands::form()
{
    auto *dialog = new NewJobDialog(m_context, m_window);
    connect(dialog, &NewJobDialog::created, this, [this](const FineTuningJob &job) {
        m_model.addFresh(job);
        Q_EMIT made(job.id);
    });
    connect(dialog, &NewJobDialog::found, &m_model,
            [this](const FineTuningJob &job) { m_model.merge({job}); });
    return dialog;
}

void FineTuningCommands::newJob()
{
    form()->open();
}

void FineTuningCommands::newJobOf(const QString &fileId)
{
    NewJobDialog *dialog = form();
    dialog->startFromUploaded(fileId);
    dialog->open();
}

void FineTuningCommands::newJobFrom(const QString &path)
{
    NewJobDialog *dialog = form();
    dialog->startFromFile(path);
    dialog->open();
}

void FineTuningCommands::newJobLike(const FineTuningJob &job)
{
    NewJobDialog *dialog = form();
    dialog->startLike(job);
    dialog->open();
}

void FineTuningCommands::steer(SteerJobsJob::Verb verb, const QList<FineTuningJob> &jobs)
{
    QStringList titles;
    for (const FineTuningJob &job : jobs)
        titles << FineTuningJobsModel::title(job);
    auto *bulk = new SteerJobsJob(m_context.session, verb, jobs, titles, this);
    connect(bulk, &SteerJobsJob::changed, this, [this](const FineTuningJob &job) { m_model.merge({job}); });
    // "Paused" is said as long as it is so: when a job went on, the word would be wrong.
    connect(&m_model, &QAbstractItemModel::dataChanged, bulk, [this, bulk] {
        const QList<BulkItem> &items = bulk->items();
        const bool isSo = std::any_of(items.cbegin(), items.cend(), [&](const BulkItem &item) {
            const FineTuningJob *job = m_model.item(item.id);
            return job && bulk->isSteered(*job);
        });
        if (!isSo)
            m_jobs.leaveBehind(bulk);
    });
    m_jobs.run(bulk);
}

void FineTuningCommands::cancel(const QList<FineTuningJob> &jobs)
{
    m_messages.dismiss(actionKey);
    QList<FineTuningJob> running;
    QStringList names;
    bool trained = false;
    for (const FineTuningJob &job : jobs) {
        if (!job.canBeCancelled())
            continue;
        running.append(job);
        const JobProgress progress = m_model.progressOf(job.id);
        const QString steps = FineTuningJobsModel::stepsText(job, progress);
        names << (steps.isEmpty() ? nameOf(job) : nameOf(job) + u"  ·  "_s + steps);
        // Of a state that is not known the worst is supposed.
        trained = trained || (job.status != "validating_files"_L1 && job.status != "queued"_L1);
    }
    if (running.isEmpty())
        return;
    const int count = int(running.size());
    const bool production = m_context.profile.production;
    ConfirmDialog::Question question;
    question.title = production ? tr("Cancel %Ln job(s) of PRODUCTION?", nullptr, count)
                                : tr("Cancel %Ln job(s)?", nullptr, count);
    question.introduction = tr("No model comes of a cancelled job, and it cannot be taken up again.");
    question.things = names;
    question.consequence =
        trained ? tr("What was trained since the last checkpoint is lost, and is paid for. Checkpoints stay. "
                     "To stop for a while, pause instead.")
                : tr("Nothing was trained yet.");
    question.confirm = tr("Cancel %Ln job(s)", nullptr, count);
    question.dismiss = tr("Let run", nullptr);
    question.alwaysTyped = production && count > 1;
    auto *dialog = new ConfirmDialog(m_context.shell.theme, question, m_window);
    connect(dialog, &QDialog::accepted, this,
            [this, running] { steer(SteerJobsJob::Verb::Cancel, running); });
    dialog->open();
}

void FineTuningCommands::pause(const QList<FineTuningJob> &jobs)
{
    m_messages.dismiss(actionKey);
    QList<FineTuningJob> running = jobs;
    running.removeIf([](const FineTuningJob &job) { return !job.canBePaused(); });
    if (!running.isEmpty())
        steer(SteerJobsJob::Verb::Pause, running);
}

void FineTuningCommands::resume(const QList<FineTuningJob> &jobs)
{
    m_messages.dismiss(actionKey);
    QList<FineTuningJob> paused = jobs;
    paused.removeIf([](const FineTuningJob &job) { return !job.canBeResumed(); });
    if (!paused.isEmpty())
        steer(SteerJobsJob::Verb::Resume, paused);
}

void FineTuningCommands::deleteModels(const QList<FineTuningJob> &jobs)
{
    m_messages.dismiss(actionKey);
    QStringList models;
    for (const FineTuningJob &job : jobs) {
        if (!job.fineTunedModel.isEmpty() && !m_model.isModelDeleted(job.fineTunedModel) &&
            !models.contains(job.fineTunedModel))
            models << job.fineTunedModel;
    }
    if (models.isEmpty())
        return;
    const int count = int(models.size());
    const bool production = m_context.profile.production;
    ConfirmDialog::Question question;
    question.title = production ? tr("Delete %Ln model(s) of PRODUCTION?", nullptr, count)
                                : tr("Delete %Ln model(s)?", nullptr, count);
    question.introduction = tr("A deleted model cannot be brought back, only trained anew.");
    for (const QString &model : std::as_const(models)) {
        const qsizetype users =
            std::count_if(m_model.items().cbegin(), m_model.items().cend(),
                          [&](const FineTuningJob &job) { return job.model == model && !job.isFinished(); });
        const std::vector<IndexedObject> &runs = m_context.index.objects(ObjectKind::EvalRun);
        const auto asked = std::count_if(runs.cbegin(), runs.cend(), [&](const IndexedObject &run) {
            return run.detail == model && !run.isFinished();
        });
        QStringList parts{model};
        if (users > 0)
            parts << tr("%Ln job(s) train it further now", nullptr, int(users));
        if (asked > 0)
            parts << tr("%Ln eval run(s) ask it now", nullptr, int(asked));
        question.things << parts.join(u"  ·  "_s);
    }
    question.consequence =
        tr("Every program that names it gets an error from then on. The job, its events and its files stay. "
           "The service lets only owners of the organisation do this.");
    question.confirm = tr("Delete %Ln model(s)", nullptr, count);
    // A model in use is not deleted by a slip of the hand.
    question.alwaysTyped = production || count > 1;
    auto *dialog = new ConfirmDialog(m_context.shell.theme, question, m_window);
    connect(dialog, &QDialog::accepted, this, [this, models] {
        auto *bulk = new DeleteModelsJob(m_context.session, models, this);
        connect(bulk, &DeleteModelsJob::removed, &m_model, &FineTuningJobsModel::setModelDeleted);
        m_jobs.run(bulk);
    });
    dialog->open();
}

void FineTuningCommands::copyModels(const QList<FineTuningJob> &jobs)
{
    QStringList models;
    for (const FineTuningJob &job : jobs) {
        if (!job.fineTunedModel.isEmpty())
            models << job.fineTunedModel;
    }
    if (!models.isEmpty())
        QGuiApplication::clipboard()->setText(models.join(u'\n'));
}

void FineTuningCommands::download(const QString &fileId)
{
    downloadFile(m_context, fileId, m_window, m_jobs, m_messages, actionKey);
}

} // namespace odc

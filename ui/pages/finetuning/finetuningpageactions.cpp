// SPDX-License-Identifier: GPL-3.0-or-later
// The actions of the Fine-tuning page: what they do, and when they can be taken.
#include "finetuningpage.h"

#include "lists/finetuningjobsmodel.h"
#include "ui/actions/actioncollection.h"
#include "ui/pages/finetuning/finetuningcommands.h"
#include "ui/pages/finetuning/finetuningdetails.h"
#include "ui/theme/theme.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QPushButton>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

void FineTuningPage::buildActions()
{
    m_new = actions().add(u"finetuning.new"_s, tr("&New job…"), Icon::Plus, {QKeySequence::New});
    m_newLike = actions().add(u"finetuning.newLike"_s, tr("Ne&w job like this…"), Icon::Copy);
    m_events = actions().add(u"finetuning.events"_s, tr("S&how events"), Icon::Activity);
    m_copyModel = actions().add(u"finetuning.copyModel"_s, tr("Copy &model name"), Icon::Copy,
                                {QKeySequence(u"Ctrl+Shift+M"_s)});
    m_pause = actions().add(u"finetuning.pause"_s, tr("Pa&use"), Icon::Pause);
    m_resume = actions().add(u"finetuning.resume"_s, tr("R&esume"), Icon::Play);
    m_cancel = actions().add(u"finetuning.cancel"_s, tr("Cancel jo&b…"), Icon::Stop, {QKeySequence::Delete});
    m_deleteModel = actions().add(u"finetuning.deleteModel"_s, tr("&Delete model…"), Icon::Trash);
    m_newLike->setToolTip(
        tr("The same model, files, method and settings, to be changed before anything is sent"));
    m_pauseOrResume = new QAction(m_pause->icon(), m_pause->text(), this);
    header()->addAction(m_pauseOrResume, ButtonRole::Default)->setObjectName(u"pauseJobButton"_s);
    header()->addAction(m_cancel, ButtonRole::Danger)->setObjectName(u"cancelJobButton"_s);
    header()->addAction(m_new, ButtonRole::Primary)->setObjectName(u"newJobButton"_s);
    for (QAction *action : {m_new, m_newLike})
        marksChange(action);
    connect(m_new, &QAction::triggered, m_commands, &FineTuningCommands::newJob);
    connect(m_newLike, &QAction::triggered, this, [this] {
        if (const QList<FineTuningJob> jobs = selectedJobs(); !jobs.isEmpty())
            m_commands->newJobLike(jobs.first());
    });
    connect(m_events, &QAction::triggered, this, [this] {
        toggleDetails(true);
        m_details->showEvents();
    });
    connect(m_copyModel, &QAction::triggered, this, [this] { m_commands->copyModels(selectedJobs()); });
    connect(m_pause, &QAction::triggered, this, [this] { m_commands->pause(selectedJobs()); });
    connect(m_resume, &QAction::triggered, this, [this] { m_commands->resume(selectedJobs()); });
    connect(m_pauseOrResume, &QAction::triggered, this,
            [this] { (m_pause->isEnabled() ? m_pause : m_resume)->trigger(); });
    connect(m_cancel, &QAction::triggered, this, [this] { m_commands->cancel(selectedJobs()); });
    connect(m_deleteModel, &QAction::triggered, this, [this] { m_commands->deleteModels(selectedJobs()); });
    connect(pane(), &ListPane::activated, m_events, &QAction::trigger);
}

QList<QAction *> FineTuningPage::ownActions() const
{
    QList<QAction *> own{m_new,   m_newLike, nullptr,  m_events, detailsAction(), m_copyModel,
                         nullptr, m_pause,   m_resume, m_cancel, m_deleteModel,   nullptr};
    return own + m_details->tabMenus();
}

void FineTuningPage::explain(QAction *action, bool can, const QString &why)
{
    action->setEnabled(can && mayChange());
    action->setToolTip(!mayChange() ? tr("The profile is read-only.") : can ? QString() : why);
}

void FineTuningPage::updateActions(int)
{
    const QList<FineTuningJob> jobs = selectedJobs();
    const int count = int(jobs.size());
    const auto number = [&jobs](auto can) { return int(std::count_if(jobs.cbegin(), jobs.cend(), can)); };
    const int pausable = number([](const FineTuningJob &job) { return job.canBePaused(); });
    const int resumable = number([](const FineTuningJob &job) { return job.canBeResumed(); });
    const int cancellable = number([](const FineTuningJob &job) { return job.canBeCancelled(); });
    const int models = number([](const FineTuningJob &job) { return !job.fineTunedModel.isEmpty(); });
    const int deletable = number([this](const FineTuningJob &job) {
        return !job.fineTunedModel.isEmpty() && !m_model.isModelDeleted(job.fineTunedModel);
    });
    const QString nothing = tr("No job is selected.");
    const QString state =
        count == 1 ? FineTuningJobsModel::statusText(jobs.first(), context().profile.isArchive()) : QString();
    const auto why = [&](const QString &one, const QString &several) {
        return count == 0 ? nothing : count == 1 ? one.arg(state) : several;
    };
    m_new->setEnabled(mayChange());
    m_newLike->setEnabled(count == 1 && mayChange());
    m_events->setEnabled(count > 0);
    m_copyModel->setEnabled(models > 0);
    m_copyModel->setToolTip(
        models > 0 ? QString()
                   : why(tr("No model came of it: the job is %1."), tr("No model came of them.")));
    explain(m_pause, pausable > 0,
            why(tr("Only a running job can be paused; this one is %1."), tr("None of them is running.")));
    explain(m_resume, resumable > 0,
            why(tr("Only a paused job can be resumed; this one is %1."), tr("None of them is paused.")));
    explain(m_cancel, cancellable > 0,
            why(tr("It has ended already: the job is %1."), tr("All of them have ended already.")));
    explain(m_deleteModel, deletable > 0,
            models > 0 ? tr("The model is deleted already.")
                       : why(tr("No model came of it: the job is %1."), tr("No model came of them.")));
    m_pause->setText(pausable > 1 ? tr("Pa&use %Ln", nullptr, pausable) : tr("Pa&use"));
    m_resume->setText(resumable > 1 ? tr("R&esume %Ln", nullptr, resumable) : tr("R&esume"));
    m_cancel->setText(cancellable > 1 ? tr("Cancel %Ln jo&b(s)…", nullptr, cancellable) : tr("Cancel jo&b…"));
    m_deleteModel->setText(deletable > 1 ? tr("&Delete %Ln model(s)…", nullptr, deletable)
                                         : tr("&Delete model…"));
    const QAction *fits = resumable > 0 && pausable == 0 ? m_resume : m_pause;
    m_pauseOrResume->setText(fits->text());
    m_pauseOrResume->setIcon(fits->icon());
    m_pauseOrResume->setToolTip(fits->toolTip());
    m_pauseOrResume->setEnabled(fits->isEnabled());
}

void FineTuningPage::takeNext(FineTuningHeadline::Next next)
{
    switch (next) {
    case FineTuningHeadline::Next::Resume:
        m_resume->trigger();
        break;
    case FineTuningHeadline::Next::NewLike:
        if (const FineTuningJob *job = m_model.item(pane()->currentRow()))
            m_commands->newJobLike(*job);
        break;
    case FineTuningHeadline::Next::Events:
        m_events->trigger();
        break;
    case FineTuningHeadline::Next::None:
        break;
    }
}

} // namespace odc

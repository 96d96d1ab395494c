// SPDX-License-Identifier: GPL-3.0-or-later
#include "finetuningheadline.h"

#include "base/format.h"
#include "lists/finetuningjobsmodel.h"
#include "ui/widgets/labels.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

FineTuningHeadline::FineTuningHeadline(const Theme &theme, bool archived, bool mayChange, QWidget *parent)
    : StateHeadline(theme, parent), m_archived(archived), m_mayChange(mayChange),
      m_state(addState(u"jobState"_s)), m_reason(addText(Token::Text, u"jobReason"_s)),
      m_advice(addText(Token::Secondary, u"jobAdvice"_s))
{
    addBar();
    m_steps = new TextLabel(theme, Theme::FontRole::Body, Token::Text, {}, this);
    m_steps->setObjectName(u"jobSteps"_s);
    column()->addWidget(m_steps);
    m_next = addNext(u"jobNext"_s);
    connect(m_next, &QPushButton::clicked, this,
            [this] { Q_EMIT nextRequested(nextOf(m_job, m_mayChange)); });
}

QString FineTuningHeadline::advice(const FineTuningJob &job, bool archived)
{
    if (archived && !job.isFinished())
        return tr("The archive holds it as it was then. What became of it only the service knows.");
    if (job.status == "validating_files"_L1)
        return tr("The service reads the files. Nothing is trained before they are found in order.");
    if (job.status == "queued"_L1)
        return tr("It waits for its turn. Nothing was trained yet.");
    if (job.status == "running"_L1)
        return tr("A checkpoint is kept at the end of each epoch. What was trained until it is paused or "
                  "cancelled is paid for.");
    if (job.status == "paused"_L1)
        return tr("It stands still and goes on from here when it is resumed.");
    if (job.status == "cancelled"_L1)
        return tr("There is no model of it. Checkpoints that were kept before can be used as models.");
    if (job.status == "succeeded"_L1)
        return job.fineTunedModel.isEmpty() ? tr("The service names no model that came of it.")
                                            : tr("Its model can be used by name wherever a model is named.");
    if (job.status != "failed"_L1)
        return tr("The console does not know this state. It is looked at again from time to time.");
    // What is wrong with a file the service found before it trained anything.
    if (job.errorParam == "training_file"_L1 || job.errorCode == "invalid_training_file"_L1)
        return tr("Mend the training file, upload it, and make a new job like this one. The form checks "
                  "every line before.");
    if (job.errorParam == "validation_file"_L1 || job.errorCode == "invalid_validation_file"_L1)
        return tr("Mend the validation file, upload it, and make a new job like this one. The form checks "
                  "every line before.");
    if (job.errorCode == "exceeded_quota"_L1 || job.errorCode == "insufficient_quota"_L1 ||
        job.errorCode == "billing_hard_limit_reached"_L1)
        return tr("See to the account's limits or credit, then make a new job like this one.");
    return tr("The events say what came before. A new job like this one begins anew; checkpoints that were "
              "kept can be used.");
}

FineTuningHeadline::Next FineTuningHeadline::nextOf(const FineTuningJob &job, bool mayChange)
{
    if (job.status == "failed"_L1)
        return mayChange ? Next::NewLike : Next::Events;
    return mayChange && job.canBeResumed() ? Next::Resume : Next::None;
}

void FineTuningHeadline::setJob(const FineTuningJob &job, const JobProgress &progress, qint64 nowUnix,
                                bool modelDeleted)
{
    m_job = job;
    m_state->setState(FineTuningJobsModel::toneOf(job, m_archived),
                      FineTuningJobsModel::statusText(job, m_archived));
    QString reason = format::severalLines(job.errorMessage, 2000);
    if (!job.errorCode.isEmpty() && !reason.isEmpty())
        reason += u" ("_s + format::oneLine(job.errorCode, 80) + u')';
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    m_advice->setText(modelDeleted ? tr("Its model was deleted. It can only be trained anew.")
                                   : advice(job, m_archived));
    const auto bar = FineTuningJobsModel::barOf(job, progress, nowUnix, m_archived);
    showBar(bar.has_value(), bar.value_or(CellProgress{}));
    QStringList parts;
    if (const QString steps = FineTuningJobsModel::stepsText(job, progress); !steps.isEmpty())
        parts << steps;
    if (const QString time = FineTuningJobsModel::timeText(job, progress, nowUnix, m_archived);
        !time.isEmpty())
        parts << (job.isFinished() ? tr("took %1", "a length of time").arg(time) : time);
    m_steps->setText(parts.join(u" · "_s));
    m_steps->setVisible(!parts.isEmpty());
    nameBar(tr("Progress"), m_steps->text());
    const Next next = nextOf(job, m_mayChange);
    m_next->setVisible(next != Next::None && !(m_archived && next == Next::Resume));
    m_next->setText(next == Next::Resume    ? tr("Resume")
                    : next == Next::NewLike ? tr("New job like this…")
                                            : tr("Show events"));
}

} // namespace odc

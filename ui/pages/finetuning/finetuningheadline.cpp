// SPDX-License-Identifier: GPL-3.0-or-later
#include "finetuningheadline.h"

#include "base/format.h"
#include "lists/finetuningjobsmodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace odc {

using namespace Qt::StringLiterals;

class FineTuningHeadline::Bar final : public QWidget
{
public:
    Bar(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
    {
        setFixedHeight(metrics::barHeight);
    }
    void setValue(const CellProgress &value)
    {
        m_value = value;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        shapes::progress(&painter, QRectF(rect()), m_value, m_theme, layoutDirection());
    }

private:
    const Theme &m_theme;
    CellProgress m_value;
};

FineTuningHeadline::FineTuningHeadline(const Theme &theme, bool archived, bool mayChange, QWidget *parent)
    : QWidget(parent), m_archived(archived), m_mayChange(mayChange)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, metrics::inside);
    layout->setSpacing(metrics::inside);
    m_state = new StateLabel(theme, this);
    m_state->setObjectName(u"jobState"_s);
    layout->addWidget(m_state);
    const auto text = [&](Token token, const QString &name) {
        auto *label = new TextLabel(theme, Theme::FontRole::Body, token, {}, this);
        label->setObjectName(name);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label);
        return label;
    };
    m_reason = text(Token::Text, u"jobReason"_s);
    m_advice = text(Token::Secondary, u"jobAdvice"_s);
    m_bar = new Bar(theme, this);
    layout->addWidget(m_bar);
    m_steps = new TextLabel(theme, Theme::FontRole::Body, Token::Text, {}, this);
    m_steps->setObjectName(u"jobSteps"_s);
    layout->addWidget(m_steps);
    m_next = makeButton(theme, {}, {}, ButtonRole::Default, this);
    m_next->setObjectName(u"jobNext"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_next);
    row->addStretch(1);
    layout->addLayout(row);
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
    m_advice->setText(modelDeleted ? tr("Its model was deleted. It can only be trained anew.") : advice(job, m_archived));
    const auto bar = FineTuningJobsModel::barOf(job, progress, nowUnix, m_archived);
    m_bar->setVisible(bar.has_value());
    m_bar->setValue(bar.value_or(CellProgress{}));
    QStringList parts;
    if (const QString steps = FineTuningJobsModel::stepsText(job, progress); !steps.isEmpty())
        parts << steps;
    if (const QString time = FineTuningJobsModel::timeText(job, progress, nowUnix, m_archived);
        !time.isEmpty())
        parts << (job.isFinished() ? tr("took %1", "a length of time").arg(time) : time);
    m_steps->setText(parts.join(u" · "_s));
    m_steps->setVisible(!parts.isEmpty());
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setAccessibleDescription(m_steps->text());
    const Next next = nextOf(job, m_mayChange);
    m_next->setVisible(next != Next::None && !(m_archived && next == Next::Resume));
    m_next->setText(next == Next::Resume    ? tr("Resume")
                    : next == Next::NewLike ? tr("New job like this…")
                                            : tr("Show events"));
}

} // namespace odc

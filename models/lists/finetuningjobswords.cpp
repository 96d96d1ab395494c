// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a fine-tuning job, in the list and wherever else one is shown.
#include "finetuningjobsmodel.h"

#include "base/format.h"

#include <QLocale>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

QString FineTuningJobsModel::title(const FineTuningJob &job)
{
    return format::oneLine(job.title());
}

Tone FineTuningJobsModel::toneOf(const FineTuningJob &job, bool archived)
{
    if (archived && !job.isFinished())
        return Tone::None;
    if (job.status == "succeeded"_L1)
        return Tone::Fine;
    if (job.status == "failed"_L1)
        return Tone::Failed;
    if (job.status == "running"_L1 || job.status == "queued"_L1 || job.status == "validating_files"_L1)
        return Tone::Running;
    return Tone::Attention; // paused, cancelled, and what is not known
}

QString FineTuningJobsModel::statusText(const FineTuningJob &job, bool archived)
{
    if (archived && !job.isFinished())
        return tr("was %1 when archived", "a state: running").arg(statusText(job));
    if (job.status == "validating_files"_L1)
        return tr("checking files");
    if (job.status == "queued"_L1)
        return tr("queued");
    if (job.status == "running"_L1)
        return tr("running");
    if (job.status == "paused"_L1)
        return tr("paused");
    if (job.status == "succeeded"_L1)
        return tr("succeeded");
    if (job.status == "failed"_L1)
        return tr("failed");
    if (job.status == "cancelled"_L1)
        return tr("cancelled");
    return job.status.isEmpty() ? tr("unknown") : format::oneLine(job.status, 60);
}

QString FineTuningJobsModel::statusWord(const FineTuningJob &job, bool archived)
{
    return archived && !job.isFinished() ? tr("was %1", "a state: running").arg(statusText(job))
                                         : statusText(job);
}

std::optional<CellProgress> FineTuningJobsModel::barOf(const FineTuningJob &job, const JobProgress &progress,
                                                       qint64 nowUnix, bool archived)
{
    // The time of an archive stands still.
    const auto share =
        archived && !progress.isKnown() && !job.isFinished() ? std::nullopt : shareOf(job, progress, nowUnix);
    if (!share)
        return {};
    CellProgress bar;
    bar.done = *share;
    bar.tone = job.status == "succeeded"_L1               ? Tone::Fine
               : archived || job.status == "cancelled"_L1 ? Tone::None
                                                          : Tone::Running;
    if (job.status == "failed"_L1)
        bar.failed = *share;
    return bar;
}

QString FineTuningJobsModel::stepsText(const FineTuningJob &job, const JobProgress &progress)
{
    if (!progress.step)
        return {};
    const QString step = format::number(*progress.step);
    if (job.status == "succeeded"_L1)
        return tr("%1 steps").arg(format::number(std::max(*progress.step, progress.totalSteps.value_or(0))));
    return progress.totalSteps ? tr("step %1 of %2").arg(step, format::number(*progress.totalSteps))
                               : tr("step %1").arg(step);
}

QString FineTuningJobsModel::timeText(const FineTuningJob &job, const JobProgress &progress, qint64 nowUnix,
                                      bool archived)
{
    if (job.isFinished()) {
        return job.createdAt && job.finishedAt
                   ? format::duration(std::max<qint64>(0, *job.finishedAt - *job.createdAt))
                   : QString();
    }
    const auto finish = archived ? std::nullopt : finishOf(job, progress);
    if (!finish || *finish <= nowUnix)
        return {}; // what is overdue is not said to be left
    return tr("%1 left", "a length of time").arg(format::duration(*finish - nowUnix));
}

QString FineTuningJobsModel::methodText(const FineTuningJob &job)
{
    if (job.method.isEmpty())
        return tr("supervised", "the method where none is named"); // jobs from before there were methods
    if (job.method == "dpo"_L1)
        return tr("DPO");
    if (job.method == "supervised"_L1)
        return tr("supervised");
    if (job.method == "reinforcement"_L1)
        return tr("reinforcement");
    return format::oneLine(job.method, 60);
}

QString FineTuningJobsModel::tokensText(qint64 tokens)
{
    if (tokens < 10'000)
        return format::number(tokens);
    const QLocale locale;
    if (tokens < 1'000'000)
        return tr("%1 k", "thousands")
            .arg(locale.toString(double(tokens) / 1e3, 'f', tokens < 100'000 ? 1 : 0));
    return tr("%1 M", "millions").arg(locale.toString(double(tokens) / 1e6, 'f', 1));
}

QString FineTuningJobsModel::metadataText(const QJsonObject &metadata, QChar between)
{
    QStringList pairs;
    for (auto it = metadata.constBegin(); it != metadata.constEnd(); ++it)
        pairs << it.key() + between + (between == u'=' ? QString() : u" "_s) +
                     it.value().toVariant().toString();
    return pairs.join(between == u'=' ? u", "_s : u"\n"_s);
}

} // namespace odc

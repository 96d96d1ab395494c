// SPDX-License-Identifier: GPL-3.0-or-later
#include "finetuningjobsmodel.h"

#include "api/session.h"
#include "base/clock.h"
#include "base/format.h"
#include "lists/columnwidth.h"
#include "lists/textorder.h"

#include <cmath>
#include <limits>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 100;
constexpr int tooltipLength = 1000;

} // namespace

FineTuningJobsModel::FineTuningJobsModel(Session &session, QObject *parent)
    : WatchedModel(FirstOfMetadata, parent), m_session(session)
{
    const int states = columnwidth::ofStates(
        {tr("checking files"), tr("queued"), tr("running"), tr("succeeded"), tr("cancelled")}, 0, 112, 160);
    // As many as a window of 1440 pixels has room for beside the details come first.
    setColumns({{"name"_ba, tr("Job"), ColumnType::Text, 108, true},
                {"model"_ba, tr("Base model"), ColumnType::Text, 108, true},
                {"method"_ba, tr("Method"), ColumnType::Text, 108, true},
                {"status"_ba, tr("Status"), ColumnType::State, states, true},
                {"progress"_ba, tr("Progress"), ColumnType::Number, 118, true, false, 0, true},
                {"time"_ba, tr("Time"), ColumnType::Number, 96, true},
                {"tokens"_ba, tr("Tokens"), ColumnType::Number, 76, true},
                {"created"_ba, tr("Created"), ColumnType::Time, 100, true},
                {"result"_ba, tr("Fine-tuned model"), ColumnType::Id, 190, true},
                {"finished"_ba, tr("Finished"), ColumnType::Time, 100, false},
                {"training"_ba, tr("Training file"), ColumnType::Id, 128, false},
                {"validation"_ba, tr("Validation file"), ColumnType::Id, 128, false},
                {"suffix"_ba, tr("Suffix"), ColumnType::Text, 100, false},
                {"seed"_ba, tr("Seed"), ColumnType::Number, 84, false},
                {"error"_ba, tr("Error"), ColumnType::Text, 200, false},
                {"id"_ba, tr("ID"), ColumnType::Id, 128, false},
                {"metadata"_ba, tr("Metadata"), ColumnType::Text, 160, false}});
}

void FineTuningJobsModel::setProgress(const QString &jobId, const JobProgress &progress)
{
    JobProgress &known = m_progress[jobId];
    if (known == progress)
        return;
    known = progress;
    if (const int row = rowOf(jobId); row >= 0)
        Q_EMIT dataChanged(index(row, Progress), index(row, Time));
}

void FineTuningJobsModel::setModelDeleted(const QString &model)
{
    if (model.isEmpty() || m_deletedModels.contains(model))
        return;
    m_deletedModels.insert(model);
    for (int row = 0; row < rowCount(); ++row) {
        if (item(row)->fineTunedModel == model)
            Q_EMIT dataChanged(index(row, FineTuned), index(row, FineTuned));
    }
}

std::optional<double> FineTuningJobsModel::share(const FineTuningJob &job) const
{
    const auto bar = barOf(job, progressOf(job.id), nowUnix(), m_archived);
    return bar ? std::optional(bar->done) : std::nullopt;
}

std::optional<qint64> FineTuningJobsModel::seconds(const FineTuningJob &job) const
{
    if (job.isFinished())
        return job.createdAt && job.finishedAt ? std::optional(*job.finishedAt - *job.createdAt)
                                               : std::nullopt;
    const auto finish = m_archived ? std::nullopt : finishOf(job, progressOf(job.id));
    return finish && *finish > nowUnix() ? std::optional(*finish - nowUnix()) : std::nullopt;
}

QString FineTuningJobsModel::displayText(const FineTuningJob &job, int column) const
{
    switch (column) {
    case Name:
        return title(job);
    case Model:
        return format::oneLine(job.model);
    case Method:
        return methodText(job);
    case Status:
        return format::oneLine(statusWord(job, m_archived));
    case Progress:
        if (const auto done = share(job))
            return tr("%1 %").arg(int(std::floor(*done * 100)));
        return {};
    case Time:
        return timeText(job, progressOf(job.id), nowUnix(), m_archived);
    case Tokens:
        return job.trainedTokens ? tokensText(*job.trainedTokens) : QString();
    case Created:
        return job.createdAt ? format::relativeTime(*job.createdAt, nowUnix()) : tr("unknown");
    case FineTuned:
        return isModelDeleted(job.fineTunedModel) ? tr("deleted") : format::oneLine(job.fineTunedModel);
    case Finished:
        return job.finishedAt ? format::relativeTime(*job.finishedAt, nowUnix()) : QString();
    case TrainingFile:
        return format::oneLine(job.trainingFileId);
    case ValidationFile:
        return format::oneLine(job.validationFileId);
    case Suffix:
        return format::oneLine(job.suffix);
    case Seed:
        return job.seed ? QString::number(*job.seed) : QString();
    case Error:
        return format::oneLine(job.errorMessage);
    case Id:
        return format::oneLine(job.id);
    case Metadata:
        return format::oneLine(metadataText(job.metadata, u'='));
    default:
        return format::oneLine(metadataOf(job, column));
    }
}

QString FineTuningJobsModel::toolTip(const FineTuningJob &job, int column) const
{
    const auto exact = [](std::optional<qint64> at) { return at ? format::exactTime(*at) : QString(); };
    switch (column) {
    case Name:
        return format::oneLine(job.title() == job.id ? job.id : job.title() + u" · "_s + job.id,
                               tooltipLength);
    case Status:
        return job.errorMessage.isEmpty() ? statusText(job, m_archived)
                                          : format::severalLines(job.errorMessage, tooltipLength);
    case Progress:
        if (const QString steps = stepsText(job, progressOf(job.id)); !steps.isEmpty())
            return steps;
        return share(job) && !job.isFinished() ? tr("By the time that the server expects it to take")
                                               : QString();
    case Time:
        if (job.isFinished())
            return job.finishedAt ? tr("Finished: %1").arg(exact(job.finishedAt)) : QString();
        if (const auto finish = m_archived ? std::nullopt : finishOf(job, progressOf(job.id)))
            return (job.estimatedFinish ? tr("Expected by the server: %1")
                                        : tr("At the pace of its last steps: %1"))
                .arg(exact(finish));
        return {};
    case Tokens:
        return job.trainedTokens ? tr("%1 tokens trained").arg(format::number(*job.trainedTokens))
                                 : QString();
    case Created:
        return exact(job.createdAt);
    case FineTuned:
        return format::oneLine(job.fineTunedModel, tooltipLength);
    case Finished:
        return exact(job.finishedAt);
    case Error:
        return format::severalLines(job.errorMessage, tooltipLength);
    default:
        return {};
    }
}

QString FineTuningJobsModel::spokenText(const FineTuningJob &job, int column) const
{
    if (column == Progress) {
        const QString steps = stepsText(job, progressOf(job.id));
        return steps.isEmpty() ? displayText(job, column) : steps;
    }
    return column == Tokens ? toolTip(job, column) : displayText(job, column);
}

QVariant FineTuningJobsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    // Above a bar that begins at the left.
    if (role == Qt::TextAlignmentRole && section == Progress)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    return WatchedModel::headerData(section, orientation, role);
}

QVariant FineTuningJobsModel::cell(const FineTuningJob &job, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return displayText(job, column);
    case Qt::ToolTipRole:
        return toolTip(job, column);
    case Qt::AccessibleTextRole:
        return spokenText(job, column);
    case ProgressRole:
        if (column == Progress) {
            if (const auto bar = barOf(job, progressOf(job.id), nowUnix(), m_archived))
                return QVariant::fromValue(*bar);
        }
        return {};
    case ToneRole:
        return column == Status ? QVariant(int(toneOf(job, m_archived))) : QVariant();
    case FailureTextRole:
        return column == Error && !job.errorMessage.isEmpty();
    default:
        return {};
    }
}

QVariant FineTuningJobsModel::raw(const FineTuningJob &job, int column) const
{
    const auto number = [](std::optional<qint64> value) { return value ? QVariant(*value) : QVariant(); };
    switch (column) {
    case Name:
        return job.title();
    case Model:
        return job.model;
    case Method:
        return job.method.isEmpty() ? u"supervised"_s : job.method;
    case Status:
        return job.status;
    case Progress:
        if (const auto done = share(job))
            return qint64(std::floor(*done * 100));
        return {};
    case Time:
        return number(seconds(job));
    case Tokens:
        return number(job.trainedTokens);
    case Created:
        return number(job.createdAt);
    case FineTuned:
        return job.fineTunedModel;
    case Finished:
        return number(job.finishedAt);
    case TrainingFile:
        return job.trainingFileId;
    case ValidationFile:
        return job.validationFileId;
    case Suffix:
        return job.suffix;
    case Seed:
        return number(job.seed);
    case Error:
        return job.errorMessage;
    case Id:
        return job.id;
    case Metadata:
        return metadataText(job.metadata, u'=');
    default:
        return metadataOf(job, column);
    }
}

int FineTuningJobsModel::compare(int column, const FineTuningJob &left, const FineTuningJob &right) const
{
    constexpr auto never = std::numeric_limits<qint64>::max();
    switch (column) {
    case Status:
        // What needs a person comes together, whatever the wire calls it.
        if (const int byTone = order(int(toneOf(left, m_archived)), int(toneOf(right, m_archived)));
            byTone != 0)
            return byTone;
        return left.status.compare(right.status);
    case Progress:
        return order(share(left).value_or(-1), share(right).value_or(-1));
    case Time:
        return order(seconds(left).value_or(-1), seconds(right).value_or(-1));
    case Tokens:
        return order(left.trainedTokens.value_or(-1), right.trainedTokens.value_or(-1));
    case Created:
        return order(left.createdAt.value_or(0), right.createdAt.value_or(0));
    case Finished:
        return order(left.finishedAt.value_or(never), right.finishedAt.value_or(never));
    case Seed:
        return order(left.seed.value_or(-1), right.seed.value_or(-1));
    case Id:
        return left.id.compare(right.id);
    default:
        return compareText(raw(left, column).toString(), raw(right, column).toString());
    }
}

FineTuningJobsModel::Fetch FineTuningJobsModel::fetch(bool background)
{
    return [this, background](const QString &after, std::function<void(Result<Page<FineTuningJob>>)> done) {
        FineTuningListQuery query;
        query.limit = pageSize;
        query.after = after;
        query.background = background;
        return m_session.fineTuning().list(query, this, std::move(done));
    };
}

qint64 FineTuningJobsModel::nowUnix() const
{
    return m_session.clock().unixSeconds();
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "trainingestimate.h"

#include <algorithm>

namespace odc {

int automaticEpochs(qint64 examples)
{
    // Three rounds, unless the model saw fewer than a hundred examples then, or more than it gains by.
    constexpr qint64 usual = 3;
    constexpr qint64 most = 25;
    constexpr qint64 fewestSeen = 100;
    constexpr qint64 mostSeen = 25'000;
    if (examples <= 0)
        return usual;
    if (examples * usual < fewestSeen)
        return int(std::min(most, fewestSeen / examples));
    if (examples * usual > mostSeen)
        return int(std::max<qint64>(1, mostSeen / examples));
    return usual;
}

int automaticBatchSize(qint64 examples)
{
    return int(std::clamp<qint64>(examples / 500, 1, 256));
}

TrainingEstimate estimateTraining(const TrainingCheck &check, const TrainingPlan &plan)
{
    constexpr double perTokens = 1'000'000;
    TrainingEstimate estimate;
    estimate.epochsAreGuessed = !plan.epochs;
    estimate.epochs = plan.epochs.value_or(automaticEpochs(check.lines));
    estimate.batchSizeIsGuessed = !plan.batchSize;
    estimate.batchSize = std::max(1, plan.batchSize.value_or(automaticBatchSize(check.lines)));
    const qint64 perEpoch = (check.lines + estimate.batchSize - 1) / estimate.batchSize;
    estimate.steps = perEpoch * estimate.epochs;
    estimate.billedTokens = check.stats.billable * estimate.epochs;
    if (plan.method == TrainingMethod::Reinforcement)
        estimate.unpriced = TrainingEstimate::Unpriced::ByTheHour;
    else if (!plan.price)
        estimate.unpriced = TrainingEstimate::Unpriced::NoPrice;
    else
        estimate.cost = double(estimate.billedTokens) * *plan.price / perTokens;
    return estimate;
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonl/trainingcheck.h"

#include <optional>

namespace odc {

/// How a job is to train.
struct TrainingPlan
{
    TrainingMethod method = TrainingMethod::Supervised;
    std::optional<int> epochs{};    ///< none: automatic
    std::optional<int> batchSize{}; ///< none: automatic
    std::optional<double> price{};  ///< US dollars for a million trained tokens of the model; none: not known
};

/// What a job will train, and cost.
struct TrainingEstimate
{
    /// Why there is no cost.
    enum class Unpriced { No, NoPrice, ByTheHour };

    int epochs = 0;
    bool epochsAreGuessed = false; ///< automatic: the service decides, about so
    int batchSize = 0;
    bool batchSizeIsGuessed = false;
    qint64 steps = 0;
    qint64 billedTokens = 0;
    std::optional<double> cost{}; ///< US dollars
    Unpriced unpriced = Unpriced::No;
};

/// Pure. Reinforcement is billed by the hour of training, which nobody knows before: it has no cost.
TrainingEstimate estimateTraining(const TrainingCheck &check, const TrainingPlan &plan);

/// About what the service takes when it is left to it: three rounds, more for few examples and fewer for very
/// many.
int automaticEpochs(qint64 examples);
/// A five-hundredth of the examples, from 1 to 256.
int automaticBatchSize(qint64 examples);

} // namespace odc

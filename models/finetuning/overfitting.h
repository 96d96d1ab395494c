// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finetuning/metriclog.h"

namespace odc {

/// Where a run began to learn its training file by heart.
struct Overfitting
{
    qint64 step = 0;    ///< of the lowest validation loss, after averaging
    double lowest = 0;  ///< that loss
    qint64 knownAt = 0; ///< the step at which the rule below was met for the first time
    double risen = 0;   ///< the averaged loss there

    bool operator==(const Overfitting &) const = default;
};

/// What is called overfitting. In words: the validation loss, averaged over `window` of its points or over
/// `share` of them if that is more, was lowest at a step; at `points` of them in a row after it, it is higher
/// by more than `rise` of that low, and by more than its own noise could make it (`noise` times what the
/// noise at both places leaves in the averages); and meanwhile the training loss went on falling, by more
/// than half of what its own noise could make in the same way.
struct OverfittingRule
{
    int window = 9;
    double share = 0.025; ///< so that a long run has no more chances to look as if it rose
    int points = 5;
    double rise = 0.03;
    double noise = 6;
};

/// Null when the rule is not met, which it is not either as long as there are fewer points than it asks for.
std::optional<Overfitting> findOverfitting(const MetricSeries &train, const MetricSeries &valid,
                                           const OverfittingRule &rule = {});

/// The rule as one sentence for people.
QString overfittingRuleText(const OverfittingRule &rule = {});

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobprogress.h"

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// So many events at the end of the log are looked at: steps, and what is said between them.
constexpr int mostLooked = 200;

} // namespace

JobProgress JobProgress::of(const EventLog &log)
{
    JobProgress progress;
    struct Reached
    {
        qint64 step;
        qint64 at;
    };
    std::optional<Reached> last;
    std::optional<Reached> first;
    int looked = 0;
    for (auto event = log.events().crbegin(); event != log.events().crend() && looked < mostLooked;
         ++event, ++looked) {
        if (!progress.totalSteps)
            progress.totalSteps = event->totalSteps;
        if (!event->step)
            continue;
        if (!progress.step || *event->step > *progress.step)
            progress.step = event->step;
        if (!event->createdAt)
            continue;
        // Checkpoints speak of a step, too, and later: only what goes back counts.
        if (!last)
            last = {*event->step, *event->createdAt};
        else if (*event->step < (first ? first->step : last->step))
            first = {*event->step, *event->createdAt};
    }
    if (first && progress.isKnown() && *progress.step <= *progress.totalSteps && last->at > first->at) {
        const double secondsAStep = double(last->at - first->at) / double(last->step - first->step);
        progress.reckonedFinish =
            last->at + qint64(secondsAStep * double(*progress.totalSteps - last->step) + 0.5);
    }
    return progress;
}

std::optional<qint64> finishOf(const FineTuningJob &job, const JobProgress &progress)
{
    if (job.isFinished() || job.status == "paused"_L1)
        return {};
    if (job.estimatedFinish)
        return job.estimatedFinish;
    return job.status == "running"_L1 ? progress.reckonedFinish : std::nullopt;
}

std::optional<double> shareOf(const FineTuningJob &job, const JobProgress &progress, qint64 nowUnix)
{
    if (job.status == "succeeded"_L1)
        return 1.0;
    if (progress.isKnown())
        return std::clamp(double(*progress.step) / double(*progress.totalSteps), 0.0, 1.0);
    if (job.isFinished() || !job.estimatedFinish || !job.createdAt || *job.estimatedFinish <= *job.createdAt)
        return {};
    if (job.status != "running"_L1)
        return {};
    return std::clamp(double(nowUnix - *job.createdAt) / double(*job.estimatedFinish - *job.createdAt), 0.0,
                      0.99);
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/finetuningjob.h"
#include "finetuning/eventlog.h"

#include <QMetaType>

#include <optional>

namespace odc {

/// How far a job has come, as its events say it.
struct JobProgress
{
    std::optional<qint64> step;
    std::optional<qint64> totalSteps;
    /// When it will be done at the pace of its last steps, in unix seconds; none where that cannot be told.
    std::optional<qint64> reckonedFinish;

    /// The newest step there is, and the pace of the last hundred or so. Looks at the end of the log only.
    static JobProgress of(const EventLog &log);
    bool isKnown() const { return step && totalSteps && *totalSteps > 0; }

    friend bool operator==(const JobProgress &, const JobProgress &) = default;
};

/// When an unfinished job will be done: as the server says, else as reckoned. None while it does not move.
std::optional<qint64> finishOf(const FineTuningJob &job, const JobProgress &progress);
/// Share of its work that is done, 0..1: its steps, else its time; none where neither is known.
std::optional<double> shareOf(const FineTuningJob &job, const JobProgress &progress, qint64 nowUnix);

} // namespace odc

Q_DECLARE_METATYPE(odc::JobProgress)

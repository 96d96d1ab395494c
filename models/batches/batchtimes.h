// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/batchobject.h"

namespace odc {

/// A batch that is being cancelled has ended after so many seconds, at the latest (WIRE §4).
constexpr qint64 batchCancelSeconds = 600;

/// Something that happened to a batch, or will.
enum class BatchMoment : quint8 {
    Created,
    Started, ///< its file was found in order
    Finalizing,
    Cancelling,
    Completed,
    Failed,
    Expired,
    Cancelled,
    Expires, ///< its time is over then, what has no answer by then gets none
    CancelledAtLatest
};

struct BatchStep
{
    BatchMoment moment = BatchMoment::Created;
    qint64 at = 0; ///< Unix seconds
    bool ahead = false; ///< it has not come yet

    friend bool operator==(const BatchStep &, const BatchStep &) = default;
};

/// What is known to have happened to a batch, in order, and what is to come at the latest.
QList<BatchStep> batchSteps(const BatchObject &batch);

/// When it will have ended at the latest; none for a batch that has, or that does not say.
std::optional<qint64> batchDeadline(const BatchObject &batch);

} // namespace odc

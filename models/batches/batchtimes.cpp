// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchtimes.h"

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

QList<BatchStep> batchSteps(const BatchObject &batch)
{
    QList<BatchStep> steps;
    const auto add = [&](BatchMoment moment, std::optional<qint64> at) {
        if (at)
            steps.append({moment, *at, false});
    };
    add(BatchMoment::Created, batch.createdAt);
    add(BatchMoment::Started, batch.inProgressAt);
    add(BatchMoment::Finalizing, batch.finalizingAt);
    add(BatchMoment::Cancelling, batch.cancellingAt);
    add(BatchMoment::Completed, batch.completedAt);
    add(BatchMoment::Failed, batch.failedAt);
    add(BatchMoment::Expired, batch.expiredAt);
    add(BatchMoment::Cancelled, batch.cancelledAt);
    // Stable: what happened within one second stays in the order in which it must have.
    std::stable_sort(steps.begin(), steps.end(),
                     [](const BatchStep &left, const BatchStep &right) { return left.at < right.at; });
    if (const auto deadline = batchDeadline(batch)) {
        const bool cancelling = batch.status == "cancelling"_L1;
        steps.append({cancelling ? BatchMoment::CancelledAtLatest : BatchMoment::Expires, *deadline, true});
    }
    return steps;
}

std::optional<qint64> batchDeadline(const BatchObject &batch)
{
    if (batch.isFinished())
        return {};
    if (batch.status == "cancelling"_L1)
        return batch.cancellingAt ? std::optional(*batch.cancellingAt + batchCancelSeconds) : std::nullopt;
    if (batch.expiresAt)
        return batch.expiresAt;
    if (batch.createdAt && batch.completionWindow == "24h"_L1)
        return *batch.createdAt + 24 * 3600;
    return {};
}

} // namespace odc

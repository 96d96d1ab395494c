// SPDX-License-Identifier: GPL-3.0-or-later
// What a batch is called and what is said of it, in the list and wherever else one is shown.
#include "batchesmodel.h"

#include "base/format.h"
#include "batches/batchchain.h"
#include "batches/batchtimes.h"

#include <algorithm>
#include <cmath>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

int percentOf(qint64 part, qint64 whole)
{
    if (whole <= 0)
        return 0;
    const int percent = int(std::floor(100.0 * double(part) / double(whole)));
    return std::clamp(percent == 0 && part > 0 ? 1 : percent, 0, 100);
}

} // namespace

int BatchesModel::sharePercent(const BatchObject &batch)
{
    const BatchCounts &counts = batch.counts;
    return percentOf(batch.isFinished() ? counts.completed : counts.ended(), std::max(counts.total, counts.ended()));
}

QString BatchesModel::title(const BatchObject &batch)
{
    const QString name = batchName(batch);
    return format::oneLine(name.isEmpty() ? batch.id : name);
}

Tone BatchesModel::toneOf(const BatchObject &batch, bool archived)
{
    if (archived && !batch.isFinished())
        return Tone::None;
    switch (outcomeOf(batch)) {
    case BatchOutcome::Running:
        return Tone::Running;
    case BatchOutcome::Completed:
        return batch.counts.left() > 0 ? Tone::Attention : Tone::Fine;
    case BatchOutcome::AllFailed:
    case BatchOutcome::Refused:
        return Tone::Failed;
    case BatchOutcome::Expired:
        return batch.counts.completed > 0 ? Tone::Attention : Tone::Failed;
    case BatchOutcome::PartlyFailed:
    case BatchOutcome::Cancelling:
    case BatchOutcome::Cancelled:
    case BatchOutcome::Unknown:
        return Tone::Attention;
    }
    return Tone::Attention;
}

QString BatchesModel::statusText(const BatchObject &batch, bool archived)
{
    if (archived && !batch.isFinished())
        return tr("was %1 when archived", "a state: in progress").arg(statusText(batch));
    const bool some = batch.counts.completed > 0;
    switch (outcomeOf(batch)) {
    case BatchOutcome::Running:
        if (batch.status == "validating"_L1)
            return tr("validating");
        return batch.status == "finalizing"_L1 ? tr("finalizing") : tr("in progress");
    case BatchOutcome::Cancelling:
        return tr("cancelling");
    case BatchOutcome::Completed:
        return batch.counts.left() > 0 ? tr("completed, some without an answer") : tr("completed");
    case BatchOutcome::PartlyFailed:
        return tr("completed, some failed");
    case BatchOutcome::AllFailed:
        return tr("all requests failed");
    case BatchOutcome::Refused:
        return tr("input file refused");
    case BatchOutcome::Expired:
        return some ? tr("expired with part of its results") : tr("expired without results");
    case BatchOutcome::Cancelled:
        return some ? tr("cancelled with part of its results") : tr("cancelled without results");
    case BatchOutcome::Unknown:
        break;
    }
    return batch.status.isEmpty() ? tr("unknown") : batch.status;
}

QString BatchesModel::statusWord(const BatchObject &batch, bool archived)
{
    if (archived && !batch.isFinished())
        return tr("was %1", "a state: in progress").arg(statusText(batch));
    const bool some = batch.counts.completed > 0;
    switch (outcomeOf(batch)) {
    case BatchOutcome::Completed:
        return batch.counts.left() > 0 ? tr("some without an answer") : tr("completed");
    case BatchOutcome::Expired:
        return some ? tr("expired in part") : tr("expired, no answers");
    case BatchOutcome::Cancelled:
        return some ? tr("cancelled in part") : tr("cancelled, no answers");
    case BatchOutcome::PartlyFailed:
        return tr("some requests failed");
    default:
        return statusText(batch);
    }
}

CellProgress BatchesModel::barOf(const BatchObject &batch, bool archived)
{
    const BatchCounts &counts = batch.counts;
    // Counts of a server that mixes them up must not overflow the bar.
    const double total = double(std::max({counts.total, counts.ended(), qint64(1)}));
    CellProgress bar;
    bar.tone = archived || batch.isFinished() ? Tone::Fine : Tone::Running;
    bar.done = double(counts.ended()) / total;
    bar.failed = double(counts.failed) / total;
    return bar;
}

QString BatchesModel::shareText(const BatchObject &batch)
{
    return batch.counts.total > 0 ? tr("%1 %").arg(sharePercent(batch)) : QString();
}

QString BatchesModel::countsText(const BatchObject &batch, bool archived)
{
    const BatchCounts &counts = batch.counts;
    if (counts.total <= 0)
        return {};
    QStringList parts{tr("%1 answered").arg(format::number(counts.completed)),
                      tr("%1 failed").arg(format::number(counts.failed))};
    if (counts.left() > 0)
        parts << (archived || batch.isFinished() ? tr("%1 without an answer") : tr("%1 to come"))
                     .arg(format::number(counts.left()));
    return tr("%1, of %2", "counts, total").arg(parts.join(u", "_s), format::number(counts.total));
}

QString BatchesModel::leftText(const BatchObject &batch, qint64 nowUnix)
{
    const auto deadline = batchDeadline(batch);
    if (!deadline)
        return {};
    return *deadline > nowUnix ? format::duration(*deadline - nowUnix) : tr("over");
}

Tone BatchesModel::leftTone(const BatchObject &batch, qint64 nowUnix)
{
    const auto deadline = batchDeadline(batch);
    if (!deadline || batch.status == "cancelling"_L1)
        return Tone::None;
    return *deadline - nowUnix < 3600 ? Tone::Attention : Tone::None;
}

std::optional<double> BatchesModel::costOf(const BatchObject &batch, const PriceTable &prices)
{
    if (!batch.usage)
        return {};
    return odc::costOf({batch.model, batch.usage->inputTokens, batch.usage->outputTokens, batch.usage->cachedTokens},
                       prices);
}

QString BatchesModel::costText(double dollars)
{
    const QString money = moneyText(dollars);
    return money.startsWith(u'<') ? money : tr("≈ %1", "money").arg(money);
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of the list of batches: what stands in each column, and how it is sorted.
#include "batchesmodel.h"

#include "base/format.h"
#include "batches/batchchain.h"
#include "batches/batchtimes.h"
#include "lists/textorder.h"

#include <algorithm>
#include <limits>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int tooltipLength = 1000;

QString metadataText(const BatchObject &batch)
{
    QStringList pairs;
    for (auto it = batch.metadata.constBegin(); it != batch.metadata.constEnd(); ++it) {
        if (!BatchLinks::isLink(it.key()))
            pairs << it.key() + u'=' + it.value().toVariant().toString();
    }
    return pairs.join(u", "_s);
}

} // namespace

std::optional<qint64> BatchesModel::deadlineOf(const BatchObject &batch) const
{
    return m_archived ? std::nullopt : batchDeadline(batch);
}

QString BatchesModel::leftWord(const BatchObject &batch) const
{
    const auto deadline = deadlineOf(batch);
    if (!deadline)
        return {};
    // From two hours on the minutes say nothing; the tooltip has the moment.
    const qint64 left = *deadline - nowUnix();
    return left >= 7200 ? tr("%1 h", "hours").arg(left / 3600) : leftText(batch, nowUnix());
}

QString BatchesModel::displayText(const BatchObject &batch, int column) const
{
    const auto count = [](qint64 number) { return number > 0 ? format::number(number) : QString(); };
    switch (column) {
    case Name:
        return title(batch);
    case Status:
        return format::oneLine(statusWord(batch, m_archived));
    case Progress:
        return shareText(batch);
    case Requests:
        return count(batch.counts.total);
    case Failed:
        return count(batch.counts.failed);
    case Endpoint:
        // What they all begin with says nothing.
        return format::oneLine(batch.endpoint.startsWith("/v1/"_L1) ? batch.endpoint.mid(4) : batch.endpoint);
    case Model:
        return format::oneLine(batch.model);
    case Created:
        return batch.createdAt ? format::relativeTime(*batch.createdAt, nowUnix()) : tr("unknown");
    case Left:
        return leftWord(batch);
    case Tokens:
        return batch.usage ? format::number(batch.usage->totalTokens) : QString();
    case Cost:
        if (const auto cost = costOf(batch, m_prices))
            return costText(*cost);
        return {};
    case Attempt:
        if (const int all = attemptsOf(batch); all > 1 || batch.links.isRest())
            return tr("%1 of %2", "attempt").arg(batch.links.attempt + 1).arg(std::max(all, batch.links.attempt + 1));
        return {};
    case Part:
        return batch.links.group.isEmpty() ? QString()
                                           : tr("%1 of %2", "part").arg(batch.links.part).arg(batch.links.parts);
    case Id:
        return format::oneLine(batch.id);
    case Ended:
        return batch.endedAt() ? format::relativeTime(*batch.endedAt(), nowUnix()) : QString();
    case Input:
        return format::oneLine(batch.inputFileId);
    case Output:
        return format::oneLine(batch.outputFileId);
    case Errors:
        return format::oneLine(batch.errorFileId);
    case Metadata:
        return format::oneLine(metadataText(batch));
    default:
        return format::oneLine(metadataOf(batch, column));
    }
}

QString BatchesModel::toolTip(const BatchObject &batch, int column) const
{
    switch (column) {
    case Name:
        return format::oneLine(batchName(batch).isEmpty() ? batch.id : batchName(batch) + u" · "_s + batch.id,
                               tooltipLength);
    case Status:
        return batch.errors.isEmpty() ? statusText(batch, m_archived)
                                      : format::severalLines(batch.errors.first().message, tooltipLength);
    case Endpoint:
        return format::oneLine(batch.endpoint, tooltipLength);
    case Progress:
        return countsText(batch, m_archived);
    case Created:
        return batch.createdAt ? format::exactTime(*batch.createdAt) : QString();
    case Left:
        if (const auto deadline = deadlineOf(batch))
            return (batch.status == "cancelling"_L1 ? tr("Cancelled at the latest: %1") : tr("Expires: %1"))
                .arg(format::exactTime(*deadline));
        return {};
    case Tokens:
        return batch.usage ? tr("%1 in, %2 out").arg(format::number(batch.usage->inputTokens),
                                                     format::number(batch.usage->outputTokens))
                           : QString();
    case Cost:
        return batch.usage ? tr("What was used, at the prices in the preferences. The bill may differ.") : QString();
    case Ended:
        return batch.endedAt() ? format::exactTime(*batch.endedAt()) : QString();
    default:
        return {};
    }
}

QVariant BatchesModel::cell(const BatchObject &batch, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return displayText(batch, column);
    case Qt::ToolTipRole:
        return toolTip(batch, column);
    case Qt::AccessibleTextRole:
        return column == Progress ? countsText(batch, m_archived) : displayText(batch, column);
    case ProgressRole:
        return column == Progress && batch.counts.total > 0 ? QVariant::fromValue(barOf(batch, m_archived))
                                                            : QVariant();
    case ToneRole:
        if (column == Status)
            return int(toneOf(batch, m_archived));
        if (column == Left && !m_archived) {
            const Tone tone = leftTone(batch, nowUnix());
            return tone == Tone::None ? QVariant() : QVariant(int(tone));
        }
        return {};
    default:
        return {};
    }
}

QVariant BatchesModel::raw(const BatchObject &batch, int column) const
{
    const auto time = [](std::optional<qint64> at) { return at ? QVariant(*at) : QVariant(); };
    switch (column) {
    case Name:
        return batchName(batch).isEmpty() ? batch.id : batchName(batch);
    case Status:
        return batch.status;
    case Progress:
        return batch.counts.total > 0 ? QVariant(sharePercent(batch)) : QVariant();
    case Requests:
        return batch.counts.total;
    case Failed:
        return batch.counts.failed;
    case Endpoint:
        return batch.endpoint;
    case Model:
        return batch.model;
    case Created:
        return time(batch.createdAt);
    case Left:
        return time(deadlineOf(batch));
    case Tokens:
        return batch.usage ? QVariant(batch.usage->totalTokens) : QVariant();
    case Cost:
        if (const auto cost = costOf(batch, m_prices))
            return *cost;
        return {};
    case Attempt:
        return attemptsOf(batch) > 1 || batch.links.isRest() ? QVariant(batch.links.attempt + 1) : QVariant();
    case Part:
        return batch.links.group.isEmpty() ? QVariant() : QVariant(batch.links.part);
    case Id:
        return batch.id;
    case Ended:
        return time(batch.endedAt());
    case Input:
        return batch.inputFileId;
    case Output:
        return batch.outputFileId;
    case Errors:
        return batch.errorFileId;
    case Metadata:
        return metadataText(batch);
    default:
        return metadataOf(batch, column);
    }
}

int BatchesModel::compare(int column, const BatchObject &left, const BatchObject &right) const
{
    const auto never = std::numeric_limits<qint64>::max();
    switch (column) {
    case Name:
        return compareText(title(left), title(right));
    case Status:
        // What needs a person comes together, whatever the wire calls it.
        if (const int byTone = order(int(toneOf(left, m_archived)), int(toneOf(right, m_archived)));
            byTone != 0)
            return byTone;
        return left.status.compare(right.status);
    case Progress:
        return order(left.counts.total > 0 ? sharePercent(left) : -1, right.counts.total > 0 ? sharePercent(right) : -1);
    case Requests:
        return order(left.counts.total, right.counts.total);
    case Failed:
        return order(left.counts.failed, right.counts.failed);
    case Endpoint:
        return compareText(left.endpoint, right.endpoint);
    case Model:
        return compareText(left.model, right.model);
    case Created:
        return order(left.createdAt.value_or(0), right.createdAt.value_or(0));
    case Left:
        return order(deadlineOf(left).value_or(never), deadlineOf(right).value_or(never));
    case Tokens:
        return order(left.usage ? left.usage->totalTokens : -1, right.usage ? right.usage->totalTokens : -1);
    case Cost:
        return order(costOf(left, m_prices).value_or(-1), costOf(right, m_prices).value_or(-1));
    case Attempt:
        return order(raw(left, Attempt).toInt(), raw(right, Attempt).toInt());
    case Part:
        return order(left.links.part, right.links.part);
    case Ended:
        return order(left.endedAt().value_or(never), right.endedAt().value_or(never));
    case Id:
        return left.id.compare(right.id);
    default:
        return compareText(raw(left, column).toString(), raw(right, column).toString());
    }
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchobject.h"

#include "api/jsonfields.h"

#include <QJsonArray>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

qint64 count(const QJsonObject &object, QLatin1StringView key)
{
    return std::max<qint64>(0, json::integer(object, key).value_or(0));
}

QList<BatchLineError> errorsOf(const QJsonValue &errors)
{
    // A list object; a bare array has been seen from other services.
    const QJsonArray data =
        errors.isArray() ? errors.toArray() : errors.toObject().value("data"_L1).toArray();
    QList<BatchLineError> found;
    for (const QJsonValue &value : data) {
        const QJsonObject error = value.toObject();
        found.append({json::text(error, "code"_L1), json::text(error, "message"_L1),
                      json::text(error, "param"_L1), count(error, "line"_L1)});
    }
    return found;
}

} // namespace

BatchObject BatchObject::fromJson(const QJsonObject &object)
{
    BatchObject batch;
    batch.id = json::text(object, "id"_L1);
    batch.endpoint = json::text(object, "endpoint"_L1);
    batch.model = json::text(object, "model"_L1);
    batch.status = json::text(object, "status"_L1);
    batch.inputFileId = json::text(object, "input_file_id"_L1);
    batch.outputFileId = json::text(object, "output_file_id"_L1);
    batch.errorFileId = json::text(object, "error_file_id"_L1);
    batch.completionWindow = json::text(object, "completion_window"_L1);
    batch.errors = errorsOf(object.value("errors"_L1));
    const QJsonObject counts = object.value("request_counts"_L1).toObject();
    batch.counts = {count(counts, "total"_L1), count(counts, "completed"_L1), count(counts, "failed"_L1)};
    batch.createdAt = json::integer(object, "created_at"_L1);
    batch.inProgressAt = json::integer(object, "in_progress_at"_L1);
    batch.finalizingAt = json::integer(object, "finalizing_at"_L1);
    batch.completedAt = json::integer(object, "completed_at"_L1);
    batch.failedAt = json::integer(object, "failed_at"_L1);
    batch.expiresAt = json::integer(object, "expires_at"_L1);
    batch.expiredAt = json::integer(object, "expired_at"_L1);
    batch.cancellingAt = json::integer(object, "cancelling_at"_L1);
    batch.cancelledAt = json::integer(object, "cancelled_at"_L1);
    if (const QJsonObject usage = object.value("usage"_L1).toObject(); !usage.isEmpty()) {
        const qint64 input = count(usage, "input_tokens"_L1);
        const qint64 output = count(usage, "output_tokens"_L1);
        batch.usage =
            Usage{input, count(usage.value("input_tokens_details"_L1).toObject(), "cached_tokens"_L1), output,
                  count(usage.value("output_tokens_details"_L1).toObject(), "reasoning_tokens"_L1),
                  json::integer(usage, "total_tokens"_L1).value_or(input + output)};
    }
    batch.metadata = object.value("metadata"_L1).toObject();
    batch.links = BatchLinks::fromMetadata(batch.metadata);
    batch.raw = object;
    batch.fingerprint = qHash(object);
    return batch;
}

bool BatchObject::isFinished() const
{
    return status == "completed"_L1 || status == "failed"_L1 || status == "expired"_L1 ||
           status == "cancelled"_L1;
}

bool BatchObject::mayStillAnswer() const
{
    const BatchOutcome outcome = outcomeOf(*this);
    return outcome == BatchOutcome::Running || outcome == BatchOutcome::Cancelling;
}

bool BatchObject::canBeCancelled() const
{
    return !isFinished() && status != "cancelling"_L1;
}

std::optional<qint64> BatchObject::endedAt() const
{
    if (status == "completed"_L1)
        return completedAt;
    if (status == "failed"_L1)
        return failedAt;
    if (status == "expired"_L1)
        return expiredAt;
    if (status == "cancelled"_L1)
        return cancelledAt;
    return {};
}

BatchOutcome outcomeOf(const BatchObject &batch)
{
    if (batch.status == "failed"_L1)
        return BatchOutcome::Refused;
    if (batch.status == "expired"_L1)
        return BatchOutcome::Expired;
    if (batch.status == "cancelled"_L1)
        return BatchOutcome::Cancelled;
    if (batch.status == "cancelling"_L1)
        return BatchOutcome::Cancelling;
    if (batch.status == "completed"_L1) {
        if (batch.counts.failed > 0 && batch.counts.completed == 0)
            return BatchOutcome::AllFailed;
        return batch.counts.failed > 0 ? BatchOutcome::PartlyFailed : BatchOutcome::Completed;
    }
    if (batch.status == "validating"_L1 || batch.status == "in_progress"_L1 ||
        batch.status == "finalizing"_L1)
        return BatchOutcome::Running;
    return BatchOutcome::Unknown;
}

} // namespace odc

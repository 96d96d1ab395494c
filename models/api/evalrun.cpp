// SPDX-License-Identifier: GPL-3.0-or-later
#include "evalrun.h"

#include "api/jsonfields.h"

#include <QJsonArray>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

qint64 count(const QJsonObject &object, QLatin1StringView key)
{
    return std::max<qint64>(0, json::integer(object, key).value_or(0));
}

} // namespace

std::optional<double> EvalCounts::passRate() const
{
    const qint64 graded = passed + failed;
    return graded > 0 ? std::optional(double(passed) / double(graded)) : std::nullopt;
}

EvalRun EvalRun::fromJson(const QJsonObject &object)
{
    EvalRun run;
    run.id = json::text(object, "id"_L1);
    run.evalId = json::text(object, "eval_id"_L1);
    run.status = json::text(object, "status"_L1);
    run.name = json::text(object, "name"_L1);
    run.model = json::text(object, "model"_L1);
    run.createdAt = json::integer(object, "created_at"_L1);
    run.reportUrl = json::text(object, "report_url"_L1);
    const QJsonObject counts = object.value("result_counts"_L1).toObject();
    run.counts = {count(counts, "total"_L1), count(counts, "passed"_L1), count(counts, "failed"_L1), count(counts, "errored"_L1)};
    const QJsonArray models = object.value("per_model_usage"_L1).toArray();
    for (const QJsonValue &value : models) {
        const QJsonObject usage = value.toObject();
        run.perModel.append({json::text(usage, "model_name"_L1), count(usage, "invocation_count"_L1), count(usage, "prompt_tokens"_L1),
                             count(usage, "cached_tokens"_L1), count(usage, "completion_tokens"_L1), count(usage, "total_tokens"_L1)});
    }
    const QJsonArray criteria = object.value("per_testing_criteria_results"_L1).toArray();
    for (const QJsonValue &value : criteria) {
        const QJsonObject result = value.toObject();
        run.perCriterion.append({json::text(result, "testing_criteria"_L1), count(result, "passed"_L1), count(result, "failed"_L1)});
    }
    run.dataSourceType = json::text(object.value("data_source"_L1).toObject(), "type"_L1);
    const QJsonObject error = object.value("error"_L1).toObject();
    run.errorCode = json::text(error, "code"_L1);
    run.errorMessage = json::text(error, "message"_L1);
    run.metadata = object.value("metadata"_L1).toObject();
    run.raw = object;
    run.fingerprint = qHash(object);
    return run;
}

bool EvalRun::isFinished() const
{
    return status == "completed"_L1 || status == "failed"_L1 || isCanceled();
}

bool EvalRun::isCanceled() const
{
    return status == "canceled"_L1 || status == "cancelled"_L1; // WIRE §4: one l here, two everywhere else
}

qint64 EvalRun::totalTokens() const
{
    qint64 sum = 0;
    for (const Usage &usage : perModel)
        sum += usage.totalTokens;
    return sum;
}

QString EvalRun::title() const
{
    return !name.isEmpty() ? name : !model.isEmpty() ? model : id;
}

} // namespace odc

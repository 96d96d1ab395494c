// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/finetuning/finetuningplan.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qint64 mostSteps = 100'000;
constexpr qint64 usualEpochs = 3;
constexpr qint64 largestBatch = 256;
constexpr double batchShare = 0.002; ///< of the examples
constexpr qint64 validations = 100;  ///< about so many in a job
constexpr qint64 usualPaceMs = 60'000;
constexpr qint64 longestPace = 7 * 86'400; ///< seconds

/** The members of a plan that are numbers, for reading and writing. */
constexpr struct
{
    QLatin1String name;
    qint64 FineTuningPlan::*member;
} numbers[] = {
    {"seed"_L1, &FineTuningPlan::seed},
    {"tokens"_L1, &FineTuningPlan::tokens},
    {"epochs"_L1, &FineTuningPlan::epochs},
    {"steps"_L1, &FineTuningPlan::steps},
    {"valid_every"_L1, &FineTuningPlan::validEvery},
    {"pace_ms"_L1, &FineTuningPlan::paceMs},
    {"fail_at_step"_L1, &FineTuningPlan::failAtStep},
    {"overfit_from"_L1, &FineTuningPlan::overfitFrom},
    {"nan_from"_L1, &FineTuningPlan::nanFrom},
    {"gap_from"_L1, &FineTuningPlan::gapFrom},
    {"gap_to"_L1, &FineTuningPlan::gapTo},
};

/** What is asked for by one of the metadata; 0 unless it is a number from 1 to \p most. */
qint64 asked(const QJsonObject &metadata, const QString &name, qint64 most)
{
    const qint64 number = metadata[name].toString().toLongLong();
    return number >= 1 && number <= most ? number : 0;
}

void readDirectives(FineTuningPlan &plan, const QJsonObject &metadata)
{
    if (const qint64 steps = asked(metadata, u"odc_steps"_s, mostSteps))
        plan.steps = steps;
    if (const qint64 seconds = asked(metadata, u"odc_seconds"_s, longestPace))
        plan.paceMs = seconds * 1000;
    plan.failAtStep = asked(metadata, u"odc_fail_at_step"_s, plan.steps);
    plan.overfitFrom = asked(metadata, u"odc_overfit"_s, plan.steps);
    plan.nanFrom = asked(metadata, u"odc_nan"_s, plan.steps);
    const QString gap = metadata[u"odc_gap"_s].toString();
    plan.gapFrom = std::max<qint64>(gap.section(u'-', 0, 0).toLongLong(), 0);
    plan.gapTo = std::max(plan.gapFrom, gap.section(u'-', 1, 1).toLongLong());
    plan.base64 = metadata[u"odc_results"_s].toString() == "base64"_L1;
}

void decide(QJsonObject &hyperparameters, const QString &name, const QJsonValue &value)
{
    const QJsonValue given = hyperparameters[name];
    if (!given.isDouble())
        hyperparameters[name] = value;
}

} // namespace

bool FineTuningPlan::isEpochEnd(qint64 step) const
{
    return step * epochs / steps > (step - 1) * epochs / steps;
}

bool FineTuningPlan::isValidated(qint64 step) const
{
    return validEvery > 0 && (step == 1 || step % validEvery == 0 || isEpochEnd(step));
}

QJsonObject FineTuningPlan::toJson() const
{
    QJsonObject object{{u"method"_s, method}, {u"base64"_s, base64}};
    for (const auto &[name, member] : numbers)
        object[name] = this->*member;
    return object;
}

FineTuningPlan FineTuningPlan::fromJson(const QJsonObject &object)
{
    FineTuningPlan plan;
    plan.method = object[u"method"_s].toString();
    plan.base64 = object[u"base64"_s].toBool();
    for (const auto &[name, member] : numbers)
        plan.*member = object[name].toInteger();
    plan.steps = std::max<qint64>(plan.steps, 1);
    plan.epochs = std::max<qint64>(plan.epochs, 1);
    return plan;
}

FineTuningPlan planOf(QJsonObject &job, const TrainingVerdict &training)
{
    QJsonObject method = job[u"method"_s].toObject();
    FineTuningPlan plan;
    plan.method = method[u"type"_s].toString();
    plan.seed = job[u"seed"_s].toInteger();
    QJsonObject own = method[plan.method].toObject();
    QJsonObject hyperparameters = own[u"hyperparameters"_s].toObject();
    decide(hyperparameters, u"n_epochs"_s, usualEpochs);
    decide(hyperparameters, u"batch_size"_s,
           std::clamp<qint64>(std::llround(double(training.examples) * batchShare), 1, largestBatch));
    decide(hyperparameters, u"learning_rate_multiplier"_s, plan.method == "supervised"_L1 ? 2 : 1);
    plan.epochs = hyperparameters[u"n_epochs"_s].toInteger();
    const qint64 batch = hyperparameters[u"batch_size"_s].toInteger();
    plan.steps = std::clamp<qint64>((training.examples + batch - 1) / batch * plan.epochs, 1, mostSteps);
    plan.tokens = training.tokens * plan.epochs;
    plan.paceMs = usualPaceMs;
    readDirectives(plan, job[u"metadata"_s].toObject());
    if (job[u"validation_file"_s].isString())
        plan.validEvery = std::max<qint64>(plan.steps / validations, 1);
    if (plan.method == "dpo"_L1)
        decide(hyperparameters, u"beta"_s, 0.1);
    if (plan.method == "reinforcement"_L1) {
        decide(hyperparameters, u"compute_multiplier"_s, 1);
        decide(hyperparameters, u"eval_samples"_s, 1);
        decide(hyperparameters, u"eval_interval"_s, std::max<qint64>(plan.validEvery, 1));
        if (plan.validEvery > 0)
            plan.validEvery = hyperparameters[u"eval_interval"_s].toInteger();
    }
    own[u"hyperparameters"_s] = hyperparameters;
    method[plan.method] = own;
    job[u"method"_s] = method;
    if (plan.method == "supervised"_L1)
        job[u"hyperparameters"_s] = hyperparameters;
    return plan;
}

} // namespace odc::server

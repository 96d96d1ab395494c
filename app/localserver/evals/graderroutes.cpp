// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/evals/graderroutes.h"

#include "localserver/evals/itemwork.h"
#include "localserver/graders/grader.h"
#include "localserver/jsonfields.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

QJsonObject checkedGrader(const QJsonObject &body)
{
    const auto param = u"grader"_s;
    if (!body.contains(param))
        throw ApiFault::badRequest(u"'%1' is a required property"_s.arg(param), param);
    const QJsonObject grader = requireObject(body[param], param);
    checkGrader(grader, param, {}, GraderUse::FineTuning);
    return grader;
}

/** All flags there are, with those set that \p graded calls for. */
QJsonObject errorsOf(const Grade &graded)
{
    QJsonObject errors;
    for (const auto *name :
         {"formula_parse_error", "sample_parse_error", "truncated_observation_error",
          "unresponsive_reward_error", "invalid_variable_error", "other_error", "python_grader_server_error",
          "python_grader_runtime_error", "model_grader_server_error", "model_grader_refusal_error",
          "model_grader_parse_error"})
        errors[QLatin1String(name)] = false;
    for (const auto *name : {"python_grader_server_error_type", "python_grader_runtime_error_details",
                             "model_grader_server_error_details"})
        errors[QLatin1String(name)] = QJsonValue::Null;
    if (graded.error.isEmpty())
        return errors;
    // A grader that asked a model says which; without an answer there is none to be parsed.
    const bool byModel = !graded.model.isEmpty();
    errors[byModel ? u"model_grader_parse_error"_s : u"other_error"_s] = true;
    errors[u"model_grader_server_error_details"_s] = graded.error;
    return errors;
}

Reply runGrader(RequestContext &context, ModelAnswers &models)
{
    const QJsonObject body = context.readJsonObject();
    JsonFields(body, {u"grader"_s, u"model_sample"_s, u"item"_s});
    const QJsonObject grader = checkedGrader(body);
    if (!body.contains(u"model_sample"_s))
        throw ApiFault::badRequest(u"'model_sample' is a required property"_s, u"model_sample"_s);
    if (!body[u"model_sample"_s].isString())
        throw ApiFault::badRequest(u"Invalid type for 'model_sample': expected a string."_s,
                                   u"model_sample"_s, u"invalid_type"_s);
    const QJsonObject item =
        body.contains(u"item"_s) ? requireObject(body[u"item"_s], u"item"_s) : QJsonObject();

    QElapsedTimer clock;
    clock.start();
    const Grade graded =
        grade(grader, {item, sampleOfText(body[u"model_sample"_s].toString(), QString())}, models);
    const QString name = grader[u"name"_s].toString();
    const bool asked = !graded.model.isEmpty();
    const QJsonObject scores = graded.scores.isEmpty() ? QJsonObject{{name, graded.score}} : graded.scores;
    QJsonObject usage;
    if (asked)
        usage[graded.model] = graded.usage;
    const QJsonObject metadata{
        {u"name"_s, name},
        {u"type"_s, grader[u"type"_s]},
        {u"errors"_s, errorsOf(graded)},
        {u"execution_time"_s, double(clock.nsecsElapsed()) / 1e9},
        {u"scores"_s, scores},
        {u"token_usage"_s, asked ? graded.usage[u"total_tokens"_s] : QJsonValue(QJsonValue::Null)},
        {u"sampled_model_name"_s, asked ? QJsonValue(graded.model) : QJsonValue(QJsonValue::Null)}};
    return Reply::json({{u"reward"_s, graded.score},
                        {u"metadata"_s, metadata},
                        {u"sub_rewards"_s, graded.scores},
                        {u"model_grader_token_usage_per_model"_s, usage}});
}

} // namespace

void addGraderRoutes(Router &router, ModelAnswers &models)
{
    router
        .add("POST", "/v1/fine_tuning/alpha/graders/run",
             [&models](RequestContext &context) { return runGrader(context, models); })
        .changes = false;
    router
        .add("POST", "/v1/fine_tuning/alpha/graders/validate",
             [](RequestContext &context) {
                 const QJsonObject body = context.readJsonObject();
                 JsonFields(body, {u"grader"_s});
                 return Reply::json({{u"grader"_s, checkedGrader(body)}});
             })
        .changes = false;
}

} // namespace odc::server

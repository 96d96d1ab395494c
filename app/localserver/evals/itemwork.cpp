// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/evals/itemwork.h"

#include "localserver/evals/jsonschema.h"
#include "localserver/evals/localecho.h"
#include "localserver/graders/grader.h"
#include "localserver/graders/messagelists.h"
#include "localserver/graders/templates.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

QJsonObject faultObject(const QString &code, const QString &message)
{
    return {{u"code"_s, code}, {u"message"_s, message}};
}

/** Messages as an output item shows them: every content is a text. */
QJsonArray shownMessages(const QJsonArray &messages)
{
    QJsonArray shown;
    for (const QJsonValue &message : messages)
        shown.append(QJsonObject{{u"role"_s, message[u"role"_s].toString(u"user"_s)},
                                 {u"content"_s, contentText(message[u"content"_s])}});
    return shown;
}

/** The sample of an output item with all that it must have. The numbers are those of the service where the
 * request names none. */
QJsonObject shownSample(const QJsonObject &sampling)
{
    const auto given = [&sampling](const QString &name, const QJsonValue &fallback) {
        return sampling[name].isDouble() ? sampling[name] : fallback;
    };
    return {{u"input"_s, QJsonArray()},
            {u"output"_s, QJsonArray()},
            {u"finish_reason"_s, u"stop"_s},
            {u"model"_s, QString()},
            {u"usage"_s, usageOf(0, 0)},
            {u"error"_s, QJsonValue::Null},
            {u"temperature"_s, given(u"temperature"_s, 1)},
            {u"max_completion_tokens"_s, given(u"max_completion_tokens"_s, 2048)},
            {u"top_p"_s, given(u"top_p"_s, 1)},
            {u"seed"_s, given(u"seed"_s, 42)}};
}

QJsonArray outputOf(const QString &text)
{
    return {QJsonObject{{u"role"_s, u"assistant"_s}, {u"content"_s, text}}};
}

void addOutputJson(QJsonObject &sample)
{
    if (sample.contains(u"output_json"_s))
        return;
    const QJsonDocument parsed = QJsonDocument::fromJson(sample[u"output_text"_s].toString().toUtf8());
    if (parsed.isObject())
        sample[u"output_json"_s] = parsed.object();
    else if (parsed.isArray())
        sample[u"output_json"_s] = parsed.array();
}

/** The sample that a row of data brought along, as graders see it. */
QJsonObject givenSample(QJsonObject sample)
{
    const QJsonValue choice = sample[u"choices"_s][0][u"message"_s][u"content"_s];
    if (!sample.contains(u"output_text"_s) && choice.isString())
        sample[u"output_text"_s] = choice;
    if (sample[u"output_text"_s].isString())
        addOutputJson(sample);
    return sample;
}

/** The messages to be sent for a row. */
QJsonArray messagesFor(const DataRow &row, const QJsonObject &how, QString *error)
{
    const GradeInput input{row.item, row.sample};
    if (how[u"type"_s].toString() == "template"_L1)
        return expandMessages(how[u"template"_s].toArray(), input, error);
    const QString path = how[u"item_reference"_s].toString();
    const QJsonValue messages = valueAtPath(path, input);
    const QJsonArray list = messages.toArray();
    bool fits = !list.isEmpty();
    for (const QJsonValue &message : list)
        fits = fits && message[u"role"_s].isString() && !message[u"content"_s].isUndefined();
    if (!fits)
        *error = u"%1 is not a list of messages."_s.arg(path);
    return fits ? list : QJsonArray();
}

/** A model's answer to one row, put into \p outcome. Returns the sample that graders see, or nothing. */
std::optional<QJsonObject> sampled(const DataRow &row, const ItemPlan &plan, ItemOutcome &outcome)
{
    const QJsonObject &source = plan.dataSource;
    const auto failed = [&outcome](const QString &code, const QString &why) {
        outcome.sample[u"finish_reason"_s] = u"error"_s;
        outcome.sample[u"error"_s] = faultObject(code, why);
        return std::nullopt;
    };
    QString error;
    const QJsonArray messages = messagesFor(row, source[u"input_messages"_s].toObject(), &error);
    if (!error.isEmpty())
        return failed(u"invalid_input_messages"_s, error);
    outcome.sample[u"input"_s] = shownMessages(messages);
    const QString model = source[u"model"_s].toString();
    const ModelAnswers::Answer answer =
        plan.answers->answer(model, messages, source[u"sampling_params"_s].toObject());
    if (!answer.error.isEmpty()) {
        outcome.sample[u"model"_s] = model;
        return failed(u"model_error"_s, answer.error);
    }
    outcome.sample[u"model"_s] = answer.model;
    outcome.sample[u"output"_s] = outputOf(answer.text);
    outcome.sample[u"usage"_s] = answer.usage;
    outcome.usage[answer.model].add(answer.usage);
    return sampleOfText(answer.text, answer.model);
}

/** What the data brought along, put into \p outcome. */
QJsonObject brought(const DataRow &row, ItemOutcome &outcome)
{
    const QJsonObject sample = givenSample(row.sample);
    outcome.sample = shownSample(sample);
    outcome.sample[u"model"_s] = sample[u"model"_s].toString();
    if (sample[u"output_text"_s].isString())
        outcome.sample[u"output"_s] = outputOf(sample[u"output_text"_s].toString());
    if (sample[u"input"_s].isArray())
        outcome.sample[u"input"_s] = shownMessages(sample[u"input"_s].toArray());
    return sample;
}

void gradeAll(const GradeInput &input, const ItemPlan &plan, ItemOutcome &outcome)
{
    QString error;
    bool passed = true;
    for (const QJsonValue &each : plan.criteria) {
        const QJsonObject criterion = each.toObject();
        const Grade graded = grade(criterion, input, *plan.graders);
        if (!graded.model.isEmpty())
            outcome.usage[graded.model].add(graded.usage);
        QJsonObject result{
            {u"name"_s, criterion[u"id"_s]},
            {u"type"_s, criterion[u"type"_s]},
            {u"score"_s, graded.score},
            {u"passed"_s, graded.passed},
            {u"sample"_s, graded.sample.isObject() ? graded.sample : QJsonValue(QJsonValue::Null)}};
        passed = passed && graded.passed;
        if (!graded.error.isEmpty()) {
            result[u"error"_s] = faultObject(u"grader_error"_s, graded.error);
            if (error.isEmpty())
                error = u"%1: %2"_s.arg(criterion[u"name"_s].toString(), graded.error);
        }
        outcome.results.append(result);
    }
    outcome.status = !error.isEmpty() ? u"error"_s : passed ? u"pass"_s : u"fail"_s;
    if (!error.isEmpty())
        outcome.sample[u"error"_s] = faultObject(u"grader_error"_s, error);
}

} // namespace

void ModelUsage::add(const QJsonObject &usage)
{
    ++calls;
    prompt += usage[u"prompt_tokens"_s].toInteger();
    completion += usage[u"completion_tokens"_s].toInteger();
    total += usage[u"total_tokens"_s].toInteger();
    cached += usage[u"cached_tokens"_s].toInteger();
}

ModelUsage &ModelUsage::operator+=(const ModelUsage &other)
{
    calls += other.calls;
    prompt += other.prompt;
    completion += other.completion;
    total += other.total;
    cached += other.cached;
    return *this;
}

QJsonObject outputItem(const RunKey &key, const ItemPlace &place, const DataRow &row,
                       const ItemOutcome &outcome)
{
    return {{u"object"_s, u"eval.run.output_item"_s},
            {u"id"_s, place.id},
            {u"run_id"_s, key.runId},
            {u"eval_id"_s, key.evalId},
            {u"created_at"_s, place.createdAt},
            {u"status"_s, outcome.status},
            {u"datasource_item_id"_s, place.index},
            {u"datasource_item"_s, row.item},
            {u"results"_s, outcome.results},
            {u"sample"_s, outcome.sample}};
}

QJsonObject writtenSample(const QString &input, const QString &output, const QString &model,
                          const QJsonObject &usage)
{
    QJsonObject sample = shownSample({});
    sample[u"input"_s] = QJsonArray{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, input}}};
    sample[u"output"_s] = outputOf(output);
    sample[u"model"_s] = model;
    sample[u"usage"_s] = usage;
    return sample;
}

QJsonObject sampleOfText(const QString &text, const QString &model)
{
    const QJsonObject message{{u"role"_s, u"assistant"_s}, {u"content"_s, text}};
    const QJsonObject choice{{u"index"_s, 0}, {u"message"_s, message}, {u"finish_reason"_s, u"stop"_s}};
    QJsonObject sample{{u"model"_s, model},
                       {u"output_text"_s, text},
                       {u"output_tools"_s, QJsonArray()},
                       {u"choices"_s, QJsonArray{choice}}};
    addOutputJson(sample);
    return sample;
}

ItemOutcome workOn(const DataRow &row, const ItemPlan &plan)
{
    ItemOutcome outcome;
    outcome.status = u"error"_s;
    outcome.sample = shownSample(plan.dataSource[u"sampling_params"_s].toObject());
    if (!plan.itemSchema.isEmpty()) {
        const QString fault = schemaMismatch(row.item, plan.itemSchema, u"item"_s);
        if (!fault.isEmpty()) {
            outcome.sample[u"finish_reason"_s] = u"error"_s;
            outcome.sample[u"error"_s] = faultObject(
                u"invalid_item"_s, u"The item does not fit the schema of the eval: %1."_s.arg(fault));
            return outcome;
        }
    }
    if (plan.dataSource[u"type"_s].toString() == "jsonl"_L1) {
        const QJsonObject sample = brought(row, outcome);
        gradeAll({row.item, sample}, plan, outcome);
    } else if (const std::optional<QJsonObject> sample = sampled(row, plan, outcome)) {
        gradeAll({row.item, *sample}, plan, outcome);
    }
    return outcome;
}

} // namespace odc::server

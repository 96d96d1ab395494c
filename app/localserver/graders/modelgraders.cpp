// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/graders/modelgraders.h"

#include "localserver/graders/messagelists.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

std::pair<double, double> rangeOf(const QJsonObject &grader)
{
    const QJsonArray range = grader["range"_L1].toArray();
    return {range.at(0).toDouble(0), range.at(1).toDouble(1)};
}

/** A response_format that holds the model to {"result": ...} of the schema \p result. */
QJsonObject resultFormat(const QJsonObject &result)
{
    const QJsonObject schema{
        {u"type"_s, u"object"_s},
        {u"properties"_s, QJsonObject{{u"result"_s, result}}},
        {u"required"_s, QJsonArray{u"result"_s}},
        {u"additionalProperties"_s, false},
    };
    const QJsonObject named{{u"name"_s, u"grade"_s}, {u"strict"_s, true}, {u"schema"_s, schema}};
    return {{u"type"_s, u"json_schema"_s}, {u"json_schema"_s, named}};
}

/** The sampling_params of a grader in the names of Chat Completions, without the empty ones. */
QJsonObject samplingOf(const QJsonObject &grader)
{
    const QJsonObject given = grader["sampling_params"_L1].toObject();
    QJsonObject sampling;
    for (auto each = given.begin(); each != given.end(); ++each) {
        if (!each.value().isNull())
            sampling[each.key() == "max_completions_tokens"_L1 ? u"max_completion_tokens"_s : each.key()] =
                each.value();
    }
    return sampling;
}

/** The record of an exchange, in the shape of the sample of an output item. */
QJsonObject exchange(const QJsonArray &messages, const ModelAnswers::Answer &answer,
                     const QJsonObject &sampling)
{
    QJsonObject record{
        {u"input"_s, messages},
        {u"output"_s, QJsonArray{QJsonObject{{u"role"_s, u"assistant"_s}, {u"content"_s, answer.text}}}},
        {u"model"_s, answer.model},
        {u"usage"_s, answer.usage},
        {u"finish_reason"_s, u"stop"_s},
        {u"error"_s, QJsonValue::Null},
    };
    for (const auto &name : {"temperature"_L1, "top_p"_L1, "seed"_L1, "max_completion_tokens"_L1}) {
        if (sampling.contains(name))
            record[name] = sampling[name];
    }
    return record;
}

/** Asks the model of \p grader. The answer is in *text; what went wrong is in the error of the grade. */
Grade ask(const QJsonObject &grader, const QJsonObject &format, const GradeInput &input, ModelAnswers &models,
          QString *text)
{
    Grade grade;
    const QJsonArray messages = expandMessages(grader["input"_L1].toArray(), input, &grade.error);
    if (!grade.error.isEmpty())
        return grade;
    QJsonObject sampling = samplingOf(grader);
    sampling["response_format"_L1] = format;
    ModelAnswers::Answer answer = models.answer(grader["model"_L1].toString(), messages, sampling);
    grade.error = answer.error;
    if (!grade.error.isEmpty())
        return grade;
    if (answer.model.isEmpty())
        answer.model = grader["model"_L1].toString();
    grade.model = answer.model;
    grade.usage = answer.usage;
    grade.sample = exchange(messages, answer, sampling);
    *text = answer.text;
    return grade;
}

/** What the model means: its "result" when it answered with an object, in a code block or not, else its whole
 * text. */
QJsonValue resultIn(const QString &answer)
{
    QString text = answer.trimmed();
    if (text.startsWith("```"_L1) && text.endsWith("```"_L1) && text.contains(u'\n')) {
        text = text.sliced(text.indexOf(u'\n')); // the word behind the opening names the language
        text = text.chopped(3).trimmed();
    }
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    return document.isObject() ? document["result"_L1] : QJsonValue(text);
}

QString shortened(const QString &answer)
{
    constexpr qsizetype longest = 200;
    return answer.size() <= longest ? answer : answer.left(longest) + u"..."_s;
}

} // namespace

bool passes(const QJsonObject &grader, double score)
{
    const auto [lowest, highest] = rangeOf(grader);
    return score >= grader["pass_threshold"_L1].toDouble((lowest + highest) / 2);
}

Grade gradeByLabel(const QJsonObject &grader, const GradeInput &input, ModelAnswers &models)
{
    const QJsonArray labels = grader["labels"_L1].toArray();
    const QJsonObject label{{u"type"_s, u"string"_s}, {u"enum"_s, labels}};
    QString answer;
    Grade grade = ask(grader, resultFormat(label), input, models, &answer);
    if (!grade.error.isEmpty())
        return grade;
    QJsonValue chosen = resultIn(answer);
    if (!labels.contains(chosen))
        chosen = answer; // a label may look like JSON, or begin with spaces
    if (!labels.contains(chosen)) {
        grade.error = u"The model answered with none of the labels: %1"_s.arg(shortened(answer));
        return grade;
    }
    grade.passed = grader["passing_labels"_L1].toArray().contains(chosen);
    grade.score = grade.passed ? 1 : 0;
    return grade;
}

Grade gradeByScore(const QJsonObject &grader, const GradeInput &input, ModelAnswers &models)
{
    const auto [lowest, highest] = rangeOf(grader);
    const QJsonObject number{{u"type"_s, u"number"_s}, {u"minimum"_s, lowest}, {u"maximum"_s, highest}};
    QString answer;
    Grade grade = ask(grader, resultFormat(number), input, models, &answer);
    if (!grade.error.isEmpty())
        return grade;
    const QJsonValue result = resultIn(answer);
    bool ok = result.isDouble();
    const double score = ok ? result.toDouble() : result.toString().toDouble(&ok);
    if (!ok || !std::isfinite(score))
        grade.error = u"The model answered with no score: %1"_s.arg(shortened(answer));
    else if (score < lowest || score > highest)
        grade.error =
            u"The model's score %1 is outside of the range %2 to %3."_s.arg(score).arg(lowest).arg(highest);
    else
        grade.score = score;
    grade.passed = grade.error.isEmpty() && passes(grader, score);
    return grade;
}

} // namespace odc::server

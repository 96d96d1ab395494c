// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/graders/grader.h"

#include "localserver/graders/formula.h"
#include "localserver/graders/modelgraders.h"
#include "localserver/graders/multigraders.h"
#include "localserver/graders/similarity/similarity.h"
#include "localserver/graders/similarity/words.h"
#include "localserver/graders/templates.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

/** The input and the reference of a grader that compares two texts. */
struct Texts
{
    QString input;
    QString reference;
    QString error;
};

Texts textsOf(const QJsonObject &grader, const GradeInput &input)
{
    Texts texts;
    texts.input = expandTemplate(grader["input"_L1].toString(), input, &texts.error);
    if (texts.error.isEmpty())
        texts.reference = expandTemplate(grader["reference"_L1].toString(), input, &texts.error);
    return texts;
}

Grade failed(const QString &error)
{
    Grade grade;
    grade.error = error;
    return grade;
}

Grade gradeByString(const QJsonObject &grader, const GradeInput &input)
{
    const Texts texts = textsOf(grader, input);
    if (!texts.error.isEmpty())
        return failed(texts.error);
    const QString operation = grader["operation"_L1].toString();
    Grade grade;
    if (operation == u"eq"_s)
        grade.passed = texts.input == texts.reference;
    else if (operation == u"ne"_s)
        grade.passed = texts.input != texts.reference;
    else if (operation == u"like"_s)
        grade.passed = texts.input.contains(texts.reference);
    else if (operation == u"ilike"_s)
        grade.passed = foldedCase(texts.input).contains(foldedCase(texts.reference));
    else
        return failed(u"'%1' is no operation of string_check."_s.arg(operation));
    grade.score = grade.passed ? 1 : 0;
    return grade;
}

Grade gradeBySimilarity(const QJsonObject &grader, const GradeInput &input)
{
    const Texts texts = textsOf(grader, input);
    if (!texts.error.isEmpty())
        return failed(texts.error);
    const Similarity compared =
        similarity(grader["evaluation_metric"_L1].toString(), texts.input, texts.reference);
    if (!compared.error.isEmpty())
        return failed(compared.error);
    Grade grade;
    grade.score = compared.score;
    grade.passed = passes(grader, compared.score);
    return grade;
}

/** The usage of two graders: the numbers are added up. */
QJsonObject added(QJsonObject usage, const QJsonObject &more)
{
    for (auto each = more.begin(); each != more.end(); ++each) {
        if (each.value().isDouble())
            usage[each.key()] = usage[each.key()].toDouble() + each.value().toDouble();
    }
    return usage;
}

Grade gradeByFormula(const QJsonObject &grader, const GradeInput &input, ModelAnswers &models)
{
    Grade result;
    QHash<QString, double> scores;
    for (const auto &[name, part] : partsOf(grader)) {
        if (part["type"_L1] == "multi"_L1)
            return failed(u"%1: a multi grader does not hold another one."_s.arg(name));
        const Grade one = grade(part, input, models);
        result.usage = added(result.usage, one.usage);
        if (!one.error.isEmpty()) {
            result.error = u"%1: %2"_s.arg(name, one.error);
            return result;
        }
        scores[name] = one.score;
        result.scores[name] = one.score;
    }
    const FormulaResult output = evaluateFormula(grader["calculate_output"_L1].toString(), scores);
    result.error = output.error.isEmpty() ? QString() : u"calculate_output: %1"_s.arg(output.error);
    result.score = output.value;
    result.passed = result.error.isEmpty() && passes(grader, output.value);
    return result;
}

} // namespace

Grade grade(const QJsonObject &grader, const GradeInput &input, ModelAnswers &models)
{
    const QString type = grader["type"_L1].toString();
    if (type == u"string_check"_s)
        return gradeByString(grader, input);
    if (type == u"text_similarity"_s)
        return gradeBySimilarity(grader, input);
    if (type == u"label_model"_s)
        return gradeByLabel(grader, input, models);
    if (type == u"score_model"_s)
        return gradeByScore(grader, input, models);
    if (type == u"multi"_s)
        return gradeByFormula(grader, input, models);
    return failed(type == u"python"_s ? u"python graders are not run by the local server"_s
                                      : u"'%1' is no type of grader."_s.arg(type));
}

} // namespace odc::server

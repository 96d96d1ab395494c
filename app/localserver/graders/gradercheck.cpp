// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/apifault.h"
#include "localserver/graders/formula.h"
#include "localserver/graders/grader.h"
#include "localserver/graders/messagelists.h"
#include "localserver/graders/multigraders.h"
#include "localserver/graders/similarity/similarity.h"
#include "localserver/jsonfields.h"

#include <QSet>

#include <limits>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

/** Refuses a fault of one member, in the words of the others: "... - 'param'". */
ApiFault refused(const QString &what, const QString &param)
{
    return ApiFault::badRequest(u"%1 - '%2'"_s.arg(what, param), param);
}

/** The members of \p object. Unlike those of other bodies the unknown ones are refused with the place they
 * are in. */
JsonFields fieldsOf(const QJsonObject &object, const QStringList &allowed, const QString &param)
{
    for (const QString &name : object.keys()) {
        if (!allowed.contains(name))
            throw ApiFault::badRequest(
                u"Additional properties are not allowed ('%1' was unexpected)"_s.arg(name), param);
    }
    return {object, allowed, param};
}

/** One grader under check: where it stands and what its templates may name. */
struct Subject
{
    const QJsonObject &grader;
    const QString param;
    const QJsonObject &itemSchema;
    GraderUse use;

    QString at(const QString &name) const { return param.isEmpty() ? name : param + u'.' + name; }
    JsonFields fields(const QStringList &own) const
    {
        return fieldsOf(grader, QStringList{u"type"_s, u"name"_s} + own, param);
    }
};

void checkText(const Subject &subject, const JsonFields &fields, const QString &name)
{
    checkTemplate(fields.anyText(name), subject.at(name), subject.itemSchema);
}

void checkStringCheck(const Subject &subject)
{
    const JsonFields fields = subject.fields({u"input"_s, u"reference"_s, u"operation"_s});
    fields.text(u"name"_s);
    checkText(subject, fields, u"input"_s);
    checkText(subject, fields, u"reference"_s);
    fields.choice(u"operation"_s, {u"eq"_s, u"ne"_s, u"like"_s, u"ilike"_s});
}

void checkTextSimilarity(const Subject &subject)
{
    const JsonFields fields =
        subject.fields({u"input"_s, u"reference"_s, u"evaluation_metric"_s, u"pass_threshold"_s});
    fields.text(u"name"_s);
    checkText(subject, fields, u"input"_s);
    checkText(subject, fields, u"reference"_s);
    fields.choice(u"evaluation_metric"_s, similarityMetrics());
    if (subject.use == GraderUse::Eval || fields.has(u"pass_threshold"_s))
        fields.number(u"pass_threshold"_s, 0, 1);
}

void checkLabelModel(const Subject &subject)
{
    const JsonFields fields = subject.fields({u"model"_s, u"input"_s, u"labels"_s, u"passing_labels"_s});
    fields.text(u"name"_s);
    fields.text(u"model"_s);
    const QStringList labels = fields.texts(u"labels"_s);
    if (QSet<QString>(labels.begin(), labels.end()).size() != labels.size())
        throw refused(u"a label is given twice"_s, subject.at(u"labels"_s));
    for (const QString &each : fields.texts(u"passing_labels"_s)) {
        if (!labels.contains(each))
            throw refused(u"'%1' is not one of the labels"_s.arg(each.left(100)),
                          subject.at(u"passing_labels"_s));
    }
    fields.value(u"input"_s);
    checkMessages(subject.grader["input"_L1], subject.at(u"input"_s), subject.itemSchema);
}

void checkSampling(const QJsonObject &sampling, const QString &param)
{
    const JsonFields fields = fieldsOf(
        sampling,
        {u"seed"_s, u"top_p"_s, u"temperature"_s, u"max_completions_tokens"_s, u"reasoning_effort"_s}, param);
    const auto given = [&](const QString &name) { return fields.has(name) && !sampling[name].isNull(); };
    constexpr qint64 largest = std::numeric_limits<qint64>::max();
    if (given(u"seed"_s))
        fields.integer(u"seed"_s, std::numeric_limits<qint64>::min(), largest);
    if (given(u"top_p"_s))
        fields.number(u"top_p"_s, 0, 1);
    if (given(u"temperature"_s))
        fields.number(u"temperature"_s, 0, 2);
    if (given(u"max_completions_tokens"_s))
        fields.integer(u"max_completions_tokens"_s, 1, largest);
    if (given(u"reasoning_effort"_s))
        fields.choice(u"reasoning_effort"_s,
                      {u"none"_s, u"minimal"_s, u"low"_s, u"medium"_s, u"high"_s, u"xhigh"_s, u"max"_s});
}

void checkScoreModel(const Subject &subject)
{
    const JsonFields fields =
        subject.fields({u"model"_s, u"input"_s, u"range"_s, u"pass_threshold"_s, u"sampling_params"_s});
    fields.text(u"name"_s);
    fields.text(u"model"_s);
    double lowest = 0;
    double highest = 1;
    if (fields.has(u"range"_s)) {
        const QJsonArray range = subject.grader["range"_L1].toArray();
        if (range.size() != 2 || !range.at(0).isDouble() || !range.at(1).isDouble())
            throw refused(u"a range is a list of two numbers"_s, subject.at(u"range"_s));
        lowest = range.at(0).toDouble();
        highest = range.at(1).toDouble();
        if (lowest >= highest)
            throw refused(u"the range ends before it begins"_s, subject.at(u"range"_s));
    }
    if (fields.has(u"pass_threshold"_s))
        fields.number(u"pass_threshold"_s, lowest, highest);
    if (fields.has(u"sampling_params"_s))
        checkSampling(requireObject(subject.grader["sampling_params"_L1], subject.at(u"sampling_params"_s)),
                      subject.at(u"sampling_params"_s));
    fields.value(u"input"_s);
    checkMessages(subject.grader["input"_L1], subject.at(u"input"_s), subject.itemSchema);
}

void checkAny(const Subject &subject, bool inside);

void checkMulti(const Subject &subject)
{
    const JsonFields fields = subject.fields({u"graders"_s, u"calculate_output"_s});
    fields.text(u"name"_s);
    fields.value(u"graders"_s);
    const auto parts = partsOf(subject.grader);
    if (parts.isEmpty())
        throw refused(u"a map of at least one grader is required"_s, subject.at(u"graders"_s));
    QStringList names;
    for (const auto &[name, part] : parts) {
        if (names.contains(name))
            throw refused(u"two graders are named '%1'"_s.arg(name.left(100)), subject.at(u"graders"_s));
        names.append(name);
        checkAny({part, subject.at(u"graders"_s) + u'.' + name, subject.itemSchema, subject.use}, true);
    }
    const QString fault = formulaFault(fields.text(u"calculate_output"_s), names);
    if (!fault.isEmpty())
        throw refused(fault, subject.at(u"calculate_output"_s));
}

/** The types that may stand where the subject stands. */
QStringList typesFor(GraderUse use, bool inside)
{
    QStringList types{u"string_check"_s, u"text_similarity"_s, u"score_model"_s, u"python"_s};
    if (use == GraderUse::Eval || inside)
        types.append(u"label_model"_s);
    if (use == GraderUse::FineTuning && !inside)
        types.append(u"multi"_s);
    return types;
}

void checkAny(const Subject &subject, bool inside)
{
    const JsonFields typed(subject.grader, subject.grader.keys(), subject.param);
    const QString type = typed.choice(u"type"_s, typesFor(subject.use, inside));
    if (type == u"python"_s)
        throw ApiFault::badRequest(u"python graders are not run by the local server"_s,
                                   subject.at(u"type"_s));
    if (type == u"string_check"_s)
        checkStringCheck(subject);
    else if (type == u"text_similarity"_s)
        checkTextSimilarity(subject);
    else if (type == u"label_model"_s)
        checkLabelModel(subject);
    else if (type == u"score_model"_s)
        checkScoreModel(subject);
    else
        checkMulti(subject);
}

} // namespace

void checkGrader(const QJsonObject &grader, const QString &param, const QJsonObject &itemSchema,
                 GraderUse use)
{
    checkAny({grader, param, itemSchema, use}, false);
}

} // namespace odc::server

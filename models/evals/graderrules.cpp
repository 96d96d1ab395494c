// SPDX-License-Identifier: GPL-3.0-or-later
#include "graderrules.h"

#include <QCoreApplication>
#include <QSet>

#include <cmath>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(GraderRules)
};

const QString answer = u"{{sample.output_text}}"_s;

/// Gathers the problems of one object.
class Rules
{
public:
    Rules(const QJsonObject &object, const TemplateScope &scope) : m_object(object), m_scope(scope) {}

    QList<FormProblem> found;

    QJsonValue value(QLatin1StringView key) const { return m_object.value(key); }
    void say(const QString &path, const QString &message, bool warning = false)
    {
        found.append({path, message, warning});
    }

    /// A text that must be there; empty ones only where they mean something.
    bool text(QLatin1StringView key, const QString &what, bool mayBeEmpty = false)
    {
        if (!value(key).isString())
            say(key, Tr::tr("%1 is missing.").arg(what));
        else if (!mayBeEmpty && value(key).toString().trimmed().isEmpty())
            say(key, Tr::tr("%1 is empty.").arg(what));
        else
            return true;
        return false;
    }

    void templated(QLatin1StringView key, const QString &what, bool mayBeEmpty)
    {
        if (!text(key, what, mayBeEmpty))
            return;
        const QList<TemplateProblem> wrong = checkTemplate(value(key).toString(), m_scope);
        for (const TemplateProblem &problem : wrong)
            say(key, problem.message, problem.warning);
    }

    void oneOf(QLatin1StringView key, const QString &what, const QStringList &choices)
    {
        if (!choices.contains(value(key).toString()))
            say(key, Tr::tr("%1 is one of %2.").arg(what, choices.join(u", "_s)));
    }

    void messages(QLatin1StringView key)
    {
        for (FormProblem problem : messageProblems(value(key), m_scope)) {
            problem.path.prepend(key);
            found.append(problem);
        }
    }

    void threshold(bool required, double low, double high)
    {
        const QJsonValue threshold = value("pass_threshold"_L1);
        if (threshold.isUndefined() || threshold.isNull()) {
            if (required)
                say(u"pass_threshold"_s, Tr::tr("The score from which it passes is missing."));
            return;
        }
        if (!threshold.isDouble())
            say(u"pass_threshold"_s, Tr::tr("The score from which it passes is a number."));
        else if (threshold.toDouble() < low || threshold.toDouble() > high)
            say(u"pass_threshold"_s,
                Tr::tr("Scores go from %1 to %2: %3 is outside.")
                    .arg(low)
                    .arg(high)
                    .arg(threshold.toDouble()),
                true);
    }

private:
    const QJsonObject &m_object;
    const TemplateScope &m_scope;
};

void labelRules(Rules &rules)
{
    rules.text("model"_L1, Tr::tr("The model"));
    rules.messages("input"_L1);
    const auto names = [&](QLatin1StringView key) {
        QStringList names;
        const QJsonArray list = rules.value(key).toArray();
        for (const QJsonValue &value : list)
            names << value.toString();
        return names;
    };
    const QStringList labels = names("labels"_L1);
    const QStringList passing = names("passing_labels"_L1);
    if (labels.isEmpty())
        rules.say(u"labels"_s, Tr::tr("Name the labels that the model chooses from."));
    else if (labels.contains(QString()))
        rules.say(u"labels"_s, Tr::tr("A label is empty."));
    else if (QSet<QString>(labels.begin(), labels.end()).size() != labels.size())
        rules.say(u"labels"_s, Tr::tr("A label stands there twice."));
    if (!rules.value("passing_labels"_L1).isArray())
        rules.say(u"passing_labels"_s, Tr::tr("Say which labels pass."));
    else if (passing.isEmpty())
        rules.say(u"passing_labels"_s, Tr::tr("No label passes: every item would fail."));
    for (const QString &label : passing) {
        if (!labels.contains(label))
            rules.say(u"passing_labels"_s, Tr::tr("“%1” passes, but is none of the labels.").arg(label));
    }
}

void scoreRules(Rules &rules)
{
    rules.text("model"_L1, Tr::tr("The model"));
    rules.messages("input"_L1);
    double low = 0;
    double high = 1;
    const QJsonValue range = rules.value("range"_L1);
    if (!range.isUndefined() && !range.isNull()) {
        const QJsonArray ends = range.toArray();
        low = ends.at(0).toDouble();
        high = ends.at(1).toDouble();
        if (ends.size() != 2 || !ends.at(0).isDouble() || !ends.at(1).isDouble())
            rules.say(u"range"_s, Tr::tr("The range is two numbers: lowest and highest score."));
        else if (low >= high)
            rules.say(u"range"_s, Tr::tr("The lowest score must be below the highest."));
    }
    if (low < high)
        rules.threshold(false, low, high);
    for (FormProblem problem :
         samplingProblems(rules.value("sampling_params"_L1), "max_completions_tokens"_L1)) {
        problem.path = u"sampling_params"_s + (problem.path.isEmpty() ? QString() : u'.' + problem.path);
        rules.found.append(problem);
    }
}

} // namespace

QStringList graderTypes(GraderUse use)
{
    if (use == GraderUse::Reward) // a label is no score
        return {u"string_check"_s, u"text_similarity"_s, u"score_model"_s, u"python"_s};
    return {u"string_check"_s, u"text_similarity"_s, u"label_model"_s, u"score_model"_s, u"python"_s};
}

QStringList stringCheckOperations()
{
    return {u"eq"_s, u"ne"_s, u"like"_s, u"ilike"_s};
}

QStringList similarityMetrics()
{
    return {u"fuzzy_match"_s, u"bleu"_s,    u"gleu"_s,    u"meteor"_s,  u"cosine"_s, u"rouge_1"_s,
            u"rouge_2"_s,     u"rouge_3"_s, u"rouge_4"_s, u"rouge_5"_s, u"rouge_l"_s};
}

QStringList reasoningEfforts()
{
    return {u"none"_s, u"minimal"_s, u"low"_s, u"medium"_s, u"high"_s, u"xhigh"_s, u"max"_s};
}

QString graderTypeTitle(const QString &type)
{
    if (type == "string_check"_L1)
        return Tr::tr("String check");
    if (type == "text_similarity"_L1)
        return Tr::tr("Text similarity");
    if (type == "label_model"_L1)
        return Tr::tr("Label by a model");
    if (type == "score_model"_L1)
        return Tr::tr("Score by a model");
    if (type == "python"_L1)
        return Tr::tr("Python");
    return type;
}

QString graderDescription(const QString &type, GraderUse use)
{
    if (use != GraderUse::Eval) {
        if (type == "text_similarity"_L1)
            return Tr::tr("The nearer the answer is to a reference, the higher the reward.");
        if (type == "label_model"_L1)
            return Tr::tr("A model sorts the answer into one of your labels: 1 for those that pass, else 0.");
        if (type == "score_model"_L1)
            return Tr::tr("A model gives the answer a score, which is the reward.");
    }
    if (type == "string_check"_L1)
        return Tr::tr("Compares the answer with a text, letter by letter.");
    if (type == "text_similarity"_L1)
        return Tr::tr("Measures how near the answer is to a reference, and passes from a score on.");
    if (type == "label_model"_L1)
        return Tr::tr("A model sorts the answer into one of your labels; some of them pass.");
    if (type == "score_model"_L1)
        return Tr::tr("A model gives the answer a score, and it passes from a score on.");
    if (type == "python"_L1)
        return Tr::tr("A function grade(sample, item) of yours gives the score. It runs at the service.");
    return type;
}

QJsonObject newGrader(const QString &type, const QString &name, GraderUse use)
{
    QJsonObject grader{{u"type"_s, type}, {u"name"_s, name}};
    if (type == "string_check"_L1) {
        grader.insert(u"input"_s, answer);
        grader.insert(u"reference"_s, QString());
        grader.insert(u"operation"_s, u"eq"_s);
    } else if (type == "text_similarity"_L1) {
        grader.insert(u"input"_s, answer);
        grader.insert(u"reference"_s, QString());
        grader.insert(u"evaluation_metric"_s, u"fuzzy_match"_s);
        grader.insert(u"pass_threshold"_s, 0.8);
    } else if (type == "python"_L1) {
        grader.insert(u"source"_s,
                      u"def grade(sample, item):\n    return 1.0 if sample[\"output_text\"] else 0.0\n"_s);
    } else {
        grader.insert(u"model"_s, QString());
        grader.insert(u"input"_s,
                      QJsonArray{QJsonObject{{u"role"_s, u"developer"_s}, {u"content"_s, QString()}},
                                 QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, answer}}});
        if (type == "label_model"_L1) {
            grader.insert(u"labels"_s, QJsonArray());
            grader.insert(u"passing_labels"_s, QJsonArray());
        } else {
            grader.insert(u"range"_s, QJsonArray{0, 1});
            grader.insert(u"pass_threshold"_s, 0.5);
        }
    }
    if (use != GraderUse::Eval)
        grader.remove("pass_threshold"_L1);
    return grader;
}

QList<FormProblem> graderProblems(const QJsonObject &grader, const TemplateScope &scope, GraderUse use)
{
    Rules rules(grader, scope);
    const QString type = rules.value("type"_L1).toString();
    if (!graderTypes(use).contains(type)) {
        rules.say(u"type"_s, Tr::tr("A grader is one of %1.").arg(graderTypes(use).join(u", "_s)));
        return rules.found;
    }
    const bool passes = use == GraderUse::Eval;
    rules.text("name"_L1, Tr::tr("The name"));
    if (type == "string_check"_L1) {
        rules.templated("input"_L1, Tr::tr("What is compared"), false);
        rules.templated("reference"_L1, Tr::tr("What it is compared with"), true);
        rules.oneOf("operation"_L1, Tr::tr("The operation"), stringCheckOperations());
        if (rules.value("reference"_L1) == QJsonValue(QString()) &&
            rules.value("operation"_L1).toString().endsWith("like"_L1))
            rules.say(u"reference"_s, Tr::tr("Every text contains the empty one: all items would pass."),
                      true);
        else if (rules.value("reference"_L1) == QJsonValue(QString()) && rules.value("operation"_L1) == QJsonValue(u"eq"_s))
            rules.say(u"reference"_s, Tr::tr("It is compared with nothing: only an empty answer is equal to that."),
                      true);
    } else if (type == "text_similarity"_L1) {
        rules.templated("input"_L1, Tr::tr("What is compared"), false);
        rules.templated("reference"_L1, Tr::tr("What it is compared with"), false);
        rules.oneOf("evaluation_metric"_L1, Tr::tr("The measure"), similarityMetrics());
        if (passes)
            rules.threshold(true, 0, 1);
    } else if (type == "python"_L1) {
        if (rules.text("source"_L1, Tr::tr("The source")) &&
            !rules.value("source"_L1).toString().contains("def grade("_L1))
            rules.say(u"source"_s, Tr::tr("The source defines no function grade(sample, item)."));
        const QJsonValue image = rules.value("image_tag"_L1);
        if (!image.isUndefined() && !image.isNull() && !image.isString())
            rules.say(u"image_tag"_s, Tr::tr("The image is named by a text."));
        if (passes)
            rules.threshold(false, 0, 1);
    } else if (type == "label_model"_L1) {
        labelRules(rules);
    } else {
        scoreRules(rules);
    }
    return rules.found;
}

QList<FormProblem> messageProblems(const QJsonValue &messages, const TemplateScope &scope)
{
    static const QStringList roles{u"user"_s, u"assistant"_s, u"system"_s, u"developer"_s};
    if (!messages.isArray())
        return {{QString(), Tr::tr("The messages are missing.")}};
    const QJsonArray list = messages.toArray();
    QList<FormProblem> found;
    if (list.isEmpty())
        found.append({QString(), Tr::tr("There is no message.")});
    const auto check = [&](const QString &text, const QString &path) {
        const QList<TemplateProblem> wrong = checkTemplate(text, scope);
        for (const TemplateProblem &problem : wrong)
            found.append({path, problem.message, problem.warning});
    };
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString at = u"[%1]"_s.arg(i);
        const QJsonObject message = list.at(i).toObject();
        if (!roles.contains(message.value("role"_L1).toString()))
            found.append({at + u".role"_s, Tr::tr("The role is one of %1.").arg(roles.join(u", "_s))});
        const QString contentAt = at + u".content"_s;
        const QJsonValue content = message.value("content"_L1);
        if (content.isString()) {
            if (content.toString().trimmed().isEmpty())
                found.append({contentAt, Tr::tr("Message %1 is empty.").arg(i + 1)});
            check(content.toString(), contentAt);
            continue;
        }
        static const QHash<QString, QString> payload{{u"input_text"_s, u"text"_s},
                                                     {u"output_text"_s, u"text"_s},
                                                     {u"input_image"_s, u"image_url"_s},
                                                     {u"input_audio"_s, u"input_audio"_s}};
        const QJsonArray parts = content.isArray() ? content.toArray() : QJsonArray{content};
        if (parts.isEmpty() || (!content.isArray() && !content.isObject()))
            found.append({contentAt, Tr::tr("Message %1 has no content.").arg(i + 1)});
        for (const QJsonValue &value : parts) {
            const QJsonObject part = value.toObject();
            const QString type = part.value("type"_L1).toString();
            if (value.isString()) {
                check(value.toString(), contentAt);
            } else if (!payload.contains(type)) {
                found.append(
                    {contentAt,
                     Tr::tr("A part of a message is input_text, output_text, input_image or input_audio.")});
            } else if (!part.contains(payload.value(type))) {
                found.append(
                    {contentAt, Tr::tr("A part of type %1 needs “%2”.").arg(type, payload.value(type))});
            } else {
                check(part.value(payload.value(type)).toString(), contentAt);
            }
        }
    }
    return found;
}

QList<FormProblem> samplingProblems(const QJsonValue &sampling, QLatin1StringView tokens)
{
    if (sampling.isUndefined() || sampling.isNull())
        return {};
    if (!sampling.isObject())
        return {{QString(), Tr::tr("The sampling parameters are an object.")}};
    QList<FormProblem> found;
    const QJsonObject object = sampling.toObject();
    const auto given = [&object](QLatin1StringView key) {
        return !object.value(key).isUndefined() && !object.value(key).isNull();
    };
    const auto number = [&](QLatin1StringView key, double low, double high) {
        const QJsonValue value = object.value(key);
        if (given(key) && (!value.isDouble() || value.toDouble() < low || value.toDouble() > high))
            found.append({key, Tr::tr("A number from %1 to %2.").arg(low).arg(high)});
    };
    const auto whole = [&](QLatin1StringView key, bool positive) {
        const QJsonValue value = object.value(key);
        if (given(key) && (!value.isDouble() || std::floor(value.toDouble()) != value.toDouble()))
            found.append({key, Tr::tr("A whole number.")});
        else if (given(key) && positive && value.toDouble() < 1)
            found.append({key, Tr::tr("At least 1.")});
    };
    number("temperature"_L1, 0, 2);
    number("top_p"_L1, 0, 1);
    whole("seed"_L1, false);
    whole(tokens, true);
    if (given("reasoning_effort"_L1) &&
        !reasoningEfforts().contains(object.value("reasoning_effort"_L1).toString()))
        found.append({u"reasoning_effort"_s, Tr::tr("One of %1.").arg(reasoningEfforts().join(u", "_s))});
    const auto other =
        tokens == "max_completion_tokens"_L1 ? "max_completions_tokens"_L1 : "max_completion_tokens"_L1;
    if (given(other))
        found.append({other, Tr::tr("Here it is called %1.").arg(tokens)});
    return found;
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "rewardgrader.h"

#include "evals/graderrules.h"
#include "evals/rewardformula.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(RewardGrader)
};

/// Every text of a value, however deep.
void collectTexts(const QJsonValue &value, QStringList &texts)
{
    if (value.isString()) {
        texts << value.toString();
    } else if (value.isArray()) {
        const QJsonArray list = value.toArray();
        for (const QJsonValue &member : list)
            collectTexts(member, texts);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QJsonValue &member : object)
            collectTexts(member, texts);
    }
}

} // namespace

bool isMultiGrader(const QJsonObject &grader)
{
    return grader.value("type"_L1) == QJsonValue(u"multi"_s);
}

QList<FormProblem> rewardProblems(const QJsonObject &grader, const TemplateScope &scope)
{
    if (grader.isEmpty())
        return {{QString(), Tr::tr("Reinforcement needs a grader: it says how good an answer is.")}};
    if (!isMultiGrader(grader)) {
        if (!graderTypes(GraderUse::Reward).contains(grader.value("type"_L1).toString()))
            return {{u"type"_s, Tr::tr("The grader is one of %1, or multi.")
                                    .arg(graderTypes(GraderUse::Reward).join(u", "_s))}};
        return graderProblems(grader, scope, GraderUse::Reward);
    }
    QList<FormProblem> found;
    if (grader.value("name"_L1).toString().trimmed().isEmpty())
        found.append({u"name"_s, Tr::tr("The name is missing.")});
    const QJsonValue parts = grader.value("graders"_L1);
    const QJsonObject map = parts.toObject();
    if (!parts.isObject() || map.value("type"_L1).isString()) {
        found.append({u"graders"_s, Tr::tr("The graders are an object: a name for each, and the grader.")});
        return found;
    }
    if (map.isEmpty())
        found.append({u"graders"_s, Tr::tr("There is no grader that the formula could name: add one.")});
    const QStringList used = namesInFormula(grader.value("calculate_output"_L1).toString());
    for (auto it = map.begin(); it != map.end(); ++it) {
        const QString at = u"graders."_s + it.key();
        if (!isFormulaName(it.key())) {
            found.append({u"graders"_s, Tr::tr("“%1” cannot be named in a formula: take letters, digits and "
                                               "underscores, and no name of a function.")
                                            .arg(it.key())});
            continue;
        }
        for (FormProblem problem : graderProblems(it->toObject(), scope, GraderUse::RewardPart)) {
            problem.path = at + (problem.path.isEmpty() ? QString() : u'.' + problem.path);
            found.append(problem);
        }
        if (!used.contains(it.key()))
            found.append({u"calculate_output"_s,
                          Tr::tr("“%1” is not in the formula: its score changes nothing.").arg(it.key()),
                          true});
    }
    if (const QString fault = faultOfFormula(grader.value("calculate_output"_L1).toString(), map.keys());
        !fault.isEmpty())
        found.append({u"calculate_output"_s, fault});
    return found;
}

QStringList rewardItemKeys(const QJsonObject &grader)
{
    QStringList texts;
    collectTexts(grader, texts);
    QStringList keys;
    for (const QString &text : std::as_const(texts)) {
        const QList<TemplatePlace> places = templatePlaces(text);
        for (const TemplatePlace &place : places) {
            const QString key = place.path.mid(5);
            if (place.closed && place.path.startsWith("item."_L1) && !key.isEmpty() && !keys.contains(key))
                keys << key;
        }
    }
    return keys;
}

QJsonObject multiOf(const QJsonObject &grader, const QString &key)
{
    QJsonObject parts;
    if (!grader.isEmpty())
        parts.insert(key, grader);
    return {{u"type"_s, u"multi"_s},
            {u"name"_s, u"reward"_s},
            {u"graders"_s, parts},
            {u"calculate_output"_s, grader.isEmpty() ? QString() : key}};
}

QString formulaNameOf(const QString &text, const QStringList &taken)
{
    QString base;
    for (const QChar c : text.toLower()) {
        const bool plain = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (plain)
            base += c;
        else if (!base.isEmpty() && !base.endsWith(u'_'))
            base += u'_';
    }
    while (base.endsWith(u'_'))
        base.chop(1);
    if (!isFormulaName(base))
        base = base.isEmpty() ? u"grader"_s : u"grader_"_s + base;
    QString name = base;
    for (int number = 2; taken.contains(name); ++number)
        name = base + u'_' + QString::number(number);
    return name;
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "graderforms.h"

#include "ui/forms/jsonform.h"

#include <QCoreApplication>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(GraderForms)
};

constexpr int leastLines = 1;
constexpr int mostLines = 6;
constexpr int codeLines = 8;

QList<JsonForm::Choice> plain(const QStringList &values)
{
    QList<JsonForm::Choice> choices;
    for (const QString &value : values)
        choices.append({value, {}});
    return choices;
}

void addTexts(JsonForm *form)
{
    form->addTemplate(u"input"_s, Tr::tr("&Answer"), leastLines, mostLines);
}

} // namespace

JsonForm *makeGraderForm(const Theme &theme, const QString &type, GraderUse use, QWidget *parent)
{
    using Need = JsonForm::Need;
    auto *form = new JsonForm(theme, parent);
    form->setObjectName(u"grader."_s + type);
    if (!graderTypes(use).contains(type)) {
        form->addNote(
            Tr::tr("The console has no form for this kind of grader; the JSON beside it is complete."));
        return form;
    }
    form->addNote(graderDescription(type, use));
    const bool passes = use == GraderUse::Eval;
    form->addText(u"name"_s, Tr::tr("&Name"), Need::Required);
    if (type == "string_check"_L1) {
        addTexts(form);
        form->addChoice(u"operation"_s, passes ? Tr::tr("&Passes when it") : Tr::tr("&Scores 1 when it"),
                        Need::Required,
                        {{u"eq"_s, Tr::tr("equals (eq)")},
                         {u"ne"_s, Tr::tr("differs from (ne)")},
                         {u"like"_s, Tr::tr("contains (like)")},
                         {u"ilike"_s, Tr::tr("contains, in any case (ilike)")}});
        form->addTemplate(u"reference"_s, Tr::tr("&Reference"), leastLines, mostLines);
    } else if (type == "text_similarity"_L1) {
        addTexts(form);
        form->addTemplate(u"reference"_s, Tr::tr("&Reference"), leastLines, mostLines);
        form->addChoice(u"evaluation_metric"_s, Tr::tr("&Measure"), Need::Required,
                        plain(similarityMetrics()));
        if (passes)
            form->addNumber(u"pass_threshold"_s, Tr::tr("&Passes from"), false, u"0.8"_s);
    } else if (type == "python"_L1) {
        form->addCode(u"source"_s, Tr::tr("&Source"), codeLines);
        form->addText(u"image_tag"_s, Tr::tr("&Image"), Need::Optional, u"2025-05-08"_s);
        if (passes)
            form->addNumber(u"pass_threshold"_s, Tr::tr("&Passes from"), false, Tr::tr("not set"));
    } else {
        form->addModel(u"model"_s, Tr::tr("&Model"), Need::Required);
        form->addMessages(u"input"_s, Tr::tr("M&essages"));
        if (type == "label_model"_L1) {
            form->addLabels(Tr::tr("&Labels"));
        } else {
            form->addRange(u"range"_s, Tr::tr("&Scores from"));
            if (passes)
                form->addNumber(u"pass_threshold"_s, Tr::tr("&Passes from"), false, Tr::tr("not set"));
            const QString sampling = u"sampling_params."_s;
            form->addNumber(sampling + u"temperature"_s, Tr::tr("&Temperature"), false, Tr::tr("not set"));
            form->addNumber(sampling + u"top_p"_s, Tr::tr("T&op p"), false, Tr::tr("not set"));
            form->addNumber(sampling + u"seed"_s, Tr::tr("See&d"), true, Tr::tr("not set"));
            form->addNumber(sampling + u"max_completions_tokens"_s, Tr::tr("Most to&kens"), true,
                            Tr::tr("not set"));
            form->addChoice(sampling + u"reasoning_effort"_s, Tr::tr("Reasonin&g"), Need::Optional,
                            plain(reasoningEfforts()));
        }
    }
    return form;
}

} // namespace odc

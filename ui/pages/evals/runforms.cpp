// SPDX-License-Identifier: GPL-3.0-or-later
#include "runforms.h"

#include "evals/graderrules.h"
#include "ui/forms/jsonform.h"

#include <QCoreApplication>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(RunForms)
};

constexpr int formatLines = 4;
constexpr int toolLines = 6;

QList<JsonForm::Choice> efforts()
{
    QList<JsonForm::Choice> choices;
    const QStringList values = reasoningEfforts();
    for (const QString &value : values)
        choices.append({value, {}});
    return choices;
}

} // namespace

JsonForm *makeSamplingForm(const Theme &theme, const QString &type, QWidget *parent)
{
    auto *form = new JsonForm(theme, parent);
    form->setObjectName(u"sampling."_s + type);
    const QString unset = Tr::tr("not set");
    form->addNumber(u"temperature"_s, Tr::tr("&Temperature"), false, unset);
    form->addNumber(u"top_p"_s, Tr::tr("T&op p"), false, unset);
    form->addNumber(u"seed"_s, Tr::tr("See&d"), true, unset);
    form->addNumber(u"max_completion_tokens"_s, Tr::tr("Most to&kens"), true, unset);
    form->addChoice(u"reasoning_effort"_s, Tr::tr("Reasonin&g"), JsonForm::Need::Optional, efforts());
    if (type == "completions"_L1) {
        form->addJson(u"response_format"_s, Tr::tr("Response &format"), formatLines,
                      u"{\"type\": \"json_object\"}"_s);
        form->addJson(u"tools"_s, Tr::tr("Too&ls"), toolLines,
                      u"[{\"type\": \"function\", \"function\": {\"name\": \"…\"}}]"_s);
    } else {
        form->addJson(u"text.format"_s, Tr::tr("Text &format"), formatLines,
                      u"{\"type\": \"json_object\"}"_s);
        form->addJson(u"tools"_s, Tr::tr("Too&ls"), toolLines,
                      u"[{\"type\": \"function\", \"name\": \"…\"}]"_s);
    }
    return form;
}

JsonForm *makeStoredForm(const Theme &theme, const QString &sourceType, QWidget *parent)
{
    auto *form = new JsonForm(theme, parent);
    form->setObjectName(u"source."_s + sourceType);
    form->addNote(Tr::tr("What matches all of these is taken; a field left empty does not count."));
    form->addModel(u"model"_s, Tr::tr("Made by m&odel"), JsonForm::Need::Optional);
    form->addTime(u"created_after"_s, Tr::tr("Made &after"));
    form->addTime(u"created_before"_s, Tr::tr("Made &before"));
    if (sourceType == "stored_completions"_L1) {
        form->addNumber(u"limit"_s, Tr::tr("At &most"), true, Tr::tr("not set"));
    } else {
        form->addText(u"instructions_search"_s, Tr::tr("&Instructions contain"), JsonForm::Need::Optional);
        form->addChoice(u"reasoning_effort"_s, Tr::tr("Reasonin&g"), JsonForm::Need::Optional, efforts());
        form->addNumber(u"temperature"_s, Tr::tr("&Temperature"), false, Tr::tr("not set"));
        form->addNumber(u"top_p"_s, Tr::tr("Top &p"), false, Tr::tr("not set"));
        form->addNames(u"users"_s, Tr::tr("&Users"), Tr::tr("ids, with commas between"));
        form->addNames(u"tools"_s, Tr::tr("Too&ls"), Tr::tr("names, with commas between"));
    }
    form->addPairs(u"metadata"_s, Tr::tr("Meta&data"));
    return form;
}

} // namespace odc

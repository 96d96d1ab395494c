// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/finetuning/samplejobs.h"

#include "localserver/ids.h"
#include "localserver/sampletexts.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <iterator>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

struct Product
{
    QStringView name;
    QStringView sku;
};

constexpr Product products[] = {
    {u"coffee machine", u"CM"}, {u"desk lamp", u"DL"},     {u"office chair", u"OC"}, {u"water kettle", u"WK"},
    {u"door bell", u"DB"},      {u"bread toaster", u"BT"}, {u"floor fan", u"FF"},
};
constexpr Product colours[] = {{u"blue", u"B"}, {u"white", u"W"}, {u"black", u"K"}, {u"red", u"R"}};

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

/** What is in the catalogue under that number. */
std::pair<QString, QString> article(int number)
{
    const Product &product = products[size_t(number) % std::size(products)];
    const Product &colour = colours[size_t(number / 3) % std::size(colours)];
    const int size = 10 + number * 7 % 90;
    return {u"%1 %2, size %3"_s.arg(colour.name, product.name).arg(size),
            u"%1-%2-%3"_s.arg(product.sku).arg(size).arg(colour.sku)};
}

/** Tasks for reinforcement: which article is meant? */
QByteArray skuTasks(int lines, int first)
{
    QByteArray text;
    for (int i = first; i < first + lines; ++i) {
        const auto [name, sku] = article(i);
        const QJsonObject system{
            {u"role"_s, u"developer"_s},
            {u"content"_s,
             u"Name the article number, made of product, size and colour, and nothing else."_s}};
        const QJsonObject user{{u"role"_s, u"user"_s},
                               {u"content"_s, u"A customer asks for the %1. Which one is it?"_s.arg(name)}};
        text += line({{u"messages"_s, QJsonArray{system, user}}, {u"sku"_s, sku}, {u"text"_s, name}});
    }
    return text;
}

/** Prompts with completions: the title of a catalogue entry. */
QByteArray titlePairs(int lines)
{
    QByteArray text;
    for (int i = 0; i < lines; ++i) {
        const auto [name, sku] = article(i);
        text += line({{u"prompt"_s, u"%1 ->"_s.arg(sku)}, {u"completion"_s, u" %1\n"_s.arg(name)}});
    }
    return text;
}

QJsonObject method(const QString &type, const QJsonObject &hyperparameters, const QJsonObject &grader = {})
{
    QJsonObject own{{u"hyperparameters"_s, hyperparameters}};
    if (!grader.isEmpty())
        own[u"grader"_s] = grader;
    return {{u"type"_s, type}, {type, own}};
}

QJsonObject body(const QString &model, const QString &suffix, const QString &training,
                 const QString &validation, qint64 seed)
{
    QJsonObject made{
        {u"model"_s, model}, {u"suffix"_s, suffix}, {u"training_file"_s, training}, {u"seed"_s, seed}};
    if (!validation.isEmpty())
        made[u"validation_file"_s] = validation;
    return made;
}

QJsonObject with(QJsonObject object, const QString &name, const QJsonValue &value)
{
    object[name] = value;
    return object;
}

QJsonObject exactGrader()
{
    return {{u"type"_s, u"string_check"_s},
            {u"name"_s, u"exact"_s},
            {u"input"_s, u"{{sample.output_text}}"_s},
            {u"reference"_s, u"{{item.sku}}"_s},
            {u"operation"_s, u"eq"_s}};
}

QJsonObject mixedGrader()
{
    const QJsonObject near{{u"type"_s, u"text_similarity"_s},
                           {u"name"_s, u"near"_s},
                           {u"input"_s, u"{{sample.output_text}}"_s},
                           {u"reference"_s, u"{{item.sku}}"_s},
                           {u"evaluation_metric"_s, u"fuzzy_match"_s}};
    return {{u"type"_s, u"multi"_s},
            {u"name"_s, u"exact or near"_s},
            {u"graders"_s, QJsonObject{{u"exact"_s, exactGrader()}, {u"near"_s, near}}},
            {u"calculate_output"_s, u"0.7 * exact + 0.3 * near"_s}};
}

QList<SampleJob> olderJobs()
{
    const QJsonObject v12 = with(
        with(body(u"gpt-4o-mini"_s, u"support-v12"_s, u"train_v12.jsonl"_s, u"valid_v12.jsonl"_s, 12),
             u"metadata"_s, QJsonObject{{u"team"_s, u"support"_s}, {u"dataset"_s, u"tickets-2026-q2"_s}}),
        u"integrations"_s,
        QJsonArray{QJsonObject{{u"type"_s, u"wandb"_s},
                               {u"wandb"_s, QJsonObject{{u"project"_s, u"support-tuning"_s},
                                                        {u"name"_s, u"support-v12"_s},
                                                        {u"tags"_s, QJsonArray{u"support"_s, u"eu"_s}}}}}});
    const QJsonObject nano = with(body(u"gpt-4.1-nano"_s, u"triage-nano-2"_s, u"train_v12.jsonl"_s, {}, 2),
                                  u"metadata"_s, QJsonObject{{u"team"_s, u"support"_s}});
    const QJsonObject tone =
        with(with(body(u"gpt-4.1"_s, u"tone-dpo-3"_s, u"dpo-pairs-01.jsonl"_s, {}, 3), u"method"_s,
                  method(u"dpo"_s, {{u"beta"_s, 0.15}, {u"n_epochs"_s, 2}})),
             u"metadata"_s, QJsonObject{{u"team"_s, u"brand"_s}});
    return {
        {v12, 12 * day - hour, 118 * minute, u"succeeded"_s, 1, 0, {}},
        {body(u"babbage-002"_s, u"titles-1"_s, u"catalogue-titles.jsonl"_s, {}, 101),
         9 * day,
         22 * minute,
         u"succeeded"_s,
         1,
         0,
         {}},
        {nano, 6 * day, 64 * minute, u"cancelled"_s, 0.235, 0, {}},
        {tone, 3 * day + 18 * hour, 95 * minute, u"paused"_s, 0.44, 0, {}},
    };
}

QList<SampleJob> recentJobs()
{
    const QJsonObject effort{
        {u"reasoning_effort"_s, u"medium"_s}, {u"n_epochs"_s, 4}, {u"eval_interval"_s, 4}};
    const auto sku = [&](const QString &suffix, const QJsonObject &grader, qint64 seed) {
        return with(with(body(u"o4-mini"_s, suffix, u"sku-tasks.jsonl"_s, u"sku-tasks-valid.jsonl"_s, seed),
                         u"method"_s, method(u"reinforcement"_s, effort, grader)),
                    u"metadata"_s, QJsonObject{{u"team"_s, u"catalogue"_s}});
    };
    const auto support = [](const QString &suffix, const QString &training, const QString &validation,
                            qint64 seed) {
        return with(body(u"gpt-4.1-mini"_s, suffix, training, validation, seed), u"metadata"_s,
                    QJsonObject{{u"team"_s, u"support"_s}, {u"dataset"_s, u"tickets-2026-q3"_s}});
    };
    return {
        {sku(u"sku-rft-1"_s, exactGrader(), 1), 2 * day, 58 * minute, u"failed"_s, 0.12, 0,
         u"The reward was 0 for every sample of 20 steps in a row: the grader compares whole answers with "
         "{{item.sku}}, and the model writes sentences. The training was stopped."_s},
        {sku(u"sku-rft-2"_s, mixedGrader(), 4), 30 * hour, 52 * minute, u"succeeded"_s, 1, 0, {}},
        {support(u"support-v13"_s, u"train_v13.jsonl"_s, u"valid_v13.jsonl"_s, 13),
         27 * hour,
         131 * minute,
         u"succeeded"_s,
         1,
         860,
         {},
         {{u"proj_mobile"_s, 20 * hour}, {u"proj_search"_s, 9 * hour}}},
        {support(u"support-v13b"_s, u"train_v13_broken.jsonl"_s, u"valid_v13.jsonl"_s, 13),
         70 * minute,
         0,
         u"failed"_s,
         0,
         0,
         {}},
        {support(u"support-v14"_s, u"train_v14_full.jsonl"_s, u"valid_v14.jsonl"_s, 14),
         30 * minute,
         46 * minute,
         u"running"_s,
         0.6185,
         0,
         {},
         {}},
    };
}

} // namespace

QString SampleJob::id() const
{
    return stableId("ftjob-"_L1, u"sample:"_s + body[u"suffix"_s].toString());
}

QList<SampleTrainingFile> sampleTrainingFiles()
{
    return {
        {u"catalogue-titles.jsonl"_s, 9 * day + hour, titlePairs(90)},
        {u"sku-tasks-valid.jsonl"_s, 2 * day + hour, skuTasks(16, 500)},
        {u"sku-tasks.jsonl"_s, 2 * day + hour, skuTasks(64, 0)},
        {u"valid_v13.jsonl"_s, 28 * hour, trainingExamples(48, 1500)},
        {u"train_v13.jsonl"_s, 28 * hour, trainingExamples(400, 2000)},
        {u"train_v14_full.jsonl"_s, 32 * minute, trainingExamples(400, 0)},
    };
}

QList<SampleJob> sampleJobs()
{
    return olderJobs() + recentJobs();
}

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/finetuning/finetuningbodies.h"

#include "localserver/apifault.h"
#include "localserver/finetuning/finetuningmodels.h"
#include "localserver/graders/grader.h"
#include "localserver/ids.h"
#include "localserver/jsonfields.h"
#include "localserver/metadata.h"

#include <QJsonArray>
#include <QRandomGenerator>

#include <limits>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qint64 longestSuffix = 64;
constexpr qint64 largestSeed = 2'147'483'647;
constexpr qsizetype mostIntegrations = 5;

/** What a hyperparameter may be, besides "auto". */
struct Hyperparameter
{
    QLatin1String name;
    bool whole = true;
    double above = 0; ///< it is larger than that
    double most = std::numeric_limits<double>::max();
};

constexpr double mostEpochs = 50;
constexpr double largestBatch = 256;
constexpr double largestBeta = 2;
constexpr double leastMultiplier = 0.00001;
constexpr double largestMultiplier = 10;

QList<Hyperparameter> hyperparametersOf(const QString &method)
{
    QList<Hyperparameter> known{{"n_epochs"_L1, true, 0, mostEpochs},
                                {"batch_size"_L1, true, 0, largestBatch},
                                {"learning_rate_multiplier"_L1, false}};
    if (method == "dpo"_L1)
        known.append({"beta"_L1, false, 0, largestBeta});
    if (method == "reinforcement"_L1)
        known.append({{"compute_multiplier"_L1, false, leastMultiplier, largestMultiplier},
                      {"eval_interval"_L1},
                      {"eval_samples"_L1}});
    return known;
}

bool given(const QJsonObject &object, const QString &name)
{
    return object.contains(name) && !object[name].isNull();
}

void checkHyperparameter(const QJsonObject &object, const Hyperparameter &known, const QString &at)
{
    const QString name = known.name;
    const QJsonValue value = object[name];
    if (value.isUndefined() || value.toString() == "auto"_L1 || (value.isNull() && name == "batch_size"_L1))
        return;
    const QString param = at + u'.' + name;
    if (!value.isDouble())
        throw ApiFault::badRequest(
            u"%1 is not valid: it must be 'auto' or a number - '%2'"_s.arg(shownValue(value, 200), param),
            param);
    const JsonFields fields(object, object.keys(), at);
    if (known.whole) {
        fields.integer(name, qint64(known.above) + 1, qint64(std::min(known.most, double(largestSeed))));
        return;
    }
    fields.number(name, known.above, known.most);
    if (value.toDouble() <= known.above)
        throw ApiFault::badRequest(
            u"%1 must be greater than %2 - '%3'"_s.arg(shownValue(value, 200)).arg(known.above).arg(param),
            param);
}

/** The hyperparameters as the job shows them: all that the method has. */
QJsonObject checkedHyperparameters(const QJsonValue &value, const QString &method, const QString &at)
{
    QJsonObject object = value.isUndefined() ? QJsonObject() : requireObject(value, at);
    const QList<Hyperparameter> known = hyperparametersOf(method);
    QStringList names;
    for (const Hyperparameter &each : known)
        names.append(each.name);
    const bool reinforcement = method == "reinforcement"_L1;
    if (reinforcement)
        names.append(u"reasoning_effort"_s);
    const JsonFields fields(object, names, at);
    for (const Hyperparameter &each : known) {
        checkHyperparameter(object, each, at);
        if (!given(object, each.name))
            object[each.name] = u"auto"_s;
    }
    if (reinforcement && fields.has(u"reasoning_effort"_s))
        fields.choice(u"reasoning_effort"_s, {u"default"_s, u"low"_s, u"medium"_s, u"high"_s});
    else if (reinforcement)
        object[u"reasoning_effort"_s] = u"default"_s;
    return object;
}

/** The method as the job shows it, out of either of the places that a body may have it in. */
QJsonObject checkedMethod(const QJsonObject &body)
{
    const QString supervised = u"supervised"_s;
    const auto named = [](const QString &type, const QJsonObject &own) {
        return QJsonObject{{u"type"_s, type}, {type, own}};
    };
    if (!body.contains(u"method"_s))
        return named(supervised,
                     {{u"hyperparameters"_s, checkedHyperparameters(body[u"hyperparameters"_s], supervised,
                                                                    u"hyperparameters"_s)}});
    if (body.contains(u"hyperparameters"_s))
        throw ApiFault::badRequest(u"'hyperparameters' and 'method' cannot be given together; use "
                                   "'method'."_s,
                                   u"hyperparameters"_s);
    const QJsonObject method = requireObject(body[u"method"_s], u"method"_s);
    const QStringList types{supervised, u"dpo"_s, u"reinforcement"_s};
    const QString type =
        JsonFields(method, QStringList{u"type"_s} + types, u"method"_s).choice(u"type"_s, types);
    JsonFields(method, {u"type"_s, type}, u"method"_s); // not what belongs to another type
    const QString at = u"method."_s + type;
    const bool reinforcement = type == "reinforcement"_L1;
    if (!reinforcement && !method.contains(type))
        return named(type,
                     {{u"hyperparameters"_s, checkedHyperparameters({QJsonValue::Undefined}, type, at)}});
    const QJsonObject own = requireObject(JsonFields(method, method.keys(), u"method"_s).value(type), at);
    const JsonFields fields(own,
                            reinforcement ? QStringList{u"grader"_s, u"hyperparameters"_s}
                                          : QStringList{u"hyperparameters"_s},
                            at);
    QJsonObject shown{{u"hyperparameters"_s,
                       checkedHyperparameters(own[u"hyperparameters"_s], type, at + u".hyperparameters"_s)}};
    if (reinforcement) {
        const QJsonObject grader = requireObject(fields.value(u"grader"_s), at + u".grader"_s);
        checkGrader(grader, at + u".grader"_s, {}, GraderUse::FineTuning);
        shown[u"grader"_s] = grader;
    }
    return named(type, shown);
}

QJsonArray checkedIntegrations(const QJsonValue &value)
{
    const QString name = u"integrations"_s;
    if (value.isNull() || value.isUndefined())
        return {};
    if (!value.isArray())
        throw ApiFault::badRequest(
            u"%1 is not of type 'array' - 'integrations'"_s.arg(shownValue(value, 200)), name);
    const QJsonArray list = value.toArray();
    if (list.size() > mostIntegrations)
        throw ApiFault::badRequest(
            u"Invalid 'integrations': there are %1, and at most %2 are allowed."_s.arg(list.size())
                .arg(mostIntegrations),
            name, u"array_above_max_length"_s);
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString at = u"integrations.%1"_s.arg(i);
        const QJsonObject integration = requireObject(list.at(i), at);
        const JsonFields fields(integration, {u"type"_s, u"wandb"_s}, at);
        fields.choice(u"type"_s, {u"wandb"_s});
        const QJsonObject wandb = requireObject(fields.value(u"wandb"_s), at + u".wandb"_s);
        const JsonFields own(wandb, {u"project"_s, u"name"_s, u"entity"_s, u"tags"_s}, at + u".wandb"_s);
        own.text(u"project"_s);
        for (const QString &optional : {u"name"_s, u"entity"_s}) {
            if (given(wandb, optional))
                own.text(optional);
        }
        if (given(wandb, u"tags"_s) && !(wandb[u"tags"_s].isArray() && wandb[u"tags"_s].toArray().isEmpty()))
            own.texts(u"tags"_s);
    }
    return list;
}

/** The dated name of the model; of a fine-tuned one its own. */
QString checkedModel(const QJsonObject &body, const QString &method)
{
    const QString name = JsonFields(body, body.keys()).text(u"model"_s);
    const QString base = trainableBase(name);
    const QString param = u"model"_s;
    if (base.isEmpty())
        throw ApiFault::badRequest(
            u"The model '%1' is not available for fine-tuning or does not exist. Available are: '%2'."_s.arg(
                name, trainableModels().join("', '"_L1)),
            param, u"model_not_available"_s);
    if (!methodsOf(base).contains(method))
        throw ApiFault::badRequest(
            u"The model '%1' cannot be fine-tuned with the method '%2'. Available are: '%3'."_s.arg(
                base, method, methodsOf(base).join("', '"_L1)),
            param, u"unsupported_method"_s);
    return name.startsWith("ft:"_L1) ? name : base;
}

void checkFile(const QString &id, const FilesTable &files, const QString &param)
{
    const std::optional<QJsonObject> file = files.find(id);
    if (!file)
        throw ApiFault::badRequest(u"Invalid '%1': there is no file with the id '%2'."_s.arg(param, id),
                                   param, u"file_not_found"_s);
    const QString purpose = (*file)[u"purpose"_s].toString();
    if (purpose != "fine-tune"_L1)
        throw ApiFault::badRequest(
            u"Invalid '%1': the file '%2' has the purpose '%3', and must have the purpose 'fine-tune'."_s.arg(
                param, id, purpose),
            param, u"invalid_file_purpose"_s);
}

QString checkedSuffix(const QJsonObject &body)
{
    const QString name = u"suffix"_s;
    if (!given(body, name))
        return {};
    const QString suffix = JsonFields(body, body.keys()).text(name);
    if (suffix.toUcs4().size() > longestSuffix)
        throw ApiFault::badRequest(
            u"%1 is too long: at most %2 characters are allowed - 'suffix'"_s.arg(shownValue(suffix, 200))
                .arg(longestSuffix),
            name);
    return suffix;
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

} // namespace

QJsonObject jobFromBody(const QJsonObject &body, qint64 now)
{
    const JsonFields fields(body,
                            {u"model"_s, u"training_file"_s, u"validation_file"_s, u"suffix"_s, u"seed"_s,
                             u"method"_s, u"hyperparameters"_s, u"integrations"_s, u"metadata"_s});
    fields.value(u"model"_s);
    const QString training = fields.text(u"training_file"_s);
    const QString validation =
        given(body, u"validation_file"_s) ? fields.text(u"validation_file"_s) : QString();
    const QString suffix = checkedSuffix(body);
    const qint64 seed = given(body, u"seed"_s)
                            ? fields.integer(u"seed"_s, 0, largestSeed)
                            : QRandomGenerator::global()->bounded(std::numeric_limits<int>::max());
    const QJsonObject method = checkedMethod(body);
    const QString type = method[u"type"_s].toString();
    const QString model = checkedModel(body, type);
    const QJsonArray integrations = checkedIntegrations(body[u"integrations"_s]);
    const QJsonObject metadata = checkedMetadata(body[u"metadata"_s]);
    return {{u"object"_s, u"fine_tuning.job"_s},
            {u"id"_s, newId("ftjob-"_L1)},
            {u"created_at"_s, now},
            {u"error"_s, QJsonValue::Null},
            {u"fine_tuned_model"_s, QJsonValue::Null},
            {u"finished_at"_s, QJsonValue::Null},
            {u"hyperparameters"_s,
             type == "supervised"_L1 ? method[type][u"hyperparameters"_s].toObject() : QJsonObject()},
            {u"model"_s, model},
            {u"organization_id"_s, u"org-local"_s},
            {u"result_files"_s, QJsonArray()},
            {u"status"_s, u"validating_files"_s},
            {u"trained_tokens"_s, QJsonValue::Null},
            {u"training_file"_s, training},
            {u"validation_file"_s, textOrNull(validation)},
            {u"integrations"_s, integrations},
            {u"seed"_s, seed},
            {u"estimated_finish"_s, QJsonValue::Null},
            {u"method"_s, method},
            {u"user_provided_suffix"_s, textOrNull(suffix)},
            {u"metadata"_s,
             body[u"metadata"_s].isObject() ? QJsonValue(metadata) : QJsonValue(QJsonValue::Null)}};
}

QJsonObject jobFromBody(const QJsonObject &body, const FilesTable &files, const FineTuningTable &table,
                        qint64 now)
{
    const QJsonObject job = jobFromBody(body, now);
    const QString model = job[u"model"_s].toString();
    if (model.startsWith("ft:"_L1) && !table.model(model))
        throw ApiFault::badRequest(u"The model '%1' does not exist."_s.arg(model), u"model"_s,
                                   u"model_not_available"_s);
    for (const QString &param : {u"training_file"_s, u"validation_file"_s}) {
        if (job[param].isString())
            checkFile(job[param].toString(), files, param);
    }
    return job;
}

FineTuningNews createdNews(const QJsonObject &job)
{
    const QString id = job[u"id"_s].toString();
    const qint64 at = job[u"created_at"_s].toInteger();
    const QString validation = job[u"validation_file"_s].toString();
    QString checks = u"Validating training file: %1"_s.arg(job[u"training_file"_s].toString());
    if (!validation.isEmpty())
        checks += u" and validation file: %1"_s.arg(validation);
    FineTuningNews news;
    news.events = {jobEvent(id, at, u"info"_s, u"Created fine-tuning job: %1"_s.arg(id)),
                   jobEvent(id, at, u"info"_s, checks)};
    return news;
}

QStringList projectsFromBody(const QJsonObject &body)
{
    QStringList projects = JsonFields(body, {u"project_ids"_s}).texts(u"project_ids"_s);
    for (const QString &project : projects) {
        if (project.isEmpty())
            throw ApiFault::badRequest(u"'' is too short - 'project_ids'"_s, u"project_ids"_s);
    }
    projects.removeDuplicates();
    return projects;
}

} // namespace odc::server

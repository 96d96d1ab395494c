// SPDX-License-Identifier: GPL-3.0-or-later
#include "finetuningjob.h"

#include "api/wirenumbers.h"

#include <QJsonArray>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

QStringList texts(const QJsonValue &list)
{
    QStringList found;
    const QJsonArray array = list.toArray();
    for (const QJsonValue &value : array) {
        if (const QString text = value.toString(); !text.isEmpty())
            found << text;
    }
    return found;
}

/// "ft:gpt-4o-mini-2024-07-18:org:support-v3:9AbC": the fourth part.
QString suffixOfModel(const QString &model)
{
    return model.startsWith("ft:"_L1) ? model.section(u':', 3, 3) : QString();
}

QList<FineTuningJob::Hyperparameter> parametersOf(const QJsonObject &object)
{
    QList<FineTuningJob::Hyperparameter> found;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        found.append({it.key(), it.value()});
    return found;
}

QList<FineTuningJob::Integration> integrationsOf(const QJsonValue &list)
{
    QList<FineTuningJob::Integration> found;
    const QJsonArray array = list.toArray();
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        const QString type = json::text(object, "type"_L1);
        if (type.isEmpty())
            continue;
        const QJsonObject settings = object.value(type).toObject();
        found.append({type, json::text(settings, "project"_L1), json::text(settings, "name"_L1),
                      json::text(settings, "entity"_L1), texts(settings.value("tags"_L1))});
    }
    return found;
}

} // namespace

FineTuningJob FineTuningJob::fromJson(const QJsonObject &object)
{
    FineTuningJob job;
    job.id = json::text(object, "id"_L1);
    job.status = json::text(object, "status"_L1);
    job.model = json::text(object, "model"_L1);
    job.fineTunedModel = json::text(object, "fine_tuned_model"_L1);
    job.suffix = json::text(object, "user_provided_suffix"_L1);
    if (job.suffix.isEmpty())
        job.suffix = json::text(object, "suffix"_L1);
    if (job.suffix.isEmpty())
        job.suffix = suffixOfModel(job.fineTunedModel);
    job.organization = json::text(object, "organization_id"_L1);
    job.trainingFileId = json::text(object, "training_file"_L1);
    job.validationFileId = json::text(object, "validation_file"_L1);
    job.resultFileIds = texts(object.value("result_files"_L1));
    const QJsonObject method = object.value("method"_L1).toObject();
    job.method = json::text(method, "type"_L1);
    const QJsonObject settings = method.value(job.method).toObject();
    job.hyperparameters = parametersOf(settings.value("hyperparameters"_L1).toObject());
    if (job.hyperparameters.isEmpty())
        job.hyperparameters = parametersOf(object.value("hyperparameters"_L1).toObject());
    job.grader = settings.value("grader"_L1).toObject();
    job.integrations = integrationsOf(object.value("integrations"_L1));
    job.createdAt = json::moment(object, "created_at"_L1);
    job.finishedAt = json::moment(object, "finished_at"_L1);
    job.estimatedFinish = json::moment(object, "estimated_finish"_L1);
    job.trainedTokens = json::count(object, "trained_tokens"_L1);
    job.seed = json::integer(object, "seed"_L1);
    const QJsonObject error = object.value("error"_L1).toObject();
    job.errorCode = json::text(error, "code"_L1);
    job.errorMessage = json::text(error, "message"_L1);
    job.errorParam = json::text(error, "param"_L1);
    job.metadata = object.value("metadata"_L1).toObject();
    job.raw = object;
    job.fingerprint = qHash(object);
    return job;
}

bool FineTuningJob::isFinished() const
{
    return status == "succeeded"_L1 || status == "failed"_L1 || status == "cancelled"_L1;
}

bool FineTuningJob::canBePaused() const
{
    return status == "running"_L1;
}

bool FineTuningJob::canBeResumed() const
{
    return status == "paused"_L1;
}

QString FineTuningJob::title() const
{
    const QString name = json::text(metadata, "name"_L1);
    if (!name.isEmpty())
        return name;
    return suffix.isEmpty() ? id : suffix;
}

} // namespace odc

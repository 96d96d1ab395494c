// SPDX-License-Identifier: GPL-3.0-or-later
#include "finetuningevent.h"

#include "api/wirenumbers.h"

#include <QtNumeric>

namespace odc {

using namespace Qt::StringLiterals;

QList<TrainingMetric> trainingMetrics(const QJsonObject &object)
{
    constexpr qsizetype most = 200; // no training measures more, and each is a column
    QList<TrainingMetric> found;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const QString name = it.key();
        if (name == "step"_L1 || name == "total_steps"_L1)
            continue;
        if (found.size() == most)
            break;
        if (it.value().isDouble())
            found.append({name, it.value().toDouble()});
        else if (it.value().isNull())
            found.append({name, qQNaN()});
    }
    return found;
}

FineTuningEvent FineTuningEvent::fromJson(const QJsonObject &object)
{
    FineTuningEvent event;
    event.id = json::text(object, "id"_L1);
    event.createdAt = json::moment(object, "created_at"_L1);
    event.level = json::text(object, "level"_L1);
    event.type = json::text(object, "type"_L1);
    event.message = json::text(object, "message"_L1);
    const QJsonObject data = object.value("data"_L1).toObject();
    event.step = json::count(data, "step"_L1);
    event.totalSteps = json::count(data, "total_steps"_L1);
    if (event.step)
        event.metrics = trainingMetrics(data);
    event.raw = object;
    return event;
}

FineTuningCheckpoint FineTuningCheckpoint::fromJson(const QJsonObject &object)
{
    FineTuningCheckpoint checkpoint;
    checkpoint.id = json::text(object, "id"_L1);
    checkpoint.jobId = json::text(object, "fine_tuning_job_id"_L1);
    checkpoint.model = json::text(object, "fine_tuned_model_checkpoint"_L1);
    checkpoint.createdAt = json::moment(object, "created_at"_L1);
    const QJsonObject metrics = object.value("metrics"_L1).toObject();
    checkpoint.step = json::count(object, "step_number"_L1);
    if (!checkpoint.step)
        checkpoint.step = json::count(metrics, "step"_L1);
    checkpoint.metrics = trainingMetrics(metrics);
    checkpoint.raw = object;
    checkpoint.fingerprint = qHash(object);
    return checkpoint;
}

std::optional<double> FineTuningCheckpoint::metric(QStringView name) const
{
    for (const TrainingMetric &metric : metrics) {
        if (metric.name == name && qIsFinite(metric.value))
            return metric.value;
    }
    return {};
}

CheckpointPermission CheckpointPermission::fromJson(const QJsonObject &object)
{
    CheckpointPermission permission;
    permission.id = json::text(object, "id"_L1);
    permission.projectId = json::text(object, "project_id"_L1);
    permission.createdAt = json::moment(object, "created_at"_L1);
    permission.raw = object;
    permission.fingerprint = qHash(object);
    return permission;
}

} // namespace odc

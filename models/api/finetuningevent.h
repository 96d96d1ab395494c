// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace odc {

/// One number that was measured in training. NaN: it was named without a number.
struct TrainingMetric
{
    QString name; ///< open set: train_loss, train_mean_token_accuracy, valid_loss, full_valid_loss, ...
    double value = 0;
};

/// The metrics of an event's data or a checkpoint: every member but the counts of steps that is a number or null.
QList<TrainingMetric> trainingMetrics(const QJsonObject &object);

/// What happened to a job (`fine_tuning.job.event`). Every field but `id` may be missing.
struct FineTuningEvent
{
    QString id;
    std::optional<qint64> createdAt; ///< unix seconds
    QString level;                   ///< open set: info, warn, error
    QString type;                    ///< open set: message, metrics
    QString message;
    std::optional<qint64> step; ///< of `data`; none where it is not about a step
    std::optional<qint64> totalSteps;
    QList<TrainingMetric> metrics;
    QJsonObject raw;

    static FineTuningEvent fromJson(const QJsonObject &object);
    QJsonObject toJson() const { return raw; }
};

/// What was kept at a step (`fine_tuning.job.checkpoint`). Every field but `id` may be missing.
struct FineTuningCheckpoint
{
    QString id;
    QString jobId;
    QString model; ///< `fine_tuned_model_checkpoint`, "ft:gpt-4o-mini:org:sfx:id:ckpt-step-88"
    std::optional<qint64> createdAt; ///< unix seconds
    std::optional<qint64> step;
    QList<TrainingMetric> metrics;
    QJsonObject raw;
    size_t fingerprint = 0; ///< qHash of `raw`

    static FineTuningCheckpoint fromJson(const QJsonObject &object);
    QJsonObject toJson() const { return raw; }
    /// None where it was not measured.
    std::optional<double> metric(QStringView name) const;
    bool operator==(const FineTuningCheckpoint &other) const { return id == other.id && fingerprint == other.fingerprint; }
};

/// A project may use a checkpoint (`checkpoint.permission`).
struct CheckpointPermission
{
    QString id;
    QString projectId;
    std::optional<qint64> createdAt; ///< unix seconds
    QJsonObject raw;
    size_t fingerprint = 0; ///< qHash of `raw`

    /// Its list is followed by the answer's own `last_id` (WIRE §2).
    static constexpr bool followsLastId = true;

    static CheckpointPermission fromJson(const QJsonObject &object);
    QJsonObject toJson() const { return raw; }
    bool operator==(const CheckpointPermission &other) const { return id == other.id && fingerprint == other.fingerprint; }
};

} // namespace odc

Q_DECLARE_TYPEINFO(odc::FineTuningEvent, Q_RELOCATABLE_TYPE);
Q_DECLARE_METATYPE(odc::FineTuningEvent)
Q_DECLARE_TYPEINFO(odc::FineTuningCheckpoint, Q_RELOCATABLE_TYPE);
Q_DECLARE_METATYPE(odc::FineTuningCheckpoint)
Q_DECLARE_TYPEINFO(odc::CheckpointPermission, Q_RELOCATABLE_TYPE);
Q_DECLARE_METATYPE(odc::CheckpointPermission)

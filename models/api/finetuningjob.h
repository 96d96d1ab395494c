// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace odc {

/// A fine-tuning job (`fine_tuning.job`). Every field but `id` may be missing; "" reads as absent (WIRE §11).
struct FineTuningJob
{
    /// One hyperparameter as the server has it: "auto" or a number (WIRE §9), null where it has not decided yet.
    struct Hyperparameter
    {
        QString name; ///< "n_epochs"
        QJsonValue value;
    };
    struct Integration
    {
        QString type; ///< open set: wandb
        QString project;
        QString name;
        QString entity;
        QStringList tags;
    };

    QString id;
    QString status; ///< open set: validating_files, queued, running, paused, succeeded, failed, cancelled
    QString model;  ///< the base model
    QString fineTunedModel; ///< empty while there is none
    QString suffix;         ///< as it was asked for, where the server says it, else as the model's name has it
    QString method;         ///< open set: supervised, dpo, reinforcement; empty: not said
    QString organization;
    QString trainingFileId;
    QString validationFileId;  ///< empty: none
    QStringList resultFileIds; ///< of purpose fine-tune-results
    QList<Hyperparameter> hyperparameters; ///< of its method; jobs made before there were methods have them in the job
    QJsonObject grader;                    ///< of the method reinforcement
    QList<Integration> integrations;
    std::optional<qint64> createdAt; ///< unix seconds, as the next two
    std::optional<qint64> finishedAt;
    std::optional<qint64> estimatedFinish;
    std::optional<qint64> trainedTokens;
    std::optional<qint64> seed;
    QString errorCode;
    QString errorMessage; ///< empty: no error
    QString errorParam;
    QJsonObject metadata;
    QJsonObject raw;
    size_t fingerprint = 0; ///< qHash of `raw`

    static FineTuningJob fromJson(const QJsonObject &object);
    QJsonObject toJson() const { return raw; }
    /// Nothing will change any more. An unknown status counts as unfinished.
    bool isFinished() const;
    bool canBeCancelled() const { return !isFinished(); }
    bool canBePaused() const;
    bool canBeResumed() const;
    /// What a person calls it: the name in its metadata, the suffix, or the id.
    QString title() const;
    bool operator==(const FineTuningJob &other) const { return id == other.id && fingerprint == other.fingerprint; }
};

} // namespace odc

Q_DECLARE_TYPEINFO(odc::FineTuningJob, Q_RELOCATABLE_TYPE);
Q_DECLARE_METATYPE(odc::FineTuningJob)

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace odc {

/// How many output items of a run ended how.
struct EvalCounts
{
    qint64 total = 0;
    qint64 passed = 0;
    qint64 failed = 0;
    qint64 errored = 0;

    qint64 ended() const { return passed + failed + errored; }
    /// passed of those that were graded, 0..1; none when nothing was.
    std::optional<double> passRate() const;
};

/// A run of an eval (`eval.run`). Every field but `id` may be missing.
struct EvalRun
{
    QString id;
    QString evalId;
    QString status; ///< open set: queued, in_progress, completed, failed, canceled
    QString name;
    QString model;  ///< empty where the data bring their own answers
    std::optional<qint64> createdAt; ///< unix seconds
    QString reportUrl;
    EvalCounts counts;
    struct Usage
    {
        QString model;
        qint64 invocations = 0;
        qint64 promptTokens = 0;
        qint64 cachedTokens = 0;
        qint64 completionTokens = 0;
        qint64 totalTokens = 0;
    };
    QList<Usage> perModel;
    struct CriterionCounts
    {
        QString criterion; ///< its id
        qint64 passed = 0;
        qint64 failed = 0;
    };
    QList<CriterionCounts> perCriterion;
    QString dataSourceType; ///< jsonl, completions, responses
    QString errorCode;
    QString errorMessage;
    QJsonObject metadata;
    QJsonObject raw;
    size_t fingerprint = 0; ///< qHash of `raw`

    static EvalRun fromJson(const QJsonObject &object);
    QJsonObject toJson() const { return raw; }
    /// Nothing will change any more. An unknown status counts as unfinished.
    bool isFinished() const;
    bool isCanceled() const; ///< in either spelling
    qint64 totalTokens() const;
    /// The name, or what stands for it: the model, the id.
    QString title() const;
    bool operator==(const EvalRun &other) const { return id == other.id && fingerprint == other.fingerprint; }
};

} // namespace odc

Q_DECLARE_TYPEINFO(odc::EvalRun, Q_RELOCATABLE_TYPE);
Q_DECLARE_METATYPE(odc::EvalRun)

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/batchlinks.h"

#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QString>

#include <algorithm>
#include <optional>

namespace odc {

/// How many requests of a batch ended how. All 0 while it is validated.
struct BatchCounts
{
    qint64 total = 0;
    qint64 completed = 0;
    qint64 failed = 0;

    qint64 ended() const { return completed + failed; }
    /// Not ended yet, or never answered; never below 0, whatever the server counted.
    qint64 left() const { return std::max<qint64>(0, total - ended()); }
};

/// Why the input file was refused (`errors.data`).
struct BatchLineError
{
    QString code; ///< open set: invalid_json_line, duplicate_custom_id, ...
    QString message;
    QString param;
    qint64 line = 0; ///< from 1; 0: the whole file
};

/// A batch (`batch`). Every field but `id` may be missing; "" reads as absent (WIRE §11).
struct BatchObject
{
    QString id;
    QString endpoint; ///< "/v1/chat/completions"
    QString model;    ///< empty where the server does not say
    QString status;   ///< open set: validating, failed, in_progress, finalizing, completed, expired,
                      ///< cancelling, cancelled
    QString inputFileId;
    QString outputFileId;     ///< empty: no request was answered (yet)
    QString errorFileId;      ///< empty: no request failed (yet)
    QString completionWindow; ///< "24h"
    QList<BatchLineError> errors;
    BatchCounts counts;
    // Unix seconds, in the order in which they come.
    std::optional<qint64> createdAt;
    std::optional<qint64> inProgressAt;
    std::optional<qint64> finalizingAt;
    std::optional<qint64> completedAt;
    std::optional<qint64> failedAt;
    std::optional<qint64> expiresAt; ///< when its time is over
    std::optional<qint64> expiredAt;
    std::optional<qint64> cancellingAt;
    std::optional<qint64> cancelledAt;
    struct Usage
    {
        qint64 inputTokens = 0;
        qint64 cachedTokens = 0; ///< of the input
        qint64 outputTokens = 0;
        qint64 reasoningTokens = 0; ///< of the output
        qint64 totalTokens = 0;
    };
    std::optional<Usage> usage; ///< the service gives it for batches made after 2025-09-07
    QJsonObject metadata;
    BatchLinks links; ///< read from `metadata`
    QJsonObject raw;
    size_t fingerprint = 0; ///< qHash of `raw`

    static BatchObject fromJson(const QJsonObject &object);
    QJsonObject toJson() const { return raw; }
    /// Nothing will change any more. An unknown status counts as unfinished.
    bool isFinished() const;
    /// It runs, or is being cancelled: its files may not be what they will be.
    bool mayStillAnswer() const;
    bool canBeCancelled() const;
    /// When it ended, however; none while it has not.
    std::optional<qint64> endedAt() const;
    bool operator==(const BatchObject &other) const
    {
        return id == other.id && fingerprint == other.fingerprint;
    }
};

/// What a batch came to, for people: its status alone says "completed" of one whose requests all failed.
enum class BatchOutcome : quint8 {
    Running,
    Cancelling,
    Completed,
    PartlyFailed, ///< completed, and some requests failed
    AllFailed,    ///< ended, and no request was answered though there were some
    Refused,      ///< failed: its input file was
    Expired,      ///< with part of the results, or none
    Cancelled,
    Unknown ///< a status that the console does not know
};
BatchOutcome outcomeOf(const BatchObject &batch);

} // namespace odc

Q_DECLARE_TYPEINFO(odc::BatchObject, Q_RELOCATABLE_TYPE);
Q_DECLARE_METATYPE(odc::BatchObject)

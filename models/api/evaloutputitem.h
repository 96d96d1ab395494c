// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace odc {

/// One item of a run with its answer and grades (`eval.run.output_item`). Every field but `id` may be missing.
struct EvalOutputItem
{
    QString id;
    QString runId;
    QString evalId;
    QString status; ///< open set: pass, fail, error; "failed" is read, too
    std::optional<qint64> createdAt; ///< unix seconds
    qint64 itemNumber = -1; ///< datasource_item_id: the same row in all runs over the same data
    QJsonObject item;       ///< the row
    struct Grade
    {
        QString criterion; ///< its id
        QString type;
        std::optional<double> score;
        bool passed = false;
        QJsonObject raw; ///< with the sample of a model grader
    };
    QList<Grade> grades;
    QString model; ///< of the sample
    QString finishReason;
    QJsonArray input;  ///< messages
    QJsonArray output; ///< messages
    qint64 totalTokens = 0;
    QString errorCode; ///< of the sample
    QString errorMessage;
    QJsonObject raw;
    size_t fingerprint = 0; ///< qHash of `raw`

    static EvalOutputItem fromJson(const QJsonObject &object);
    QJsonObject toJson() const { return raw; }
    enum class Verdict { Passed, Failed, Errored, Unknown };
    Verdict verdict() const;
    /// What was asked: the last message of the user, or else the row itself, as text.
    QString inputText() const;
    /// What was answered, as text.
    QString outputText() const;
    /// Null when the criterion did not grade it.
    const Grade *grade(const QString &criterion) const;
    bool operator==(const EvalOutputItem &other) const { return id == other.id && fingerprint == other.fingerprint; }
};

/// The text of a message's content, in any of the shapes of WIRE §10; images and sound as a word in brackets.
QString messageText(const QJsonValue &content);

} // namespace odc

Q_DECLARE_TYPEINFO(odc::EvalOutputItem, Q_RELOCATABLE_TYPE);
Q_DECLARE_METATYPE(odc::EvalOutputItem)

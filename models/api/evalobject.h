// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace odc {

/// One grader of an eval. What a kind of grader has beside these is in `raw`.
struct EvalCriterion
{
    QString id;   ///< given by the server ("String check-<uuid>"); results name criteria by it
    QString name; ///< as the person called it; may be empty
    QString type; ///< open set: label_model, string_check, text_similarity, python, score_model
    QJsonObject raw;

    /// The name, or what stands for it.
    QString title() const;
};

/// An eval (`eval`): what items look like and how answers are graded. Every field but `id` may be missing.
struct EvalObject
{
    QString id;
    QString name;
    QString dataSourceType; ///< open set: custom, logs, stored_completions
    QJsonObject itemSchema; ///< JSON Schema of one item; empty when not known
    bool hasSampleSchema = false; ///< items may bring a sample, or one is made for them
    QList<EvalCriterion> criteria;
    std::optional<qint64> createdAt; ///< unix seconds
    QJsonObject metadata;
    QJsonObject raw;        ///< the whole object as received
    size_t fingerprint = 0; ///< qHash of `raw`

    static EvalObject fromJson(const QJsonObject &object);
    QJsonObject toJson() const { return raw; }
    /// Null when there is no criterion of that id (or, as some servers answer, name).
    const EvalCriterion *criterion(const QString &idOrName) const;
    bool operator==(const EvalObject &other) const { return id == other.id && fingerprint == other.fingerprint; }
};

} // namespace odc

Q_DECLARE_TYPEINFO(odc::EvalObject, Q_RELOCATABLE_TYPE);
Q_DECLARE_METATYPE(odc::EvalObject)

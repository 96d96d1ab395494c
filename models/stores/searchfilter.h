// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/formproblem.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

namespace odc {

/// The filter of a search as a tree: comparisons of attributes, joined by "and" and "or" (WIRE §5). What a
/// filter has that is neither is kept as it stands, so that reading and writing changes nothing. A value.
struct SearchFilter
{
    enum class Kind {
        Nothing,    ///< lets every file through
        Comparison, ///< `op`, `key`, `value`
        And,
        Or,
        Other, ///< cannot be shown as conditions: `other`
    };
    Kind kind = Kind::Nothing;
    QString op{}; ///< one of comparisons()
    QString key{};
    QJsonValue value{};          ///< text, number or boolean; of "in" and "nin" a list of texts and numbers
    QList<SearchFilter> parts{}; ///< of And and Or
    QJsonValue other{};

    static SearchFilter comparison(const QString &key, const QString &op, const QJsonValue &value);
    static SearchFilter joined(Kind kind, const QList<SearchFilter> &parts);
    static SearchFilter fromJson(const QJsonValue &value);
    /// Undefined for Nothing.
    QJsonValue toJson() const;
    /// As a request has it: empty for Nothing, and where it is no object.
    QJsonObject toObject() const { return toJson().toObject(); }

    bool isEmpty() const { return kind == Kind::Nothing; }
    bool isJoined() const { return kind == Kind::And || kind == Kind::Or; }
    /// Nothing in it is Other.
    bool isUnderstood() const;
    /// Which rules it does not keep; paths from the filter on: "filters[1].value", "key".
    QList<FormProblem> problems() const;
    /// For a person: `lang eq "en" and (year gte 2025 or tier in "a", "b")`.
    QString words() const;

    /// What is shown side by side: the parts of an outermost "and", else the filter itself; nothing of
    /// Nothing.
    QList<SearchFilter> conditions() const;
    /// The other way: one condition is itself, several are joined by "and".
    static SearchFilter fromConditions(const QList<SearchFilter> &conditions);
    /// Files have to pass both.
    static SearchFilter both(const SearchFilter &one, const SearchFilter &two);

    /// "eq", "ne", "gt", "gte", "lt", "lte", "in", "nin".
    static const QStringList &comparisons();
    static bool takesList(const QString &op);
    /// `"en"`, `2025`, `true`; of a list with commas between.
    static QString valueWords(const QJsonValue &value);

    bool operator==(const SearchFilter &) const = default;

    static constexpr int longestKey = 64;
    static constexpr int longestText = 512;
    static constexpr int deepest = 16; ///< what is nested deeper is Other
};

} // namespace odc

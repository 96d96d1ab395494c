// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QJsonObject>
#include <QJsonValue>
#include <QMetaType>
#include <QString>

#include <optional>

namespace odc {

/// One value of a file's attributes: a text, a number or a boolean. A value of another kind that a server
/// holds all the same is kept as it came.
///
/// Text that a person types becomes a value so: `true` and `false`, in any case, are booleans. What JSON
/// writes as a number is one, but for whole numbers beyond 2^53, whose last digits numbers lose, and leading
/// zeros (`007`) or signs (`+5`), which are parts of codes. A JSON string in its quotes is the text within:
/// `"42"` is a text. Everything else is a text as it is. typedText() is the way back.
class AttributeValue
{
    Q_DECLARE_TR_FUNCTIONS(AttributeValue)
public:
    enum class Type {
        String,
        Number,
        Boolean,
        Other ///< null, a list or an object: nothing the service takes
    };

    AttributeValue() : m_json(QString()) {}
    explicit AttributeValue(const QString &text) : m_json(text) {}
    explicit AttributeValue(double number) : m_json(number) {}
    explicit AttributeValue(bool on) : m_json(on) {}
    static AttributeValue fromJson(const QJsonValue &value);
    const QJsonValue &toJson() const { return m_json; }

    Type type() const;
    /// As people read it: a text without quotes. Numbers are written as JSON has them, in every language.
    QString text() const;
    /// As it would have to be typed: read() gives the same value.
    QString typedText() const;
    /// By the rules above.
    static AttributeValue read(const QString &typed);
    /// The same where a text is expected: only quotes are looked at.
    static AttributeValue readText(const QString &typed);
    /// `typed` as a value of this type; none when it is not one.
    static std::optional<AttributeValue> readAs(const QString &typed, Type type);
    /// The same value as another type: "1" as 1, true as "true", 1 as true; none where there is no such.
    std::optional<AttributeValue> as(Type type) const;

    /// Why it cannot be sent, as a translated sentence; empty: it can.
    QString problem() const;
    /// Numbers are equal when they are the same number, however they came.
    bool operator==(const AttributeValue &other) const;
    /// Below, at or above 0: numbers, then booleans, then texts, then the rest.
    int compare(const AttributeValue &other) const;

    /// Translated: "text", "number", "true or false".
    static QString typeName(Type type);

private:
    QJsonValue m_json;
};

/// What the service takes as the attributes of one file (WIRE §5).
namespace attributerules {

constexpr qsizetype mostPairs = 16;
constexpr qsizetype longestKey = 64;   ///< characters
constexpr qsizetype longestText = 512; ///< characters

/// Characters as people count them: a pair of surrogates is one.
qsizetype length(const QString &text);
/// Why this is no key, as a translated sentence; empty: it is one.
QString keyProblem(const QString &key);
/// Why a file cannot have so many of them; empty: it can.
QString countProblem(qsizetype pairs);

} // namespace attributerules

} // namespace odc

Q_DECLARE_METATYPE(odc::AttributeValue)

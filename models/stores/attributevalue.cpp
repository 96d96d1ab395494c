// SPDX-License-Identifier: GPL-3.0-or-later
#include "attributevalue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr double mostExact = 9007199254740992.0; // 2^53

/// The number that JSON writes so, unless it would lose digits.
std::optional<QJsonValue> numberOf(const QString &typed)
{
    static const QRegularExpression form(u"\\A-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?\\z"_s);
    const auto match = form.match(typed);
    if (!match.hasMatch())
        return {};
    bool ok = false;
    const double number = typed.toDouble(&ok);
    if (!ok || !std::isfinite(number))
        return {};
    const bool isWhole = match.capturedLength(2) == 0 && match.capturedLength(3) == 0;
    if (isWhole && std::abs(number) >= mostExact)
        return {};
    if (isWhole && number != 0)
        return QJsonValue(qint64(number));
    return QJsonValue(number == 0 ? 0.0 : number); // there is no -0 to be told from 0
}

std::optional<bool> booleanOf(const QString &typed)
{
    if (typed.compare("true"_L1, Qt::CaseInsensitive) == 0)
        return true;
    if (typed.compare("false"_L1, Qt::CaseInsensitive) == 0)
        return false;
    return {};
}

/// The text of a JSON string in its quotes.
std::optional<QString> quotedText(const QString &typed)
{
    if (typed.size() < 2 || !typed.startsWith(u'"') || !typed.endsWith(u'"'))
        return {};
    const QJsonArray array = QJsonDocument::fromJson('[' + typed.toUtf8() + ']').array();
    return array.size() == 1 && array.at(0).isString() ? std::optional(array.at(0).toString()) : std::nullopt;
}

QString quoted(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(1, array.size() - 2));
}

QString numberText(const QJsonValue &number)
{
    const double value = number.toDouble();
    if (const qint64 whole = number.toInteger(0); double(whole) == value)
        return QString::number(whole); // also beyond 2^53, when it came as a whole number
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

int rank(AttributeValue::Type type)
{
    switch (type) {
    case AttributeValue::Type::Number:
        return 0;
    case AttributeValue::Type::Boolean:
        return 1;
    case AttributeValue::Type::String:
        return 2;
    case AttributeValue::Type::Other:
        return 3;
    }
    return 3;
}

} // namespace

AttributeValue AttributeValue::fromJson(const QJsonValue &value)
{
    AttributeValue result;
    result.m_json = value;
    return result;
}

AttributeValue::Type AttributeValue::type() const
{
    switch (m_json.type()) {
    case QJsonValue::String:
        return Type::String;
    case QJsonValue::Double:
        return Type::Number;
    case QJsonValue::Bool:
        return Type::Boolean;
    default:
        return Type::Other;
    }
}

QString AttributeValue::text() const
{
    switch (type()) {
    case Type::String:
        return m_json.toString();
    case Type::Number:
        return numberText(m_json);
    case Type::Boolean:
        return m_json.toBool() ? u"true"_s : u"false"_s;
    case Type::Other: {
        const QByteArray array = QJsonDocument(QJsonArray{m_json}).toJson(QJsonDocument::Compact);
        return QString::fromUtf8(array.sliced(1, array.size() - 2));
    }
    }
    return {};
}

QString AttributeValue::typedText() const
{
    const QString plain = text();
    if (type() != Type::String)
        return plain;
    return plain.isEmpty() || !(read(plain) == *this) ? quoted(plain) : plain;
}

AttributeValue AttributeValue::read(const QString &typed)
{
    if (const auto on = booleanOf(typed))
        return AttributeValue(*on);
    if (const auto number = numberOf(typed))
        return fromJson(*number);
    return readText(typed);
}

AttributeValue AttributeValue::readText(const QString &typed)
{
    return AttributeValue(quotedText(typed).value_or(typed));
}

std::optional<AttributeValue> AttributeValue::readAs(const QString &typed, Type type)
{
    switch (type) {
    case Type::String:
        return readText(typed);
    case Type::Number:
        if (const auto number = numberOf(typed.trimmed()))
            return fromJson(*number);
        return {};
    case Type::Boolean:
        if (const auto on = booleanOf(typed.trimmed()))
            return AttributeValue(*on);
        return {};
    case Type::Other:
        return {};
    }
    return {};
}

std::optional<AttributeValue> AttributeValue::as(Type wanted) const
{
    if (wanted == type())
        return *this;
    switch (wanted) {
    case Type::String:
        return type() == Type::Other ? std::nullopt : std::optional(AttributeValue(text()));
    case Type::Number:
        if (type() == Type::Boolean)
            return AttributeValue(m_json.toBool() ? 1.0 : 0.0);
        return type() == Type::String ? readAs(m_json.toString(), wanted) : std::nullopt;
    case Type::Boolean:
        if (type() == Type::Number && (m_json.toDouble() == 0 || m_json.toDouble() == 1))
            return AttributeValue(m_json.toDouble() == 1);
        return type() == Type::String ? readAs(m_json.toString(), wanted) : std::nullopt;
    case Type::Other:
        return {};
    }
    return {};
}

QString AttributeValue::problem() const
{
    if (type() == Type::Other)
        return tr("The server holds something here that is no text, number or boolean");
    if (type() == Type::Number && !std::isfinite(m_json.toDouble()))
        return tr("This is no number that can be sent");
    if (const qsizetype length = type() == Type::String ? attributerules::length(m_json.toString()) : 0;
        length > attributerules::longestText)
        return tr("The text has %Ln characters; 512 are the most", nullptr, int(length));
    return {};
}

bool AttributeValue::operator==(const AttributeValue &other) const
{
    if (type() != other.type())
        return false;
    if (type() == Type::Number)
        return m_json.toDouble() == other.m_json.toDouble() && m_json.toInteger() == other.m_json.toInteger();
    return m_json == other.m_json;
}

int AttributeValue::compare(const AttributeValue &other) const
{
    if (const int ranks = rank(type()) - rank(other.type()); ranks != 0)
        return ranks;
    switch (type()) {
    case Type::Number: {
        const double left = m_json.toDouble();
        const double right = other.m_json.toDouble();
        return left < right ? -1 : int(right < left);
    }
    case Type::Boolean:
        return int(m_json.toBool()) - int(other.m_json.toBool());
    case Type::String:
        return m_json.toString().compare(other.m_json.toString(), Qt::CaseInsensitive);
    case Type::Other:
        return text().compare(other.text());
    }
    return 0;
}

QString AttributeValue::typeName(Type type)
{
    switch (type) {
    case Type::String:
        return tr("text");
    case Type::Number:
        return tr("number");
    case Type::Boolean:
        return tr("true or false");
    case Type::Other:
        return tr("other");
    }
    return {};
}

namespace attributerules {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(AttributeRules)
};
} // namespace

qsizetype length(const QString &text)
{
    qsizetype pairs = 0;
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text.at(i).isLowSurrogate() && text.at(i - 1).isHighSurrogate())
            ++pairs;
    }
    return text.size() - pairs;
}

QString keyProblem(const QString &key)
{
    if (key.isEmpty())
        return Tr::tr("A key has at least one character");
    if (const qsizetype characters = length(key); characters > longestKey)
        return Tr::tr("The key has %Ln characters; 64 are the most", nullptr, int(characters));
    return {};
}

QString countProblem(qsizetype pairs)
{
    return pairs > mostPairs ? Tr::tr("A file has at most 16 attributes, and this would be %1").arg(pairs)
                             : QString();
}

} // namespace attributerules

} // namespace odc

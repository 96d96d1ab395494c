// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/evals/jsonschema.h"

#include "localserver/jsonfields.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

/** A schema that refers to itself without taking a member of the value would go on for ever. */
constexpr int maxDepth = 64;

/** Several stand in one sentence, so that each is kept shorter than where one is all there is. */
QString shown(const QJsonValue &value)
{
    constexpr qsizetype longest = 60;
    return shownValue(value, longest);
}

QString listed(const QJsonArray &values)
{
    QStringList texts;
    for (const QJsonValue &value : values)
        texts.append(shown(value));
    return texts.join(u", "_s);
}

bool isWhole(const QJsonValue &value)
{
    return value.isDouble() && std::trunc(value.toDouble()) == value.toDouble();
}

bool hasType(const QJsonValue &value, const QString &type)
{
    if (type == "integer"_L1)
        return isWhole(value);
    switch (value.type()) {
    case QJsonValue::Null:
        return type == "null"_L1;
    case QJsonValue::Bool:
        return type == "boolean"_L1;
    case QJsonValue::Double:
        return type == "number"_L1;
    case QJsonValue::String:
        return type == "string"_L1;
    case QJsonValue::Array:
        return type == "array"_L1;
    case QJsonValue::Object:
        return type == "object"_L1;
    case QJsonValue::Undefined:
        break;
    }
    return false;
}

qsizetype lengthOf(const QString &text)
{
    return text.toUcs4().size();
}

/** The part of \p root that "#/a/b" points at. */
std::optional<QJsonValue> referred(const QJsonValue &root, const QString &reference)
{
    if (reference == "#"_L1)
        return root;
    if (!reference.startsWith(u"#/"_s))
        return std::nullopt;
    QJsonValue at = root;
    for (QString step : reference.mid(2).split(u'/')) {
        step.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
        if (at.isArray())
            at = at[step.toInt()];
        else
            at = at[step];
        if (at.isUndefined())
            return std::nullopt;
    }
    return at;
}

/** Judges one value; what is found is a sentence, nothing found is an empty text. */
class Matcher
{
public:
    explicit Matcher(const QJsonValue &root) : m_root(root) {}

    QString match(const QJsonValue &value, const QJsonValue &schema, const QString &path, int depth = 0) const
    {
        if (schema.isBool())
            return schema.toBool() ? QString() : u"%1 is not allowed"_s.arg(path);
        if (depth > maxDepth || --m_stepsLeft < 0)
            return u"%1 cannot be judged: its schema goes round in circles"_s.arg(path);
        const QJsonObject rules = schema.toObject();
        const Place place{value, rules, path, depth};
        for (const auto &check : {&Matcher::reference, &Matcher::kind, &Matcher::number, &Matcher::text,
                                  &Matcher::list, &Matcher::object, &Matcher::combined}) {
            const QString fault = (this->*check)(place);
            if (!fault.isEmpty())
                return fault;
        }
        return {};
    }

private:
    struct Place
    {
        const QJsonValue &value;
        const QJsonObject &rules;
        const QString &path;
        const int depth;
    };

    QString reference(const Place &at) const
    {
        const QJsonValue reference = at.rules[u"$ref"_s];
        if (!reference.isString())
            return {};
        const std::optional<QJsonValue> target = referred(m_root, reference.toString());
        return target ? match(at.value, *target, at.path, at.depth + 1) : QString();
    }

    QString kind(const Place &at) const
    {
        const QJsonValue type = at.rules[u"type"_s];
        if (!type.isUndefined()) {
            const QJsonArray types = type.isArray() ? type.toArray() : QJsonArray{type};
            bool fits = false;
            for (const QJsonValue &each : types)
                fits = fits || hasType(at.value, each.toString());
            if (!fits)
                return u"%1 is not of type %2"_s.arg(at.path, listed(types));
        }
        const QJsonValue options = at.rules[u"enum"_s];
        if (options.isArray() && !options.toArray().contains(at.value))
            return u"%1 is %2, which is not one of %3"_s.arg(at.path, shown(at.value),
                                                             listed(options.toArray()));
        if (at.rules.contains(u"const"_s) && at.rules[u"const"_s] != at.value)
            return u"%1 is not %2"_s.arg(at.path, shown(at.rules[u"const"_s]));
        return {};
    }

    QString number(const Place &at) const
    {
        if (!at.value.isDouble())
            return {};
        const double value = at.value.toDouble();
        const QJsonValue minimum = at.rules[u"minimum"_s];
        const QJsonValue maximum = at.rules[u"maximum"_s];
        const QJsonValue above = at.rules[u"exclusiveMinimum"_s];
        const QJsonValue below = at.rules[u"exclusiveMaximum"_s];
        if (minimum.isDouble() && value < minimum.toDouble())
            return u"%1 is less than %2"_s.arg(at.path, shown(minimum));
        if (maximum.isDouble() && value > maximum.toDouble())
            return u"%1 is greater than %2"_s.arg(at.path, shown(maximum));
        if (above.isDouble() && value <= above.toDouble())
            return u"%1 is not greater than %2"_s.arg(at.path, shown(above));
        if (below.isDouble() && value >= below.toDouble())
            return u"%1 is not less than %2"_s.arg(at.path, shown(below));
        return {};
    }

    QString text(const Place &at) const
    {
        if (!at.value.isString())
            return {};
        const QString value = at.value.toString();
        const QJsonValue shortest = at.rules[u"minLength"_s];
        const QJsonValue longest = at.rules[u"maxLength"_s];
        const QJsonValue pattern = at.rules[u"pattern"_s];
        if (shortest.isDouble() && double(lengthOf(value)) < shortest.toDouble())
            return u"%1 is shorter than %2 characters"_s.arg(at.path, shown(shortest));
        if (longest.isDouble() && double(lengthOf(value)) > longest.toDouble())
            return u"%1 is longer than %2 characters"_s.arg(at.path, shown(longest));
        if (pattern.isString() && !QRegularExpression(pattern.toString()).match(value).hasMatch())
            return u"%1 does not match the pattern %2"_s.arg(at.path, pattern.toString());
        return {};
    }

    QString list(const Place &at) const
    {
        if (!at.value.isArray())
            return {};
        const QJsonArray values = at.value.toArray();
        const QJsonValue fewest = at.rules[u"minItems"_s];
        const QJsonValue most = at.rules[u"maxItems"_s];
        if (fewest.isDouble() && double(values.size()) < fewest.toDouble())
            return u"%1 has fewer than %2 items"_s.arg(at.path, shown(fewest));
        if (most.isDouble() && double(values.size()) > most.toDouble())
            return u"%1 has more than %2 items"_s.arg(at.path, shown(most));
        const QJsonValue items = at.rules[u"items"_s];
        if (!items.isObject() && !items.isBool())
            return {};
        for (qsizetype i = 0; i < values.size(); ++i) {
            const QString fault = match(values.at(i), items, u"%1[%2]"_s.arg(at.path).arg(i), 0);
            if (!fault.isEmpty())
                return fault;
        }
        return {};
    }

    QString object(const Place &at) const
    {
        if (!at.value.isObject())
            return {};
        const QJsonObject value = at.value.toObject();
        for (const QJsonValue &name : at.rules[u"required"_s].toArray()) {
            if (!value.contains(name.toString()))
                return u"%1.%2 is missing"_s.arg(at.path, name.toString());
        }
        const QJsonObject properties = at.rules[u"properties"_s].toObject();
        const QJsonValue others = at.rules[u"additionalProperties"_s];
        for (auto it = value.begin(); it != value.end(); ++it) {
            const auto known = properties.constFind(it.key());
            const QJsonValue rules = known != properties.constEnd() ? known.value() : others;
            if (!rules.isObject() && !rules.isBool())
                continue;
            const QString path = u"%1.%2"_s.arg(at.path, it.key());
            const QString fault = match(it.value(), rules, path, 0);
            if (!fault.isEmpty())
                return fault;
        }
        return {};
    }

    QString combined(const Place &at) const
    {
        const auto fits = [&](const QJsonValue &schema) {
            return match(at.value, schema, at.path, at.depth + 1).isEmpty();
        };
        const auto fitting = [&](const QJsonArray &schemas) {
            int count = 0;
            for (const QJsonValue &schema : schemas)
                count += fits(schema) ? 1 : 0;
            return count;
        };
        for (const QJsonValue &schema : at.rules[u"allOf"_s].toArray()) {
            const QString fault = match(at.value, schema, at.path, at.depth + 1);
            if (!fault.isEmpty())
                return fault;
        }
        if (at.rules[u"anyOf"_s].isArray() && fitting(at.rules[u"anyOf"_s].toArray()) == 0)
            return u"%1 fits none of the forms that are allowed there"_s.arg(at.path);
        if (at.rules[u"oneOf"_s].isArray() && fitting(at.rules[u"oneOf"_s].toArray()) != 1)
            return u"%1 does not fit exactly one of the forms that are allowed there"_s.arg(at.path);
        if (at.rules.contains(u"not"_s) && fits(at.rules[u"not"_s]))
            return u"%1 has a form that is not allowed there"_s.arg(at.path);
        return {};
    }

    const QJsonValue m_root;
    mutable int m_stepsLeft = 1'000'000;
};

/** Judges a schema. */
class Inspector
{
public:
    explicit Inspector(const QJsonValue &root) : m_root(root) {}

    QString inspect(const QJsonValue &schema, const QString &path, int depth = 0) const
    {
        if (schema.isBool())
            return {};
        if (!schema.isObject())
            return u"%1 is not a schema"_s.arg(path);
        if (depth > maxDepth)
            return u"%1 is nested too deeply"_s.arg(path);
        const QJsonObject rules = schema.toObject();
        QString fault = ownFault(rules, path);
        for (const auto *name : {"items", "additionalProperties", "not"}) {
            const QString key = QLatin1String(name);
            if (fault.isEmpty() && rules.contains(key) && !rules[key].isArray())
                fault = inspect(rules[key], path + u'.' + key, depth + 1);
        }
        for (const auto *name : {"anyOf", "oneOf", "allOf"}) {
            const QString key = QLatin1String(name);
            if (fault.isEmpty() && rules.contains(key) && rules[key].toArray().isEmpty())
                fault = u"%1.%2 is not a list of schemas"_s.arg(path, key);
            const QJsonArray schemas = rules[key].toArray();
            for (qsizetype i = 0; i < schemas.size() && fault.isEmpty(); ++i)
                fault = inspect(schemas.at(i), u"%1.%2[%3]"_s.arg(path, key).arg(i), depth + 1);
        }
        const QJsonObject properties = rules[u"properties"_s].toObject();
        for (auto it = properties.begin(); it != properties.end() && fault.isEmpty(); ++it)
            fault = inspect(it.value(), u"%1.properties.%2"_s.arg(path, it.key()), depth + 1);
        return fault;
    }

private:
    static QString typeFault(const QJsonValue &type, const QString &path)
    {
        static const QStringList known{u"string"_s, u"number"_s, u"integer"_s, u"boolean"_s,
                                       u"object"_s, u"array"_s,  u"null"_s};
        for (const QJsonValue &each : type.isArray() ? type.toArray() : QJsonArray{type}) {
            if (!known.contains(each.toString()))
                return u"%1.type: %2 is not a type"_s.arg(path, shown(each));
        }
        return {};
    }

    QString ownFault(const QJsonObject &rules, const QString &path) const
    {
        if (rules.contains(u"type"_s)) {
            const QString fault = typeFault(rules[u"type"_s], path);
            if (!fault.isEmpty())
                return fault;
        }
        const auto notA = [&](const QString &name, QJsonValue::Type type) {
            return rules.contains(name) && rules[name].type() != type;
        };
        if (notA(u"properties"_s, QJsonValue::Object))
            return u"%1.properties is not an object"_s.arg(path);
        if (notA(u"required"_s, QJsonValue::Array))
            return u"%1.required is not a list"_s.arg(path);
        if (notA(u"enum"_s, QJsonValue::Array))
            return u"%1.enum is not a list"_s.arg(path);
        if (notA(u"pattern"_s, QJsonValue::String) ||
            !QRegularExpression(rules[u"pattern"_s].toString()).isValid())
            return u"%1.pattern is not a regular expression"_s.arg(path);
        for (const auto *name : {"minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"}) {
            if (notA(QLatin1String(name), QJsonValue::Double))
                return u"%1.%2 is not a number"_s.arg(path, QLatin1String(name));
        }
        const QJsonValue reference = rules[u"$ref"_s];
        if (!reference.isUndefined() && !referred(m_root, reference.toString()))
            return u"%1.$ref: %2 leads nowhere"_s.arg(path, shown(reference));
        return {};
    }

    const QJsonValue m_root;
};

} // namespace

QString schemaFault(const QJsonValue &schema)
{
    return Inspector(schema).inspect(schema, u"item_schema"_s);
}

QString schemaMismatch(const QJsonValue &value, const QJsonValue &schema, const QString &name)
{
    return Matcher(schema).match(value, schema, name);
}

} // namespace odc::server

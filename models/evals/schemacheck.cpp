// SPDX-License-Identifier: GPL-3.0-or-later
#include "schemacheck.h"

#include "evals/schemawalk.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <cmath>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(SchemaCheck)
};

constexpr int deepest = 32;

bool isOfType(const QJsonValue &value, const QString &type)
{
    if (type == "string"_L1)
        return value.isString();
    if (type == "number"_L1)
        return value.isDouble();
    if (type == "integer"_L1)
        return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
    if (type == "boolean"_L1)
        return value.isBool();
    if (type == "object"_L1)
        return value.isObject();
    if (type == "array"_L1)
        return value.isArray();
    if (type == "null"_L1)
        return value.isNull();
    return true;
}

QString typeOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Bool:
        return u"boolean"_s;
    case QJsonValue::Double:
        return u"number"_s;
    case QJsonValue::String:
        return u"string"_s;
    case QJsonValue::Array:
        return u"array"_s;
    case QJsonValue::Object:
        return u"object"_s;
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

QString written(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

QString joined(const QJsonArray &values)
{
    QStringList texts;
    for (const QJsonValue &value : values)
        texts << written(value);
    return texts.join(u", "_s);
}

class Checker
{
public:
    explicit Checker(const QJsonObject &root) : m_walk(root) {}

    QString check(const QJsonValue &value, const QJsonValue &schemaValue, const QString &name,
                  int depth = 0) const
    {
        if (schemaValue.isBool())
            return schemaValue.toBool() ? QString() : Tr::tr("%1 may not be there").arg(name);
        if (!schemaValue.isObject() || depth > deepest)
            return {};
        const QJsonObject schema = m_walk.resolved(schemaValue.toObject());
        const QStringList types = schemaTypes(schema);
        if (!types.isEmpty() &&
            std::none_of(types.begin(), types.end(), [&](const QString &t) { return isOfType(value, t); }))
            return Tr::tr("%1 is %2, the schema wants %3").arg(name, typeOf(value), types.join(u" / "_s));
        if (schema.contains("enum"_L1) && !schema.value("enum"_L1).toArray().contains(value))
            return Tr::tr("%1 is none of %2").arg(name, joined(schema.value("enum"_L1).toArray()));
        if (schema.contains("const"_L1) && schema.value("const"_L1) != value)
            return Tr::tr("%1 is not %2").arg(name, written(schema.value("const"_L1)));
        QString fault = value.isString()   ? text(value.toString(), schema, name)
                        : value.isDouble() ? number(value.toDouble(), schema, name)
                        : value.isObject() ? object(value.toObject(), schema, name, depth)
                        : value.isArray()  ? list(value.toArray(), schema, name, depth)
                                           : QString();
        if (fault.isEmpty())
            fault = combined(value, schema, name, depth);
        return fault;
    }

private:
    static QString text(const QString &value, const QJsonObject &schema, const QString &name)
    {
        const qsizetype length = value.toUcs4().size(); // characters, as the schema counts them
        if (schema.contains("minLength"_L1) && length < schema.value("minLength"_L1).toInteger())
            return Tr::tr("%1 is shorter than %2").arg(name).arg(schema.value("minLength"_L1).toInteger());
        if (schema.contains("maxLength"_L1) && length > schema.value("maxLength"_L1).toInteger())
            return Tr::tr("%1 is longer than %2").arg(name).arg(schema.value("maxLength"_L1).toInteger());
        if (schema.contains("pattern"_L1)) {
            const QRegularExpression pattern(schema.value("pattern"_L1).toString());
            if (pattern.isValid() && !pattern.match(value).hasMatch())
                return Tr::tr("%1 does not match the pattern %2").arg(name, pattern.pattern());
        }
        return {};
    }

    static QString number(double value, const QJsonObject &schema, const QString &name)
    {
        const auto bound = [&](QLatin1StringView key) { return schema.value(key).toDouble(); };
        if (schema.value("minimum"_L1).isDouble() && value < bound("minimum"_L1))
            return Tr::tr("%1 is below %2").arg(name).arg(bound("minimum"_L1));
        if (schema.value("maximum"_L1).isDouble() && value > bound("maximum"_L1))
            return Tr::tr("%1 is above %2").arg(name).arg(bound("maximum"_L1));
        if (schema.value("exclusiveMinimum"_L1).isDouble() && value <= bound("exclusiveMinimum"_L1))
            return Tr::tr("%1 is not above %2").arg(name).arg(bound("exclusiveMinimum"_L1));
        if (schema.value("exclusiveMaximum"_L1).isDouble() && value >= bound("exclusiveMaximum"_L1))
            return Tr::tr("%1 is not below %2").arg(name).arg(bound("exclusiveMaximum"_L1));
        return {};
    }

    QString object(const QJsonObject &value, const QJsonObject &schema, const QString &name, int depth) const
    {
        const QJsonArray required = schema.value("required"_L1).toArray();
        for (const QJsonValue &key : required) {
            if (!value.contains(key.toString()))
                return Tr::tr("%1 is missing").arg(name + u'.' + key.toString());
        }
        const QJsonObject members = schema.value("properties"_L1).toObject();
        const QJsonValue others = schema.value("additionalProperties"_L1);
        for (auto it = value.begin(); it != value.end(); ++it) {
            const QString path = name + u'.' + it.key();
            const bool known = members.contains(it.key());
            if (!known && others.isBool() && !others.toBool() && !schema.contains("patternProperties"_L1))
                return Tr::tr("%1 is not in the schema").arg(path);
            const QString fault =
                check(it.value(), known ? members.value(it.key()) : others, path, depth + 1);
            if (!fault.isEmpty())
                return fault;
        }
        return {};
    }

    QString list(const QJsonArray &value, const QJsonObject &schema, const QString &name, int depth) const
    {
        if (schema.contains("minItems"_L1) && value.size() < schema.value("minItems"_L1).toInteger())
            return Tr::tr("%1 has fewer than %2 entries")
                .arg(name)
                .arg(schema.value("minItems"_L1).toInteger());
        if (schema.contains("maxItems"_L1) && value.size() > schema.value("maxItems"_L1).toInteger())
            return Tr::tr("%1 has more than %2 entries")
                .arg(name)
                .arg(schema.value("maxItems"_L1).toInteger());
        const QJsonValue each = schema.value("items"_L1);
        for (qsizetype i = 0; each.isObject() && i < value.size(); ++i) {
            const QString fault =
                check(value.at(i), each, name + u'[' + QString::number(i) + u']', depth + 1);
            if (!fault.isEmpty())
                return fault;
        }
        return {};
    }

    QString combined(const QJsonValue &value, const QJsonObject &schema, const QString &name, int depth) const
    {
        const QJsonArray all = schema.value("allOf"_L1).toArray();
        for (const QJsonValue &each : all) {
            const QString fault = check(value, each, name, depth + 1);
            if (!fault.isEmpty())
                return fault;
        }
        for (const auto key : {"anyOf"_L1, "oneOf"_L1}) {
            const QJsonArray some = schema.value(key).toArray();
            if (some.isEmpty())
                continue;
            QString first;
            int fitting = 0;
            for (const QJsonValue &each : some) {
                const QString fault = check(value, each, name, depth + 1);
                fitting += fault.isEmpty() ? 1 : 0;
                if (first.isEmpty())
                    first = fault;
            }
            if (fitting == 0)
                return first;
            if (fitting > 1 && key == "oneOf"_L1)
                return Tr::tr("%1 fits more than one of the shapes of which it must be one").arg(name);
        }
        if (schema.value("not"_L1).isObject() &&
            check(value, schema.value("not"_L1), name, depth + 1).isEmpty())
            return Tr::tr("%1 is what the schema forbids").arg(name);
        return {};
    }

    SchemaWalk m_walk;
};

QString schemaFaultAt(const QJsonObject &schema, const QString &path, int depth)
{
    static const QStringList known{u"string"_s, u"number"_s, u"integer"_s, u"boolean"_s,
                                   u"object"_s, u"array"_s,  u"null"_s};
    if (depth > deepest)
        return {};
    const auto named = [&path](const QString &key) { return path.isEmpty() ? key : path + u'.' + key; };
    const QJsonValue type = schema.value("type"_L1);
    if (schema.contains("type"_L1) && !type.isString() && !type.isArray())
        return Tr::tr("“%1” is no type: a text or a list of texts is wanted.").arg(named(u"type"_s));
    const QStringList types = schemaTypes(schema);
    for (const QString &each : types) {
        if (!known.contains(each))
            return Tr::tr("“%1” is no type of JSON Schema (%2).").arg(each, named(u"type"_s));
    }
    for (const auto key : {"properties"_L1, "items"_L1}) {
        const QJsonValue value = schema.value(key);
        if (schema.contains(key) && !value.isObject() && !value.isBool())
            return Tr::tr("“%1” must be an object.").arg(named(QString(key)));
    }
    const QJsonObject members = schema.value("properties"_L1).toObject();
    for (auto it = members.begin(); it != members.end(); ++it) {
        const QString where = named(u"properties."_s + it.key());
        if (!it.value().isObject() && !it.value().isBool())
            return Tr::tr("“%1” must be an object.").arg(where);
        if (const QString fault = schemaFaultAt(it.value().toObject(), where, depth + 1); !fault.isEmpty())
            return fault;
    }
    if (schema.contains("required"_L1)) {
        if (!schema.value("required"_L1).isArray())
            return Tr::tr("“%1” must be a list of names.").arg(named(u"required"_s));
        const QJsonArray required = schema.value("required"_L1).toArray();
        for (const QJsonValue &name : required) {
            if (!name.isString())
                return Tr::tr("“%1” must be a list of names.").arg(named(u"required"_s));
        }
    }
    if (schema.value("items"_L1).isObject())
        return schemaFaultAt(schema.value("items"_L1).toObject(), named(u"items"_s), depth + 1);
    return {};
}

} // namespace

QString schemaFault(const QJsonValue &value, const QJsonObject &schema, const QString &name)
{
    return Checker(schema).check(value, schema, name);
}

QString faultOfSchema(const QJsonObject &schema)
{
    return schemaFaultAt(schema, {}, 0);
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "schemawalk.h"

#include <QJsonArray>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 32; // schemas may refer to themselves

bool mayBe(const QStringList &types, const QString &type)
{
    return types.isEmpty() || types.contains(type);
}

QJsonArray alternatives(const QJsonObject &schema)
{
    QJsonArray all;
    for (const auto key : {"anyOf"_L1, "oneOf"_L1, "allOf"_L1}) {
        const QJsonArray some = schema.value(key).toArray();
        for (const QJsonValue &one : some)
            all.append(one);
    }
    return all;
}

} // namespace

QStringList schemaTypes(const QJsonObject &schema)
{
    const QJsonValue type = schema.value("type"_L1);
    if (type.isString())
        return {type.toString()};
    QStringList types;
    const QJsonArray list = type.toArray();
    for (const QJsonValue &each : list)
        types << each.toString();
    return types;
}

QJsonValue blankValue(const QJsonObject &schema)
{
    const QJsonArray choices = schema.value("enum"_L1).toArray();
    if (!choices.isEmpty())
        return choices.first();
    const QString type = schemaTypes(schema).value(0, u"object"_s);
    if (type == "string"_L1)
        return QString();
    if (type == "number"_L1 || type == "integer"_L1)
        return 0;
    if (type == "boolean"_L1)
        return false;
    if (type == "null"_L1)
        return QJsonValue(QJsonValue::Null);
    if (type == "array"_L1)
        return QJsonArray();
    QJsonObject object;
    const QJsonObject members = schema.value("properties"_L1).toObject();
    for (auto it = members.begin(); it != members.end(); ++it)
        object.insert(it.key(), blankValue(it.value().toObject()));
    return object;
}

QJsonObject SchemaWalk::resolved(const QJsonObject &schema) const
{
    QJsonObject now = schema;
    for (int hops = 0; hops < deepest; ++hops) {
        const QString reference = now.value("$ref"_L1).toString();
        if (reference == "#"_L1) {
            now = m_root;
            continue;
        }
        if (!reference.startsWith("#/"_L1))
            return now;
        QJsonValue target = m_root;
        const QStringList steps = reference.mid(2).split(u'/');
        for (QString step : steps) {
            step.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
            target = target.toObject().value(step);
        }
        now = target.toObject();
    }
    return now;
}

QJsonObject SchemaWalk::membersOf(const QJsonObject &schema) const
{
    const QJsonObject here = resolved(schema);
    QJsonObject members = here.value("properties"_L1).toObject();
    const QJsonArray others = alternatives(here);
    for (const QJsonValue &other : others) {
        const QJsonObject more = resolved(other.toObject()).value("properties"_L1).toObject();
        for (auto it = more.begin(); it != more.end(); ++it) {
            if (!members.contains(it.key()))
                members.insert(it.key(), it.value());
        }
    }
    return members;
}

SchemaWalk::Finding SchemaWalk::find(const QStringList &steps) const
{
    return findIn(m_root, steps, 0, 0);
}

SchemaWalk::Finding SchemaWalk::findIn(const QJsonValue &schema, const QStringList &steps, qsizetype at,
                                       int depth) const
{
    if (at >= steps.size() || depth > deepest || !schema.isObject())
        return {};
    const QJsonObject here = resolved(schema.toObject());
    const QStringList types = schemaTypes(here);
    bool number = false;
    steps[at].toUInt(&number);

    // Any of the alternatives is enough.
    const QJsonArray others = alternatives(here);
    for (const QJsonValue &other : others) {
        if (findIn(other, steps, at, depth + 1).kind == Finding::Kind::Fine)
            return {};
    }
    const QJsonObject members = membersOf(here);
    const bool object = types.contains(u"object"_s) || !members.isEmpty();
    const bool list = types.contains(u"array"_s) || here.contains("items"_L1);
    const bool says = object || list || !types.isEmpty() || !others.isEmpty();
    if (!says)
        return {};
    if (object && mayBe(types, u"object"_s)) {
        if (here.value("properties"_L1).toObject().contains(steps[at]))
            return findIn(here.value("properties"_L1).toObject().value(steps[at]), steps, at + 1, depth + 1);
        if (members.contains(steps[at]))
            return findIn(members.value(steps[at]), steps, at + 1, depth + 1);
        const QJsonValue additional = here.value("additionalProperties"_L1);
        if (additional.isObject())
            return findIn(additional, steps, at + 1, depth + 1);
        // A schema without any name leaves all open; one with names does so by JSON Schema, too, but a
        // variable that it does not name is a slip of the pen far more often than meant.
        const bool open = (members.isEmpty() && !additional.isBool()) || additional.toBool() ||
                          here.contains("patternProperties"_L1);
        if (open)
            return {};
        if (!list)
            return {Finding::Kind::NoMember, at, members.keys()};
    }
    if (list && mayBe(types, u"array"_s)) {
        if (!number)
            return {Finding::Kind::NotAnIndex, at, {}};
        return findIn(here.value("items"_L1), steps, at + 1, depth + 1);
    }
    return {Finding::Kind::NothingInside, at, {}};
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/evals/datasources.h"

#include "localserver/apifault.h"
#include "localserver/evals/jsonschema.h"
#include "localserver/evals/rowreader.h"
#include "localserver/graders/messagelists.h"
#include "localserver/jsonfields.h"
#include "localserver/metadata.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

/** What a member may be besides absent. */
enum class Kind { Text, Number, Whole, List, Object, Effort };

struct Member
{
    QLatin1String name;
    Kind kind;
};

bool isOf(const QJsonValue &value, Kind kind)
{
    static const QStringList efforts{u"none"_s, u"minimal"_s, u"low"_s, u"medium"_s,
                                     u"high"_s, u"xhigh"_s,   u"max"_s};
    switch (kind) {
    case Kind::Text:
        return value.isString();
    case Kind::Number:
        return value.isDouble();
    case Kind::Whole:
        return value.isDouble() && std::trunc(value.toDouble()) == value.toDouble();
    case Kind::List:
        return value.isArray();
    case Kind::Object:
        return value.isObject();
    case Kind::Effort:
        return efforts.contains(value.toString());
    }
    return false;
}

QString nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Text:
        return u"a string"_s;
    case Kind::Number:
        return u"a number"_s;
    case Kind::Whole:
        return u"an integer"_s;
    case Kind::List:
        return u"an array"_s;
    case Kind::Object:
        return u"an object"_s;
    case Kind::Effort:
        return u"one of 'none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'"_s;
    }
    return {};
}

ApiFault wrongType(const QString &param, const QString &expected)
{
    return ApiFault::badRequest(u"Invalid type for '%1': expected %2."_s.arg(param, expected), param,
                                u"invalid_type"_s);
}

/** All members must be among \p members and of their kind, or null. */
void checkMembers(const QJsonObject &object, const QList<Member> &members, const QString &param)
{
    QStringList names;
    for (const Member &member : members)
        names.append(member.name);
    JsonFields(object, names, param);
    for (const Member &member : members) {
        const QJsonValue value = object[member.name];
        if (!value.isUndefined() && !value.isNull() && !isOf(value, member.kind))
            throw wrongType(param + u'.' + member.name, nameOf(member.kind));
    }
}

QString textIn(const QJsonObject &object, const QString &name, const QString &param)
{
    return JsonFields(object, object.keys(), param).text(name);
}

QJsonObject objectIn(const QJsonObject &object, const QString &name, const QString &param)
{
    if (!object.contains(name))
        throw ApiFault::badRequest(u"'%1' is a required property - '%2'"_s.arg(name, param), param);
    return requireObject(object[name], param + u'.' + name);
}

ApiFault notAmong(const QString &value, const QStringList &allowed, const QString &param)
{
    return ApiFault::badRequest(
        u"Invalid value: '%1'. Supported values are: '%2'."_s.arg(value, allowed.join("', '"_L1)), param,
        u"invalid_value"_s);
}

void checkRows(const QJsonObject &source, const QString &param, const QJsonObject &itemSchema)
{
    checkMembers(source, {{"type"_L1, Kind::Text}, {"content"_L1, Kind::List}}, param);
    if (!source[u"content"_s].isArray())
        throw ApiFault::badRequest(u"'content' is a required property - '%1'"_s.arg(param), param);
    const QJsonArray rows = source[u"content"_s].toArray();
    if (rows.isEmpty())
        throw ApiFault::badRequest(u"[] is too short - '%1.content'"_s.arg(param), param + u".content"_s);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QString fault = rowFault(rows.at(i));
        if (fault.isEmpty() && !itemSchema.isEmpty())
            fault = schemaMismatch(rows.at(i)[u"item"_s], itemSchema, u"item"_s);
        if (fault.isEmpty())
            continue;
        const QString where = u"%1.content[%2]"_s.arg(param).arg(i);
        throw ApiFault::badRequest(
            u"Line %1 of the data does not fit: %2. - '%3'"_s.arg(i + 1).arg(fault, where), where);
    }
}

void checkStored(const QJsonObject &source, const QString &type, const QString &param)
{
    QList<Member> members{{"type"_L1, Kind::Text},
                          {"metadata"_L1, Kind::Object},
                          {"model"_L1, Kind::Text},
                          {"created_after"_L1, Kind::Whole},
                          {"created_before"_L1, Kind::Whole}};
    if (type == "responses"_L1)
        members += {{"instructions_search"_L1, Kind::Text},
                    {"reasoning_effort"_L1, Kind::Effort},
                    {"temperature"_L1, Kind::Number},
                    {"top_p"_L1, Kind::Number},
                    {"users"_L1, Kind::List},
                    {"tools"_L1, Kind::List}};
    else
        members += {{"limit"_L1, Kind::Whole}};
    checkMembers(source, members, param);
    if (type != "responses"_L1)
        checkedMetadata(source[u"metadata"_s], param + u".metadata"_s);
}

/** Returns the type of the source. */
QString checkSource(const QJsonObject &dataSource, const QString &dataParam, const QStringList &types,
                    const QJsonObject &itemSchema)
{
    const QJsonObject source = objectIn(dataSource, u"source"_s, dataParam);
    const QString param = dataParam + u".source"_s;
    const QString type = textIn(source, u"type"_s, param);
    if (!types.contains(type))
        throw notAmong(type, types, param + u".type"_s);
    if (type == "file_content"_L1) {
        checkRows(source, param, itemSchema);
    } else if (type == "file_id"_L1) {
        checkMembers(source, {{"type"_L1, Kind::Text}, {"id"_L1, Kind::Text}}, param);
        textIn(source, u"id"_s, param);
    } else {
        checkStored(source, type, param);
    }
    return type;
}

void checkInputMessages(const QJsonObject &messages, const QString &param, const QJsonObject &itemSchema)
{
    const QString type = textIn(messages, u"type"_s, param);
    if (type == "template"_L1) {
        JsonFields(messages, {u"type"_s, u"template"_s}, param);
        checkMessages(messages[u"template"_s], param + u".template"_s, itemSchema);
    } else if (type == "item_reference"_L1) {
        JsonFields(messages, {u"type"_s, u"item_reference"_s}, param);
        const QString reference = textIn(messages, u"item_reference"_s, param);
        checkTemplate(u"{{"_s + reference + u"}}"_s, param + u".item_reference"_s, itemSchema);
    } else {
        throw notAmong(type, {u"template"_s, u"item_reference"_s}, param + u".type"_s);
    }
}

void checkSampling(const QJsonObject &sampling, bool responses, const QString &param)
{
    QList<Member> members{{"temperature"_L1, Kind::Number}, {"top_p"_L1, Kind::Number},
                          {"seed"_L1, Kind::Whole},         {"max_completion_tokens"_L1, Kind::Whole},
                          {"tools"_L1, Kind::List},         {"reasoning_effort"_L1, Kind::Effort}};
    members.append(responses ? Member{"text"_L1, Kind::Object} : Member{"response_format"_L1, Kind::Object});
    checkMembers(sampling, members, param);
    const auto inRange = [&](const QString &name, double minimum, double maximum) {
        const QJsonValue value = sampling[name];
        if (value.isDouble() && (value.toDouble() < minimum || value.toDouble() > maximum))
            throw ApiFault::badRequest(u"Invalid '%1.%2': it must lie between %3 and %4."_s.arg(param, name)
                                           .arg(minimum)
                                           .arg(maximum),
                                       param + u'.' + name, u"invalid_value"_s);
    };
    inRange(u"temperature"_s, 0, 2);
    inRange(u"top_p"_s, 0, 1);
    inRange(u"max_completion_tokens"_s, 1, 10'000'000);
}

void checkModelSource(const QJsonObject &source, bool responses, const QString &param,
                      const QJsonObject &itemSchema)
{
    JsonFields(source, {u"type"_s, u"source"_s, u"input_messages"_s, u"model"_s, u"sampling_params"_s},
               param);
    const QString stored = responses ? u"responses"_s : u"stored_completions"_s;
    const QString type = checkSource(source, param, {u"file_content"_s, u"file_id"_s, stored}, itemSchema);
    if (source.contains(u"sampling_params"_s))
        checkSampling(objectIn(source, u"sampling_params"_s, param), responses,
                      param + u".sampling_params"_s);
    if (type != stored || source.contains(u"model"_s))
        textIn(source, u"model"_s, param);
    if (type != stored || source.contains(u"input_messages"_s))
        checkInputMessages(objectIn(source, u"input_messages"_s, param), param + u".input_messages"_s,
                           itemSchema);
}

} // namespace

void checkDataSource(const QJsonObject &source, const QString &param, const QJsonObject &itemSchema)
{
    const QString type = textIn(source, u"type"_s, param);
    if (type == "jsonl"_L1) {
        JsonFields(source, {u"type"_s, u"source"_s}, param);
        checkSource(source, param, {u"file_content"_s, u"file_id"_s}, itemSchema);
    } else if (type == "completions"_L1 || type == "responses"_L1) {
        checkModelSource(source, type == "responses"_L1, param, itemSchema);
    } else {
        throw notAmong(type, {u"jsonl"_s, u"completions"_s, u"responses"_s}, param + u".type"_s);
    }
}

} // namespace odc::server

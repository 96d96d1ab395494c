// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/graders/messagelists.h"

#include "localserver/apifault.h"
#include "localserver/graders/templates.h"

#include <QJsonValue>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

ApiFault wrong(const QString &what, const QString &param)
{
    return ApiFault::badRequest(u"%1 - '%2'"_s.arg(what, param), param);
}

void checkText(const QJsonValue &value, const QString &param, const QJsonObject &itemSchema)
{
    if (!value.isString())
        throw wrong(u"a text is required"_s, param);
    checkTemplate(value.toString(), param, itemSchema);
}

void checkPart(const QJsonValue &value, const QString &param, const QJsonObject &itemSchema)
{
    if (value.isString())
        return checkTemplate(value.toString(), param, itemSchema);
    const QJsonObject part = value.toObject();
    const QString type = part["type"_L1].toString();
    if (type == u"input_text"_s || type == u"output_text"_s)
        return checkText(part["text"_L1], param + u".text"_s, itemSchema);
    if (type == u"input_image"_s)
        return checkText(part["image_url"_L1], param + u".image_url"_s, itemSchema);
    if (type == u"input_audio"_s) {
        const QJsonObject audio = part["input_audio"_L1].toObject();
        checkText(audio["data"_L1], param + u".input_audio.data"_s, itemSchema);
        const QString format = audio["format"_L1].toString();
        if (format != u"mp3"_s && format != u"wav"_s)
            throw wrong(u"the format is one of 'mp3', 'wav'"_s, param + u".input_audio.format"_s);
        return;
    }
    throw wrong(
        u"a content is a text, or a part of type 'input_text', 'output_text', 'input_image' or 'input_audio'"_s,
        param);
}

void checkMessage(const QJsonValue &value, const QString &param, const QJsonObject &itemSchema)
{
    if (!value.isObject())
        throw wrong(u"a message is an object with 'role' and 'content'"_s, param);
    const QJsonObject message = value.toObject();
    for (const QString &name : message.keys()) {
        if (name != u"role"_s && name != u"content"_s && name != u"type"_s)
            throw wrong(u"Additional properties are not allowed ('%1' was unexpected)"_s.arg(name), param);
    }
    const QString role = message["role"_L1].toString();
    if (!QStringList{u"user"_s, u"assistant"_s, u"system"_s, u"developer"_s}.contains(role))
        throw wrong(u"a role is one of 'user', 'assistant', 'system', 'developer'"_s, param + u".role"_s);
    if (message.contains("type"_L1) && message["type"_L1] != "message"_L1)
        throw wrong(u"the type of a message is 'message'"_s, param + u".type"_s);
    const QJsonValue content = message["content"_L1];
    const QString inside = param + u".content"_s;
    if (!content.isArray())
        return checkPart(content, inside, itemSchema);
    const QJsonArray parts = content.toArray();
    for (qsizetype i = 0; i < parts.size(); ++i)
        checkPart(parts.at(i), u"%1[%2]"_s.arg(inside).arg(i), itemSchema);
}

/** Fills one member of a part. */
void expandMember(QJsonObject &part, QLatin1StringView name, const GradeInput &input, QString *error)
{
    const QJsonValue value = part.value(name); // not part[name], which would make one
    if (value.isString())
        part[name] = expandTemplate(value.toString(), input, error);
}

QJsonObject expandPart(const QJsonValue &value, const GradeInput &input, QString *error)
{
    if (value.isString())
        return {{u"type"_s, u"input_text"_s}, {u"text"_s, expandTemplate(value.toString(), input, error)}};
    QJsonObject part = value.toObject();
    expandMember(part, "text"_L1, input, error);
    expandMember(part, "image_url"_L1, input, error);
    if (part.value("input_audio"_L1).isObject()) {
        QJsonObject audio = part.value("input_audio"_L1).toObject();
        expandMember(audio, "data"_L1, input, error);
        part["input_audio"_L1] = audio;
    }
    return part;
}

QJsonValue expandContent(const QJsonValue &content, const GradeInput &input, QString *error)
{
    if (content.isString())
        return expandTemplate(content.toString(), input, error);
    QJsonArray parts;
    for (const QJsonValue &each : content.isArray() ? content.toArray() : QJsonArray{content})
        parts.append(expandPart(each, input, error));
    return parts;
}

} // namespace

QJsonArray expandMessages(const QJsonArray &messages, const GradeInput &input, QString *error)
{
    QJsonArray expanded;
    for (const QJsonValue &each : messages) {
        QString fault;
        QJsonObject message = each.toObject();
        message["content"_L1] = expandContent(message.value("content"_L1), input, &fault);
        if (!fault.isEmpty()) {
            *error = fault;
            return {};
        }
        expanded.append(message);
    }
    return expanded;
}

void checkMessages(const QJsonValue &messages, const QString &param, const QJsonObject &itemSchema)
{
    const QJsonArray list = messages.toArray();
    if (list.isEmpty())
        throw wrong(u"a list of at least one message is required"_s, param);
    for (qsizetype i = 0; i < list.size(); ++i)
        checkMessage(list.at(i), u"%1[%2]"_s.arg(param).arg(i), itemSchema);
}

void checkTemplate(const QString &text, const QString &param, const QJsonObject &itemSchema)
{
    const QStringList faults = templateFaults(text, itemSchema);
    if (!faults.isEmpty())
        throw ApiFault::badRequest(faults.first(), param);
}

} // namespace odc::server

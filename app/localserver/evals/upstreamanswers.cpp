// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/evals/upstreamanswers.h"

#include "localserver/evals/localecho.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

/** A part of a message as Chat Completions calls it. */
QJsonObject chatPart(const QJsonValue &part)
{
    if (!part.isObject())
        return {{u"type"_s, u"text"_s}, {u"text"_s, part.toString()}};
    const QJsonObject object = part.toObject();
    const QString type = object[u"type"_s].toString();
    if (type == "input_audio"_L1)
        return object;
    if (type != "input_image"_L1)
        return {{u"type"_s, u"text"_s}, {u"text"_s, object[u"text"_s]}};
    QJsonObject image{{u"url"_s, object[u"image_url"_s]}};
    if (object.contains(u"detail"_s))
        image[u"detail"_s] = object[u"detail"_s];
    return {{u"type"_s, u"image_url"_s}, {u"image_url"_s, image}};
}

QJsonArray chatMessages(const QJsonArray &messages)
{
    QJsonArray out;
    for (const QJsonValue &message : messages) {
        QJsonValue content = message[u"content"_s];
        if (content.isObject())
            content = QJsonArray{content};
        if (content.isArray()) {
            QJsonArray parts;
            for (const QJsonValue &part : content.toArray())
                parts.append(chatPart(part));
            content = parts;
        }
        out.append(QJsonObject{{u"role"_s, message[u"role"_s]}, {u"content"_s, content}});
    }
    return out;
}

QJsonArray responsesInput(const QJsonArray &messages)
{
    QJsonArray out;
    for (const QJsonValue &message : messages) {
        QJsonValue content = message[u"content"_s];
        if (content.isObject())
            content = QJsonArray{content};
        out.append(
            QJsonObject{{u"type"_s, u"message"_s}, {u"role"_s, message[u"role"_s]}, {u"content"_s, content}});
    }
    return out;
}

QJsonObject chatBody(const QString &model, const QJsonArray &messages, const QJsonObject &sampling)
{
    QJsonObject body = sampling;
    body[u"model"_s] = model;
    body[u"messages"_s] = chatMessages(messages);
    return body;
}

QJsonObject responsesBody(const QString &model, const QJsonArray &messages, const QJsonObject &sampling)
{
    QJsonObject body{{u"model"_s, model}, {u"input"_s, responsesInput(messages)}, {u"store"_s, false}};
    for (auto it = sampling.begin(); it != sampling.end(); ++it) {
        if (it.key() == "max_completion_tokens"_L1)
            body[u"max_output_tokens"_s] = it.value();
        else if (it.key() == "reasoning_effort"_L1)
            body[u"reasoning"_s] = QJsonObject{{u"effort"_s, it.value()}};
        else if (it.key() != "seed"_L1) // the one thing that Responses does not know
            body[it.key()] = it.value();
    }
    return body;
}

QJsonObject chatUsage(const QJsonObject &usage)
{
    return usageOf(usage[u"prompt_tokens"_s].toInteger(), usage[u"completion_tokens"_s].toInteger(),
                   usage[u"prompt_tokens_details"_s][u"cached_tokens"_s].toInteger());
}

QJsonObject responsesUsage(const QJsonObject &usage)
{
    return usageOf(usage[u"input_tokens"_s].toInteger(), usage[u"output_tokens"_s].toInteger(),
                   usage[u"input_tokens_details"_s][u"cached_tokens"_s].toInteger());
}

/** All texts of the messages of a response. */
QString responsesText(const QJsonArray &output)
{
    QString text;
    for (const QJsonValue &each : output) {
        for (const QJsonValue &part : each[u"content"_s].toArray()) {
            if (part[u"type"_s].toString() == "output_text"_L1)
                text += part[u"text"_s].toString();
        }
    }
    return text;
}

ModelAnswers::Answer failed(const QString &why)
{
    ModelAnswers::Answer answer;
    answer.error = why;
    return answer;
}

QString faultText(int status, const QByteArray &body)
{
    const QString said =
        QJsonDocument::fromJson(body).object()[u"error"_s][u"message"_s].toString().left(500);
    return said.isEmpty() ? u"The upstream answered with status %1."_s.arg(status)
                          : u"The upstream answered with status %1: %2"_s.arg(status).arg(said);
}

} // namespace

UpstreamAnswers::UpstreamAnswers(const QUrl &base, const QByteArray &key, Api api)
    : m_upstream(base, key), m_api(api)
{
}

ModelAnswers::Answer UpstreamAnswers::answer(const QString &model, const QJsonArray &messages,
                                             const QJsonObject &sampling)
{
    const bool chat = m_api == Api::ChatCompletions;
    const QJsonObject body =
        chat ? chatBody(model, messages, sampling) : responsesBody(model, messages, sampling);
    const UpstreamReply reply = m_upstream.post(chat ? u"/chat/completions"_s : u"/responses"_s,
                                                QJsonDocument(body).toJson(QJsonDocument::Compact));
    if (!reply.error.isEmpty())
        return failed(reply.error);
    if (reply.status < 200 || reply.status > 299)
        return failed(faultText(reply.status, reply.body));
    const QJsonObject object = QJsonDocument::fromJson(reply.body).object();
    const QJsonValue output = chat ? object[u"choices"_s][0][u"message"_s] : object[u"output"_s];
    if (chat ? !output.isObject() : !output.isArray())
        return failed(u"The upstream's answer is not one of a model."_s);

    Answer answer;
    answer.text = chat ? output[u"content"_s].toString() : responsesText(output.toArray());
    answer.model = object[u"model"_s].toString(model);
    const QJsonObject usage = object[u"usage"_s].toObject();
    answer.usage = chat ? chatUsage(usage) : responsesUsage(usage);
    return answer;
}

} // namespace odc::server

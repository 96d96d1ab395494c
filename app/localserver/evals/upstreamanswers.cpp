// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/evals/upstreamanswers.h"

#include "localserver/evals/localecho.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <httplib.h>

#include <mutex>
#include <set>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr time_t connectSeconds = 10;
constexpr time_t answerSeconds = 120;

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

/** The calls that are under way. */
struct UpstreamAnswers::Calls
{
    std::mutex mutex;
    std::set<httplib::Client *> running;
    bool aborted = false;

    bool begin(httplib::Client *client)
    {
        const std::lock_guard lock(mutex);
        if (!aborted)
            running.insert(client);
        return !aborted;
    }
    void end(httplib::Client *client)
    {
        const std::lock_guard lock(mutex);
        running.erase(client);
    }
};

UpstreamAnswers::UpstreamAnswers(const QUrl &base, const QByteArray &key, Api api)
    : m_calls(std::make_unique<Calls>()), m_base(base), m_key(key), m_api(api)
{
}

UpstreamAnswers::~UpstreamAnswers() = default;

void UpstreamAnswers::abort()
{
    const std::lock_guard lock(m_calls->mutex);
    m_calls->aborted = true;
    for (httplib::Client *client : m_calls->running)
        client->stop();
}

ModelAnswers::Answer UpstreamAnswers::answer(const QString &model, const QJsonArray &messages,
                                             const QJsonObject &sampling)
{
    const bool chat = m_api == Api::ChatCompletions;
    const QJsonObject body =
        chat ? chatBody(model, messages, sampling) : responsesBody(model, messages, sampling);
    QUrl origin;
    origin.setScheme(m_base.scheme());
    origin.setHost(m_base.host());
    origin.setPort(m_base.port());
    QString path = m_base.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    path += chat ? u"/chat/completions"_s : u"/responses"_s;

    httplib::Client client(origin.toString(QUrl::FullyEncoded).toStdString());
    client.set_connection_timeout(connectSeconds);
    client.set_read_timeout(answerSeconds);
    client.set_write_timeout(answerSeconds);
    if (!m_key.isEmpty())
        client.set_bearer_token_auth(m_key.toStdString());
    if (!m_calls->begin(&client))
        return failed(u"The server is being stopped."_s);
    const auto reply =
        client.Post(path.toStdString(), QJsonDocument(body).toJson(QJsonDocument::Compact).toStdString(),
                    "application/json");
    m_calls->end(&client);
    if (!reply)
        return failed(u"The upstream %1 could not be asked: %2."_s.arg(
            m_base.host(), QString::fromStdString(httplib::to_string(reply.error()))));
    const QByteArray text = QByteArray::fromStdString(reply->body);
    if (reply->status < 200 || reply->status > 299)
        return failed(faultText(reply->status, text));
    const QJsonObject object = QJsonDocument::fromJson(text).object();
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/batches/echorequests.h"

#include "localserver/apifault.h"
#include "localserver/evals/localecho.h"
#include "localserver/jsonfields.h"

#include <algorithm>
#include <cmath>
#include <iterator>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

/** Names that requests written for the service have; a name that begins otherwise is taken for a slip. */
constexpr QLatin1String families[] = {"local-"_L1,  "gpt-"_L1,     "chatgpt-"_L1,     "o1"_L1,
                                      "o3"_L1,      "o4"_L1,       "ft:"_L1,          "text-"_L1,
                                      "omni-"_L1,   "davinci-"_L1, "babbage-"_L1,     "codex-"_L1,
                                      "dall-e-"_L1, "sora-"_L1,    "computer-use-"_L1};

/** What one request may ask to be written. */
constexpr qint64 maxOutputTokens = 128'000;
constexpr qsizetype maxInputs = 2048;
constexpr qint64 maxDimensions = 3072;
constexpr qsizetype shownLength = 100;

ApiFault missing(const QString &name)
{
    return ApiFault::badRequest(u"Missing required parameter: '%1'."_s.arg(name), name,
                                u"missing_required_parameter"_s);
}

ApiFault wrongType(const QString &name, const QString &expected, const QJsonValue &value)
{
    return ApiFault::badRequest(u"Invalid type for '%1': expected %2, but got %3 instead."_s.arg(
                                    name, expected, shownValue(value, shownLength)),
                                name, u"invalid_type"_s);
}

ApiFault wrongValue(const QString &name, const QString &why)
{
    return ApiFault::badRequest(u"Invalid '%1': %2"_s.arg(name, why), name, u"invalid_value"_s);
}

void checkModel(const QJsonObject &body, const QString &endpoint)
{
    const QJsonValue model = body[u"model"_s];
    if (model.isUndefined() && endpoint == "/v1/moderations"_L1)
        return; // the one endpoint that has a model of its own
    if (model.isUndefined() || model.toString(u"-"_s).isEmpty())
        throw ApiFault::badRequest(u"you must provide a model parameter"_s, u"model"_s);
    if (!model.isString())
        throw wrongType(u"model"_s, u"a string"_s, model);
    const QString name = model.toString();
    const bool known = std::any_of(std::begin(families), std::end(families),
                                   [&name](QLatin1String family) { return name.startsWith(family); });
    if (!known)
        throw ApiFault::notFound(
            u"The model '%1' does not exist or you do not have access to it."_s.arg(name), u"model"_s,
            u"model_not_found"_s);
}

void checkNumber(const QJsonObject &body, const QString &name, double lowest, double highest)
{
    const QJsonValue value = body[name];
    if (value.isUndefined() || value.isNull())
        return;
    if (!value.isDouble())
        throw wrongType(name, u"a number"_s, value);
    if (value.toDouble() < lowest || value.toDouble() > highest)
        throw wrongValue(
            name, u"expected a number from %1 to %2, but got %3 instead."_s.arg(lowest).arg(highest).arg(
                      value.toDouble()));
}

/** A limit of the answer by one of \p names. */
qint64 limitIn(const QJsonObject &body, const QStringList &names)
{
    for (const QString &name : names) {
        const QJsonValue value = body[name];
        if (value.isUndefined() || value.isNull())
            continue;
        if (!value.isDouble() || std::trunc(value.toDouble()) != value.toDouble())
            throw wrongType(name, u"an integer"_s, value);
        if (value.toDouble() < 1)
            throw ApiFault::badRequest(
                u"Invalid '%1': integer below minimum value. Expected a value >= 1, but got %2 instead."_s
                    .arg(name)
                    .arg(value.toDouble()),
                name, u"integer_below_min_value"_s);
        if (value.toDouble() > double(maxOutputTokens))
            throw ApiFault::badRequest(u"%1 is too large: %2. This model supports at most %3 completion "
                                       "tokens."_s.arg(name)
                                           .arg(value.toDouble(), 0, 'f', 0)
                                           .arg(maxOutputTokens),
                                       name, u"invalid_value"_s);
        return qint64(value.toDouble());
    }
    return 0;
}

void checkMessages(const QJsonArray &messages, const QString &name)
{
    static const QStringList roles{u"system"_s,    u"developer"_s, u"user"_s,
                                   u"assistant"_s, u"tool"_s,      u"function"_s};
    if (messages.isEmpty())
        throw ApiFault::badRequest(
            u"Invalid '%1': empty array. Expected an array with minimum length 1, but got an empty array "
            "instead."_s.arg(name),
            name, u"empty_array"_s);
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const QString at = u"%1[%2]"_s.arg(name).arg(i);
        if (!messages.at(i).isObject())
            throw wrongType(at, u"an object"_s, messages.at(i));
        const QJsonObject message = messages.at(i).toObject();
        if (message.contains(u"type"_s) && message[u"type"_s].toString() != "message"_L1)
            continue; // Responses has other things in its input: calls of tools, references
        const QJsonValue role = message[u"role"_s];
        if (role.isUndefined())
            throw missing(at + u".role"_s);
        if (!roles.contains(role.toString()))
            throw wrongValue(at + u".role"_s, u"%1 is not one of ['%2']."_s.arg(shownValue(role, shownLength),
                                                                                roles.join("', '"_L1)));
    }
}

/** Texts out of a text or a list of texts; a list of tokens is one text, and named in brackets. */
QStringList textsIn(const QJsonValue &value, const QString &name)
{
    if (value.isUndefined() || value.isNull())
        throw missing(name);
    if (value.isString())
        return {value.toString()};
    const QJsonArray list = value.toArray();
    if (!value.isArray() || list.isEmpty())
        throw wrongType(name, u"a string or an array with something in it"_s, value);
    const auto tokens = [](qsizetype count) { return u"[%1 tokens]"_s.arg(count); };
    if (list.first().isDouble())
        return {tokens(list.size())};
    if (list.size() > maxInputs)
        throw wrongValue(name, u"at most %1 inputs, but got %2."_s.arg(maxInputs).arg(list.size()));
    QStringList texts;
    for (const QJsonValue &each : list) {
        if (each.isArray())
            texts.append(tokens(each.toArray().size()));
        else if (each.isString() || each.isObject())
            texts.append(contentText(each));
        else
            throw wrongType(u"%1[%2]"_s.arg(name).arg(texts.size()), u"a string"_s, each);
    }
    return texts;
}

QString lastUserText(const QJsonArray &messages)
{
    for (qsizetype i = messages.size() - 1; i >= 0; --i) {
        if (messages.at(i)[u"role"_s].toString() == "user"_L1)
            return contentText(messages.at(i)[u"content"_s]);
    }
    return {};
}

EchoRequest chatRequest(const QJsonObject &body)
{
    const QJsonValue messages = body[u"messages"_s];
    if (messages.isUndefined() || messages.isNull())
        throw missing(u"messages"_s);
    if (!messages.isArray())
        throw wrongType(u"messages"_s, u"an array of objects"_s, messages);
    checkMessages(messages.toArray(), u"messages"_s);
    return {messages.toArray(), {}, limitIn(body, {u"max_completion_tokens"_s, u"max_tokens"_s})};
}

EchoRequest responsesRequest(const QJsonObject &body)
{
    const QJsonValue input = body[u"input"_s];
    if (input.isUndefined() || input.isNull())
        throw missing(u"input"_s);
    if (!input.isString() && !input.isArray())
        throw wrongType(u"input"_s, u"a string or an array of objects"_s, input);
    EchoRequest request;
    request.messages = input.isArray()
                           ? input.toArray()
                           : QJsonArray{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, input}}};
    checkMessages(request.messages, u"input"_s);
    request.maxTokens = limitIn(body, {u"max_output_tokens"_s});
    return request;
}

QString promptOf(const QJsonObject &body)
{
    const QJsonValue prompt = body[u"prompt"_s];
    if (prompt.isUndefined() || prompt.isNull())
        throw missing(u"prompt"_s);
    if (!prompt.isString())
        throw wrongType(u"prompt"_s, u"a string"_s, prompt);
    return prompt.toString();
}

} // namespace

QString steeringText(const QString &endpoint, const QJsonObject &body)
{
    if (endpoint == "/v1/chat/completions"_L1)
        return lastUserText(body[u"messages"_s].toArray());
    const bool input =
        endpoint == "/v1/responses"_L1 || endpoint == "/v1/embeddings"_L1 || endpoint == "/v1/moderations"_L1;
    const QJsonValue value = body[input ? u"input"_s : u"prompt"_s];
    if (value.isArray() && value[0].isObject() && endpoint == "/v1/responses"_L1)
        return lastUserText(value.toArray());
    return contentText(value);
}

EchoRequest echoRequest(const QString &endpoint, const QJsonObject &body)
{
    checkModel(body, endpoint);
    if (body[u"stream"_s].toBool())
        throw ApiFault::badRequest(u"Requests of a batch cannot be streamed."_s, u"stream"_s,
                                   u"invalid_value"_s);
    checkNumber(body, u"temperature"_s, 0, 2);
    checkNumber(body, u"top_p"_s, 0, 1);
    if (endpoint == "/v1/chat/completions"_L1)
        return chatRequest(body);
    if (endpoint == "/v1/responses"_L1)
        return responsesRequest(body);
    if (endpoint == "/v1/embeddings"_L1) {
        checkNumber(body, u"dimensions"_s, 1, maxDimensions);
        return {{}, textsIn(body[u"input"_s], u"input"_s), 0};
    }
    if (endpoint == "/v1/moderations"_L1)
        return {{}, textsIn(body[u"input"_s], u"input"_s), 0};
    if (endpoint == "/v1/completions"_L1)
        return {{}, textsIn(body[u"prompt"_s], u"prompt"_s), limitIn(body, {u"max_tokens"_s})};
    EchoRequest request{{}, {promptOf(body)}, 0};
    if (endpoint == "/v1/images/edits"_L1 && body[u"images"_s].toArray().isEmpty())
        throw missing(u"images"_s);
    if (endpoint == "/v1/videos"_L1)
        throw ApiFault::badRequest(u"local-echo makes no videos: this server has no model. Start it with "
                                   "--upstream to ask one."_s,
                                   u"model"_s, u"not_supported_by_echo"_s);
    return request;
}

} // namespace odc::server

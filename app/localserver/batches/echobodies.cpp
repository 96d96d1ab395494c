// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/batches/echobodies.h"

#include "localserver/evals/localecho.h"
#include "localserver/sampleimages.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr auto echo = "local-echo"_L1;
/** Short, for an echo has little to say: 1536 numbers would make the file of 50,000 lines fill a disk. */
constexpr int usualDimensions = 16;
constexpr qsizetype charactersPerToken = 4;

qint64 tokens(qsizetype characters)
{
    return (characters + charactersPerToken - 1) / charactersPerToken;
}

qint64 tokens(const QStringList &texts)
{
    qint64 sum = 0;
    for (const QString &text : texts)
        sum += tokens(text.size());
    return sum;
}

quint32 seedOf(const QString &text)
{
    const QByteArray digest = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Md5);
    return qFromBigEndian<quint32>(digest.constData());
}

/** What the echo says, and whether it was cut. */
struct Said
{
    QString text;
    bool cut = false;
};

Said cutTo(QString text, qint64 maxTokens)
{
    if (maxTokens <= 0 || tokens(text.size()) <= maxTokens)
        return {std::move(text), false};
    text.truncate(maxTokens * charactersPerToken);
    if (text.back().isHighSurrogate())
        text.chop(1);
    return {std::move(text), true};
}

QJsonObject chatUsage(qint64 prompt, qint64 completion)
{
    return {{u"prompt_tokens"_s, prompt},
            {u"completion_tokens"_s, completion},
            {u"total_tokens"_s, prompt + completion},
            {u"prompt_tokens_details"_s, QJsonObject{{u"cached_tokens"_s, 0}}},
            {u"completion_tokens_details"_s, QJsonObject{{u"reasoning_tokens"_s, 0}}}};
}

/** The echo as evals have it, asked about a conversation. */
struct Conversation
{
    Said said;
    qint64 promptTokens = 0;
    qint64 answerTokens = 0;
};

Conversation converse(const LineRequest &request, const EchoRequest &read)
{
    const ModelAnswers::Answer answer = LocalEcho().answer({}, read.messages, request.body());
    Conversation conversation{cutTo(answer.text, read.maxTokens),
                              answer.usage[u"prompt_tokens"_s].toInteger(), 0};
    conversation.answerTokens = tokens(conversation.said.text.size());
    return conversation;
}

QJsonObject chatBody(const LineRequest &request, const EchoRequest &read)
{
    const Conversation conversation = converse(request, read);
    const QJsonObject message{{u"role"_s, u"assistant"_s},
                              {u"content"_s, conversation.said.text},
                              {u"refusal"_s, QJsonValue::Null},
                              {u"annotations"_s, QJsonArray()}};
    const QJsonObject choice{{u"index"_s, 0},
                             {u"message"_s, message},
                             {u"logprobs"_s, QJsonValue::Null},
                             {u"finish_reason"_s, conversation.said.cut ? u"length"_s : u"stop"_s}};
    return {{u"id"_s, idOfLine("chatcmpl-"_L1, request)},
            {u"object"_s, u"chat.completion"_s},
            {u"created"_s, request.now},
            {u"model"_s, echo},
            {u"choices"_s, QJsonArray{choice}},
            {u"usage"_s, chatUsage(conversation.promptTokens, conversation.answerTokens)},
            {u"system_fingerprint"_s, echo}};
}

QJsonObject responsesBody(const LineRequest &request, const EchoRequest &read)
{
    const Conversation conversation = converse(request, read);
    const QJsonObject part{
        {u"type"_s, u"output_text"_s}, {u"text"_s, conversation.said.text}, {u"annotations"_s, QJsonArray()}};
    const QString status = conversation.said.cut ? u"incomplete"_s : u"completed"_s;
    const QJsonObject message{{u"id"_s, idOfLine("msg_"_L1, request)},
                              {u"type"_s, u"message"_s},
                              {u"status"_s, status},
                              {u"role"_s, u"assistant"_s},
                              {u"content"_s, QJsonArray{part}}};
    const QJsonObject usage{{u"input_tokens"_s, conversation.promptTokens},
                            {u"input_tokens_details"_s, QJsonObject{{u"cached_tokens"_s, 0}}},
                            {u"output_tokens"_s, conversation.answerTokens},
                            {u"output_tokens_details"_s, QJsonObject{{u"reasoning_tokens"_s, 0}}},
                            {u"total_tokens"_s, conversation.promptTokens + conversation.answerTokens}};
    const QJsonValue cut = conversation.said.cut
                               ? QJsonValue(QJsonObject{{u"reason"_s, u"max_output_tokens"_s}})
                               : QJsonValue(QJsonValue::Null);
    return {{u"id"_s, idOfLine("resp_"_L1, request)},
            {u"object"_s, u"response"_s},
            {u"created_at"_s, request.now},
            {u"status"_s, status},
            {u"error"_s, QJsonValue::Null},
            {u"incomplete_details"_s, cut},
            {u"model"_s, echo},
            {u"output"_s, QJsonArray{message}},
            {u"usage"_s, usage}};
}

QJsonObject completionsBody(const LineRequest &request, const EchoRequest &read)
{
    QJsonArray choices;
    qint64 written = 0;
    for (const QString &prompt : read.texts) {
        const Said said = cutTo(echo + u": "_s + prompt, read.maxTokens);
        written += tokens(said.text.size());
        choices.append(QJsonObject{{u"text"_s, said.text},
                                   {u"index"_s, choices.size()},
                                   {u"logprobs"_s, QJsonValue::Null},
                                   {u"finish_reason"_s, said.cut ? u"length"_s : u"stop"_s}});
    }
    return {{u"id"_s, idOfLine("cmpl-"_L1, request)},
            {u"object"_s, u"text_completion"_s},
            {u"created"_s, request.now},
            {u"model"_s, echo},
            {u"choices"_s, choices},
            {u"usage"_s, chatUsage(tokens(read.texts), written)}};
}

/** A direction that depends on the text only, of length 1. */
std::vector<float> vectorOf(const QString &text, int dimensions)
{
    std::vector<float> vector(size_t(dimensions), 0);
    quint32 state = seedOf(text);
    double sum = 0;
    for (float &each : vector) {
        state = state * 1664525u + 1013904223u;
        each = float(double(state >> 8) / double(1u << 23) - 1);
        sum += double(each) * each;
    }
    const double length = std::sqrt(sum);
    for (float &each : vector)
        each = length > 0 ? float(each / length) : 1;
    return vector;
}

QJsonValue shownVector(const std::vector<float> &vector, bool asBase64)
{
    if (asBase64) {
        QByteArray bytes(qsizetype(vector.size() * sizeof(float)), Qt::Uninitialized);
        for (size_t i = 0; i < vector.size(); ++i)
            qToLittleEndian(vector[i], bytes.data() + i * sizeof(float));
        return QString::fromLatin1(bytes.toBase64());
    }
    QJsonArray numbers;
    for (const float each : vector)
        numbers.append(std::round(double(each) * 1e7) / 1e7);
    return numbers;
}

QJsonObject embeddingsBody(const LineRequest &request, const EchoRequest &read)
{
    const int dimensions = request.body()[u"dimensions"_s].toInt(usualDimensions);
    const bool asBase64 = request.body()[u"encoding_format"_s].toString() == "base64"_L1;
    QJsonArray data;
    for (const QString &text : read.texts)
        data.append(QJsonObject{{u"object"_s, u"embedding"_s},
                                {u"index"_s, data.size()},
                                {u"embedding"_s, shownVector(vectorOf(text, dimensions), asBase64)}});
    const qint64 prompt = tokens(read.texts);
    return {{u"object"_s, u"list"_s},
            {u"data"_s, data},
            {u"model"_s, echo},
            {u"usage"_s, QJsonObject{{u"prompt_tokens"_s, prompt}, {u"total_tokens"_s, prompt}}}};
}

QJsonObject moderationsBody(const LineRequest &request, const EchoRequest &read)
{
    static const QStringList names{u"harassment"_s,
                                   u"harassment/threatening"_s,
                                   u"hate"_s,
                                   u"hate/threatening"_s,
                                   u"illicit"_s,
                                   u"illicit/violent"_s,
                                   u"self-harm"_s,
                                   u"self-harm/intent"_s,
                                   u"self-harm/instructions"_s,
                                   u"sexual"_s,
                                   u"sexual/minors"_s,
                                   u"violence"_s,
                                   u"violence/graphic"_s};
    QJsonArray results;
    for (const QString &text : read.texts) {
        QJsonObject categories;
        QJsonObject scores;
        for (const QString &name : names) {
            categories[name] = false; // an echo judges nobody
            scores[name] = double(seedOf(name + text) % 1000) / 1e6;
        }
        results.append(QJsonObject{
            {u"flagged"_s, false}, {u"categories"_s, categories}, {u"category_scores"_s, scores}});
    }
    return {{u"id"_s, idOfLine("modr-"_L1, request)}, {u"model"_s, echo}, {u"results"_s, results}};
}

QJsonObject imagesBody(const LineRequest &request, const EchoRequest &read)
{
    constexpr int side = 24;
    const QString prompt = read.texts.first();
    const QJsonObject image{
        {u"b64_json"_s, QString::fromLatin1(samplePng(side, side, seedOf(prompt) % 1000).toBase64())},
        {u"revised_prompt"_s, QString(echo + u": "_s + prompt)}};
    const qint64 input = tokens(prompt.size());
    return {{u"created"_s, request.now},
            {u"data"_s, QJsonArray{image}},
            {u"usage"_s,
             QJsonObject{{u"input_tokens"_s, input}, {u"output_tokens"_s, 0}, {u"total_tokens"_s, input}}}};
}

} // namespace

QJsonObject echoBody(const LineRequest &request, const EchoRequest &read)
{
    const QString &endpoint = request.endpoint;
    if (endpoint == "/v1/chat/completions"_L1)
        return chatBody(request, read);
    if (endpoint == "/v1/responses"_L1)
        return responsesBody(request, read);
    if (endpoint == "/v1/completions"_L1)
        return completionsBody(request, read);
    if (endpoint == "/v1/embeddings"_L1)
        return embeddingsBody(request, read);
    if (endpoint == "/v1/moderations"_L1)
        return moderationsBody(request, read);
    return imagesBody(request, read);
}

QJsonObject failureBody(int status, const QString &model)
{
    struct Failure
    {
        int status;
        QStringView message;
        QStringView type;
        QStringView code;
    };
    static constexpr Failure failures[] = {
        {401, u"Incorrect API key provided.", u"invalid_request_error", u"invalid_api_key"},
        {403, u"You are not allowed to use this model.", u"invalid_request_error", u"permission_denied"},
        {404, u"The model '%1' does not exist or you do not have access to it.", u"invalid_request_error",
         u"model_not_found"},
        {408, u"The request took too long.", u"server_error", u"request_timeout"},
        {429, u"Rate limit reached for %1. Please try again later.", u"requests", u"rate_limit_exceeded"},
        {500, u"The server had an error while processing your request. Sorry about that!", u"server_error",
         u""},
        {502, u"Bad gateway.", u"server_error", u""},
        {503, u"The model is currently overloaded. Please try again later.", u"service_unavailable_error",
         u"server_is_overloaded"},
        {504, u"The gateway waited too long for an answer.", u"server_error", u""},
    };
    const auto found = std::find_if(std::begin(failures), std::end(failures),
                                    [status](const Failure &each) { return each.status == status; });
    Failure failure{status, u"The request was refused with status %2.", u"invalid_request_error", u""};
    if (found != std::end(failures))
        failure = *found;
    else if (status >= 500)
        failure.type = u"server_error";
    QString message = failure.message.toString();
    message.replace(u"%1"_s, model).replace(u"%2"_s, QString::number(status));
    const QJsonValue code =
        failure.code.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(failure.code.toString());
    return {{u"error"_s, QJsonObject{{u"message"_s, message},
                                     {u"type"_s, failure.type.toString()},
                                     {u"param"_s, QJsonValue::Null},
                                     {u"code"_s, code}}}};
}

} // namespace odc::server

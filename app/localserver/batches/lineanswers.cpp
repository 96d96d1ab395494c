// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/batches/lineanswers.h"

#include "localserver/ids.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

QByteArray fileLine(const LineRequest &request, const QJsonValue &response, const QJsonValue &error)
{
    return QJsonDocument(QJsonObject{{u"id"_s, idOfLine("batch_req_"_L1, request)},
                                     {u"custom_id"_s, request.customId()},
                                     {u"response"_s, response},
                                     {u"error"_s, error}})
               .toJson(QJsonDocument::Compact) +
           '\n';
}

} // namespace

QString idOfLine(QLatin1String prefix, const LineRequest &request)
{
    return stableId(prefix, u"%1:%2"_s.arg(request.batchId).arg(request.number));
}

QByteArray responseLine(const LineRequest &request, int status, const QString &requestId,
                        const QJsonValue &body)
{
    return fileLine(request,
                    QJsonObject{{u"status_code"_s, status}, {u"request_id"_s, requestId}, {u"body"_s, body}},
                    QJsonValue::Null);
}

QByteArray errorLine(const LineRequest &request, const QString &code, const QString &message)
{
    return fileLine(request, QJsonValue::Null, QJsonObject{{u"code"_s, code}, {u"message"_s, message}});
}

LineUsage usageIn(const QJsonObject &usage)
{
    const auto either = [&usage](const QString &one, const QString &other) {
        return usage[usage.contains(one) ? one : other];
    };
    LineUsage found;
    found.input = either(u"input_tokens"_s, u"prompt_tokens"_s).toInteger();
    found.output = either(u"output_tokens"_s, u"completion_tokens"_s).toInteger();
    found.cached =
        either(u"input_tokens_details"_s, u"prompt_tokens_details"_s)[u"cached_tokens"_s].toInteger();
    found.reasoning =
        either(u"output_tokens_details"_s, u"completion_tokens_details"_s)[u"reasoning_tokens"_s].toInteger();
    return found;
}

QJsonObject usageObject(const LineUsage &usage)
{
    return {{u"input_tokens"_s, usage.input},
            {u"input_tokens_details"_s, QJsonObject{{u"cached_tokens"_s, usage.cached}}},
            {u"output_tokens"_s, usage.output},
            {u"output_tokens_details"_s, QJsonObject{{u"reasoning_tokens"_s, usage.reasoning}}},
            {u"total_tokens"_s, usage.input + usage.output}};
}

} // namespace odc::server

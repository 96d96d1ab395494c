// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/batches/echoanswers.h"

#include "localserver/apifault.h"
#include "localserver/batches/echobodies.h"
#include "localserver/batches/linedirective.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

LineOutcome failure(const QByteArray &text)
{
    return {LineOutcome::Kind::Failed, text, {}};
}

QString requestId(const LineRequest &request)
{
    return idOfLine("req_"_L1, request);
}

LineOutcome directed(const LineRequest &request, const LineDirective &directive)
{
    using Kind = LineDirective::Kind;
    if (directive.kind == Kind::Never)
        return {LineOutcome::Kind::Waiting, {}, {}};
    if (directive.kind == Kind::Missing)
        return {LineOutcome::Kind::Missing, {}, {}};
    if (directive.kind == Kind::Timeout)
        return failure(errorLine(request, u"request_timeout"_s, u"The request took too long."_s));
    if (directive.status == 0) // there was no answer over HTTP, though this shape says that there was
        return failure(responseLine(request, 0, u""_s, QJsonValue::Null));
    return failure(responseLine(request, directive.status, requestId(request),
                                failureBody(directive.status, request.body()[u"model"_s].toString())));
}

} // namespace

LineOutcome EchoAnswers::answer(const LineRequest &request)
{
    using Kind = LineDirective::Kind;
    const LineDirective directive =
        directiveIn(steeringText(request.endpoint, request.body()), request.attempt);
    if (directive.kind != Kind::None && directive.kind != Kind::Twice)
        return directed(request, directive);
    try {
        const QJsonObject body = echoBody(request, echoRequest(request.endpoint, request.body()));
        QByteArray text = responseLine(request, 200, requestId(request), body);
        if (directive.kind == Kind::Twice)
            text += text;
        return {LineOutcome::Kind::Answered, text, usageIn(body[u"usage"_s].toObject())};
    } catch (const ApiFault &fault) {
        return failure(responseLine(request, fault.status, requestId(request),
                                    QJsonDocument::fromJson(fault.toJson()).object()));
    }
}

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/apifault.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {
const auto invalidRequest = u"invalid_request_error"_s;

QJsonValue nullWhenEmpty(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}
} // namespace

ApiFault ApiFault::badRequest(const QString &message, const QString &param, const QString &code)
{
    return {400, message, invalidRequest, param, code, {}};
}

ApiFault ApiFault::notFound(const QString &message, const QString &param, const QString &code)
{
    return {404, message, invalidRequest, param, code, {}};
}

ApiFault ApiFault::unauthorized(const QString &message)
{
    return {401, message, invalidRequest, {}, u"invalid_api_key"_s, {}};
}

ApiFault ApiFault::forbidden(const QString &message, const QString &code)
{
    return {403, message, invalidRequest, {}, code, {}};
}

ApiFault ApiFault::methodNotAllowed(const QString &message, const QByteArray &allow)
{
    return {405, message, invalidRequest, {}, u"method_not_supported"_s, allow};
}

ApiFault ApiFault::tooLarge(const QString &message)
{
    return {413, message, invalidRequest, {}, {}, {}};
}

ApiFault ApiFault::serverError(const QString &message)
{
    return {500, message, u"server_error"_s, {}, {}, {}};
}

QByteArray ApiFault::toJson() const
{
    const QJsonObject error{
        {u"message"_s, message},
        {u"type"_s, type},
        {u"param"_s, nullWhenEmpty(param)},
        {u"code"_s, nullWhenEmpty(code)},
    };
    return QJsonDocument(QJsonObject{{u"error"_s, error}}).toJson(QJsonDocument::Compact);
}

} // namespace odc::server

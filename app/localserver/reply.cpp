// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/reply.h"

#include <QJsonDocument>

namespace odc::server {

Reply Reply::json(const QJsonObject &object, int status)
{
    return json(QJsonDocument(object).toJson(QJsonDocument::Compact), status);
}

Reply Reply::json(const QByteArray &text, int status)
{
    Reply reply;
    reply.status = status;
    reply.body = text;
    return reply;
}

Reply Reply::fault(const ApiFault &fault)
{
    Reply reply = json(fault.toJson(), fault.status);
    if (!fault.allow.isEmpty())
        reply.headers.append({"Allow", fault.allow});
    return reply;
}

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/request.h"

namespace odc::server {

/** Decides what a bearer key may do. An empty expected key means: any key is taken. */
class Auth
{
public:
    Auth(const QString &apiKey, const QString &adminKey)
        : m_apiKey(apiKey.toUtf8()), m_adminKey(adminKey.toUtf8())
    {
    }

    /** Access of the request's key. Throws ApiFault 401 when it is missing or wrong. */
    Access check(const RequestContext &context) const;

private:
    const QByteArray m_apiKey;
    const QByteArray m_adminKey;
};

} // namespace odc::server

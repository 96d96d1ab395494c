// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/auth.h"
#include "localserver/httpserver.h"
#include "localserver/requestlog.h"
#include "localserver/router.h"
#include "localserver/serverclock.h"

#include <mutex>

namespace odc::server {

/** Takes each request through route, key, read-only and size checks to its handler, and logs the outcome. */
class Dispatcher final : public HttpHandler
{
public:
    Dispatcher(const Router &router, const Auth &auth, RequestLog &log, const ServerClock &clock,
               bool readOnly);

    std::optional<Reply> refuse(RequestContext &context) override;
    Reply handle(RequestContext &context) override;

private:
    const Route &admit(RequestContext &context) const;
    Reply finish(RequestContext &context, Reply reply);
    void addRateLimit(Reply &reply);

    const Router &m_router;
    const Auth &m_auth;
    RequestLog &m_log;
    const ServerClock &m_clock;
    const bool m_readOnly;

    std::mutex m_windowMutex;
    qint64 m_window = 0; ///< the minute that is being counted
    int m_inWindow = 0;
};

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/apierror.h"

#include <QObject>

#include <functional>

namespace odc {

class Session;

/// What a test of a profile found.
struct ConnectionReport
{
    enum class Verdict {
        Works,
        BadUrl,       ///< not an http(s) URL
        HostNotFound, ///< DNS
        Refused,
        Unreachable, ///< broken, timed out, proxy
        Tls,
        KeyRefused,   ///< 401
        NoPermission, ///< 403
        WrongPath,    ///< answers, but not this API at this path (404, HTML, redirect)
        NotThisApi,   ///< 2xx JSON that is no model list
        RateLimited,
        ServerError
    };
    Verdict verdict = Verdict::Works;
    int modelCount = 0;         ///< when it works
    bool filesReadable = false; ///< GET /files answered too
    ApiError error;             ///< what it was decided on
    QString sentence() const;   ///< translated: exactly what is wrong and what to do, or that it works
};

/// Calls GET /models and GET /files?limit=1 of a session and says in one verdict what it found.
/// `done` is made once unless `owner` dies first; the session must live as long.
void testConnection(Session &session, QObject *owner, std::function<void(const ConnectionReport &)> done);

} // namespace odc

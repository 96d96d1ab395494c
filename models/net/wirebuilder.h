// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/requestlog.h"
#include "base/result.h"
#include "net/redactor.h"
#include "net/requestqueue.h"
#include "net/transport.h"

namespace odc {

/// Makes wire requests of API requests: URL, credentials, standard headers. Pure.
namespace wire {

/// Why this call must not be sent at all (read-only, no key, key over plain http, id missing); kind None when
/// it may.
ApiError refusal(const ApiRequest &request, const RequestQueue::Options &options);

/// The base URL as the URLs of all its calls begin: encoded, without user info, query or a slash at the end.
QByteArray beginOfUrls(const QUrl &base);
/// That + path + query; all encoded, the path as given.
QUrl url(const QByteArray &begin, const ApiRequest &request);

/// Organization, Project, Beta and the request's own: what may be logged.
HttpHeaders openHeaders(const ApiRequest &request, const Credentials &credentials);

/// One attempt, its body freshly opened. LocalFile when that fails.
Result<WireRequest> build(const ApiRequest &request, const QUrl &url, const Credentials &credentials,
                          const QByteArray &clientRequestId);

/// The attempt as the log keeps it: without credentials, redacted. Times, attempt and id are the caller's to
/// fill in.
LoggedCall describe(const ApiRequest &request, const QUrl &url, const RequestQueue::Options &options,
                    const Redactor &redactor);

} // namespace wire

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/apierror.h"
#include "net/httptypes.h"
#include "net/transport.h"

#include <QUrl>

namespace odc::rules {

/// The error an answer with a status of 300 or more stands for. Reads OpenAI's shape, keeps the raw start of
/// others.
ApiError errorFromAnswer(int status, const HttpHeaders &headers, const QByteArray &body,
                         qint64 nowUnixSeconds);

/// Whether an error from errorFromAnswer() is in the API's own words, its error object. A page or a text of a gateway,
/// of a proxy or of another program at this address is not, whatever its status.
bool isApisOwn(const ApiError &error);

/// Whether an answer of 300 or more leaves open what became of a call that is to act once. `bodyIsOut`: the
/// whole body was sent. What stands in front of the API may have lost it behind its back: only the API's own
/// words, or a 503 that asks for a repeat, say that nothing was done. A thing that was to be made may be
/// there even when the API itself says that it broke down, gave up waiting or met a conflict. `shouldRetry`
/// as for mayRetry().
bool leavesOutcomeOpen(const ApiError &error, Effect effect, bool bodyIsOut, int shouldRetry);

/// The error of an exchange that got no answer. A create whose request may have arrived becomes
/// OutcomeUnknown.
ApiError errorFromWire(WireFailure failure, const QString &text, Effect effect);

/// What `Retry-After-Ms` / `Retry-After` (seconds, also fractional, or an HTTP date) ask for in ms; -1 when
/// absent.
qint64 retryAfterMs(const HttpHeaders &headers, qint64 nowUnixSeconds);

/// Whether the queue may repeat the call by itself. `retriesMade` counts from 0; two retries at most (WIRE
/// §7), `shouldRetry` is the x-should-retry header: 1 true, 0 false, -1 absent. A create is repeated after a 503 only
/// when that is the API's own or asks for it.
bool mayRetry(const ApiError &error, Effect effect, int retriesMade, int shouldRetry);

/// Whether a redirect from `from` to `to` may be followed, and with the key: only same origin, only reads.
bool mayFollowRedirect(const QUrl &from, const QUrl &to, Effect effect);

/// Whether a key may be sent to this URL: https, or http to loopback.
bool mayCarryKey(const QUrl &url);

} // namespace odc::rules

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace odc {

/// Why a call did not give what was asked for. A plain value; every decision is taken on `kind`, `httpStatus` and
/// `code`, never on `message`, which is the server's (or the system's) own text and is only shown.
struct ApiError {
    /// What went wrong, by meaning.
    enum class Kind {
        None,
        HostNotFound,    ///< DNS: no such host
        Refused,         ///< nothing listens there; the request surely did not arrive
        Network,         ///< connection broke before an answer; the request may have arrived
        Tls,             ///< certificate or handshake
        Timeout,         ///< the deadline passed, or the connection went silent
        Cancelled,       ///< the person or the owner stopped it
        Unauthorized,    ///< 401
        Forbidden,       ///< 403
        NotFound,        ///< 404, 410
        MethodNotAllowed,///< 405
        Conflict,        ///< 409
        TooLarge,        ///< 413
        Invalid,         ///< 400, 422
        RateLimited,     ///< 429 that passes with time
        Billing,         ///< 429 that needs a human (quota, credit, spend limit)
        Server,          ///< 5xx
        BadResponse,     ///< 2xx whose body is not what the contract says
        Redirect,        ///< a redirect that may not be followed
        OutcomeUnknown,  ///< a create was sent and the reply was lost: it may or may not exist now
        ReadOnly,        ///< refused here: the profile is read-only
        LocalFile,       ///< reading or writing a file of this machine failed
        NoKey,           ///< the profile has no API key
        InsecureUrl      ///< refused here: the key would have travelled unencrypted
    };

    Kind kind = Kind::None;
    int httpStatus = 0;   ///< 0 when no answer arrived
    QString code;         ///< `error.code` of the answer; empty when absent
    QString type;         ///< `error.type`
    QString param;        ///< `error.param`
    QString message;      ///< server's or system's text, for display only
    QString requestId;    ///< `x-request-id`, else the id we sent; empty when nothing was sent
    QString operation;    ///< "GET /files", filled in by the request queue
    QByteArray rawBody;   ///< first 2 KiB of a body that was no OpenAI error (HTML of a gateway, ...)
    qint64 retryAfterMs = -1; ///< what the server asked for, -1 when it did not
    int attempts = 0;     ///< how often it was tried

    /// True when the same call may work later without anybody changing anything.
    bool isTransient() const;

    /// True when the person cancelled; such errors are not shown.
    bool isCancelled() const { return kind == Kind::Cancelled; }

    /// One translated sentence: what happened.
    QString headline() const;

    /// One translated sentence: what the person can do. Empty when there is nothing better than the headline.
    QString advice() const;

    /// All there is, several lines, for the clipboard and the details box. Never holds a key.
    QString details() const;

    static ApiError make(Kind kind, const QString &message = {});
};

} // namespace odc

Q_DECLARE_TYPEINFO(odc::ApiError, Q_RELOCATABLE_TYPE);
Q_DECLARE_METATYPE(odc::ApiError)

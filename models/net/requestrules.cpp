// SPDX-License-Identifier: GPL-3.0-or-later
#include "requestrules.h"

#include <QDateTime>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cmath>

namespace odc::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRetries = 2;
constexpr int rawBodyLimit = 2048;

ApiError::Kind kindOfStatus(int status)
{
    using Kind = ApiError::Kind;
    switch (status) {
    case 401:
        return Kind::Unauthorized;
    case 403:
        return Kind::Forbidden;
    case 404:
    case 410:
        return Kind::NotFound;
    case 405:
        return Kind::MethodNotAllowed;
    case 407:
        return Kind::Network; // a proxy's word, not the server's
    case 408:
        return Kind::Timeout;
    case 409:
        return Kind::Conflict;
    case 413:
        return Kind::TooLarge;
    case 429:
        return Kind::RateLimited;
    default:
        break;
    }
    if (status >= 500)
        return Kind::Server;
    return status >= 400 ? Kind::Invalid : Kind::Redirect;
}

/// `message` may be anything in practice; it is only shown.
QString anyText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

bool isBilling(const ApiError &error)
{
    static constexpr std::array codes{
        "insufficient_quota"_L1, "credit_balance_exhausted"_L1, "organization_spend_limit_exceeded"_L1,
        "project_spend_limit_exceeded"_L1, "organization_usage_limit_exceeded"_L1};
    return error.type == "insufficient_quota"_L1 ||
           std::find(codes.begin(), codes.end(), error.code) != codes.end();
}

/// Answers of a gateway that has lost what is behind it: the request may have got through.
bool isLostBehindGateway(int status)
{
    return status == 502 || status == 504 || (status >= 520 && status <= 527);
}

/// Whoever says so, in whichever words: the thing may have been made before it broke down, by this request or
/// by one that it met. 501 knows no such thing.
bool mayHaveBeenMade(int status)
{
    return status == 408 || status == 409 || (status >= 500 && status != 501);
}

/// A 503 that is no gateway's guess: nothing was done, and it may be sent again.
bool asksForRepeat(const ApiError &error, int shouldRetry)
{
    return error.httpStatus == 503 && (shouldRetry == 1 || error.retryAfterMs >= 0 || isApisOwn(error));
}

bool isLoopback(const QString &host)
{
    if (host.compare("localhost"_L1, Qt::CaseInsensitive) == 0)
        return true;
    const QHostAddress address(host);
    return !address.isNull() && address.isLoopback();
}

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

} // namespace

ApiError errorFromAnswer(int status, const HttpHeaders &headers, const QByteArray &body,
                         qint64 nowUnixSeconds)
{
    ApiError error = ApiError::make(kindOfStatus(status));
    error.httpStatus = status;
    error.requestId = QString::fromUtf8(headers.value("x-request-id"));
    error.retryAfterMs = retryAfterMs(headers, nowUnixSeconds);

    const QJsonObject object = QJsonDocument::fromJson(body).object();
    const QJsonValue value = object.value("error"_L1);
    if (value.isObject()) {
        const QJsonObject fields = value.toObject();
        error.message = anyText(fields.value("message"_L1));
        error.code = anyText(fields.value("code"_L1));
        error.type = anyText(fields.value("type"_L1));
        error.param = anyText(fields.value("param"_L1));
    } else {
        // Not OpenAI's shape: other servers' words are shown if there are any, and what came is kept as it
        // is.
        for (const auto &candidate :
             {value, object.value("message"_L1), object.value("detail"_L1), object.value("title"_L1)}) {
            if (error.message.isEmpty())
                error.message = anyText(candidate);
        }
        error.rawBody = body.left(rawBodyLimit);
    }
    if (status == 429 && isBilling(error))
        error.kind = ApiError::Kind::Billing;
    return error;
}

bool isApisOwn(const ApiError &error)
{
    return error.httpStatus > 0 && error.rawBody.isEmpty() && !error.message.isEmpty();
}

bool leavesOutcomeOpen(const ApiError &error, Effect effect, bool bodyIsOut, int shouldRetry)
{
    if (!actsOnce(effect))
        return false;
    if (isLostBehindGateway(error.httpStatus))
        return true;
    if (!bodyIsOut || asksForRepeat(error, shouldRetry))
        return false;
    if (effect == Effect::Creates && mayHaveBeenMade(error.httpStatus))
        return true;
    const bool refused = error.httpStatus >= 400 && error.httpStatus < 500;
    return !refused && !isApisOwn(error);
}

ApiError errorFromWire(WireFailure failure, const QString &text, Effect effect)
{
    using Kind = ApiError::Kind;
    Kind kind = Kind::Network;
    switch (failure) {
    case WireFailure::None:
        kind = Kind::None;
        break;
    case WireFailure::HostNotFound:
        kind = Kind::HostNotFound;
        break;
    case WireFailure::Refused:
        kind = Kind::Refused;
        break;
    case WireFailure::Network:
        kind = Kind::Network;
        break;
    case WireFailure::Tls:
        kind = Kind::Tls;
        break;
    case WireFailure::Timeout:
        kind = Kind::Timeout;
        break;
    case WireFailure::Aborted:
        kind = Kind::Cancelled;
        break;
    }
    if (actsOnce(effect) && (kind == Kind::Network || kind == Kind::Timeout))
        kind = Kind::OutcomeUnknown;
    return ApiError::make(kind, text);
}

qint64 retryAfterMs(const HttpHeaders &headers, qint64 nowUnixSeconds)
{
    constexpr double year = 365.0 * 24 * 3600 * 1000; // keeps absurd values inside the integer
    bool isNumber = false;
    const double ms = headers.value("retry-after-ms").trimmed().toDouble(&isNumber);
    if (isNumber && ms >= 0 && std::isfinite(ms))
        return qint64(std::min(ms, year));

    const QByteArray after = headers.value("retry-after").trimmed();
    const double seconds = after.toDouble(&isNumber);
    if (isNumber && seconds >= 0 && std::isfinite(seconds))
        return qint64(std::ceil(std::min(seconds * 1000.0, year)));

    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(after), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return -1;
    date.setTimeZone(QTimeZone::utc());
    return std::max<qint64>(0, date.toSecsSinceEpoch() - nowUnixSeconds) * 1000;
}

bool mayRetry(const ApiError &error, Effect effect, int retriesMade, int shouldRetry)
{
    using Kind = ApiError::Kind;
    if (retriesMade >= mostRetries || error.kind == Kind::Billing)
        return false;
    const bool answered = error.httpStatus >= 300;
    if (answered && shouldRetry == 0)
        return false;
    // An unanswered call that was never sent is as good as not made, whatever it would have done.
    const bool neverArrived = !answered && (error.kind == Kind::Refused || error.kind == Kind::HostNotFound);
    if (actsOnce(effect))
        return neverArrived || error.httpStatus == 429 || asksForRepeat(error, shouldRetry);
    if (answered && error.httpStatus >= 400 && shouldRetry == 1)
        return true;
    return neverArrived || error.isTransient();
}

bool mayFollowRedirect(const QUrl &from, const QUrl &to, Effect effect)
{
    return effect == Effect::Reads && to.isValid() && from.scheme() == to.scheme() &&
           from.host().compare(to.host(), Qt::CaseInsensitive) == 0 && portOf(from) == portOf(to) &&
           to.userInfo().isEmpty();
}

bool mayCarryKey(const QUrl &url)
{
    return url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url.host()));
}

} // namespace odc::rules

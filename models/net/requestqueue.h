// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/backoff.h"
#include "base/call.h"
#include "base/result.h"
#include "net/httptypes.h"

#include <QObject>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>

namespace odc {

class AnswerObserver;
class Clock;
class RequestLog;
class Transport;

/// Who we are at the server. Held in memory only.
struct Credentials
{
    QString apiKey;
    QString adminKey;
    QString organization;
    QString project;
};

/// What the server last said of its rate limit; -1 unknown.
struct RateLimit
{
    qint64 limit = -1;
    qint64 remaining = -1;
};

/// All calls of one session go through here: slots per lane, standard headers, retries, one 429 hold for
/// everybody, deadlines, the read-only guard, redirects, the request log. GUI thread.
class RequestQueue : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        QUrl baseUrl; ///< ends without a slash, usually ".../v1"
        Credentials credentials;
        bool readOnly = false;
        bool keyRequired = true; ///< false: a compatible server that wants none
        int interactiveSlots = 4;
        int backgroundSlots = 2;
        int transferSlots = 6; ///< as many connections as Qt opens to one host
        int bulkSlots = 6;     ///< as many
        qint64 longestSilenceMs = 0; ///< ends an attempt sooner than the request itself would; 0: it does not
    };
    using Callback = std::function<void(Result<HttpAnswer>)>;

    RequestQueue(Options options, std::unique_ptr<Transport> transport, Clock &clock, RandomSource random,
                 QObject *parent = nullptr);
    ~RequestQueue() override;

    /// Performs the call. `callback` is made once, later, never from inside this function, and never after
    /// `owner` (not null) is gone or the call was cancelled; destroying the owner aborts the socket.
    Call send(ApiRequest request, QObject *owner, Callback callback);

    /// The error for a 2xx answer whose body is not what the contract says: BadResponse, or OutcomeUnknown
    /// when the call created or started something. `why` is one sentence.
    ApiError unreadable(const HttpAnswer &answer, const QString &why) const;

    RequestLog &log() const;
    int inFlight() const;
    RateLimit rateLimit() const;
    bool isReadOnly() const;
    bool hasKey() const;
    /// There is none, and the server asks for one: no call goes out but those that carry the admin key.
    bool lacksKey() const;
    bool hasAdminKey() const;
    QUrl baseUrl() const;
    /// Who is told of every answer from now on; null: nobody. It outlives the queue, or is taken away before.
    void setObserver(AnswerObserver *observer);
    /// See Transport::setTransferRates().
    void setTransferRates(qint64 up, qint64 down);
    /// Until when (monotonic ms) everything waits because of a 429; 0 when nothing does.
    qint64 heldUntilMs() const;

Q_SIGNALS:
    void inFlightChanged(int count);
    void rateLimitChanged();
    /// The last thing known of the connection: kind None after any answer, else the error of the last
    /// attempt.
    void connectionChanged(const odc::ApiError &error);
    /// A 429 holds all calls for `ms`; 0 when the hold is over.
    void held(qint64 ms);

private:
    class Job;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/rawhttp.h"

#include <QJsonObject>
#include <QList>
#include <QUrl>

#include <memory>

namespace odc::test {

class FaultScript;

/** One thing that goes wrong between client and server. */
struct Fault
{
    enum class Kind {
        Answer,            ///< the proxy answers by itself; the server never hears of the request
        DropBeforeReading, ///< connection reset, nothing forwarded
        LoseReply,         ///< forwarded, then the connection is reset instead of the reply being passed on
        Stall,             ///< nothing forwarded, nothing answered, the connection stays open
        Mute,              ///< read to its end, not forwarded, not answered; the connection stays open
        Slow,              ///< forwarded; the reply trickles
        TruncateBody,      ///< forwarded; the connection is reset after some bytes of the reply's body
        TruncateJson,      ///< forwarded; the reply is whole for HTTP, but its body ends early
    };
    Kind kind = Kind::Answer;
    int status = 500;
    Headers headers;
    QByteArray body;
    qint64 amount = 0; ///< bytes per second for Slow, bytes of body for TruncateBody

    static Fault answer(int status, const QByteArray &body, const Headers &headers = {});
    /** An error in the API's own shape. */
    static Fault apiError(int status, const QString &type, const QString &code, const Headers &headers = {});
    static Fault rateLimited(int retryAfterSeconds);
    static Fault rateLimitedMs(int retryAfterMs);
    static Fault serverError() { return apiError(500, QStringLiteral("server_error"), {}); }
    static Fault overloaded();
    static Fault unauthorized();
    static Fault html(int status);
    static Fault empty(int status);
    static Fault redirect(const QUrl &target);
    static Fault drop() { return {Kind::DropBeforeReading, 0, {}, {}, 0}; }
    static Fault loseReply() { return {Kind::LoseReply, 0, {}, {}, 0}; }
    static Fault stall() { return {Kind::Stall, 0, {}, {}, 0}; }
    static Fault mute() { return {Kind::Mute, 0, {}, {}, 0}; }
    static Fault slow(qint64 bytesPerSecond) { return {Kind::Slow, 0, {}, {}, bytesPerSecond}; }
    static Fault truncateBody(qint64 afterBytes) { return {Kind::TruncateBody, 0, {}, {}, afterBytes}; }
    static Fault truncateJson() { return {Kind::TruncateJson, 0, {}, {}, 0}; }
};

/**
 * A proxy in front of a server that breaks chosen requests and forwards all others untouched, streaming. It
 * runs in a thread of its own, so that tests may block. All functions may be called at any time.
 */
class FaultProxy
{
public:
    /** A request as the proxy saw it. */
    struct Seen
    {
        QByteArray method;
        QByteArray target;
        QHash<QByteArray, QByteArray>
            headers; ///< names in lower case; with the key, for tests that look for it
        bool faulted = false;
    };

    /** Begins to listen on a free loopback port. \p server is the base URL of the real one. */
    explicit FaultProxy(const QUrl &server);
    ~FaultProxy();
    FaultProxy(const FaultProxy &) = delete;
    FaultProxy &operator=(const FaultProxy &) = delete;

    /** The server's base URL with the proxy's port. */
    QUrl url() const;

    /**
     * The next \p times requests of that method (empty: any) whose path without query ends in \p pathEnd
     * (empty: any) meet \p fault; \p times -1: all. Faults are used up in the order in which they were added.
     */
    void add(const QByteArray &method, const QByteArray &pathEnd, const Fault &fault, int times = 1);
    void clearFaults();

    QList<Seen> seen() const;
    int count(const QByteArray &method, const QByteArray &pathEnd = {}) const;
    void clearSeen();

private:
    class Worker;
    const QUrl m_server;
    std::shared_ptr<FaultScript> m_script;
    std::unique_ptr<Worker> m_worker;
};

} // namespace odc::test

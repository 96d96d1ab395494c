// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transport.h"

#include <QHash>
#include <QList>

#include <functional>

namespace odc {
class Clock;
}

namespace odc::test {

/// What a fake server says to one request.
struct FakeReply
{
    int status = 200;
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers; ///< Content-Length is added when absent
    WireFailure failure = WireFailure::None;
    bool headersFirst = false; ///< with a failure: headers and `body` come before it (a cut-off answer)
    bool hangs = false;        ///< never answers
    qint64 delayMs = 0;        ///< on the clock given to the transport
    int pieces = 1;            ///< the body comes in so many signals
    qint64 takesAtMost = -1;   ///< bytes of the request's body that leave; -1: all

    static FakeReply json(const QByteArray &body, int status = 200);
    static FakeReply error(int status, const QByteArray &code = {}, const QByteArray &type = {},
                           const QList<QPair<QByteArray, QByteArray>> &headers = {});
    static FakeReply broken(WireFailure failure);
    static FakeReply silence();
};

/// One request as it left the console.
struct FakeRequest
{
    Method method = Method::Get;
    QUrl url;
    QString path; ///< of the URL, without the query
    HttpHeaders headers;
    QByteArray body;
    Lane lane = Lane::Interactive;
    bool stream = false;
};

/// A transport without a wire: answers by script and remembers what it was asked.
class FakeTransport final : public Transport
{
public:
    using Handler = std::function<FakeReply(const FakeRequest &)>;

    /// `clock` is needed for delayed replies only.
    explicit FakeTransport(Clock *clock = nullptr) : m_clock(clock) {}
    ~FakeTransport() override;

    /// The answer to every such request from now on. `path` is that of the URL, e.g. "/v1/files".
    void always(Method method, const QString &path, const FakeReply &reply);
    /// The answer to the next such request; several are used up in order, before `always`.
    void once(Method method, const QString &path, const FakeReply &reply);
    /// Asked when no script fits; without one that is a 404.
    void setHandler(Handler handler) { m_handler = std::move(handler); }

    std::unique_ptr<Exchange> send(WireRequest request) override;

    const QList<FakeRequest> &requests() const { return m_requests; }
    int count(Method method, const QString &path) const;
    int running() const { return m_running; }
    int mostRunning() const { return m_mostRunning; } ///< at the same time
    int aborted() const { return m_aborted; }

private:
    class FakeExchange;
    FakeReply replyTo(const FakeRequest &request);
    static QString key(Method method, const QString &path);

    Clock *m_clock;
    Handler m_handler;
    QHash<QString, QList<FakeReply>> m_once;
    QHash<QString, FakeReply> m_always;
    QList<FakeRequest> m_requests;
    QList<FakeExchange *> m_open;
    int m_running = 0;
    int m_mostRunning = 0;
    int m_aborted = 0;
};

} // namespace odc::test

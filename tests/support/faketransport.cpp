// SPDX-License-Identifier: GPL-3.0-or-later
#include "faketransport.h"

#include "base/clock.h"

#include <QPointer>

#include <algorithm>

namespace odc::test {

class FakeTransport::FakeExchange final : public Exchange
{
public:
    FakeExchange(FakeTransport *transport, FakeReply reply, qint64 bodySize)
        : m_transport(transport), m_reply(std::move(reply)), m_bodySize(bodySize)
    {
    }
    ~FakeExchange() override { leave(true); }
    void abort() override { leave(true); }

    void begin(Clock *clock)
    {
        if (m_reply.hangs)
            return;
        if (m_reply.delayMs > 0 && clock)
            clock->callLater(m_reply.delayMs, this, [this] { speak(); });
        else
            QMetaObject::invokeMethod(
                this, [this] { speak(); }, Qt::QueuedConnection);
    }
    void forgetTransport() { m_transport = nullptr; }

private:
    void speak()
    {
        const QPointer<FakeExchange> self(this);
        const auto alive = [this, &self] { return self && m_live; };
        if (!alive())
            return;
        if (m_bodySize > 0)
            Q_EMIT sent(m_reply.takesAtMost < 0 ? m_bodySize : qMin(m_bodySize, m_reply.takesAtMost), m_bodySize);
        const bool answers = m_reply.failure == WireFailure::None || m_reply.headersFirst;
        if (alive() && answers) {
            HttpHeaders headers;
            for (const auto &[name, value] : std::as_const(m_reply.headers))
                headers.add(name, value);
            if (!headers.contains("content-length"))
                headers.add("Content-Length", QByteArray::number(m_reply.body.size()));
            Q_EMIT headersReceived(m_reply.status, headers);
            sendPieces(alive);
        }
        if (!alive())
            return;
        leave(false);
        const WireFailure failure = m_reply.failure;
        Q_EMIT finished(failure,
                        failure == WireFailure::None ? QString() : QStringLiteral("scripted failure"));
    }

    void sendPieces(const std::function<bool()> &alive)
    {
        const QByteArray body = m_reply.body;
        const qsizetype step =
            std::max<qsizetype>(1, (body.size() + m_reply.pieces - 1) / std::max(1, m_reply.pieces));
        for (qsizetype at = 0; at < body.size() && alive(); at += step)
            Q_EMIT dataReceived(body.mid(at, step));
    }

    void leave(bool aborted)
    {
        if (!std::exchange(m_live, false) || !m_transport)
            return;
        m_transport->m_open.removeOne(this);
        --m_transport->m_running;
        m_transport->m_aborted += aborted ? 1 : 0;
    }

    FakeTransport *m_transport;
    const FakeReply m_reply;
    const qint64 m_bodySize;
    bool m_live = true;
};

FakeReply FakeReply::json(const QByteArray &body, int status)
{
    FakeReply reply;
    reply.status = status;
    reply.body = body;
    reply.headers = {{"Content-Type", "application/json"}, {"x-request-id", "req_fake"}};
    return reply;
}

FakeReply FakeReply::error(int status, const QByteArray &code, const QByteArray &type,
                           const QList<QPair<QByteArray, QByteArray>> &headers)
{
    FakeReply reply =
        json("{\"error\":{\"message\":\"scripted\",\"type\":\"" + type + "\",\"param\":null,\"code\":" +
                 (code.isEmpty() ? QByteArray("null") : '"' + code + '"') + "}}",
             status);
    reply.headers += headers;
    return reply;
}

FakeReply FakeReply::broken(WireFailure failure)
{
    FakeReply reply;
    reply.failure = failure;
    return reply;
}

FakeReply FakeReply::silence()
{
    FakeReply reply;
    reply.hangs = true;
    return reply;
}

FakeTransport::~FakeTransport()
{
    for (FakeExchange *exchange : std::as_const(m_open))
        exchange->forgetTransport();
}

QString FakeTransport::key(Method method, const QString &path)
{
    return QString::fromLatin1(methodName(method)) + u' ' + path;
}

void FakeTransport::always(Method method, const QString &path, const FakeReply &reply)
{
    m_always.insert(key(method, path), reply);
}

void FakeTransport::once(Method method, const QString &path, const FakeReply &reply)
{
    m_once[key(method, path)].append(reply);
}

FakeReply FakeTransport::replyTo(const FakeRequest &request)
{
    const QString k = key(request.method, request.path);
    if (auto it = m_once.find(k); it != m_once.end() && !it->isEmpty())
        return it->takeFirst();
    if (const auto it = m_always.constFind(k); it != m_always.constEnd())
        return *it;
    return m_handler ? m_handler(request) : FakeReply::error(404, {}, "invalid_request_error");
}

std::unique_ptr<Exchange> FakeTransport::send(WireRequest request)
{
    FakeRequest seen;
    seen.method = request.method;
    seen.url = request.url;
    seen.path = request.url.path(QUrl::FullyEncoded);
    seen.headers = request.headers;
    seen.lane = request.lane;
    seen.stream = request.stream;
    if (request.body)
        seen.body = request.body->readAll();
    m_requests.append(seen);
    auto exchange = std::make_unique<FakeExchange>(this, replyTo(seen), seen.body.size());
    m_open.append(exchange.get());
    m_mostRunning = std::max(m_mostRunning, ++m_running);
    exchange->begin(m_clock);
    return exchange;
}

int FakeTransport::count(Method method, const QString &path) const
{
    return int(std::count_if(m_requests.begin(), m_requests.end(), [&](const FakeRequest &request) {
        return request.method == method && request.path == path;
    }));
}

} // namespace odc::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/session.h"
#include "base/clock.h"
#include "net/qnamtransport.h"
#include "net/requestqueue.h"
#include "support/faultproxy.h"

#include <functional>
#include <memory>
#include <optional>

namespace odc::test {

using namespace Qt::StringLiterals;

/// The machine's clock on which pauses between attempts pass fifty times as fast; deadlines stay what they
/// are.
class HastyClock final : public Clock
{
public:
    qint64 monotonicMs() const override { return m_real.monotonicMs() * factor; }
    qint64 unixSeconds() const override { return m_real.unixSeconds(); }
    void callLater(qint64 delayMs, QObject *context, std::function<void()> action) override
    {
        const bool pause = delayMs < 20'000;
        // A timer may be early by less than one of its own milliseconds, which here are fifty.
        m_real.callLater(pause ? delayMs / factor + 1 : delayMs, context, std::move(action));
    }

private:
    static constexpr qint64 factor = 50;
    SystemClock m_real;
};

/// A real transport that loses patience sooner.
class ImpatientTransport final : public Transport
{
public:
    explicit ImpatientTransport(qint64 silenceMs) : m_silenceMs(silenceMs) {}
    std::unique_ptr<Exchange> send(WireRequest request) override
    {
        request.silenceMs = m_silenceMs;
        return m_inner.send(std::move(request));
    }

private:
    QnamTransport m_inner{TransportOptions{.proxyUrl = u"none"_s, .caFile = {}, .userAgent = {}}};
    const qint64 m_silenceMs;
};

/// A session over a real connection that loses patience after `silenceMs`.
inline std::unique_ptr<Session> sessionAt(const QUrl &url, const QString &key, Clock &clock, qint64 silenceMs)
{
    RequestQueue::Options options;
    options.baseUrl = url;
    options.credentials.apiKey = key;
    return std::make_unique<Session>(
        std::make_unique<RequestQueue>(options, std::make_unique<ImpatientTransport>(silenceMs), clock,
                                       [] { return 0.0; }),
        clock);
}

/// What goes wrong, by the name that a test's rows have for it; none for another name.
inline std::optional<Fault> faultCalled(const QString &name, const QUrl &elsewhere)
{
    if (name == "429"_L1)
        return Fault::rateLimited(1);
    if (name == "500"_L1)
        return Fault::serverError();
    if (name == "503"_L1)
        return Fault::overloaded();
    if (name == "reset before reading"_L1)
        return Fault::drop();
    if (name == "reply lost"_L1)
        return Fault::loseReply();
    if (name == "body cut off"_L1)
        return Fault::truncateBody(5);
    if (name == "HTML 200"_L1)
        return Fault::html(200);
    if (name == "HTML 502"_L1)
        return Fault::html(502);
    if (name == "bad JSON"_L1)
        return Fault::truncateJson();
    if (name == "stall"_L1)
        return Fault::stall();
    if (name == "401"_L1)
        return Fault::unauthorized();
    if (name == "307"_L1)
        return Fault::redirect(elsewhere);
    return {};
}

} // namespace odc::test

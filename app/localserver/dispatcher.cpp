// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/dispatcher.h"

#include "localserver/ids.h"
#include "localserver/storage.h"

#include <QLocale>
#include <QLoggingCategory>

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcDispatcher, "odc.localserver")

namespace odc::server {

namespace {

/** The limit is announced, as the service does, and never enforced. */
constexpr int requestsPerMinute = 10'000;

/** Request headers worth keeping as evidence, in their order; nothing among them is secret. */
constexpr std::array<QByteArrayView, 12> loggedHeaders{
    "accept",
    "content-length",
    "content-type",
    "expect",
    "openai-beta",
    "openai-organization",
    "openai-project",
    "range",
    "transfer-encoding",
    "user-agent",
    "x-client-request-id",
    "x-stainless-retry-count",
};

bool isLocal(const RequestContext &context)
{
    return context.path.startsWith("/_local/");
}

QString nameOf(Access access)
{
    switch (access) {
    case Access::Project:
        return u"project"_s;
    case Access::Admin:
        return u"admin"_s;
    case Access::None:
        break;
    }
    return u"none"_s;
}

} // namespace

Dispatcher::Dispatcher(const Router &router, const Auth &auth, RequestLog &log, const ServerClock &clock,
                       bool readOnly)
    : m_router(router), m_auth(auth), m_log(log), m_clock(clock), m_readOnly(readOnly)
{
}

/** The route of a request that may be served. Throws ApiFault. */
const Route &Dispatcher::admit(RequestContext &context) const
{
    const Route &route = m_router.match(context);
    if (route.needsKey)
        context.access = m_auth.check(context);
    if (m_readOnly && route.changes)
        throw ApiFault::forbidden(u"This server is read-only: %1 %2 is not allowed."_s.arg(
                                      QString::fromLatin1(context.method), QString::fromUtf8(context.path)),
                                  u"read_only"_s);
    if (context.contentLength > route.maxBody)
        throw ApiFault::tooLarge(u"The request body of %1 bytes is larger than the maximum of %2 bytes."_s
                                     .arg(context.contentLength)
                                     .arg(route.maxBody));
    return route;
}

std::optional<Reply> Dispatcher::refuse(RequestContext &context)
{
    try {
        admit(context);
    } catch (const ApiFault &fault) {
        return finish(context, Reply::fault(fault));
    }
    return std::nullopt;
}

Reply Dispatcher::handle(RequestContext &context)
{
    try {
        return finish(context, admit(context).handler(context));
    } catch (const ApiFault &fault) {
        return finish(context, Reply::fault(fault));
    } catch (const ClientGone &) {
        Reply reply;
        reply.status = 499;
        reply.abandoned = true;
        return finish(context, reply);
    } catch (const StorageError &error) {
        return finish(context, Reply::fault(ApiFault::serverError(
                                   u"The server's database refused: %1"_s.arg(error.text))));
    } catch (const std::exception &error) {
        qCWarning(lcDispatcher) << "handler failed:" << error.what();
        return finish(context, Reply::fault(ApiFault::serverError(
                                   u"The server had an error while processing your request."_s)));
    }
}

Reply Dispatcher::finish(RequestContext &context, Reply reply)
{
    if (context.body)
        context.body->discard();
    using namespace std::chrono;
    const QByteArray requestId = "req_" + randomHex(16);
    const qint64 now = steady_clock::now().time_since_epoch().count();
    const auto elapsed = duration_cast<milliseconds>(steady_clock::duration(now - context.startedNs)).count();
    const QString date =
        QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'");
    reply.headers.append({{"x-request-id", requestId},
                          {"openai-processing-ms", QByteArray::number(qint64(elapsed))},
                          {"openai-version", "2020-10-01"},
                          {"openai-organization", "org-local"},
                          {"Date", date.toLatin1()}});
    if (isLocal(context))
        return reply;
    addRateLimit(reply);

    LoggedRequest entry;
    entry.timeMs = m_clock.nowMs();
    entry.method = context.method;
    entry.target = context.target;
    entry.status = reply.status;
    entry.bodyBytes = context.bodyBytes;
    entry.access = nameOf(context.access);
    entry.requestId = requestId;
    std::copy_if(context.headers.cbegin(), context.headers.cend(), std::back_inserter(entry.headers), [](const auto &header) {
        return !header.second.isEmpty() && std::binary_search(loggedHeaders.cbegin(), loggedHeaders.cend(), header.first);
    });
    m_log.append(std::move(entry));
    return reply;
}

void Dispatcher::addRateLimit(Reply &reply)
{
    const qint64 nowMs = m_clock.nowMs();
    int used = 0;
    {
        const std::lock_guard lock(m_windowMutex);
        if (nowMs / 60'000 != m_window) {
            m_window = nowMs / 60'000;
            m_inWindow = 0;
        }
        used = ++m_inWindow;
    }
    const qint64 resetMs = 60'000 - nowMs % 60'000;
    const QByteArray reset = resetMs < 1000 ? QByteArray::number(resetMs) + "ms"
                                            : QByteArray::number(double(resetMs) / 1000, 'f', 3) + 's';
    reply.headers.append(
        {{"x-ratelimit-limit-requests", QByteArray::number(requestsPerMinute)},
         {"x-ratelimit-remaining-requests", QByteArray::number(std::max(0, requestsPerMinute - used))},
         {"x-ratelimit-reset-requests", reset}});
}

} // namespace odc::server

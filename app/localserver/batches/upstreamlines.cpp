// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/batches/upstreamlines.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr int retries = 2;
constexpr qint64 firstPauseMs = 500;
constexpr qint64 longestPauseMs = 30'000;

bool isWorthRetrying(const UpstreamReply &reply)
{
    if (!reply.error.isEmpty())
        return true;
    // A quota that is used up does not come back within a minute.
    const bool quota = reply.body.contains("insufficient_quota");
    return reply.status == 408 || reply.status == 409 || (reply.status == 429 && !quota) ||
           reply.status >= 500;
}

/** What is no JSON is kept as a text, so that it can be read what was said. */
QJsonValue bodyOf(const QByteArray &text)
{
    constexpr qsizetype kept = 2048;
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (document.isObject())
        return document.object();
    return QString::fromUtf8(text.left(kept));
}

} // namespace

void UpstreamLines::abort()
{
    m_upstream.abort();
    const std::lock_guard lock(m_mutex);
    m_aborted = true;
    m_wake.notify_all();
}

bool UpstreamLines::pause(qint64 milliseconds)
{
    std::unique_lock lock(m_mutex);
    return !m_wake.wait_for(lock, std::chrono::milliseconds(milliseconds), [this] { return m_aborted; });
}

LineOutcome UpstreamLines::answer(const LineRequest &request)
{
    const QString path = request.endpoint.sliced(QLatin1String("/v1").size());
    const QByteArray body = QJsonDocument(request.body()).toJson(QJsonDocument::Compact);
    UpstreamReply reply;
    for (int tries = 0;; ++tries) {
        reply = m_upstream.post(path, body);
        if (tries == retries || !isWorthRetrying(reply))
            break;
        const qint64 wait = reply.retryAfterMs >= 0 ? reply.retryAfterMs : firstPauseMs << tries;
        if (!pause(std::min(wait, longestPauseMs)))
            break;
    }
    LineOutcome outcome;
    outcome.kind = LineOutcome::Kind::Failed;
    if (!reply.error.isEmpty()) {
        outcome.text = errorLine(request, u"upstream_not_reached"_s, reply.error);
        return outcome;
    }
    const QString requestId =
        reply.requestId.isEmpty() ? idOfLine("req_"_L1, request) : QString::fromUtf8(reply.requestId);
    const QJsonValue said = bodyOf(reply.body);
    outcome.text = responseLine(request, reply.status, requestId, said);
    if (reply.status >= 200 && reply.status < 300 && said.isObject()) {
        outcome.kind = LineOutcome::Kind::Answered;
        outcome.usage = usageIn(said[u"usage"_s].toObject());
    }
    return outcome;
}

} // namespace odc::server

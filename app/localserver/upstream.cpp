// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/upstream.h"

#include <httplib.h>

#include <mutex>
#include <set>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr time_t connectSeconds = 10;
constexpr time_t answerSeconds = 120;

/** The wait that a reply asks for. A date is not read: what services of this kind send are seconds. */
qint64 retryAfter(const httplib::Response &reply)
{
    const auto number = [&reply](const char *name) -> qint64 {
        bool isNumber = false;
        const double value = QByteArray::fromStdString(reply.get_header_value(name)).toDouble(&isNumber);
        return isNumber && value >= 0 && value < 1e9 ? qint64(value * 1000) : -1;
    };
    const qint64 milliseconds = number("retry-after-ms");
    return milliseconds >= 0 ? milliseconds / 1000 : number("retry-after");
}

} // namespace

/** The calls that are under way. */
struct Upstream::Calls
{
    std::mutex mutex;
    std::set<httplib::Client *> running;
    bool aborted = false;

    bool begin(httplib::Client *client)
    {
        const std::lock_guard lock(mutex);
        if (!aborted)
            running.insert(client);
        return !aborted;
    }
    void end(httplib::Client *client)
    {
        const std::lock_guard lock(mutex);
        running.erase(client);
    }
};

Upstream::Upstream(const QUrl &base, const QByteArray &key)
    : m_calls(std::make_unique<Calls>()), m_base(base), m_key(key)
{
}

Upstream::~Upstream() = default;

void Upstream::abort()
{
    const std::lock_guard lock(m_calls->mutex);
    m_calls->aborted = true;
    for (httplib::Client *client : m_calls->running)
        client->stop();
}

UpstreamReply Upstream::post(const QString &path, const QByteArray &body)
{
    QUrl origin;
    origin.setScheme(m_base.scheme());
    origin.setHost(m_base.host());
    origin.setPort(m_base.port());
    QString target = m_base.path(QUrl::FullyEncoded);
    while (target.endsWith(u'/'))
        target.chop(1);
    target += path;

    httplib::Client client(origin.toString(QUrl::FullyEncoded).toStdString());
    client.set_connection_timeout(connectSeconds);
    client.set_read_timeout(answerSeconds);
    client.set_write_timeout(answerSeconds);
    if (!m_key.isEmpty())
        client.set_bearer_token_auth(m_key.toStdString());
    UpstreamReply said;
    if (!m_calls->begin(&client)) {
        said.error = u"The server is being stopped."_s;
        return said;
    }
    const auto reply = client.Post(target.toStdString(), body.toStdString(), "application/json");
    m_calls->end(&client);
    if (!reply) {
        said.error = u"The upstream %1 could not be asked: %2."_s.arg(
            m_base.host(), QString::fromStdString(httplib::to_string(reply.error())));
        return said;
    }
    said.status = reply->status;
    said.body = QByteArray::fromStdString(reply->body);
    said.requestId = QByteArray::fromStdString(reply->get_header_value("x-request-id"));
    said.retryAfterMs = retryAfter(*reply);
    return said;
}

} // namespace odc::server

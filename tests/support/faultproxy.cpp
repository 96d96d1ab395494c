// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultproxy.h"

#include "support/faultscript.h"
#include "support/proxyconnection.h"

#include <QJsonDocument>
#include <QSemaphore>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace odc::test {

Fault Fault::answer(int status, const QByteArray &body, const Headers &headers)
{
    return {Kind::Answer, status, headers, body, 0};
}

Fault Fault::apiError(int status, const QString &type, const QString &code, const Headers &headers)
{
    const QJsonObject error{{u"message"_s, u"Fault %1"_s.arg(status)},
                            {u"type"_s, type},
                            {u"param"_s, QJsonValue::Null},
                            {u"code"_s, code.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(code)}};
    Headers all = headers;
    all.append(qMakePair(QByteArray("Content-Type"), QByteArray("application/json")));
    return answer(status, QJsonDocument(QJsonObject{{u"error"_s, error}}).toJson(QJsonDocument::Compact),
                  all);
}

Fault Fault::rateLimited(int retryAfterSeconds)
{
    return apiError(429, u"requests"_s, u"rate_limit_exceeded"_s,
                    {{"Retry-After", QByteArray::number(retryAfterSeconds)}});
}

Fault Fault::rateLimitedMs(int retryAfterMs)
{
    return apiError(429, u"requests"_s, u"rate_limit_exceeded"_s,
                    {{"retry-after-ms", QByteArray::number(retryAfterMs)}});
}

Fault Fault::overloaded()
{
    return apiError(503, u"service_unavailable_error"_s, u"server_is_overloaded"_s);
}

Fault Fault::unauthorized()
{
    return apiError(401, u"invalid_request_error"_s, u"invalid_api_key"_s);
}

Fault Fault::html(int status)
{
    return answer(status, "<html><head><title>Bad gateway</title></head><body>Bad gateway</body></html>",
                  {{"Content-Type", "text/html"}});
}

Fault Fault::empty(int status)
{
    return answer(status, {});
}

Fault Fault::redirect(const QUrl &target)
{
    return answer(307, {}, {{"Location", target.toEncoded()}});
}

/** Listens, in its own thread. */
class FaultProxy::Worker : public QThread
{
public:
    Worker(const QUrl &server, std::shared_ptr<FaultScript> script)
        : m_server(server), m_script(std::move(script))
    {
        start();
        m_ready.acquire();
    }
    ~Worker() override
    {
        quit();
        wait();
    }
    quint16 port() const { return m_port; }

private:
    void run() override
    {
        QTcpServer listener;
        QObject::connect(&listener, &QTcpServer::newConnection, &listener, [&] {
            while (QTcpSocket *client = listener.nextPendingConnection())
                new ProxyConnection(client, m_server, m_script, &listener);
        });
        listener.listen(QHostAddress::LocalHost);
        m_port = listener.serverPort();
        m_ready.release();
        exec();
    }

    const QUrl m_server;
    const std::shared_ptr<FaultScript> m_script;
    QSemaphore m_ready;
    quint16 m_port = 0;
};

FaultProxy::FaultProxy(const QUrl &server)
    : m_server(server), m_script(std::make_shared<FaultScript>()),
      m_worker(std::make_unique<Worker>(server, m_script))
{
}

FaultProxy::~FaultProxy() = default;

QUrl FaultProxy::url() const
{
    QUrl url = m_server;
    url.setPort(m_worker->port());
    return url;
}

void FaultProxy::add(const QByteArray &method, const QByteArray &pathEnd, const Fault &fault, int times)
{
    m_script->add(method, pathEnd, fault, times);
}

void FaultProxy::clearFaults()
{
    m_script->clearFaults();
}

QList<FaultProxy::Seen> FaultProxy::seen() const
{
    return m_script->seen();
}

int FaultProxy::count(const QByteArray &method, const QByteArray &pathEnd) const
{
    const QList<Seen> all = m_script->seen();
    return int(std::count_if(all.cbegin(), all.cend(), [&](const Seen &request) {
        return FaultScript::matches(method, pathEnd, request.method, request.target);
    }));
}

void FaultProxy::clearSeen()
{
    m_script->clearSeen();
}

} // namespace odc::test

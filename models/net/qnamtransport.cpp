// SPDX-License-Identifier: GPL-3.0-or-later
#include "qnamtransport.h"

#include "net/proxychoice.h"
#include "net/qnamexchange.h"
#include "net/socketexchange.h"
#include "net/socketpool.h"
#include "net/throttle.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <array>

namespace odc {

namespace {

/// What is held of a streamed answer: beyond it the socket is not read, and the server has to wait.
constexpr qint64 streamBuffer = 1024 * 1024;

/// Null, with a sentence in `error`, when the file is no list of certificates.
std::optional<QSslConfiguration> trustOf(const QString &caFile, QString *error)
{
    QSslConfiguration config = QSslConfiguration::defaultConfiguration();
    const QList<QSslCertificate> own =
        QSslCertificate::fromPath(caFile, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
    if (own.isEmpty()) {
        *error = QCoreApplication::translate("QnamTransport",
                                             "“%1” holds no certificate in PEM format, or cannot be read")
                     .arg(caFile);
        return std::nullopt;
    }
    // Setting any list switches off loading the system's on demand, so they are named too.
    config.setCaCertificates(QSslConfiguration::systemCaCertificates() + own);
    return config;
}

} // namespace

struct QnamTransport::Private
{
    std::optional<ProxyChoice> proxy;
    std::unique_ptr<QNetworkAccessManager> calls;
    std::unique_ptr<QNetworkAccessManager> transfers;
    Throttle up;
    Throttle down;
    std::optional<QSslConfiguration> tls; ///< of the system's trust: when it is first asked for
    QByteArray userAgent;
    WireFailure broken = WireFailure::None;
    QString whyBroken;
    SignalDepth depth = std::make_shared<int>(0);
    SocketPool pool; ///< of many short calls
    QObject life; ///< exchanges over sockets of their own end with it

    bool isDirect(const QUrl &url)
    {
        const QList<QNetworkProxy> proxies = proxy->queryProxy(QNetworkProxyQuery(url));
        return proxies.isEmpty() || proxies.first().type() == QNetworkProxy::NoProxy;
    }

    /// None where nothing is encrypted: the first object of this type loads what TLS is made of, some milliseconds that a
    /// server in this program need not wait for.
    std::optional<QSslConfiguration> trustFor(const QUrl &url)
    {
        if (url.scheme() != u"https")
            return std::nullopt;
        if (!tls)
            tls = QSslConfiguration::defaultConfiguration();
        return tls;
    }

    QNetworkRequest networkRequest(const WireRequest &request)
    {
        QNetworkRequest out(request.url);
        if (const std::optional<QSslConfiguration> trust = trustFor(request.url))
            out.setSslConfiguration(*trust);
        out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        out.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
        out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
        out.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
        out.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
        // "Sent exactly once" is measured on HTTP/1.1, and its connections can be counted.
        out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        if (!userAgent.isEmpty())
            out.setHeader(QNetworkRequest::UserAgentHeader, userAgent);
        for (const auto &[name, value] : request.headers.fields())
            out.setRawHeader(name, value);
        // Compressed content would make its length unknowable; JSON is unpacked by Qt when nothing is set
        // here.
        if (request.stream && !request.headers.contains("Accept-Encoding"))
            out.setRawHeader("Accept-Encoding", "identity");
        if (request.body || request.method == Method::Post || request.method == Method::Put) {
            out.setHeader(QNetworkRequest::ContentLengthHeader, request.bodySize);
        }
        return out;
    }
};

QnamTransport::QnamTransport(const TransportOptions &options, QString *error) : d(std::make_unique<Private>())
{
    QString why;
    auto proxy = ProxyChoice::fromText(options.proxyUrl, &why);
    if (!proxy) {
        d->broken = WireFailure::Refused;
    } else if (!options.caFile.isEmpty()) {
        d->tls = trustOf(options.caFile, &why);
        if (!d->tls)
            d->broken = WireFailure::Tls;
    }
    d->whyBroken = why;
    d->userAgent = options.userAgent.toUtf8();
    if (error)
        *error = why;
    if (!proxy)
        return;
    d->proxy = *proxy;
    for (auto *manager : {&d->calls, &d->transfers}) {
        *manager = std::make_unique<QNetworkAccessManager>();
        (*manager)->setProxyFactory(new ProxyChoice(*proxy));
        (*manager)->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        (*manager)->setAutoDeleteReplies(false);
    }
}

QnamTransport::~QnamTransport()
{
    if (*d->depth == 0)
        return;
    // We are inside a signal of one of the managers' replies: they go when that has returned.
    for (auto *manager : {&d->calls, &d->transfers}) {
        if (*manager)
            manager->release()->deleteLater();
    }
}

std::unique_ptr<Exchange> QnamTransport::send(WireRequest request)
{
    if (d->broken != WireFailure::None)
        return std::make_unique<QnamExchange>(d->broken, d->whyBroken);

    const bool transfer = request.lane == Lane::Transfer;
    if (transfer && request.body)
        request.body = std::make_unique<ThrottledDevice>(std::move(request.body), d->up);
    if (transfer && d->isDirect(request.url)) {
        Throttle *down = request.stream ? &d->down : nullptr;
        std::optional<QSslConfiguration> trust = d->trustFor(request.url);
        auto exchange = std::make_unique<SocketExchange>(std::move(request), std::move(trust), d->userAgent, down);
        QObject::connect(&d->life, &QObject::destroyed, exchange.get(), &SocketExchange::abort);
        return exchange;
    }
    if (request.lane == Lane::Bulk && request.method == Method::Delete && d->isDirect(request.url)) {
        // QNetworkAccessManager reads the head of an answer byte by byte from the system (Qt 6.4.2): of thousands of short
        // calls that is most of the work.
        if (request.bodySize == 0)
            request.body.reset(); // it is there for QNetworkAccessManager, which would send twice without one
        std::optional<QSslConfiguration> trust = d->trustFor(request.url);
        auto exchange =
            std::make_unique<SocketExchange>(std::move(request), std::move(trust), d->userAgent, nullptr, &d->pool);
        QObject::connect(&d->life, &QObject::destroyed, exchange.get(), &SocketExchange::abort);
        return exchange;
    }
    // Many short calls take the connections that transfers mostly leave alone, so that lists keep theirs.
    const bool apart = transfer || request.lane == Lane::Bulk;
    QNetworkAccessManager &manager = apart ? *d->transfers : *d->calls;
    const QNetworkRequest networkRequest = d->networkRequest(request);
    QNetworkReply *reply = nullptr;
    switch (request.method) {
    case Method::Get:
        reply = manager.get(networkRequest);
        break;
    case Method::Delete:
        // With a device that cannot rewind, so that Qt does not repeat this by itself either: the repeat
        // would find nothing, and "deleted" would be told as "was gone already".
        reply = request.body ? manager.sendCustomRequest(networkRequest, "DELETE", request.body.get())
                             : manager.deleteResource(networkRequest);
        break;
    case Method::Post:
        reply = manager.post(networkRequest, request.body.get());
        break;
    case Method::Put:
        reply = manager.put(networkRequest, request.body.get());
        break;
    }
    if (request.stream)
        reply->setReadBufferSize(streamBuffer);
    return std::make_unique<QnamExchange>(reply, std::move(request.body), request.silenceMs, d->depth,
                                          transfer && request.stream ? &d->down : nullptr);
}

void QnamTransport::setTransferRates(qint64 up, qint64 down)
{
    d->up.setRate(up);
    d->down.setRate(down);
}

} // namespace odc

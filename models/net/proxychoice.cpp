// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxychoice.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QUrl>

namespace odc {

using namespace Qt::StringLiterals;

std::optional<ProxyChoice> ProxyChoice::fromText(const QString &text, QString *error)
{
    ProxyChoice choice;
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return choice;
    choice.m_system = false;
    if (trimmed.compare("none"_L1, Qt::CaseInsensitive) == 0)
        return choice;

    const QUrl url(trimmed, QUrl::StrictMode);
    QNetworkProxy::ProxyType type = QNetworkProxy::NoProxy;
    quint16 port = 0;
    if (url.scheme() == "http"_L1) {
        type = QNetworkProxy::HttpProxy;
        port = 8080;
    } else if (url.scheme() == "socks5"_L1 || url.scheme() == "socks5h"_L1) {
        type = QNetworkProxy::Socks5Proxy;
        port = 1080;
    }
    if (type == QNetworkProxy::NoProxy || url.host().isEmpty()) {
        *error = QCoreApplication::translate(
                     "QnamTransport",
                     "The proxy “%1” is not an address like http://host:port or socks5://host:port")
                     .arg(url.isValid() ? url.toString(QUrl::RemoveUserInfo) : trimmed);
        return std::nullopt;
    }
    choice.m_proxy = QNetworkProxy(type, url.host(), quint16(url.port(port)),
                                   url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded));
    return choice;
}

QList<QNetworkProxy> ProxyChoice::queryProxy(const QNetworkProxyQuery &query)
{
    // A key may travel unencrypted to this computer only, so such requests must not take a way round over a
    // proxy.
    const QString host = query.peerHostName();
    if (host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback())
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    if (!m_system)
        return {m_proxy};
    // Asking the system may run a script or wait for the network: once per address is enough.
    const QString key = query.protocolTag() + u' ' + host + u' ' + QString::number(query.peerPort());
    if (m_systemAnswer.isEmpty() || m_askedFor != key) {
        m_systemAnswer = QNetworkProxyFactory::systemProxyForQuery(query);
        m_askedFor = key;
    }
    return m_systemAnswer;
}

} // namespace odc

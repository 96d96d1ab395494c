// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxychoice.h"

#include "base/proxyaddress.h"

#include <QHostAddress>

namespace odc {

using namespace Qt::StringLiterals;

std::optional<ProxyChoice> ProxyChoice::fromText(const QString &text, QString *error)
{
    ProxyChoice choice;
    const ProxyAddress address = ProxyAddress::fromText(text);
    if (address.problem != ProxyAddress::Problem::Fine) {
        *error = address.sentence();
        return std::nullopt;
    }
    choice.m_system = address.kind == ProxyAddress::Kind::System;
    if (address.kind == ProxyAddress::Kind::Http)
        choice.m_proxy = QNetworkProxy(QNetworkProxy::HttpProxy, address.host, address.port);
    else if (address.kind == ProxyAddress::Kind::Socks5)
        choice.m_proxy = QNetworkProxy(QNetworkProxy::Socks5Proxy, address.host, address.port);
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

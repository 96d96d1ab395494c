// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkProxyFactory>
#include <QString>

#include <optional>

namespace odc {

/// The proxy of one profile for any request it makes.
class ProxyChoice final : public QNetworkProxyFactory
{
public:
    /// What a profile's proxy text means: "" = the system's, "none" = direct, "http://host:port" or
    /// "socks5://host:port" (see ProxyAddress).
    /// `error` gets a sentence when it is none of these; then nothing may be sent.
    static std::optional<ProxyChoice> fromText(const QString &text, QString *error);

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

private:
    bool m_system = true;
    QNetworkProxy m_proxy{QNetworkProxy::NoProxy};
    QString m_askedFor; ///< scheme, host and port m_systemAnswer is of
    QList<QNetworkProxy> m_systemAnswer;
};

} // namespace odc

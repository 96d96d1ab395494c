// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxyaddress.h"

#include <QCoreApplication>
#include <QUrl>

namespace odc {

using namespace Qt::StringLiterals;

ProxyAddress ProxyAddress::fromText(const QString &text)
{
    ProxyAddress address;
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return address;
    address.kind = Kind::None;
    if (trimmed.compare("none"_L1, Qt::CaseInsensitive) == 0)
        return address;
    const QUrl url(trimmed, QUrl::StrictMode);
    const bool http = url.scheme() == "http"_L1;
    const bool usable = (http || url.scheme() == "socks5"_L1) && !url.host().isEmpty() && url.port() > 0;
    if (!url.userInfo().isEmpty()) {
        address.problem = Problem::UserInfo;
    } else if (!usable) {
        address.problem = Problem::NoAddress;
    } else {
        address.kind = http ? Kind::Http : Kind::Socks5;
        address.host = url.host();
        address.port = quint16(url.port());
    }
    return address;
}

QString ProxyAddress::sentence() const
{
    switch (problem) {
    case Problem::Fine:
        break;
    case Problem::NoAddress:
        return QCoreApplication::translate("ProxyAddress",
                                           "The proxy must be like http://host:3128 or socks5://host:1080.");
    case Problem::UserInfo:
        return QCoreApplication::translate("ProxyAddress",
                                           "The proxy must be without user name and password: they would be kept in a "
                                           "plain file.");
    }
    return {};
}

} // namespace odc

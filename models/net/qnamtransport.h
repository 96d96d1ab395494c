// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transport.h"

#include <QString>

#include <memory>

namespace odc {

/// Proxy and trust of one profile.
struct TransportOptions
{
    QString proxyUrl; ///< "http://host:port" or "socks5://host:port"; empty = the system's, "none" = direct
    QString caFile;   ///< PEM file added to the system's authorities; empty = none
    QString userAgent;
};

/// Transport over QNetworkAccessManager: one manager for lists and commands, one for transfers and bulk calls (a manager
/// opens at most six HTTP/1.1 connections to a host). Transfers that need no proxy go over sockets of their own instead,
/// see SocketExchange. TLS errors are never waived. GUI thread only.
class QnamTransport final : public Transport
{
public:
    /// `error` (not null) gets a sentence when the options cannot be used (unreadable CA file, bad proxy
    /// URL); every exchange then fails with Tls or Network and that text.
    explicit QnamTransport(const TransportOptions &options, QString *error = nullptr);
    ~QnamTransport() override;
    std::unique_ptr<Exchange> send(WireRequest request) override;
    void setTransferRates(qint64 up, qint64 down) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace odc

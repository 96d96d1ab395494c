// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httptypes.h"

#include <QIODevice>
#include <QObject>
#include <QUrl>

#include <memory>

namespace odc {

/// One attempt on the wire, complete with credentials. Never logged as it is.
struct WireRequest
{
    Method method = Method::Get;
    QUrl url;
    HttpHeaders headers;
    std::unique_ptr<QIODevice> body; ///< null: none. Sequential, yields exactly bodySize bytes.
    qint64 bodySize = 0;
    Lane lane = Lane::Interactive; ///< transfers go over connections of their own
    bool stream = false; ///< the answer may be large: little of it is held, the server is slowed down instead
    qint64 silenceMs = 60'000; ///< the transport ends an exchange that is silent for so long with Timeout
};

/// How an exchange ended below HTTP.
enum class WireFailure {
    None, ///< an answer arrived, whatever its status
    HostNotFound,
    Refused, ///< no connection was made: nothing was sent
    Network, ///< broken on the way; the request may have arrived
    Tls,     ///< nothing was sent
    Timeout,
    Aborted
};

/// One running attempt. Emits `headersReceived` once if an answer starts, `dataReceived` for each piece, and
/// `finished` exactly once, as its last signal, unless abort() was called: after that, nothing.
/// Belongs to whoever sent it; deleting it aborts.
class Exchange : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Closes the socket; no signal follows.
    virtual void abort() = 0;

Q_SIGNALS:
    void sent(qint64 bytes, qint64 total);
    void headersReceived(int status, const odc::HttpHeaders &headers);
    void dataReceived(const QByteArray &piece);
    /// `text` is the system's own words for the failure, empty on success.
    void finished(odc::WireFailure failure, const QString &text);
};

/// Puts requests on the wire; knows nothing of retries, keys or the API. Follows no redirect by itself.
class Transport
{
public:
    virtual ~Transport() = default;
    /// Never null; answers only through signals, never before this call has returned. The caller owns the
    /// exchange.
    virtual std::unique_ptr<Exchange> send(WireRequest request) = 0;
    /// Bytes a second for all that runs in the transfer lane, in each direction; 0: no limit. Holds for what runs too.
    virtual void setTransferRates(qint64 /*up*/, qint64 /*down*/) { }
};

} // namespace odc

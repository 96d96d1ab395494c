// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/answerparser.h"
#include "net/transport.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QPointer>
#include <QSslConfiguration>

#include <functional>
#include <memory>
#include <optional>

class QTcpSocket;

namespace odc {

class SocketPool;
class Throttle;

/// One transfer over a connection of its own, directly to the server.
///
/// QNetworkAccessManager hands a request's body to its own thread in blocks of 16 KiB and waits for each to be taken, which
/// makes one stream three to eight times slower than the line (measured on Qt 6.4.2); here the body goes into the socket as
/// fast as that takes it. The connection is closed after the answer, so nothing is ever sent on one that had died, nor sent
/// twice; only with a pool, for calls that may be repeated, it is kept for the next. A long body is sent only once the server has said that it wants it ("Expect: 100-continue"), or says nothing for a
/// second: one that refuses an upload before it has read it closes the connection, and its reason would be lost in that.
/// Proxies are left to QNetworkAccessManager.
class SocketExchange final : public Exchange
{
    Q_OBJECT
public:
    /// The body (may be null) is read as sent; the answer no faster than `down`, if not null, lets it.
    /// `pool` (may be null) outlives it. `tls`: for an encrypted address; none: Qt's own.
    SocketExchange(WireRequest request, std::optional<QSslConfiguration> tls, const QByteArray &userAgent, Throttle *down,
                   SocketPool *pool = nullptr);
    ~SocketExchange() override;
    void abort() override;

protected:
    void timerEvent(QTimerEvent *event) override; ///< of the silence, the only one

private:
    bool speak(const std::function<void()> &emission);
    void makeSocket();
    void listenTo(QTcpSocket *socket);
    bool mayBeKept() const;
    void giveBack();
    /// On a connection that is there, all that there is to send; false: it broke.
    bool sendAtOnce();
    void connectToServer();
    void sendBody();
    void ready();
    QByteArray head() const;
    void pump();
    void reportSent(bool atEnd);
    QByteArray read(qint64 size);
    void receive();
    void socketFailed();
    void ended();
    void fail(WireFailure failure, const QString &text);
    void checkSilence();
    void touch()
    {
        m_lastSign.restart();
        m_graceGiven = false;
    }
    void letGo();
    void letGoOfSocket();

    WireRequest m_request;
    const std::optional<QSslConfiguration> m_tls;
    const QByteArray m_userAgent;
    QTcpSocket *m_socket = nullptr; ///< null: it is over
    bool m_isKept = false;          ///< it has carried a call before
    QString m_server;               ///< by which the pool knows it; empty without one
    QPointer<Throttle> m_down;
    QPointer<SocketPool> m_pool;
    AnswerParser m_parser;
    QBasicTimer m_silence; ///< no QTimer: one for each of ten thousand short calls
    QElapsedTimer m_lastSign;
    QElapsedTimer m_lastReport;
    QStringList m_tlsErrors;
    qint64 m_given = 0;     ///< bytes of the body that the socket has
    qint64 m_reported = -1;
    bool m_asksFirst = false; ///< the body waits for the server's word that it wants it
    bool m_mayAsk = true;
    bool m_connected = false; ///< and encrypted, where that is wanted: from here something may be sent
    bool m_headersTold = false;
    bool m_graceGiven = false;
    bool m_atEnd = false;     ///< the server closed the connection
};

} // namespace odc

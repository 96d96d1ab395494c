// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/faultproxy.h"
#include "support/httpframing.h"

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <memory>
#include <optional>

namespace odc::test {

/** One client's connection through the fault proxy, and the connection to the server that belongs to it. */
class ProxyConnection : public QObject
{
    Q_OBJECT
public:
    /** Takes \p client; deletes itself when the client is gone. */
    ProxyConnection(QTcpSocket *client, const QUrl &server, std::shared_ptr<FaultScript> script,
                    QObject *parent);
    ~ProxyConnection() override;

private:
    void onClientData();
    void onServerData();
    void onServerClosed();
    void onTrickle();
    void takeHead();
    void takeBody();
    /** The request under way is read and not passed on. */
    bool swallows() const
    {
        return m_fault && (m_fault->kind == Fault::Kind::Answer || m_fault->kind == Fault::Kind::Mute);
    }
    void forward(const QByteArray &data);
    void answer(const Fault &fault);
    /** Collects the reply so far; true once head and announced body are there. */
    bool collectReply();
    void truncateBody();
    void truncateJson();
    void reset();

    QTcpSocket *m_client;
    QTcpSocket m_server;
    const QUrl m_serverUrl;
    const std::shared_ptr<FaultScript> m_script;
    QTimer m_trickle;

    enum class State { Head, Body, Stalled };
    State m_state = State::Head;
    QByteArray m_input; ///< from the client, not yet understood
    BodyFraming m_body;
    std::optional<Fault> m_fault; ///< of the request under way
    QByteArray m_reply;           ///< gathered reply of a request whose reply is going to be changed
};

} // namespace odc::test

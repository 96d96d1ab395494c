// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QUrl>

#include <chrono>

class QTcpSocket;

namespace odc {

/// Connections that have carried an answer to its end and wait for the next call to the same server:
/// thousands of short calls do not connect anew for each. One that nobody takes for a few seconds is closed,
/// sooner than servers do, whatever goes on over others. GUI thread.
class SocketPool final : public QObject
{
    Q_OBJECT
public:
    /// `idle`: how long a connection waits to be taken.
    explicit SocketPool(QObject *parent = nullptr, std::chrono::milliseconds idle = std::chrono::seconds(3));
    ~SocketPool() override;

    /// What connections can be shared by: the address without its path.
    static QString serverOf(const QUrl &url);
    /// A connection to this server that is open and silent; the caller owns it. Null: there is none.
    QTcpSocket *take(const QString &server);
    /// Nothing is under way on it, and nobody listens to it any more. `isTaken`: take() had given it out.
    void give(const QString &server, QTcpSocket *socket, bool isTaken);

private:
    struct Idle
    {
        QString server;
        QTcpSocket *socket;
        QElapsedTimer since;
    };
    /// If it is idle: of one that is out, signals are somebody else's business.
    void drop(QTcpSocket *socket);
    void sweep();

    QList<Idle> m_idle; ///< the one that came back last is the last, and the next to go
    QTimer m_sweep;
    qint64 m_idleMs;
};

} // namespace odc

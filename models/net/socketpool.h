// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QUrl>

class QTcpSocket;

namespace odc {

/// Connections that have carried an answer to its end and wait for the next call to the same server:
/// thousands of short calls do not connect anew for each. One that nobody takes for a few seconds is closed,
/// sooner than servers do. GUI thread.
class SocketPool final : public QObject
{
    Q_OBJECT
public:
    explicit SocketPool(QObject *parent = nullptr);

    /// A connection to this server that is open and silent; the caller owns it. Null: there is none.
    QTcpSocket *take(const QUrl &url);
    /// Nothing is under way on it, and nobody listens to it any more.
    void give(const QUrl &url, QTcpSocket *socket);

private:
    struct Idle
    {
        QString server;
        QTcpSocket *socket;
    };
    void drop(QTcpSocket *socket);

    QList<Idle> m_idle;
    QTimer m_sweep;
};

} // namespace odc

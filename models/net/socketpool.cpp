// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketpool.h"

#include <QSslSocket>

#include <algorithm>

namespace odc {

namespace {

constexpr qsizetype mostIdle = 8;

/// Open, and nothing came over it that the loop of events has not got to yet: an answer to nothing, such as a
/// proxy's 408 or its goodbye, must not be taken for the answer to what is sent next.
bool isSilent(QTcpSocket &socket)
{
    socket.waitForReadyRead(0);
    const auto *encrypted = qobject_cast<const QSslSocket *>(&socket);
    return socket.state() == QAbstractSocket::ConnectedState && socket.bytesAvailable() == 0
        && socket.error() != QAbstractSocket::RemoteHostClosedError
        && (!encrypted || encrypted->encryptedBytesAvailable() == 0);
}

} // namespace

SocketPool::SocketPool(QObject *parent, std::chrono::milliseconds idle) : QObject(parent), m_idleMs(idle.count())
{
    m_sweep.setSingleShot(true);
    connect(&m_sweep, &QTimer::timeout, this, &SocketPool::sweep);
}

SocketPool::~SocketPool()
{
    // Whoever ends all this may stand in a signal of the one that has just come back.
    while (!m_idle.isEmpty()) {
        QTcpSocket *socket = m_idle.constFirst().socket;
        socket->setParent(nullptr);
        drop(socket);
    }
}

QString SocketPool::serverOf(const QUrl &url)
{
    return url.scheme() + QLatin1StringView("://") + url.host() + QLatin1Char(':') +
           QString::number(url.port(-1));
}

QTcpSocket *SocketPool::take(const QString &server)
{
    for (qsizetype i = m_idle.size() - 1; i >= 0; --i) {
        if (m_idle.at(i).server != server)
            continue;
        QTcpSocket *socket = m_idle.takeAt(i).socket;
        if (isSilent(*socket))
            return socket;
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
    return nullptr;
}

void SocketPool::give(const QString &server, QTcpSocket *socket, bool isTaken)
{
    socket->setParent(this);
    Idle idle{server, socket, {}};
    idle.since.start();
    m_idle.append(idle);
    if (!isTaken) {
        // Whatever comes while it is idle is no answer to anything.
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { drop(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] { drop(socket); });
        connect(socket, &QTcpSocket::errorOccurred, this, [this, socket] { drop(socket); });
    }
    if (!m_sweep.isActive())
        m_sweep.start(int(m_idleMs));
    if (m_idle.size() > mostIdle)
        drop(m_idle.constFirst().socket);
}

void SocketPool::sweep()
{
    while (!m_idle.isEmpty() && m_idle.constFirst().since.hasExpired(m_idleMs - 1))
        drop(m_idle.constFirst().socket);
    if (!m_idle.isEmpty())
        m_sweep.start(int(std::max<qint64>(1, m_idleMs - m_idle.constFirst().since.elapsed())));
}

void SocketPool::drop(QTcpSocket *socket)
{
    const auto same = [socket](const Idle &idle) { return idle.socket == socket; };
    if (m_idle.removeIf(same) == 0)
        return;
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater(); // we may be inside one of its signals
}

} // namespace odc

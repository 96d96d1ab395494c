// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketpool.h"

#include <QTcpSocket>

namespace odc {

namespace {

constexpr int idleMs = 3'000;
constexpr qsizetype mostIdle = 8;

QString serverOf(const QUrl &url)
{
    return url.scheme() + QLatin1StringView("://") + url.host() + QLatin1Char(':') +
           QString::number(url.port(-1));
}

} // namespace

SocketPool::SocketPool(QObject *parent) : QObject(parent)
{
    // Counted from the last one that came back: while calls go on, none is old.
    m_sweep.setSingleShot(true);
    m_sweep.setInterval(idleMs);
    connect(&m_sweep, &QTimer::timeout, this, [this] {
        while (!m_idle.isEmpty())
            drop(m_idle.constFirst().socket);
    });
}

QTcpSocket *SocketPool::take(const QUrl &url)
{
    const QString server = serverOf(url);
    for (qsizetype i = m_idle.size() - 1; i >= 0; --i) {
        if (m_idle.at(i).server != server)
            continue;
        QTcpSocket *socket = m_idle.takeAt(i).socket;
        socket->disconnect(this);
        if (socket->state() == QAbstractSocket::ConnectedState && socket->bytesAvailable() == 0)
            return socket;
        socket->abort();
        socket->deleteLater();
    }
    return nullptr;
}

void SocketPool::give(const QUrl &url, QTcpSocket *socket)
{
    socket->setParent(this);
    m_idle.append({serverOf(url), socket});
    // Whatever comes now is no answer to anything.
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { drop(socket); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] { drop(socket); });
    connect(socket, &QTcpSocket::errorOccurred, this, [this, socket] { drop(socket); });
    m_sweep.start();
    if (m_idle.size() > mostIdle)
        drop(m_idle.constFirst().socket);
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

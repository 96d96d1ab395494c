// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawserver.h"

#include <QHostAddress>
#include <QTcpSocket>

namespace odc::test {

RawServer::RawServer(Handler handler) : m_handler(std::move(handler))
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection())
            serve(socket);
    });
    listen(QHostAddress::LocalHost);
}

QUrl RawServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(path));
}

void RawServer::serve(QTcpSocket *socket)
{
    ++m_connections;
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        ++m_disconnects;
        m_buffers.remove(socket);
        socket->deleteLater();
        Q_EMIT disconnected();
    });
    if (socket->bytesAvailable() > 0)
        read(socket);
}

void RawServer::read(QTcpSocket *socket)
{
    QByteArray &buffer = m_buffers[socket];
    buffer += socket->readAll();
    for (;;) {
        const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        Request request;
        const QList<QByteArray> lines = buffer.left(headEnd).split('\n');
        const QList<QByteArray> first = lines.constFirst().trimmed().split(' ');
        request.method = first.value(0);
        request.target = first.value(1);
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
        }
        const qsizetype length = request.headers.value("content-length").toLongLong();
        if (buffer.size() < headEnd + 4 + length)
            return;
        request.body = buffer.mid(headEnd + 4, length);
        buffer.remove(0, headEnd + 4 + length);
        m_requests.append(request);
        if (m_handler)
            m_handler(request, socket);
        Q_EMIT requested();
        if (!m_buffers.contains(socket)) // the handler closed it
            return;
    }
}

QByteArray RawServer::answer(int status, const QByteArray &body, const QByteArray &type,
                             const QByteArray &moreHeaders)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Status\r\nContent-Type: " + type +
           "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + moreHeaders + "\r\n" + body;
}

} // namespace odc::test

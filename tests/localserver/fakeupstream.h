// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>

#include <utility>

namespace odc::test {

using namespace Qt::StringLiterals;

/** A service that answers questions about models, badly or well. Runs in the test's event loop. */
class FakeUpstream : public QTcpServer
{
public:
    explicit FakeUpstream(const QHostAddress &address = QHostAddress::LocalHost)
    {
        listen(address);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }
    QString url() const
    {
        return u"http://%1:%2/base/v1/"_s.arg(serverAddress().toString()).arg(serverPort());
    }

    /** Answers what it was asked while it was silent. */
    void speak()
    {
        silent = false;
        for (QTcpSocket *socket : std::exchange(m_waiting, {}))
            answer(socket);
    }

    int status = 200;
    QList<int> statusesFirst; ///< of the first requests, one after the other
    bool silent = false;
    QByteArray reply;
    QByteArrayList heads;
    QList<QJsonObject> bodies;

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &all = m_received[socket];
        all += socket->readAll();
        const qsizetype end = all.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = all.left(end);
        const qsizetype at = head.toLower().indexOf("content-length:");
        const qsizetype size = head.mid(at + 15, head.indexOf('\r', at) - at - 15).trimmed().toLongLong();
        if (all.size() < end + 4 + size)
            return;
        heads.append(head);
        bodies.append(QJsonDocument::fromJson(all.mid(end + 4, size)).object());
        all.clear();
        if (silent)
            m_waiting.append(socket);
        else
            answer(socket);
    }
    void answer(QTcpSocket *socket)
    {
        const int now = statusesFirst.isEmpty() ? status : statusesFirst.takeFirst();
        socket->write("HTTP/1.1 " + QByteArray::number(now) +
                      " X\r\nContent-Type: application/json\r\n"
                      "Connection: close\r\nContent-Length: " +
                      QByteArray::number(reply.size()) + "\r\n\r\n" + reply);
        socket->disconnectFromHost();
    }
    QHash<QTcpSocket *, QByteArray> m_received;
    QList<QTcpSocket *> m_waiting;
};

} // namespace odc::test

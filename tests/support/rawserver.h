// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QTcpServer>
#include <QUrl>

#include <functional>

class QTcpSocket;

namespace odc::test {

/// A server on a free loopback port that says exactly the bytes it is told to say: for what a proper HTTP
/// server would never do. Lives in the test's own thread.
class RawServer : public QTcpServer
{
    Q_OBJECT
public:
    /// One request as it arrived, with its whole body (by Content-Length).
    struct Request
    {
        QByteArray method;
        QByteArray target;
        QHash<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;
    };
    /// Called for each complete request; writes to the socket or closes it as it likes.
    using Handler = std::function<void(const Request &, QTcpSocket *)>;

    explicit RawServer(Handler handler = {});

    void setHandler(Handler handler) { m_handler = std::move(handler); }
    QUrl url(const QString &path = {}) const;
    const QList<Request> &requests() const { return m_requests; }
    int connections() const { return m_connections; }
    /// Connections the other side has closed.
    int disconnects() const { return m_disconnects; }

    /// A whole answer with Content-Length.
    static QByteArray answer(int status, const QByteArray &body, const QByteArray &type = "application/json",
                             const QByteArray &moreHeaders = {});

Q_SIGNALS:
    void requested();
    void disconnected();

protected:
    /// What is spoken on a new connection; TLS servers override it.
    void serve(QTcpSocket *socket);

private:
    void read(QTcpSocket *socket);

    Handler m_handler;
    QList<Request> m_requests;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    int m_connections = 0;
    int m_disconnects = 0;
};

} // namespace odc::test

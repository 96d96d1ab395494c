// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/proxyconnection.h"

#include "support/faultscript.h"

#include <algorithm>

#include <sys/socket.h>

namespace odc::test {

namespace {
/** What may wait in a direction before the other side is made to wait: memory stays flat whatever is sent. */
constexpr qint64 window = 1024 * 1024;
constexpr int tickMs = 20;
} // namespace

ProxyConnection::ProxyConnection(QTcpSocket *client, const QUrl &server, std::shared_ptr<FaultScript> script,
                                 QObject *parent)
    : QObject(parent), m_client(client), m_serverUrl(server), m_script(std::move(script))
{
    m_client->setParent(this);
    m_client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_client->setReadBufferSize(window);
    m_server.setReadBufferSize(window);
    m_trickle.setInterval(tickMs);
    connect(m_client, &QTcpSocket::readyRead, this, &ProxyConnection::onClientData);
    connect(m_client, &QTcpSocket::bytesWritten, this, &ProxyConnection::onServerData);
    connect(m_client, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    connect(&m_server, &QTcpSocket::readyRead, this, &ProxyConnection::onServerData);
    connect(&m_server, &QTcpSocket::bytesWritten, this, &ProxyConnection::onClientData);
    connect(&m_server, &QTcpSocket::disconnected, this, &ProxyConnection::onServerClosed);
    connect(&m_server, &QTcpSocket::errorOccurred, this, &ProxyConnection::onServerClosed);
    connect(&m_trickle, &QTimer::timeout, this, &ProxyConnection::onTrickle);
    if (m_client->state() != QAbstractSocket::ConnectedState)
        deleteLater();
    else
        onClientData();
}

ProxyConnection::~ProxyConnection()
{
    // A socket says that it disconnects while it is destroyed: by then there is nobody left to be told.
    m_server.disconnect(this);
    m_client->disconnect(this);
}

void ProxyConnection::onClientData()
{
    while (m_state != State::Stalled && m_server.bytesToWrite() < window) {
        m_input += m_client->read(window);
        const qsizetype before = m_input.size();
        if (before == 0)
            return;
        if (m_state == State::Head)
            takeHead();
        else
            takeBody();
        if (m_input.size() == before && m_state == State::Head)
            return; // an unfinished head: more must come first
    }
}

void ProxyConnection::takeHead()
{
    const qsizetype end = m_input.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QByteArray text = m_input.left(end + 4);
    const HttpHead head = parseHead(m_input.left(end));
    m_fault = m_script->meet(head);
    if (m_fault && m_fault->kind == Fault::Kind::DropBeforeReading)
        return reset();
    if (m_fault && m_fault->kind == Fault::Kind::Stall) {
        m_state = State::Stalled;
        return;
    }
    m_input.remove(0, end + 4);
    m_body = BodyFraming(head);
    m_reply.clear();
    m_state = State::Body;
    if (!swallows())
        forward(text);
    else if (head.headers.value("expect").toLower() == "100-continue")
        m_client->write("HTTP/1.1 100 Continue\r\n\r\n");
    takeBody();
}

void ProxyConnection::takeBody()
{
    const qsizetype taken = m_body.take(m_input);
    if (taken > 0 && !swallows())
        forward(m_input.left(taken));
    m_input.remove(0, taken);
    if (!m_body.isDone())
        return;
    m_state = m_fault && m_fault->kind == Fault::Kind::Mute ? State::Stalled : State::Head;
    if (m_fault && m_fault->kind == Fault::Kind::Answer)
        answer(*m_fault);
}

void ProxyConnection::forward(const QByteArray &data)
{
    if (m_server.state() == QAbstractSocket::UnconnectedState)
        m_server.connectToHost(m_serverUrl.host(), quint16(m_serverUrl.port()));
    m_server.write(data); // QTcpSocket keeps it until it is connected
}

void ProxyConnection::answer(const Fault &fault)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(fault.status) + " Fault\r\n";
    for (const auto &[name, value] : fault.headers)
        text += name + ": " + value + "\r\n";
    text += "Content-Length: " + QByteArray::number(fault.body.size()) + "\r\n\r\n";
    m_client->write(text + fault.body);
}

void ProxyConnection::onServerData()
{
    if (m_server.bytesAvailable() == 0)
        return;
    if (!m_fault || m_fault->kind == Fault::Kind::Answer) {
        while (m_client->bytesToWrite() < window && m_server.bytesAvailable() > 0)
            m_client->write(m_server.read(window));
        return;
    }
    switch (m_fault->kind) {
    case Fault::Kind::LoseReply:
        if (m_body.isDone()) // an interim 100 Continue is no reply yet
            reset();
        else
            m_client->write(m_server.readAll());
        return;
    case Fault::Kind::Slow:
        if (!m_trickle.isActive())
            m_trickle.start();
        return;
    case Fault::Kind::TruncateBody:
        return truncateBody();
    case Fault::Kind::TruncateJson:
        return truncateJson();
    case Fault::Kind::Answer:
    case Fault::Kind::DropBeforeReading:
    case Fault::Kind::Stall:
    case Fault::Kind::Mute:
        return;
    }
}

void ProxyConnection::onTrickle()
{
    if (m_fault && m_server.bytesAvailable() > 0) {
        m_client->write(m_server.read(std::max<qint64>(m_fault->amount * tickMs / 1000, 1)));
        return;
    }
    m_trickle.stop();
    if (m_server.state() == QAbstractSocket::UnconnectedState)
        m_client->disconnectFromHost();
}

bool ProxyConnection::collectReply()
{
    m_reply += m_server.readAll();
    const qsizetype end = m_reply.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const HttpHead head = parseHead(m_reply.left(end));
    return m_reply.size() - end - 4 >= head.headers.value("content-length").toLongLong();
}

void ProxyConnection::truncateBody()
{
    const bool complete = collectReply();
    const qsizetype end = m_reply.indexOf("\r\n\r\n");
    if (end < 0 || (!complete && m_reply.size() - end - 4 < m_fault->amount))
        return;
    m_client->write(m_reply.left(end + 4 + m_fault->amount));
    m_fault = Fault::stall(); // what the server still says is not passed on
    // A close, not a reset: a reset would let the kernel throw away the bytes that are to arrive.
    m_client->disconnectFromHost();
}

void ProxyConnection::truncateJson()
{
    if (!collectReply())
        return;
    const qsizetype end = m_reply.indexOf("\r\n\r\n");
    const QByteArray body = m_reply.mid(end + 4);
    const QByteArray half = body.left(body.size() / 2);
    QByteArray head = m_reply.left(end + 4);
    head.replace("Content-Length: " + QByteArray::number(body.size()),
                 "Content-Length: " + QByteArray::number(half.size()));
    m_client->write(head + half);
    m_reply.clear();
    m_fault.reset();
}

void ProxyConnection::onServerClosed()
{
    onServerData();
    if (m_trickle.isActive())
        return;
    m_client->disconnectFromHost();
}

void ProxyConnection::reset()
{
    m_state = State::Stalled;
    // With a linger time of zero the close is a reset, as when a machine or a gateway fails.
    const linger hard{1, 0};
    ::setsockopt(int(m_client->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    m_server.abort();
    m_client->abort();
    deleteLater();
}

} // namespace odc::test

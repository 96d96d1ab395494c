// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketexchange.h"

#include "net/socketpool.h"
#include "net/throttle.h"

#include <QNetworkProxy>
#include <QSslError>
#include <QSslSocket>

#include <algorithm>

namespace odc {

namespace {

constexpr qint64 blockSize = 64 * 1024;
/// What the socket is given in advance: it never has to wait for us, and little is lost when the transfer is stopped.
constexpr qint64 mostAhead = 512 * 1024;
constexpr qint64 readAhead = 1024 * 1024;
constexpr qint64 pieceSize = 256 * 1024;
constexpr qint64 shortPiece = 4 * 1024; ///< of an answer to a short call, and below what Qt's buffers hold
/// One turn of the event loop moves no more than this, so that the window never waits for a transfer.
constexpr qint64 mostATurn = 2 * 1024 * 1024;
constexpr qsizetype usualHead = 1024;
constexpr qint64 reportEveryMs = 50;
constexpr int graceMs = 250;
/// A shorter body is sent faster than asked about.
constexpr qint64 asksAbove = 1024 * 1024;
constexpr int waitForWordMs = 1000;
constexpr int expectationFailed = 417;

} // namespace

SocketExchange::SocketExchange(WireRequest request, std::optional<QSslConfiguration> tls, const QByteArray &userAgent, Throttle *down,
                               SocketPool *pool)
    : m_request(std::move(request)), m_tls(std::move(tls)), m_userAgent(userAgent), m_down(down), m_pool(pool)
{
    makeSocket();
    if (m_request.body)
        connect(m_request.body.get(), &QIODevice::readyRead, this, [this] {
            touch();
            pump();
        });
    m_lastSign.start();
    m_lastReport.start();
    if (m_request.silenceMs > 0)
        m_silence.start(int(std::min<qint64>(m_request.silenceMs, 1 << 30)), this);
    if (m_isKept && !m_request.body && sendAtOnce())
        return; // the answer is next
    // Later, so that whoever made this can listen first.
    QMetaObject::invokeMethod(this, &SocketExchange::connectToServer, Qt::QueuedConnection);
}

void SocketExchange::makeSocket()
{
    const bool encrypted = m_request.url.scheme() == QLatin1StringView("https");
    if (m_pool)
        m_server = SocketPool::serverOf(m_request.url);
    QTcpSocket *kept = m_pool ? m_pool->take(m_server) : nullptr;
    m_isKept = kept != nullptr;
    if (kept) {
        m_socket = kept;
        kept->setParent(this);
        if (auto *socket = qobject_cast<QSslSocket *>(kept)) {
            connect(socket, &QSslSocket::encryptedBytesWritten, this, [this] {
                touch();
                pump();
            });
        }
        listenTo(kept);
        return;
    }
    if (encrypted) {
        auto *socket = new QSslSocket(this);
        if (m_tls)
            socket->setSslConfiguration(*m_tls);
        connect(socket, &QSslSocket::encrypted, this, &SocketExchange::ready);
        connect(socket, &QSslSocket::encryptedBytesWritten, this, [this] {
            touch();
            pump();
        });
        connect(socket, &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
            for (const QSslError &error : errors) // kept for the message; never waived
                m_tlsErrors << error.errorString();
            m_tlsErrors.removeDuplicates();
        });
        m_socket = socket;
    } else {
        m_socket = new QTcpSocket(this);
        connect(m_socket, &QTcpSocket::connected, this, &SocketExchange::ready);
    }
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setReadBufferSize(readAhead);
    listenTo(m_socket);
}

void SocketExchange::listenTo(QTcpSocket *socket)
{
    connect(socket, &QTcpSocket::bytesWritten, this, [this] {
        touch();
        pump();
    });
    connect(socket, &QTcpSocket::readyRead, this, [this] {
        touch();
        receive();
    });
    connect(socket, &QTcpSocket::disconnected, this, &SocketExchange::ended);
    connect(socket, &QTcpSocket::errorOccurred, this, &SocketExchange::socketFailed);
}

bool SocketExchange::mayBeKept() const
{
    // An error may be a proxy's word to nobody, such as 408, that crossed the request: its own answer is still to come.
    constexpr int notFound = 404; // the usual one of deletions
    const int status = m_parser.status();
    return m_parser.mayGoOn() && ((status >= 200 && status <= 299) || status == notFound) && m_socket->bytesAvailable() == 0
        && m_given == m_request.bodySize;
}

void SocketExchange::giveBack()
{
    m_silence.stop();
    QTcpSocket *socket = std::exchange(m_socket, nullptr);
    socket->disconnect(this);
    m_pool->give(m_server, socket, m_isKept);
}

SocketExchange::~SocketExchange()
{
    letGo();
}

void SocketExchange::abort()
{
    letGo();
    disconnect(this, nullptr, nullptr, nullptr);
}

void SocketExchange::letGo()
{
    m_silence.stop();
    if (m_socket)
        letGoOfSocket();
}

void SocketExchange::letGoOfSocket()
{
    QTcpSocket *socket = std::exchange(m_socket, nullptr);
    socket->disconnect(this);
    socket->abort();
    // We may be inside one of its signals.
    socket->setParent(nullptr);
    socket->deleteLater();
}

bool SocketExchange::speak(const std::function<void()> &emission)
{
    const QPointer<SocketExchange> self(this);
    emission();
    return self && m_socket;
}

void SocketExchange::connectToServer()
{
    if (!m_socket)
        return;
    if (m_isKept) {
        if (m_socket->state() != QAbstractSocket::ConnectedState)
            fail(WireFailure::Network, m_socket->errorString()); // it broke under sendAtOnce()
        else if (!m_connected)
            ready();
        return;
    }
    const QString host = m_request.url.host();
    if (auto *encrypted = qobject_cast<QSslSocket *>(m_socket))
        encrypted->connectToHostEncrypted(host, quint16(m_request.url.port(443)));
    else
        m_socket->connectToHost(host, quint16(m_request.url.port(80)));
}

bool SocketExchange::sendAtOnce()
{
    // Nobody listens to this object yet: what goes wrong is told by connectToServer().
    const QSignalBlocker silent(m_socket);
    m_connected = true;
    m_socket->write(head());
    m_socket->flush();
    return m_socket->state() == QAbstractSocket::ConnectedState;
}

QByteArray SocketExchange::head() const
{
    const QUrl &url = m_request.url;
    const QByteArray target = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    const QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    // Piece by piece: each `+` would be another array, some forty of them in each of ten thousand short calls.
    QByteArray head;
    head.reserve(usualHead + target.size());
    head += methodName(m_request.method);
    head += target.startsWith('/') ? " " : " /";
    head += target;
    head += " HTTP/1.1\r\nHost: ";
    const bool isIpv6 = host.contains(':');
    head += isIpv6 ? "[" : "";
    head += host;
    head += isIpv6 ? "]" : "";
    if (url.port() > 0)
        head += ':' + QByteArray::number(url.port());
    // It stays open unless one side says otherwise (RFC 9112, 9.3).
    head += m_pool ? "\r\n" : "\r\nConnection: close\r\n";
    const auto isOneLine = [](QByteArrayView text) { return !text.contains('\n') && !text.contains('\r'); };
    const auto add = [&](QByteArrayView name, QByteArrayView value) {
        // A line break would begin another field, or another request.
        if (!isOneLine(name) || !isOneLine(value))
            return;
        head += name;
        head += ": ";
        head += value;
        head += "\r\n";
    };
    if (!m_userAgent.isEmpty())
        add("User-Agent", m_userAgent);
    if (!m_request.headers.contains("Accept-Encoding"))
        add("Accept-Encoding", "identity");
    for (const auto &[name, value] : m_request.headers.fields())
        add(name, value);
    if (m_request.body || m_request.method == Method::Post || m_request.method == Method::Put)
        add("Content-Length", QByteArray::number(m_request.bodySize));
    if (m_asksFirst)
        add("Expect", "100-continue");
    head += "\r\n";
    return head;
}

void SocketExchange::ready()
{
    touch();
    m_connected = true;
    if (!m_isKept) {
        m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    }
    m_asksFirst = m_mayAsk && m_request.body && m_request.bodySize > asksAbove;
    m_socket->write(head());
    const QPointer<SocketExchange> self(this);
    m_socket->flush(); // now, and not when the event loop comes round to it
    if (!self || !m_socket)
        return;
    if (m_asksFirst)
        QTimer::singleShot(waitForWordMs, m_socket, [this] { sendBody(); });
    pump();
}

void SocketExchange::sendBody()
{
    m_asksFirst = false;
    pump();
}

void SocketExchange::pump()
{
    if (!m_connected || !m_socket || !m_request.body || m_asksFirst)
        return;
    const auto *encrypted = qobject_cast<QSslSocket *>(m_socket);
    QByteArray block(std::min(blockSize, m_request.bodySize - m_given), Qt::Uninitialized);
    qint64 moved = 0;
    while (m_given < m_request.bodySize && moved < mostATurn
           && m_socket->bytesToWrite() + (encrypted ? encrypted->encryptedBytesToWrite() : 0) < mostAhead) {
        const qint64 got = m_request.body->read(block.data(), std::min(block.size(), qsizetype(m_request.bodySize - m_given)));
        if (got < 0) {
            const QString why = m_request.body->errorString();
            fail(WireFailure::Network, tr("The file could not be read on: %1").arg(why));
            return;
        }
        if (got == 0)
            break; // its readyRead() calls again
        if (m_socket->write(block.constData(), got) != got)
            return; // errorOccurred() says why
        m_given += got;
        moved += got;
    }
    reportSent(m_given == m_request.bodySize && m_socket->bytesToWrite() == 0);
}

void SocketExchange::reportSent(bool atEnd)
{
    const auto *encrypted = qobject_cast<QSslSocket *>(m_socket);
    const qint64 waiting = m_socket->bytesToWrite() + (encrypted ? encrypted->encryptedBytesToWrite() : 0);
    const qint64 sentNow = std::max<qint64>(0, m_given - waiting);
    if (sentNow == m_reported || (!atEnd && m_lastReport.elapsed() < reportEveryMs))
        return;
    m_reported = sentNow;
    m_lastReport.restart();
    speak([this, sentNow] { Q_EMIT sent(sentNow, m_request.bodySize); });
}

QByteArray SocketExchange::read(qint64 size)
{
    if (size > shortPiece)
        return m_socket->read(size);
    // read() would give away the socket's whole buffer, many times as large, and the next answer needs another.
    QByteArray piece(size, Qt::Uninitialized);
    piece.truncate(std::max<qint64>(0, m_socket->read(piece.data(), size)));
    return piece;
}

void SocketExchange::receive()
{
    while (m_socket && m_socket->bytesAvailable() > 0) {
        qint64 size = std::min(m_socket->bytesAvailable(), pieceSize);
        if (m_down)
            size = m_down->grant(size, this, [this] {
                touch(); // a throttle is no silence
                receive();
            });
        if (size == 0)
            return; // the throttle calls again
        const QByteArray body = m_parser.take(read(size));
        if (m_parser.state() == AnswerParser::State::Broken) {
            fail(WireFailure::Network, QString::fromLatin1(m_parser.errorText()));
            return;
        }
        if (m_asksFirst && m_parser.wantsBody()) {
            sendBody();
            if (!m_socket)
                return;
        }
        if (m_asksFirst && m_parser.status() == expectationFailed) {
            // It does not know how to be asked. It has seen nothing of the body, so another connection begins anew.
            letGoOfSocket();
            m_parser = {};
            m_connected = m_mayAsk = m_asksFirst = m_atEnd = false;
            makeSocket();
            connectToServer();
            return;
        }
        if (!m_headersTold && m_parser.status() > 0) {
            m_headersTold = true;
            if (!speak([this] { Q_EMIT headersReceived(m_parser.status(), m_parser.headers()); }))
                return;
        }
        if (!body.isEmpty() && !speak([this, &body] { Q_EMIT dataReceived(body); }))
            return;
        if (m_parser.state() == AnswerParser::State::Done) {
            if (m_pool && mayBeKept())
                giveBack();
            fail(WireFailure::None, {});
            return;
        }
    }
    if (m_socket && m_atEnd && m_socket->bytesAvailable() == 0) {
        m_parser.takeEnd();
        if (m_parser.state() == AnswerParser::State::Done)
            fail(WireFailure::None, {});
        else
            fail(WireFailure::Network, m_parser.status() > 0 ? tr("The answer ended before it was whole") : tr("The connection was closed before an answer came"));
    }
}

void SocketExchange::ended()
{
    if (!m_socket)
        return;
    m_atEnd = true;
    receive(); // what is still in the buffer; a throttle may make that last
}

void SocketExchange::socketFailed()
{
    if (!m_socket)
        return;
    const QAbstractSocket::SocketError error = m_socket->error();
    const QString text = m_tlsErrors.isEmpty() ? m_socket->errorString() : m_tlsErrors.join(QStringLiteral("; "));
    if (m_connected) {
        if (error == QAbstractSocket::RemoteHostClosedError)
            return; // ended() follows
        // The server may have answered before it broke off: that says more than "connection reset".
        const QPointer<SocketExchange> self(this);
        receive();
        if (self && m_socket)
            fail(WireFailure::Network, text);
        return;
    }
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        fail(WireFailure::HostNotFound, text);
        break;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        fail(WireFailure::Tls, text);
        break;
    default:
        fail(WireFailure::Refused, text); // whatever it was: nothing was sent
    }
}

void SocketExchange::fail(WireFailure failure, const QString &text)
{
    letGo();
    Q_EMIT finished(failure, text);
}

void SocketExchange::timerEvent(QTimerEvent *)
{
    m_silence.stop();
    checkSilence();
}

void SocketExchange::checkSilence()
{
    if (!m_socket)
        return;
    const qint64 left = m_request.silenceMs - m_lastSign.elapsed();
    if (left > 0) {
        m_silence.start(int(left), this);
        return;
    }
    // The silence may be ours: this thread was busy, or the computer asleep, and the signs of life are still queued.
    if (!std::exchange(m_graceGiven, true)) {
        m_silence.start(graceMs, this);
        return;
    }
    // Without a connection nothing was sent.
    fail(m_connected ? WireFailure::Timeout : WireFailure::Refused,
         tr("Nothing was heard for %n second(s)", nullptr, int((m_request.silenceMs + 999) / 1000)));
}

} // namespace odc

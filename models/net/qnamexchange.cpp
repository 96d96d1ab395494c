// SPDX-License-Identifier: GPL-3.0-or-later
#include "qnamexchange.h"

#include "net/throttle.h"

#include <QSslError>

#include <algorithm>

namespace odc {

namespace {

constexpr qint64 pieceSize = 256 * 1024;
constexpr int graceMs = 250;

int statusOf(const QNetworkReply *reply)
{
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

/// By code only. What is not surely "nothing was sent" counts as broken on the way.
WireFailure failureOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::NoError:
        return WireFailure::None;
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ProxyNotFoundError:
        return WireFailure::HostNotFound;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return WireFailure::Refused;
    case QNetworkReply::SslHandshakeFailedError:
        return WireFailure::Tls;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return WireFailure::Timeout;
    case QNetworkReply::OperationCanceledError:
        return WireFailure::Aborted;
    default:
        return WireFailure::Network;
    }
}

} // namespace

QnamExchange::QnamExchange(QNetworkReply *reply, std::unique_ptr<QIODevice> body, qint64 silenceMs,
                           SignalDepth depth, Throttle *throttle)
    : m_reply(reply), m_body(std::move(body)), m_depth(std::move(depth)), m_throttle(throttle), m_silenceMs(silenceMs)
{
    connect(reply, &QNetworkReply::metaDataChanged, this, [this] {
        touch();
        reportHeaders();
    });
    connect(reply, &QNetworkReply::readyRead, this, [this] {
        touch();
        drain();
    });
    connect(reply, &QNetworkReply::uploadProgress, this, [this](qint64 done, qint64 total) {
        touch();
        if (done > 0 || total > 0)
            speak([this, done, total] { Q_EMIT sent(done, total); });
    });
    connect(reply, &QNetworkReply::requestSent, this, [this] { touch(); });
    connect(reply, &QNetworkReply::encrypted, this, [this] { touch(); });
    connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors) // kept for the message; never waived
            m_tlsErrors << error.errorString();
        m_tlsErrors.removeDuplicates();
    });
    connect(reply, &QNetworkReply::finished, this, &QnamExchange::finish);

    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, &QnamExchange::checkSilence);
    m_lastSign.start();
    if (m_silenceMs > 0)
        m_silence.start(int(std::min<qint64>(m_silenceMs, 1 << 30)));
}

QnamExchange::QnamExchange(WireFailure failure, const QString &text) : m_depth(std::make_shared<int>(0))
{
    QMetaObject::invokeMethod(
        this, [this, failure, text] { Q_EMIT finished(failure, text); }, Qt::QueuedConnection);
}

QnamExchange::~QnamExchange()
{
    letGo();
}

void QnamExchange::abort()
{
    letGo();
    disconnect(this, nullptr, nullptr, nullptr);
}

void QnamExchange::letGo()
{
    m_silence.stop();
    if (!m_reply)
        return;
    QNetworkReply *reply = m_reply;
    m_reply.clear();
    reply->disconnect(this); // first, so that nothing of the end is heard
    // One that has failed already and has not said so yet would complain of a second error.
    if (reply->isRunning() && reply->error() == QNetworkReply::NoError)
        reply->abort();
    // The reply may still hold on to the device it reads from.
    if (m_body)
        m_body.release()->setParent(reply);
    reply->deleteLater();
}

bool QnamExchange::speak(const std::function<void()> &emission)
{
    const QPointer<QnamExchange> self(this);
    const SignalDepth depth = m_depth;
    ++*depth;
    emission();
    --*depth;
    return self && m_reply;
}

void QnamExchange::reportHeaders()
{
    if (m_headersSeen || !m_reply)
        return;
    const int status = statusOf(m_reply);
    if (status == 0)
        return;
    m_headersSeen = true;
    HttpHeaders headers;
    const auto pairs = m_reply->rawHeaderPairs();
    for (const auto &[name, value] : pairs)
        headers.add(name, value);
    const QByteArray length = headers.value("content-length");
    if (!length.isEmpty() && !headers.contains("content-encoding") && status != 204 && status != 304)
        m_expected = length.toLongLong();
    speak([this, status, &headers] { Q_EMIT headersReceived(status, headers); });
}

void QnamExchange::drain()
{
    reportHeaders();
    while (m_reply && m_reply->bytesAvailable() > 0) {
        qint64 size = std::min(m_reply->bytesAvailable(), pieceSize);
        if (m_throttle)
            size = m_throttle->grant(size, this, [this] {
                if (!m_reply)
                    return;
                touch();
                m_isOver ? finish() : drain();
            });
        if (size == 0)
            return; // the throttle calls again
        const QByteArray piece = m_reply->read(size);
        if (piece.isEmpty())
            return;
        m_received += piece.size();
        if (!speak([this, &piece] { Q_EMIT dataReceived(piece); }))
            return;
    }
}

void QnamExchange::finish()
{
    m_isOver = true;
    drain();
    if (!m_reply || (m_throttle && m_reply->bytesAvailable() > 0))
        return;
    const QNetworkReply::NetworkError error = m_reply->error();
    const int status = statusOf(m_reply);
    // 4xx and 5xx are answers like any other, and QNAM's errors for them begin at 201. ContentReSendError is
    // its word for "I would have to send the body a second time": without a status the connection broke
    // before an answer, with one it is a redirect or a 401 that QNAM would have followed up itself.
    if (error == QNetworkReply::ContentReSendError && status >= 300)
        return fail(WireFailure::None, {});
    const bool answered =
        error == QNetworkReply::NoError ||
        (status >= 400 && error > QNetworkReply::UnknownProxyError &&
         error != QNetworkReply::ContentReSendError && error != QNetworkReply::ProtocolFailure);
    if (answered) {
        if (m_expected >= 0 && m_received < m_expected)
            return fail(WireFailure::Network,
                        tr("The answer ended after %1 of %2 bytes").arg(m_received).arg(m_expected));
        return fail(WireFailure::None, {});
    }
    fail(failureOf(error),
         m_tlsErrors.isEmpty() ? m_reply->errorString() : m_tlsErrors.join(QStringLiteral("; ")));
}

void QnamExchange::fail(WireFailure failure, const QString &text)
{
    letGo();
    const SignalDepth depth = m_depth;
    ++*depth;
    Q_EMIT finished(failure, text);
    --*depth;
}

void QnamExchange::checkSilence()
{
    if (!m_reply)
        return;
    const qint64 left = m_silenceMs - m_lastSign.elapsed();
    if (left > 0) {
        m_silence.start(int(left));
        return;
    }
    // The silence may be ours: this thread was busy, or the computer asleep, and the signs of life are still
    // queued.
    if (!m_graceGiven) {
        m_graceGiven = true;
        m_silence.start(graceMs);
        return;
    }
    fail(WireFailure::Timeout,
         tr("Nothing was heard for %n second(s)", nullptr, int((m_silenceMs + 999) / 1000)));
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "requestjob.h"

#include "base/answerobserver.h"
#include "base/clock.h"
#include "net/body.h"
#include "net/requestrules.h"
#include "net/wirebuilder.h"

#include <QCoreApplication>
#include <QPromise>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QThreadPool>
#include <QUuid>

#include <algorithm>
#include <array>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBody = 64LL * 1024 * 1024; ///< of an answer that is kept in memory
constexpr qint64 mostErrorBody = 256 * 1024;
constexpr qint64 decodeHereBelow = 64 * 1024; ///< bytes; parsing less is over before a thread has started
constexpr int mostRedirects = 3;

/// A UUID of version 4 (RFC 9562, 5.4). QUuid::createUuid() waits 2 µs for dice that nobody can guess: these only have to
/// differ.
QByteArray newRequestId()
{
    std::array<quint32, 4> dice{};
    QRandomGenerator::global()->fillRange(dice.data(), dice.size());
    const auto part = [&dice](int word, int shift) { return dice[size_t(word)] >> shift; };
    const QUuid id(dice[0], ushort(part(1, 16)), ushort((part(1, 0) & 0x0fff) | 0x4000), uchar((part(2, 24) & 0x3f) | 0x80),
                   uchar(part(2, 16)), uchar(part(2, 8)), uchar(part(2, 0)), uchar(part(3, 24)), uchar(part(3, 16)),
                   uchar(part(3, 8)), uchar(part(3, 0)));
    return id.toByteArray(QUuid::WithoutBraces);
}

QString words(const char *source)
{
    return QCoreApplication::translate("RequestQueue", source);
}

bool isHtml(const HttpHeaders &headers, const QByteArray &body)
{
    return headers.value("content-type").trimmed().toLower().startsWith("text/html") ||
           body.left(256).trimmed().startsWith('<');
}

int shouldRetry(const HttpHeaders &headers)
{
    const QByteArray value = headers.value("x-should-retry").trimmed().toLower();
    if (value == "true")
        return 1;
    return value == "false" ? 0 : -1;
}

} // namespace

RequestQueue::Job::Job(Private &queue, quint64 serial, ApiRequest request, QObject *owner, Callback callback)
    : m_queue(queue), m_serial(serial), m_request(std::move(request)), m_callback(std::move(callback)),
      m_url(wire::url(queue.beginOfUrls, m_request))
{
    if (owner)
        connect(owner, &QObject::destroyed, this, &Job::cancel);
}

RequestQueue::Job::~Job()
{
    dropExchange();
}

void RequestQueue::Job::refuse(ApiError error)
{
    error.operation = operation();
    end(failure(error));
}

void RequestQueue::Job::start()
{
    m_hasSlot = true;
    ++m_attempt;
    m_redirects = 0;
    if (m_request.deadlineMs > 0) { // one for the attempt, wherever redirects lead it
        m_deadline = m_queue.clock.monotonicMs() + m_request.deadlineMs;
        m_queue.watchDeadline(m_deadline);
    }
    sendTo(m_url);
}

void RequestQueue::Job::timeOut()
{
    takeEnd(WireFailure::Timeout, words(QT_TRANSLATE_NOOP("RequestQueue", "The answer took too long")));
}

void RequestQueue::Job::sendTo(const QUrl &url)
{
    m_status = 0;
    m_headers = {};
    m_body.clear();
    m_clientRequestId = newRequestId();
    auto built = wire::build(m_request, url, m_queue.options.credentials, m_clientRequestId);
    if (!built) {
        ApiError error = built.error();
        error.operation = operation();
        error.attempts = m_attempt;
        leaveSlot();
        end(failure(error));
        return;
    }
    if (const qint64 longest = m_queue.options.longestSilenceMs; longest > 0)
        built->silenceMs = std::min(built->silenceMs, longest);
    if (!logBegin(url))
        return;
    m_exchange = m_queue.transport->send(std::move(*built));
    connect(m_exchange.get(), &Exchange::sent, this, [this](qint64 bytes, qint64 total) {
        m_logged.bytesSent = bytes;
        Q_EMIT uploadProgress(bytes, total);
    });
    connect(m_exchange.get(), &Exchange::headersReceived, this, &Job::takeHeaders);
    connect(m_exchange.get(), &Exchange::dataReceived, this, &Job::takePiece);
    connect(m_exchange.get(), &Exchange::finished, this, &Job::takeEnd);
}

void RequestQueue::Job::takeHeaders(int status, const HttpHeaders &headers)
{
    m_status = status;
    m_headers = headers;
    const QPointer<Job> self(this);
    m_queue.readRateLimit(headers);
    if (!self || status < 200 || status > 299 || !m_request.sink)
        return;
    // What a gateway or a hotel's login page says is not the content of a file: those name neither.
    if (isHtml(headers, {}) && !headers.contains("x-request-id") &&
        !headers.contains("content-disposition")) {
        breakOff(ApiError::make(
            ApiError::Kind::BadResponse,
            words(QT_TRANSLATE_NOOP("RequestQueue", "An HTML page came instead of the content"))));
        return;
    }
    if (const QString why = unfitContent(); !why.isEmpty()) {
        breakOff(ApiError::make(ApiError::Kind::BadResponse, why));
        return;
    }
    bool known = false;
    const qint64 total = headers.value("content-length").toLongLong(&known);
    const auto sink = m_request.sink;
    const bool taken = sink->begin(status, headers, known ? total : -1);
    if (self && !taken)
        breakOff(ApiError::make(ApiError::Kind::LocalFile, sink->errorText()));
}

QString RequestQueue::Job::unfitContent() const
{
    // Written down as it comes it would be another file than the one asked for.
    const QByteArray coding = m_headers.value("content-encoding").trimmed().toLower();
    if (!coding.isEmpty() && coding != "identity") {
        return words(QT_TRANSLATE_NOOP("RequestQueue",
                                       "The content came compressed (%1) although that was not asked for"))
            .arg(QString::fromLatin1(coding));
    }
    if (m_status == 200)
        return {};
    if (m_status == 206 && m_request.headers.contains("range")) {
        // Which part of the content it is, only this says; several at once come with boundaries between them.
        static const QRegularExpression part(u"^bytes +\\d{1,18}-\\d{1,18}/(\\d{1,18}|\\*)$"_s,
                                             QRegularExpression::CaseInsensitiveOption);
        if (part.match(QString::fromLatin1(m_headers.value("content-range").trimmed())).hasMatch())
            return {};
    }
    static const QRegularExpression range(u"^bytes +0-(\\d{1,18})/(\\d{1,18})$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const auto match = range.match(QString::fromLatin1(m_headers.value("content-range").trimmed()));
    if (m_status == 206 && match.hasMatch() &&
        match.capturedView(1).toLongLong() + 1 == match.capturedView(2).toLongLong())
        return {};
    return words(QT_TRANSLATE_NOOP("RequestQueue", "HTTP %1 came instead of the whole content")).arg(m_status);
}

void RequestQueue::Job::takePiece(const QByteArray &piece)
{
    m_logged.bytesReceived += piece.size();
    const bool good = m_status >= 200 && m_status <= 299;
    const QPointer<Job> self(this);
    if (good && m_request.sink) {
        const auto sink = m_request.sink;
        const bool written = sink->write(piece);
        if (!self)
            return;
        if (!written) {
            breakOff(ApiError::make(ApiError::Kind::LocalFile, sink->errorText()));
            return;
        }
        if (!sink->wantsMore()) {
            takeAnswer();
            return;
        }
    } else if (good) {
        m_body += piece;
        if (m_body.size() > mostBody) {
            m_body.clear();
            breakOff(ApiError::make(ApiError::Kind::BadResponse,
                                    words(QT_TRANSLATE_NOOP("RequestQueue", "The answer is too large"))));
            return;
        }
    } else if (m_body.size() < mostErrorBody) {
        m_body += piece.left(mostErrorBody - m_body.size());
    }
    bool known = false;
    const qint64 total = m_headers.value("content-length").toLongLong(&known);
    Q_EMIT downloadProgress(m_logged.bytesReceived, known ? total : -1);
}

void RequestQueue::Job::takeEnd(WireFailure wireFailure, const QString &text)
{
    // A status of 300 or more says it all, even if the words after it were cut off.
    // Not so where it points to elsewhere and the time is over: nobody would watch over what is asked there.
    const bool isLate = wireFailure == WireFailure::Timeout && m_status >= 300 && m_status <= 399;
    const bool answered = (m_status >= 300 && !isLate) || (m_status >= 200 && wireFailure == WireFailure::None);
    if (!answered) {
        ApiError error = rules::errorFromWire(wireFailure, text, m_request.effect);
        // When our own file broke the body off, that is what happened; the server cannot have made anything
        // of half a body. Of a whole one it can, whatever became of the file since.
        if (m_request.body && (wireFailure == WireFailure::Network || wireFailure == WireFailure::Timeout) &&
            m_status == 0 && m_logged.bytesSent < m_request.body->size()) {
            if (const auto again = m_request.body->open(); !again)
                error = again.error();
        }
        if (m_status == 0 && wireFailure == WireFailure::None)
            error = ApiError::make(ApiError::Kind::BadResponse,
                                   words(QT_TRANSLATE_NOOP("RequestQueue", "The answer has no HTTP status")));
        takeError(error);
        return;
    }
    if (m_status <= 299) {
        takeAnswer();
        return;
    }
    if (const QByteArray location = m_headers.value("location"); m_status <= 399 && !location.isEmpty()) {
        const QUrl target = m_url.resolved(QUrl::fromEncoded(location, QUrl::TolerantMode));
        if (follow(target))
            return;
        ApiError error = errorOfStatus(); // first: of a create it depends on the server's own message
        error.message = words(QT_TRANSLATE_NOOP("RequestQueue", "It points to %1"))
                            .arg(target.host().isEmpty() ? u"?"_s : target.host());
        takeError(error);
        return;
    }
    const bool repeated = m_attempt > 1 && m_mayBeDone;
    if (m_request.effect == Effect::Deletes && m_status == 404 && repeated &&
        rules::isApisOwn(errorOfStatus())) {
        // An earlier attempt did it, only its answer was lost. A gateway's 404 says nothing of the object.
        HttpAnswer done = answer();
        done.body.clear();
        tellObserver({});
        if (!logEnd({}))
            return;
        dropExchange();
        leaveSlot();
        succeed(std::move(done));
        return;
    }
    takeError(errorOfStatus());
}

bool RequestQueue::Job::follow(const QUrl &target)
{
    if (m_redirects >= mostRedirects || !rules::mayFollowRedirect(m_url, target, m_request.effect))
        return false;
    if (m_deadline > 0 && m_queue.clock.monotonicMs() >= m_deadline)
        return false;
    ++m_redirects;
    if (logEnd({})) {
        dropExchange();
        sendTo(target);
    }
    return true;
}

ApiError RequestQueue::Job::errorOfStatus() const
{
    ApiError error = rules::errorFromAnswer(m_status, m_headers, m_body, m_queue.clock.unixSeconds());
    const bool bodyIsOut = !m_request.body || m_logged.bytesSent >= m_request.body->size();
    if (rules::leavesOutcomeOpen(error, m_request.effect, bodyIsOut, shouldRetry(m_headers)))
        error.kind = ApiError::Kind::OutcomeUnknown;
    return error;
}

std::optional<ApiError> RequestQueue::Job::faultOfBody() const
{
    if (m_request.sink || !isHtml(m_headers, m_body))
        return std::nullopt;
    return m_queue.q->unreadable(
        answer(), words(QT_TRANSLATE_NOOP("RequestQueue", "An HTML page came instead of an answer")));
}

void RequestQueue::Job::takeAnswer()
{
    if (const auto fault = faultOfBody()) {
        takeError(*fault);
        return;
    }
    HttpAnswer done = answer();
    if (!m_request.sink)
        tellObserver(done.body);
    if (!logEnd({}))
        return;
    dropExchange();
    leaveSlot();
    succeed(std::move(done));
}

void RequestQueue::Job::tellObserver(const QByteArray &body) const
{
    if (!m_queue.observer)
        return;
    m_queue.observer->answered({methodName(m_request.method), m_request.path, m_request.query, m_status, body,
                                m_queue.clock.unixSeconds()});
}

void RequestQueue::Job::breakOff(ApiError error)
{
    if (actsOnce(m_request.effect)) // it was answered, only not taken in
        error.kind = ApiError::Kind::OutcomeUnknown;
    error.httpStatus = m_status;
    takeError(std::move(error));
}

void RequestQueue::Job::takeError(ApiError error)
{
    error.operation = operation();
    error.attempts = m_attempt;
    if (error.requestId.isEmpty())
        error.requestId = QString::fromLatin1(m_clientRequestId);
    m_queue.redactor.clean(error);

    const bool answered = m_status > 0;
    if (m_status == 404 && error.kind == ApiError::Kind::NotFound && rules::isApisOwn(error))
        tellObserver(m_body);
    // Anything but a sure "it did not arrive" or "I did not do it" may have been carried out.
    if (error.kind == ApiError::Kind::Network || error.kind == ApiError::Kind::Timeout ||
        error.httpStatus >= 500)
        m_mayBeDone = true;
    const int retry = m_attempt - 1;
    const bool wanted = m_request.repeatable && rules::mayRetry(error, m_request.effect, retry, shouldRetry(m_headers));
    const qint64 asked = acceptedServerDelayMs(error.retryAfterMs);
    const bool tooLong = error.retryAfterMs >= 0 && asked < 0;
    const qint64 delay = asked >= 0 ? asked : backoffDelayMs(retry, m_queue.random);

    if (!logEnd(error))
        return;
    dropExchange();
    // Before the slot is free: nobody may slip through.
    const QPointer<Job> self(this);
    if (error.kind == ApiError::Kind::RateLimited && !tooLong)
        m_queue.hold(delay);
    if (!self)
        return;
    leaveSlot();
    if (!tellConnection(answered ? ApiError() : error))
        return;
    if (!wanted || tooLong) {
        end(failure(error));
        return;
    }
    // Behind a hold it keeps its place in the line instead of coming late by its own timer.
    if (m_queue.heldUntil >= m_queue.clock.monotonicMs() + delay && delay > 0)
        m_queue.enqueue(this);
    else
        m_queue.clock.callLater(delay, this, [this] { m_queue.enqueue(this); });
    Q_EMIT waiting(int(delay), m_attempt + 1);
}

HttpAnswer RequestQueue::Job::answer() const
{
    HttpAnswer out;
    out.status = m_status;
    out.headers = m_headers;
    out.body = m_body;
    out.requestId = QString::fromUtf8(m_headers.value("x-request-id"));
    if (out.requestId.isEmpty())
        out.requestId = QString::fromLatin1(m_clientRequestId);
    out.attempts = m_attempt;
    out.operation = operation();
    out.effect = m_request.effect;
    return out;
}

void RequestQueue::Job::succeed(HttpAnswer answer)
{
    if (!tellConnection({}))
        return;
    if (!m_request.decode || m_request.sink) {
        end(std::move(answer));
        return;
    }
    if (answer.body.size() < decodeHereBelow) {
        m_request.decode(answer.body);
        end(std::move(answer));
        return;
    }
    auto promise = std::make_shared<QPromise<void>>();
    m_decoding = std::make_unique<QFutureWatcher<void>>();
    connect(m_decoding.get(), &QFutureWatcher<void>::finished, this, &Job::deliver);
    m_decoding->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, decode = m_request.decode, body = answer.body] {
        promise->start();
        decode(body);
        promise->finish();
    });
    m_result = std::move(answer);
}

void RequestQueue::Job::end(Result<HttpAnswer> result)
{
    m_result = std::move(result);
    QMetaObject::invokeMethod(this, &Job::deliver, Qt::QueuedConnection);
}

void RequestQueue::Job::deliver()
{
    // Gone before the callback runs: its handle says so, and the callback may destroy the queue or cancel as
    // it likes.
    const Callback callback = std::move(m_callback);
    Result<HttpAnswer> result = std::move(*m_result);
    Private &queue = m_queue;
    const QPointer<RequestQueue> alive(queue.q);
    queue.forget(this);
    delete this;
    if (callback)
        callback(std::move(result));
    // What follows from it is sent before the next answer is delivered: of many calls in a row, the server always has as many
    // before it as it may have.
    if (alive && queue.pumpPosted)
        queue.pump();
}

void RequestQueue::Job::cancel()
{
    if (m_exchange) {
        ApiError error = ApiError::make(ApiError::Kind::Cancelled);
        error.operation = operation();
        error.attempts = m_attempt;
        m_callback = nullptr;
        dropExchange();
        if (!logEnd(error)) // a listener cancelled it once more
            return;
    }
    m_queue.forget(this);
    leaveSlot();
    delete this;
}

void RequestQueue::Job::dropExchange()
{
    if (!m_exchange)
        return;
    m_exchange->disconnect(this);
    m_exchange->abort();
    m_exchange.release()->deleteLater(); // we may be inside one of its signals
}

void RequestQueue::Job::leaveSlot()
{
    if (!std::exchange(m_hasSlot, false))
        return;
    m_queue.release(m_request.lane);
}

QString RequestQueue::Job::operation() const
{
    return QString::fromLatin1(methodName(m_request.method)) + u' ' + m_request.path;
}

bool RequestQueue::Job::tellConnection(const ApiError &error)
{
    const QPointer<Job> self(this);
    if (error.kind != ApiError::Kind::LocalFile) // our own disk says nothing of the connection
        Q_EMIT m_queue.q->connectionChanged(error);
    return self;
}

bool RequestQueue::Job::logBegin(const QUrl &url)
{
    LoggedCall call = wire::describe(m_request, url, m_queue.options, m_queue.redactor);
    call.startedUnix = m_queue.clock.unixSeconds();
    call.attempt = m_attempt;
    call.requestId = QString::fromLatin1(m_clientRequestId);
    m_startedMs = m_queue.clock.monotonicMs();
    m_logged = call;
    const QPointer<Job> self(this);
    const qint64 serial = m_queue.log->begin(std::move(call));
    if (!self)
        return false;
    m_logged.serial = serial;
    return true;
}

bool RequestQueue::Job::logEnd(const ApiError &error)
{
    m_logged.status = m_status;
    m_logged.running = false;
    m_logged.durationMs = m_queue.clock.monotonicMs() - m_startedMs;
    if (const QByteArray id = m_headers.value("x-request-id"); !id.isEmpty())
        m_logged.requestId = m_queue.redactor.clean(QString::fromUtf8(id));
    m_logged.error = error;
    const QPointer<Job> self(this);
    m_queue.log->end(m_logged);
    return self;
}

} // namespace odc

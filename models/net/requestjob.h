// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/requestlog.h"
#include "net/requestqueue_p.h"

#include <QFutureWatcher>
#include <QPointer>

#include <optional>

namespace odc {

/// One call of the queue through all its attempts.
///
///     Lined -> Running -> (Pausing -> Lined)* -> Decoding? -> Ending -> gone
///
/// Everything is told from the event loop: `deliver` runs on a stack of its own, so that a callback may
/// destroy the whole session.
class RequestQueue::Job final : public CallState
{
public:
    Job(Private &queue, quint64 serial, ApiRequest request, QObject *owner, Callback callback);
    ~Job() override;

    const ApiRequest &request() const { return m_request; }
    Lane lane() const { return m_request.lane; }
    quint64 serial() const { return m_serial; }

    /// Ends the call without sending it.
    void refuse(ApiError error);
    /// Makes the next attempt; the queue has given it a slot.
    void start();
    /// When the running attempt is to be over, in monotonic ms; 0: none runs, or it may last.
    qint64 deadline() const { return m_exchange ? m_deadline : 0; }
    void timeOut();
    void cancel() override;

private:
    void sendTo(const QUrl &url);
    void takeHeaders(int status, const HttpHeaders &headers);
    /// Why what begins to come cannot go to a sink as the content; empty when it can.
    QString unfitContent() const;
    void takePiece(const QByteArray &piece);
    void takeEnd(WireFailure failure, const QString &text);
    void takeAnswer();
    void takeError(ApiError error);
    bool follow(const QUrl &target);
    ApiError errorOfStatus() const;
    std::optional<ApiError> faultOfBody() const;
    void breakOff(ApiError error);
    void succeed(HttpAnswer answer);
    void end(Result<HttpAnswer> result);
    void deliver();

    // These tell others, who may cancel this call: false means that this object is gone.
    [[nodiscard]] bool logBegin(const QUrl &url);
    [[nodiscard]] bool logEnd(const ApiError &error);
    [[nodiscard]] bool tellConnection(const ApiError &error);
    void dropExchange();
    void leaveSlot();
    HttpAnswer answer() const;
    /// Tells who keeps what was seen of objects.
    void tellObserver(const QByteArray &body) const;
    QString operation() const;

    Private &m_queue;
    const quint64 m_serial;
    const ApiRequest m_request;
    Callback m_callback;
    const QUrl m_url;

    std::unique_ptr<Exchange> m_exchange;
    std::unique_ptr<QFutureWatcher<void>> m_decoding; ///< of a long answer
    std::optional<Result<HttpAnswer>> m_result;
    qint64 m_deadline = 0;
    int m_attempt = 0;
    int m_redirects = 0;
    bool m_hasSlot = false;
    bool m_mayBeDone = false; ///< an earlier attempt of this call may have reached the server

    // Of the running attempt:
    QByteArray m_clientRequestId;
    LoggedCall m_logged;
    qint64 m_startedMs = 0;
    int m_status = 0;
    HttpHeaders m_headers;
    QByteArray m_body;
};

} // namespace odc

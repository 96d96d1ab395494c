// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transport.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

namespace odc {

class Throttle;

/// Counts how deep we are inside signals of exchanges, so that a manager is not destroyed under its reply's
/// feet.
using SignalDepth = std::shared_ptr<int>;

/// One attempt over a QNetworkReply.
class QnamExchange final : public Exchange
{
    Q_OBJECT
public:
    /// Takes over the reply; `body` is what the reply reads from. The answer is read no faster than `throttle`, if there
    /// is one, lets it.
    QnamExchange(QNetworkReply *reply, std::unique_ptr<QIODevice> body, qint64 silenceMs, SignalDepth depth,
                 Throttle *throttle = nullptr);
    /// An exchange that only ever fails.
    QnamExchange(WireFailure failure, const QString &text);
    ~QnamExchange() override;
    void abort() override;

private:
    /// Runs `emission`; false when this object is gone or aborted after it.
    bool speak(const std::function<void()> &emission);
    void reportHeaders();
    void drain();
    void finish();
    void fail(WireFailure failure, const QString &text);
    void touch()
    {
        m_lastSign.restart();
        m_graceGiven = false;
    }
    void checkSilence();
    void letGo();

    QPointer<QNetworkReply> m_reply; ///< a child of its manager, which may die first
    std::unique_ptr<QIODevice> m_body;
    SignalDepth m_depth;
    QPointer<Throttle> m_throttle;
    QTimer m_silence;
    QElapsedTimer m_lastSign;
    qint64 m_silenceMs = 0;
    qint64 m_expected = -1; ///< Content-Length of an answer that is not compressed
    qint64 m_received = 0;
    bool m_headersSeen = false;
    bool m_graceGiven = false;
    bool m_isOver = false; ///< all is here; some of it waits for the throttle
    QStringList m_tlsErrors;
};

} // namespace odc

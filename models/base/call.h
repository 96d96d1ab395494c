// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

namespace odc {

/// The running side of a call: lives until the call ended, was cancelled or its owner died. Made by whoever performs
/// the call; callers only see the handle `Call`.
class CallState : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Ends the call at once; no callback follows. Reaches the socket.
    virtual void cancel() = 0;

Q_SIGNALS:
    /// Bytes of the request body handed to the socket, and its size (-1 unknown).
    void uploadProgress(qint64 sent, qint64 total);
    /// Bytes of the answer's body received, and its size (-1 unknown).
    void downloadProgress(qint64 received, qint64 total);
    /// The call waits before its next attempt. `reason` is why the last one failed.
    void waiting(int delayMs, int attempt);
};

/// Handle to a running call: copyable, may outlive it. Dropping the handle does not cancel; destroying the owner does.
class Call
{
public:
    Call() = default;
    explicit Call(CallState *state);

    bool isRunning() const { return !m_state.isNull(); }
    /// Ends the call; its callback will not be made. Does nothing when it has ended.
    void cancel();
    /// For progress signals; null once the call has ended.
    CallState *state() const { return m_state; }

private:
    QPointer<CallState> m_state;
};

} // namespace odc

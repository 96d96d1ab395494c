// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>

class QObject;

namespace odc {

/// Time, handed to everything that waits or stamps, so that tests can move it by hand. GUI thread only.
class Clock
{
public:
    virtual ~Clock() = default;

    /// Milliseconds on a clock that never jumps; only differences mean anything.
    virtual qint64 monotonicMs() const = 0;
    /// Unix time in seconds (UTC).
    virtual qint64 unixSeconds() const = 0;
    /// Runs `action` once after `delayMs`, unless `context` (not null) is destroyed before.
    virtual void callLater(qint64 delayMs, QObject *context, std::function<void()> action) = 0;
};

/// The machine's own clock and Qt's timers.
class SystemClock final : public Clock
{
public:
    qint64 monotonicMs() const override;
    qint64 unixSeconds() const override;
    void callLater(qint64 delayMs, QObject *context, std::function<void()> action) override;
};

} // namespace odc

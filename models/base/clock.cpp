// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock.h"

#include <QDateTime>
#include <QTimer>

#include <chrono>
#include <limits>

namespace odc {

qint64 SystemClock::monotonicMs() const
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

qint64 SystemClock::unixSeconds() const
{
    return QDateTime::currentSecsSinceEpoch();
}

void SystemClock::callLater(qint64 delayMs, QObject *context, std::function<void()> action)
{
    const auto bounded = int(qBound(qint64(0), delayMs, qint64(std::numeric_limits<int>::max())));
    QTimer::singleShot(bounded, Qt::PreciseTimer, context, std::move(action));
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock.h"

#include <QDateTime>
#include <QThread>
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
    if (context->thread() != QThread::currentThread()) {
        QTimer::singleShot(bounded, Qt::PreciseTimer, context, std::move(action));
        return;
    }
    // Goes with the context. One of QTimer::singleShot() would stay in the event loop's list until it is due, and thousands
    // of requests leave thousands of deadlines behind.
    auto *timer = new QTimer(context);
    timer->setTimerType(Qt::PreciseTimer);
    timer->setSingleShot(true);
    QObject::connect(timer, &QTimer::timeout, context, [timer, action = std::move(action)] {
        timer->deleteLater();
        action();
    });
    timer->start(bounded);
}

} // namespace odc

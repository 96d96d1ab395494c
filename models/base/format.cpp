// SPDX-License-Identifier: GPL-3.0-or-later
#include "format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace odc::format {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

} // namespace

QString number(qint64 value)
{
    return QLocale().toString(value);
}

QString size(qint64 bytes)
{
    if (bytes < 1000)
        return QCoreApplication::translate("Format", "%1 B", "bytes").arg(std::max<qint64>(0, bytes));
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString exactSize(qint64 bytes)
{
    bytes = std::max<qint64>(0, bytes);
    if (bytes < 1000)
        return size(bytes);
    return QCoreApplication::translate("Format", "%1 (%2 bytes)").arg(size(bytes), number(bytes));
}

QString relativeTime(qint64 unixSeconds, qint64 nowSeconds)
{
    const qint64 delta = unixSeconds - nowSeconds;
    const qint64 away = std::abs(delta);
    const bool future = delta > 0;
    if (away < 45)
        return future ? QCoreApplication::translate("Format", "in a moment")
                      : QCoreApplication::translate("Format", "just now");
    const QLocale locale;
    if (away < hour) {
        const int n = int(std::max<qint64>(1, (away + minute / 2) / minute));
        if (n < 60)
            return future ? QCoreApplication::translate("Format", "in %n min", nullptr, n)
                          : QCoreApplication::translate("Format", "%n min ago", nullptr, n);
    }
    const QDate today = QDateTime::fromSecsSinceEpoch(nowSeconds).date();
    const QDate then = QDateTime::fromSecsSinceEpoch(unixSeconds).date();
    if (away < 20 * hour) {
        const int n = int(std::max<qint64>(1, (away + hour / 2) / hour));
        return future ? QCoreApplication::translate("Format", "in %n h", nullptr, n)
                      : QCoreApplication::translate("Format", "%n h ago", nullptr, n);
    }
    const qint64 days = today.daysTo(then);
    if (days == -1)
        return QCoreApplication::translate("Format", "yesterday");
    if (days == 1)
        return QCoreApplication::translate("Format", "tomorrow");
    if (std::abs(days) <= 1)
        return future ? QCoreApplication::translate("Format", "in %n h", nullptr, int(away / hour))
                      : QCoreApplication::translate("Format", "%n h ago", nullptr, int(away / hour));
    if (future && days <= 60)
        return QCoreApplication::translate("Format", "in %n day(s)", nullptr, int(days));
    if (!future && days >= -6)
        return QCoreApplication::translate("Format", "%n day(s) ago", nullptr, int(-days));
    if (then.year() == today.year())
        return locale.toString(then, QCoreApplication::translate("Format", "d MMM", "day and month, a date format"));
    return locale.toString(then, QCoreApplication::translate("Format", "d MMM yyyy", "a date format"));
}

QString exactTime(qint64 unixSeconds)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(unixSeconds),
                              QCoreApplication::translate("Format", "d MMM yyyy, HH:mm:ss", "a date format"));
}

QString date(qint64 unixSeconds)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(unixSeconds).date(),
                              QCoreApplication::translate("Format", "d MMM yyyy", "a date format"));
}

QString duration(qint64 seconds)
{
    seconds = std::max<qint64>(0, seconds);
    if (seconds < minute)
        return QCoreApplication::translate("Format", "%1 s").arg(seconds);
    if (seconds < hour)
        return QCoreApplication::translate("Format", "%1 min").arg((seconds + 30) / minute);
    if (seconds < day)
        return QCoreApplication::translate("Format", "%1 h %2 min").arg(seconds / hour).arg(seconds % hour / minute);
    return QCoreApplication::translate("Format", "%n day(s)", nullptr, int(seconds / day));
}

QString rate(double bytesPerSecond)
{
    return QCoreApplication::translate("Format", "%1/s", "bytes per second").arg(size(qint64(std::max(0.0, bytesPerSecond))));
}

} // namespace odc::format

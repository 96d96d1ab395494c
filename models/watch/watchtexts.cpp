// SPDX-License-Identifier: GPL-3.0-or-later
#include "watchtexts.h"

#include "base/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace odc::watchtexts {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WatchTexts)
};

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

/// "3 days", "5 hours", "12 minutes".
QString span(qint64 seconds)
{
    if (seconds >= 2 * day)
        return Words::tr("%Ln day(s)", nullptr, int(std::min<qint64>(seconds / day, 100'000)));
    if (seconds >= 2 * hour)
        return Words::tr("%Ln hour(s)", nullptr, int(seconds / hour));
    return Words::tr("%Ln minute(s)", nullptr, int(std::max<qint64>(1, seconds / minute)));
}

QString statusWord(const IndexedObject &object)
{
    const QString &status = object.status;
    if (object.kind == ObjectKind::Store && status == "completed"_L1)
        return Words::tr("Indexed", "all files of a vector store");
    if (status == "completed"_L1)
        return Words::tr("Completed");
    if (status == "succeeded"_L1)
        return Words::tr("Succeeded");
    if (status == "failed"_L1)
        return Words::tr("Failed");
    if (status == "expired"_L1)
        return object.kind == ObjectKind::Batch ? Words::tr("Ran out of time") : Words::tr("Expired");
    if (status == "cancelled"_L1 || status == "canceled"_L1)
        return Words::tr("Cancelled");
    return status;
}

} // namespace

QString nameOf(const IndexedObject &object)
{
    return object.name.isEmpty() ? object.id : object.name;
}

QString ended(const IndexedObject &object)
{
    QString text = statusWord(object);
    if (object.failed > 0 && object.total > 0)
        text = Words::tr("%1, %L2 of %L3 failed").arg(text).arg(object.failed).arg(object.total);
    if (object.hasFailed() && !object.reason.isEmpty())
        text = Words::tr("%1: %2", "how it ended, why").arg(text, object.reason);
    return text;
}

QString stuck(StuckReason reason, const IndexedObject &object, qint64 nowUnix)
{
    switch (reason) {
    case StuckReason::None:
        break;
    case StuckReason::NoProgress:
        return Words::tr("No progress for %1").arg(span(ProgressTracks::standstill(object)));
    case StuckReason::Validating:
        return Words::tr("Still being checked after %1").arg(span(nowUnix - object.createdAt));
    case StuckReason::Overdue:
        return Words::tr("Its time was over %1 ago, and it has not ended")
            .arg(span(nowUnix - object.expiresAt));
    }
    return {};
}

QString stuckFile(qint64 minutes)
{
    return Words::tr("Being indexed for %1, without an error").arg(span(minutes * minute));
}

QString stuckFiles(int count)
{
    return Words::tr("%Ln file(s) are being indexed for too long, without an error", nullptr, count);
}

QString failedFiles(const IndexedObject &store)
{
    const int count = int(std::min<qint64>(store.failed, 1'000'000'000));
    return Words::tr("%Ln file(s) could not be indexed", nullptr, count);
}

QString expires(qint64 expiresAt, qint64 nowUnix)
{
    // In the words in which lists say it.
    return expiresAt > nowUnix
               ? Words::tr("Expires %1", "'in 5 h', 'tomorrow'").arg(format::relativeTime(expiresAt, nowUnix))
               : Words::tr("Is about to expire");
}

QString manyExpire(ObjectKind kind, int count, int days)
{
    const QString soon = Words::tr("%Ln day(s)", nullptr, days);
    return (kind == ObjectKind::Store ? Words::tr("%Ln vector store(s) expire within %1", nullptr, count)
                                      : Words::tr("%Ln file(s) expire within %1", nullptr, count))
        .arg(soon);
}

QString uploadWaits(qint64 secondsLeft)
{
    return Words::tr("Half uploaded; what is at the server is kept for %1").arg(span(secondsLeft));
}

QString uploadIsShort(qint64 secondsLeft)
{
    return Words::tr("The upload ends in %1, and begins again if it is not done by then")
        .arg(span(secondsLeft));
}

} // namespace odc::watchtexts

// SPDX-License-Identifier: GPL-3.0-or-later
#include "overviewfigures.h"

#include <QJsonArray>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// Numbers go as texts where doubles would round them.
QJsonValue number(qint64 value)
{
    return value > -(1LL << 53) && value < (1LL << 53) ? QJsonValue(value)
                                                       : QJsonValue(QString::number(value));
}

qint64 number(const QJsonValue &value)
{
    return value.isString() ? value.toString().toLongLong() : value.toInteger();
}

QJsonValue kindValue(ObjectKind kind)
{
    return int(kind);
}

ObjectKind kindOf(const QJsonValue &value)
{
    const int kind = value.toInt();
    return kind >= int(ObjectKind::File) && kind <= int(ObjectKind::Model) ? ObjectKind(kind)
                                                                           : ObjectKind::File;
}

QJsonObject json(const RunningJob &job)
{
    return {{u"kind"_s, kindValue(job.kind)},
            {u"key"_s, job.key},
            {u"name"_s, job.name},
            {u"status"_s, job.status},
            {u"done"_s, number(job.done)},
            {u"failed"_s, number(job.failed)},
            {u"total"_s, number(job.total)},
            {u"left"_s, number(job.secondsLeft)},
            {u"started"_s, number(job.startedAt)},
            {u"finish"_s, number(job.finishAt)},
            {u"still"_s, number(job.stillSeconds)}};
}

QJsonObject json(const OverviewJob &job)
{
    return {{u"kind"_s, kindValue(job.kind)},
            {u"key"_s, job.key},
            {u"name"_s, job.name},
            {u"status"_s, job.status},
            {u"reason"_s, job.reason},
            {u"done"_s, number(job.done)},
            {u"failed"_s, number(job.failed)},
            {u"total"_s, number(job.total)},
            {u"ended"_s, number(job.endedAt)},
            {u"known"_s, job.endKnown},
            {u"bad"_s, job.bad}};
}

QJsonObject json(const OverviewShare &share)
{
    return {{u"id"_s, share.id},
            {u"name"_s, share.name},
            {u"bytes"_s, number(share.bytes)},
            {u"count"_s, number(share.count)}};
}

QJsonObject json(const OverviewExpiry &expiry)
{
    return {{u"kind"_s, kindValue(expiry.kind)},
            {u"purpose"_s, expiry.purpose},
            {u"from"_s, number(expiry.from)},
            {u"to"_s, number(expiry.to)},
            {u"soonest"_s, number(expiry.soonest)},
            {u"count"_s, expiry.count},
            {u"bytes"_s, number(expiry.bytes)},
            {u"key"_s, expiry.key},
            {u"name"_s, expiry.name}};
}

QJsonObject json(const OverviewTrouble &trouble)
{
    return {{u"store"_s, trouble.storeId}, {u"name"_s, trouble.name}, {u"failed"_s, number(trouble.failed)}};
}

void read(const QJsonObject &from, RunningJob &job)
{
    job.kind = kindOf(from[u"kind"_s]);
    job.key = from[u"key"_s].toString();
    job.name = from[u"name"_s].toString();
    job.status = from[u"status"_s].toString();
    job.done = number(from[u"done"_s]);
    job.failed = number(from[u"failed"_s]);
    job.total = number(from[u"total"_s]);
    job.secondsLeft = number(from[u"left"_s]);
    job.startedAt = number(from[u"started"_s]);
    job.finishAt = number(from[u"finish"_s]);
    job.stillSeconds = number(from[u"still"_s]);
}

void read(const QJsonObject &from, OverviewJob &job)
{
    job.kind = kindOf(from[u"kind"_s]);
    job.key = from[u"key"_s].toString();
    job.name = from[u"name"_s].toString();
    job.status = from[u"status"_s].toString();
    job.reason = from[u"reason"_s].toString();
    job.done = number(from[u"done"_s]);
    job.failed = number(from[u"failed"_s]);
    job.total = number(from[u"total"_s]);
    job.endedAt = number(from[u"ended"_s]);
    job.endKnown = from[u"known"_s].toBool(true);
    job.bad = from[u"bad"_s].toBool();
}

void read(const QJsonObject &from, OverviewShare &share)
{
    share.id = from[u"id"_s].toString();
    share.name = from[u"name"_s].toString();
    share.bytes = number(from[u"bytes"_s]);
    share.count = number(from[u"count"_s]);
}

void read(const QJsonObject &from, OverviewExpiry &expiry)
{
    expiry.kind = kindOf(from[u"kind"_s]);
    expiry.purpose = from[u"purpose"_s].toString();
    expiry.from = number(from[u"from"_s]);
    expiry.to = number(from[u"to"_s]);
    expiry.soonest = number(from[u"soonest"_s]);
    expiry.count = from[u"count"_s].toInt();
    expiry.bytes = number(from[u"bytes"_s]);
    expiry.key = from[u"key"_s].toString();
    expiry.name = from[u"name"_s].toString();
}

void read(const QJsonObject &from, OverviewTrouble &trouble)
{
    trouble.storeId = from[u"store"_s].toString();
    trouble.name = from[u"name"_s].toString();
    trouble.failed = number(from[u"failed"_s]);
}

template <typename T> QJsonArray list(const QList<T> &values)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(json(value));
    return array;
}

template <typename T> QList<T> list(const QJsonValue &array)
{
    QList<T> values;
    const QJsonArray entries = array.toArray();
    for (const QJsonValue &entry : entries) {
        if (!entry.isObject() || values.size() >= OverviewFigures::mostRows)
            continue;
        T value;
        read(entry.toObject(), value);
        values << value;
    }
    return values;
}

} // namespace

bool OverviewJob::isCancelled() const
{
    return status == "cancelled"_L1 || status == "canceled"_L1; // runs have it in either spelling
}

QJsonObject OverviewFigures::toJson() const
{
    QJsonArray missing;
    for (const ObjectKind kind : unavailable)
        missing.append(kindValue(kind));
    // A thousand running jobs are not worth a second each time the program starts.
    return {{u"counted"_s, number(countedAt)},
            {u"since"_s, number(since)},
            {u"known"_s, number(knownAt)},
            {u"running"_s, list(running.first(std::min<qsizetype>(running.size(), mostRows)))},
            {u"ended"_s, list(ended)},
            {u"ended_count"_s, endedCount},
            {u"failed_count"_s, failedCount},
            {u"troubled"_s, list(troubled)},
            {u"files_added"_s, number(filesAdded)},
            {u"files"_s, number(files)},
            {u"file_bytes"_s, number(fileBytes)},
            {u"purposes"_s, list(purposes)},
            {u"stores"_s, list(stores)},
            {u"store_count"_s, number(storeCount)},
            {u"store_bytes"_s, number(storeBytes)},
            {u"orphans"_s, number(orphans)},
            {u"orphan_bytes"_s, number(orphanBytes)},
            {u"expiring"_s, list(expiring)},
            {u"troubles"_s, list(troubles)},
            {u"batches"_s, number(batches)},
            {u"evals"_s, number(evals)},
            {u"runs"_s, number(runs)},
            {u"jobs"_s, number(jobs)},
            {u"unavailable"_s, missing}};
}

OverviewFigures OverviewFigures::fromJson(const QJsonObject &from)
{
    OverviewFigures figures;
    figures.countedAt = number(from[u"counted"_s]);
    figures.since = number(from[u"since"_s]);
    figures.knownAt = number(from[u"known"_s]);
    figures.running = list<RunningJob>(from[u"running"_s]);
    figures.ended = list<OverviewJob>(from[u"ended"_s]);
    figures.endedCount = from[u"ended_count"_s].toInt();
    figures.failedCount = from[u"failed_count"_s].toInt();
    figures.troubled = list<OverviewJob>(from[u"troubled"_s]);
    figures.filesAdded = number(from[u"files_added"_s]);
    figures.files = number(from[u"files"_s]);
    figures.fileBytes = number(from[u"file_bytes"_s]);
    figures.purposes = list<OverviewShare>(from[u"purposes"_s]);
    figures.stores = list<OverviewShare>(from[u"stores"_s]);
    figures.storeCount = number(from[u"store_count"_s]);
    figures.storeBytes = number(from[u"store_bytes"_s]);
    figures.orphans = from.contains(u"orphans"_s) ? number(from[u"orphans"_s]) : -1;
    figures.orphanBytes = from.contains(u"orphan_bytes"_s) ? number(from[u"orphan_bytes"_s]) : -1;
    figures.expiring = list<OverviewExpiry>(from[u"expiring"_s]);
    figures.troubles = list<OverviewTrouble>(from[u"troubles"_s]);
    figures.batches = number(from[u"batches"_s]);
    figures.evals = number(from[u"evals"_s]);
    figures.runs = number(from[u"runs"_s]);
    figures.jobs = number(from[u"jobs"_s]);
    const QJsonArray missing = from[u"unavailable"_s].toArray();
    for (const QJsonValue &kind : missing)
        figures.unavailable << kindOf(kind);
    return figures;
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "overviewrows.h"

#include "base/format.h"
#include "overview/changesmodel.h"
#include "overview/visit.h"
#include "stores/storagecost.h"
#include "transfers/transferqueue.h"
#include "watch/progresstracks.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSet>

#include <algorithm>
#include <utility>

namespace odc::overviewrows {

using namespace Qt::StringLiterals;

namespace {

using State = TransferRecord::State;

/// The words of this file.
struct Overview
{
    Q_DECLARE_TR_FUNCTIONS(Overview)
};

constexpr qint64 day = 24 * 3600;
/// The longest name a row has use for.
constexpr int longestName = 120;

QString nameOf(const QString &name, const QString &key)
{
    return format::oneLine(name.isEmpty() ? key : name, longestName);
}

/// As the list of stores calls them.
QString storeName(const QString &name, const QString &key)
{
    return name.isEmpty() || name == key ? Overview::tr("(no name)") : nameOf(name, key);
}

QString titleOf(ObjectKind kind, const QString &name, const QString &key)
{
    const QString what = nameOf(name, key);
    switch (kind) {
    case ObjectKind::File:
        return Overview::tr("File %1").arg(what);
    case ObjectKind::Batch:
        return Overview::tr("Batch %1").arg(what);
    case ObjectKind::Store:
        return Overview::tr("Store %1").arg(storeName(name, key));
    case ObjectKind::StoreFile:
        return Overview::tr("File %1").arg(what);
    case ObjectKind::Eval:
        return Overview::tr("Eval %1").arg(what);
    case ObjectKind::EvalRun:
        return Overview::tr("Eval run %1").arg(what);
    case ObjectKind::Job:
        return Overview::tr("Fine-tuning %1").arg(what);
    case ObjectKind::Checkpoint:
    case ObjectKind::Model:
        break;
    }
    return what;
}

QString rowId(ObjectKind kind, const QString &key)
{
    return QString::number(int(kind)) + u'/' + key;
}

CellProgress barOf(qint64 done, qint64 failed, qint64 total)
{
    CellProgress bar;
    const double whole = double(std::max({total, done + failed, qint64(1)}));
    bar.done = double(done + failed) / whole;
    bar.failed = double(failed) / whole;
    return bar;
}

QString leftText(qint64 seconds)
{
    return seconds < 0 ? QString()
                       : Overview::tr("%1 left", "a length of time").arg(format::duration(seconds));
}

/// What has stood still for hours does so by the hour: minutes would take the room of the name.
qint64 wholeHours(qint64 seconds)
{
    constexpr qint64 hour = 3600;
    return seconds < hour ? seconds : seconds - seconds % hour;
}

/// How long it takes, or why nobody can say.
QString standText(const RunningJob &job)
{
    if (job.isPaused())
        return Overview::tr("paused", "a job");
    const bool isStuck = !job.stuck.isEmpty();
    if (job.secondsLeft > 0 && !isStuck)
        return leftText(job.secondsLeft);
    // Jobs that count nothing are seen to move only now and then.
    if (job.stillSeconds >= ProgressTracks::longStandstill && (job.total > 0 || isStuck))
        return Overview::tr("no progress for %1", "a length of time").arg(format::duration(wholeHours(job.stillSeconds)));
    return isStuck ? Overview::tr("stuck", "a job") : QString();
}

QString countText(qint64 done, qint64 total)
{
    return total > 0 ? Overview::tr("%1 of %2").arg(format::number(done), format::number(total)) : QString();
}

OverviewRow rowOfTransfer(const TransferStatus &status)
{
    const TransferRecord &record = status.record;
    OverviewRow row;
    row.id = u"transfer/"_s + record.id;
    row.tone = Tone::Running;
    const QString name = format::oneLine(record.name, longestName);
    row.text =
        record.isUpload() ? Overview::tr("Upload %1").arg(name) : Overview::tr("Download %1").arg(name);
    row.bar = barOf(status.bytesDone, 0, record.size);
    row.value = record.state == State::Queued ? Overview::tr("waits") : leftText(status.secondsLeft);
    row.note = format::size(record.size);
    row.target = {u"transfers"_s, record.id, {}};
    return row;
}

/// A term of a filter that wants just this.
QString equals(const QString &field, const QString &value)
{
    const bool blank = std::any_of(value.cbegin(), value.cend(), [](QChar c) { return c.isSpace(); });
    return field + u'=' + (blank ? u'"' + value + u'"' : value);
}

QString moment(qint64 unixSeconds)
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(unixSeconds);
    const QString local = time.toString(Qt::ISODate);
    // An hour that a change of the clocks repeats is there twice.
    return QDateTime::fromString(local, Qt::ISODate).toSecsSinceEpoch() == unixSeconds
               ? local
               : time.toUTC().toString(Qt::ISODate);
}

/// The filter that leaves what runs, so that it goes on to say so of what moves on to its next state: these
/// states, and those that were met.
QString statesFilter(const QSet<QString> &met, QStringList running)
{
    QStringList others(met.cbegin(), met.cend());
    others.sort();
    for (const QString &state : std::as_const(others)) {
        const bool isWord = std::all_of(state.cbegin(), state.cend(), [](QChar c) {
            return c.isLetterOrNumber() || c == u'_' || c == u'-';
        });
        if (isWord && !state.isEmpty() && !running.contains(state))
            running << state;
    }
    return u"status="_s + running.join(u',');
}

OverviewTarget expiryTarget(const OverviewExpiry &expiry, int days, qint64 now)
{
    if (expiry.count == 1)
        return objectTarget(expiry.kind, expiry.key);
    QStringList terms;
    if (expiry.kind == ObjectKind::File && !expiry.purpose.isEmpty())
        terms << equals(u"purpose"_s, expiry.purpose);
    // What has expired already is listed until it is removed, and is not counted here.
    terms << (expiry.from <= now ? u"expires>0s"_s : u"expires>="_s + moment(expiry.from));
    terms << (expiry.to > now + days * day ? u"expires<%1d"_s.arg(days) : u"expires<"_s + moment(expiry.to));
    return {ChangesModel::pageOf(expiry.kind), {}, terms.join(u' ')};
}

} // namespace

OverviewTarget objectTarget(ObjectKind kind, const QString &key)
{
    // A file in a store is shown with its store.
    return {ChangesModel::pageOf(kind), kind == ObjectKind::StoreFile ? key.section(u'/', 0, 0) : key, {}};
}

QString visitHint()
{
    return Overview::tr("A visit ends when this window is left, or closed, for longer than %Ln minute(s).", nullptr,
                        int(Visit::momentSeconds / 60));
}

OverviewTarget filesSince(qint64 since)
{
    return {u"files"_s, {}, u"created>="_s + moment(since)};
}

QList<OverviewRow> running(const OverviewFigures &figures, const TransferQueue &transfers, qint64 now)
{
    QList<OverviewRow> rows;
    for (const RunningJob &job : figures.running) {
        OverviewRow row;
        row.id = rowId(job.kind, job.key);
        row.tone = job.stuck.isEmpty() && !job.isPaused() ? Tone::Running : Tone::Attention;
        row.text = titleOf(job.kind, job.name, job.key);
        row.toolTip = job.stuck;
        if (job.total > 0)
            row.bar = barOf(job.done, job.failed, job.total);
        else if (job.finishAt > now && job.startedAt > 0 && job.startedAt < now)
            row.bar = barOf(now - job.startedAt, 0, job.finishAt - job.startedAt);
        row.value = standText(job);
        row.note = countText(job.done + job.failed, job.total);
        row.target = objectTarget(job.kind, job.key);
        rows << row;
        if (rows.size() >= OverviewFigures::mostRows)
            return rows;
    }
    const QStringList ids = transfers.ids();
    for (const QString &id : ids) {
        if (rows.size() < OverviewFigures::mostRows && transfers.record(id).isActive())
            rows << rowOfTransfer(transfers.status(id));
    }
    return rows;
}

QList<Part> runningParts(const OverviewFigures &figures, const TransferQueue &transfers)
{
    QMap<ObjectKind, QSet<QString>> states;
    QMap<ObjectKind, int> counts;
    int paused = 0;
    for (const RunningJob &job : figures.running) {
        if (job.isPaused()) {
            ++paused;
            continue;
        }
        const ObjectKind kind = job.kind == ObjectKind::StoreFile ? ObjectKind::Store : job.kind;
        ++counts[kind];
        states[kind].insert(job.status);
    }
    QList<Part> parts;
    if (const int count = counts.value(ObjectKind::Batch))
        parts << Part{Overview::tr("%Ln batch(es)", nullptr, count),
                      {u"batches"_s,
                       {},
                       statesFilter(states[ObjectKind::Batch],
                                    {u"validating"_s, u"in_progress"_s, u"finalizing"_s, u"cancelling"_s})}};
    if (const int count = counts.value(ObjectKind::EvalRun))
        parts << Part{
            Overview::tr("%Ln eval run(s)", nullptr, count),
            {u"evals"_s, {}, statesFilter(states[ObjectKind::EvalRun], {u"queued"_s, u"in_progress"_s})}};
    if (const int count = counts.value(ObjectKind::Job))
        parts << Part{Overview::tr("%Ln fine-tuning job(s)", nullptr, count),
                      {u"finetuning"_s,
                       {},
                       statesFilter(states[ObjectKind::Job],
                                    {u"validating_files"_s, u"queued"_s, u"running"_s})}};
    if (const int count = counts.value(ObjectKind::Store))
        parts << Part{Overview::tr("%Ln store(s) indexing", nullptr, count),
                      {u"stores"_s, {}, u"state=in_progress"_s}};
    if (const int count = transfers.counts().active)
        parts << Part{Overview::tr("%Ln transfer(s)", nullptr, count),
                      {u"transfers"_s,
                       {},
                       u"-state=completed -state=cancelled -state=failed -state=paused -state=unknown"_s}};
    if (paused > 0)
        parts << Part{Overview::tr("%Ln paused", "jobs", paused), {u"finetuning"_s, {}, u"status=paused"_s}};
    return parts;
}

QList<OverviewRow> needs(const OverviewFigures &figures, const QList<WatchEvent> &attention,
                         const TransferQueue &transfers, qint64 now)
{
    QList<OverviewRow> rows;
    QSet<QString> ids;
    const auto add = [&](OverviewRow row) {
        if (ids.contains(row.id) || rows.size() >= OverviewFigures::mostRows)
            return;
        ids.insert(row.id);
        row.toolTip = row.text;
        rows << row;
    };
    for (const OverviewJob &job : figures.troubled) {
        OverviewRow row;
        row.id = rowId(job.kind, job.key);
        row.tone = job.bad ? Tone::Failed : Tone::Attention;
        row.target = objectTarget(job.kind, job.key);
        const QString title = titleOf(job.kind, job.name, job.key);
        // Of a batch whose requests all failed that is the reason.
        const bool requestsSay = job.kind == ObjectKind::Batch && job.reason.isEmpty() && job.failed > 0;
        if (!job.bad || requestsSay)
            row.text = Overview::tr("%1: %2 of %3 requests failed")
                           .arg(title, format::number(job.failed), format::number(job.total));
        else if (job.reason.isEmpty())
            row.text = Overview::tr("%1 failed").arg(title);
        else
            row.text = Overview::tr("%1 failed: %2").arg(title, format::oneLine(job.reason));
        add(row);
    }
    QSet<QString> about;
    for (const WatchEvent &event : attention) {
        OverviewRow row;
        const bool isTransfer = transfers.contains(event.key);
        row.id = rowId(event.objectKind, event.key);
        about.insert(row.id);
        row.id += u'/' + QString::number(int(event.kind)); // several things may be said of one
        row.tone = event.kind == WatchEvent::Kind::Failed ? Tone::Failed : Tone::Attention;
        row.text = Overview::tr("%1: %2", "an object, and what is said of it")
                       .arg(titleOf(event.objectKind, event.name, event.key), format::oneLine(event.text));
        row.target = isTransfer ? OverviewTarget{u"transfers"_s, event.key, {}}
                                : objectTarget(event.objectKind, event.key);
        add(row);
    }
    // Figures of an earlier run have what nobody watches yet.
    for (const OverviewTrouble &trouble : figures.troubles) {
        OverviewRow row;
        row.id = rowId(ObjectKind::Store, trouble.storeId);
        if (about.contains(row.id))
            continue;
        row.tone = Tone::Attention;
        row.text = Overview::tr("%Ln file(s) failed in %1", nullptr,
                                int(std::min<qint64>(trouble.failed, 1'000'000'000)))
                       .arg(storeName(trouble.name, trouble.storeId));
        row.target = objectTarget(ObjectKind::Store, trouble.storeId);
        add(row);
    }
    int failed = 0;
    int unknown = 0;
    const QStringList all = transfers.ids();
    for (const QString &id : all) {
        failed += transfers.record(id).state == State::Failed;
        unknown += transfers.record(id).state == State::Unknown;
    }
    if (failed > 0)
        add({u"transfers/failed"_s,
             0,
             Tone::Failed,
             Overview::tr("%Ln transfer(s) failed", nullptr, failed),
             {},
             {},
             {},
             {-1},
             {u"transfers"_s, {}, u"state=failed"_s}});
    if (unknown > 0)
        add({u"transfers/unknown"_s,
             0,
             Tone::Attention,
             Overview::tr("Of %Ln upload(s) nobody knows whether they arrived", nullptr, unknown),
             {},
             {},
             {},
             {-1},
             {u"transfers"_s, {}, u"state=unknown"_s}});
    for (const OverviewExpiry &expiry : figures.expiring) {
        // What is lost with a store cannot be had back from the files of this computer.
        if (expiry.kind != ObjectKind::Store || expiry.count != 1 || expiry.soonest - now > 2 * day ||
            about.contains(rowId(expiry.kind, expiry.key)))
            continue;
        OverviewRow row;
        row.id = u"expires/"_s + expiry.key;
        row.tone = Tone::Attention;
        row.text = Overview::tr("%1 expires %2", "a store, and 'in 2 days'")
                       .arg(titleOf(expiry.kind, expiry.name, expiry.key),
                            format::relativeTime(expiry.soonest, now));
        row.target = objectTarget(expiry.kind, expiry.key);
        add(row);
    }
    return rows;
}

QList<OverviewRow> purposes(const OverviewFigures &figures)
{
    QList<OverviewRow> rows;
    const qint64 most = figures.purposes.isEmpty() ? 0 : figures.purposes.first().bytes;
    for (const OverviewShare &share : figures.purposes) {
        OverviewRow row;
        row.id = u"purpose/"_s + share.id;
        row.text = share.id.isEmpty() ? Overview::tr("(no purpose)") : format::oneLine(share.id, longestName);
        row.bar = barOf(share.bytes, 0, most);
        row.value = format::size(share.bytes);
        row.note = Overview::tr("%Ln file(s)", nullptr, int(share.count));
        row.toolTip = format::exactSize(share.bytes);
        if (!share.id.isEmpty())
            row.target = {u"files"_s, {}, equals(u"purpose"_s, share.id)};
        rows << row;
    }
    return rows;
}

QList<OverviewRow> stores(const OverviewFigures &figures, const StoragePrice &price)
{
    QList<OverviewRow> rows;
    const qint64 most = figures.stores.isEmpty() ? 0 : figures.stores.first().bytes;
    for (const OverviewShare &share : figures.stores) {
        OverviewRow row;
        row.id = u"store/"_s + share.id;
        row.text = storeName(share.name, share.id);
        row.bar = barOf(share.bytes, 0, most);
        row.value = format::size(share.bytes);
        row.note = Overview::tr("%Ln file(s)", nullptr, int(share.count));
        row.toolTip = Overview::tr("%1, %2 a day", "size and cost")
                          .arg(format::exactSize(share.bytes),
                               moneyText(storageCostShare(share.bytes, figures.storeBytes, price)));
        if (share.name.isEmpty())
            row.toolTip.prepend(share.id + u'\n'); // what it can be told by
        row.target = objectTarget(ObjectKind::Store, share.id);
        rows << row;
    }
    return rows;
}

QList<OverviewRow> expiring(const OverviewFigures &figures, int days, qint64 now)
{
    QList<OverviewRow> rows;
    for (const OverviewExpiry &expiry : figures.expiring) {
        OverviewRow row;
        row.id =
            QString::number(int(expiry.kind)) + u'/' + expiry.purpose + u'/' + QString::number(expiry.from);
        if (expiry.count == 1)
            row.text = expiry.kind == ObjectKind::Store ? titleOf(expiry.kind, expiry.name, expiry.key)
                                                        : nameOf(expiry.name, expiry.key);
        else if (expiry.kind == ObjectKind::Store)
            row.text = Overview::tr("%Ln vector store(s)", nullptr, expiry.count);
        else if (expiry.purpose.isEmpty())
            row.text = Overview::tr("%Ln file(s)", nullptr, expiry.count);
        else
            row.text = Overview::tr("%Ln file(s) for %1", "a purpose", expiry.count)
                           .arg(format::oneLine(expiry.purpose, longestName));
        row.tone = expiry.soonest - now < day ? Tone::Attention : Tone::None;
        row.value = format::relativeTime(expiry.soonest, now);
        row.note = format::size(expiry.bytes);
        row.toolTip = format::exactTime(expiry.soonest);
        row.target = expiryTarget(expiry, days, now);
        rows << row;
    }
    return rows;
}

QList<OverviewRow> ended(const OverviewFigures &figures, qint64 now)
{
    QList<OverviewRow> rows;
    for (const OverviewJob &job : figures.ended) {
        OverviewRow row;
        row.id = rowId(job.kind, job.key);
        row.tone = job.bad                               ? Tone::Failed
                   : job.isPartly() || job.isCancelled() ? Tone::Attention
                                                         : Tone::Fine;
        row.text = titleOf(job.kind, job.name, job.key);
        row.value = outcomeText(job.kind, job.done, job.total);
        if (job.bad)
            row.value = Overview::tr("failed");
        else if (job.isCancelled())
            row.value = Overview::tr("cancelled");
        else if (row.value.isEmpty())
            row.value = Overview::tr("ended well");
        row.note = format::relativeTime(job.endedAt, now);
        row.toolTip = job.endKnown ? format::exactTime(job.endedAt)
                                   : Overview::tr("Created %1. Nobody saw when it ended.", "a time")
                                         .arg(format::exactTime(job.endedAt));
        if (!job.reason.isEmpty())
            row.toolTip = format::severalLines(job.reason);
        row.target = objectTarget(job.kind, job.key);
        rows << row;
    }
    return rows;
}

} // namespace odc::overviewrows

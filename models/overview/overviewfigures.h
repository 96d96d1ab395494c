// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/indexedobject.h"
#include "watch/watchevent.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace odc {

/// A batch, an eval run or a fine-tuning job that has ended.
struct OverviewJob
{
    ObjectKind kind = ObjectKind::Batch;
    QString key;
    QString name;
    QString status; ///< the wire's word
    QString reason;
    qint64 done = 0;
    qint64 failed = 0;
    qint64 total = 0;
    qint64 endedAt = 0;   ///< unix seconds; of what does not say so, when it was seen
    bool endKnown = true; ///< false: `endedAt` is when it was created
    bool bad = false;     ///< see IndexedObject::hasFailed()

    /// It came to no end of its own.
    bool isCancelled() const;
    /// A batch that ended without some of its answers.
    bool isPartly() const { return !bad && kind == ObjectKind::Batch && failed > 0; }
    /// An eval run whose items fail does what it is there for.
    bool needsSomebody() const { return bad || isPartly(); }
    friend bool operator==(const OverviewJob &, const OverviewJob &) = default;
};

/// A part of what is stored: files of one purpose, or a vector store.
struct OverviewShare
{
    QString id; ///< the purpose, or the store's
    QString name;
    qint64 bytes = 0;
    qint64 count = 0; ///< files
    friend bool operator==(const OverviewShare &, const OverviewShare &) = default;
};

/// What expires on one day: files of one purpose, or vector stores.
struct OverviewExpiry
{
    ObjectKind kind = ObjectKind::File;
    QString purpose; ///< of files
    qint64 from = 0; ///< the day in local time: unix seconds of its begin, and of the next one's
    qint64 to = 0;
    qint64 soonest = 0;
    int count = 0;
    qint64 bytes = 0;
    QString key; ///< of the only one
    QString name;
    friend bool operator==(const OverviewExpiry &, const OverviewExpiry &) = default;
};

/// Files that a vector store could not take.
struct OverviewTrouble
{
    QString storeId;
    QString name;
    qint64 failed = 0;
    friend bool operator==(const OverviewTrouble &, const OverviewTrouble &) = default;
};

/// What the overview says of a profile: numbers, and the first rows behind them. A value; holds no content of
/// files and no key.
struct OverviewFigures
{
    qint64 countedAt = 0; ///< unix seconds; 0: nothing was counted yet
    qint64 since = 0;     ///< what "ended", "failed" and "added" count from
    qint64 knownAt =
        0; ///< when the list that was read longest ago was last read to its end; 0: not all were, ever

    QList<RunningJob> running;
    QList<OverviewJob> ended; ///< newest first, at most mostRows
    int endedCount = 0;
    int failedCount = 0;
    /// Those that ended badly or in part, newest first, at most mostRows: since then, and of the last day.
    QList<OverviewJob> troubled;
    qint64 filesAdded = 0;

    qint64 files = 0;
    qint64 fileBytes = 0;
    QList<OverviewShare> purposes; ///< largest first
    QList<OverviewShare> stores;   ///< largest first, at most mostRows
    qint64 storeCount = 0;
    qint64 storeBytes = 0; ///< that are charged for
    qint64 orphans = -1;   ///< files that nothing names; -1: not known, since not everything was read
    qint64 orphanBytes = -1;
    QList<OverviewExpiry> expiring; ///< soonest first
    QList<OverviewTrouble> troubles;

    qint64 batches = 0;
    qint64 evals = 0;
    qint64 runs = 0;
    qint64 jobs = 0;
    QList<ObjectKind> unavailable;

    static constexpr int mostRows = 200;

    bool isEmpty() const { return files + batches + evals + runs + jobs + storeCount == 0; }
    QJsonObject toJson() const;
    /// What makes no sense in it is left out.
    static OverviewFigures fromJson(const QJsonObject &json);
    friend bool operator==(const OverviewFigures &left, const OverviewFigures &right)
    {
        return left.toJson() == right.toJson();
    }
};

} // namespace odc

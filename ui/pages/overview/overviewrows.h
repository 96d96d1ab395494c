// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overview/overviewfigures.h"
#include "overview/overviewrowsmodel.h"

#include <optional>

namespace odc {

class TransferQueue;
struct StoragePrice;

/// The rows of the overview, in words, each with where it leads to. Pure, but for the transfers, which are
/// asked.
namespace overviewrows {

QList<OverviewRow> running(const OverviewFigures &figures, const TransferQueue &transfers, qint64 now);
QList<OverviewRow> needs(const OverviewFigures &figures, const QList<WatchEvent> &attention,
                         const TransferQueue &transfers, qint64 now);
QList<OverviewRow> purposes(const OverviewFigures &figures);
QList<OverviewRow> stores(const OverviewFigures &figures, const StoragePrice &price);
QList<OverviewRow> expiring(const OverviewFigures &figures, int days, qint64 now);
QList<OverviewRow> ended(const OverviewFigures &figures, qint64 now);

/// A number with its word, and the list behind it.
struct Part
{
    QString text;
    OverviewTarget target;
};
/// "3 batches", "1 eval run", "2 transfers": what runs, by kind.
QList<Part> runningParts(const OverviewFigures &figures, const TransferQueue &transfers);
/// What is meant by the last visit.
QString visitHint();
/// Files that came since then.
OverviewTarget filesSince(qint64 since);
/// The page of an object and its id there.
OverviewTarget objectTarget(ObjectKind kind, const QString &key);

} // namespace overviewrows
} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overview/overviewfigures.h"

#include <QHash>
#include <QMap>

#include <utility>

namespace odc {

class ObjectIndex;

/// What is counted by, beside the objects.
struct OverviewFrame
{
    qint64 now = 0;
    qint64 since = 0;
    int expiresDays = 7;
};

/// When a batch, eval run or fine-tuning job ended; 0: it runs, or nobody knows.
qint64 endOf(const IndexedObject &object, const OverviewFrame &frame);
/// What ended since frame.since, newest first, at most `most`.
QList<OverviewJob> endedJobs(const ObjectIndex &index, const OverviewFrame &frame, qsizetype most);

/// Sums objects up, one after the other, so that many of them can be counted a few at a time.
class OverviewCount
{
public:
    explicit OverviewCount(OverviewFrame frame);

    /// The kinds that are counted.
    static QList<ObjectKind> kinds();
    /// `used`: of a file, whether anything names it.
    void add(const IndexedObject &object, bool used);
    /// `orphansKnown`: everything that can name a file was read.
    OverviewFigures figures(bool orphansKnown) const;

private:
    void addFile(const IndexedObject &file, bool used);
    void addStore(const IndexedObject &store);
    void addJob(const IndexedObject &object);
    void addExpiry(const IndexedObject &object, const QString &purpose);

    OverviewFrame m_frame;
    OverviewFigures m_figures;
    QHash<QString, OverviewShare> m_purposes;
    QList<OverviewShare> m_stores;
    QList<OverviewJob> m_ended;
    QMap<std::pair<qint64, QString>, OverviewExpiry> m_expiring; ///< by day, and kind and purpose
    qint64 m_orphans = 0;
    qint64 m_orphanBytes = 0;
};

/// Whether everything was read that can name a file; areas that are not there need not be.
bool usesAreKnown(const ObjectIndex &index, const QList<ObjectKind> &unavailable);
/// When the list that was read longest ago was last read; 0: one never was.
qint64 listsKnownAt(const ObjectIndex &index, const QList<ObjectKind> &unavailable);

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overview/overviewcount.h"

#include <QObject>

#include <memory>

class QTimer;

namespace odc {

class Clock;
class JobWatch;
class ObjectIndex;

/// Keeps the figures of the overview in step with what is known of a profile: objects are counted a few
/// thousand a turn of the event loop, again some time after they changed, and never more than that costs.
/// Until the first count ends, the figures of an earlier run may be shown. Makes no request. GUI thread.
class OverviewTally final : public QObject
{
    Q_OBJECT
public:
    OverviewTally(ObjectIndex &index, JobWatch &watch, Clock &clock, QObject *parent = nullptr);
    ~OverviewTally() override;

    /// What "ended", "failed" and "added" count from.
    void setSince(qint64 unixSeconds);
    void setExpiresDays(int days);
    /// Of an earlier run; shown until something newer is known.
    void setSnapshot(const OverviewFigures &figures);

    const OverviewFigures &figures() const { return m_figures; }
    /// Everything that is known is in them.
    bool isCurrent() const;
    /// The figures are those of an earlier run.
    bool isSnapshot() const { return m_snapshot; }
    /// Whether somebody sees the figures; it is so until it is said otherwise. While nobody does, they are
    /// counted once in a while, and only when something changed.
    void setLookedAt(bool lookedAt);
    /// What is counted by at the moment.
    OverviewFrame frame() const;

Q_SIGNALS:
    void changed();

private:
    void touch();
    void begin();
    void step();
    void publish();

    ObjectIndex &m_index;
    JobWatch &m_watch;
    Clock &m_clock;
    OverviewFigures m_figures;
    bool m_snapshot = false;
    bool m_isLookedAt = true;
    qint64 m_since = 0;
    int m_expiresDays = 7;
    QTimer *m_due;
    QTimer *m_step;
    QTimer *m_day;                          ///< what expires, and how long ago things were, changes by itself
    std::unique_ptr<OverviewCount> m_count; ///< under way
    int m_kind = 0;                         ///< place in OverviewCount::kinds()
    size_t m_next = 0;                      ///< object of that kind
    bool m_stale = false;                   ///< something changed while it was counted
    int m_restarts = 0;
};

} // namespace odc

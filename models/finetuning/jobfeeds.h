// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/finetuningjob.h"
#include "base/call.h"
#include "finetuning/jobprogress.h"

#include <QHash>
#include <QObject>

#include <vector>

namespace odc {

class JobFeed;
class Session;

/// The feeds of the jobs that are looked at, one of them or several laid over each other. A feed whose job is
/// not looked at any more stops; the last few are kept as they are, so that coming back takes no second
/// reading. Of the other jobs that run it learns at times how far they are. GUI thread.
class JobFeeds : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostFollowed = 10;

    explicit JobFeeds(Session &session, QObject *parent = nullptr);
    ~JobFeeds() override;

    /// These are looked at from now on, no more than mostFollowed; of `current` the events are read, too.
    /// Starts reading.
    void follow(const QList<FineTuningJob> &jobs, const QString &current);
    /// Null: it is not looked at.
    JobFeed *feed(const QString &jobId) const;
    const QStringList &followed() const { return m_followed; }

    /// Asks for what is new of all jobs that are looked at, and how far some of `others` are.
    void look(const QList<FineTuningJob> &others);
    /// The same, also for what could not be had before.
    void refresh(const QList<FineTuningJob> &others);
    /// Nobody sees them: what is under way ends; look() goes on.
    void stop();
    /// Jobs as they are now; those that have no feed are nothing to it.
    void setJobs(const QList<FineTuningJob> &jobs);

Q_SIGNALS:
    /// Of a job that is looked at, or was glanced at.
    void progressed(const QString &jobId, const odc::JobProgress &progress);
    /// More is in the metrics of a job that is looked at.
    void measured(const QString &jobId);
    /// Something of a job that is looked at begins to be read, or has been.
    void readingChanged();

private:
    void glance(const QList<FineTuningJob> &jobs);
    void trim();

    Session &m_session;
    QHash<QString, JobFeed *> m_feeds;
    QStringList m_order;    ///< of all feeds, those looked at last first
    QStringList m_followed; ///< as they were given
    std::vector<Call> m_glances;
    QHash<QString, QString> m_standing; ///< status of jobs that stood still when they were glanced at
    qsizetype m_next = 0;               ///< whose turn it is
};

} // namespace odc

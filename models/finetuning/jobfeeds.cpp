// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobfeeds.h"

#include "api/session.h"
#include "finetuning/jobfeed.h"

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// Feeds that are kept though nobody looks at them: a person goes up and down a list.
constexpr qsizetype mostKept = 4;
/// Jobs that are glanced at with one look, and events asked for: those between two steps among them.
constexpr qsizetype glancesAtOnce = 4;
constexpr int glanceSize = 20;

bool isWorthAGlance(const FineTuningJob &job)
{
    return job.status == "running"_L1 || job.status == "paused"_L1 || job.status == "failed"_L1 ||
           job.status == "cancelled"_L1;
}

} // namespace

JobFeeds::JobFeeds(Session &session, QObject *parent) : QObject(parent), m_session(session) {}

JobFeeds::~JobFeeds()
{
    for (Call &call : m_glances)
        call.cancel();
}

void JobFeeds::follow(const QList<FineTuningJob> &jobs, const QString &current)
{
    QStringList followed;
    for (const FineTuningJob &job : jobs.first(std::min<qsizetype>(mostFollowed, jobs.size())))
        followed << job.id;
    for (const QString &id : std::as_const(m_followed)) {
        if (!followed.contains(id))
            m_feeds.value(id)->stop();
    }
    for (const FineTuningJob &job : jobs.first(followed.size())) {
        JobFeed *&feed = m_feeds[job.id];
        const bool isNew = !m_followed.contains(job.id);
        if (!feed) {
            feed = new JobFeed(m_session, job, this);
            connect(feed, &JobFeed::progressChanged, this,
                    [this, feed] { Q_EMIT progressed(feed->job().id, feed->progress()); });
            connect(feed, &JobFeed::metricsChanged, this, [this, feed] { Q_EMIT measured(feed->job().id); });
            connect(feed, &JobFeed::eventsStateChanged, this, &JobFeeds::readingChanged);
            connect(feed, &JobFeed::resultsChanged, this, &JobFeeds::readingChanged);
        }
        feed->setJob(job);
        const bool wanted = job.id == current;
        feed->setEventsWanted(wanted);
        if (isNew || wanted)
            feed->look();
        m_order.removeAll(job.id);
        m_order.prepend(job.id);
    }
    m_followed = followed;
    trim();
}

void JobFeeds::trim()
{
    while (m_order.size() > std::max(mostKept, m_followed.size())) {
        JobFeed *gone = m_feeds.take(m_order.takeLast());
        gone->disconnect(this);
        gone->stop();
        gone->deleteLater(); // it may be what speaks: a filter on progress deselects what has got on
    }
}

JobFeed *JobFeeds::feed(const QString &jobId) const
{
    return m_followed.contains(jobId) ? m_feeds.value(jobId) : nullptr;
}

void JobFeeds::setJobs(const QList<FineTuningJob> &jobs)
{
    for (const FineTuningJob &job : jobs) {
        if (JobFeed *feed = m_feeds.value(job.id); feed && !(feed->job() == job)) {
            feed->setJob(job);
            if (job.isFinished() && m_followed.contains(job.id))
                feed->look(); // its last words, without waiting for the next time
        }
    }
}

void JobFeeds::look(const QList<FineTuningJob> &others)
{
    for (const QString &id : std::as_const(m_followed))
        m_feeds.value(id)->look();
    glance(others);
}

void JobFeeds::refresh(const QList<FineTuningJob> &others)
{
    for (const QString &id : std::as_const(m_followed))
        m_feeds.value(id)->refresh();
    m_standing.clear();
    glance(others);
}

void JobFeeds::stop()
{
    for (const QString &id : std::as_const(m_followed))
        m_feeds.value(id)->stop();
    for (Call &call : m_glances)
        call.cancel();
    m_glances.clear();
}

void JobFeeds::glance(const QList<FineTuningJob> &jobs)
{
    std::erase_if(m_glances, [](const Call &call) { return !call.isRunning(); });
    QList<FineTuningJob> wanted;
    for (const FineTuningJob &job : jobs) {
        if (isWorthAGlance(job) && !m_followed.contains(job.id) && m_standing.value(job.id) != job.status)
            wanted.append(job);
    }
    const qsizetype count = std::min<qsizetype>(wanted.size(), glancesAtOnce - qsizetype(m_glances.size()));
    for (qsizetype i = 0; i < count; ++i) {
        const FineTuningJob job = wanted.at((m_next + i) % wanted.size());
        FineTuningListQuery query;
        query.limit = glanceSize;
        query.background = true;
        // A job that does not move is glanced at once, until it moves again.
        m_standing[job.id] = job.status == "running"_L1 ? QString() : job.status;
        m_glances.push_back(m_session.fineTuning().listEvents(
            job.id, query, this, [this, id = job.id](const Result<Page<FineTuningEvent>> &page) {
                if (!page)
                    return; // the next look will do
                EventLog log;
                log.take({}, page->items, page->hasMore);
                if (const JobProgress progress = JobProgress::of(log); progress.step)
                    Q_EMIT progressed(id, progress);
            }));
    }
    m_next += count;
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobfeed.h"

#include "api/session.h"
#include "base/background.h"

#include <algorithm>
#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 100;
/// Checkpoints have no list of what is new: an event speaks of each, and every so many looks they are asked
/// for anyway.
constexpr int looksForCheckpoints = 10;
constexpr qint64 mostResultsBytes = 64 * 1024 * 1024;
constexpr qint64 fewSteps = 3000;
constexpr int mostTries = 3;
constexpr int mostForgotten = 3;
constexpr int mostNothingNew = 3;
/// What older pages say goes into the metrics in stretches of this share of what is there: each time
/// everything that is made of them is made anew.
constexpr qsizetype stretchShare = 8;

bool isMetrics(const LoggedEvent &event)
{
    return event.type == "metrics"_L1;
}

/// A results file, and its rows by metric.
struct Measured
{
    Result<ResultsFile> results;
    MetricLog log;
};

} // namespace

JobFeed::JobFeed(Session &session, const FineTuningJob &job, QObject *parent)
    : QObject(parent), m_session(session), m_job(job), m_metrics(std::make_shared<MetricLog>())
{
}

JobFeed::~JobFeed()
{
    m_eventsCall.cancel();
}

void JobFeed::setJob(const FineTuningJob &job)
{
    const bool hasEnded = job.isFinished() && !m_job.isFinished();
    m_job = job;
    if (!hasEnded)
        return;
    // What happened between the last look and the end.
    m_headDue = true;
    m_checkpointsDue = true;
}

void JobFeed::setEventsWanted(bool wanted)
{
    m_eventsWanted = wanted;
}

bool JobFeed::areEventsNeeded() const
{
    if (m_eventsWanted || !m_job.isFinished() || m_job.resultFileIds.isEmpty())
        return true;
    // The files hold the numbers, but not when they were measured: where it does not take long, the events
    // say that.
    if (m_metrics->lastStep() && *m_metrics->lastStep() <= fewSteps)
        return true;
    return std::any_of(m_job.resultFileIds.cbegin(), m_job.resultFileIds.cend(), [this](const QString &id) {
        return m_results.value(id).state.stage == FeedState::Stage::Failed;
    });
}

bool JobFeed::isReading() const
{
    const bool results = std::any_of(m_results.cbegin(), m_results.cend(), [](const Results &file) {
        return file.state.stage == FeedState::Stage::Reading;
    });
    return m_eventsCall.isRunning() || m_checkpointsPager.isRunning() || results;
}

bool JobFeed::isSettled() const
{
    if (!m_job.isFinished() || !m_lastCheckpointsSeen)
        return false;
    if (areEventsNeeded() && !(m_endSeen && m_events.isWhole()))
        return false;
    return std::all_of(m_job.resultFileIds.cbegin(), m_job.resultFileIds.cend(), [this](const QString &id) {
        const Results file = m_results.value(id);
        return file.state.stage == FeedState::Stage::Ready || file.tries >= mostTries;
    });
}

void JobFeed::look()
{
    if (isSettled())
        return;
    if (!m_job.isFinished() || !m_endSeen)
        m_headDue = true;
    if (m_looks++ % looksForCheckpoints == 0 || (m_job.isFinished() && !m_lastCheckpointsSeen))
        m_checkpointsDue = true;
    m_forgotten = 0;
    m_nothingNew = 0;
    readResults();
    readCheckpoints();
    readOn();
}

void JobFeed::refresh()
{
    for (Results &file : m_results)
        file.tries = 0;
    m_endSeen = false;
    m_lastCheckpointsSeen = false;
    look();
}

void JobFeed::stop()
{
    m_eventsCall.cancel();
    m_checkpointsPager.stop();
    m_checkpointsDue = m_checkpointsDue || m_checkpointsState.stage == FeedState::Stage::Reading;
    m_headDue = true;
    ++m_round;
    for (Results &file : m_results) {
        if (file.state.stage != FeedState::Stage::Reading)
            continue;
        file.call.cancel();
        file.state = {};
        --file.tries; // it did not fail
    }
    addMeasured();
    for (FeedState *state : {&m_eventsState, &m_checkpointsState}) {
        if (state->stage == FeedState::Stage::Reading)
            state->stage = FeedState::Stage::Idle;
    }
}

void JobFeed::readOn()
{
    if (m_eventsCall.isRunning())
        return;
    if (!areEventsNeeded()) {
        addMeasured();
        return;
    }
    if (m_headDue) {
        // First of all: who watches sees what is new, however much is missing below.
        m_headDue = false;
        readEvents({});
    } else if (const QString missing = m_events.missingAfter(); missing.isEmpty()) {
        setEventsState({FeedState::Stage::Ready, {}});
    } else {
        readEvents(missing);
    }
}

void JobFeed::readEvents(const QString &after)
{
    FineTuningListQuery query;
    query.limit = pageSize;
    query.after = after;
    query.background = !m_events.isEmpty();
    setEventsState({FeedState::Stage::Reading, {}});
    const bool ended = m_job.isFinished();
    m_eventsCall = m_session.fineTuning().listEvents(
        m_job.id, query, this, [this, after, ended](const Result<Page<FineTuningEvent>> &page) {
            m_eventsCall = {};
            if (!page) {
                eventsFailed(after, page.error());
                return;
            }
            m_endSeen = m_endSeen || (after.isEmpty() && ended);
            takeEvents(after, *page);
        });
}

void JobFeed::takeEvents(const QString &after, const Page<FineTuningEvent> &page)
{
    const QString missing = m_events.missingAfter();
    // A server that does not say whether there is more is asked until a page is empty.
    const bool more = !page.items.isEmpty() && (page.tellsMore ? page.hasMore : true);
    const QList<LoggedEvent> added = m_events.take(after, page.items, more);
    QList<MetricRow> rows;
    for (const FineTuningEvent &event : page.items) {
        if (event.step) {
            if (const auto row = MetricRow::fromJson(event.raw.value("data"_L1).toObject(), event.createdAt))
                rows.append(*row);
        }
    }
    if (!added.isEmpty())
        m_measured += rows;
    if (!added.isEmpty())
        Q_EMIT eventsAdded(added);
    if (const QStringList dropped = m_events.takeDropped(); !dropped.isEmpty())
        Q_EMIT eventsDropped(dropped); // some of them may have come just now
    if (after.isEmpty() || m_measured.size() * stretchShare >= m_measuredRows)
        addMeasured();
    followProgress();
    if (after.isEmpty() && !std::all_of(added.cbegin(), added.cend(), isMetrics))
        m_checkpointsDue = true;
    readCheckpoints();

    const bool closer = !added.isEmpty() || m_events.missingAfter() != missing || after.isEmpty();
    m_nothingNew = closer ? 0 : m_nothingNew + 1;
    if (m_nothingNew > mostNothingNew) {
        setEventsState(
            {FeedState::Stage::Failed, ApiError::make(ApiError::Kind::BadResponse,
                                                      tr("The list goes round in a circle and has no end"))});
        return;
    }
    readOn();
}

void JobFeed::eventsFailed(const QString &after, const ApiError &error)
{
    const bool cursorGone =
        !after.isEmpty() && (error.kind == ApiError::Kind::NotFound || error.kind == ApiError::Kind::Invalid);
    if (cursorGone && m_forgotten < mostForgotten) {
        // The server does not know the event any more: on from the one above it. Should it be there after
        // all, it comes once more.
        ++m_forgotten;
        if (m_events.events().back().id == after) {
            // Nothing is left that what is missing would follow.
            m_headDue = true;
            m_endSeen = false;
        }
        m_events.forget(after);
        readOn();
        return;
    }
    m_headDue = true;
    setEventsState({FeedState::Stage::Failed, error});
}

void JobFeed::setEventsState(const FeedState &state)
{
    if (state.stage != FeedState::Stage::Reading)
        addMeasured();
    const bool same = state.stage == m_eventsState.stage && state.stage != FeedState::Stage::Failed;
    m_eventsState = state;
    if (!same)
        Q_EMIT eventsStateChanged();
}

void JobFeed::addMeasured()
{
    if (m_measured.isEmpty())
        return;
    m_measuredRows += m_measured.size();
    if (m_metrics->add(std::exchange(m_measured, {}), MetricSource::Event))
        Q_EMIT metricsChanged();
}

void JobFeed::readCheckpoints()
{
    if (!m_checkpointsDue || m_checkpointsPager.isRunning())
        return;
    m_checkpointsDue = false;
    m_comingCheckpoints.clear();
    const bool ended = m_job.isFinished();
    if (m_checkpoints.isEmpty()) {
        m_checkpointsState = {FeedState::Stage::Reading, {}};
        Q_EMIT checkpointsChanged();
    }
    const auto fetch = [this](const QString &after,
                              std::function<void(Result<Page<FineTuningCheckpoint>>)> done) {
        FineTuningListQuery query;
        query.limit = pageSize;
        query.after = after;
        query.background = true;
        return m_session.fineTuning().listCheckpoints(m_job.id, query, this, std::move(done));
    };
    Pager<FineTuningCheckpoint>::Events events;
    events.page = [this](const QList<FineTuningCheckpoint> &page) { m_comingCheckpoints += page; };
    events.finished = [this, ended] {
        m_lastCheckpointsSeen = m_lastCheckpointsSeen || ended;
        takeCheckpoints({});
    };
    events.failed = [this](const ApiError &error) { takeCheckpoints(error); };
    m_checkpointsPager.start(fetch, std::move(events));
}

void JobFeed::takeCheckpoints(const ApiError &error)
{
    if (error.kind != ApiError::Kind::None) {
        m_checkpointsDue = true; // at the next look
        m_checkpointsState = {FeedState::Stage::Failed, error};
        Q_EMIT checkpointsChanged();
        return;
    }
    const bool same =
        m_checkpointsState.stage == FeedState::Stage::Ready && m_checkpoints == m_comingCheckpoints;
    m_checkpointsState = {FeedState::Stage::Ready, {}};
    if (same)
        return;
    m_checkpoints = m_comingCheckpoints;
    QList<MetricRow> rows;
    for (const FineTuningCheckpoint &checkpoint : std::as_const(m_checkpoints)) {
        QJsonObject metrics = checkpoint.raw.value("metrics"_L1).toObject();
        if (checkpoint.step)
            metrics.insert("step"_L1, *checkpoint.step);
        // Close to when its step was reached, where the events, which say it exactly, are not read.
        if (const auto row =
                MetricRow::fromJson(metrics, areEventsNeeded() ? std::nullopt : checkpoint.createdAt))
            rows.append(*row);
    }
    Q_EMIT checkpointsChanged();
    if (m_metrics->add(rows, MetricSource::Checkpoint))
        Q_EMIT metricsChanged();
}

void JobFeed::readResults()
{
    for (const QString &id : std::as_const(m_job.resultFileIds)) {
        Results &file = m_results[id];
        if (file.state.stage == FeedState::Stage::Reading || file.state.stage == FeedState::Stage::Ready ||
            file.tries >= mostTries)
            continue;
        file.state = {FeedState::Stage::Reading, {}};
        ++file.tries;
        const quint64 round = m_round;
        file.call = m_session.files().contentHead(
            id, mostResultsBytes, this, [this, id, round](const Result<FilesApi::Head> &head) {
                if (round != m_round)
                    return;
                if (!head) {
                    takeResults(id, failure(head.error()), {});
                } else if (!head->complete) {
                    takeResults(id, failure(ApiError::make(ApiError::Kind::TooLarge)), {});
                } else {
                    // A hundred thousand rows are sorted by metric and step out there as well.
                    const auto read = [content = head->bytes] {
                        Measured measured{readResultsFile(content), {}};
                        if (measured.results)
                            measured.log.add(measured.results->rows, MetricSource::ResultsFile);
                        return measured;
                    };
                    inBackground(this, read, [this, id, round](const Measured &measured) {
                        if (round == m_round)
                            takeResults(id, measured.results, measured.log);
                    });
                }
            });
        Q_EMIT resultsChanged();
    }
}

void JobFeed::takeResults(const QString &fileId, const Result<ResultsFile> &results,
                          const MetricLog &measured)
{
    Results &file = m_results[fileId];
    if (!results) {
        file.state = {FeedState::Stage::Failed, results.error()};
        Q_EMIT resultsChanged();
        readOn(); // its events have the numbers, too
        return;
    }
    file.state = {FeedState::Stage::Ready, {}};
    file.unreadable = results->unreadable;
    const bool isNew = m_metrics->add(measured, MetricSource::ResultsFile);
    Q_EMIT resultsChanged();
    if (isNew)
        Q_EMIT metricsChanged();
    followProgress();
    readOn();
}

void JobFeed::followProgress()
{
    JobProgress progress = JobProgress::of(m_events);
    if (!progress.step && m_job.isFinished())
        progress.step = m_metrics->lastStep();
    if (progress == m_progress)
        return;
    m_progress = progress;
    Q_EMIT progressChanged();
}

} // namespace odc

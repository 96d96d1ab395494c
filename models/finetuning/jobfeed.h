// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/finetuningjob.h"
#include "api/pager.h"
#include "finetuning/eventlog.h"
#include "finetuning/jobprogress.h"
#include "finetuning/metriclog.h"
#include "finetuning/resultsfile.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace odc {

class Session;

/// Where the reading of one kind of thing stands.
struct FeedState
{
    enum class Stage {
        Idle,
        Reading,
        Ready,
        Failed ///< see error; what came before stays
    };
    Stage stage = Stage::Idle;
    ApiError error{};
};

/// Everything that becomes known of one job while somebody looks at it: its events, each once and none left
/// out however many came between two looks, its checkpoints, its results files once there are some, and what
/// was measured, put together from all three. Asks nothing by itself: look() is to be called every now and
/// then. When the job has ended it asks once more, and then no more. GUI thread.
class JobFeed : public QObject
{
    Q_OBJECT
public:
    JobFeed(Session &session, const FineTuningJob &job, QObject *parent = nullptr);
    ~JobFeed() override;

    const FineTuningJob &job() const { return m_job; }
    /// The job as it is now.
    void setJob(const FineTuningJob &job);
    /// Whether somebody reads the events. Without, those of a job that has ended are left alone where its
    /// results files hold the numbers.
    void setEventsWanted(bool wanted);
    /// Asks for what is new, and for what is still missing.
    void look();
    /// The same, also for what could not be had or was had long ago.
    void refresh();
    /// Ends what is under way; the next look() goes on from here.
    void stop();

    const EventLog &events() const { return m_events; }
    const FeedState &eventsState() const { return m_eventsState; }
    const QList<FineTuningCheckpoint> &checkpoints() const { return m_checkpoints; }
    const FeedState &checkpointsState() const { return m_checkpointsState; }
    /// Of one of the job's results files; Idle: not asked for yet.
    FeedState resultsState(const QString &fileId) const { return m_results.value(fileId).state; }
    /// Lines of it that could not be read.
    qsizetype unreadableLines(const QString &fileId) const { return m_results.value(fileId).unreadable; }
    /// Grows while this lives, and stays with whoever holds it.
    std::shared_ptr<const MetricLog> metrics() const { return m_metrics; }
    const JobProgress &progress() const { return m_progress; }
    /// More is being asked for.
    bool isReading() const;
    /// The job has ended, and everything of it is here.
    bool isSettled() const;

Q_SIGNALS:
    /// Oldest first; not always behind those of before.
    void eventsAdded(const QList<odc::LoggedEvent> &events);
    /// There was no more room for these.
    void eventsDropped(const QStringList &ids);
    void eventsStateChanged();
    void checkpointsChanged();
    void resultsChanged();
    void metricsChanged();
    void progressChanged();

private:
    struct Results
    {
        FeedState state;
        Call call;
        qsizetype unreadable = 0;
        int tries = 0;
    };

    bool areEventsNeeded() const;
    void readOn();
    void readEvents(const QString &after);
    void takeEvents(const QString &after, const Page<FineTuningEvent> &page);
    void eventsFailed(const QString &after, const ApiError &error);
    void setEventsState(const FeedState &state);
    void addMeasured();
    void readCheckpoints();
    void takeCheckpoints(const ApiError &error);
    void readResults();
    /// `measured` is what the file says.
    void takeResults(const QString &fileId, const Result<ResultsFile> &results, const MetricLog &measured);
    void followProgress();

    Session &m_session;
    FineTuningJob m_job;
    std::shared_ptr<MetricLog> m_metrics;
    JobProgress m_progress;

    EventLog m_events;
    FeedState m_eventsState;
    Call m_eventsCall;
    bool m_eventsWanted = false;
    bool m_headDue = true;        ///< the newest events are to be asked for
    bool m_endSeen = false;       ///< they were, after the job had ended
    int m_forgotten = 0;          ///< events that the server did not know any more, in this look
    int m_nothingNew = 0;         ///< pages in a row
    QList<MetricRow> m_measured;  ///< of events, and not in the metrics yet
    qsizetype m_measuredRows = 0; ///< of events, that are

    QList<FineTuningCheckpoint> m_checkpoints;
    QList<FineTuningCheckpoint> m_comingCheckpoints;
    FeedState m_checkpointsState;
    Pager<FineTuningCheckpoint> m_checkpointsPager;
    bool m_checkpointsDue = true;
    bool m_lastCheckpointsSeen = false; ///< asked for after the job had ended
    int m_looks = 0;

    QHash<QString, Results> m_results;
    quint64 m_round = 0; ///< of the results under way; those of another are not listened to
};

} // namespace odc

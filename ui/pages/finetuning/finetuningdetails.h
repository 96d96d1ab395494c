// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/finetuningjob.h"
#include "finetuning/jobprogress.h"
#include "settings/pricetable.h"
#include "ui/pages/detailspane.h"
#include "ui/pages/finetuning/finetuningheadline.h"

#include <QPointer>

class QAction;

namespace odc {

class CheckpointsPane;
class EventsPane;
class JobFeed;
class LinkList;
class PermissionsPane;
class SectionLabel;

/// Everything known of one fine-tuning job: how it stands and what to do, what it was made with, its files
/// and its model; its events, checkpoints, and who may use these.
class FineTuningDetails final : public DetailsPane
{
    Q_OBJECT
public:
    explicit FineTuningDetails(const PageContext &context, QWidget *parent = nullptr);

    /// `feed`: of this job; `others` more rows are selected.
    void setJob(const FineTuningJob &job, JobFeed *feed, const JobProgress &progress, bool modelDeleted,
                int others);
    void setPrices(const PriceTable &prices);
    void clear() override;
    void showEvents();
    bool areEventsShown() const;
    /// What would be stopped if it went now; empty: nothing.
    QString runningWork() const;
    EventsPane *events() const { return m_events; }
    /// What can be done in the tabs, a menu each, for the Object menu.
    QList<QAction *> tabMenus() const { return m_tabMenus; }

Q_SIGNALS:
    void nextRequested(odc::FineTuningHeadline::Next next);
    void fileRequested(const QString &fileId);
    void downloadRequested(const QString &fileId);
    // A file is to be looked into; `title` says what it is, translated.
    void linesRequested(const QString &fileId, const QString &title);
    void resultsRequested(const QString &fileId, const QString &title);
    void profileRequested();
    /// Work on the permissions ended.
    void workEnded(const QString &headline, qint64 tookMs);

private:
    void followFeed(JobFeed *feed);
    void showCheckpoints();
    void setFields(const FineTuningJob &job, bool modelDeleted);
    void setParameters(const FineTuningJob &job);
    void setFiles(const FineTuningJob &job);

    const Theme &m_theme;
    const bool m_archived; ///< nothing is awaited, and no time runs
    FineTuningJob m_job;
    bool m_modelDeleted = false;
    JobProgress m_progress;
    QPointer<JobFeed> m_feed;
    PriceTable m_prices;
    FineTuningHeadline *m_headline;
    QWidget *m_parametersBox;
    FieldGrid *m_parameters;
    LinkList *m_files;
    EventsPane *m_events;
    CheckpointsPane *m_checkpoints;
    PermissionsPane *m_permissions;
    QList<QAction *> m_tabMenus;
    int m_eventsTab;
    int m_checkpointsTab;
    int m_permissionsTab;
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/finetuningjob.h"
#include "finetuning/jobprogress.h"
#include "ui/pages/finetuning/finetuningheadline.h"
#include "ui/pages/listpage.h"

class QTimer;

namespace odc {

class CurvesView;
class FineTuningCommands;
class FineTuningDetails;
class FineTuningJobsModel;
class JobFeeds;
class LinesLook;
class ResultsLook;

/// The fine-tuning jobs of the project: list, curves of those that are selected laid over each other, details
/// with events and checkpoints; making and steering them. It watches what is unfinished, also while another
/// page is open.
class FineTuningPage final : public ListPage
{
    Q_OBJECT
public:
    explicit FineTuningPage(const PageContext &context, QWidget *parent = nullptr);
    ~FineTuningPage() override;

    void newJobOf(const QString &fileId) override;
    QString runningWork() const override;

protected:
    QList<QAction *> ownActions() const override;
    void updateActions(int selected) override;
    void showDetails(int row, int others) override;
    QString summaryOfAll() const override;
    QString summaryOf(const QList<int> &rows) const override;
    QString objectPath(const QString &id) const override;
    int pollInterval() const override;
    bool looksWhenShown() const override { return true; }
    void poll() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    FineTuningPage(const PageContext &context, FineTuningJobsModel *model, QWidget *parent);
    void buildActions();
    void buildFacets();
    void buildDrops();
    void connectAll();
    ListPageTexts texts() const;
    void followPrices();
    void lookedAround(bool well);
    void progressed(const QString &jobId, const JobProgress &progress);
    /// Feeds, curves and details for what is selected.
    void followSelected();
    void showCurves();
    void measured(const QString &jobId);
    void takeNext(FineTuningHeadline::Next next);
    /// What the service says of new jobs.
    void followCalls(qint64 serial);
    QList<FineTuningJob> selectedJobs() const;
    /// Enables an action, or says why not.
    void explain(QAction *action, bool can, const QString &why);

    FineTuningJobsModel &m_model;
    FineTuningDetails *m_details;
    CurvesView *m_curves;
    FineTuningCommands *m_commands;
    JobFeeds *m_feeds;
    LinesLook *m_lines;
    ResultsLook *m_results;
    MessageBar *m_notice;
    QTimer *m_followDue;
    QStringList m_curveIds; ///< whose curves are shown
    QString m_eventsOf;     ///< the job whose events are read by a person
    int m_failedLooks = 0;
    bool m_glanced = false; ///< at all jobs there are, once
    QAction *m_new = nullptr;
    QAction *m_newLike = nullptr;
    QAction *m_events = nullptr;
    QAction *m_copyModel = nullptr;
    QAction *m_pause = nullptr;
    QAction *m_resume = nullptr;
    QAction *m_pauseOrResume = nullptr; ///< whichever fits, for the one place in the header
    QAction *m_cancel = nullptr;
    QAction *m_deleteModel = nullptr;
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/pagecontext.h"
#include "ui/pages/areapage.h"

#include <QModelIndex>

class QMenu;
class QSplitter;
class QTimer;

namespace odc {

class EvalCommands;
class EvalDetails;
class EvalRowActions;
class EvalTreeModel;
class EvalTreePane;
struct EvalRun;
class JobStrips;
class PageHeader;

/// The evals of the project and their runs: a tree, and beside it what is selected, or the runs that are compared.
/// Watches unfinished runs.
class EvalsPage final : public AreaPage
{
    Q_OBJECT
public:
    explicit EvalsPage(const PageContext &context, QWidget *parent = nullptr);
    ~EvalsPage() override;

    const RowModelBase *list() const override;
    ActionCollection &actions() override { return *m_actions; }
    QList<QAction *> objectActions() const override;
    void refresh() override;
    void focusFilter() override;
    void focusList() override;
    QString runningWork() const override;
    /// An eval or a run, whatever the filter was.
    void showObject(const QString &id) override;

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildLayout();
    void buildActions();
    void buildSample();
    QMenu *submenu(const QString &title, const QList<QAction *> &actions);
    void connectAll();
    void setTexts();
    bool mayChange() const;
    QAction *changing(QAction *action) const;

    void followSelection();
    void followDetails();
    void followChecks();
    /// The runs of what is selected come before those of all others.
    void fetchWhatIsLookedAt();
    void showSummary();
    void showWanted();
    QString shownText() const;
    void showContextMenu(const QPoint &pos);
    void schedulePolls();
    void compareSelected();
    /// What is measured and by what: the oldest run comes first, or the one a person chose.
    QList<EvalRun> comparedRuns() const;
    void makeBaseline(const QString &runId);

    PageContext m_context;
    ActionCollection *m_actions;
    EvalTreeModel *m_model;
    PageHeader *m_header = nullptr;
    EvalTreePane *m_pane = nullptr;
    EvalDetails *m_details = nullptr;
    JobStrips *m_jobs = nullptr;
    QSplitter *m_splitter = nullptr;
    EvalRowActions *m_rowActions = nullptr;
    EvalCommands *m_commands = nullptr;
    QTimer *m_poll;
    QTimer *m_detailsDue;
    bool m_sizesChosen = false; ///< by a person; else they follow the window
    QString m_baseline; ///< chosen by a person; else the oldest
    QString m_wantedId; ///< to be selected when it comes
    QAction *m_newEval = nullptr;
    QAction *m_duplicate = nullptr;
    QAction *m_newRun = nullptr;
    QAction *m_repeat = nullptr;
    QAction *m_rename = nullptr;
    QAction *m_metadata = nullptr;
    QAction *m_cancel = nullptr;
    QAction *m_delete = nullptr;
    QAction *m_items = nullptr;
    QAction *m_compare = nullptr;
    QAction *m_makeBaseline = nullptr;
    QAction *m_uncheck = nullptr;
    QAction *m_report = nullptr;
    QAction *m_showDetails = nullptr;
    QAction *m_archive = nullptr;
    QAction *m_sample = nullptr;
    QMenu *m_itemsMenu = nullptr;
    QMenu *m_compareMenu = nullptr;
};

} // namespace odc

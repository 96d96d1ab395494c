// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/treepage.h"

namespace odc {

class EvalCommands;
class EvalDetails;
class EvalTreeModel;
class EvalTreePane;
struct EvalRun;

/// The evals of the project and their runs: a tree, and beside it what is selected, or the runs that are
/// compared. Watches unfinished runs.
class EvalsPage final : public TreePage
{
    Q_OBJECT
public:
    explicit EvalsPage(const PageContext &context, QWidget *parent = nullptr);
    ~EvalsPage() override;

    /// An eval or a run, whatever the filter was.
    void showObject(const QString &id) override;

protected:
    QList<QAction *> ownActions() const override;
    void updateActions(const QModelIndexList &rows, const QModelIndex &here) override;
    void showDetails(const QModelIndex &here, int others) override;
    QStringList summaryOfAll() const override;
    void watchEvery(int ms) override;

private:
    void buildActions();
    void connectActions();
    void connectAll();
    void connectChecks();
    ListPageTexts texts() const;

    void activate();
    void followChecks();
    /// The runs of what is selected come before those of all others.
    void fetchWhatIsLookedAt();
    QString shownText() const;
    void compareSelected();
    /// What is measured and by what: the oldest run comes first, or the one a person chose.
    QList<EvalRun> comparedRuns() const;
    void makeBaseline(const QString &runId);

    EvalTreeModel *m_model;
    EvalTreePane *m_pane;
    EvalDetails *m_details = nullptr;
    EvalCommands *m_commands = nullptr;
    QString m_baseline; ///< chosen by a person; else the oldest
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
    QAction *m_archive = nullptr;
    QMenu *m_itemsMenu = nullptr;
    QMenu *m_compareMenu = nullptr;
};

} // namespace odc

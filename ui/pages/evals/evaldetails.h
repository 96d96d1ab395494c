// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalobject.h"
#include "api/evalrun.h"
#include "ui/pages/detailspane.h"

#include <optional>

class QAction;

namespace odc {

class ComparePane;
class CriteriaView;
class FigureTable;
class ItemsPane;
class LinkList;
class ResultBars;

/// What is known of an eval or of one of its runs: summary, items, criteria, JSON; and, while runs are checked, these
/// side by side.
class EvalDetails final : public DetailsPane
{
    Q_OBJECT
public:
    explicit EvalDetails(const PageContext &context, QWidget *parent = nullptr);

    /// `runCount` is what is known of its runs; `others` more rows are selected.
    void showEval(const EvalObject &eval, const QList<EvalRun> &runs, int others);
    void showRun(const EvalObject &eval, const EvalRun &run, int others);
    void clear() override;
    /// Two to five runs make the tab, and come to the front when there were none; fewer take it away.
    void setCompared(const EvalObject &eval, const QList<EvalRun> &runs);
    /// Brings it to the front, with the focus in its rows.
    void showComparison();
    /// What is selected next is seen, and not what was compared before.
    void leaveComparison();
    void showItems();
    /// For the Object menu: those of the items, and those of the comparison.
    QList<QAction *> itemActions() const;
    QList<QAction *> compareActions() const;

Q_SIGNALS:
    /// The others are to be measured by this run.
    void baselineWanted(const QString &runId);
    /// The person wants to see the file that a run reads.
    void fileRequested(const QString &fileId);

private:
    enum class Shows { Nothing, Eval, Run };

    void setFields(Shows what);
    void showRuns(const QList<EvalRun> &runs);
    void followTab();
    void restoreTab();

    void showSource(const EvalRun &run);

    const Theme &m_theme;
    const ObjectIndex &m_index;
    Shows m_shows = Shows::Nothing;
    ItemsPane *m_items;
    ComparePane *m_compare;
    CriteriaView *m_criteria;
    LinkList *m_source; ///< the file that a run reads
    ResultBars *m_bars;
    ResultBars *m_runs;
    FigureTable *m_usage;
    int m_itemsTab;
    int m_compareTab;
    int m_criteriaTab;
    int m_wantedTab = 0; ///< as the person chose it; what is shown may have none such
    bool m_choosing = false;
    EvalObject m_eval;
    std::optional<EvalRun> m_run;
    EvalObject m_comparedEval;
    QList<EvalRun> m_compared;
};

} // namespace odc

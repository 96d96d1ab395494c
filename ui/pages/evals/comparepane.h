// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalobject.h"
#include "api/evalrun.h"
#include "evals/expectedanswer.h"
#include "evals/runcomparison.h"
#include "ui/context/pagecontext.h"

#include <QList>
#include <QWidget>

class QAction;

namespace odc {

class ActionCollection;
class ChipBar;
class CompareCards;
class CompareExports;
class CompareModel;
class CompareOutputs;
class ListPane;
class ProgressStrip;
class RunItems;
class StateOverlay;

/// Two to five runs of an eval side by side: a card for each, the rows of their data with regressions first,
/// and the answers to the current row with what differs. Shortcuts work while the focus is inside.
class ComparePane : public QWidget
{
    Q_OBJECT
public:
    explicit ComparePane(const PageContext &context, QWidget *parent = nullptr);
    ~ComparePane() override;

    /// Two to five runs; the first one is the baseline. The same runs again tell how they stand: when one
    /// changed, its items are loaded anew, and rows keep their place.
    void setRuns(const EvalObject &eval, const QList<EvalRun> &runs);
    void clear();
    /// Its keys work at once.
    void focusRows();
    /// For the Object menu, null between groups. They live as long as the pane.
    QList<QAction *> ownActions() const;

Q_SIGNALS:
    /// A comparison is on the screen.
    void shown();
    /// The others are to be measured by this run.
    void baselineWanted(const QString &runId);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildActions();
    void buildList();
    void load();
    void loaded();
    void present(const std::shared_ptr<const RunComparison> &comparison);
    void showProgress();
    void showCards();
    void showChips();
    void showCurrentRow();
    void chooseOrder();
    void chooseCriterion();
    /// Regressions of this run come first; 0: those of any run.
    void sortBy(int run);
    void setCriterion(int criterion);
    void stepToRegression(int direction);
    QStringList criterionTitles(const RunComparison &comparison) const;

    PageContext m_context;
    EvalObject m_eval;
    QList<EvalRun> m_runs;
    ExpectedAnswer m_expected;
    ActionCollection *m_actions;
    RunItems *m_items;
    CompareModel *m_model;
    ListPane *m_list;
    ChipBar *m_chips;
    CompareCards *m_cards;
    CompareOutputs *m_outputs;
    ProgressStrip *m_progress;
    StateOverlay *m_overlay;
    QAction *m_next;
    QAction *m_previous;
    CompareExports *m_exports;
    int m_first = 0;      ///< run whose regressions come first; 0: any
    int m_criterion = -1; ///< shown in the grid and the cards
    int m_serial = 0;     ///< of the comparison asked for last
    bool m_busy = false;  ///< loading, or comparing what was loaded
    bool m_again = false; ///< the runs moved on meanwhile
};

} // namespace odc

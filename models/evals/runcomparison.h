// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evaloutputitem.h"

#include <QList>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace odc {

/// A run as it goes into a comparison.
struct ComparedRun
{
    QString id;
    QString title;
    QList<EvalOutputItem> items; ///< as loaded, in any order
};

/// What became of a row in a run, seen from the baseline.
enum class RowChange {
    Same,        ///< the same verdict, or no verdict on either side
    Regression,  ///< passed, now fails
    Improvement, ///< failed, now passes
    Error,       ///< one of the two ended without a verdict: nothing can be said
    Missing      ///< one of the two does not have the row
};

/// Pairs of rows graded on both sides (error, missing rows left out).
struct PairedCounts
{
    qint64 bothPassed = 0;
    qint64 regressions = 0;  ///< passed, now fails: McNemar's b
    qint64 improvements = 0; ///< failed, now passes: McNemar's c
    qint64 bothFailed = 0;
    qint64 pairs() const { return bothPassed + regressions + improvements + bothFailed; }
    std::optional<double> p() const; ///< McNemar's exact test, two-sided; none without a change
};

/// One criterion of a run against the baseline. Rows whose answer ended in an error are left out.
struct CriterionComparison
{
    PairedCounts counts;
    qint64 scored = 0;    ///< pairs with a score on both sides
    double meanDelta = 0; ///< mean of score minus the baseline's score, over `scored`
    qint64 higher = 0;    ///< pairs whose score rose
    qint64 lower = 0;
    std::optional<double> signP() const; ///< exact sign test, two-sided; none when no score moved
};

/// All of one run: what its card says.
struct RunTotals
{
    qint64 items = 0;
    qint64 passed = 0;
    qint64 failed = 0;
    qint64 errored = 0; ///< or not graded
    qint64 tokens = 0;
    std::optional<double> passRate; ///< passed of passed and failed, 0..1
    /// Pass rate minus the baseline's, of the rows graded in both; none where there is no such row, and for the
    /// baseline.
    std::optional<double> delta;
    PairedCounts paired;            ///< against the baseline; the baseline's own is empty
    qint64 unclear = 0;             ///< rows of RowChange::Error
    qint64 missing = 0;             ///< rows of the baseline that it does not have
    qint64 extra = 0;               ///< rows it has and the baseline does not
    qint64 renumbered = 0; ///< rows paired by content, because their number means another row in the baseline
    QList<CriterionComparison> criteria; ///< in the order of RunComparison::criteria
};

/// One row of the data in all runs.
struct ComparedRow
{
    struct Cell
    {
        int item = -1; ///< index into the run's items; -1: the run does not have the row
        EvalOutputItem::Verdict verdict = EvalOutputItem::Verdict::Unknown;
        RowChange change = RowChange::Same; ///< the baseline's own is always Same
    };

    QString id;              ///< unique in the comparison, the same each time
    qint64 number = -1;      ///< of the first run that has it
    QString input;           ///< one line, shortened
    std::vector<Cell> cells; ///< by run
    int regressions = 0;     ///< runs in which it regressed
    int improvements = 0;
    int errors = 0;
    bool changed() const { return regressions + improvements + errors > 0; }
};

/// Two to five runs of an eval, row by row; the first one is the baseline. A value: share it by pointer.
struct RunComparison
{
    QList<ComparedRun> runs;
    QStringList criteria;          ///< ids, as the grades name them, in the order first seen
    std::vector<ComparedRow> rows; ///< in the baseline's order, then what others have beside
    QList<RunTotals> totals;       ///< by run

    /// Null when the run does not have the row.
    const EvalOutputItem *item(int row, int run) const;
    /// None when there is no such row in the run, or no score. A grade that says only passed or not counts 1
    /// or 0.
    std::optional<double> score(int row, int run, int criterion) const;
};

/// Joins the runs by the number of the row in the data; where the rows under a number differ, by their
/// content. Pure; takes a moment for 10,000s of items: call it on the pool.
std::shared_ptr<const RunComparison> compareRuns(QList<ComparedRun> runs);

} // namespace odc

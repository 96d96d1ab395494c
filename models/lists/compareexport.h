// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evals/runcomparison.h"
#include "lists/exportrows.h"

#include <functional>

namespace odc {

/// All rows of a comparison as a table: item, input, what was expected, what changed, then for each run its
/// verdict, its change, the score of each criterion and its answer. Columns are named by the runs. `expected`
/// is asked for each row. Pure; call it on the pool.
ExportData comparisonTable(const RunComparison &comparison, const QStringList &criterionTitles,
                           const std::function<QString(const EvalOutputItem &)> &expected);

/// The words that files and filters know, the same in every language: regression, improvement, error,
/// missing, same.
QString changeWord(RowChange change);
/// Those of all runs, the worst first, with blanks between.
QString changeWords(const ComparedRow &row);
/// pass, fail, error, missing; empty when it was not graded.
QString verdictWord(const ComparedRow::Cell &cell);

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace odc::server {

/** The calculate_output of a multi grader: the value, or what is wrong. */
struct FormulaResult
{
    double value = 0;
    QString error; ///< empty = value counts
};

/**
 * Works out numbers, the names of \p variables, + - * / ^ and parentheses, and the functions min, max (one
 * argument or more), abs, floor, ceil, exp, sqrt and log (natural). ^ binds tighter than a sign and groups
 * from the right. A result that is no finite number (1/0, log(0)) is an error. Time and memory are linear in
 * the length, and nesting is bounded.
 */
FormulaResult evaluateFormula(const QString &formula, const QHash<QString, double> &variables);

/** What is wrong with the form of \p formula, whatever the values of \p variables; empty = nothing. */
QString formulaFault(const QString &formula, const QStringList &variables);

} // namespace odc::server

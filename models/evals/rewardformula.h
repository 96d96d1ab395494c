// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace odc {

/// Why a formula (`calculate_output` of a multi grader) cannot be worked out of graders with these names;
/// translated, empty: it can. Numbers, names, + - * / ^, brackets, and the functions below are understood.
QString faultOfFormula(const QString &formula, const QStringList &names);
/// "min", "max", "abs", …
QStringList formulaFunctions();
/// The names that stand in it, each once, in order; functions are none. Also of a formula that has a fault.
QStringList namesInFormula(const QString &formula);
/// Whether a formula can name it: letters, digits and underscores, no digit in front, no function.
bool isFormulaName(const QString &name);

} // namespace odc

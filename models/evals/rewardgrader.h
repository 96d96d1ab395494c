// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/formproblem.h"
#include "evals/templatecheck.h"

#include <QJsonObject>
#include <QStringList>

namespace odc {

// The grader of reinforcement fine-tuning: one, or a `multi` that works the reward out of a map of them by a
// formula (WIRE §9).

bool isMultiGrader(const QJsonObject &grader);
/// All rules that it does not keep; paths from the grader on: "input", "graders.exact.input",
/// "calculate_output".
QList<FormProblem> rewardProblems(const QJsonObject &grader, const TemplateScope &scope);
/// What its templates read of an example, without "item.": "answer", "sku.name"; each once, in order.
QStringList rewardItemKeys(const QJsonObject &grader);

/// The reward of one grader, as that of several: with `key` as its name in the formula.
QJsonObject multiOf(const QJsonObject &grader, const QString &key);
/// Turned into something that a formula can name, and that is none of `taken`.
QString formulaNameOf(const QString &text, const QStringList &taken);

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/graders/grader.h"

namespace odc::server {

/**
 * label_model: the model names one of the labels; score 1 and passed for a passing one, else 0. The answer is
 * the label itself or {"result": label}; it is asked for by a response_format.
 */
Grade gradeByLabel(const QJsonObject &grader, const GradeInput &input, ModelAnswers &models);

/**
 * score_model: the model gives a number. The answer is the number itself or {"result": number}; one outside
 * of the grader's range is an error, not bent into it.
 */
Grade gradeByScore(const QJsonObject &grader, const GradeInput &input, ModelAnswers &models);

/** Whether \p score passes: at pass_threshold and above, by default at the middle of the range. */
bool passes(const QJsonObject &grader, double score);

} // namespace odc::server

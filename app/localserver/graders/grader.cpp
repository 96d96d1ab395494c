// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/graders/grader.h"

#include "localserver/graders/templates.h"

using namespace Qt::StringLiterals;

namespace odc::server {

Grade grade(const QJsonObject &grader, const GradeInput &input, ModelAnswers &)
{
    Grade result;
    const QString text = expandTemplate(grader["input"_L1].toString(), input, &result.error);
    const QString reference = expandTemplate(grader["reference"_L1].toString(), input, &result.error);
    if (!result.error.isEmpty())
        return result;
    result.passed = text == reference;
    result.score = result.passed ? 1 : 0;
    return result;
}

} // namespace odc::server

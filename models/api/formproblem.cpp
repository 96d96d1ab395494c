// SPDX-License-Identifier: GPL-3.0-or-later
#include "formproblem.h"

#include <algorithm>

namespace odc {

QList<FormProblem> problemsBelow(const QList<FormProblem> &problems, const QString &path)
{
    QList<FormProblem> below;
    for (const FormProblem &problem : problems) {
        if (!problem.path.startsWith(path))
            continue;
        QString rest = problem.path.mid(path.size());
        if (!rest.isEmpty() && !path.isEmpty() && rest.front() != u'.' && rest.front() != u'[')
            continue; // "models" is not below "model"
        if (rest.startsWith(u'.'))
            rest.remove(0, 1);
        below.append({rest, problem.message, problem.warning});
    }
    return below;
}

const FormProblem *firstError(const QList<FormProblem> &problems)
{
    const auto found =
        std::find_if(problems.cbegin(), problems.cend(), [](const FormProblem &p) { return !p.warning; });
    return found == problems.cend() ? nullptr : &*found;
}

} // namespace odc

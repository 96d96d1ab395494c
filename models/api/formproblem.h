// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace odc {

/// A rule that what a person filled in does not keep.
struct FormProblem
{
    QString path;         ///< of the field in the JSON: "testing_criteria[0].input"; empty: the whole
    QString message;      ///< translated sentence
    bool warning = false; ///< it can be sent, but it is hardly what was meant

    bool operator==(const FormProblem &other) const = default;
};

/// Those at `path` or below it, with their paths from there on.
QList<FormProblem> problemsBelow(const QList<FormProblem> &problems, const QString &path);
/// The first that forbids sending; null when there is none.
const FormProblem *firstError(const QList<FormProblem> &problems);

} // namespace odc

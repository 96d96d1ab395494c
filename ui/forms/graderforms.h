// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evals/graderrules.h"

#include <QString>

class QWidget;

namespace odc {

class JsonForm;
class Theme;

/// The form of one kind of grader; for an unknown kind one that says so.
JsonForm *makeGraderForm(const Theme &theme, const QString &type, GraderUse use, QWidget *parent);

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/templateedit.h"

namespace odc {

/// Texts in which {{column}} stands for a value of a table of these columns.
TemplateEdit::Language columnTemplate(const QStringList &columns);

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/outputitemsmodel.h"
#include "ui/widgets/transcriptview.h"

namespace odc {

/// What there is to read of an item, in the order it came about: error, messages, answer, what was expected, what each
/// grader said, and the row it was made from.
QList<TranscriptSection> itemSections(const OutputItemRow &row, const OutputItemsModel &model);

} // namespace odc

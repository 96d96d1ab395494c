// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/batchobject.h"
#include "batches/batchfetch.h"
#include "ui/pages/batches/figurebars.h"
#include "ui/pages/listpane.h"
#include "ui/widgets/messagebar.h"

#include <optional>

namespace odc {

// What the results of a batch say of themselves; values made of values. `archived`: they are of an archive,
// where nothing is awaited.

/// Why there are no rows.
enum class ResultsLack { Nothing, Refused, NotYet, Gone, Stopped };
/// What the empty list says of a chain of batches, which may be empty.
ListTexts resultsTexts(ResultsLack lack, const QList<BatchObject> &chain, bool archived);

/// Of the message that missingMessage() gives.
QString missingKey();
/// Files that are not handed out, lines that cannot be read, answers that are not written yet; none: all is
/// well. `results` may be null.
std::optional<Message> missingMessage(const QList<BatchFiles::Missing> &missing, const BatchResults *results,
                                      const QList<BatchObject> &chain, bool archived);

/// Conditions at a click, by what there is.
QList<ListPane::Facet> resultsFacets(const BatchResults &results);
/// How many lines ended with which error, most first; the ids are filters.
QList<FigureBars::Row> errorBars(const BatchResults &results, const QList<BatchObject> &chain);
/// How many requests each attempt answered of those it was sent for; the ids are filters.
QList<FigureBars::Row> attemptBars(const BatchResults &results, const QList<BatchObject> &chain);

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/searchrun.h"

#include <QByteArray>

namespace odc::searchreport {

/// A line for each query and setting: query, setting, state, expected, met, first_rank, recall,
/// reciprocal_rank, precision, latency_ms, files (in the order of their ranks, a line end between), error;
/// then a line "mean" for each setting. RFC 4180 with a header line, UTF-8.
QByteArray toCsv(const SearchResults &results, int k);

/// All of it: the settings, the means, and for each query and setting the files that were found with their
/// scores.
QByteArray toJson(const SearchResults &results, const QString &setName, int k);

} // namespace odc::searchreport

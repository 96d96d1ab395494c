// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "jsonl/batchcheck.h"
#include "jsonl/batchjoin.h"
#include "jsonl/jsonlwork.h"

#include <QStringList>

#include <functional>

namespace odc {

/// Writes the requests of a file that is too big for one batch into as few files as the limits allow, in their order:
/// "name-1.jsonl", "name-2.jsonl", ... in `folder`. Lines are copied byte by byte; empty ones are left out. Gives the paths.
/// An error, and no file, when one cannot be written, when the file changed since `check`, or on request (Cancelled). A line
/// that is too much for any batch (WIRE §5) is an error, too. Call it on the pool.
Result<QStringList> splitBatchFile(const QString &path, const BatchCheck &check, const QString &folder, const QString &name,
                                   const JsonlWorkPtr &work = {});

/// Writes the requests that have no answer yet, whatever became of them, to `path`, byte by byte and in their order; with
/// `wanted` only those for which it says so. Gives how many. None to write, or no input at hand: an error; on request, too
/// (Cancelled). Call it on the pool. Progress is in rows.
Result<qint64> writeBatchRest(const BatchResults &results, const QString &path, const JsonlWorkPtr &work = {},
                              const std::function<bool(const BatchRow &)> &wanted = {});

} // namespace odc

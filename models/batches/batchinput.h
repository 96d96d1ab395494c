// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "batches/scratchfolder.h"
#include "jsonl/batchcheck.h"
#include "jsonl/jsonlwork.h"
#include "transfers/sourceidentity.h"

#include <QString>

#include <memory>

namespace odc {

/// A file of requests on this computer that was checked, and what proves that it is still the one.
struct BatchInput
{
    QString path;
    QString name; ///< as it will be called at the service
    SourceIdentity identity;
    BatchCheck check;
    std::shared_ptr<ScratchFolder> scratch; ///< where it stands, when it was written by us; else null

    /// Checks the file. An error when it cannot be read, or is written to meanwhile. Takes a moment: call it
    /// on the pool.
    static Result<BatchInput> read(const QString &path, const QString &endpoint, const JsonlWorkPtr &work);
};
/// Where folders for files that are made on the way stand: below the user's cache.
QString batchScratchRoot();
using BatchInputPtr = std::shared_ptr<const BatchInput>;

} // namespace odc

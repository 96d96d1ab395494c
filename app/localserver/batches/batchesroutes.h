// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/archive/archiveextent.h"
#include "localserver/batches/batchrunner.h"
#include "localserver/router.h"

namespace odc::server {

/** Adds the four operations on batches. */
void addBatchesRoutes(Router &router, const BatchesTable &batches, const ArchiveExtent &extent,
                      const FilesTable &files, const ServerClock &clock, BatchRunner &runner);

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/archive/archiveextent.h"
#include "localserver/finetuning/finetuningrunner.h"
#include "localserver/router.h"

namespace odc::server {

/** Adds the operations of /fine_tuning/jobs. */
void addFineTuningRoutes(Router &router, const FineTuningTable &table, const ArchiveExtent &extent,
                         const FilesTable &files, const ServerClock &clock, FineTuningRunner &runner);

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/archive/archiveextent.h"
#include "localserver/evals/evalrunner.h"
#include "localserver/router.h"

namespace odc::server {

/** Adds the five operations on evals, the five on their runs, and the two on output items. */
void addEvalsRoutes(Router &router, const EvalsTable &evals, const ArchiveExtent &extent,
                    const FilesTable &files, const ServerClock &clock, EvalRunner &runner);

} // namespace odc::server

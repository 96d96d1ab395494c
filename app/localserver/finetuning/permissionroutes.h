// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/archive/archiveextent.h"
#include "localserver/finetuning/finetuningtable.h"
#include "localserver/router.h"

namespace odc::server {

/** Adds the operations of /fine_tuning/checkpoints/{checkpoint}/permissions; they take an admin key. */
void addPermissionRoutes(Router &router, const FineTuningTable &table, const ArchiveExtent &extent);

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/finetuning/finetuningtable.h"
#include "localserver/router.h"

namespace odc::server {

/** Adds GET /models, GET /models/{model}, and DELETE of those that were made here. */
void addModelsRoutes(Router &router, const FineTuningTable &fineTuning);

} // namespace odc::server

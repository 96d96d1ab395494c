// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/router.h"

namespace odc::server {

/** Adds GET /models and GET /models/{model}. */
void addModelsRoutes(Router &router);

} // namespace odc::server

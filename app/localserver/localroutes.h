// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/requestlog.h"
#include "localserver/router.h"

namespace odc::server {

/** Adds what only this server has: GET /_local/health, GET and DELETE /_local/requests. */
void addLocalRoutes(Router &router, RequestLog &log, bool readOnly);

} // namespace odc::server

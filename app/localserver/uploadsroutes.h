// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/router.h"
#include "localserver/uploadstable.h"

namespace odc::server {

/** Adds the four Uploads operations. The referenced objects must outlive the router. */
void addUploadsRoutes(Router &router, const Storage &storage, const UploadsTable &uploads, EarlyChecksum &checksums);

} // namespace odc::server

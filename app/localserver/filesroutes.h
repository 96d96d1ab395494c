// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/archive/archiveextent.h"
#include "localserver/filestable.h"
#include "localserver/router.h"

namespace odc::server {

/** Adds the five Files operations. The referenced objects must outlive the router. */
void addFilesRoutes(Router &router, const Storage &storage, const FilesTable &files, const ArchiveExtent &extent,
                    const std::function<void(const QString &fileId)> &onDeleted);

} // namespace odc::server

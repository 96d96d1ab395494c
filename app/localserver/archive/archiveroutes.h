// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/batches/batchestable.h"
#include "localserver/evals/evalstable.h"
#include "localserver/filestable.h"
#include "localserver/router.h"

namespace odc::server {

/** Adds GET /_local/archive: what the data folder's archive.json says, or null. */
void addArchiveReadRoutes(Router &router, const Storage &storage);

/**
 * Adds what writes an archive, that is: puts objects and bytes into the data folder as they are elsewhere.
 * PUT /_local/objects/{list}, PUT /_local/files/{file_id}/content, PUT /_local/archive; and, to check it, GET
 * /_local/files/{file_id}/content: how many bytes lie there, and their checksum.
 */
void addArchiveWriteRoutes(Router &router, const Storage &storage, const FilesTable &files,
                           const EvalsTable &evals, const BatchesTable &batches);

} // namespace odc::server

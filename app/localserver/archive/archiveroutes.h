// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/batches/batchestable.h"
#include "localserver/evals/evalstable.h"
#include "localserver/filestable.h"
#include "localserver/finetuning/finetuningtable.h"
#include "localserver/router.h"
#include "localserver/stores/storefilestable.h"

namespace odc::server {

/** Where the lists of an archive are kept. */
struct ArchiveTables
{
    const FilesTable &files;
    const EvalsTable &evals;
    const BatchesTable &batches;
    const StoreFilesTable &storeFiles;
    const FineTuningTable &fineTuning;
};

/** Adds GET /_local/archive: what the data folder's archive.json says, or null. */
void addArchiveReadRoutes(Router &router, const Storage &storage);

/**
 * Adds what writes an archive, that is: puts objects and bytes into the data folder as they are elsewhere.
 * - PUT /_local/objects/{list} with {"parent":{...},"data":[objects]}: evals, batches, files, vector_stores
 *   (no parent), runs ({"eval_id"}), output_items ({"eval_id","run_id"}), vector_store_files
 *   ({"vector_store_id"}); and of fine-tuning, each from its beginning in the order of the API, that is
 *   newest first: fine_tuning_jobs (no parent), fine_tuning_events and fine_tuning_checkpoints ({"job_id"}),
 *   checkpoint_permissions ({"checkpoint"}).
 * - PUT /_local/files/{file_id}/content with its bytes.
 * - PUT /_local/vector_stores/{vector_store_id}/files/{file_id}/content with what GET .../content of the API
 *   answered: an object with the list "data" or "content", all pages of it together. It is kept as it is,
 *   answered by the same GET, and its texts are found by a search of the store.
 * - PUT /_local/archive with the manifest. Its "lists" may name the list "vector_store_contents" with the
 *   keys "vs_1/file-1": contents that are not named are answered "not_in_archive".
 * To check what is there, GET of both .../content says how many bytes lie there, and their checksum.
 */
void addArchiveWriteRoutes(Router &router, const Storage &storage, const ArchiveTables &tables);

} // namespace odc::server

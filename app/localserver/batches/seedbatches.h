// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/batches/batchestable.h"

namespace odc::server {

/** Adds the batches of the sample data with their files, whatever of it is not there; the sample files must
 * be. What models answered is made up. Returns the ids of those that are to be worked on. Throws
 * StorageError. */
QStringList seedSampleBatches(const Storage &storage, const FilesTable &files, const BatchesTable &batches,
                              const ServerClock &clock);

/** Adds a completed batch of \p lines requests, unless it is there: one in 97 failed. Throws StorageError. */
void seedLargeBatch(const Storage &storage, const FilesTable &files, const BatchesTable &batches,
                    const ServerClock &clock, int lines);

} // namespace odc::server

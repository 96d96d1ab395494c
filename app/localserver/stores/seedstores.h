// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/stores/storefilestable.h"

namespace odc::server {

/** What the seeding of stores needs. */
struct StoreSeeds
{
    const Storage &storage;
    const FilesTable &files;
    const StoreFilesTable &storeFiles;
    const ServerClock &clock;
};

/** Adds the stores of the sample data with the files they bring, whatever of it is not there; the sample
 * files must be. Their files are indexed at once, but for two that never are. Throws StorageError. */
void seedSampleStores(const StoreSeeds &seeds);

/** Adds \p stores stores of the same \p files short notes, unless they are there: one note in 97 failed.
 * Throws StorageError. */
void seedManyStores(const StoreSeeds &seeds, int stores, int files);

} // namespace odc::server

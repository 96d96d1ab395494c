// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/archive/archiveextent.h"
#include "localserver/router.h"
#include "localserver/stores/storebatchestable.h"
#include "localserver/stores/storerunner.h"

namespace odc::server {

/** What the routes of vector stores need; it outlives them. */
struct StoreTools
{
    const Storage &storage;
    const StoresTable &stores;
    const StoreFilesTable &files;
    const StoreBatchesTable &batches;
    const ArchiveExtent &extent;
    const ServerClock &clock;
    StoreRunner &runner;
};

/** Adds the operations on vector stores themselves, and those on their files. */
void addStoresRoutes(Router &router, const StoreTools &tools);
/** Adds the operations on files of stores, and on batches of them; part of the former. */
void addStoreFilesRoutes(Router &router, const StoreTools &tools);

} // namespace odc::server

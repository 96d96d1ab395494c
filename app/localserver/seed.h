// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/filestable.h"

namespace odc::server {

/** Adds the sample files that are not there yet. Throws StorageError. */
void seedSampleFiles(const Storage &storage, const FilesTable &files, const ServerClock &clock);

/** Adds files until there are \p count of them made here: tiny ones, in one transaction. Throws StorageError.
 */
void seedManyFiles(const Storage &storage, const FilesTable &files, const ServerClock &clock, int count);

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/stores/storefilestable.h"

namespace odc::server {

/** What becomes of a file that is put into a store: its text in pieces, or why there is none. Nothing: it is
 * never done with, as its text says. \p again: it failed before. */
std::optional<StoreOutcome> outcomeOf(const QString &filename, QIODevice &content,
                                      const ChunkingStrategy &chunking, bool again);

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace odc::bench {

/// The results of a batch of 50,000 requests, 200 MB of them and as much of answers, in their grid: joined,
/// scrolled page by page, filtered by a word, sorted by texts, and what that takes of memory.
void batchResults(int runs);

} // namespace odc::bench

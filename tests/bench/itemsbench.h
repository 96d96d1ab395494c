// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace odc::bench {

/// Sorting, filtering and marking the 20,000 items of a run in a shown table.
void items(int runs);

} // namespace odc::bench

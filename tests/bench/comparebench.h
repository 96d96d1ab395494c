// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace odc::bench {

/// Two runs of 10,000 items: from everything loaded to the sorted comparison on the screen.
void comparing(int runs);

} // namespace odc::bench

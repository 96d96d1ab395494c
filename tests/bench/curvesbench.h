// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace odc::bench {

/// Ten training runs of 100,000 steps laid over each other, zoomed and moved by hand: what each frame takes.
void curves(int runs);

} // namespace odc::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace odc::bench {

/// Typing into the palette over 200,000 objects: from each key to the rows on the screen.
void palette();

} // namespace odc::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace odc::bench {

/// Finding the lines of files of 1 GB and of ten million lines, looking through them for a text, and
/// scrolling them in the window.
void fileLines(int runs);

} // namespace odc::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace odc::bench {

/// Checking a batch file of 200 MB and 50,000 lines beside a plain Python loop of json.loads, and joining it with its
/// output and error files.
void jsonLines(int runs);

} // namespace odc::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace odc::bench {

/// Checking a training file of 100 MB beside a plain Python loop of json.loads, and comparing it with a
/// validation file of a tenth of that.
void trainingFiles(int runs);

} // namespace odc::bench

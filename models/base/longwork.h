// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QThreadPool;

namespace odc {

/// Where work goes that takes long by its nature: files read from end to end to be checked, joined, searched,
/// copied or exported. It has threads of its own, so that short work, such as parsing an answer of the
/// server, never waits for it.
QThreadPool *longWorkPool();
/// Blocks until all work of this process is done, long and short.
void waitForBackground();

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace odc::test {
class ServerProcess;
}

namespace odc::bench {

/// What watching 1,000 unfinished batches costs: requests a minute by the server's log, CPU of a core,
/// memory. Without a window, for so many seconds.
void watching(const test::ServerProcess &server, int seconds);

} // namespace odc::bench

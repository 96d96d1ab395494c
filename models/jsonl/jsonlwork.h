// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <memory>

namespace odc {

/// How a long work on a file gets on, and the wish to end it; shared by who works and who waits. Any thread.
struct JsonlWork
{
    std::atomic<qint64> done = 0;  ///< bytes
    std::atomic<bool> stop = false; ///< the work ends soon and its result says so
};
using JsonlWorkPtr = std::shared_ptr<JsonlWork>;

} // namespace odc

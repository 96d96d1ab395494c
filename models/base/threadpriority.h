// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace odc {

/// From now on the calling thread gets a processor after all that somebody waits for: for work whose result nobody looks
/// at. It cannot be taken back. Where a thread has no such number of its own (other systems than Linux) it does nothing.
void standBehindTheOthers();

} // namespace odc

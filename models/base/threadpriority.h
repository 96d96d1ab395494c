// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace odc {

/// From now on the calling thread gets a processor after the others, about a tenth as much of it where all are busy: for
/// work that can wait. It cannot be taken back. Where a thread has no such number of its own (other systems than Linux) it does nothing.
void standBehindTheOthers();

} // namespace odc

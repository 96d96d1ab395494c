// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/threadpriority.h"

#ifdef __linux__
#include <sys/resource.h>
#endif

namespace odc {

void standBehindTheOthers()
{
#ifdef __linux__
    // On Linux this is of the thread and not of the process. QThread::setPriority() does nothing under the usual scheduler.
    constexpr int behind = 10;
    setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + behind);
#endif
}

} // namespace odc

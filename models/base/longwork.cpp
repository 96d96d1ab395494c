// SPDX-License-Identifier: GPL-3.0-or-later
#include "longwork.h"

#include <QGlobalStatic>
#include <QThreadPool>

namespace odc {

namespace {

/// Of more threads than a person starts such work at once: none waits for the end of another.
struct LongWorkPool : QThreadPool
{
    LongWorkPool() { setMaxThreadCount(4); }
};
Q_GLOBAL_STATIC(LongWorkPool, longPool)

} // namespace

QThreadPool *longWorkPool()
{
    return longPool();
}

void waitForBackground()
{
    longWorkPool()->waitForDone();
    // Last: long work leaves short work behind, such as removing the folder it worked in.
    QThreadPool::globalInstance()->waitForDone();
}

} // namespace odc

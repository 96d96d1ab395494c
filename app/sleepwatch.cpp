// SPDX-License-Identifier: GPL-3.0-or-later
#include "sleepwatch.h"

namespace odc {

using namespace Qt::StringLiterals;

SleepWatch::SleepWatch(QDBusConnection bus, QObject *parent) : QObject(parent)
{
    if (!bus.isConnected())
        return;
    // Of whoever says it there: naming the service would have it looked up now, while the window waits.
    bus.connect({}, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s,
                this, SIGNAL(sleeping(bool)));
}

} // namespace odc

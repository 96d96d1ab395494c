// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>

namespace odc {

/// Says when the computer goes to sleep and wakes, by org.freedesktop.login1. Silent where there is no such
/// service.
class SleepWatch final : public QObject
{
    Q_OBJECT
public:
    explicit SleepWatch(QDBusConnection bus, QObject *parent = nullptr);

Q_SIGNALS:
    /// True: in a moment; false: it is awake again.
    void sleeping(bool asleep);
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/alerts.h"
#include "ui/context/shellcontext.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace odc {

class JobWatch;
class MainWindow;
class Tray;

/// Tells the person on the desktop what ended, failed, is stuck or expires, and when long work of the window
/// ended; a click leads to it. Keeps the program going in the tray when its window is closed, if the person
/// so chose. Silent where the desktop has no place for it.
class Notifier final : public QObject
{
    Q_OBJECT
public:
    /// `hasTray`: whether the desktop has one. `useBus`: say it by D-Bus where there is such a service.
    Notifier(MainWindow &window, const ShellContext &context, std::function<bool()> hasTray, bool useBus);

    Alerts &alerts() { return m_alerts; }
    Tray &tray() { return *m_tray; }

private:
    void useBus();
    void say(const DesktopNotice &notice);
    void follow(JobWatch &watch, const QString &profile);
    void open(const DesktopNotice &notice, const QString &token);
    void stay();
    void reviewTray();
    void mute(bool on);

    MainWindow &m_window;
    ShellContext m_context;
    Alerts m_alerts;
    Tray *m_tray;
    NoticeSink *m_desktop = nullptr; ///< null: the tray only
    QPointer<JobWatch> m_watch;
    bool m_saidThatItStays = false;
};

} // namespace odc

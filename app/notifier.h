// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSystemTrayIcon;

namespace odc {

class MainWindow;
class Settings;

/// Tells the person on the desktop when long work ended; a click brings the window up. Silent where the desktop has no
/// place for it, or the person does not want it.
class Notifier final : public QObject
{
    Q_OBJECT
public:
    Notifier(MainWindow &window, const Settings &settings);

private:
    void notify(const QString &title, const QString &text);

    MainWindow &m_window;
    const Settings &m_settings;
    QSystemTrayIcon *m_tray = nullptr;
};

} // namespace odc

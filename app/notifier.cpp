// SPDX-License-Identifier: GPL-3.0-or-later
#include "notifier.h"

#include "settings/settings.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/iconset.h"

#include <QSystemTrayIcon>

namespace odc {

Notifier::Notifier(MainWindow &window, const Settings &settings)
    : QObject(&window), m_window(window), m_settings(settings)
{
    connect(&window, &MainWindow::notify, this, &Notifier::notify);
}

void Notifier::notify(const QString &title, const QString &text)
{
    if (!m_settings.flag(Setting::Notifications) || !QSystemTrayIcon::isSystemTrayAvailable())
        return;
    if (!m_tray) {
        // Only from the first message on: an icon that never says anything has no business in the tray.
        m_tray = new QSystemTrayIcon(IconSet::application(), this);
        connect(m_tray, &QSystemTrayIcon::messageClicked, this, [this] {
            m_window.showNormal();
            m_window.raise();
            m_window.activateWindow();
        });
        m_tray->show();
    }
    m_tray->showMessage(title, text);
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/noticesink.h"

#include <functional>
#include <memory>

class QAction;
class QMenu;
class QSystemTrayIcon;

namespace odc {

/// The console in the desktop's tray: says things where nothing better can, and is the way back to a window
/// that was closed but goes on. Not seen before it is needed.
class Tray final : public NoticeSink
{
    Q_OBJECT
public:
    /// `hasTray`: whether the desktop has one; it may come and go.
    explicit Tray(std::function<bool()> hasTray, QObject *parent = nullptr);
    ~Tray() override;

    bool isAvailable() const override { return m_hasTray(); }
    void show(const DesktopNotice &notice) override;
    /// It stays, or is only there to say something.
    void setStays(bool stays);
    void setRunning(int count);
    void setMuted(bool muted);
    QMenu *menu() const { return m_menu.get(); }

Q_SIGNALS:
    void openRequested();
    void quitRequested();
    /// Nothing is to be said for an hour; false: that is over.
    void muteRequested(bool mute);

private:
    void bringUp();

    const std::function<bool()> m_hasTray;
    std::unique_ptr<QMenu> m_menu;
    QAction *m_running;
    QAction *m_mute;
    QSystemTrayIcon *m_icon = nullptr;
    DesktopNotice m_last;
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray.h"

#include "ui/theme/iconset.h"

#include <QAction>
#include <QMenu>
#include <QSystemTrayIcon>

namespace odc {

using namespace Qt::StringLiterals;

Tray::Tray(std::function<bool()> hasTray, QObject *parent)
    : NoticeSink(parent), m_hasTray(std::move(hasTray)), m_menu(std::make_unique<QMenu>())
{
    m_menu->setObjectName(u"trayMenu"_s);
    QAction *open = m_menu->addAction(tr("&Open"), this, &Tray::openRequested);
    open->setObjectName(u"tray.open"_s);
    m_running = m_menu->addAction(QString());
    m_running->setObjectName(u"tray.running"_s);
    m_running->setEnabled(false);
    setRunning(0);
    m_menu->addSeparator();
    m_mute = m_menu->addAction(tr("&Pause notifications for an hour"));
    m_mute->setObjectName(u"tray.mute"_s);
    m_mute->setCheckable(true);
    connect(m_mute, &QAction::triggered, this, &Tray::muteRequested);
    m_menu->addSeparator();
    QAction *quit = m_menu->addAction(tr("&Quit"), this, &Tray::quitRequested);
    quit->setObjectName(u"tray.quit"_s);
}

Tray::~Tray() = default;

void Tray::setRunning(int count)
{
    const QString text = count > 0 ? tr("%Ln job(s) running", nullptr, count) : tr("Nothing is running");
    if (text == m_running->text())
        return; // each word of it goes to the desktop
    m_running->setText(text);
    if (m_icon)
        m_icon->setToolTip(u"OpenAI Data Console"_s + u'\n' + text);
}

void Tray::setMuted(bool muted)
{
    m_mute->setChecked(muted);
}

void Tray::setStays(bool stays)
{
    if (stays && isAvailable())
        bringUp();
    else if (!stays && m_icon)
        m_icon->hide();
}

void Tray::bringUp()
{
    if (!m_icon) {
        m_icon = new QSystemTrayIcon(IconSet::application(), this);
        m_icon->setToolTip(u"OpenAI Data Console"_s + u'\n' + m_running->text());
        m_icon->setContextMenu(m_menu.get());
        connect(m_icon, &QSystemTrayIcon::messageClicked, this, [this] { Q_EMIT activated(m_last, {}); });
        connect(m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
                Q_EMIT openRequested();
        });
    }
    m_icon->show();
}

void Tray::show(const DesktopNotice &notice)
{
    if (!isAvailable())
        return;
    bringUp();
    m_last = notice;
    m_icon->showMessage(notice.title, notice.text,
                        notice.urgent ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "notifier.h"

#include "app/tray.h"
#include "base/clock.h"
#include "settings/settings.h"
#include "ui/context/profileconnector.h"
#include "ui/shell/mainwindow.h"
#include "watch/jobwatch.h"
#ifdef ODC_HAVE_DBUS
#include "app/desktopnotifications.h"
#include "app/sleepwatch.h"
#endif

#include <QApplication>
#include <QTimer>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 60 * 60;
constexpr int busAfterMs = 300;

} // namespace

Notifier::Notifier(MainWindow &window, const ShellContext &context, std::function<bool()> hasTray, bool byBus)
    : QObject(&window), m_window(window), m_context(context), m_alerts(context.settings, context.clock),
      m_tray(new Tray(std::move(hasTray), this))
{
    m_alerts.setLookedAt([] { return QApplication::activeWindow() != nullptr; }); // a dialog of it will do
    connect(&window, &MainWindow::notify, &m_alerts,
            qOverload<const QString &, const QString &>(&Alerts::take));
    connect(&m_alerts, &Alerts::said, this, &Notifier::say);
    connect(&context.connector, &ProfileConnector::opened, this,
            [this](const Profile &profile, const OpenProfile &open) { follow(*open.watch, profile.name); });
    connect(m_tray, &NoticeSink::activated, this, &Notifier::open);
    connect(m_tray, &Tray::openRequested, this, [this] { m_window.bringUp({}, {}); });
    connect(m_tray, &Tray::quitRequested, &window, &MainWindow::quit);
    connect(m_tray, &Tray::muteRequested, this, &Notifier::mute);
    window.setStaysWhenClosed(
        [this] { return m_context.settings.flag(Setting::KeepWatching) && m_tray->isAvailable(); });
    connect(&window, &MainWindow::stayed, this, &Notifier::stay);
    connect(&context.settings, &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::KeepWatching)
            reviewTray();
    });
    reviewTray();
    if (byBus) // which takes its time to answer: not before there is something to see
        QTimer::singleShot(busAfterMs, this, &Notifier::useBus);
}

void Notifier::useBus()
{
#ifdef ODC_HAVE_DBUS
    auto *desktop = new DesktopNotifications(QDBusConnection::sessionBus(), this);
    m_desktop = desktop;
    connect(desktop, &NoticeSink::activated, this, &Notifier::open);
    connect(desktop, &NoticeSink::failed, this, [this](const QList<DesktopNotice> &unsaid) {
        for (const DesktopNotice &notice : unsaid)
            m_tray->show(notice);
    });
    const auto *sleep = new SleepWatch(QDBusConnection::systemBus(), this);
    connect(sleep, &SleepWatch::sleeping, this, [this](bool asleep) {
        if (m_watch)
            m_watch->setPaused(asleep);
    });
#endif
}

void Notifier::say(const DesktopNotice &notice)
{
    if (m_desktop && m_desktop->isAvailable())
        m_desktop->show(notice);
    else
        m_tray->show(notice);
}

void Notifier::follow(JobWatch &watch, const QString &profile)
{
    m_watch = &watch;
    connect(&watch, &JobWatch::happened, &m_alerts,
            [this, profile](const WatchEvent &event) { m_alerts.take(event, profile); });
    const auto count = [this, &watch] { m_tray->setRunning(watch.runningCount()); };
    connect(&watch, &JobWatch::updated, m_tray, count);
    count();
}

void Notifier::open(const DesktopNotice &notice, const QString &token)
{
    // Where windows may not come to the front by themselves, this is the desktop's leave to do so.
    if (!token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
    m_window.bringUp(notice.pageId, notice.objectId);
    if (!token.isEmpty())
        qunsetenv("XDG_ACTIVATION_TOKEN");
}

void Notifier::stay()
{
    m_tray->setStays(true);
    if (std::exchange(m_saidThatItStays, true))
        return;
    DesktopNotice notice;
    notice.title = u"OpenAI Data Console"_s;
    notice.text =
        tr("The window is closed, and what runs is still watched. Quit in the menu of the tray's icon.");
    say(notice);
}

void Notifier::reviewTray()
{
    m_tray->setStays(m_context.settings.flag(Setting::KeepWatching));
}

void Notifier::mute(bool on)
{
    m_alerts.muteUntil(on ? m_context.clock.unixSeconds() + hour : 0);
    if (!on)
        return;
    m_context.clock.callLater(hour * 1000, m_tray, [this] {
        if (!m_alerts.isMuted())
            m_tray->setMuted(false);
    });
}

} // namespace odc

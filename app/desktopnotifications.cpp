// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktopnotifications.h"

#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr auto service = "org.freedesktop.Notifications"_L1;
constexpr auto path = "/org/freedesktop/Notifications"_L1;
constexpr auto defaultAction = "default"_L1;
constexpr int shownAsUsual = -1; ///< how long: as the desktop does it
/// More are not kept: the desktop forgets them as well.
constexpr qsizetype mostShown = 100;

} // namespace

DesktopNotifications::DesktopNotifications(const QDBusConnection &bus, QObject *parent)
    : NoticeSink(parent), m_bus(bus)
{
    if (!m_bus.isConnected()) {
        m_state = State::Missing;
        return;
    }
    // Of whoever says it: naming the service would have it looked up now, while the window waits.
    m_bus.connect({}, path, service, u"ActionInvoked"_s, this, SLOT(invoked(uint, QString)));
    m_bus.connect({}, path, service, u"NotificationClosed"_s, this, SLOT(closed(uint, uint)));
    m_bus.connect({}, path, service, u"ActivationToken"_s, this, SLOT(tokenGiven(uint, QString)));
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call(u"GetCapabilities"_s)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QStringList> reply = *watcher;
        watcher->deleteLater();
        if (reply.isError()) {
            giveUp();
            return;
        }
        m_abilities = reply.value();
        m_state = State::Ready;
        for (const DesktopNotice &notice : std::exchange(m_waiting, {}))
            send(notice);
    });
}

QDBusMessage DesktopNotifications::call(const QString &method) const
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

void DesktopNotifications::show(const DesktopNotice &notice)
{
    if (m_state == State::Ready)
        send(notice);
    else if (m_state == State::Asking)
        m_waiting.append(notice);
}

void DesktopNotifications::send(const DesktopNotice &notice)
{
    QDBusMessage message = call(u"Notify"_s);
    const bool markup = m_abilities.contains("body-markup"_L1);
    QStringList actions;
    if (m_abilities.contains("actions"_L1))
        actions << defaultAction << tr("Show");
    const QString desktopFile = QGuiApplication::desktopFileName();
    QVariantMap hints{{u"urgency"_s, QVariant::fromValue(uchar(notice.urgent ? 2 : 1))},
                      {u"category"_s, notice.urgent ? u"transfer.error"_s : u"transfer.complete"_s}};
    if (!desktopFile.isEmpty())
        hints.insert(u"desktop-entry"_s, desktopFile);
    message << u"OpenAI Data Console"_s << uint(0) << desktopFile << notice.title
            << (markup ? notice.text.toHtmlEscaped() : notice.text) << actions << hints << shownAsUsual;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notice] {
        const QDBusPendingReply<uint> reply = *watcher;
        watcher->deleteLater();
        if (reply.isError()) {
            m_waiting.append(notice);
            giveUp();
            return;
        }
        if (m_shown.size() >= mostShown)
            m_shown.clear();
        m_shown.insert(reply.value(), {notice, {}});
    });
}

void DesktopNotifications::giveUp()
{
    m_state = State::Missing;
    Q_EMIT failed(std::exchange(m_waiting, {}));
}

void DesktopNotifications::invoked(uint id, const QString &action)
{
    const auto it = m_shown.constFind(id);
    if (it == m_shown.cend() || action != defaultAction)
        return; // of another program
    const Shown shown = *it;
    Q_EMIT activated(shown.notice, shown.token);
}

void DesktopNotifications::closed(uint id, uint)
{
    m_shown.remove(id);
}

void DesktopNotifications::tokenGiven(uint id, const QString &token)
{
    const auto it = m_shown.find(id);
    if (it != m_shown.end())
        it->token = token;
}

} // namespace odc

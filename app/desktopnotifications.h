// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/noticesink.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QHash>
#include <QStringList>

namespace odc {

/// Notifications by org.freedesktop.Notifications. What it can do is asked once, without waiting for the
/// answer; until that comes, notices are kept. Without such a service failed() is said.
class DesktopNotifications final : public NoticeSink
{
    Q_OBJECT
public:
    explicit DesktopNotifications(const QDBusConnection &bus, QObject *parent = nullptr);

    bool isAvailable() const override { return m_state != State::Missing; }
    void show(const DesktopNotice &notice) override;

private Q_SLOTS:
    void invoked(uint id, const QString &action);
    void closed(uint id, uint reason);
    void tokenGiven(uint id, const QString &token);

private:
    enum class State { Asking, Ready, Missing };
    struct Shown
    {
        DesktopNotice notice;
        QString token;
    };

    QDBusMessage call(const QString &method) const;
    void send(const DesktopNotice &notice);
    void giveUp();

    QDBusConnection m_bus;
    State m_state = State::Asking;
    QStringList m_abilities;
    QList<DesktopNotice> m_waiting; ///< for the answer
    QHash<uint, Shown> m_shown;
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/noticesink.h"
#include "watch/watchevent.h"

#include <QList>

#include <functional>

namespace odc {

class Clock;
class Settings;

/// Decides what of all that happens is said on the desktop: what the person has not switched off, while the
/// window is not looked at, and many things at once in one sentence. GUI thread.
class Alerts final : public QObject
{
    Q_OBJECT
public:
    /// More than so many within 10 seconds become one.
    static constexpr int mostAtOnce = 5;

    Alerts(const Settings &settings, Clock &clock, QObject *parent = nullptr);

    /// Asked before anything is said: true, and nothing is.
    void setLookedAt(std::function<bool()> isLookedAt) { m_isLookedAt = std::move(isLookedAt); }
    /// Nothing is said before this moment.
    void muteUntil(qint64 unixSeconds) { m_mutedUntil = unixSeconds; }
    bool isMuted() const;

    void take(const WatchEvent &event, const QString &profile);
    void take(const QString &title, const QString &text);

    /// Where a click on it leads.
    static DesktopNotice noticeOf(const WatchEvent &event, const QString &profile);

Q_SIGNALS:
    void said(const odc::DesktopNotice &notice);

private:
    struct Waiting
    {
        DesktopNotice notice;
        int kind = -1; ///< of a WatchEvent; -1: it is none
    };
    void add(const Waiting &waiting);
    void flushLater(qint64 ms);
    void flush();
    DesktopNotice summaryOf(const QList<Waiting> &all) const;

    const Settings &m_settings;
    Clock &m_clock;
    std::function<bool()> m_isLookedAt;
    qint64 m_mutedUntil = 0;
    QList<Waiting> m_waiting;
    QList<qint64> m_saidMs; ///< of the last ten seconds
    bool m_due = false;
};

} // namespace odc

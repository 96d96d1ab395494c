// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts.h"

#include "base/clock.h"
#include "settings/settings.h"
#include "ui/dialogs/alertkinds.h"

#include <algorithm>
#include <utility>

namespace odc {

using namespace Qt::StringLiterals;
using Kind = WatchEvent::Kind;

namespace {

/// What ends together is told together.
constexpr qint64 gatherMs = 400;
constexpr qint64 windowMs = 10'000;

} // namespace

Alerts::Alerts(const Settings &settings, Clock &clock, QObject *parent)
    : QObject(parent), m_settings(settings), m_clock(clock)
{
}

bool Alerts::isMuted() const
{
    return m_clock.unixSeconds() < m_mutedUntil;
}

DesktopNotice Alerts::noticeOf(const WatchEvent &event, const QString &profile)
{
    DesktopNotice notice;
    notice.pageId = event.pageId();
    notice.objectId = event.objectId();
    notice.urgent = event.kind == Kind::Failed;
    notice.title = profile;
    notice.text = event.sentence();
    return notice;
}

void Alerts::take(const WatchEvent &event, const QString &profile)
{
    if (isAlertOn(m_settings, event.kind))
        add({noticeOf(event, profile), int(event.kind)});
}

void Alerts::take(const QString &title, const QString &text)
{
    DesktopNotice notice;
    notice.title = title;
    notice.text = text;
    add({notice, -1});
}

void Alerts::add(const Waiting &waiting)
{
    if (!m_settings.flag(Setting::Notifications) || isMuted() || (m_isLookedAt && m_isLookedAt()))
        return;
    m_waiting.append(waiting);
    flushLater(gatherMs);
}

void Alerts::flushLater(qint64 ms)
{
    if (std::exchange(m_due, true))
        return;
    m_clock.callLater(ms, this, [this] {
        m_due = false;
        flush();
    });
}

void Alerts::flush()
{
    if (m_waiting.isEmpty())
        return;
    const qint64 now = m_clock.monotonicMs();
    m_saidMs.removeIf([now](qint64 at) { return at + windowMs <= now; });
    const qsizetype room = mostAtOnce - m_saidMs.size();
    if (room <= 0) { // what comes until then is one sentence
        flushLater(m_saidMs.first() + windowMs - now);
        return;
    }
    const QList<Waiting> all = std::exchange(m_waiting, {});
    if (m_isLookedAt && m_isLookedAt())
        return; // it is seen there meanwhile
    if (all.size() > room) {
        m_saidMs.append(now);
        Q_EMIT said(summaryOf(all));
        return;
    }
    for (const Waiting &each : all) {
        m_saidMs.append(now);
        Q_EMIT said(each.notice);
    }
}

DesktopNotice Alerts::summaryOf(const QList<Waiting> &all) const
{
    const auto count = [&all](int kind) {
        return int(std::count_if(all.cbegin(), all.cend(),
                                 [kind](const Waiting &each) { return each.kind == kind; }));
    };
    QStringList parts;
    if (const int ended = count(int(Kind::Ended)))
        parts << tr("%Ln job(s) ended", nullptr, ended);
    if (const int failed = count(int(Kind::Failed)))
        parts << tr("%Ln failed", nullptr, failed);
    if (const int stuck = count(int(Kind::Stuck)))
        parts << tr("%Ln seem(s) to be stuck", nullptr, stuck);
    if (const int expiring = count(int(Kind::Expiring)))
        parts << tr("%Ln expire(s) soon", nullptr, expiring);
    if (const int others = count(int(Kind::Attention)) + count(-1))
        parts << tr("%Ln more", nullptr, others);
    DesktopNotice notice;
    notice.title = all.constFirst().notice.title;
    notice.text = parts.join(u", "_s);
    notice.pageId = u"overview"_s;
    notice.urgent =
        std::any_of(all.cbegin(), all.cend(), [](const Waiting &each) { return each.notice.urgent; });
    return notice;
}

} // namespace odc

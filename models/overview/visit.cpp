// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit.h"

#include "base/clock.h"
#include "settings/settings.h"

namespace odc {

Visit::Visit(Settings &settings, const Clock &clock, const QString &scope)
    : m_settings(settings), m_clock(clock), m_scope(scope)
{
    const qint64 now = clock.unixSeconds();
    const qint64 last = settings.text(Setting::LastVisit, scope).toLongLong();
    m_first = last <= 0 || last > now; // a clock that was set back
    m_since = m_first ? now - 24 * 3600 : last;
}

Visit::~Visit()
{
    write(m_leftAt != 0 ? m_leftAt : m_clock.unixSeconds());
}

void Visit::leave()
{
    if (m_leftAt != 0)
        return;
    m_leftAt = m_clock.unixSeconds();
    // The program may be ended without a word.
    if (m_leftAt - m_since > momentSeconds)
        write(m_leftAt);
}

bool Visit::comeBack()
{
    if (m_leftAt == 0)
        return false;
    const qint64 left = m_leftAt;
    m_leftAt = 0;
    if (m_clock.unixSeconds() - left <= momentSeconds)
        return false;
    m_since = left;
    m_first = false;
    return true;
}

void Visit::write(qint64 at)
{
    m_settings.set(Setting::LastVisit, QString::number(at), m_scope);
}

} // namespace odc

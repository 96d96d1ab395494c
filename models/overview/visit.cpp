// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit.h"

#include "base/clock.h"
#include "settings/settings.h"

#include <QStringList>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

const auto firstWord = "first"_L1;

} // namespace

Visit::Visit(Settings &settings, const Clock &clock, const QString &scope)
    : m_settings(settings), m_clock(clock), m_scope(scope)
{
    const qint64 now = clock.unixSeconds();
    // When it ended, what it looked back to, and whether it was the first.
    const QStringList last = settings.text(Setting::LastVisit, scope).split(u' ', Qt::SkipEmptyParts);
    const qint64 ended = last.value(0).toLongLong();
    const qint64 before = last.value(1).toLongLong();
    m_first = ended <= 0 || ended > now; // a clock that was set back
    m_since = m_first ? now - 24 * 3600 : ended;
    if (!m_first && before > 0 && before <= ended && now - ended <= momentSeconds) {
        m_since = before;
        m_first = last.value(2) == firstWord;
    }
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
    write(m_leftAt); // the program may be ended without a word
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

void Visit::write(qint64 endedAt)
{
    QStringList words{QString::number(endedAt), QString::number(m_since)};
    if (m_first)
        words << firstWord;
    m_settings.set(Setting::LastVisit, words.join(u' '), m_scope);
}

} // namespace odc

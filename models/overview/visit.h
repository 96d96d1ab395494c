// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace odc {

class Clock;
class Settings;

/// When a person was last here: the profile was closed, or the window was left alone, for longer than a
/// moment. Within one visit that stays the same, whatever happens; who starts the program again within a
/// moment goes on with it. GUI thread.
class Visit
{
public:
    /// `scope`: of Setting::LastVisit.
    Visit(Settings &settings, const Clock &clock, const QString &scope);
    /// The visit ends, unless it is gone on with within a moment.
    ~Visit();
    Visit(const Visit &) = delete;
    Visit &operator=(const Visit &) = delete;

    /// Unix seconds of the end of the visit before this one. At the very first: a day ago.
    qint64 since() const { return m_since; }
    bool isFirst() const { return m_first; }

    /// The window is not looked at any more.
    void leave();
    /// It is again. True when that is a new visit: since() is another.
    bool comeBack();

    static constexpr qint64 momentSeconds = 10 * 60;

private:
    void write(qint64 endedAt);

    Settings &m_settings;
    const Clock &m_clock;
    QString m_scope;
    qint64 m_since = 0;
    qint64 m_leftAt = 0; ///< 0: it is looked at
    bool m_first = false;
};

} // namespace odc

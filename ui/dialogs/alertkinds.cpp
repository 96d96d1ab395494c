// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertkinds.h"

#include "settings/settings.h"

#include <QStringList>

#include <utility>

namespace odc {

using namespace Qt::StringLiterals;
using Kind = WatchEvent::Kind;

namespace {

constexpr std::pair<Kind, QLatin1StringView> names[] = {{Kind::Ended, "ended"_L1},
                                                        {Kind::Failed, "failed"_L1},
                                                        {Kind::Stuck, "stuck"_L1},
                                                        {Kind::Expiring, "expiring"_L1},
                                                        {Kind::Attention, "attention"_L1}};

QStringList switchedOff(const Settings &settings)
{
    return settings.text(Setting::NotificationsOff).split(u',', Qt::SkipEmptyParts);
}

} // namespace

QString alertName(Kind kind)
{
    for (const auto &[each, name] : names) {
        if (each == kind)
            return name;
    }
    return {};
}

bool isAlertOn(const Settings &settings, Kind kind)
{
    return !switchedOff(settings).contains(alertName(kind));
}

void setAlertOn(Settings &settings, Kind kind, bool on)
{
    QStringList off = switchedOff(settings);
    off.removeAll(alertName(kind));
    if (!on)
        off << alertName(kind);
    settings.set(Setting::NotificationsOff, off.join(u','));
}

} // namespace odc

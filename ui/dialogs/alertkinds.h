// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "watch/watchevent.h"

namespace odc {

class Settings;

/// Whether events of this kind are said on the desktop, by the settings.
bool isAlertOn(const Settings &settings, WatchEvent::Kind kind);
void setAlertOn(Settings &settings, WatchEvent::Kind kind, bool on);
/// As it stands in the settings: "ended".
QString alertName(WatchEvent::Kind kind);

} // namespace odc

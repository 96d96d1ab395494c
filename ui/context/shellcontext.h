// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace odc {

class ArchiveService;
class Clock;
class ProfileConnector;
class ProfileStore;
class SecretStore;
class Settings;
class Theme;

/// What the window is handed by the program. All of it outlives the window.
struct ShellContext {
    Settings &settings;
    ProfileStore &profiles;
    SecretStore &secrets;
    ProfileConnector &connector;
    ArchiveService &archives;
    Theme &theme;
    Clock &clock;
};

} // namespace odc

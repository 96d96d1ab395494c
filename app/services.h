// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archivewriter.h"
#include "app/profileopener.h"
#include "base/clock.h"
#include "settings/profilestore.h"
#include "settings/settings.h"
#include "ui/context/shellcontext.h"

#include <QString>

#include <memory>

namespace odc {

class EnvironmentSecrets;
class SecretRouter;
class Theme;

/// Owns what the program is made of and wires it; everybody else is handed what they need. Made once, in main().
class Services
{
public:
    struct Options {
        QString configFolder; ///< settings and profiles
        QString dataFolder;   ///< the embedded server's data
        bool memorySecrets = false; ///< keys are kept for this run only (tests, tour)
    };

    /// The language of the settings, wanted before Services is made: its parts name things.
    static QString language(const Options &options);

    Services(const Options &options, Theme &theme);
    ~Services();
    Services(const Services &) = delete;
    Services &operator=(const Services &) = delete;

    ShellContext context();
    Settings &settings() { return m_settings; }
    ProfileStore &profiles() { return m_profiles; }
    ProfileOpener &opener() { return *m_opener; }
    ArchiveWriter &archives() { return *m_archives; }
    /// The profile to start with: the environment's when there is one, else the last used, else Local.
    QString startProfile() const;

private:
    Theme &m_theme;
    SystemClock m_clock;
    Settings m_settings;
    ProfileStore m_profiles;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<ProfileOpener> m_opener;
    std::unique_ptr<ArchiveWriter> m_archives; ///< its connections may go to the opener's servers
};

} // namespace odc

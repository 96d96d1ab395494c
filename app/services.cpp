// SPDX-License-Identifier: GPL-3.0-or-later
#include "services.h"

#include "app/secretrouter.h"
#include "base/longwork.h"
#include "secrets/environmentsecrets.h"
#include "secrets/fallbacksecretstore.h"
#include "secrets/keychainsecretstore.h"
#include "secrets/memorysecretstore.h"

#include <QCoreApplication>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// A ready profile from OPENAI_* variables, kept in memory only.
Profile environmentProfile(const EnvironmentSecrets &environment)
{
    Profile profile;
    profile.id = QLatin1StringView(environmentProfileId);
    profile.name = QCoreApplication::translate("Services", "Environment");
    profile.kind = environment.baseUrl().isEmpty() ? Profile::Kind::OpenAI : Profile::Kind::Compatible;
    profile.baseUrl = environment.baseUrl();
    profile.organization = environment.organization();
    profile.project = environment.project();
    profile.colour = u"#7C3AED"_s;
    profile.hasApiKey = true;
    profile.temporary = true;
    return profile;
}

QString settingsFile(const Services::Options &options)
{
    return options.configFolder + u"/settings.json"_s;
}

std::unique_ptr<SecretStore> makeStore(bool memoryOnly, Clock &clock)
{
    if (memoryOnly)
        return std::make_unique<MemorySecretStore>();
    return std::make_unique<FallbackSecretStore>(std::make_unique<KeychainSecretStore>(clock));
}

} // namespace

QString Services::language(const Options &options)
{
    return Settings::storedLanguage(settingsFile(options));
}

Services::Services(const Options &options, Theme &theme)
    : m_theme(theme), m_settings(settingsFile(options)),
      m_profiles(options.configFolder + u"/profiles.json"_s)
{
    auto environment = std::make_unique<EnvironmentSecrets>(QLatin1StringView(environmentProfileId));
    if (environment->isPresent())
        m_profiles.put(environmentProfile(*environment));
    m_secrets = std::make_unique<SecretRouter>(std::move(environment), makeStore(options.memorySecrets, m_clock));
    m_opener = std::make_unique<ProfileOpener>(m_profiles, *m_secrets, m_settings, m_clock, options.dataFolder);
    m_archives = std::make_unique<ArchiveWriter>(m_profiles, *m_opener, m_settings, m_clock,
                                                 options.dataFolder);
}

Services::~Services()
{
    // Threads of the pool that worked for the embedded server hold connections to its database. They must end before
    // the server does, and before Qt's own statics: left to the end of the process, that is a crash on the way out.
    waitForBackground();
}

ShellContext Services::context()
{
    return {m_settings, m_profiles, *m_secrets, *m_opener, *m_archives, m_theme, m_clock};
}

QString Services::startProfile() const
{
    if (m_profiles.find(QLatin1StringView(environmentProfileId)))
        return QLatin1StringView(environmentProfileId);
    const QString last = m_settings.text(Setting::LastProfile);
    return m_profiles.find(last) ? last : QString(QLatin1StringView(localProfileId));
}

} // namespace odc

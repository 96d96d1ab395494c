// SPDX-License-Identifier: GPL-3.0-or-later
#include "environmentsecrets.h"

using namespace Qt::StringLiterals;

namespace odc {

EnvironmentSecrets::EnvironmentSecrets(const QString &profileId, const QProcessEnvironment &environment,
                                       QObject *parent)
    : SecretStore(parent), m_profileId(profileId)
{
    // Keys come from files and shell profiles: a newline at the end is no part of them.
    const auto value = [&environment](const QString &name) { return environment.value(name).trimmed(); };
    m_apiKey = SecretString(value(u"OPENAI_API_KEY"_s));
    m_adminKey = SecretString(value(u"OPENAI_ADMIN_KEY"_s));
    m_baseUrl = value(u"OPENAI_BASE_URL"_s);
    m_organization = value(u"OPENAI_ORG_ID"_s);
    m_project = value(u"OPENAI_PROJECT_ID"_s);
}

QString EnvironmentSecrets::description() const
{
    return tr("Keys come from the environment and are never saved.");
}

void EnvironmentSecrets::read(const QString &profileId, SecretKind which, bool expected, QObject *owner,
                              ReadDone done)
{
    Q_UNUSED(expected) // What is not set is surely not there.
    std::optional<SecretString> found;
    if (const SecretString &secret = which == SecretKind::ApiKey ? m_apiKey : m_adminKey;
        profileId == m_profileId && !secret.isEmpty())
        found = secret;
    QMetaObject::invokeMethod(
        owner, [found, done = std::move(done)] { done(found); }, Qt::QueuedConnection);
}

void EnvironmentSecrets::write(const QString &, SecretKind, const SecretString &, QObject *owner,
                               WriteDone done)
{
    QMetaObject::invokeMethod(
        owner, [error = readOnlyError(), done = std::move(done)] { done(tl::unexpected(error)); },
        Qt::QueuedConnection);
}

void EnvironmentSecrets::remove(const QString &, SecretKind, bool, QObject *owner, RemoveDone done)
{
    QMetaObject::invokeMethod(
        owner, [error = readOnlyError(), done = std::move(done)] { done(tl::unexpected(error)); },
        Qt::QueuedConnection);
}

SecretError EnvironmentSecrets::readOnlyError() const
{
    return {SecretError::Kind::ReadOnly,
            tr("This profile's keys come from environment variables."),
            tr("Change OPENAI_API_KEY or OPENAI_ADMIN_KEY and start the console again."),
            {}};
}

} // namespace odc

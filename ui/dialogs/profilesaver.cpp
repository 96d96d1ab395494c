// SPDX-License-Identifier: GPL-3.0-or-later
#include "profilesaver.h"

#include "settings/profilestore.h"

namespace odc {

ProfileSaver::ProfileSaver(const ShellContext &context, const Profile &profile, const SecretString &apiKey,
                           const SecretString &adminKey)
    : QObject(&context.profiles), m_context(context), m_profile(profile), m_apiKey(apiKey), m_adminKey(adminKey)
{
}

void ProfileSaver::start()
{
    const Profile *stored = m_profile.id.isEmpty() ? nullptr : m_context.profiles.find(m_profile.id);
    m_profile.hasApiKey = stored && stored->hasApiKey;
    m_profile.hasAdminKey = stored && stored->hasAdminKey;
    if (stored && stored->origin() != m_profile.origin()) {
        forgetOldKeys(*stored);
        return;
    }
    QMetaObject::invokeMethod(this, &ProfileSaver::writeProfile, Qt::QueuedConnection);
}

void ProfileSaver::forgetOldKeys(const Profile &stored)
{
    // Not left to the writing of new ones: when that ends in memory, the old key would be back at the next start, and
    // go to the new address.
    const auto forget = [this](SecretKind which, bool expected) {
        ++m_awaited;
        m_context.secrets.remove(m_profile.id, which, expected, this, [this](const SecretStore::RemoveResult &result) {
            if (!result)
                sayProblem(result.error());
            if (--m_awaited > 0)
                return;
            if (m_outcome.problem.isEmpty())
                writeProfile();
            else
                end();
        });
    };
    m_profile.hasApiKey = false;
    m_profile.hasAdminKey = false;
    const bool api = stored.hasApiKey;
    const bool admin = stored.hasAdminKey;
    forget(SecretKind::ApiKey, api);
    forget(SecretKind::AdminKey, admin);
}

void ProfileSaver::writeProfile()
{
    const auto stored = m_context.profiles.put(m_profile);
    if (!stored) {
        m_outcome.problem = tr("The profile could not be saved.");
        m_outcome.details = stored.error().details();
        end();
        return;
    }
    m_profile.id = *stored;
    m_outcome.profileId = *stored;
    writeKey(SecretKind::ApiKey, m_apiKey);
    writeKey(SecretKind::AdminKey, m_adminKey);
    if (m_awaited == 0)
        end();
}

void ProfileSaver::writeKey(SecretKind which, const SecretString &key)
{
    if (key.isEmpty())
        return;
    ++m_awaited;
    m_context.secrets.write(m_profile.id, which, key, this,
                            [this, which](const SecretStore::WriteResult &result) { keyWritten(which, result); });
}

void ProfileSaver::keyWritten(SecretKind which, const SecretStore::WriteResult &result)
{
    if (!result) {
        sayProblem(result.error());
    } else {
        const bool kept = *result == SecretStore::Kind::Keychain;
        (kept ? m_outcome.inKeychain : m_outcome.inMemory) += 1;
        (which == SecretKind::ApiKey ? m_profile.hasApiKey : m_profile.hasAdminKey) = kept;
    }
    writeFlags(); // each at once: the other may wait for somebody to unlock the keychain
    if (--m_awaited == 0)
        end();
}

void ProfileSaver::writeFlags()
{
    const Profile *stored = m_context.profiles.find(m_profile.id);
    // Removed meanwhile: there is nothing to note.
    if (stored && (stored->hasApiKey != m_profile.hasApiKey || stored->hasAdminKey != m_profile.hasAdminKey)) {
        Profile noted = *stored;
        noted.hasApiKey = m_profile.hasApiKey;
        noted.hasAdminKey = m_profile.hasAdminKey;
        if (const auto saved = m_context.profiles.put(noted); !saved) {
            m_outcome.problem = tr("The profile could not be saved.");
            m_outcome.details = saved.error().details();
        }
    }
}

void ProfileSaver::sayProblem(const SecretError &error)
{
    m_outcome.problem = error.message + u' ' + error.advice;
    m_outcome.details = error.detail;
}

void ProfileSaver::end()
{
    Q_EMIT finished(m_outcome);
    deleteLater();
}

} // namespace odc

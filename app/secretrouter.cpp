// SPDX-License-Identifier: GPL-3.0-or-later
#include "secretrouter.h"

#include "secrets/environmentsecrets.h"

namespace odc {

SecretRouter::SecretRouter(std::unique_ptr<EnvironmentSecrets> environment, std::unique_ptr<SecretStore> store,
                           QObject *parent)
    : SecretStore(parent), m_environment(std::move(environment)), m_store(std::move(store))
{
    connect(m_store.get(), &SecretStore::storageChanged, this, &SecretStore::storageChanged);
}

SecretRouter::~SecretRouter() = default;

SecretStore &SecretRouter::storeOf(const QString &profileId) const
{
    if (profileId == m_environment->profileId())
        return *m_environment;
    return *m_store;
}

SecretStore::Kind SecretRouter::kind() const
{
    return m_store->kind();
}

QString SecretRouter::description() const
{
    return m_store->description();
}

void SecretRouter::read(const QString &profileId, SecretKind which, bool expected, QObject *owner, ReadDone done)
{
    storeOf(profileId).read(profileId, which, expected, owner, std::move(done));
}

void SecretRouter::write(const QString &profileId, SecretKind which, const SecretString &secret, QObject *owner,
                         WriteDone done)
{
    storeOf(profileId).write(profileId, which, secret, owner, std::move(done));
}

void SecretRouter::remove(const QString &profileId, SecretKind which, bool expected, QObject *owner, RemoveDone done)
{
    storeOf(profileId).remove(profileId, which, expected, owner, std::move(done));
}

} // namespace odc

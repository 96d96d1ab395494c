// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/secretstore.h"

#include <memory>

namespace odc {

class EnvironmentSecrets;

/// Sends questions about the environment's profile to the environment, all others to the person's store.
class SecretRouter final : public SecretStore
{
    Q_OBJECT
public:
    SecretRouter(std::unique_ptr<EnvironmentSecrets> environment, std::unique_ptr<SecretStore> store,
                 QObject *parent = nullptr);
    ~SecretRouter() override;

    Kind kind() const override;
    QString description() const override;
    void probe() override { m_store->probe(); }
    void read(const QString &profileId, SecretKind which, bool expected, QObject *owner, ReadDone done) override;
    void write(const QString &profileId, SecretKind which, const SecretString &secret, QObject *owner,
               WriteDone done) override;
    void remove(const QString &profileId, SecretKind which, bool expected, QObject *owner, RemoveDone done) override;

private:
    SecretStore &storeOf(const QString &profileId) const;

    std::unique_ptr<EnvironmentSecrets> m_environment;
    std::unique_ptr<SecretStore> m_store;
};

} // namespace odc

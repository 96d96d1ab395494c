// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "memorysecretstore.h"

#include <QSet>

#include <memory>
#include <utility>

namespace odc {

/// The policy: the keychain first; what it does not take is kept in memory for this run, and storageChanged()
/// says so.
class FallbackSecretStore final : public SecretStore
{
    Q_OBJECT
public:
    /// `keychain` is never null.
    explicit FallbackSecretStore(std::unique_ptr<SecretStore> keychain, QObject *parent = nullptr);

    Kind kind() const override;
    QString description() const override;
    void probe() override;

    /// Asks memory, then the keychain if the key is `expected` to be there, or was put there in this run.
    void read(const QString &profileId, SecretKind which, bool expected, QObject *owner,
              ReadDone done) override;
    /// Succeeds always; the answer says where the key went, lastFailure() why not into the keychain.
    void write(const QString &profileId, SecretKind which, const SecretString &secret, QObject *owner,
               WriteDone done) override;
    /// Removes from both. A keychain that fails is an error only when the key is `expected`.
    void remove(const QString &profileId, SecretKind which, bool expected, QObject *owner,
                RemoveDone done) override;

    /// Why the keychain was not used the last time; nothing while it works.
    const std::optional<SecretError> &lastFailure() const { return m_failure; }

private:
    void setFailure(const std::optional<SecretError> &failure);
    bool isOurs(const QString &profileId, SecretKind which) const { return m_written.contains({profileId, int(which)}); }

    std::unique_ptr<SecretStore> m_keychain;
    MemorySecretStore m_memory;
    std::optional<SecretError> m_failure;
    QSet<std::pair<QString, int>> m_written; ///< into the keychain in this run, whether or not that is noted already
};

} // namespace odc

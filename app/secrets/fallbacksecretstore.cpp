// SPDX-License-Identifier: GPL-3.0-or-later
#include "fallbacksecretstore.h"

#include <QPointer>

namespace odc {

using namespace Qt::StringLiterals;

// The keychain is asked with this object as the owner, not the caller's: the key has to be kept somewhere
// although the dialog that asked for it is gone.

FallbackSecretStore::FallbackSecretStore(std::unique_ptr<SecretStore> keychain, QObject *parent)
    : SecretStore(parent), m_keychain(std::move(keychain))
{
}

SecretStore::Kind FallbackSecretStore::kind() const
{
    return m_failure ? m_memory.kind() : m_keychain->kind();
}

QString FallbackSecretStore::description() const
{
    return m_failure ? m_memory.description() : m_keychain->description();
}

void FallbackSecretStore::probe()
{
    m_keychain->read(u"probe"_s, SecretKind::ApiKey, false, this, [this](const ReadResult &result) {
        setFailure(result ? std::nullopt : std::optional(result.error()));
    });
}

void FallbackSecretStore::read(const QString &profileId, SecretKind which, bool expected, QObject *owner,
                               ReadDone done)
{
    if (m_memory.find(profileId, which)) {
        m_memory.read(profileId, which, expected, owner, std::move(done));
        return;
    }
    if (!expected && !isOurs(profileId, which)) {
        // What was put into the keychain the profile notes. Asking for what is not there loads the keychain's client and
        // wakes its service, of which the start of a profile without a key would have to wait.
        QMetaObject::invokeMethod(owner, [done = std::move(done)] { done(ReadResult(std::nullopt)); }, Qt::QueuedConnection);
        return;
    }
    m_keychain->read(
        profileId, which, expected, this,
        [this, owner = QPointer(owner), done = std::move(done)](const ReadResult &result) {
            setFailure(result ? std::nullopt : std::optional(result.error()));
            if (owner)
                done(result);
        });
}

void FallbackSecretStore::write(const QString &profileId, SecretKind which, const SecretString &secret,
                                QObject *owner, WriteDone done)
{
    // In memory first: whoever reads while the keychain is asking the person already gets the new key.
    m_memory.put(profileId, which, secret);
    m_keychain->write(profileId, which, secret, this,
                      [this, profileId, which, secret, owner = QPointer(owner),
                       done = std::move(done)](const WriteResult &result) {
                          // Not a newer key that was written meanwhile.
                          if (result && m_memory.find(profileId, which) == secret)
                              m_memory.drop(profileId, which);
                          if (result)
                              m_written.insert({profileId, int(which)});
                          setFailure(result ? std::nullopt : std::optional(result.error()));
                          if (owner)
                              done(result ? *result : m_memory.kind());
                      });
}

void FallbackSecretStore::remove(const QString &profileId, SecretKind which, bool expected, QObject *owner,
                                 RemoveDone done)
{
    m_memory.drop(profileId, which);
    m_written.remove({profileId, int(which)});
    m_keychain->remove(
        profileId, which, expected, this,
        [this, expected, owner = QPointer(owner), done = std::move(done)](const RemoveResult &result) {
            setFailure(result ? std::nullopt : std::optional(result.error()));
            if (owner)
                done(result || expected ? result : RemoveResult());
        });
}

void FallbackSecretStore::setFailure(const std::optional<SecretError> &failure)
{
    const bool changes = failure.has_value() != m_failure.has_value();
    m_failure = failure;
    if (changes)
        Q_EMIT storageChanged(description());
}

} // namespace odc

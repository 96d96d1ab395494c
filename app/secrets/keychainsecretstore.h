// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/secretstore.h"

namespace QKeychain {
class Job;
}

namespace odc {

class Clock;

/// Keeps keys in the system's keychain (Secret Service, KWallet, macOS, Windows). Never falls back to a file.
class KeychainSecretStore final : public SecretStore
{
    Q_OBJECT
public:
    /// A keychain that is not there yet may still be starting with the desktop: an expected key is asked for
    /// once more after this time.
    static constexpr qint64 retryDelayMs = 10'000;

    /// `clock` outlives this.
    explicit KeychainSecretStore(Clock &clock, QObject *parent = nullptr);

    Kind kind() const override { return Kind::Keychain; }
    QString description() const override;
    void read(const QString &profileId, SecretKind which, bool expected, QObject *owner,
              ReadDone done) override;
    void write(const QString &profileId, SecretKind which, const SecretString &secret, QObject *owner,
               WriteDone done) override;
    void remove(const QString &profileId, SecretKind which, bool expected, QObject *owner,
                RemoveDone done) override;

private:
    void startRead(const QString &key, bool expected, bool mayRetry, QObject *owner, const ReadDone &done);
    void startRemove(const QString &key, QObject *owner, const RemoveDone &done);
    /// Nothing when the job succeeded.
    std::optional<SecretError> errorOf(const QKeychain::Job &job) const;
    SecretError withheldError() const;

    Clock &m_clock;
};

} // namespace odc

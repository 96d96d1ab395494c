// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychainsecretstore.h"

#include "base/clock.h"

#include <QPointer>

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace odc {

namespace {

QString serviceName()
{
    return u"OpenAI Data Console"_s;
}

QString keyName(const QString &profileId, SecretKind which)
{
    return profileId + (which == SecretKind::ApiKey ? "/api-key"_L1 : "/admin-key"_L1);
}

} // namespace

// QtKeychain's jobs delete themselves after finished() and never emit it from within start().

KeychainSecretStore::KeychainSecretStore(Clock &clock, QObject *parent) : SecretStore(parent), m_clock(clock)
{
}

QString KeychainSecretStore::description() const
{
    return tr("Keys are kept in the system's keychain.");
}

void KeychainSecretStore::read(const QString &profileId, SecretKind which, bool expected, QObject *owner,
                               ReadDone done)
{
    startRead(keyName(profileId, which), expected, expected, owner, done);
}

void KeychainSecretStore::startRead(const QString &key, bool expected, bool mayRetry, QObject *owner,
                                    const ReadDone &done)
{
    auto *job = new QKeychain::ReadPasswordJob(serviceName());
    job->setKey(key);
    const QPointer<KeychainSecretStore> self(this);
    connect(job, &QKeychain::Job::finished, owner, [self, job, key, expected, mayRetry, owner, done] {
        if (!self)
            return;
        if (job->error() == QKeychain::EntryNotFound) {
            // A locked keychain without anybody to ask for the password says "not found" too.
            done(expected ? ReadResult(tl::unexpected(self->withheldError())) : ReadResult(std::nullopt));
        } else if (const std::optional<SecretError> error = self->errorOf(*job)) {
            if (error->kind == SecretError::Kind::Unavailable && mayRetry) {
                self->m_clock.callLater(retryDelayMs, owner, [self, key, expected, owner, done] {
                    if (self)
                        self->startRead(key, expected, false, owner, done);
                });
            } else {
                done(tl::unexpected(*error));
            }
        } else {
            done(SecretString(job->textData()));
        }
    });
    job->start();
}

void KeychainSecretStore::write(const QString &profileId, SecretKind which, const SecretString &secret,
                                QObject *owner, WriteDone done)
{
    if (secret.isEmpty()) {
        remove(profileId, which, false, owner, [done = std::move(done)](const RemoveResult &removed) {
            done(removed.map([] { return Kind::Keychain; }));
        });
        return;
    }
    auto *job = new QKeychain::WritePasswordJob(serviceName());
    job->setKey(keyName(profileId, which));
    job->setTextData(secret.reveal());
    connect(job, &QKeychain::Job::finished, owner, [self = QPointer(this), job, done = std::move(done)] {
        if (!self)
            return;
        if (const std::optional<SecretError> error = self->errorOf(*job))
            done(tl::unexpected(*error));
        else
            done(Kind::Keychain);
    });
    job->start();
}

void KeychainSecretStore::remove(const QString &profileId, SecretKind which, bool expected, QObject *owner,
                                 RemoveDone done)
{
    const QString key = keyName(profileId, which);
    if (!expected) {
        startRemove(key, owner, done);
        return;
    }
    // libsecret reports success for a key in a locked keychain and leaves it there; only one that can be read
    // goes.
    startRead(key, true, false, owner, [self = QPointer(this), key, owner, done](const ReadResult &found) {
        if (!found)
            done(tl::unexpected(found.error()));
        else if (self)
            self->startRemove(key, owner, done);
    });
}

void KeychainSecretStore::startRemove(const QString &key, QObject *owner, const RemoveDone &done)
{
    auto *job = new QKeychain::DeletePasswordJob(serviceName());
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, owner, [self = QPointer(this), job, done] {
        if (!self)
            return;
        const std::optional<SecretError> error = self->errorOf(*job);
        if (error && job->error() != QKeychain::EntryNotFound)
            done(tl::unexpected(*error));
        else
            done({});
    });
    job->start();
}

std::optional<SecretError> KeychainSecretStore::errorOf(const QKeychain::Job &job) const
{
    switch (job.error()) {
    case QKeychain::NoError:
        return std::nullopt;
    case QKeychain::AccessDeniedByUser:
        return SecretError{SecretError::Kind::Refused, tr("Access to the system's keychain was refused."),
                           tr("Allow it when the system asks, and try again."), job.errorString()};
    case QKeychain::AccessDenied:
    case QKeychain::CouldNotDeleteEntry:
        return SecretError{SecretError::Kind::Locked, tr("The system's keychain is locked."),
                           tr("Unlock it and try again."), job.errorString()};
    case QKeychain::EntryNotFound:
        return withheldError();
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError: // Without a session bus, too.
        break;
    }
    return SecretError{
        SecretError::Kind::Unavailable, tr("This system offers no keychain right now."),
        tr("Start a keychain service such as GNOME Keyring or KWallet, or enter the key for this run."),
        job.errorString()};
}

SecretError KeychainSecretStore::withheldError() const
{
    return {SecretError::Kind::Locked,
            tr("The system's keychain did not give out the key that was stored there."),
            tr("Unlock the keychain and try again, or enter the key anew."),
            {}};
}

} // namespace odc

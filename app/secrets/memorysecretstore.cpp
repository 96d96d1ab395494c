// SPDX-License-Identifier: GPL-3.0-or-later
#include "memorysecretstore.h"

namespace odc {

namespace {

std::pair<QString, int> slot(const QString &profileId, SecretKind which)
{
    return {profileId, static_cast<int>(which)};
}

} // namespace

QString MemorySecretStore::description() const
{
    return tr("Keys are kept in memory until you quit.");
}

void MemorySecretStore::read(const QString &profileId, SecretKind which, bool expected, QObject *owner,
                             ReadDone done)
{
    Q_UNUSED(expected) // What is not in memory is surely not there.
    QMetaObject::invokeMethod(
        owner, [found = find(profileId, which), done = std::move(done)] { done(found); },
        Qt::QueuedConnection);
}

void MemorySecretStore::write(const QString &profileId, SecretKind which, const SecretString &secret,
                              QObject *owner, WriteDone done)
{
    put(profileId, which, secret);
    QMetaObject::invokeMethod(
        owner, [done = std::move(done)] { done(Kind::Memory); }, Qt::QueuedConnection);
}

void MemorySecretStore::remove(const QString &profileId, SecretKind which, bool expected, QObject *owner,
                               RemoveDone done)
{
    Q_UNUSED(expected)
    drop(profileId, which);
    QMetaObject::invokeMethod(
        owner, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

std::optional<SecretString> MemorySecretStore::find(const QString &profileId, SecretKind which) const
{
    const auto it = m_secrets.constFind(slot(profileId, which));
    return it == m_secrets.cend() ? std::nullopt : std::optional(*it);
}

void MemorySecretStore::put(const QString &profileId, SecretKind which, const SecretString &secret)
{
    if (secret.isEmpty())
        drop(profileId, which);
    else
        m_secrets.insert(slot(profileId, which), secret);
}

void MemorySecretStore::drop(const QString &profileId, SecretKind which)
{
    m_secrets.remove(slot(profileId, which));
}

} // namespace odc

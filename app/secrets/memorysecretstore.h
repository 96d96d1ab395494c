// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/secretstore.h"

#include <QHash>

#include <utility>

namespace odc {

/// Keeps keys in this process only: they are gone when it ends.
class MemorySecretStore final : public SecretStore
{
    Q_OBJECT
public:
    using SecretStore::SecretStore;

    Kind kind() const override { return Kind::Memory; }
    QString description() const override;
    void read(const QString &profileId, SecretKind which, bool expected, QObject *owner,
              ReadDone done) override;
    void write(const QString &profileId, SecretKind which, const SecretString &secret, QObject *owner,
               WriteDone done) override;
    void remove(const QString &profileId, SecretKind which, bool expected, QObject *owner,
                RemoveDone done) override;

    /// At once what read() tells later.
    std::optional<SecretString> find(const QString &profileId, SecretKind which) const;
    /// At once what write() does.
    void put(const QString &profileId, SecretKind which, const SecretString &secret);
    /// At once what remove() does.
    void drop(const QString &profileId, SecretKind which);

private:
    QHash<std::pair<QString, int>, SecretString> m_secrets;
};

} // namespace odc

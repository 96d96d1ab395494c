// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/secretstore.h"

#include <QProcessEnvironment>

namespace odc {

/// The profile that the OPENAI_* variables describe, and its keys. Read once, never written anywhere; an
/// empty variable counts as absent.
class EnvironmentSecrets final : public SecretStore
{
    Q_OBJECT
public:
    /// Answers for `profileId` only; other profiles have no keys here.
    explicit EnvironmentSecrets(
        const QString &profileId,
        const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment(),
        QObject *parent = nullptr);

    /// Whether the variables give a usable profile: a key of either kind is set.
    bool isPresent() const { return !m_apiKey.isEmpty() || !m_adminKey.isEmpty(); }
    QString profileId() const { return m_profileId; }
    QString baseUrl() const { return m_baseUrl; }           ///< OPENAI_BASE_URL, empty when absent
    QString organization() const { return m_organization; } ///< OPENAI_ORG_ID, empty when absent
    QString project() const { return m_project; }           ///< OPENAI_PROJECT_ID, empty when absent

    Kind kind() const override { return Kind::Environment; }
    QString description() const override;
    void read(const QString &profileId, SecretKind which, bool expected, QObject *owner,
              ReadDone done) override;
    void write(const QString &profileId, SecretKind which, const SecretString &secret, QObject *owner,
               WriteDone done) override;
    void remove(const QString &profileId, SecretKind which, bool expected, QObject *owner,
                RemoveDone done) override;

private:
    SecretError readOnlyError() const;

    QString m_profileId;
    SecretString m_apiKey;
    SecretString m_adminKey;
    QString m_baseUrl;
    QString m_organization;
    QString m_project;
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/embeddedserver.h"
#include "ui/context/profileconnector.h"

#include <memory>

namespace odc {

class Clock;
class ProfileStore;
class SecretStore;
class Session;
class TransferQueue;

/// Turns profiles into sessions: fetches the keys, starts the embedded server for Local, builds transport and queue.
/// At most one session is open; tests of a profile use sessions of their own.
class ProfileOpener final : public ProfileConnector
{
    Q_OBJECT
public:
    ProfileOpener(ProfileStore &profiles, SecretStore &secrets, Clock &clock, const QString &dataFolder,
                  QObject *parent = nullptr);
    ~ProfileOpener() override;

    void open(const QString &profileId) override;
    void test(const Profile &profile, const SecretString &typedKey, QObject *owner,
              std::function<void(const ConnectionReport &)> done) override;
    void addSampleData(QObject *owner, std::function<void(const QString &)> done) override;
    void localSession(QObject *owner, std::function<void(Session *session, const QString &error)> done) override;
    void countUnfinishedTransfers(const QString &profileId, QObject *owner, std::function<void(int)> done) override;
    void forgetTransfers(const QString &profileId) override;

    /// Null while none is open.
    Session *session() const { return m_session.get(); }
    TransferQueue *transfers() const { return m_transfers.get(); }
    EmbeddedServer &embeddedServer() { return m_server; }

private:
    struct Keys {
        SecretString api;
        SecretString admin;
    };
    using SessionDone = std::function<void(std::unique_ptr<Session>, const QString &headline, const QString &advice)>;

    void close();
    QString journalFolder(const QString &profileId) const;
    void makeSession(const Profile &profile, const SecretString &typedKey, QObject *owner, SessionDone done);
    void readKeys(const Profile &profile, const SecretString &typedKey, QObject *owner,
                  std::function<void(const Keys &, const QString &headline, const QString &advice)> done);

    ProfileStore &m_profiles;
    SecretStore &m_secrets;
    Clock &m_clock;
    EmbeddedServer m_server;
    const QString m_transfersFolder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<TransferQueue> m_transfers; ///< of the session; goes before it
    QString m_transfersOf;      ///< id of the profile that m_transfers is of
    bool m_forgets = false;     ///< that profile was removed
    std::unique_ptr<QObject> m_opening; ///< owner of the opening under way; destroyed to drop it
};

} // namespace odc

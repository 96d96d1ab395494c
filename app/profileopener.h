// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/embeddedserver.h"
#include "ui/context/profileconnector.h"

#include <QHash>

#include <memory>

namespace odc {

class AuditLog;
class Clock;
class JobWatch;
class ObjectIndex;
class ProfileStore;
class RequestQueue;
class SecretStore;
class Session;
class Settings;
class TransferQueue;

/// Turns profiles into sessions: fetches the keys, starts the embedded server for Local, builds transport and queue.
/// At most one session is open; tests of a profile use sessions of their own.
class ProfileOpener final : public ProfileConnector
{
    Q_OBJECT
public:
    ProfileOpener(ProfileStore &profiles, SecretStore &secrets, const Settings &settings, Clock &clock, const QString &dataFolder,
                  QObject *parent = nullptr);
    ~ProfileOpener() override;

    void open(const QString &profileId) override;
    /// Begins with what opening this profile will take, while there is other work to do: the start of the program.
    void prepare(const QString &profileId);
    void test(const Profile &profile, const SecretString &typedKey, QObject *owner,
              std::function<void(const ConnectionReport &)> done) override;
    void addSampleData(QObject *owner, std::function<void(const QString &)> done) override;
    void localSession(QObject *owner, std::function<void(Session *session, const QString &error)> done) override;
    void countUnfinishedTransfers(const QString &profileId, QObject *owner, std::function<void(int)> done) override;
    void forgetTransfers(const QString &profileId) override;
    void forgetSeen(const QString &profileId) override;
    QString indexFile(const QString &profileId) const override;
    QString cleaningFile(const QString &profileId) const override;

    /// What a profile needs to be worked with, beside the open one. The server, where there is one, lives as long as this.
    struct Connection {
        std::shared_ptr<EmbeddedServer> server; ///< first: the session goes before it
        std::unique_ptr<Session> session;
        std::function<QString(const QString &)> redactor{}; ///< takes the session's keys out of a text
    };
    /// `done` gets a connection, or translated sentences; not made when `owner` is gone.
    using Connected = std::function<void(Connection, const QString &headline, const QString &advice)>;
    void connectTo(const Profile &profile, QObject *owner, Connected done);
    /// Where a Local profile or an archive has its data; empty for others.
    QString folderOf(const Profile &profile) const;

    /// Null while none is open.
    Session *session() const { return m_session.get(); }
    TransferQueue *transfers() const { return m_transfers.get(); }
    ObjectIndex *index() const { return m_index.get(); }
    JobWatch *watch() const { return m_watch.get(); }
    AuditLog *audit() const { return m_audit.get(); }
    EmbeddedServer &embeddedServer() { return *m_server; }
    /// One connection for a server of this program; the session's transport.
    static std::unique_ptr<RequestQueue> localQueue(const QUrl &url, const EmbeddedServer &server, Clock &clock);

private:
    struct Keys {
        SecretString api;
        SecretString admin;
    };

    void close();
    void makeParts(const Profile &profile);
    /// Of the place where the profile is now.
    QString keptNameNow(const QString &profileId) const;
    QString journalFolder(const QString &profileId) const;
    /// Lets go of servers that nobody works with any more.
    void dropIdleServers();
    /// The server of a folder, shared by all who work on it at this time.
    std::shared_ptr<EmbeddedServer> serverOf(const Profile &profile);
    void makeSession(const Profile &profile, const SecretString &typedKey, QObject *owner, Connected done);
    void readKeys(const Profile &profile, const SecretString &typedKey, EmbeddedServer *server, QObject *owner,
                  std::function<void(const Keys &, const QString &headline, const QString &advice)> done);

    ProfileStore &m_profiles;
    SecretStore &m_secrets;
    const Settings &m_settings;
    Clock &m_clock;
    const QString m_localFolder;
    std::shared_ptr<EmbeddedServer> m_server; ///< of the program's own data, kept running
    QHash<QString, std::shared_ptr<EmbeddedServer>> m_folderServers; ///< by profile id
    const QString m_transfersFolder;
    const QString m_indexFolder;
    const QString m_auditFolder;
    const QString m_cleaningFolder;
    std::shared_ptr<EmbeddedServer> m_openServer; ///< of the open profile
    std::unique_ptr<Session> m_session;
    std::unique_ptr<TransferQueue> m_transfers; ///< of the session; goes before it
    std::unique_ptr<AuditLog> m_audit;          ///< of the session, too, like what follows
    std::unique_ptr<ObjectIndex> m_index;
    class Observers;
    std::unique_ptr<Observers> m_observers;
    std::unique_ptr<JobWatch> m_watch;
    QString m_transfersOf;      ///< id of the profile that m_transfers is of
    bool m_forgets = false;     ///< that profile was removed
    bool m_forgetsSeen = false; ///< of the open one, what the index keeps
    std::unique_ptr<QObject> m_opening; ///< owner of the opening under way; destroyed to drop it
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/secretstore.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QSemaphore>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>

namespace odc::server {
class LocalServer;
}

namespace odc {

/// A local server inside this program, on one data folder: started when it is first wanted, with two random tokens made
/// for this run, one of them an administrator's, stopped with the object. GUI thread; what may take long runs on the pool.
class EmbeddedServer
{
public:
    enum class Mode {
        Work,     ///< a profile's own data
        ReadOnly, ///< an archive that is looked at
        Archiving ///< an archive that is being written
    };

    explicit EmbeddedServer(const QString &dataFolder, Mode mode = Mode::Work);
    ~EmbeddedServer();

    /// Starts it unless it runs or is starting. `done` gets a translated error, empty when it runs; not made when `owner` is gone.
    void ensureRunning(QObject *owner, std::function<void(const QString &)> done);
    /// Adds the sample data; as above.
    void addSampleData(QObject *owner, std::function<void(const QString &)> done);
    bool isStarting() const { return !m_waiting.isEmpty(); }
    QUrl url() const;
    SecretString token() const { return m_token; }
    /// For the permissions of checkpoints; good for nothing else that the other is not.
    SecretString adminToken() const { return m_adminToken; }
    /// Null before it runs. For tests and the tour, which read its request log.
    server::LocalServer *server() const { return m_server.get(); }

private:
    struct Waiting {
        QPointer<QObject> owner;
        std::function<void(const QString &)> done;
    };

    /// What the starting thread leaves behind.
    struct Start {
        std::shared_ptr<server::LocalServer> server;
        QString error;
        QSemaphore ended;
    };

    void started();

    QString m_dataFolder;
    Mode m_mode;
    SecretString m_token;
    SecretString m_adminToken;
    std::shared_ptr<server::LocalServer> m_server;
    QObject m_owner; ///< of the background work: askers come and go
    QList<Waiting> m_waiting; ///< not empty while it starts
    std::shared_ptr<Start> m_start; ///< while it starts
    bool m_running = false;
};

} // namespace odc

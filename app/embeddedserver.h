// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/secretstore.h"

#include <QString>
#include <QUrl>

#include <functional>
#include <memory>

class QObject;

namespace odc::server {
class LocalServer;
}

namespace odc {

/// The local server inside this program: started when the Local profile is first opened, with a random token made for
/// this run, stopped at the end. GUI thread; what may take long runs on the pool.
class EmbeddedServer
{
public:
    explicit EmbeddedServer(const QString &dataFolder);
    ~EmbeddedServer();

    /// Starts it unless it runs. `done` gets a translated error, empty when it runs; not made when `owner` is gone.
    void ensureRunning(QObject *owner, std::function<void(const QString &)> done);
    /// Adds the sample data; as above.
    void addSampleData(QObject *owner, std::function<void(const QString &)> done);
    QUrl url() const;
    SecretString token() const { return m_token; }
    /// Null before ensureRunning(). For tests and the tour, which read its request log.
    server::LocalServer *server() const { return m_server.get(); }

private:
    QString m_dataFolder;
    SecretString m_token;
    std::shared_ptr<server::LocalServer> m_server;
    bool m_running = false;
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "embeddedserver.h"

#include "app/servermaker.h"
#include "base/background.h"
#include "localserver/localserver.h"

#include <QDir>
#include <QRandomGenerator>

#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

SecretString randomToken(const QString &prefix)
{
    QByteArray bytes(32, Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
    return SecretString(prefix + QString::fromLatin1(bytes.toHex()));
}

} // namespace

EmbeddedServer::EmbeddedServer(const QString &dataFolder, Mode mode)
    : m_dataFolder(dataFolder), m_mode(mode), m_token(randomToken(u"sk-local-"_s)),
      m_adminToken(randomToken(u"sk-admin-local-"_s))
{
}

EmbeddedServer::~EmbeddedServer()
{
    if (m_start) {
        m_start->ended.acquire(); // a server is not stopped half started
        m_server = m_start->server;
    }
    if (m_server)
        m_server->stop();
}

void EmbeddedServer::ensureRunning(QObject *owner, std::function<void(const QString &)> done)
{
    if (m_running) {
        QMetaObject::invokeMethod(owner, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
        return;
    }
    m_waiting.append({owner, std::move(done)});
    if (m_waiting.size() > 1)
        return; // it is starting
    server::LocalServer::Options options;
    options.dataDir = m_dataFolder;
    options.apiKey = m_token.reveal();
    options.adminKey = m_adminToken.reveal();
    options.readOnly = m_mode == Mode::ReadOnly;
    options.archiving = m_mode == Mode::Archiving;
    m_start = std::make_shared<Start>();
    m_start->server = m_server;
    // Loading the server, opening its database and checking the folder reads the disk.
    const auto run = [start = m_start, options] {
        if (!options.readOnly)
            QDir().mkpath(options.dataDir);
        if (!start->server)
            start->server = makeLocalServer(&start->error);
        if (start->server)
            start->server->start(options, &start->error);
        start->ended.release();
        return true;
    };
    inBackground(&m_owner, run, [this](bool) { started(); });
}

void EmbeddedServer::started()
{
    const std::shared_ptr<Start> start = std::exchange(m_start, {});
    const QString error = start->error;
    m_server = start->server;
    m_running = error.isEmpty();
    const QList<Waiting> waiting = std::exchange(m_waiting, {});
    for (const Waiting &asker : waiting) {
        if (asker.owner)
            asker.done(error);
    }
}

void EmbeddedServer::addSampleData(QObject *owner, std::function<void(const QString &)> done)
{
    ensureRunning(owner, [this, owner, done = std::move(done)](const QString &error) {
        if (!error.isEmpty()) {
            done(error);
            return;
        }
        const auto seed = [server = m_server] {
            QString problem;
            return server->seedSample(&problem) ? QString() : problem;
        };
        inBackground(owner, seed, done);
    });
}

QUrl EmbeddedServer::url() const
{
    return m_running ? m_server->baseUrl() : QUrl();
}

} // namespace odc

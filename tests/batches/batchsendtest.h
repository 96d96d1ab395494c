// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/session.h"
#include "base/clock.h"
#include "batches/batchsendjob.h"
#include "support/faultproxy.h"
#include "support/serverprocess.h"
#include "transfers/transferqueue.h"

#include <QJsonArray>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace odc::test {

/// Batches sent to the real local server, with faults in front of it.
class BatchSendTest : public QObject
{
protected:
    /// The server of all tests of the class.
    void startServer();
    /// A transfer queue and a folder of this test's own; what was made before does not count.
    void openQueue();
    void closeQueue() { m_queue.reset(); }

    QString write(const QString &name, const QByteArray &content) const;
    static QByteArray lines(int from, int to);
    BatchInputPtr checked(const QString &path);
    /// One that is split: with lines beyond what a batch may have.
    BatchInputPtr tooMany();
    static BatchDraft draft();
    /// What other clients see at the server that this test made, oldest first.
    QJsonArray batches() const;
    int creates() const { return m_proxy->count("POST", "/batches"); }
    int uploads() const { return m_proxy->count("POST", "/files"); }
    /// Runs until nothing goes on any more.
    static bool halt(BatchSendJob &job, const std::function<void()> &start);

    SystemClock m_clock;
    ServerProcess m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<TransferQueue> m_queue;
    std::unique_ptr<QTemporaryDir> m_folder;
    QSet<QString> m_before; ///< batches of the tests before
};

} // namespace odc::test

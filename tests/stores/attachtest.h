// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/session.h"
#include "base/clock.h"
#include "fakestore.h"
#include "stores/attachjob.h"
#include "transfers/transferqueue.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

namespace odc::test {

/// Jobs that put files of this computer and of the project into a store of a service in memory.
class AttachTest : public QObject
{
protected:
    const QString vs = QStringLiteral("vs_1");
    const QString batchesPath = QStringLiteral("/v1/vector_stores/vs_1/file_batches");
    const QString filesPath = QStringLiteral("/v1/vector_stores/vs_1/files");

    void openStore();
    void closeStore();
    AttachJob::Order local(const QString &name, const QByteArray &content = "text");
    AttachJob::Order remote(const QString &name);
    AttachJob::Options options() const;
    std::unique_ptr<AttachJob> jobOf(const QList<AttachJob::Order> &orders,
                                     const AttachJob::Options &options);
    std::unique_ptr<AttachJob> jobOf(const QList<AttachJob::Order> &orders)
    {
        return jobOf(orders, options());
    }
    static bool runs(BulkJob &job, const std::function<void()> &action = {});
    int creates() const { return m_wire->count(Method::Post, batchesPath); }

    SystemClock m_clock;
    FakeTransport *m_wire = nullptr;
    std::unique_ptr<FakeStore> m_store;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<TransferQueue> m_queue;
    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace odc::test

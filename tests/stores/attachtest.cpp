// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachtest.h"

#include "net/requestqueue.h"

namespace odc::test {

using namespace Qt::StringLiterals;

void AttachTest::openStore()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<FakeStore>();
    RequestQueue::Options options;
    options.baseUrl = QUrl(u"https://api.example.test/v1"_s);
    options.credentials.apiKey = u"sk-test"_s;
    auto wire = std::make_unique<FakeTransport>(&m_clock);
    m_wire = wire.get();
    m_wire->setHandler([this](const FakeRequest &request) { return m_store->answer(request); });
    m_session = std::make_unique<Session>(
        std::make_unique<RequestQueue>(options, std::move(wire), m_clock, [] { return 0.0; }), m_clock);
    TransferQueue::Options transfers;
    transfers.journalFolder = m_folder->filePath(u"journal"_s);
    transfers.mostFailures = 1;
    m_queue = std::make_unique<TransferQueue>(*m_session, transfers);
    QSignalSpy opened(m_queue.get(), &TransferQueue::opened);
    m_queue->open();
    QVERIFY(opened.wait());
}

void AttachTest::closeStore()
{
    m_queue.reset();
    m_session.reset();
}

AttachJob::Order AttachTest::local(const QString &name, const QByteArray &content)
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
    AttachJob::Order order;
    order.path = path;
    order.name = name;
    order.size = content.size();
    return order;
}

AttachJob::Order AttachTest::remote(const QString &name)
{
    AttachJob::Order order;
    order.fileId = m_store->addFile(name);
    order.name = name;
    return order;
}

AttachJob::Options AttachTest::options() const
{
    AttachJob::Options options;
    options.gatherMs = 60'000;
    options.times.firstPollMs = 1;
    options.times.longestPollMs = 5;
    return options;
}

std::unique_ptr<AttachJob> AttachTest::jobOf(const QList<AttachJob::Order> &orders,
                                             const AttachJob::Options &options)
{
    return std::make_unique<AttachJob>(*m_session, *m_queue, vs, orders, options);
}

/// Until nothing goes on any more.
bool AttachTest::runs(BulkJob &job, const std::function<void()> &action)
{
    QSignalSpy finished(&job, &BulkJob::finished);
    action ? action() : job.start();
    return !finished.isEmpty() || finished.wait(30'000);
}

} // namespace odc::test

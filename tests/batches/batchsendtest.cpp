// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchsendtest.h"

#include "batches/batchpreparation.h"
#include "jsonl/batchrules.h"
#include "net/qnamtransport.h"
#include "net/requestqueue.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace odc::test {

void BatchSendTest::startServer()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.errorText()));
    m_proxy = std::make_unique<FaultProxy>(m_server.url());
    RequestQueue::Options options;
    options.baseUrl = m_proxy->url();
    options.credentials.apiKey = u"sk-test"_s;
    options.longestSilenceMs = 4000;
    TransportOptions transport;
    transport.proxyUrl = u"none"_s;
    m_session = std::make_unique<Session>(
        std::make_unique<RequestQueue>(options, std::make_unique<QnamTransport>(transport), m_clock,
                                       [] { return 0.0; }),
        m_clock);
}

void BatchSendTest::openQueue()
{
    m_folder = std::make_unique<QTemporaryDir>();
    TransferQueue::Options options;
    options.journalFolder = m_folder->filePath(u"journal"_s);
    options.mostFailures = 1;
    m_queue = std::make_unique<TransferQueue>(*m_session, options);
    QSignalSpy opened(m_queue.get(), &TransferQueue::opened);
    m_queue->open();
    QVERIFY(opened.wait());
    m_proxy->clearFaults();
    m_proxy->clearSeen();
    m_before.clear();
    const QJsonArray there = batches();
    for (const QJsonValue &batch : there)
        m_before.insert(batch["id"_L1].toString());
}

QString BatchSendTest::write(const QString &name, const QByteArray &content) const
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

QByteArray BatchSendTest::lines(int from, int to)
{
    QByteArray text;
    for (int i = from; i < to; ++i) {
        text += R"({"custom_id":"r-)" + QByteArray::number(i) +
                R"(","method":"POST","url":"/v1/responses","body":{"model":"local-echo","input":"x"}})" +
                '\n';
    }
    return text;
}

BatchInputPtr BatchSendTest::checked(const QString &path)
{
    BatchPreparation preparation(m_clock);
    QSignalSpy ended(&preparation, &BatchPreparation::ended);
    preparation.check(path);
    if (ended.isEmpty() && !ended.wait(30'000))
        return nullptr;
    return preparation.input();
}

BatchInputPtr BatchSendTest::tooMany()
{
    return checked(write(u"many.jsonl"_s, lines(0, int(batchrules::mostLines) + 500)));
}

BatchDraft BatchSendTest::draft()
{
    BatchDraft draft;
    draft.setEndpoint(u"/v1/responses"_s);
    draft.setListName(u"tickets"_s);
    return draft;
}

QJsonArray BatchSendTest::batches() const
{
    QJsonArray made;
    const QJsonArray all =
        rawRequest(m_server.url(), "GET", "/v1/batches?limit=100").json()["data"_L1].toArray();
    for (const QJsonValue &batch : all) {
        if (!m_before.contains(batch["id"_L1].toString()))
            made.prepend(batch);
    }
    return made;
}

bool BatchSendTest::halt(BatchSendJob &job, const std::function<void()> &start)
{
    QSignalSpy halted(&job, &BatchSendJob::halted);
    start();
    return !halted.isEmpty() || halted.wait(60'000);
}

} // namespace odc::test

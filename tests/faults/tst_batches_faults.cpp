// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultbench.h"

#include <QJsonArray>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

/// A line that is never answered: its batch goes on until it is cancelled.
const QByteArray line =
    R"({"custom_id":"r-1","method":"POST","url":"/v1/chat/completions","body":{"model":"local-echo","messages":[{"role":"user","content":"[[never]]"}]}})"
    "\n";

bool isCancelled(const QString &status)
{
    return status == "cancelling"_L1 || status == "cancelled"_L1;
}

} // namespace

/// Each of the four operations on batches under each fault. What is made or ended is counted at the server.
class TestBatchesFaults : public FaultTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { startServer({u"--time-scale"_s, u"50"_s}); }
    void init();
    void lastingFaults_data() { addLastingFaults(); }
    void lastingFaults() { lastingFault(); }
    void passingFaults_data() { addPassingFaults(); }
    void passingFaults() { passingFault(); }
    void nothingListens_data() { addOperations(); }
    void nothingListens() { nothingThere(); }

private:
    QList<FaultyOperation> operations() const override;
    bool begin(Session &session, const QString &operation, std::optional<Ending> &ending) override;
    void verifyTraces(const QString &operation, int arrived) override;
    QJsonObject body() const;

    QString m_file;   ///< made for the row
    QString m_target; ///< a batch of it, which runs
};

QList<FaultyOperation> TestBatchesFaults::operations() const
{
    return {{"list", "GET", "/batches"},
            {"retrieve", "GET", ""},
            {"create", "POST", "/batches", Does::Makes},
            {"cancel", "POST", "/cancel", Does::Ends}};
}

QJsonObject TestBatchesFaults::body() const
{
    return {{u"input_file_id"_s, m_file},
            {u"endpoint"_s, u"/v1/chat/completions"_s},
            {u"completion_window"_s, u"24h"_s}};
}

void TestBatchesFaults::init()
{
    m_file = upload("batch", "lines.jsonl", line);
    QVERIFY(!m_file.isEmpty());
    m_target = ask("POST", u"/batches"_s, body())["id"_L1].toString();
    QVERIFY(!m_target.isEmpty());
    forgetRequests();
}

bool TestBatchesFaults::begin(Session &session, const QString &operation, std::optional<Ending> &ending)
{
    BatchesApi &batches = session.batches();
    if (operation == "list"_L1) {
        batches.list({}, this, into<Page<BatchObject>>(ending, [this](const Page<BatchObject> &page) {
                         return std::any_of(
                             page.items.begin(), page.items.end(),
                             [this](const BatchObject &batch) { return batch.id == m_target; });
                     }));
    } else if (operation == "retrieve"_L1) {
        batches.retrieve(m_target, this, into<BatchObject>(ending, [this](const BatchObject &batch) {
                             return batch.inputFileId == m_file;
                         }));
    } else if (operation == "create"_L1) {
        batches.create(body(), this, into<BatchObject>(ending, [this](const BatchObject &batch) {
                           return batch.inputFileId == m_file && batch.id != m_target;
                       }));
    } else if (operation == "cancel"_L1) {
        batches.cancel(m_target, this, into<BatchObject>(ending, [this](const BatchObject &batch) {
                           return batch.id == m_target && isCancelled(batch.status);
                       }));
    } else {
        return false;
    }
    return true;
}

void TestBatchesFaults::verifyTraces(const QString &operation, int arrived)
{
    const QJsonArray all = ask("GET", u"/batches?limit=100"_s)["data"_L1].toArray();
    const auto made = std::count_if(all.begin(), all.end(), [this](const QJsonValue &batch) {
        return batch["input_file_id"_L1].toString() == m_file && batch["id"_L1].toString() != m_target;
    });
    QCOMPARE(int(made), operation == "create"_L1 ? arrived : 0);
    QCOMPARE(isCancelled(ask("GET", u"/batches/"_s + m_target)["status"_L1].toString()),
             operation == "cancel"_L1 && arrived == 1);
}

QTEST_GUILESS_MAIN(TestBatchesFaults)
#include "tst_batches_faults.moc"

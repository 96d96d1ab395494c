// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchsendtest.h"

#include "batches/batchpreparation.h"
#include "jsonl/batchrules.h"

#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Stage = BatchSendJob::Stage;

/// From a file to its batch, on the wire; stopped, and with a file that changes on the way.
class TestBatchSendJob : public BatchSendTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startServer(); }
    void init() { openQueue(); }
    void cleanup() { closeQueue(); }

    void aFileBecomesABatch();
    void anUploadedFileBecomesABatch();
    void whatIsTooBigBecomesAGroup();
    void aSecondStartSendsNothing();
    void writtenRequestsBecomeABatch();
    void aFileThatChangedIsNotSent();
    void aFileThatChangesWhileItIsSentMakesNoBatch();
    void stoppedWhileUploading();
    void stoppedBetweenTwoBatches();
    void anUploadTakenOffTheListFails();
};

void TestBatchSendJob::aFileBecomesABatch()
{
    const BatchInputPtr input = checked(write(u"tickets.jsonl"_s, lines(0, 20)));
    QVERIFY(input && input->check.isSendable());
    BatchSendJob job(*m_session, *m_queue);
    QSignalSpy created(&job, &BatchSendJob::batchCreated);
    QVERIFY(halt(job, [&] { job.sendFile(input, draft()); }));
    QCOMPARE(job.stage(), Stage::Done);
    QCOMPARE(job.done(), job.total());
    QCOMPARE(created.size(), 1);
    QCOMPARE(creates(), 1);
    const QJsonArray made = batches();
    QCOMPARE(made.size(), 1);
    const QString fileId = made.first()["input_file_id"_L1].toString();
    QCOMPARE(made.first()["metadata"_L1].toObject(), (QJsonObject{{u"name"_s, u"tickets"_s}}));
    const QJsonObject file = rawRequest(m_server.url(), "GET", "/v1/files/" + fileId.toLatin1()).json();
    QCOMPARE(file["purpose"_L1].toString(), u"batch"_s);
    QCOMPARE(file["filename"_L1].toString(), u"tickets.jsonl"_s);
    QCOMPARE(rawRequest(m_server.url(), "GET", "/v1/files/" + fileId.toLatin1() + "/content").body,
             lines(0, 20));
    // It is one of the transfers, as others are.
    QCOMPARE(m_queue->ids().size(), 1);
}

void TestBatchSendJob::anUploadedFileBecomesABatch()
{
    const RawReply file =
        postForm(m_server.url(), "/v1/files", {{"purpose", "batch", {}}, {"file", lines(0, 3), "a.jsonl"}});
    const QString id = file.json()["id"_L1].toString();
    BatchSendJob job(*m_session, *m_queue);
    QVERIFY(halt(job, [&] { job.sendUploaded(id, draft()); }));
    QCOMPARE(job.stage(), Stage::Done);
    QCOMPARE(uploads(), 0);
    QCOMPARE(batches().first()["input_file_id"_L1].toString(), id);
}

void TestBatchSendJob::whatIsTooBigBecomesAGroup()
{
    const BatchInputPtr input = tooMany();
    QVERIFY(input && input->check.canBeSplit());
    BatchSendJob job(*m_session, *m_queue);
    QVERIFY(halt(job, [&] { job.sendFile(input, draft()); }));
    QCOMPARE(job.stage(), Stage::Done);
    QCOMPARE(job.created(), 2);
    const QJsonArray made = batches();
    QCOMPARE(made.size(), 2);
    QByteArray together;
    QSet<QString> groups;
    for (int part = 1; part <= 2; ++part) {
        const QJsonObject metadata = made.at(part - 1)["metadata"_L1].toObject();
        QCOMPARE(metadata.value("odc_group_part"_L1).toString(), u"%1/2"_s.arg(part));
        QCOMPARE(metadata.value("name"_L1).toString(), u"tickets"_s);
        groups.insert(metadata.value("odc_group"_L1).toString());
        const QByteArray file = made.at(part - 1)["input_file_id"_L1].toString().toLatin1();
        together += rawRequest(m_server.url(), "GET", "/v1/files/" + file + "/content").body;
    }
    QCOMPARE(groups.size(), 1);
    QVERIFY(!groups.contains(QString()));
    QVERIFY(together == lines(0, int(batchrules::mostLines) + 500));
}

void TestBatchSendJob::aSecondStartSendsNothing()
{
    const BatchInputPtr input = checked(write(u"once.jsonl"_s, lines(0, 3)));
    BatchSendJob job(*m_session, *m_queue);
    QVERIFY(halt(job, [&] {
        job.sendFile(input, draft());
        job.sendFile(input, draft());
        job.goOn();
    }));
    job.goOn();
    job.sendFile(input, draft());
    QCOMPARE(job.stage(), Stage::Done);
    QCOMPARE(uploads(), 1);
    QCOMPARE(batches().size(), 1);
}

void TestBatchSendJob::writtenRequestsBecomeABatch()
{
    BatchPreparation preparation(m_clock);
    QSignalSpy ended(&preparation, &BatchPreparation::ended);
    preparation.write(
        [](const QString &path, const JsonlWorkPtr &) -> Result<qint64> {
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(lines(0, 5)) < 0)
                return failure(ApiError::make(ApiError::Kind::LocalFile, file.errorString()));
            return 5;
        },
        u"rest.jsonl"_s, 500);
    QVERIFY(!ended.isEmpty() || ended.wait());
    QCOMPARE(preparation.stage(), BatchPreparation::Stage::Ready);
    QCOMPARE(preparation.input()->check.lines, 5);
    const QString path = preparation.input()->path;
    {
        BatchSendJob job(*m_session, *m_queue);
        QVERIFY(halt(job, [&] { job.sendFile(preparation.input(), draft()); }));
        QCOMPARE(job.stage(), Stage::Done);
        QVERIFY(QFile::exists(path));
    }
    preparation.clear();
    QTRY_VERIFY(!QFile::exists(path)); // nobody needs it any more
}

void TestBatchSendJob::aFileThatChangedIsNotSent()
{
    const QString path = write(u"changed.jsonl"_s, lines(0, 3));
    const BatchInputPtr input = checked(path);
    write(u"changed.jsonl"_s, lines(0, 4));
    BatchSendJob job(*m_session, *m_queue);
    QVERIFY(halt(job, [&] { job.sendFile(input, draft()); }));
    QCOMPARE(job.stage(), Stage::Failed);
    QCOMPARE(job.error().code, u"file_changed"_s);
    QVERIFY(!job.canGoOn());
    QCOMPARE(uploads(), 0);
    QCOMPARE(batches().size(), 0);
}

void TestBatchSendJob::aFileThatChangesWhileItIsSentMakesNoBatch()
{
    const QString path = write(u"changing.jsonl"_s, lines(0, 3));
    const BatchInputPtr input = checked(path);
    BatchSendJob job(*m_session, *m_queue);
    connect(m_queue.get(), &TransferQueue::uploaded, &job, [&] { write(u"changing.jsonl"_s, lines(7, 10)); });
    QVERIFY(halt(job, [&] { job.sendFile(input, draft()); }));
    QCOMPARE(job.stage(), Stage::Failed);
    QCOMPARE(job.error().code, u"file_changed"_s);
    QVERIFY2(job.error().message.contains(job.parts().first().fileId), qPrintable(job.error().message));
    QCOMPARE(uploads(), 1);
    QCOMPARE(creates(), 0);
}

void TestBatchSendJob::stoppedWhileUploading()
{
    const BatchInputPtr input = checked(write(u"stopped.jsonl"_s, lines(0, 3)));
    m_proxy->add("POST", "/files", Fault::stall());
    BatchSendJob job(*m_session, *m_queue);
    job.sendFile(input, draft());
    QTRY_COMPARE(uploads(), 1);
    QVERIFY(halt(job, [&] { job.stop(); }));
    QCOMPARE(job.stage(), Stage::Stopped);
    QCOMPARE(batches().size(), 0);
    // On a wire nobody can say whether the last byte arrived: then the list is asked.
    for (int i = 0; i < 3 && job.stage() != Stage::Done; ++i) {
        QVERIFY(halt(job, [&] {
            if (job.stage() == Stage::Asking)
                job.decide(false);
            else
                job.goOn();
        }));
    }
    QCOMPARE(job.stage(), Stage::Done);
    QCOMPARE(batches().size(), 1);
}

void TestBatchSendJob::stoppedBetweenTwoBatches()
{
    const BatchInputPtr input = tooMany();
    BatchSendJob job(*m_session, *m_queue);
    connect(&job, &BatchSendJob::batchCreated, &job, [&job] {
        if (job.created() == 1)
            job.stop();
    });
    QVERIFY(halt(job, [&] { job.sendFile(input, draft()); }));
    QCOMPARE(job.stage(), Stage::Stopped);
    QCOMPARE(job.created(), 1);
    QCOMPARE(batches().size(), 1);
    QVERIFY(halt(job, [&] { job.goOn(); }));
    QCOMPARE(job.stage(), Stage::Done);
    QCOMPARE(batches().size(), 2);
    QCOMPARE(creates(), 2);
    QCOMPARE(uploads(), 2);
}

void TestBatchSendJob::anUploadTakenOffTheListFails()
{
    const BatchInputPtr input = checked(write(u"off.jsonl"_s, lines(0, 3)));
    m_proxy->add("POST", "/files", Fault::stall());
    BatchSendJob job(*m_session, *m_queue);
    job.sendFile(input, draft());
    QTRY_COMPARE(uploads(), 1);
    QVERIFY(halt(job, [&] { m_queue->cancel(m_queue->ids()); })); // on the Transfers page
    QVERIFY(job.stage() == Stage::Failed || job.stage() == Stage::Asking);
    QCOMPARE(batches().size(), 0);
}

QTEST_GUILESS_MAIN(TestBatchSendJob)
#include "tst_batchsendjob.moc"

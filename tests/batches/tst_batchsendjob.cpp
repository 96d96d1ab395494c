// SPDX-License-Identifier: GPL-3.0-or-later
#include "batches/batchsendjob.h"

#include "api/session.h"
#include "base/clock.h"
#include "batches/batchpreparation.h"
#include "jsonl/batchrules.h"
#include "net/qnamtransport.h"
#include "net/requestqueue.h"
#include "support/faultproxy.h"
#include "support/serverprocess.h"
#include "transfers/transferqueue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Stage = BatchSendJob::Stage;
using SendState = BatchSendJob::Part::State;

/// From a file to its batch, on the wire, against the real local server with faults in front of it.
class TestBatchSendJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void aFileBecomesABatch();
    void anUploadedFileBecomesABatch();
    void whatIsTooBigBecomesAGroup();
    void aSecondStartSendsNothing();
    void writtenRequestsBecomeABatch();

    void aRefusedCreateIsTriedAgain_data();
    void aRefusedCreateIsTriedAgain();
    void tooManyRequestsPassWithTime();
    void aLostCreateNeverMakesTwo_data();
    void aLostCreateNeverMakesTwo();
    void aCreateThatNeverArrivedIsAQuestion_data();
    void aCreateThatNeverArrivedIsAQuestion();
    void whenTheListCannotBeAskedThePersonDecides();
    void aLostCreateOfAnUploadedFileIsAQuestion();
    void aLostCreateIsLookedForPastOnePage();
    void aDecisionEndsTheLook();
    void aLostUploadIsAQuestion();
    void halfAGroupIsCompleted();
    void aRestThatSomebodyElseSentIsAQuestion();
    void aRestIsNotSentWhileTheListCannotBeAsked();

    void aFileThatChangedIsNotSent();
    void aFileThatChangesWhileItIsSentMakesNoBatch();
    void stoppedWhileUploading();
    void stoppedBetweenTwoBatches();
    void aRefusedUploadIsTriedAgain();
    void anUploadTakenOffTheListFails();

private:
    QString write(const QString &name, const QByteArray &content) const;
    static QByteArray lines(int from, int to);
    BatchInputPtr checked(const QString &path);
    /// One that is split: with lines beyond what a batch may have.
    BatchInputPtr tooMany();
    static BatchDraft draft();
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

void TestBatchSendJob::initTestCase()
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

void TestBatchSendJob::init()
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

void TestBatchSendJob::cleanup()
{
    m_queue.reset();
}

QString TestBatchSendJob::write(const QString &name, const QByteArray &content) const
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

QByteArray TestBatchSendJob::lines(int from, int to)
{
    QByteArray text;
    for (int i = from; i < to; ++i) {
        text += R"({"custom_id":"r-)" + QByteArray::number(i) +
                R"(","method":"POST","url":"/v1/responses","body":{"model":"local-echo","input":"x"}})" +
                '\n';
    }
    return text;
}

BatchInputPtr TestBatchSendJob::checked(const QString &path)
{
    BatchPreparation preparation(m_clock);
    QSignalSpy ended(&preparation, &BatchPreparation::ended);
    preparation.check(path);
    if (ended.isEmpty() && !ended.wait(30'000))
        return nullptr;
    return preparation.input();
}

BatchInputPtr TestBatchSendJob::tooMany()
{
    return checked(write(u"many.jsonl"_s, lines(0, int(batchrules::mostLines) + 500)));
}

BatchDraft TestBatchSendJob::draft()
{
    BatchDraft draft;
    draft.setEndpoint(u"/v1/responses"_s);
    draft.setListName(u"tickets"_s);
    return draft;
}

/// What other clients see at the server that this test made, oldest first.
QJsonArray TestBatchSendJob::batches() const
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

bool TestBatchSendJob::halt(BatchSendJob &job, const std::function<void()> &start)
{
    QSignalSpy halted(&job, &BatchSendJob::halted);
    start();
    return !halted.isEmpty() || halted.wait(60'000);
}

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

void TestBatchSendJob::aRefusedCreateIsTriedAgain_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const QByteArray error = R"({"error":{"message":"no","type":"t","param":null,"code":"c"}})";
    QTest::newRow("400") << 400 << error;
    QTest::newRow("401") << 401 << error;
    QTest::newRow("403") << 403 << error;
    QTest::newRow("429 of the wallet")
        << 429
        << QByteArray(
               R"({"error":{"message":"no","type":"insufficient_quota","param":null,"code":"insufficient_quota"}})");
}

void TestBatchSendJob::aRefusedCreateIsTriedAgain()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const BatchInputPtr input = checked(write(u"again.jsonl"_s, lines(0, 3)));
    m_proxy->add("POST", "/batches", Fault::answer(status, body, {{"Content-Type", "application/json"}}));
    BatchSendJob job(*m_session, *m_queue);
    QVERIFY(halt(job, [&] { job.sendFile(input, draft()); }));
    QCOMPARE(job.stage(), Stage::Failed);
    QCOMPARE(job.error().httpStatus, status);
    QCOMPARE(creates(), 1);
    QCOMPARE(batches().size(), 0);
    // What is uploaded is not uploaded again; what the person mended meanwhile is what goes out.
    QVERIFY(job.canGoOn());
    BatchDraft mended = draft();
    mended.setListName(u"mended"_s);
    job.setDraft(mended);
    QVERIFY(halt(job, [&] { job.goOn(); }));
    QCOMPARE(job.stage(), Stage::Done);
    QCOMPARE(uploads(), 1);
    QCOMPARE(batches().size(), 1);
    QCOMPARE(batches().first()["metadata"_L1]["name"_L1].toString(), u"mended"_s);
}

void TestBatchSendJob::tooManyRequestsPassWithTime()
{
    const BatchInputPtr input = checked(write(u"busy.jsonl"_s, lines(0, 3)));
    m_proxy->add("POST", "/batches", Fault::rateLimitedMs(20));
    BatchSendJob job(*m_session, *m_queue);
    QVERIFY(halt(job, [&] { job.sendFile(input, draft()); }));
    QCOMPARE(job.stage(), Stage::Done); // nobody was bothered
    QCOMPARE(creates(), 2);
    QCOMPARE(batches().size(), 1);
}

void TestBatchSendJob::aLostCreateNeverMakesTwo_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("reset before the reply") << 0;
    QTest::newRow("cut in the middle") << 1;
    QTest::newRow("half the JSON") << 2;
}

void TestBatchSendJob::aLostCreateNeverMakesTwo()
{
    QFETCH(int, fault);
    const Fault faults[] = {Fault::loseReply(), Fault::truncateBody(40), Fault::truncateJson()};
    const BatchInputPtr input = checked(write(u"lost.jsonl"_s, lines(0, 3)));
    m_proxy->add("POST", "/batches", faults[fault]);
    BatchSendJob job(*m_session, *m_queue);
    QSignalSpy created(&job, &BatchSendJob::batchCreated);
    QVERIFY(halt(job, [&] { job.sendFile(input, draft()); }));
    // Its file is nobody else's: the batch that the list has of it is this one.
    QCOMPARE(job.stage(), Stage::Done);
    QCOMPARE(created.size(), 1);
    QCOMPARE(creates(), 1);
    QCOMPARE(batches().size(), 1);
    QCOMPARE(job.parts().first().batch->id, batches().first()["id"_L1].toString());
}

void TestBatchSendJob::aCreateThatNeverArrivedIsAQuestion_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("a gateway's page") << 0;
    QTest::newRow("no answer at all") << 1;
    QTest::newRow("reset") << 2;
    QTest::newRow("500 in the API's words") << 3;
    QTest::newRow("409") << 4;
    QTest::newRow("408") << 5;
}

void TestBatchSendJob::aCreateThatNeverArrivedIsAQuestion()
{
    QFETCH(int, fault);
    const Fault faults[] = {Fault::html(502),
                            Fault::mute(),
                            Fault::drop(),
                            Fault::serverError(),
                            Fault::apiError(409, u"conflict"_s, {}),
                            Fault::apiError(408, u"timeout"_s, {})};
    const BatchInputPtr input = checked(write(u"never.jsonl"_s, lines(0, 3)));
    m_proxy->add("POST", "/batches", faults[fault]);
    BatchSendJob job(*m_session, *m_queue);
    QVERIFY(halt(job, [&] { job.sendFile(input, draft()); }));
    QCOMPARE(job.stage(), Stage::Asking);
    QCOMPARE(job.unknownPart(), 0);
    QVERIFY(job.parts().first().lookedUp);
    QVERIFY(job.parts().first().candidates.isEmpty());
    // Asked to go on without a word about it, it asks again.
    QVERIFY(halt(job, [&] { job.goOn(); }));
    QCOMPARE(job.stage(), Stage::Asking);
    QVERIFY(halt(job, [&] { job.lookAgain(); }));
    QCOMPARE(creates(), 1);
    QVERIFY(halt(job, [&] { job.decide(false); }));
    QCOMPARE(job.stage(), Stage::Done);
    QCOMPARE(creates(), 2); // the first one came nowhere
    QCOMPARE(batches().size(), 1);
}

void TestBatchSendJob::whenTheListCannotBeAskedThePersonDecides()
{
    const BatchInputPtr input = checked(write(u"blind.jsonl"_s, lines(0, 3)));
    m_proxy->add("POST", "/batches", Fault::loseReply());
    m_proxy->add("GET", "/batches", Fault::unauthorized());
    BatchSendJob job(*m_session, *m_queue);
    QVERIFY(halt(job, [&] { job.sendFile(input, draft()); }));
    QCOMPARE(job.stage(), Stage::Asking);
    QVERIFY(!job.parts().first().lookedUp);
    QVERIFY(halt(job, [&] { job.lookAgain(); })); // now it can
    QCOMPARE(job.stage(), Stage::Done);
    QCOMPARE(batches().size(), 1);
}

void TestBatchSendJob::aLostCreateOfAnUploadedFileIsAQuestion()
{
    const RawReply file =
        postForm(m_server.url(), "/v1/files", {{"purpose", "batch", {}}, {"file", lines(0, 3), "a.jsonl"}});
    const QString id = file.json()["id"_L1].toString();
    m_proxy->add("POST", "/batches", Fault::loseReply());
    BatchSendJob job(*m_session, *m_queue);
    QVERIFY(halt(job, [&] { job.sendUploaded(id, draft()); }));
    // Somebody else may have made a batch of that file just now.
    QCOMPARE(job.stage(), Stage::Asking);
    QCOMPARE(job.parts().first().candidates.size(), 1);
    QVERIFY(halt(job, [&] { job.decide(true, job.parts().first().candidates.first().id); }));
    QCOMPARE(job.stage(), Stage::Done);
    QCOMPARE(batches().size(), 1);
    QCOMPARE(creates(), 1);
}

void TestBatchSendJob::aLostCreateIsLookedForPastOnePage()
{
    // Others have made a page of batches since.
    const auto page = [this](const QString &id, const QString &file, bool more) {
        const QJsonObject batch{{u"id"_s, id},
                                {u"object"_s, u"batch"_s},
                                {u"status"_s, u"validating"_s},
                                {u"input_file_id"_s, file},
                                {u"created_at"_s, m_clock.unixSeconds()}};
        const QJsonObject list{{u"object"_s, u"list"_s},
                               {u"data"_s, QJsonArray{batch}},
                               {u"last_id"_s, id},
                               {u"has_more"_s, more}};
        return Fault::answer(200, QJsonDocument(list).toJson(), {{"Content-Type", "application/json"}});
    };
    const RawReply file =
        postForm(m_server.url(), "/v1/files", {{"purpose", "batch", {}}, {"file", lines(0, 3), "a.jsonl"}});
    const QString id = file.json()["id"_L1].toString();
    m_proxy->add("POST", "/batches", Fault::loseReply());
    m_proxy->add("GET", "/batches", page(u"batch_other"_s, u"file-other"_s, true));
    m_proxy->add("GET", "/batches", page(u"batch_ours"_s, id, false));
    BatchSendJob job(*m_session, *m_queue);
    QVERIFY(halt(job, [&] { job.sendUploaded(id, draft()); }));
    QCOMPARE(job.stage(), Stage::Asking);
    QCOMPARE(job.parts().first().candidates.size(), 1);
    QCOMPARE(job.parts().first().candidates.first().id, u"batch_ours"_s);
    QVERIFY(job.parts().first().lookedUp);
}

void TestBatchSendJob::aDecisionEndsTheLook()
{
    const BatchInputPtr input = checked(write(u"decided.jsonl"_s, lines(0, 3)));
    m_proxy->add("POST", "/batches", Fault::html(502)); // it never arrived
    BatchSendJob job(*m_session, *m_queue);
    QVERIFY(halt(job, [&] { job.sendFile(input, draft()); }));
    QCOMPARE(job.stage(), Stage::Asking);
    QSignalSpy halted(&job, &BatchSendJob::halted);
    job.lookAgain();
    job.decide(false);
    QVERIFY(halted.wait(60'000));
    // What the list says of the create before is not held against the one that is out.
    QCOMPARE(job.stage(), Stage::Done);
    QCOMPARE(batches().size(), 1);
    QCOMPARE(job.parts().first().batch->id, batches().first()["id"_L1].toString());
}

void TestBatchSendJob::aLostUploadIsAQuestion()
{
    const BatchInputPtr input = checked(write(u"lostupload.jsonl"_s, lines(0, 3)));
    m_proxy->add("POST", "/files", Fault::loseReply());
    BatchSendJob job(*m_session, *m_queue);
    QVERIFY(halt(job, [&] { job.sendFile(input, draft()); }));
    QCOMPARE(job.stage(), Stage::Asking);
    QCOMPARE(job.parts().first().state, SendState::UploadUnknown);
    QCOMPARE(job.parts().first().candidates.size(), 1);
    QVERIFY(halt(job, [&] { job.decide(true, job.parts().first().candidates.first().id); }));
    QCOMPARE(job.stage(), Stage::Done);
    QCOMPARE(uploads(), 1);
    QCOMPARE(batches().size(), 1);
}

void TestBatchSendJob::halfAGroupIsCompleted()
{
    const BatchInputPtr input = tooMany();
    BatchSendJob job(*m_session, *m_queue);
    // The second one is refused.
    connect(&job, &BatchSendJob::batchCreated, &job, [this] {
        if (creates() == 1)
            m_proxy->add("POST", "/batches",
                         Fault::apiError(400, u"invalid_request_error"_s, u"token_limit_exceeded"_s));
    });
    QVERIFY(halt(job, [&] { job.sendFile(input, draft()); }));
    QCOMPARE(job.stage(), Stage::Failed);
    QCOMPARE(job.created(), 1);
    QCOMPARE(job.error().code, u"token_limit_exceeded"_s);
    QCOMPARE(batches().size(), 1);
    QVERIFY(halt(job, [&] { job.goOn(); }));
    QCOMPARE(job.stage(), Stage::Done);
    QCOMPARE(uploads(), 2);
    const QJsonArray made = batches();
    QCOMPARE(made.size(), 2);
    QCOMPARE(made.at(0)["metadata"_L1]["odc_group"_L1], made.at(1)["metadata"_L1]["odc_group"_L1]);
    QCOMPARE(made.at(1)["metadata"_L1]["odc_group_part"_L1].toString(), u"2/2"_s);
}

void TestBatchSendJob::aRestThatSomebodyElseSentIsAQuestion()
{
    const BatchInputPtr input = checked(write(u"rest.jsonl"_s, lines(0, 3)));
    const auto made = [this](const BatchDraft &draft) {
        const RawReply file = postForm(m_server.url(), "/v1/files",
                                       {{"purpose", "batch", {}}, {"file", lines(0, 3), "a.jsonl"}});
        BatchDraft body = draft;
        body.setInputFileId(file.json()["id"_L1].toString());
        const RawReply reply =
            rawRequest(m_server.url(), "POST", "/v1/batches", {{"Content-Type", "application/json"}},
                       QJsonDocument(body.toJson()).toJson());
        return BatchObject::fromJson(reply.json());
    };
    const BatchObject first = made(draft());
    BatchDraft rest = draft();
    BatchLinks links;
    links.firstBatch = first.id;
    links.attempt = 1;
    rest.setLinks(links);
    const BatchObject known = made(rest);
    links.attempt = 2;
    rest.setLinks(links);
    const BatchObject rival = made(rest); // at another console

    BatchSendJob job(*m_session, *m_queue);
    job.setKnownChain({first, known});
    QVERIFY(halt(job, [&] { job.sendFile(input, rest); }));
    QCOMPARE(job.stage(), Stage::Asking);
    QCOMPARE(job.rivals().size(), 1);
    QCOMPARE(job.rivals().first().id, rival.id);
    QCOMPARE(job.unknownPart(), -1);
    QCOMPARE(creates(), 0);
    // Without a word about it, it asks again.
    QVERIFY(halt(job, [&] { job.goOn(); }));
    QCOMPARE(job.stage(), Stage::Asking);
    QCOMPARE(creates(), 0);
    QVERIFY(halt(job, [&] { job.sendBesideRivals(); }));
    QCOMPARE(job.stage(), Stage::Done);
    QCOMPARE(creates(), 1);
    QCOMPARE(uploads(), 1);
    // Who knows them all is not asked.
    BatchSendJob next(*m_session, *m_queue);
    next.setKnownChain({first, known, rival, *job.parts().first().batch});
    QVERIFY(halt(next, [&] { next.sendFile(checked(write(u"next.jsonl"_s, lines(0, 3))), rest); }));
    QCOMPARE(next.stage(), Stage::Done);
}

void TestBatchSendJob::aRestIsNotSentWhileTheListCannotBeAsked()
{
    const BatchInputPtr input = checked(write(u"blind.jsonl"_s, lines(0, 3)));
    BatchDraft rest = draft();
    BatchLinks links;
    links.firstBatch = u"batch_of_before"_s;
    links.attempt = 1;
    rest.setLinks(links);
    m_proxy->add("GET", "/batches", Fault::unauthorized());
    BatchSendJob job(*m_session, *m_queue);
    QVERIFY(halt(job, [&] { job.sendFile(input, rest); }));
    QCOMPARE(job.stage(), Stage::Failed);
    QCOMPARE(creates(), 0);
    QVERIFY(halt(job, [&] { job.goOn(); }));
    QCOMPARE(job.stage(), Stage::Done);
    QCOMPARE(uploads(), 1);
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

void TestBatchSendJob::aRefusedUploadIsTriedAgain()
{
    const BatchInputPtr input = checked(write(u"refused.jsonl"_s, lines(0, 3)));
    m_proxy->add("POST", "/files", Fault::unauthorized());
    BatchSendJob job(*m_session, *m_queue);
    QVERIFY(halt(job, [&] { job.sendFile(input, draft()); }));
    QCOMPARE(job.stage(), Stage::Failed);
    QCOMPARE(job.error().kind, ApiError::Kind::Unauthorized);
    QCOMPARE(creates(), 0);
    QVERIFY(halt(job, [&] { job.goOn(); }));
    QCOMPARE(job.stage(), Stage::Done);
    QCOMPARE(m_queue->ids().size(), 1); // the same transfer
    QCOMPARE(batches().size(), 1);
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

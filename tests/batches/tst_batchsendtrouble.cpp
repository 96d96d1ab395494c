// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchsendtest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Stage = BatchSendJob::Stage;
using SendState = BatchSendJob::Part::State;

/// Answers that refuse, are lost, or say that somebody else was there: nothing is ever sent twice unasked.
class TestBatchSendTrouble : public BatchSendTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startServer(); }
    void init() { openQueue(); }
    void cleanup() { closeQueue(); }

    void aRefusedUploadIsTriedAgain();
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
};

void TestBatchSendTrouble::aRefusedUploadIsTriedAgain()
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

void TestBatchSendTrouble::aRefusedCreateIsTriedAgain_data()
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

void TestBatchSendTrouble::aRefusedCreateIsTriedAgain()
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

void TestBatchSendTrouble::tooManyRequestsPassWithTime()
{
    const BatchInputPtr input = checked(write(u"busy.jsonl"_s, lines(0, 3)));
    m_proxy->add("POST", "/batches", Fault::rateLimitedMs(20));
    BatchSendJob job(*m_session, *m_queue);
    QVERIFY(halt(job, [&] { job.sendFile(input, draft()); }));
    QCOMPARE(job.stage(), Stage::Done); // nobody was bothered
    QCOMPARE(creates(), 2);
    QCOMPARE(batches().size(), 1);
}

void TestBatchSendTrouble::aLostCreateNeverMakesTwo_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("reset before the reply") << 0;
    QTest::newRow("cut in the middle") << 1;
    QTest::newRow("half the JSON") << 2;
}

void TestBatchSendTrouble::aLostCreateNeverMakesTwo()
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

void TestBatchSendTrouble::aCreateThatNeverArrivedIsAQuestion_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("a gateway's page") << 0;
    QTest::newRow("no answer at all") << 1;
    QTest::newRow("reset") << 2;
    QTest::newRow("500 in the API's words") << 3;
    QTest::newRow("409") << 4;
    QTest::newRow("408") << 5;
}

void TestBatchSendTrouble::aCreateThatNeverArrivedIsAQuestion()
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

void TestBatchSendTrouble::whenTheListCannotBeAskedThePersonDecides()
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

void TestBatchSendTrouble::aLostCreateOfAnUploadedFileIsAQuestion()
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

void TestBatchSendTrouble::aLostCreateIsLookedForPastOnePage()
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

void TestBatchSendTrouble::aDecisionEndsTheLook()
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

void TestBatchSendTrouble::aLostUploadIsAQuestion()
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

void TestBatchSendTrouble::halfAGroupIsCompleted()
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

void TestBatchSendTrouble::aRestThatSomebodyElseSentIsAQuestion()
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

void TestBatchSendTrouble::aRestIsNotSentWhileTheListCannotBeAsked()
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

QTEST_GUILESS_MAIN(TestBatchSendTrouble)
#include "tst_batchsendtrouble.moc"

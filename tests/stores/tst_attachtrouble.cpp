// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachtest.h"
#include "stores/openbatches.h"

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Fate = FakeStore::Fate;
using State = BulkItem::State;

/// Files on their way into a store that do not get there at once: refusals, stops, answers that are lost, and a program
/// that ends before its batches do.
class TestAttachTrouble : public AttachTest
{
    Q_OBJECT
private Q_SLOTS:
    void init() { openStore(); }
    void cleanup() { closeStore(); }

    void aFailedUploadIsUploadedAgain();
    void anUploadWhoseAnswerIsLostIsAsked();
    void aStoreThatIsGoneIsSaidOfEachFile();
    void stopCancelsTheBatch();
    void stopEndsTheUploads();
    void stopWhileTheCreateIsOut();
    void aCancelThatIsNotObeyedIsNotWaitedFor();
    void whatIsStuckIsSaid();
    void aLostAnswerIsLookedUp();
    void aCreateThatNeverArrivedIsAQuestion();
    void aStoreThatCannotBeAskedIsAskedAgain();
    void aLostAnswerOfOneFile();
    void tooManyRequestsPass();
    void openBatchesAreKept();
    void openBatchesEnd();
};

void TestAttachTrouble::aFailedUploadIsUploadedAgain()
{
    m_wire->once(Method::Post, u"/v1/files"_s, FakeReply::error(400, "invalid_file"));
    const auto job = jobOf({local(u"a.md"_s)});
    QVERIFY(runs(*job));
    QCOMPARE(job->count(State::Failed), 1);
    QCOMPARE(m_store->attaches, 0);
    QVERIFY(runs(*job, [&] { job->retryFailed(); }));
    QCOMPARE(job->count(State::Done), 1);
    QCOMPARE(m_store->attaches, 1);
}

void TestAttachTrouble::anUploadWhoseAnswerIsLostIsAsked()
{
    m_wire->once(Method::Post, u"/v1/files"_s, FakeReply::broken(WireFailure::Network));
    const auto job = jobOf({local(u"a.md"_s)});
    QVERIFY(runs(*job));
    QCOMPARE(job->count(State::Unknown), 1);
    QCOMPARE(m_wire->count(Method::Post, u"/v1/files"_s), 1);
    QVERIFY(runs(*job, [&] { job->decide(0, false); }));
    QCOMPARE(job->count(State::Done), 1);
    QCOMPARE(m_wire->count(Method::Post, u"/v1/files"_s), 2);
    QCOMPARE(m_store->statusOf(vs, m_store->fileNamed(u"a.md"_s)), u"completed"_s);
}

void TestAttachTrouble::aStoreThatIsGoneIsSaidOfEachFile()
{
    m_wire->always(Method::Post, batchesPath, FakeReply::error(404));
    m_wire->always(Method::Post, filesPath, FakeReply::error(404));
    const auto job = jobOf({remote(u"a.md"_s), remote(u"b.md"_s), remote(u"c.md"_s)});
    QVERIFY(runs(*job));
    QCOMPARE(job->count(State::Failed), 3);
    QCOMPARE(job->items().at(0).error.httpStatus, 404);
}

void TestAttachTrouble::stopCancelsTheBatch()
{
    m_store->setFate(u"b.md"_s, Fate::Never);
    m_store->setFate(u"c.md"_s, Fate::Never);
    const auto job = jobOf({remote(u"a.md"_s), remote(u"b.md"_s), remote(u"c.md"_s)});
    job->start();
    QTRY_VERIFY(m_store->statusOf(vs, job->items().at(0).id) == u"completed"_s);
    QVERIFY(runs(*job, [&] { job->stop(); }));
    QCOMPARE(job->count(State::Done), 1); // what was done stays done
    QCOMPARE(job->count(State::Skipped), 2);
    QCOMPARE(m_store->statusOf(vs, job->items().at(1).id), u"cancelled"_s);
    QVERIFY(job->wasStopped());

    m_store->setFate(u"b.md"_s, Fate::Completed);
    m_store->setFate(u"c.md"_s, Fate::Completed);
    m_store->events.clear();
    QVERIFY(runs(*job, [&] { job->goOn(); }));
    QCOMPARE(job->count(State::Done), 3);
    QVERIFY(m_store->events.contains(u"detached "_s + job->items().at(1).id));
    QVERIFY(!m_store->events.contains(u"detached "_s + job->items().at(0).id));
}

void TestAttachTrouble::stopEndsTheUploads()
{
    for (int i = 0; i < 3; ++i)
        m_wire->once(Method::Post, u"/v1/files"_s, FakeReply::silence());
    QList<AttachJob::Order> orders;
    for (int i = 0; i < 20; ++i)
        orders << local(u"f%1.md"_s.arg(i));
    const auto job = jobOf(orders);
    job->start();
    QTRY_COMPARE(m_wire->running(), 3);
    QVERIFY(runs(*job, [&] { job->stop(); }));
    QCOMPARE(job->count(State::Running) + job->count(State::Waiting), 0);
    QCOMPARE(job->count(State::Done), 0);
    QCOMPARE(m_wire->running(), 0);
    QCOMPARE(m_wire->count(Method::Post, u"/v1/files"_s), 3); // none of the others began
    QCOMPARE(creates() + m_store->attaches, 0);
}

void TestAttachTrouble::stopWhileTheCreateIsOut()
{
    m_store->setFate(u"a.md"_s, Fate::Never);
    m_store->setFate(u"b.md"_s, Fate::Never);
    m_wire->setHandler([this](const FakeRequest &request) {
        FakeReply reply = m_store->answer(request);
        if (request.path == batchesPath)
            reply.delayMs = 50;
        return reply;
    });
    const auto job = jobOf({remote(u"a.md"_s), remote(u"b.md"_s)});
    job->start();
    QTRY_COMPARE(creates(), 1);
    QVERIFY(runs(*job, [&] { job->stop(); }));
    QCOMPARE(job->count(State::Skipped), 2);
    QCOMPARE(m_store->statusOf(vs, job->items().at(0).id), u"cancelled"_s);
    QCOMPARE(creates(), 1);
}

void TestAttachTrouble::aCancelThatIsNotObeyedIsNotWaitedFor()
{
    m_store->setFate(u"a.md"_s, Fate::Never);
    m_store->setFate(u"b.md"_s, Fate::Never);
    m_store->refusesCancel = true;
    AttachJob::Options brief = options();
    brief.times.cancelMs = 30;
    const auto job = jobOf({remote(u"a.md"_s), remote(u"b.md"_s)}, brief);
    QSignalSpy left(job.get(), &AttachJob::batchLeft);
    job->start();
    QTRY_COMPARE(m_store->batchBodies.size(), 1);
    QVERIFY(runs(*job, [&] { job->stop(); }));
    QCOMPARE(job->count(State::Skipped), 2);
    QTRY_COMPARE(left.size(), 1);
}

void TestAttachTrouble::whatIsStuckIsSaid()
{
    m_store->setFate(u"b.md"_s, Fate::Never);
    AttachJob::Options brief = options();
    brief.times.stuckMs = 60;
    const auto job = jobOf({remote(u"a.md"_s), remote(u"b.md"_s), remote(u"c.md"_s)}, brief);
    QSignalSpy left(job.get(), &AttachJob::batchLeft);
    QVERIFY(runs(*job));
    QCOMPARE(job->count(State::Done), 2);
    QCOMPARE(job->items().at(1).state, State::Failed);
    QCOMPARE(job->items().at(1).error.code, u"stuck"_s);
    QTRY_COMPARE(left.size(), 1);
    QVERIFY(!left.first().at(1).toBool()); // it goes on at the service
    // Another try takes it out and puts it in anew.
    m_store->setFate(u"b.md"_s, Fate::Completed);
    QVERIFY(runs(*job, [&] { job->retryFailed(); }));
    QCOMPARE(job->count(State::Done), 3);
}

void TestAttachTrouble::aLostAnswerIsLookedUp()
{
    m_store->losesNextBatch = true;
    QList<AttachJob::Order> orders;
    for (int i = 0; i < 150; ++i) // more than a page of the list
        orders << remote(u"f%1.md"_s.arg(i));
    m_store->setFate(u"f7.md"_s, Fate::Unsupported);
    const auto job = jobOf(orders);
    QVERIFY(runs(*job));
    QCOMPARE(creates(), 1);
    QCOMPARE(job->count(State::Done), 149);
    QCOMPARE(job->count(State::Failed), 1);
}

void TestAttachTrouble::aCreateThatNeverArrivedIsAQuestion()
{
    m_store->dropsNextBatch = true;
    const auto job = jobOf({remote(u"a.md"_s), remote(u"b.md"_s), remote(u"c.md"_s)});
    QVERIFY(runs(*job));
    QCOMPARE(job->count(State::Unknown), 3);
    QVERIFY(job->items().at(0).lookedUp);
    QCOMPARE(creates(), 1);
    QVERIFY(m_store->filesIn(vs).isEmpty());
    // One word is enough: they went together.
    QVERIFY(runs(*job, [&] { job->decide(1, false); }));
    QCOMPARE(job->count(State::Done), 3);
    QCOMPARE(creates(), 2);
    QCOMPARE(m_store->batchBodies.size(), 1);
}

void TestAttachTrouble::aStoreThatCannotBeAskedIsAskedAgain()
{
    m_store->losesNextBatch = true;
    m_store->listsFail = true;
    const auto job = jobOf({remote(u"a.md"_s), remote(u"b.md"_s)});
    QVERIFY(runs(*job));
    QCOMPARE(job->count(State::Unknown), 2);
    QVERIFY(!job->items().at(0).lookedUp);
    m_store->listsFail = false;
    QVERIFY(runs(*job, [&] { job->lookAgain(0); }));
    QCOMPARE(job->count(State::Done), 2);
    QCOMPARE(creates(), 1);
}

void TestAttachTrouble::aLostAnswerOfOneFile()
{
    m_store->losesNextAttach = true;
    const auto job = jobOf({remote(u"a.md"_s)});
    QVERIFY(runs(*job));
    QCOMPARE(job->count(State::Done), 1);
    QCOMPARE(m_store->attaches, 1);
}

void TestAttachTrouble::tooManyRequestsPass()
{
    m_wire->once(Method::Post, batchesPath,
                 FakeReply::error(429, "rate_limit_exceeded", {}, {{"retry-after-ms", "30"}}));
    const auto job = jobOf({remote(u"a.md"_s), remote(u"b.md"_s)});
    QVERIFY(runs(*job));
    QCOMPARE(job->count(State::Done), 2);
    QCOMPARE(creates(), 2);
    QCOMPARE(m_store->batchBodies.size(), 1);
}

void TestAttachTrouble::openBatchesAreKept()
{
    const QString folder = m_folder->path();
    {
        OpenBatches open(*m_session, folder, u"p1"_s);
        QSignalSpy changed(&open, &OpenBatches::changed);
        open.add(vs, u"vsfb_1"_s);
        open.add(u"vs_2"_s, u"vsfb_2"_s);
        open.add(vs, u"vsfb_3"_s);
        open.remove(u"vsfb_3"_s);
        QCOMPARE(changed.size(), 4);
        OpenBatches other(*m_session, folder, u"p2"_s);
        QVERIFY(other.of(vs).isEmpty()); // of another profile
        other.add(vs, u"vsfb_9"_s);
    }
    {
        // Two consoles at once: neither forgets what the other one made.
        OpenBatches one(*m_session, folder, u"p1"_s);
        OpenBatches two(*m_session, folder, u"p1"_s);
        one.add(u"vs_3"_s, u"vsfb_4"_s);
        two.add(u"vs_3"_s, u"vsfb_5"_s);
        one.remove(u"vsfb_4"_s);
        QCOMPARE(OpenBatches(*m_session, folder, u"p1"_s).of(u"vs_3"_s), QStringList{u"vsfb_5"_s});
    }
    const OpenBatches later(*m_session, folder, u"p1"_s);
    QCOMPARE(later.of(vs), QStringList{u"vsfb_1"_s});
    QCOMPARE(later.of(u"vs_2"_s), QStringList{u"vsfb_2"_s});
    const OpenBatches other(*m_session, folder, u"p2"_s);
    QCOMPARE(other.of(vs), QStringList{u"vsfb_9"_s});
}

void TestAttachTrouble::openBatchesEnd()
{
    m_store->pollsUntilIndexed = 1;
    QString batchId;
    {
        const auto job = jobOf({remote(u"a.md"_s), remote(u"b.md"_s)});
        connect(job.get(), &AttachJob::batchMade, this, [&batchId](const QString &id) { batchId = id; });
        job->start();
        QTRY_VERIFY(!batchId.isEmpty());
    } // the program ends before the batch does
    OpenBatches(*m_session, m_folder->path(), u"p"_s).add(vs, batchId);
    OpenBatches(*m_session, m_folder->path(), u"p"_s).add(vs, u"vsfb_gone"_s);
    OpenBatches later(*m_session, m_folder->path(), u"p"_s);
    QSignalSpy ended(&later, &OpenBatches::ended);
    later.watchAll();
    QVERIFY(ended.wait());
    const auto last = ended.first().first().value<StoreFileBatch>();
    QCOMPARE(last.id, batchId);
    QCOMPARE(last.counts.completed, 2);
    QTRY_VERIFY(later.of(vs).isEmpty());
    QVERIFY(OpenBatches(*m_session, m_folder->path(), u"p"_s).of(vs).isEmpty());
}

QTEST_GUILESS_MAIN(TestAttachTrouble)
#include "tst_attachtrouble.moc"

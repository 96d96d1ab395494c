// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachtest.h"

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Fate = FakeStore::Fate;
using State = BulkItem::State;

/// From files of this computer and of the project to what a store holds of them, against a service in memory.
class TestAttachJob : public AttachTest
{
    Q_OBJECT
private Q_SLOTS:
    void init() { openStore(); }
    void cleanup() { closeStore(); }

    void filesAreUploadedAndAttachedTogether();
    void oneFileGoesByItself();
    void manyAreSplit();
    void thousandsAreAllReported();
    void whatDiffersIsSaidFileByFile();
    void whatIsReadyDoesNotWaitForAnUpload();
    void whatFailsSaysWhy();
    void justTheFailedAreTriedAgain();
    void aFileThatIsNotKnownYetIsTriedAgain();
    void oneBadFileDoesNotKeepOthersOut();

    void theOldOneGoesAfterTheNewOneIsIn();
    void theOldOneStaysWhenTheNewOneFails();
    void theOldOneStaysUntilTheNewOneIsSeen();
    void anAnswerOnAnotherFileIsNoProof();
    void twoUploadsMayGetOneId();
    void theFileOfAnOldOneIsDeletedWhenNobodyElseHasIt();
    void nothingIsDeletedPastAStoreThatIsNotShown_data();
    void nothingIsDeletedPastAStoreThatIsNotShown();
    void whatOnlyGoesWaitsForAllOthers();
    void aFileThatChangedIsNotAdded();
};

void TestAttachJob::filesAreUploadedAndAttachedTogether()
{
    QList<AttachJob::Order> orders{local(u"a.md"_s), local(u"b.md"_s), remote(u"c.md"_s)};
    for (AttachJob::Order &order : orders) {
        order.attributes = {{u"year"_s, 2026}, {u"draft"_s, false}};
        order.chunking = ChunkingStrategy{true, 200, 50};
    }
    const auto job = jobOf(orders);
    QVERIFY(runs(*job));
    QCOMPARE(job->count(State::Done), 3);
    QCOMPARE(job->share(), 1.0);
    QCOMPARE(m_store->batchBodies.size(), 1);
    const QJsonObject body = m_store->batchBodies.first();
    QCOMPARE(body["file_ids"_L1].toArray().size(), 3);
    QVERIFY(!body.contains("files"_L1));
    for (const BulkItem &item : job->items()) {
        QCOMPARE(m_store->statusOf(vs, item.resultId), u"completed"_s);
        QCOMPARE(m_store->attributesOf(vs, item.resultId), orders.first().attributes);
        QCOMPARE(m_store->chunkingOf(vs, item.resultId), (ChunkingStrategy{true, 200, 50}.toJson()));
    }
    QCOMPARE(job->items().at(2).resultId, orders.at(2).fileId);
}

void TestAttachJob::oneFileGoesByItself()
{
    AttachJob::Order order = remote(u"a.md"_s);
    order.attributes = {{u"a"_s, u"b"_s}};
    const auto job = jobOf({order});
    QVERIFY(runs(*job));
    QCOMPARE(job->count(State::Done), 1);
    QCOMPARE(m_store->attaches, 1);
    QCOMPARE(creates(), 0);
    QCOMPARE(m_store->attributesOf(vs, order.fileId), order.attributes);
}

void TestAttachJob::manyAreSplit()
{
    QList<AttachJob::Order> orders;
    for (int i = 0; i < 25; ++i)
        orders << remote(u"f%1.md"_s.arg(i));
    AttachJob::Options few = options();
    few.mostInGroup = 10;
    const auto job = jobOf(orders, few);
    QSignalSpy made(job.get(), &AttachJob::batchMade);
    QSignalSpy left(job.get(), &AttachJob::batchLeft);
    QVERIFY(runs(*job));
    QCOMPARE(job->count(State::Done), 25);
    QList<qsizetype> sizes;
    for (const QJsonObject &body : std::as_const(m_store->batchBodies))
        sizes << body["file_ids"_L1].toArray().size();
    QCOMPARE(sizes, (QList<qsizetype>{10, 10, 5}));
    QCOMPARE(made.size(), 3);
    QCOMPARE(left.size(), 3);
    for (const QList<QVariant> &signal : std::as_const(left))
        QVERIFY(signal.at(1).toBool());
}

void TestAttachJob::thousandsAreAllReported()
{
    QList<AttachJob::Order> orders;
    for (int i = 0; i < 5000; ++i)
        orders << remote(i % 100 == 7 ? u"bad%1.exe"_s.arg(i) : u"f%1.md"_s.arg(i));
    for (const AttachJob::Order &order : std::as_const(orders)) {
        if (order.name.endsWith(u".exe"_s))
            m_store->setFate(order.name, Fate::Unsupported);
    }
    const auto job = jobOf(orders);
    QVERIFY(runs(*job));
    QCOMPARE(creates(), 3);
    QCOMPARE(job->count(State::Done), 4950);
    QCOMPARE(job->count(State::Failed), 50);
    for (const BulkItem &item : job->items()) {
        if (item.state == State::Failed)
            QVERIFY2(item.title.endsWith(u".exe"_s), qPrintable(item.title));
    }
}

void TestAttachJob::whatDiffersIsSaidFileByFile()
{
    QList<AttachJob::Order> orders{remote(u"a.md"_s), remote(u"b.md"_s), remote(u"c.md"_s)};
    orders[1].attributes = {{u"n"_s, 1.5}};
    orders[2].chunking = ChunkingStrategy{true, 400, 0};
    const auto job = jobOf(orders);
    QVERIFY(runs(*job));
    QCOMPARE(m_store->batchBodies.size(), 1);
    const QJsonObject body = m_store->batchBodies.first();
    QCOMPARE(body.keys(), QStringList{u"files"_s}); // what all have in common goes with file_ids only
    QCOMPARE(body["files"_L1].toArray().size(), 3);
    QCOMPARE(m_store->attributesOf(vs, orders.at(0).fileId), QJsonObject());
    QCOMPARE(m_store->attributesOf(vs, orders.at(1).fileId), orders.at(1).attributes);
    QCOMPARE(m_store->chunkingOf(vs, orders.at(1).fileId), QJsonObject());
    QCOMPARE(m_store->chunkingOf(vs, orders.at(2).fileId), orders.at(2).chunking->toJson());
}

void TestAttachJob::whatIsReadyDoesNotWaitForAnUpload()
{
    m_wire->once(Method::Post, u"/v1/files"_s, FakeReply::silence());
    AttachJob::Options soon = options();
    soon.gatherMs = 20;
    const auto job = jobOf({local(u"slow.md"_s), remote(u"b.md"_s), remote(u"c.md"_s)}, soon);
    job->start();
    QTRY_COMPARE(job->count(State::Done), 2);
    QCOMPARE(job->items().at(0).state, State::Running);
    QVERIFY(runs(*job, [&] { job->stop(); }));
}

void TestAttachJob::whatFailsSaysWhy()
{
    m_store->setFate(u"b.exe"_s, Fate::Unsupported);
    const auto job = jobOf({local(u"a.md"_s), local(u"b.exe"_s), local(u"c.md"_s)});
    QVERIFY(runs(*job));
    QCOMPARE(job->count(State::Done), 2);
    const BulkItem &failed = job->items().at(1);
    QCOMPARE(failed.state, State::Failed);
    QCOMPARE(failed.error.code, u"unsupported_file"_s);
    QVERIFY(failed.error.message.contains(u"not supported"_s));
    QCOMPARE(failed.error.headline(), u"The service could not process it"_s);
}

void TestAttachJob::justTheFailedAreTriedAgain()
{
    m_store->setFate(u"b.md"_s, Fate::FailsOnce);
    AttachJob::Order failing = local(u"b.md"_s);
    failing.attributes = {{u"keep"_s, u"me"_s}};
    const auto job = jobOf({local(u"a.md"_s), failing, local(u"c.md"_s)});
    QVERIFY(runs(*job));
    QCOMPARE(job->count(State::Failed), 1);
    const QString id = m_store->fileNamed(u"b.md"_s);
    m_store->events.clear();
    QVERIFY(runs(*job, [&] { job->retryFailed(); }));
    QCOMPARE(job->count(State::Done), 3);
    QCOMPARE(m_store->events, (QStringList{u"detached "_s + id, u"attached "_s + id, u"completed "_s + id}));
    QCOMPARE(m_store->attributesOf(vs, id), failing.attributes);
    QCOMPARE(m_wire->count(Method::Post, u"/v1/files"_s), 3); // none is uploaded twice
}

void TestAttachJob::aFileThatIsNotKnownYetIsTriedAgain()
{
    m_store->notYetKnown = 1;
    const auto job = jobOf({local(u"a.md"_s)});
    QVERIFY(runs(*job));
    QCOMPARE(job->count(State::Done), 1);
    QCOMPARE(m_store->attaches, 2);
}

void TestAttachJob::oneBadFileDoesNotKeepOthersOut()
{
    QList<AttachJob::Order> orders;
    for (int i = 0; i < 16; ++i)
        orders << remote(u"f%1.md"_s.arg(i));
    m_store->badFileId = orders.at(11).fileId;
    // The operation for one file refuses it as well.
    m_wire->always(Method::Post, filesPath, FakeReply::error(400, "invalid_file_id"));
    const auto job = jobOf(orders);
    QVERIFY(runs(*job));
    QCOMPARE(job->items().at(11).error.code, u"invalid_file_id"_s);
    QCOMPARE(job->items().at(11).state, State::Failed);
    QVERIFY(!m_store->filesIn(vs).contains(m_store->badFileId));
    // Those beside it were tried alone as well, and refused there by the script; all others are in.
    QVERIFY(job->count(State::Done) >= 14);
    QCOMPARE(m_store->filesIn(vs).size(), job->count(State::Done));
}

void TestAttachJob::theOldOneGoesAfterTheNewOneIsIn()
{
    const QString old = m_store->addFile(u"a.md"_s);
    m_store->put(vs, old);
    AttachJob::Order order = local(u"a.md"_s, "new");
    order.replaces = old;
    const auto job = jobOf({order, local(u"b.md"_s)});
    QVERIFY(runs(*job));
    QCOMPARE(job->count(State::Done), 2);
    const QString fresh = job->items().at(0).resultId;
    QVERIFY(m_store->events.indexOf(u"completed "_s + fresh) >= 0);
    QVERIFY(m_store->events.indexOf(u"detached "_s + old) > m_store->events.indexOf(u"completed "_s + fresh));
    QVERIFY(m_store->hasFile(old)); // only taken out
    QVERIFY(!m_store->filesIn(vs).contains(old));
}

void TestAttachJob::theOldOneStaysWhenTheNewOneFails()
{
    const QString old = m_store->addFile(u"a.md"_s);
    m_store->put(vs, old);
    m_store->setFate(u"new.md"_s, Fate::Unsupported);
    AttachJob::Order order = local(u"new.md"_s);
    order.replaces = old;
    AttachJob::Options deleting = options();
    deleting.deletesOld = true;
    const auto job = jobOf({order}, deleting);
    QVERIFY(runs(*job));
    QCOMPARE(job->count(State::Failed), 1);
    QVERIFY(m_store->filesIn(vs).contains(old));
    QVERIFY(m_store->hasFile(old));
}

void TestAttachJob::theOldOneStaysUntilTheNewOneIsSeen()
{
    const QString old = m_store->addFile(u"a.md"_s);
    m_store->put(vs, old);
    bool isTakenOut = true; // by somebody else, as soon as the batch has ended
    m_wire->setHandler([&](const FakeRequest &request) {
        if (isTakenOut && request.method == Method::Get && request.path.startsWith(filesPath + u'/'))
            return FakeReply::error(404);
        return m_store->answer(request);
    });
    AttachJob::Order order = local(u"a.md"_s, "new");
    order.replaces = old;
    AttachJob::Options deleting = options();
    deleting.deletesOld = true;
    const auto job = jobOf({order, local(u"b.md"_s)}, deleting);
    QVERIFY(runs(*job));
    QCOMPARE(job->items().at(0).state, State::Failed);
    QCOMPARE(job->items().at(1).state, State::Done);
    QVERIFY(m_store->filesIn(vs).contains(old));
    QVERIFY(m_store->hasFile(old));
    isTakenOut = false;
    QVERIFY(runs(*job, [&] { job->retryFailed(); }));
    QCOMPARE(job->count(State::Done), 2);
    QVERIFY(!m_store->hasFile(old));
    QCOMPARE(m_wire->count(Method::Post, u"/v1/files"_s), 2); // it was not uploaded again
}

void TestAttachJob::anAnswerOnAnotherFileIsNoProof()
{
    const QString old = m_store->addFile(u"a.md"_s);
    m_store->put(vs, old);
    m_store->setFate(u"new.md"_s, Fate::Unsupported);
    m_wire->setHandler([&](const FakeRequest &request) {
        const FakeReply reply = m_store->answer(request);
        if (request.method != Method::Post || request.path != filesPath)
            return reply;
        return FakeReply::json(R"({"id":"file-other","status":"completed"})");
    });
    AttachJob::Order order = local(u"new.md"_s);
    order.replaces = old;
    const auto job = jobOf({order});
    QVERIFY(runs(*job));
    QCOMPARE(job->count(State::Failed), 1);
    QVERIFY(m_store->filesIn(vs).contains(old));
}

void TestAttachJob::twoUploadsMayGetOneId()
{
    QByteArray first;
    m_wire->setHandler([&](const FakeRequest &request) {
        FakeReply reply = m_store->answer(request);
        if (request.method != Method::Post || request.path != u"/v1/files"_s)
            return reply;
        if (first.isEmpty())
            first = reply.body;
        return FakeReply::json(first);
    });
    const auto job = jobOf({local(u"a.md"_s), local(u"b.md"_s), local(u"c.md"_s)});
    QVERIFY(runs(*job));
    QCOMPARE(job->count(State::Done), 3);
    QCOMPARE(m_store->filesIn(vs).size(), 1);
}

void TestAttachJob::theFileOfAnOldOneIsDeletedWhenNobodyElseHasIt()
{
    const QString shared = m_store->addFile(u"shared.md"_s);
    const QString own = m_store->addFile(u"own.md"_s);
    const QString third = m_store->addFile(u"third.md"_s);
    for (const QString &id : {shared, own, third})
        m_store->put(vs, id);
    m_store->put(u"vs_2"_s, shared);
    AttachJob::Order first = local(u"shared.md"_s);
    first.replaces = shared;
    AttachJob::Order second = local(u"own.md"_s);
    second.replaces = own;
    AttachJob::Order gone;
    gone.fileId = third;
    gone.removes = true;
    AttachJob::Options deleting = options();
    deleting.deletesOld = true;
    const auto job = jobOf({first, second, gone}, deleting);
    QVERIFY(runs(*job));
    QCOMPARE(job->count(State::Done), 3);
    QVERIFY(m_store->hasFile(shared));
    QVERIFY(!m_store->hasFile(own));
    QVERIFY(!m_store->hasFile(third));
    QCOMPARE(m_store->filesIn(u"vs_2"_s), QStringList{shared});
    QVERIFY(job->items().at(0).note.contains(u"another store"_s));
}

void TestAttachJob::nothingIsDeletedPastAStoreThatIsNotShown_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("answer"); ///< empty: 404 in the words of something else
    QTest::newRow("the list of stores is cut short")
        << u"/v1/vector_stores"_s << QByteArray(R"({"object":"list","data":[],"has_more":true})");
    QTest::newRow("the files of a store are cut short")
        << u"/v1/vector_stores/vs_2/files"_s << QByteArray(R"({"object":"list","data":[],"has_more":true})");
    QTest::newRow("the page of a proxy") << u"/v1/vector_stores/vs_2/files"_s << QByteArray();
}

void TestAttachJob::nothingIsDeletedPastAStoreThatIsNotShown()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, answer);
    QList<AttachJob::Order> orders;
    for (const QString &name : {u"a.md"_s, u"b.md"_s}) { // two of them: the list of a short store is read
        AttachJob::Order gone;
        gone.fileId = m_store->addFile(name);
        gone.removes = true;
        m_store->put(vs, gone.fileId);
        m_store->put(u"vs_2"_s, gone.fileId);
        orders << gone;
    }
    m_wire->setHandler([&](const FakeRequest &request) {
        if (request.method != Method::Get || request.path != path)
            return m_store->answer(request);
        if (!answer.isEmpty())
            return FakeReply::json(answer);
        FakeReply page;
        page.status = 404;
        page.body = "<html>not here</html>";
        return page;
    });
    AttachJob::Options deleting = options();
    deleting.deletesOld = true;
    const auto job = jobOf(orders, deleting);
    QVERIFY(runs(*job));
    QCOMPARE(job->count(State::Done), 2); // taken out
    for (const AttachJob::Order &order : std::as_const(orders))
        QVERIFY(m_store->hasFile(order.fileId));
}

void TestAttachJob::whatOnlyGoesWaitsForAllOthers()
{
    const QString old = m_store->addFile(u"old.md"_s);
    m_store->put(vs, old);
    AttachJob::Order gone;
    gone.fileId = old;
    gone.removes = true;
    m_store->setFate(u"a.md"_s, Fate::FailsOnce);
    const auto job = jobOf({gone, local(u"a.md"_s)});
    QVERIFY(runs(*job));
    QCOMPARE(job->items().at(0).state, State::Skipped);
    QVERIFY(m_store->filesIn(vs).contains(old));
    QVERIFY(runs(*job, [&] { job->retryFailed(); }));
    QVERIFY(m_store->filesIn(vs).contains(old)); // only the failed was asked for
    QVERIFY(runs(*job, [&] { job->goOn(); }));
    QCOMPARE(job->count(State::Done), 2);
    QVERIFY(!m_store->filesIn(vs).contains(old));
}

void TestAttachJob::aFileThatChangedIsNotAdded()
{
    AttachJob::Order order = local(u"a.md"_s, "as compared");
    order.identity = *SourceIdentity::of(order.path);
    local(u"a.md"_s, "another content");
    const auto job = jobOf({order, local(u"b.md"_s)});
    QVERIFY(runs(*job));
    QCOMPARE(job->items().at(0).state, State::Failed);
    QCOMPARE(job->items().at(0).error.code, u"file_changed"_s);
    QCOMPARE(job->items().at(1).state, State::Done);
    QCOMPARE(m_store->filesIn(vs), QStringList{job->items().at(1).resultId});
}

QTEST_GUILESS_MAIN(TestAttachJob)
#include "tst_attachjob.moc"

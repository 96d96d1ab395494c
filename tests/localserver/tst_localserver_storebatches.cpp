// SPDX-License-Identifier: GPL-3.0-or-later
// Batches of files that are put into a store together: how they come on, what is cancelled, what they list.
#include "storeclient.h"

using namespace odc::test;
using odc::server::LocalServer;

class TestLocalServerStoreBatches : public QObject, private StoreClient
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(emptyFolder());
        start();
    }

    void oneComesOnAndCompletes();
    void allOfThemFailedIsFailed();
    void eachFileMayHaveItsOwnWay();
    void filesThatAreThereAlready();
    void retriesWhatFailed();
    void refuses_data();
    void refuses();
    void takesUpToTwoThousand();
    void nothingIsAttachedOfOneThatIsRefused();
    void cancelledOnesLeaveWhatIsDone();
    void cancellingTwiceChangesNothing();
    void whatEndedCannotBeCancelled();
    void listsItsOwnFilesOnly();
    void belongsToItsStore();
    void isRememberedOverARestart();

private:
    QString batchStatus(const QByteArray &store, const QByteArray &id) const
    {
        return batch(store, id)[u"status"_s].toString();
    }
    RawReply cancel(const QByteArray &store, const QByteArray &id) const
    {
        return send("POST", batchPath(store, id) + "/cancel");
    }
};

void TestLocalServerStoreBatches::oneComesOnAndCompletes()
{
    startSlow();
    const QByteArray id = makeStore();
    const QStringList files = uploads({"one", "two", "[[server error]]"});
    const QJsonObject attributes{{u"lang"_s, u"en"_s}};
    const RawReply reply =
        attachAll(id, files, {{u"attributes"_s, attributes}, {u"chunking_strategy"_s, fixedChunks(300, 30)}});
    QCOMPARE(reply.status, 200);
    const QJsonObject made = reply.json();
    QVERIFY(made[u"id"_s].toString().startsWith(u"vsfb_"_s));
    QCOMPARE(made[u"object"_s].toString(), u"vector_store.files_batch"_s);
    QCOMPARE(made[u"vector_store_id"_s].toString().toUtf8(), id);
    QCOMPARE(made[u"status"_s].toString(), u"in_progress"_s);
    QCOMPARE(countsOf(made), counts(3, 0, 0, 0));
    QVERIFY(made[u"created_at"_s].toInteger() > 0);
    const QByteArray batchId = made[u"id"_s].toString().toUtf8();
    QCOMPARE(batch(id, batchId), made);
    QVERIFY(get(batchPath(id, batchId)).headers.value("openai-poll-after-ms").toInt() > 0);
    m_server.advanceClock(101);
    QTRY_COMPARE(batchStatus(id, batchId), u"completed"_s);
    QCOMPARE(countsOf(batch(id, batchId)), counts(0, 2, 1, 0));
    for (const QString &each : files) {
        QCOMPARE(file(id, each)[u"attributes"_s].toObject(), attributes);
        QCOMPARE(file(id, each)[u"chunking_strategy"_s].toObject(), fixedChunks(300, 30));
    }
}

void TestLocalServerStoreBatches::allOfThemFailedIsFailed()
{
    const QByteArray id = makeStore();
    const QByteArray batchId = idOf(attachAll(id, uploads({"[[server error]]", "[[server error]]"})));
    QTRY_COMPARE(batchStatus(id, batchId), u"failed"_s);
    QCOMPARE(countsOf(batch(id, batchId)), counts(0, 0, 2, 0));
}

void TestLocalServerStoreBatches::eachFileMayHaveItsOwnWay()
{
    const QByteArray id = makeStore();
    const QStringList files = uploads({"one", "two"});
    const QJsonObject own{{u"own"_s, true}};
    const QJsonObject body{{u"files"_s, QJsonArray{QJsonObject{{u"file_id"_s, files.at(0)},
                                                               {u"attributes"_s, own},
                                                               {u"chunking_strategy"_s, fixedChunks(100, 0)}},
                                                   QJsonObject{{u"file_id"_s, files.at(1)}}}},
                           {u"attributes"_s, QJsonObject{{u"of_all"_s, true}}},
                           {u"chunking_strategy"_s, fixedChunks(200, 0)}};
    QCOMPARE(post(storePath(id) + "/file_batches", body).status, 200);
    settled(id);
    QCOMPARE(file(id, files.at(0))[u"attributes"_s].toObject(), own);
    QCOMPARE(file(id, files.at(0))[u"chunking_strategy"_s].toObject(), fixedChunks(100, 0));
    // What is said of all does not hold for files that are listed with their own.
    QCOMPARE(file(id, files.at(1))[u"attributes"_s], QJsonValue(QJsonObject()));
    QCOMPARE(file(id, files.at(1))[u"chunking_strategy"_s].toObject(), fixedChunks(800, 400));
}

void TestLocalServerStoreBatches::filesThatAreThereAlready()
{
    const QByteArray id = makeStore();
    const QStringList files = uploads({"one", "two"});
    attach(id, files.first());
    settled(id);
    const QByteArray batchId = idOf(attachAll(id, files + files));
    settled(id);
    QCOMPARE(countsOf(batch(id, batchId)), counts(0, 2, 0, 0));
    QCOMPARE(countsOf(store(id)), counts(0, 2, 0, 0));
    QCOMPARE(found(id, u"one"_s).size(), 1);
}

void TestLocalServerStoreBatches::retriesWhatFailed()
{
    const QByteArray id = makeStore();
    const QStringList files = uploads({"one", "[[server error once]] two", "[[server error]]"});
    const QByteArray first = idOf(attachAll(id, files));
    QCOMPARE(countsOf(settled(id)), counts(0, 1, 2, 0));
    const QByteArray second = idOf(attachAll(id, files.mid(1)));
    QCOMPARE(countsOf(settled(id)), counts(0, 2, 1, 0));
    QCOMPARE(countsOf(batch(id, second)), counts(0, 1, 1, 0));
    QCOMPARE(countsOf(batch(id, first)), counts(0, 2, 1, 0));
    QCOMPARE(store(id)[u"usage_bytes"_s].toInteger(), usageOfFiles(id));
}

void TestLocalServerStoreBatches::refuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &body, int status = 400) {
        QTest::newRow(name) << body << status;
    };
    row("nothing", "{}");
    row("both", R"({"file_ids":["FILE"],"files":[{"file_id":"FILE"}]})");
    row("no ids", R"({"file_ids":[]})");
    row("no files", R"({"files":[]})");
    row("ids of the wrong kind", R"({"file_ids":"FILE"})");
    row("ids null", R"({"file_ids":null})");
    row("files of the wrong kind", R"({"files":["FILE"]})");
    row("a file without an id", R"({"files":[{"attributes":{}}]})");
    row("a file with more", R"({"files":[{"file_id":"FILE","name":"x"}]})");
    row("a file cut badly", R"({"files":[{"file_id":"FILE","chunking_strategy":{"type":"x"}}]})");
    row("attributes of the wrong kind", R"({"file_ids":["FILE"],"attributes":{"a":[]}})");
    row("unknown member", R"({"file_ids":["FILE"],"name":"x"})");
    row("an unknown file", R"({"file_ids":["FILE","file-none"]})", 404);
    row("2001 files", R"({"file_ids":[)" + QByteArrayList(2001, R"("FILE")").join(',') + "]}");
}

void TestLocalServerStoreBatches::refuses()
{
    QFETCH(QByteArray, body);
    const QByteArray id = makeStore();
    const QByteArray request = QByteArray(body).replace("FILE", upload("x").toUtf8());
    const RawReply reply = send("POST", storePath(id) + "/file_batches", request);
    QTEST(reply.status, "status");
    QCOMPARE(reply.error(u"type"_s), u"invalid_request_error"_s);
    QCOMPARE(countsOf(store(id)), counts(0, 0, 0, 0));
}

void TestLocalServerStoreBatches::takesUpToTwoThousand()
{
    const QByteArray id = makeStore();
    const QByteArray request =
        R"({"file_ids":[)" + QByteArrayList(2000, '"' + upload("x").toUtf8() + '"').join(',') + "]}";
    const RawReply reply = send("POST", storePath(id) + "/file_batches", request);
    QCOMPARE(reply.status, 200);
    QCOMPARE(countsOf(reply.json())[u"total"_s].toInt(), 1); // each counts once
}

void TestLocalServerStoreBatches::nothingIsAttachedOfOneThatIsRefused()
{
    const QByteArray id = makeStore();
    const QStringList files = uploads({"one", "two"});
    const RawReply reply = attachAll(id, files + QStringList{u"file-none"_s});
    QCOMPARE(reply.status, 404);
    QVERIFY(reply.error(u"message"_s).contains(u"file-none"_s));
    QVERIFY(list(storePath(id) + "/files").isEmpty());
}

void TestLocalServerStoreBatches::cancelledOnesLeaveWhatIsDone()
{
    startSlow();
    const QByteArray id = makeStore();
    const QStringList files = uploads(QByteArrayList(40, "text"));
    const QByteArray batchId = idOf(attachAll(id, files));
    const QString other = upload("other");
    attach(id, other);
    m_server.advanceClock(101);
    QTRY_COMPARE(countsOf(store(id)), counts(9, 32, 0, 0));
    const QJsonObject gone = cancel(id, batchId).json();
    QCOMPARE(gone[u"status"_s].toString(), u"cancelled"_s);
    QCOMPARE(countsOf(gone), counts(0, 32, 0, 8));
    QCOMPARE(batch(id, batchId), gone);
    QCOMPARE(countsOf(store(id)), counts(1, 32, 0, 8));
    QCOMPARE(idsIn(storePath(id) + "/files?filter=cancelled&order=asc"), files.mid(32));
    m_server.advanceClock(101);
    QTRY_COMPARE(countsOf(store(id)), counts(0, 33, 0, 8));
    // They can be attached once more.
    const QByteArray again = idOf(attachAll(id, files.mid(32)));
    m_server.advanceClock(101);
    QTRY_COMPARE(countsOf(store(id)), counts(0, 41, 0, 0));
    QCOMPARE(batchStatus(id, again), u"completed"_s);
    QCOMPARE(batchStatus(id, batchId), u"cancelled"_s);
}

void TestLocalServerStoreBatches::cancellingTwiceChangesNothing()
{
    const QByteArray id = makeStore();
    const QByteArray batchId = idOf(attachAll(id, uploads({"[[never]]"})));
    const QJsonObject first = cancel(id, batchId).json();
    const RawReply second = cancel(id, batchId);
    QCOMPARE(second.status, 200);
    QCOMPARE(second.json(), first);
    QCOMPARE(countsOf(first), counts(0, 0, 0, 1));
    start();
    QCOMPARE(batch(id, batchId), first);
}

void TestLocalServerStoreBatches::whatEndedCannotBeCancelled()
{
    const QByteArray id = makeStore();
    const QByteArray batchId = idOf(attachAll(id, uploads({"text"})));
    settled(id);
    QCOMPARE(cancel(id, batchId).json()[u"status"_s].toString(), u"completed"_s);
    QCOMPARE(countsOf(batch(id, batchId)), counts(0, 1, 0, 0));
}

void TestLocalServerStoreBatches::listsItsOwnFilesOnly()
{
    const QByteArray id = makeStore();
    QByteArrayList texts;
    for (int i = 0; i < 25; ++i)
        texts.append(i % 6 == 0 ? "[[server error]]" : "text");
    const QStringList files = uploads(texts);
    attachAll(id, uploads({"other", "more"}));
    const QByteArray path = batchPath(id, idOf(attachAll(id, files))) + "/files?";
    settled(id);
    QStringList newest = files;
    std::reverse(newest.begin(), newest.end());
    QCOMPARE(idsIn(path), newest.first(20));
    QVERIFY(get(path).json()[u"has_more"_s].toBool());
    QCOMPARE(idsIn(path + "after=" + newest.at(19).toUtf8()), newest.mid(20));
    QCOMPARE(idsIn(path + "limit=3&before=" + newest.at(10).toUtf8()), newest.mid(7, 3));
    QCOMPARE(idsIn(path + "order=asc&filter=failed"),
             (QStringList{files.at(0), files.at(6), files.at(12), files.at(18), files.at(24)}));
    QCOMPARE(list(path + "limit=1").first().toObject(), file(id, newest.first()));
    for (const char *bad : {"filter=x", "limit=101", "order=x", "after=file-none", "after=a&before=b"})
        QCOMPARE(get(path + bad).status, 400);
    // What is taken out of the store is not in it any more.
    QCOMPARE(send("DELETE", filePath(id, newest.first())).status, 200);
    QCOMPARE(idsIn(path + "limit=1"), newest.mid(1, 1));
}

void TestLocalServerStoreBatches::belongsToItsStore()
{
    const QByteArray id = makeStore();
    const QByteArray other = makeStore();
    const QByteArray batchId = idOf(attachAll(id, uploads({"text"})));
    const QString words = u"No file batch found with id '%1' in vector store '%2'."_s.arg(
        QString::fromUtf8(batchId), QString::fromUtf8(other));
    for (const RawReply &reply : {get(batchPath(other, batchId)), cancel(other, batchId),
                                  get(batchPath(other, batchId) + "/files")}) {
        QCOMPARE(reply.status, 404);
        QCOMPARE(reply.error(u"message"_s), words);
    }
    QCOMPARE(send("DELETE", storePath(id)).status, 200);
    QCOMPARE(get(batchPath(id, batchId)).status, 404);
}

void TestLocalServerStoreBatches::isRememberedOverARestart()
{
    startSlow();
    const QByteArray id = makeStore();
    const QByteArray batchId = idOf(attachAll(id, uploads({"one", "two", "[[server error]]"})));
    m_server.stop();
    start();
    QTRY_COMPARE(batchStatus(id, batchId), u"completed"_s);
    QCOMPARE(countsOf(batch(id, batchId)), counts(0, 2, 1, 0));
    QCOMPARE(idsIn(batchPath(id, batchId) + "/files").size(), 3);
}

QTEST_GUILESS_MAIN(TestLocalServerStoreBatches)
#include "tst_localserver_storebatches.moc"

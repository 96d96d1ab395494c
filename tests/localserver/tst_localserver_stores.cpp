// SPDX-License-Identifier: GPL-3.0-or-later
// Vector stores themselves: what makes one, what is refused, lists in both directions, changes, their
// lifetime.
#include "storeclient.h"

using namespace odc::test;
using odc::server::LocalServer;

class TestLocalServerStores : public QObject, private StoreClient
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(emptyFolder());
        start();
    }

    void oneIsMadeAndRead();
    void oneOfNothingAtAll();
    void oneWithFiles();
    void createRefuses_data();
    void createRefuses();
    void nothingIsLeftOfOneThatWasRefused();
    void isChanged();
    void isClearedByNull();
    void modifyRefuses_data();
    void modifyRefuses();
    void listsPageBothWays();
    void listsRefuse_data();
    void listsRefuse();
    void isDeletedWithoutItsFiles();
    void unknownOnesAreNotFound_data();
    void unknownOnesAreNotFound();
    void wrongMethodsAreToldApart();
    void theBetaHeaderMakesNoDifference();
    void expiresAfterItsLastActivity();
    void anExpiredOneIsNotUsed();
    void anExpiredOneStaysSo();
    void aReadOnlyOneStandsStill();
};

void TestLocalServerStores::oneIsMadeAndRead()
{
    const qint64 before = QDateTime::currentSecsSinceEpoch();
    const QJsonObject made = post("/v1/vector_stores", {{u"name"_s, u"support-kb"_s},
                                                        {u"description"_s, u"What we tell customers"_s},
                                                        {u"metadata"_s, QJsonObject{{u"team"_s, u"cx"_s}}},
                                                        {u"expires_after"_s, expiresAfter(7)}})
                                 .json();
    QVERIFY(made[u"id"_s].toString().startsWith(u"vs_"_s));
    QCOMPARE(made[u"object"_s].toString(), u"vector_store"_s);
    QCOMPARE(made[u"name"_s].toString(), u"support-kb"_s);
    QCOMPARE(made[u"description"_s].toString(), u"What we tell customers"_s);
    QCOMPARE(made[u"metadata"_s].toObject(), QJsonObject({{u"team"_s, u"cx"_s}}));
    QCOMPARE(made[u"expires_after"_s].toObject(), expiresAfter(7));
    QCOMPARE(made[u"status"_s].toString(), u"completed"_s);
    QCOMPARE(countsOf(made), counts(0, 0, 0, 0));
    QCOMPARE(made[u"usage_bytes"_s].toInt(-1), 0);
    QVERIFY(made[u"created_at"_s].toInteger() >= before);
    QCOMPARE(made[u"last_active_at"_s], made[u"created_at"_s]);
    QCOMPARE(made[u"expires_at"_s].toInteger() - made[u"last_active_at"_s].toInteger(), 7 * 86400);
    QCOMPARE(store(made[u"id"_s].toString().toUtf8()), made);
    QCOMPARE(list("/v1/vector_stores"), QJsonArray{made});
}

void TestLocalServerStores::oneOfNothingAtAll()
{
    const QJsonObject made = send("POST", "/v1/vector_stores", "{}").json();
    for (const QString &name : {u"name"_s, u"expires_after"_s, u"expires_at"_s, u"description"_s})
        QVERIFY2(made[name].isNull(), qPrintable(name));
    QCOMPARE(made[u"metadata"_s], QJsonValue(QJsonObject()));
    QCOMPARE(send("POST", "/v1/vector_stores").status, 200);
}

void TestLocalServerStores::oneWithFiles()
{
    const QStringList files = uploads({"the first text", "the second text"});
    const QByteArray id = makeStore({{u"file_ids"_s, QJsonArray::fromStringList(files + files)},
                                     {u"chunking_strategy"_s, fixedChunks(100, 50)}});
    const QJsonObject done = settled(id);
    QCOMPARE(done[u"status"_s].toString(), u"completed"_s);
    QCOMPARE(countsOf(done), counts(0, 2, 0, 0));
    QVERIFY(done[u"usage_bytes"_s].toInteger() > 0);
    QCOMPARE(done[u"usage_bytes"_s].toInteger(), usageOfFiles(id));
    QCOMPARE(file(id, files.first())[u"chunking_strategy"_s].toObject(), fixedChunks(100, 50));
    // It holds for these files, and for no others.
    const QString later = upload("later");
    attach(id, later);
    QCOMPARE(file(id, later)[u"chunking_strategy"_s].toObject(), fixedChunks(800, 400));
}

void TestLocalServerStores::createRefuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("param");

    const auto row = [](const char *name, const QByteArray &body, const QString &param, int status = 400) {
        QTest::newRow(name) << body << status << param;
    };
    row("no JSON", "{", {});
    row("a list", "[]", {});
    row("unknown member", R"({"title":"x"})", {});
    row("name of the wrong kind", R"({"name":7})", u"name"_s);
    row("name null", R"({"name":null})", u"name"_s);
    row("description of the wrong kind", R"({"description":[]})", u"description"_s);
    row("metadata of the wrong kind", R"({"metadata":[]})", u"metadata"_s);
    row("metadata of numbers", R"({"metadata":{"k":1}})", u"metadata.k"_s);
    row("metadata too long", R"({"metadata":{"k":")" + QByteArray(513, 'v') + R"("}})", u"metadata.k"_s);
    QByteArrayList pairs;
    for (int i = 0; i < 17; ++i)
        pairs.append("\"k" + QByteArray::number(i) + R"(":"v")");
    row("metadata of 17", R"({"metadata":{)" + pairs.join(',') + "}}", u"metadata"_s);
    row("another anchor", R"({"expires_after":{"anchor":"created_at","days":1}})", u"expires_after.anchor"_s);
    row("no anchor", R"({"expires_after":{"days":1}})", u"expires_after"_s);
    row("no days", R"({"expires_after":{"anchor":"last_active_at"}})", u"expires_after"_s);
    row("0 days", R"({"expires_after":{"anchor":"last_active_at","days":0}})", u"expires_after.days"_s);
    row("366 days", R"({"expires_after":{"anchor":"last_active_at","days":366}})", u"expires_after.days"_s);
    row("half a day", R"({"expires_after":{"anchor":"last_active_at","days":0.5}})", u"expires_after.days"_s);
    row("policy null", R"({"expires_after":null})", u"expires_after"_s);
    row("chunking without files", R"({"chunking_strategy":{"type":"auto"}})", u"chunking_strategy"_s);
    row("chunking with no files", R"({"chunking_strategy":{"type":"auto"},"file_ids":[]})",
        u"chunking_strategy"_s);
    row("files of the wrong kind", R"({"file_ids":"file-1"})", u"file_ids"_s);
    row("files of numbers", R"({"file_ids":[1]})", u"file_ids.0"_s);
    row("unknown file", R"({"file_ids":["file-none"]})", u"file_ids"_s, 404);
    row("501 files", R"({"file_ids":[)" + QByteArrayList(501, R"("file-none")").join(',') + "]}",
        u"file_ids"_s);
}

void TestLocalServerStores::createRefuses()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, param);
    const RawReply reply = send("POST", "/v1/vector_stores", body);
    QTEST(reply.status, "status");
    QCOMPARE(reply.error(u"param"_s), param);
    QCOMPARE(reply.error(u"type"_s), u"invalid_request_error"_s);
    QVERIFY(list("/v1/vector_stores").isEmpty());
}

void TestLocalServerStores::nothingIsLeftOfOneThatWasRefused()
{
    const QString good = upload("text");
    const QJsonObject body{{u"file_ids"_s, QJsonArray{good, u"file-none"_s}}};
    const RawReply reply = post("/v1/vector_stores", body);
    QCOMPARE(reply.status, 404);
    QVERIFY(reply.error(u"message"_s).contains(u"file-none"_s));
    QVERIFY(list("/v1/vector_stores").isEmpty());
    QCOMPARE(post("/v1/vector_stores", {{u"file_ids"_s, QJsonArray()}}).status, 200);
}

void TestLocalServerStores::isChanged()
{
    const QByteArray id = makeStore({{u"name"_s, u"a"_s}, {u"description"_s, u"stays"_s}});
    m_server.advanceClock(100);
    const qint64 created = store(id)[u"created_at"_s].toInteger();
    const QJsonObject changed = post(storePath(id), {{u"name"_s, u"b"_s},
                                                     {u"metadata"_s, QJsonObject{{u"k"_s, u"v"_s}}},
                                                     {u"expires_after"_s, expiresAfter(2)}})
                                    .json();
    QCOMPARE(changed[u"name"_s].toString(), u"b"_s);
    QCOMPARE(changed[u"description"_s].toString(), u"stays"_s);
    QCOMPARE(changed[u"metadata"_s].toObject(), QJsonObject({{u"k"_s, u"v"_s}}));
    QVERIFY(changed[u"last_active_at"_s].toInteger() >= created + 100);
    QCOMPARE(changed[u"expires_at"_s].toInteger() - changed[u"last_active_at"_s].toInteger(), 2 * 86400);
    QCOMPARE(store(id), changed);
    // What is not named stays as it is.
    m_server.advanceClock(50);
    const QJsonObject same = send("POST", storePath(id), "{}").json();
    QCOMPARE(same[u"name"_s].toString(), u"b"_s);
    QVERIFY(same[u"last_active_at"_s].toInteger() >= changed[u"last_active_at"_s].toInteger() + 50);
    QCOMPARE(same[u"expires_at"_s].toInteger() - same[u"last_active_at"_s].toInteger(), 2 * 86400);
}

void TestLocalServerStores::isClearedByNull()
{
    const QByteArray id = makeStore({{u"name"_s, u"a"_s},
                                     {u"metadata"_s, QJsonObject{{u"k"_s, u"v"_s}}},
                                     {u"expires_after"_s, expiresAfter(2)}});
    const QJsonObject cleared =
        send("POST", storePath(id), R"({"name":null,"metadata":null,"expires_after":null})").json();
    QVERIFY(cleared[u"name"_s].isNull());
    QVERIFY(cleared[u"expires_after"_s].isNull() && cleared[u"expires_at"_s].isNull());
    QCOMPARE(cleared[u"metadata"_s], QJsonValue(QJsonObject()));
    m_server.advanceClock(400 * 86400LL);
    QCOMPARE(store(id)[u"status"_s].toString(), u"completed"_s);
}

void TestLocalServerStores::modifyRefuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("description") << QByteArray(R"({"description":"x"})");
    QTest::newRow("files") << QByteArray(R"({"file_ids":[]})");
    QTest::newRow("name of the wrong kind") << QByteArray(R"({"name":true})");
    QTest::newRow("days of the wrong kind")
        << QByteArray(R"({"expires_after":{"anchor":"last_active_at","days":"1"}})");
    QTest::newRow("metadata of lists") << QByteArray(R"({"metadata":{"k":[]}})");
}

void TestLocalServerStores::modifyRefuses()
{
    QFETCH(QByteArray, body);
    const QByteArray id = makeStore();
    const QJsonObject before = store(id);
    QCOMPARE(send("POST", storePath(id), body).status, 400);
    QCOMPARE(store(id), before);
}

void TestLocalServerStores::listsPageBothWays()
{
    QCOMPARE(get("/v1/vector_stores").body,
             QByteArray(R"({"object":"list","data":[],"first_id":null,"last_id":null,"has_more":false})"));
    QStringList oldest;
    for (int i = 0; i < 25; ++i)
        oldest.append(QString::fromUtf8(makeStore({{u"name"_s, QString::number(i)}})));
    QStringList newest = oldest;
    std::reverse(newest.begin(), newest.end());
    const QByteArray path = "/v1/vector_stores?";
    const RawReply first = get("/v1/vector_stores");
    QCOMPARE(idsIn("/v1/vector_stores"), newest.first(20));
    QVERIFY(first.json()[u"has_more"_s].toBool());
    QCOMPARE(first.json()[u"first_id"_s].toString(), newest.first());
    QCOMPARE(first.json()[u"last_id"_s].toString(), newest.at(19));
    QCOMPARE(idsIn(path + "after=" + newest.at(19).toUtf8()), newest.mid(20));
    QCOMPARE(idsIn(path + "order=asc&limit=3&after=" + oldest.at(4).toUtf8()), oldest.mid(5, 3));
    // Backwards: the page in front of the cursor, in the same order.
    QCOMPARE(idsIn(path + "limit=4&before=" + newest.at(10).toUtf8()), newest.mid(6, 4));
    QCOMPARE(idsIn(path + "limit=4&order=asc&before=" + oldest.at(10).toUtf8()), oldest.mid(6, 4));
    const QJsonObject back = get(path + "limit=4&before=" + newest.at(10).toUtf8()).json();
    QCOMPARE(back[u"first_id"_s].toString(), newest.at(6));
    QCOMPARE(back[u"last_id"_s].toString(), newest.at(9));
    QVERIFY(back[u"has_more"_s].toBool());
    const QJsonObject begin = get(path + "limit=10&before=" + newest.at(2).toUtf8()).json();
    QCOMPARE(begin[u"data"_s].toArray().size(), 2);
    QVERIFY(!begin[u"has_more"_s].toBool());
}

void TestLocalServerStores::listsRefuse_data()
{
    QTest::addColumn<QByteArray>("query");
    for (const char *query : {"limit=0", "limit=101", "limit=x", "order=up", "after=vs_none",
                              "before=vs_none", "after=vs_a&before=vs_b"})
        QTest::newRow(query) << QByteArray(query);
}

void TestLocalServerStores::listsRefuse()
{
    QFETCH(QByteArray, query);
    QCOMPARE(get("/v1/vector_stores?" + query).status, 400);
    const QByteArray id = makeStore();
    QCOMPARE(get(storePath(id) + "/files?" + query).status, 400);
}

void TestLocalServerStores::isDeletedWithoutItsFiles()
{
    const QString kept = upload("text to keep");
    const QByteArray id = makeStore({{u"file_ids"_s, QJsonArray{kept}}});
    const QByteArray other = makeStore({{u"file_ids"_s, QJsonArray{kept}}});
    settled(id);
    settled(other);
    const RawReply reply = send("DELETE", storePath(id));
    QCOMPARE(reply.json(), QJsonObject({{u"id"_s, QString::fromUtf8(id)},
                                        {u"object"_s, u"vector_store.deleted"_s},
                                        {u"deleted"_s, true}}));
    QCOMPARE(send("DELETE", storePath(id)).status, 404);
    QCOMPARE(get(storePath(id) + "/files").status, 404);
    QCOMPARE(get(filePath(id, kept)).status, 404);
    QCOMPARE(search(id, {{u"query"_s, u"text"_s}}).status, 404);
    QCOMPARE(get("/v1/files/" + kept.toUtf8()).status, 200);
    QCOMPARE(found(other, u"text"_s).size(), 1);
    QCOMPARE(idsIn("/v1/vector_stores"), QStringList{QString::fromUtf8(other)});
}

void TestLocalServerStores::unknownOnesAreNotFound_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    for (const char *each :
         {"GET ", "POST ", "DELETE ", "POST /search", "GET /files", "POST /files", "GET /files/file-1",
          "POST /files/file-1", "DELETE /files/file-1", "GET /files/file-1/content", "POST /file_batches",
          "GET /file_batches/vsfb_1", "POST /file_batches/vsfb_1/cancel", "GET /file_batches/vsfb_1/files"}) {
        const QByteArrayList words = QByteArray(each).split(' ');
        QTest::newRow(each) << words.at(0) << words.at(1);
    }
}

void TestLocalServerStores::unknownOnesAreNotFound()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    const RawReply reply = send(method, "/v1/vector_stores/vs_none" + path, method == "POST" ? "{}" : "");
    QCOMPARE(reply.status, 404);
    QCOMPARE(reply.error(u"message"_s), u"Vector store with id 'vs_none' not found."_s);
    QCOMPARE(reply.error(u"type"_s), u"invalid_request_error"_s);
}

void TestLocalServerStores::wrongMethodsAreToldApart()
{
    const QByteArray id = makeStore();
    QCOMPARE(send("PUT", storePath(id)).status, 405);
    QCOMPARE(send("DELETE", "/v1/vector_stores").status, 405);
    QCOMPARE(send("GET", storePath(id) + "/search").status, 405);
    QCOMPARE(send("PATCH", storePath(id) + "/files/file-1").status, 405);
    QCOMPARE(send("GET", storePath(id) + "/file_batches").status, 405);
    QCOMPARE(send("GET", storePath(id) + "/file_batches/x/cancel").status, 405);
}

void TestLocalServerStores::theBetaHeaderMakesNoDifference()
{
    const QByteArray id = makeStore();
    const RawReply with =
        rawRequest(m_server.baseUrl(), "GET", storePath(id), {{"OpenAI-Beta", "assistants=v2"}});
    QCOMPARE(with.json(), store(id));
}

void TestLocalServerStores::expiresAfterItsLastActivity()
{
    const QString note = upload("find me");
    const QByteArray id =
        makeStore({{u"expires_after"_s, expiresAfter(1)}, {u"file_ids"_s, QJsonArray{note}}});
    settled(id);
    m_server.advanceClock(80'000);
    QCOMPARE(found(id, u"find"_s).size(), 1); // a search counts
    m_server.advanceClock(80'000);
    QCOMPARE(attach(id, upload("one more")).status, 200); // so does a file
    m_server.advanceClock(80'000);
    QCOMPARE(settled(id)[u"status"_s].toString(), u"completed"_s);
    m_server.advanceClock(6'401); // reading does not
    const QJsonObject expired = store(id);
    QCOMPARE(expired[u"status"_s].toString(), u"expired"_s);
    QCOMPARE(list("/v1/vector_stores").first().toObject(), expired);
    QCOMPARE(expired[u"usage_bytes"_s].toInt(-1), 0);
    QCOMPARE(countsOf(expired), counts(0, 2, 0, 0));
    QCOMPARE(usageOfFiles(id), 0);
}

void TestLocalServerStores::anExpiredOneIsNotUsed()
{
    startSlow();
    const QString note = upload("find me");
    const QByteArray id = makeStore({{u"expires_after"_s, expiresAfter(1)}});
    const QByteArray batchId = idOf(attachAll(id, {note}));
    m_server.stop();
    start();
    m_server.advanceClock(2 * 86'400);
    const QString later = upload("later");
    for (const RawReply &reply : {search(id, {{u"query"_s, u"find"_s}}), attach(id, later),
                                  attachAll(id, {later}), get(filePath(id, note) + "/content"),
                                  post(storePath(id), {{u"expires_after"_s, expiresAfter(9)}})}) {
        QCOMPARE(reply.status, 400);
        QVERIFY(reply.error(u"message"_s).contains(u"has expired"_s));
        QCOMPARE(reply.error(u"code"_s), u"vector_store_expired"_s);
    }
    QVERIFY(batch(id, batchId)[u"status"_s].toString() != u"in_progress"_s);
    QCOMPARE(post(storePath(id), {{u"name"_s, u"old one"_s}}).json()[u"name"_s].toString(), u"old one"_s);
    QCOMPARE(send("DELETE", filePath(id, note)).status, 200);
    QCOMPARE(send("DELETE", storePath(id)).status, 200);
}

void TestLocalServerStores::anExpiredOneStaysSo()
{
    const QByteArray id = makeStore({{u"expires_after"_s, expiresAfter(1)}});
    m_server.advanceClock(90'000);
    const QJsonObject expired = store(id);
    QCOMPARE(expired[u"status"_s].toString(), u"expired"_s);
    post(storePath(id), {{u"name"_s, u"x"_s}});
    QCOMPARE(store(id)[u"last_active_at"_s], expired[u"last_active_at"_s]);
    start(); // the clock is right again
    QCOMPARE(store(id)[u"status"_s].toString(), u"expired"_s);
}

void TestLocalServerStores::aReadOnlyOneStandsStill()
{
    const QString note = upload("find me");
    const QByteArray id =
        makeStore({{u"expires_after"_s, expiresAfter(1)}, {u"file_ids"_s, QJsonArray{note}}});
    const QJsonObject before = settled(id);
    start([](LocalServer::Options &options) { options.readOnly = true; });
    m_server.advanceClock(400 * 86'400LL);
    QCOMPARE(found(id, u"find"_s).size(), 1);
    QCOMPARE(store(id), before);
    for (const QByteArray &path : {QByteArray("/v1/vector_stores"), storePath(id), storePath(id) + "/files"})
        QCOMPARE(send("POST", path, "{}").error(u"code"_s), u"read_only"_s);
}

QTEST_GUILESS_MAIN(TestLocalServerStores)
#include "tst_localserver_stores.moc"

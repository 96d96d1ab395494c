// SPDX-License-Identifier: GPL-3.0-or-later
// Vector stores in an archive: they come out as they went in, can be read and searched, and say what is
// missing.
#include "olderfolder.h"
#include "storeclient.h"

#include <QCryptographicHash>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace odc::test;
using odc::server::LocalServer;

class TestLocalServerStoreArchive : public QObject, private StoreClient
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(emptyFolder());
        archive();
    }

    void objectsComeOutAsTheyWentIn();
    void contentsComeOutAndAreFound();
    void contentsAreReplaced();
    void contentsInOtherShapesAreTaken();
    void contentsRefuse();
    void nothingExpiresOrIsCounted();
    void whatIsNotThereIsSaid();
    void workedWithTheyAreStoresLikeOthers();
    void whatIsSaidThereIsNotBelieved();
    void archivedOnceMoreTheyAreAsElsewhere();
    void anOlderFolderIsOpenedReadOnly();

private:
    void archive()
    {
        start([](LocalServer::Options &options) { options.archiving = true; });
    }
    void openReadOnly()
    {
        start([](LocalServer::Options &options) { options.readOnly = true; });
    }
    RawReply put(const QByteArray &list, const QByteArray &objects, const QByteArray &parent = "{}") const
    {
        return send("PUT", "/_local/objects/" + list,
                    R"({"parent":)" + parent + R"(,"data":)" + objects + '}');
    }
    void putAll() const
    {
        QCOMPARE(put("vector_stores", '[' + oddStore + ']').json()[u"changed"_s].toInt(), 1);
        QCOMPARE(put("vector_store_files", '[' + oddFile + ',' + pending + ']', parent)
                     .json()[u"changed"_s]
                     .toInt(),
                 2);
    }
    RawReply putContent(const QByteArray &page, const QByteArray &file = "file-1") const
    {
        return send("PUT", "/_local/vector_stores/vs_1/files/" + file + "/content", page);
    }

    // Things that a parser and a writer on the way would change.
    const QByteArray oddStore =
        R"({"id":"vs_1", "name":"a\u00e9","created_at":1700000000,"usage_bytes":10.0,"status":"completed",)"
        R"("expires_after":{"anchor":"last_active_at","days":1},"expires_at":1700086400,"last_active_at":1700000000,)"
        R"("file_counts":{"total":7,"completed":3},"unknown":{"b":null,"a":[]}})";
    const QByteArray oddFile =
        R"({"status":"completed","id":"file-1","created_at":5,"usage_bytes":9.0,"attributes":{"z":1.0,"a":"x"}})";
    const QByteArray pending = R"({"status":"frozen","id":"file-2","created_at":6,"attributes":null})";
    const QByteArray parent = R"({"vector_store_id":"vs_1"})";
    const QByteArray page =
        R"({"object":"vector_store.file_content.page", "data":[{"type":"text","text":"first caf\u00e9"},)"
        R"({"type":"image"},{"type":"text","text":"second tea"}],"has_more":false,"extra":1.0})";
};

void TestLocalServerStoreArchive::objectsComeOutAsTheyWentIn()
{
    putAll();
    QCOMPARE(put("vector_stores", '[' + oddStore + ']').json()[u"changed"_s].toInt(), 0);
    QCOMPARE(put("vector_store_files", "[{}]").status, 400); // without a parent
    const auto check = [&] {
        QCOMPARE(get("/v1/vector_stores/vs_1").body, oddStore);
        QVERIFY(get("/v1/vector_stores").body.contains("\"data\":[" + oddStore + ']'));
        QCOMPARE(get("/v1/vector_stores/vs_1/files/file-1").body, oddFile);
        QVERIFY(
            get("/v1/vector_stores/vs_1/files?order=asc").body.contains('[' + oddFile + ',' + pending + ']'));
        QCOMPARE(list("/v1/vector_stores/vs_1/files?filter=completed").size(), 1);
        QCOMPARE(idsIn("/v1/vector_stores/vs_1/files?order=asc&after=file-1"), QStringList{u"file-2"_s});
    };
    check();
    openReadOnly();
    check();
}

void TestLocalServerStoreArchive::contentsComeOutAndAreFound()
{
    putAll();
    QCOMPARE(put("files", R"([{"id":"file-1","filename":"drinks.md"}])").status, 200);
    const QJsonObject digest{
        {u"bytes"_s, page.size()},
        {u"sha256"_s,
         QString::fromLatin1(QCryptographicHash::hash(page, QCryptographicHash::Sha256).toHex())}};
    QCOMPARE(putContent(page).json(), digest);
    QCOMPARE(get("/_local/vector_stores/vs_1/files/file-1/content").json(), digest);
    QCOMPARE(get("/_local/vector_stores/vs_1/files/file-2/content").status, 404);
    const auto check = [&] {
        QCOMPARE(get("/v1/vector_stores/vs_1/files/file-1/content").body, page);
        const QJsonArray hits = found("vs_1", u"cafe"_s);
        QCOMPARE(hits.size(), 1);
        QCOMPARE(hits.first()[u"content"_s][0][u"text"_s].toString(), u"first café"_s);
        QCOMPARE(hits.first()[u"filename"_s].toString(), u"drinks.md"_s);
        QCOMPARE(hits.first()[u"attributes"_s][u"a"_s].toString(), u"x"_s);
        const QJsonObject filter{{u"type"_s, u"eq"_s}, {u"key"_s, u"z"_s}, {u"value"_s, 2}};
        QVERIFY(found("vs_1", u"cafe"_s, {{u"filters"_s, filter}}).isEmpty());
        QCOMPARE(get("/v1/vector_stores/vs_1").body, oddStore);
    };
    check();
    openReadOnly();
    check();
}

void TestLocalServerStoreArchive::contentsAreReplaced()
{
    putAll();
    putContent(page);
    putContent(R"({"data":[{"text":"other words"}]})");
    QCOMPARE(get("/v1/vector_stores/vs_1/files/file-1/content").body, R"({"data":[{"text":"other words"}]})");
    QVERIFY(found("vs_1", u"cafe"_s).isEmpty());
    QCOMPARE(found("vs_1", u"words"_s).size(), 1);
}

void TestLocalServerStoreArchive::contentsInOtherShapesAreTaken()
{
    putAll();
    const QByteArray flat = R"({"file_id":"file-1","content":[{"type":"text","text":"first flat"}],"x":1.0})";
    const QByteArray nested =
        R"({"data":[{"file_id":"file-1","content":[{"type":"text","text":"deep down"}]}]})";
    for (const auto &[sent, word] : {std::pair(flat, u"flat"_s), std::pair(nested, u"deep"_s)}) {
        QCOMPARE(putContent(sent).status, 200);
        QCOMPARE(get("/v1/vector_stores/vs_1/files/file-1/content").body, sent);
        QCOMPARE(found("vs_1", word).size(), 1);
    }
    QVERIFY(found("vs_1", u"flat"_s).isEmpty());
}

void TestLocalServerStoreArchive::contentsRefuse()
{
    QCOMPARE(putContent(page).status, 404); // no such store
    putAll();
    QCOMPARE(putContent(page, "file-none").status, 404);
    for (const char *bad : {"", "{", "[]", "{}", R"({"data":{}})"})
        QCOMPARE(putContent(bad).status, 400);
    QCOMPARE(get("/_local/vector_stores/vs_1/files/file-1/content").status, 404);
    start();
    QCOMPARE(putContent(page).status, 404); // only where an archive is written
}

void TestLocalServerStoreArchive::nothingExpiresOrIsCounted()
{
    putAll(); // its time was over long ago
    for (const bool readOnly : {false, true}) {
        readOnly ? openReadOnly() : archive();
        QCOMPARE(get("/v1/vector_stores/vs_1").body, oddStore);
        QCOMPARE(get("/v1/vector_stores/vs_1/files/file-2").body, pending);
    }
}

void TestLocalServerStoreArchive::whatIsNotThereIsSaid()
{
    putAll();
    const auto manifest = [&](const QByteArray &lists) {
        archive();
        QCOMPARE(send("PUT", "/_local/archive", R"({"lists":)" + lists + '}').status, 200);
        openReadOnly();
    };
    const auto code = [&](const RawReply &reply) { return reply.error(u"code"_s); };
    const auto missing = u"not_in_archive"_s;
    manifest(R"({"vector_stores":{"":{}},"vector_store_files":{"vs_1":{}}})");
    QCOMPARE(list("/v1/vector_stores/vs_1/files").size(), 2);
    QCOMPARE(code(get("/v1/vector_stores/vs_1/files/file-1/content")), missing);
    QCOMPARE(code(search("vs_1", {{u"query"_s, u"cafe"_s}})), missing);
    manifest(R"({"vector_stores":{"":{}}})");
    QVERIFY(get("/v1/vector_stores/vs_1/files").json()[u"has_more"_s].toBool());
    QCOMPARE(code(get("/v1/vector_stores/vs_1/files?order=asc&after=file-2")), missing);
    QCOMPARE(code(search("vs_1", {{u"query"_s, u"cafe"_s}})), missing);
    manifest("{}");
    QVERIFY(get("/v1/vector_stores").json()[u"has_more"_s].toBool());
}

void TestLocalServerStoreArchive::workedWithTheyAreStoresLikeOthers()
{
    putAll();
    putContent(page);
    QCOMPARE(
        put("files", R"([{"id":"file-1","filename":"drinks.md","purpose":"assistants","bytes":7}])").status,
        200);
    QCOMPARE(send("PUT", "/_local/files/file-1/content", "all new").status, 200);
    start();
    const QJsonObject adopted = store("vs_1");
    QCOMPARE(countsOf(adopted), counts(0, 1, 1, 0)); // what was under way elsewhere is not any more
    QCOMPARE(file("vs_1", u"file-2"_s)[u"last_error"_s][u"code"_s].toString(), u"server_error"_s);
    QCOMPARE(adopted[u"status"_s].toString(), u"completed"_s);
    QVERIFY(adopted[u"expires_at"_s].isNull()); // a copy to work with does not vanish at once
    QCOMPARE(adopted[u"unknown"_s].toObject(),
             QJsonDocument::fromJson(oddStore).object()[u"unknown"_s].toObject());
    QCOMPARE(found("vs_1", u"cafe"_s).size(), 1);
    QCOMPARE(get("/v1/vector_stores/vs_1/files/file-1/content").body, page);
    QCOMPARE(attach("vs_1", upload("more tea")).status, 200);
    QCOMPARE(countsOf(settled("vs_1")), counts(0, 2, 1, 0));
    QCOMPARE(found("vs_1", u"tea"_s).size(), 2);
    start();
    QCOMPARE(countsOf(store("vs_1")), counts(0, 2, 1, 0));
    // Cut in another way, the file says what is in it now.
    attach("vs_1", u"file-1"_s, {{u"chunking_strategy"_s, fixedChunks(100, 0)}});
    settled("vs_1");
    QCOMPARE(chunks("vs_1", u"file-1"_s), QStringList{u"all new"_s});
}

void TestLocalServerStoreArchive::whatIsSaidThereIsNotBelieved()
{
    putAll();
    start();
    QCOMPARE(countsOf(store("vs_1")), counts(0, 1, 1, 0));
    archive(); // into the same folder, from somewhere else
    QCOMPARE(put("vector_store_files",
                 R"([{"status":"completed = 99, failed","id":"file-9","created_at":1e300}])", parent)
                 .status,
             200);
    QCOMPARE(put("vector_stores", R"([{"id":"vs_9","created_at":1,"last_active_at":1e300}])").status, 200);
    start();
    QCOMPARE(send("DELETE", "/v1/vector_stores/vs_1/files/file-9").status, 200);
    QCOMPARE(countsOf(store("vs_1")), counts(0, 1, 1, 0));
    QVERIFY(store("vs_9")[u"last_active_at"_s].toInteger() > 0);
}

void TestLocalServerStoreArchive::archivedOnceMoreTheyAreAsElsewhere()
{
    putAll();
    start();
    QVERIFY(get("/v1/vector_stores/vs_1").body != oddStore);
    archive();
    put("vector_stores", '[' + oddStore + ']');
    QCOMPARE(get("/v1/vector_stores/vs_1").body, oddStore);
}

void TestLocalServerStoreArchive::anOlderFolderIsOpenedReadOnly()
{
    QCOMPARE(put("evals", R"([{"id":"eval_1","created_at":5}])").status, 200);
    m_server.stop();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"older"_s);
        database.setDatabaseName(m_dir.filePath(u"store.sqlite"_s));
        QVERIFY(database.open());
        QSqlQuery query(database);
        const QStringList older = withoutStores() + QStringList{u"PRAGMA user_version = 4"_s};
        for (const QString &statement : older)
            QVERIFY2(query.exec(statement), qPrintable(statement));
    }
    QSqlDatabase::removeDatabase(u"older"_s);
    openReadOnly();
    QCOMPARE(list("/v1/evals").size(), 1);
    QVERIFY(list("/v1/vector_stores").isEmpty());
    QCOMPARE(get("/v1/vector_stores/vs_1").status, 404);
    start();
    QCOMPARE(post("/v1/vector_stores", {{u"name"_s, u"new"_s}}).status, 200);
}

QTEST_GUILESS_MAIN(TestLocalServerStoreArchive)
#include "tst_localserver_storearchive.moc"

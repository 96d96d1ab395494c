// SPDX-License-Identifier: GPL-3.0-or-later
// The sixteen operations on vector stores, as they go over the wire, and what is read from their answers.
#include "api/vectorstoresapi.h"
#include "apibench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Kind = ApiError::Kind;

namespace {

QJsonObject parsed(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

using Begin = std::function<void(VectorStoresApi &)>;

/// Every operation, with what it is to send.
struct Operation
{
    const char *name;
    Begin begin;
    QString sent;
    QByteArray body;     ///< empty: none
    bool isOnce = false; ///< must never go out a second time by itself
};

QList<Operation> operations()
{
    const auto store = [](const Result<VectorStore> &) {};
    const auto file = [](const Result<StoreFile> &) {};
    const auto batch = [](const Result<StoreFileBatch> &) {};
    const auto files = [](const Result<Page<StoreFile>> &) {};
    const auto gone = [](const Result<bool> &) {};
    const QJsonObject body{{u"name"_s, u"kb"_s}};
    const QJsonObject ids{{u"file_ids"_s, QJsonArray{u"f1"_s}}};
    return {
        {"create", [=](VectorStoresApi &api) { api.create(body, nullptr, store); },
         u"POST /v1/vector_stores"_s, R"({"name":"kb"})", true},
        {"list",
         [](VectorStoresApi &api) { api.list({}, nullptr, [](const Result<Page<VectorStore>> &) {}); },
         u"GET /v1/vector_stores"_s,
         {}},
        {"retrieve",
         [=](VectorStoresApi &api) { api.retrieve(u"v1"_s, nullptr, store); },
         u"GET /v1/vector_stores/v1"_s,
         {}},
        {"update",
         [=](VectorStoresApi &api) {
             StoreUpdate update;
             update.name = u"kb"_s;
             api.update(u"v1"_s, update, nullptr, store);
         },
         u"POST /v1/vector_stores/v1"_s, R"({"name":"kb"})"},
        {"delete",
         [=](VectorStoresApi &api) { api.remove(u"v1"_s, nullptr, gone); },
         u"DELETE /v1/vector_stores/v1"_s,
         {}},
        {"search",
         [](VectorStoresApi &api) {
             StoreSearchQuery query;
             query.queries = {u"returns"_s};
             api.search(u"v1"_s, query, nullptr, [](const Result<StoreSearchPage> &) {});
         },
         u"POST /v1/vector_stores/v1/search"_s,
         QJsonDocument([] {
             StoreSearchQuery query;
             query.queries = {u"returns"_s};
             return query.toJson();
         }())
             .toJson(QJsonDocument::Compact)},
        {"attach", [=](VectorStoresApi &api) { api.attach(u"v1"_s, u"f1"_s, {}, {}, nullptr, file); },
         u"POST /v1/vector_stores/v1/files"_s, R"({"file_id":"f1"})", true},
        {"list files",
         [=](VectorStoresApi &api) { api.listFiles(u"v1"_s, {}, nullptr, files); },
         u"GET /v1/vector_stores/v1/files"_s,
         {}},
        {"retrieve file",
         [=](VectorStoresApi &api) { api.retrieveFile(u"v1"_s, u"f1"_s, nullptr, file); },
         u"GET /v1/vector_stores/v1/files/f1"_s,
         {}},
        {"update attributes",
         [=](VectorStoresApi &api) {
             api.updateAttributes(u"v1"_s, u"f1"_s, {{u"lang"_s, u"en"_s}}, nullptr, file);
         },
         u"POST /v1/vector_stores/v1/files/f1"_s, R"({"attributes":{"lang":"en"}})"},
        {"detach",
         [=](VectorStoresApi &api) { api.detach(u"v1"_s, u"f1"_s, nullptr, gone); },
         u"DELETE /v1/vector_stores/v1/files/f1"_s,
         {}},
        {"content",
         [](VectorStoresApi &api) {
             api.content(u"v1"_s, u"f1"_s, nullptr, [](const Result<StoreFileContent> &) {});
         },
         u"GET /v1/vector_stores/v1/files/f1/content"_s,
         {}},
        {"create batch", [=](VectorStoresApi &api) { api.createBatch(u"v1"_s, ids, nullptr, batch); },
         u"POST /v1/vector_stores/v1/file_batches"_s, R"({"file_ids":["f1"]})", true},
        {"retrieve batch",
         [=](VectorStoresApi &api) { api.retrieveBatch(u"v1"_s, u"b1"_s, nullptr, batch); },
         u"GET /v1/vector_stores/v1/file_batches/b1"_s,
         {}},
        {"cancel batch",
         [=](VectorStoresApi &api) { api.cancelBatch(u"v1"_s, u"b1"_s, nullptr, batch); },
         u"POST /v1/vector_stores/v1/file_batches/b1/cancel"_s,
         {},
         true},
        {"list batch files",
         [=](VectorStoresApi &api) { api.listBatchFiles(u"v1"_s, u"b1"_s, {}, nullptr, files); },
         u"GET /v1/vector_stores/v1/file_batches/b1/files"_s,
         {}},
    };
}

Method methodOf(const QString &sent)
{
    return sent.startsWith("GET"_L1)    ? Method::Get
           : sent.startsWith("POST"_L1) ? Method::Post
                                        : Method::Delete;
}

} // namespace

class TestVectorStoresApi : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void callsGoWhereTheyBelong_data() { everyOperation(); }
    void callsGoWhereTheyBelong();
    void aLostAnswerIsRepeatedOnlyWhereThatIsHarmless_data() { everyOperation(); }
    void aLostAnswerIsRepeatedOnlyWhereThatIsHarmless();
    void listsSendTheirParameters();
    void updateSendsWhatChangesAndClears_data();
    void updateSendsWhatChangesAndClears();
    void attachSendsAttributesAndChunking();
    void idsStayInsideTheirPath();
    void aBatchIsCalledWhatItWasAskedForBy();
    void storeIsRead();
    void storeOfNothingIsRead_data();
    void storeOfNothingIsRead();
    void storeStatus_data();
    void storeStatus();
    void fileIsRead();
    void fileOfNothingIsRead_data();
    void fileOfNothingIsRead();
    void fileStatus_data();
    void fileStatus();
    void batchIsRead_data();
    void batchIsRead();
    void contentIsReadInBothShapes_data();
    void contentIsReadInBothShapes();
    void whatIsNoAnswerIsAnError_data();
    void whatIsNoAnswerIsAnError();

private:
    void everyOperation();
};

void TestVectorStoresApi::everyOperation()
{
    QTest::addColumn<int>("at");
    const QList<Operation> all = operations();
    QCOMPARE(all.size(), 16);
    for (int i = 0; i < all.size(); ++i)
        QTest::newRow(all.at(i).name) << i;
}

void TestVectorStoresApi::callsGoWhereTheyBelong()
{
    QFETCH(int, at);
    const Operation operation = operations().at(at);
    ApiBench bench;
    bench.wire->always(methodOf(operation.sent), operation.sent.section(u' ', 1),
                       FakeReply::json("{\"id\":\"x\",\"deleted\":true,\"data\":[]}"));
    operation.begin(bench.session->stores());
    bench.clock.advance(0);
    QCOMPARE(bench.wire->requests().size(), 1);
    const FakeRequest &request = bench.wire->requests().first();
    QCOMPARE(request.method, methodOf(operation.sent));
    QCOMPARE(request.path, operation.sent.section(u' ', 1));
    QCOMPARE(request.headers.value("OpenAI-Beta"), QByteArray("assistants=v2"));
    QCOMPARE(parsed(request.body), parsed(operation.body));
    QCOMPARE(request.body.isEmpty(), operation.body.isEmpty());
}

void TestVectorStoresApi::aLostAnswerIsRepeatedOnlyWhereThatIsHarmless()
{
    QFETCH(int, at);
    const Operation operation = operations().at(at);
    ApiBench bench;
    bench.wire->always(methodOf(operation.sent), operation.sent.section(u' ', 1), FakeReply::error(500));
    operation.begin(bench.session->stores());
    bench.clock.advance(600'000);
    QCOMPARE(bench.wire->requests().size() == 1, operation.isOnce);
}

void TestVectorStoresApi::listsSendTheirParameters()
{
    ApiBench bench;
    bench.wire->always(Method::Get, u"/v1/vector_stores/v1/files"_s,
                       FakeReply::json("{\"data\":[{\"id\":\"f1\"}],\"has_more\":true}"));
    std::optional<Result<Page<StoreFile>>> result;
    bench.session->stores().listFiles(
        u"v1"_s,
        {.limit = 100, .order = u"desc"_s, .filter = u"in_progress"_s, .after = u"f0"_s, .background = true},
        nullptr, into(&result));
    bench.clock.advance(0);
    QCOMPARE(bench.wire->requests().at(0).url.query(QUrl::FullyEncoded),
             u"limit=100&order=desc&filter=in_progress&after=f0"_s);
    QCOMPARE(bench.wire->requests().at(0).lane, Lane::Background);
    QVERIFY(result && result->has_value());
    QCOMPARE((*result)->lastId, u"f1"_s);
    QVERIFY((*result)->hasMore);
}

void TestVectorStoresApi::updateSendsWhatChangesAndClears_data()
{
    QTest::addColumn<StoreUpdate>("update");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const std::function<void(StoreUpdate &)> &change,
                        const QByteArray &body) {
        StoreUpdate update;
        change(update);
        QTest::newRow(name) << update << body;
    };
    row(
        "nothing", [](StoreUpdate &) {}, "{}");
    row(
        "name", [](StoreUpdate &update) { update.name = u"kb"_s; }, R"({"name":"kb"})");
    row(
        "no name", [](StoreUpdate &update) { update.name = QString(); }, R"({"name":null})");
    row(
        "metadata",
        [](StoreUpdate &update) {
            update.metadata = QJsonObject{{u"a"_s, u"b"_s}};
        },
        R"({"metadata":{"a":"b"}})");
    row(
        "no metadata", [](StoreUpdate &update) { update.metadata = QJsonObject(); }, R"({"metadata":null})");
    row(
        "expiry", [](StoreUpdate &update) { update.expiry = StoreUpdate::Expiry{7}; },
        R"({"expires_after":{"anchor":"last_active_at","days":7}})");
    row(
        "no expiry", [](StoreUpdate &update) { update.expiry = StoreUpdate::Expiry{}; },
        R"({"expires_after":null})");
}

void TestVectorStoresApi::updateSendsWhatChangesAndClears()
{
    QFETCH(StoreUpdate, update);
    QFETCH(QByteArray, body);
    QCOMPARE(update.toJson(), parsed(body));
}

void TestVectorStoresApi::attachSendsAttributesAndChunking()
{
    ApiBench bench;
    ChunkingStrategy chunks{true, 400, 200};
    bench.session->stores().attach(u"v1"_s, u"f1"_s, {{u"year"_s, 2025}}, chunks, nullptr,
                                   [](const Result<StoreFile> &) {});
    bench.clock.advance(0);
    QCOMPARE(parsed(bench.wire->requests().at(0).body),
             parsed(R"({"file_id":"f1","attributes":{"year":2025},"chunking_strategy":{"type":"static",
                        "static":{"max_chunk_size_tokens":400,"chunk_overlap_tokens":200}}})"));
    QCOMPARE(ChunkingStrategy::fromJson(chunks.toJson()), chunks);
    QCOMPARE(ChunkingStrategy().toJson(), parsed(R"({"type":"auto"})"));
}

void TestVectorStoresApi::idsStayInsideTheirPath()
{
    QCOMPARE(VectorStoresApi::filePath(u"a/b"_s, u"f?1"_s), u"/vector_stores/a%2Fb/files/f%3F1"_s);
    QCOMPARE(VectorStoresApi::path(u".."_s), QString());
    QCOMPARE(VectorStoresApi::batchPath(u"v1"_s, QString()), QString());
    ApiBench bench;
    std::optional<Result<bool>> result;
    bench.session->stores().detach(u"v1"_s, u"."_s, nullptr, into(&result));
    bench.clock.advance(0);
    QVERIFY(result && !result->has_value());
    QCOMPARE(bench.wire->requests().size(), 0);
}

void TestVectorStoresApi::aBatchIsCalledWhatItWasAskedForBy()
{
    // Servers have answered with the id of the store instead.
    ApiBench bench;
    const FakeReply reply =
        FakeReply::json(R"({"id":"vs_1","status":"in_progress","file_counts":{"total":2}})");
    bench.wire->always(Method::Get, u"/v1/vector_stores/vs_1/file_batches/b1"_s, reply);
    bench.wire->always(Method::Post, u"/v1/vector_stores/vs_1/file_batches/b1/cancel"_s, reply);
    std::optional<Result<StoreFileBatch>> read;
    std::optional<Result<StoreFileBatch>> cancelled;
    bench.session->stores().retrieveBatch(u"vs_1"_s, u"b1"_s, nullptr, into(&read));
    bench.session->stores().cancelBatch(u"vs_1"_s, u"b1"_s, nullptr, into(&cancelled));
    bench.clock.advance(0);
    QVERIFY(read && read->has_value() && cancelled && cancelled->has_value());
    QCOMPARE((*read)->id, u"b1"_s);
    QCOMPARE((*cancelled)->id, u"b1"_s);
    QCOMPARE((*read)->counts.total, 2);
}

void TestVectorStoresApi::storeIsRead()
{
    const QJsonObject object =
        parsed(R"({"id":"vs_1","object":"vector_store","created_at":1,"name":"kb","description":"d",
        "usage_bytes":2000,"file_counts":{"in_progress":1,"completed":2,"failed":3,"cancelled":4,"total":10},"status":"in_progress",
        "expires_after":{"anchor":"last_active_at","days":7},"expires_at":9,"last_active_at":5,"metadata":{"a":"b"},"new_field":7})");
    const VectorStore store = VectorStore::fromJson(object);
    QCOMPARE(store.id, u"vs_1"_s);
    QCOMPARE(store.title(), u"kb"_s);
    QCOMPARE(store.description, u"d"_s);
    QCOMPARE(store.usageBytes, 2000);
    QCOMPARE(store.counts, (StoreFileCounts{1, 2, 3, 4, 10}));
    QCOMPARE(store.expiresAfterDays, std::optional<qint64>(7));
    QCOMPARE(store.createdAt, std::optional<qint64>(1));
    QCOMPARE(store.lastActiveAt, std::optional<qint64>(5));
    QCOMPARE(store.expiresAt, std::optional<qint64>(9));
    QCOMPARE(store.metadata, (QJsonObject{{u"a"_s, u"b"_s}}));
    QVERIFY(store.isIndexing() && !store.isExpired());
    QCOMPARE(store.toJson(), object); // what nobody knows is kept
    QJsonObject other = object;
    other.insert(u"new_field"_s, 8);
    QVERIFY(!(VectorStore::fromJson(other) == store));
}

void TestVectorStoresApi::storeOfNothingIsRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("missing") << QByteArray(R"({"id":"v"})");
    QTest::newRow("null") << QByteArray(
        R"({"id":"v","name":null,"description":null,"status":null,"usage_bytes":null,"file_counts":null,"expires_after":null,
            "expires_at":null,"created_at":null,"last_active_at":null,"metadata":null})");
    QTest::newRow("wrong types") << QByteArray(
        R"({"id":"v","name":[],"description":{},"status":[],"usage_bytes":"x","file_counts":[],"expires_after":7,
            "expires_at":{},"created_at":[],"last_active_at":"y","metadata":"z"})");
    QTest::newRow("below zero") << QByteArray(
        R"({"id":"v","usage_bytes":-3,"file_counts":{"total":-1,"failed":-2}})");
}

void TestVectorStoresApi::storeOfNothingIsRead()
{
    QFETCH(QByteArray, body);
    const VectorStore store = VectorStore::fromJson(parsed(body));
    QCOMPARE(store.id, u"v"_s);
    QCOMPARE(store.title(), u"v"_s);
    QCOMPARE(store.description + store.status, QString());
    QCOMPARE(store.usageBytes, 0);
    QCOMPARE(store.counts, StoreFileCounts());
    QVERIFY(!store.expiresAfterDays && !store.expiresAt && !store.createdAt && !store.lastActiveAt);
    QVERIFY(store.metadata.isEmpty());
    QVERIFY(!store.isExpired() && !store.isIndexing());
}

void TestVectorStoresApi::storeStatus_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("expired");
    QTest::addColumn<bool>("indexing");
    QTest::newRow("completed") << QByteArray(R"({"id":"v","status":"completed"})") << false << false;
    QTest::newRow("in progress") << QByteArray(R"({"id":"v","status":"in_progress"})") << false << true;
    QTest::newRow("completed with files on their way")
        << QByteArray(R"({"id":"v","status":"completed","file_counts":{"in_progress":1}})") << false << true;
    QTest::newRow("expired") << QByteArray(R"({"id":"v","status":"expired","file_counts":{"in_progress":1}})")
                             << true << false;
    QTest::newRow("unknown") << QByteArray(R"({"id":"v","status":"frozen"})") << false << false;
}

void TestVectorStoresApi::storeStatus()
{
    QFETCH(QByteArray, body);
    const VectorStore store = VectorStore::fromJson(parsed(body));
    QTEST(store.isExpired(), "expired");
    QTEST(store.isIndexing(), "indexing");
}

void TestVectorStoresApi::fileIsRead()
{
    const QJsonObject object =
        parsed(R"({"id":"file-1","object":"vector_store.file","usage_bytes":1234,"created_at":5,
        "vector_store_id":"vs_1","status":"failed","last_error":{"code":"unsupported_file","message":"No text in it"},
        "chunking_strategy":{"type":"static","static":{"max_chunk_size_tokens":800,"chunk_overlap_tokens":400}},
        "attributes":{"lang":"en","year":2025,"old":false},"new_field":7})");
    const StoreFile file = StoreFile::fromJson(object);
    QCOMPARE(file.id, u"file-1"_s);
    QCOMPARE(file.storeId, u"vs_1"_s);
    QCOMPARE(file.usageBytes, 1234);
    QCOMPARE(file.createdAt, std::optional<qint64>(5));
    QCOMPARE(file.errorCode, u"unsupported_file"_s);
    QCOMPARE(file.errorMessage, u"No text in it"_s);
    QVERIFY(file.chunking && file.chunking->isStatic);
    QCOMPARE(file.chunking->maxTokens, 800);
    QCOMPARE(file.chunking->overlapTokens, 400);
    QCOMPARE(file.attributes.value("year"_L1).toInt(), 2025);
    QVERIFY(file.isFailed() && file.isFinished());
    QCOMPARE(file.toJson(), object);
}

void TestVectorStoresApi::fileOfNothingIsRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("missing") << QByteArray(R"({"id":"f"})");
    QTest::newRow("null") << QByteArray(
        R"({"id":"f","vector_store_id":null,"status":null,"usage_bytes":null,"created_at":null,"last_error":null,
            "chunking_strategy":null,"attributes":null})");
    QTest::newRow("wrong types") << QByteArray(
        R"({"id":"f","vector_store_id":[],"status":{},"usage_bytes":"x","created_at":[],"last_error":"y",
            "chunking_strategy":"auto","attributes":[]})");
}

void TestVectorStoresApi::fileOfNothingIsRead()
{
    QFETCH(QByteArray, body);
    const StoreFile file = StoreFile::fromJson(parsed(body));
    QCOMPARE(file.id, u"f"_s);
    QCOMPARE(file.storeId + file.status + file.errorCode + file.errorMessage, QString());
    QCOMPARE(file.usageBytes, 0);
    QVERIFY(!file.createdAt && !file.chunking);
    QVERIFY(file.attributes.isEmpty());
    QVERIFY(!file.isFailed() && !file.isFinished());
}

void TestVectorStoresApi::fileStatus_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<bool>("finished");
    QTest::newRow("in progress") << u"in_progress"_s << false;
    QTest::newRow("completed") << u"completed"_s << true;
    QTest::newRow("failed") << u"failed"_s << true;
    QTest::newRow("cancelled") << u"cancelled"_s << true;
    QTest::newRow("seen, but not in the contract") << u"frozen"_s << false;
}

void TestVectorStoresApi::fileStatus()
{
    QFETCH(QString, status);
    const StoreFile file = StoreFile::fromJson({{u"id"_s, u"f"_s}, {u"status"_s, status}});
    QTEST(file.isFinished(), "finished");
    QCOMPARE(file.isFailed(), status == u"failed"_s);
}

void TestVectorStoresApi::batchIsRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("finished");
    QTest::addColumn<qint64>("total");
    QTest::newRow("as the service says it")
        << QByteArray(
               R"({"id":"b","object":"vector_store.files_batch","vector_store_id":"v","status":"completed","file_counts":{"total":3}})")
        << true << qint64(3);
    QTest::newRow("as the reference says it")
        << QByteArray(
               R"({"id":"b","object":"vector_store.file_batch","vector_store_id":"v","status":"in_progress","file_counts":{"total":3}})")
        << false << qint64(3);
    QTest::newRow("missing") << QByteArray(R"({"id":"b","vector_store_id":"v"})") << false << qint64(0);
    QTest::newRow("null")
        << QByteArray(
               R"({"id":"b","vector_store_id":"v","status":null,"file_counts":null,"created_at":null})")
        << false << qint64(0);
    QTest::newRow("cancelled") << QByteArray(R"({"id":"b","vector_store_id":"v","status":"cancelled"})")
                               << true << qint64(0);
}

void TestVectorStoresApi::batchIsRead()
{
    QFETCH(QByteArray, body);
    const StoreFileBatch batch = StoreFileBatch::fromJson(parsed(body));
    QCOMPARE(batch.id, u"b"_s);
    QCOMPARE(batch.storeId, u"v"_s);
    QTEST(batch.isFinished(), "finished");
    QTEST(batch.counts.total, "total");
    QCOMPARE(batch.raw, parsed(body));
}

void TestVectorStoresApi::contentIsReadInBothShapes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("chunks");
    QTest::addColumn<QString>("filename");
    const QStringList two{u"one"_s, u"two"_s};
    QTest::newRow("a page")
        << QByteArray(R"({"object":"vector_store.file_content.page","data":[{"type":"text","text":"one"},
        {"type":"text","text":"two"}],"has_more":false})")
        << two << QString();
    QTest::newRow("a file")
        << QByteArray(
               R"({"file_id":"f","filename":"a.md","attributes":{},"content":[{"type":"text","text":"one"},
        {"type":"text","text":"two"}]})")
        << two << u"a.md"_s;
    QTest::newRow("files in a page")
        << QByteArray(R"({"data":[{"filename":"a.md","content":[{"type":"text","text":"one"},
        {"type":"text","text":"two"}]}]})")
        << two << u"a.md"_s;
    QTest::newRow("nothing in it") << QByteArray(R"({"data":[]})") << QStringList() << QString();
    QTest::newRow("other parts") << QByteArray(
                                        R"({"data":[{"type":"image"},{"type":"text","text":"one"},7]})")
                                 << QStringList{u"one"_s} << QString();
}

void TestVectorStoresApi::contentIsReadInBothShapes()
{
    QFETCH(QByteArray, body);
    const auto content = StoreFileContent::fromJson(parsed(body));
    QVERIFY(content.has_value());
    QTEST(content->chunks, "chunks");
    QTEST(content->filename, "filename");
}

void TestVectorStoresApi::whatIsNoAnswerIsAnError_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no JSON") << QByteArray("<html>");
    QTest::newRow("no object") << QByteArray("[1]");
    QTest::newRow("nothing that is needed") << QByteArray("{}");
}

void TestVectorStoresApi::whatIsNoAnswerIsAnError()
{
    QFETCH(QByteArray, body);
    ApiBench bench;
    bench.wire->setHandler([body](const FakeRequest &) { return FakeReply::json(body); });
    std::optional<Result<VectorStore>> store;
    std::optional<Result<Page<VectorStore>>> stores;
    std::optional<Result<StoreFileContent>> content;
    std::optional<Result<StoreSearchPage>> found;
    VectorStoresApi &api = bench.session->stores();
    api.retrieve(u"v"_s, nullptr, into(&store));
    api.list({}, nullptr, into(&stores));
    api.content(u"v"_s, u"f"_s, nullptr, into(&content));
    api.search(u"v"_s, {}, nullptr, into(&found));
    bench.clock.advance(600'000);
    QVERIFY(store && !store->has_value() && stores && !stores->has_value());
    QVERIFY(content && !content->has_value() && found && !found->has_value());
    QCOMPARE(store->error().kind, Kind::BadResponse);
    QCOMPARE(content->error().kind, Kind::BadResponse);
}

QTEST_GUILESS_MAIN(TestVectorStoresApi)
#include "tst_vectorstoresapi.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The four operations on batches: what they take, what they refuse and in which words, how they page; and
// batches in an archive.
#include "batchclient.h"
#include "olderfolder.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace odc::test;
using odc::server::LocalServer;

class TestLocalServerBatches : public QObject, private BatchClient
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(emptyFolder());
        start();
    }

    void aNewBatchIsValidating();
    void everyEndpointIsTaken();
    void createRefuses_data();
    void createRefuses();
    void whatIsAtTheLimitIsTaken();
    void whatIsRefusedIsNotMade();
    void listsNewestFirst();
    void listRefuses_data();
    void listRefuses();
    void unknownBatches();
    void otherMethods();
    void cancellingTakesNoBody();
    void cancellingTwiceSaysTheSame();
    void whatHasEndedIsNotCancelled();
    void readOnlyServersRefuse();
    void anArchiveShowsThemAsTheyWere();
    void aCopyOfAnArchiveFailsWhatNobodyWorksOn();
    void anArchiveOfBeforeBatchesOpens();

private:
    QByteArray m_waiting = chatLines(QStringList{u"[[never]]"_s});
};

void TestLocalServerBatches::aNewBatchIsValidating()
{
    m_server.stop();
    start([](LocalServer::Options &options) { options.timeScale = 1000; });
    QJsonObject body = batchBody(upload(chatLines(3)));
    body[u"metadata"_s] = QJsonObject{{u"job"_s, u"nightly"_s}};
    const RawReply reply = post("/v1/batches", body);
    QCOMPARE(reply.status, 200);
    const QJsonObject made = reply.json();
    QVERIFY(made[u"id"_s].toString().startsWith(u"batch_"_s));
    QCOMPARE(made[u"object"_s].toString(), u"batch"_s);
    QCOMPARE(made[u"status"_s].toString(), u"validating"_s);
    QCOMPARE(made[u"endpoint"_s], body[u"endpoint"_s]);
    QCOMPARE(made[u"input_file_id"_s], body[u"input_file_id"_s]);
    QCOMPARE(made[u"completion_window"_s].toString(), u"24h"_s);
    QCOMPARE(made[u"metadata"_s], body[u"metadata"_s]);
    QCOMPARE(made[u"request_counts"_s].toObject(), counts(0, 0, 0));
    QCOMPARE(made[u"expires_at"_s].toInteger() - made[u"created_at"_s].toInteger(), 86400);
    for (const QString &name :
         {u"errors"_s, u"output_file_id"_s, u"error_file_id"_s, u"in_progress_at"_s, u"finalizing_at"_s,
          u"completed_at"_s, u"failed_at"_s, u"expired_at"_s, u"cancelling_at"_s, u"cancelled_at"_s})
        QVERIFY2(made.contains(name) && made[name].isNull(), qPrintable(name));
    QCOMPARE(batch(made[u"id"_s].toString().toUtf8()), made);
    QVERIFY(post("/v1/batches", batchBody(upload(chatLines(1)))).json()[u"metadata"_s].isNull());
}

void TestLocalServerBatches::everyEndpointIsTaken()
{
    const QByteArray file = upload(m_waiting);
    for (const QString &endpoint :
         {u"/v1/responses"_s, u"/v1/chat/completions"_s, u"/v1/embeddings"_s, u"/v1/completions"_s,
          u"/v1/moderations"_s, u"/v1/images/generations"_s, u"/v1/images/edits"_s, u"/v1/videos"_s})
        QCOMPARE(post("/v1/batches", batchBody(file, endpoint)).status, 200);
}

void TestLocalServerBatches::createRefuses_data()
{
    QTest::addColumn<QByteArray>("change"); // members in place of, or besides, those of a good body
    QTest::addColumn<QString>("param");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("says");
    const auto pairs = [](int count) {
        QJsonObject many;
        for (int i = 0; i < count; ++i)
            many[u"k%1"_s.arg(i)] = u"v"_s;
        return compact({{u"metadata"_s, many}});
    };
    const QByteArray key(65, 'k');
    const QByteArray value(513, 'v');
    QTest::newRow("no file") << QByteArray(R"({"input_file_id":null})") << u"input_file_id"_s << u""_s
                             << u"string"_s;
    QTest::newRow("no such file") << QByteArray(R"({"input_file_id":"file-none"})") << u"input_file_id"_s
                                  << u"file_not_found"_s << u"file-none"_s;
    QTest::newRow("endpoint") << QByteArray(R"({"endpoint":"/v1/files"})") << u"endpoint"_s << u""_s
                              << u"/v1/chat/completions"_s;
    QTest::newRow("endpoint of another type")
        << QByteArray(R"({"endpoint":7})") << u"endpoint"_s << u""_s << u"string"_s;
    QTest::newRow("window") << QByteArray(R"({"completion_window":"48h"})") << u"completion_window"_s << u""_s
                            << u"24h"_s;
    QTest::newRow("something else") << QByteArray(R"({"priority":"high"})") << u""_s << u""_s
                                    << u"priority"_s;
    QTest::newRow("metadata") << QByteArray(R"({"metadata":[]})") << u"metadata"_s << u""_s << u"object"_s;
    QTest::newRow("17 pairs") << pairs(17) << u"metadata"_s << u"object_above_max_properties"_s << u"16"_s;
    QTest::newRow("long key") << R"({"metadata":{")" + key + R"(":"v"}})" << u"metadata"_s
                              << u"string_above_max_length"_s << u"64"_s;
    QTest::newRow("long value") << R"({"metadata":{"k":")" + value + R"("}})" << u"metadata.k"_s
                                << u"string_above_max_length"_s << u"512"_s;
    QTest::newRow("number as value") << QByteArray(R"({"metadata":{"k":1}})") << u"metadata.k"_s
                                     << u"invalid_type"_s << u"string"_s;
    QTest::newRow("expires too soon")
        << QByteArray(R"({"output_expires_after":{"anchor":"created_at","seconds":3599}})")
        << u"output_expires_after.seconds"_s << u""_s << u"3600"_s;
    QTest::newRow("expires too late")
        << QByteArray(R"({"output_expires_after":{"anchor":"created_at","seconds":2592001}})")
        << u"output_expires_after.seconds"_s << u""_s << u"2592000"_s;
    QTest::newRow("other anchor") << QByteArray(R"({"output_expires_after":{"anchor":"now","seconds":3600}})")
                                  << u"output_expires_after.anchor"_s << u""_s << u"created_at"_s;
    QTest::newRow("anchor alone") << QByteArray(R"({"output_expires_after":{"anchor":"created_at"}})")
                                  << u"output_expires_after"_s << u""_s << u"seconds"_s;
}

void TestLocalServerBatches::createRefuses()
{
    QFETCH(QByteArray, change);
    QFETCH(QString, param);
    QFETCH(QString, code);
    QFETCH(QString, says);
    QJsonObject body = batchBody(upload(m_waiting));
    const QJsonObject changes = QJsonDocument::fromJson(change).object();
    for (auto it = changes.begin(); it != changes.end(); ++it)
        body[it.key()] = it.value();
    const RawReply reply = post("/v1/batches", body);
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.error(u"type"_s), u"invalid_request_error"_s);
    QCOMPARE(reply.error(u"param"_s), param);
    QCOMPARE(reply.error(u"code"_s), code);
    QVERIFY2(reply.error(u"message"_s).contains(says), qPrintable(reply.error(u"message"_s)));
}

void TestLocalServerBatches::whatIsAtTheLimitIsTaken()
{
    QJsonObject metadata;
    for (int i = 0; i < 15; ++i)
        metadata[u"k%1"_s.arg(i)] = QString();
    metadata[QString(64, u'ä')] = QString(512, u'ö');
    QJsonObject body = batchBody(upload(m_waiting));
    body[u"metadata"_s] = metadata;
    for (const int seconds : {3600, 2592000}) {
        body[u"output_expires_after"_s] =
            QJsonObject{{u"anchor"_s, u"created_at"_s}, {u"seconds"_s, seconds}};
        const RawReply reply = post("/v1/batches", body);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.json()[u"metadata"_s].toObject(), metadata);
    }
}

void TestLocalServerBatches::whatIsRefusedIsNotMade()
{
    for (const QString &name : {u"input_file_id"_s, u"endpoint"_s, u"completion_window"_s}) {
        QJsonObject body = batchBody(upload(m_waiting));
        body.remove(name);
        const RawReply reply = post("/v1/batches", body);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.error(u"param"_s), name);
        QVERIFY(reply.error(u"message"_s).contains(u"required"_s));
    }
    const RawReply wrong = post("/v1/batches", batchBody(uploadFile(m_waiting, "evals")));
    QCOMPARE(wrong.status, 400);
    QCOMPARE(wrong.error(u"param"_s), u"input_file_id"_s);
    QVERIFY(wrong.error(u"message"_s).contains(u"'evals'"_s));
    QCOMPARE(send("POST", "/v1/batches", "[1]").status, 400);
    QCOMPARE(send("POST", "/v1/batches", "{").status, 400);
    QVERIFY(list("/v1/batches").isEmpty());
}

void TestLocalServerBatches::listsNewestFirst()
{
    const QJsonObject empty = get("/v1/batches").json();
    QVERIFY(empty[u"first_id"_s].isNull() && empty[u"last_id"_s].isNull() && !empty[u"has_more"_s].toBool());
    const QByteArray file = upload(m_waiting);
    QStringList made;
    for (int i = 0; i < 25; ++i) {
        made.prepend(QString::fromUtf8(idOf(post("/v1/batches", batchBody(file)))));
        if (i % 10 == 9)
            m_server.advanceClock(1); // most of them in the same second
    }
    const QJsonObject first = get("/v1/batches").json();
    QCOMPARE(first[u"data"_s].toArray().size(), 20);
    QCOMPARE(first[u"object"_s].toString(), u"list"_s);
    QVERIFY(first[u"has_more"_s].toBool());
    QCOMPARE(first[u"first_id"_s].toString(), made.first());
    QCOMPARE(first[u"last_id"_s].toString(), made.at(19));
    QStringList seen;
    QByteArray after;
    for (bool more = true; more;) {
        const QJsonObject page = get("/v1/batches?limit=4" + after).json();
        for (const QJsonValue &each : page[u"data"_s].toArray())
            seen.append(each[u"id"_s].toString());
        after = "&after=" + page[u"last_id"_s].toString().toUtf8();
        more = page[u"has_more"_s].toBool();
    }
    QCOMPARE(seen, made);
}

void TestLocalServerBatches::listRefuses_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("param");
    QTest::newRow("none") << QByteArray("limit=0") << u"limit"_s;
    QTest::newRow("too many") << QByteArray("limit=101") << u"limit"_s;
    QTest::newRow("no number") << QByteArray("limit=x") << u"limit"_s;
    QTest::newRow("cursor") << QByteArray("after=batch_none") << u"after"_s;
}

void TestLocalServerBatches::listRefuses()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, param);
    const RawReply reply = get("/v1/batches?" + query);
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.error(u"param"_s), param);
}

void TestLocalServerBatches::unknownBatches()
{
    for (const RawReply &reply : {get("/v1/batches/batch_none"), cancel("batch_none")}) {
        QCOMPARE(reply.status, 404);
        QCOMPARE(reply.error(u"type"_s), u"invalid_request_error"_s);
        QVERIFY(reply.error(u"message"_s).contains(u"batch_none"_s));
    }
}

void TestLocalServerBatches::otherMethods()
{
    const QByteArray id = create(m_waiting);
    QCOMPARE(send("DELETE", "/v1/batches/" + id).status, 405);
    QCOMPARE(send("POST", "/v1/batches/" + id, "{}").status, 405);
    QCOMPARE(send("DELETE", "/v1/batches").status, 405);
    const RawReply reply = send("GET", "/v1/batches/" + id + "/cancel");
    QCOMPARE(reply.status, 405);
    QCOMPARE(reply.headers.value("allow"), QByteArray("POST"));
}

void TestLocalServerBatches::cancellingTakesNoBody()
{
    for (const QByteArray &body : {QByteArray(), QByteArray("{}")}) {
        const QByteArray id = create(m_waiting);
        reached(id, u"in_progress"_s);
        const RawReply reply = send("POST", "/v1/batches/" + id + "/cancel", body);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.json()[u"status"_s].toString(), u"cancelling"_s);
        QVERIFY(reply.json()[u"cancelling_at"_s].toInteger() > 0);
        reached(id, u"cancelled"_s);
    }
}

void TestLocalServerBatches::cancellingTwiceSaysTheSame()
{
    m_server.stop();
    start([](LocalServer::Options &options) { options.timeScale = 1000; });
    const QByteArray id = create(m_waiting);
    const RawReply first = cancel(id);
    m_server.advanceClock(5);
    QCOMPARE(first.json()[u"status"_s].toString(), u"cancelling"_s);
    QCOMPARE(cancel(id).json(), first.json());
}

void TestLocalServerBatches::whatHasEndedIsNotCancelled()
{
    const QByteArray done = create(chatLines(1));
    const QByteArray bad = create("no JSON");
    const QByteArray gone = create(m_waiting);
    reached(done, u"completed"_s);
    reached(bad, u"failed"_s);
    reached(gone, u"in_progress"_s);
    cancel(gone);
    reached(gone, u"cancelled"_s);
    for (const QByteArray &id : {done, bad, gone}) {
        const QJsonObject before = batch(id);
        const RawReply reply = cancel(id);
        QCOMPARE(reply.status, 400);
        QVERIFY(reply.error(u"message"_s).contains(before[u"status"_s].toString()));
        QCOMPARE(batch(id), before);
    }
}

void TestLocalServerBatches::readOnlyServersRefuse()
{
    const QByteArray file = upload(m_waiting);
    const QByteArray id = idOf(post("/v1/batches", batchBody(file)));
    const QJsonObject before = reached(id, u"in_progress"_s);
    start([](LocalServer::Options &options) { options.readOnly = true; });
    QCOMPARE(post("/v1/batches", batchBody(file)).status, 403);
    QCOMPARE(cancel(id).status, 403);
    m_server.advanceClock(100'000); // nothing expires there, either
    QCOMPARE(batch(id), before);
    QCOMPARE(list("/v1/batches").size(), 1);
}

namespace {
/** Spacing, order and digits that a parser on the way would change. */
constexpr auto foreignBatch =
    R"({"id":"batch_far", "object":"batch","zeta":1.0,"status":"in_progress","created_at":1700000000,)"
    R"("input_file_id":"file-far","request_counts":{"total":3,"completed":1,"failed":0},"more":[ 1e3 ]})";
} // namespace

void TestLocalServerBatches::anArchiveShowsThemAsTheyWere()
{
    start([](LocalServer::Options &options) { options.archiving = true; });
    const QByteArray objects = R"({"data":[)" + QByteArray(foreignBatch) + "]}";
    QCOMPARE(send("PUT", "/_local/objects/batches", objects).json()[u"changed"_s].toInt(), 1);
    QCOMPARE(send("PUT", "/_local/objects/batches", objects).json()[u"changed"_s].toInt(), 0);
    const auto check = [&] {
        QCOMPARE(get("/v1/batches/batch_far").body, QByteArray(foreignBatch));
        QVERIFY(get("/v1/batches").body.contains("\"data\":[" + QByteArray(foreignBatch) + ']'));
    };
    check();
    start([](LocalServer::Options &options) { options.archiving = true; });
    check(); // nobody goes on with it
    const QByteArray whole = R"({"lists":{"batches":{"":{}},"files":{}},"contents":{}})";
    QCOMPARE(send("PUT", "/_local/archive", whole).status, 200);
    start([](LocalServer::Options &options) { options.readOnly = true; });
    check();
    QVERIFY(!get("/v1/batches").json()[u"has_more"_s].toBool());
    QCOMPARE(get("/v1/files").error(u"code"_s), u"not_in_archive"_s);
}

void TestLocalServerBatches::aCopyOfAnArchiveFailsWhatNobodyWorksOn()
{
    start([](LocalServer::Options &options) { options.archiving = true; });
    send("PUT", "/_local/objects/batches", R"({"data":[)" + QByteArray(foreignBatch) + "]}");
    const QByteArray own = create(m_waiting);
    reached(own, u"in_progress"_s);
    start();
    const QJsonObject far = batch("batch_far");
    QCOMPARE(far[u"status"_s].toString(), u"failed"_s);
    QCOMPARE(far[u"errors"_s][u"data"_s][0][u"code"_s].toString(), u"batch_interrupted"_s);
    QVERIFY(far[u"failed_at"_s].toInteger() > 0);
    QCOMPARE(far[u"zeta"_s].toInt(), 1);
    QCOMPARE(statusOf(own), u"in_progress"_s);
}

void TestLocalServerBatches::anArchiveOfBeforeBatchesOpens()
{
    start([](LocalServer::Options &options) { options.archiving = true; });
    send("PUT", "/_local/objects/evals", R"({"data":[{"id":"eval_1","created_at":5}]})");
    send("PUT", "/_local/archive", R"({"lists":{"evals":{"":{}}},"contents":{}})");
    m_server.stop();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"older"_s);
        database.setDatabaseName(m_dir.filePath(u"store.sqlite"_s));
        QVERIFY(database.open());
        const QStringList older =
            withoutStores() + QStringList{u"DROP TABLE batches"_s, u"DROP TABLE batch_work"_s,
                                          u"DROP TABLE batch_waiting"_s, u"PRAGMA user_version = 3"_s};
        for (const QString &statement : older)
            QVERIFY2(QSqlQuery(database).exec(statement), qPrintable(statement));
    }
    QSqlDatabase::removeDatabase(u"older"_s);
    start([](LocalServer::Options &options) { options.readOnly = true; });
    QCOMPARE(list("/v1/evals").size(), 1);
    QCOMPARE(get("/v1/batches").error(u"code"_s), u"not_in_archive"_s);
    QCOMPARE(get("/v1/batches/batch_1").status, 404);
    start(); // a copy is brought up to date
    QCOMPARE(list("/v1/evals").size(), 1);
    completed(chatLines(2));
}

QTEST_GUILESS_MAIN(TestLocalServerBatches)
#include "tst_localserver_batches.moc"

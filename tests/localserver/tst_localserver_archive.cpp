// SPDX-License-Identifier: GPL-3.0-or-later
// A data folder as an archive: what is put in comes out exactly, whatever happens in between.
#include "evalclient.h"
#include "support/serverprocess.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTcpSocket>

#include <csignal>
#include <sys/resource.h>

using namespace odc::test;
using odc::server::LocalServer;

class TestLocalServerArchive : public QObject, private EvalClient
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(emptyFolder());
        archive();
    }

    void objectsComeOutAsTheyWentIn();
    void listsKeepTheirOrder();
    void onlyWhatChangedCounts();
    void contentGoesInAndOut();
    void aFileMayLackItsContent();
    void nothingIsComputedOrExpires();
    void unfinishedRunsStandStill();
    void bothWordsForAStateAreFound();
    void putRefuses_data();
    void putRefuses();
    void aRefusedPutStoresNothing();
    void contentNeedsItsFile();
    void manifest();
    void whatIsNotAllThereDoesNotEnd();
    void aFullDiskLeavesTheManifestAsItWas_data();
    void aFullDiskLeavesTheManifestAsItWas();
    void routesAreThereForArchivesOnly();
    void aKeyIsNeeded();
    void aKilledPutLeavesNothing();

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
    void putEval() const { QCOMPARE(put("evals", R"([{"id":"eval_1","created_at":5}])").status, 200); }
    void putRun(const QByteArray &object) const
    {
        QCOMPARE(put("runs", '[' + object + ']', R"({"eval_id":"eval_1"})").status, 200);
    }
};

namespace {
/** Things that a parser and a writer on the way would change: digits, order of members, spacing, escapes. */
constexpr auto oddEval =
    R"({"id":"eval_1", "name":"a\u00e9 \/ \"b\" }]","created_at":1700000000,"zeta":1.0,)"
    R"("alpha":[ 1e3, 0.10, 12345678901234567890 ],"data":[{"id":"x"}],"unknown":{"b":null,"a":[]}})";
} // namespace

void TestLocalServerArchive::objectsComeOutAsTheyWentIn()
{
    const QByteArray run =
        R"({"created_at":7,"id":"evalrun_1","status":"completed","score":0.30,"eval_id":"eval_1"})";
    const QByteArray item =
        R"({"id":"outputitem_1","status":"weird","created_at":8,"results":[{"score":1.00}]})";
    const QByteArray file =
        R"({"id":"file-1","purpose":"made-up","bytes":3.0,"status":"uploaded","filename":"a"})";
    QCOMPARE(put("evals", '[' + QByteArray(oddEval) + ']').json()[u"stored"_s].toInt(), 1);
    putRun(run);
    QCOMPARE(put("output_items", '[' + item + ']', R"({"eval_id":"eval_1","run_id":"evalrun_1"})").status,
             200);
    QCOMPARE(put("files", '[' + file + ']').status, 200);

    const auto check = [&] {
        QCOMPARE(get("/v1/evals/eval_1").body, QByteArray(oddEval));
        QCOMPARE(get("/v1/evals/eval_1/runs/evalrun_1").body, run);
        QCOMPARE(get("/v1/evals/eval_1/runs/evalrun_1/output_items/outputitem_1").body, item);
        QCOMPARE(get("/v1/files/file-1").body, file);
        QVERIFY(get("/v1/evals").body.contains("\"data\":[" + QByteArray(oddEval) + ']'));
        QVERIFY(get("/v1/evals/eval_1/runs").body.contains("\"data\":[" + run + ']'));
        QVERIFY(get("/v1/evals/eval_1/runs/evalrun_1/output_items").body.contains("\"data\":[" + item + ']'));
        QVERIFY(get("/v1/files?purpose=made-up").body.contains("\"data\":[" + file + ']'));
    };
    check();
    openReadOnly();
    check();
}

void TestLocalServerArchive::listsKeepTheirOrder()
{
    putEval();
    putRun(R"({"id":"evalrun_1","created_at":1})");
    QByteArrayList items;
    QStringList expected;
    for (int i = 0; i < 250; ++i) {
        // Names that sort otherwise, three to a second.
        const QByteArray id = "outputitem_" + QByteArray::number((i * 7919) % 1000);
        items.append(R"({"id":")" + id + R"(","created_at":)" + QByteArray::number(100 + i / 3) + '}');
        expected.append(QString::fromUtf8(id));
    }
    const QByteArray parent = R"({"eval_id":"eval_1","run_id":"evalrun_1"})";
    QCOMPARE(
        put("output_items", '[' + items.mid(0, 100).join(',') + ']', parent).json()[u"changed"_s].toInt(),
        100);
    QCOMPARE(put("output_items", '[' + items.mid(100).join(',') + ']', parent).json()[u"changed"_s].toInt(),
             150);
    // Replacing one must not move it.
    const QByteArray other = R"([{"id":"outputitem_0","created_at":100,"status":"pass"}])";
    QCOMPARE(put("output_items", other, parent).json()[u"changed"_s].toInt(), 1);

    QStringList seen;
    QByteArray after;
    for (bool more = true; more;) {
        const QJsonObject page = get("/v1/evals/eval_1/runs/evalrun_1/output_items?limit=100" + after).json();
        for (const QJsonValue &item : page[u"data"_s].toArray())
            seen.append(item[u"id"_s].toString());
        more = page[u"has_more"_s].toBool();
        after = "&after=" + page[u"last_id"_s].toString().toUtf8();
    }
    QCOMPARE(seen, expected);
}

void TestLocalServerArchive::onlyWhatChangedCounts()
{
    const auto changed = [&](const QByteArray &list, const QByteArray &objects) {
        return put(list, objects).json()[u"changed"_s].toInt();
    };
    for (const QByteArray list : {"evals", "files"}) {
        QCOMPARE(changed(list, R"([{"id":"a","n":1},{"id":"b","n":1}])"), 2);
        QCOMPARE(changed(list, R"([{"id":"a","n":1},{"id":"b","n":1}])"), 0);
        QCOMPARE(changed(list, R"([{"n":1.0, "id":"a"},{"id":"b","n":2}])"), 1);
        QCOMPARE(get("/v1/" + list + "/b").body, QByteArray(R"({"id":"b","n":2})"));
    }
}

void TestLocalServerArchive::contentGoesInAndOut()
{
    QCOMPARE(put("files", R"([{"id":"file-1","purpose":"vision","filename":"a.png"}])").status, 200);
    QByteArray bytes(3'000'000, Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = char(i * 31 + (i >> 9));
    for (const QByteArray &each : {QByteArray("first"), bytes}) {
        const RawReply reply = rawRequest(m_server.baseUrl(), "PUT", "/_local/files/file-1/content",
                                          {{"Content-Type", "image/png"}}, each);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.json()[u"bytes"_s].toInteger(), each.size());
        QCOMPARE(reply.json()[u"sha256"_s].toString().toLatin1(),
                 QCryptographicHash::hash(each, QCryptographicHash::Sha256).toHex());
        QCOMPARE(get("/v1/files/file-1/content").body, each);
    }
    openReadOnly();
    QCOMPARE(get("/v1/files/file-1/content").body, bytes); // a purpose that is not handed out elsewhere
}

void TestLocalServerArchive::aFileMayLackItsContent()
{
    QCOMPARE(put("files", R"([{"id":"file-1","purpose":"evals","bytes":10}])").status, 200);
    openReadOnly();
    const RawReply reply = get("/v1/files/file-1/content");
    QCOMPARE(reply.status, 404);
    QCOMPARE(reply.error(u"message"_s), u"The archive holds no content of file-1."_s);
}

void TestLocalServerArchive::nothingIsComputedOrExpires()
{
    const QByteArray file =
        R"({"id":"file-1","status":"uploaded","purpose":"batch","created_at":1,"expires_at":2,"expired":true})";
    QCOMPARE(put("files", '[' + file + ']').status, 200);
    for (const bool readOnly : {false, true}) {
        readOnly ? openReadOnly() : archive();
        QCOMPARE(get("/v1/files/file-1").body, file);
        QCOMPARE(list("/v1/files").size(), 1);
    }
    start(); // a copy that is worked with
    QCOMPARE(get("/v1/files/file-1").body, file);
}

void TestLocalServerArchive::unfinishedRunsStandStill()
{
    putEval();
    const QByteArray run =
        R"({"id":"evalrun_1","eval_id":"eval_1","created_at":1,"status":"in_progress","x":1})";
    const QByteArray ended = R"({"id":"evalrun_2","eval_id":"eval_1","created_at":1,"status":"completed"})";
    putRun(run);
    putRun(ended);
    archive();
    QCOMPARE(get("/v1/evals/eval_1/runs/evalrun_1").body, run);
    openReadOnly();
    QCOMPARE(get("/v1/evals/eval_1/runs/evalrun_1").body, run);
    start();
    const QJsonObject failed = get("/v1/evals/eval_1/runs/evalrun_1").json();
    QCOMPARE(failed[u"status"_s].toString(), u"failed"_s);
    QCOMPARE(failed[u"error"_s][u"code"_s].toString(), u"run_interrupted"_s);
    QCOMPARE(failed[u"x"_s].toInt(), 1);
    QCOMPARE(list("/v1/evals/eval_1/runs?status=failed").size(), 1);
    QCOMPARE(get("/v1/evals/eval_1/runs/evalrun_2").body, ended);
}

void TestLocalServerArchive::bothWordsForAStateAreFound()
{
    putEval();
    const QByteArray run = R"(,"eval_id":"eval_1","created_at":1,"status":)";
    putRun(R"({"id":"evalrun_1")" + run + R"("canceled"})");
    putRun(R"({"id":"evalrun_2")" + run + R"("cancelled"})");
    QCOMPARE(list("/v1/evals/eval_1/runs?status=canceled").size(), 2);
    // Some services write "passed" where others write "pass".
    QCOMPARE(put("output_items",
                 R"([{"id":"a","status":"pass"},{"id":"b","status":"passed"},{"id":"c","status":"fail"},)"
                 R"({"id":"d","status":"failed"},{"id":"e","status":"error"}])",
                 R"({"eval_id":"eval_1","run_id":"evalrun_1"})")
                 .status,
             200);
    const QByteArray items = "/v1/evals/eval_1/runs/evalrun_1/output_items?status=";
    for (const auto &[status, ids] : {std::pair("pass", u"ab"_s), std::pair("fail", u"cd"_s)}) {
        QString found;
        for (const QJsonValue &item : list(items + status))
            found += item[u"id"_s].toString();
        QCOMPARE(found, ids);
    }
}

void TestLocalServerArchive::putRefuses_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");

    const QByteArray one = R"("data":[{"id":"a"}])";
    const auto row = [](const char *name, const char *list, const QByteArray &body, int status = 400) {
        QTest::newRow(name) << QByteArray(list) << body << status;
    };
    row("unknown list", "jobs", '{' + one + '}', 404);
    row("no JSON", "evals", "{");
    row("a list", "evals", "[]");
    row("no data", "evals", "{}");
    row("data of the wrong kind", "evals", R"({"data":{"id":"a"}})");
    row("unknown member", "evals", R"({"data":[],"more":1})");
    row("no id", "evals", R"({"data":[{"name":"a"}]})");
    row("empty id", "evals", R"({"data":[{"id":""}]})");
    row("id of the wrong kind", "evals", R"({"data":[{"id":7}]})");
    row("no object", "evals", R"({"data":["a"]})");
    row("a parent too many", "evals", R"({"parent":{"eval_id":"e"},)" + one + '}');
    row("no parent", "runs", '{' + one + '}');
    row("half a parent", "output_items", R"({"parent":{"eval_id":"e"},)" + one + '}');
    row("a parent that is a path", "runs", R"({"parent":{"eval_id":"e/f"},)" + one + '}');
    row("an id that is a path", "evals", R"({"data":[{"id":"a/b"}]})");
    row("a file outside of the folder", "files", R"({"data":[{"id":"../store.sqlite"}]})");
    row("a hidden file", "files", R"({"data":[{"id":".."}]})");
}

void TestLocalServerArchive::putRefuses()
{
    QFETCH(QByteArray, list);
    QFETCH(QByteArray, body);
    const RawReply reply = send("PUT", "/_local/objects/" + list, body);
    QTEST(reply.status, "status");
    QVERIFY(!reply.error(u"message"_s).isEmpty());
}

void TestLocalServerArchive::aRefusedPutStoresNothing()
{
    QCOMPARE(put("evals", R"([{"id":"a"},{"id":""}])").status, 400);
    QCOMPARE(list("/v1/evals").size(), 0);
}

void TestLocalServerArchive::contentNeedsItsFile()
{
    QCOMPARE(send("PUT", "/_local/files/file-none/content", "x").status, 404);
    QCOMPARE(send("PUT", "/_local/files/..%2Fstore.sqlite/content", "x").status, 404);
    QCOMPARE(QDir(m_dir.filePath(u"tmp"_s)).entryList(QDir::Files).size(), 0);
}

void TestLocalServerArchive::manifest()
{
    QCOMPARE(get("/_local/archive").json(),
             QJsonObject({{u"object"_s, u"archive"_s}, {u"manifest"_s, QJsonValue::Null}}));
    const QJsonObject manifest{{u"verified"_s, true}, {u"counts"_s, QJsonObject{{u"evals"_s, 3}}}};
    for (const QJsonObject &each : {QJsonObject{{u"first"_s, 1}}, manifest})
        QCOMPARE(
            send("PUT", "/_local/archive", QJsonDocument(each).toJson()).json()[u"manifest"_s].toObject(),
            each);
    QCOMPARE(send("PUT", "/_local/archive", "[]").status, 400);
    QFile file(m_dir.filePath(u"archive.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(file.readAll()).object(), manifest);
    openReadOnly();
    QCOMPARE(get("/_local/archive").json()[u"manifest"_s].toObject(), manifest);
}

void TestLocalServerArchive::whatIsNotAllThereDoesNotEnd()
{
    putEval();
    putRun(R"({"id":"evalrun_1","created_at":6,"status":"completed"})");
    putRun(R"({"id":"evalrun_2","created_at":7,"status":"completed"})");
    const QByteArray parent = R"({"eval_id":"eval_1","run_id":"evalrun_1"})";
    QCOMPARE(put("output_items", R"([{"id":"outputitem_1","created_at":8,"status":"pass"}])", parent).status, 200);
    QCOMPARE(put("files", R"([{"id":"file-1","purpose":"evals","bytes":3,"filename":"a","created_at":5}])").status, 200);
    QCOMPARE(send("PUT", "/_local/archive", R"({"lists":{"evals":{"":{}},"runs":{"eval_1":{}}},"contents":{}})").status, 200);
    openReadOnly();
    const auto refused = [this](const QByteArray &target) {
        const RawReply reply = get(target);
        return reply.status == 404
            && reply.json()[u"error"_s].toObject()[u"code"_s] == QJsonValue(u"not_in_archive"_s);
    };
    // What was read to its end ends.
    QCOMPARE(get("/v1/evals").json()[u"has_more"_s], QJsonValue(false));
    QCOMPARE(get("/v1/evals/eval_1/runs").json()[u"data"_s].toArray().size(), 2);
    // What was not gives what there is, and then says so: it never looks whole, nor empty.
    const QByteArray items = "/v1/evals/eval_1/runs/evalrun_1/output_items";
    QCOMPARE(get(items).json()[u"data"_s].toArray().size(), 1);
    QCOMPARE(get(items).json()[u"has_more"_s], QJsonValue(true));
    QVERIFY(refused(items + "?after=outputitem_1"));
    QVERIFY(refused("/v1/evals/eval_1/runs/evalrun_2/output_items"));
    QCOMPARE(get("/v1/files").json()[u"has_more"_s], QJsonValue(true));
    QVERIFY(refused("/v1/files/file-1/content"));
    QCOMPARE(get("/v1/evals/eval_2/runs").status, 404);
    QVERIFY(!refused("/v1/evals/eval_2/runs"));
}

void TestLocalServerArchive::aFullDiskLeavesTheManifestAsItWas_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("its last block is refused") << 2'000; // all of it waits in a buffer until the end
    QTest::newRow("an early one is") << 2'000'000;
}

void TestLocalServerArchive::aFullDiskLeavesTheManifestAsItWas()
{
    QFETCH(int, size);
    QCOMPARE(send("PUT", "/_local/archive", R"({"kind":"good"})").status, 200);
    std::signal(SIGXFSZ, SIG_IGN); // a write that is refused is an error then, as on a full disk
    rlimit before;
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit small = before;
    small.rlim_cur = 500;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const RawReply refused = send("PUT", "/_local/archive", R"({"kind":")" + QByteArray(size, 'x') + "\"}");
    ::setrlimit(RLIMIT_FSIZE, &before);
    QCOMPARE(refused.status, 500);
    QFile file(m_dir.filePath(u"archive.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(file.readAll()).object(), (QJsonObject{{u"kind"_s, u"good"_s}}));
}

void TestLocalServerArchive::routesAreThereForArchivesOnly()
{
    for (const bool readOnly : {false, true}) {
        readOnly ? openReadOnly() : start();
        QCOMPARE(send("PUT", "/_local/objects/evals", R"({"data":[]})").status, 404);
        QCOMPARE(send("PUT", "/_local/files/a/content", "x").status, 404);
        QVERIFY(send("PUT", "/_local/archive", "{}").status >= 400);
    }
    LocalServer both;
    LocalServer::Options options;
    options.dataDir = m_dir.path();
    options.readOnly = options.archiving = true;
    QString error;
    QVERIFY(!both.start(options, &error));
    QVERIFY(!error.isEmpty());
}

void TestLocalServerArchive::aKeyIsNeeded()
{
    const Headers none{{"Authorization", ""}};
    for (const QByteArray target : {"/_local/objects/evals", "/_local/files/a/content", "/_local/archive"})
        QCOMPARE(rawRequest(m_server.baseUrl(), "PUT", target, none, "{}").status, 401);
    QCOMPARE(rawRequest(m_server.baseUrl(), "GET", "/_local/archive", none).status, 401);
}

void TestLocalServerArchive::aKilledPutLeavesNothing()
{
    m_server.stop();
    ServerProcess server;
    QVERIFY(server.start({u"--archive"_s}));
    const auto put = [&](const QByteArray &target, const QByteArray &body) {
        return rawRequest(server.url(), "PUT", target, {}, body).status;
    };
    QCOMPARE(put("/_local/objects/files", R"({"data":[{"id":"file-1"},{"id":"file-2"}]})"), 200);
    QCOMPARE(put("/_local/files/file-1/content", "whole"), 200);

    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(server.url().port()));
    QVERIFY(socket.waitForConnected());
    socket.write("PUT /_local/files/file-2/content HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k\r\n"
                 "Content-Length: 9000000\r\n\r\n" +
                 QByteArray(4'000'000, 'x'));
    const QDir temporary(server.dataDir() + u"/tmp"_s);
    QTRY_VERIFY(socket.waitForBytesWritten(50) || socket.bytesToWrite() == 0);
    QTRY_COMPARE(temporary.entryList(QDir::Files).size(), 1);
    server.kill();

    QVERIFY(server.start({u"--archive"_s}));
    QCOMPARE(temporary.entryList(QDir::Files).size(), 0);
    QCOMPARE(rawRequest(server.url(), "GET", "/v1/files/file-1/content").body, QByteArray("whole"));
    QCOMPARE(rawRequest(server.url(), "GET", "/v1/files/file-2/content").status, 404);
    QCOMPARE(put("/_local/files/file-2/content", "again"), 200);
    QCOMPARE(rawRequest(server.url(), "GET", "/v1/files/file-2/content").body, QByteArray("again"));
}

QTEST_GUILESS_MAIN(TestLocalServerArchive)
#include "tst_localserver_archive.moc"

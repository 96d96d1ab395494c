// SPDX-License-Identifier: GPL-3.0-or-later
// The five Files operations, rule by rule, as a client sees them.
#include "localserver/localserver.h"
#include "support/rawhttp.h"

#include <QJsonArray>
#include <QSet>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace odc::test;
using odc::server::LocalServer;

Q_DECLARE_METATYPE(QList<FormPart>)

class TestLocalServerFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<LocalServer>();
        start(LocalServer::Seed::None, 1, 1);
    }
    void cleanup()
    {
        m_server.reset();
        m_dir.reset();
    }

    void createAndRetrieve();
    void createAcceptsTheFieldsInAnyOrder();
    void createRefuses_data();
    void createRefuses();
    void createNeedsAForm_data();
    void createNeedsAForm();
    void expiry_data();
    void expiry();
    void statusMovesOn();
    void chunkedUpload();
    void expectContinue();
    void tooLargeIsRefusedBeforeTheBody_data();
    void tooLargeIsRefusedBeforeTheBody();
    void deleteTwice();
    void contentIsByteForByte();
    void contentDisposition_data();
    void contentDisposition();
    void downloadsByPurpose_data();
    void downloadsByPurpose();
    void ranges_data();
    void ranges();
    void headTellsTheSize();
    void expiredFilesAreGone();
    void listEmpty();
    void listParameters_data();
    void listParameters();
    void listPagesThroughTies_data();
    void listPagesThroughTies();
    void listByPurpose();
    void listOverManyRows();

private:
    void start(LocalServer::Seed seed, int count, double timeScale)
    {
        LocalServer::Options options;
        options.dataDir = m_dir->path();
        options.seed = seed;
        options.seedCount = count;
        options.timeScale = timeScale;
        QString error;
        QVERIFY2(m_server->start(options, &error), qPrintable(error));
    }
    RawReply send(const QByteArray &method, const QByteArray &target, const Headers &headers = {})
    {
        return rawRequest(m_server->baseUrl(), method, target, headers);
    }
    RawReply get(const QByteArray &target, const Headers &headers = {})
    {
        return send("GET", target, headers);
    }
    RawReply create(const QList<FormPart> &parts)
    {
        return postForm(m_server->baseUrl(), "/v1/files", parts);
    }
    QByteArray createId(const QByteArray &purpose, const QByteArray &name, const QByteArray &bytes)
    {
        const RawReply reply = create({{"purpose", purpose, {}}, {"file", bytes, name}});
        return reply.json()[u"id"_s].toString().toUtf8();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<LocalServer> m_server;
};

void TestLocalServerFiles::createAndRetrieve()
{
    const qint64 before = QDateTime::currentSecsSinceEpoch();
    const RawReply reply =
        create({{"purpose", "evals", {}}, {"file", "{\"item\":1}\n", "golden \xC3\xA4.jsonl"}});
    QCOMPARE(reply.status, 200);
    const QJsonObject file = reply.json();
    QVERIFY(file[u"id"_s].toString().startsWith(u"file-"_s));
    QCOMPARE(file[u"object"_s].toString(), u"file"_s);
    QCOMPARE(file[u"bytes"_s].toInt(), 11);
    QCOMPARE(file[u"filename"_s].toString(), u"golden \u00e4.jsonl"_s);
    QCOMPARE(file[u"purpose"_s].toString(), u"evals"_s);
    QCOMPARE(file[u"status"_s].toString(), u"uploaded"_s);
    QVERIFY(file[u"expires_at"_s].isNull());
    QCOMPARE_GE(file[u"created_at"_s].toInteger(), before);
    QCOMPARE_LE(file[u"created_at"_s].toInteger(), QDateTime::currentSecsSinceEpoch());

    const QByteArray id = file[u"id"_s].toString().toUtf8();
    m_server->advanceClock(60);
    QJsonObject later = file;
    later[u"status"_s] = u"processed"_s;
    QCOMPARE(get("/v1/files/" + id).json(), later);
    QCOMPARE(get("/v1/files").json()[u"data"_s].toArray(), QJsonArray{later});
    const RawReply missing = get("/v1/files/file-none");
    QCOMPARE(missing.status, 404);
    QCOMPARE(missing.error(u"message"_s), u"No such File object: file-none"_s);
}

void TestLocalServerFiles::createAcceptsTheFieldsInAnyOrder()
{
    const RawReply reply = create({{"file", "x", "a.txt"},
                                   {"expires_after[seconds]", "3600", {}},
                                   {"purpose", "user_data", {}},
                                   {"expires_after[anchor]", "created_at", {}}});
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json()[u"expires_at"_s].toInteger(), reply.json()[u"created_at"_s].toInteger() + 3600);
}

void TestLocalServerFiles::createRefuses_data()
{
    QTest::addColumn<QList<FormPart>>("parts");
    QTest::addColumn<QString>("message");

    const FormPart file{"file", "{}", "a.jsonl"};
    const FormPart purpose{"purpose", "evals", {}};
    const FormPart anchor{"expires_after[anchor]", "created_at", {}};
    const auto seconds = [](const QByteArray &value) {
        return FormPart{"expires_after[seconds]", value, {}};
    };
    const auto of = [](const QByteArray &value) { return FormPart{"purpose", value, {}}; };
    const auto named = [](const QByteArray &name) { return FormPart{"file", "{}", name}; };

    QTest::newRow("no file") << QList<FormPart>{purpose} << u"'file' is a required property"_s;
    QTest::newRow("no purpose") << QList<FormPart>{file} << u"'purpose' is a required property"_s;
    QTest::newRow("file as a field") << QList<FormPart>{purpose, {"file", "{}", {}}} << u"to be a file"_s;
    QTest::newRow("empty file") << QList<FormPart>{purpose, {"file", "", "a.jsonl"}} << u"File is empty."_s;
    QTest::newRow("two files") << QList<FormPart>{purpose, file, file} << u"more than once"_s;
    QTest::newRow("two purposes") << QList<FormPart>{purpose, purpose, file} << u"more than once"_s;
    QTest::newRow("unknown purpose") << QList<FormPart>{of("training"), file}
                                     << u"'training' is not one of"_s;
    QTest::newRow("purpose in capitals") << QList<FormPart>{of("Batch"), file} << u"'Batch' is not one of"_s;
    for (const char *readOnly : {"assistants_output", "batch_output", "fine-tune-results"})
        QTest::newRow(readOnly) << QList<FormPart>{of(readOnly), file} << u"is not one of"_s;
    QTest::newRow("batch as text") << QList<FormPart>{of("batch"), named("a.txt")}
                                   << u"Invalid file format for Batch API. Must be .jsonl"_s;
    QTest::newRow("fine-tune as json") << QList<FormPart>{of("fine-tune"), named("a.json")}
                                       << u"Invalid file format for Fine-Tuning API. Must be .jsonl"_s;
    QTest::newRow("unknown field") << QList<FormPart>{purpose, {"color", "red", {}}, file}
                                   << u"Additional properties are not allowed ('color' was unexpected)"_s;
    QTest::newRow("flat expiry")
        << QList<FormPart>{purpose, {"expires_after", "3600", {}}, file}
        << u"Additional properties are not allowed ('expires_after' was unexpected)"_s;
    QTest::newRow("dotted expiry") << QList<FormPart>{purpose, {"expires_after.seconds", "3600", {}}, file}
                                   << u"('expires_after.seconds' was unexpected)"_s;
    QTest::newRow("only the anchor") << QList<FormPart>{purpose, anchor, file}
                                     << u"'seconds' is a required property"_s;
    QTest::newRow("only the seconds")
        << QList<FormPart>{purpose, seconds("3600"), file} << u"'anchor' is a required property"_s;
    QTest::newRow("other anchor") << QList<FormPart>{purpose,
                                                     {"expires_after[anchor]", "last_active_at", {}},
                                                     seconds("3600"),
                                                     file}
                                  << u"not one of ['created_at']"_s;
    QTest::newRow("too short") << QList<FormPart>{purpose, anchor, seconds("3599"), file}
                               << u"minimum of 3600"_s;
    QTest::newRow("too long") << QList<FormPart>{purpose, anchor, seconds("2592001"), file}
                              << u"maximum of 2592000"_s;
    QTest::newRow("not a number") << QList<FormPart>{purpose, anchor, seconds("1h"), file}
                                  << u"not of type 'integer'"_s;
    QTest::newRow("huge field") << QList<FormPart>{of(QByteArray(100'000, 'x')), file} << u"too long"_s;
}

void TestLocalServerFiles::createRefuses()
{
    QFETCH(QList<FormPart>, parts);
    QFETCH(QString, message);
    const RawReply reply = create(parts);
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.error(u"type"_s), u"invalid_request_error"_s);
    QVERIFY2(reply.error(u"message"_s).contains(message), reply.body.constData());
    QCOMPARE(get("/v1/files").json()[u"data"_s].toArray().size(), 0);
    QVERIFY(QDir(m_dir->filePath(u"tmp"_s)).isEmpty());
    QVERIFY(QDir(m_dir->filePath(u"files"_s)).isEmpty());
}

void TestLocalServerFiles::createNeedsAForm_data()
{
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("json") << QByteArray("application/json") << QByteArray("{\"purpose\":\"evals\"}");
    QTest::newRow("no type") << QByteArray() << QByteArray("hello");
    QTest::newRow("no boundary") << QByteArray("multipart/form-data") << QByteArray("hello");
    QTest::newRow("no parts") << QByteArray("multipart/form-data; boundary=B") << QByteArray("hello");
    QTest::newRow("no closing boundary")
        << QByteArray("multipart/form-data; boundary=B")
        << QByteArray("--B\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nevals\r\n");
    QTest::newRow("nameless part") << QByteArray("multipart/form-data; boundary=B")
                                   << QByteArray("--B\r\nX: y\r\n\r\nevals\r\n--B--\r\n");
    QTest::newRow("empty body") << QByteArray("multipart/form-data; boundary=B") << QByteArray();
}

void TestLocalServerFiles::createNeedsAForm()
{
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, body);
    const RawReply reply =
        rawRequest(m_server->baseUrl(), "POST", "/v1/files", {{"Content-Type", contentType}}, body);
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.error(u"type"_s), u"invalid_request_error"_s);
}

void TestLocalServerFiles::expiry_data()
{
    QTest::addColumn<QByteArray>("purpose");
    QTest::addColumn<QByteArray>("seconds");
    QTest::addColumn<qint64>("lifetime"); // 0 = for ever
    QTest::newRow("evals") << QByteArray("evals") << QByteArray() << qint64(0);
    QTest::newRow("batch") << QByteArray("batch") << QByteArray() << qint64(2592000);
    QTest::newRow("batch, an hour") << QByteArray("batch") << QByteArray("3600") << qint64(3600);
    QTest::newRow("evals, 30 days") << QByteArray("evals") << QByteArray("2592000") << qint64(2592000);
}

void TestLocalServerFiles::expiry()
{
    QFETCH(QByteArray, purpose);
    QFETCH(QByteArray, seconds);
    QFETCH(qint64, lifetime);
    QList<FormPart> parts{{"purpose", purpose, {}}};
    if (!seconds.isEmpty())
        parts += {{"expires_after[anchor]", "created_at", {}}, {"expires_after[seconds]", seconds, {}}};
    parts.append({"file", "{}", "a.jsonl"});
    const QJsonObject file = create(parts).json();
    if (lifetime == 0)
        QVERIFY(file[u"expires_at"_s].isNull());
    else
        QCOMPARE(file[u"expires_at"_s].toInteger() - file[u"created_at"_s].toInteger(), lifetime);
}

void TestLocalServerFiles::statusMovesOn()
{
    const QByteArray id = createId("evals", "a.jsonl", "{}");
    QCOMPARE(get("/v1/files/" + id).json()[u"status"_s].toString(), u"uploaded"_s);
    QCOMPARE(get("/v1/files").json()[u"data"_s].toArray()[0].toObject()[u"status"_s].toString(),
             u"uploaded"_s);
    m_server->advanceClock(5);
    QCOMPARE(get("/v1/files/" + id).json()[u"status"_s].toString(), u"processed"_s);

    start(LocalServer::Seed::None, 1, 0);
    const QByteArray quick = createId("evals", "a.jsonl", "{}");
    QCOMPARE(get("/v1/files/" + quick).json()[u"status"_s].toString(), u"processed"_s);
}

void TestLocalServerFiles::chunkedUpload()
{
    const QByteArray body = formBody({{"purpose", "evals", {}}, {"file", "0123456789", "a.txt"}});
    QByteArray chunked;
    for (qsizetype at = 0; at < body.size(); at += 7) {
        const QByteArray piece = body.mid(at, 7);
        chunked += QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
    }
    const RawReply reply = rawRequest(
        m_server->baseUrl(), "POST", "/v1/files",
        {{"Transfer-Encoding", "chunked"}, {"Content-Type", "multipart/form-data; boundary=XBOUNDARYX"}},
        chunked + "0\r\n\r\n");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json()[u"bytes"_s].toInt(), 10);
}

void TestLocalServerFiles::expectContinue()
{
    const QByteArray body = formBody({{"purpose", "evals", {}}, {"file", "0123456789", "a.txt"}});
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(m_server->baseUrl().port()));
    QVERIFY(socket.waitForConnected());
    const QByteArray head =
        "POST /v1/files HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k\r\nConnection: close\r\n"
        "Content-Type: multipart/form-data; boundary=XBOUNDARYX\r\nExpect: 100-continue\r\n"
        "Content-Length: " +
        QByteArray::number(body.size()) + "\r\n\r\n";
    socket.write(head);
    QVERIFY(socket.waitForReadyRead(5000));
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 100"));
    socket.write(body);
    QByteArray received;
    while (socket.waitForReadyRead(5000))
        received += socket.readAll();
    QVERIFY2(received.startsWith("HTTP/1.1 200"), received.constData());
}

void TestLocalServerFiles::tooLargeIsRefusedBeforeTheBody_data()
{
    QTest::addColumn<QByteArray>("expect");
    QTest::newRow("plain") << QByteArray();
    QTest::newRow("with Expect") << QByteArray("Expect: 100-continue\r\n");
}

void TestLocalServerFiles::tooLargeIsRefusedBeforeTheBody()
{
    QFETCH(QByteArray, expect);
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(m_server->baseUrl().port()));
    QVERIFY(socket.waitForConnected());
    socket.write("POST /v1/files HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k\r\n" + expect +
                 "Content-Type: multipart/form-data; boundary=B\r\nContent-Length: 600000000\r\n\r\n");
    QByteArray received;
    while (socket.waitForReadyRead(5000))
        received += socket.readAll();
    QVERIFY2(received.startsWith("HTTP/1.1 413"), received.constData());
    QVERIFY2(received.contains("Connection: close"), received.constData());
    QVERIFY2(received.contains(R"("type":"invalid_request_error")"), received.constData());
    QCOMPARE(m_server->requestLog().constLast().bodyBytes, 0);
}

void TestLocalServerFiles::deleteTwice()
{
    const QByteArray id = createId("evals", "a.jsonl", "{}");
    const RawReply gone = send("DELETE", "/v1/files/" + id);
    QCOMPARE(gone.status, 200);
    QCOMPARE(gone.json(),
             (QJsonObject{{u"id"_s, QString::fromUtf8(id)}, {u"object"_s, u"file"_s}, {u"deleted"_s, true}}));
    QCOMPARE(send("DELETE", "/v1/files/" + id).status, 404);
    QCOMPARE(get("/v1/files/" + id).status, 404);
    QCOMPARE(get("/v1/files/" + id + "/content").status, 404);
    QVERIFY(QDir(m_dir->filePath(u"files"_s)).isEmpty());
}

void TestLocalServerFiles::contentIsByteForByte()
{
    QByteArray bytes;
    for (int i = 0; i < 300'000; ++i)
        bytes += char(i * 7 + (i >> 8));
    bytes += "\r\n--XBOUNDARY\r\n\0\r\n";
    const QByteArray id = createId("evals", "a.bin", bytes);
    const RawReply reply = get("/v1/files/" + id + "/content");
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.body == bytes);
    QCOMPARE(reply.headers.value("content-type"), QByteArray("application/octet-stream"));
    QCOMPARE(reply.headers.value("content-length").toLongLong(), bytes.size());
    QCOMPARE(reply.headers.value("accept-ranges"), QByteArray("bytes"));
}

void TestLocalServerFiles::contentDisposition_data()
{
    QTest::addColumn<QByteArray>("filename");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("plain") << QByteArray("a b.txt") << QByteArray("attachment; filename=\"a b.txt\"");
    QTest::newRow("umlaut") << QByteArray("\xC3\xA4.txt")
                            << QByteArray("attachment; filename=\"_.txt\"; filename*=UTF-8''%C3%A4.txt");
    QTest::newRow("quote") << QByteArray("a%22b.txt")
                           << QByteArray("attachment; filename=\"a_b.txt\"; filename*=UTF-8''a%22b.txt");
}

void TestLocalServerFiles::contentDisposition()
{
    QFETCH(QByteArray, filename);
    QFETCH(QByteArray, header);
    const QByteArray id = createId("evals", filename, "x");
    QCOMPARE(get("/v1/files/" + id + "/content").headers.value("content-disposition"), header);
}

void TestLocalServerFiles::downloadsByPurpose_data()
{
    QTest::addColumn<QByteArray>("purpose");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("assistants") << QByteArray("assistants") << false;
    QTest::newRow("vision") << QByteArray("vision") << false;
    QTest::newRow("user_data") << QByteArray("user_data") << false;
    QTest::newRow("batch") << QByteArray("batch") << true;
    QTest::newRow("fine-tune") << QByteArray("fine-tune") << true;
    QTest::newRow("evals") << QByteArray("evals") << true;
}

void TestLocalServerFiles::downloadsByPurpose()
{
    QFETCH(QByteArray, purpose);
    QFETCH(bool, allowed);
    const QByteArray id = createId(purpose, "a.jsonl", "{}");
    const RawReply reply = get("/v1/files/" + id + "/content");
    QCOMPARE(reply.status, allowed ? 200 : 400);
    if (!allowed)
        QCOMPARE(reply.error(u"message"_s),
                 u"Not allowed to download files of purpose: "_s + QString::fromUtf8(purpose));
}

void TestLocalServerFiles::ranges_data()
{
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("contentRange");
    const QByteArray all = "0123456789";
    QTest::newRow("from") << QByteArray("bytes=4-") << 206 << QByteArray("456789")
                          << QByteArray("bytes 4-9/10");
    QTest::newRow("from to") << QByteArray("bytes=2-4") << 206 << QByteArray("234")
                             << QByteArray("bytes 2-4/10");
    QTest::newRow("beyond the end") << QByteArray("bytes=8-99") << 206 << QByteArray("89")
                                    << QByteArray("bytes 8-9/10");
    QTest::newRow("last three") << QByteArray("bytes=-3") << 206 << QByteArray("789")
                                << QByteArray("bytes 7-9/10");
    QTest::newRow("more than all") << QByteArray("bytes=-99") << 206 << all << QByteArray("bytes 0-9/10");
    QTest::newRow("nothing left") << QByteArray("bytes=10-") << 416 << QByteArray()
                                  << QByteArray("bytes */10");
    QTest::newRow("several: ignored") << QByteArray("bytes=0-1,4-5") << 200 << all << QByteArray();
}

void TestLocalServerFiles::ranges()
{
    QFETCH(QByteArray, range);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, contentRange);
    const QByteArray id = createId("evals", "a.txt", "0123456789");
    const RawReply reply = get("/v1/files/" + id + "/content", {{"Range", range}});
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.headers.value("content-range"), contentRange);
    if (status != 416)
        QCOMPARE(reply.body, body);
}

void TestLocalServerFiles::headTellsTheSize()
{
    const QByteArray id = createId("evals", "a.txt", "0123456789");
    const RawReply reply = send("HEAD", "/v1/files/" + id + "/content");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.headers.value("content-length"), QByteArray("10"));
    QVERIFY(reply.body.isEmpty());
}

void TestLocalServerFiles::expiredFilesAreGone()
{
    const QByteArray keeps = createId("evals", "a.txt", "x");
    const QByteArray ends = createId("batch", "a.jsonl", "x");
    m_server->advanceClock(2592000 - 60);
    QCOMPARE(get("/v1/files/" + ends).status, 200);
    m_server->advanceClock(120);
    QCOMPARE(get("/v1/files/" + ends).status, 404);
    QCOMPARE(get("/v1/files/" + ends + "/content").status, 404);
    QCOMPARE(send("DELETE", "/v1/files/" + ends).status, 404);
    const QJsonArray left = get("/v1/files").json()[u"data"_s].toArray();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left[0].toObject()[u"id"_s].toString().toUtf8(), keeps);
}

void TestLocalServerFiles::listEmpty()
{
    const RawReply reply = get("/v1/files");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json(), (QJsonObject{{u"object"_s, u"list"_s},
                                        {u"data"_s, QJsonArray()},
                                        {u"first_id"_s, QJsonValue::Null},
                                        {u"last_id"_s, QJsonValue::Null},
                                        {u"has_more"_s, false}}));
}

void TestLocalServerFiles::listParameters_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("param"); // empty: accepted
    QTest::newRow("limit 1") << QByteArray("limit=1") << QString();
    QTest::newRow("limit 10000") << QByteArray("limit=10000") << QString();
    QTest::newRow("limit 0") << QByteArray("limit=0") << u"limit"_s;
    QTest::newRow("limit 10001") << QByteArray("limit=10001") << u"limit"_s;
    QTest::newRow("limit -1") << QByteArray("limit=-1") << u"limit"_s;
    QTest::newRow("limit ten") << QByteArray("limit=ten") << u"limit"_s;
    QTest::newRow("limit 1.5") << QByteArray("limit=1.5") << u"limit"_s;
    QTest::newRow("limit empty") << QByteArray("limit=") << u"limit"_s;
    QTest::newRow("order asc") << QByteArray("order=asc") << QString();
    QTest::newRow("order desc") << QByteArray("order=desc") << QString();
    QTest::newRow("order other") << QByteArray("order=ascending") << u"order"_s;
    QTest::newRow("any purpose") << QByteArray("purpose=whatever%20else") << QString();
    QTest::newRow("unknown cursor") << QByteArray("after=file-none") << u"after"_s;
}

void TestLocalServerFiles::listParameters()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, param);
    const RawReply reply = get("/v1/files?" + query);
    QCOMPARE(reply.status, param.isEmpty() ? 200 : 400);
    QCOMPARE(reply.error(u"param"_s), param);
}

void TestLocalServerFiles::listPagesThroughTies_data()
{
    QTest::addColumn<QByteArray>("order");
    QTest::newRow("desc") << QByteArray("desc");
    QTest::newRow("asc") << QByteArray("asc");
}

void TestLocalServerFiles::listPagesThroughTies()
{
    QFETCH(QByteArray, order);
    start(LocalServer::Seed::Large, 50, 1); // many rows share a second
    QStringList ids;
    QByteArray after;
    qint64 last = order == "desc" ? std::numeric_limits<qint64>::max() : 0;
    for (bool more = true; more;) {
        const QJsonObject page = get("/v1/files?limit=7&order=" + order + after).json();
        const QJsonArray data = page[u"data"_s].toArray();
        QVERIFY(!data.isEmpty());
        QCOMPARE(page[u"first_id"_s], data.first().toObject()[u"id"_s]);
        QCOMPARE(page[u"last_id"_s], data.last().toObject()[u"id"_s]);
        for (const QJsonValue &value : data) {
            const qint64 created = value.toObject()[u"created_at"_s].toInteger();
            QVERIFY(order == "desc" ? created <= last : created >= last);
            last = created;
            ids.append(value.toObject()[u"id"_s].toString());
        }
        more = page[u"has_more"_s].toBool();
        after = "&after=" + ids.last().toUtf8();
    }
    QCOMPARE(ids.size(), 50);
    QCOMPARE(QSet<QString>(ids.cbegin(), ids.cend()).size(), 50);
}

void TestLocalServerFiles::listByPurpose()
{
    createId("evals", "a.txt", "x");
    createId("batch", "a.jsonl", "x");
    createId("evals", "b.txt", "x");
    const QJsonObject page = get("/v1/files?purpose=evals&limit=1").json();
    QCOMPARE(page[u"data"_s].toArray()[0].toObject()[u"filename"_s].toString(), u"b.txt"_s);
    QCOMPARE(page[u"has_more"_s].toBool(), true);
    const QByteArray next = "/v1/files?purpose=evals&after=" + page[u"last_id"_s].toString().toUtf8();
    QCOMPARE(get(next).json()[u"data"_s].toArray().size(), 1);
    QCOMPARE(get("/v1/files?purpose=vision").json()[u"data"_s].toArray().size(), 0);
}

void TestLocalServerFiles::listOverManyRows()
{
    start(LocalServer::Seed::Large, 12'000, 1);
    const QJsonObject first = get("/v1/files").json();
    QCOMPARE(first[u"data"_s].toArray().size(), 10'000);
    QCOMPARE(first[u"has_more"_s].toBool(), true);
    const QJsonObject rest = get("/v1/files?after=" + first[u"last_id"_s].toString().toUtf8()).json();
    QCOMPARE(rest[u"data"_s].toArray().size(), 2'000);
    QCOMPARE(rest[u"has_more"_s].toBool(), false);
}

QTEST_GUILESS_MAIN(TestLocalServerFiles)
#include "tst_localserver_files.moc"

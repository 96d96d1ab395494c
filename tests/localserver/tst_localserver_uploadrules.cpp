// SPDX-License-Identifier: GPL-3.0-or-later
// What the Uploads operations refuse, rule by rule.
#include "uploadclient.h"

#include <QTcpSocket>

using namespace odc::test;

class TestLocalServerUploadRules : public QObject, LocalUploads
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void createRefuses_data();
    void createRefuses();
    void createTakesNamesWithoutTheirFolder();
    void partRefuses_data();
    void partRefuses();
    void partNeedsNoFileName();
    void partOfTheFullSizeIsTaken();
    void partBeyondTheLimitIsRefusedBeforeTheBody();
    void completeRefuses_data();
    void completeRefuses();
    void completeRefusesPartsOfOthers();
    void nothingHappensAfterTheEnd_data();
    void nothingHappensAfterTheEnd();
    void unknownUpload();
    void readOnlyRefuses_data();
    void readOnlyRefuses();
};

void TestLocalServerUploadRules::createRefuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("param");
    QTest::addColumn<QString>("message");
    const auto with = [](const QString &name, const QJsonValue &value) {
        QJsonObject body = description(10);
        body[name] = value;
        return compact(body);
    };
    const auto expiring = [&](const QJsonValue &value) { return with(u"expires_after"_s, value); };
    for (const char *name : {"filename", "purpose", "bytes", "mime_type"}) {
        QJsonObject body = description(10);
        body.remove(QString::fromLatin1(name));
        QTest::addRow("no %s", name) << compact(body) << QString::fromLatin1(name)
                                     << u"'%1' is a required property"_s.arg(QLatin1String(name));
        QTest::addRow("%s is null", name) << with(QString::fromLatin1(name), QJsonValue::Null)
                                          << QString::fromLatin1(name) << u"null is not of type"_s;
        QTest::addRow("%s is a list", name) << with(QString::fromLatin1(name), QJsonArray{1})
                                            << QString::fromLatin1(name) << u"[1] is not of type"_s;
    }
    for (const char *name : {"filename", "mime_type"})
        QTest::addRow("%s is empty", name)
            << with(QString::fromLatin1(name), QString()) << QString::fromLatin1(name) << u"too short"_s;
    QTest::newRow("not JSON") << QByteArray("{") << QString() << u"could not parse the JSON"_s;
    QTest::newRow("no body") << QByteArray() << QString() << u"could not parse the JSON"_s;
    QTest::newRow("no object") << QByteArray("[]") << QString() << u"must be a JSON object"_s;
    QTest::newRow("unknown field") << with(u"color"_s, u"red"_s) << QString()
                                   << u"Additional properties are not allowed ('color' was unexpected)"_s;
    QTest::newRow("folder") << with(u"filename"_s, u"data/"_s) << u"filename"_s << u"folder"_s;
    QTest::newRow("unknown purpose") << with(u"purpose"_s, u"training"_s) << u"purpose"_s
                                     << u"'training' is not one of"_s;
    QTest::newRow("purpose of results")
        << with(u"purpose"_s, u"batch_output"_s) << u"purpose"_s << u"is not one of"_s;
    QJsonObject text = description(10);
    text[u"filename"_s] = u"a.txt"_s;
    text[u"purpose"_s] = u"batch"_s;
    QTest::newRow("batch as text") << compact(text) << u"filename"_s
                                   << u"Invalid file format for Batch API. Must be .jsonl"_s;
    QTest::newRow("no bytes") << with(u"bytes"_s, 0) << u"bytes"_s << u"minimum of 1 "_s;
    QTest::newRow("negative bytes") << with(u"bytes"_s, -1) << u"bytes"_s << u"minimum of 1 "_s;
    QTest::newRow("over 8 GiB") << with(u"bytes"_s, 8589934593LL) << u"bytes"_s
                                << u"8589934593 is greater than the maximum of 8589934592"_s;
    QTest::newRow("astronomic") << with(u"bytes"_s, 1e300) << u"bytes"_s << u"out of range"_s;
    QTest::newRow("half a byte") << with(u"bytes"_s, 1.5) << u"bytes"_s << u"1.5 is not of type 'integer'"_s;
    QTest::newRow("bytes as text") << with(u"bytes"_s, u"10"_s) << u"bytes"_s
                                   << u"'10' is not of type 'integer'"_s;
    QTest::newRow("expiry as number")
        << expiring(3600) << u"expires_after"_s << u"3600 is not of type 'object'"_s;
    QTest::newRow("only the anchor") << expiring(QJsonObject{{u"anchor"_s, u"created_at"_s}})
                                     << u"expires_after"_s << u"'seconds' is a required property"_s;
    QTest::newRow("only the seconds") << expiring(QJsonObject{{u"seconds"_s, 3600}}) << u"expires_after"_s
                                      << u"'anchor' is a required property"_s;
    const auto seconds = [&](const QJsonValue &value) {
        return expiring(QJsonObject{{u"anchor"_s, u"created_at"_s}, {u"seconds"_s, value}});
    };
    QTest::newRow("too short") << seconds(3599) << u"expires_after.seconds"_s << u"minimum of 3600"_s;
    QTest::newRow("too long") << seconds(2592001) << u"expires_after.seconds"_s << u"maximum of 2592000"_s;
    QTest::newRow("seconds as text") << seconds(u"3600"_s) << u"expires_after.seconds"_s << u"'integer'"_s;
    QTest::newRow("other anchor") << expiring(QJsonObject{{u"anchor"_s, u"last_active_at"_s},
                                                          {u"seconds"_s, 3600}})
                                  << u"expires_after.anchor"_s << u"not one of ['created_at']"_s;
    QTest::newRow("more in the expiry")
        << expiring(QJsonObject{{u"anchor"_s, u"created_at"_s}, {u"seconds"_s, 3600}, {u"days"_s, 1}})
        << QString() << u"('days' was unexpected)"_s;
}

void TestLocalServerUploadRules::createRefuses()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, param);
    QFETCH(QString, message);
    const RawReply reply = post("/v1/uploads", body);
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.error(u"type"_s), u"invalid_request_error"_s);
    QVERIFY2(reply.error(u"message"_s).contains(message), reply.body.constData());
    QCOMPARE(reply.error(u"param"_s), param);
}

void TestLocalServerUploadRules::createTakesNamesWithoutTheirFolder()
{
    QJsonObject body = description(8589934592LL);
    body[u"filename"_s] = u"C:\\data/set \u00e4.jsonl"_s;
    const QJsonObject upload = post("/v1/uploads", compact(body)).json();
    QCOMPARE(upload[u"filename"_s].toString(), u"set \u00e4.jsonl"_s);
    QCOMPARE(upload[u"bytes"_s].toInteger(), 8589934592LL);
}

void TestLocalServerUploadRules::partRefuses_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("message");
    QTest::newRow("empty") << QByteArray("data") << QByteArray() << u"The part is empty."_s;
    QTest::newRow("other field") << QByteArray("file") << QByteArray("x") << u"('file' was unexpected)"_s;
}

void TestLocalServerUploadRules::partRefuses()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, message);
    const QByteArray id = create(1);
    const QByteArray target = "/v1/uploads/" + id + "/parts";
    const RawReply reply = postForm(url, target, {{name, bytes, "blob"}});
    QCOMPARE(reply.status, 400);
    QVERIFY2(reply.error(u"message"_s).contains(message), reply.body.constData());
    const RawReply nothing = postForm(url, target, {});
    QCOMPARE(nothing.status, 400);
    QCOMPARE(post(target, "{}").status, 400);
    QCOMPARE(blobs(), 0);
    QCOMPARE(entries(u"tmp"_s), 0);
}

void TestLocalServerUploadRules::partNeedsNoFileName()
{
    const QByteArray id = create(1);
    const RawReply reply = postForm(url, "/v1/uploads/" + id + "/parts", {{"data", "x", {}}});
    QCOMPARE(reply.status, 200);
    QCOMPARE(complete(id, {idOf(reply)}).status, 200);
}

void TestLocalServerUploadRules::partOfTheFullSizeIsTaken()
{
    constexpr qsizetype limit = 64 * 1024 * 1024;
    const QByteArray id = create(limit);
    const QByteArray full = part(id, QByteArray(limit, 'x'));
    QVERIFY(full.startsWith("part_"));
    QCOMPARE(sendPart(id, QByteArray(limit + 1, 'x')).status, 413);
    QCOMPARE(blobs(), 1);
    QCOMPARE(complete(id, {full}).status, 200);
}

void TestLocalServerUploadRules::partBeyondTheLimitIsRefusedBeforeTheBody()
{
    const QByteArray id = create(1);
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(m_server->baseUrl().port()));
    QVERIFY(socket.waitForConnected());
    socket.write("POST /v1/uploads/" + id +
                 "/parts HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k\r\n"
                 "Content-Type: multipart/form-data; boundary=B\r\nContent-Length: 70000000\r\n\r\n");
    QByteArray received;
    while (socket.waitForReadyRead(5000))
        received += socket.readAll();
    QVERIFY2(received.startsWith("HTTP/1.1 413"), received.constData());
    QCOMPARE(m_server->requestLog().constLast().bodyBytes, 0);
}

void TestLocalServerUploadRules::completeRefuses_data()
{
    QTest::addColumn<QByteArray>("body"); // A and B stand for the ids of the parts, of 3 and 4 bytes
    QTest::addColumn<QString>("param");
    QTest::addColumn<QString>("message");
    const auto ids = u"part_ids"_s;
    QTest::newRow("nothing") << QByteArray() << QString() << u"could not parse the JSON"_s;
    QTest::newRow("no ids") << QByteArray("{}") << ids << u"'part_ids' is a required property"_s;
    QTest::newRow("ids as text") << QByteArray(R"({"part_ids":"A"})") << ids << u"not of type 'array'"_s;
    QTest::newRow("empty") << QByteArray(R"({"part_ids":[]})") << ids << u"[] is too short"_s;
    QTest::newRow("number") << QByteArray(R"({"part_ids":["A",7]})") << u"part_ids.1"_s
                            << u"7 is not of type 'string'"_s;
    QTest::newRow("unknown") << QByteArray(R"({"part_ids":["A","part_x"]})") << ids
                             << u"has no part 'part_x'"_s;
    QTest::newRow("double") << QByteArray(R"({"part_ids":["A","B","A"]})") << ids << u"more than once"_s;
    QTest::newRow("too few bytes") << QByteArray(R"({"part_ids":["B"]})") << ids
                                   << u"have 4 bytes, but the upload was created for 7"_s;
    QTest::newRow("unknown field") << QByteArray(R"({"part_ids":["A","B"],"sha1":"x"})") << QString()
                                   << u"('sha1' was unexpected)"_s;
    QTest::newRow("md5 as number") << QByteArray(R"({"part_ids":["A","B"],"md5":5})") << u"md5"_s
                                   << u"5 is not of type 'string'"_s;
    QTest::newRow("md5 too short") << QByteArray(R"({"part_ids":["A","B"],"md5":"abc"})") << u"md5"_s
                                   << u"32 hexadecimal"_s;
    QTest::newRow("md5 not hex") << QByteArray(R"({"part_ids":["A","B"],"md5":")") + QByteArray(32, 'g') +
                                        "\"}"
                                 << u"md5"_s << u"32 hexadecimal"_s;
    QTest::newRow("md5 of something else")
        << QByteArray(R"({"part_ids":["A","B"],"md5":")") + QByteArray(32, '0') + "\"}" << u"md5"_s
        << u"7ac66c0f148de9519b8bd264312c4d64"_s; // of "abcdefg"
}

void TestLocalServerUploadRules::completeRefuses()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, param);
    QFETCH(QString, message);
    const QByteArray id = create(7);
    const QByteArray first = part(id, "abc");
    const QByteArray second = part(id, "defg");
    body.replace("\"A\"", '"' + first + '"').replace("\"B\"", '"' + second + '"');
    const RawReply reply = post("/v1/uploads/" + id + "/complete", body);
    QCOMPARE(reply.status, 400);
    QVERIFY2(reply.error(u"message"_s).contains(message), reply.body.constData());
    QCOMPARE(reply.error(u"param"_s), param);
    QCOMPARE(files().size(), 0);
    QCOMPARE(complete(id, {first, second}).status, 200); // a refusal harms nothing
}

void TestLocalServerUploadRules::completeRefusesPartsOfOthers()
{
    const QByteArray mine = create(1);
    const QByteArray other = create(1);
    const QByteArray foreign = part(other, "x");
    const RawReply reply = complete(mine, {foreign});
    QCOMPARE(reply.status, 400);
    QVERIFY2(reply.error(u"message"_s).contains(u"has no part"_s), reply.body.constData());
    QCOMPARE(complete(other, {foreign}).status, 200);
}

void TestLocalServerUploadRules::nothingHappensAfterTheEnd_data()
{
    QTest::addColumn<QString>("status");
    QTest::newRow("completed") << u"completed"_s;
    QTest::newRow("cancelled") << u"cancelled"_s;
    QTest::newRow("expired") << u"expired"_s;
}

void TestLocalServerUploadRules::nothingHappensAfterTheEnd()
{
    QFETCH(QString, status);
    const QByteArray id = create(1);
    const QByteArray only = part(id, "x");
    if (status == "completed"_L1)
        QCOMPARE(complete(id, {only}).status, 200);
    else if (status == "cancelled"_L1)
        QCOMPARE(cancel(id).status, 200);
    else
        m_server->advanceClock(3600);
    const qsizetype before = files().size();
    for (int round = 0; round < 2; ++round) {
        for (const RawReply &reply : {sendPart(id, "x"), complete(id, {only}), cancel(id)}) {
            QCOMPARE(reply.status, 400);
            QCOMPARE(reply.error(u"type"_s), u"invalid_request_error"_s);
            QVERIFY2(reply.error(u"message"_s).contains(u"status '%1'"_s.arg(status)),
                     reply.body.constData());
        }
        QCOMPARE(files().size(), before);
        QCOMPARE(blobs(), before);
        start(false); // the clock is back; what was decided stays
    }
}

void TestLocalServerUploadRules::unknownUpload()
{
    const QByteArray id = create(1);
    const QByteArray only = part(id, "x");
    for (const RawReply &reply :
         {sendPart("upload_none", "x"), complete("upload_none", {only}), cancel("upload_none")}) {
        QCOMPARE(reply.status, 404);
        QCOMPARE(reply.error(u"message"_s), u"No such Upload object: upload_none"_s);
    }
    QCOMPARE(get("/v1/uploads").status, 405);
    QCOMPARE(get("/v1/uploads/" + id).status, 404);
}

void TestLocalServerUploadRules::readOnlyRefuses_data()
{
    QTest::addColumn<QByteArray>("operation");
    for (const char *operation : {"", "/parts", "/complete", "/cancel"})
        QTest::addRow("uploads%s", operation) << QByteArray(operation);
}

void TestLocalServerUploadRules::readOnlyRefuses()
{
    QFETCH(QByteArray, operation);
    const QByteArray id = create(1);
    const QByteArray only = part(id, "x");
    const QByteArray file = fileOf({"ab", "cd"});
    m_server->stop();
    start(true);
    const RawReply reply = operation.isEmpty()
                               ? post("/v1/uploads", compact(description(1)))
                               : post("/v1/uploads/" + id + operation, "{\"part_ids\":[\"" + only + "\"]}");
    QCOMPARE(reply.status, 403);
    QCOMPARE(reply.error(u"code"_s), u"read_only"_s);
    QCOMPARE(content(file).body, QByteArray("abcd"));
}

QTEST_GUILESS_MAIN(TestLocalServerUploadRules)
#include "tst_localserver_uploadrules.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The four Uploads operations, rule by rule, as a client sees them.
#include "localserver/localserver.h"
#include "support/rawhttp.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace odc::test;
using odc::server::LocalServer;

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject description(qint64 bytes)
{
    return {{u"filename"_s, u"golden.jsonl"_s},
            {u"purpose"_s, u"evals"_s},
            {u"bytes"_s, bytes},
            {u"mime_type"_s, u"application/jsonl"_s}};
}

QByteArray idOf(const RawReply &reply)
{
    return reply.json()[u"id"_s].toString().toUtf8();
}

} // namespace

class TestLocalServerUploads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<LocalServer>();
        start(false);
    }
    void cleanup()
    {
        m_server.reset();
        m_dir.reset();
    }

    void fromPendingToAFile();
    void createRefuses_data();
    void createRefuses();
    void createTakesNamesWithoutTheirFolder();
    void partRefuses_data();
    void partRefuses();
    void partNeedsNoFileName();
    void partOfTheFullSizeIsTaken();
    void partBeyondTheLimitIsRefusedBeforeTheBody();
    void partIdsGiveTheOrder();
    void partsLeftOutDoNotCount();
    void completeRefuses_data();
    void completeRefuses();
    void completeRefusesPartsOfOthers();
    void md5_data();
    void md5();
    void cancelRemovesTheParts();
    void nothingHappensAfterTheEnd_data();
    void nothingHappensAfterTheEnd();
    void unknownUpload();
    void expiry();
    void theNextUploadSweepsTheExpired();
    void fileExpiry_data();
    void fileExpiry();
    void fileStatusMovesOn();
    void partsInParallel();
    void rangesCrossTheBordersOfParts_data();
    void rangesCrossTheBordersOfParts();
    void deletingTheFileRemovesItsBytes();
    void aFileDeletedWhileItIsReadIsReadToItsEnd();
    void readOnlyRefuses_data();
    void readOnlyRefuses();

private:
    void start(bool readOnly)
    {
        LocalServer::Options options;
        options.dataDir = m_dir->path();
        options.readOnly = readOnly;
        QString error;
        QVERIFY2(m_server->start(options, &error), qPrintable(error));
    }
    RawReply post(const QByteArray &target, const QByteArray &body)
    {
        return rawRequest(m_server->baseUrl(), "POST", target, {{"Content-Type", "application/json"}}, body);
    }
    RawReply get(const QByteArray &target, const Headers &headers = {})
    {
        return rawRequest(m_server->baseUrl(), "GET", target, headers);
    }
    QByteArray create(qint64 bytes) { return idOf(post("/v1/uploads", compact(description(bytes)))); }
    RawReply sendPart(const QByteArray &id, const QByteArray &bytes)
    {
        return postForm(m_server->baseUrl(), "/v1/uploads/" + id + "/parts", {{"data", bytes, "blob"}});
    }
    QByteArray part(const QByteArray &id, const QByteArray &bytes) { return idOf(sendPart(id, bytes)); }
    RawReply complete(const QByteArray &id, const QByteArrayList &parts, const QString &md5 = {})
    {
        QJsonArray ids;
        for (const QByteArray &each : parts)
            ids.append(QString::fromUtf8(each));
        QJsonObject body{{u"part_ids"_s, ids}};
        if (!md5.isNull())
            body[u"md5"_s] = md5;
        return post("/v1/uploads/" + id + "/complete", compact(body));
    }
    RawReply cancel(const QByteArray &id)
    {
        return rawRequest(m_server->baseUrl(), "POST", "/v1/uploads/" + id + "/cancel");
    }
    /** A file made of these parts in this order. */
    QByteArray fileOf(const QByteArrayList &pieces)
    {
        qint64 total = 0;
        for (const QByteArray &piece : pieces)
            total += piece.size();
        const QByteArray id = create(total);
        QByteArrayList ids;
        for (const QByteArray &piece : pieces)
            ids.append(part(id, piece));
        return complete(id, ids).json()[u"file"_s].toObject()[u"id"_s].toString().toUtf8();
    }
    RawReply content(const QByteArray &file, const QByteArray &range = {})
    {
        return get("/v1/files/" + file + "/content", {{"Range", range}});
    }
    qsizetype blobs() const { return entries(u"files"_s); }
    qsizetype entries(const QString &folder) const
    {
        return QDir(m_dir->filePath(folder)).entryList(QDir::Files | QDir::Hidden).size();
    }
    qsizetype listed() { return get("/v1/files").json()[u"data"_s].toArray().size(); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<LocalServer> m_server;
};

void TestLocalServerUploads::fromPendingToAFile()
{
    const qint64 before = QDateTime::currentSecsSinceEpoch();
    const RawReply created = post("/v1/uploads", compact(description(11)));
    QCOMPARE(created.status, 200);
    QJsonObject upload = created.json();
    const QByteArray id = idOf(created);
    QVERIFY(id.startsWith("upload_"));
    QCOMPARE_GE(upload[u"created_at"_s].toInteger(), before);
    QCOMPARE(upload, (QJsonObject{{u"id"_s, QString::fromUtf8(id)},
                                  {u"object"_s, u"upload"_s},
                                  {u"bytes"_s, 11},
                                  {u"created_at"_s, upload[u"created_at"_s]},
                                  {u"expires_at"_s, upload[u"created_at"_s].toInteger() + 3600},
                                  {u"filename"_s, u"golden.jsonl"_s},
                                  {u"purpose"_s, u"evals"_s},
                                  {u"status"_s, u"pending"_s},
                                  {u"file"_s, QJsonValue::Null}}));

    const RawReply first = sendPart(id, "{\"item\"");
    QCOMPARE(first.status, 200);
    QVERIFY(idOf(first).startsWith("part_"));
    QCOMPARE(first.json(), (QJsonObject{{u"id"_s, first.json()[u"id"_s]},
                                        {u"object"_s, u"upload.part"_s},
                                        {u"created_at"_s, first.json()[u"created_at"_s]},
                                        {u"upload_id"_s, QString::fromUtf8(id)}}));
    QCOMPARE_GE(first.json()[u"created_at"_s].toInteger(), before);
    const QByteArray second = part(id, ":1}\n");
    QCOMPARE(listed(), 0); // nothing is a file before the upload is complete

    const RawReply completed = complete(id, {idOf(first), second});
    QCOMPARE(completed.status, 200);
    const QJsonObject file = completed.json()[u"file"_s].toObject();
    upload[u"status"_s] = u"completed"_s;
    upload[u"file"_s] = file;
    QCOMPARE(completed.json(), upload);
    QCOMPARE(file[u"bytes"_s].toInt(), 11);
    QCOMPARE(file[u"filename"_s].toString(), u"golden.jsonl"_s);
    QCOMPARE(file[u"purpose"_s].toString(), u"evals"_s);
    QVERIFY(file[u"expires_at"_s].isNull());
    const QByteArray fileId = file[u"id"_s].toString().toUtf8();
    QVERIFY(fileId.startsWith("file-"));
    QCOMPARE(get("/v1/files/" + fileId).json(), file);
    QCOMPARE(content(fileId).body, QByteArray("{\"item\":1}\n"));
    QCOMPARE(listed(), 1);
}

void TestLocalServerUploads::createRefuses_data()
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

void TestLocalServerUploads::createRefuses()
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

void TestLocalServerUploads::createTakesNamesWithoutTheirFolder()
{
    QJsonObject body = description(8589934592LL);
    body[u"filename"_s] = u"C:\\data/set \u00e4.jsonl"_s;
    const QJsonObject upload = post("/v1/uploads", compact(body)).json();
    QCOMPARE(upload[u"filename"_s].toString(), u"set \u00e4.jsonl"_s);
    QCOMPARE(upload[u"bytes"_s].toInteger(), 8589934592LL);
}

void TestLocalServerUploads::partRefuses_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("message");
    QTest::newRow("empty") << QByteArray("data") << QByteArray() << u"The part is empty."_s;
    QTest::newRow("other field") << QByteArray("file") << QByteArray("x") << u"('file' was unexpected)"_s;
}

void TestLocalServerUploads::partRefuses()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, message);
    const QByteArray id = create(1);
    const QByteArray target = "/v1/uploads/" + id + "/parts";
    const RawReply reply = postForm(m_server->baseUrl(), target, {{name, bytes, "blob"}});
    QCOMPARE(reply.status, 400);
    QVERIFY2(reply.error(u"message"_s).contains(message), reply.body.constData());
    const RawReply nothing = postForm(m_server->baseUrl(), target, {});
    QCOMPARE(nothing.status, 400);
    QCOMPARE(post(target, "{}").status, 400);
    QCOMPARE(blobs(), 0);
    QCOMPARE(entries(u"tmp"_s), 0);
}

void TestLocalServerUploads::partNeedsNoFileName()
{
    const QByteArray id = create(1);
    const RawReply reply = postForm(m_server->baseUrl(), "/v1/uploads/" + id + "/parts", {{"data", "x", {}}});
    QCOMPARE(reply.status, 200);
    QCOMPARE(complete(id, {idOf(reply)}).status, 200);
}

void TestLocalServerUploads::partOfTheFullSizeIsTaken()
{
    constexpr qsizetype limit = 64 * 1024 * 1024;
    const QByteArray id = create(limit);
    const QByteArray full = part(id, QByteArray(limit, 'x'));
    QVERIFY(full.startsWith("part_"));
    QCOMPARE(sendPart(id, QByteArray(limit + 1, 'x')).status, 413);
    QCOMPARE(blobs(), 1);
    QCOMPARE(complete(id, {full}).status, 200);
}

void TestLocalServerUploads::partBeyondTheLimitIsRefusedBeforeTheBody()
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

void TestLocalServerUploads::partIdsGiveTheOrder()
{
    const QByteArray id = create(9);
    const QByteArray c = part(id, "ccc");
    const QByteArray a = part(id, "aaaa");
    const QByteArray b = part(id, "bb");
    const QJsonObject upload = complete(id, {a, b, c}).json();
    QCOMPARE(content(upload[u"file"_s].toObject()[u"id"_s].toString().toUtf8()).body,
             QByteArray("aaaabbccc"));
}

void TestLocalServerUploads::partsLeftOutDoNotCount()
{
    const QByteArray id = create(4);
    const QByteArray first = part(id, "abcd");
    const QByteArray again = part(id, "abcd"); // as when the reply to the first was lost
    const QByteArray large = part(id, "more than the whole upload");
    QCOMPARE(blobs(), 3);
    const RawReply reply = complete(id, {again});
    QCOMPARE(reply.status, 200);
    QCOMPARE(blobs(), 1);
    QCOMPARE(content(reply.json()[u"file"_s].toObject()[u"id"_s].toString().toUtf8()).body,
             QByteArray("abcd"));
}

void TestLocalServerUploads::completeRefuses_data()
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

void TestLocalServerUploads::completeRefuses()
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
    QCOMPARE(listed(), 0);
    QCOMPARE(complete(id, {first, second}).status, 200); // a refusal harms nothing
}

void TestLocalServerUploads::completeRefusesPartsOfOthers()
{
    const QByteArray mine = create(1);
    const QByteArray other = create(1);
    const QByteArray foreign = part(other, "x");
    const RawReply reply = complete(mine, {foreign});
    QCOMPARE(reply.status, 400);
    QVERIFY2(reply.error(u"message"_s).contains(u"has no part"_s), reply.body.constData());
    QCOMPARE(complete(other, {foreign}).status, 200);
}

void TestLocalServerUploads::md5_data()
{
    QTest::addColumn<bool>("capitals");
    QTest::newRow("small letters") << false;
    QTest::newRow("capitals") << true;
}

void TestLocalServerUploads::md5()
{
    QFETCH(bool, capitals);
    const QByteArray large(3'000'000, 'x'); // more than one block of reading
    const QByteArray id = create(large.size() + 1);
    const QByteArray second = part(id, large);
    const QByteArray first = part(id, "a");
    const QByteArray hex = QCryptographicHash::hash("a" + large, QCryptographicHash::Md5).toHex();
    const QString given = QString::fromLatin1(capitals ? hex.toUpper() : hex);
    QCOMPARE(complete(id, {second, first}, given).status, 400); // the order counts
    QCOMPARE(complete(id, {first, second}, given).status, 200);
}

void TestLocalServerUploads::cancelRemovesTheParts()
{
    const RawReply created = post("/v1/uploads", compact(description(4)));
    const QByteArray id = idOf(created);
    part(id, "ab");
    part(id, "cd");
    QCOMPARE(blobs(), 2);
    const RawReply reply = cancel(id);
    QCOMPARE(reply.status, 200);
    QJsonObject upload = created.json();
    upload[u"status"_s] = u"cancelled"_s;
    QCOMPARE(reply.json(), upload);
    QCOMPARE(blobs(), 0);
    const QByteArray other = create(1);
    QCOMPARE(post("/v1/uploads/" + other + "/cancel", "{\"a\":1}").status, 400);
    QCOMPARE(post("/v1/uploads/" + other + "/cancel", "{}").status, 200);
}

void TestLocalServerUploads::nothingHappensAfterTheEnd_data()
{
    QTest::addColumn<QString>("status");
    QTest::newRow("completed") << u"completed"_s;
    QTest::newRow("cancelled") << u"cancelled"_s;
    QTest::newRow("expired") << u"expired"_s;
}

void TestLocalServerUploads::nothingHappensAfterTheEnd()
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
    const qsizetype files = listed();
    for (int round = 0; round < 2; ++round) {
        for (const RawReply &reply : {sendPart(id, "x"), complete(id, {only}), cancel(id)}) {
            QCOMPARE(reply.status, 400);
            QCOMPARE(reply.error(u"type"_s), u"invalid_request_error"_s);
            QVERIFY2(reply.error(u"message"_s).contains(u"status '%1'"_s.arg(status)),
                     reply.body.constData());
        }
        QCOMPARE(listed(), files);
        QCOMPARE(blobs(), files);
        start(false); // the clock is back; what was decided stays
    }
}

void TestLocalServerUploads::unknownUpload()
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

void TestLocalServerUploads::expiry()
{
    const QByteArray id = create(2);
    const QByteArray first = part(id, "x");
    m_server->advanceClock(3500);
    const QByteArray second = part(id, "y"); // parts do not make it live longer
    m_server->advanceClock(99);
    QCOMPARE(blobs(), 2);
    m_server->advanceClock(1);
    QCOMPARE(complete(id, {first, second}).status, 400);
    QCOMPARE(blobs(), 0);
}

void TestLocalServerUploads::theNextUploadSweepsTheExpired()
{
    part(create(2), "x");
    m_server->advanceClock(1800);
    const QByteArray young = create(2);
    const QByteArray kept = part(young, "yy");
    m_server->advanceClock(1800);
    QCOMPARE(blobs(), 2);
    create(1);
    QCOMPARE(blobs(), 1);
    QCOMPARE(complete(young, {kept}).status, 200);
}

void TestLocalServerUploads::fileExpiry_data()
{
    QTest::addColumn<QString>("purpose");
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<qint64>("lifetime"); // 0 = for ever
    QTest::newRow("evals") << u"evals"_s << qint64(0) << qint64(0);
    QTest::newRow("batch") << u"batch"_s << qint64(0) << qint64(2592000);
    QTest::newRow("batch, an hour") << u"batch"_s << qint64(3600) << qint64(3600);
    QTest::newRow("evals, 30 days") << u"evals"_s << qint64(2592000) << qint64(2592000);
}

void TestLocalServerUploads::fileExpiry()
{
    QFETCH(QString, purpose);
    QFETCH(qint64, seconds);
    QFETCH(qint64, lifetime);
    QJsonObject body = description(1);
    body[u"purpose"_s] = purpose;
    if (seconds > 0)
        body[u"expires_after"_s] = QJsonObject{{u"anchor"_s, u"created_at"_s}, {u"seconds"_s, seconds}};
    const QByteArray id = idOf(post("/v1/uploads", compact(body)));
    m_server->advanceClock(600); // the file lives from its own creation on, not from the upload's
    const QJsonObject file = complete(id, {part(id, "x")}).json()[u"file"_s].toObject();
    QCOMPARE(file[u"expires_at"_s].isNull(), lifetime == 0);
    if (lifetime > 0)
        QCOMPARE(file[u"expires_at"_s].toInteger() - file[u"created_at"_s].toInteger(), lifetime);
    QCOMPARE_GE(file[u"created_at"_s].toInteger(), QDateTime::currentSecsSinceEpoch() + 598);
}

void TestLocalServerUploads::fileStatusMovesOn()
{
    const QByteArray id = create(1);
    const QJsonObject file = complete(id, {part(id, "x")}).json()[u"file"_s].toObject();
    QCOMPARE(file[u"status"_s].toString(), u"uploaded"_s);
    m_server->advanceClock(5);
    QCOMPARE(get("/v1/files/" + file[u"id"_s].toString().toUtf8()).json()[u"status"_s].toString(),
             u"processed"_s);
}

void TestLocalServerUploads::partsInParallel()
{
    constexpr int threads = 4;
    constexpr int each = 6;
    const auto bytesOf = [](int i) { return QByteArray(20'000 + i, char('A' + i)); };
    QByteArray all;
    for (int i = 0; i < threads * each; ++i)
        all += bytesOf(i);
    const QByteArray id = create(all.size());
    QByteArrayList ids(threads * each);
    std::vector<std::thread> senders;
    for (int t = 0; t < threads; ++t) {
        senders.emplace_back([&, t] {
            for (int i = t; i < threads * each; i += threads)
                ids[i] = part(id, bytesOf(i));
        });
    }
    for (std::thread &sender : senders)
        sender.join();
    const RawReply reply = complete(id, ids);
    QCOMPARE(reply.status, 200);
    QVERIFY(content(reply.json()[u"file"_s].toObject()[u"id"_s].toString().toUtf8()).body == all);
}

void TestLocalServerUploads::rangesCrossTheBordersOfParts_data()
{
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    QTest::newRow("all") << QByteArray("bytes=0-") << 0 << 899'999;
    QTest::newRow("first border") << QByteArray("bytes=299990-300009") << 299'990 << 300'009;
    QTest::newRow("last byte of a part") << QByteArray("bytes=299999-299999") << 299'999 << 299'999;
    QTest::newRow("first byte of a part") << QByteArray("bytes=300000-300000") << 300'000 << 300'000;
    QTest::newRow("over a part of one byte") << QByteArray("bytes=299999-300002") << 299'999 << 300'002;
    QTest::newRow("three parts") << QByteArray("bytes=1-899998") << 1 << 899'998;
    QTest::newRow("the end") << QByteArray("bytes=-600000") << 300'000 << 899'999;
}

void TestLocalServerUploads::rangesCrossTheBordersOfParts()
{
    QFETCH(QByteArray, range);
    QFETCH(int, first);
    QFETCH(int, last);
    QByteArray all;
    for (int i = 0; i < 900'000; ++i)
        all += char(i * 7 + (i >> 8) + (i >> 16));
    const QByteArray file =
        fileOf({all.left(300'000), all.mid(300'000, 1), all.mid(300'001, 350'000), all.mid(650'001)});
    const RawReply reply = content(file, range);
    QCOMPARE(reply.status, 206);
    QCOMPARE(reply.headers.value("content-range"),
             QByteArray("bytes ") + QByteArray::number(first) + '-' + QByteArray::number(last) + "/900000");
    QVERIFY(reply.body == all.mid(first, last - first + 1));
    QVERIFY(content(file).body == all);
}

void TestLocalServerUploads::deletingTheFileRemovesItsBytes()
{
    const QByteArray file = fileOf({"abc", "def", "g"});
    QCOMPARE(blobs(), 3);
    QCOMPARE(rawRequest(m_server->baseUrl(), "DELETE", "/v1/files/" + file).status, 200);
    QCOMPARE(blobs(), 0);
    QCOMPARE(get("/v1/files/" + file).status, 404);
    QCOMPARE(content(file).status, 404);
}

void TestLocalServerUploads::aFileDeletedWhileItIsReadIsReadToItsEnd()
{
    const QByteArray piece(12'000'000, 'x'); // more than the sockets' buffers hold
    const QByteArray file = fileOf({piece, piece, "end"});
    QTcpSocket socket;
    socket.setReadBufferSize(64 * 1024);
    socket.connectToHost(u"127.0.0.1"_s, quint16(m_server->baseUrl().port()));
    QVERIFY(socket.waitForConnected());
    socket.write("GET /v1/files/" + file +
                 "/content HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k\r\nConnection: close\r\n\r\n");
    QVERIFY(socket.waitForReadyRead(5000));
    QByteArray received = socket.readAll();
    QCOMPARE(rawRequest(m_server->baseUrl(), "DELETE", "/v1/files/" + file).status, 200);
    QCOMPARE(content(file).status, 404);
    while (socket.waitForReadyRead(5000) || socket.bytesAvailable() > 0)
        received += socket.readAll();
    const QByteArray body = received.mid(received.indexOf("\r\n\r\n") + 4);
    QCOMPARE(body.size(), 2 * piece.size() + 3);
    QVERIFY(body.endsWith("xend"));
    QTRY_COMPARE(blobs(), 0);
}

void TestLocalServerUploads::readOnlyRefuses_data()
{
    QTest::addColumn<QByteArray>("operation");
    for (const char *operation : {"", "/parts", "/complete", "/cancel"})
        QTest::addRow("uploads%s", operation) << QByteArray(operation);
}

void TestLocalServerUploads::readOnlyRefuses()
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

QTEST_GUILESS_MAIN(TestLocalServerUploads)
#include "tst_localserver_uploads.moc"

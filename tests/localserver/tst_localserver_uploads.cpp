// SPDX-License-Identifier: GPL-3.0-or-later
// The Uploads operations as a client sees them: from the parts to the file and its end.
#include "uploadclient.h"

#include <QCryptographicHash>
#include <QTcpSocket>

#include <thread>
#include <vector>

using namespace odc::test;

class TestLocalServerUploads : public QObject, LocalUploads
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void fromPendingToAFile();
    void partIdsGiveTheOrder();
    void partsLeftOutDoNotCount();
    void md5_data();
    void md5();
    void cancelRemovesTheParts();
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
    QCOMPARE(files().size(), 0); // nothing is a file before the upload is complete

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
    QCOMPARE(files().size(), 1);
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
    QCOMPARE(content(fileIdOf(reply)).body, QByteArray("abcd"));
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
    QVERIFY(content(fileIdOf(reply)).body == all);
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
    QCOMPARE(rawRequest(url, "DELETE", "/v1/files/" + file).status, 200);
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
    QCOMPARE(rawRequest(url, "DELETE", "/v1/files/" + file).status, 200);
    QCOMPARE(content(file).status, 404);
    while (socket.waitForReadyRead(5000) || socket.bytesAvailable() > 0)
        received += socket.readAll();
    const QByteArray body = received.mid(received.indexOf("\r\n\r\n") + 4);
    QCOMPARE(body.size(), 2 * piece.size() + 3);
    QVERIFY(body.endsWith("xend"));
    QTRY_COMPARE(blobs(), 0);
}

QTEST_GUILESS_MAIN(TestLocalServerUploads)
#include "tst_localserver_uploads.moc"

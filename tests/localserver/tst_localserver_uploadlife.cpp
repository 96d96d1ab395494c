// SPDX-License-Identifier: GPL-3.0-or-later
// What uploads survive: the server killed in every state, and its next start.
#include "support/serverprocess.h"
#include "olderfolder.h"
#include "uploadclient.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTcpSocket>

using namespace odc::test;

class TestUploadLife : public QObject, UploadClient
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ServerProcess>();
        restart();
    }
    void cleanup() { m_server.reset(); }

    void pendingWithItsParts();
    void completedWithItsFile();
    void cancelled();
    void killedInTheMiddleOfAPart();
    void killedWhileCompleting_data();
    void killedWhileCompleting();
    void brokenInTheMiddleOfAChange_data();
    void brokenInTheMiddleOfAChange();
    void leftoversAreRemovedOnStart();
    void theExpiredAreSweptOnStart();
    void filesOfTheFirstSchemaStay();
    void memoryStaysFlat();

private:
    void restart()
    {
        m_server->kill();
        QVERIFY2(m_server->start(), qPrintable(m_server->errorText()));
        url = m_server->url();
    }
    qsizetype entries(const QString &folder) const
    {
        return QDir(m_server->dataDir() + u'/' + folder).entryList(QDir::Files | QDir::Hidden).size();
    }
    /** Changes the database while no server runs. */
    void edit(const QStringList &statements)
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"edit"_s);
            database.setDatabaseName(m_server->dataDir() + u"/store.sqlite"_s);
            QVERIFY(database.open());
            for (const QString &statement : statements)
                QVERIFY2(QSqlQuery(database).exec(statement), qPrintable(statement));
        }
        QSqlDatabase::removeDatabase(u"edit"_s);
    }

    std::unique_ptr<ServerProcess> m_server;
};

void TestUploadLife::pendingWithItsParts()
{
    const QByteArray id = create(7);
    restart();
    const QByteArray first = part(id, "abc");
    restart();
    const QByteArray second = part(id, "defg");
    restart();
    const RawReply reply = complete(id, {first, second});
    QCOMPARE(reply.status, 200);
    QCOMPARE(content(fileIdOf(reply)).body, QByteArray("abcdefg"));
}

void TestUploadLife::completedWithItsFile()
{
    const QByteArray id = create(7);
    const QByteArray second = part(id, "defg");
    const QByteArray first = part(id, "abc");
    part(id, "left out");
    const QByteArray file = fileIdOf(complete(id, {first, second}));
    restart();
    QCOMPARE(content(file).body, QByteArray("abcdefg"));
    QCOMPARE(entries(u"files"_s), 2);
    QVERIFY(complete(id, {first, second}).error(u"message"_s).contains(u"'completed'"_s));
    QCOMPARE(files().size(), 1);
}

void TestUploadLife::cancelled()
{
    const QByteArray id = create(3);
    part(id, "abc");
    QCOMPARE(post("/v1/uploads/" + id + "/cancel", {}).status, 200);
    restart();
    QVERIFY(sendPart(id, "abc").error(u"message"_s).contains(u"'cancelled'"_s));
    QCOMPARE(entries(u"files"_s), 0);
}

void TestUploadLife::killedInTheMiddleOfAPart()
{
    const QByteArray id = create(3);
    const QByteArray kept = part(id, "abc");
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(m_server->url().port()));
    QVERIFY(socket.waitForConnected());
    socket.write("POST /v1/uploads/" + id +
                 "/parts HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k\r\nContent-Length: 50000000\r\n"
                 "Content-Type: multipart/form-data; boundary=B\r\n\r\n"
                 "--B\r\nContent-Disposition: form-data; name=\"data\"; filename=\"x\"\r\n\r\n" +
                 QByteArray(4'000'000, 'x'));
    QTRY_COMPARE(entries(u"tmp"_s), 1);
    restart();
    QCOMPARE(entries(u"tmp"_s), 0);
    QCOMPARE(entries(u"files"_s), 1);
    QCOMPARE(complete(id, {kept}).status, 200);
}

void TestUploadLife::killedWhileCompleting_data()
{
    QTest::addColumn<int>("patienceMs"); // how long the reply may take before the server is killed
    for (const int patience : {0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 6, 10, 20})
        QTest::addRow("%d ms", patience) << patience;
}

void TestUploadLife::killedWhileCompleting()
{
    QFETCH(int, patienceMs);
    const QByteArray id = create(26'000);
    QByteArrayList parts;
    QByteArray all;
    for (char c = 'a'; c <= 'z'; ++c) {
        parts.append(part(id, QByteArray(1000, c)));
        all += QByteArray(1000, c);
    }
    part(id, "left out");
    const QByteArray body = order(parts);
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(m_server->url().port()));
    QVERIFY(socket.waitForConnected());
    socket.write("POST /v1/uploads/" + id +
                 "/complete HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k\r\nContent-Length: " +
                 QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QVERIFY(socket.waitForBytesWritten(5000));
    const bool answered = socket.waitForReadyRead(patienceMs);
    restart();
    if (files().isEmpty()) {
        QVERIFY(!answered);
        QCOMPARE(entries(u"files"_s), 27);
        QCOMPARE(complete(id, parts).status, 200);
    } else {
        QVERIFY(complete(id, parts).error(u"message"_s).contains(u"'completed'"_s));
    }
    QCOMPARE(entries(u"files"_s), 26);
    QCOMPARE(files().size(), 1);
    QVERIFY(content(files().first()[u"id"_s].toString().toUtf8()).body == all);
}

void TestUploadLife::brokenInTheMiddleOfAChange_data()
{
    QTest::addColumn<QString>("step"); // the statement that the database refuses
    QTest::addColumn<bool>("completing");
    QTest::newRow("file") << u"INSERT ON files"_s << true;
    QTest::newRow("status") << u"UPDATE ON uploads"_s << true;
    QTest::newRow("parts") << u"DELETE ON upload_parts"_s << true;
    QTest::newRow("cancel: status") << u"UPDATE ON uploads"_s << false;
    QTest::newRow("cancel: parts") << u"DELETE ON upload_parts"_s << false;
}

void TestUploadLife::brokenInTheMiddleOfAChange()
{
    // A change is whole or not at all, wherever it breaks off: here each of its steps fails in turn.
    QFETCH(QString, step);
    QFETCH(bool, completing);
    const QByteArray id = create(2);
    const QByteArrayList parts{part(id, "a"), part(id, "b")};
    part(id, "left out");
    QCOMPARE(m_server->terminate(), 0);
    edit({u"CREATE TRIGGER broken BEFORE %1 BEGIN SELECT RAISE(ABORT, 'broken'); END"_s.arg(step)});
    restart();
    QCOMPARE(completing ? complete(id, parts).status : cancel(id).status, 500);
    QCOMPARE(files().size(), 0);
    QCOMPARE(m_server->terminate(), 0);
    edit({u"DROP TRIGGER broken"_s});
    restart();
    QCOMPARE(entries(u"files"_s), 3);
    const RawReply reply = complete(id, parts);
    QCOMPARE(reply.status, 200);
    QCOMPARE(content(fileIdOf(reply)).body, QByteArray("ab"));
    QCOMPARE(entries(u"files"_s), 2);
    QCOMPARE(files().size(), 1);
}

void TestUploadLife::leftoversAreRemovedOnStart()
{
    const QByteArray id = create(3);
    const QByteArray kept = part(id, "abc");
    const QByteArray done = create(2);
    const QByteArrayList pieces{part(done, "x"), part(done, "y")};
    QCOMPARE(complete(done, pieces).status, 200);
    m_server->kill();
    // As when the server was killed between the bytes of a part and its row.
    QFile stray(m_server->dataDir() + u"/files/part_0000000000000000000000"_s);
    QVERIFY(stray.open(QIODevice::WriteOnly));
    stray.write("bytes nobody knows");
    stray.close();
    restart();
    QVERIFY(!stray.exists());
    QCOMPARE(entries(u"files"_s), 3);
    QCOMPARE(complete(id, {kept}).status, 200);
}

void TestUploadLife::theExpiredAreSweptOnStart()
{
    const QByteArray id = create(3);
    part(id, "abc");
    QCOMPARE(m_server->terminate(), 0);
    edit({u"UPDATE uploads SET expires_at = 1000"_s});
    restart();
    QCOMPARE(entries(u"files"_s), 0);
    QVERIFY(sendPart(id, "abc").error(u"message"_s).contains(u"'expired'"_s));
}

void TestUploadLife::filesOfTheFirstSchemaStay()
{
    const QByteArray file =
        idOf(postForm(url, "/v1/files", {{"purpose", "evals", {}}, {"file", "from before", "a.txt"}}));
    QCOMPARE(m_server->terminate(), 0);
    edit(withoutStores());
    edit({u"DROP TABLE batch_waiting"_s, u"DROP TABLE batch_work"_s, u"DROP TABLE batches"_s,
          u"DROP TABLE eval_work"_s, u"DROP TABLE eval_items"_s, u"DROP TABLE eval_runs"_s,
          u"DROP TABLE evals"_s, u"ALTER TABLE files DROP COLUMN archived"_s, u"DROP TABLE upload_parts"_s,
          u"DROP TABLE uploads"_s, u"ALTER TABLE files DROP COLUMN pieces"_s, u"PRAGMA user_version = 1"_s});
    restart();
    QCOMPARE(content(file).body, QByteArray("from before"));
    const QByteArray id = create(1);
    QCOMPARE(complete(id, {part(id, "x")}).status, 200);
    QCOMPARE(files().size(), 2);
}

void TestUploadLife::memoryStaysFlat()
{
#ifdef ODC_SANITIZED
    QSKIP("a sanitizer holds on to what was freed");
#endif
    QVERIFY(!create(1).isEmpty());
    if (m_server->residentKiB() == 0)
        QSKIP("this system does not tell a process's memory");
    const qint64 before = m_server->residentKiB();
    const QByteArray piece(32 * 1024 * 1024, 'x');
    const QByteArray id = create(3 * piece.size());
    QByteArrayList parts;
    for (int i = 0; i < 3; ++i)
        parts.append(part(id, piece));
    const QByteArray file = fileIdOf(complete(id, parts));
    QCOMPARE(content(file).body.size(), 3 * piece.size());
    QCOMPARE_LT(m_server->peakResidentKiB() - before, 24 * 1024);
}

QTEST_GUILESS_MAIN(TestUploadLife)
#include "tst_localserver_uploadlife.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The program itself: its line, its flags, what it survives and what it refuses.
#include "support/rawhttp.h"
#include "support/serverprocess.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace odc::test;

class TestServerProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsOneLineAndEndsOnSigterm();
    void refusesBadArguments_data();
    void refusesBadArguments();
    void refusesAPortInUse();
    void refusesAFolderInUse();
    void readOnlyServersShareAFolder();
    void refusesADamagedDatabase();
    void refusesADatabaseFromTheFuture();
    void refusesAFolderThatCannotBeWritten();
    void readOnlyNeedsData();
    void filesSurviveARestart();
    void archiveOnReadOnlyMediaIsServed();
    void nothingExpiresInAnArchive();
    void killDuringAnUploadLeavesNothing();
    void clientThatHangsUpLeavesNothing();
    void memoryStaysFlat();

private:
    static QByteArray createFile(const ServerProcess &server, const QByteArray &bytes)
    {
        const RawReply reply =
            postForm(server.url(), "/v1/files", {{"purpose", "evals", {}}, {"file", bytes, "a.jsonl"}});
        return reply.json()[u"id"_s].toString().toUtf8();
    }
    static qsizetype listed(const ServerProcess &server)
    {
        return rawRequest(server.url(), "GET", "/v1/files").json()[u"data"_s].toArray().size();
    }
    static QByteArray uploadHead(qint64 length)
    {
        return "POST /v1/files HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k\r\n"
               "Content-Type: multipart/form-data; boundary=B\r\nContent-Length: " +
               QByteArray::number(length) +
               "\r\n\r\n--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jsonl\"\r\n\r\n";
    }
    static qsizetype entries(const QString &folder)
    {
        return QDir(folder).entryList(QDir::Files | QDir::Hidden).size();
    }
};

void TestServerProcess::printsOneLineAndEndsOnSigterm()
{
    ServerProcess server;
    QVERIFY2(server.start(), qPrintable(server.errorText()));
    QCOMPARE(server.url().host(), u"127.0.0.1"_s);
    QCOMPARE(server.url().path(), u"/v1"_s);
    QCOMPARE(rawRequest(server.url(), "GET", "/_local/health").json()[u"status"_s].toString(), u"ok"_s);
    // An idle kept connection must not hold the server back.
    QTcpSocket idle;
    idle.connectToHost(u"127.0.0.1"_s, quint16(server.url().port()));
    QVERIFY(idle.waitForConnected());
    QCOMPARE(server.terminate(), 0);
    QCOMPARE(server.output(), server.url().toEncoded() + '\n');
    QCOMPARE(server.errorText(), QString());
}

void TestServerProcess::refusesBadArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("port") << QStringList{u"--port"_s, u"x"_s};
    QTest::newRow("port too high") << QStringList{u"--port"_s, u"65536"_s};
    QTest::newRow("scale") << QStringList{u"--time-scale"_s, u"fast"_s};
    QTest::newRow("scale below zero") << QStringList{u"--time-scale=-1"_s};
    QTest::newRow("seed") << QStringList{u"--seed"_s, u"huge"_s};
    QTest::newRow("count") << QStringList{u"--seed-count"_s, u"0"_s};
    QTest::newRow("batch lines") << QStringList{u"--seed-batch-lines"_s, u"50001"_s};
    QTest::newRow("upstream") << QStringList{u"--upstream"_s, u"ftp://x"_s};
    QTest::newRow("seeding an archive") << QStringList{u"--read-only"_s, u"--seed"_s, u"sample"_s};
    QTest::newRow("unknown option") << QStringList{u"--nonsense"_s};
    QTest::newRow("stray word") << QStringList{u"start"_s};
}

void TestServerProcess::refusesBadArguments()
{
    QFETCH(QStringList, arguments);
    ServerProcess server;
    QVERIFY(!server.start(arguments));
    QVERIFY(!server.isRunning());
    QVERIFY(!server.errorText().isEmpty());
    QVERIFY(server.output().isEmpty());
}

void TestServerProcess::refusesAPortInUse()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    ServerProcess server;
    QVERIFY(!server.start({u"--port"_s, QString::number(other.serverPort())}));
    const QString error = server.errorText();
    QVERIFY2(error.contains(QString::number(other.serverPort())) && error.contains(u"in use"_s),
             qPrintable(error));

    // Nor may two of our own share one, as SO_REUSEPORT would let them.
    ServerProcess first;
    QVERIFY(first.start());
    QVERIFY(!server.start({u"--port"_s, QString::number(first.url().port())}));
}

void TestServerProcess::refusesAFolderInUse()
{
    ServerProcess first;
    QVERIFY(first.start());
    ServerProcess second;
    second.setDataDir(first.dataDir());
    QVERIFY(!second.start());
    QString error = second.errorText();
    QVERIFY2(error.contains(u"in use by another server"_s), qPrintable(error));
    QVERIFY(!second.start({u"--read-only"_s}));
    // Killed, not ended: the lock must not outlive the process.
    first.kill();
    QVERIFY2(second.start(), qPrintable(second.errorText()));
}

void TestServerProcess::readOnlyServersShareAFolder()
{
    ServerProcess first;
    QVERIFY(first.start({u"--seed"_s, u"large"_s, u"--seed-count"_s, u"5"_s}));
    QCOMPARE(first.terminate(), 0);
    QVERIFY(first.start({u"--read-only"_s}));
    ServerProcess second;
    second.setDataDir(first.dataDir());
    QVERIFY2(second.start({u"--read-only"_s}), qPrintable(second.errorText()));
    QCOMPARE(listed(first), 5);
    QCOMPARE(listed(second), 5);
    ServerProcess writer;
    writer.setDataDir(first.dataDir());
    QVERIFY(!writer.start());
}

void TestServerProcess::refusesADamagedDatabase()
{
    ServerProcess server;
    QVERIFY(QDir().mkpath(server.dataDir()));
    QFile file(server.dataDir() + u"/store.sqlite"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray junk(20'000, 'x');
    file.write(junk);
    file.close();
    QVERIFY(!server.start());
    const QString error = server.errorText();
    QVERIFY2(error.contains(file.fileName()) && error.contains(u"move it away"_s), qPrintable(error));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), junk); // what is damaged may still be rescued by hand
}

void TestServerProcess::refusesADatabaseFromTheFuture()
{
    ServerProcess server;
    QVERIFY(server.start());
    QCOMPARE(server.terminate(), 0);
    QFile file(server.dataDir() + u"/store.sqlite"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(60); // user_version in the header of a SQLite file
    file.write(QByteArray("\0\0\x03\xe7", 4));
    file.close();
    QVERIFY(!server.start());
    QVERIFY(server.errorText().contains(u"newer version"_s));
}

void TestServerProcess::refusesAFolderThatCannotBeWritten()
{
    ServerProcess server;
    // A file where the folder should be stops root as well.
    QFile file(server.dataDir());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QVERIFY(!server.start());
    QVERIFY(server.errorText().contains(server.dataDir()));
}

void TestServerProcess::readOnlyNeedsData()
{
    ServerProcess server;
    QVERIFY(!server.start({u"--read-only"_s}));
    QVERIFY(server.errorText().contains(u"no data"_s));
    QVERIFY(!QFile::exists(server.dataDir()));
}

void TestServerProcess::filesSurviveARestart()
{
    ServerProcess server;
    QVERIFY(server.start());
    const QByteArray first = createFile(server, "first");
    QCOMPARE(server.terminate(), 0);
    QVERIFY(server.start());
    const QByteArray second = createFile(server, "second");
    server.kill(); // what was answered is stored, whatever happens next
    QVERIFY(server.start());
    QCOMPARE(listed(server), 2);
    QCOMPARE(rawRequest(server.url(), "GET", "/v1/files/" + first + "/content").body, QByteArray("first"));
    QCOMPARE(rawRequest(server.url(), "GET", "/v1/files/" + second + "/content").body, QByteArray("second"));
}

void TestServerProcess::archiveOnReadOnlyMediaIsServed()
{
    if (::geteuid() == 0)
        QSKIP("root may write anywhere");
    ServerProcess server;
    QVERIFY(server.start());
    const QByteArray id = createFile(server, "kept");
    QCOMPARE(server.terminate(), 0);
    const QByteArray folder = QFile::encodeName(server.dataDir());
    QCOMPARE(::chmod(folder.constData(), 0555), 0);
    const bool started = server.start({u"--read-only"_s});
    const QByteArray body = rawRequest(server.url(), "GET", "/v1/files/" + id + "/content").body;
    ::chmod(folder.constData(), 0755);
    QVERIFY2(started, qPrintable(server.errorText()));
    QCOMPARE(body, QByteArray("kept"));
}

void TestServerProcess::nothingExpiresInAnArchive()
{
    ServerProcess server;
    QVERIFY(server.start({u"--seed"_s, u"large"_s, u"--seed-count"_s, u"12"_s}));
    QCOMPARE(server.terminate(), 0);
    // Six kinds of files are seeded, and those for batches expire: move the whole archive into the past.
    {
        QFile::copy(server.dataDir() + u"/store.sqlite"_s, server.dataDir() + u"/before"_s);
        QProcess sqlite;
        sqlite.start(u"sqlite3"_s, {server.dataDir() + u"/store.sqlite"_s,
                                    u"UPDATE files SET expires_at = 1000 WHERE expires_at IS NOT NULL"_s});
        if (!sqlite.waitForStarted())
            QSKIP("the sqlite3 program is not installed");
        QVERIFY(sqlite.waitForFinished());
    }
    QVERIFY(server.start({u"--read-only"_s}));
    QCOMPARE(listed(server), 12);
    QCOMPARE(server.terminate(), 0);
    QVERIFY(server.start());
    QCOMPARE(listed(server), 10);
    QCOMPARE(entries(server.dataDir() + u"/files"_s), 10);
}

void TestServerProcess::killDuringAnUploadLeavesNothing()
{
    ServerProcess server;
    QVERIFY(server.start());
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(server.url().port()));
    QVERIFY(socket.waitForConnected());
    socket.write(uploadHead(50'000'000) + QByteArray(4'000'000, 'x'));
    const QString temporary = server.dataDir() + u"/tmp"_s;
    QTRY_COMPARE(entries(temporary), 1);
    server.kill();
    QCOMPARE(entries(temporary), 1);
    QVERIFY(server.start());
    QCOMPARE(entries(temporary), 0);
    QCOMPARE(entries(server.dataDir() + u"/files"_s), 0);
    QCOMPARE(listed(server), 0);
}

void TestServerProcess::clientThatHangsUpLeavesNothing()
{
    ServerProcess server;
    QVERIFY(server.start());
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(server.url().port()));
    QVERIFY(socket.waitForConnected());
    socket.write(uploadHead(50'000'000) + QByteArray(4'000'000, 'x'));
    const QString temporary = server.dataDir() + u"/tmp"_s;
    QTRY_COMPARE(entries(temporary), 1);
    socket.abort();
    QTRY_COMPARE(entries(temporary), 0);
    QCOMPARE(listed(server), 0);
    const QJsonObject entry = server.log().first().toObject();
    QCOMPARE(entry[u"status"_s].toInt(), 499);
    QCOMPARE_GE(entry[u"body_bytes"_s].toInt(), 1);
}

void TestServerProcess::memoryStaysFlat()
{
    ServerProcess server;
    QVERIFY(server.start());
    QVERIFY(!createFile(server, "warm up").isEmpty());
    if (server.residentKiB() == 0)
        QSKIP("this system does not tell a process's memory");
    const qint64 before = server.residentKiB();

    const QByteArray block(1024 * 1024, 'x');
    constexpr int blocks = 128;
    const QByteArray tail =
        "\r\n--B\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nevals\r\n--B--\r\n";
    const QByteArray head = uploadHead(0);
    const qsizetype partHead = head.size() - head.indexOf("--B\r\n");
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(server.url().port()));
    QVERIFY(socket.waitForConnected());
    socket.write(uploadHead(partHead + blocks * block.size() + tail.size()));
    for (int i = 0; i < blocks; ++i) {
        socket.write(block);
        QVERIFY(socket.waitForBytesWritten(20'000));
    }
    socket.write(tail);
    QByteArray reply;
    while (!reply.endsWith('}') && socket.waitForReadyRead(20'000))
        reply += socket.readAll();
    QVERIFY2(reply.startsWith("HTTP/1.1 200"), reply.constData());
    const QByteArray id = reply.mid(reply.indexOf("file-"), 27);
    QCOMPARE(rawRequest(server.url(), "GET", "/v1/files/" + id + "/content").body.size(),
             blocks * block.size());
    QCOMPARE_LT(server.peakResidentKiB() - before, 32 * 1024);
}

QTEST_GUILESS_MAIN(TestServerProcess)
#include "tst_localserver_process.moc"

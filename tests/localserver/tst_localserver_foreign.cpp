// SPDX-License-Identifier: GPL-3.0-or-later
// A data folder that came from somebody else, a copy of an archive for one: whatever its database, its
// journal and its links say, nothing outside of it is read, written or removed.
#include "evalclient.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QtEndian>

using namespace odc::test;
using odc::server::LocalServer;

class TestLocalServerForeign : public QObject, private EvalClient
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_server.stop(); }

    void namesDoNotLeadOut_data();
    void namesDoNotLeadOut();
    void partsDoNotLeadOut();
    void linkedFoldersAreLeftAlone_data();
    void linkedFoldersAreLeftAlone();
    void aJournalThatNamesAnotherFileIsNotPlayed();
    void ourOwnJournalIs();

private:
    /** Statements, run in the folder's database while no server is on it. */
    void meddle(const QStringList &statements);
    QString victim() const { return m_outside.filePath(u"letter.txt"_s); }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }
    QString startError(bool readOnly = false);
    /** A journal with nothing to play back; with \p other as the journal that it belongs to. */
    void writeJournal(const QByteArray &other);

    QTemporaryDir m_outside;
};

void TestLocalServerForeign::init()
{
    QDir(m_dir.path()).removeRecursively();
    QVERIFY(QDir().mkpath(m_dir.path()));
    QFile file(victim());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("dear friend");
    file.close();
    start([](LocalServer::Options &options) { options.archiving = true; });
    QCOMPARE(send("PUT", "/_local/objects/files", R"({"data":[{"id":"file-1","purpose":"evals"}]})").status,
             200);
    QCOMPARE(send("PUT", "/_local/files/file-1/content", "whole").status, 200);
    m_server.stop();
}

void TestLocalServerForeign::meddle(const QStringList &statements)
{
    const QString name = u"meddler"_s;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(m_dir.filePath(u"store.sqlite"_s));
        QVERIFY(database.open());
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
        }
    }
    QSqlDatabase::removeDatabase(name);
}

QString TestLocalServerForeign::startError(bool readOnly)
{
    LocalServer::Options options;
    options.dataDir = m_dir.path();
    options.readOnly = readOnly;
    QString error;
    return m_server.start(options, &error) ? QString() : error;
}

void TestLocalServerForeign::namesDoNotLeadOut_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("pieces");
    const QString up = QDir(m_dir.filePath(u"files"_s)).relativeFilePath(victim());
    QTest::newRow("pieces") << u"file-2"_s << uR"([["%1",11]])"_s.arg(up);
    QTest::newRow("from the root") << u"file-2"_s << uR"([["../../../../../../..%1",11]])"_s.arg(victim());
    QTest::newRow("the id itself") << up << QString();
}

void TestLocalServerForeign::namesDoNotLeadOut()
{
    QFETCH(QString, id);
    QFETCH(QString, pieces);
    const QString row =
        u"INSERT INTO files (id, created_at, expires_at, ready_at_ms, purpose, object, pieces) "
        "VALUES ('%1', 1, %2, 0, 'evals', '{\"id\":\"%1\",\"purpose\":\"evals\"}', %3)"_s;
    const QString value = pieces.isNull() ? u"NULL"_s : u'\'' + pieces + u'\'';
    meddle({row.arg(id, u"NULL"_s, value)});
    start();
    const QByteArray target = "/v1/files/" + QUrl::toPercentEncoding(id);
    QVERIFY(!get(target + "/content").body.contains("dear friend"));
    QCOMPARE(send("DELETE", target).status, 200);
    QCOMPARE(contentOf(victim()), QByteArray("dear friend"));

    // One that expired is removed at the start.
    m_server.stop();
    meddle({row.arg(id, u"2"_s, value)});
    start();
    QCOMPARE(get(target).status, 404);
    QCOMPARE(contentOf(victim()), QByteArray("dear friend"));
    QCOMPARE(get("/v1/files/file-1/content").body, QByteArray("whole"));
}

void TestLocalServerForeign::partsDoNotLeadOut()
{
    const QString up = QDir(m_dir.filePath(u"files"_s)).relativeFilePath(victim());
    meddle({u"INSERT INTO uploads (id, status, created_at, expires_at, bytes, filename, purpose, mime_type) "
            "VALUES ('upload_1', 'pending', 1, 2, 11, 'a', 'evals', 'text/plain')"_s,
            u"INSERT INTO upload_parts (id, upload_id, created_at, bytes) VALUES ('%1', 'upload_1', 1, 11)"_s
                .arg(up)});
    start();
    QCOMPARE(contentOf(victim()), QByteArray("dear friend"));
}

void TestLocalServerForeign::linkedFoldersAreLeftAlone_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("files") << u"files"_s;
    QTest::newRow("tmp") << u"tmp"_s;
}

void TestLocalServerForeign::linkedFoldersAreLeftAlone()
{
    QFETCH(QString, folder);
    QVERIFY(QDir(m_dir.filePath(folder)).removeRecursively());
    QVERIFY(QFile::link(m_outside.path(), m_dir.filePath(folder)));
    QVERIFY2(startError().contains(u"is a link"_s), qPrintable(startError()));
    QCOMPARE(contentOf(victim()), QByteArray("dear friend"));
}

void TestLocalServerForeign::writeJournal(const QByteArray &other)
{
    const auto number = [](quint32 value) {
        QByteArray bytes(4, Qt::Uninitialized);
        qToBigEndian(value, bytes.data());
        return bytes;
    };
    const QByteArray mark = QByteArray::fromHex("d9d505f920a163d7");
    const QByteArray header = contentOf(m_dir.filePath(u"store.sqlite"_s)).left(100);
    const quint32 pageSize = qFromBigEndian<quint16>(header.constData() + 16);
    QByteArray journal = mark + number(0) + number(0) + header.mid(28, 4) + number(512) + number(pageSize);
    journal.append(512 - journal.size(), '\0');
    if (!other.isEmpty()) {
        quint32 sum = 0;
        for (const char c : other)
            sum += quint8(c);
        journal +=
            number(0x40000000 / pageSize + 1) + other + number(quint32(other.size())) + number(sum) + mark;
    }
    QFile file(m_dir.filePath(u"store.sqlite-journal"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(journal);
}

void TestLocalServerForeign::aJournalThatNamesAnotherFileIsNotPlayed()
{
    writeJournal(QFile::encodeName(victim()));
    QVERIFY2(startError().contains(u"another database"_s), qPrintable(startError()));
    QVERIFY(!startError(true).isEmpty());
    QCOMPARE(contentOf(victim()), QByteArray("dear friend"));
}

void TestLocalServerForeign::ourOwnJournalIs()
{
    writeJournal({});
    start();
    QCOMPARE(get("/v1/files/file-1/content").body, QByteArray("whole"));
}

QTEST_GUILESS_MAIN(TestLocalServerForeign)
#include "tst_localserver_foreign.moc"

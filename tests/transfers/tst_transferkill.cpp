// SPDX-License-Identifier: GPL-3.0-or-later
// A transfer whose program dies, at every change of its journal and at random moments, and is started again: the file
// arrives whole, once, and no finished part is sent twice.
#include "support/faultproxy.h"
#include "support/serverprocess.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace odc::test;
using namespace Qt::StringLiterals;

class TestTransferKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void atEveryMomentOfTheJournal_data();
    void atEveryMomentOfTheJournal();
    void atRandomMoments_data();
    void atRandomMoments();

private:
    struct Run
    {
        bool killed = false;
        QJsonObject record; ///< of the one transfer, when the program ended by itself
    };
    /// The program from its start to its end; `killAfterMs` >= 0: or to its violent one.
    Run run(int dieAt, int killAfterMs = -1);
    void arrived(const QJsonObject &record, int kills);
    static void write(const QString &path, qint64 size);
    static QByteArray digestOf(const QString &path);
    QJsonArray filesAtServer() const;

    ServerProcess m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<QTemporaryDir> m_folder;
    QStringList m_arguments;
    QString m_source;  ///< an upload's file, or what a download is to equal
    QString m_target;  ///< of a download
    QString m_fileId;  ///< of a download
    int m_parts = 0;   ///< of an upload
};

void TestTransferKill::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.errorText()));
    m_proxy = std::make_unique<FaultProxy>(m_server.url());
}

void TestTransferKill::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_source = m_folder->filePath(u"source.bin"_s);
    m_target = m_folder->filePath(u"target.bin"_s);
    m_fileId.clear();
    m_proxy->clearSeen();
}

void TestTransferKill::cleanup()
{
    const QJsonArray files = filesAtServer();
    for (const QJsonValue &file : files)
        rawRequest(m_server.url(), "DELETE", "/v1/files/" + file[u"id"_s].toString().toLatin1());
}

QJsonArray TestTransferKill::filesAtServer() const
{
    return rawRequest(m_server.url(), "GET", "/v1/files").json()[u"data"_s].toArray();
}

void TestTransferKill::write(const QString &path, qint64 size)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(path));
    QRandomGenerator random(42);
    QByteArray block(1024 * 1024, Qt::Uninitialized);
    for (qint64 left = size; left > 0; left -= block.size()) {
        random.fillRange(reinterpret_cast<quint32 *>(block.data()), block.size() / 4);
        file.write(block.left(left));
    }
}

QByteArray TestTransferKill::digestOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result().toHex() : QByteArray();
}

TestTransferKill::Run TestTransferKill::run(int dieAt, int killAfterMs)
{
    QProcess worker;
    worker.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QStringList arguments = m_arguments;
    arguments << u"--url"_s << m_proxy->url().toString() << u"--journal"_s << m_folder->filePath(u"journal"_s);
    if (dieAt > 0)
        arguments << u"--die-at"_s << QString::number(dieAt);
    worker.start(QStringLiteral(ODC_TRANSFER_WORKER), arguments);
    if (!worker.waitForStarted())
        qFatal("%s", qPrintable(worker.errorString()));
    if (killAfterMs >= 0 && !worker.waitForFinished(killAfterMs))
        worker.kill();
    if (worker.state() != QProcess::NotRunning && !worker.waitForFinished(60'000)) {
        worker.kill();
        worker.waitForFinished();
        qWarning("the worker hung");
        return {};
    }
    if (worker.exitStatus() == QProcess::CrashExit)
        return {true, {}};
    return {false, QJsonDocument::fromJson(worker.readAllStandardOutput()).object()};
}

void TestTransferKill::arrived(const QJsonObject &record, int kills)
{
    QCOMPARE(record[u"state"_s].toString(), u"completed"_s);
    if (!m_fileId.isEmpty()) {
        QCOMPARE(digestOf(m_target), digestOf(m_source));
        QCOMPARE(QDir(m_folder->path()).entryList({u"target*"_s}, QDir::Files), QStringList{u"target.bin"_s}); // no part is left
        return;
    }
    const QJsonArray files = filesAtServer();
    QCOMPARE(files.size(), 1);
    QCOMPARE(files.first()[u"id"_s].toString(), record[u"file_id"_s].toString());
    const QByteArray content =
        rawRequest(m_server.url(), "GET", "/v1/files/" + record[u"file_id"_s].toString().toLatin1() + "/content").body;
    QCOMPARE(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex(), digestOf(m_source));
    if (m_parts > 0) {
        // Four parts are in flight at most; those, and no other, may go out again after a kill.
        const int sent = m_proxy->count("POST", "/parts");
        QVERIFY2(sent <= m_parts + 4 * kills, qPrintable(u"%1 parts were sent"_s.arg(sent)));
    }
}

void TestTransferKill::atEveryMomentOfTheJournal_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("upload in parts") << u"parts"_s;
    QTest::newRow("upload in one request") << u"single"_s;
    QTest::newRow("download") << u"download"_s;
}

void TestTransferKill::atEveryMomentOfTheJournal()
{
    QFETCH(QString, what);
    constexpr qint64 mebibyte = 1024 * 1024;
    const auto prepare = [&] {
        init();
        m_parts = 0;
        if (what == "parts"_L1) {
            write(m_source, 33 * mebibyte);
            m_parts = 5; // of 8 MiB
            m_arguments = {u"--upload"_s, m_source, u"--parts-from"_s, u"1000"_s};
        } else if (what == "single"_L1) {
            write(m_source, 2 * mebibyte);
            m_arguments = {u"--upload"_s, m_source};
        } else {
            write(m_source, 5 * mebibyte);
            QFile file(m_source);
            QVERIFY(file.open(QIODevice::ReadOnly));
            m_fileId = postForm(m_server.url(), "/v1/files", {{"purpose", "evals", {}}, {"file", file.readAll(), "s.bin"}})
                           .json()[u"id"_s]
                           .toString();
            m_arguments = {u"--download"_s, m_fileId, u"--size"_s, QString::number(5 * mebibyte), u"--to"_s, m_target};
        }
    };
    prepare();
    const Run whole = run(0);
    arrived(whole.record, 0);
    const int moments = whole.record[u"moments"_s].toInt();
    QVERIFY2(moments >= 4, qPrintable(QString::number(moments)));
    for (int moment = 1; moment <= moments + 2; ++moment) {
        cleanup();
        prepare();
        const Run first = run(moment);
        if (!first.killed)
            continue; // fewer changes were written together this time
        const Run second = run(0);
        QVERIFY(!second.killed);
        if (what == "single"_L1 && second.record[u"state"_s].toString() == "unknown"_L1) {
            // It was out when the program died, and it is there: the person is asked, and nothing was sent again.
            QCOMPARE(second.record[u"candidates"_s].toArray().size(), 1);
            QCOMPARE(filesAtServer().size(), 1);
            continue;
        }
        arrived(second.record, 1);
        if (QTest::currentTestFailed()) {
            qWarning("killed at moment %d of %d", moment, moments);
            return;
        }
    }
}

void TestTransferKill::atRandomMoments_data()
{
    atEveryMomentOfTheJournal_data();
}

void TestTransferKill::atRandomMoments()
{
    QFETCH(QString, what);
    if (what == "single"_L1)
        return; // every moment that matters is one of the journal's
    constexpr qint64 mebibyte = 1024 * 1024;
    QRandomGenerator random = QRandomGenerator::securelySeeded();
    const quint32 seed = random.generate();
    random.seed(seed);
    int kills = 0;
    int transfers = 0;
    // 50 kills in all, several of them often in one transfer.
    while (kills < 25) {
        cleanup();
        init();
        m_parts = 0;
        write(m_source, 25 * mebibyte);
        if (what == "parts"_L1) {
            m_parts = 4;
            m_arguments = {u"--upload"_s, m_source, u"--parts-from"_s, u"1000"_s};
        } else {
            QFile file(m_source);
            QVERIFY(file.open(QIODevice::ReadOnly));
            m_fileId = postForm(m_server.url(), "/v1/files", {{"purpose", "evals", {}}, {"file", file.readAll(), "s.bin"}})
                           .json()[u"id"_s]
                           .toString();
            m_arguments = {u"--download"_s, m_fileId, u"--size"_s, QString::number(25 * mebibyte), u"--to"_s, m_target};
        }
        int ofThis = 0;
        Run last;
        do {
            last = run(0, random.bounded(20, 300));
            ofThis += last.killed;
        } while (last.killed && ofThis < 6);
        if (last.killed)
            last = run(0);
        arrived(last.record, ofThis);
        if (QTest::currentTestFailed()) {
            qWarning("seed %u, transfer %d, %d kills", seed, transfers, ofThis);
            return;
        }
        kills += ofThis;
        ++transfers;
    }
}

QTEST_GUILESS_MAIN(TestTransferKill)
#include "tst_transferkill.moc"

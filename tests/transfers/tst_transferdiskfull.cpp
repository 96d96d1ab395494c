// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that is full, at every change of the journal and in the middle of a download: the transfer says so, what arrived
// stays, and once there is room it goes on from there. The disk is a limit on the size of the program's files, which
// refuses writes as a full disk does and needs no rights.
#include "support/faultproxy.h"
#include "support/serverprocess.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

} // namespace

class TestTransferDiskFull : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void aDownloadKeepsWhatArrived();
    void atEveryMomentOfTheJournal_data();
    void atEveryMomentOfTheJournal();

private:
    /// The one transfer, as it was when the disk was full, and as it was in the end.
    struct Outcome
    {
        QJsonObject full;
        QJsonObject last;
    };
    Outcome run(const QStringList &arguments);
    QString source(qint64 size);
    QString stored();
    QJsonArray filesAtServer() const;
    static QByteArray read(const QString &path);

    ServerProcess m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestTransferDiskFull::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.errorText()));
    m_proxy = std::make_unique<FaultProxy>(m_server.url());
}

void TestTransferDiskFull::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_proxy->clearSeen();
    m_server.clearLog();
}

void TestTransferDiskFull::cleanup()
{
    const QJsonArray files = filesAtServer();
    for (const QJsonValue &file : files)
        rawRequest(m_server.url(), "DELETE", "/v1/files/" + file[u"id"_s].toString().toLatin1());
}

QJsonArray TestTransferDiskFull::filesAtServer() const
{
    return rawRequest(m_server.url(), "GET", "/v1/files").json()[u"data"_s].toArray();
}

QByteArray TestTransferDiskFull::read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString TestTransferDiskFull::source(qint64 size)
{
    const QString path = m_folder->filePath(u"source.bin"_s);
    QByteArray content(size, Qt::Uninitialized);
    for (qint64 i = 0; i < size; ++i)
        content[i] = char(i % 251);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != size)
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

QString TestTransferDiskFull::stored()
{
    return postForm(m_server.url(), "/v1/files", {{"purpose", "evals", {}}, {"file", read(source(5 * mebibyte)), "s.bin"}})
        .json()[u"id"_s]
        .toString();
}

TestTransferDiskFull::Outcome TestTransferDiskFull::run(const QStringList &arguments)
{
    QProcess worker;
    worker.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    worker.start(QStringLiteral(ODC_TRANSFER_WORKER),
                 arguments + QStringList{u"--url"_s, m_proxy->url().toString(), u"--journal"_s, m_folder->filePath(u"journal"_s)});
    if (!worker.waitForFinished(60'000) || worker.exitStatus() != QProcess::NormalExit) {
        worker.kill();
        worker.waitForFinished();
        qWarning("the worker hung or crashed");
        return {};
    }
    const QList<QByteArray> lines = worker.readAllStandardOutput().trimmed().split('\n');
    return {QJsonDocument::fromJson(lines.first()).object(), QJsonDocument::fromJson(lines.last()).object()};
}

void TestTransferDiskFull::aDownloadKeepsWhatArrived()
{
    const QString id = stored();
    const QString target = m_folder->filePath(u"target.bin"_s);
    const Outcome outcome = run({u"--download"_s, id, u"--size"_s, QString::number(5 * mebibyte), u"--to"_s, target, u"--largest"_s,
                                 QString::number(2 * mebibyte)});
    QCOMPARE(outcome.full[u"state"_s].toString(), u"failed"_s);
    const QString reason = outcome.full[u"error"_s][u"message"_s].toString();
    QVERIFY2(reason.contains(u"target.bin.part"_s), qPrintable(reason));
    const qint64 kept = outcome.full[u"safe_bytes"_s].toInteger();
    QVERIFY2(kept > mebibyte && kept <= 2 * mebibyte, qPrintable(QString::number(kept)));

    QCOMPARE(outcome.last[u"state"_s].toString(), u"completed"_s);
    QVERIFY(read(target) == read(m_folder->filePath(u"source.bin"_s)));
    QCOMPARE(QDir(m_folder->path()).entryList({u"target*"_s}, QDir::Files), QStringList{u"target.bin"_s}); // no part is left
    QCOMPARE(m_proxy->count("GET", "/content"), 2);
    const QJsonArray log = m_server.log();
    QVERIFY(std::any_of(log.cbegin(), log.cend(), [](const QJsonValue &entry) { return entry[u"status"_s].toInt() == 206; })); // only the rest came
}

void TestTransferDiskFull::atEveryMomentOfTheJournal_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("upload in parts") << u"parts"_s;
    QTest::newRow("upload in one request") << u"single"_s;
    QTest::newRow("download") << u"download"_s;
}

void TestTransferDiskFull::atEveryMomentOfTheJournal()
{
    QFETCH(QString, what);
    const bool download = what == "download"_L1;
    QStringList arguments;
    const auto prepare = [&] {
        cleanup();
        init();
        if (download)
            arguments = {u"--download"_s, stored(), u"--size"_s, QString::number(5 * mebibyte), u"--to"_s, m_folder->filePath(u"target.bin"_s)};
        else if (what == "parts"_L1)
            arguments = {u"--upload"_s, source(17 * mebibyte), u"--parts-from"_s, u"1000"_s};
        else
            arguments = {u"--upload"_s, source(2 * mebibyte)};
    };
    prepare();
    const int moments = run(arguments).last[u"moments"_s].toInt();
    QVERIFY2(moments >= 4, qPrintable(QString::number(moments)));
    int failed = 0;
    for (int moment = 1; moment <= moments; ++moment) {
        const auto context = [&](const Outcome &outcome) {
            return u"moment %1: %2 … %3"_s.arg(moment)
                .arg(QString::fromUtf8(QJsonDocument(outcome.full).toJson()), QString::fromUtf8(QJsonDocument(outcome.last).toJson()));
        };
        prepare();
        const Outcome outcome = run(arguments + QStringList{u"--full-from"_s, QString::number(moment)});
        if (outcome.full[u"state"_s] != u"completed"_s) {
            ++failed;
            QVERIFY2(outcome.full[u"state"_s] == u"failed"_s, qPrintable(context(outcome)));
            QVERIFY2(!outcome.full[u"error"_s][u"message"_s].toString().isEmpty(), qPrintable(context(outcome)));
        }
        QVERIFY2(outcome.last[u"state"_s] == u"completed"_s, qPrintable(context(outcome)));
        // The next run knows what came of it, or asks; it never sends it a second time.
        const Outcome next = run(arguments);
        const QString state = next.last[u"state"_s].toString();
        QVERIFY2(state == "completed"_L1 || (what == "single"_L1 && state == "unknown"_L1), qPrintable(context(next)));
        QVERIFY2(filesAtServer().size() == 1, qPrintable(context(outcome) + context(next)));
        if (download) {
            QVERIFY(read(m_folder->filePath(u"target.bin"_s)) == read(m_folder->filePath(u"source.bin"_s)));
            QCOMPARE(QDir(m_folder->path()).entryList({u"target*"_s}, QDir::Files), QStringList{u"target.bin"_s});
        } else {
            const QByteArray fileId = filesAtServer().first()[u"id"_s].toString().toLatin1();
            QVERIFY(rawRequest(m_server.url(), "GET", "/v1/files/" + fileId + "/content").body == read(m_folder->filePath(u"source.bin"_s)));
        }
    }
    QVERIFY(failed > 0);
}

QTEST_GUILESS_MAIN(TestTransferDiskFull)
#include "tst_transferdiskfull.moc"

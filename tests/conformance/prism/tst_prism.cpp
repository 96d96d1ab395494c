// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/connectiontest.h"
#include "api/session.h"
#include "base/clock.h"
#include "net/qnamtransport.h"
#include "net/requestqueue.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QVersionNumber>

#include <optional>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

class MemorySink final : public ContentSink
{
public:
    bool begin(qint64, qint64) override { return true; }
    bool write(const QByteArray &piece) override
    {
        bytes += piece;
        return true;
    }
    QString errorText() const override { return {}; }
    QByteArray bytes;
};

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Why there is no value; QVERIFY2 asks for it in any case.
template <typename T> QByteArray why(const Result<T> &result)
{
    return result ? QByteArray() : result.error().details().toUtf8();
}

/// Puts the pinned packages into the build tree, once. The reason when that fails.
QString installPackages(const QString &work)
{
    const QString source = QStringLiteral(ODC_PRISM_SOURCE);
    QDir().mkpath(work);
    const QByteArray lock = contents(source + u"/package-lock.json"_s);
    const QString marker = work + u"/node_modules/.installed-lock"_s;
    if (!lock.isEmpty() && contents(marker) == lock)
        return {};
    for (const QString &name : {u"/package.json"_s, u"/package-lock.json"_s, u"/.npmrc"_s}) {
        QFile::remove(work + name);
        if (!QFile::copy(source + name, work + name))
            return u"cannot write to "_s + work;
    }
    QProcess npm;
    npm.setWorkingDirectory(work);
    npm.setProcessChannelMode(QProcess::MergedChannels);
    npm.start(u"npm"_s, {u"ci"_s, u"--ignore-scripts"_s, u"--no-audit"_s, u"--no-fund"_s});
    if (!npm.waitForFinished(240'000) || npm.exitCode() != 0)
        return u"npm ci failed: "_s + QString::fromUtf8(npm.readAll().right(200));
    QFile file(marker);
    if (file.open(QIODevice::WriteOnly))
        file.write(lock);
    return {};
}

QVersionNumber nodeVersion(const QString &node)
{
    QProcess process;
    process.start(node, {u"-p"_s, u"process.versions.node"_s});
    process.waitForFinished();
    return QVersionNumber::fromString(QString::fromLatin1(process.readAllStandardOutput().trimmed()));
}

} // namespace

class TestPrism : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void listFiles_data();
    void listFiles();
    void createFile_data();
    void createFile();
    void retrieveFile();
    void deleteFile();
    void fileContent();
    void uploadInParts();
    void cancelUpload();
    void listModels();
    void theConnectionTestIsContent();
    void violationsAreNoticed();

private:
    QProcess m_prism;
    SystemClock m_clock;
    std::unique_ptr<Session> m_session;
    QTemporaryDir m_dir;
};

void TestPrism::initTestCase()
{
    const QString node = QStandardPaths::findExecutable(u"node"_s);
    if (node.isEmpty() || QStandardPaths::findExecutable(u"npm"_s).isEmpty())
        QSKIP("SKIPPED-TEST: node and npm are needed");
    if (nodeVersion(node) < QVersionNumber(20, 19)) // Prism's own packages need it; Debian 12 has 18
        QSKIP("SKIPPED-TEST: node is older than 20.19");
    const QString contract = qEnvironmentVariable("ODC_CONTRACT", QStringLiteral(ODC_CONTRACT_DEFAULT));
    if (!QFile::exists(contract))
        QSKIP("SKIPPED-TEST: the contract file is absent; set ODC_CONTRACT");
    const QString work = QStringLiteral(ODC_PRISM_WORK);
    if (const QString why = installPackages(work); !why.isEmpty())
        QSKIP(qPrintable(u"SKIPPED-TEST: "_s + why));

    m_prism.setProcessChannelMode(QProcess::MergedChannels);
    m_prism.start(node, {work + u"/node_modules/@stoplight/prism-cli/dist/index.js"_s, u"mock"_s, u"-h"_s,
                         u"127.0.0.1"_s, u"-p"_s, u"0"_s, QFileInfo(contract).canonicalFilePath()});
    QByteArray said;
    static const QRegularExpression listening(uR"(listening on (http://127\.0\.0\.1:\d+))"_s);
    QRegularExpressionMatch match;
    QTRY_VERIFY_WITH_TIMEOUT(
        (said += m_prism.readAll(), match = listening.match(QString::fromUtf8(said)), match.hasMatch()),
        60'000);

    RequestQueue::Options options;
    options.baseUrl = QUrl(match.captured(1)); // Prism leaves the contract's /v1 away
    options.credentials = {u"sk-prism-0123456789"_s, {}, u"org-1"_s, u"proj_1"_s};
    m_session = std::make_unique<Session>(
        std::make_unique<RequestQueue>(options,
                                       std::make_unique<QnamTransport>(TransportOptions{
                                           .proxyUrl = u"none"_s, .caFile = {}, .userAgent = {}}),
                                       m_clock, systemRandom()),
        m_clock);
    QFile file(m_dir.filePath(u"tickets.jsonl"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"custom_id\":\"r-1\"}\n");
}

void TestPrism::cleanupTestCase()
{
    m_session.reset();
    if (m_prism.state() == QProcess::NotRunning)
        return;
    m_prism.kill();
    m_prism.waitForFinished();
}

void TestPrism::listFiles_data()
{
    QTest::addColumn<FileListQuery>("query");
    QTest::newRow("plain") << FileListQuery{};
    QTest::newRow("all parameters") << FileListQuery{
        .purpose = u"batch"_s, .limit = 10'000, .order = u"asc"_s, .after = u"file-abc"_s};
}

void TestPrism::listFiles()
{
    QFETCH(FileListQuery, query);
    std::optional<Result<Page<FileObject>>> result;
    m_session->files().list(query, this, [&](auto r) { result = r; });
    QTRY_VERIFY(result);
    QVERIFY2(result->has_value(), why(*result).constData());
    QVERIFY(!(*result)->items.isEmpty());
    for (const FileObject &file : (*result)->items) {
        QVERIFY(!file.filename.isEmpty() && !file.purpose.isEmpty() && file.createdAt);
        QCOMPARE(file.toJson(), file.raw);
    }
}

void TestPrism::createFile_data()
{
    QTest::addColumn<std::optional<qint64>>("expires");
    QTest::newRow("for ever") << std::optional<qint64>();
    QTest::newRow("that expires") << std::optional<qint64>(3600);
}

void TestPrism::createFile()
{
    QFETCH(std::optional<qint64>, expires);
    for (const QString &purpose : filepurpose::uploadable()) {
        std::optional<Result<FileObject>> result;
        m_session->files().create({.path = m_dir.filePath(u"tickets.jsonl"_s),
                                   .filename = {},
                                   .purpose = purpose,
                                   .expiresAfterSeconds = expires},
                                  this, [&](auto r) { result = r; });
        QTRY_VERIFY(result);
        QVERIFY2(result->has_value(), why(*result).constData());
        QVERIFY(!(*result)->id.isEmpty());
    }
}

void TestPrism::retrieveFile()
{
    std::optional<Result<FileObject>> result;
    m_session->files().retrieve(u"file-abc123"_s, this, [&](auto r) { result = r; });
    QTRY_VERIFY(result);
    QVERIFY2(result->has_value(), why(*result).constData());
    QVERIFY((*result)->bytes > 0);
}

void TestPrism::deleteFile()
{
    std::optional<Result<bool>> result;
    m_session->files().remove(u"file-abc123"_s, this, [&](auto r) { result = r; });
    QTRY_VERIFY(result);
    QVERIFY2(result->has_value(), why(*result).constData());
    QVERIFY(**result);
}

void TestPrism::fileContent()
{
    const auto sink = std::make_shared<MemorySink>();
    std::optional<Result<qint64>> whole;
    m_session->files().content(u"file-abc123"_s, sink, this, [&](auto r) { whole = r; });
    QTRY_VERIFY(whole);
    QVERIFY2(whole->has_value(), why(*whole).constData());
    QCOMPARE(**whole, sink->bytes.size());
    QVERIFY(!sink->bytes.isEmpty());

    std::optional<Result<FilesApi::Head>> head;
    m_session->files().contentHead(u"file-abc123"_s, 3, this, [&](auto r) { head = r; });
    QTRY_VERIFY(head);
    QVERIFY2(head->has_value(), why(*head).constData());
    QCOMPARE((*head)->bytes, sink->bytes.left(3));
    QCOMPARE((*head)->complete, sink->bytes.size() <= 3);
}

void TestPrism::uploadInParts()
{
    for (const std::optional<qint64> expires : {std::optional<qint64>(), std::optional<qint64>(3600)}) {
        std::optional<Result<UploadObject>> made;
        m_session->uploads().create({.filename = u"tickets.jsonl"_s,
                                     .purpose = u"batch"_s,
                                     .bytes = 20,
                                     .mimeType = u"application/jsonl"_s,
                                     .expiresAfterSeconds = expires},
                                    this, [&](auto r) { made = r; });
        QTRY_VERIFY(made);
        QVERIFY2(made->has_value(), why(*made).constData());
        QVERIFY(!(*made)->id.isEmpty() && !(*made)->status.isEmpty() && (*made)->expiresAt);
    }
    std::optional<Result<UploadPart>> part;
    m_session->uploads().addPart(u"upload_abc"_s, {m_dir.filePath(u"tickets.jsonl"_s), 0, 10}, this, [&](auto r) { part = r; });
    QTRY_VERIFY(part);
    QVERIFY2(part->has_value(), why(*part).constData());
    QVERIFY(!(*part)->id.isEmpty());
    for (const QString &md5 : {QString(), u"0cc175b9c0f1b6a831c399e269772661"_s}) {
        std::optional<Result<UploadObject>> done;
        m_session->uploads().complete(u"upload_abc"_s, {u"part_1"_s, u"part_2"_s}, md5, this, [&](auto r) { done = r; });
        QTRY_VERIFY(done);
        QVERIFY2(done->has_value(), why(*done).constData());
        QVERIFY((*done)->file && !(*done)->file->id.isEmpty());
    }
}

void TestPrism::cancelUpload()
{
    std::optional<Result<UploadObject>> cancelled;
    m_session->uploads().cancel(u"upload_abc"_s, this, [&](auto r) { cancelled = r; });
    QTRY_VERIFY(cancelled);
    QVERIFY2(cancelled->has_value(), why(*cancelled).constData());
}

void TestPrism::listModels()
{
    std::optional<Result<Page<ModelObject>>> result;
    m_session->models().list(this, [&](auto r) { result = r; });
    QTRY_VERIFY(result);
    QVERIFY2(result->has_value(), why(*result).constData());
    QVERIFY(!(*result)->items.isEmpty());
    QVERIFY((*result)->items.constFirst().created);
}

void TestPrism::theConnectionTestIsContent()
{
    std::optional<ConnectionReport> report;
    testConnection(*m_session, this, [&](const ConnectionReport &r) { report = r; });
    QTRY_VERIFY(report);
    QVERIFY2(report->verdict == ConnectionReport::Verdict::Works && report->filesReadable,
             qPrintable(report->sentence()));
}

void TestPrism::violationsAreNoticed()
{
    // Without this, a mock that says yes to everything would pass all of the above.
    std::optional<Result<Page<FileObject>>> result;
    m_session->files().list({.purpose = {}, .limit = 1, .order = u"sideways"_s, .after = {}}, this,
                            [&](auto r) { result = r; });
    QTRY_VERIFY(result);
    QVERIFY(!result->has_value());
    QCOMPARE(result->error().httpStatus, 422);
    QCOMPARE(result->error().kind, ApiError::Kind::Invalid);
    QVERIFY(!result->error().message.isEmpty());
}

QTEST_GUILESS_MAIN(TestPrism)
#include "tst_prism.moc"

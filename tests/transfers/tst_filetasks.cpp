// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfers/filetasks.h"

#include "api/session.h"
#include "base/clock.h"
#include "net/qnamtransport.h"
#include "net/requestqueue.h"
#include "support/faultproxy.h"
#include "support/serverprocess.h"
#include "transfers/transferqueue.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using State = BulkItem::State;

/// The jobs of the Files page, on the wire, against the real local server with faults in front of it.
class TestFileTasks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void uploadsArrive();
    void anUploadThatIsRefusedSaysWhy();
    void anUploadThatVanishedFromTheDisk();
    void aLostReplyIsAQuestion_data();
    void aLostReplyIsAQuestion();
    void oldTwinsAreNotOffered();
    void aLostReplyNobodyCanLookUp();
    void stopEndsTheUploads();
    void aFileThatShrankIsOutAllTheSame();
    void aDestroyedQueueLeavesTheWire();

    void downloadsAreEqual();
    void downloadsOfOneNameAndOfBadNames();
    void aDownloadNeverReplacesAFile();
    void aDownloadToAChosenPath();
    void aFileThatAppearedIsNotReplaced_data();
    void aFileThatAppearedIsNotReplaced();
    void twoDownloadsToOnePathDoNotMeet();
    void aDownloadOfAnotherSizeIsNotGreen();
    void aFailedDownloadLosesNothing_data();
    void aFailedDownloadLosesNothing();
    void aDownloadIsTriedAgain();
    void stopRemovesTheParts();
    void anEmptyFileComesDown();
    void aFolderThatIsNotThere();

    void deletesAreDone();
    void whatIsGoneIsDone();
    void justTheFailedAreDeletedAgain();

private:
    static void finish(BulkJob &job);
    void openQueue(int mostFailures);
    /// Puts a file on the disk.
    UploadFilesJob::Source source(const QString &name, const QByteArray &content);
    /// Puts a file at the server, past the proxy.
    FileObject stored(const QString &name, const QByteArray &content);
    QJsonArray atServer() const;
    QStringList onDisk() const { return QDir(m_target).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
    QByteArray read(const QString &name) const;

    SystemClock m_clock;
    ServerProcess m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<TransferQueue> m_queue;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_target;
};

void TestFileTasks::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.errorText()));
    m_proxy = std::make_unique<FaultProxy>(m_server.url());
    RequestQueue::Options options;
    options.baseUrl = m_proxy->url();
    options.credentials.apiKey = u"sk-test"_s;
    TransportOptions transport;
    transport.proxyUrl = u"none"_s;
    m_session = std::make_unique<Session>(
        std::make_unique<RequestQueue>(options, std::make_unique<QnamTransport>(transport), m_clock,
                                       [] { return 1.0; }),
        m_clock);
}

void TestFileTasks::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_target = m_folder->filePath(u"target"_s);
    QVERIFY(QDir().mkpath(m_target));
    openQueue(1);
}

void TestFileTasks::openQueue(int mostFailures)
{
    m_queue.reset();
    TransferQueue::Options options;
    options.journalFolder = m_folder->filePath(u"journal"_s);
    options.mostFailures = mostFailures;
    m_queue = std::make_unique<TransferQueue>(*m_session, options);
    QSignalSpy opened(m_queue.get(), &TransferQueue::opened);
    m_queue->open();
    QVERIFY(opened.wait());
}

void TestFileTasks::cleanup()
{
    m_queue.reset();
    m_proxy->clearFaults();
    m_proxy->clearSeen();
    for (const QJsonValue &file : atServer())
        rawRequest(m_server.url(), "DELETE", "/v1/files/" + file[u"id"_s].toString().toLatin1());
}

void TestFileTasks::finish(BulkJob &job)
{
    QSignalSpy finished(&job, &BulkJob::finished);
    job.start();
    QTRY_VERIFY_WITH_TIMEOUT(job.state() == BulkJob::State::Finished, 60'000);
    QCOMPARE(finished.size(), 1);
}

UploadFilesJob::Source TestFileTasks::source(const QString &name, const QByteArray &content)
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
    return {path, name, content.size()};
}

FileObject TestFileTasks::stored(const QString &name, const QByteArray &content)
{
    const RawReply reply =
        postForm(m_server.url(), "/v1/files", {{"purpose", "evals", {}}, {"file", content, name.toUtf8()}});
    return FileObject::fromJson(reply.json());
}

QJsonArray TestFileTasks::atServer() const
{
    return rawRequest(m_server.url(), "GET", "/v1/files?limit=10000").json()[u"data"_s].toArray();
}

QByteArray TestFileTasks::read(const QString &name) const
{
    QFile file(QDir(m_target).filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
}

void TestFileTasks::uploadsArrive()
{
    QList<UploadFilesJob::Source> sources;
    for (int i = 0; i < 8; ++i)
        sources << source(u"ü %1.txt"_s.arg(i), QByteArray(100'000 + i, char('a' + i)));
    UploadFilesJob job(*m_queue, sources, {u"evals"_s, 7200});
    QSignalSpy uploaded(m_queue.get(), &TransferQueue::uploaded);
    finish(job);
    QCOMPARE(job.count(State::Done), 8);
    QCOMPARE(uploaded.size(), 8);
    QCOMPARE(job.bytesDone(), job.bytesTotal());
    QHash<QString, QJsonObject> there;
    for (const QJsonValue &file : atServer())
        there.insert(file[u"filename"_s].toString(), file.toObject());
    QCOMPARE(there.size(), 8);
    for (int i = 0; i < 8; ++i) {
        const QJsonObject file = there.value(u"ü %1.txt"_s.arg(i));
        QCOMPARE(file[u"bytes"_s].toInt(), 100'000 + i);
        QCOMPARE(file[u"id"_s].toString(), job.items().at(i).resultId);
        QCOMPARE(file[u"expires_at"_s].toInteger() - file[u"created_at"_s].toInteger(), 7200);
    }
    QCOMPARE(m_proxy->count("POST", "/files"), 8);
}

void TestFileTasks::anUploadThatIsRefusedSaysWhy()
{
    UploadFilesJob job(*m_queue, {source(u"a.txt"_s, "no lines"), source(u"b.jsonl"_s, "{\"a\":1}\n")},
                       {u"fine-tune"_s, {}});
    m_proxy->add("POST", "/files", Fault::unauthorized());
    finish(job);
    QVERIFY(job.count(State::Failed) >= 1);
    for (const BulkItem &item : job.items()) {
        if (item.state == State::Failed)
            QVERIFY(item.error.httpStatus >= 400);
    }
    QCOMPARE(m_proxy->count("POST", "/files"), 2); // neither was sent twice
}

void TestFileTasks::anUploadThatVanishedFromTheDisk()
{
    const auto gone = source(u"gone.txt"_s, "abc");
    UploadFilesJob job(*m_queue, {gone, source(u"b.txt"_s, "abc")}, {u"evals"_s, {}});
    QVERIFY(QFile::remove(gone.path));
    finish(job);
    QCOMPARE(job.items().at(0).state, State::Failed);
    QCOMPARE(job.items().at(0).error.kind, ApiError::Kind::LocalFile);
    QCOMPARE(job.items().at(1).state, State::Done);
    QCOMPARE(atServer().size(), 1);
}

void TestFileTasks::aLostReplyIsAQuestion_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::newRow("that one is it") << true;
    QTest::newRow("send it again") << false;
}

void TestFileTasks::aLostReplyIsAQuestion()
{
    QFETCH(bool, isThere);
    stored(u"a.txt"_s, "of another size");
    stored(u"b.txt"_s, "abc");
    UploadFilesJob job(*m_queue, {source(u"a.txt"_s, "abc")}, {u"evals"_s, {}});
    m_proxy->add("POST", "/files", Fault::loseReply());
    finish(job);
    const BulkItem item = job.items().at(0);
    QCOMPARE(item.state, State::Unknown);
    QCOMPARE(item.error.kind, ApiError::Kind::OutcomeUnknown);
    QCOMPARE(item.candidates.size(), 1); // same name, size and purpose, made just now
    QCOMPARE(m_proxy->count("POST", "/files"), 1);
    QCOMPARE(atServer().size(), 3);

    job.retryFailed(); // does not touch it
    QCOMPARE(m_proxy->count("POST", "/files"), 1);
    QCOMPARE(job.items().at(0).state, State::Unknown);

    job.decide(0, isThere, item.candidates.first());
    QTRY_COMPARE(job.items().at(0).state, State::Done);
    QCOMPARE(m_proxy->count("POST", "/files"), isThere ? 1 : 2);
    QCOMPARE(atServer().size(), isThere ? 3 : 4);
    QCOMPARE(job.items().at(0).resultId == item.candidates.first(), isThere);
}

void TestFileTasks::oldTwinsAreNotOffered()
{
    const QString before = stored(u"d.txt"_s, "abc").id; // the same file, a moment ago
    UploadFilesJob job(*m_queue, {source(u"d.txt"_s, "abc")}, {u"evals"_s, {}, {before}});
    m_proxy->add("POST", "/files", Fault::drop());
    finish(job);
    QCOMPARE(job.items().at(0).state, State::Unknown);
    QVERIFY(job.items().at(0).lookedUp);
    QCOMPARE(job.items().at(0).candidates, QStringList());

    // Made after all, and then denied: it is no news to the next try either.
    const QString made = stored(u"d.txt"_s, "abc").id;
    job.lookAgain(0);
    QTRY_COMPARE(job.items().at(0).candidates, QStringList{made});
    m_proxy->add("POST", "/files", Fault::drop());
    job.decide(0, false);
    QTRY_COMPARE(job.items().at(0).state, State::Unknown);
    QCOMPARE(job.items().at(0).candidates, QStringList());
}

void TestFileTasks::aLostReplyNobodyCanLookUp()
{
    UploadFilesJob job(*m_queue, {source(u"a.txt"_s, "abc")}, {u"evals"_s, {}});
    m_proxy->add("POST", "/files", Fault::loseReply());
    m_proxy->add("GET", "/files", Fault::unauthorized());
    finish(job);
    QCOMPARE(job.items().at(0).state, State::Unknown); // still a question, with nothing to choose from
    QVERIFY(job.items().at(0).candidates.isEmpty());
    QCOMPARE(atServer().size(), 1);
}

void TestFileTasks::stopEndsTheUploads()
{
    QList<UploadFilesJob::Source> sources;
    for (int i = 0; i < 6; ++i)
        sources << source(u"%1.txt"_s.arg(i), "abc");
    UploadFilesJob job(*m_queue, sources, {u"evals"_s, {}});
    m_proxy->add("POST", "/files", Fault::stall(), -1);
    QSignalSpy finished(&job, &BulkJob::finished);
    job.start();
    QTRY_COMPARE(job.bytesDone(), 3 * 3); // three whole bodies are out, and no answer comes
    job.stop();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(job.count(State::Unknown), 3); // they may be there: not "skipped", and never sent again unasked
    QCOMPARE(job.count(State::Skipped), 3);
    m_proxy->clearFaults();
    job.retryFailed();
    QCOMPARE(finished.size(), 1);
    job.goOn();
    QTRY_COMPARE(job.count(State::Done), 3);
    QCOMPARE(m_proxy->count("POST", "/files"), 6);
    QCOMPARE(atServer().size(), 3);

    const auto unknown = [&job] {
        for (int i = 0; i < job.total(); ++i) {
            if (job.items().at(i).state == State::Unknown)
                return i;
        }
        return -1;
    };
    QVERIFY(job.items().at(unknown()).lookedUp);
    QVERIFY(job.items().at(unknown()).candidates.isEmpty());
}

void TestFileTasks::aFileThatShrankIsOutAllTheSame()
{
    auto small = source(u"a.txt"_s, "abc");
    small.size = 1000; // when the person chose it
    UploadFilesJob job(*m_queue, {small}, {u"evals"_s, {}});
    m_proxy->add("POST", "/files", Fault::stall());
    job.start();
    QTRY_COMPARE(m_proxy->count("POST", "/files"), 1);
    QTRY_VERIFY(job.bytesDone() >= 3);
    job.stop();
    QTRY_COMPARE(job.count(State::Unknown), 1);
    QVERIFY(job.items().at(0).lookedUp); // asked for by itself
}

void TestFileTasks::aDestroyedQueueLeavesTheWire()
{
    m_proxy->add("POST", "/files", Fault::stall());
    auto job = std::make_unique<UploadFilesJob>(*m_queue, QList{source(u"a.txt"_s, "abc")},
                                                UploadFilesJob::Options{u"evals"_s, {}});
    job->start();
    QTRY_COMPARE(m_proxy->count("POST", "/files"), 1);
    job.reset(); // only watched
    QCOMPARE(m_session->status().inFlight, 1);
    m_queue.reset();
    QTRY_COMPARE(m_session->status().inFlight, 0);
    QVERIFY(atServer().isEmpty());
}

void TestFileTasks::downloadsAreEqual()
{
    QList<FileObject> files;
    QByteArrayList contents;
    for (int i = 0; i < 7; ++i) {
        contents << QByteArray(300'000 + i, char('a' + i));
        files << stored(u"%1.txt"_s.arg(i), contents.last());
    }
    DownloadFilesJob job(*m_queue, files, m_target);
    finish(job);
    QCOMPARE(job.count(State::Done), 7);
    QCOMPARE(onDisk().size(), 7);
    for (int i = 0; i < 7; ++i) {
        QVERIFY(read(u"%1.txt"_s.arg(i)) == contents.at(i));
        QCOMPARE(job.items().at(i).resultId, QDir(m_target).filePath(u"%1.txt"_s.arg(i)));
    }
    QCOMPARE(job.bytesDone(), job.bytesTotal());
}

void TestFileTasks::downloadsOfOneNameAndOfBadNames()
{
    FileObject up = stored(u"c.txt"_s, "three");
    up.filename = u"../../up.txt"_s;
    FileObject nameless = stored(u"d.txt"_s, "four");
    nameless.filename.clear();
    DownloadFilesJob job(*m_queue, {stored(u"a.txt"_s, "one"), stored(u"a.txt"_s, "two"), up, nameless},
                         m_target);
    finish(job);
    QCOMPARE(job.count(State::Done), 4);
    QStringList expected{u"a (2).txt"_s, u"a.txt"_s, nameless.id, u"up.txt"_s};
    expected.sort();
    QStringList found = onDisk();
    found.sort();
    QCOMPARE(found, expected);
    QCOMPARE(read(u"a.txt"_s), QByteArray("one"));
    QCOMPARE(read(u"a (2).txt"_s), QByteArray("two"));
    QCOMPARE(read(u"up.txt"_s), QByteArray("three"));
}

void TestFileTasks::aDownloadNeverReplacesAFile()
{
    QFile mine(QDir(m_target).filePath(u"a.txt"_s));
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
    mine.close();
    DownloadFilesJob job(*m_queue, {stored(u"a.txt"_s, "theirs")}, m_target);
    finish(job);
    QCOMPARE(read(u"a.txt"_s), QByteArray("mine"));
    QCOMPARE(read(u"a (2).txt"_s), QByteArray("theirs"));
}

void TestFileTasks::aDownloadToAChosenPath()
{
    const FileObject file = stored(u"a.txt"_s, "theirs");
    const QString path = QDir(m_target).filePath(u"chosen.bin"_s);
    DownloadFilesJob first(*m_queue, file, path, true);
    finish(first);
    QCOMPARE(read(u"chosen.bin"_s), QByteArray("theirs"));
    DownloadFilesJob again(*m_queue, file, path, true);
    finish(again);
    QCOMPARE(again.count(State::Done), 1);
    DownloadFilesJob careful(*m_queue, file, path, false);
    finish(careful);
    QCOMPARE(careful.count(State::Done), 1);
    QCOMPARE(careful.items().at(0).resultId, QDir(m_target).filePath(u"chosen (2).bin"_s));
    QVERIFY2(careful.items().at(0).note.contains(u"chosen (2).bin"_s), qPrintable(careful.items().at(0).note));
    QCOMPARE(onDisk().size(), 2);
}

void TestFileTasks::aFileThatAppearedIsNotReplaced_data()
{
    QTest::addColumn<bool>("stoodThere"); // another one, and the person said that it may be replaced
    QTest::newRow("nothing stood there") << false;
    QTest::newRow("another one stood there") << true;
}

void TestFileTasks::aFileThatAppearedIsNotReplaced()
{
    QFETCH(bool, stoodThere);
    const FileObject file = stored(u"a.txt"_s, "theirs");
    const QString path = QDir(m_target).filePath(u"a.txt"_s);
    const auto write = [&path](const QByteArray &content) {
        QFile mine(path);
        QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write(content) == content.size());
    };
    if (stoodThere)
        write("old");
    m_proxy->add("GET", "/content", Fault::unauthorized());
    DownloadFilesJob job(*m_queue, file, path, stoodThere);
    finish(job);
    QCOMPARE(job.count(State::Failed), 1);
    write("mine, saved meanwhile");
    job.retryFailed(); // what was allowed was allowed for the old one
    QTRY_COMPARE(job.count(State::Done), 1);
    QCOMPARE(read(u"a.txt"_s), QByteArray("mine, saved meanwhile"));
    QCOMPARE(read(u"a (2).txt"_s), QByteArray("theirs"));
    QVERIFY(job.items().at(0).note.contains(u"a (2).txt"_s));
}

void TestFileTasks::twoDownloadsToOnePathDoNotMeet()
{
    const FileObject one = stored(u"a.txt"_s, "one");
    const FileObject two = stored(u"b.txt"_s, "two");
    const QString path = QDir(m_target).filePath(u"x.txt"_s);
    DownloadFilesJob first(*m_queue, one, path, true);
    DownloadFilesJob second(*m_queue, two, path, true);
    first.start();
    second.start();
    QTRY_COMPARE(first.count(State::Done) + second.count(State::Done), 2);
    QCOMPARE(read(u"x.txt"_s), QByteArray("one"));
    QCOMPARE(read(u"x (2).txt"_s), QByteArray("two"));
}

void TestFileTasks::aDownloadOfAnotherSizeIsNotGreen()
{
    FileObject file = stored(u"a.txt"_s, "abc");
    file.bytes = 9;
    DownloadFilesJob job(*m_queue, {file}, m_target);
    finish(job);
    QCOMPARE(job.count(State::Failed), 1);
    QVERIFY2(job.items().at(0).error.message.startsWith(u"3 of 9 bytes"_s),
             qPrintable(job.items().at(0).error.message));
    QCOMPARE(onDisk(), QStringList{u"a.txt.part"_s});
    QCOMPARE(read(u"a.txt.part"_s), QByteArray("abc"));
}

void TestFileTasks::aFailedDownloadLosesNothing_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QStringList>("left");
    QTest::newRow("401") << Fault::unauthorized() << QStringList();
    QTest::newRow("404") << Fault::apiError(404, u"invalid_request_error"_s, u"not_found"_s) << QStringList();
    QTest::newRow("reset in the middle") << Fault::truncateBody(1000) << QStringList{u"a.txt.part"_s};
}

void TestFileTasks::aFailedDownloadLosesNothing()
{
    QFETCH(Fault, fault);
    QFETCH(QStringList, left);
    const FileObject file = stored(u"a.txt"_s, QByteArray(100'000, 'x'));
    m_proxy->add("GET", "/content", fault, -1);
    DownloadFilesJob job(*m_queue, {file}, m_target);
    finish(job);
    QCOMPARE(job.count(State::Failed), 1);
    QCOMPARE(onDisk(), left);
    m_proxy->clearFaults();
    job.retryFailed();
    QTRY_COMPARE_WITH_TIMEOUT(job.count(State::Done), 1, 20'000);
    QCOMPARE(read(u"a.txt"_s).size(), 100'000);
    QCOMPARE(onDisk(), QStringList{u"a.txt"_s}); // under its own name, and nothing beside it
}

void TestFileTasks::aDownloadIsTriedAgain()
{
    openQueue(3);
    const QByteArray content(200'000, 'x');
    const FileObject file = stored(u"a.txt"_s, content);
    m_proxy->add("GET", "/content", Fault::truncateBody(70'000));
    m_proxy->add("GET", "/content", Fault::serverError());
    DownloadFilesJob job(*m_queue, {file}, m_target);
    finish(job);
    QCOMPARE(job.count(State::Done), 1);
    QCOMPARE(read(u"a.txt"_s).size(), content.size());
    QVERIFY(read(u"a.txt"_s) == content);
    QCOMPARE(job.bytesDone(), content.size());
    QCOMPARE(m_proxy->count("GET", "/content"), 3);
}

void TestFileTasks::stopRemovesTheParts()
{
    const FileObject file = stored(u"a.txt"_s, QByteArray(500'000, 'x'));
    m_proxy->add("GET", "/content", Fault::slow(20'000), -1);
    DownloadFilesJob job(*m_queue, {file}, m_target);
    job.start();
    QTRY_COMPARE(onDisk(), QStringList{u"a.txt.part"_s});
    job.stop();
    QTRY_COMPARE(job.count(State::Skipped), 1);
    QTRY_VERIFY(onDisk().isEmpty());
}

void TestFileTasks::anEmptyFileComesDown()
{
    FileObject file = stored(u"a.txt"_s, "x");
    file.bytes = 0; // the list does not say how large it is
    DownloadFilesJob job(*m_queue, {file}, m_target);
    finish(job);
    QCOMPARE(job.count(State::Done), 1);
    QCOMPARE(read(u"a.txt"_s), QByteArray("x"));
}

void TestFileTasks::aFolderThatIsNotThere()
{
    DownloadFilesJob job(*m_queue, {stored(u"a.txt"_s, "x")}, m_folder->filePath(u"nowhere"_s));
    finish(job);
    QCOMPARE(job.count(State::Failed), 1);
    QCOMPARE(job.items().at(0).error.kind, ApiError::Kind::LocalFile);
    QVERIFY(job.items().at(0).error.message.contains(u"nowhere"_s));
}

void TestFileTasks::deletesAreDone()
{
    QList<FileObject> files;
    for (int i = 0; i < 12; ++i)
        files << stored(u"%1.txt"_s.arg(i), "x");
    DeleteFilesJob job(*m_session, files);
    QSignalSpy removed(&job, &DeleteFilesJob::removed);
    finish(job);
    QCOMPARE(job.count(State::Done), 12);
    QCOMPARE(removed.size(), 12);
    QVERIFY(atServer().isEmpty());
    QCOMPARE(m_proxy->count("DELETE"), 12);
}

void TestFileTasks::whatIsGoneIsDone()
{
    const FileObject gone = stored(u"a.txt"_s, "x");
    rawRequest(m_server.url(), "DELETE", "/v1/files/" + gone.id.toLatin1());
    const FileObject lost = stored(u"b.txt"_s, "x");
    m_proxy->add("DELETE", lost.id.toLatin1(), Fault::loseReply()); // done there, but nobody told us
    DeleteFilesJob job(*m_session, {gone, lost});
    QSignalSpy removed(&job, &DeleteFilesJob::removed);
    finish(job);
    QCOMPARE(job.count(State::Done), 2);
    QCOMPARE(removed.size(), 2);
    QVERIFY(!job.items().at(0).note.isEmpty());
    QVERIFY(atServer().isEmpty());
}

void TestFileTasks::justTheFailedAreDeletedAgain()
{
    const QList<FileObject> files{stored(u"a.txt"_s, "x"), stored(u"b.txt"_s, "x")};
    m_proxy->add("DELETE", files.at(0).id.toLatin1(),
                 Fault::apiError(403, u"invalid_request_error"_s, u"no"_s));
    DeleteFilesJob job(*m_session, files);
    finish(job);
    QCOMPARE(job.items().at(0).state, State::Failed);
    QCOMPARE(job.items().at(0).error.kind, ApiError::Kind::Forbidden);
    QCOMPARE(job.items().at(1).state, State::Done);
    job.retryFailed();
    QTRY_COMPARE(job.count(State::Done), 2);
    QCOMPARE(m_proxy->count("DELETE"), 3);
    QVERIFY(atServer().isEmpty());
}

QTEST_GUILESS_MAIN(TestFileTasks)
#include "tst_filetasks.moc"

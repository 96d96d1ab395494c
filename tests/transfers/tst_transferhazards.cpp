// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/session.h"
#include "base/clock.h"
#include "net/qnamtransport.h"
#include "net/requestqueue.h"
#include "support/faultproxy.h"
#include "support/rawserver.h"
#include "support/serverprocess.h"
#include "transfers/transferjournal.h"
#include "transfers/transferqueue.h"

#include <QDateTime>
#include <QDir>
#include <QJsonObject>
#include <QSignalSpy>
#include <QPointer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using State = TransferRecord::State;

/// What a person or a server can do at an awkward moment: nothing is made twice, nothing hangs, no word is lost.
class TestTransferHazards : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void whatMayBeMadeIsLookedForAfterAPauseToo_data();
    void whatMayBeMadeIsLookedForAfterAPauseToo();
    void aPauseHoldsWhenTheAnswerIsNo();
    void aFileOffTheListIsNotAnothersReply();
    void aServerThatJustFailsEndsADownload();
    void aPartFromNowhereIsNotWritten();
    void aPauseDoesNotOutliveACancel();
    void aBrokenLineDoesNotStartThemAll();
    void cancellingLeavesTheFilesOfOthers();
    void whatIsAddedBeforeTheJournalIsReadIsKept();
    void aServerThatFallsSilentAtAPartIsAskedAgain();
    void onlyFailuresCountAsAttempts();
    void theProfileMayBeClosedWhenOneEnds_data();
    void theProfileMayBeClosedWhenOneEnds();

private:
    std::unique_ptr<Session> sessionOf(qint64 longestSilenceMs);
    void openQueue(int mostFailures);
    void journal(const TransferRecord &record);
    QString put(const QString &name, const QByteArray &content);
    FileObject stored(const QString &name, const QByteArray &content);
    State state(const QString &id) const { return m_queue->record(id).state; }

    SystemClock m_clock;
    ServerProcess m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<TransferQueue> m_queue;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestTransferHazards::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.errorText()));
    m_proxy = std::make_unique<FaultProxy>(m_server.url());
    m_session = sessionOf(0);
}

std::unique_ptr<Session> TestTransferHazards::sessionOf(qint64 longestSilenceMs)
{
    RequestQueue::Options options;
    options.baseUrl = m_proxy->url();
    options.credentials.apiKey = u"sk-test"_s;
    options.longestSilenceMs = longestSilenceMs;
    TransportOptions transport;
    transport.proxyUrl = u"none"_s;
    return std::make_unique<Session>(
        std::make_unique<RequestQueue>(options, std::make_unique<QnamTransport>(transport), m_clock, [] { return 0.1; }), m_clock);
}

void TestTransferHazards::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestTransferHazards::cleanup()
{
    m_queue.reset();
    m_proxy->clearFaults();
    m_proxy->clearSeen();
}

void TestTransferHazards::openQueue(int mostFailures)
{
    m_queue.reset();
    TransferQueue::Options options;
    options.journalFolder = m_folder->filePath(u"journal"_s);
    options.mostFailures = mostFailures;
    options.random = [] { return 0.1; };
    m_queue = std::make_unique<TransferQueue>(*m_session, options);
    QSignalSpy opened(m_queue.get(), &TransferQueue::opened);
    m_queue->open();
    QVERIFY(opened.wait());
}

void TestTransferHazards::journal(const TransferRecord &record)
{
    TransferJournal journal(m_folder->filePath(u"journal"_s));
    bool isThere = false;
    journal.load(this, [&](const TransferJournal::Contents &) {
        journal.save(record, this, [&isThere](const Result<void> &saved) { isThere = saved.has_value(); });
    });
    QTRY_VERIFY(isThere);
}

QString TestTransferHazards::put(const QString &name, const QByteArray &content)
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

FileObject TestTransferHazards::stored(const QString &name, const QByteArray &content)
{
    return FileObject::fromJson(
        postForm(m_server.url(), "/v1/files", {{"purpose", "evals", {}}, {"file", content, name.toUtf8()}}).json());
}

void TestTransferHazards::whatMayBeMadeIsLookedForAfterAPauseToo_data()
{
    QTest::addColumn<bool>("cancelled");
    QTest::newRow("paused and resumed") << false;
    QTest::newRow("cancelled") << true;
}

void TestTransferHazards::whatMayBeMadeIsLookedForAfterAPauseToo()
{
    QFETCH(bool, cancelled);
    const QByteArray content = cancelled ? "abcd" : "abc";
    // An earlier run died with the request out, and the server had made the file.
    TransferRecord record;
    record.id = u"u1"_s;
    record.position = 1;
    record.state = State::Running;
    record.stage = TransferRecord::Stage::Sending;
    record.name = u"made.txt"_s;
    record.path = put(record.name, content);
    record.size = content.size();
    record.purpose = u"evals"_s;
    record.uploadCreatedAt = QDateTime::currentSecsSinceEpoch();
    journal(record);
    const QString made = stored(record.name, content).id;

    m_proxy->add("GET", "/files", Fault::stall(), 1);
    openQueue(20);
    QTRY_COMPARE(m_proxy->count("GET", "/files"), 1);
    if (cancelled) {
        m_queue->cancel({record.id});
    } else {
        m_queue->pause({record.id});
        QTRY_COMPARE(state(record.id), State::Paused);
        m_queue->resume({record.id});
    }
    QTRY_COMPARE(state(record.id), State::Unknown);
    QCOMPARE(m_queue->record(record.id).candidates, QStringList{made});
    QCOMPARE(m_proxy->count("POST", "/files"), 0);
}

void TestTransferHazards::aPauseHoldsWhenTheAnswerIsNo()
{
    // A server that answers only when it is told to.
    QPointer<QTcpSocket> waiting;
    RawServer server([&waiting](const RawServer::Request &, QTcpSocket *socket) { waiting = socket; });
    RequestQueue::Options options;
    options.baseUrl = server.url();
    options.credentials.apiKey = u"sk-test"_s;
    TransportOptions transport;
    transport.proxyUrl = u"none"_s;
    Session session(std::make_unique<RequestQueue>(options, std::make_unique<QnamTransport>(transport), m_clock, [] { return 0.1; }), m_clock);
    TransferQueue::Options queueOptions;
    queueOptions.journalFolder = m_folder->filePath(u"journal"_s);
    TransferQueue queue(session, queueOptions);
    QSignalSpy opened(&queue, &TransferQueue::opened);
    queue.open();
    QVERIFY(opened.wait());
    const QString id = queue.addUploads({{put(u"late.txt"_s, "late"), {}, 4, u"evals"_s, {}}}).first();
    QTRY_VERIFY(waiting && queue.bytesDone(id) == 4); // the whole body is out
    queue.pause({id});
    QCOMPARE(queue.record(id).state, State::Running); // only the answer says what came of it
    waiting->write(RawServer::answer(429, R"({"error":{"message":"later","type":"requests","code":"rate_limit_exceeded"}})",
                                     "application/json", "x-should-retry: false\r\n"));
    QTRY_COMPARE(queue.record(id).state, State::Paused);
    QCOMPARE(server.requests().size(), 1);
}

void TestTransferHazards::aFileOffTheListIsNotAnothersReply()
{
    openQueue(1);
    const QString path = put(u"twin.txt"_s, "twin");
    const QString first = m_queue->addUploads({{path, {}, 4, u"evals"_s, {}}}).first();
    QTRY_COMPARE(state(first), State::Completed);
    m_queue->remove({first});
    m_proxy->add("POST", "/files", Fault::drop());
    const QString second = m_queue->addUploads({{path, {}, 4, u"evals"_s, {}}}).first();
    QTRY_COMPARE(state(second), State::Unknown);
    QVERIFY(m_queue->record(second).lookedUp);
    QCOMPARE(m_queue->record(second).candidates, QStringList());
}

void TestTransferHazards::aServerThatJustFailsEndsADownload()
{
    openQueue(4);
    const FileObject file = stored(u"never.txt"_s, QByteArray(1000, 'x'));
    m_proxy->add("GET", "/content", Fault::serverError(), -1);
    const QString id = m_queue->addDownload(file, m_folder->filePath(u"never.txt"_s), false);
    QTRY_COMPARE_WITH_TIMEOUT(state(id), State::Failed, 10'000);
    QCOMPARE(m_proxy->count("GET", "/content"), 4);
}

void TestTransferHazards::aPartFromNowhereIsNotWritten()
{
    openQueue(4);
    const QByteArray content = QByteArray(100'000, 'a') + QByteArray(100'000, 'b');
    FileObject file = stored(u"ranged.txt"_s, content);
    file.bytes = 0; // as a server does that keeps no sizes: nothing else would notice
    m_proxy->add("GET", "/content", Fault::truncateBody(70'000));
    m_proxy->add("GET", "/content", Fault::answer(206, "this is from somewhere", {{"Content-Type", "application/octet-stream"}}));
    const QString path = m_folder->filePath(u"ranged.txt"_s);
    const QString id = m_queue->addDownload(file, path, false);
    QTRY_COMPARE_WITH_TIMEOUT(state(id), State::Completed, 10'000);
    QFile there(path);
    QVERIFY(there.open(QIODevice::ReadOnly));
    const QByteArray got = there.readAll();
    QVERIFY2(got == content, got.mid(69990, 40).toHex(32).constData());
    QCOMPARE(m_proxy->count("GET", "/content"), 3);
}

void TestTransferHazards::aPauseDoesNotOutliveACancel()
{
    openQueue(4);
    const FileObject file = stored(u"slow.txt"_s, QByteArray(500'000, 'x'));
    m_proxy->add("GET", "/content", Fault::slow(20'000), -1);
    const QString id = m_queue->addDownload(file, m_folder->filePath(u"slow.txt"_s), false);
    QTRY_VERIFY(m_queue->bytesDone(id) > 0);
    m_queue->pause({id});
    m_queue->cancel({id});
    QSignalSpy ended(m_queue.get(), &TransferQueue::ended);
    QVERIFY(ended.wait());
    QCOMPARE(state(id), State::Cancelled);
    QVERIFY(!QFile::exists(m_folder->filePath(u"slow.txt.part"_s)));
}

void TestTransferHazards::aBrokenLineDoesNotStartThemAll()
{
    openQueue(1000);
    const FileObject file = stored(u"many.txt"_s, "many");
    m_proxy->add("GET", "/content", Fault::drop(), -1);
    m_queue->addDownloads(QList<FileObject>(40, file), m_folder->path());
    QTRY_VERIFY_WITH_TIMEOUT(m_proxy->count("GET", "/content") > 70, 20'000);
    const QStringList parts = QDir(m_folder->path()).entryList({u"*.part"_s}, QDir::Files);
    QVERIFY2(parts.size() < 25, qPrintable(QString::number(parts.size())));
    m_proxy->clearFaults();
    QTRY_COMPARE_WITH_TIMEOUT(m_queue->counts().finished, 40, 40'000);
}

void TestTransferHazards::cancellingLeavesTheFilesOfOthers()
{
    TransferRecord record;
    record.id = u"d1"_s;
    record.position = 1;
    record.direction = TransferRecord::Direction::Download;
    record.state = State::Paused;
    record.name = u"a.txt"_s;
    record.path = m_folder->filePath(record.name);
    record.fileId = u"file-1"_s;
    record.partPath = put(u"a.txt.part"_s, "another program's"); // ours was named, and not made any more
    journal(record);
    openQueue(1);
    m_queue->cancel({record.id});
    QCOMPARE(state(record.id), State::Cancelled);
    QVERIFY(QFile::exists(record.partPath));
}

void TestTransferHazards::whatIsAddedBeforeTheJournalIsReadIsKept()
{
    TransferQueue::Options options;
    options.journalFolder = m_folder->filePath(u"journal"_s);
    options.atOnce = 0; // nothing has its turn
    m_queue = std::make_unique<TransferQueue>(*m_session, options);
    m_queue->open();
    const QString id = m_queue->addUploads({{put(u"early.txt"_s, "early"), {}, 5, u"evals"_s, {}}}).first();
    QSignalSpy opened(m_queue.get(), &TransferQueue::opened);
    QVERIFY(opened.wait());
    QTRY_VERIFY(QFile::exists(options.journalFolder + u'/' + id + u".transfer.json"_s));
}

void TestTransferHazards::aServerThatFallsSilentAtAPartIsAskedAgain()
{
    const std::unique_ptr<Session> session = sessionOf(1500);
    TransferQueue::Options options;
    options.journalFolder = m_folder->filePath(u"journal"_s);
    options.partsFrom = 1000;
    options.mostFailures = 4;
    options.random = [] { return 0.1; };
    TransferQueue queue(*session, options);
    queue.open();
    m_proxy->add("POST", "/parts", Fault::mute());
    const QByteArray content(9 * 1024 * 1024, 'p'); // two parts: the other one arrives
    QStringList reasons;
    connect(&queue, &TransferQueue::changed, this, [&](const QString &id) {
        if (queue.record(id).state == State::Retrying)
            reasons << queue.record(id).error.headline();
    });
    const QString id = queue.addUploads({{put(u"silent.bin"_s, content), {}, content.size(), u"evals"_s, {}}}).first();
    QTRY_COMPARE_WITH_TIMEOUT(queue.record(id).state, State::Completed, 20'000);
    QCOMPARE(m_proxy->count("POST", "/uploads"), 1);
    QCOMPARE(m_proxy->count("POST", "/parts"), 3); // the silent one twice
    QVERIFY(!reasons.isEmpty());
    const RawReply there = rawRequest(m_server.url(), "GET", "/v1/files/" + queue.record(id).fileId.toLatin1() + "/content");
    QVERIFY(there.body == content);
}

void TestTransferHazards::onlyFailuresCountAsAttempts()
{
    openQueue(2);
    const FileObject file = stored(u"count.txt"_s, QByteArray(500'000, 'x'));
    m_proxy->add("GET", "/content", Fault::slow(20'000), 2);
    const QString id = m_queue->addDownload(file, m_folder->filePath(u"count.txt"_s), false);
    for (int go = 0; go < 2; ++go) {
        const qint64 had = m_queue->record(id).safeBytes;
        QTRY_VERIFY(m_queue->bytesDone(id) > had && m_proxy->count("GET", "/content") == go + 1);
        m_queue->pause({id});
        QTRY_COMPARE(state(id), State::Paused);
        QCOMPARE(m_queue->record(id).attempts, 1);
        m_queue->resume({id});
    }
    QTRY_COMPARE(state(id), State::Completed);
    QCOMPARE(m_queue->record(id).attempts, 1);
    // Each failure that it goes on after counts: by itself, and at the person's word.
    m_proxy->add("GET", "/content", Fault::serverError(), 2);
    const QString failing = m_queue->addDownload(file, m_folder->filePath(u"failing.txt"_s), false);
    QTRY_COMPARE(state(failing), State::Failed);
    QCOMPARE(m_queue->record(failing).attempts, 2);
    m_queue->retry({failing});
    QTRY_COMPARE(state(failing), State::Completed);
    QCOMPARE(m_queue->record(failing).attempts, 3);
}

void TestTransferHazards::theProfileMayBeClosedWhenOneEnds_data()
{
    QTest::addColumn<bool>("uploads");
    QTest::addColumn<bool>("cancelled"); ///< else they complete
    QTest::newRow("a completed upload") << true << false;
    QTest::newRow("a completed download") << false << false;
    QTest::newRow("a cancelled download") << false << true;
}

void TestTransferHazards::theProfileMayBeClosedWhenOneEnds()
{
    QFETCH(bool, uploads);
    QFETCH(bool, cancelled);
    openQueue(1);
    connect(m_queue.get(), &TransferQueue::ended, this, [this] { m_queue.reset(); });
    QStringList ids; // more than one: some are under way, and some wait for the journal
    if (uploads) {
        QList<UploadOrder> orders;
        for (int i = 0; i < 6; ++i)
            orders << UploadOrder{put(u"%1.txt"_s.arg(i), "closing"), {}, 7, u"evals"_s, {}};
        ids = m_queue->addUploads(orders);
    } else {
        ids = m_queue->addDownloads(QList<FileObject>(6, stored(u"closing.txt"_s, "closing")), m_folder->path());
    }
    if (cancelled)
        m_queue->cancel({ids.last(), ids.first()}); // the last one waits: it ends within the call
    QTRY_VERIFY(!m_queue);
    // Nothing of it is lost: the next run has them all.
    openQueue(1);
    QCOMPARE(m_queue->ids(), ids);
    QTRY_COMPARE(m_queue->counts().active, 0); // done, or of an upload that was out: asked about
}

QTEST_GUILESS_MAIN(TestTransferHazards)
#include "tst_transferhazards.moc"

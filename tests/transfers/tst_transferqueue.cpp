// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfers/transferqueue.h"

#include "api/session.h"
#include "base/clock.h"
#include "net/qnamtransport.h"
#include "net/requestqueue.h"
#include "support/faultproxy.h"
#include "support/serverprocess.h"
#include "transfers/transferjournal.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <climits>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using State = TransferRecord::State;

/// The queue on the wire, against the real local server with faults in front of it.
class TestTransferQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void theSizeDecidesTheMeans();
    void partsMakeTheFile();
    void aPausedUploadGoesOnWithTheMissingParts();
    void aPausedSingleUploadStopsAndBeginsAgain();
    void aCancelledUploadIsCancelledAtTheServer();
    void anUploadThatWasPausedIsCancelledAtTheServerToo();
    void aChangedFileIsNeverMixed();
    void aChangeWhileItIsSentIsNoticed();
    void anUploadTheServerForgotBeginsAgain();
    void aLostCompletionIsFoundInTheList();
    void everyFaultHasAnEnd_data();
    void everyFaultHasAnEnd();
    void aPausedDownloadGoesOnWhereItWas();
    void noMoreAtOnceThanAllowed();
    void smallFilesHaveARateTogether();
    void theOrderIsThePersons();
    void theNextRunGoesOn();
    void historyIsKeptAndCleared();
    void aPathThatIsNoFile_data();
    void aPathThatIsNoFile();
    void listsAnswerWhileTransfersStall();

private:
    static constexpr qint64 mebibyte = 1024 * 1024;

    void openSession();
    void openQueue(int mostFailures = 1, int atOnce = 3);
    QString path(const QString &name) const { return m_folder->filePath(name); }
    UploadOrder order(const QString &name, qint64 size);
    QString upload(const QString &name, qint64 size) { return m_queue->addUploads({order(name, size)}).first(); }
    FileObject stored(const QByteArray &content);
    State state(const QString &id) const { return m_queue->status(id).record.state; }
    QJsonArray filesAtServer() const;
    QByteArray contentOf(const QString &fileId) const;
    static QByteArray read(const QString &path);

    SystemClock m_clock;
    ServerProcess m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TransferQueue> m_queue;
};

void TestTransferQueue::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.errorText()));
    m_proxy = std::make_unique<FaultProxy>(m_server.url());
    openSession();
}

void TestTransferQueue::openSession()
{
    RequestQueue::Options options;
    options.baseUrl = m_proxy->url();
    options.credentials.apiKey = u"sk-test"_s;
    TransportOptions transport;
    transport.proxyUrl = u"none"_s;
    m_session = std::make_unique<Session>(
        std::make_unique<RequestQueue>(options, std::make_unique<QnamTransport>(transport), m_clock, [] { return 1.0; }), m_clock);
}

void TestTransferQueue::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    openQueue();
}

void TestTransferQueue::openQueue(int mostFailures, int atOnce)
{
    m_queue.reset();
    TransferQueue::Options options;
    options.journalFolder = path(u"journal"_s);
    options.partsFrom = 1 * mebibyte;
    options.mostFailures = mostFailures;
    options.atOnce = atOnce;
    options.random = [] { return 1.0; };
    m_queue = std::make_unique<TransferQueue>(*m_session, options);
    QSignalSpy opened(m_queue.get(), &TransferQueue::opened);
    m_queue->open();
    QVERIFY(opened.wait());
    QCOMPARE(opened.first().at(1).toStringList(), QStringList());
}

void TestTransferQueue::cleanup()
{
    m_queue.reset();
    m_session->setTransferRates(0, 0);
    m_proxy->clearFaults();
    m_proxy->clearSeen();
    const QJsonArray files = filesAtServer();
    for (const QJsonValue &file : files)
        rawRequest(m_server.url(), "DELETE", "/v1/files/" + file[u"id"_s].toString().toLatin1());
}

UploadOrder TestTransferQueue::order(const QString &name, qint64 size)
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(file.fileName()));
    for (qint64 at = 0; at < size; at += mebibyte)
        file.write(QByteArray(std::min(mebibyte, size - at), char('a' + at / mebibyte % 26)));
    return {file.fileName(), name, size, u"evals"_s, {}};
}

FileObject TestTransferQueue::stored(const QByteArray &content)
{
    return FileObject::fromJson(postForm(m_server.url(), "/v1/files", {{"purpose", "evals", {}}, {"file", content, "a.txt"}}).json());
}

QJsonArray TestTransferQueue::filesAtServer() const
{
    return rawRequest(m_server.url(), "GET", "/v1/files").json()[u"data"_s].toArray();
}

QByteArray TestTransferQueue::contentOf(const QString &fileId) const
{
    return rawRequest(m_server.url(), "GET", "/v1/files/" + fileId.toLatin1() + "/content").body;
}

QByteArray TestTransferQueue::read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestTransferQueue::theSizeDecidesTheMeans()
{
    const QString small = upload(u"small.txt"_s, mebibyte);
    const QString large = upload(u"large.txt"_s, mebibyte + 1);
    QTRY_COMPARE(state(small), State::Completed);
    QTRY_COMPARE(state(large), State::Completed);
    QVERIFY(!m_queue->status(small).record.inParts);
    QVERIFY(m_queue->status(large).record.inParts);
    QCOMPARE(m_proxy->count("POST", "/files"), 1);
    QCOMPARE(m_proxy->count("POST", "/uploads"), 1);
    QCOMPARE(filesAtServer().size(), 2);
}

void TestTransferQueue::partsMakeTheFile()
{
    QSignalSpy uploaded(m_queue.get(), &TransferQueue::uploaded);
    const UploadOrder wanted{.path = order(u"big.jsonl"_s, 20 * mebibyte + 7).path, .name = u"sent.jsonl"_s, .size = 20 * mebibyte + 7, .purpose = u"fine-tune"_s,
                             .expiresAfterSeconds = 7200};
    const QString id = m_queue->addUploads({wanted}).first();
    QTRY_COMPARE_WITH_TIMEOUT(state(id), State::Completed, 20'000);
    const TransferStatus status = m_queue->status(id);
    QCOMPARE(status.parts, QList<PartState>(3, PartState::Done));
    QCOMPARE(status.bytesDone, wanted.size);
    QCOMPARE(uploaded.size(), 1);
    const FileObject file = uploaded.first().first().value<FileObject>();
    QCOMPARE(file.id, status.record.fileId);
    QCOMPARE(file.filename, u"sent.jsonl"_s);
    QCOMPARE(file.purpose, u"fine-tune"_s);
    QCOMPARE(file.bytes, wanted.size);
    QVERIFY(file.expiresAt && *file.expiresAt - *file.createdAt == 7200);
    QVERIFY(contentOf(file.id) == read(wanted.path));
    QCOMPARE(status.record.md5.toLatin1(), QCryptographicHash::hash(read(wanted.path), QCryptographicHash::Md5).toHex());
    QCOMPARE(status.record.mimeType, u"application/jsonl"_s);
    QCOMPARE(m_proxy->count("POST", "/parts"), 3);
}

void TestTransferQueue::aPausedUploadGoesOnWithTheMissingParts()
{
    m_proxy->add("POST", "/parts", Fault::stall()); // one hangs, the rest arrive
    const QString id = upload(u"big.txt"_s, 41 * mebibyte);
    QTRY_COMPARE_WITH_TIMEOUT(m_queue->status(id).parts.count(PartState::Done), 5, 20'000);
    m_queue->pause({id});
    QTRY_COMPARE(state(id), State::Paused);
    QCOMPARE(m_queue->status(id).parts.count(PartState::Waiting), 1);
    QCOMPARE(m_queue->pendingUploads(), QStringList{id});
    QTRY_COMPARE(m_session->status().inFlight, 0); // it reached the socket
    m_proxy->clearSeen();
    m_queue->resume({id});
    QTRY_COMPARE_WITH_TIMEOUT(state(id), State::Completed, 20'000);
    QCOMPARE(m_proxy->count("POST", "/parts"), 1);
    QCOMPARE(m_proxy->count("POST", "/uploads"), 0);
    QVERIFY(contentOf(m_queue->status(id).record.fileId) == read(path(u"big.txt"_s)));
}

void TestTransferQueue::aPausedSingleUploadStopsAndBeginsAgain()
{
    m_session->setTransferRates(200'000, 0);
    const QString id = upload(u"small.txt"_s, 900'000);
    QTRY_VERIFY(m_queue->status(id).bytesDone > 50'000);
    m_queue->pause({id});
    QTRY_COMPARE(state(id), State::Paused);
    QCOMPARE(m_queue->status(id).bytesDone, 0); // one request is sent whole or not at all
    QTRY_COMPARE(m_session->status().inFlight, 0);
    m_session->setTransferRates(0, 0);
    QCOMPARE(m_proxy->count("GET", "/files"), 0);
    m_queue->resume({id});
    QTRY_COMPARE(state(id), State::Completed);
    QCOMPARE(m_proxy->count("GET", "/files"), 1); // its last bytes might have been out: first a look
    QCOMPARE(filesAtServer().size(), 1);
}

void TestTransferQueue::aCancelledUploadIsCancelledAtTheServer()
{
    m_proxy->add("POST", "/parts", Fault::stall(), -1);
    const QString id = upload(u"big.txt"_s, 9 * mebibyte);
    QTRY_COMPARE(m_proxy->count("POST", "/parts"), 2);
    const QString uploadId = m_queue->status(id).record.uploadId;
    m_queue->cancel({id});
    QTRY_COMPARE(state(id), State::Cancelled);
    QCOMPARE(m_proxy->count("POST", "/cancel"), 1);
    m_proxy->clearFaults();
    const RawReply again = rawRequest(m_server.url(), "POST", "/v1/uploads/" + uploadId.toLatin1() + "/cancel");
    QCOMPARE(again.status, 400); // the server has it as cancelled
    QVERIFY(filesAtServer().isEmpty());
}

void TestTransferQueue::anUploadThatWasPausedIsCancelledAtTheServerToo()
{
    m_proxy->add("POST", "/parts", Fault::stall(), -1);
    const QString id = upload(u"big.txt"_s, 9 * mebibyte);
    QTRY_COMPARE(m_proxy->count("POST", "/parts"), 2);
    m_queue->pause({id});
    QTRY_COMPARE(state(id), State::Paused);
    m_queue->cancel({id});
    QTRY_COMPARE(state(id), State::Cancelled);
    QCOMPARE(m_proxy->count("POST", "/cancel"), 1);
    QVERIFY(m_queue->pendingUploads().isEmpty());
}

void TestTransferQueue::aChangedFileIsNeverMixed()
{
    m_proxy->add("POST", "/parts", Fault::stall());
    const QString id = upload(u"big.txt"_s, 17 * mebibyte);
    QTRY_COMPARE_WITH_TIMEOUT(m_queue->status(id).parts.count(PartState::Done), 2, 20'000);
    m_queue->pause({id});
    QTRY_COMPARE(state(id), State::Paused);
    QFile file(path(u"big.txt"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write("other"); // of the same size
    file.close();
    m_queue->resume({id});
    QTRY_COMPARE(state(id), State::Failed);
    QCOMPARE(m_queue->status(id).record.error.code, u"file_changed"_s);
    QVERIFY(filesAtServer().isEmpty());

    const QString old = m_queue->status(id).record.uploadId;
    QVERIFY(!old.isEmpty());
    m_queue->retry({id}); // the person knows, and wants the new one
    QTRY_COMPARE_WITH_TIMEOUT(state(id), State::Completed, 20'000);
    QVERIFY(contentOf(m_queue->status(id).record.fileId) == read(file.fileName()));
    // What was there of the old one does not wait at the server for its hour.
    QTRY_COMPARE(m_proxy->count("POST", "/uploads/" + old.toLatin1() + "/cancel"), 1);
}

void TestTransferQueue::aChangeWhileItIsSentIsNoticed()
{
    openQueue(2);
    m_proxy->add("POST", "/parts", Fault::serverError());
    bool changed = false;
    connect(m_queue.get(), &TransferQueue::changed, this, [&](const QString &transfer) {
        if (state(transfer) != State::Retrying || std::exchange(changed, true))
            return;
        QFile file(path(u"big.txt"_s));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write("other");
    });
    const QString id = upload(u"big.txt"_s, 9 * mebibyte);
    QTRY_COMPARE_WITH_TIMEOUT(state(id), State::Failed, 20'000);
    QCOMPARE(m_queue->status(id).record.error.kind, ApiError::Kind::LocalFile);
    QVERIFY(filesAtServer().isEmpty());
    QCOMPARE(m_proxy->count("POST", "/complete"), 0);
}

void TestTransferQueue::anUploadTheServerForgotBeginsAgain()
{
    m_proxy->add("POST", "/parts", Fault::stall());
    const QString id = upload(u"big.txt"_s, 17 * mebibyte);
    QTRY_COMPARE_WITH_TIMEOUT(m_queue->status(id).parts.count(PartState::Done), 2, 20'000);
    m_queue->pause({id});
    QTRY_COMPARE(state(id), State::Paused);
    rawRequest(m_server.url(), "POST", "/v1/uploads/" + m_queue->status(id).record.uploadId.toLatin1() + "/cancel");
    m_queue->resume({id});
    QTRY_COMPARE_WITH_TIMEOUT(state(id), State::Completed, 20'000);
    QCOMPARE(m_proxy->count("POST", "/uploads"), 2);
    QCOMPARE(filesAtServer().size(), 1);
}

void TestTransferQueue::aLostCompletionIsFoundInTheList()
{
    openQueue(4);
    m_proxy->add("POST", "/complete", Fault::loseReply());
    const QString id = upload(u"big.txt"_s, 9 * mebibyte);
    QTRY_COMPARE_WITH_TIMEOUT(state(id), State::Completed, 20'000);
    const QJsonArray files = filesAtServer();
    QCOMPARE(files.size(), 1);
    QCOMPARE(m_queue->status(id).record.fileId, files.first()[u"id"_s].toString());
}

void TestTransferQueue::everyFaultHasAnEnd_data()
{
    QTest::addColumn<QByteArray>("where");
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<bool>("passes"); ///< else it fails, with a reason
    const struct {
        const char *name;
        Fault fault;
        bool passes;
    } faults[] = {{"429", Fault::rateLimitedMs(10), true},   {"500", Fault::serverError(), true},
                  {"503", Fault::overloaded(), true},        {"reset", Fault::drop(), true},
                  {"lost reply", Fault::loseReply(), true},  {"cut reply", Fault::truncateBody(5), true},
                  {"bad JSON", Fault::truncateJson(), true}, {"HTML of a gateway", Fault::html(502), true},
                  {"401", Fault::unauthorized(), false}};
    for (const char *where : {"/uploads", "/parts", "/complete"}) {
        for (const auto &fault : faults)
            QTest::addRow("%s at %s", fault.name, where) << QByteArray(where) << fault.fault << fault.passes;
    }
}

void TestTransferQueue::everyFaultHasAnEnd()
{
    QFETCH(QByteArray, where);
    QFETCH(Fault, fault);
    QFETCH(bool, passes);
    openQueue(5);
    m_proxy->add("POST", where, fault);
    const QString id = upload(u"big.txt"_s, 9 * mebibyte);
    QTRY_VERIFY_WITH_TIMEOUT(m_queue->status(id).record.hasEnded(), 30'000);
    if (state(id) == State::Failed && passes)
        qWarning().noquote() << m_queue->status(id).record.error.details();
    const TransferRecord record = m_queue->status(id).record;
    if (!passes) {
        QCOMPARE(record.state, State::Failed);
        QVERIFY(!record.error.headline().isEmpty());
        m_queue->retry({id}); // the key was mended
        QTRY_COMPARE_WITH_TIMEOUT(state(id), State::Completed, 20'000);
    }
    QCOMPARE(state(id), State::Completed);
    QCOMPARE(filesAtServer().size(), 1); // never two
    QVERIFY(contentOf(m_queue->status(id).record.fileId) == read(path(u"big.txt"_s)));
}

void TestTransferQueue::aPausedDownloadGoesOnWhereItWas()
{
    const QByteArray content(3'000'000, 'x');
    const FileObject file = stored(content);
    m_proxy->add("GET", "/content", Fault::slow(1'000'000));
    const QString id = m_queue->addDownload(file, path(u"copy.txt"_s), false);
    QTRY_VERIFY(m_queue->status(id).bytesDone > 300'000);
    m_queue->pause({id});
    QTRY_COMPARE(state(id), State::Paused);
    const qint64 had = m_queue->status(id).bytesDone;
    QCOMPARE(QFileInfo(path(u"copy.txt.part"_s)).size(), had);
    m_server.clearLog();
    m_queue->resume({id});
    QTRY_COMPARE(state(id), State::Completed);
    QVERIFY(read(path(u"copy.txt"_s)) == content);
    QVERIFY(!QFile::exists(path(u"copy.txt.part"_s)));
    QCOMPARE(m_proxy->count("GET", "/content"), 2);
    const QJsonArray log = m_server.log();
    bool partial = false;
    for (const QJsonValue &entry : log)
        partial = partial || entry[u"status"_s].toInt() == 206;
    QVERIFY(partial); // only the rest came
}

void TestTransferQueue::noMoreAtOnceThanAllowed()
{
    openQueue(1, 2);
    m_proxy->add("POST", "/files", Fault::stall(), -1);
    QList<UploadOrder> orders;
    for (int i = 0; i < 6; ++i)
        orders << order(u"%1.txt"_s.arg(i), 10);
    m_queue->addUploads(orders);
    QTRY_COMPARE(m_proxy->count("POST", "/files"), 2);
    QCOMPARE(m_queue->totals().working, 2);
    QCOMPARE(m_queue->totals().active, 6);
    m_queue->setAtOnce(3);
    QTRY_COMPARE(m_proxy->count("POST", "/files"), 3);
}

void TestTransferQueue::smallFilesHaveARateTogether()
{
    // Each is over long before half a second of it was seen, which is what the rate of one takes.
    constexpr qint64 size = 20'000;
    constexpr qint64 limit = 200'000;
    openQueue(1, 1);
    m_session->setTransferRates(limit, 0);
    QList<UploadOrder> orders;
    for (int i = 0; i < 20; ++i)
        orders << order(u"small-%1.jsonl"_s.arg(i), size);
    double most = 0;
    connect(m_queue.get(), &TransferQueue::progressed, this, [&] { most = std::max(most, m_queue->totals().uploadRate); });
    const QStringList ids = m_queue->addUploads(orders);
    QTRY_COMPARE_WITH_TIMEOUT(state(ids.last()), State::Completed, 30'000);
    QVERIFY2(most > 0 && most < 5 * limit, qPrintable(QString::number(most)));
    QCOMPARE(m_queue->totals().uploadRate, 0.0); // nothing works
}

void TestTransferQueue::theOrderIsThePersons()
{
    openQueue(1, 1);
    m_proxy->add("POST", "/files", Fault::stall());
    QList<UploadOrder> orders;
    for (int i = 0; i < 5; ++i)
        orders << order(u"%1.txt"_s.arg(i), 10);
    const QStringList ids = m_queue->addUploads(orders);
    QTRY_COMPARE(m_proxy->count("POST", "/files"), 1);
    m_queue->move({ids.at(3)}, -1);
    QCOMPARE(m_queue->ids(), (QStringList{ids.at(0), ids.at(1), ids.at(3), ids.at(2), ids.at(4)}));
    m_queue->move({ids.at(4)}, INT_MIN);
    m_queue->move({ids.at(1)}, INT_MAX);
    const QStringList wanted{ids.at(0), ids.at(4), ids.at(3), ids.at(2), ids.at(1)};
    QCOMPARE(m_queue->ids(), wanted);
    QStringList ended;
    connect(m_queue.get(), &TransferQueue::ended, this, [&ended](const QString &id) { ended << id; });
    m_queue->cancel({ids.at(0)}); // its body is out: a question, and the next has its turn
    QTRY_COMPARE(ended.size(), 5);
    QCOMPARE(ended, wanted);
    openQueue(1, 1);
    QCOMPARE(m_queue->ids(), wanted); // and so it is in the next run
}

void TestTransferQueue::theNextRunGoesOn()
{
    m_proxy->add("POST", "/parts", Fault::stall());
    const QString running = upload(u"big.txt"_s, 17 * mebibyte);
    QTRY_COMPARE_WITH_TIMEOUT(m_queue->status(running).parts.count(PartState::Done), 2, 20'000);
    const QString paused = upload(u"other.txt"_s, 10);
    m_queue->pause({paused});
    QTRY_VERIFY(state(paused) == State::Paused || state(paused) == State::Completed);
    m_proxy->clearSeen();
    openQueue();
    QVERIFY(state(running) == State::Running);
    QTRY_COMPARE_WITH_TIMEOUT(state(running), State::Completed, 20'000);
    QCOMPARE(m_proxy->count("POST", "/parts"), 1);
    QVERIFY(contentOf(m_queue->status(running).record.fileId) == read(path(u"big.txt"_s)));
}

void TestTransferQueue::historyIsKeptAndCleared()
{
    const QString id = upload(u"a.txt"_s, 10);
    QTRY_COMPARE(state(id), State::Completed);
    openQueue();
    QCOMPARE(state(id), State::Completed);
    QCOMPARE(m_proxy->count("POST", "/files"), 1);
    QSignalSpy removed(m_queue.get(), &TransferQueue::removed);
    m_queue->remove({id});
    QCOMPARE(removed.size(), 1);
    openQueue();
    QVERIFY(m_queue->ids().isEmpty());
}

void TestTransferQueue::aPathThatIsNoFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("gone") << u"nothing.txt"_s;
    QTest::newRow("a folder") << u"journal"_s;
}

void TestTransferQueue::aPathThatIsNoFile()
{
    QFETCH(QString, name);
    for (const qint64 size : {qint64(10), 9 * mebibyte}) {
        const QString id = m_queue->addUploads({{path(name), name, size, u"evals"_s, {}}}).first();
        QTRY_COMPARE(state(id), State::Failed);
        QCOMPARE(m_queue->status(id).record.error.kind, ApiError::Kind::LocalFile);
    }
    QCOMPARE(m_proxy->seen().size(), 0);
}

void TestTransferQueue::listsAnswerWhileTransfersStall()
{
    openQueue(1, 6);
    m_proxy->add("POST", "/parts", Fault::stall(), -1);
    m_proxy->add("POST", "/files", Fault::stall(), -1);
    QList<UploadOrder> orders{order(u"big.txt"_s, 41 * mebibyte)};
    for (int i = 0; i < 5; ++i)
        orders << order(u"%1.txt"_s.arg(i), 10);
    m_queue->addUploads(orders);
    QTRY_VERIFY(m_proxy->count("POST", "/parts") + m_proxy->count("POST", "/files") >= 6);
    bool answered = false;
    m_session->files().list({}, this, [&answered](const Result<Page<FileObject>> &page) { answered = page.has_value(); });
    QTRY_VERIFY(answered);
}

QTEST_GUILESS_MAIN(TestTransferQueue)
#include "tst_transferqueue.moc"

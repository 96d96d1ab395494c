// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/transferwatch.h"

#include "api/session.h"
#include "audit/auditlog.h"
#include "index/objectindex.h"
#include "net/requestqueue.h"
#include "settings/profilestore.h"
#include "settings/settings.h"
#include "watch/jobwatch.h"
#include "support/fakeclock.h"
#include "support/faketransport.h"
#include "transfers/transferjournal.h"
#include "transfers/transferqueue.h"
#include "ui/context/archiveservice.h"
#include "ui/context/profileconnector.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagebar.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using State = TransferRecord::State;

namespace {

/// Nothing here makes an archive.
class NoArchives final : public ArchiveService
{
public:
    void look(const QString &, QObject *, std::function<void(const ArchiveFolder &)>) override { }
    ArchiveSource sourceOf(const Profile &) const override { return {}; }
    void start(const Profile &, const QString &, const ArchiveChoice &) override { }
    void goOn() override { }
    QString lastFolder(const Profile &) const override { return {}; }
    ArchiveJob *job() const override { return nullptr; }
    bool isBusy() const override { return false; }
    void open(const QString &, QObject *, std::function<void(const QString &, const QString &)>) override { }
    void workOnCopy(const Profile &, const QString &, QObject *, std::function<void(qint64, qint64)>,
                    std::function<void(const QString &, const QString &)>) override { }
};

/// Nothing here opens a profile.
class NoConnector final : public ProfileConnector
{
public:
    void open(const QString &) override { }
    void test(const Profile &, const SecretString &, QObject *, std::function<void(const ConnectionReport &)>) override { }
    void addSampleData(QObject *, std::function<void(const QString &)>) override { }
    void countUnfinishedTransfers(const QString &, QObject *, std::function<void(int)>) override { }
    void forgetTransfers(const QString &) override { }
    QString indexFile(const QString &) const override { return {}; }
    QString cleaningFile(const QString &) const override { return {}; }
    void localSession(QObject *, std::function<void(Session *, const QString &)>) override { }
};

class NoSecrets final : public SecretStore
{
public:
    Kind kind() const override { return Kind::Memory; }
    QString description() const override { return {}; }
    void read(const QString &, SecretKind, bool, QObject *, std::function<void(const ReadResult &)>) override { }
    void write(const QString &, SecretKind, const SecretString &, QObject *, std::function<void(const WriteResult &)>) override { }
    void remove(const QString &, SecretKind, bool, QObject *, std::function<void(const RemoveResult &)>) override { }
};

} // namespace

/// What the window says of transfers, and when it holds its tongue. Time is the test's.
class TestTransferWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init();
    void cleanup();

    void shortWorkEndsWithoutAWord();
    void longWorkIsSaidOnce_data();
    void longWorkIsSaidOnce();
    void whatWasCancelledIsNoNews();
    void settingsOutOfRangeAreBroughtIntoIt();
    void leavingSaysHowManyGoOn();
    void whatAnEarlierRunLeftIsOffered();
    void whatGoesOnIsSaidUntilItIsDone();

private:
    void open();
    QStringList add(int good, int bad);
    void seed(const QList<TransferRecord> &records);
    QString journalFolder() const { return m_folder->filePath(u"journal"_s); }
    bool idle() const { return m_queue->counts().active == 0; }

    Theme m_theme;
    FakeClock m_clock;
    NoConnector m_connector;
    NoArchives m_archives;
    NoSecrets m_secrets;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ProfileStore> m_profiles;
    FakeTransport *m_transport = nullptr;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<TransferQueue> m_queue;
    ObjectIndex m_index{{}, m_clock};
    std::unique_ptr<JobWatch> m_jobs;
    std::unique_ptr<AuditLog> m_audit;
    std::unique_ptr<QWidget> m_window;
    MessageBar *m_bar = nullptr;
    TransferWatch *m_watch = nullptr;
};

void TestTransferWatch::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings.json"_s));
    m_profiles = std::make_unique<ProfileStore>(m_folder->filePath(u"profiles.json"_s));
    auto transport = std::make_unique<FakeTransport>(&m_clock);
    m_transport = transport.get();
    RequestQueue::Options options;
    options.baseUrl = QUrl(u"http://127.0.0.1:1/v1"_s);
    options.credentials.apiKey = u"sk-test"_s;
    m_session = std::make_unique<Session>(std::make_unique<RequestQueue>(options, std::move(transport), m_clock, [] { return 0.5; }), m_clock);
    m_window = std::make_unique<QWidget>();
    m_bar = new MessageBar(m_theme, m_window.get());
}

void TestTransferWatch::cleanup()
{
    m_window.reset();
    m_jobs.reset();
    m_audit.reset();
    m_queue.reset();
    m_session.reset();
    m_settings.reset();
}

void TestTransferWatch::open()
{
    TransferQueue::Options options;
    options.journalFolder = journalFolder();
    options.mostFailures = 1;
    m_queue = std::make_unique<TransferQueue>(*m_session, options);
    m_jobs = std::make_unique<JobWatch>(*m_session, m_index, *m_queue, m_clock);
    m_audit = std::make_unique<AuditLog>(AuditLog::Options{}, m_session->requestLog(), m_clock);
    const ShellContext shell{*m_settings, *m_profiles, m_secrets, m_connector, m_archives, m_theme, m_clock};
    m_watch = new TransferWatch({shell, m_profiles->profiles().first(), *m_session, *m_queue, m_index, *m_jobs, *m_audit},
                                *m_bar, m_window.get());
    QSignalSpy opened(m_queue.get(), &TransferQueue::opened);
    m_queue->open();
    QVERIFY(opened.wait());
}

/// Uploads that wait for the server's word, each called by its number; bad ones are refused.
QStringList TestTransferWatch::add(int good, int bad)
{
    QList<UploadOrder> orders;
    for (int i = 0; i < good + bad; ++i) {
        FakeReply reply = i < good ? FakeReply::json(R"({"id":"file-)" + QByteArray::number(i) + R"(","object":"file","bytes":4,"created_at":1,)"
                                                     R"("filename":"x","purpose":"evals","status":"processed"})")
                                   : FakeReply::error(400, "bad", "invalid_request_error");
        reply.delayMs = 20'000; // on the test's clock
        m_transport->once(Method::Post, u"/v1/files"_s, reply);
        const QString path = m_folder->filePath(u"%1.txt"_s.arg(i));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write("data") != 4)
            qFatal("cannot write %s", qPrintable(path));
        orders << UploadOrder{path, {}, 4, u"evals"_s, {}};
    }
    return m_queue->addUploads(orders);
}

void TestTransferWatch::seed(const QList<TransferRecord> &records)
{
    TransferJournal journal(journalFolder());
    int left = int(records.size());
    journal.load(&journal, [&](const TransferJournal::Contents &) {
        for (const TransferRecord &record : records)
            journal.save(record, &journal, [&left](const Result<void> &) { --left; });
    });
    QTRY_COMPARE(left, 0);
}

void TestTransferWatch::shortWorkEndsWithoutAWord()
{
    open();
    QSignalSpy notice(m_watch, &TransferWatch::notice);
    m_queue->addUploads({{m_folder->filePath(u"not there"_s), u"gone.txt"_s, 4, u"evals"_s, {}}});
    QTRY_VERIFY(idle());
    FakeClock::settle();
    QCOMPARE(notice.size(), 0);
}

void TestTransferWatch::longWorkIsSaidOnce_data()
{
    QTest::addColumn<int>("good");
    QTest::addColumn<int>("bad");
    QTest::addColumn<QString>("said");
    QTest::newRow("one") << 1 << 0 << u"0.txt is done"_s;
    QTest::newRow("one that failed") << 0 << 1 << u"0.txt was not transferred"_s;
    QTest::newRow("several") << 3 << 0 << u"3 transfers done"_s;
    QTest::newRow("some that failed") << 2 << 1 << u"2 transfers done, 1 failed"_s;
}

void TestTransferWatch::longWorkIsSaidOnce()
{
    QFETCH(int, good);
    QFETCH(int, bad);
    QFETCH(QString, said);
    open();
    QSignalSpy notice(m_watch, &TransferWatch::notice);
    add(good, bad);
    QTRY_COMPARE(m_transport->count(Method::Post, u"/v1/files"_s), good + bad); // all out at once
    QCOMPARE(notice.size(), 0);
    m_clock.advance(20'000);
    QTRY_VERIFY(idle());
    QTRY_COMPARE(notice.size(), 1);
    const QString headline = notice.first().first().toString();
    if (good + bad == 1)
        QCOMPARE(headline, said);
    else // without a translation "(s)" stands in it
        QCOMPARE(QString(headline).replace(u"transfer(s)"_s, u"transfers"_s), said);
    FakeClock::settle();
    QCOMPARE(notice.size(), 1);
}

void TestTransferWatch::whatWasCancelledIsNoNews()
{
    m_settings->set(Setting::TransfersAtOnce, 1);
    open();
    QSignalSpy notice(m_watch, &TransferWatch::notice);
    const QStringList ids = add(2, 0);
    QTRY_COMPARE(m_transport->count(Method::Post, u"/v1/files"_s), 1);
    m_queue->cancel({ids.last()});
    m_clock.advance(20'000);
    QTRY_COMPARE(notice.size(), 1);
    QCOMPARE(notice.first().first().toString(), u"0.txt is done"_s); // of two, one was wanted in the end
}

void TestTransferWatch::settingsOutOfRangeAreBroughtIntoIt()
{
    m_settings->set(Setting::TransfersAtOnce, 99);
    open();
    add(8, 0);
    QTRY_COMPARE(m_transport->count(Method::Post, u"/v1/files"_s), 6);
    FakeClock::settle();
    QCOMPARE(m_queue->totals().working, 6);
}

void TestTransferWatch::leavingSaysHowManyGoOn()
{
    open();
    QVERIFY(m_watch->whatGoesOn().isEmpty());
    add(2, 0);
    QVERIFY2(m_watch->whatGoesOn().startsWith(u'2') && m_watch->whatGoesOn().contains(u"kept"_s), qPrintable(m_watch->whatGoesOn()));
    m_queue->pause(m_queue->ids());
    m_clock.advance(20'000); // those that are out end, whatever becomes of them
    QTRY_VERIFY(m_watch->whatGoesOn().isEmpty());
}

void TestTransferWatch::whatAnEarlierRunLeftIsOffered()
{
    TransferRecord pending;
    pending.id = u"u1"_s;
    pending.position = 1;
    pending.state = State::Paused;
    pending.stage = TransferRecord::Stage::Sending;
    pending.name = u"pending.bin"_s;
    pending.path = m_folder->filePath(pending.name);
    pending.size = 100;
    pending.purpose = u"evals"_s;
    pending.inParts = true;
    pending.uploadId = u"upload_1"_s;
    pending.uploadExpiresAt = m_clock.unixSeconds() + 3000;
    pending.partSize = 50;
    pending.partIds = QStringList{u"part_1"_s, QString()};
    seed({pending});
    for (int i = 0; i < 5; ++i) {
        QFile bad(journalFolder() + u"/bad%1.transfer.json"_s.arg(i));
        QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write("{") == 1);
    }
    open();
    QVERIFY(m_bar->isShowing());
    QCOMPARE(m_bar->message().kind, Message::Kind::Warning);
    QCOMPARE(m_bar->message().choices.size(), 2);
    const QString text = m_bar->message().text;
    QVERIFY2(text.contains(u"bad0"_s) && text.contains(u"bad1"_s) && !text.contains(u"bad2"_s), qPrintable(text));
    QVERIFY2(text.contains(u"3 more"_s), qPrintable(text)); // five would push the page out of the window
    // Decided elsewhere, it is offered no more.
    m_transport->always(Method::Post, u"/v1/uploads/upload_1/cancel"_s, FakeReply::json(R"({"id":"upload_1","object":"upload","status":"cancelled"})"));
    m_queue->cancel({pending.id});
    QTRY_COMPARE(m_queue->record(pending.id).state, State::Cancelled);
    QTRY_VERIFY(!m_bar->isShowing());
}

void TestTransferWatch::whatGoesOnIsSaidUntilItIsDone()
{
    QList<TransferRecord> records;
    for (int i = 0; i < 2; ++i) {
        TransferRecord record;
        record.id = u"u%1"_s.arg(i);
        record.position = i;
        record.state = State::Queued;
        record.name = u"%1.txt"_s.arg(i);
        record.path = m_folder->filePath(record.name);
        record.size = 4;
        record.purpose = u"evals"_s;
        QFile file(record.path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("data") == 4);
        records << record;
        FakeReply reply = FakeReply::json(R"({"id":"file-1","object":"file","bytes":4,"created_at":1,"filename":"x","purpose":"evals"})");
        reply.delayMs = 1000;
        m_transport->once(Method::Post, u"/v1/files"_s, reply);
    }
    seed(records);
    open();
    QVERIFY(m_bar->isShowing());
    QVERIFY2(m_bar->message().text.startsWith(u"2 transfer"_s), qPrintable(m_bar->message().text));
    QTRY_VERIFY((m_clock.advance(1000), idle()));
    QTRY_VERIFY(!m_bar->isShowing());
}

QTEST_MAIN(TestTransferWatch)
#include "tst_transferwatch.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/auditlog.h"
#include "fulldisk.h"
#include "net/redactor.h"
#include "net/queuebench.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Outcome = AuditEntry::Outcome;

namespace {

ApiRequest removal(const QString &path = u"/files/file-1"_s)
{
    ApiRequest request;
    request.method = Method::Delete;
    request.path = path;
    request.effect = Effect::Deletes;
    return request;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void append(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestAuditLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void theLineIsThereBeforeTheCallLeaves();
    void aResultIsThereBeforeTheNextCallLeaves();
    void aResultIsThereWhenTheProgramEnds();
    void onlyChangesAreKept();
    void outcomes_data();
    void outcomes();
    void whatADeletionDidIsKnownByItsAnswer_data();
    void whatADeletionDidIsKnownByItsAnswer();
    void everyAttemptIsAnEntry();
    void aDeletionDoneBeforeIsDone();
    void whatHadNoAnswerWhenTheProgramEndedIsUnknown();
    void whatIsUnderWayIsNotUnknown();
    void aClearedRequestLogLosesNoResult();
    void whatWasSentIsThereAgain();
    void aFormKeepsTheNameOfItsFile();
    void namesAreAskedForBeforeTheCallLeaves();
    void whatWasMadeIsKnownByItsAnswer();
    void twoThatAreUnderWayAtOnceAreNotMixedUp();
    void keysAreNeverWritten();
    void whatCannotBeReadIsLeftWhereItIs();
    void aTornLineSpoilsNoOther();
    void numbersCountUpThroughTheRuns();
    void theOldestGoes();
    void aFolderThatCannotBeWrittenIsSaid();
#ifdef Q_OS_UNIX
    void whatAFullDiskDoesNotTakeIsWrittenLater();
#endif
    void withoutAFileThisRunIsKept();
    void theFileIsOnlyForItsOwner();

private:
    void open(qint64 mostBytes = 64'000'000);
    QList<AuditEntry> entries();
    void sendAll(const QList<ApiRequest> &requests);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<AuditLog> m_log;
};

void TestAuditLog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"audit/local.jsonl"_s); // the folder is made
    m_bench = std::make_unique<Bench>();
    m_bench->wire->setHandler([](const FakeRequest &) { return FakeReply::json("{}"); });
}

void TestAuditLog::cleanup()
{
    m_log.reset();
    m_bench.reset();
    m_folder.reset();
}

void TestAuditLog::open(qint64 mostBytes)
{
    m_log.reset();
    m_log = std::make_unique<AuditLog>(AuditLog::Options{m_path, u"Work"_s, mostBytes}, m_bench->queue->log(),
                                       m_bench->clock);
}

QList<AuditEntry> TestAuditLog::entries()
{
    QList<AuditEntry> found;
    bool done = false;
    m_log->read(this, [&](const QList<AuditEntry> &all) {
        found = all;
        done = true;
    });
    return QTest::qWaitFor([&] { return done; }, 30'000) ? found : QList<AuditEntry>();
}

void TestAuditLog::sendAll(const QList<ApiRequest> &requests)
{
    const qsizetype before = m_bench->results.size();
    for (const ApiRequest &request : requests)
        m_bench->send(request);
    QVERIFY(QTest::qWaitFor([&] {
        m_bench->clock.advance(30'000); // waits between attempts as well
        return m_bench->results.size() == before + requests.size();
    }));
}

void TestAuditLog::theLineIsThereBeforeTheCallLeaves()
{
    open();
    QByteArray atThatTime;
    m_bench->wire->setHandler([&](const FakeRequest &) {
        atThatTime = contentOf(m_path);
        return FakeReply::json("{}");
    });
    sendAll({removal()});
    QCOMPARE(atThatTime.count('\n'), 1);
    const QJsonObject line = QJsonDocument::fromJson(atThatTime).object();
    QCOMPARE(line[u"method"_s].toString(), u"DELETE"_s);
    QCOMPARE(line[u"path"_s].toString(), u"/files/file-1"_s);
    QCOMPARE(line[u"at"_s].toInteger(), 1'760'000'000);
    // Its result is a line of its own: nothing that was written is touched again.
    const QByteArray after = contentOf(m_path);
    QCOMPARE(after.count('\n'), 2);
    QVERIFY(after.startsWith(atThatTime));
}

void TestAuditLog::aResultIsThereBeforeTheNextCallLeaves()
{
    open();
    QList<QByteArray> atThatTime;
    m_bench->wire->setHandler([&](const FakeRequest &) {
        atThatTime << contentOf(m_path);
        return FakeReply::json("{}");
    });
    bool isDone = false;
    m_bench->queue->send(removal(), nullptr, [&](const Result<HttpAnswer> &) {
        m_bench->queue->send(removal(u"/files/file-2"_s), nullptr, [&](const Result<HttpAnswer> &) { isDone = true; });
    });
    QVERIFY(QTest::qWaitFor([&] { return isDone; }));
    QCOMPARE(atThatTime.size(), 2);
    const QList<QByteArray> lines = atThatTime.at(1).trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(1).contains("\"end\":\"done\""));
    QVERIFY(lines.at(2).contains("file-2"));
}

void TestAuditLog::aResultIsThereWhenTheProgramEnds()
{
    open();
    LoggedCall call;
    call.method = "DELETE";
    call.path = u"/files/file-1"_s;
    call.changes = true;
    RequestLog &requests = m_bench->queue->log();
    call.serial = requests.begin(call);
    call.status = 200;
    requests.end(call);
    m_log.reset(); // without another turn of the event loop
    QCOMPARE(contentOf(m_path).count('\n'), 2);
    open();
    QCOMPARE(entries().size(), 1);
    QCOMPARE(entries().first().outcome, Outcome::Done);
}

void TestAuditLog::onlyChangesAreKept()
{
    open();
    sendAll({read(), removal(), read(u"/files/file-2"_s)});
    QCOMPARE(entries().size(), 1);
    QCOMPARE(entries().first().call.method, "DELETE");
    QCOMPARE(entries().first().profile, u"Work"_s);
}

void TestAuditLog::outcomes_data()
{
    QTest::addColumn<bool>("creates");
    QTest::addColumn<FakeReply>("reply");
    QTest::addColumn<AuditEntry::Outcome>("outcome");
    QTest::addColumn<int>("status");
    QTest::addColumn<ApiError::Kind>("kind");
    using Kind = ApiError::Kind;
    QTest::newRow("done") << true << FakeReply::json("{}") << Outcome::Done << 200 << Kind::None;
    QTest::newRow("refused by the server")
        << true << FakeReply::error(400, "bad") << Outcome::Failed << 400 << Kind::Invalid;
    QTest::newRow("key not accepted") << false << FakeReply::error(401) << Outcome::Failed << 401
                                      << Kind::Unauthorized;
    QTest::newRow("not there") << false << FakeReply::error(404) << Outcome::Failed << 404 << Kind::NotFound;
    QTest::newRow("a create whose answer was lost")
        << true << FakeReply::broken(WireFailure::Network) << Outcome::Unknown << 0 << Kind::OutcomeUnknown;
    QTest::newRow("a deletion whose answer was lost")
        << false << FakeReply::broken(WireFailure::Network) << Outcome::Unknown << 0 << Kind::Network;
    QTest::newRow("a create that broke the server")
        << true << FakeReply::error(500) << Outcome::Unknown << 500 << Kind::OutcomeUnknown;
    QTest::newRow("a deletion that broke a gateway")
        << false << FakeReply::error(502) << Outcome::Unknown << 502 << Kind::Server;
    QTest::newRow("a deletion for which there was no time")
        << false << FakeReply::error(503) << Outcome::Failed << 503 << Kind::Server;
    QTest::newRow("nobody listens") << true << FakeReply::broken(WireFailure::Refused) << Outcome::Failed << 0
                                    << Kind::Refused;
}

void TestAuditLog::outcomes()
{
    QFETCH(bool, creates);
    QFETCH(FakeReply, reply);
    QFETCH(AuditEntry::Outcome, outcome);
    QFETCH(int, status);
    QFETCH(ApiError::Kind, kind);
    open();
    QSignalSpy changed(m_log.get(), &AuditLog::changed);
    m_bench->wire->setHandler([&](const FakeRequest &) { return reply; });
    sendAll({creates ? create() : removal()});
    QVERIFY(!changed.isEmpty());
    const AuditEntry told = changed.last().first().value<AuditEntry>();
    open(); // as it is read the next time
    const AuditEntry kept = entries().last();
    for (const AuditEntry &entry : {told, kept}) {
        QCOMPARE(entry.outcome, outcome);
        QCOMPARE(entry.call.status, status);
        QCOMPARE(entry.call.error.kind, kind);
        QVERIFY(!entry.isRunning());
    }
    QCOMPARE(kept.serial, told.serial);
    QCOMPARE(kept.call.requestId, told.call.requestId);
    QVERIFY(!kept.call.requestId.isEmpty());
}

void TestAuditLog::whatADeletionDidIsKnownByItsAnswer_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<AuditEntry::Outcome>("outcome");
    QTest::newRow("deleted") << QByteArray(R"({"id":"file-1","object":"file","deleted":true})") << Outcome::Done;
    QTest::newRow("with other spaces") << QByteArray("{\"deleted\"  :  true}") << Outcome::Done;
    QTest::newRow("not deleted") << QByteArray(R"({"id":"file-1","object":"file","deleted":false})") << Outcome::Failed;
    QTest::newRow("an error in it") << QByteArray(R"({"error":{"message":"no"}})") << Outcome::Unknown;
    QTest::newRow("it says so of something else") << QByteArray(R"({"error":{"message":"\"deleted\":true"}})") << Outcome::Unknown;
    QTest::newRow("nothing") << QByteArray() << Outcome::Unknown;
}

void TestAuditLog::whatADeletionDidIsKnownByItsAnswer()
{
    QFETCH(QByteArray, body);
    QFETCH(AuditEntry::Outcome, outcome);
    open();
    m_bench->queue->setObserver(m_log.get());
    m_bench->wire->setHandler([&](const FakeRequest &) { return FakeReply::json(body); });
    sendAll({removal()});
    QCOMPARE(entries().size(), 1);
    QCOMPARE(entries().first().outcome, outcome);
    m_bench->queue->setObserver(nullptr);
}

void TestAuditLog::everyAttemptIsAnEntry()
{
    open();
    m_bench->wire->once(Method::Delete, u"/v1/files/file-1"_s, FakeReply::error(503));
    sendAll({removal()});
    const QList<AuditEntry> all = entries();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.at(0).call.attempt, 1);
    QCOMPARE(all.at(0).outcome, Outcome::Failed);
    QCOMPARE(all.at(0).call.status, 503);
    QCOMPARE(all.at(1).call.attempt, 2);
    QCOMPARE(all.at(1).outcome, Outcome::Done);
}

void TestAuditLog::aDeletionDoneBeforeIsDone()
{
    open();
    m_bench->wire->once(Method::Delete, u"/v1/files/file-1"_s, FakeReply::broken(WireFailure::Network));
    m_bench->wire->once(Method::Delete, u"/v1/files/file-1"_s, FakeReply::error(404, "x", "invalid_request_error"));
    sendAll({removal()});
    const QList<AuditEntry> all = entries();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.at(0).outcome, Outcome::Unknown);
    QCOMPARE(all.at(1).outcome, Outcome::Done);
}

void TestAuditLog::whatHadNoAnswerWhenTheProgramEndedIsUnknown()
{
    open();
    m_bench->wire->setHandler([](const FakeRequest &) { return FakeReply::silence(); });
    m_bench->send(create());
    QVERIFY(QTest::qWaitFor([&] { return m_bench->wire->running() == 1; }));
    open(); // the log of before is gone, and the call with it
    const QList<AuditEntry> all = entries();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.first().outcome, Outcome::Unknown);
    QVERIFY(!all.first().isRunning());
    QCOMPARE(all.first().call.jsonBody, R"({"a":1})");
}

void TestAuditLog::whatIsUnderWayIsNotUnknown()
{
    open();
    QSignalSpy added(m_log.get(), &AuditLog::added);
    m_bench->wire->setHandler([](const FakeRequest &) { return FakeReply::silence(); });
    m_bench->send(create());
    QVERIFY(QTest::qWaitFor([&] { return m_bench->wire->running() == 1; }));
    QCOMPARE(added.size(), 1);
    QVERIFY(added.first().first().value<AuditEntry>().isRunning());
    QCOMPARE(entries().size(), 1);
    QVERIFY(entries().first().isRunning());
}

void TestAuditLog::aClearedRequestLogLosesNoResult()
{
    open();
    m_bench->wire->setHandler([this](const FakeRequest &) {
        m_bench->queue->log().clear();
        return FakeReply::json("{}");
    });
    sendAll({removal()});
    QCOMPARE(entries().size(), 1);
    QCOMPARE(entries().first().outcome, Outcome::Done);
}

void TestAuditLog::whatWasSentIsThereAgain()
{
    open();
    const QString nasty = u"a\"b\\c\n\t\u0001 \u00fc \u4f60 \U0001f600 </script>"_s;
    ApiRequest request = create(u"/vector_stores/vs_1"_s);
    request.body = std::make_shared<JsonBody>(QJsonObject{{u"name"_s, nasty}});
    request.headers.add("OpenAI-Beta", "assistants=v2");
    sendAll({request});
    const QString before = RequestLog::toCurl(m_bench->queue->log().calls().last());
    open();
    const LoggedCall call = entries().first().call;
    QCOMPARE(QJsonDocument::fromJson(call.jsonBody).object()[u"name"_s].toString(), nasty);
    QCOMPARE(RequestLog::toCurl(call), before);
    QVERIFY(before.contains(u"assistants=v2"_s));
    QVERIFY(!entries().first().lacksBody());
}

void TestAuditLog::aFormKeepsTheNameOfItsFile()
{
    open();
    const QString path = m_folder->filePath(u"tickets.jsonl"_s);
    append(path, "{}\n");
    ApiRequest request = create(u"/files"_s);
    request.body = std::make_shared<MultipartBody>(QList<QPair<QString, QString>>{{u"purpose"_s, u"batch"_s}},
                                                   MultipartBody::File{u"file"_s, path, u"tickets.jsonl"_s, 0, -1});
    sendAll({request});
    open();
    const QList<QPair<QString, QString>> expected{{u"purpose"_s, u"batch"_s}, {u"file"_s, u"@tickets.jsonl"_s}};
    QCOMPARE(entries().first().call.formFields, expected);
    QVERIFY(RequestLog::toCurl(entries().first().call).contains(u"tickets.jsonl"_s));
    QVERIFY(!contentOf(m_path).contains(m_folder->path().toUtf8())); // a name, not where it lies
}

void TestAuditLog::namesAreAskedForBeforeTheCallLeaves()
{
    open();
    bool gone = false;
    m_log->setNames([&](const LoggedCall &call) {
        return !gone && call.path == "/files/file-1"_L1 ? u"tickets.jsonl"_s : QString();
    });
    m_bench->wire->setHandler([&](const FakeRequest &) {
        gone = true;
        return FakeReply::json("{}");
    });
    sendAll({removal()});
    open();
    QCOMPARE(entries().first().name, u"tickets.jsonl"_s);
}

void TestAuditLog::whatWasMadeIsKnownByItsAnswer()
{
    open();
    m_bench->queue->setObserver(m_log.get());
    m_bench->wire->setHandler([](const FakeRequest &request) {
        if (request.path.endsWith("/files"_L1))
            return FakeReply::json(R"({"id":"file-9","object":"file"})");
        if (request.path.endsWith("/complete"_L1))
            return FakeReply::json(R"({"id":"upload_1","object":"upload","file":{"id":"file-10","object":"file"}})");
        return FakeReply::json(R"({"id":"batch_1","object":"batch"})");
    });
    for (const QString &path : {u"/files"_s, u"/uploads/upload_1/complete"_s, u"/batches/batch_1/cancel"_s}) {
        ApiRequest request;
        request.method = Method::Post;
        request.path = path;
        request.effect = Effect::Creates;
        sendAll({request});
    }
    // What was put somewhere was not made; and whatever a server says, no key gets into the log.
    m_log->setRedactor([](const QString &text) { return QString(text).remove(u"sk-test-secret-key"_s); });
    for (const QByteArray &id : {"file-1"_ba, "Bearer sk-test-secret-key"_ba, "sk-test-secret-key"_ba}) {
        const QByteArray object = id == "file-1" ? "vector_store.file" : "file";
        m_bench->wire->setHandler([id, object](const FakeRequest &) {
            return FakeReply::json(R"({"id":")" + id + R"(","object":")" + object + R"("})");
        });
        ApiRequest request;
        request.method = Method::Post;
        request.path = u"/vector_stores/vs_1/files"_s;
        request.effect = Effect::Creates;
        sendAll({request});
    }
    QVERIFY(!contentOf(m_path).contains("sk-test-secret-key"));
    for (const bool again : {false, true}) {
        if (again)
            open(); // as the next run reads it
        QStringList made;
        for (const AuditEntry &entry : entries())
            made << entry.madeId;
        // What is in the path already was there before.
        QCOMPARE(made, (QStringList{u"file-9"_s, u"file-10"_s, {}, {}, {}, {}}));
    }
}

void TestAuditLog::twoThatAreUnderWayAtOnceAreNotMixedUp()
{
    open();
    m_bench->queue->setObserver(m_log.get());
    // The first is answered last; one of the others fails, and a list of what is at the same path comes between.
    m_bench->wire->setHandler([](const FakeRequest &request) {
        if (request.method == Method::Get)
            return FakeReply::json(R"({"object":"list","data":[{"id":"batch_0","object":"batch"}]})");
        const int number = QJsonDocument::fromJson(request.body)[u"number"_s].toInt();
        FakeReply reply = number == 3 ? FakeReply::error(400, "bad")
                                      : FakeReply::json(R"({"id":"batch_)" + QByteArray::number(number) + R"(","object":"batch"})");
        reply.delayMs = 40'000 / number;
        return reply;
    });
    QList<ApiRequest> requests;
    for (int number = 1; number <= 4; ++number) {
        requests << create(u"/batches"_s);
        requests.last().body = std::make_shared<JsonBody>(QJsonObject{{u"number"_s, number}});
    }
    requests.insert(2, read(u"/batches"_s));
    sendAll(requests);
    QStringList made;
    for (const AuditEntry &entry : entries())
        made << entry.madeId;
    QCOMPARE(made, (QStringList{u"batch_1"_s, u"batch_2"_s, {}, u"batch_4"_s}));
}

void TestAuditLog::keysAreNeverWritten()
{
    open();
    const Redactor redactor({u"sk-test-secret-key"_s});
    m_log->setRedactor([&redactor](const QString &text) { return redactor.clean(text); });
    m_log->setNames([](const LoggedCall &) { return u"note of sk-test-secret-key"_s; });
    ApiRequest request = create(u"/batches/sk-test-secret-key"_s);
    request.body = std::make_shared<JsonBody>(
        QJsonObject{{u"note"_s, u"use sk-test-secret-key"_s}, {u"sk-admin-secret-key"_s, u"Bearer sk-live-abcdefgh"_s}});
    request.headers.add("X-Copy", "sk-test-secret-key");
    request.query = {{u"key"_s, u"sk-admin-secret-key"_s}};
    request.needsAdminKey = true;
    m_bench->wire->setHandler([](const FakeRequest &sent) {
        FakeReply reply = FakeReply::json(R"({"error":{"message":"Incorrect API key: sk-test-secret-key","type":"a",
            "code":"sk-admin-secret-key","param":null}})", 401);
        reply.headers.append({"x-request-id", sent.headers.value("authorization")});
        return reply;
    });
    sendAll({request});
    m_bench->wire->setHandler([](const FakeRequest &) { // of a gateway, no error of the API
        return FakeReply::json("<html>sk-test-secret-key sk-admin-secret-key</html>", 502);
    });
    sendAll({removal()});
    const QByteArray file = contentOf(m_path);
    QVERIFY(file.count('\n') >= 4);
    for (const char *key : {"sk-test-secret-key", "sk-admin-secret-key", "sk-live-abcdefgh", "secret"})
        QVERIFY2(!file.contains(key), key);
    QVERIFY(entries().first().call.admin); // which of them it was is told
    QVERIFY(RequestLog::toCurl(entries().first().call).contains(u"$OPENAI_ADMIN_KEY"_s));
}

void TestAuditLog::whatCannotBeReadIsLeftWhereItIs()
{
    open();
    sendAll({removal(u"/files/file-1"_s)});
    m_log.reset();
    const QByteArray foreign = "not JSON at all\n{\"n\":\"x\"}\n[1,2]\n\n{\"n\":9007199254740000,\"method\":\"\"}\n"
                               "\xff\xfe\n";
    append(m_path, foreign);
    open();
    sendAll({removal(u"/files/file-2"_s)});
    const QList<AuditEntry> all = entries();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.at(0).call.path, u"/files/file-1"_s);
    QCOMPARE(all.at(1).call.path, u"/files/file-2"_s);
    QCOMPARE(m_log->unreadableLines(), 5); // an empty line is none
    QVERIFY(contentOf(m_path).contains(foreign));
}

void TestAuditLog::aTornLineSpoilsNoOther()
{
    open();
    sendAll({removal(u"/files/file-1"_s)});
    m_log.reset();
    append(m_path, R"({"n":1760000000000999,"at":1760)"); // the machine stopped while it was written
    open();
    sendAll({removal(u"/files/file-2"_s)});
    const QList<AuditEntry> all = entries();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.at(1).outcome, Outcome::Done);
    QCOMPARE(m_log->unreadableLines(), 1);
}

void TestAuditLog::numbersCountUpThroughTheRuns()
{
    QSet<qint64> seen;
    qint64 last = 0;
    for (int run = 0; run < 3; ++run) {
        open();
        sendAll({removal(), create()});
        m_bench->clock.advance(1000);
    }
    for (const AuditEntry &entry : entries()) {
        QVERIFY(entry.serial > last);
        last = entry.serial;
        seen.insert(entry.serial);
    }
    QCOMPARE(seen.size(), 6);
}

void TestAuditLog::theOldestGoes()
{
    constexpr qint64 most = 20'000;
    open(most);
    for (int i = 0; i < 100; ++i)
        sendAll({removal(u"/files/file-%1"_s.arg(i))});
    QVERIFY(QFileInfo(m_path).size() + QFileInfo(m_path + u".1"_s).size() <= most);
    const QList<AuditEntry> all = entries();
    QVERIFY(all.size() > 10 && all.size() < 100);
    QCOMPARE(m_log->unreadableLines(), 0); // a result whose call is gone with the older half is no riddle
    for (qsizetype i = 0; i < all.size(); ++i) { // the newest, without a gap
        QCOMPARE(all.at(i).call.path, u"/files/file-%1"_s.arg(100 - all.size() + i));
        QCOMPARE(all.at(i).outcome, Outcome::Done);
    }
}

void TestAuditLog::aFolderThatCannotBeWrittenIsSaid()
{
    // A file stands where the folder should be; root may write anywhere else.
    append(m_folder->filePath(u"audit"_s), "in the way");
    open();
    QVERIFY(!m_log->problem().isEmpty());
    QSignalSpy problem(m_log.get(), &AuditLog::problemChanged);
    m_bench->wire->once(Method::Delete, u"/v1/files/file-1"_s, FakeReply::error(400));
    sendAll({removal(u"/files/file-1"_s), removal(u"/files/file-2"_s)});
    QCOMPARE(entries().size(), 2); // of this run, in memory
    QCOMPARE(entries().at(0).outcome, Outcome::Failed);
    QCOMPARE(entries().at(1).outcome, Outcome::Done);
    QCOMPARE(problem.size(), 0); // it is the same one
    // What is in the way goes, and all is well without a restart.
    QVERIFY(QFile::remove(m_folder->filePath(u"audit"_s)));
    sendAll({removal(u"/files/file-3"_s)});
    QCOMPARE(problem.size(), 1);
    QVERIFY(m_log->problem().isEmpty());
    QCOMPARE(entries().size(), 3);
    // What was kept in memory is written as well, and once.
    QCOMPARE(contentOf(m_path).count('\n'), 6);
    open();
    QCOMPARE(entries().size(), 3);
    QCOMPARE(entries().at(0).outcome, Outcome::Failed);
    QCOMPARE(entries().at(2).outcome, Outcome::Done);
}

#ifdef Q_OS_UNIX
void TestAuditLog::whatAFullDiskDoesNotTakeIsWrittenLater()
{
    open();
    sendAll({removal(u"/files/file-1"_s)});
    {
        // It is full within the second line that follows.
        const QByteArray one = contentOf(m_path).split('\n').first();
        const FullDisk full(QFileInfo(m_path).size() + one.size() + 20);
        sendAll({removal(u"/files/file-2"_s), removal(u"/files/file-3"_s)});
        QVERIFY(!m_log->problem().isEmpty());
        QCOMPARE(entries().size(), 3);
    }
    open(); // room again, and the profile is closed
    const QList<AuditEntry> all = entries();
    QCOMPARE(all.size(), 3);
    for (qsizetype i = 0; i < all.size(); ++i) {
        QCOMPARE(all.at(i).call.path, u"/files/file-%1"_s.arg(i + 1));
        QCOMPARE(all.at(i).outcome, Outcome::Done);
    }
}
#endif

void TestAuditLog::withoutAFileThisRunIsKept()
{
    m_path.clear();
    open();
    sendAll({removal(), create()});
    QCOMPARE(entries().size(), 2);
    QCOMPARE(entries().at(1).outcome, Outcome::Done);
    QVERIFY(m_log->problem().isEmpty());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries).size(), 0);
}

void TestAuditLog::theFileIsOnlyForItsOwner()
{
    open();
    sendAll({removal()});
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFileInfo(m_path).permissions() & others));
}


QTEST_GUILESS_MAIN(TestAuditLog)
#include "tst_auditlog.moc"

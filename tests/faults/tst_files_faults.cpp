// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultbench.h"

#include "base/requestlog.h"
#include "support/faultproxy.h"
#include "support/rawserver.h"
#include "support/serverprocess.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <optional>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Kind = ApiError::Kind;

namespace {

const QString key = u"sk-faults-0123456789abcdef"_s;
const QByteArray content(5000, 'x');

class MemorySink final : public ContentSink
{
public:
    bool begin(qint64, qint64) override
    {
        bytes.clear();
        return true;
    }
    bool write(const QByteArray &piece) override
    {
        bytes += piece;
        return true;
    }
    QString errorText() const override { return {}; }
    QByteArray bytes;
};

/// How an operation ended.
struct Ending
{
    ApiError error;       ///< kind None when it went well
    bool asWanted = true; ///< what it gave is right
};

struct Operation
{
    const char *name;
    const char *method;
    const char *pathEnd; ///< as the fault proxy matches it
};

constexpr Operation operations[] = {
    {"list", "GET", "/files"},    {"retrieve", "GET", ""},  {"content", "GET", "/content"},
    {"create", "POST", "/files"}, {"delete", "DELETE", ""},
};

bool isRead(const QString &operation)
{
    return operation != "create"_L1 && operation != "delete"_L1;
}

} // namespace

/// Each Files operation under each fault, against the real local server with a fault proxy before it.
class TestFilesFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void lastingFaults_data();
    void lastingFaults();
    void passingFaults_data();
    void passingFaults();
    void nothingListens_data();
    void nothingListens();
    void aLostCreateIsFoundAgain();

private:
    std::unique_ptr<Session> session(const QUrl &url, qint64 silenceMs = 60'000);
    /// Runs the operation to its end.
    std::optional<Ending> run(Session &session, const QString &operation);
    void addFault(const QString &fault, const QString &operation, int times);
    int filesNamed(const QString &name) const;
    void verifyTheKeyStayedHome(const Session &session) const;

    ServerProcess m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    RawServer m_elsewhere;
    HastyClock m_clock;
    QTemporaryDir m_dir;
    QString m_target;  ///< id of a file made for the row
    QString m_newName; ///< of the file a create makes
};

void TestFilesFaults::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.errorText()));
    m_proxy = std::make_unique<FaultProxy>(m_server.url());
}

void TestFilesFaults::init()
{
    static int row = 0;
    m_newName = u"new-%1.jsonl"_s.arg(++row);
    QFile file(m_dir.filePath(m_newName));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"custom_id\":\"1\"}\n");
    file.close();
    const RawReply made = postForm(
        m_server.url(), "/v1/files",
        {{"purpose", "fine-tune", {}}, {"file", content, "target-" + QByteArray::number(row) + ".jsonl"}});
    QCOMPARE(made.status, 200);
    m_target = made.json().value("id"_L1).toString();
    m_proxy->clearFaults();
    m_proxy->clearSeen();
    m_server.clearLog();
}

std::unique_ptr<Session> TestFilesFaults::session(const QUrl &url, qint64 silenceMs)
{
    return sessionAt(url, key, m_clock, silenceMs);
}

std::optional<Ending> TestFilesFaults::run(Session &session, const QString &operation)
{
    std::optional<Ending> ending;
    const auto store = [&ending](const auto &result, const auto &check) {
        ending.emplace();
        if (result)
            ending->asWanted = check(*result);
        else
            ending->error = result.error();
    };
    FilesApi &files = session.files();
    const auto sink = std::make_shared<MemorySink>();
    if (operation == "list"_L1) {
        files.list({}, this, [&](Result<Page<FileObject>> r) {
            store(r, [&](const auto &page) {
                return std::any_of(page.items.begin(), page.items.end(),
                                   [&](const FileObject &f) { return f.id == m_target; });
            });
        });
    } else if (operation == "retrieve"_L1) {
        files.retrieve(m_target, this, [&](Result<FileObject> r) {
            store(r, [&](const FileObject &f) { return f.bytes == content.size(); });
        });
    } else if (operation == "content"_L1) {
        files.content(m_target, sink, this, [&](Result<qint64> r) {
            store(r, [&](qint64 count) { return count == content.size() && sink->bytes == content; });
        });
    } else if (operation == "create"_L1) {
        files.create({.path = m_dir.filePath(m_newName),
                      .filename = {},
                      .purpose = u"batch"_s,
                      .expiresAfterSeconds = {}},
                     this, [&](Result<FileObject> r) {
                         store(r, [&](const FileObject &f) { return f.filename == m_newName; });
                     });
    } else {
        files.remove(m_target, this,
                     [&](Result<bool> r) { store(r, [](bool deletedNow) { return deletedNow; }); });
    }
    [&] { QTRY_VERIFY_WITH_TIMEOUT(ending, 30'000); }();
    return ending;
}

void TestFilesFaults::addFault(const QString &fault, const QString &operation, int times)
{
    const auto op = std::find_if(std::begin(operations), std::end(operations),
                                 [&](const Operation &o) { return operation == QLatin1StringView(o.name); });
    const std::optional<Fault> thing = faultCalled(fault, m_elsewhere.url(u"/v1/files"_s));
    QVERIFY2(thing, "unknown fault");
    m_proxy->add(op->method, op->pathEnd, *thing, times);
}

int TestFilesFaults::filesNamed(const QString &name) const
{
    const QJsonArray files =
        rawRequest(m_server.url(), "GET", "/v1/files?limit=10000").json().value("data"_L1).toArray();
    return int(std::count_if(files.begin(), files.end(), [&](const QJsonValue &file) {
        return file.toObject().value("filename"_L1).toString() == name;
    }));
}

void TestFilesFaults::verifyTheKeyStayedHome(const Session &session) const
{
    QCOMPARE(m_elsewhere.connections(), 0);
    for (const LoggedCall &call : session.requestLog().calls()) {
        const QString text = RequestLog::toCurl(call) + RequestLog::toPython(call) + call.error.details();
        QVERIFY2(!text.contains(key), qPrintable(text));
    }
}

void TestFilesFaults::lastingFaults_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<int>("filesMade");   // by a create, counted at the server afterwards
    QTest::addColumn<bool>("targetLeft"); // whether the file there was is still there
    for (const Operation &operation : operations) {
        const QString name = QString::fromLatin1(operation.name);
        const bool creates = name == "create"_L1;
        const bool deletes = name == "delete"_L1;
        const auto row = [&](const char *fault, Kind kind, int attempts, int made = 0, bool left = true) {
            QTest::addRow("%s, %s", operation.name, fault)
                << name << QString::fromLatin1(fault) << kind << attempts << made << left;
        };
        row("429", Kind::RateLimited, 3);
        row("500", creates ? Kind::OutcomeUnknown : Kind::Server, creates ? 1 : 3);
        row("503", Kind::Server, 3);
        row("reset before reading", creates ? Kind::OutcomeUnknown : Kind::Network, creates ? 1 : 3);
        row("reply lost", creates ? Kind::OutcomeUnknown : Kind::Network, creates ? 1 : 3, creates ? 1 : 0,
            !deletes);
        // Half an answer to a delete is followed by half a 404: not the API's whole words, so no proof.
        row("body cut off",
            creates   ? Kind::OutcomeUnknown
            : deletes ? Kind::NotFound
                      : Kind::Network,
            creates   ? 1
            : deletes ? 2
                      : 3,
            creates ? 1 : 0, !deletes);
        row("HTML 200", creates ? Kind::OutcomeUnknown : Kind::BadResponse, 1);
        row("HTML 502", creates ? Kind::OutcomeUnknown : Kind::Server, creates ? 1 : 3);
        // Content is opaque: only its known length can show that some is missing, so nothing is said of it
        // here.
        if (name != "content"_L1)
            row("bad JSON", creates ? Kind::OutcomeUnknown : Kind::BadResponse, 1, creates ? 1 : 0, !deletes);
        row("stall", creates ? Kind::OutcomeUnknown : Kind::Timeout, creates ? 1 : 3);
        row("401", Kind::Unauthorized, 1);
        row("307", creates ? Kind::OutcomeUnknown : Kind::Redirect, 1);
    }
}

void TestFilesFaults::lastingFaults()
{
    QFETCH(QString, operation);
    QFETCH(QString, fault);
    QFETCH(ApiError::Kind, kind);
    QFETCH(int, attempts);
    QFETCH(int, filesMade);
    QFETCH(bool, targetLeft);
    addFault(fault, operation, -1);
    const auto console = session(m_proxy->url(), fault == "stall"_L1 ? 300 : 60'000);
    const auto ending = run(*console, operation);
    QVERIFY(ending);
    QVERIFY2(ending->error.kind == kind, qPrintable(ending->error.details()));
    QVERIFY(ending->asWanted);
    QCOMPARE(console->requestLog().calls().size(), attempts);
    if (kind != Kind::None) {
        QCOMPARE(ending->error.attempts, attempts);
        QVERIFY(!ending->error.headline().isEmpty());
        QVERIFY(!ending->error.requestId.isEmpty());
    }
    if (fault == "307"_L1)
        QVERIFY(ending->error.message.contains(m_elsewhere.url().host()));

    // What the wire saw: Qt may repeat a read or a delete by itself when a connection breaks, never a create.
    if (operation == "create"_L1 || kind != Kind::Network)
        QCOMPARE(m_proxy->count({}), attempts);
    else
        QVERIFY(m_proxy->count({}) >= attempts);

    // What it left behind: nothing lost, nothing made twice.
    QCOMPARE(filesNamed(m_newName), filesMade);
    const RawReply after = rawRequest(m_server.url(), "GET", "/v1/files/" + m_target.toLatin1() + "/content");
    QCOMPARE(after.status, targetLeft ? 200 : 404);
    if (targetLeft)
        QCOMPARE(after.body, content);
    verifyTheKeyStayedHome(*console);
}

void TestFilesFaults::passingFaults_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("fault");
    for (const Operation &operation : operations) {
        const QString name = QString::fromLatin1(operation.name);
        for (const char *fault : {"429", "500", "503", "reset before reading", "reply lost", "body cut off",
                                  "HTML 502", "stall"}) {
            // A create is repeated only when it surely did not arrive.
            if (name != "create"_L1 || qstrcmp(fault, "429") == 0 || qstrcmp(fault, "503") == 0)
                QTest::addRow("%s, %s", operation.name, fault) << name << QString::fromLatin1(fault);
        }
    }
}

void TestFilesFaults::passingFaults()
{
    QFETCH(QString, operation);
    QFETCH(QString, fault);
    addFault(fault, operation, 1);
    const auto console = session(m_proxy->url(), fault == "stall"_L1 ? 1500 : 60'000);
    const auto ending = run(*console, operation);
    QVERIFY(ending);
    QVERIFY2(ending->error.kind == Kind::None, qPrintable(ending->error.details()));
    QVERIFY(ending->asWanted);
    QCOMPARE(filesNamed(m_newName), operation == "create"_L1 ? 1 : 0);
    const RawReply after = rawRequest(m_server.url(), "GET", "/v1/files/" + m_target.toLatin1() + "/content");
    QCOMPARE(after.status, operation == "delete"_L1 ? 404 : 200);
    QCOMPARE(isRead(operation) || operation == "create"_L1, after.body == content);
    verifyTheKeyStayedHome(*console);
}

void TestFilesFaults::nothingListens_data()
{
    QTest::addColumn<QString>("operation");
    for (const Operation &operation : operations)
        QTest::newRow(operation.name) << QString::fromLatin1(operation.name);
}

void TestFilesFaults::nothingListens()
{
    QFETCH(QString, operation);
    QUrl url = m_server.url();
    {
        RawServer gone;
        url.setPort(gone.serverPort());
    }
    const auto console = session(url);
    const auto ending = run(*console, operation);
    QVERIFY(ending);
    QCOMPARE(ending->error.kind, Kind::Refused);
    QCOMPARE(ending->error.attempts, 3); // also a create: it surely did not arrive
    QCOMPARE(filesNamed(m_newName), 0);
    verifyTheKeyStayedHome(*console);
}

void TestFilesFaults::aLostCreateIsFoundAgain()
{
    m_proxy->add("POST", "/files", Fault::loseReply());
    const auto console = session(m_proxy->url());
    const qint64 before = m_clock.unixSeconds() - 1;
    const auto ending = run(*console, u"create"_s);
    QVERIFY(ending);
    QCOMPARE(ending->error.kind, Kind::OutcomeUnknown);

    std::optional<QList<FileObject>> found;
    const FileLike file{m_newName, u"batch"_s, QFileInfo(m_dir.filePath(m_newName)).size()};
    console->files().recentLike(file, before, this, [&](Result<QList<FileObject>> result) {
        found = result.value_or(QList<FileObject>());
    });
    QTRY_VERIFY(found);
    QCOMPARE(found->size(), 1);
    QCOMPARE(found->constFirst().filename, m_newName);
    QCOMPARE(m_server.count(u"POST"_s, u"/v1/files"_s), 1);
}

QTEST_GUILESS_MAIN(TestFilesFaults)
#include "tst_files_faults.moc"

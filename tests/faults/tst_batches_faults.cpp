// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultbench.h"

#include "base/requestlog.h"
#include "support/rawserver.h"
#include "support/serverprocess.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Kind = ApiError::Kind;

namespace {

const QString key = u"sk-faults-0123456789abcdef"_s;

/// A line that is never answered: its batch goes on until it is cancelled.
const QByteArray line =
    R"({"custom_id":"r-1","method":"POST","url":"/v1/chat/completions","body":{"model":"local-echo","messages":[{"role":"user","content":"[[never]]"}]}})"
    "\n";

struct Operation
{
    const char *name;
    const char *method;
    const char *pathEnd; ///< as the fault proxy matches it
};

constexpr Operation operations[] = {
    {"list", "GET", "/batches"}, {"retrieve", "GET", ""}, {"create", "POST", "/batches"}, {"cancel", "POST", "/cancel"}};

bool changes(const QString &operation)
{
    return operation == "create"_L1 || operation == "cancel"_L1;
}

/// How an operation ended.
struct Ending
{
    ApiError error;       ///< kind None when it went well
    bool asWanted = true; ///< what it gave is right
};

} // namespace

/// Each of the four operations on batches under each fault, against the real local server with a fault proxy before
/// it. What is made or ended is counted at the server.
class TestBatchesFaults : public QObject
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

private:
    std::optional<Ending> run(Session &session, const QString &operation);
    void addFault(const QString &fault, const QString &operation, int times);
    QJsonObject make();
    /// Batches that were made of the input file of this row, but for the one that was there.
    int made() const;
    bool isCancelled() const;
    void verifyTheKeyStayedHome(const Session &session) const;

    ServerProcess m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    RawServer m_elsewhere;
    HastyClock m_clock;
    QString m_file;   ///< made for the row
    QString m_target; ///< a batch of it, which runs
};

void TestBatchesFaults::initTestCase()
{
    QVERIFY2(m_server.start({u"--time-scale"_s, u"50"_s}), qPrintable(m_server.errorText()));
    m_proxy = std::make_unique<FaultProxy>(m_server.url());
}

void TestBatchesFaults::init()
{
    m_file = postForm(m_server.url(), "/v1/files", {{"purpose", "batch", {}}, {"file", line, "lines.jsonl"}})
                 .json()
                 .value("id"_L1)
                 .toString();
    QVERIFY(!m_file.isEmpty());
    m_target = make().value("id"_L1).toString();
    QVERIFY(!m_target.isEmpty());
    m_proxy->clearFaults();
    m_proxy->clearSeen();
    m_server.clearLog();
}

QJsonObject TestBatchesFaults::make()
{
    const QByteArray body = R"({"input_file_id":")" + m_file.toUtf8() +
                            R"(","endpoint":"/v1/chat/completions","completion_window":"24h"})";
    return rawRequest(m_server.url(), "POST", "/v1/batches", {{"Content-Type", "application/json"}}, body).json();
}

int TestBatchesFaults::made() const
{
    const QJsonArray all = rawRequest(m_server.url(), "GET", "/v1/batches?limit=100").json().value("data"_L1).toArray();
    return int(std::count_if(all.begin(), all.end(), [this](const QJsonValue &batch) {
        return batch["input_file_id"_L1].toString() == m_file && batch["id"_L1].toString() != m_target;
    }));
}

bool TestBatchesFaults::isCancelled() const
{
    const QString status =
        rawRequest(m_server.url(), "GET", "/v1/batches/" + m_target.toLatin1()).json().value("status"_L1).toString();
    return status == "cancelling"_L1 || status == "cancelled"_L1;
}

std::optional<Ending> TestBatchesFaults::run(Session &session, const QString &operation)
{
    std::optional<Ending> ending;
    const auto store = [&ending](const auto &result, const auto &check) {
        ending.emplace();
        if (result)
            ending->asWanted = check(*result);
        else
            ending->error = result.error();
    };
    BatchesApi &batches = session.batches();
    if (operation == "list"_L1) {
        batches.list({}, this, [&](Result<Page<BatchObject>> r) {
            store(r, [&](const auto &page) {
                return std::any_of(page.items.begin(), page.items.end(),
                                   [&](const BatchObject &b) { return b.id == m_target; });
            });
        });
    } else if (operation == "retrieve"_L1) {
        batches.retrieve(m_target, this, [&](Result<BatchObject> r) {
            store(r, [&](const BatchObject &b) { return b.inputFileId == m_file; });
        });
    } else if (operation == "create"_L1) {
        batches.create({{u"input_file_id"_s, m_file},
                        {u"endpoint"_s, u"/v1/chat/completions"_s},
                        {u"completion_window"_s, u"24h"_s}},
                       this, [&](Result<BatchObject> r) {
                           store(r, [&](const BatchObject &b) { return b.inputFileId == m_file && b.id != m_target; });
                       });
    } else {
        batches.cancel(m_target, this, [&](Result<BatchObject> r) {
            store(r, [&](const BatchObject &b) {
                return b.id == m_target && (b.status == "cancelling"_L1 || b.status == "cancelled"_L1);
            });
        });
    }
    [&] { QTRY_VERIFY_WITH_TIMEOUT(ending, 30'000); }();
    return ending;
}

void TestBatchesFaults::addFault(const QString &fault, const QString &operation, int times)
{
    const auto op = std::find_if(std::begin(operations), std::end(operations),
                                 [&](const Operation &o) { return operation == QLatin1StringView(o.name); });
    const std::optional<Fault> thing = faultCalled(fault, m_elsewhere.url(u"/v1/batches"_s));
    QVERIFY2(thing, "unknown fault");
    m_proxy->add(op->method, op->pathEnd, *thing, times);
}

void TestBatchesFaults::verifyTheKeyStayedHome(const Session &session) const
{
    QCOMPARE(m_elsewhere.connections(), 0);
    for (const LoggedCall &call : session.requestLog().calls()) {
        const QString text = RequestLog::toCurl(call) + RequestLog::toPython(call) + call.error.details();
        QVERIFY2(!text.contains(key), qPrintable(text));
    }
}

void TestBatchesFaults::lastingFaults_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<int>("arrived"); // whether the server did what it was asked
    for (const Operation &operation : operations) {
        const QString name = QString::fromLatin1(operation.name);
        const bool acts = changes(name);
        const auto row = [&](const char *fault, Kind kind, int attempts, int arrived = 0) {
            QTest::addRow("%s, %s", operation.name, fault)
                << name << QString::fromLatin1(fault) << kind << attempts << arrived;
        };
        row("429", Kind::RateLimited, 3);
        row("500", name == "create"_L1 ? Kind::OutcomeUnknown : Kind::Server, acts ? 1 : 3);
        row("503", Kind::Server, 3);
        row("reset before reading", acts ? Kind::OutcomeUnknown : Kind::Network, acts ? 1 : 3);
        row("reply lost", acts ? Kind::OutcomeUnknown : Kind::Network, acts ? 1 : 3, acts ? 1 : 0);
        row("body cut off", acts ? Kind::OutcomeUnknown : Kind::Network, acts ? 1 : 3, acts ? 1 : 0);
        row("HTML 200", acts ? Kind::OutcomeUnknown : Kind::BadResponse, 1);
        row("HTML 502", acts ? Kind::OutcomeUnknown : Kind::Server, acts ? 1 : 3);
        row("bad JSON", acts ? Kind::OutcomeUnknown : Kind::BadResponse, 1, acts ? 1 : 0);
        row("stall", acts ? Kind::OutcomeUnknown : Kind::Timeout, acts ? 1 : 3);
        row("401", Kind::Unauthorized, 1);
        row("307", acts ? Kind::OutcomeUnknown : Kind::Redirect, 1);
    }
}

void TestBatchesFaults::lastingFaults()
{
    QFETCH(QString, operation);
    QFETCH(QString, fault);
    QFETCH(ApiError::Kind, kind);
    QFETCH(int, attempts);
    QFETCH(int, arrived);
    addFault(fault, operation, -1);
    const auto console = sessionAt(m_proxy->url(), key, m_clock, fault == "stall"_L1 ? 300 : 60'000);
    const auto ending = run(*console, operation);
    QVERIFY(ending);
    QVERIFY2(ending->error.kind == kind, qPrintable(ending->error.details()));
    QCOMPARE(console->requestLog().calls().size(), attempts);
    QCOMPARE(ending->error.attempts, attempts);
    QVERIFY(!ending->error.headline().isEmpty());
    QVERIFY(!ending->error.requestId.isEmpty());

    // What the wire saw: Qt may repeat a read by itself when a connection breaks, never what changes something.
    if (changes(operation) || kind != Kind::Network)
        QCOMPARE(m_proxy->count({}), attempts);
    else
        QVERIFY(m_proxy->count({}) >= attempts);

    // What it left behind: nothing made twice, nothing ended that was not to end.
    QCOMPARE(made(), operation == "create"_L1 ? arrived : 0);
    QCOMPARE(isCancelled(), operation == "cancel"_L1 && arrived == 1);
    verifyTheKeyStayedHome(*console);
}

void TestBatchesFaults::passingFaults_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("fault");
    for (const Operation &operation : operations) {
        const QString name = QString::fromLatin1(operation.name);
        for (const char *fault :
             {"429", "500", "503", "reset before reading", "reply lost", "body cut off", "HTML 502", "stall"}) {
            // What changes something is repeated only when it surely did not arrive.
            if (!changes(name) || qstrcmp(fault, "429") == 0 || qstrcmp(fault, "503") == 0)
                QTest::addRow("%s, %s", operation.name, fault) << name << QString::fromLatin1(fault);
        }
    }
}

void TestBatchesFaults::passingFaults()
{
    QFETCH(QString, operation);
    QFETCH(QString, fault);
    addFault(fault, operation, 1);
    const auto console = sessionAt(m_proxy->url(), key, m_clock, fault == "stall"_L1 ? 1500 : 60'000);
    const auto ending = run(*console, operation);
    QVERIFY(ending);
    QVERIFY2(ending->error.kind == Kind::None, qPrintable(ending->error.details()));
    QVERIFY(ending->asWanted);
    QCOMPARE(made(), operation == "create"_L1 ? 1 : 0);
    QCOMPARE(isCancelled(), operation == "cancel"_L1);
    verifyTheKeyStayedHome(*console);
}

void TestBatchesFaults::nothingListens_data()
{
    QTest::addColumn<QString>("operation");
    for (const Operation &operation : operations)
        QTest::newRow(operation.name) << QString::fromLatin1(operation.name);
}

void TestBatchesFaults::nothingListens()
{
    QFETCH(QString, operation);
    QUrl url = m_server.url();
    {
        RawServer gone;
        url.setPort(gone.serverPort());
    }
    const auto console = sessionAt(url, key, m_clock, 60'000);
    const auto ending = run(*console, operation);
    QVERIFY(ending);
    QCOMPARE(ending->error.kind, Kind::Refused);
    QCOMPARE(ending->error.attempts, 3); // also what changes something: it surely did not arrive
    QCOMPARE(made(), 0);
    QVERIFY(!isCancelled());
}

QTEST_GUILESS_MAIN(TestBatchesFaults)
#include "tst_batches_faults.moc"

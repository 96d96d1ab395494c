// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultbench.h"

#include "base/requestlog.h"
#include "support/rawserver.h"
#include "support/serverprocess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Kind = ApiError::Kind;

namespace {

const QString key = u"sk-faults-0123456789abcdef"_s;

enum class Does {
    Reads,   ///< or sets what is there to what is given: may be repeated
    Deletes, ///< may be repeated, and is then met by a 404
    Makes    ///< or starts something: goes out once
};

struct Operation
{
    const char *name;
    const char *method;
    const char *pathEnd; ///< as the fault proxy matches it
    Does does;
};

constexpr Operation operations[] = {{"create store", "POST", "/vector_stores", Does::Makes},
                                    {"list stores", "GET", "/vector_stores", Does::Reads},
                                    {"retrieve store", "GET", "", Does::Reads},
                                    {"update store", "POST", "", Does::Reads},
                                    {"delete store", "DELETE", "", Does::Deletes},
                                    {"search", "POST", "/search", Does::Reads},
                                    {"attach", "POST", "/files", Does::Makes},
                                    {"list files", "GET", "/files", Does::Reads},
                                    {"retrieve file", "GET", "", Does::Reads},
                                    {"update attributes", "POST", "", Does::Reads},
                                    {"detach", "DELETE", "", Does::Deletes},
                                    {"content", "GET", "/content", Does::Reads},
                                    {"create batch", "POST", "/file_batches", Does::Makes},
                                    {"retrieve batch", "GET", "", Does::Reads},
                                    {"cancel batch", "POST", "/cancel", Does::Makes},
                                    {"list batch files", "GET", "/files", Does::Reads}};

const Operation &called(const QString &name)
{
    return *std::find_if(std::begin(operations), std::end(operations),
                         [&](const Operation &o) { return name == QLatin1StringView(o.name); });
}

/// How an operation ended.
struct Ending
{
    ApiError error;       ///< kind None when it went well
    bool asWanted = true; ///< what it gave is right
};

} // namespace

/// Each of the sixteen operations on vector stores under each fault, against the real local server with a
/// fault proxy before it. What is made, started or taken away is counted at the server.
class TestStoresFaults : public QObject
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
    bool start(Session &session, const QString &operation, std::optional<Ending> &ending);
    bool startOnFiles(Session &session, const QString &operation, std::optional<Ending> &ending);
    void addFault(const QString &fault, const QString &operation, int times);
    QJsonObject ask(const QByteArray &method, const QString &path, const QJsonObject &body = {}) const;
    int statusOf(const QString &path) const
    {
        return rawRequest(m_server.url(), "GET", "/v1" + path.toLatin1()).status;
    }
    QString upload(const QByteArray &name, const QByteArray &text) const;
    /// How often the thing of this row was made or ended, and whether what is to be there is.
    void verifyTraces(const QString &operation, int arrived) const;
    void verifyTheKeyStayedHome(const Session &session) const;

    ServerProcess m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    RawServer m_elsewhere;
    HastyClock m_clock;
    QString m_newName; ///< of the store that a create makes
    QString m_store;   ///< made for the row
    QString m_inside;  ///< a file that is in it
    QString m_outside; ///< one that is not
    QString m_batch;   ///< which goes on
};

void TestStoresFaults::initTestCase()
{
    QVERIFY2(m_server.start({u"--time-scale"_s, u"0"_s}), qPrintable(m_server.errorText()));
    m_proxy = std::make_unique<FaultProxy>(m_server.url());
    m_outside = upload("outside.md", "A text about pumps.");
    m_inside = upload("inside.md", "A text about valves.");
}

QJsonObject TestStoresFaults::ask(const QByteArray &method, const QString &path,
                                  const QJsonObject &body) const
{
    return rawRequest(m_server.url(), method, "/v1" + path.toLatin1(), {{"Content-Type", "application/json"}},
                      body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact))
        .json();
}

QString TestStoresFaults::upload(const QByteArray &name, const QByteArray &text) const
{
    return postForm(m_server.url(), "/v1/files", {{"purpose", "assistants", {}}, {"file", text, name}})
        .json()["id"_L1]
        .toString();
}

void TestStoresFaults::init()
{
    static int row = 0;
    m_newName = u"new %1"_s.arg(++row);
    m_store = ask("POST", u"/vector_stores"_s, {{u"name"_s, u"target"_s}})["id"_L1].toString();
    QVERIFY(!m_store.isEmpty());
    const QString never = upload("never.md", "[[never]]");
    ask("POST", u"/vector_stores/"_s + m_store + u"/files"_s, {{u"file_id"_s, m_inside}});
    m_batch = ask("POST", u"/vector_stores/"_s + m_store + u"/file_batches"_s,
                  {{u"file_ids"_s, QJsonArray{never}}})["id"_L1]
                  .toString();
    QVERIFY(!m_batch.isEmpty());
    QTRY_COMPARE(ask("GET", u"/vector_stores/"_s + m_store + u"/files/"_s + m_inside)["status"_L1].toString(),
                 u"completed"_s);
    m_proxy->clearFaults();
    m_proxy->clearSeen();
    m_server.clearLog();
}

namespace {

/// Keeps how it ended.
template <typename T, typename Check> auto into(std::optional<Ending> &ending, Check check)
{
    return [&ending, check](const Result<T> &result) {
        ending.emplace();
        if (result)
            ending->asWanted = check(*result);
        else
            ending->error = result.error();
    };
}

} // namespace

std::optional<Ending> TestStoresFaults::run(Session &session, const QString &operation)
{
    std::optional<Ending> ending;
    if (!start(session, operation, ending) && !startOnFiles(session, operation, ending))
        return {};
    [&] { QTRY_VERIFY_WITH_TIMEOUT(ending, 30'000); }();
    return ending;
}

bool TestStoresFaults::start(Session &session, const QString &operation, std::optional<Ending> &ending)
{
    VectorStoresApi &stores = session.stores();
    const auto isTarget = [this](const VectorStore &store) { return store.id == m_store; };
    if (operation == "create store"_L1) {
        stores.create(
            {{u"name"_s, m_newName}}, this,
            into<VectorStore>(ending, [this](const VectorStore &store) { return store.name == m_newName; }));
    } else if (operation == "list stores"_L1) {
        stores.list({.limit = 100}, this, into<Page<VectorStore>>(ending, [isTarget](const auto &page) {
                        return std::any_of(page.items.begin(), page.items.end(), isTarget);
                    }));
    } else if (operation == "retrieve store"_L1) {
        stores.retrieve(m_store, this, into<VectorStore>(ending, isTarget));
    } else if (operation == "update store"_L1) {
        StoreUpdate update;
        update.name = m_newName;
        stores.update(m_store, update, this, into<VectorStore>(ending, [this](const VectorStore &store) {
                          return store.name == m_newName;
                      }));
    } else if (operation == "delete store"_L1) {
        stores.remove(m_store, this, into<bool>(ending, [](bool) { return true; }));
    } else if (operation == "search"_L1) {
        StoreSearchQuery query;
        query.queries = {u"valves"_s};
        stores.search(m_store, query, this,
                      into<StoreSearchPage>(ending, [this](const StoreSearchPage &page) {
                          return !page.hits.isEmpty() && page.hits.first().fileId == m_inside;
                      }));
    } else {
        return false;
    }
    return true;
}

bool TestStoresFaults::startOnFiles(Session &session, const QString &operation, std::optional<Ending> &ending)
{
    VectorStoresApi &stores = session.stores();
    const auto isInside = [this](const StoreFile &file) { return file.id == m_inside; };
    const auto holdsInside = [isInside](const Page<StoreFile> &page) {
        return std::any_of(page.items.begin(), page.items.end(), isInside);
    };
    const auto isBatch = [this](const StoreFileBatch &batch) { return batch.id == m_batch; };
    if (operation == "attach"_L1) {
        stores.attach(
            m_store, m_outside, {}, {}, this,
            into<StoreFile>(ending, [this](const StoreFile &file) { return file.id == m_outside; }));
    } else if (operation == "list files"_L1) {
        stores.listFiles(m_store, {.limit = 100}, this, into<Page<StoreFile>>(ending, holdsInside));
    } else if (operation == "retrieve file"_L1) {
        stores.retrieveFile(m_store, m_inside, this, into<StoreFile>(ending, isInside));
    } else if (operation == "update attributes"_L1) {
        stores.updateAttributes(m_store, m_inside, {{u"a"_s, 1}}, this,
                                into<StoreFile>(ending, [](const StoreFile &file) {
                                    return file.attributes == QJsonObject{{u"a"_s, 1}};
                                }));
    } else if (operation == "detach"_L1) {
        stores.detach(m_store, m_inside, this, into<bool>(ending, [](bool) { return true; }));
    } else if (operation == "content"_L1) {
        stores.content(m_store, m_inside, this,
                       into<StoreFileContent>(ending, [](const StoreFileContent &content) {
                           return content.chunks.join(QString()).contains(u"valves"_s);
                       }));
    } else if (operation == "create batch"_L1) {
        stores.createBatch(m_store, {{u"file_ids"_s, QJsonArray{m_outside}}}, this,
                           into<StoreFileBatch>(ending, [this](const StoreFileBatch &batch) {
                               return !batch.id.isEmpty() && batch.id != m_batch;
                           }));
    } else if (operation == "retrieve batch"_L1) {
        stores.retrieveBatch(m_store, m_batch, this, into<StoreFileBatch>(ending, isBatch));
    } else if (operation == "cancel batch"_L1) {
        stores.cancelBatch(m_store, m_batch, this, into<StoreFileBatch>(ending, isBatch));
    } else if (operation == "list batch files"_L1) {
        stores.listBatchFiles(
            m_store, m_batch, {}, this, into<Page<StoreFile>>(ending, [](const Page<StoreFile> &page) {
                return page.items.size() == 1 && page.items.first().status == "in_progress"_L1;
            }));
    } else {
        return false;
    }
    return true;
}

void TestStoresFaults::addFault(const QString &fault, const QString &operation, int times)
{
    const std::optional<Fault> thing = faultCalled(fault, m_elsewhere.url(u"/v1/vector_stores"_s));
    QVERIFY2(thing, "unknown fault");
    m_proxy->add(called(operation).method, called(operation).pathEnd, *thing, times);
}

void TestStoresFaults::verifyTraces(const QString &operation, int arrived) const
{
    const auto madeBy = [&](const char *name) { return operation == QLatin1StringView(name) ? arrived : 0; };
    const QString store = u"/v1/vector_stores/"_s + m_store;
    QCOMPARE(m_server.count(u"POST"_s, u"/v1/vector_stores"_s), madeBy("create store"));
    QCOMPARE(m_server.count(u"POST"_s, store + u"/files"_s), madeBy("attach"));
    QCOMPARE(m_server.count(u"POST"_s, store + u"/file_batches"_s), madeBy("create batch"));
    QCOMPARE(m_server.count(u"POST"_s, store + u"/file_batches/"_s + m_batch + u"/cancel"_s),
             madeBy("cancel batch"));
    const bool isDeleted = madeBy("delete store") == 1;
    QCOMPARE(statusOf(u"/vector_stores/"_s + m_store), isDeleted ? 404 : 200);
    if (isDeleted)
        return;
    const QString files = u"/vector_stores/"_s + m_store + u"/files/"_s;
    QCOMPARE(statusOf(files + m_inside), madeBy("detach") == 1 ? 404 : 200);
    QCOMPARE(statusOf(files + m_outside), madeBy("attach") + madeBy("create batch") == 1 ? 200 : 404);
    // The files themselves stay, whatever becomes of their store.
    QCOMPARE(statusOf(u"/files/"_s + m_inside), 200);
}

void TestStoresFaults::verifyTheKeyStayedHome(const Session &session) const
{
    QCOMPARE(m_elsewhere.connections(), 0);
    for (const LoggedCall &call : session.requestLog().calls()) {
        const QString text = RequestLog::toCurl(call) + RequestLog::toPython(call) + call.error.details();
        QVERIFY2(!text.contains(key), qPrintable(text));
    }
}

void TestStoresFaults::lastingFaults_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<int>("arrived"); // whether the server did what it was asked
    for (const Operation &operation : operations) {
        const bool makes = operation.does == Does::Makes;
        const bool deletes = operation.does == Does::Deletes;
        const bool acts = makes || deletes;
        const auto row = [&](const char *fault, Kind kind, int attempts, int arrived = 0) {
            QTest::addRow("%s, %s", operation.name, fault)
                << QString::fromLatin1(operation.name) << QString::fromLatin1(fault) << kind << attempts
                << arrived;
        };
        row("429", Kind::RateLimited, 3);
        // What a cancel came to shows in the batch; whether something was made only the list tells.
        const bool isCancel = QLatin1StringView(operation.name) == "cancel batch"_L1;
        row("500", makes && !isCancel ? Kind::OutcomeUnknown : Kind::Server, makes ? 1 : 3);
        row("503", Kind::Server, 3);
        row("reset before reading", makes ? Kind::OutcomeUnknown : Kind::Network, makes ? 1 : 3);
        row("reply lost", makes ? Kind::OutcomeUnknown : Kind::Network, makes ? 1 : 3, acts);
        // Half an answer to a delete is followed by half a 404: not the API's whole words, so no proof.
        row("body cut off",
            makes     ? Kind::OutcomeUnknown
            : deletes ? Kind::NotFound
                      : Kind::Network,
            makes     ? 1
            : deletes ? 2
                      : 3,
            acts);
        row("HTML 200", makes ? Kind::OutcomeUnknown : Kind::BadResponse, 1);
        row("HTML 502", makes ? Kind::OutcomeUnknown : Kind::Server, makes ? 1 : 3);
        row("bad JSON", makes ? Kind::OutcomeUnknown : Kind::BadResponse, 1, acts);
        row("stall", makes ? Kind::OutcomeUnknown : Kind::Timeout, makes ? 1 : 3);
        row("401", Kind::Unauthorized, 1);
        row("307", makes ? Kind::OutcomeUnknown : Kind::Redirect, 1);
    }
}

void TestStoresFaults::lastingFaults()
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

    // What the wire saw: Qt may repeat by itself what is harmless when a connection breaks, never what makes
    // something.
    if (called(operation).does == Does::Makes || kind != Kind::Network)
        QCOMPARE(m_proxy->count({}), attempts);
    else
        QVERIFY(m_proxy->count({}) >= attempts);
    verifyTraces(operation, arrived);
    verifyTheKeyStayedHome(*console);
}

void TestStoresFaults::passingFaults_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("fault");
    for (const Operation &operation : operations) {
        for (const char *fault : {"429", "500", "503", "reset before reading", "reply lost", "body cut off",
                                  "HTML 502", "stall"}) {
            // What makes something is repeated only when it surely did not arrive.
            if (operation.does != Does::Makes || qstrcmp(fault, "429") == 0 || qstrcmp(fault, "503") == 0)
                QTest::addRow("%s, %s", operation.name, fault)
                    << QString::fromLatin1(operation.name) << QString::fromLatin1(fault);
        }
    }
}

void TestStoresFaults::passingFaults()
{
    QFETCH(QString, operation);
    QFETCH(QString, fault);
    addFault(fault, operation, 1);
    const auto console = sessionAt(m_proxy->url(), key, m_clock, fault == "stall"_L1 ? 1500 : 60'000);
    const auto ending = run(*console, operation);
    QVERIFY(ending);
    QVERIFY2(ending->error.kind == Kind::None, qPrintable(ending->error.details()));
    QVERIFY(ending->asWanted);
    verifyTraces(operation, 1);
    verifyTheKeyStayedHome(*console);
}

void TestStoresFaults::nothingListens_data()
{
    QTest::addColumn<QString>("operation");
    for (const Operation &operation : operations)
        QTest::newRow(operation.name) << QString::fromLatin1(operation.name);
}

void TestStoresFaults::nothingListens()
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
    QCOMPARE(ending->error.attempts, 3); // also what makes something: it surely did not arrive
    verifyTraces(operation, 0);
}

QTEST_GUILESS_MAIN(TestStoresFaults)
#include "tst_stores_faults.moc"

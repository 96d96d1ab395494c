// SPDX-License-Identifier: GPL-3.0-or-later
// Which key goes where, as a socket sees it: the admin key with the three operations on permissions of
// checkpoints, the project's key with every other one, both to the profile's own server only, whatever goes
// wrong on the way.
#include "faultbench.h"

#include <QJsonArray>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

class NoSink final : public ContentSink
{
public:
    bool begin(qint64, qint64) override { return true; }
    bool write(const QByteArray &) override { return true; }
    QString errorText() const override { return {}; }
};

/// One operation of the API through a session; tells when it has ended.
struct ApiCall
{
    QString name;
    std::function<void(Session &, const std::function<void()> &ended)> begin;
    bool isAdmin = false;
};

/// Takes any result, and tells that it came.
auto ends(const std::function<void()> &ended)
{
    return [ended](const auto &) { ended(); };
}

using Ended = std::function<void()>;

QList<ApiCall> ofFiles(const QString &path)
{
    return {
        {u"list files"_s, [](Session &s, const Ended &e) { s.files().list({}, nullptr, ends(e)); }},
        {u"create file"_s,
         [path](Session &s, const Ended &e) {
             s.files().create({path, {}, u"batch"_s, {}}, nullptr, ends(e));
         }},
        {u"find a lost file"_s,
         [](Session &s, const Ended &e) {
             s.files().recentLike({u"a"_s, u"batch"_s, 1}, 0, nullptr, ends(e));
         }},
        {u"retrieve file"_s,
         [](Session &s, const Ended &e) { s.files().retrieve(u"f"_s, nullptr, ends(e)); }},
        {u"delete file"_s, [](Session &s, const Ended &e) { s.files().remove(u"f"_s, nullptr, ends(e)); }},
        {u"content"_s,
         [](Session &s, const Ended &e) {
             s.files().content(u"f"_s, std::make_shared<NoSink>(), nullptr, ends(e));
         }},
        {u"rest of a content"_s,
         [](Session &s, const Ended &e) {
             s.files().contentFrom(u"f"_s, 5, std::make_shared<NoSink>(), nullptr, ends(e));
         }},
        {u"head of a content"_s,
         [](Session &s, const Ended &e) { s.files().contentHead(u"f"_s, 10, nullptr, ends(e)); }},
        {u"create upload"_s,
         [](Session &s, const Ended &e) {
             s.uploads().create({u"a.jsonl"_s, u"batch"_s, 5, u"text/jsonl"_s, {}}, nullptr, ends(e));
         }},
        {u"add part"_s,
         [path](Session &s, const Ended &e) {
             s.uploads().addPart(u"u"_s, {path, 0, 5}, nullptr, ends(e));
         }},
        {u"complete upload"_s,
         [](Session &s, const Ended &e) { s.uploads().complete(u"u"_s, {u"p"_s}, {}, nullptr, ends(e)); }},
        {u"cancel upload"_s,
         [](Session &s, const Ended &e) { s.uploads().cancel(u"u"_s, nullptr, ends(e)); }},
    };
}

QList<ApiCall> ofBatchesAndEvals()
{
    const QJsonObject body{{u"name"_s, u"n"_s}};
    return {
        {u"create batch"_s, [=](Session &s, const Ended &e) { s.batches().create(body, nullptr, ends(e)); }},
        {u"list batches"_s, [](Session &s, const Ended &e) { s.batches().list({}, nullptr, ends(e)); }},
        {u"retrieve batch"_s,
         [](Session &s, const Ended &e) { s.batches().retrieve(u"b"_s, nullptr, ends(e)); }},
        {u"cancel batch"_s, [](Session &s, const Ended &e) { s.batches().cancel(u"b"_s, nullptr, ends(e)); }},
        {u"create eval"_s, [=](Session &s, const Ended &e) { s.evals().create(body, nullptr, ends(e)); }},
        {u"list evals"_s, [](Session &s, const Ended &e) { s.evals().list({}, nullptr, ends(e)); }},
        {u"retrieve eval"_s,
         [](Session &s, const Ended &e) { s.evals().retrieve(u"e"_s, nullptr, ends(e)); }},
        {u"update eval"_s,
         [](Session &s, const Ended &e) {
             s.evals().update(u"e"_s, {u"n"_s, {}}, nullptr, ends(e));
         }},
        {u"delete eval"_s, [](Session &s, const Ended &e) { s.evals().remove(u"e"_s, nullptr, ends(e)); }},
        {u"create run"_s,
         [=](Session &s, const Ended &e) { s.evals().createRun(u"e"_s, body, nullptr, ends(e)); }},
        {u"list runs"_s,
         [](Session &s, const Ended &e) { s.evals().listRuns(u"e"_s, {}, nullptr, ends(e)); }},
        {u"retrieve run"_s,
         [](Session &s, const Ended &e) { s.evals().retrieveRun(u"e"_s, u"r"_s, nullptr, ends(e)); }},
        {u"cancel run"_s,
         [](Session &s, const Ended &e) { s.evals().cancelRun(u"e"_s, u"r"_s, nullptr, ends(e)); }},
        {u"delete run"_s,
         [](Session &s, const Ended &e) { s.evals().removeRun(u"e"_s, u"r"_s, nullptr, ends(e)); }},
        {u"list output items"_s,
         [](Session &s, const Ended &e) { s.evals().listOutputItems(u"e"_s, u"r"_s, {}, nullptr, ends(e)); }},
        {u"retrieve output item"_s,
         [](Session &s, const Ended &e) {
             s.evals().retrieveOutputItem(u"e"_s, u"r"_s, u"i"_s, nullptr, ends(e));
         }},
        {u"run grader"_s,
         [=](Session &s, const Ended &e) { s.graders().run(body, u"a"_s, {}, nullptr, ends(e)); }},
    };
}

QList<ApiCall> ofStores()
{
    const QJsonObject body{{u"file_ids"_s, QJsonArray{u"f"_s}}};
    return {
        {u"create store"_s, [=](Session &s, const Ended &e) { s.stores().create(body, nullptr, ends(e)); }},
        {u"list stores"_s, [](Session &s, const Ended &e) { s.stores().list({}, nullptr, ends(e)); }},
        {u"retrieve store"_s,
         [](Session &s, const Ended &e) { s.stores().retrieve(u"v"_s, nullptr, ends(e)); }},
        {u"update store"_s,
         [](Session &s, const Ended &e) { s.stores().update(u"v"_s, {}, nullptr, ends(e)); }},
        {u"delete store"_s, [](Session &s, const Ended &e) { s.stores().remove(u"v"_s, nullptr, ends(e)); }},
        {u"search"_s,
         [](Session &s, const Ended &e) {
             StoreSearchQuery query;
             query.queries = {u"q"_s};
             s.stores().search(u"v"_s, query, nullptr, ends(e));
         }},
        {u"attach"_s,
         [](Session &s, const Ended &e) { s.stores().attach(u"v"_s, u"f"_s, {}, {}, nullptr, ends(e)); }},
        {u"list store files"_s,
         [](Session &s, const Ended &e) { s.stores().listFiles(u"v"_s, {}, nullptr, ends(e)); }},
        {u"retrieve store file"_s,
         [](Session &s, const Ended &e) { s.stores().retrieveFile(u"v"_s, u"f"_s, nullptr, ends(e)); }},
        {u"update attributes"_s,
         [](Session &s, const Ended &e) {
             s.stores().updateAttributes(u"v"_s, u"f"_s, {}, nullptr, ends(e));
         }},
        {u"detach"_s,
         [](Session &s, const Ended &e) { s.stores().detach(u"v"_s, u"f"_s, nullptr, ends(e)); }},
        {u"store content"_s,
         [](Session &s, const Ended &e) { s.stores().content(u"v"_s, u"f"_s, nullptr, ends(e)); }},
        {u"create file batch"_s,
         [=](Session &s, const Ended &e) { s.stores().createBatch(u"v"_s, body, nullptr, ends(e)); }},
        {u"retrieve file batch"_s,
         [](Session &s, const Ended &e) { s.stores().retrieveBatch(u"v"_s, u"b"_s, nullptr, ends(e)); }},
        {u"cancel file batch"_s,
         [](Session &s, const Ended &e) { s.stores().cancelBatch(u"v"_s, u"b"_s, nullptr, ends(e)); }},
        {u"list files of a batch"_s,
         [](Session &s, const Ended &e) { s.stores().listBatchFiles(u"v"_s, u"b"_s, {}, nullptr, ends(e)); }},
    };
}

QList<ApiCall> ofFineTuning()
{
    const QJsonObject body{{u"model"_s, u"m"_s}};
    const QString checkpoint = u"ft:m:o:s:i:ckpt-step-8"_s;
    return {
        {u"create job"_s, [=](Session &s, const Ended &e) { s.fineTuning().create(body, nullptr, ends(e)); }},
        {u"list jobs"_s, [](Session &s, const Ended &e) { s.fineTuning().list({}, nullptr, ends(e)); }},
        {u"retrieve job"_s,
         [](Session &s, const Ended &e) { s.fineTuning().retrieve(u"j"_s, nullptr, ends(e)); }},
        {u"cancel job"_s,
         [](Session &s, const Ended &e) { s.fineTuning().cancel(u"j"_s, nullptr, ends(e)); }},
        {u"pause job"_s, [](Session &s, const Ended &e) { s.fineTuning().pause(u"j"_s, nullptr, ends(e)); }},
        {u"resume job"_s,
         [](Session &s, const Ended &e) { s.fineTuning().resume(u"j"_s, nullptr, ends(e)); }},
        {u"list events"_s,
         [](Session &s, const Ended &e) { s.fineTuning().listEvents(u"j"_s, {}, nullptr, ends(e)); }},
        {u"list checkpoints"_s,
         [](Session &s, const Ended &e) { s.fineTuning().listCheckpoints(u"j"_s, {}, nullptr, ends(e)); }},
        {u"create permissions"_s,
         [=](Session &s, const Ended &e) {
             s.fineTuning().createPermissions(checkpoint, {u"proj_a"_s}, nullptr, ends(e));
         },
         true},
        {u"list permissions"_s,
         [=](Session &s, const Ended &e) {
             s.fineTuning().listPermissions(checkpoint, {}, nullptr, ends(e));
         },
         true},
        {u"delete permission"_s,
         [=](Session &s, const Ended &e) {
             s.fineTuning().removePermission(checkpoint, u"cp"_s, nullptr, ends(e));
         },
         true},
        {u"list models"_s, [](Session &s, const Ended &e) { s.models().list(nullptr, ends(e)); }},
        {u"retrieve model"_s,
         [](Session &s, const Ended &e) { s.models().retrieve(u"m"_s, nullptr, ends(e)); }},
        {u"delete model"_s, [](Session &s, const Ended &e) { s.models().remove(u"m"_s, nullptr, ends(e)); }},
        {u"archived list"_s,
         [](Session &s, const Ended &e) {
             s.raw().list({u"/fine_tuning/jobs"_s, 0, {}, {}}, nullptr, ends(e));
         }},
        {u"archived list of permissions"_s,
         [=](Session &s, const Ended &e) {
             RawListQuery query{u"/fine_tuning/checkpoints/c/permissions"_s, 100, u"descending"_s, {}};
             query.needsAdminKey = true;
             s.raw().list(query, nullptr, ends(e));
         },
         true},
        {u"archived document"_s,
         [](Session &s, const Ended &e) {
             s.raw().document(
                 u"/files/f"_s, [](const QJsonObject &) { return std::optional<bool>(true); }, nullptr,
                 ends(e));
         }},
    };
}

} // namespace

class TestKeysOnTheWire : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyCallCarriesItsOwnKey_data();
    void everyCallCarriesItsOwnKey();
    void withoutAnAdminKeyPermissionsAreNotAskedFor();
    void anAdminKeyAloneIsNoKeyOfAProject();

private:
    QList<ApiCall> calls() const
    {
        return ofFiles(m_path) + ofBatchesAndEvals() + ofStores() + ofFineTuning();
    }
    /// Begins it, and waits until it has ended.
    static void perform(Session &session, const ApiCall &call)
    {
        bool ended = false;
        call.begin(session, [&] { ended = true; });
        QTRY_VERIFY2_WITH_TIMEOUT(ended, qPrintable(call.name), 30'000);
    }
    std::unique_ptr<Session> sessionWith(const QString &key, const QString &adminKey)
    {
        RequestQueue::Options options;
        options.baseUrl = m_server.url(u"/v1"_s);
        options.credentials.apiKey = key;
        options.credentials.adminKey = adminKey;
        return std::make_unique<Session>(
            std::make_unique<RequestQueue>(options, std::make_unique<ImpatientTransport>(60'000), m_clock,
                                           [] { return 0.0; }),
            m_clock);
    }
    /// The whole of a request, as text.
    static QByteArray textOf(const RawServer::Request &request)
    {
        QByteArray text = request.method + ' ' + request.target + '\n' + request.body + '\n';
        for (auto it = request.headers.begin(); it != request.headers.end(); ++it)
            text += it.key() + ": " + it.value() + '\n';
        return text;
    }

    QTemporaryDir m_dir;
    QString m_path;
    HastyClock m_clock;
    RawServer m_server;
};

void TestKeysOnTheWire::initTestCase()
{
    m_path = m_dir.filePath(u"a.jsonl"_s);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("12345");
}

void TestKeysOnTheWire::everyCallCarriesItsOwnKey_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("trouble");
    const QList<ApiCall> all = calls();
    for (int i = 0; i < all.size(); ++i) {
        for (const char *trouble : {"none", "429", "503", "reset", "redirect"})
            QTest::addRow("%s, %s", qPrintable(all.at(i).name), trouble) << i << QString::fromLatin1(trouble);
    }
}

void TestKeysOnTheWire::everyCallCarriesItsOwnKey()
{
    QFETCH(int, at);
    QFETCH(QString, trouble);
    const ApiCall call = calls().at(at);
    // The first request meets trouble, and every later one is answered: what comes then are repetitions.
    RawServer elsewhere;
    int before = int(m_server.requests().size());
    int seen = 0;
    m_server.setHandler([&](const RawServer::Request &, QTcpSocket *socket) {
        const bool isFirst = ++seen == 1;
        if (isFirst && trouble == "429"_L1)
            socket->write(RawServer::answer(429, R"({"error":{"message":"m","code":"rate_limit_exceeded"}})",
                                            "application/json", "Retry-After: 1\r\n"));
        else if (isFirst && trouble == "503"_L1)
            socket->write(RawServer::answer(503, R"({"error":{"message":"m"}})"));
        else if (isFirst && trouble == "reset"_L1)
            socket->abort();
        else if (trouble == "redirect"_L1)
            socket->write(
                RawServer::answer(307, {}, "text/plain",
                                  "Location: " + elsewhere.url(u"/v1/elsewhere"_s).toEncoded() + "\r\n"));
        else
            socket->write(RawServer::answer(200, R"({"id":"x","object":"x","data":[],"deleted":true})"));
    });
    const auto session = sessionWith(faultsKey, faultsAdminKey);
    perform(*session, call);
    QVERIFY(seen > 0);
    if (trouble == "429"_L1 && !call.name.startsWith("archived document"_L1) &&
        !call.name.startsWith("rest"_L1))
        QVERIFY2(seen > 1, qPrintable(call.name)); // it was repeated, or the row shows nothing
    const QByteArray right = (call.isAdmin ? faultsAdminKey : faultsKey).toUtf8();
    const QByteArray wrong = (call.isAdmin ? faultsKey : faultsAdminKey).toUtf8();
    for (int i = before; i < m_server.requests().size(); ++i) {
        const RawServer::Request &request = m_server.requests().at(i);
        QCOMPARE(request.headers.value("authorization"), "Bearer " + right);
        QCOMPARE(textOf(request).count(right), 1); // there, and nowhere else
        QVERIFY2(!textOf(request).contains(wrong), textOf(request).constData());
    }
    QCOMPARE(elsewhere.connections(), 0);
    m_server.setHandler({});

    // What is kept of it for people to read and copy has neither.
    for (const LoggedCall &logged : session->requestLog().calls()) {
        QCOMPARE(logged.admin, call.isAdmin);
        const QString curl = RequestLog::toCurl(logged);
        const QString python = RequestLog::toPython(logged);
        QCOMPARE(curl.contains(u"$OPENAI_ADMIN_KEY"_s), call.isAdmin);
        QCOMPARE(python.contains(u"'OPENAI_ADMIN_KEY'"_s), call.isAdmin);
        QCOMPARE(curl.contains(u"$OPENAI_API_KEY"_s), !call.isAdmin);
        const QString text = curl + python + logged.error.details();
        QVERIFY2(!text.contains(faultsKey) && !text.contains(faultsAdminKey), qPrintable(text));
    }
}

void TestKeysOnTheWire::withoutAnAdminKeyPermissionsAreNotAskedFor()
{
    m_server.setHandler([](const RawServer::Request &, QTcpSocket *socket) {
        socket->write(RawServer::answer(200, R"({"id":"x","object":"x","data":[],"deleted":true})"));
    });
    const auto session = sessionWith(faultsKey, QString());
    QVERIFY(!session->hasAdminKey());
    for (const ApiCall &call : calls()) {
        const int before = int(m_server.requests().size());
        perform(*session, call);
        // Not even with the project's key.
        QVERIFY2((m_server.requests().size() == before) == call.isAdmin, qPrintable(call.name));
    }
    m_server.setHandler({});
}

void TestKeysOnTheWire::anAdminKeyAloneIsNoKeyOfAProject()
{
    m_server.setHandler([](const RawServer::Request &, QTcpSocket *socket) {
        socket->write(RawServer::answer(200, R"({"id":"x","object":"x","data":[],"deleted":true})"));
    });
    const auto session = sessionWith(QString(), faultsAdminKey);
    for (const ApiCall &call : calls()) {
        const int before = int(m_server.requests().size());
        perform(*session, call);
        QVERIFY2((m_server.requests().size() > before) == call.isAdmin, qPrintable(call.name));
    }
    m_server.setHandler({});
}

QTEST_GUILESS_MAIN(TestKeysOnTheWire)
#include "tst_keysonthewire.moc"

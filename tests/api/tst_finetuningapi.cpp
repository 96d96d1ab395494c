// SPDX-License-Identifier: GPL-3.0-or-later
// The nine operations on fine-tuning jobs and checkpoints, pause and resume, and those on models, as they go
// over the wire.
#include "api/finetuningapi.h"
#include "api/pager.h"
#include "apibench.h"
#include "parsed.h"

#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Kind = ApiError::Kind;

namespace {

const auto checkpoint = u"ft:gpt-4o-mini-2024-07-18:org:sfx:9AbC:ckpt-step-88"_s;

/// A session that has both keys.
struct Bench
{
    Bench(const QString &adminKey = u"sk-admin-secret-key"_s)
    {
        RequestQueue::Options options;
        options.baseUrl = QUrl(u"https://api.example.test/v1"_s);
        options.credentials.apiKey = u"sk-test-secret-key"_s;
        options.credentials.adminKey = adminKey;
        auto fake = std::make_unique<FakeTransport>(&clock);
        wire = fake.get();
        session = std::make_unique<Session>(
            std::make_unique<RequestQueue>(options, std::move(fake), clock, [] { return 0.0; }), clock);
    }
    FineTuningApi &api() { return session->fineTuning(); }

    FakeClock clock;
    FakeTransport *wire = nullptr;
    std::unique_ptr<Session> session;
};

/// Every operation, with what it is to send.
struct Operation
{
    const char *name;
    std::function<void(Session &, std::function<void(const ApiError &)>)> begin; ///< tells how it ended
    QString sent;
    QByteArray body{};        ///< empty: none
    bool isOnce = false;      ///< must never go out a second time by itself
    Kind lost = Kind::Server; ///< what a 500 means
    bool isAdmin = false;
};

/// Tells just how a call ended.
template <typename T> auto ends(std::function<void(const ApiError &)> done)
{
    return [done](const Result<T> &result) { done(result ? ApiError() : result.error()); };
}

using Done = std::function<void(const ApiError &)>;

QList<Operation> operations()
{
    const QJsonObject body{{u"model"_s, u"gpt-4o-mini"_s}, {u"training_file"_s, u"file-1"_s}};
    const QString permissions = u"/v1/fine_tuning/checkpoints/"_s + checkpoint + u"/permissions"_s;
    return {
        {"create job",
         [body](Session &s, Done done) { s.fineTuning().create(body, nullptr, ends<FineTuningJob>(done)); },
         u"POST /v1/fine_tuning/jobs"_s, R"({"model":"gpt-4o-mini","training_file":"file-1"})", true,
         Kind::OutcomeUnknown},
        {"list jobs",
         [](Session &s, Done done) { s.fineTuning().list({}, nullptr, ends<Page<FineTuningJob>>(done)); },
         u"GET /v1/fine_tuning/jobs"_s},
        {"retrieve job",
         [](Session &s, Done done) {
             s.fineTuning().retrieve(u"ftjob-1"_s, nullptr, ends<FineTuningJob>(done));
         },
         u"GET /v1/fine_tuning/jobs/ftjob-1"_s},
        {"cancel job",
         [](Session &s, Done done) {
             s.fineTuning().cancel(u"ftjob-1"_s, nullptr, ends<FineTuningJob>(done));
         },
         u"POST /v1/fine_tuning/jobs/ftjob-1/cancel"_s,
         {},
         true},
        {"pause job",
         [](Session &s, Done done) {
             s.fineTuning().pause(u"ftjob-1"_s, nullptr, ends<FineTuningJob>(done));
         },
         u"POST /v1/fine_tuning/jobs/ftjob-1/pause"_s,
         {},
         true},
        {"resume job",
         [](Session &s, Done done) {
             s.fineTuning().resume(u"ftjob-1"_s, nullptr, ends<FineTuningJob>(done));
         },
         u"POST /v1/fine_tuning/jobs/ftjob-1/resume"_s,
         {},
         true},
        {"list events",
         [](Session &s, Done done) {
             s.fineTuning().listEvents(u"ftjob-1"_s, {}, nullptr, ends<Page<FineTuningEvent>>(done));
         },
         u"GET /v1/fine_tuning/jobs/ftjob-1/events"_s},
        {"list checkpoints",
         [](Session &s, Done done) {
             s.fineTuning().listCheckpoints(u"ftjob-1"_s, {}, nullptr,
                                            ends<Page<FineTuningCheckpoint>>(done));
         },
         u"GET /v1/fine_tuning/jobs/ftjob-1/checkpoints"_s},
        {"create permissions",
         [](Session &s, Done done) {
             s.fineTuning().createPermissions(checkpoint, {u"proj_a"_s, u"proj_b"_s}, nullptr,
                                              ends<Page<CheckpointPermission>>(done));
         },
         u"POST "_s + permissions, R"({"project_ids":["proj_a","proj_b"]})", true, Kind::OutcomeUnknown,
         true},
        {"list permissions",
         [](Session &s, Done done) {
             s.fineTuning().listPermissions(checkpoint, {}, nullptr, ends<Page<CheckpointPermission>>(done));
         },
         u"GET "_s + permissions,
         {},
         false,
         Kind::Server,
         true},
        {"delete permission",
         [](Session &s, Done done) {
             s.fineTuning().removePermission(checkpoint, u"cp_1"_s, nullptr, ends<bool>(done));
         },
         u"DELETE "_s + permissions + u"/cp_1"_s,
         {},
         false,
         Kind::Server,
         true},
        {"list models",
         [](Session &s, Done done) { s.models().list(nullptr, ends<Page<ModelObject>>(done)); },
         u"GET /v1/models"_s},
        {"retrieve model",
         [](Session &s, Done done) { s.models().retrieve(checkpoint, nullptr, ends<ModelObject>(done)); },
         u"GET /v1/models/"_s + checkpoint},
        {"delete model",
         [](Session &s, Done done) { s.models().remove(checkpoint, nullptr, ends<bool>(done)); },
         u"DELETE /v1/models/"_s + checkpoint},
    };
}

Method methodOf(const QString &sent)
{
    return sent.startsWith("GET"_L1)    ? Method::Get
           : sent.startsWith("POST"_L1) ? Method::Post
                                        : Method::Delete;
}

/// The answer to anything, about what the path ends with.
FakeReply answerAbout(const QString &path)
{
    return FakeReply::json("{\"id\":\"" + path.section(u'?', 0, 0).section(u'/', -1).toUtf8() + "\",\"deleted\":true,\"data\":[]}");
}

} // namespace

class TestFineTuningApi : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void callsGoWhereTheyBelong_data() { everyOperation(); }
    void callsGoWhereTheyBelong();
    void aLostAnswerIsRepeatedOnlyWhereThatIsHarmless_data() { everyOperation(); }
    void aLostAnswerIsRepeatedOnlyWhereThatIsHarmless();
    void withoutAnAdminKeyNothingIsSent_data() { everyOperation(); }
    void withoutAnAdminKeyNothingIsSent();
    void whatIsNoAnswerIsAnError_data() { everyOperation(); }
    void whatIsNoAnswerIsAnError();
    void listsSendTheirParameters();
    void permissionsSendTheirParameters();
    void permissionsFollowTheAnswersLastId();
    void permissionsOfServersWithoutLastIdAreFollowedAllTheSame();
    void idsStayInsideTheirPath();
    void whatWasRevokedBeforeIsNoError();

private:
    void everyOperation();
};

void TestFineTuningApi::everyOperation()
{
    QTest::addColumn<int>("at");
    const QList<Operation> all = operations();
    QCOMPARE(all.size(), 14);
    for (int i = 0; i < all.size(); ++i)
        QTest::newRow(all.at(i).name) << i;
}

void TestFineTuningApi::callsGoWhereTheyBelong()
{
    QFETCH(int, at);
    const Operation operation = operations().at(at);
    Bench bench;
    bench.wire->always(methodOf(operation.sent), operation.sent.section(u' ', 1),
                       answerAbout(operation.sent.section(u' ', 1)));
    std::optional<ApiError> ending;
    operation.begin(*bench.session, [&](const ApiError &error) { ending = error; });
    bench.clock.advance(0);
    QVERIFY(ending);
    QCOMPARE(ending->kind, Kind::None);
    QCOMPARE(bench.wire->requests().size(), 1);
    const FakeRequest &request = bench.wire->requests().first();
    QCOMPARE(request.method, methodOf(operation.sent));
    // Colons as they are: the official clients send them so, and not every server decodes them.
    QCOMPARE(QString::fromLatin1(request.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority)),
             operation.sent.section(u' ', 1));
    QCOMPARE(parsed(request.body), parsed(operation.body));
    QCOMPARE(request.body.isEmpty(), operation.body.isEmpty());
    QCOMPARE(request.headers.contains("Content-Type"), !operation.body.isEmpty());
    QCOMPARE(request.headers.value("Authorization"),
             QByteArray(operation.isAdmin ? "Bearer sk-admin-secret-key" : "Bearer sk-test-secret-key"));
}

void TestFineTuningApi::aLostAnswerIsRepeatedOnlyWhereThatIsHarmless()
{
    QFETCH(int, at);
    const Operation operation = operations().at(at);
    Bench bench;
    bench.wire->always(methodOf(operation.sent), operation.sent.section(u' ', 1), FakeReply::error(500));
    std::optional<ApiError> ending;
    operation.begin(*bench.session, [&](const ApiError &error) { ending = error; });
    bench.clock.advance(600'000);
    QVERIFY(ending);
    QCOMPARE(ending->kind, operation.lost);
    QCOMPARE(bench.wire->requests().size() == 1, operation.isOnce);
}

void TestFineTuningApi::withoutAnAdminKeyNothingIsSent()
{
    QFETCH(int, at);
    const Operation operation = operations().at(at);
    Bench bench{QString()};
    bench.wire->setHandler(
        [](const FakeRequest &request) { return answerAbout(request.url.path()); });
    std::optional<ApiError> ending;
    operation.begin(*bench.session, [&](const ApiError &error) { ending = error; });
    bench.clock.advance(0);
    QVERIFY(ending);
    QVERIFY(!bench.session->hasAdminKey());
    QCOMPARE(ending->kind, operation.isAdmin ? Kind::NoKey : Kind::None);
    QCOMPARE(bench.wire->requests().size(), operation.isAdmin ? 0 : 1);
}

void TestFineTuningApi::whatIsNoAnswerIsAnError()
{
    QFETCH(int, at);
    const Operation operation = operations().at(at);
    for (const QByteArray &body : {QByteArray("<html>"), QByteArray("[1]"), QByteArray("{}"),
                                   QByteArray(R"({"id":null,"data":{},"deleted":false})")}) {
        Bench bench;
        bench.wire->always(methodOf(operation.sent), operation.sent.section(u' ', 1), FakeReply::json(body));
        std::optional<ApiError> ending;
        operation.begin(*bench.session, [&](const ApiError &error) { ending = error; });
        bench.clock.advance(600'000);
        QVERIFY2(ending, body.constData());
        // What may have been done must not be taken for refused.
        QCOMPARE(ending->kind, operation.isOnce ? Kind::OutcomeUnknown : Kind::BadResponse);
        QCOMPARE(bench.wire->requests().size(), 1);
    }
}

void TestFineTuningApi::listsSendTheirParameters()
{
    Bench bench;
    bench.wire->setHandler([](const FakeRequest &) {
        return FakeReply::json("{\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"has_more\":true}");
    });
    std::optional<Result<Page<FineTuningJob>>> result;
    FineTuningListQuery query;
    query.limit = 100;
    query.after = u"ftjob-0"_s;
    query.metadata = {{u"team"_s, u"c x"_s}};
    query.background = true;
    bench.api().list(query, nullptr, into(&result));
    query.metadata = {};
    bench.api().listEvents(u"j"_s, query, nullptr, [](const Result<Page<FineTuningEvent>> &) {});
    bench.api().listCheckpoints(u"j"_s, query, nullptr, [](const Result<Page<FineTuningCheckpoint>> &) {});
    bench.clock.advance(0);
    QCOMPARE(bench.wire->requests().size(), 3);
    QCOMPARE(bench.wire->requests().at(0).url.query(QUrl::FullyEncoded),
             u"limit=100&after=ftjob-0&metadata%5Bteam%5D=c%20x"_s);
    for (const FakeRequest &request : bench.wire->requests()) {
        QVERIFY(request.url.query(QUrl::FullyEncoded).startsWith(u"limit=100&after=ftjob-0"_s));
        QCOMPARE(request.lane, Lane::Background);
    }
    QVERIFY(result && result->has_value());
    QCOMPARE((*result)->lastId, u"b"_s);
    QVERIFY((*result)->hasMore);
}

void TestFineTuningApi::permissionsSendTheirParameters()
{
    Bench bench;
    PermissionListQuery query;
    query.limit = 50;
    query.after = u"cp_0"_s;
    query.projectId = u"proj_a"_s;
    query.order = u"ascending"_s;
    bench.api().listPermissions(checkpoint, query, nullptr,
                                [](const Result<Page<CheckpointPermission>> &) {});
    bench.clock.advance(0);
    const QString sent = bench.wire->requests().at(0).url.query(QUrl::FullyEncoded);
    QStringList parts = sent.split(u'&');
    parts.sort();
    QCOMPARE(parts,
             (QStringList{u"after=cp_0"_s, u"limit=50"_s, u"order=ascending"_s, u"project_id=proj_a"_s}));
}

void TestFineTuningApi::permissionsFollowTheAnswersLastId()
{
    // The cursor is what the answer says, and not the last item's id (WIRE §2).
    Bench bench;
    const QString path = u"/v1/fine_tuning/checkpoints/"_s + checkpoint + u"/permissions"_s;
    bench.wire->once(
        Method::Get, path,
        FakeReply::json(
            R"({"data":[{"id":"cp_1"},{"id":"cp_2"}],"has_more":true,"first_id":"cp_1","last_id":"cursor-2"})"));
    bench.wire->once(
        Method::Get, path,
        FakeReply::json(
            R"({"data":[{"id":"cp_3"}],"has_more":false,"first_id":"cp_3","last_id":"cursor-3"})"));
    Pager<CheckpointPermission> pager;
    QStringList ids;
    bool finished = false;
    Pager<CheckpointPermission>::Events events;
    events.page = [&](const QList<CheckpointPermission> &items) {
        for (const CheckpointPermission &item : items)
            ids << item.id;
    };
    events.finished = [&] { finished = true; };
    events.failed = [](const ApiError &) {};
    pager.start(
        [&](const QString &after, std::function<void(Result<Page<CheckpointPermission>>)> done) {
            PermissionListQuery query;
            query.after = after;
            return bench.api().listPermissions(checkpoint, query, nullptr, std::move(done));
        },
        std::move(events));
    bench.clock.advance(0);
    QVERIFY(finished);
    QCOMPARE(ids, (QStringList{u"cp_1"_s, u"cp_2"_s, u"cp_3"_s}));
    QCOMPARE(bench.wire->requests().size(), 2);
    QCOMPARE(bench.wire->requests().at(1).url.query(), u"after=cursor-2"_s);
}

void TestFineTuningApi::permissionsOfServersWithoutLastIdAreFollowedAllTheSame()
{
    const auto page = Page<CheckpointPermission>::fromBody(
        R"({"data":[{"id":"cp_1"},{"id":"cp_2"}],"has_more":true,"last_id":null})");
    QVERIFY(page.has_value());
    QCOMPARE(page->lastId, u"cp_2"_s);
    // Other lists go by their items whatever the answer says.
    const auto jobs = Page<FineTuningJob>::fromBody(R"({"data":[{"id":"a"}],"has_more":true,"last_id":"z"})");
    QVERIFY(jobs.has_value());
    QCOMPARE(jobs->lastId, u"a"_s);
}

void TestFineTuningApi::idsStayInsideTheirPath()
{
    QCOMPARE(FineTuningApi::path(u"a/b"_s), u"/fine_tuning/jobs/a%2Fb"_s);
    QCOMPARE(FineTuningApi::permissionsPath(u"ft:m:o::c?x"_s),
             u"/fine_tuning/checkpoints/ft:m:o::c%3Fx/permissions"_s);
    QCOMPARE(ModelsApi::path(u"ft:m:o:s:i"_s), u"/models/ft:m:o:s:i"_s);
    Bench bench;
    int refused = 0;
    const auto count = [&refused](const auto &result) {
        refused += !result && result.error().kind == Kind::Invalid;
    };
    for (const QString &id : {QString(), u"."_s, u".."_s}) {
        QCOMPARE(FineTuningApi::path(id), QString());
        QCOMPARE(FineTuningApi::permissionsPath(id), QString());
        bench.api().cancel(id, nullptr, count);
        bench.api().listEvents(id, {}, nullptr, count);
        bench.api().listPermissions(id, {}, nullptr, count);
        bench.api().createPermissions(id, {u"proj_a"_s}, nullptr, count);
        bench.api().removePermission(id, u"cp_1"_s, nullptr, count);
        bench.api().removePermission(checkpoint, id, nullptr, count);
        bench.session->models().remove(id, nullptr, count);
    }
    bench.clock.advance(0);
    QCOMPARE(refused, 21);
    QCOMPARE(bench.wire->requests().size(), 0);
}

void TestFineTuningApi::whatWasRevokedBeforeIsNoError()
{
    Bench bench;
    const QString path = u"/v1/fine_tuning/checkpoints/"_s + checkpoint + u"/permissions/cp_1"_s;
    bench.wire->once(Method::Delete, path, FakeReply::error(404));
    bench.wire->once(Method::Delete, path,
                     FakeReply::json(R"({"id":"cp_1","object":"checkpoint.permission","deleted":true})"));
    std::optional<Result<bool>> gone;
    bench.api().removePermission(checkpoint, u"cp_1"_s, nullptr, into(&gone));
    bench.clock.advance(0);
    QVERIFY(gone && gone->has_value() && !**gone);
    bench.api().removePermission(checkpoint, u"cp_1"_s, nullptr, into(&gone));
    bench.clock.advance(0);
    QVERIFY(gone && gone->has_value() && **gone);
}

QTEST_GUILESS_MAIN(TestFineTuningApi)
#include "tst_finetuningapi.moc"

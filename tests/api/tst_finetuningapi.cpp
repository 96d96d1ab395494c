// SPDX-License-Identifier: GPL-3.0-or-later
// The nine operations on fine-tuning jobs and checkpoints, pause and resume, and those on models, as they go
// over the wire, and what is read from their answers.
#include "api/finetuningapi.h"
#include "api/pager.h"
#include "apibench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Kind = ApiError::Kind;

namespace {

const auto checkpoint = u"ft:gpt-4o-mini-2024-07-18:org:sfx:9AbC:ckpt-step-88"_s;

QJsonObject parsed(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

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
    void jobIsRead();
    void jobOfNothingIsRead_data();
    void jobOfNothingIsRead();
    void jobStatus_data();
    void jobStatus();
    void suffixAndTitle_data();
    void suffixAndTitle();
    void hyperparametersAreReadWhereverTheyAre_data();
    void hyperparametersAreReadWhereverTheyAre();
    void eventIsRead_data();
    void eventIsRead();
    void checkpointIsRead_data();
    void checkpointIsRead();
    void permissionIsRead_data();
    void permissionIsRead();
    void modelIsRead();

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
                       FakeReply::json("{\"id\":\"x\",\"deleted\":true,\"data\":[]}"));
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
        [](const FakeRequest &) { return FakeReply::json("{\"id\":\"x\",\"deleted\":true,\"data\":[]}"); });
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

void TestFineTuningApi::jobIsRead()
{
    const QJsonObject object = parsed(
        R"({"id":"ftjob-1","object":"fine_tuning.job","created_at":1,"finished_at":9,"estimated_finish":8,
        "model":"gpt-4o-mini-2024-07-18","fine_tuned_model":"ft:gpt-4o-mini-2024-07-18:org:support:9AbC","organization_id":"org-1",
        "result_files":["file-r1","file-r2"],"status":"succeeded","trained_tokens":5049,"training_file":"file-t","validation_file":"file-v",
        "seed":7.0,"error":{"code":"c","message":"m","param":"p"},"metadata":{"team":"cx"},
        "integrations":[{"type":"wandb","wandb":{"project":"tickets","name":"run-12","entity":null,"tags":["q4","eu"]}}],
        "hyperparameters":{"n_epochs":1},
        "method":{"type":"reinforcement","reinforcement":{"grader":{"type":"string_check"},"hyperparameters":{"n_epochs":"auto","batch_size":16}}},
        "new_field":7})");
    const FineTuningJob job = FineTuningJob::fromJson(object);
    QCOMPARE(job.id, u"ftjob-1"_s);
    QCOMPARE(job.model, u"gpt-4o-mini-2024-07-18"_s);
    QCOMPARE(job.suffix, u"support"_s);
    QCOMPARE(job.organization, u"org-1"_s);
    QCOMPARE(job.resultFileIds, (QStringList{u"file-r1"_s, u"file-r2"_s}));
    QCOMPARE(job.trainingFileId, u"file-t"_s);
    QCOMPARE(job.validationFileId, u"file-v"_s);
    QCOMPARE(job.createdAt, std::optional<qint64>(1));
    QCOMPARE(job.finishedAt, std::optional<qint64>(9));
    QCOMPARE(job.estimatedFinish, std::optional<qint64>(8));
    QCOMPARE(job.trainedTokens, std::optional<qint64>(5049));
    QCOMPARE(job.seed, std::optional<qint64>(7));
    QCOMPARE(job.errorCode + job.errorMessage + job.errorParam, u"cmp"_s);
    QCOMPARE(job.method, u"reinforcement"_s);
    QCOMPARE(job.grader, parsed(R"({"type":"string_check"})"));
    QCOMPARE(job.hyperparameters.size(), 2); // those of the method, not the job's old ones
    QCOMPARE(job.integrations.size(), 1);
    QCOMPARE(job.integrations.first().project + job.integrations.first().name +
                 job.integrations.first().entity,
             u"ticketsrun-12"_s);
    QCOMPARE(job.integrations.first().tags, (QStringList{u"q4"_s, u"eu"_s}));
    QCOMPARE(job.toJson(), object); // what nobody knows is kept
    QJsonObject other = object;
    other.insert(u"new_field"_s, 8);
    QVERIFY(!(FineTuningJob::fromJson(other) == job));
}

void TestFineTuningApi::jobOfNothingIsRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("missing") << QByteArray(R"({"id":"j"})");
    QTest::newRow("null") << QByteArray(
        R"({"id":"j","created_at":null,"error":null,"fine_tuned_model":null,"finished_at":null,"hyperparameters":null,"model":null,
            "organization_id":null,"result_files":null,"status":null,"trained_tokens":null,"training_file":null,"validation_file":null,
            "integrations":null,"seed":null,"estimated_finish":null,"method":null,"metadata":null})");
    QTest::newRow("wrong types") << QByteArray(
        R"({"id":"j","created_at":{},"error":"e","fine_tuned_model":[],"finished_at":[],"hyperparameters":"auto","model":{},
            "organization_id":[],"result_files":"file-1","status":[],"trained_tokens":"many","training_file":{},"validation_file":[],
            "integrations":{},"seed":"x","estimated_finish":[],"method":"dpo","metadata":[]})");
    QTest::newRow("numbers that nothing can be reckoned with") << QByteArray(
        R"({"id":"j","created_at":9223372036854775807,"finished_at":-9223372036854775808,"estimated_finish":1e300,
            "trained_tokens":-5})");
    QTest::newRow("empty texts") << QByteArray(
        R"({"id":"j","fine_tuned_model":"","validation_file":"","result_files":["",null,7],"integrations":[{},7],
            "error":{"code":null,"message":"","param":null}})");
}

void TestFineTuningApi::jobOfNothingIsRead()
{
    QFETCH(QByteArray, body);
    const FineTuningJob job = FineTuningJob::fromJson(parsed(body));
    QCOMPARE(job.title(), u"j"_s);
    QCOMPARE(job.status + job.model + job.fineTunedModel + job.suffix + job.method + job.organization +
                 job.trainingFileId + job.validationFileId + job.errorCode + job.errorMessage +
                 job.errorParam,
             QString());
    QVERIFY(job.resultFileIds.isEmpty() && job.hyperparameters.isEmpty() && job.integrations.isEmpty());
    QVERIFY(job.grader.isEmpty() && job.metadata.isEmpty());
    QVERIFY(!job.createdAt && !job.finishedAt && !job.estimatedFinish && !job.trainedTokens && !job.seed);
    QVERIFY(!job.isFinished());
}

void TestFineTuningApi::jobStatus_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("can"); // c: be cancelled, p: be paused, r: be resumed, f: has finished
    QTest::newRow("validating") << u"validating_files"_s << u"c"_s;
    QTest::newRow("queued") << u"queued"_s << u"c"_s;
    QTest::newRow("running") << u"running"_s << u"cp"_s;
    QTest::newRow("paused") << u"paused"_s << u"cr"_s;
    QTest::newRow("succeeded") << u"succeeded"_s << u"f"_s;
    QTest::newRow("failed") << u"failed"_s << u"f"_s;
    QTest::newRow("cancelled") << u"cancelled"_s << u"f"_s;
    QTest::newRow("a new status") << u"resting"_s << u"c"_s;
}

void TestFineTuningApi::jobStatus()
{
    QFETCH(QString, status);
    QFETCH(QString, can);
    const FineTuningJob job = FineTuningJob::fromJson({{u"id"_s, u"j"_s}, {u"status"_s, status}});
    QCOMPARE(job.canBeCancelled(), can.contains(u'c'));
    QCOMPARE(job.canBePaused(), can.contains(u'p'));
    QCOMPARE(job.canBeResumed(), can.contains(u'r'));
    QCOMPARE(job.isFinished(), can.contains(u'f'));
}

void TestFineTuningApi::suffixAndTitle_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QString>("title");
    QTest::newRow("a name") << QByteArray(R"({"id":"j","suffix":"s","metadata":{"name":"n"}})") << u"s"_s
                            << u"n"_s;
    QTest::newRow("as asked for")
        << QByteArray(R"({"id":"j","user_provided_suffix":"u","fine_tuned_model":"ft:m:o:s:i"})") << u"u"_s
        << u"u"_s;
    QTest::newRow("of the model") << QByteArray(R"({"id":"j","fine_tuned_model":"ft:m:o:s:i"})") << u"s"_s
                                  << u"s"_s;
    QTest::newRow("a model without one")
        << QByteArray(R"({"id":"j","fine_tuned_model":"ft:m:o::i"})") << QString() << u"j"_s;
    QTest::newRow("a model of another kind")
        << QByteArray(R"({"id":"j","fine_tuned_model":"a:b:c:d:e"})") << QString() << u"j"_s;
}

void TestFineTuningApi::suffixAndTitle()
{
    QFETCH(QByteArray, body);
    const FineTuningJob job = FineTuningJob::fromJson(parsed(body));
    QTEST(job.suffix, "suffix");
    QTEST(job.title(), "title");
}

void TestFineTuningApi::hyperparametersAreReadWhereverTheyAre_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QJsonValue>("epochs");
    QTest::newRow("method")
        << QByteArray(R"({"id":"j","method":{"type":"dpo","dpo":{"hyperparameters":{"n_epochs":2}}}})")
        << QJsonValue(2);
    QTest::newRow("auto")
        << QByteArray(R"({"id":"j","method":{"type":"dpo","dpo":{"hyperparameters":{"n_epochs":"auto"}}}})")
        << QJsonValue(u"auto"_s);
    QTest::newRow("null")
        << QByteArray(R"({"id":"j","method":{"type":"dpo","dpo":{"hyperparameters":{"n_epochs":null}}}})")
        << QJsonValue();
    QTest::newRow("job") << QByteArray(R"({"id":"j","hyperparameters":{"n_epochs":3}})") << QJsonValue(3);
    QTest::newRow("job, method without any")
        << QByteArray(
               R"({"id":"j","method":{"type":"supervised","supervised":{}},"hyperparameters":{"n_epochs":3}})")
        << QJsonValue(3);
}

void TestFineTuningApi::hyperparametersAreReadWhereverTheyAre()
{
    QFETCH(QByteArray, body);
    const FineTuningJob job = FineTuningJob::fromJson(parsed(body));
    QCOMPARE(job.hyperparameters.size(), 1);
    QCOMPARE(job.hyperparameters.first().name, u"n_epochs"_s);
    QTEST(job.hyperparameters.first().value, "epochs");
}

void TestFineTuningApi::eventIsRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("read"); // type, level, message, step, of, metrics
    QTest::newRow("metrics")
        << QByteArray(R"({"id":"e","created_at":1,"level":"info","message":"Step 10/90","type":"metrics",
            "data":{"step":10,"total_steps":90,"train_loss":0.51,"valid_loss":null,"note":"x"}})")
        << u"metrics info Step 10/90 10 90 train_loss valid_loss"_s;
    QTest::newRow("words")
        << QByteArray(R"({"id":"e","level":"warn","message":"Queued","type":"message","data":{}})")
        << u"message warn Queued - -"_s;
    QTest::newRow("no data")
        << QByteArray(R"({"id":"e","level":"warn","message":"Queued","type":"message","data":null})")
        << u"message warn Queued - -"_s;
    QTest::newRow("of no step") << QByteArray(R"({"id":"e","data":{"train_loss":1}})") << u"   - -"_s;
    QTest::newRow("of a step that cannot be")
        << QByteArray(R"({"id":"e","data":{"step":-3,"total_steps":9223372036854775807,"train_loss":1}})")
        << u"   - -"_s;
    QTest::newRow("wrong types")
        << QByteArray(R"({"id":"e","level":[],"message":{},"type":[],"data":"x","created_at":"y"})")
        << u"   - -"_s;
}

void TestFineTuningApi::eventIsRead()
{
    QFETCH(QByteArray, body);
    const FineTuningEvent event = FineTuningEvent::fromJson(parsed(body));
    QCOMPARE(event.id, u"e"_s);
    QStringList words{event.type, event.level, event.message,
                      event.step ? QString::number(*event.step) : u"-"_s,
                      event.totalSteps ? QString::number(*event.totalSteps) : u"-"_s};
    for (const TrainingMetric &metric : event.metrics)
        words << metric.name;
    QTEST(words.join(u' '), "read");
    QCOMPARE(event.toJson(), parsed(body));
}

void TestFineTuningApi::checkpointIsRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<std::optional<qint64>>("step");
    QTest::addColumn<std::optional<double>>("loss");
    using Step = std::optional<qint64>;
    using Loss = std::optional<double>;
    QTest::newRow("whole")
        << QByteArray(
               R"({"id":"c","created_at":5,"fine_tuned_model_checkpoint":"ft:m","fine_tuning_job_id":"j",
        "step_number":88,"metrics":{"step":88,"valid_loss":0.6,"full_valid_loss":0.5},"new":1})")
        << Step(88) << Loss(0.6);
    QTest::newRow("step of the metrics")
        << QByteArray(R"({"id":"c","metrics":{"step":88.0,"valid_loss":0.6}})") << Step(88) << Loss(0.6);
    QTest::newRow("null") << QByteArray(R"({"id":"c","step_number":null,"metrics":{"valid_loss":null}})")
                          << Step() << Loss();
    QTest::newRow("no metrics") << QByteArray(R"({"id":"c","step_number":1,"metrics":null})") << Step(1)
                                << Loss();
    QTest::newRow("wrong types")
        << QByteArray(R"({"id":"c","step_number":[],"metrics":{"valid_loss":"low"},"created_at":{}})")
        << Step() << Loss();
}

void TestFineTuningApi::checkpointIsRead()
{
    QFETCH(QByteArray, body);
    const FineTuningCheckpoint read = FineTuningCheckpoint::fromJson(parsed(body));
    QCOMPARE(read.id, u"c"_s);
    QFETCH(std::optional<qint64>, step);
    QCOMPARE(read.step, step);
    QFETCH(std::optional<double>, loss);
    QCOMPARE(read.metric(u"valid_loss"), loss);
    QVERIFY(!read.metric(u"no_such_metric"));
    QCOMPARE(read.toJson(), parsed(body));
    QJsonObject other = parsed(body);
    other.insert(u"another"_s, true);
    QVERIFY(!(FineTuningCheckpoint::fromJson(other) == read));
}

void TestFineTuningApi::permissionIsRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("project");
    QTest::addColumn<bool>("dated");
    QTest::newRow("whole")
        << QByteArray(
               R"({"id":"cp","object":"checkpoint.permission","created_at":5,"project_id":"proj_a","x":1})")
        << u"proj_a"_s << true;
    QTest::newRow("missing") << QByteArray(R"({"id":"cp"})") << QString() << false;
    QTest::newRow("null") << QByteArray(R"({"id":"cp","created_at":null,"project_id":null})") << QString()
                          << false;
    QTest::newRow("wrong types") << QByteArray(R"({"id":"cp","created_at":[],"project_id":{}})") << QString()
                                 << false;
}

void TestFineTuningApi::permissionIsRead()
{
    QFETCH(QByteArray, body);
    const CheckpointPermission permission = CheckpointPermission::fromJson(parsed(body));
    QCOMPARE(permission.id, u"cp"_s);
    QTEST(permission.projectId, "project");
    QTEST(permission.createdAt.has_value(), "dated");
    QCOMPARE(permission.toJson(), parsed(body));
}

void TestFineTuningApi::modelIsRead()
{
    const QJsonObject object = parsed(
        R"({"id":"ft:m:o:s:i","object":"model","created":5,"owned_by":"org","shutdown_date":null,"x":1})");
    const ModelObject model = ModelObject::fromJson(object);
    QCOMPARE(model.id, u"ft:m:o:s:i"_s);
    QCOMPARE(model.ownedBy, u"org"_s);
    QCOMPARE(model.created, std::optional<qint64>(5));
    QCOMPARE(model.shutdownDate, QString());
    QCOMPARE(model.toJson(), object);
}

QTEST_GUILESS_MAIN(TestFineTuningApi)
#include "tst_finetuningapi.moc"

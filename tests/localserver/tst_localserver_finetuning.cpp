// SPDX-License-Identifier: GPL-3.0-or-later
// What fine-tuning jobs may ask for, and how they are listed and found.
#include "finetuningclient.h"

using namespace odc::test;
using odc::server::LocalServer;

class TestLocalServerFineTuning : public QObject, private FineTuningClient
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void aJobIsMade();
    void whatIsLeftOutHasItsDefault();
    void everyMethodIsTaken_data();
    void everyMethodIsTaken();
    void boundsAreIncluded_data();
    void boundsAreIncluded();
    void createRefuses_data();
    void createRefuses();
    void whatIsRequiredIsSaid();
    void jobsAreListedNewestFirst();
    void listsRefuse_data();
    void listsRefuse();
    void jobsAreFoundByTheirMetadata();
    void whatIsNotThereIsNotFound();
    void otherMethodsAreRefused();
    void aReadOnlyServerRefuses();

private:
    QByteArray m_file;
};

void TestLocalServerFineTuning::initTestCase()
{
    // Nothing goes on by itself while requests are looked at.
    start([](LocalServer::Options &options) { options.timeScale = 1000; });
    m_file = upload(chatLine().repeated(10));
}

void TestLocalServerFineTuning::aJobIsMade()
{
    const QJsonArray integrations{
        QJsonObject{{u"type"_s, u"wandb"_s},
                    {u"wandb"_s, QJsonObject{{u"project"_s, u"tickets"_s},
                                             {u"name"_s, u"run-12"_s},
                                             {u"entity"_s, QJsonValue::Null},
                                             {u"tags"_s, QJsonArray{u"q4"_s, u"eu"_s}}}}}};
    const QJsonObject method{
        {u"type"_s, u"supervised"_s},
        {u"supervised"_s,
         QJsonObject{{u"hyperparameters"_s, QJsonObject{{u"n_epochs"_s, 3},
                                                        {u"batch_size"_s, u"auto"_s},
                                                        {u"learning_rate_multiplier"_s, 0.8}}}}}};
    const QJsonObject asked{{u"model"_s, u"gpt-4o-mini-2024-07-18"_s},
                            {u"training_file"_s, QString::fromUtf8(m_file)},
                            {u"validation_file"_s, QString::fromUtf8(m_file)},
                            {u"suffix"_s, u"support-v3"_s},
                            {u"seed"_s, 7},
                            {u"method"_s, method},
                            {u"integrations"_s, integrations},
                            {u"metadata"_s, QJsonObject{{u"team"_s, u"cx"_s}}}};
    const RawReply reply = post("/v1/fine_tuning/jobs", asked);
    QCOMPARE(reply.status, 200);
    const QJsonObject made = reply.json();
    QVERIFY(made[u"id"_s].toString().startsWith(u"ftjob-"_s));
    QCOMPARE(made[u"object"_s].toString(), u"fine_tuning.job"_s);
    QCOMPARE(made[u"status"_s].toString(), u"validating_files"_s);
    for (const QString &name : {u"model"_s, u"training_file"_s, u"validation_file"_s, u"seed"_s, u"method"_s,
                                u"integrations"_s, u"metadata"_s})
        QCOMPARE(made[name], asked[name]);
    QCOMPARE(made[u"user_provided_suffix"_s], asked[u"suffix"_s]);
    QCOMPARE(made[u"hyperparameters"_s], method[u"supervised"_s][u"hyperparameters"_s]);
    for (const QString &name :
         {u"error"_s, u"fine_tuned_model"_s, u"finished_at"_s, u"trained_tokens"_s, u"estimated_finish"_s})
        QVERIFY2(made.contains(name) && made[name].isNull(), qPrintable(name));
    QCOMPARE(made[u"result_files"_s].toArray(), QJsonArray());
    QCOMPARE(job(idOfJob(made)), made);
}

void TestLocalServerFineTuning::whatIsLeftOutHasItsDefault()
{
    const QJsonObject made = post("/v1/fine_tuning/jobs", {{u"model"_s, u"gpt-4.1-mini"_s},
                                                           {u"training_file"_s, QString::fromUtf8(m_file)}})
                                 .json();
    QCOMPARE(made[u"model"_s].toString(), u"gpt-4.1-mini-2025-04-14"_s); // what the short name stands for
    const QJsonObject automatic{
        {u"n_epochs"_s, u"auto"_s}, {u"batch_size"_s, u"auto"_s}, {u"learning_rate_multiplier"_s, u"auto"_s}};
    QCOMPARE(made[u"hyperparameters"_s].toObject(), automatic);
    QCOMPARE(made[u"method"_s][u"type"_s].toString(), u"supervised"_s);
    QCOMPARE(made[u"method"_s][u"supervised"_s][u"hyperparameters"_s].toObject(), automatic);
    QVERIFY(made[u"seed"_s].isDouble());
    for (const QString &name : {u"validation_file"_s, u"metadata"_s, u"user_provided_suffix"_s})
        QVERIFY2(made.contains(name) && made[name].isNull(), qPrintable(name));
    // The old place of hyperparameters; null is as good as nothing.
    const QJsonObject old =
        post("/v1/fine_tuning/jobs", body(10, {{u"hyperparameters"_s, QJsonObject{{u"n_epochs"_s, 4}}},
                                               {u"suffix"_s, QJsonValue::Null},
                                               {u"seed"_s, QJsonValue::Null},
                                               {u"validation_file"_s, QJsonValue::Null},
                                               {u"integrations"_s, QJsonValue::Null},
                                               {u"metadata"_s, QJsonValue::Null}}))
            .json();
    QCOMPARE(old[u"hyperparameters"_s][u"n_epochs"_s].toInt(), 4);
    QCOMPARE(old[u"method"_s][u"supervised"_s][u"hyperparameters"_s][u"n_epochs"_s].toInt(), 4);
}

void TestLocalServerFineTuning::everyMethodIsTaken_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QByteArray>("method");
    const QByteArray check = compact(grader());
    QTest::newRow("supervised") << u"gpt-4.1"_s << QByteArray(R"({"type":"supervised"})");
    QTest::newRow("dpo") << u"gpt-4.1"_s << QByteArray(R"({"type":"dpo"})");
    QTest::newRow("dpo with everything")
        << u"gpt-4o"_s
        << QByteArray(R"({"type":"dpo","dpo":{"hyperparameters":{"beta":0.15,"n_epochs":2,"batch_size":8,)"
                      R"("learning_rate_multiplier":"auto"}}})");
    QTest::newRow("reinforcement") << u"o4-mini"_s
                                   << R"({"type":"reinforcement","reinforcement":{"grader":)" + check + "}}";
    QTest::newRow("reinforcement with everything")
        << u"o4-mini-2025-04-16"_s
        << R"({"type":"reinforcement","reinforcement":{"grader":{"type":"multi","name":"mix",)"
           R"("calculate_output":"0.7 * exact","graders":{"exact":)" +
               check +
               R"(}},"hyperparameters":{"reasoning_effort":"medium","compute_multiplier":1.5,"eval_interval":5,)"
               R"("eval_samples":3,"n_epochs":"auto","batch_size":16,"learning_rate_multiplier":"auto"}}})";
    QTest::newRow("completions") << u"davinci-002"_s
                                 << QByteArray(R"({"type":"supervised","supervised":{}})");
}

void TestLocalServerFineTuning::everyMethodIsTaken()
{
    QFETCH(QString, model);
    QFETCH(QByteArray, method);
    const QJsonObject given = QJsonDocument::fromJson(method).object();
    const RawReply reply =
        post("/v1/fine_tuning/jobs", body(10, {{u"model"_s, model}, {u"method"_s, given}}));
    QVERIFY2(reply.status == 200, reply.body.constData());
    const QJsonObject shown = reply.json()[u"method"_s].toObject();
    const QString type = given[u"type"_s].toString();
    QCOMPARE(shown[u"type"_s].toString(), type);
    const QJsonObject asked = given[type][u"hyperparameters"_s].toObject();
    for (auto it = asked.begin(); it != asked.end(); ++it)
        QCOMPARE(shown[type][u"hyperparameters"_s][it.key()], it.value());
    QCOMPARE(shown[type][u"grader"_s], given[type][u"grader"_s]);
    QCOMPARE(reply.json()[u"hyperparameters"_s].toObject().isEmpty(), type != u"supervised"_s);
}

void TestLocalServerFineTuning::boundsAreIncluded_data()
{
    QTest::addColumn<QByteArray>("change");
    const auto supervised = [](const QByteArray &hyperparameters) {
        return R"({"method":{"type":"supervised","supervised":{"hyperparameters":)" + hyperparameters + "}}}";
    };
    QTest::newRow("1 epoch") << supervised(R"({"n_epochs":1})");
    QTest::newRow("50 epochs") << supervised(R"({"n_epochs":50})");
    QTest::newRow("batches of 1") << supervised(R"({"batch_size":1})");
    QTest::newRow("batches of 256") << supervised(R"({"batch_size":256})");
    QTest::newRow("batches of null") << supervised(R"({"batch_size":null})");
    QTest::newRow("a small multiplier") << supervised(R"({"learning_rate_multiplier":0.000001})");
    QTest::newRow("a whole number as a float") << supervised(R"({"n_epochs":3.0})");
    QTest::newRow("beta 2") << QByteArray(
        R"({"model":"gpt-4o","method":{"type":"dpo","dpo":{"hyperparameters":{"beta":2}}}})");
    QTest::newRow("a suffix of 1") << QByteArray(R"({"suffix":"a"})");
    QTest::newRow("a suffix of 64") << R"({"suffix":")" + QByteArray(64, 'a') + "\"}";
    QTest::newRow("seed 0") << QByteArray(R"({"seed":0})");
    QTest::newRow("the largest seed") << QByteArray(R"({"seed":2147483647})");
    const QByteArray wandb = R"({"type":"wandb","wandb":{"project":"p"}})";
    QTest::newRow("5 integrations") << R"({"integrations":[)" + QByteArrayList(5, wandb).join(',') + "]}";
}

void TestLocalServerFineTuning::boundsAreIncluded()
{
    QFETCH(QByteArray, change);
    const RawReply reply = post("/v1/fine_tuning/jobs", body(10, QJsonDocument::fromJson(change).object()));
    QVERIFY2(reply.status == 200, reply.body.constData());
}

void TestLocalServerFineTuning::createRefuses_data()
{
    QTest::addColumn<QByteArray>("change"); // members in place of, or besides, those of a good body
    QTest::addColumn<QString>("param");
    QTest::addColumn<QString>("says");
    const auto refused = [](const char *name, const QByteArray &change, const QString &param,
                            const QString &says) { QTest::newRow(name) << change << param << says; };
    const auto supervised = [](const QByteArray &hyperparameters) {
        return R"({"method":{"type":"supervised","supervised":{"hyperparameters":)" + hyperparameters + "}}}";
    };
    const auto dpo = [](const QByteArray &hyperparameters) {
        return R"({"model":"gpt-4o","method":{"type":"dpo","dpo":{"hyperparameters":)" + hyperparameters +
               "}}}";
    };
    const auto rft = [](const QByteArray &inside) {
        return R"({"model":"o4-mini","method":{"type":"reinforcement","reinforcement":{)" + inside + "}}}";
    };
    const QByteArray good = R"("grader":)" + compact(grader());
    const QString own = u"method.supervised.hyperparameters"_s;
    const QString preference = u"method.dpo.hyperparameters"_s;
    const QString reinforcement = u"method.reinforcement"_s;

    refused("unknown model", R"({"model":"gpt-none"})", u"model"_s, u"gpt-none"_s);
    refused("a model that is not trained", R"({"model":"omni-moderation-latest"})", u"model"_s,
            u"not available"_s);
    refused("a fine-tuned model that is not there", R"({"model":"ft:gpt-4o-mini-2024-07-18:x:y:z"})",
            u"model"_s, u"does not exist"_s);
    refused("no such training file", R"({"training_file":"file-none"})", u"training_file"_s, u"file-none"_s);
    refused("no such validation file", R"({"validation_file":"file-none"})", u"validation_file"_s,
            u"file-none"_s);
    refused("a file as a number", R"({"training_file":7})", u"training_file"_s, u"string"_s);
    refused("empty suffix", R"({"suffix":""})", u"suffix"_s, u"too short"_s);
    refused("long suffix", R"({"suffix":")" + QByteArray(65, 'a') + "\"}", u"suffix"_s, u"64"_s);
    refused("negative seed", R"({"seed":-1})", u"seed"_s, u"minimum"_s);
    refused("large seed", R"({"seed":2147483648})", u"seed"_s, u"2147483647"_s);
    refused("half a seed", R"({"seed":1.5})", u"seed"_s, u"integer"_s);
    refused("something else", R"({"priority":"high"})", {}, u"priority"_s);
    refused("metadata", R"({"metadata":{"k":1}})", u"metadata.k"_s, u"string"_s);

    refused("no epochs", supervised(R"({"n_epochs":0})"), own + u".n_epochs"_s, u"minimum"_s);
    refused("51 epochs", supervised(R"({"n_epochs":51})"), own + u".n_epochs"_s, u"50"_s);
    refused("half an epoch", supervised(R"({"n_epochs":0.5})"), own + u".n_epochs"_s, u"integer"_s);
    refused("epochs in words", supervised(R"({"n_epochs":"three"})"), own + u".n_epochs"_s, u"auto"_s);
    refused("epochs of null", supervised(R"({"n_epochs":null})"), own + u".n_epochs"_s, u"auto"_s);
    refused("large batches", supervised(R"({"batch_size":257})"), own + u".batch_size"_s, u"256"_s);
    refused("a multiplier of 0", supervised(R"({"learning_rate_multiplier":0})"),
            own + u".learning_rate_multiplier"_s, u"greater than 0"_s);
    refused("beta without dpo", supervised(R"({"beta":0.1})"), {}, u"beta"_s);
    refused("a beta of 0", dpo(R"({"beta":0})"), preference + u".beta"_s, u"greater than 0"_s);
    refused("a large beta", dpo(R"({"beta":2.01})"), preference + u".beta"_s, u"maximum of 2"_s);
    refused("both places", R"({"hyperparameters":{},"method":{"type":"supervised"}})", u"hyperparameters"_s,
            u"'method'"_s);
    refused("the old place is checked, too", R"({"hyperparameters":{"n_epochs":51}})",
            u"hyperparameters.n_epochs"_s, u"50"_s);

    refused("no type of method", R"({"method":{}})", u"method"_s, u"'type'"_s);
    refused("another method", R"({"method":{"type":"magic"}})", u"method.type"_s, u"'dpo'"_s);
    refused("what belongs to another method", R"({"method":{"type":"supervised","dpo":{}}})", {}, u"'dpo'"_s);
    refused("a model without dpo", R"({"model":"babbage-002","method":{"type":"dpo"}})", u"model"_s,
            u"'supervised'"_s);
    refused("a model without reinforcement",
            R"({"method":{"type":"reinforcement","reinforcement":{)" + good + "}}}", u"model"_s, u"'dpo'"_s);
    refused("a reasoning model", R"({"model":"o4-mini"})", u"model"_s, u"'reinforcement'"_s);
    refused("no reinforcement", R"({"model":"o4-mini","method":{"type":"reinforcement"}})", u"method"_s,
            u"'reinforcement' is a required"_s);
    refused("no grader", rft({}), reinforcement, u"'grader' is a required"_s);
    refused("a python grader", rft(R"("grader":{"type":"python","name":"p","source":"x"})"),
            reinforcement + u".grader.type"_s, u"python"_s);
    refused("a grader without its fields", rft(R"("grader":{"type":"string_check","name":"ok"})"),
            reinforcement + u".grader"_s, u"'input'"_s);
    refused("a grader alone that only parts may be", rft(R"("grader":{"type":"label_model","name":"l"})"),
            reinforcement + u".grader.type"_s, u"'multi'"_s);
    refused("a small multiplier", rft(good + R"(,"hyperparameters":{"compute_multiplier":0.00001})"),
            reinforcement + u".hyperparameters.compute_multiplier"_s, u"greater than"_s);
    refused("a large multiplier", rft(good + R"(,"hyperparameters":{"compute_multiplier":10.5})"),
            reinforcement + u".hyperparameters.compute_multiplier"_s, u"10"_s);
    refused("an interval of 0", rft(good + R"(,"hyperparameters":{"eval_interval":0})"),
            reinforcement + u".hyperparameters.eval_interval"_s, u"minimum"_s);
    refused("another effort", rft(good + R"(,"hyperparameters":{"reasoning_effort":"max"})"),
            reinforcement + u".hyperparameters.reasoning_effort"_s, u"'high'"_s);

    const QByteArray wandb = R"({"type":"wandb","wandb":{"project":"p"}})";
    refused("6 integrations", R"({"integrations":[)" + QByteArrayList(6, wandb).join(',') + "]}",
            u"integrations"_s, u"5"_s);
    refused("no list of integrations", R"({"integrations":{}})", u"integrations"_s, u"array"_s);
    refused("another integration", R"({"integrations":[{"type":"mlflow"}]})", u"integrations.0.type"_s,
            u"wandb"_s);
    refused("no project", R"({"integrations":[{"type":"wandb","wandb":{}}]})", u"integrations.0.wandb"_s,
            u"'project'"_s);
}

void TestLocalServerFineTuning::createRefuses()
{
    QFETCH(QByteArray, change);
    QFETCH(QString, param);
    QFETCH(QString, says);
    QJsonParseError error;
    const QJsonObject changed = QJsonDocument::fromJson(change, &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    const qsizetype before = list("/v1/fine_tuning/jobs?limit=100").size();
    const RawReply reply = post("/v1/fine_tuning/jobs", body(10, changed));
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.error(u"type"_s), u"invalid_request_error"_s);
    QCOMPARE(reply.error(u"param"_s), param);
    QVERIFY2(reply.error(u"message"_s).contains(says), reply.body.constData());
    QCOMPARE(list("/v1/fine_tuning/jobs?limit=100").size(), before);
}

void TestLocalServerFineTuning::whatIsRequiredIsSaid()
{
    for (const QString &name : {u"model"_s, u"training_file"_s}) {
        QJsonObject asked = body();
        asked.remove(name);
        const RawReply reply = post("/v1/fine_tuning/jobs", asked);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.error(u"param"_s), name);
    }
    QCOMPARE(send("POST", "/v1/fine_tuning/jobs").status, 400);
    const QByteArray other = uploadFile(chatLine().repeated(10), "batch");
    for (const QString &name : {u"training_file"_s, u"validation_file"_s}) {
        const RawReply reply = post("/v1/fine_tuning/jobs", body(10, {{name, QString::fromUtf8(other)}}));
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.error(u"param"_s), name);
        QCOMPARE(reply.error(u"code"_s), u"invalid_file_purpose"_s);
    }
}

void TestLocalServerFineTuning::jobsAreListedNewestFirst()
{
    QStringList made;
    for (int i = 0; i < 5; ++i)
        made.prepend(QString::fromUtf8(create(body())));
    const QJsonObject first = get("/v1/fine_tuning/jobs?limit=2").json();
    QCOMPARE(first[u"data"_s][0][u"id"_s].toString(), made.at(0));
    QCOMPARE(first[u"data"_s][1][u"id"_s].toString(), made.at(1));
    QVERIFY(first[u"has_more"_s].toBool());
    QCOMPARE(first.keys(), (QStringList{u"data"_s, u"has_more"_s, u"object"_s}));
    const QJsonObject next = get("/v1/fine_tuning/jobs?limit=2&after=" + made.at(1).toUtf8()).json();
    QCOMPARE(next[u"data"_s][0][u"id"_s].toString(), made.at(2));
    QCOMPARE(get("/v1/fine_tuning/jobs").json()[u"data"_s].toArray().size(), 20); // unless told otherwise
}

void TestLocalServerFineTuning::listsRefuse_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("param");
    QTest::newRow("no limit") << QByteArray("/v1/fine_tuning/jobs?limit=0") << u"limit"_s;
    QTest::newRow("large limit") << QByteArray("/v1/fine_tuning/jobs?limit=101") << u"limit"_s;
    QTest::newRow("a word as limit") << QByteArray("/v1/fine_tuning/jobs?limit=x") << u"limit"_s;
    QTest::newRow("unknown cursor") << QByteArray("/v1/fine_tuning/jobs?after=ftjob-none") << u"after"_s;
    QTest::newRow("metadata in a word") << QByteArray("/v1/fine_tuning/jobs?metadata=x") << u"metadata"_s;
    QTest::newRow("metadata and none")
        << QByteArray("/v1/fine_tuning/jobs?metadata=null&metadata%5Ba%5D=b") << u"metadata"_s;
}

void TestLocalServerFineTuning::listsRefuse()
{
    QFETCH(QByteArray, target);
    QFETCH(QString, param);
    const RawReply reply = get(target);
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.error(u"param"_s), param);
}

void TestLocalServerFineTuning::jobsAreFoundByTheirMetadata()
{
    const auto with = [this](const QJsonObject &metadata) {
        return QString::fromUtf8(create(body(10, directives(metadata))));
    };
    const QString one = with({{u"find"_s, u"a b"_s}, {u"x[\"]"_s, u"1"_s}});
    const QString two = with({{u"find"_s, u"a b"_s}, {u"x[\"]"_s, u"2"_s}});
    const QString none = with({});
    const auto found = [this](const QByteArray &query) {
        QStringList ids;
        for (const QJsonValue &each : list("/v1/fine_tuning/jobs?limit=100&" + query))
            ids.append(each[u"id"_s].toString());
        return ids;
    };
    QCOMPARE(found("metadata%5Bfind%5D=a%20b"), (QStringList{two, one}));
    QCOMPARE(found("metadata%5Bfind%5D=a%20b&metadata%5Bx%5B%22%5D%5D=1"), QStringList{one});
    QCOMPARE(found("metadata[find]=a+b"), (QStringList{two, one}));
    QVERIFY(found("metadata%5Bfind%5D=a").isEmpty());
    QVERIFY(found("metadata%5Bfind%5D=a%20b&metadata%5Bfind%5D=c").isEmpty());
    const QStringList without = found("metadata=null");
    QVERIFY(without.contains(none) && !without.contains(one));
    const QJsonObject page = get("/v1/fine_tuning/jobs?limit=1&metadata%5Bfind%5D=a%20b").json();
    QVERIFY(page[u"has_more"_s].toBool());
    QCOMPARE(found("metadata%5Bfind%5D=a%20b&after=" + two.toUtf8()), QStringList{one});
}

void TestLocalServerFineTuning::whatIsNotThereIsNotFound()
{
    const QByteArray none = "/v1/fine_tuning/jobs/ftjob-none";
    for (const QByteArray &target : {none, none + "/events", none + "/checkpoints"}) {
        const RawReply reply = get(target);
        QCOMPARE(reply.status, 404);
        QCOMPARE(reply.error(u"code"_s), u"fine_tune_not_found"_s);
        QVERIFY(reply.error(u"message"_s).contains(u"ftjob-none"_s));
    }
    for (const char *action : {"cancel", "pause", "resume"})
        QCOMPARE(send("POST", none + '/' + action).status, 404);
    QCOMPARE(send("POST", none + "/restart").status, 404);
}

void TestLocalServerFineTuning::otherMethodsAreRefused()
{
    const QByteArray id = create(body());
    const QByteArray path = "/v1/fine_tuning/jobs/" + id;
    QCOMPARE(send("DELETE", path).status, 405);
    QCOMPARE(send("DELETE", "/v1/fine_tuning/jobs").headers.value("allow"), "POST, GET, HEAD");
    QCOMPARE(send("GET", path + "/cancel").status, 405);
    QCOMPARE(send("POST", path + "/events").status, 405);
}

void TestLocalServerFineTuning::aReadOnlyServerRefuses()
{
    const QJsonObject asked = body();
    const QByteArray id = create(asked);
    start([](LocalServer::Options &options) { options.readOnly = true; });
    QCOMPARE(post("/v1/fine_tuning/jobs", asked).status, 403);
    QCOMPARE(act(id, "cancel").status, 403);
    QCOMPARE(asAdmin("POST", permissionsPath(u"ft:x"_s), R"({"project_ids":["p"]})").status, 403);
    QCOMPARE(send("DELETE", "/v1/models/ft:x").status, 403);
    QCOMPARE(get("/v1/fine_tuning/jobs/" + id).status, 200);
    start([](LocalServer::Options &options) { options.timeScale = 1000; });
}

QTEST_GUILESS_MAIN(TestLocalServerFineTuning)
#include "tst_localserver_finetuning.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What is read of jobs, events, checkpoints, permissions and models, whatever is missing or strange in them.
#include "parsed.h"

#include "api/finetuningevent.h"
#include "api/finetuningjob.h"
#include "api/modelsapi.h"

#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestFineTuningObjects : public QObject
{
    Q_OBJECT
private Q_SLOTS:
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
};

void TestFineTuningObjects::jobIsRead()
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

void TestFineTuningObjects::jobOfNothingIsRead_data()
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

void TestFineTuningObjects::jobOfNothingIsRead()
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

void TestFineTuningObjects::jobStatus_data()
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

void TestFineTuningObjects::jobStatus()
{
    QFETCH(QString, status);
    QFETCH(QString, can);
    const FineTuningJob job = FineTuningJob::fromJson({{u"id"_s, u"j"_s}, {u"status"_s, status}});
    QCOMPARE(job.canBeCancelled(), can.contains(u'c'));
    QCOMPARE(job.canBePaused(), can.contains(u'p'));
    QCOMPARE(job.canBeResumed(), can.contains(u'r'));
    QCOMPARE(job.isFinished(), can.contains(u'f'));
}

void TestFineTuningObjects::suffixAndTitle_data()
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

void TestFineTuningObjects::suffixAndTitle()
{
    QFETCH(QByteArray, body);
    const FineTuningJob job = FineTuningJob::fromJson(parsed(body));
    QTEST(job.suffix, "suffix");
    QTEST(job.title(), "title");
}

void TestFineTuningObjects::hyperparametersAreReadWhereverTheyAre_data()
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

void TestFineTuningObjects::hyperparametersAreReadWhereverTheyAre()
{
    QFETCH(QByteArray, body);
    const FineTuningJob job = FineTuningJob::fromJson(parsed(body));
    QCOMPARE(job.hyperparameters.size(), 1);
    QCOMPARE(job.hyperparameters.first().name, u"n_epochs"_s);
    QTEST(job.hyperparameters.first().value, "epochs");
}

void TestFineTuningObjects::eventIsRead_data()
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

void TestFineTuningObjects::eventIsRead()
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

void TestFineTuningObjects::checkpointIsRead_data()
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

void TestFineTuningObjects::checkpointIsRead()
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

void TestFineTuningObjects::permissionIsRead_data()
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

void TestFineTuningObjects::permissionIsRead()
{
    QFETCH(QByteArray, body);
    const CheckpointPermission permission = CheckpointPermission::fromJson(parsed(body));
    QCOMPARE(permission.id, u"cp"_s);
    QTEST(permission.projectId, "project");
    QTEST(permission.createdAt.has_value(), "dated");
    QCOMPARE(permission.toJson(), parsed(body));
}

void TestFineTuningObjects::modelIsRead()
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

QTEST_GUILESS_MAIN(TestFineTuningObjects)
#include "tst_finetuningobjects.moc"

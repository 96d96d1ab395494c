// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a fine-tuning job: its states, what it tells on the way, what it leaves, and what stops it.
#include "finetuningclient.h"

#include <algorithm>

using namespace odc::test;
using odc::server::LocalServer;

class TestLocalServerFineTuningRuns : public QObject, private FineTuningClient
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(emptyFolder());
        start();
    }

    void aJobSucceeds();
    void whatIsAutomaticIsDecided();
    void stepsAreToldOneByOne();
    void theSameSeedGivesTheSameCurve();
    void withoutAValidationFileNothingIsValidated();
    void methodsTellTheirOwnFigures_data();
    void methodsTellTheirOwnFigures();
    void checkpointsComeWithEpochs();
    void resultsAreATable();
    void resultsInBase64();
    void aBadFileFailsTheJob_data();
    void aBadFileFailsTheJob();
    void aFileThatIsGoneFailsTheJob();
    void itFailsWhereItIsToldTo();
    void itOverfitsWhereItIsToldTo();
    void itLosesItsLoss();
    void itLeavesStepsOut();
    void itPausesAndGoesOn();
    void itIsCancelled_data();
    void itIsCancelled();
    void statesRefuse();
    void aFineTunedModelIsTunedAgain();
    void manyStepsAreListedPageByPage();

private:
    /** At the usual pace a job waits for seconds before it runs. */
    void startSlowly(double timeScale = 0.02)
    {
        start([timeScale](LocalServer::Options &options) { options.timeScale = timeScale; });
    }
    QByteArray content(const QJsonObject &job) const
    {
        return get("/v1/files/" + job[u"result_files"_s][0].toString().toUtf8() + "/content").body;
    }
    /** A job with a validation file, too. */
    QJsonObject validated(int examples, const QJsonObject &metadata = {}) const
    {
        return body(examples, {{u"validation_file"_s, QString::fromUtf8(upload(chatLine(2)))},
                               {u"seed"_s, 42},
                               {u"suffix"_s, u"Support v3"_s},
                               {u"metadata"_s, metadata}});
    }
    /** A job that is in the middle of its steps. */
    QByteArray underWay() const
    {
        const QByteArray id =
            create(body(30, directives({{u"odc_steps"_s, u"100000"_s}, {u"odc_seconds"_s, u"500000"_s}})));
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!stepsOf(firstEvents(id)).isEmpty(), 20'000); }();
        return id;
    }
    QList<QJsonObject> firstEvents(const QByteArray &id) const
    {
        QList<QJsonObject> events;
        for (const QJsonValue &each : list("/v1/fine_tuning/jobs/" + id + "/events?limit=20"))
            events.append(each.toObject());
        return events;
    }
};

void TestLocalServerFineTuningRuns::aJobSucceeds()
{
    const QByteArray id = create(validated(30));
    const QJsonObject done = reached(id, u"succeeded"_s);
    const QString model = done[u"fine_tuned_model"_s].toString();
    QVERIFY2(model.startsWith(u"ft:gpt-4o-mini-2024-07-18:local:support-v3:"_s), qPrintable(model));
    QVERIFY(done[u"finished_at"_s].toInteger() >= done[u"created_at"_s].toInteger());
    QVERIFY(done[u"trained_tokens"_s].toInteger() > 30 * 3);
    QVERIFY(done[u"error"_s].isNull() && done[u"estimated_finish"_s].isNull());
    QCOMPARE(done[u"result_files"_s].toArray().size(), 1);
    const QStringList said = messagesOf(events(id));
    QCOMPARE(said.first(), u"The job has successfully completed"_s);
    QCOMPARE(said.at(1), u"New fine-tuned model created: "_s + model);
    QCOMPARE(said.last(), u"Created fine-tuning job: "_s + QString::fromUtf8(id));
    QCOMPARE(said.filter(u"Simulated on this server"_s).size(), 1); // nobody takes it for the real thing
    for (const QJsonObject &event : events(id))
        QCOMPARE(event[u"level"_s].toString(), u"info"_s);
}

void TestLocalServerFineTuningRuns::whatIsAutomaticIsDecided()
{
    const QJsonObject done = succeeded(body(1000));
    const QJsonObject decided{{u"n_epochs"_s, 3}, {u"batch_size"_s, 2}, {u"learning_rate_multiplier"_s, 2}};
    QCOMPARE(done[u"hyperparameters"_s].toObject(), decided);
    QCOMPARE(done[u"method"_s][u"supervised"_s][u"hyperparameters"_s].toObject(), decided);
    QCOMPARE(stepsOf(events(idOfJob(done))).first(), 1500); // of 1000 examples, two at a time, three times
    const QJsonObject asked =
        succeeded(body(10, {{u"hyperparameters"_s, QJsonObject{{u"n_epochs"_s, 2}, {u"batch_size"_s, 4}}}}));
    QCOMPARE(asked[u"hyperparameters"_s][u"n_epochs"_s].toInt(), 2);
    QCOMPARE(stepsOf(events(idOfJob(asked))), downFrom(6)); // the third batch of an epoch is not full
}

void TestLocalServerFineTuningRuns::stepsAreToldOneByOne()
{
    const QByteArray id = idOfJob(succeeded(validated(30)));
    const QList<QJsonObject> told = events(id);
    QCOMPARE(stepsOf(told), downFrom(90));
    QSet<QString> ids;
    qint64 later = told.first()[u"created_at"_s].toInteger();
    for (const QJsonObject &event : told) {
        ids.insert(event[u"id"_s].toString());
        QVERIFY(event[u"id"_s].toString().startsWith(u"ftevent-"_s));
        QCOMPARE(event[u"object"_s].toString(), u"fine_tuning.job.event"_s);
        QVERIFY(event[u"created_at"_s].toInteger() <= later);
        later = event[u"created_at"_s].toInteger();
        if (event[u"type"_s].toString() != u"metrics"_s)
            continue;
        const QJsonValue data = event[u"data"_s];
        QCOMPARE(data[u"total_steps"_s].toInt(), 90);
        QVERIFY(data[u"train_loss"_s].toDouble() > 0);
        QVERIFY(data[u"train_mean_token_accuracy"_s].toDouble() > 0);
        QVERIFY(data[u"train_mean_token_accuracy"_s].toDouble() <= 1);
        QVERIFY(event[u"message"_s].toString().startsWith(
            u"Step %1/90: training loss="_s.arg(data[u"step"_s].toInt())));
    }
    QCOMPARE(ids.size(), told.size());
    const QList<double> losses = figures(told, u"train_loss"_s);
    QVERIFY(losses.last() < losses.first() / 2); // it learns
    const QList<double> accuracies = figures(told, u"train_mean_token_accuracy"_s);
    QVERIFY(accuracies.last() > accuracies.first());
    QCOMPARE(figures(told, u"valid_loss"_s).size(), 90); // few steps: each is validated
    QCOMPARE(figures(told, u"full_valid_loss"_s).size(), 3);
}

void TestLocalServerFineTuningRuns::theSameSeedGivesTheSameCurve()
{
    const auto losses = [&](int seed) {
        return figures(events(idOfJob(succeeded(body(30, {{u"seed"_s, seed}})))), u"train_loss"_s);
    };
    QCOMPARE(losses(7), losses(7));
    QVERIFY(losses(7) != losses(8));
}

void TestLocalServerFineTuningRuns::withoutAValidationFileNothingIsValidated()
{
    const QList<QJsonObject> told = events(idOfJob(succeeded(body(30))));
    QCOMPARE(figures(told, u"train_loss"_s).size(), 90);
    QVERIFY(figures(told, u"valid_loss"_s).isEmpty());
    QVERIFY(figures(told, u"full_valid_loss"_s).isEmpty());
}

void TestLocalServerFineTuningRuns::methodsTellTheirOwnFigures_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QJsonObject>("method");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("rises");
    QTest::newRow("dpo") << u"gpt-4.1"_s << QJsonObject{{u"type"_s, u"dpo"_s}} << pairLine()
                         << u"_reward_margin"_s;
    QTest::newRow("reinforcement") << u"o4-mini"_s
                                   << QJsonObject{{u"type"_s, u"reinforcement"_s},
                                                  {u"reinforcement"_s, QJsonObject{{u"grader"_s, grader()}}}}
                                   << taskLine() << u"_reward_mean"_s;
}

void TestLocalServerFineTuningRuns::methodsTellTheirOwnFigures()
{
    QFETCH(QString, model);
    QFETCH(QJsonObject, method);
    QFETCH(QByteArray, line);
    QFETCH(QString, rises);
    const QString file = QString::fromUtf8(upload(line.repeated(40)));
    const QJsonObject done = succeeded({{u"model"_s, model},
                                        {u"method"_s, method},
                                        {u"training_file"_s, file},
                                        {u"validation_file"_s, file}});
    const QList<QJsonObject> told = events(idOfJob(done));
    for (const QString &set : {u"train"_s, u"valid"_s}) {
        const QList<double> values = figures(told, set + rises);
        QCOMPARE(values.size(), 120);
        QVERIFY(values.last() > values.first());
        QVERIFY(content(done).split('\n').first().contains((set + rises).toUtf8()));
    }
    const QString type = method[u"type"_s].toString();
    const QJsonObject decided = done[u"method"_s][type][u"hyperparameters"_s].toObject();
    for (auto it = decided.begin(); it != decided.end(); ++it)
        QVERIFY2(it.value().isDouble() || it.key() == u"reasoning_effort"_s, qPrintable(it.key()));
}

void TestLocalServerFineTuningRuns::checkpointsComeWithEpochs()
{
    const QJsonObject done = succeeded(validated(30));
    const QList<QJsonObject> made = checkpoints(idOfJob(done));
    QCOMPARE(made.size(), 3);
    const QList<QJsonObject> told = events(idOfJob(done));
    for (int i = 0; i < 3; ++i) {
        const int step = 90 - 30 * i;
        const QJsonObject checkpoint = made.at(i);
        QCOMPARE(checkpoint[u"step_number"_s].toInt(), step);
        QCOMPARE(checkpoint[u"object"_s].toString(), u"fine_tuning.job.checkpoint"_s);
        QCOMPARE(checkpoint[u"fine_tuning_job_id"_s], done[u"id"_s]);
        const QString name = checkpoint[u"fine_tuned_model_checkpoint"_s].toString();
        QCOMPARE(name, done[u"fine_tuned_model"_s].toString() + u":ckpt-step-%1"_s.arg(step));
        QCOMPARE(messagesOf(told).filter(name).size(), 1);
        const QJsonObject metrics = checkpoint[u"metrics"_s].toObject();
        QCOMPARE(metrics[u"step"_s].toInt(), step);
        for (const QString &figure :
             {u"train_loss"_s, u"train_mean_token_accuracy"_s, u"valid_loss"_s,
              u"valid_mean_token_accuracy"_s, u"full_valid_loss"_s, u"full_valid_mean_token_accuracy"_s})
            QVERIFY2(metrics[figure].toDouble() > 0, qPrintable(figure));
    }
    const QByteArray path = "/v1/fine_tuning/jobs/" + idOfJob(done) + "/checkpoints";
    const QJsonObject page = get(path + "?limit=2").json();
    QCOMPARE(page[u"first_id"_s], made.at(0)[u"id"_s]);
    QCOMPARE(page[u"last_id"_s], made.at(1)[u"id"_s]);
    QVERIFY(page[u"has_more"_s].toBool());
    QCOMPARE(get(path + "?limit=101").status, 400);
    // Ten are listed unless told otherwise.
    const QJsonObject many = succeeded(body(10, {{u"hyperparameters"_s, QJsonObject{{u"n_epochs"_s, 12}}}}));
    QCOMPARE(list("/v1/fine_tuning/jobs/" + idOfJob(many) + "/checkpoints").size(), 10);
    QCOMPARE(checkpoints(idOfJob(many)).size(), 12);
}

void TestLocalServerFineTuningRuns::resultsAreATable()
{
    const QJsonObject done = succeeded(validated(100)); // of 300 steps every third is validated
    const QJsonObject file = get("/v1/files/" + done[u"result_files"_s][0].toString().toUtf8()).json();
    QCOMPARE(file[u"purpose"_s].toString(), u"fine-tune-results"_s);
    QCOMPARE(file[u"filename"_s].toString(), u"step_metrics.csv"_s);
    QCOMPARE(file[u"status"_s].toString(), u"processed"_s);
    QList<QByteArray> rows = content(done).split('\n');
    QCOMPARE(rows.takeFirst(), "step,train_loss,train_accuracy,valid_loss,valid_mean_token_accuracy");
    QCOMPARE(rows.takeLast(), ""); // the last line ends, too
    QCOMPARE(rows.size(), 300);
    const QList<double> losses = figures(events(idOfJob(done)), u"train_loss"_s);
    int validations = 0;
    for (int i = 0; i < rows.size(); ++i) {
        const QList<QByteArray> cells = rows.at(i).split(',');
        QCOMPARE(cells.size(), 5);
        QCOMPARE(cells.at(0).toInt(), i + 1);
        QCOMPARE(cells.at(1).toDouble(), losses.at(i));
        QCOMPARE(cells.at(3).isEmpty(), cells.at(4).isEmpty());
        validations += cells.at(3).isEmpty() ? 0 : 1;
    }
    QCOMPARE(validations,
             103); // the first step, every third, and the ends of two epochs that are none of those
}

void TestLocalServerFineTuningRuns::resultsInBase64()
{
    const QJsonObject done = succeeded(body(10, directives({{u"odc_results"_s, u"base64"_s}})));
    const QByteArray got = content(done);
    QVERIFY(!got.contains(','));
    QVERIFY(QByteArray::fromBase64(got).startsWith("step,train_loss,"));
}

void TestLocalServerFineTuningRuns::aBadFileFailsTheJob_data()
{
    QTest::addColumn<QByteArray>("training");
    QTest::addColumn<QByteArray>("validation");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("param");
    QTest::addColumn<QString>("says");
    const QByteArray good = chatLine().repeated(12);
    QTest::newRow("no JSON") << good + "{\n" + good << QByteArray() << u"invalid_training_file"_s
                             << u"training_file"_s << u"Line 13: not valid JSON"_s;
    QTest::newRow("another format") << pairLine().repeated(12) << QByteArray() << u"invalid_training_file"_s
                                    << u"training_file"_s << u"Line 1: 'messages'"_s;
    QTest::newRow("too few") << chatLine().repeated(9) << QByteArray() << u"invalid_n_examples"_s
                             << u"training_file"_s << u"at least 10"_s;
    QTest::newRow("validation") << good << chatLine() + "[]\n"
                                << u"invalid_validation_file"_s << u"validation_file"_s
                                << u"Line 2: not a JSON object"_s;
    QTest::newRow("several lines") << good + "[]\n[]\n"
                                   << QByteArray() << u"invalid_training_file"_s << u"training_file"_s
                                   << u"2 of 14 lines"_s;
}

void TestLocalServerFineTuningRuns::aBadFileFailsTheJob()
{
    QFETCH(QByteArray, training);
    QFETCH(QByteArray, validation);
    QFETCH(QString, code);
    QFETCH(QString, param);
    QFETCH(QString, says);
    QJsonObject asked{{u"model"_s, u"gpt-4o-mini"_s},
                      {u"training_file"_s, QString::fromUtf8(upload(training))}};
    if (!validation.isEmpty())
        asked[u"validation_file"_s] = QString::fromUtf8(upload(validation));
    const RawReply created = post("/v1/fine_tuning/jobs", asked);
    QCOMPARE(created.status, 200); // what a file holds is looked at later
    const QJsonObject failed = reached(idOf(created), u"failed"_s);
    QCOMPARE(failed[u"error"_s][u"code"_s].toString(), code);
    QCOMPARE(failed[u"error"_s][u"param"_s].toString(), param);
    const QString why = failed[u"error"_s][u"message"_s].toString();
    QVERIFY2(why.contains(says), qPrintable(why));
    QVERIFY(failed[u"finished_at"_s].isDouble());
    const QJsonObject last = events(idOf(created)).first();
    QCOMPARE(last[u"level"_s].toString(), u"error"_s);
    QCOMPARE(last[u"message"_s].toString(), why);
    QVERIFY(checkpoints(idOf(created)).isEmpty());
}

void TestLocalServerFineTuningRuns::aFileThatIsGoneFailsTheJob()
{
    startSlowly(1);
    const QJsonObject made = post("/v1/fine_tuning/jobs", body()).json();
    QCOMPARE(send("DELETE", "/v1/files/" + made[u"training_file"_s].toString().toUtf8()).status, 200);
    m_server.advanceClock(60);
    const QJsonObject failed = reached(idOfJob(made), u"failed"_s);
    QCOMPARE(failed[u"error"_s][u"code"_s].toString(), u"file_not_found"_s);
}

void TestLocalServerFineTuningRuns::itFailsWhereItIsToldTo()
{
    const QByteArray id = create(body(30, directives({{u"odc_fail_at_step"_s, u"35"_s}})));
    const QJsonObject failed = reached(id, u"failed"_s);
    QVERIFY(failed[u"error"_s][u"message"_s].toString().contains(u"step 35"_s));
    QCOMPARE(stepsOf(events(id)), downFrom(34));
    QCOMPARE(checkpoints(id).size(), 1); // what was made until then stays
    QVERIFY(failed[u"fine_tuned_model"_s].isNull());
    QVERIFY(failed[u"result_files"_s].toArray().isEmpty());
}

void TestLocalServerFineTuningRuns::itOverfitsWhereItIsToldTo()
{
    const QList<QJsonObject> told =
        events(idOfJob(succeeded(validated(30, {{u"odc_steps"_s, u"400"_s}, {u"odc_overfit"_s, u"200"_s}}))));
    const QList<double> valid = figures(told, u"valid_loss"_s);
    const double turned = valid.at(valid.size() / 2);
    QVERIFY(turned < valid.first());
    QVERIFY(valid.last() > turned);
    const QList<double> train = figures(told, u"train_loss"_s);
    QVERIFY(train.last() < train.at(train.size() / 2));
}

void TestLocalServerFineTuningRuns::itLosesItsLoss()
{
    const QJsonObject done = succeeded(validated(30, {{u"odc_nan"_s, u"61"_s}}));
    const QList<QJsonObject> told = events(idOfJob(done));
    QCOMPARE(stepsOf(told), downFrom(90));
    QCOMPARE(figures(told, u"train_loss"_s).size(), 60);
    QVERIFY(content(done).contains("\n61,nan,"));
    const QJsonObject metrics = checkpoints(idOfJob(done)).first()[u"metrics"_s].toObject();
    QVERIFY(!metrics.contains(u"train_loss"_s) && !metrics.contains(u"full_valid_loss"_s));
}

void TestLocalServerFineTuningRuns::itLeavesStepsOut()
{
    const QJsonObject done = succeeded(body(30, directives({{u"odc_gap"_s, u"31-59"_s}})));
    const QList<int> steps = stepsOf(events(idOfJob(done)));
    QCOMPARE(steps.size(), 61);
    QVERIFY(steps.contains(30) && !steps.contains(31) && !steps.contains(59) && steps.contains(60));
    QCOMPARE(content(done).count('\n'), 62);
}

void TestLocalServerFineTuningRuns::itPausesAndGoesOn()
{
    startSlowly();
    const QByteArray id = underWay();
    QVERIFY(job(id)[u"estimated_finish"_s].toInteger() > job(id)[u"created_at"_s].toInteger() + 300);
    const RawReply paused = act(id, "pause");
    QCOMPARE(paused.status, 200);
    QCOMPARE(paused.json()[u"status"_s].toString(), u"paused"_s);
    QVERIFY(paused.json()[u"estimated_finish"_s].isNull());
    const int step = stepsOf(firstEvents(id)).first();
    m_server.advanceClock(300);
    start([](LocalServer::Options &options) { options.timeScale = 0; }); // it stays as it is
    QCOMPARE(statusOf(id), u"paused"_s);
    QCOMPARE(stepsOf(firstEvents(id)).first(), step);
    const RawReply resumed = act(id, "resume");
    QCOMPARE(resumed.json()[u"status"_s].toString(), u"queued"_s);
    reached(id, u"succeeded"_s);
    const QList<QJsonObject> told = events(id);
    QCOMPARE(stepsOf(told), downFrom(100'000));
    QCOMPARE(messagesOf(told).filter(u"goes on after step %1"_s.arg(step)).size(), 1);
}

void TestLocalServerFineTuningRuns::itIsCancelled_data()
{
    QTest::addColumn<QString>("status");
    for (const char *status : {"validating_files", "running", "paused"})
        QTest::newRow(status) << QString::fromLatin1(status);
}

void TestLocalServerFineTuningRuns::itIsCancelled()
{
    QFETCH(QString, status);
    startSlowly(status == u"validating_files"_s ? 1 : 0.02);
    const QByteArray id = status == u"validating_files"_s ? create(body()) : underWay();
    if (status == u"paused"_s)
        QCOMPARE(act(id, "pause").status, 200);
    QCOMPARE(statusOf(id), status);
    const RawReply reply = act(id, "cancel");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json()[u"status"_s].toString(), u"cancelled"_s);
    QVERIFY(reply.json()[u"finished_at"_s].isDouble());
    const QList<int> steps = stepsOf(firstEvents(id));
    QCOMPARE(messagesOf(firstEvents(id)).first(), u"The job was cancelled"_s);
    m_server.advanceClock(1000);
    start();
    QCOMPARE(statusOf(id), u"cancelled"_s);
    QCOMPARE(stepsOf(firstEvents(id)), steps);
}

void TestLocalServerFineTuningRuns::statesRefuse()
{
    startSlowly(1);
    const auto refused = [this](const QByteArray &id, const QByteArray &action, const QString &status) {
        const RawReply reply = act(id, action);
        return reply.status == 400 && reply.error(u"code"_s) == u"invalid_job_status"_s &&
               reply.error(u"message"_s).contains(u'\'' + status + u'\'');
    };
    const QByteArray fresh = create(body());
    QVERIFY(refused(fresh, "pause", u"validating_files"_s));
    QVERIFY(refused(fresh, "resume", u"validating_files"_s));
    startSlowly();
    const QByteArray running = underWay();
    QVERIFY(refused(running, "resume", u"running"_s));
    act(running, "pause");
    QVERIFY(refused(running, "pause", u"paused"_s));
    act(running, "cancel");
    start();
    const QByteArray done = idOfJob(succeeded(body(10)));
    for (const char *action : {"cancel", "pause", "resume"}) {
        QVERIFY(refused(running, action, u"cancelled"_s));
        QVERIFY(refused(done, action, u"succeeded"_s));
    }
}

void TestLocalServerFineTuningRuns::aFineTunedModelIsTunedAgain()
{
    const QJsonObject first = succeeded(body());
    const QJsonObject second =
        succeeded(body(10, {{u"model"_s, first[u"fine_tuned_model"_s]}, {u"suffix"_s, u"again"_s}}));
    QCOMPARE(second[u"model"_s], first[u"fine_tuned_model"_s]);
    QVERIFY(second[u"fine_tuned_model"_s].toString().startsWith(u"ft:gpt-4o-mini-2024-07-18:local:again:"_s));
}

void TestLocalServerFineTuningRuns::manyStepsAreListedPageByPage()
{
    const QByteArray id = create(body(30, directives({{u"odc_steps"_s, u"100000"_s}})));
    reached(id, u"succeeded"_s);
    QCOMPARE(stepsOf(events(id)), downFrom(100'000));
    QCOMPARE(list("/v1/fine_tuning/jobs/" + id + "/events").size(), 20); // unless told otherwise
    QCOMPARE(get("/v1/fine_tuning/jobs/" + id + "/events?limit=1001").status, 400);
}

QTEST_GUILESS_MAIN(TestLocalServerFineTuningRuns)
#include "tst_localserver_finetuningruns.moc"

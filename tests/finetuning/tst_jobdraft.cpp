// SPDX-License-Identifier: GPL-3.0-or-later
// The form of a fine-tuning job against the wire: every body goes in and comes out whole, and each rule that
// is broken is named at its field, from the first value that is too much on.
#include "finetuning/jobdraft.h"
#include "finetuning/trainingclosed.h"

#include "base/apierror.h"

#include <QJsonDocument>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

QJsonObject object(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s: %s", qPrintable(error.errorString()), text.constData());
    return document.object();
}

QStringList errorsOf(const QList<FormProblem> &problems)
{
    QStringList errors;
    for (const FormProblem &problem : problems) {
        if (!problem.warning)
            errors << problem.path;
    }
    return errors;
}

const QByteArray supervised =
    R"({"model":"gpt-4o-mini-2024-07-18","training_file":"file-1","validation_file":"file-2","suffix":"support-v3","seed":7,
 "method":{"type":"supervised","supervised":{"hyperparameters":{"n_epochs":3,"batch_size":"auto","learning_rate_multiplier":0.8}}},
 "integrations":[{"type":"wandb","wandb":{"project":"tickets","name":"run-12","entity":null,"tags":["q4","eu"]}}],"metadata":{"team":"cx"}})";
const QByteArray dpo =
    R"({"model":"m","training_file":"file-1","method":{"type":"dpo","dpo":{"hyperparameters":{"beta":0.15,"n_epochs":2,"batch_size":8,"learning_rate_multiplier":"auto"}}}})";
const QByteArray single =
    R"({"model":"m","training_file":"file-1","method":{"type":"reinforcement","reinforcement":{"grader":{"type":"string_check","name":"ok","input":"{{sample.output_text}}","reference":"{{item.answer}}","operation":"eq"}}}})";
const QByteArray multi =
    R"({"model":"o4-mini-2025-04-16","training_file":"file-1","validation_file":"file-2","method":{"type":"reinforcement","reinforcement":{
 "grader":{"type":"multi","name":"mix","calculate_output":"0.7 * exact + 0.3 * near","graders":{
   "exact":{"type":"string_check","name":"exact","input":"{{sample.output_json.sku}}","reference":"{{item.sku}}","operation":"ilike"},
   "near":{"type":"text_similarity","name":"near","input":"{{sample.output_text}}","reference":"{{item.text}}","evaluation_metric":"fuzzy_match"}}},
 "hyperparameters":{"reasoning_effort":"medium","compute_multiplier":1.5,"eval_interval":5,"eval_samples":3,"n_epochs":"auto","batch_size":16,"learning_rate_multiplier":"auto"}}}})";

/// `body` with one value of its method changed.
QJsonObject with(const QByteArray &body, const QString &key, const QJsonValue &value)
{
    JobDraft draft = JobDraft::fromJson(object(body));
    draft.setHyperparameter(key, value);
    return draft.toJson();
}

QJsonObject withMember(const QByteArray &body, const QString &key, const QJsonValue &value)
{
    QJsonObject changed = object(body);
    changed.insert(key, value);
    return changed;
}

} // namespace

class TestJobDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodiesGoInAndComeOut_data();
    void bodiesGoInAndComeOut();
    void boundsOfNumbers_data();
    void boundsOfNumbers();
    void brokenRules_data();
    void brokenRules();
    void onlyWhatWasSetIsSent();
    void whatIsNotKnownStays();
    void changingTheMethodAndBackLosesNothing();
    void aFileThatComesIsNotMissed();
    void aJobIsMadeAgainFromWhatTheServerReturned();
    void theGradersVariablesAreOfTheFile();
    void theModelsNameIsForeseen();
    void aClosedServiceIsToldFromOtherRefusals_data();
    void aClosedServiceIsToldFromOtherRefusals();
};

void TestJobDraft::bodiesGoInAndComeOut_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("minimal") << QByteArray(R"({"model":"gpt-4o-mini-2024-07-18","training_file":"file-1"})");
    QTest::newRow("supervised") << supervised;
    QTest::newRow("dpo") << dpo;
    QTest::newRow("dpo, minimal") << QByteArray(
        R"({"model":"m","training_file":"file-1","method":{"type":"dpo"}})");
    QTest::newRow("reinforcement") << single;
    QTest::newRow("reinforcement, several graders") << multi;
}

void TestJobDraft::bodiesGoInAndComeOut()
{
    QFETCH(QByteArray, body);
    const JobDraft draft = JobDraft::fromJson(object(body));
    QCOMPARE(draft.toJson(), object(body));
    QCOMPARE(errorsOf(draft.problems({})), QStringList());
}

void TestJobDraft::boundsOfNumbers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("fits");
    const auto row = [](const QByteArray &body, const char *key, const QJsonValue &value, bool fits) {
        QTest::addRow("%s %s in %s", key,
                      QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).constData(),
                      qPrintable(JobDraft::fromJson(object(body)).method()))
            << body << QString::fromLatin1(key) << value << fits;
    };
    for (const QByteArray &body : {supervised, dpo, multi}) {
        row(body, "n_epochs", 0, false);
        row(body, "n_epochs", 1, true);
        row(body, "n_epochs", 1.5, false);
        row(body, "n_epochs", 50, true);
        row(body, "n_epochs", 51, false);
        row(body, "n_epochs", u"auto"_s, true);
        row(body, "n_epochs", u"3"_s, false);
        row(body, "n_epochs", QJsonValue::Null, false);
        row(body, "batch_size", 0, false);
        row(body, "batch_size", 1, true);
        row(body, "batch_size", 256, true);
        row(body, "batch_size", 257, false);
        row(body, "batch_size", 8.5, false);
        row(body, "learning_rate_multiplier", -1, false);
        row(body, "learning_rate_multiplier", 0, false);
        row(body, "learning_rate_multiplier", 0.0001, true);
        row(body, "learning_rate_multiplier", 1000, true);
    }
    row(dpo, "beta", 0, false);
    row(dpo, "beta", 0.001, true);
    row(dpo, "beta", 2, true);
    row(dpo, "beta", 2.01, false);
    row(dpo, "beta", u"auto"_s, true);
    row(multi, "compute_multiplier", 0.00001, false);
    row(multi, "compute_multiplier", 0.00002, true);
    row(multi, "compute_multiplier", 10, true);
    row(multi, "compute_multiplier", 10.1, false);
    for (const char *key : {"eval_interval", "eval_samples"}) {
        row(multi, key, 0, false);
        row(multi, key, 1, true);
        row(multi, key, 2.5, false);
        row(multi, key, 100000, true);
    }
    for (const char *effort : {"default", "low", "medium", "high"})
        row(multi, "reasoning_effort", QString::fromLatin1(effort), true);
    row(multi, "reasoning_effort", u"auto"_s, false);
    row(multi, "reasoning_effort", 1, false);
}

void TestJobDraft::boundsOfNumbers()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QFETCH(bool, fits);
    const JobDraft draft = JobDraft::fromJson(with(body, key, value));
    QCOMPARE(errorsOf(draft.problems({})),
             fits ? QStringList() : QStringList{u"method.%1.hyperparameters.%2"_s.arg(draft.method(), key)});
}

void TestJobDraft::brokenRules_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QStringList>("paths");
    const auto row = [](const char *name, const QJsonObject &body, const QStringList &paths) {
        QTest::newRow(name) << body << paths;
    };
    row("nothing", {}, {u"training_file"_s, u"model"_s});
    row("no model", object(R"({"training_file":"file-1"})"), {u"model"_s});
    row("model is a number", withMember(supervised, u"model"_s, 4), {u"model"_s});
    row("model is blank", withMember(supervised, u"model"_s, u" "_s), {u"model"_s});
    row("no training file", object(R"({"model":"m"})"), {u"training_file"_s});
    row("validation file is a list", withMember(supervised, u"validation_file"_s, QJsonArray()),
        {u"validation_file"_s});
    row("no validation file", withMember(supervised, u"validation_file"_s, QJsonValue::Null), {});
    row("suffix of 64", withMember(supervised, u"suffix"_s, QString(64, u'a')), {});
    row("suffix of 64 characters beyond the first plane",
        withMember(supervised, u"suffix"_s, u"\U0001F600"_s.repeated(64)), {});
    row("suffix of 65", withMember(supervised, u"suffix"_s, QString(65, u'a')), {u"suffix"_s});
    row("suffix empty", withMember(supervised, u"suffix"_s, QString()), {u"suffix"_s});
    row("suffix is a number", withMember(supervised, u"suffix"_s, 3), {u"suffix"_s});
    row("seed -1", withMember(supervised, u"seed"_s, -1), {u"seed"_s});
    row("seed 0", withMember(supervised, u"seed"_s, 0), {});
    row("seed 2^31-1", withMember(supervised, u"seed"_s, 2147483647.0), {});
    row("seed 2^31", withMember(supervised, u"seed"_s, 2147483648.0), {u"seed"_s});
    row("seed 1.5", withMember(supervised, u"seed"_s, 1.5), {u"seed"_s});
    row("seed is a text", withMember(supervised, u"seed"_s, u"1"_s), {u"seed"_s});
    row("method is a text", withMember(supervised, u"method"_s, u"dpo"_s), {u"method"_s});
    row("method is unknown", withMember(supervised, u"method"_s, QJsonObject{{u"type"_s, u"magic"_s}}),
        {u"method.type"_s});
    row("no grader", withMember(supervised, u"method"_s, QJsonObject{{u"type"_s, u"reinforcement"_s}}),
        {u"method.reinforcement.grader"_s});
    const auto integrations = [](int count) {
        QJsonArray list;
        for (int i = 0; i < count; ++i)
            list.append(object(R"({"type":"wandb","wandb":{"project":"p"}})"));
        return withMember(supervised, u"integrations"_s, list);
    };
    row("5 integrations", integrations(5), {});
    row("6 integrations", integrations(6), {u"integrations"_s});
    row("integration without a project",
        withMember(supervised, u"integrations"_s,
                   QJsonArray{object(R"({"type":"wandb","wandb":{"name":"n"}})")}),
        {u"integrations[0].wandb.project"_s});
    row("another integration",
        withMember(supervised, u"integrations"_s, QJsonArray{object(R"({"type":"x"})")}),
        {u"integrations[0].type"_s});
    row("tags are a text",
        withMember(supervised, u"integrations"_s,
                   QJsonArray{object(R"({"type":"wandb","wandb":{"project":"p","tags":"q4"}})")}),
        {u"integrations[0].wandb.tags"_s});
    row("metadata is a list", withMember(supervised, u"metadata"_s, QJsonArray()), {u"metadata"_s});
    row("a number in the metadata", withMember(supervised, u"metadata"_s, QJsonObject{{u"a"_s, 1}}),
        {u"metadata"_s});
    QJsonObject unnamed = JobDraft::fromJson(object(multi)).grader();
    unnamed.insert(u"calculate_output"_s, u"exact + other"_s);
    JobDraft draft = JobDraft::fromJson(object(multi));
    draft.setGrader(unnamed);
    row("formula names no grader", draft.toJson(), {u"method.reinforcement.grader.calculate_output"_s});
}

void TestJobDraft::brokenRules()
{
    QFETCH(QJsonObject, body);
    QFETCH(QStringList, paths);
    const QList<FormProblem> problems = JobDraft::fromJson(body).problems({});
    QCOMPARE(errorsOf(problems), paths);
    for (const FormProblem &problem : problems)
        QVERIFY(!problem.message.isEmpty());
}

void TestJobDraft::onlyWhatWasSetIsSent()
{
    JobDraft draft;
    QCOMPARE(draft.toJson(), QJsonObject());
    QCOMPARE(draft.method(), u"supervised"_s);
    draft.setModel(u"m"_s);
    draft.setTrainingFile(u"file-1"_s);
    QCOMPARE(draft.toJson(), object(R"({"model":"m","training_file":"file-1"})"));
    draft.setHyperparameter(u"n_epochs"_s, 4);
    QCOMPARE(draft.toJson().value("method"_L1).toObject(),
             object(R"({"type":"supervised","supervised":{"hyperparameters":{"n_epochs":4}}})"));
    draft.setHyperparameter(u"n_epochs"_s, QJsonValue(QJsonValue::Undefined));
    draft.setValidationFile({});
    draft.setIntegrations({});
    QCOMPARE(draft.toJson().value("method"_L1).toObject(), object(R"({"type":"supervised"})"));
    QVERIFY(!draft.toJson().contains("validation_file"_L1) && !draft.toJson().contains("integrations"_L1));
}

void TestJobDraft::whatIsNotKnownStays()
{
    QJsonObject body = object(supervised);
    body.insert(u"priority"_s, u"high"_s);
    QJsonObject method = body.value("method"_L1).toObject();
    QJsonObject settings = method.value("supervised"_L1).toObject();
    settings.insert(u"curriculum"_s, true);
    method.insert(u"supervised"_s, settings);
    body.insert(u"method"_s, method);
    JobDraft draft = JobDraft::fromJson(body);
    draft.setHyperparameter(u"n_epochs"_s, 9);
    draft.setModel(u"other"_s);
    QCOMPARE(draft.toJson().value("priority"_L1), QJsonValue(u"high"_s));
    QCOMPARE(draft.toJson()["method"_L1]["supervised"_L1]["curriculum"_L1], QJsonValue(true));
    QCOMPARE(draft.hyperparameters().value("n_epochs"_L1), QJsonValue(9));
}

void TestJobDraft::changingTheMethodAndBackLosesNothing()
{
    JobDraft draft = JobDraft::fromJson(object(multi));
    draft.setMethod(u"dpo"_s);
    QCOMPARE(draft.toJson().value("method"_L1).toObject(), object(R"({"type":"dpo"})"));
    draft.setHyperparameter(u"beta"_s, 0.3);
    draft.setMethod(u"reinforcement"_s);
    QCOMPARE(draft.toJson(), object(multi));
    draft.setMethod(u"dpo"_s);
    QCOMPARE(draft.hyperparameters(), object(R"({"beta":0.3})"));
}

void TestJobDraft::aFileThatComesIsNotMissed()
{
    JobDraft draft;
    draft.setModel(u"m"_s);
    QCOMPARE(errorsOf(draft.problems({})), QStringList{u"training_file"_s});
    QCOMPARE(errorsOf(draft.problems({.trainingFileComes = true, .scope = {}})), QStringList());
}

void TestJobDraft::aJobIsMadeAgainFromWhatTheServerReturned()
{
    QJsonObject answer = object(supervised);
    answer.insert(u"id"_s, u"ftjob-1"_s);
    answer.insert(u"status"_s, u"succeeded"_s);
    answer.insert(u"fine_tuned_model"_s, u"ft:gpt-4o-mini-2024-07-18:acme:support-v3:abc"_s);
    answer.insert(u"created_at"_s, 1);
    answer.insert(u"trained_tokens"_s, 100);
    answer.insert(u"result_files"_s, QJsonArray{u"file-9"_s});
    const JobDraft draft = JobDraft::fromJob(FineTuningJob::fromJson(answer));
    QJsonObject expected = object(supervised);
    // What is null is left out.
    expected.insert(
        u"integrations"_s,
        QJsonArray{
            object(R"({"type":"wandb","wandb":{"project":"tickets","name":"run-12","tags":["q4","eu"]}})")});
    QCOMPARE(draft.toJson(), expected);
    QCOMPARE(errorsOf(draft.problems({})), QStringList());

    QJsonObject rewarded = object(multi);
    rewarded.insert(u"id"_s, u"ftjob-2"_s);
    QCOMPARE(JobDraft::fromJob(FineTuningJob::fromJson(rewarded)).toJson(), object(multi));
}

void TestJobDraft::theGradersVariablesAreOfTheFile()
{
    JobDraft::Circumstances circumstances;
    circumstances.scope.itemSchema =
        object(R"({"type":"object","properties":{"sku":{"type":"string"}},"additionalProperties":false})");
    const QList<FormProblem> problems = JobDraft::fromJson(object(multi)).problems(circumstances);
    QStringList said;
    for (const FormProblem &problem : problems)
        said << problem.path;
    QVERIFY2(said.contains(u"method.reinforcement.grader.graders.near.reference"_s),
             qPrintable(said.join(u' ')));
    QVERIFY2(!said.contains(u"method.reinforcement.grader.graders.exact.reference"_s),
             qPrintable(said.join(u' ')));
}

void TestJobDraft::theModelsNameIsForeseen()
{
    QCOMPARE(resultingModelName(u"gpt-4o-mini-2024-07-18"_s, u"acme"_s, u"support-v3"_s),
             u"ft:gpt-4o-mini-2024-07-18:acme:support-v3:…"_s);
    QCOMPARE(resultingModelName(u"ft:gpt-4o-mini-2024-07-18:acme:old:abc"_s, {}, {}),
             u"ft:gpt-4o-mini-2024-07-18:…::…"_s);
}

void TestJobDraft::aClosedServiceIsToldFromOtherRefusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("param");
    QTest::addColumn<bool>("closed");
    QTest::newRow("403") << 403 << u"Fine-tuning is no longer available for your organization."_s << QString()
                         << true;
    QTest::newRow("404") << 404 << u"The fine_tuning API has been shut down."_s << QString() << true;
    QTest::newRow("400") << 400 << u"Your account is not eligible for fine-tuning jobs."_s << QString()
                         << true;
    QTest::newRow("another 403") << 403 << u"You have insufficient permissions for this operation."_s
                                 << QString() << false;
    QTest::newRow("a model") << 400 << u"Model gpt-x is not available for fine-tuning."_s << u"model"_s
                             << false;
    QTest::newRow("a file") << 400 << u"The file file-1 is no longer available for fine-tuning."_s
                            << u"training_file"_s << false;
    QTest::newRow("a failure") << 503 << u"Fine-tuning is unavailable."_s << QString() << false;
}

void TestJobDraft::aClosedServiceIsToldFromOtherRefusals()
{
    QFETCH(int, status);
    QFETCH(QString, message);
    QFETCH(QString, param);
    QFETCH(bool, closed);
    ApiError error = ApiError::make(ApiError::Kind::Forbidden, message);
    error.httpStatus = status;
    error.param = param;
    QCOMPARE(saysTrainingIsClosed(error), closed);
}

QTEST_GUILESS_MAIN(TestJobDraft)
#include "tst_jobdraft.moc"

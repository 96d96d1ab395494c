// SPDX-License-Identifier: GPL-3.0-or-later
// The twelve operations on evals, as they go over the wire, and what is read from their answers.
#include "apibench.h"
#include "api/evalsapi.h"

#include <QJsonDocument>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Kind = ApiError::Kind;

namespace {

QJsonObject parsed(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class TestEvalsApi : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void callsGoWhereTheyBelong_data();
    void callsGoWhereTheyBelong();
    void listsSendTheirParameters();
    void updateSendsOnlyWhatChanges();
    void idsStayInsideTheirPath();
    void deletionsTell_data();
    void deletionsTell();
    void aLostCreateHasAnUnknownOutcome();
    void evalIsRead();
    void evalOfNothingIsRead_data();
    void evalOfNothingIsRead();
    void runIsRead();
    void runStatus_data();
    void runStatus();
    void itemIsRead();
    void verdicts_data();
    void verdicts();
    void inputText_data();
    void inputText();
};

void TestEvalsApi::callsGoWhereTheyBelong_data()
{
    using Begin = std::function<void(EvalsApi &)>;
    QTest::addColumn<Begin>("begin");
    QTest::addColumn<QString>("sent");
    const auto row = [](const char *name, Begin begin, const QString &sent) { QTest::newRow(name) << begin << sent; };
    row("create", [](EvalsApi &api) { api.create({}, nullptr, [](const Result<EvalObject> &) { }); }, u"POST /v1/evals"_s);
    row("list", [](EvalsApi &api) { api.list({}, nullptr, [](const Result<Page<EvalObject>> &) { }); }, u"GET /v1/evals"_s);
    row("retrieve", [](EvalsApi &api) { api.retrieve(u"e1"_s, nullptr, [](const Result<EvalObject> &) { }); }, u"GET /v1/evals/e1"_s);
    row("update", [](EvalsApi &api) { api.update(u"e1"_s, {}, nullptr, [](const Result<EvalObject> &) { }); }, u"POST /v1/evals/e1"_s);
    row("delete", [](EvalsApi &api) { api.remove(u"e1"_s, nullptr, [](const Result<bool> &) { }); }, u"DELETE /v1/evals/e1"_s);
    row("create run", [](EvalsApi &api) { api.createRun(u"e1"_s, {}, nullptr, [](const Result<EvalRun> &) { }); },
        u"POST /v1/evals/e1/runs"_s);
    row("list runs", [](EvalsApi &api) { api.listRuns(u"e1"_s, {}, nullptr, [](const Result<Page<EvalRun>> &) { }); },
        u"GET /v1/evals/e1/runs"_s);
    row("retrieve run", [](EvalsApi &api) { api.retrieveRun(u"e1"_s, u"r1"_s, nullptr, [](const Result<EvalRun> &) { }); },
        u"GET /v1/evals/e1/runs/r1"_s);
    row("cancel run", [](EvalsApi &api) { api.cancelRun(u"e1"_s, u"r1"_s, nullptr, [](const Result<EvalRun> &) { }); },
        u"POST /v1/evals/e1/runs/r1"_s);
    row("delete run", [](EvalsApi &api) { api.removeRun(u"e1"_s, u"r1"_s, nullptr, [](const Result<bool> &) { }); },
        u"DELETE /v1/evals/e1/runs/r1"_s);
    row("list items",
        [](EvalsApi &api) { api.listOutputItems(u"e1"_s, u"r1"_s, {}, nullptr, [](const Result<Page<EvalOutputItem>> &) { }); },
        u"GET /v1/evals/e1/runs/r1/output_items"_s);
    row("retrieve item",
        [](EvalsApi &api) { api.retrieveOutputItem(u"e1"_s, u"r1"_s, u"i1"_s, nullptr, [](const Result<EvalOutputItem> &) { }); },
        u"GET /v1/evals/e1/runs/r1/output_items/i1"_s);
}

void TestEvalsApi::callsGoWhereTheyBelong()
{
    QFETCH(std::function<void(EvalsApi &)>, begin);
    QFETCH(QString, sent);
    ApiBench bench;
    const auto method = sent.startsWith("GET"_L1) ? Method::Get : sent.startsWith("POST"_L1) ? Method::Post : Method::Delete;
    bench.wire->always(method, sent.section(u' ', 1), FakeReply::json("{\"id\":\"x\",\"deleted\":true,\"data\":[]}"));
    begin(bench.evals());
    bench.clock.advance(0);
    QCOMPARE(bench.wire->requests().size(), 1);
}

void TestEvalsApi::listsSendTheirParameters()
{
    ApiBench bench;
    bench.wire->always(Method::Get, u"/v1/evals"_s, FakeReply::json("{\"data\":[{\"id\":\"e1\"}],\"has_more\":true}"));
    std::optional<Result<Page<EvalObject>>> result;
    bench.evals().list({.limit = 100, .order = u"desc"_s, .orderBy = u"updated_at"_s, .status = u"fail"_s, .after = u"e0"_s},
                               nullptr, into(&result));
    bench.clock.advance(0);
    QCOMPARE(bench.wire->requests().at(0).url.query(QUrl::FullyEncoded),
             u"limit=100&order=desc&order_by=updated_at&status=fail&after=e0"_s);
    QVERIFY(result && result->has_value());
    QCOMPARE((*result)->lastId, u"e1"_s);
    QVERIFY((*result)->hasMore);
}

void TestEvalsApi::updateSendsOnlyWhatChanges()
{
    ApiBench bench;
    bench.wire->always(Method::Post, u"/v1/evals/e1"_s, FakeReply::json("{\"id\":\"e1\"}"));
    bench.evals().update(u"e1"_s, {.name = u"new"_s, .metadata = {}}, nullptr, [](const Result<EvalObject> &) { });
    bench.clock.advance(0);
    QCOMPARE(parsed(bench.wire->requests().at(0).body), (QJsonObject{{u"name"_s, u"new"_s}}));
    bench.evals().update(u"e1"_s, {.name = {}, .metadata = QJsonObject{}}, nullptr, [](const Result<EvalObject> &) { });
    bench.clock.advance(0);
    QCOMPARE(parsed(bench.wire->requests().at(1).body), (QJsonObject{{u"metadata"_s, QJsonObject{}}}));
}

void TestEvalsApi::idsStayInsideTheirPath()
{
    QCOMPARE(EvalsApi::runPath(u"a/b"_s, u"r?1"_s), u"/evals/a%2Fb/runs/r%3F1"_s);
    QCOMPARE(EvalsApi::path(u".."_s), QString());
    QCOMPARE(EvalsApi::runPath(u"e1"_s, QString()), QString());
    ApiBench bench;
    std::optional<Result<EvalRun>> result;
    bench.evals().cancelRun(u"e1"_s, u"."_s, nullptr, into(&result));
    bench.clock.advance(0);
    QVERIFY(result && !result->has_value());
    QCOMPARE(bench.wire->requests().size(), 0);
}

void TestEvalsApi::deletionsTell_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("expected"); ///< 1 deleted, 0 was gone, -1 error
    QTest::newRow("deleted") << 200 << QByteArray("{\"object\":\"eval.deleted\",\"deleted\":true,\"eval_id\":\"e1\"}") << 1;
    QTest::newRow("gone") << 404 << QByteArray("{\"error\":{\"message\":\"No such eval\",\"code\":\"not_found\"}}") << 0;
    QTest::newRow("another 404") << 404 << QByteArray("<html>nothing here</html>") << -1;
    QTest::newRow("does not say") << 200 << QByteArray("{}") << -1;
}

void TestEvalsApi::deletionsTell()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, expected);
    ApiBench bench;
    bench.wire->always(Method::Delete, u"/v1/evals/e1"_s, FakeReply::json(body, status));
    std::optional<Result<bool>> result;
    bench.evals().remove(u"e1"_s, nullptr, into(&result));
    bench.clock.advance(600'000);
    QVERIFY(result);
    QCOMPARE(result->has_value() ? int(**result) : -1, expected);
}

void TestEvalsApi::aLostCreateHasAnUnknownOutcome()
{
    ApiBench bench;
    bench.wire->always(Method::Post, u"/v1/evals/e1/runs"_s, FakeReply::json("{\"id\":"));
    std::optional<Result<EvalRun>> result;
    bench.evals().createRun(u"e1"_s, {{u"name"_s, u"n"_s}}, nullptr, into(&result));
    bench.clock.advance(600'000);
    QVERIFY(result && !result->has_value());
    QCOMPARE(result->error().kind, Kind::OutcomeUnknown);
    QCOMPARE(bench.wire->requests().size(), 1); // never a second time
}

void TestEvalsApi::evalIsRead()
{
    const QJsonObject object = parsed(R"({"id":"eval_1","object":"eval","name":"triage","created_at":1.0,"metadata":{"a":"b"},
        "data_source_config":{"type":"custom","schema":{"type":"object","properties":{
            "item":{"type":"object","properties":{"text":{"type":"string"}}},"sample":{}}}},
        "testing_criteria":[{"id":"String check-1","type":"string_check","name":"exact"},{"type":"python"}],"new_field":7})");
    const EvalObject eval = EvalObject::fromJson(object);
    QCOMPARE(eval.id, u"eval_1"_s);
    QCOMPARE(eval.name, u"triage"_s);
    QCOMPARE(eval.createdAt, std::optional<qint64>(1));
    QCOMPARE(eval.dataSourceType, u"custom"_s);
    QCOMPARE(eval.itemSchema.value("properties"_L1).toObject().keys(), QStringList{u"text"_s});
    QVERIFY(eval.hasSampleSchema);
    QCOMPARE(eval.criteria.size(), 2);
    QCOMPARE(eval.criterion(u"String check-1"_s)->title(), u"exact"_s);
    QCOMPARE(eval.criterion(u"exact"_s), &eval.criteria.at(0));
    QCOMPARE(eval.criteria.at(1).title(), u"python"_s);
    QVERIFY(!eval.criterion(u"other"_s));
    QCOMPARE(eval.toJson(), object);
}

void TestEvalsApi::evalOfNothingIsRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("missing") << QByteArray("{\"id\":\"e\"}");
    QTest::newRow("null") << QByteArray(
        R"({"id":"e","name":null,"created_at":null,"metadata":null,"data_source_config":null,"testing_criteria":null})");
    QTest::newRow("wrong types") << QByteArray(
        R"({"id":"e","name":[],"created_at":{},"metadata":3,"data_source_config":[],"testing_criteria":{}})");
}

void TestEvalsApi::evalOfNothingIsRead()
{
    QFETCH(QByteArray, body);
    const EvalObject eval = EvalObject::fromJson(parsed(body));
    QCOMPARE(eval.id, u"e"_s);
    QVERIFY(eval.name.isEmpty() && !eval.createdAt && eval.criteria.isEmpty() && eval.itemSchema.isEmpty());
    const EvalRun run = EvalRun::fromJson(parsed(body));
    QVERIFY(run.counts.total == 0 && !run.counts.passRate() && !run.isFinished() && run.title() == u"e"_s);
    const EvalOutputItem item = EvalOutputItem::fromJson(parsed(body));
    QVERIFY(item.itemNumber == -1 && item.grades.isEmpty() && item.inputText().isEmpty() && item.outputText().isEmpty());
}

void TestEvalsApi::runIsRead()
{
    const EvalRun run = EvalRun::fromJson(parsed(R"({"id":"evalrun_1","eval_id":"eval_1","status":"completed","name":"v13","model":"gpt",
        "created_at":5,"report_url":"https://r","result_counts":{"total":10,"passed":6,"failed":3,"errored":1},
        "per_model_usage":[{"model_name":"gpt","invocation_count":10,"prompt_tokens":1,"cached_tokens":2,"completion_tokens":3,"total_tokens":4}],
        "per_testing_criteria_results":[{"testing_criteria":"String check-1","passed":6,"failed":3}],
        "data_source":{"type":"jsonl"},"error":{"code":"c","message":"m"},"metadata":{}})"));
    QCOMPARE(run.counts.ended(), 10);
    QVERIFY(qFuzzyCompare(*run.counts.passRate(), 6.0 / 9));
    QCOMPARE(run.totalTokens(), 4);
    QCOMPARE(run.perModel.at(0).cachedTokens, 2);
    QCOMPARE(run.perCriterion.at(0).criterion, u"String check-1"_s);
    QCOMPARE(run.perCriterion.at(0).failed, 3);
    QCOMPARE(run.dataSourceType, u"jsonl"_s);
    QCOMPARE(run.errorCode + run.errorMessage, u"cm"_s);
    QCOMPARE(run.title(), u"v13"_s);
}

void TestEvalsApi::runStatus_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<bool>("finished");
    QTest::addColumn<bool>("canceled");
    QTest::newRow("queued") << u"queued"_s << false << false;
    QTest::newRow("in progress") << u"in_progress"_s << false << false;
    QTest::newRow("completed") << u"completed"_s << true << false;
    QTest::newRow("failed") << u"failed"_s << true << false;
    QTest::newRow("one l") << u"canceled"_s << true << true;
    QTest::newRow("two") << u"cancelled"_s << true << true;
    QTest::newRow("new") << u"paused"_s << false << false;
}

void TestEvalsApi::runStatus()
{
    QFETCH(QString, status);
    EvalRun run;
    run.status = status;
    QTEST(run.isFinished(), "finished");
    QTEST(run.isCanceled(), "canceled");
}

void TestEvalsApi::itemIsRead()
{
    const EvalOutputItem item = EvalOutputItem::fromJson(parsed(R"({"id":"outputitem_1","run_id":"r","eval_id":"e","status":"fail",
        "created_at":9,"datasource_item_id":12,"datasource_item":{"text":"hi"},
        "results":[{"name":"String check-1","type":"string_check","score":0,"passed":false},{"name":"n","score":null,"passed":true}],
        "sample":{"model":"gpt","finish_reason":"stop","usage":{"total_tokens":33},"error":null,
            "input":[{"role":"developer","content":"Classify."},{"role":"user","content":[{"type":"input_text","text":"hello"},{"type":"input_image"}]}],
            "output":[{"role":"assistant","content":"hardware"}]}})"));
    QCOMPARE(item.itemNumber, 12);
    QCOMPARE(item.grade(u"String check-1"_s)->score, std::optional<double>(0));
    QVERIFY(!item.grade(u"n"_s)->score && item.grade(u"n"_s)->passed);
    QVERIFY(!item.grade(u"x"_s));
    QCOMPARE(item.inputText(), u"hello\n[input_image]"_s);
    QCOMPARE(item.outputText(), u"hardware"_s);
    QCOMPARE(item.totalTokens, 33);
    QCOMPARE(item.verdict(), EvalOutputItem::Verdict::Failed);
}

void TestEvalsApi::verdicts_data()
{
    using V = EvalOutputItem::Verdict;
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("error");
    QTest::addColumn<V>("verdict");
    QTest::newRow("pass") << u"pass"_s << QString() << V::Passed;
    QTest::newRow("fail") << u"fail"_s << QString() << V::Failed;
    QTest::newRow("failed") << u"failed"_s << QString() << V::Failed;
    QTest::newRow("fail with an error") << u"fail"_s << u"timeout"_s << V::Errored;
    QTest::newRow("error") << u"error"_s << QString() << V::Errored;
    QTest::newRow("new") << u"skipped"_s << QString() << V::Unknown;
}

void TestEvalsApi::verdicts()
{
    QFETCH(QString, status);
    QFETCH(QString, error);
    EvalOutputItem item;
    item.status = status;
    item.errorMessage = error;
    QTEST(item.verdict(), "verdict");
}

void TestEvalsApi::inputText_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    QTest::newRow("no user") << QByteArray(R"({"sample":{"input":[{"role":"system","content":"s"}]}})") << u"s"_s;
    QTest::newRow("a known field") << QByteArray(R"({"datasource_item":{"label":"l","question":"q"}})") << u"q"_s;
    QTest::newRow("the row") << QByteArray(R"({"datasource_item":{"a":1}})") << u"{\"a\":1}"_s;
}

void TestEvalsApi::inputText()
{
    QFETCH(QByteArray, body);
    QTEST(EvalOutputItem::fromJson(parsed(body)).inputText(), "text");
}

QTEST_GUILESS_MAIN(TestEvalsApi)
#include "tst_evalsapi.moc"

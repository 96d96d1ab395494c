// SPDX-License-Identifier: GPL-3.0-or-later
// Evals, runs and output items as a client sees them: what is made of a body, what is refused, how a run
// ends.
#include "evalclient.h"

#include <QSet>

using namespace odc::test;
using odc::server::LocalServer;

class TestLocalServerEvals : public QObject, private EvalClient
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(emptyFolder());
        start();
    }

    void anEvalIsWhatItWasMadeOf();
    void schemaOfEachConfig_data();
    void schemaOfEachConfig();
    void createRefuses_data();
    void createRefuses();
    void onlyNameAndMetadataChange();
    void metadataHasLimits_data();
    void metadataHasLimits();
    void listsGoBothWays();
    void listParameters_data();
    void listParameters();
    void whatIsNotThere_data();
    void whatIsNotThere();
    void anEvalGoesWithAllThatIsBelow();

    void gradesWhatTheDataBrings();
    void asksAboutEveryRow_data();
    void asksAboutEveryRow();
    void messagesMayStandInTheItem();
    void runRefuses_data();
    void runRefuses();
    void anItemThatDoesNotFitIsAnError();
    void aGraderThatFailsIsAnError();
    void defaultNames();

private:
    static QJsonObject with(QJsonObject object, const QString &name, const QJsonValue &value)
    {
        value.isUndefined() ? object.remove(name) : void(object[name] = value);
        return object;
    }
    static QJsonObject json(const QByteArray &text) { return QJsonDocument::fromJson(text).object(); }
    static QStringList idsOf(const QJsonArray &objects)
    {
        QStringList ids;
        for (const QJsonValue &each : objects)
            ids.append(each[u"id"_s].toString());
        return ids;
    }
};

void TestLocalServerEvals::anEvalIsWhatItWasMadeOf()
{
    const qint64 before = QDateTime::currentSecsSinceEpoch();
    const RawReply reply = post("/v1/evals", with(evalBody(), u"metadata"_s, QJsonObject{{u"a"_s, u"b"_s}}));
    QCOMPARE(reply.status, 201);
    const QJsonObject eval = reply.json();
    QVERIFY(eval[u"id"_s].toString().startsWith(u"eval_"_s));
    QCOMPARE(eval[u"object"_s].toString(), u"eval"_s);
    QCOMPARE(eval[u"name"_s].toString(), u"triage"_s);
    QCOMPARE(eval[u"metadata"_s].toObject(), QJsonObject({{u"a"_s, u"b"_s}}));
    QCOMPARE_GE(eval[u"created_at"_s].toInteger(), before);
    QJsonObject criterion = eval[u"testing_criteria"_s][0].toObject();
    const QString id = criterion.take(u"id"_s).toString();
    QVERIFY(QRegularExpression(u"^exact-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"_s).match(id).hasMatch());
    QCOMPARE(criterion, exact());
    QCOMPARE(get("/v1/evals/" + idOf(reply)).json(), eval);
    QCOMPARE(list("/v1/evals"), QJsonArray{eval});
}

void TestLocalServerEvals::schemaOfEachConfig_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QStringList>("required");

    const QByteArray item = R"({"type":"object","properties":{"label":{"enum":["a"]}}})";
    const QByteArray any = R"({"type":"object"})";
    const QStringList both{u"item"_s, u"sample"_s};
    QTest::newRow("custom") << R"({"type":"custom","item_schema":)" + item + '}' << item
                            << QStringList{u"item"_s};
    QTest::newRow("without sample") << R"({"type":"custom","include_sample_schema":false,"item_schema":)" +
                                           item + '}'
                                    << item << QStringList{u"item"_s};
    QTest::newRow("with sample") << R"({"type":"custom","include_sample_schema":true,"item_schema":)" + item +
                                        '}'
                                 << item << both;
    QTest::newRow("logs") << QByteArray(R"({"type":"logs","metadata":{"app":"bot"}})") << any << both;
    QTest::newRow("stored completions") << QByteArray(R"({"type":"stored_completions"})") << any << both;
}

void TestLocalServerEvals::schemaOfEachConfig()
{
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, item);
    QFETCH(QStringList, required);
    const QJsonObject criterion = with(exact(), u"reference"_s, u"yes"_s);
    const RawReply reply = post("/v1/evals", {{u"data_source_config"_s, json(config)},
                                              {u"testing_criteria"_s, QJsonArray{criterion}}});
    QCOMPARE(reply.status, 201);
    const QJsonObject made = reply.json()[u"data_source_config"_s].toObject();
    QCOMPARE(made[u"type"_s], json(config)[u"type"_s]);
    QVERIFY(!made.contains(u"item_schema"_s));
    const QJsonObject schema = made[u"schema"_s].toObject();
    QCOMPARE(schema[u"properties"_s][u"item"_s].toObject(), json(item));
    QCOMPARE(schema[u"required"_s].toArray(), QJsonArray::fromStringList(required));
    QCOMPARE(schema[u"properties"_s].toObject().contains(u"sample"_s), required.size() == 2);
}

void TestLocalServerEvals::createRefuses_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("param");

    const auto body = [](const QString &name, const QByteArray &value) {
        return with(evalBody(), name, QJsonDocument::fromJson('[' + value + ']').array().at(0));
    };
    const auto config = [&](const QByteArray &value) { return body(u"data_source_config"_s, value); };
    const auto criteria = [&](const QByteArray &value) { return body(u"testing_criteria"_s, value); };
    const auto undefined = QJsonValue(QJsonValue::Undefined);
    const auto source = u"data_source_config"_s;
    const auto tests = u"testing_criteria"_s;

    QTest::newRow("no source") << with(evalBody(), source, undefined)
                               << u"'data_source_config' is a required property"_s << source;
    QTest::newRow("no criteria") << with(evalBody(), tests, undefined)
                                 << u"'testing_criteria' is a required property"_s << tests;
    QTest::newRow("empty criteria") << criteria("[]") << u"[] is too short"_s << tests;
    QTest::newRow("criteria no list") << criteria("{}") << u"expected an array"_s << tests;
    QTest::newRow("unknown member") << with(evalBody(), u"color"_s, 1) << u"('color' was unexpected)"_s
                                    << QString();
    QTest::newRow("name") << with(evalBody(), u"name"_s, 7) << u"expected a string"_s << u"name"_s;
    QTest::newRow("source no object") << config("[]") << u"is not of type 'object'"_s << source;
    QTest::newRow("source without type") << config("{}") << u"'type' is a required property"_s << source;
    QTest::newRow("unknown source") << config(R"({"type":"csv"})")
                                    << u"Supported values are: 'custom', 'logs', and 'stored_completions'"_s
                                    << source + u".type"_s;
    QTest::newRow("no schema") << config(R"({"type":"custom"})") << u"'item_schema' is a required property"_s
                               << source + u".item_schema"_s;
    QTest::newRow("no such type") << config(R"({"type":"custom","item_schema":{"type":"text"}})")
                                  << u"'text' is not a type"_s << source + u".item_schema"_s;
    QTest::newRow("schema given back") << config(R"({"type":"custom","item_schema":{},"schema":{}})")
                                       << u"('schema' was unexpected)"_s << QString();
    QTest::newRow("unknown grader") << criteria(R"([{"type":"magic","name":"m"}])") << QString()
                                    << u"testing_criteria[0]"_s;
    QTest::newRow("python") << criteria(R"([{"type":"python","name":"p","source":"x"}])")
                            << u"python graders are not run"_s << u"testing_criteria[0]"_s;
    QTest::newRow("a place that is not in the schema")
        << with(evalBody(), tests, QJsonArray{exact(), with(exact(), u"input"_s, u"{{item.nothing}}"_s)})
        << u"nothing"_s << u"testing_criteria[1]"_s;
}

void TestLocalServerEvals::createRefuses()
{
    QFETCH(QJsonObject, body);
    QFETCH(QString, message);
    QFETCH(QString, param);
    const RawReply reply = post("/v1/evals", body);
    QCOMPARE(reply.status, 400);
    QVERIFY2(reply.error(u"message"_s).contains(message), qPrintable(reply.error(u"message"_s)));
    QVERIFY2(reply.error(u"param"_s).startsWith(param), qPrintable(reply.error(u"param"_s)));
    QCOMPARE(reply.error(u"type"_s), u"invalid_request_error"_s);
    QCOMPARE(list("/v1/evals").size(), 0);
}

void TestLocalServerEvals::onlyNameAndMetadataChange()
{
    const QByteArray target = "/v1/evals/" + createEval();
    const QJsonObject before = get(target).json();
    QJsonObject expected = with(before, u"name"_s, u"new"_s);
    QCOMPARE(post(target, {{u"name"_s, u"new"_s}}).json(), expected);
    expected[u"metadata"_s] = QJsonObject{{u"k"_s, u"v"_s}};
    QCOMPARE(post(target, {{u"metadata"_s, expected[u"metadata"_s]}}).json(), expected);
    QCOMPARE(post(target, {}).json(), expected);
    QCOMPARE(get(target).json(), expected);
    expected[u"metadata"_s] = QJsonObject(); // it is replaced as a whole
    QCOMPARE(post(target, {{u"metadata"_s, QJsonValue::Null}}).json(), expected);
    for (const QString &fixed : {u"testing_criteria"_s, u"data_source_config"_s, u"id"_s}) {
        QCOMPARE(post(target, {{u"name"_s, u"x"_s}, {fixed, before[fixed]}}).status, 400);
        QCOMPARE(get(target).json(), expected);
    }
}

void TestLocalServerEvals::metadataHasLimits_data()
{
    QTest::addColumn<QJsonValue>("metadata");
    QTest::addColumn<int>("status");

    const auto pairs = [](int count) {
        QJsonObject made;
        for (int i = 0; i < count; ++i)
            made[QString::number(i)] = u"v"_s;
        return QJsonValue(made);
    };
    const auto pair = [](const QString &key, const QJsonValue &value) {
        return QJsonValue(QJsonObject{{key, value}});
    };
    QTest::newRow("null") << QJsonValue(QJsonValue::Null) << 201;
    QTest::newRow("16 pairs") << pairs(16) << 201;
    QTest::newRow("17 pairs") << pairs(17) << 400;
    QTest::newRow("key of 64") << pair(QString(64, u'k'), u"v"_s) << 201;
    QTest::newRow("key of 65") << pair(QString(65, u'k'), u"v"_s) << 400;
    QTest::newRow("value of 512") << pair(u"k"_s, QString(512, u'\u00e4')) << 201;
    QTest::newRow("value of 513") << pair(u"k"_s, QString(513, u'v')) << 400;
    QTest::newRow("512 that take two units") << pair(u"k"_s, u"😀"_s.repeated(512)) << 201;
    QTest::newRow("a number") << pair(u"k"_s, 1) << 400;
    QTest::newRow("nothing") << pair(u"k"_s, QJsonValue::Null) << 400;
    QTest::newRow("a list") << QJsonValue(QJsonArray()) << 400;
}

void TestLocalServerEvals::metadataHasLimits()
{
    QFETCH(QJsonValue, metadata);
    QTEST(post("/v1/evals", with(evalBody(), u"metadata"_s, metadata)).status, "status");
    const QByteArray eval = createEval();
    const int changed = post("/v1/evals/" + eval, {{u"metadata"_s, metadata}}).status;
    QTEST(changed == 200 ? 201 : changed, "status");
    const int status =
        post(runsOf(eval), with(jsonlRun(contentSource({row(u"a"_s, u"a"_s)})), u"metadata"_s, metadata))
            .status;
    QTEST(status, "status");
}

void TestLocalServerEvals::listsGoBothWays()
{
    QStringList made;
    for (int i = 0; i < 7; ++i) {
        made.append(QString::fromUtf8(createEval()));
        if (i % 3 == 2)
            m_server.advanceClock(5); // the others share a second
    }
    QStringList back = made;
    std::reverse(back.begin(), back.end());
    const auto paged = [&](const QByteArray &query) {
        QStringList seen;
        QByteArray after;
        for (bool more = true; more;) {
            const QJsonObject page = get("/v1/evals?limit=2" + query + after).json();
            const QStringList ids = idsOf(page[u"data"_s].toArray());
            seen += ids;
            more = page[u"has_more"_s].toBool();
            [&] {
                QCOMPARE(page[u"first_id"_s].toString(), ids.first());
                QCOMPARE(page[u"last_id"_s].toString(), ids.last());
                QVERIFY(more == (ids.size() == 2 && seen.size() < made.size()));
            }();
            after = "&after=" + page[u"last_id"_s].toString().toUtf8();
        }
        return seen;
    };
    QCOMPARE(paged({}), made);
    QCOMPARE(paged("&order=asc&order_by=created_at"), made);
    QCOMPARE(paged("&order=desc"), back);

    m_server.advanceClock(5);
    QCOMPARE(post("/v1/evals/" + made.at(2).toUtf8(), {{u"name"_s, u"touched"_s}}).status, 200);
    QStringList byUpdate = made;
    byUpdate.move(2, 6);
    QCOMPARE(paged("&order_by=updated_at"), byUpdate);
    QCOMPARE(paged({}), made);
}

void TestLocalServerEvals::listParameters_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    const auto row = [](const char *target, int status) {
        QTest::newRow(target) << QByteArray(target) << status;
    };
    for (const char *list : {"/v1/evals?", "RUNS?", "RUNS/RUN/output_items?"}) {
        const QByteArray base(list);
        for (const char *fine : {"limit=1", "limit=100", "order=asc", "order=desc"})
            row(QByteArray(base + fine).constData(), 200);
        for (const char *wrong : {"limit=0", "limit=101", "limit=x", "order=up", "after=none"})
            row(QByteArray(base + wrong).constData(), 400);
    }
    row("/v1/evals?order_by=updated_at", 200);
    row("/v1/evals?order_by=name", 400);
    for (const char *status : {"queued", "in_progress", "completed", "canceled", "failed"})
        row(QByteArray("RUNS?status=" + QByteArray(status)).constData(), 200);
    row("RUNS?status=cancelled", 400);
    row("RUNS/RUN/output_items?status=pass", 200);
    row("RUNS/RUN/output_items?status=fail", 200);
    row("RUNS/RUN/output_items?status=error", 400);
}

void TestLocalServerEvals::listParameters()
{
    QFETCH(QByteArray, target);
    const QByteArray eval = createEval();
    const QJsonObject run = ended(eval, jsonlRun(contentSource({row(u"a"_s, u"a"_s)})));
    target.replace("RUNS", runsOf(eval)).replace("RUN", run[u"id"_s].toString().toUtf8());
    QTEST(get(target).status, "status");
}

void TestLocalServerEvals::whatIsNotThere_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    for (const char *target :
         {"GET /v1/evals/none", "POST /v1/evals/none", "DELETE /v1/evals/none", "GET /v1/evals/none/runs",
          "POST /v1/evals/none/runs", "GET /v1/evals/none/runs/RUN", "GET RUNS/none", "POST RUNS/none",
          "DELETE RUNS/none", "GET RUNS/none/output_items", "GET RUNS/none/output_items/ITEM",
          "GET RUNS/RUN/output_items/none", "GET /v1/evals/none/runs/RUN/output_items"}) {
        const QByteArrayList parts = QByteArray(target).split(' ');
        QTest::newRow(target) << parts.at(0) << parts.at(1);
    }
}

void TestLocalServerEvals::whatIsNotThere()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    const QByteArray eval = createEval();
    const QJsonObject run = ended(eval, jsonlRun(contentSource({row(u"a"_s, u"a"_s)})));
    const QByteArray item = itemsOf(run).at(0)[u"id"_s].toString().toUtf8();
    target.replace("RUNS", runsOf(eval))
        .replace("RUN", run[u"id"_s].toString().toUtf8())
        .replace("ITEM", item);
    const RawReply reply = send(method, target, method == "POST" ? "{}" : "");
    QCOMPARE(reply.status, 404);
    QVERIFY(reply.error(u"message"_s).contains(u"not found: none"_s));
    QCOMPARE(reply.error(u"type"_s), u"invalid_request_error"_s);
}

void TestLocalServerEvals::anEvalGoesWithAllThatIsBelow()
{
    const QJsonObject body = jsonlRun(contentSource({row(u"a"_s, u"a"_s)}));
    const QByteArray gone = createEval();
    const QByteArray stays = createEval();
    const QJsonObject lost = ended(gone, body);
    const QJsonObject kept = ended(stays, body);
    QCOMPARE(send("DELETE", "/v1/evals/" + gone).json(),
             QJsonObject({{u"object"_s, u"eval.deleted"_s},
                          {u"deleted"_s, true},
                          {u"eval_id"_s, QString::fromUtf8(gone)}}));
    const QByteArray run = runsOf(gone) + '/' + lost[u"id"_s].toString().toUtf8();
    for (const QByteArray &target :
         {QByteArray("/v1/evals/" + gone), runsOf(gone), run, run + "/output_items"})
        QCOMPARE(get(target).status, 404);
    QCOMPARE(send("DELETE", "/v1/evals/" + gone).status, 404);
    QCOMPARE(itemsOf(kept).size(), 1);
    const QByteArray other = runsOf(stays) + '/' + kept[u"id"_s].toString().toUtf8();
    QCOMPARE(send("DELETE", other).json()[u"object"_s].toString(), u"eval.run.deleted"_s);
    QCOMPARE(get(other).status, 404);
    QCOMPARE(get(other + "/output_items").status, 404);
    QCOMPARE(get("/v1/evals/" + stays).status, 200);
}

void TestLocalServerEvals::gradesWhatTheDataBrings()
{
    QJsonObject body = evalBody();
    body[u"testing_criteria"_s] =
        QJsonArray{exact(), with(with(exact(), u"name"_s, u"loose"_s), u"operation"_s, u"ilike"_s)};
    const QByteArray eval = createEval(body);
    const QJsonObject run = ended(
        eval, jsonlRun(contentSource({row(u"a"_s, u"a"_s), row(u"a"_s, u"An A"_s), row(u"a"_s, u"b"_s)})));
    QCOMPARE(run[u"status"_s].toString(), u"completed"_s);
    QVERIFY(run[u"error"_s].isNull());
    QCOMPARE(run[u"result_counts"_s].toObject(), json(R"({"total":3,"errored":0,"failed":2,"passed":1})"));
    const QJsonArray criteria = get("/v1/evals/" + eval).json()[u"testing_criteria"_s].toArray();
    const QJsonArray sums = run[u"per_testing_criteria_results"_s].toArray();
    QCOMPARE(sums.size(), 2);
    QCOMPARE(
        sums.at(0).toObject(),
        QJsonObject({{u"testing_criteria"_s, criteria.at(0)[u"id"_s]}, {u"passed"_s, 1}, {u"failed"_s, 2}}));
    QCOMPARE(sums.at(1)[u"passed"_s].toInt(), 2);
    QCOMPARE(run[u"per_model_usage"_s].toArray(), QJsonArray());

    const QJsonArray items = itemsOf(run);
    QStringList statuses;
    for (qsizetype i = 0; i < items.size(); ++i) {
        QCOMPARE(items.at(i)[u"datasource_item_id"_s].toInt(), i);
        statuses.append(items.at(i)[u"status"_s].toString());
    }
    QCOMPARE(statuses, QStringList({u"pass"_s, u"fail"_s, u"fail"_s}));
    const QJsonObject second = items.at(1).toObject();
    QCOMPARE(second[u"datasource_item"_s][u"label"_s].toString(), u"a"_s);
    QCOMPARE(second[u"results"_s][0].toObject(), QJsonObject({{u"name"_s, criteria.at(0)[u"id"_s]},
                                                              {u"type"_s, u"string_check"_s},
                                                              {u"score"_s, 0},
                                                              {u"passed"_s, false},
                                                              {u"sample"_s, QJsonValue::Null}}));
    QCOMPARE(second[u"results"_s][1][u"score"_s].toInt(), 1);
    QCOMPARE(second[u"sample"_s][u"output"_s][0][u"content"_s].toString(), u"An A"_s);
    const QByteArray target = runsOf(eval) + '/' + run[u"id"_s].toString().toUtf8() + "/output_items";
    QCOMPARE(list(target + "?status=pass"), QJsonArray{items.at(0)});
    QCOMPARE(list(target + "?status=fail&order=desc"), QJsonArray({items.at(2), items.at(1)}));
    QCOMPARE(get(target + '/' + second[u"id"_s].toString().toUtf8()).json(), second);
}

void TestLocalServerEvals::asksAboutEveryRow_data()
{
    QTest::addColumn<QString>("type");
    QTest::newRow("completions") << u"completions"_s;
    QTest::newRow("responses") << u"responses"_s;
}

void TestLocalServerEvals::asksAboutEveryRow()
{
    QFETCH(QString, type);
    const QByteArray eval = createEval();
    QJsonObject body = modelRun(
        type, contentSource({row(u"local-echo: where is it??"_s, u"ignored"_s), row(u"x"_s, u"x"_s)}));
    QJsonObject source = body[u"data_source"_s].toObject();
    source[u"sampling_params"_s] = json(R"({"temperature":0.5,"max_completion_tokens":9})");
    body[u"data_source"_s] = source;
    const QJsonObject run = ended(eval, body);
    QCOMPARE(run[u"data_source"_s].toObject(), source);
    QCOMPARE(run[u"model"_s].toString(), u"gpt-4.1-mini"_s);
    QCOMPARE(run[u"result_counts"_s].toObject(), json(R"({"total":2,"errored":0,"failed":1,"passed":1})"));
    const QJsonArray usage = run[u"per_model_usage"_s].toArray();
    QCOMPARE(usage.size(), 1);
    QCOMPARE(usage.at(0)[u"model_name"_s].toString(), u"local-echo"_s);
    QCOMPARE(usage.at(0)[u"invocation_count"_s].toInt(), 2);
    const QJsonObject sample = itemsOf(run).at(1)[u"sample"_s].toObject();
    QCOMPARE(usage.at(0)[u"total_tokens"_s].toInt(), 2 * sample[u"usage"_s][u"total_tokens"_s].toInt());
    QCOMPARE(sample[u"input"_s].toArray(),
             QJsonArray({QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"where is it??"_s}}}));
    QCOMPARE(sample[u"output"_s][0][u"content"_s].toString(), u"local-echo: where is it??"_s);
    QCOMPARE(sample[u"model"_s].toString(), u"local-echo"_s);
    QCOMPARE(sample[u"temperature"_s].toDouble(), 0.5);
    QCOMPARE(sample[u"max_completion_tokens"_s].toInt(), 9);
    QCOMPARE(sample[u"seed"_s].toInt(), 42);
}

void TestLocalServerEvals::messagesMayStandInTheItem()
{
    QJsonObject body = evalBody();
    body[u"data_source_config"_s] = json(R"({"type":"custom","item_schema":{"type":"object"}})");
    const QByteArray eval = createEval(body);
    const QJsonObject good =
        json(R"({"item":{"label":"local-echo: two","talk":[{"role":"user","content":"one"},
            {"role":"assistant","content":"?"},{"role":"user","content":[{"type":"input_text","text":"two"}]}]}})");
    QJsonObject run = modelRun(u"completions"_s, contentSource({good, json(R"({"item":{"label":"x"}})")}));
    QJsonObject source = run[u"data_source"_s].toObject();
    source[u"input_messages"_s] = json(R"({"type":"item_reference","item_reference":"item.talk"})");
    run[u"data_source"_s] = source;
    const QJsonArray items = itemsOf(ended(eval, run));
    QCOMPARE(items.at(0)[u"status"_s].toString(), u"pass"_s);
    QCOMPARE(items.at(0)[u"sample"_s][u"input"_s].toArray().size(), 3);
    QCOMPARE(items.at(1)[u"status"_s].toString(), u"error"_s);
    QCOMPARE(items.at(1)[u"sample"_s][u"error"_s][u"code"_s].toString(), u"invalid_input_messages"_s);
}

void TestLocalServerEvals::runRefuses_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &source, const QString &message) {
        QTest::newRow(name) << source << message;
    };
    const QByteArray content = R"({"type":"file_content","content":[{"item":{"text":"t","label":"l"}}]})";
    const QByteArray messages =
        R"({"type":"template","template":[{"role":"user","content":"{{item.text}}"}]})";
    const auto model = [&](const QByteArray &more) {
        return R"({"type":"completions","source":)" + content + (more.isEmpty() ? "" : "," + more) + '}';
    };
    row("no type", "{}", u"'type' is a required property"_s);
    row("unknown type", R"({"type":"csv"})", u"Supported values are: 'jsonl', 'completions', 'responses'"_s);
    row("no source", R"({"type":"jsonl"})", u"'source' is a required property"_s);
    row("stored data for jsonl", R"({"type":"jsonl","source":{"type":"stored_completions"}})",
        u"Supported values are: 'file_content', 'file_id'"_s);
    row("responses for completions", R"({"type":"completions","source":{"type":"responses"}})",
        u"'stored_completions'"_s);
    row("a model for jsonl", R"({"type":"jsonl","model":"m","source":)" + content + '}',
        u"('model' was unexpected)"_s);
    row("no file", R"({"type":"jsonl","source":{"type":"file_id","id":"file-none"}})",
        u"No such File object: file-none"_s);
    row("no rows", R"({"type":"jsonl","source":{"type":"file_content","content":[]}})", u"too short"_s);
    row("row without item", R"({"type":"jsonl","source":{"type":"file_content","content":[{}]}})",
        u"Line 1 of the data does not fit: it has no 'item'"_s);
    row("row that does not fit",
        R"({"type":"jsonl","source":{"type":"file_content","content":[{"item":{"text":"t","label":"l"}},
            {"item":{"text":5,"label":"l"}}]}})",
        u"Line 2 of the data does not fit: item.text is not of type 'string'"_s);
    row("no model", model(R"("input_messages":)" + messages), u"'model' is a required property"_s);
    row("no messages", model(R"("model":"m")"), u"'input_messages' is a required property"_s);
    row("empty template", model(R"("model":"m","input_messages":{"type":"template","template":[]})"),
        u"at least one message"_s);
    row("a place that is not there",
        model(
            R"("model":"m","input_messages":{"type":"template","template":[{"role":"user","content":"{{item.no}}"}]})"),
        u"no"_s);
    const auto sampling = [&](const QByteArray &params) {
        return model(R"("model":"m","input_messages":)" + messages + R"(,"sampling_params":)" + params);
    };
    row("temperature", sampling(R"({"temperature":3})"), u"it must lie between 0 and 2"_s);
    row("tokens", sampling(R"({"max_completion_tokens":1.5})"), u"expected an integer"_s);
    row("effort", sampling(R"({"reasoning_effort":"huge"})"), u"one of 'none'"_s);
    row("the text of responses", sampling(R"({"text":{}})"), u"('text' was unexpected)"_s);
}

void TestLocalServerEvals::runRefuses()
{
    QFETCH(QByteArray, source);
    QFETCH(QString, message);
    const QByteArray eval = createEval();
    const RawReply reply = post(runsOf(eval), {{u"data_source"_s, json(source)}});
    QCOMPARE(reply.status, 400);
    QVERIFY2(reply.error(u"message"_s).contains(message), qPrintable(reply.error(u"message"_s)));
    QVERIFY(reply.error(u"param"_s).isEmpty() || reply.error(u"param"_s).startsWith(u"data_source"_s));
    QCOMPARE(list(runsOf(eval)).size(), 0);
}

void TestLocalServerEvals::anItemThatDoesNotFitIsAnError()
{
    const QByteArray lines = R"({"item":{"text":"t"},"sample":{"output_text":"a"}})"
                             "\n"
                             R"({"item":{"text":"t","label":"a"},"sample":{"output_text":"a"}})";
    const QJsonObject run = ended(createEval(), jsonlRun(fileSource(upload(lines, "user_data"))));
    QCOMPARE(run[u"status"_s].toString(), u"completed"_s);
    QCOMPARE(run[u"result_counts"_s].toObject(), json(R"({"total":2,"errored":1,"failed":0,"passed":1})"));
    QCOMPARE(run[u"per_testing_criteria_results"_s][0][u"failed"_s].toInt(), 0);
    const QJsonObject item = itemsOf(run).at(0).toObject();
    QCOMPARE(item[u"status"_s].toString(), u"error"_s);
    QCOMPARE(item[u"results"_s].toArray(), QJsonArray());
    QCOMPARE(item[u"sample"_s][u"error"_s][u"code"_s].toString(), u"invalid_item"_s);
    QVERIFY(item[u"sample"_s][u"error"_s][u"message"_s].toString().contains(u"item.label is missing"_s));
}

void TestLocalServerEvals::aGraderThatFailsIsAnError()
{
    QJsonObject body = evalBody();
    body[u"testing_criteria"_s] = QJsonArray{
        exact(), with(with(exact(), u"name"_s, u"deep"_s), u"input"_s, u"{{sample.output_json.x}}"_s)};
    const QJsonObject run = ended(createEval(body), jsonlRun(contentSource({row(u"a"_s, u"a"_s)})));
    QCOMPARE(run[u"result_counts"_s].toObject(), json(R"({"total":1,"errored":1,"failed":0,"passed":0})"));
    const QJsonArray sums = run[u"per_testing_criteria_results"_s].toArray();
    QCOMPARE(sums.at(0)[u"passed"_s].toInt(), 1);
    QCOMPARE(sums.at(1)[u"passed"_s].toInt() + sums.at(1)[u"failed"_s].toInt(), 0);
    const QJsonObject item = itemsOf(run).at(0).toObject();
    QCOMPARE(item[u"status"_s].toString(), u"error"_s);
    QVERIFY(item[u"sample"_s][u"error"_s][u"message"_s].toString().startsWith(u"deep: "_s));
    QVERIFY(!item[u"results"_s][0].toObject().contains(u"error"_s));
    QCOMPARE(item[u"results"_s][1][u"error"_s][u"code"_s].toString(), u"grader_error"_s);
}

void TestLocalServerEvals::defaultNames()
{
    const QByteArray eval = createEval(with(evalBody(), u"name"_s, QJsonValue::Undefined));
    QCOMPARE(get("/v1/evals/" + eval).json()[u"name"_s].toString(), u"exact"_s);
    const QJsonObject source = contentSource({row(u"a"_s, u"a"_s)});
    QCOMPARE(post(runsOf(eval), jsonlRun(source)).json()[u"name"_s].toString(), u"jsonl"_s);
    const QJsonObject asked = post(runsOf(eval), modelRun(u"completions"_s, source)).json();
    QCOMPARE(asked[u"name"_s].toString(), u"gpt-4.1-mini"_s);
    QCOMPARE(asked[u"report_url"_s].toString(),
             u"urn:openai-data-server:%1:%2"_s.arg(QString::fromUtf8(eval), asked[u"id"_s].toString()));
    QCOMPARE(asked[u"status"_s].toString(), u"queued"_s);
    QVERIFY(asked[u"per_model_usage"_s].isNull());
    QVERIFY(asked[u"per_testing_criteria_results"_s].isNull());
}

QTEST_GUILESS_MAIN(TestLocalServerEvals)
#include "tst_localserver_evals.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a run: its states, cancelling and deleting it in the middle, a server that ends or is killed,
// an upstream that answers or does not.
#include "evalclient.h"
#include "fakeupstream.h"
#include "support/serverprocess.h"

#include <QNetworkInterface>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace odc::test;
using odc::server::LocalServer;

class TestLocalServerEvalRuns : public QObject, private EvalClient
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(emptyFolder());
    }

    void goesThroughItsStates();
    void aCancelledRunKeepsWhatItHas();
    void aQueuedRunIsCancelledAtOnce();
    void cancellingWhatHasEndedIsRefused();
    void aRunDeletedInTheMiddleLeavesNothing();
    void anEvalDeletedInTheMiddleLeavesNothing();
    void othersGoOnAfterIt();
    void goesOnAfterARestart();
    void usageGoesOnAfterARestart();
    void goesOnAfterAKill();
    void aFileThatIsGoneFailsTheRun();
    void storedDataIsNotThere_data();
    void storedDataIsNotThere();
    void theUpstreamAnswers_data();
    void theUpstreamAnswers();
    void theKeyCrossesNoNetworkUnencrypted();
    void anUpstreamThatRefusesMakesErrors();
    void aSilentUpstreamDoesNotHoldUpTheEnd();
    void tenThousandItems();

private:
    /** So slow that nothing goes on unless the clock is moved. */
    void startSlow()
    {
        start([](LocalServer::Options &options) { options.timeScale = 1000; });
    }
    static QJsonArray rows(int count)
    {
        QJsonArray made;
        for (int i = 0; i < count; ++i)
            made.append(row(u"a"_s, i % 2 == 0 ? u"a"_s : u"b"_s));
        return made;
    }
    qint64 passedAndFailed(const QByteArray &eval, const QByteArray &id) const
    {
        const QJsonObject counts = run(eval, id)[u"result_counts"_s].toObject();
        return counts[u"passed"_s].toInteger() + counts[u"failed"_s].toInteger();
    }
    /** A run of ten rows of which some are done and the others wait for the clock. */
    QByteArray halfDone(const QByteArray &eval)
    {
        const QByteArray id = createRun(eval, jsonlRun(contentSource(rows(10))));
        m_server.advanceClock(701);
        [&] { QTRY_COMPARE(run(eval, id)[u"result_counts"_s][u"total"_s].toInt(), 10); }();
        m_server.advanceClock(65);
        [&] { QTRY_COMPARE_WITH_TIMEOUT(passedAndFailed(eval, id), 5, 10'000); }();
        return id;
    }
    QByteArray itemsTarget(const QByteArray &eval, const QByteArray &id) const
    {
        return runsOf(eval) + '/' + id + "/output_items?limit=100";
    }
    /** Stops the server. How many rows a table of its database has. */
    int rowsKept(const QString &table)
    {
        m_server.stop();
        int count = -1;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"look"_s);
            database.setDatabaseName(m_dir.filePath(u"store.sqlite"_s));
            if (database.open()) {
                QSqlQuery query(u"SELECT COUNT(*) FROM "_s + table, database);
                count = query.next() ? query.value(0).toInt() : -1;
            }
        }
        QSqlDatabase::removeDatabase(u"look"_s);
        return count;
    }
    /** All items of a run of that many, in order, each of them once. */
    void checkItems(const QUrl &url, const QByteArray &target, int count) const
    {
        QByteArray after;
        int next = 0;
        for (bool more = true; more;) {
            const QJsonObject page = rawRequest(url, "GET", target + after).json();
            for (const QJsonValue &item : page[u"data"_s].toArray())
                QCOMPARE(item[u"datasource_item_id"_s].toInt(), next++);
            more = page[u"has_more"_s].toBool();
            after = "&after=" + page[u"last_id"_s].toString().toUtf8();
        }
        QCOMPARE(next, count);
    }
};

void TestLocalServerEvalRuns::goesThroughItsStates()
{
    startSlow();
    const QByteArray eval = createEval();
    const QByteArray id = createRun(eval, jsonlRun(contentSource(rows(10))));
    QCOMPARE(statusOf(eval, id), u"queued"_s);
    QCOMPARE(list(runsOf(eval) + "?status=queued").size(), 1);
    m_server.advanceClock(701);
    QTRY_COMPARE(statusOf(eval, id), u"in_progress"_s);
    QTRY_COMPARE(run(eval, id)[u"result_counts"_s][u"total"_s].toInt(), 10);
    m_server.advanceClock(65);
    QTRY_COMPARE(passedAndFailed(eval, id), 5); // rows are 15 s apart
    QCOMPARE(statusOf(eval, id), u"in_progress"_s);
    QCOMPARE(list(itemsTarget(eval, id)).size(), 5);
    m_server.advanceClock(100);
    QTRY_COMPARE(statusOf(eval, id), u"completed"_s);
    QCOMPARE(passedAndFailed(eval, id), 10);
    checkItems(m_server.baseUrl(), itemsTarget(eval, id), 10);
}

void TestLocalServerEvalRuns::aCancelledRunKeepsWhatItHas()
{
    startSlow();
    const QByteArray eval = createEval();
    const QByteArray id = halfDone(eval);
    const RawReply reply = send("POST", runsOf(eval) + '/' + id);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json()[u"status"_s].toString(), u"canceled"_s);
    m_server.advanceClock(1000);
    // The next run is only begun when this one has been left.
    const QByteArray next = createRun(eval, jsonlRun(contentSource(rows(1))));
    m_server.advanceClock(1000);
    QTRY_VERIFY(statusOf(eval, next) != u"queued"_s);
    QCOMPARE(run(eval, id), reply.json());
    QCOMPARE(passedAndFailed(eval, id), 5);
    checkItems(m_server.baseUrl(), itemsTarget(eval, id), 5);
    QCOMPARE(list(runsOf(eval) + "?status=canceled").size(), 1);
}

void TestLocalServerEvalRuns::aQueuedRunIsCancelledAtOnce()
{
    startSlow();
    const QByteArray eval = createEval();
    const QByteArray first = createRun(eval, jsonlRun(contentSource(rows(1))));
    const QByteArray second = createRun(eval, jsonlRun(contentSource(rows(1))));
    QCOMPARE(send("POST", runsOf(eval) + '/' + second).json()[u"status"_s].toString(), u"canceled"_s);
    m_server.advanceClock(701);
    QTRY_COMPARE(statusOf(eval, first), u"completed"_s);
    QCOMPARE(statusOf(eval, second), u"canceled"_s);
    QCOMPARE(run(eval, second)[u"result_counts"_s][u"total"_s].toInt(), 0);
}

void TestLocalServerEvalRuns::cancellingWhatHasEndedIsRefused()
{
    start();
    const QByteArray eval = createEval();
    const QJsonObject done = ended(eval, jsonlRun(contentSource(rows(1))));
    const QByteArray target = runsOf(eval) + '/' + done[u"id"_s].toString().toUtf8();
    const RawReply reply = send("POST", target);
    QCOMPARE(reply.status, 400);
    QVERIFY(reply.error(u"message"_s).contains(u"its status is 'completed'"_s));
    QCOMPARE(get(target).json(), done);
}

void TestLocalServerEvalRuns::aRunDeletedInTheMiddleLeavesNothing()
{
    startSlow();
    const QByteArray eval = createEval();
    const QByteArray id = halfDone(eval);
    QCOMPARE(send("DELETE", runsOf(eval) + '/' + id).status, 200);
    m_server.advanceClock(1000);
    const QByteArray next = createRun(eval, jsonlRun(contentSource(rows(1))));
    m_server.advanceClock(1000);
    QTRY_COMPARE(statusOf(eval, next), u"completed"_s);
    QCOMPARE(get(itemsTarget(eval, id)).status, 404);
    QCOMPARE(list(runsOf(eval)).size(), 1);
    QCOMPARE(rowsKept(u"eval_items"_s), 1); // of the next one
    start();
    QCOMPARE(list(runsOf(eval)).size(), 1);
}

void TestLocalServerEvalRuns::anEvalDeletedInTheMiddleLeavesNothing()
{
    startSlow();
    const QByteArray gone = createEval();
    halfDone(gone);
    createRun(gone, jsonlRun(contentSource(rows(3))));
    QCOMPARE(send("DELETE", "/v1/evals/" + gone).status, 200);
    const QByteArray eval = createEval();
    const QByteArray next = createRun(eval, jsonlRun(contentSource(rows(1))));
    m_server.advanceClock(1000);
    QTRY_COMPARE(statusOf(eval, next), u"completed"_s);
    QCOMPARE(get(runsOf(gone)).status, 404);
    QCOMPARE(rowsKept(u"eval_items"_s), 1);
    QCOMPARE(rowsKept(u"eval_runs"_s), 1);
    QCOMPARE(rowsKept(u"eval_work"_s), 0);
}

void TestLocalServerEvalRuns::othersGoOnAfterIt()
{
    start();
    const QByteArray eval = createEval();
    QByteArrayList ids;
    for (int i = 0; i < 12; ++i)
        ids.append(createRun(eval, i % 3 == 1 ? modelRun(u"responses"_s, {{u"type"_s, u"responses"_s}})
                                              : jsonlRun(contentSource(rows(3)))));
    for (qsizetype i = 0; i < ids.size(); ++i)
        QTRY_COMPARE(statusOf(eval, ids.at(i)), i % 3 == 1 ? u"failed"_s : u"completed"_s);
}

void TestLocalServerEvalRuns::goesOnAfterARestart()
{
    startSlow();
    const QByteArray eval = createEval();
    const QByteArray id = halfDone(eval);
    const QByteArray waiting = createRun(eval, jsonlRun(contentSource(rows(2))));
    m_server.stop();
    start([](LocalServer::Options &options) { options.readOnly = true; });
    QCOMPARE(statusOf(eval, id), u"in_progress"_s); // nothing moves where nothing may be written
    const QJsonArray before = list(itemsTarget(eval, id));
    QCOMPARE(before.size(), 5);
    start();
    QTRY_COMPARE(statusOf(eval, id), u"completed"_s);
    QTRY_COMPARE(statusOf(eval, waiting), u"completed"_s);
    checkItems(m_server.baseUrl(), itemsTarget(eval, id), 10);
    QJsonArray kept = list(itemsTarget(eval, id));
    while (kept.size() > before.size())
        kept.removeLast();
    QCOMPARE(kept, before);
    const QJsonObject counts = run(eval, id)[u"result_counts"_s].toObject();
    QCOMPARE(counts[u"passed"_s].toInt(), 5);
    QCOMPARE(counts[u"failed"_s].toInt(), 5);
    QCOMPARE(run(eval, id)[u"per_testing_criteria_results"_s][0][u"passed"_s].toInt(), 5);
}

void TestLocalServerEvalRuns::usageGoesOnAfterARestart()
{
    startSlow();
    const QByteArray eval = createEval();
    const QByteArray id = createRun(eval, modelRun(u"completions"_s, contentSource(rows(10))));
    m_server.advanceClock(701);
    QTRY_COMPARE(run(eval, id)[u"result_counts"_s][u"total"_s].toInt(), 10);
    m_server.advanceClock(65);
    QTRY_COMPARE_WITH_TIMEOUT(passedAndFailed(eval, id), 5, 10'000);
    m_server.stop();
    start();
    QTRY_COMPARE(statusOf(eval, id), u"completed"_s);
    const QJsonArray usage = run(eval, id)[u"per_model_usage"_s].toArray();
    QCOMPARE(usage.size(), 1);
    QCOMPARE(usage.first()[u"invocation_count"_s].toInt(), 10);
    qint64 tokens = 0;
    for (const QJsonValue &item : list(itemsTarget(eval, id)))
        tokens += item[u"sample"_s][u"usage"_s][u"total_tokens"_s].toInteger();
    QVERIFY(tokens > 0);
    QCOMPARE(usage.first()[u"total_tokens"_s].toInteger(), tokens);
}

void TestLocalServerEvalRuns::goesOnAfterAKill()
{
    ServerProcess server;
    QVERIFY(server.start({u"--time-scale"_s, u"1"_s}));
    const auto send = [&](const QByteArray &target, const QJsonObject &body) {
        return idOf(rawRequest(server.url(), "POST", target, {}, QJsonDocument(body).toJson()));
    };
    const QByteArray eval = send("/v1/evals", evalBody());
    const QByteArray id = send(runsOf(eval), jsonlRun(contentSource(rows(2000))));
    const QByteArray target = runsOf(eval) + '/' + id;
    const auto state = [&] { return rawRequest(server.url(), "GET", target).json(); };
    QTRY_VERIFY_WITH_TIMEOUT(state()[u"result_counts"_s][u"passed"_s].toInt() > 100, 20'000);
    QCOMPARE(state()[u"status"_s].toString(), u"in_progress"_s);
    server.kill();
    QVERIFY(server.start({u"--time-scale"_s, u"0"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(state()[u"status"_s].toString(), u"completed"_s, 20'000);
    QCOMPARE(state()[u"result_counts"_s].toObject(),
             QJsonObject({{u"total"_s, 2000}, {u"errored"_s, 0}, {u"failed"_s, 1000}, {u"passed"_s, 1000}}));
    checkItems(server.url(), target + "/output_items?limit=100", 2000);
}

void TestLocalServerEvalRuns::aFileThatIsGoneFailsTheRun()
{
    startSlow();
    const QByteArray eval = createEval();
    const QByteArray file = upload(R"({"item":{"text":"t","label":"a"}})");
    const QByteArray id = createRun(eval, jsonlRun(fileSource(file)));
    QCOMPARE(send("DELETE", "/v1/files/" + file).status, 200);
    m_server.advanceClock(701);
    QTRY_COMPARE(statusOf(eval, id), u"failed"_s);
    QCOMPARE(run(eval, id)[u"error"_s][u"code"_s].toString(), u"file_not_found"_s);
    QVERIFY(run(eval, id)[u"error"_s][u"message"_s].toString().contains(QString::fromUtf8(file)));
}

void TestLocalServerEvalRuns::storedDataIsNotThere_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::newRow("completions") << QByteArray(
        R"({"type":"completions","source":{"type":"stored_completions","limit":5,"metadata":{"a":"b"},"model":null}})");
    QTest::newRow("responses") << QByteArray(
        R"({"type":"responses","source":{"type":"responses","users":["u"],"temperature":1,"reasoning_effort":null}})");
}

void TestLocalServerEvalRuns::storedDataIsNotThere()
{
    QFETCH(QByteArray, source);
    start();
    const QJsonObject run =
        ended(createEval(), {{u"data_source"_s, QJsonDocument::fromJson(source).object()}});
    QCOMPARE(run[u"status"_s].toString(), u"failed"_s);
    QCOMPARE(run[u"error"_s][u"code"_s].toString(), u"no_stored_data"_s);
    QVERIFY(run[u"error"_s][u"message"_s].toString().contains(u"file_id"_s));
}

void TestLocalServerEvalRuns::theUpstreamAnswers_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("completions")
        << u"completions"_s
        << QByteArray(R"({"model":"real-1","choices":[{"message":{"role":"assistant","content":"a"}}],
            "usage":{"prompt_tokens":5,"completion_tokens":2,"total_tokens":7,"prompt_tokens_details":{"cached_tokens":3}}})")
        << QByteArray("/base/v1/chat/completions")
        << QByteArray(R"({"model":"gpt-4.1-mini","messages":[{"role":"user","content":"where is it??"}],
            "max_completion_tokens":9,"seed":1})");
    QTest::newRow("responses")
        << u"responses"_s
        << QByteArray(
               R"({"model":"real-1","output":[{"type":"reasoning"},{"type":"message","content":[{"type":"output_text","text":"a"}]}],
            "usage":{"input_tokens":5,"output_tokens":2,"total_tokens":7,"input_tokens_details":{"cached_tokens":3}}})")
        << QByteArray("/base/v1/responses")
        << QByteArray(R"({"model":"gpt-4.1-mini","store":false,"max_output_tokens":9,
            "input":[{"type":"message","role":"user","content":"where is it??"}]})");
}

void TestLocalServerEvalRuns::theUpstreamAnswers()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, reply);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    FakeUpstream upstream;
    upstream.reply = reply;
    qputenv("OPENAI_API_KEY", "sk-upstream");
    start([&](LocalServer::Options &options) { options.upstream = upstream.url(); });
    qunsetenv("OPENAI_API_KEY");
    QJsonObject asked = modelRun(type, contentSource(rows(3)));
    QJsonObject source = asked[u"data_source"_s].toObject();
    source[u"sampling_params"_s] = QJsonObject{{u"max_completion_tokens"_s, 9}, {u"seed"_s, 1}};
    asked[u"data_source"_s] = source;
    const QJsonObject run = ended(createEval(), asked);
    QCOMPARE(run[u"result_counts"_s][u"passed"_s].toInt(), 3);
    QCOMPARE(run[u"per_model_usage"_s].toArray(), QJsonArray({QJsonObject{{u"model_name"_s, u"real-1"_s},
                                                                          {u"invocation_count"_s, 3},
                                                                          {u"prompt_tokens"_s, 15},
                                                                          {u"completion_tokens"_s, 6},
                                                                          {u"total_tokens"_s, 21},
                                                                          {u"cached_tokens"_s, 9}}}));
    QCOMPARE(upstream.bodies.size(), 3); // each row is asked about once
    QCOMPARE(upstream.bodies.first(), QJsonDocument::fromJson(body).object());
    QVERIFY(upstream.heads.first().startsWith("POST " + path + ' '));
    QVERIFY(upstream.heads.first().contains("Authorization: Bearer sk-upstream"));
    QCOMPARE(itemsOf(run).at(0)[u"sample"_s][u"model"_s].toString(), u"real-1"_s);
}

void TestLocalServerEvalRuns::theKeyCrossesNoNetworkUnencrypted()
{
    const QList<QHostAddress> addresses = QNetworkInterface::allAddresses();
    const auto far = std::find_if(addresses.cbegin(), addresses.cend(), [](const QHostAddress &address) {
        return address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback();
    });
    if (far == addresses.cend())
        QSKIP("SKIPPED-TEST: this machine is on no network");
    FakeUpstream upstream(*far);
    QVERIFY(upstream.isListening());
    upstream.reply = R"({"model":"real-1","choices":[{"message":{"content":"a"}}]})";
    qputenv("OPENAI_API_KEY", "sk-upstream");
    start([&](LocalServer::Options &options) { options.upstream = upstream.url(); });
    qunsetenv("OPENAI_API_KEY");
    const QJsonObject run = ended(createEval(), modelRun(u"completions"_s, contentSource(rows(1))));
    QCOMPARE(run[u"status"_s].toString(), u"completed"_s);
    QCOMPARE(upstream.heads.size(), 1);
    QVERIFY(!upstream.heads.first().toLower().contains("authorization"));
}

void TestLocalServerEvalRuns::anUpstreamThatRefusesMakesErrors()
{
    FakeUpstream upstream;
    upstream.status = 429;
    upstream.reply = R"({"error":{"message":"Rate limit reached"}})";
    start([&](LocalServer::Options &options) { options.upstream = upstream.url(); });
    const QJsonObject run = ended(createEval(), modelRun(u"completions"_s, contentSource(rows(2))));
    QCOMPARE(run[u"status"_s].toString(), u"completed"_s);
    QCOMPARE(run[u"result_counts"_s][u"errored"_s].toInt(), 2);
    const QJsonObject error = itemsOf(run).at(0)[u"sample"_s][u"error"_s].toObject();
    QCOMPARE(error[u"code"_s].toString(), u"model_error"_s);
    QVERIFY(error[u"message"_s].toString().contains(u"429: Rate limit reached"_s));
}

void TestLocalServerEvalRuns::aSilentUpstreamDoesNotHoldUpTheEnd()
{
    FakeUpstream upstream;
    upstream.silent = true;
    start([&](LocalServer::Options &options) { options.upstream = upstream.url(); });
    const QByteArray eval = createEval();
    const QByteArray id = createRun(eval, modelRun(u"completions"_s, contentSource(rows(2))));
    QTRY_COMPARE(upstream.bodies.size(), 2);
    QElapsedTimer clock;
    clock.start();
    m_server.stop();
    QCOMPARE_LT(clock.elapsed(), 10'000);
    // What was cut off is asked again, not counted as an error.
    upstream.silent = false;
    upstream.reply = R"({"model":"real-1","choices":[{"message":{"content":"a"}}]})";
    start([&](LocalServer::Options &options) { options.upstream = upstream.url(); });
    QTRY_COMPARE(statusOf(eval, id), u"completed"_s);
    QCOMPARE(run(eval, id)[u"result_counts"_s][u"passed"_s].toInt(), 2);
}

void TestLocalServerEvalRuns::tenThousandItems()
{
    start();
    const QByteArray eval = createEval();
    QByteArray lines;
    for (int i = 0; i < 10'000; ++i)
        lines += R"({"item":{"text":"t","label":")" + QByteArray::number(i % 3) +
                 R"("},"sample":{"output_text":"1"}})" + '\n';
    QElapsedTimer clock;
    clock.start();
    const QJsonObject run = ended(eval, jsonlRun(fileSource(upload(lines))));
    qInfo() << "10,000 items in" << clock.elapsed() << "ms";
    QCOMPARE(
        run[u"result_counts"_s].toObject(),
        QJsonObject({{u"total"_s, 10'000}, {u"errored"_s, 0}, {u"failed"_s, 6667}, {u"passed"_s, 3333}}));
}

QTEST_GUILESS_MAIN(TestLocalServerEvalRuns)
#include "tst_localserver_evalruns.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The evals of the sample data and of the large data; graders that are tried.
#include "evalclient.h"
#include "support/serverprocess.h"

#include <QSet>

using namespace odc::test;
using odc::server::LocalServer;

class TestLocalServerEvalSeed : public QObject, private EvalClient
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(emptyFolder());
    }

    void sampleRunsAddUp();
    void sampleRunsDiffer();
    void seedingTwiceAddsNothing();
    void largeSeedHasWhatWasAskedFor();
    void largeSeedNeedsNumbers_data();
    void largeSeedNeedsNumbers();
    void gradersCanBeTried();
    void gradersAreTriedWhereNothingIsWritten();

private:
    void startSample()
    {
        start([](LocalServer::Options &options) { options.seed = LocalServer::Seed::Sample; });
    }
    QJsonArray everything(const QByteArray &target) const
    {
        QJsonArray all;
        QByteArray after;
        for (bool more = true; more;) {
            const QJsonObject page = get(target + "?limit=100" + after).json();
            for (const QJsonValue &each : page[u"data"_s].toArray())
                all.append(each);
            more = page[u"has_more"_s].toBool();
            after = "&after=" + page[u"last_id"_s].toString().toUtf8();
        }
        return all;
    }
    static QByteArray target(const QJsonValue &run)
    {
        return runsOf(run[u"eval_id"_s].toString().toUtf8()) + '/' + run[u"id"_s].toString().toUtf8();
    }
};

void TestLocalServerEvalSeed::sampleRunsAddUp()
{
    startSample();
    QSet<QString> statuses;
    for (const QJsonValue &eval : list("/v1/evals")) {
        for (const QJsonValue &run : list(runsOf(eval[u"id"_s].toString().toUtf8()))) {
            statuses.insert(run[u"status"_s].toString());
            QHash<QString, int> seen;
            QHash<QString, int> passed;
            for (const QJsonValue &item : everything(target(run) + "/output_items")) {
                ++seen[item[u"status"_s].toString()];
                for (const QJsonValue &result : item[u"results"_s].toArray())
                    passed[result[u"name"_s].toString()] += result[u"passed"_s].toBool() ? 1 : 0;
            }
            const QJsonValue counts = run[u"result_counts"_s];
            QCOMPARE(counts[u"passed"_s].toInt(), seen[u"pass"_s]);
            QCOMPARE(counts[u"failed"_s].toInt(), seen[u"fail"_s]);
            QCOMPARE(counts[u"errored"_s].toInt(), seen[u"error"_s]);
            for (const QJsonValue &sum : run[u"per_testing_criteria_results"_s].toArray())
                QCOMPARE(sum[u"passed"_s].toInt(), passed[sum[u"testing_criteria"_s].toString()]);
        }
    }
    QCOMPARE(statuses, QSet<QString>({u"completed"_s, u"canceled"_s, u"failed"_s}));
}

void TestLocalServerEvalSeed::sampleRunsDiffer()
{
    startSample();
    const QJsonArray evals = list("/v1/evals");
    const QJsonValue triage = evals.at(evals.size() - 1);
    QCOMPARE(triage[u"name"_s].toString(), u"triage golden"_s);
    QHash<QString, QHash<int, QString>> verdicts;
    for (const QJsonValue &run : list(runsOf(triage[u"id"_s].toString().toUtf8()))) {
        for (const QJsonValue &item : everything(target(run) + "/output_items"))
            verdicts[run[u"name"_s].toString()][item[u"datasource_item_id"_s].toInt()] =
                item[u"status"_s].toString();
    }
    const auto before = verdicts[u"v13 mini"_s];
    const auto after = verdicts[u"v14 mini"_s];
    QCOMPARE(before.size(), 120);
    QCOMPARE(after.size(), 120);
    QHash<QString, int> changes;
    for (auto it = before.cbegin(); it != before.cend(); ++it)
        ++changes[it.value() + u" to "_s + after[it.key()]];
    for (const QString &change :
         {u"pass to fail"_s, u"fail to pass"_s, u"pass to error"_s, u"fail to fail"_s})
        QVERIFY2(changes[change] > 0, qPrintable(change));
}

void TestLocalServerEvalSeed::seedingTwiceAddsNothing()
{
    startSample();
    const QByteArray evals = get("/v1/evals").body;
    const QJsonValue eval = list("/v1/evals").at(0);
    const QByteArray runs = runsOf(eval[u"id"_s].toString().toUtf8());
    const QJsonArray before = list(runs);
    startSample();
    QString error;
    QVERIFY2(m_server.seedSample(&error), qPrintable(error));
    QCOMPARE(get("/v1/evals").body, evals);
    QCOMPARE(list(runs), before);
    QCOMPARE(everything(target(before.at(0)) + "/output_items").size(), 60);
}

void TestLocalServerEvalSeed::largeSeedHasWhatWasAskedFor()
{
    start([](LocalServer::Options &options) {
        options.seed = LocalServer::Seed::Large;
        options.seedCount = 10;
        options.seedEvals = 3;
        options.seedRuns = 4;
        options.seedItems = 250;
    });
    const QJsonArray evals = list("/v1/evals");
    QCOMPARE(evals.size(), 3);
    QSet<QString> ids;
    for (const QJsonValue &eval : evals) {
        const QJsonArray runs = list(runsOf(eval[u"id"_s].toString().toUtf8()));
        QCOMPARE(runs.size(), 4);
        for (const QJsonValue &run : runs) {
            const QJsonArray items = everything(target(run) + "/output_items");
            QCOMPARE(items.size(), 250);
            QHash<QString, int> seen;
            for (qsizetype i = 0; i < items.size(); ++i) {
                const QJsonValue item = items.at(i);
                ids.insert(item[u"id"_s].toString());
                ++seen[item[u"status"_s].toString()];
                QCOMPARE(item[u"datasource_item_id"_s].toInt(), i);
                QCOMPARE(item[u"run_id"_s], run[u"id"_s]);
                QCOMPARE(item[u"datasource_item"_s][u"text"_s].toString(),
                         u"Message %1 of a customer"_s.arg(i));
            }
            QCOMPARE(run[u"result_counts"_s].toObject(), QJsonObject({{u"total"_s, 250},
                                                                      {u"passed"_s, seen[u"pass"_s]},
                                                                      {u"failed"_s, seen[u"fail"_s]},
                                                                      {u"errored"_s, seen[u"error"_s]}}));
            QVERIFY(seen[u"fail"_s] > 0 && seen[u"error"_s] > 0);
        }
    }
    QCOMPARE(ids.size(), 3 * 4 * 250);
}

void TestLocalServerEvalSeed::largeSeedNeedsNumbers_data()
{
    QTest::addColumn<QStringList>("arguments");
    for (const char *option : {"--seed-evals", "--seed-runs", "--seed-items"}) {
        for (const char *value : {"x", "-1", "1000001"})
            QTest::addRow("%s %s", option, value) << QStringList{QLatin1String(option), QLatin1String(value)};
    }
    QTest::newRow("too many") << QStringList{u"--seed-evals"_s, u"1000000"_s, u"--seed-items"_s,
                                             u"1000000"_s};
}

void TestLocalServerEvalSeed::largeSeedNeedsNumbers()
{
    QFETCH(QStringList, arguments);
    ServerProcess server;
    QVERIFY(!server.start(QStringList{u"--seed"_s, u"large"_s} + arguments));
    QVERIFY(!server.errorText().isEmpty());
}

void TestLocalServerEvalSeed::gradersCanBeTried()
{
    start();
    const QByteArray run = "/v1/fine_tuning/alpha/graders/run";
    const QByteArray validate = "/v1/fine_tuning/alpha/graders/validate";
    const QJsonObject item{{u"label"_s, u"a"_s}};
    const QJsonObject one =
        post(run, {{u"grader"_s, exact()}, {u"model_sample"_s, u"a"_s}, {u"item"_s, item}}).json();
    QCOMPARE(one[u"reward"_s].toDouble(), 1.0);
    QCOMPARE(one[u"metadata"_s][u"name"_s].toString(), u"exact"_s);
    QCOMPARE(one[u"metadata"_s][u"scores"_s].toObject(), QJsonObject({{u"exact"_s, 1}}));
    QCOMPARE(one[u"metadata"_s][u"errors"_s].toObject().size(), 14);
    QVERIFY(one[u"metadata"_s][u"token_usage"_s].isNull());

    const QJsonObject formula{{u"type"_s, u"multi"_s},
                              {u"name"_s, u"mix"_s},
                              {u"graders"_s, QJsonObject{{u"same"_s, exact()}}},
                              {u"calculate_output"_s, u"same * 0.5"_s}};
    const QJsonObject mixed =
        post(run, {{u"grader"_s, formula}, {u"model_sample"_s, u"a"_s}, {u"item"_s, item}}).json();
    QCOMPARE(mixed[u"reward"_s].toDouble(), 0.5);
    QCOMPARE(mixed[u"sub_rewards"_s].toObject(), QJsonObject({{u"same"_s, 1}}));

    const QJsonObject lost = post(run, {{u"grader"_s, exact()}, {u"model_sample"_s, u"a"_s}}).json();
    QCOMPARE(lost[u"reward"_s].toDouble(-1), 0.0);
    QVERIFY(lost[u"metadata"_s][u"errors"_s][u"other_error"_s].toBool());

    QCOMPARE(post(run, {{u"grader"_s, exact()}}).error(u"param"_s), u"model_sample"_s);
    QCOMPARE(post(run, {{u"model_sample"_s, u"a"_s}}).error(u"param"_s), u"grader"_s);
    QCOMPARE(post(validate, {{u"grader"_s, formula}}).json()[u"grader"_s].toObject(), formula);
    QCOMPARE(post(validate, {{u"grader"_s, QJsonObject{{u"type"_s, u"magic"_s}}}}).status, 400);
}

void TestLocalServerEvalSeed::gradersAreTriedWhereNothingIsWritten()
{
    start();
    start([](LocalServer::Options &options) { options.readOnly = true; });
    QCOMPARE(post("/v1/fine_tuning/alpha/graders/validate", {{u"grader"_s, exact()}}).status, 200);
    QCOMPARE(post("/v1/evals", evalBody()).status, 403);
}

QTEST_GUILESS_MAIN(TestLocalServerEvalSeed)
#include "tst_localserver_evalseed.moc"

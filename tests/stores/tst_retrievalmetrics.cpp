// SPDX-License-Identifier: GPL-3.0-or-later
// What the lab computes of answers is what a reading of the same answers computes that shares nothing with
// it.
#include "stores/retrievalmetrics.h"
#include "stores/searchreport.h"
#include "stores/searchrun.h"

#include "api/session.h"
#include "base/clock.h"
#include "localserver/localserver.h"
#include "net/qnamtransport.h"
#include "net/requestqueue.h"
#include "stores/smallstore.h"
#include "support/rawhttp.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

/// "a b a": hits of the files "a", "b" and "a", each called "<id>.md".
QList<StoreSearchHit> hitsOf(const QString &files)
{
    QList<StoreSearchHit> hits;
    for (const QString &id : files.split(u' ', Qt::SkipEmptyParts)) {
        StoreSearchHit hit;
        hit.fileId = id;
        hit.filename = id.left(1) + u".md"_s; // "a1" and "a2" are two files of one name
        hits.append(hit);
    }
    return hits;
}

QJsonObject answerOf(const QString &files)
{
    QJsonArray data;
    for (const StoreSearchHit &hit : hitsOf(files))
        data.append(QJsonObject{{u"file_id"_s, hit.fileId}, {u"filename"_s, hit.filename}});
    return {{u"data"_s, data}};
}

/// "a b.md": expected are the file with the id "a", and those called "b.md".
SetQuery expecting(const QString &files)
{
    SetQuery query{u"query"_s};
    for (const QString &file : files.split(u' ', Qt::SkipEmptyParts))
        query.expected.append(file.endsWith(u".md"_s) ? ExpectedFile{{}, file} : ExpectedFile{file, {}});
    return query;
}

} // namespace

class TestRetrievalMetrics : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void filesAreRankedByTheirFirstHit();
    void oneAnswer_data();
    void oneAnswer();
    void nothingExpectedDoesNotCount();
    void means();
    void medians_data();
    void medians();
    void theScriptAgrees_data();
    void theScriptAgrees();
    void aRealRunAgreesWithTheScript();

private:
    /// What the script makes of it; empty when python3 is not there.
    QJsonObject computed(const QuerySet &set, const QJsonObject &answers, int k);

    QTemporaryDir m_dir;
};

void TestRetrievalMetrics::filesAreRankedByTheirFirstHit()
{
    QStringList order;
    for (const retrieval::RankedFile &file : retrieval::rankedFiles(hitsOf(u"a b a c b"_s)))
        order << file.fileId;
    QCOMPARE(order, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QVERIFY(retrieval::rankedFiles({}).isEmpty());
}

void TestRetrievalMetrics::oneAnswer_data()
{
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<int>("k");
    QTest::addColumn<int>("rank");
    QTest::addColumn<double>("recall");
    QTest::addColumn<double>("precision");
    QTest::addColumn<bool>("hit");
    const auto row = [](const char *name, const char *found, const char *wanted, int k, int rank,
                        double recall, double precision, bool hit) {
        QTest::newRow(name) << QString::fromLatin1(found) << QString::fromLatin1(wanted) << k << rank
                            << recall << precision << hit;
    };
    row("at once", "a b c", "a", 5, 1, 1, 0.2, true);
    row("second", "b a c", "a", 5, 2, 1, 0.2, true);
    row("chunks of another file before it do not push it back", "b b b a", "a", 2, 2, 1, 0.5, true);
    row("just within k", "b c a", "a", 3, 3, 1, 1.0 / 3, true);
    row("just beyond k", "b c a", "a", 2, 3, 0, 0, false);
    row("not at all", "b c", "a", 5, 0, 0, 0, false);
    row("nothing found", "", "a", 5, 0, 0, 0, false);
    row("one of two", "a c", "a b", 5, 1, 0.5, 0.2, true);
    row("both", "c b a", "a b", 3, 2, 1, 2.0 / 3, true);
    row("by name", "c a", "a.md", 5, 2, 1, 0.2, true);
    row("two files of the expected name are one expectation, and two right files", "a1 a2 c", "a.md", 2, 1, 1,
        1, true);
    row("the one by name met, the one by id not", "a1 c", "a.md b", 2, 1, 0.5, 0.5, true);
    row("k of 1", "a b", "b", 1, 2, 0, 0, false);
}

void TestRetrievalMetrics::oneAnswer()
{
    QFETCH(QString, found);
    QFETCH(QString, wanted);
    QFETCH(int, k);
    QFETCH(int, rank);
    const auto figures = retrieval::figures(hitsOf(found), expecting(wanted), k);
    QVERIFY(figures.has_value());
    QCOMPARE(figures->firstRank, rank);
    QTEST(figures->recall, "recall");
    QTEST(figures->precision, "precision");
    QTEST(figures->hit, "hit");
    QCOMPARE(figures->reciprocalRank, rank > 0 ? 1.0 / rank : 0.0); // whatever k is
    QCOMPARE(figures->expected, int(wanted.split(u' ').size()));
}

void TestRetrievalMetrics::nothingExpectedDoesNotCount()
{
    QVERIFY(!retrieval::figures(hitsOf(u"a"_s), {u"query"_s, {}, {}}, 5));
}

void TestRetrievalMetrics::means()
{
    const auto of = [](const QString &found) {
        return *retrieval::figures(hitsOf(found), expecting(u"a b"_s), 2);
    };
    const retrieval::MeanFigures mean =
        retrieval::mean({of(u"a b"_s), of(u"c a"_s), of(u"c d"_s), of(u"c d a"_s)});
    QCOMPARE(mean.queries, 4);
    QCOMPARE(mean.recall, (1 + 0.5 + 0 + 0) / 4);
    QCOMPARE(mean.reciprocalRank, (1 + 0.5 + 0 + 1.0 / 3) / 4);
    QCOMPARE(mean.hitRate, 0.5);
    QCOMPARE(mean.precision, (1 + 0.5 + 0 + 0) / 4);
    QCOMPARE(retrieval::mean({}), retrieval::MeanFigures());
}

void TestRetrievalMetrics::medians_data()
{
    QTest::addColumn<QList<qint64>>("values");
    QTest::addColumn<double>("median");
    QTest::newRow("one") << QList<qint64>{7} << 7.0;
    QTest::newRow("odd") << QList<qint64>{900, 1, 20} << 20.0;
    QTest::newRow("even") << QList<qint64>{4, 1, 3, 900} << 3.5;
}

void TestRetrievalMetrics::medians()
{
    QFETCH(QList<qint64>, values);
    QTEST(retrieval::median(values).value_or(-1), "median");
    QVERIFY(!retrieval::median({}));
}

QJsonObject TestRetrievalMetrics::computed(const QuerySet &set, const QJsonObject &answers, int k)
{
    const auto write = [this](const QString &name, const QJsonObject &content) {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write %s", qPrintable(file.fileName()));
        file.write(QJsonDocument(content).toJson());
        return file.fileName();
    };
    QProcess script;
    script.start(u"python3"_s,
                 {QStringLiteral(ODC_SOURCE_DIR "/tests/stores/retrieval_metrics.py"),
                  write(u"set.json"_s, set.toJson()), write(u"answers.json"_s, answers), QString::number(k)});
    if (!script.waitForStarted() || !script.waitForFinished())
        return {};
    const QByteArray errors = script.readAllStandardError();
    if (!errors.isEmpty())
        qWarning("%s", errors.constData());
    return QJsonDocument::fromJson(script.readAllStandardOutput()).object();
}

void TestRetrievalMetrics::theScriptAgrees_data()
{
    QTest::addColumn<QStringList>("found"); // by query
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<int>("k");
    const QStringList found{u"a b c"_s, u"c c c a1 a2 b"_s, u"d"_s, QString(), u"b a b c"_s};
    const QStringList wanted{u"c"_s, u"a.md b"_s, u"a"_s, u"a b"_s, QString()};
    for (const int k : {1, 2, 3, 5, 50})
        QTest::newRow(qPrintable(u"k = %1"_s.arg(k))) << found << wanted << k;
}

void TestRetrievalMetrics::theScriptAgrees()
{
    QFETCH(QStringList, found);
    QFETCH(QStringList, wanted);
    QFETCH(int, k);
    QuerySet set{u"set"_s, {}};
    QJsonArray answers;
    QList<retrieval::QueryFigures> counted;
    for (qsizetype i = 0; i < found.size(); ++i) {
        SetQuery query = expecting(wanted.at(i));
        query.text += QString::number(i);
        set.queries.append(query);
        answers.append(answerOf(found.at(i)));
        if (const auto figures = retrieval::figures(hitsOf(found.at(i)), query, k))
            counted.append(*figures);
    }
    const QJsonObject script = computed(set, {{u"A"_s, answers}}, k).value(u"A"_s).toObject();
    if (script.isEmpty())
        QSKIP("python3 is not there");
    const retrieval::MeanFigures mean = retrieval::mean(counted);
    QCOMPARE(mean.queries, script.value(u"queries"_s).toInt());
    QCOMPARE(mean.recall, script.value(u"recall"_s).toDouble());
    QCOMPARE(mean.reciprocalRank, script.value(u"mrr"_s).toDouble());
    QCOMPARE(mean.hitRate, script.value(u"hit_rate"_s).toDouble());
}

void TestRetrievalMetrics::aRealRunAgreesWithTheScript()
{
    server::LocalServer server;
    server::LocalServer::Options serverOptions;
    serverOptions.dataDir = m_dir.filePath(u"server"_s);
    serverOptions.timeScale = 0;
    QString error;
    QVERIFY2(server.start(serverOptions, &error), qPrintable(error));
    const SmallStore store = SmallStore::make(server.baseUrl());
    QVERIFY2(!store.id.isEmpty(), qPrintable(store.problem));

    SystemClock clock;
    RequestQueue::Options options;
    options.baseUrl = server.baseUrl();
    options.credentials.apiKey = u"sk-test"_s;
    TransportOptions transport;
    transport.proxyUrl = u"none"_s;
    Session session(std::make_unique<RequestQueue>(options, std::make_unique<QnamTransport>(transport), clock,
                                                   [] { return 0.0; }),
                    clock);
    SearchSetting a;
    a.name = u"A"_s;
    SearchSetting b = a;
    b.name = u"B"_s;
    b.ranker = u"none"_s;
    b.rewrite = true;
    b.maxResults = 4;
    SearchSetting c = a;
    c.name = u"C"_s;
    c.filter = SearchFilter::comparison(u"lang"_s, u"eq"_s, u"en"_s);
    const QuerySet set = SmallStore::queries();
    SearchRun run(session.stores(), clock);
    QSignalSpy finished(&run, &SearchRun::finished);
    run.start(store.id, set.queries, {a, b, c}, {});
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);

    // The same questions once more, past the console's own client.
    QJsonObject answers;
    for (const SearchSetting &setting : {a, b, c}) {
        QJsonArray given;
        for (const SetQuery &query : set.queries) {
            const QJsonObject body = setting.query(query.queries(), {}).toJson();
            const RawReply reply =
                rawRequest(server.baseUrl(), "POST", "/v1/vector_stores/" + store.id.toUtf8() + "/search",
                           {{"Content-Type", "application/json"}}, QJsonDocument(body).toJson());
            QCOMPARE(reply.status, 200);
            given.append(reply.json());
        }
        answers.insert(setting.name, given);
    }
    for (const int k : {1, 3, 5}) {
        const QJsonObject script = computed(set, answers, k);
        if (script.isEmpty())
            QSKIP("python3 is not there");
        const QJsonArray exported = QJsonDocument::fromJson(searchreport::toJson(run.results(), set.name, k))
                                        .object()
                                        .value(u"settings"_s)
                                        .toArray();
        QCOMPARE(exported.size(), 3);
        for (const QJsonValue &setting : exported) {
            const QJsonObject independent = script.value(setting[u"name"_s].toString()).toObject();
            const QJsonObject mean = setting[u"mean"_s].toObject();
            QCOMPARE(mean.value(u"failed"_s).toInt(), 0);
            QCOMPARE(mean.value(u"queries"_s).toInt(), independent.value(u"queries"_s).toInt());
            QCOMPARE(mean.value(u"recall"_s).toDouble(), independent.value(u"recall"_s).toDouble());
            QCOMPARE(mean.value(u"mrr"_s).toDouble(), independent.value(u"mrr"_s).toDouble());
            QCOMPARE(mean.value(u"hit_rate"_s).toDouble(), independent.value(u"hit_rate"_s).toDouble());
        }
        // The set has known answers: most are found, and not all of them, else it would tell nothing.
        const double recall = exported.first()[u"mean"_s][u"recall"_s].toDouble();
        QVERIFY2(recall > 0.4, qPrintable(QString::number(recall)));
        QVERIFY2(k > 1 || recall < 1, qPrintable(QString::number(recall)));
    }
}

QTEST_GUILESS_MAIN(TestRetrievalMetrics)
#include "tst_retrievalmetrics.moc"

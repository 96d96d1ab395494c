// SPDX-License-Identifier: GPL-3.0-or-later
// Searching a vector store: what is found and in which order, filters, thresholds, rewriting, what is
// refused.
#include "storeclient.h"

#include <QSet>

using namespace odc::test;
using odc::server::LocalServer;

class TestLocalServerStoreSearch : public QObject, private StoreClient
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(emptyFolder());
        start();
        m_store = makeStore();
        const auto add = [&](const QByteArray &text, const QByteArray &name, const QJsonObject &attributes) {
            const QString id = upload(text, name);
            attach(m_store, id, {{u"attributes"_s, attributes}});
            return id;
        };
        m_returns = add("You may return goods within 30 days. A refund is paid within a week.", "returns.md",
                        {{u"lang"_s, u"en"_s}, {u"year"_s, 2026}, {u"public"_s, true}});
        m_manual = add("Descale the coffee machine every three months with citric acid.", "manual.md",
                       {{u"lang"_s, u"en"_s}, {u"year"_s, 2024}, {u"public"_s, false}});
        m_german = add("Die Kaffeemaschine wird alle drei Monate entkalkt. Die Rücksendung ist frei.",
                       "anleitung.md", {{u"lang"_s, u"de"_s}, {u"year"_s, 2025}});
        settled(m_store);
    }

    void thePageIsComplete();
    void theBestComesFirst();
    void severalQueries();
    void onlySoMany();
    void filters_data();
    void filters();
    void thresholds();
    void rankersScoreDifferently();
    void rewritesTheQuery();
    void anythingMayBeAsked();
    void refuses_data();
    void refuses();
    void findsWhatIsIndexedOnly();
    void keepsTheStoreAlive();

private:
    QStringList filesOf(const QJsonArray &hits) const
    {
        QStringList ids;
        for (const QJsonValue &hit : hits)
            ids.append(hit[u"file_id"_s].toString());
        return ids;
    }
    static QJsonObject compare(const QString &type, const QString &key, const QJsonValue &value)
    {
        return {{u"type"_s, type}, {u"key"_s, key}, {u"value"_s, value}};
    }

    QByteArray m_store;
    QString m_returns, m_manual, m_german;
};

void TestLocalServerStoreSearch::thePageIsComplete()
{
    const QJsonObject page = search(m_store, {{u"query"_s, u"refund"_s}}).json();
    QCOMPARE(page[u"object"_s].toString(), u"vector_store.search_results.page"_s);
    QCOMPARE(page[u"search_query"_s].toArray(), QJsonArray{u"refund"_s});
    QCOMPARE(page[u"has_more"_s], QJsonValue(false));
    QVERIFY(page.contains(u"next_page"_s) && page[u"next_page"_s].isNull());
    QCOMPARE(page[u"data"_s].toArray().size(), 1);
    const QJsonObject hit = page[u"data"_s][0].toObject();
    QCOMPARE(hit.keys(),
             (QStringList{u"attributes"_s, u"content"_s, u"file_id"_s, u"filename"_s, u"score"_s}));
    QCOMPARE(hit[u"file_id"_s].toString(), m_returns);
    QCOMPARE(hit[u"filename"_s].toString(), u"returns.md"_s);
    QCOMPARE(hit[u"attributes"_s][u"year"_s].toInt(), 2026);
    QVERIFY(hit[u"score"_s].toDouble() > 0 && hit[u"score"_s].toDouble() <= 1);
    QCOMPARE(
        hit[u"content"_s].toArray(),
        (QJsonArray{QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, chunks(m_store, m_returns).first()}}}));
}

void TestLocalServerStoreSearch::theBestComesFirst()
{
    const QJsonArray hits = found(m_store, u"descale coffee machine within months"_s);
    QCOMPARE(filesOf(hits).first(), m_manual);
    QVERIFY(hits.size() >= 2);
    for (qsizetype i = 1; i < hits.size(); ++i)
        QVERIFY(hits[i - 1][u"score"_s].toDouble() >= hits[i][u"score"_s].toDouble());
    QCOMPARE(filesOf(found(m_store, u"RUCKSENDUNG"_s)), QStringList{m_german}); // whatever its marks and case
}

void TestLocalServerStoreSearch::severalQueries()
{
    const QJsonArray both{u"refund"_s, u"citric"_s};
    const QJsonObject page = search(m_store, {{u"query"_s, both}}).json();
    QCOMPARE(page[u"search_query"_s].toArray(), both);
    const QStringList files = filesOf(page[u"data"_s].toArray());
    QCOMPARE(QSet<QString>(files.begin(), files.end()), (QSet<QString>{m_returns, m_manual}));
}

void TestLocalServerStoreSearch::onlySoMany()
{
    const QString query = u"goods descale entkalkt"_s;
    QCOMPARE(found(m_store, query).size(), 3);
    QCOMPARE(found(m_store, query, {{u"max_num_results"_s, 2}}).size(), 2);
}

void TestLocalServerStoreSearch::filters_data()
{
    QTest::addColumn<QJsonObject>("filter");
    QTest::addColumn<QString>("expected"); // r, m, g
    const auto row = [](const char *name, const QJsonObject &filter, const QString &expected) {
        QTest::newRow(name) << filter << expected;
    };
    const QJsonObject english = compare(u"eq"_s, u"lang"_s, u"en"_s);
    const QJsonObject recent = compare(u"gte"_s, u"year"_s, 2025);
    const auto join = [](const QString &type, const QJsonArray &filters) {
        return QJsonObject{{u"type"_s, type}, {u"filters"_s, filters}};
    };
    row("eq", english, u"rm"_s);
    row("ne", compare(u"ne"_s, u"lang"_s, u"en"_s), u"g"_s);
    row("gte", recent, u"rg"_s);
    row("lt", compare(u"lt"_s, u"year"_s, 2025), u"m"_s);
    row("a boolean", compare(u"eq"_s, u"public"_s, true), u"r"_s);
    row("in", compare(u"in"_s, u"year"_s, QJsonArray{2024, 2026}), u"rm"_s);
    row("nin", compare(u"nin"_s, u"lang"_s, QJsonArray{u"de"_s}), u"rm"_s);
    row("and", join(u"and"_s, {english, recent}), u"r"_s);
    row("or", join(u"or"_s, {english, recent}), u"rmg"_s);
    row("nested", join(u"or"_s, {join(u"and"_s, {english, recent}), compare(u"eq"_s, u"lang"_s, u"de"_s)}),
        u"rg"_s);
    row("nobody", compare(u"eq"_s, u"lang"_s, u"fr"_s), {});
}

void TestLocalServerStoreSearch::filters()
{
    QFETCH(QJsonObject, filter);
    QFETCH(QString, expected);
    const QStringList ids = filesOf(found(m_store, u"goods descale entkalkt"_s, {{u"filters"_s, filter}}));
    const auto has = [&](const QString &id, QChar letter) {
        QCOMPARE(ids.contains(id), expected.contains(letter));
    };
    has(m_returns, u'r');
    has(m_manual, u'm');
    has(m_german, u'g');
    QCOMPARE(ids.size(), expected.size());
}

void TestLocalServerStoreSearch::thresholds()
{
    const QString query = u"descale coffee machine within"_s;
    const QJsonArray all = found(m_store, query);
    QVERIFY(all.size() >= 2);
    const double least = all.first()[u"score"_s].toDouble();
    const QJsonArray best =
        found(m_store, query, {{u"ranking_options"_s, QJsonObject{{u"score_threshold"_s, least}}}});
    QCOMPARE(best, QJsonArray{all.first()});
    QCOMPARE(found(m_store, query, {{u"ranking_options"_s, QJsonObject{{u"score_threshold"_s, 0}}}}), all);
}

void TestLocalServerStoreSearch::rankersScoreDifferently()
{
    const auto ranked = [&](const QString &ranker) {
        return found(m_store, u"coffee machine"_s,
                     {{u"ranking_options"_s, QJsonObject{{u"ranker"_s, ranker}}}});
    };
    QCOMPARE(ranked(u"auto"_s), ranked(u"default-2024-11-15"_s));
    QCOMPARE(ranked(u"auto"_s), found(m_store, u"coffee machine"_s));
    QVERIFY(ranked(u"none"_s) != ranked(u"auto"_s));
    QCOMPARE(filesOf(ranked(u"none"_s)), QStringList{m_manual});
}

void TestLocalServerStoreSearch::rewritesTheQuery()
{
    const QString asked = u"How do I descale the coffee machine, please?"_s;
    QCOMPARE(search(m_store, {{u"query"_s, asked}}).json()[u"search_query"_s].toArray(), QJsonArray{asked});
    const QJsonObject page = search(m_store, {{u"query"_s, asked}, {u"rewrite_query"_s, true}}).json();
    const QString rewritten = page[u"search_query"_s][0].toString();
    QVERIFY(rewritten != asked && rewritten.contains(u"descale"_s) && !rewritten.contains(u"please"_s));
    QCOMPARE(filesOf(page[u"data"_s].toArray()).first(), m_manual);
    QCOMPARE(search(m_store, {{u"query"_s, asked}, {u"rewrite_query"_s, false}})
                 .json()[u"search_query"_s]
                 .toArray(),
             QJsonArray{asked});
}

void TestLocalServerStoreSearch::anythingMayBeAsked()
{
    for (const QString &query : {u"\"refund"_s, u"refund* NEAR(x) - ^ {"_s, u"a:b refund AND OR NOT"_s,
                                 u"refund'; DROP TABLE files; --"_s, QString(20'000, u'x') + u" refund"_s}) {
        const RawReply reply = search(m_store, {{u"query"_s, query}});
        QCOMPARE(reply.status, 200);
        QCOMPARE(filesOf(reply.json()[u"data"_s].toArray()).first(), m_returns);
    }
    QVERIFY(found(m_store, u"?!"_s).isEmpty());
    QVERIFY(found(makeStore(), u"refund"_s).isEmpty());
}

void TestLocalServerStoreSearch::refuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("param");
    const auto row = [](const char *name, const QByteArray &body, const QString &param) {
        QTest::newRow(name) << body << param;
    };
    const auto with = [](const QByteArray &more) { return R"({"query":"x",)" + more + '}'; };
    row("no query", "{}", u"query"_s);
    row("an empty query", R"({"query":""})", u"query"_s);
    row("a blank query", R"({"query":" "})", u"query"_s);
    row("no queries", R"({"query":[]})", u"query"_s);
    row("a query of the wrong kind", R"({"query":7})", u"query"_s);
    row("queries of the wrong kind", R"({"query":["x",7]})", u"query.1"_s);
    row("too many queries", R"({"query":[)" + QByteArrayList(17, "\"x\"").join(',') + "]}", u"query"_s);
    row("0 results", with(R"("max_num_results":0)"), u"max_num_results"_s);
    row("51 results", with(R"("max_num_results":51)"), u"max_num_results"_s);
    row("results of the wrong kind", with(R"("max_num_results":"5")"), u"max_num_results"_s);
    row("rewrite of the wrong kind", with(R"("rewrite_query":"yes")"), u"rewrite_query"_s);
    row("filters of the wrong kind", with(R"("filters":[])"), u"filters"_s);
    row("filters null", with(R"("filters":null)"), u"filters"_s);
    row("an unknown comparison", with(R"("filters":{"type":"not","key":"a","value":1})"), {});
    row("ranking of the wrong kind", with(R"("ranking_options":7)"), u"ranking_options"_s);
    row("an unknown ranker", with(R"("ranking_options":{"ranker":"best"})"), u"ranking_options.ranker"_s);
    row("a threshold above 1", with(R"("ranking_options":{"score_threshold":1.1})"),
        u"ranking_options.score_threshold"_s);
    row("a threshold below 0", with(R"("ranking_options":{"score_threshold":-0.1})"),
        u"ranking_options.score_threshold"_s);
    row("an unknown option", with(R"("ranking_options":{"hybrid_search":{}})"), {});
    row("unknown member", with(R"("limit":5)"), {});
}

void TestLocalServerStoreSearch::refuses()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, param);
    const RawReply reply = send("POST", storePath(m_store) + "/search", body);
    QCOMPARE(reply.status, 400);
    if (!param.isEmpty())
        QCOMPARE(reply.error(u"param"_s), param);
    QVERIFY(!reply.error(u"message"_s).isEmpty());
}

void TestLocalServerStoreSearch::findsWhatIsIndexedOnly()
{
    startSlow();
    const QString later = upload("a later refund");
    attach(m_store, later);
    QCOMPARE(filesOf(found(m_store, u"refund"_s)), QStringList{m_returns});
    m_server.advanceClock(101);
    QTRY_COMPARE(found(m_store, u"refund"_s).size(), 2);
    QCOMPARE(send("DELETE", filePath(m_store, m_returns)).status, 200);
    QCOMPARE(filesOf(found(m_store, u"refund"_s)), QStringList{later});
}

void TestLocalServerStoreSearch::keepsTheStoreAlive()
{
    const QJsonObject before = store(m_store);
    m_server.advanceClock(500);
    found(m_store, u"nothing of the kind"_s);
    const QJsonObject after = store(m_store);
    QVERIFY(after[u"last_active_at"_s].toInteger() >= before[u"last_active_at"_s].toInteger() + 500);
    m_server.advanceClock(500);
    get(storePath(m_store) + "/files");
    QCOMPARE(store(m_store), after);
}

QTEST_GUILESS_MAIN(TestLocalServerStoreSearch)
#include "tst_localserver_storesearch.moc"

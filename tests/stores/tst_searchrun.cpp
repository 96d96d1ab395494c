// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/searchrun.h"

#include "api/apibench.h"
#include "stores/searchreport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

const auto searchPath = u"/v1/vector_stores/vs_1/search"_s;

FakeReply found(const QStringList &files, qint64 delayMs = 0, const QString &text = u"text"_s)
{
    QJsonArray data;
    double score = 0.9;
    for (const QString &file : files) {
        data.append(
            QJsonObject{{u"file_id"_s, file},
                        {u"filename"_s, file + u".md"_s},
                        {u"score"_s, score},
                        {u"attributes"_s, QJsonObject()},
                        {u"content"_s, QJsonArray{QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, text}}}}});
        score -= 0.1;
    }
    FakeReply reply =
        FakeReply::json(QJsonDocument(QJsonObject{{u"object"_s, u"vector_store.search_results.page"_s},
                                                  {u"search_query"_s, QJsonArray{u"searched"_s}},
                                                  {u"data"_s, data},
                                                  {u"has_more"_s, true},
                                                  {u"next_page"_s, QJsonValue()}})
                            .toJson());
    reply.delayMs = delayMs;
    return reply;
}

SearchSetting named(const QString &name, int results = 10)
{
    SearchSetting setting;
    setting.name = name;
    setting.maxResults = results;
    return setting;
}

QList<SetQuery> queries(int count)
{
    QList<SetQuery> all;
    for (int i = 0; i < count; ++i)
        all.append({u"query %1"_s.arg(i), {{u"file-1"_s, {}}}, {}});
    return all;
}

} // namespace

/// Many searches at once: how many, in which order, what becomes of those that fail, and what is measured.
class TestSearchRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyQueryUnderEverySetting();
    void noMoreAtOnceThanAllowed();
    void answersOutOfOrderFindTheirPlace();
    void oneThatFailsDoesNotStopTheOthers();
    void cancelReachesTheSocketAndKeepsWhatCame();
    void aNewRunEndsTheOldOne();
    void nothingToSearchEndsAtOnce();
    void latencyIsFromSendingToAnswer();
    void waitingForAnotherAttemptIsNoLatency();
    void aRunThatDiesAsksNothingMore();
    void longTextsOfLongRunsAreCut();
    void searchesOfReadOnlyProfilesGoOut();

    void reports();

private:
    static QJsonObject bodyOf(const FakeRequest &request)
    {
        return QJsonDocument::fromJson(request.body).object();
    }
    static void settle(ApiBench &bench) { bench.clock.advance(0); }
};

void TestSearchRun::everyQueryUnderEverySetting()
{
    ApiBench bench;
    bench.wire->always(Method::Post, searchPath, found({u"file-1"_s}));
    SearchRun run(bench.session->stores(), bench.clock);
    QSignalSpy done(&run, &SearchRun::cellDone);
    QSignalSpy finished(&run, &SearchRun::finished);
    const SearchFilter shared = SearchFilter::comparison(u"lang"_s, u"eq"_s, u"en"_s);
    QList<SetQuery> all = queries(2);
    all[1].text = u"two\nlines"_s;
    run.start(u"vs_1"_s, all, {named(u"A"_s, 3), named(u"B"_s, 7)}, shared, 1);
    QVERIFY(run.isRunning());
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!run.isRunning());
    QCOMPARE(done.size(), 4);
    QCOMPARE(run.done(), 4);
    QStringList asked;
    for (const FakeRequest &request : bench.wire->requests()) {
        const QJsonObject body = bodyOf(request);
        asked << QString::fromUtf8(
            QJsonDocument(QJsonArray{body.value(u"query"_s), body.value(u"max_num_results"_s)})
                .toJson(QJsonDocument::Compact));
        QCOMPARE(body.value(u"filters"_s).toObject(), shared.toObject());
    }
    QCOMPARE(asked, (QStringList{uR"(["query 0",3])"_s, uR"(["query 0",7])"_s, uR"([["two","lines"],3])"_s,
                                 uR"([["two","lines"],7])"_s}));
    const SearchResults::Cell &cell = run.results().cell(1, 1);
    QCOMPARE(cell.state, SearchResults::Cell::State::Answered);
    QCOMPARE(cell.page.searchQuery, QStringList{u"searched"_s});
    QVERIFY(cell.page.hasMore);
    QCOMPARE(cell.page.hits.first().texts, QStringList{u"text"_s});
    QVERIFY(!run.results().stopped);
}

void TestSearchRun::noMoreAtOnceThanAllowed()
{
    ApiBench bench;
    bench.wire->always(Method::Post, searchPath, found({u"file-1"_s}, 100));
    SearchRun run(bench.session->stores(), bench.clock);
    run.start(u"vs_1"_s, queries(5), {named(u"A"_s), named(u"B"_s)}, {}, 3);
    while (run.isRunning())
        bench.clock.advance(100);
    QCOMPARE(bench.wire->requests().size(), 10);
    QCOMPARE(bench.wire->mostRunning(), 3);
}

void TestSearchRun::answersOutOfOrderFindTheirPlace()
{
    ApiBench bench;
    bench.wire->setHandler([](const FakeRequest &request) {
        const QString query = bodyOf(request).value(u"query"_s).toString();
        const int number = query.last(1).toInt();
        return found({u"file-%1"_s.arg(number)}, 1000 - 100 * number);
    });
    SearchRun run(bench.session->stores(), bench.clock);
    QList<int> order;
    connect(&run, &SearchRun::cellDone, &run, [&order](int query) { order << query; });
    run.start(u"vs_1"_s, queries(3), {named(u"A"_s)}, {}, 3);
    while (run.isRunning())
        bench.clock.advance(50);
    QCOMPARE(order, (QList<int>{2, 1, 0}));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(run.results().cell(i, 0).page.hits.first().fileId, u"file-%1"_s.arg(i));
}

void TestSearchRun::oneThatFailsDoesNotStopTheOthers()
{
    ApiBench bench;
    bench.wire->setHandler([](const FakeRequest &request) {
        return bodyOf(request).value(u"query"_s) == QJsonValue(u"query 1"_s)
                   ? FakeReply::error(400, "invalid_value", "invalid_request_error")
                   : found({u"file-1"_s});
    });
    SearchRun run(bench.session->stores(), bench.clock);
    QSignalSpy finished(&run, &SearchRun::finished);
    run.start(u"vs_1"_s, queries(3), {named(u"A"_s)}, {});
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(run.results().cell(1, 0).state, SearchResults::Cell::State::Failed);
    QCOMPARE(run.results().cell(1, 0).error.httpStatus, 400);
    QCOMPARE(run.results().cell(2, 0).state, SearchResults::Cell::State::Answered);
    const SearchResults::Summary summary = run.results().summary(0, 5);
    QCOMPARE(summary.answered, 2);
    QCOMPARE(summary.failed, 1);
    QCOMPARE(summary.mean.queries, 2); // the failed one says nothing about how well is searched
    QCOMPARE(summary.mean.recall, 1.0);
}

void TestSearchRun::cancelReachesTheSocketAndKeepsWhatCame()
{
    ApiBench bench;
    bench.wire->setHandler([](const FakeRequest &request) {
        return bodyOf(request).value(u"query"_s) == QJsonValue(u"query 0"_s) ? found({u"file-1"_s})
                                                                             : FakeReply::silence();
    });
    SearchRun run(bench.session->stores(), bench.clock);
    QSignalSpy finished(&run, &SearchRun::finished);
    run.start(u"vs_1"_s, queries(9), {named(u"A"_s)}, {}, 2);
    QTRY_COMPARE(run.done(), 1);
    QTRY_COMPARE(bench.wire->running(), 2);
    run.cancel();
    QCOMPARE(finished.size(), 1);
    QVERIFY(run.results().stopped);
    QTRY_COMPARE(bench.wire->running(), 0);
    QCOMPARE(bench.wire->aborted(), 2);
    settle(bench);
    QCOMPARE(bench.wire->requests().size(), 3); // nothing more went out
    QCOMPARE(run.results().cell(0, 0).state, SearchResults::Cell::State::Answered);
    QCOMPARE(run.results().cell(1, 0).state, SearchResults::Cell::State::Waiting);
    run.cancel(); // it has ended
    QCOMPARE(finished.size(), 1);
}

void TestSearchRun::aNewRunEndsTheOldOne()
{
    ApiBench bench;
    bench.wire->once(Method::Post, searchPath, FakeReply::silence());
    bench.wire->always(Method::Post, searchPath, found({u"file-2"_s}));
    SearchRun run(bench.session->stores(), bench.clock);
    QSignalSpy finished(&run, &SearchRun::finished);
    run.start(u"vs_1"_s, queries(1), {named(u"A"_s)}, {});
    QTRY_COMPARE(bench.wire->running(), 1);
    run.start(u"vs_1"_s, queries(1), {named(u"B"_s)}, {});
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(bench.wire->aborted(), 1);
    QCOMPARE(run.results().settings.first().name, u"B"_s);
    QCOMPARE(run.results().cell(0, 0).page.hits.first().fileId, u"file-2"_s);
}

void TestSearchRun::nothingToSearchEndsAtOnce()
{
    ApiBench bench;
    SearchRun run(bench.session->stores(), bench.clock);
    QSignalSpy finished(&run, &SearchRun::finished);
    run.start(u"vs_1"_s, {}, {named(u"A"_s)}, {});
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!run.isRunning());
    QVERIFY(bench.wire->requests().isEmpty());
}

void TestSearchRun::latencyIsFromSendingToAnswer()
{
    ApiBench bench;
    bench.wire->once(Method::Post, searchPath, found({u"file-1"_s}, 100));
    bench.wire->once(Method::Post, searchPath, found({u"file-1"_s}, 900));
    bench.wire->once(Method::Post, searchPath, found({u"file-1"_s}, 200));
    SearchRun run(bench.session->stores(), bench.clock);
    run.start(u"vs_1"_s, queries(3), {named(u"A"_s)}, {}, 1);
    while (run.isRunning())
        bench.clock.advance(1);
    QCOMPARE(run.results().cell(0, 0).latencyMs, 100);
    QCOMPARE(run.results().cell(1, 0).latencyMs, 900);
    QCOMPARE(run.results().cell(2, 0).latencyMs, 200);
    QCOMPARE(run.results().summary(0, 5).p50Ms, std::optional(200.0));
}

void TestSearchRun::waitingForAnotherAttemptIsNoLatency()
{
    ApiBench bench;
    bench.wire->once(Method::Post, searchPath, FakeReply::error(429, {}, {}, {{"Retry-After", "7"}}));
    bench.wire->always(Method::Post, searchPath, found({u"file-1"_s}, 30));
    SearchRun run(bench.session->stores(), bench.clock);
    run.start(u"vs_1"_s, queries(1), {named(u"A"_s)}, {});
    while (run.isRunning())
        bench.clock.advance(1);
    QCOMPARE(bench.wire->requests().size(), 2);
    QCOMPARE(run.results().cell(0, 0).latencyMs, 30);
}

void TestSearchRun::aRunThatDiesAsksNothingMore()
{
    ApiBench bench;
    bench.wire->always(Method::Post, searchPath, FakeReply::silence());
    {
        SearchRun run(bench.session->stores(), bench.clock);
        run.start(u"vs_1"_s, queries(3), {named(u"A"_s)}, {}, 1);
        QTRY_COMPARE(bench.wire->running(), 1);
    }
    QTRY_COMPARE(bench.wire->running(), 0);
    settle(bench);
    QCOMPARE(bench.wire->requests().size(), 1);
}

void TestSearchRun::longTextsOfLongRunsAreCut()
{
    const QString text(5000, u'x');
    for (const int count : {2, 101}) {
        ApiBench bench;
        bench.wire->always(Method::Post, searchPath, found({u"file-1"_s}, 0, text));
        SearchRun run(bench.session->stores(), bench.clock);
        QSignalSpy finished(&run, &SearchRun::finished);
        run.start(u"vs_1"_s, queries(count), {named(u"A"_s)}, {});
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
        const QString kept = run.results().cell(count - 1, 0).page.hits.first().texts.first();
        QCOMPARE(kept.size(), count == 2 ? 5000 : 1001);
        QVERIFY(text.startsWith(kept.first(1000)));
    }
}

void TestSearchRun::searchesOfReadOnlyProfilesGoOut()
{
    FakeClock clock;
    RequestQueue::Options options;
    options.baseUrl = QUrl(u"https://api.example.test/v1"_s);
    options.credentials.apiKey = u"sk-test"_s;
    options.readOnly = true;
    auto fake = std::make_unique<FakeTransport>(&clock);
    FakeTransport *wire = fake.get();
    wire->always(Method::Post, searchPath, found({u"file-1"_s}));
    Session session(std::make_unique<RequestQueue>(options, std::move(fake), clock, [] { return 0.0; }),
                    clock);
    SearchRun run(session.stores(), clock);
    QSignalSpy finished(&run, &SearchRun::finished);
    run.start(u"vs_1"_s, queries(1), {named(u"A"_s)}, {});
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(run.results().cell(0, 0).state, SearchResults::Cell::State::Answered);
    QCOMPARE(wire->requests().size(), 1);
}

void TestSearchRun::reports()
{
    ApiBench bench;
    bench.wire->once(Method::Post, searchPath, found({u"file-2"_s, u"file-1"_s}, 40));
    bench.wire->once(Method::Post, searchPath, FakeReply::error(400));
    SearchRun run(bench.session->stores(), bench.clock);
    QList<SetQuery> all = queries(2);
    all[0].text = u"=a, \"b\""_s;
    run.start(u"vs_1"_s, all, {named(u"A"_s)}, {}, 1);
    while (run.isRunning())
        bench.clock.advance(1);
    const QString csv = QString::fromUtf8(searchreport::toCsv(run.results(), 5));
    QVERIFY2(
        csv.startsWith(u"query,setting,state,expected,met@5,first_rank,recall@5,reciprocal_rank,precision@5,"
                       "latency_ms,files,error\r\n"
                       "\"'=a, \"\"b\"\"\",A,answered,1,1,2,1,0.5,0.2,40,\"file-2.md\nfile-1.md\",\r\n"
                       "query 1,A,failed,1,,,,,,,,"_s),
        qPrintable(csv));
    QVERIFY2(csv.endsWith(u"mean,A,,1,,,1,0.5,0.2,40,,\r\n"_s), qPrintable(csv));

    const QJsonObject json =
        QJsonDocument::fromJson(searchreport::toJson(run.results(), u"returns"_s, 1)).object();
    QCOMPARE(json.value(u"vector_store_id"_s).toString(), u"vs_1"_s);
    QCOMPARE(json.value(u"query_set"_s).toString(), u"returns"_s);
    const QJsonObject mean = json.value(u"settings"_s)[0][u"mean"_s].toObject();
    QCOMPARE(mean.value(u"recall"_s), QJsonValue(0)); // it is found at rank 2
    QCOMPARE(mean.value(u"mrr"_s), QJsonValue(0.5));
    QCOMPARE(mean.value(u"failed"_s), QJsonValue(1));
    const QJsonValue answer = json.value(u"queries"_s)[0][u"answers"_s][u"A"_s];
    QCOMPARE(answer[u"first_rank"_s], QJsonValue(2));
    QCOMPARE(answer[u"hits"_s].toArray().size(), 2);
    QCOMPARE(json.value(u"queries"_s)[1][u"answers"_s][u"A"_s][u"state"_s], QJsonValue(u"failed"_s));
}

QTEST_GUILESS_MAIN(TestSearchRun)
#include "tst_searchrun.moc"

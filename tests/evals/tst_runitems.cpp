// SPDX-License-Identifier: GPL-3.0-or-later
// All items of several runs: every page, in the background after the first, kept once a run is finished.
#include "../api/apibench.h"
#include "evals/runitems.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

EvalRun run(const QString &id, const QString &status, int total)
{
    return EvalRun::fromJson(
        {{u"id"_s, id}, {u"status"_s, status}, {u"result_counts"_s, QJsonObject{{u"total"_s, total}}}});
}

/// Answers lists of items in pages as a server does: `counts` items by run.
FakeTransport::Handler pages(const QHash<QString, int> *counts)
{
    return [counts](const FakeRequest &request) {
        const QString id = request.path.section(u'/', 5, 5);
        const QUrlQuery query(request.url);
        const int limit = query.queryItemValue(u"limit"_s).toInt();
        const int from = query.queryItemValue(u"after"_s).section(u'-', 1).toInt();
        QByteArray data;
        const int to = std::min(from + limit, counts->value(id));
        for (int i = from; i < to; ++i)
            data += (i > from ? ",{" : "{") +
                    u"\"id\":\"%1-%2\",\"datasource_item_id\":%3}"_s.arg(id).arg(i + 1).arg(i).toUtf8();
        return FakeReply::json("{\"data\":[" + data +
                               "],\"has_more\":" + (to < counts->value(id) ? "true}" : "false}"));
    };
}

} // namespace

class TestRunItems : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allPagesOfAllRunsCome();
    void laterPagesStandBack();
    void finishedRunsAreKeptOthersAreReadAnew();
    void whatIsNotWantedIsDropped();
    void aFailureEndsAllAndNamesTheRun();
    void nothingComesAfterStop();
    void anotherEvalForgetsTheItems();

private:
    /// Lets answers come until `spy` has something.
    static bool until(ApiBench &bench, QSignalSpy &spy)
    {
        return QTest::qWaitFor([&] {
            bench.clock.advance(1);
            return !spy.isEmpty();
        });
    }
};

void TestRunItems::allPagesOfAllRunsCome()
{
    ApiBench bench;
    const QHash<QString, int> counts{{u"r1"_s, 250}, {u"r2"_s, 40}, {u"r3"_s, 0}};
    bench.wire->setHandler(pages(&counts));
    RunItems items(*bench.session);
    QSignalSpy finished(&items, &RunItems::finished);
    QSignalSpy progressed(&items, &RunItems::progressed);
    items.load(u"e1"_s, {run(u"r1"_s, u"completed"_s, 250), run(u"r2"_s, u"completed"_s, 40),
                         run(u"r3"_s, u"completed"_s, 0)});
    QVERIFY(items.isLoading());
    QCOMPARE(items.expectedCount(), 290);
    QVERIFY(until(bench, finished));
    QCOMPARE(items.items(u"r1"_s).size(), 250);
    QCOMPARE(items.items(u"r1"_s).at(249).itemNumber, 249);
    QCOMPARE(items.items(u"r2"_s).size(), 40);
    QCOMPARE(items.loadedCount(), 290);
    QVERIFY(progressed.size() >= 5);
    QVERIFY(!items.isLoading());
    QCOMPARE(bench.wire->count(Method::Get, u"/v1/evals/e1/runs/r1/output_items"_s), 3);
}

void TestRunItems::laterPagesStandBack()
{
    ApiBench bench;
    const QHash<QString, int> counts{{u"r1"_s, 150}};
    bench.wire->setHandler(pages(&counts));
    RunItems items(*bench.session);
    QSignalSpy finished(&items, &RunItems::finished);
    items.load(u"e1"_s, {run(u"r1"_s, u"completed"_s, 150)});
    QVERIFY(until(bench, finished));
    QCOMPARE(bench.wire->requests().size(), 2);
    QCOMPARE(bench.wire->requests().at(0).lane, Lane::Interactive);
    QCOMPARE(bench.wire->requests().at(1).lane, Lane::Background);
    QVERIFY(bench.wire->requests().at(0).url.query().contains(u"limit=100"_s));
}

void TestRunItems::finishedRunsAreKeptOthersAreReadAnew()
{
    ApiBench bench;
    QHash<QString, int> counts{{u"done"_s, 3}, {u"going"_s, 1}};
    bench.wire->setHandler(pages(&counts));
    RunItems items(*bench.session);
    QSignalSpy finished(&items, &RunItems::finished);
    const QList<EvalRun> runs{run(u"done"_s, u"completed"_s, 3), run(u"going"_s, u"in_progress"_s, 3)};
    items.load(u"e1"_s, runs);
    QVERIFY(until(bench, finished));
    finished.clear();
    counts[u"going"_s] = 2;
    items.load(u"e1"_s, runs);
    QVERIFY(finished.isEmpty()); // never from inside
    QVERIFY(until(bench, finished));
    QCOMPARE(items.items(u"going"_s).size(), 2);
    QCOMPARE(bench.wire->count(Method::Get, u"/v1/evals/e1/runs/done/output_items"_s), 1);
    // All is there: it still says so.
    finished.clear();
    items.load(u"e1"_s, {runs.first()});
    QVERIFY(finished.isEmpty());
    QVERIFY(until(bench, finished));
    QCOMPARE(bench.wire->requests().size(), 3);
}

void TestRunItems::whatIsNotWantedIsDropped()
{
    ApiBench bench;
    const QHash<QString, int> counts{{u"r1"_s, 60}, {u"r2"_s, 60}, {u"r3"_s, 60}};
    bench.wire->setHandler(pages(&counts));
    RunItems items(*bench.session);
    items.setMostKept(100);
    QSignalSpy finished(&items, &RunItems::finished);
    for (const QString &id : {u"r1"_s, u"r2"_s, u"r3"_s}) {
        finished.clear();
        items.load(u"e1"_s, {run(id, u"completed"_s, 60)});
        QVERIFY(until(bench, finished));
    }
    QCOMPARE(items.items(u"r1"_s).size(), 0);
    QCOMPARE(items.items(u"r2"_s).size(), 60);
    QCOMPARE(items.items(u"r3"_s).size(), 60);
}

void TestRunItems::aFailureEndsAllAndNamesTheRun()
{
    ApiBench bench;
    bench.wire->always(Method::Get, u"/v1/evals/e1/runs/r1/output_items"_s, FakeReply::silence());
    bench.wire->always(Method::Get, u"/v1/evals/e1/runs/r2/output_items"_s, FakeReply::error(403, "no"));
    RunItems items(*bench.session);
    QSignalSpy failed(&items, &RunItems::failed);
    QSignalSpy finished(&items, &RunItems::finished);
    items.load(u"e1"_s, {run(u"r1"_s, u"completed"_s, 1), run(u"r2"_s, u"completed"_s, 1)});
    QVERIFY(until(bench, failed));
    QCOMPARE(failed.size(), 1);
    QVERIFY(!items.isLoading());
    QCOMPARE(bench.wire->running(), 0);
    QVERIFY(finished.isEmpty());
}

void TestRunItems::nothingComesAfterStop()
{
    ApiBench bench;
    const QHash<QString, int> counts{{u"r1"_s, 1000}};
    bench.wire->setHandler(pages(&counts));
    RunItems items(*bench.session);
    QSignalSpy finished(&items, &RunItems::finished);
    QSignalSpy progressed(&items, &RunItems::progressed);
    items.load(u"e1"_s, {run(u"r1"_s, u"completed"_s, 1000)});
    connect(&items, &RunItems::progressed, &items, &RunItems::stop); // from inside, too
    QVERIFY(until(bench, progressed));
    QCOMPARE(progressed.size(), 1);
    QVERIFY(!items.isLoading());
    for (int i = 0; i < 50; ++i) {
        bench.clock.advance(10);
        QCoreApplication::processEvents();
    }
    QVERIFY(finished.isEmpty());
    QCOMPARE(progressed.size(), 1);
    QCOMPARE(bench.wire->requests().size(), 1);
    QCOMPARE(items.items(u"r1"_s).size(), 0);
}

void TestRunItems::anotherEvalForgetsTheItems()
{
    ApiBench bench;
    const QHash<QString, int> counts{{u"r1"_s, 5}};
    bench.wire->setHandler(pages(&counts));
    RunItems items(*bench.session);
    QSignalSpy finished(&items, &RunItems::finished);
    items.load(u"e1"_s, {run(u"r1"_s, u"completed"_s, 5)});
    QVERIFY(until(bench, finished));
    finished.clear();
    items.load(u"e2"_s, {run(u"r1"_s, u"completed"_s, 5)});
    QVERIFY(until(bench, finished));
    QCOMPARE(bench.wire->count(Method::Get, u"/v1/evals/e2/runs/r1/output_items"_s), 1);
}

QTEST_GUILESS_MAIN(TestRunItems)
#include "tst_runitems.moc"

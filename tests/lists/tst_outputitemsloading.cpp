// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemsbench.h"

#include <QTest>
#include <QUrlQuery>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

/// How the items of a run come: page by page, of a run under way, of one after another.
class TestOutputItemsLoading : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allPagesAreFollowed();
    void rowsAppearAsTheyCome();
    void stopKeepsWhatCameAndDropsWhatIsOnItsWay();
    void anotherRunBeginsAnew();
    void pagesOfTheRunOfBeforeAreDropped();
    void aRunUnderWayAsksOnlyForWhatIsNew();
    void whenTheLastItemIsGoneTheWholeListIsRead();
    void anItemReadByItselfTakesItsPlace();
};

void TestOutputItemsLoading::allPagesAreFollowed()
{
    ItemsBench bench;
    QList<QJsonObject> all;
    for (int n = 0; n < 1000; ++n)
        all << itemOf(n);
    bench.wire->setHandler([&](const FakeRequest &request) {
        const QUrlQuery query(request.url);
        if (query.queryItemValue(u"limit"_s) != u"100"_s)
            return FakeReply::error(400);
        const QString after = query.queryItemValue(u"after"_s);
        qsizetype from = 0;
        while (!after.isEmpty() && all.at(from++).value(u"id"_s).toString() != after) { }
        return pageOf(all.mid(from, 100), from + 100 < all.size());
    });
    bench.model.setRun(evalOf(), runOf());
    QCOMPARE(bench.model.loadState(), LoadState::Idle);
    bench.model.refresh();
    QTRY_COMPARE(bench.model.loadState(), LoadState::Ready);
    QCOMPARE(bench.model.rowCount(), 1000);
    QCOMPARE(bench.wire->requests().size(), 10);
    QCOMPARE(bench.model.item(999)->item.itemNumber, 999);
}

void TestOutputItemsLoading::rowsAppearAsTheyCome()
{
    ItemsBench bench;
    bench.wire->once(Method::Get, bench.path, pageOf({itemOf(0), itemOf(1)}, true));
    bench.wire->once(Method::Get, bench.path, FakeReply::silence());
    bench.model.setRun(evalOf(), runOf());
    bench.model.refresh();
    QTRY_COMPARE(bench.model.rowCount(), 2);
    QCOMPARE(bench.model.loadState(), LoadState::Loading);
    QVERIFY(bench.model.isWalking());
}

void TestOutputItemsLoading::stopKeepsWhatCameAndDropsWhatIsOnItsWay()
{
    ItemsBench bench;
    QVERIFY(bench.load({itemOf(0)}));
    {
        BusyPool busy;
        bench.wire->once(Method::Get, bench.path, pageOf({itemOf(0), itemOf(1)}, true));
        bench.model.refresh();
        QVERIFY(bench.answersAreIn(2)); // and its rows wait to be made
        bench.model.stop();
    }
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(bench.model.loadState(), LoadState::Stopped);
    QCOMPARE(bench.model.rowCount(), 1);
    QCOMPARE(bench.wire->requests().size(), 2);
    // The next walk brings all.
    QVERIFY(bench.load({itemOf(0), itemOf(1), itemOf(2)}));
    QCOMPARE(bench.model.rowCount(), 3);
}

void TestOutputItemsLoading::anotherRunBeginsAnew()
{
    ItemsBench bench;
    QVERIFY(bench.load({itemOf(0), itemOf(1)}));
    bench.model.setMarked({itemId(0)}, true);
    bench.model.setRun(evalOf(), runOf(u"run_1"_s, u"failed"_s)); // how it stands now, the same run
    QCOMPARE(bench.model.rowCount(), 2);
    QCOMPARE(bench.model.run().status, u"failed"_s);
    bench.model.setRun(evalOf(), runOf(u"run_2"_s));
    QCOMPARE(bench.model.rowCount(), 0);
    QCOMPARE(bench.model.loadState(), LoadState::Idle);
    QCOMPARE(bench.model.refreshedAt(), 0);
    QJsonObject other = itemOf(0);
    other.insert(u"run_id"_s, u"run_2"_s);
    bench.wire->once(Method::Get, u"/v1/evals/eval_1/runs/run_2/output_items"_s, pageOf({other}));
    bench.model.refresh();
    QTRY_COMPARE(bench.model.rowCount(), 1);
    QVERIFY(!bench.model.item(0)->mark.marked);
}

void TestOutputItemsLoading::pagesOfTheRunOfBeforeAreDropped()
{
    ItemsBench bench;
    bench.wire->once(Method::Get, bench.path, pageOf({itemOf(0)}, true));
    bench.wire->always(Method::Get, u"/v1/evals/eval_1/runs/run_2/output_items"_s, pageOf({itemOf(7)}));
    bench.model.setRun(evalOf(), runOf());
    {
        BusyPool busy;
        bench.model.refresh();
        QVERIFY(bench.answersAreIn(1));
        bench.model.setRun(evalOf(), runOf(u"run_2"_s));
        bench.model.refresh();
    }
    QTRY_COMPARE(bench.model.loadState(), LoadState::Ready);
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(idsOf(bench.model), QStringList{itemId(7)});
    QCOMPARE(bench.wire->requests().size(), 2);
}

void TestOutputItemsLoading::aRunUnderWayAsksOnlyForWhatIsNew()
{
    ItemsBench bench;
    QVERIFY(bench.load({itemOf(0), itemOf(1)}));
    bench.wire->once(Method::Get, bench.path, pageOf({itemOf(2)}, true));
    bench.wire->once(Method::Get, bench.path, pageOf({itemOf(3)}));
    bench.model.refreshTail();
    QVERIFY(bench.model.isWalking());
    QCOMPARE(bench.model.loadState(), LoadState::Ready); // a poll, not a loading
    QTRY_COMPARE(bench.model.rowCount(), 4);
    QTRY_VERIFY(!bench.model.isWalking());
    QCOMPARE(QUrlQuery(bench.wire->requests().at(1).url).queryItemValue(u"after"_s), itemId(1));
    QCOMPARE(QUrlQuery(bench.wire->requests().at(2).url).queryItemValue(u"after"_s), itemId(2));
    QCOMPARE(idsOf(bench.model), (QStringList{itemId(0), itemId(1), itemId(2), itemId(3)}));
}

void TestOutputItemsLoading::whenTheLastItemIsGoneTheWholeListIsRead()
{
    ItemsBench bench;
    QVERIFY(bench.load({itemOf(0), itemOf(1)}));
    bench.wire->once(Method::Get, bench.path, FakeReply::error(404));
    bench.wire->once(Method::Get, bench.path, pageOf({itemOf(0), itemOf(2)}));
    bench.model.refreshTail();
    QTRY_COMPARE(idsOf(bench.model), (QStringList{itemId(0), itemId(2)}));
    QVERIFY(QUrlQuery(bench.wire->requests().last().url).queryItemValue(u"after"_s).isEmpty());
}

void TestOutputItemsLoading::anItemReadByItselfTakesItsPlace()
{
    ItemsBench bench;
    QVERIFY(bench.load({itemOf(0), itemOf(1)}));
    bench.model.setNote(itemId(1), u"mine"_s);
    bench.model.putItem(EvalOutputItem::fromJson(itemOf(1, {.exact = false})));
    QCOMPARE(bench.model.rowCount(), 2);
    QCOMPARE(bench.text(1, "verdict"), u"fail"_s);
    QCOMPARE(bench.model.item(1)->mark.note, u"mine"_s);
    QJsonObject foreign = itemOf(5);
    foreign.insert(u"run_id"_s, u"run_9"_s);
    bench.model.putItem(EvalOutputItem::fromJson(foreign)); // asked for before another run was chosen
    QCOMPARE(bench.model.rowCount(), 2);
}

QTEST_GUILESS_MAIN(TestOutputItemsLoading)
#include "tst_outputitemsloading.moc"

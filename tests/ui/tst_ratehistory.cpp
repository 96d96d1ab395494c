// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/ratehistory.h"

#include <QTest>

using namespace odc;

class TestRateHistory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingHasNoPeak();
    void thePeakIsOfBothDirections();
    void whatIsOlderThanTheSpanIsForgotten();
    void aLongPauseLeavesOnlyTheNewest();
};

void TestRateHistory::nothingHasNoPeak()
{
    RateHistory history;
    QCOMPARE(history.peak(), 0.0);
    QVERIFY(history.samples().isEmpty());
    history.add({1000, 0, 0});
    QCOMPARE(history.peak(), 0.0);
}

void TestRateHistory::thePeakIsOfBothDirections()
{
    RateHistory history;
    history.add({0, 5, 1});
    QCOMPARE(history.peak(), 5.0);
    history.add({500, 2, 9});
    QCOMPARE(history.peak(), 9.0);
}

void TestRateHistory::whatIsOlderThanTheSpanIsForgotten()
{
    RateHistory history;
    history.add({0, 100, 0});
    history.add({1000, 7, 0});
    history.add({RateHistory::spanMs, 1, 0});
    QCOMPARE(history.samples().size(), 3); // just as old as the span still counts
    history.add({RateHistory::spanMs + 1, 1, 0});
    QCOMPARE(history.samples().size(), 3);
    QCOMPARE(history.samples().first().atMs, 1000);
    QCOMPARE(history.peak(), 7.0); // the old peak no longer sets the scale
}

void TestRateHistory::aLongPauseLeavesOnlyTheNewest()
{
    RateHistory history;
    for (int i = 0; i < 10; ++i)
        history.add({i * 500, 3, 3});
    history.add({10 * RateHistory::spanMs, 1, 2});
    QCOMPARE(history.samples().size(), 1);
    QCOMPARE(history.peak(), 2.0);
}

QTEST_APPLESS_MAIN(TestRateHistory)
#include "tst_ratehistory.moc"

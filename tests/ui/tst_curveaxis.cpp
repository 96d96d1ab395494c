// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/curveaxis.h"

#include <QLocale>
#include <QTest>

#include <cmath>

using namespace odc;
using namespace Qt::StringLiterals;

/// The words at the axes.
class TestCurveAxis : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void roundNumbers_data();
    void roundNumbers();
    void stepsAreWhole_data();
    void stepsAreWhole();
    void logarithms_data();
    void logarithms();
    void durations_data();
    void durations();
    void lengthsOfTime_data();
    void lengthsOfTime();
    void neverMoreThanAskedForAndAllInside();
    void whatIsNoAxisHasNone();
    void anAxisOverAllNumbersHasTicks();

private:
    static QStringList labels(const QList<AxisTick> &ticks)
    {
        QStringList all;
        for (const AxisTick &tick : ticks)
            all << tick.label;
        return all;
    }
};

void TestCurveAxis::roundNumbers_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<int>("most");
    QTest::addColumn<QStringList>("shown");
    QTest::newRow("loss") << 0.0 << 2.2 << 5 << QStringList{u"0.0"_s, u"0.5"_s, u"1.0"_s, u"1.5"_s, u"2.0"_s};
    QTest::newRow("quarters") << 0.0 << 1.0 << 4
                              << QStringList{u"0.00"_s, u"0.25"_s, u"0.50"_s, u"0.75"_s, u"1.00"_s};
    QTest::newRow("across zero") << -1.0 << 1.0 << 3 << QStringList{u"-1"_s, u"0"_s, u"1"_s};
    QTest::newRow("close") << 0.5001 << 0.5009 << 4
                           << QStringList{u"0.5002"_s, u"0.5004"_s, u"0.5006"_s, u"0.5008"_s};
}

void TestCurveAxis::roundNumbers()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(int, most);
    QTEST(labels(curveaxis::linear(low, high, most)), "shown");
}

void TestCurveAxis::stepsAreWhole_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QStringList>("shown");
    QTest::newRow("run") << 0.0 << 1200.0 << QStringList{u"0"_s, u"500"_s, u"1000"_s};
    QTest::newRow("few") << 3.2 << 6.1 << QStringList{u"4"_s, u"5"_s, u"6"_s};
    QTest::newRow("one") << 6.6 << 7.4 << QStringList{u"7"_s};
}

void TestCurveAxis::stepsAreWhole()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QTEST(labels(curveaxis::steps(low, high, 4)), "shown");
}

void TestCurveAxis::logarithms_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<int>("most");
    QTest::addColumn<QStringList>("shown");
    QTest::newRow("decades") << 0.009 << 110.0 << 6
                             << QStringList{u"0.01"_s, u"0.1"_s, u"1"_s, u"10"_s, u"100"_s};
    QTest::newRow("between") << 0.1 << 10.0 << 6
                             << QStringList{u"0.1"_s, u"0.2"_s, u"0.5"_s, u"1"_s, u"2"_s, u"5"_s, u"10"_s};
    QTest::newRow("every third") << 1e-6 << 1.0 << 3
                                 << QStringList{u"1e-06"_s, u"0.0001"_s, u"0.01"_s, u"1"_s};
    QTest::newRow("less than a decade")
        << 1.0 << 3.0 << 4 << QStringList{u"1.0"_s, u"1.5"_s, u"2.0"_s, u"2.5"_s, u"3.0"_s};
}

void TestCurveAxis::logarithms()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(int, most);
    QTEST(labels(curveaxis::logarithmic(low, high, most)), "shown");
}

void TestCurveAxis::durations_data()
{
    QTest::addColumn<double>("high");
    QTest::addColumn<QStringList>("shown");
    QTest::newRow("seconds") << 25.0 << QStringList{u"0 s"_s, u"10 s"_s, u"20 s"_s};
    QTest::newRow("minutes") << 1100.0 << QStringList{u"0 s"_s, u"5 min"_s, u"10 min"_s, u"15 min"_s};
    QTest::newRow("hours") << 4 * 3600.0 << QStringList{u"0 s"_s, u"1 h"_s, u"2 h"_s, u"3 h"_s, u"4 h"_s};
    QTest::newRow("days") << 8 * 86400.0 << QStringList{u"0 s"_s, u"2 d"_s, u"4 d"_s, u"6 d"_s, u"8 d"_s};
}

void TestCurveAxis::durations()
{
    QFETCH(double, high);
    QTEST(labels(curveaxis::durations(0, high, 4)), "shown");
}

void TestCurveAxis::lengthsOfTime_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("shown");
    QTest::newRow("none") << 0.0 << u"0 s"_s;
    QTest::newRow("seconds") << 59.4 << u"59 s"_s;
    QTest::newRow("minutes") << 130.0 << u"2 min 10 s"_s;
    QTest::newRow("hours") << 3900.0 << u"1 h 5 min"_s;
    QTest::newRow("days") << 90000.0 << u"1 d 1 h"_s;
    QTest::newRow("before") << -60.0 << u"−1 min"_s;
}

void TestCurveAxis::lengthsOfTime()
{
    QFETCH(double, seconds);
    QTEST(curveaxis::durationText(seconds), "shown");
}

void TestCurveAxis::neverMoreThanAskedForAndAllInside()
{
    for (double low = -7; low < 7; low += 0.83) {
        for (double span = 1e-5; span < 1e7; span *= 2.7) {
            for (int most = 2; most < 9; ++most) {
                const QList<AxisTick> ticks = curveaxis::linear(low, low + span, most);
                QVERIFY(ticks.size() <= most + 1);
                for (const AxisTick &tick : ticks)
                    QVERIFY(tick.value >= low - span * 1e-6 && tick.value <= low + span * (1 + 1e-6));
                QVERIFY(curveaxis::durations(low, low + span, most).size() <= most + 1);
                QVERIFY(curveaxis::steps(low, low + span, most).size() <= most + 1);
            }
        }
    }
}

void TestCurveAxis::whatIsNoAxisHasNone()
{
    QVERIFY(curveaxis::linear(1, 1, 5).isEmpty());
    QVERIFY(curveaxis::linear(2, 1, 5).isEmpty());
    QVERIFY(curveaxis::linear(std::nan(""), 1, 5).isEmpty());
    QVERIFY(curveaxis::linear(0, INFINITY, 5).isEmpty());
    QVERIFY(curveaxis::logarithmic(0, 1, 5).isEmpty());
    QVERIFY(curveaxis::steps(0, 1, 0).isEmpty());
}

void TestCurveAxis::anAxisOverAllNumbersHasTicks()
{
    const QList<AxisTick> ticks = curveaxis::logarithmic(1e-320, 1e308, 5);
    QVERIFY(ticks.size() >= 2 && ticks.size() <= 6);
    for (const AxisTick &tick : ticks)
        QVERIFY2(std::isfinite(tick.value) && tick.value > 0, qPrintable(tick.label));
}

QTEST_APPLESS_MAIN(TestCurveAxis)
#include "tst_curveaxis.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "../support/madecurves.h"
#include "finetuning/minmaxpyramid.h"

#include <QTest>

#include <cmath>

using namespace odc;
using namespace odc::test;

/// Any stretch gives what looking at each value gives.
class TestMinMaxPyramid : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anyStretchIsWhatLookingAtEachValueGives_data();
    void anyStretchIsWhatLookingAtEachValueGives();
    void itIsRightWhileItGrows();
    void stretchesOfNothingAreEmpty();

private:
    static bool agrees(const MinMaxPyramid &pyramid, const std::vector<float> &values, qsizetype from,
                       qsizetype to);
};

bool TestMinMaxPyramid::agrees(const MinMaxPyramid &pyramid, const std::vector<float> &values, qsizetype from,
                               qsizetype to)
{
    float low = std::nanf("");
    float high = std::nanf("");
    for (qsizetype i = from; i < to; ++i) {
        low = std::fmin(low, values[size_t(i)]);
        high = std::fmax(high, values[size_t(i)]);
    }
    const MinMaxPyramid::Range range = pyramid.range(from, to);
    if (std::isnan(low))
        return range.isEmpty() && std::isnan(range.high);
    return range.low == low && range.high == high;
}

void TestMinMaxPyramid::anyStretchIsWhatLookingAtEachValueGives_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("gaps"); // share
    for (const int count : {1, 15, 16, 17, 255, 256, 257, 4096, 20'000}) {
        for (const double gaps : {0.0, 0.3, 0.97, 1.0})
            QTest::addRow("%d, gaps %g", count, gaps) << count << gaps;
    }
}

void TestMinMaxPyramid::anyStretchIsWhatLookingAtEachValueGives()
{
    QFETCH(int, count);
    QFETCH(double, gaps);
    Dice dice{quint64(count)};
    MinMaxPyramid pyramid;
    std::vector<float> values;
    for (int i = 0; i < count; ++i) {
        const double value = dice.next() < gaps ? std::nan("") : dice.noise() * 100;
        pyramid.append(value);
        values.push_back(float(value));
    }
    QCOMPARE(pyramid.size(), count);
    QVERIFY(agrees(pyramid, values, 0, count));
    for (int i = 0; i < 400; ++i) {
        const auto from = qsizetype(dice.next() * count);
        const auto to = from + qsizetype(dice.next() * double(count - from + 1));
        QVERIFY(agrees(pyramid, values, from, to));
    }
}

void TestMinMaxPyramid::itIsRightWhileItGrows()
{
    Dice dice(7);
    MinMaxPyramid pyramid;
    std::vector<float> values;
    for (int i = 0; i < 700; ++i) {
        const double value = dice.noise();
        pyramid.append(value);
        values.push_back(float(value));
        QVERIFY(agrees(pyramid, values, 0, qsizetype(values.size())));
        QVERIFY(agrees(pyramid, values, i / 3, qsizetype(values.size())));
    }
    pyramid.clear();
    QVERIFY(pyramid.all().isEmpty());
    pyramid.append(3);
    QCOMPARE(pyramid.all().high, 3.f);
}

void TestMinMaxPyramid::stretchesOfNothingAreEmpty()
{
    MinMaxPyramid pyramid;
    QVERIFY(pyramid.all().isEmpty());
    pyramid.append(1);
    QVERIFY(pyramid.range(1, 1).isEmpty());
    QVERIFY(pyramid.range(5, 9).isEmpty());
    QVERIFY(pyramid.range(1, 0).isEmpty());
    QCOMPARE(pyramid.range(-5, 9).low, 1.f);
}

QTEST_APPLESS_MAIN(TestMinMaxPyramid)
#include "tst_minmaxpyramid.moc"

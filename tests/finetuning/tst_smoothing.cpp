// SPDX-License-Identifier: GPL-3.0-or-later
#include "finetuning/smoothing.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace odc;

class TestSmoothing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noWeightLeavesValuesAsTheyAre();
    void theStartIsNotPulledDown();
    void itIsTheWeightedMeanOfAllBefore_data();
    void itIsTheWeightedMeanOfAllBefore();
    void gapsStayAndLeaveTheAverageAlone();
    void weightsBeyondTheBoundAreTheBound();
};

void TestSmoothing::noWeightLeavesValuesAsTheyAre()
{
    const std::vector<double> values{3, -1, 4, 1e9};
    QCOMPARE(smoothed(values, 0), values);
}

void TestSmoothing::theStartIsNotPulledDown()
{
    for (const double value : smoothed(std::vector<double>(50, 7.25), 0.95))
        QCOMPARE(value, 7.25);
    QCOMPARE(smoothed({2.5, 100}, 0.9).front(), 2.5);
}

void TestSmoothing::itIsTheWeightedMeanOfAllBefore_data()
{
    QTest::addColumn<double>("weight");
    for (const double weight : {0.1, 0.6, 0.9, 0.99})
        QTest::addRow("%g", weight) << weight;
}

void TestSmoothing::itIsTheWeightedMeanOfAllBefore()
{
    QFETCH(double, weight);
    std::vector<double> values;
    for (int i = 0; i < 40; ++i)
        values.push_back(std::sin(i * 1.7) * 3 + i);
    const std::vector<double> all = smoothed(values, weight);
    for (size_t last = 0; last < values.size(); ++last) {
        double sum = 0;
        double weights = 0;
        for (size_t i = 0; i <= last; ++i) {
            const double share = std::pow(weight, double(last - i));
            sum += share * values[i];
            weights += share;
        }
        QVERIFY(std::abs(all[last] - sum / weights) < 1e-9 * (1 + std::abs(sum / weights)));
    }
}

void TestSmoothing::gapsStayAndLeaveTheAverageAlone()
{
    const double gap = std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> without = smoothed({1, 2, 3, 4}, 0.6);
    const std::vector<double> with = smoothed({gap, 1, 2, gap, gap, 3, 4}, 0.6);
    QVERIFY(std::isnan(with[0]) && std::isnan(with[3]) && std::isnan(with[4]));
    QCOMPARE(with[1], without[0]);
    QCOMPARE(with[2], without[1]);
    QCOMPARE(with[5], without[2]);
    QCOMPARE(with[6], without[3]);
}

void TestSmoothing::weightsBeyondTheBoundAreTheBound()
{
    QCOMPARE(Smoother(2).weight(), Smoother::most);
    QCOMPARE(Smoother(-1).weight(), 0.0);
    QCOMPARE(Smoother(std::nan("")).weight(), 0.0);
}

QTEST_APPLESS_MAIN(TestSmoothing)
#include "tst_smoothing.moc"

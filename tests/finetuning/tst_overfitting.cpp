// SPDX-License-Identifier: GPL-3.0-or-later
#include "../support/madecurves.h"
#include "finetuning/overfitting.h"

#include <QLocale>
#include <QTest>

#include <functional>
#include <limits>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

std::optional<Overfitting> judged(const MetricLog &log)
{
    return findOverfitting(*log.series(u"train_loss"_s), *log.series(u"valid_loss"_s));
}

MetricSeries series(int count, const std::function<double(int)> &value)
{
    MetricSeries made;
    for (int i = 0; i < count; ++i)
        made.add({i * 10, value(i)}, MetricSource::Event);
    return made;
}

} // namespace

/// Curves whose end is known, and what is said of them.
class TestOverfitting : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRisingValidationLossIsFoundAtItsLowest_data();
    void aRisingValidationLossIsFoundAtItsLowest();
    void noiseIsNoOverfitting_data();
    void noiseIsNoOverfitting();
    void aLossThatStaysIsNone_data();
    void aLossThatStaysIsNone();
    void aTrainingLossThatRisesAsWellIsNone();
    void aDipThatIsMadeUpForIsNone();
    void fewPointsSayNothing();
    void gapsAreNoPoints();
    void itIsSaidInWords();
};

void TestOverfitting::aRisingValidationLossIsFoundAtItsLowest_data()
{
    QTest::addColumn<qint64>("steps");
    QTest::addColumn<double>("noise");
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("most"); // how far off the step may be
    QTest::newRow("smooth") << qint64(1200) << 0.0 << qint64(860) << qint64(20);
    QTest::newRow("a little noise") << qint64(1200) << 0.03 << qint64(860) << qint64(120);
    QTest::newRow("noise") << qint64(1200) << 0.06 << qint64(700) << qint64(200);
    QTest::newRow("early") << qint64(1200) << 0.02 << qint64(300) << qint64(100);
    QTest::newRow("long") << qint64(20'000) << 0.06 << qint64(12'000) << qint64(500);
    QTest::newRow("long, much noise") << qint64(20'000) << 0.2 << qint64(12'000) << qint64(1000);
}

void TestOverfitting::aRisingValidationLossIsFoundAtItsLowest()
{
    QFETCH(qint64, steps);
    QFETCH(double, noise);
    QFETCH(qint64, from);
    QFETCH(qint64, most);
    for (int seed = 1; seed <= 10; ++seed) {
        const auto log = madeLog({.steps = steps, .seed = seed, .noise = noise, .overfitsFrom = from});
        const auto found = judged(*log);
        QVERIFY2(found, qPrintable(QString::number(seed)));
        QVERIFY2(std::abs(found->step - from) <= most, qPrintable(QString::number(found->step)));
        QVERIFY(found->knownAt > found->step);
        QVERIFY(found->risen > found->lowest * 1.03);
    }
}

void TestOverfitting::noiseIsNoOverfitting_data()
{
    QTest::addColumn<double>("noise");
    QTest::addColumn<qint64>("steps");
    for (const double noise : {0.0, 0.02, 0.06, 0.2, 0.5}) {
        for (const qint64 steps : {200, 1200, 20'000})
            QTest::addRow("%g over %lld steps", noise, static_cast<long long>(steps)) << noise << steps;
    }
}

void TestOverfitting::noiseIsNoOverfitting()
{
    QFETCH(double, noise);
    QFETCH(qint64, steps);
    for (int seed = 1; seed <= 20; ++seed) {
        const auto log = madeLog({.steps = steps, .seed = seed, .noise = noise});
        const auto found = judged(*log);
        QVERIFY2(!found, qPrintable(u"seed %1: step %2"_s.arg(seed).arg(found ? found->step : 0)));
    }
}

void TestOverfitting::aLossThatStaysIsNone_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {200, 2000, 20'000})
        QTest::addRow("%d points", count) << count;
}

void TestOverfitting::aLossThatStaysIsNone()
{
    // Validation learns nothing more after a fifth of the run and training a little: the longer it stays, the
    // more often chance alone makes highs and lows of it.
    QFETCH(int, count);
    for (int seed = 1; seed <= 20; ++seed) {
        Dice dice{quint64(seed)};
        const auto valid = [&](int i) {
            return std::max(1.0, 2 - 5.0 * i / count) * (1 + 0.2 * dice.noise());
        };
        const auto train = [&](int i) { return valid(i) - 0.05 * i / count; };
        const auto found = findOverfitting(series(count, train), series(count, valid));
        QVERIFY2(!found, qPrintable(u"seed %1: step %2"_s.arg(seed).arg(found ? found->step : 0)));
    }
}

void TestOverfitting::aTrainingLossThatRisesAsWellIsNone()
{
    // The run came apart: what it learned by heart is not what is wrong with it.
    const auto shape = [](int i) { return i < 50 ? 2.0 - i * 0.02 : 1.0 + (i - 50) * 0.02; };
    QVERIFY(!findOverfitting(series(100, shape), series(100, shape)));
}

void TestOverfitting::aDipThatIsMadeUpForIsNone()
{
    const auto falling = [](int i) { return 2.0 - i * 0.01; };
    // Three points stand out in the middle, and the curve goes on falling.
    const auto bump = [&](int i) { return falling(i) + (i >= 50 && i < 53 ? 0.5 : 0.0); };
    OverfittingRule plain;
    plain.window = 1; // each point counts as it is
    plain.share = 0;
    QVERIFY(!findOverfitting(series(100, falling), series(100, bump), plain));
    const auto longer = [&](int i) { return falling(i) + (i >= 50 && i < 56 ? 0.5 : 0.0); };
    const auto found = findOverfitting(series(100, falling), series(100, longer), plain);
    QVERIFY(found);
    QCOMPARE(found->step, 490);
    QCOMPARE(found->knownAt, 540); // the fifth in a row
}

void TestOverfitting::fewPointsSayNothing()
{
    const auto falling = [](int i) { return 2.0 - i * 0.01; };
    const auto rising = [](int i) { return 1.0 + i * 0.2; };
    QVERIFY(!findOverfitting(series(5, falling), series(5, rising)));
    QVERIFY(!findOverfitting({}, series(50, rising)));
    QVERIFY(!findOverfitting(series(50, falling), {}));
}

void TestOverfitting::gapsAreNoPoints()
{
    const auto log = madeLog({.noise = 0, .overfitsFrom = 600});
    auto broken = std::make_shared<MetricLog>(*log);
    for (qint64 step = 5; step < 1200; step += 10)
        broken->add({step, {}, {{u"valid_loss"_s, std::numeric_limits<double>::quiet_NaN()}}},
                    MetricSource::Event);
    QVERIFY(judged(*log));
    QCOMPARE(judged(*broken), judged(*log));
}

void TestOverfitting::itIsSaidInWords()
{
    QLocale::setDefault(QLocale::c());
    const QString text = overfittingRuleText();
    for (const QString &number : {u" 9 "_s, u" 2.5 %"_s, u" 3 %"_s, u" 5 "_s})
        QVERIFY2(text.contains(number), qPrintable(text));
}

QTEST_APPLESS_MAIN(TestOverfitting)
#include "tst_overfitting.moc"

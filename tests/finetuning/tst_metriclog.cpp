// SPDX-License-Identifier: GPL-3.0-or-later
#include "../support/madecurves.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

const double gap = std::numeric_limits<double>::quiet_NaN();

MetricRow row(qint64 step, double loss, std::optional<qint64> at = {})
{
    return {step, at, {{u"train_loss"_s, loss}}};
}

QList<qint64> steps(const MetricSeries *series)
{
    QList<qint64> all;
    for (const MetricPoint &point : series->points())
        all << point.step;
    return all;
}

} // namespace

/// What was measured in a run, put together from sources that tell the same more than once.
class TestMetricLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesAreTakenApart_data();
    void namesAreTakenApart();
    void eventsAreRead();
    void whatIsNoStepIsNoRow_data();
    void whatIsNoStepIsNoRow();
    void pointsAreSortedByStep();
    void oneValueAStepFromTheBestSource_data();
    void oneValueAStepFromTheBestSource();
    void theSameTwiceChangesNothing();
    void gapsAreKeptAndWhatIsNotMeasuredIsNone();
    void accuracyOfResultsFilesIsThatOfEvents();
    void pagesInAnyOrderGiveTheSameLog_data();
    void pagesInAnyOrderGiveTheSameLog();
    void anAppendLeavesWhatWasWorkedOut();
    void anythingElseDoesNot();
    void timesAreReckonedBetweenKnownOnes();
    void timesStayWhenABetterSourceHasNone();
    void theNearestPointIsFound();
    void namesWithoutEndAreNotAllTaken();
};

void TestMetricLog::namesAreTakenApart_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("base");
    QTest::addColumn<int>("split");
    QTest::newRow("train") << "train_loss"
                           << "loss" << int(MetricSplit::Train);
    QTest::newRow("valid") << "valid_mean_token_accuracy"
                           << "mean_token_accuracy" << int(MetricSplit::Valid);
    QTest::newRow("full") << "full_valid_loss"
                          << "loss" << int(MetricSplit::FullValid);
    QTest::newRow("bare") << "reward"
                          << "reward" << int(MetricSplit::Train);
    QTest::newRow("word within") << "my_train_loss"
                                 << "my_train_loss" << int(MetricSplit::Train);
}

void TestMetricLog::namesAreTakenApart()
{
    QFETCH(QString, name);
    const MetricName parsed = MetricName::parse(name);
    QTEST(parsed.base, "base");
    QTEST(int(parsed.split), "split");
}

void TestMetricLog::eventsAreRead()
{
    const auto read = MetricRow::fromJson({{u"step"_s, 10},
                                           {u"total_steps"_s, 90},
                                           {u"train_loss"_s, 0.51},
                                           {u"valid_loss"_s, QJsonValue::Null},
                                           {u"reward"_s, u"NaN"_s},
                                           {u"note"_s, u"warm"_s}},
                                          1700000000);
    QVERIFY(read);
    QCOMPARE(read->step, 10);
    QCOMPARE(read->at, std::optional<qint64>(1700000000));
    QHash<QString, double> values;
    for (const auto &[name, value] : read->values)
        values.insert(name, value);
    QCOMPARE(values.size(), 3);
    QCOMPARE(values.value(u"train_loss"_s), 0.51);
    QVERIFY(std::isnan(values.value(u"valid_loss"_s)));
    QVERIFY(std::isnan(values.value(u"reward"_s)));
}

void TestMetricLog::whatIsNoStepIsNoRow_data()
{
    QTest::addColumn<QJsonObject>("data");
    QTest::newRow("nothing") << QJsonObject();
    QTest::newRow("no step") << QJsonObject{{u"train_loss"_s, 1}};
    QTest::newRow("text") << QJsonObject{{u"step"_s, u"10"_s}};
    QTest::newRow("negative") << QJsonObject{{u"step"_s, -1}};
    QTest::newRow("fraction") << QJsonObject{{u"step"_s, 1.5}};
    QTest::newRow("beyond") << QJsonObject{{u"step"_s, 1e300}};
}

void TestMetricLog::whatIsNoStepIsNoRow()
{
    QFETCH(QJsonObject, data);
    QVERIFY(!MetricRow::fromJson(data));
}

void TestMetricLog::pointsAreSortedByStep()
{
    MetricLog log;
    for (const qint64 step : {5, 1, 9, 3, 7})
        QVERIFY(log.add(row(step, double(step)), MetricSource::Event));
    QCOMPARE(steps(log.series(u"train_loss"_s)), (QList<qint64>{1, 3, 5, 7, 9}));
    QCOMPARE(log.series(u"train_loss"_s)->at(7), std::optional<double>(7));
    QCOMPARE(log.firstStep(), std::optional<qint64>(1));
    QCOMPARE(log.lastStep(), std::optional<qint64>(9));
    QVERIFY(!log.series(u"valid_loss"_s));
}

void TestMetricLog::oneValueAStepFromTheBestSource_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::addColumn<double>("kept");
    const auto add = [](const char *name, MetricSource first, MetricSource second, double kept) {
        QTest::newRow(name) << int(first) << int(second) << kept;
    };
    add("event then file", MetricSource::Event, MetricSource::ResultsFile, 2);
    add("file then event", MetricSource::ResultsFile, MetricSource::Event, 1);
    add("checkpoint then event", MetricSource::Checkpoint, MetricSource::Event, 1);
    add("event then checkpoint", MetricSource::Event, MetricSource::Checkpoint, 2);
    add("checkpoint then file", MetricSource::Checkpoint, MetricSource::ResultsFile, 2);
    add("an event corrects an event", MetricSource::Event, MetricSource::Event, 2);
}

void TestMetricLog::oneValueAStepFromTheBestSource()
{
    QFETCH(int, first);
    QFETCH(int, second);
    for (const bool many : {false, true}) {
        MetricLog log;
        const QList<MetricRow> before{row(3, 0.5), row(4, 1), row(5, 0.5)};
        for (const MetricRow &each : before)
            log.add(each, MetricSource(first));
        if (many)
            log.add(QList<MetricRow>{row(2, 9), row(4, 2)}, MetricSource(second));
        else
            log.add(row(4, 2), MetricSource(second));
        const MetricSeries *series = log.series(u"train_loss"_s);
        QCOMPARE(series->size(), many ? 4 : 3);
        QTEST(*series->at(4), "kept");
    }
}

void TestMetricLog::theSameTwiceChangesNothing()
{
    const QList<MetricRow> rows = test::madeRows({.steps = 50, .startedAt = 1700000000});
    MetricLog log;
    QVERIFY(log.add(rows, MetricSource::Event));
    const quint64 revision = log.series(u"train_loss"_s)->revision();
    QVERIFY(!log.add(rows, MetricSource::Event));
    QVERIFY(!log.add(rows.mid(10, 5), MetricSource::Checkpoint));
    QVERIFY(!log.add(rows.at(20), MetricSource::ResultsFile));
    QCOMPARE(log.series(u"train_loss"_s)->size(), 50);
    QCOMPARE(log.series(u"train_loss"_s)->revision(), revision);
}

void TestMetricLog::gapsAreKeptAndWhatIsNotMeasuredIsNone()
{
    MetricLog log;
    log.add(QList<MetricRow>{row(1, 1), row(2, gap), row(3, std::numeric_limits<double>::infinity())},
            MetricSource::Event);
    log.add({4, {}, {{u"valid_loss"_s, 2}}}, MetricSource::Event);
    const MetricSeries *series = log.series(u"train_loss"_s);
    QCOMPARE(series->size(), 3);
    QVERIFY(!series->points()[0].isGap());
    QVERIFY(series->points()[1].isGap());
    QVERIFY(series->points()[2].isGap());
    QVERIFY(!series->at(4)); // no gap either
    QCOMPARE(log.metrics(), (QStringList{u"train_loss"_s, u"valid_loss"_s}));
}

void TestMetricLog::accuracyOfResultsFilesIsThatOfEvents()
{
    MetricLog log;
    log.add({1, {}, {{u"train_mean_token_accuracy"_s, 0.5}}}, MetricSource::Event);
    log.add({1, {}, {{u"train_accuracy"_s, 0.6}}}, MetricSource::ResultsFile);
    QCOMPARE(log.metrics(), QStringList{u"train_mean_token_accuracy"_s});
    QCOMPARE(log.series(u"train_mean_token_accuracy"_s)->at(1), std::optional<double>(0.6));
}

void TestMetricLog::pagesInAnyOrderGiveTheSameLog_data()
{
    QTest::addColumn<QList<int>>("order");
    QTest::newRow("oldest first") << QList<int>{0, 1, 2, 3, 4};
    QTest::newRow("newest first") << QList<int>{4, 3, 2, 1, 0};
    QTest::newRow("twice, mixed") << QList<int>{2, 4, 0, 2, 3, 1, 4};
}

void TestMetricLog::pagesInAnyOrderGiveTheSameLog()
{
    QFETCH(QList<int>, order);
    const QList<MetricRow> rows = test::madeRows({.steps = 100, .validEvery = 7, .startedAt = 1700000000});
    MetricLog whole;
    for (const MetricRow &each : rows)
        whole.add(each, MetricSource::Event);
    MetricLog log;
    for (const int page : order) {
        QList<MetricRow> newestFirst = rows.mid(page * 20, 20);
        std::reverse(newestFirst.begin(), newestFirst.end());
        log.add(newestFirst, MetricSource::Event);
    }
    QCOMPARE(log.metrics(), whole.metrics());
    for (const QString &metric : whole.metrics()) {
        QCOMPARE(steps(log.series(metric)), steps(whole.series(metric)));
        for (const MetricPoint &point : whole.series(metric)->points())
            QCOMPARE(log.series(metric)->at(point.step), std::optional<double>(point.value));
    }
    for (const MetricRow &each : rows)
        QCOMPARE(log.timeOf(each.step), each.at);
}

void TestMetricLog::anAppendLeavesWhatWasWorkedOut()
{
    MetricLog log;
    log.add(test::madeRows({.steps = 100}), MetricSource::Event);
    const MetricSeries *series = log.series(u"train_loss"_s);
    const quint64 revision = series->revision();
    log.add(row(101, 0.5), MetricSource::Event);
    log.add(QList<MetricRow>{row(102, 0.5), row(103, gap)}, MetricSource::Event);
    QCOMPARE(series->revision(), revision);
    QCOMPARE(series->size(), 103);
}

void TestMetricLog::anythingElseDoesNot()
{
    MetricLog log;
    log.add(QList<MetricRow>{row(1, 1), row(3, 3)}, MetricSource::Event);
    const MetricSeries *series = log.series(u"train_loss"_s);
    quint64 before = series->revision();
    log.add(row(2, 2), MetricSource::Event);
    QVERIFY(series->revision() != before);
    before = series->revision();
    log.add(row(3, 4), MetricSource::ResultsFile);
    QVERIFY(series->revision() != before);
    before = series->revision();
    log.add(QList<MetricRow>{row(0, 0), row(9, 9)}, MetricSource::Event);
    QVERIFY(series->revision() != before);
}

void TestMetricLog::timesAreReckonedBetweenKnownOnes()
{
    MetricLog log;
    log.add(QList<MetricRow>{row(10, 1, 1000), row(20, 1, 1100), row(30, 1, 1400)}, MetricSource::Event);
    log.add(QList<MetricRow>{row(5, 1), row(15, 1), row(40, 1)}, MetricSource::ResultsFile);
    QCOMPARE(log.timeOf(20), std::optional<qint64>(1100));
    QVERIFY(!log.timeOf(15));
    QCOMPARE(log.timeNear(15), std::optional<double>(1050));
    QCOMPARE(log.timeNear(30), std::optional<double>(1400));
    QVERIFY(!log.timeNear(5)); // nobody knows
    QVERIFY(!log.timeNear(40));
    QCOMPARE(log.firstTime(), std::optional<qint64>(1000));
}

void TestMetricLog::timesStayWhenABetterSourceHasNone()
{
    MetricLog log;
    log.add(row(1, 1, 1000), MetricSource::Event);
    log.add(row(1, 2), MetricSource::ResultsFile);
    QCOMPARE(log.timeOf(1), std::optional<qint64>(1000));
    QCOMPARE(log.series(u"train_loss"_s)->at(1), std::optional<double>(2));
}

void TestMetricLog::theNearestPointIsFound()
{
    MetricLog log;
    log.add(QList<MetricRow>{row(10, 1), row(20, 2), row(40, 4)}, MetricSource::Event);
    const MetricSeries *series = log.series(u"train_loss"_s);
    QCOMPARE(series->nearest(0)->step, 10);
    QCOMPARE(series->nearest(14)->step, 10);
    QCOMPARE(series->nearest(31)->step, 40);
    QCOMPARE(series->nearest(99)->step, 40);
    QVERIFY(!MetricSeries().nearest(1));
}

void TestMetricLog::namesWithoutEndAreNotAllTaken()
{
    MetricLog log;
    for (int step = 0; step < 10; ++step) {
        MetricRow row{step, {}, {}};
        for (int i = 0; i < 100; ++i)
            row.values.append({u"m%1"_s.arg(step * 100 + i), 1.0});
        log.add(row, MetricSource::Event);
    }
    QCOMPARE(log.metrics().size(), 200);
    // What is known goes on.
    QVERIFY(log.add(MetricRow{11, {}, {{u"m0"_s, 2.0}}}, MetricSource::Event));
}

QTEST_APPLESS_MAIN(TestMetricLog)
#include "tst_metriclog.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "../support/madecurves.h"
#include "ui/charts/curvespans.h"
#include "ui/theme/curvecolours.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

const auto metric = u"train_loss"_s;

CurveData dataOf(const QList<double> &values, double smoothing = 0)
{
    MetricLog log;
    for (qsizetype i = 0; i < values.size(); ++i)
        log.add({i, {}, {{metric, values[i]}}}, MetricSource::Event);
    CurveData data(metric);
    data.follow(log, CurveAlign::Step, 0, smoothing);
    return data;
}

double contrast(const QColor &a, const QColor &b)
{
    const auto light = [](const QColor &colour) {
        const auto linear = [](double c) {
            return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
               0.0722 * linear(colour.blueF());
    };
    return (std::max(light(a), light(b)) + 0.05) / (std::min(light(a), light(b)) + 0.05);
}

} // namespace

/// How curves become pixels: what they cover must be what drawing every single point covers.
class TestCurveSpans : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void spansCoverExactlyWhatThePointsDo_data();
    void spansCoverExactlyWhatThePointsDo();
    void thePictureIsThatOfLines();
    void gapsBreakTheCurve();
    void sparsePointsAreJoined();
    void linesOfVectorsPassThroughEveryPoint();
    void linesOfVectorsAreFewHoweverManyPoints();
    void dataFollowsItsLog();
    void coloursAreSeenInLightAndDark();
};

void TestCurveSpans::spansCoverExactlyWhatThePointsDo_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("left");
    QTest::addColumn<double>("right");
    QTest::addColumn<bool>("isLog");
    QTest::newRow("all of many") << 50'000 << 0.0 << 49'999.0 << false;
    QTest::newRow("a part of many") << 50'000 << 1234.5 << 9876.5 << false;
    QTest::newRow("a point a pixel") << 5000 << 100.0 << 500.0 << false;
    QTest::newRow("pixels between points") << 500 << 20.0 << 60.0 << false;
    QTest::newRow("logarithmic") << 50'000 << 0.0 << 49'999.0 << true;
    QTest::newRow("beyond both ends") << 100 << -50.0 << 200.0 << false;
}

void TestCurveSpans::spansCoverExactlyWhatThePointsDo()
{
    QFETCH(int, count);
    QFETCH(double, left);
    QFETCH(double, right);
    QFETCH(bool, isLog);
    Dice dice(3);
    QList<double> values;
    for (int i = 0; i < count; ++i)
        values << 1 + 0.4 * dice.noise() + 0.2 * std::sin(i * 0.01);
    const CurveData data = dataOf(values);
    const CurveWindow window{left, right, 0.05, 2, isLog, 400, 300};
    constexpr double width = 2;
    const std::vector<CurveSpan> spans = curveSpans(data, data.raw(), window, width);
    QCOMPARE(spans.size(), size_t(400));
    // By hand: the highest and the lowest of every point and of the lines between them, in each column.
    std::vector<double> top(400, INFINITY);
    std::vector<double> bottom(400, -INFINITY);
    const auto cover = [&](double x, double y) {
        const int column = int(std::floor(x));
        if (column >= 0 && column < 400) {
            top[size_t(column)] = std::min(top[size_t(column)], y);
            bottom[size_t(column)] = std::max(bottom[size_t(column)], y);
        }
    };
    for (int i = 0; i < count; ++i) {
        const double x = window.xOf(i);
        const double y = window.yOf(double(float(values[i])));
        cover(x, y);
        if (i + 1 == count)
            break;
        const double nextX = window.xOf(i + 1);
        const double nextY = window.yOf(double(float(values[i + 1])));
        for (int edge = std::max(0, int(std::ceil(x))); edge <= std::min(400, int(std::floor(nextX)));
             ++edge) {
            const double cross = y + (nextY - y) * (edge - x) / (nextX - x);
            cover(edge, cross);
            if (edge > x)
                cover(edge - 0.5, cross); // of the column before as well, where the line comes from there
        }
    }
    for (size_t column = 0; column < 400; ++column) {
        const CurveSpan &span = spans[column];
        if (top[column] > bottom[column]) {
            QVERIFY2(span.isEmpty(), qPrintable(QString::number(column)));
            continue;
        }
        QVERIFY2(!span.isEmpty(), qPrintable(QString::number(column)));
        // Half the line's width around it; more where it is drawn across its slope, by less than three
        // widths.
        const double above = top[column] - double(span.outerTop);
        const double below = double(span.outerBottom) - bottom[column];
        QVERIFY2(above > width / 2 - 0.02 && above < width * 1.5, qPrintable(QString::number(above)));
        QVERIFY2(below > width / 2 - 0.02 && below < width * 1.5, qPrintable(QString::number(below)));
    }
}

void TestCurveSpans::thePictureIsThatOfLines()
{
    QList<double> values;
    for (int i = 0; i < 60; ++i)
        values << 1 + 0.6 * std::sin(i * 0.35);
    const CurveData data = dataOf(values);
    const CurveWindow window{5, 50, 0, 2, false, 300, 200};
    QImage fast(300, 200, QImage::Format_RGB32);
    fast.fill(Qt::white);
    paintLayers(fast, {{curveSpans(data, data.raw(), window, 2), {Qt::black, 1, 2}, 0}});
    QImage exact(300, 200, QImage::Format_RGB32);
    exact.fill(Qt::white);
    QPainter painter(&exact);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::black, 2));
    for (const QPolygonF &line : curveLines(data, data.raw(), window))
        painter.drawPolyline(line);
    painter.end();
    qint64 ink = 0;
    qint64 wrong = 0;
    for (int y = 0; y < 200; ++y) {
        for (int x = 0; x < 300; ++x) {
            const int a = 255 - qGray(fast.pixel(x, y));
            const int b = 255 - qGray(exact.pixel(x, y));
            ink += b;
            wrong += std::abs(a - b);
        }
    }
    QVERIFY(ink > 100'000);
    QVERIFY2(wrong * 10 < ink, qPrintable(u"%1 of %2"_s.arg(wrong).arg(ink)));
}

void TestCurveSpans::gapsBreakTheCurve()
{
    const double gap = std::numeric_limits<double>::quiet_NaN();
    const CurveData data = dataOf({1, 1, 1, gap, 1, 1, 1});
    const CurveWindow window{0, 6, 0, 2, false, 60, 20};
    const std::vector<CurveSpan> spans = curveSpans(data, data.raw(), window, 1);
    QVERIFY(!spans[15].isEmpty());
    QVERIFY(spans[25].isEmpty() && spans[35].isEmpty());
    QVERIFY(!spans[45].isEmpty());
    QCOMPARE(curveLines(data, data.raw(), window).size(), 2);
    // Of many points in one column a gap of more than it is seen as well.
    QList<double> many(10'000, 1.0);
    std::fill(many.begin() + 4000, many.begin() + 6000, gap);
    const CurveData dense = dataOf(many);
    const std::vector<CurveSpan> columns = curveSpans(dense, dense.raw(), {0, 9999, 0, 2, false, 100, 20}, 1);
    QVERIFY(!columns[35].isEmpty());
    QVERIFY(columns[50].isEmpty());
    QVERIFY(!columns[65].isEmpty());
}

void TestCurveSpans::sparsePointsAreJoined()
{
    MetricLog log;
    for (const qint64 step : {0, 100, 200})
        log.add({step, {}, {{metric, 1.0}}}, MetricSource::Event);
    CurveData data(metric);
    data.follow(log, CurveAlign::Step, 0, 0);
    for (const CurveSpan &span : curveSpans(data, data.raw(), {0, 200, 0, 2, false, 80, 20}, 1))
        QVERIFY(!span.isEmpty());
}

void TestCurveSpans::linesOfVectorsPassThroughEveryPoint()
{
    const CurveData data = dataOf({0, 2, 1, 0.5});
    const CurveWindow window{0, 3, 0, 2, false, 300, 100};
    const QList<QPolygonF> lines = curveLines(data, data.raw(), window);
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.first(), QPolygonF({{0, 100}, {100, 0}, {200, 50}, {300, 75}}));
}

void TestCurveSpans::linesOfVectorsAreFewHoweverManyPoints()
{
    Dice dice(5);
    QList<double> values;
    for (int i = 0; i < 30'000; ++i)
        values << dice.noise();
    const CurveData data = dataOf(values);
    qsizetype points = 0;
    for (const QPolygonF &line : curveLines(data, data.raw(), {0, 29'999, -2, 2, false, 300, 100}))
        points += line.size();
    QVERIFY(points > 300 && points <= 4 * 302);
}

void TestCurveSpans::dataFollowsItsLog()
{
    const QList<MetricRow> rows = madeRows({.steps = 500, .startedAt = 1000, .secondsPerStep = 2});
    for (const CurveAlign align : {CurveAlign::Step, CurveAlign::Time}) {
        MetricLog log;
        CurveData data(metric);
        // In pieces, with one that goes between and one that corrects, it is the same as at once.
        log.add(rows.mid(0, 100), MetricSource::Event);
        data.follow(log, align, 1000, 0.6);
        log.add(rows.mid(200, 300), MetricSource::Event);
        data.follow(log, align, 1000, 0.6);
        log.add(rows.mid(100, 100), MetricSource::Event);
        QVERIFY(data.follow(log, align, 1000, 0.6));
        log.add({250, {}, {{metric, 9.0}}}, MetricSource::ResultsFile);
        QVERIFY(data.follow(log, align, 1000, 0.6));
        QVERIFY(!data.follow(log, align, 1000, 0.6));
        CurveData whole(metric);
        whole.follow(log, align, 1000, 0.6);
        QCOMPARE(data.size(), 500);
        QCOMPARE(whole.size(), 500);
        for (qsizetype i = 0; i < 500; ++i) {
            QCOMPARE(data.x(i), whole.x(i));
            QCOMPARE(data.raw().value(i), whole.raw().value(i));
            QCOMPARE(data.shown().value(i), whole.shown().value(i));
        }
        QCOMPARE(data.raw().value(249), 9.f);
        QCOMPARE(data.x(10), align == CurveAlign::Step ? 11.0 : 22.0);
        QCOMPARE(data.nearest(data.x(77)), 77);
    }
}

void TestCurveSpans::coloursAreSeenInLightAndDark()
{
    for (const bool dark : {false, true}) {
        const QColor ground = Theme::colour(Token::Base, dark);
        QList<QRgb> seen;
        for (int i = 0; i < curveColourCount; ++i) {
            const QColor colour = curveColour(i, dark);
            QVERIFY2(contrast(colour, ground) >= 3, qPrintable(colour.name()));
            QVERIFY(!seen.contains(colour.rgb()));
            seen << colour.rgb();
        }
    }
}

QTEST_APPLESS_MAIN(TestCurveSpans)
#include "tst_curvespans.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/pricetable.h"
#include "settings/settings.h"

#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

PriceTable table()
{
    return {.prices = {{u"big"_s, 10, 40, 5},
                       {u"big-mini"_s, 1, 4},
                       {u"ft:big"_s, 20, 80},
                       {u"mine-*"_s, 2, 2},
                       {u"mine-too-*"_s, 3, 3},
                       {u"free"_s, 0, 0}}};
}

} // namespace

/// What tokens cost, and whose price holds.
class TestPriceTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void priceOfAModel_data();
    void priceOfAModel();
    void estimates();
    void cachedInput();
    void costs();
    void money_data();
    void money();
    void problems();
    void theShippedPrices();
    void storageIsPartOfIt();
    void trainingPrice_data();
    void trainingPrice();
    void trainingIsPartOfIt();
    void settingsKeepThem();
    void whatIsNoTable_data();
    void whatIsNoTable();
};

void TestPriceTable::priceOfAModel_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("price");
    QTest::newRow("its name") << u"big"_s << u"big"_s;
    QTest::newRow("a snapshot") << u"big-2025-01-31"_s << u"big"_s;
    QTest::newRow("a snapshot of a longer name") << u"big-mini-2025-01-31"_s << u"big-mini"_s;
    QTest::newRow("a short date") << u"big-0613"_s << u"big"_s;
    QTest::newRow("another kind of the family") << u"big-audio"_s << QString();
    QTest::newRow("tuned") << u"ft:big-2025-01-31:me::abc"_s << u"ft:big"_s;
    QTest::newRow("tuned, without a price") << u"ft:big-mini-2025-01-31:me::abc"_s << QString();
    QTest::newRow("a star") << u"mine-7"_s << u"mine-*"_s;
    QTest::newRow("the longest star") << u"mine-too-7"_s << u"mine-too-*"_s;
    QTest::newRow("unknown") << u"other"_s << QString();
    QTest::newRow("none") << QString() << QString();
}

void TestPriceTable::priceOfAModel()
{
    QFETCH(QString, model);
    QFETCH(QString, price);
    const PriceTable prices = table();
    const ModelPrice *found = prices.priceOf(model);
    QCOMPARE(found ? found->model : QString(), price);
}

void TestPriceTable::estimates()
{
    // Half of 10 for the input, half of 40 for the output, for a million each.
    CostEstimate estimate =
        estimateCost({{u"big"_s, 2'000'000, 500'000}, {u"big-mini"_s, 1'000'000, 0}}, table());
    QCOMPARE(estimate.input, 10.5);
    QCOMPARE(estimate.output, 10.0);
    QCOMPARE(estimate.total(), 20.5);
    QVERIFY(!estimate.isPartial());
    estimate =
        estimateCost({{u"big"_s, 2'000'000, 0}, {u"x"_s, 1, 1}, {u"x"_s, 1, 1}, {u"free"_s, 5, 5}}, table());
    QCOMPARE(estimate.total(), 10.0);
    QCOMPARE(estimate.unknownModels, QStringList{u"x"_s});
    PriceTable full = table();
    full.batchPercent = 100;
    QCOMPARE(estimateCost({{u"big"_s, 1'000'000, 0}}, full).total(), 10.0);
}

void TestPriceTable::cachedInput()
{
    QCOMPARE(estimateCost({{u"big"_s, 1'000'000, 0, 1'000'000}}, table()).total(), 2.5);
    QCOMPARE(estimateCost({{u"big-mini"_s, 1'000'000, 0, 1'000'000}}, table()).total(), 0.5);
    // More from the cache than there was is no gain.
    QCOMPARE(estimateCost({{u"big"_s, 1'000'000, 0, 9'000'000}}, table()).total(), 2.5);
}

void TestPriceTable::costs()
{
    QCOMPARE(costOf({u"big-2025-01-31"_s, 1'000'000, 1'000'000}, table()).value(), 25.0);
    QCOMPARE(costOf({u"free"_s, 1, 1}, table()).value(), 0.0);
    QVERIFY(!costOf({u"x"_s, 1, 1}, table()));
}

void TestPriceTable::money_data()
{
    QTest::addColumn<double>("dollars");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << 0.0 << u"$0.00"_s;
    QTest::newRow("hardly anything") << 0.00001 << u"< $0.0001"_s;
    QTest::newRow("less than a cent") << 0.0042 << u"$0.0042"_s;
    QTest::newRow("cents") << 0.4203 << u"$0.420"_s;
    QTest::newRow("dollars") << 12.4 << u"$12.40"_s;
    QTest::newRow("thousands") << 12345.678 << u"$12,345.68"_s;
}

void TestPriceTable::money()
{
    QFETCH(double, dollars);
    QFETCH(QString, text);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(moneyText(dollars), text);
    QLocale::setDefault(QLocale::c());
    QCOMPARE(moneyText(dollars), text);
}

void TestPriceTable::problems()
{
    PriceTable prices = table();
    for (qsizetype i = 0; i < prices.prices.size(); ++i)
        QCOMPARE(prices.problemOf(i), QString());
    prices.prices[0].input = -1;
    QVERIFY(!prices.problemOf(0).isEmpty());
    prices.prices[1].model = u"FREE"_s;
    QVERIFY(!prices.problemOf(1).isEmpty());
    prices.prices[2].model = u" "_s;
    QVERIFY(!prices.problemOf(2).isEmpty());
}

void TestPriceTable::theShippedPrices()
{
    const PriceTable prices = PriceTable::shipped();
    QVERIFY(prices.prices.size() > 20);
    QCOMPARE(prices.batchPercent, 50.0);
    QCOMPARE(prices.storage, (StoragePrice{0.1, 1}));
    QVERIFY(!prices.asOf.isEmpty());
    for (qsizetype i = 0; i < prices.prices.size(); ++i)
        QVERIFY2(prices.problemOf(i).isEmpty(), qPrintable(prices.problemOf(i)));
    for (const QString &model : {u"gpt-4o-mini-2024-07-18"_s, u"gpt-4.1"_s, u"gpt-5-2025-08-07"_s,
                                 u"text-embedding-3-small"_s, u"local-echo"_s})
        QVERIFY2(prices.priceOf(model), qPrintable(model));
    QVERIFY(prices.priceOf(u"gpt-4o-2024-08-06"_s)->input >
            prices.priceOf(u"gpt-4o-mini-2024-07-18"_s)->input);
}

void TestPriceTable::storageIsPartOfIt()
{
    PriceTable prices = table();
    prices.storage = {0.25, 2};
    QCOMPARE(PriceTable::fromJson(prices.toJson()).value(), prices);
    // A table of before there were such prices, and one that was edited by hand.
    QCOMPARE(PriceTable::fromJson(R"({"prices":[]})")->storage, StoragePrice());
    QCOMPARE(PriceTable::fromJson(R"({"prices":[],"storage":{"gb_day":-1,"free_gb":"x"}})")->storage, StoragePrice());
}

void TestPriceTable::trainingPrice_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<double>("dollars"); // -1: none
    QTest::newRow("its name") << u"big"_s << 25.0;
    QTest::newRow("a snapshot") << u"big-2025-01-31"_s << 25.0;
    QTest::newRow("nobody knows") << u"big-mini"_s << -1.0;
    QTest::newRow("unknown") << u"other"_s << -1.0;
    QTest::newRow("for nothing") << u"free"_s << 0.0;
    QTest::newRow("tuned: as its base") << u"ft:big-2025-01-31:me::abc"_s << 25.0;
    QTest::newRow("tuned, with a price of its own") << u"ft:small:me::abc"_s << 9.0;
    QTest::newRow("tuned of a base without a price") << u"ft:big-mini:me::abc"_s << -1.0;
}

void TestPriceTable::trainingPrice()
{
    QFETCH(QString, model);
    QFETCH(double, dollars);
    PriceTable prices = table();
    prices.prices[0].training = 25;
    prices.prices[5].training = 0;
    prices.prices.append({u"small"_s, 1, 1, {}, 3});
    prices.prices.append({u"ft:small"_s, 2, 2, {}, 9});
    QCOMPARE(prices.trainingPriceOf(model).value_or(-1), dollars);
}

void TestPriceTable::trainingIsPartOfIt()
{
    PriceTable prices = table();
    prices.prices[0].training = 25;
    prices.prices[5].training = 0; // which is not the same as none
    QCOMPARE(PriceTable::fromJson(prices.toJson()).value(), prices);
    // A table of before there were such prices has none, and says so in no way.
    const QByteArray before = R"({"prices":[{"model":"a","input":1,"output":2,"cached":0.5}]})";
    const auto old = PriceTable::fromJson(before);
    QVERIFY(old);
    QCOMPARE(old->prices, (QList<ModelPrice>{{u"a"_s, 1, 2, 0.5, std::nullopt}}));
    QVERIFY(!old->toJson().contains("training"));
    QVERIFY(!PriceTable::fromJson(R"({"prices":[{"model":"a","input":1,"output":2,"training":"x"}]})")
                 ->trainingPriceOf(u"a"_s));
    prices.prices[0].training = -1;
    QVERIFY(!prices.problemOf(0).isEmpty());
    for (const QString &model : {u"gpt-4o-mini-2024-07-18"_s, u"gpt-4.1-2025-04-14"_s, u"davinci-002"_s,
                                 u"ft:gpt-4.1-mini-2025-04-14:me::abc"_s})
        QVERIFY2(PriceTable::shipped().trainingPriceOf(model).value_or(0) > 0, qPrintable(model));
    QVERIFY(!PriceTable::shipped().trainingPriceOf(u"o4-mini-2025-04-16"_s)); // by the hour
}

void TestPriceTable::settingsKeepThem()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"settings.json"_s);
    {
        Settings settings(path);
        QCOMPARE(pricesOf(settings), PriceTable::shipped());
        setPrices(settings, table());
        QCOMPARE(pricesOf(settings), table());
        QVERIFY(settings.save());
    }
    Settings settings(path);
    QCOMPARE(pricesOf(settings), table());
    // Back to those of the program: a later program's newer prices hold then.
    setPrices(settings, PriceTable::shipped());
    QVERIFY(settings.text(Setting::Prices).isEmpty());
}

void TestPriceTable::whatIsNoTable_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("something else") << "{}"_ba;
    QTest::newRow("a price below nothing") << R"({"prices":[{"model":"a","input":-1,"output":1}]})"_ba;
    QTest::newRow("a price as text") << R"({"prices":[{"model":"a","input":"1","output":1}]})"_ba;
    QTest::newRow("no name") << R"({"prices":[{"input":1,"output":1}]})"_ba;
}

void TestPriceTable::whatIsNoTable()
{
    QFETCH(QByteArray, json);
    QVERIFY(!PriceTable::fromJson(json));
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.json"_s));
    settings.set(Setting::Prices, QString::fromUtf8(json));
    QCOMPARE(pricesOf(settings), PriceTable::shipped());
}

QTEST_GUILESS_MAIN(TestPriceTable)
#include "tst_pricetable.moc"

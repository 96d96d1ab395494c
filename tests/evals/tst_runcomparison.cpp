// SPDX-License-Identifier: GPL-3.0-or-later
// Runs compared row by row: the counts against a second computation, pairs by number and by content, the
// exact test against exact fractions, and the word diff.
#include "evals/exacttest.h"
#include "evals/runcomparison.h"
#include "evals/worddiff.h"

#include <QJsonArray>
#include <QLocale>
#include <QRandomGenerator>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

QJsonObject outputItem(const QString &run, int number, const QJsonObject &row, const QString &status,
                       const QJsonArray &results = {})
{
    return {{u"id"_s, u"%1-item-%2"_s.arg(run).arg(number)},
            {u"datasource_item_id"_s, number},
            {u"datasource_item"_s, row},
            {u"status"_s, status},
            {u"results"_s, results},
            {u"sample"_s, QJsonObject{{u"usage"_s, QJsonObject{{u"total_tokens"_s, 7}}}}}};
}

QJsonObject grade(const QString &criterion, double score, bool passed)
{
    return {{u"name"_s, criterion}, {u"score"_s, score}, {u"passed"_s, passed}};
}

ComparedRun runOf(const QString &name, const QJsonArray &items)
{
    ComparedRun run{name, name, {}};
    for (const QJsonValue &item : items)
        run.items << EvalOutputItem::fromJson(item.toObject());
    return run;
}

QJsonObject rowNamed(const QString &text)
{
    return {{u"text"_s, text}};
}

QStringList changes(const RunComparison &comparison, int run)
{
    static const QHash<RowChange, QString> words{{RowChange::Same, u"same"_s},
                                                 {RowChange::Regression, u"regression"_s},
                                                 {RowChange::Improvement, u"improvement"_s},
                                                 {RowChange::Error, u"error"_s},
                                                 {RowChange::Missing, u"missing"_s}};
    QStringList found;
    for (const ComparedRow &row : comparison.rows)
        found << words.value(row.cells[size_t(run)].change);
    return found;
}

/// 400 items with verdicts and grades by chance, some of them in error.
QJsonArray randomItems(const QString &run, quint32 seed)
{
    QRandomGenerator chance(seed);
    QJsonArray items;
    for (int i = 0; i < 400; ++i) {
        const int dice = int(chance.bounded(20));
        const double near = double(chance.bounded(5)) / 4;
        QJsonArray results{grade(u"near"_s, near, near > 0.5)};
        if (chance.bounded(10) > 0) // some are not graded by every criterion
            results << grade(u"exact"_s, dice < 13, dice < 13);
        items << outputItem(run, i, rowNamed(u"row %1"_s.arg(i)),
                            dice == 19  ? u"error"_s
                            : dice < 13 ? u"pass"_s
                                        : u"fail"_s,
                            results);
    }
    return items;
}

/// Reads the wire's own words, pair by pair, each figure in a loop of its own: slow, and nothing of it is
/// shared with what it checks.
struct Recount
{
    const QJsonArray &before;
    const QJsonArray &now;

    template <typename Pick> int pairs(Pick pick) const
    {
        int count = 0;
        for (const QJsonValue &a : before) {
            for (const QJsonValue &b : now) {
                if (a[u"datasource_item_id"_s] == b[u"datasource_item_id"_s] && pick(a, b))
                    ++count;
            }
        }
        return count;
    }
    int verdicts(const QString &was, const QString &is) const
    {
        return pairs([&](const QJsonValue &a, const QJsonValue &b) {
            return a[u"status"_s] == was && b[u"status"_s] == is;
        });
    }
    static QJsonValue result(const QJsonValue &item, const QString &criterion)
    {
        for (const QJsonValue &result : item[u"results"_s].toArray()) {
            if (result[u"name"_s] == criterion)
                return result;
        }
        return QJsonValue::Undefined;
    }
    template <typename Pick> int grades(const QString &criterion, Pick pick) const
    {
        return pairs([&](const QJsonValue &a, const QJsonValue &b) {
            const QJsonValue was = result(a, criterion);
            const QJsonValue is = result(b, criterion);
            const bool counts = a[u"status"_s] != u"error"_s && b[u"status"_s] != u"error"_s;
            return counts && !was.isUndefined() && !is.isUndefined() && pick(was, is);
        });
    }
};

} // namespace

class TestRunComparison : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsAgreeWithARecount();
    void changesAreNamed();
    void rowsPairByNumber();
    void rowsWithOtherNumbersPairByContent();
    void rowsThatNobodyElseHasAreSaid();
    void rowsThatOccurTwicePairInTheirOrder();
    void rowsWithoutContentPairByNumber();
    void aCriterionWithoutScoresCountsAsPassedOrNot();
    void differenceIsOfTheSameRows();
    void inputsAreOneLine();
    void emptyRunsCompare();
    void exactTestAgreesWithFractions_data();
    void exactTestAgreesWithFractions();
    void exactTestOfNothing();
    void pIsOneWord_data();
    void pIsOneWord();
    void wordsDiffer_data();
    void wordsDiffer();
    void diffsMakeUpBothTexts();
};

void TestRunComparison::countsAgreeWithARecount()
{
    const QJsonArray a = randomItems(u"a"_s, 11);
    const QJsonArray b = randomItems(u"b"_s, 12);
    const QJsonArray c = randomItems(u"c"_s, 13);
    const auto comparison = compareRuns({runOf(u"a"_s, a), runOf(u"b"_s, b), runOf(u"c"_s, c)});
    QCOMPARE(comparison->rows.size(), size_t(400));
    QCOMPARE(comparison->criteria.size(), 2);
    const QList<QJsonArray> all{a, b, c};
    for (int run = 1; run < 3; ++run) {
        const Recount recount{a, all.at(run)};
        const RunTotals &totals = comparison->totals.at(run);
        QVERIFY(totals.paired.regressions > 10);
        QCOMPARE(totals.paired.regressions, recount.verdicts(u"pass"_s, u"fail"_s));
        QCOMPARE(totals.paired.improvements, recount.verdicts(u"fail"_s, u"pass"_s));
        QCOMPARE(totals.paired.bothPassed, recount.verdicts(u"pass"_s, u"pass"_s));
        QCOMPARE(totals.paired.bothFailed, recount.verdicts(u"fail"_s, u"fail"_s));
        QCOMPARE(totals.unclear, recount.pairs([](const QJsonValue &was, const QJsonValue &is) {
            return (was[u"status"_s] == u"error"_s) != (is[u"status"_s] == u"error"_s);
        }));
        QCOMPARE(totals.tokens, 2800);
        QCOMPARE(totals.items, 400);
        QCOMPARE(totals.passed + totals.failed + totals.errored, 400);
        for (int criterion = 0; criterion < 2; ++criterion) {
            const QString name = comparison->criteria.at(criterion);
            const CriterionComparison &result = totals.criteria.at(criterion);
            const auto passed = [](const QJsonValue &grade) { return grade[u"passed"_s].toBool(); };
            const auto score = [](const QJsonValue &grade) { return grade[u"score"_s].toDouble(); };
            QCOMPARE(result.counts.regressions, recount.grades(name, [&](const auto &was, const auto &is) {
                return passed(was) && !passed(is);
            }));
            QCOMPARE(result.counts.improvements, recount.grades(name, [&](const auto &was, const auto &is) {
                return !passed(was) && passed(is);
            }));
            QCOMPARE(result.scored, recount.grades(name, [](const auto &, const auto &) { return true; }));
            QCOMPARE(result.higher, recount.grades(name, [&](const auto &was, const auto &is) {
                return score(is) > score(was);
            }));
            QCOMPARE(result.lower, recount.grades(name, [&](const auto &was, const auto &is) {
                return score(is) < score(was);
            }));
            double sum = 0;
            recount.grades(name, [&](const auto &was, const auto &is) {
                sum += score(is) - score(was);
                return true;
            });
            QVERIFY(std::abs(result.meanDelta - sum / double(result.scored)) < 1e-12);
        }
    }
    int passes = 0;
    int fails = 0;
    for (const QJsonValue &item : b) {
        passes += item[u"status"_s] == u"pass"_s;
        fails += item[u"status"_s] == u"fail"_s;
    }
    QCOMPARE(comparison->totals.at(1).passRate.value(), double(passes) / double(passes + fails));
    // Of the rows both have a verdict on, and of no others.
    const Recount recount{a, b};
    const int same = recount.verdicts(u"pass"_s, u"pass"_s) + recount.verdicts(u"fail"_s, u"fail"_s);
    const int better = recount.verdicts(u"fail"_s, u"pass"_s);
    const int worse = recount.verdicts(u"pass"_s, u"fail"_s);
    QCOMPARE(comparison->totals.at(1).delta.value(), double(better - worse) / double(same + better + worse));
    QVERIFY(!comparison->totals.at(0).delta);
}

void TestRunComparison::changesAreNamed()
{
    const QStringList was{u"pass"_s, u"fail"_s, u"pass"_s, u"error"_s, u"error"_s, u"pass"_s, u"failed"_s};
    const QStringList is{u"fail"_s, u"pass"_s, u"error"_s, u"pass"_s, u"error"_s, u"pass"_s, u"fail"_s};
    QJsonArray a;
    QJsonArray b;
    for (int i = 0; i < was.size(); ++i) {
        a << outputItem(u"a"_s, i, rowNamed(QString::number(i)), was.at(i));
        b << outputItem(u"b"_s, i, rowNamed(QString::number(i)), is.at(i));
    }
    const auto comparison = compareRuns({runOf(u"a"_s, a), runOf(u"b"_s, b)});
    QCOMPARE(changes(*comparison, 1), (QStringList{u"regression"_s, u"improvement"_s, u"error"_s, u"error"_s,
                                                   u"same"_s, u"same"_s, u"same"_s}));
    QCOMPARE(changes(*comparison, 0), QStringList(7, u"same"_s));
    QCOMPARE(comparison->totals.at(1).paired.pairs(), 4);
}

void TestRunComparison::rowsPairByNumber()
{
    // The order in which items come means nothing.
    const QJsonArray a{outputItem(u"a"_s, 0, rowNamed(u"x"_s), u"pass"_s),
                       outputItem(u"a"_s, 1, rowNamed(u"y"_s), u"pass"_s)};
    const QJsonArray b{outputItem(u"b"_s, 1, rowNamed(u"y"_s), u"fail"_s),
                       outputItem(u"b"_s, 0, rowNamed(u"x"_s), u"pass"_s)};
    const auto comparison = compareRuns({runOf(u"a"_s, a), runOf(u"b"_s, b)});
    QCOMPARE(comparison->rows.size(), size_t(2));
    QCOMPARE(changes(*comparison, 1), (QStringList{u"same"_s, u"regression"_s}));
    QCOMPARE(comparison->item(1, 1)->id, u"b-item-1"_s);
    QCOMPARE(comparison->totals.at(1).renumbered, 0);
}

void TestRunComparison::rowsWithOtherNumbersPairByContent()
{
    // The second run's data have a new row in front, which moves all numbers by one.
    QJsonArray a;
    QJsonArray b{outputItem(u"b"_s, 0, rowNamed(u"new"_s), u"pass"_s)};
    for (int i = 0; i < 5; ++i) {
        a << outputItem(u"a"_s, i, rowNamed(QString::number(i)), u"pass"_s);
        b << outputItem(u"b"_s, i + 1, rowNamed(QString::number(i)), i == 3 ? u"fail"_s : u"pass"_s);
    }
    const auto comparison = compareRuns({runOf(u"a"_s, a), runOf(u"b"_s, b)});
    QCOMPARE(comparison->rows.size(), size_t(6));
    QCOMPARE(changes(*comparison, 1),
             (QStringList{u"same"_s, u"same"_s, u"same"_s, u"regression"_s, u"same"_s, u"missing"_s}));
    const RunTotals &totals = comparison->totals.at(1);
    QCOMPARE(totals.renumbered, 5);
    QCOMPARE(totals.extra, 1);
    QCOMPARE(totals.missing, 0);
    QCOMPARE(totals.paired.regressions, 1);
}

void TestRunComparison::rowsThatNobodyElseHasAreSaid()
{
    const QJsonArray a{outputItem(u"a"_s, 0, rowNamed(u"x"_s), u"pass"_s),
                       outputItem(u"a"_s, 1, rowNamed(u"y"_s), u"fail"_s)};
    const QJsonArray b{outputItem(u"b"_s, 0, rowNamed(u"other"_s), u"fail"_s)};
    const QJsonArray c{outputItem(u"c"_s, 7, rowNamed(u"other"_s), u"fail"_s)};
    const auto comparison = compareRuns({runOf(u"a"_s, a), runOf(u"b"_s, b), runOf(u"c"_s, c)});
    QCOMPARE(comparison->rows.size(), size_t(3));
    QCOMPARE(comparison->totals.at(1).missing, 2);
    QCOMPARE(comparison->totals.at(1).extra, 1);
    QCOMPARE(comparison->totals.at(1).paired.pairs(), 0);
    QVERIFY(!comparison->totals.at(1).paired.p());
    // What only later runs have is one row of theirs.
    QVERIFY(comparison->item(2, 1));
    QVERIFY(comparison->item(2, 2));
    QVERIFY(!comparison->item(2, 0));
    QCOMPARE(comparison->totals.at(2).renumbered, 0); // the baseline has nothing that it could be numbered by
}

void TestRunComparison::rowsThatOccurTwicePairInTheirOrder()
{
    QJsonArray a;
    QJsonArray b;
    for (int i = 0; i < 3; ++i) {
        a << outputItem(u"a"_s, i, rowNamed(u"same text"_s), u"pass"_s);
        b << outputItem(u"b"_s, i + 10, rowNamed(u"same text"_s), i == 0 ? u"fail"_s : u"pass"_s);
    }
    const auto comparison = compareRuns({runOf(u"a"_s, a), runOf(u"b"_s, b)});
    QCOMPARE(comparison->rows.size(), size_t(3));
    QCOMPARE(changes(*comparison, 1), (QStringList{u"regression"_s, u"same"_s, u"same"_s}));
}

void TestRunComparison::rowsWithoutContentPairByNumber()
{
    const QJsonArray a{outputItem(u"a"_s, 3, {}, u"pass"_s), outputItem(u"a"_s, 4, {}, u"pass"_s)};
    const QJsonArray b{outputItem(u"b"_s, 4, {}, u"fail"_s), outputItem(u"b"_s, 5, {}, u"fail"_s)};
    const auto comparison = compareRuns({runOf(u"a"_s, a), runOf(u"b"_s, b)});
    QCOMPARE(changes(*comparison, 1), (QStringList{u"missing"_s, u"regression"_s, u"missing"_s}));
}

void TestRunComparison::aCriterionWithoutScoresCountsAsPassedOrNot()
{
    const auto graded = [](bool passed) {
        return QJsonArray{QJsonObject{{u"name"_s, u"check"_s}, {u"passed"_s, passed}}};
    };
    const QJsonArray a{outputItem(u"a"_s, 0, rowNamed(u"x"_s), u"pass"_s, graded(true))};
    const QJsonArray b{outputItem(u"b"_s, 0, rowNamed(u"x"_s), u"fail"_s, graded(false))};
    const auto comparison = compareRuns({runOf(u"a"_s, a), runOf(u"b"_s, b)});
    QCOMPARE(comparison->score(0, 0, 0), std::optional(1.0));
    QCOMPARE(comparison->score(0, 1, 0), std::optional(0.0));
    QCOMPARE(comparison->totals.at(1).criteria.at(0).meanDelta, -1.0);
}

void TestRunComparison::differenceIsOfTheSameRows()
{
    const auto run = [](const QString &name, int from, int to, const QString &verdict) {
        QJsonArray items;
        for (int i = from; i < to; ++i)
            items << outputItem(name, i, rowNamed(u"row %1"_s.arg(i)), verdict, {});
        return items;
    };
    // The rows of b are among those of a; c has others altogether.
    QJsonArray a = run(u"a"_s, 0, 4, u"fail"_s);
    for (const QJsonValue &item : run(u"a"_s, 4, 8, u"pass"_s))
        a << item;
    const auto comparison = compareRuns(
        {runOf(u"a"_s, a), runOf(u"b"_s, run(u"b"_s, 0, 4, u"fail"_s)), runOf(u"c"_s, run(u"c"_s, 20, 24, u"fail"_s))});
    QCOMPARE(comparison->totals.at(0).passRate.value(), 0.5);
    QCOMPARE(comparison->totals.at(1).passRate.value(), 0.0);
    QCOMPARE(comparison->totals.at(1).delta.value(), 0.0);
    QVERIFY(!comparison->totals.at(2).delta);
}

void TestRunComparison::inputsAreOneLine()
{
    const QJsonArray items{outputItem(u"a"_s, 0, rowNamed(u"pay\n\nSent\tfrom"_s), u"pass"_s, {})};
    const auto comparison = compareRuns({runOf(u"a"_s, items), runOf(u"b"_s, {})});
    QCOMPARE(comparison->rows.at(0).input, u"pay Sent from"_s);
}

void TestRunComparison::emptyRunsCompare()
{
    const auto comparison = compareRuns({runOf(u"a"_s, {}), runOf(u"b"_s, {})});
    QVERIFY(comparison->rows.empty());
    QVERIFY(!comparison->totals.at(0).passRate);
    QVERIFY(!comparison->totals.at(1).delta);
}

void TestRunComparison::exactTestAgreesWithFractions_data()
{
    // Python: min(1, Fraction(2 * sum(comb(n, i) for i in range(min(b, c) + 1)), 2 ** n)), n = b + c.
    QTest::addColumn<int>("b");
    QTest::addColumn<int>("c");
    QTest::addColumn<double>("p");
    const struct
    {
        int b;
        int c;
        double p;
    } rows[] = {
        {0, 1, 1.0},
        {1, 0, 1.0},
        {5, 5, 1.0},
        {0, 5, 0.0625},
        {3, 12, 0.03515625},
        {7, 8, 1.0},
        {41, 14, 0.0003552811186314786},
        {14, 41, 0.0003552811186314786},
        {19, 40, 0.008641499683281734},
        {100, 150, 0.001883300935076157},
        {1000, 1200, 2.1817026407914712e-05},
        {5000, 5300, 0.003215819673645239},
        {0, 60, 1.734723475976807e-18},
        {9000, 9000, 1.0},
        {10000, 9000, 4.194037144140787e-13},
    };
    for (const auto &row : rows)
        QTest::addRow("%d and %d", row.b, row.c) << row.b << row.c << row.p;
}

void TestRunComparison::exactTestAgreesWithFractions()
{
    QFETCH(int, b);
    QFETCH(int, c);
    QFETCH(double, p);
    const auto result = exactTest(b, c);
    QVERIFY(result);
    QVERIFY2(std::abs(*result - p) <= 1e-12 * p,
             qPrintable(u"%1, not %2"_s.arg(*result, 0, 'g', 17).arg(p, 0, 'g', 17)));
}

void TestRunComparison::exactTestOfNothing()
{
    QVERIFY(!exactTest(0, 0));
    QVERIFY(!exactTest(-1, 3));
}

void TestRunComparison::pIsOneWord_data()
{
    QTest::addColumn<double>("p");
    QTest::addColumn<QString>("text");
    QTest::newRow("tiny") << 0.00003 << u"p < 0.0001"_s;
    QTest::newRow("small") << 0.00038 << u"p = 0.0004"_s;
    QTest::newRow("hundredths") << 0.0086 << u"p = 0.009"_s;
    QTest::newRow("chance") << 0.42 << u"p = 0.42"_s;
    QTest::newRow("none") << 1.0 << u"p = 1.00"_s;
}

void TestRunComparison::pIsOneWord()
{
    QLocale::setDefault(QLocale::c());
    QFETCH(double, p);
    QFETCH(QString, text);
    const QString shown = pText(p);
    QVERIFY2(!shown.contains(u' '), "a line can break inside it");
    QCOMPARE(QString(shown).replace(QChar(QChar::Nbsp), u' '), text);
    QCOMPARE(pText(std::nullopt), QString());
}

void TestRunComparison::wordsDiffer_data()
{
    using Kind = DiffPart::Kind;
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QList<DiffPart>>("parts");
    QTest::newRow("equal") << u"a b"_s << u"a b"_s << QList<DiffPart>{{Kind::Same, u"a b"_s}};
    QTest::newRow("empty") << QString() << QString() << QList<DiffPart>();
    QTest::newRow("a word") << u"the red fox"_s << u"the blue fox"_s
                            << QList<DiffPart>{{Kind::Same, u"the "_s},
                                               {Kind::Removed, u"red"_s},
                                               {Kind::Added, u"blue"_s},
                                               {Kind::Same, u" fox"_s}};
    QTest::newRow("parts of a name") << u"delivery.lost"_s << u"delivery.late"_s
                                     << QList<DiffPart>{{Kind::Same, u"delivery."_s},
                                                        {Kind::Removed, u"lost"_s},
                                                        {Kind::Added, u"late"_s}};
    QTest::newRow("all new") << QString() << u"x"_s << QList<DiffPart>{{Kind::Added, u"x"_s}};
    QTest::newRow("all gone") << u"x"_s << QString() << QList<DiffPart>{{Kind::Removed, u"x"_s}};
    QTest::newRow("at the end") << u"a"_s << u"a b"_s
                                << QList<DiffPart>{{Kind::Same, u"a"_s}, {Kind::Added, u" b"_s}};
}

void TestRunComparison::wordsDiffer()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QList<DiffPart>, parts);
    QCOMPARE(wordDiff(before, after), parts);
}

void TestRunComparison::diffsMakeUpBothTexts()
{
    QRandomGenerator chance(5);
    for (int round = 0; round < 200; ++round) {
        // From nearly alike to so different and long that the search gives up.
        const int length = round < 190 ? int(chance.bounded(60)) : 3000;
        QString before;
        QString after;
        for (int i = 0; i < length; ++i) {
            const QString word = u"w%1 "_s.arg(chance.bounded(round % 2 ? 4 : 1000));
            before += word;
            after += chance.bounded(3) > 0 ? word : u"x%1, "_s.arg(chance.bounded(5));
        }
        QString one;
        QString other;
        const QList<DiffPart> parts = wordDiff(before, after);
        for (const DiffPart &part : parts) {
            if (part.kind != DiffPart::Kind::Added)
                one += part.text;
            if (part.kind != DiffPart::Kind::Removed)
                other += part.text;
        }
        QCOMPARE(one, before);
        QCOMPARE(other, after);
    }
}

QTEST_GUILESS_MAIN(TestRunComparison)
#include "tst_runcomparison.moc"

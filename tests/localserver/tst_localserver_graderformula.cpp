// SPDX-License-Identifier: GPL-3.0-or-later
// The formulas of multi graders (calculate_output).
#include "localserver/graders/formula.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace odc::server;

class TestLocalServerGraderFormula : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void evaluates_data();
    void evaluates();
    void refuses_data();
    void refuses();
    void agreesWithPlainArithmetic();
    void anyTextIsAnsweredWithoutHarm();
};

static const QHash<QString, double> variables{{u"a"_s, 0.5}, {u"b_2"_s, 4}, {u"max"_s, 7}, {u"zero"_s, 0}};

void TestLocalServerGraderFormula::evaluates_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<double>("value");
    const auto row = [](const QString &formula, double value) {
        QTest::newRow(qPrintable(formula)) << formula << value;
    };
    row(u"1"_s, 1);
    row(u" 2.5 "_s, 2.5);
    row(u".5"_s, 0.5);
    row(u"5."_s, 5);
    row(u"1e3"_s, 1000);
    row(u"2E-2"_s, 0.02);
    row(u"1e+2"_s, 100);
    row(u"a"_s, 0.5);
    row(u"b_2"_s, 4);
    row(u"0.7 * a + 0.3 * b_2"_s, 0.7 * 0.5 + 0.3 * 4);
    row(u"1 - 2 - 3"_s, -4);
    row(u"24 / 4 / 2"_s, 3);
    row(u"1 + 2 * 3"_s, 7);
    row(u"(1 + 2) * 3"_s, 9);
    row(u"2 ^ 3 ^ 2"_s, 512);
    row(u"(2 ^ 3) ^ 2"_s, 64);
    row(u"-2 ^ 2"_s, -4);
    row(u"2 ^ -1"_s, 0.5);
    row(u"2 * 3 ^ 2"_s, 18);
    row(u"--3"_s, 3);
    row(u"-+-+3"_s, 3);
    row(u"4 - -3"_s, 7);
    row(u"2*-3"_s, -6);
    row(u"min(3, 1, 2)"_s, 1);
    row(u"max(3, 1, 5, 2)"_s, 5);
    row(u"min(4)"_s, 4);
    row(u"abs(-3)"_s, 3);
    row(u"floor(-1.5)"_s, -2);
    row(u"ceil(1.2)"_s, 2);
    row(u"exp(1)"_s, std::exp(1));
    row(u"sqrt(b_2)"_s, 2);
    row(u"log(exp(2))"_s, 2);
    row(u"max"_s, 7);
    row(u"max + max(1, 2)"_s, 9);
    row(u"max (1, max(2, 3) * 2)"_s, 6);
    row(u"\t( ( a ) )\n"_s, 0.5);
    row(u"("_s.repeated(100) + u'1' + u")"_s.repeated(100), 1);
    row(u"1"_s + u"+1"_s.repeated(20'000), 20'001);
    row(u"-"_s.repeated(20'000) + u'1', 1);
}

void TestLocalServerGraderFormula::evaluates()
{
    QFETCH(QString, formula);
    QFETCH(double, value);
    const FormulaResult result = evaluateFormula(formula, variables);
    QCOMPARE(result.error, QString());
    QVERIFY2(std::abs(result.value - value) < 1e-12, qPrintable(QString::number(result.value, 'g', 17)));
    QCOMPARE(formulaFault(formula, variables.keys()), QString());
}

void TestLocalServerGraderFormula::refuses_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("error");
    QTest::addColumn<bool>("inItsForm");
    const auto row = [](const QString &formula, const QString &error, bool inItsForm = true) {
        QTest::newRow(qPrintable(u"%1 (%2)"_s.arg(formula.left(30), error))) << formula << error << inItsForm;
    };
    row(u""_s, u"ends too early"_s);
    row(u"  "_s, u"ends too early"_s);
    row(u"1 +"_s, u"ends too early"_s);
    row(u"(1"_s, u"ends too early"_s);
    row(u"min(1,"_s, u"ends too early"_s);
    row(u"1)"_s, u"')' is unexpected at character 2"_s);
    row(u"()"_s, u"')' is unexpected"_s);
    row(u"min()"_s, u"')' is unexpected"_s);
    row(u"1 2"_s, u"'2' is unexpected at character 3"_s);
    row(u"a b_2"_s, u"'b' is unexpected"_s);
    row(u"2a"_s, u"'a' is unexpected"_s);
    row(u"(1, 2)"_s, u"',' is unexpected"_s);
    row(u"1 ** 2"_s, u"'*' is unexpected"_s);
    row(u"1 % 2"_s, u"'%' is unexpected"_s);
    row(u"a.b"_s, u"'.' is unexpected"_s);
    row(u"a > 1"_s, u"'>' is unexpected"_s);
    row(u"."_s, u"'.' is no number"_s);
    row(u"1.2.3"_s, u"'.' is unexpected"_s);
    row(u"1e"_s, u"'1e' is no number"_s);
    row(u"c"_s, u"'c' is not the name of a grader"_s);
    row(u"A"_s, u"'A' is not the name of a grader"_s);
    row(u"sqrt"_s, u"'sqrt' is not the name of a grader"_s);
    row(u"a(1)"_s, u"'a' is not a function"_s);
    row(u"pow(1, 2)"_s, u"'pow' is not a function"_s);
    row(u"__import__(1)"_s, u"is not a function"_s);
    row(u"abs(1, 2)"_s, u"'abs' takes one argument"_s);
    row(u"ä"_s, u"is unexpected"_s);
    row(u"٣"_s, u"is unexpected"_s);
    row(u"("_s.repeated(101) + u'1' + u")"_s.repeated(101), u"too many parentheses"_s);
    row(u"("_s.repeated(100'000), u"too many parentheses"_s);
    row(u"2^"_s.repeated(100'000) + u'2', u"too many parentheses"_s);
    row(u"1 / zero"_s, u"not a finite number"_s, false);
    row(u"zero / zero"_s, u"not a finite number"_s, false);
    row(u"log(zero)"_s, u"not a finite number"_s, false);
    row(u"sqrt(zero - 1)"_s, u"not a finite number"_s, false);
    row(u"exp(1000)"_s, u"not a finite number"_s, false);
}

void TestLocalServerGraderFormula::refuses()
{
    QFETCH(QString, formula);
    QFETCH(QString, error);
    QFETCH(bool, inItsForm);
    const FormulaResult result = evaluateFormula(formula, variables);
    QVERIFY2(result.error.contains(error), qPrintable(result.error));
    QCOMPARE(result.value, 0.0);
    // What depends on the scores cannot be said when the grader is made.
    QCOMPARE(formulaFault(formula, variables.keys()), inItsForm ? result.error : QString());
}

/** Formulas made at random, worked out while they are made. */
void TestLocalServerGraderFormula::agreesWithPlainArithmetic()
{
    QRandomGenerator random(11);
    for (int i = 0; i < 500; ++i) {
        QString formula = u"1"_s;
        double value = 1;
        for (int step = random.bounded(12); step > 0; --step) {
            const double operand = random.bounded(1, 9) / 2.0;
            const QString text = QString::number(operand);
            switch (random.bounded(5)) {
            case 0:
                formula = u"(%1) + %2"_s.arg(formula, text);
                value += operand;
                break;
            case 1:
                formula = u"%2 - (%1)"_s.arg(formula, text);
                value = operand - value;
                break;
            case 2:
                formula = u"(%1)*%2"_s.arg(formula, text);
                value *= operand;
                break;
            case 3:
                formula = u"max(%1, %2)"_s.arg(formula, text);
                value = std::max(value, operand);
                break;
            default:
                formula = u"-(%1) / %2"_s.arg(formula, text);
                value = -value / operand;
            }
        }
        const FormulaResult result = evaluateFormula(formula, {});
        QCOMPARE(result.error, QString());
        QVERIFY2(std::abs(result.value - value) <= 1e-9 * std::max(1.0, std::abs(value)),
                 qPrintable(formula));
    }
}

void TestLocalServerGraderFormula::anyTextIsAnsweredWithoutHarm()
{
    QRandomGenerator random(5);
    const QString alphabet = u"0123456789..eE+-*/^(),, abmaxinsqrtlogfloor_#{}\u00e4\u20ac\n"_s;
    int good = 0;
    for (int i = 0; i < 20'000; ++i) {
        QString formula;
        for (int length = random.bounded(1 + i % 40); length > 0; --length)
            formula += alphabet[random.bounded(int(alphabet.size()))];
        const FormulaResult result = evaluateFormula(formula, variables);
        QVERIFY(std::isfinite(result.value));
        QVERIFY(result.error.isEmpty() || result.value == 0);
        good += result.error.isEmpty() ? 1 : 0;
    }
    QVERIFY2(good > 50, "some of the garbage must be formulas, or only the first character is tested");
}

QTEST_GUILESS_MAIN(TestLocalServerGraderFormula)
#include "tst_localserver_graderformula.moc"

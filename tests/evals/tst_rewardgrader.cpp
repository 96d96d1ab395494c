// SPDX-License-Identifier: GPL-3.0-or-later
// Rewards of reinforcement: which formulas can be worked out, and what is wrong with a grader made of
// several.
#include "evals/graderrules.h"
#include "evals/rewardformula.h"
#include "evals/rewardgrader.h"

#include <QJsonDocument>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

QJsonObject multi(const QString &formula, const QByteArray &graders)
{
    return {{u"type"_s, u"multi"_s},
            {u"name"_s, u"mix"_s},
            {u"graders"_s, QJsonDocument::fromJson(graders).object()},
            {u"calculate_output"_s, formula}};
}

const QByteArray exact =
    R"("exact":{"type":"string_check","name":"exact","input":"{{sample.output_text}}","reference":"{{item.answer}}","operation":"eq"})";
const QByteArray near =
    R"("near":{"type":"text_similarity","name":"near","input":"{{sample.output_json.text}}","reference":"{{item.text.short}}","evaluation_metric":"fuzzy_match"})";

} // namespace

class TestRewardGrader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formulas_data();
    void formulas();
    void namesStandInFormulas();
    void severalGraders_data();
    void severalGraders();
    void aScoreNeedsNoThreshold();
    void keysOfExamplesAreRead();
    void oneBecomesOneOfSeveral();
};

void TestRewardGrader::formulas_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<bool>("fine");
    for (const char *fine : {"exact", "0.7 * exact + 0.3 * near", "-exact", "(exact + near) / 2",
                             "max(exact, near, 0.5)", "exact ^ 2 - +near", "abs(exact - near)",
                             "min(1, exp(log(sqrt(near))))", "ceil(floor(exact))", ".5*exact"})
        QTest::newRow(fine) << QString::fromLatin1(fine) << true;
    for (const char *wrong :
         {"", "  ", "other", "exact +", "* exact", "exact near", "(exact", "exact)", "abs(exact, near)",
          "abs", "max()", "exact % 2", "1.2.3", "exact[0]", "round(exact)", "\"exact\""})
        QTest::newRow(qPrintable(u"not: %1"_s.arg(QLatin1StringView(wrong))))
            << QString::fromLatin1(wrong) << false;
    QTest::newRow("not: too deep") << QString(200, u'(') + u"exact"_s + QString(200, u')') << false;
}

void TestRewardGrader::formulas()
{
    QFETCH(QString, formula);
    QFETCH(bool, fine);
    const QString fault = faultOfFormula(formula, {u"exact"_s, u"near"_s});
    QVERIFY2(fault.isEmpty() == fine, qPrintable(fault));
}

void TestRewardGrader::namesStandInFormulas()
{
    QCOMPARE(namesInFormula(u"max(b, 2*a) + b"_s), (QStringList{u"b"_s, u"a"_s}));
    QVERIFY(isFormulaName(u"exact_2"_s) && isFormulaName(u"_x"_s));
    for (const QString &name : {u""_s, u"2nd"_s, u"two words"_s, u"max"_s, u"größe"_s, u"a.b"_s, u" a"_s})
        QVERIFY2(!isFormulaName(name), qPrintable(name));
    QCOMPARE(formulaNameOf(u"String check"_s, {}), u"string_check"_s);
    QCOMPARE(formulaNameOf(u"String check"_s, {u"string_check"_s}), u"string_check_2"_s);
    QVERIFY(isFormulaName(formulaNameOf(u"7 Größen"_s, {})));
    QVERIFY(isFormulaName(formulaNameOf(u"max"_s, {})));
}

void TestRewardGrader::severalGraders_data()
{
    QTest::addColumn<QJsonObject>("grader");
    QTest::addColumn<QStringList>("paths");
    const QByteArray both = "{" + exact + "," + near + "}";
    QTest::newRow("fine") << multi(u"exact + near"_s, both) << QStringList();
    QTest::newRow("one is not used") << multi(u"exact"_s, both) << QStringList{u"calculate_output"_s};
    QTest::newRow("no formula") << multi({}, "{" + exact + "}")
                                << QStringList{u"calculate_output"_s, u"calculate_output"_s};
    QTest::newRow("none") << multi(u"1"_s, "{}") << QStringList{u"graders"_s};
    QTest::newRow("a name with a blank")
        << multi(u"1"_s, R"({"a b":{"type":"string_check"}})") << QStringList{u"graders"_s};
    QTest::newRow("one grader where the map should be")
        << multi(u"1"_s, R"({"type":"string_check","name":"x"})") << QStringList{u"graders"_s};
    QTest::newRow("a part without an operation")
        << multi(u"x"_s, R"({"x":{"type":"string_check","name":"x","input":"a","reference":"b"}})")
        << QStringList{u"graders.x.operation"_s};
    QTest::newRow("several in several")
        << multi(u"x"_s, R"({"x":{"type":"multi","name":"x"}})") << QStringList{u"graders.x.type"_s};
    QTest::newRow("nothing at all") << QJsonObject() << QStringList{QString()};
    QTest::newRow("labels are no score")
        << QJsonObject{{u"type"_s, u"label_model"_s}, {u"name"_s, u"x"_s}} << QStringList{u"type"_s};
}

void TestRewardGrader::severalGraders()
{
    QFETCH(QJsonObject, grader);
    QFETCH(QStringList, paths);
    QStringList found;
    for (const FormProblem &problem : rewardProblems(grader, {}))
        found << problem.path;
    QCOMPARE(found, paths);
}

void TestRewardGrader::aScoreNeedsNoThreshold()
{
    for (const QString &type : graderTypes(GraderUse::Reward)) {
        const QJsonObject grader = newGrader(type, u"x"_s, GraderUse::Reward);
        QVERIFY(!grader.contains("pass_threshold"_L1));
        for (const FormProblem &problem : rewardProblems(grader, {}))
            QVERIFY2(problem.path != "pass_threshold"_L1, qPrintable(type));
    }
}

void TestRewardGrader::keysOfExamplesAreRead()
{
    QCOMPARE(rewardItemKeys(multi(u"exact"_s, "{" + exact + "," + near + "}")),
             (QStringList{u"answer"_s, u"text.short"_s}));
    const QJsonObject model = QJsonDocument::fromJson(
                                  R"({"type":"score_model","name":"s","model":"m","input":[
        {"role":"user","content":[{"type":"input_text","text":"Is {{ item.sku }} {{sample.output_text}}?"}]}]})")
                                  .object();
    QCOMPARE(rewardItemKeys(model), QStringList{u"sku"_s});
}

void TestRewardGrader::oneBecomesOneOfSeveral()
{
    const QJsonObject one = QJsonDocument::fromJson("{" + exact + "}").object().value("exact"_L1).toObject();
    const QJsonObject several = multiOf(one, u"exact"_s);
    QVERIFY(isMultiGrader(several) && !isMultiGrader(one));
    QCOMPARE(several.value("graders"_L1).toObject().value("exact"_L1).toObject(), one);
    QVERIFY(rewardProblems(several, {}).isEmpty());
}

QTEST_GUILESS_MAIN(TestRewardGrader)
#include "tst_rewardgrader.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What each type of grader makes of an item and a sample. The models are played by the test.
#include "localserver/graders/grader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace odc::server;

namespace {

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

/** Answers what it was told to, and remembers what it was asked. */
class ToldAnswers : public ModelAnswers
{
public:
    Answer answer(const QString &model, const QJsonArray &messages, const QJsonObject &sampling) override
    {
        ++asked;
        lastModel = model;
        lastMessages = messages;
        lastSampling = sampling;
        return next;
    }

    Answer next;
    int asked = 0;
    QString lastModel;
    QJsonArray lastMessages;
    QJsonObject lastSampling;
};

const GradeInput &data()
{
    static const GradeInput input{
        object(R"({"label":"Berlin","text":"the quick brown fox","sku":"a7","n":4})"),
        object(R"({"output_text":"I think it is Berlin, really","output_json":{"sku":"A7"}})")};
    return input;
}

QJsonObject labelGrader()
{
    return object(R"({"type":"label_model","name":"tone","model":"judge-1","labels":["kind","rude","so so"],
        "passing_labels":["kind","so so"],"input":[{"role":"developer","content":"Judge the tone."},
        {"role":"user","content":"{{sample.output_text}}"}]})");
}

QJsonObject scoreGrader()
{
    return object(R"({"type":"score_model","name":"score","model":"judge-2","range":[1,5],"pass_threshold":4,
        "input":[{"role":"user","content":[{"type":"input_text","text":"Rate {{item.label}}"}]}]})");
}

} // namespace

class TestLocalServerGraders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stringCheck_data();
    void stringCheck();
    void textSimilarityPassesAtItsThreshold_data();
    void textSimilarityPassesAtItsThreshold();
    void whatIsMissingIsAnErrorNotAFail_data();
    void whatIsMissingIsAnErrorNotAFail();
    void labelModel_data();
    void labelModel();
    void labelsMayLookLikeSomethingElse();
    void scoreModel_data();
    void scoreModel();
    void theModelIsAskedWhatTheGraderSays();
    void theExchangeIsKept();
    void aModelThatFailsIsAnError();
    void multi_data();
    void multi();
    void multiAddsUpWhatItsPartsCost();
    void multiTellsWhichPartFailed();
    void othersAreRefused_data();
    void othersAreRefused();
};

void TestLocalServerGraders::stringCheck_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("reference");
    QTest::addColumn<bool>("passed");
    const auto row = [](const QString &operation, const QString &input, const QString &reference,
                        bool passed) {
        QTest::newRow(qPrintable(u"%1 %2 %3"_s.arg(input, operation, reference)))
            << operation << input << reference << passed;
    };
    row(u"eq"_s, u"{{item.label}}"_s, u"Berlin"_s, true);
    row(u"eq"_s, u"{{item.label}}"_s, u"berlin"_s, false);
    row(u"eq"_s, u"{{item.label}} "_s, u"Berlin"_s, false);
    row(u"eq"_s, u"{{item.n}}"_s, u"4"_s, true);
    row(u"eq"_s, u""_s, u""_s, true);
    row(u"ne"_s, u"{{item.label}}"_s, u"Berlin"_s, false);
    row(u"ne"_s, u"{{item.label}}"_s, u"berlin"_s, true);
    row(u"like"_s, u"{{sample.output_text}}"_s, u"{{item.label}}"_s, true);
    row(u"like"_s, u"{{item.label}}"_s, u"{{sample.output_text}}"_s, false);
    row(u"like"_s, u"{{sample.output_text}}"_s, u"berlin"_s, false);
    row(u"like"_s, u"{{sample.output_text}}"_s, u"%Berlin%"_s, false);
    row(u"like"_s, u"anything"_s, u""_s, true);
    row(u"ilike"_s, u"{{sample.output_text}}"_s, u"BERLIN"_s, true);
    row(u"ilike"_s, u"{{sample.output_text}}"_s, u"Paris"_s, false);
    row(u"ilike"_s, u"{{sample.output_json.sku}}"_s, u"{{item.sku}}"_s, true);
    row(u"ilike"_s, u"Die STRASSE"_s, u"straße"_s, true);
}

void TestLocalServerGraders::stringCheck()
{
    QFETCH(QString, operation);
    QFETCH(QString, input);
    QFETCH(QString, reference);
    QFETCH(bool, passed);
    ToldAnswers models;
    const Grade result = grade({{u"type"_s, u"string_check"_s},
                                {u"name"_s, u"s"_s},
                                {u"operation"_s, operation},
                                {u"input"_s, input},
                                {u"reference"_s, reference}},
                               data(), models);
    QCOMPARE(result.error, QString());
    QCOMPARE(result.passed, passed);
    QCOMPARE(result.score, passed ? 1.0 : 0.0);
    QVERIFY(result.sample.isNull());
    QVERIFY(result.model.isEmpty());
    QVERIFY(result.usage.isEmpty());
    QCOMPARE(models.asked, 0);
}

void TestLocalServerGraders::textSimilarityPassesAtItsThreshold_data()
{
    QTest::addColumn<QString>("metric");
    QTest::addColumn<QJsonValue>("threshold");
    QTest::addColumn<double>("score");
    QTest::addColumn<bool>("passed");
    QTest::newRow("rouge_1 below") << u"rouge_1"_s << QJsonValue(0.76) << 0.75 << false;
    QTest::newRow("rouge_1 at") << u"rouge_1"_s << QJsonValue(0.75) << 0.75 << true;
    QTest::newRow("rouge_1 above") << u"rouge_1"_s << QJsonValue(0.74) << 0.75 << true;
    QTest::newRow("rouge_2") << u"rouge_2"_s << QJsonValue(0.7) << 2.0 / 3 << false;
    QTest::newRow("zero passes at zero") << u"rouge_5"_s << QJsonValue(0) << 0.0 << true;
    QTest::newRow("no threshold, from the middle")
        << u"rouge_1"_s << QJsonValue(QJsonValue::Undefined) << 0.75 << true;
    QTest::newRow("no threshold, below the middle")
        << u"rouge_4"_s << QJsonValue(QJsonValue::Undefined) << 0.0 << false;
}

void TestLocalServerGraders::textSimilarityPassesAtItsThreshold()
{
    QFETCH(QString, metric);
    QFETCH(QJsonValue, threshold);
    QFETCH(double, score);
    QFETCH(bool, passed);
    ToldAnswers models;
    const Grade result = grade({{u"type"_s, u"text_similarity"_s},
                                {u"name"_s, u"s"_s},
                                {u"evaluation_metric"_s, metric},
                                {u"input"_s, u"{{item.text}}"_s},
                                {u"reference"_s, u"the quick brown fish"_s},
                                {u"pass_threshold"_s, threshold}},
                               data(), models);
    QCOMPARE(result.error, QString());
    QVERIFY(std::abs(result.score - score) < 1e-12);
    QCOMPARE(result.passed, passed);
}

void TestLocalServerGraders::whatIsMissingIsAnErrorNotAFail_data()
{
    QTest::addColumn<QJsonObject>("grader");
    const QJsonObject texts =
        object(R"({"type":"string_check","name":"s","operation":"ne","input":"a","reference":"b"})");
    for (const char *type : {"string_check", "text_similarity"}) {
        for (const char *name : {"input", "reference"}) {
            QJsonObject grader = texts;
            grader["type"_L1] = QString::fromLatin1(type);
            grader["evaluation_metric"_L1] = u"fuzzy_match"_s;
            grader["pass_threshold"_L1] = 0;
            grader[QString::fromLatin1(name)] = u"{{item.gone}}"_s;
            QTest::addRow("%s %s", type, name) << grader;
        }
    }
    QJsonObject label = labelGrader();
    label["input"_L1] = QJsonArray{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"{{item.gone}}"_s}}};
    QTest::newRow("label_model") << label;
    QJsonObject score = label;
    score["type"_L1] = u"score_model"_s;
    QTest::newRow("score_model") << score;
}

void TestLocalServerGraders::whatIsMissingIsAnErrorNotAFail()
{
    QFETCH(QJsonObject, grader);
    ToldAnswers models;
    models.next.text = u"kind"_s;
    const Grade result = grade(grader, data(), models);
    QCOMPARE(result.error, u"'{{item.gone}}' is not there."_s);
    QVERIFY(!result.passed);
    QCOMPARE(result.score, 0.0);
    QCOMPARE(models.asked, 0);
}

void TestLocalServerGraders::labelModel_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<double>("score"); // below zero = an error
    QTest::newRow("the label") << u"kind"_s << 1.0;
    QTest::newRow("another passing one") << u"so so"_s << 1.0;
    QTest::newRow("one that does not pass") << u"rude"_s << 0.0;
    QTest::newRow("with space around") << u"\n kind \n"_s << 1.0;
    QTest::newRow("an object") << u"{\"result\": \"rude\"}"_s << 0.0;
    QTest::newRow("an object with more")
        << u"{\"steps\":[{\"result\":\"rude\"}],\"result\":\"kind\"}"_s << 1.0;
    QTest::newRow("a code block") << u"```json\n{\"result\": \"kind\"}\n```"_s << 1.0;
    QTest::newRow("another case") << u"Kind"_s << -1.0;
    QTest::newRow("a sentence") << u"It is kind."_s << -1.0;
    QTest::newRow("none of them") << u"neutral"_s << -1.0;
    QTest::newRow("none of them in an object") << u"{\"result\":\"neutral\"}"_s << -1.0;
    QTest::newRow("another object") << u"{\"label\":\"kind\"}"_s << -1.0;
    QTest::newRow("a list as result") << u"{\"result\":[\"kind\"]}"_s << -1.0;
    QTest::newRow("broken JSON") << u"{\"result\":\"kind\""_s << -1.0;
    QTest::newRow("nothing") << u""_s << -1.0;
}

void TestLocalServerGraders::labelModel()
{
    QFETCH(QString, answer);
    QFETCH(double, score);
    ToldAnswers models;
    models.next.text = answer;
    const Grade result = grade(labelGrader(), data(), models);
    QCOMPARE(result.error.isEmpty(), score >= 0);
    if (score < 0)
        QVERIFY(result.error.startsWith(u"The model answered with none of the labels"_s));
    QCOMPARE(result.score, std::max(score, 0.0));
    QCOMPARE(result.passed, score > 0);
    QVERIFY(result.sample.isObject()); // also to see what went wrong
}

void TestLocalServerGraders::labelsMayLookLikeSomethingElse()
{
    QJsonObject grader = labelGrader();
    const QJsonArray labels{u" x"_s, u"{\"result\":\"y\"}"_s, u"```\n```"_s, u"4"_s};
    grader["labels"_L1] = labels;
    grader["passing_labels"_L1] = labels;
    for (const QJsonValue &label : labels) {
        ToldAnswers models;
        models.next.text = label.toString();
        const Grade result = grade(grader, data(), models);
        QCOMPARE(result.error, QString());
        QVERIFY(result.passed);
    }
}

void TestLocalServerGraders::scoreModel_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<double>("score");
    QTest::addColumn<QString>("error");
    const auto row = [](const QString &answer, double score, const QString &error = {}) {
        QTest::newRow(qPrintable(answer)) << answer << score << error;
    };
    row(u"4"_s, 4);
    row(u" 4.5\n"_s, 4.5);
    row(u"3.99"_s, 3.99);
    row(u"1"_s, 1);
    row(u"5"_s, 5);
    row(u"{\"result\": 4}"_s, 4);
    row(u"{\"result\": \"2\"}"_s, 2);
    row(u"```\n{\"result\": 3}\n```"_s, 3);
    row(u"5e0"_s, 5);
    row(u"0.99"_s, 0, u"outside of the range 1 to 5"_s);
    row(u"5.01"_s, 0, u"outside of the range 1 to 5"_s);
    row(u"{\"result\":-4}"_s, 0, u"score -4 is outside"_s);
    row(u"four"_s, 0, u"no score: four"_s);
    row(u"4/5"_s, 0, u"no score"_s);
    row(u"4,5"_s, 0, u"no score"_s);
    row(u"nan"_s, 0, u"no score"_s);
    row(u"inf"_s, 0, u"no score"_s);
    row(u"{\"score\":4}"_s, 0, u"no score"_s);
    row(u"{\"result\":true}"_s, 0, u"no score"_s);
    row(u""_s, 0, u"no score"_s);
}

void TestLocalServerGraders::scoreModel()
{
    QFETCH(QString, answer);
    QFETCH(double, score);
    QFETCH(QString, error);
    ToldAnswers models;
    models.next.text = answer;
    const Grade result = grade(scoreGrader(), data(), models);
    QVERIFY2(error.isEmpty() ? result.error.isEmpty() : result.error.contains(error),
             qPrintable(result.error));
    QCOMPARE(result.score, score);
    QCOMPARE(result.passed, score >= 4);

    // Without a threshold the middle of the range is one; without a range it is 0 to 1.
    QJsonObject open = scoreGrader();
    open.remove("pass_threshold"_L1);
    QCOMPARE(grade(open, data(), models).passed, score >= 3);
    open.remove("range"_L1);
    QCOMPARE(grade(open, data(), models).passed, score == 1.0 || answer == u"0.99"_s);
}

void TestLocalServerGraders::theModelIsAskedWhatTheGraderSays()
{
    ToldAnswers models;
    models.next.text = u"kind"_s;
    grade(labelGrader(), data(), models);
    QCOMPARE(models.lastModel, u"judge-1"_s);
    const QByteArray asMessages = R"([{"role":"developer","content":"Judge the tone."},
                 {"role":"user","content":"I think it is Berlin, really"}])";
    QCOMPARE(models.lastMessages, QJsonDocument::fromJson(asMessages).array());
    const QByteArray asLabels = R"({"response_format":{"type":"json_schema","json_schema":{"name":"grade",
        "strict":true,"schema":{"type":"object","required":["result"],"additionalProperties":false,
        "properties":{"result":{"type":"string","enum":["kind","rude","so so"]}}}}}})";
    QCOMPARE(models.lastSampling, object(asLabels));

    QJsonObject grader = scoreGrader();
    grader["sampling_params"_L1] =
        object(R"({"seed":7,"temperature":0,"top_p":null,"max_completions_tokens":200,
        "reasoning_effort":"low"})");
    grade(grader, data(), models);
    QCOMPARE(models.lastModel, u"judge-2"_s);
    QCOMPARE(
        models.lastMessages,
        QJsonDocument::fromJson(R"([{"role":"user","content":[{"type":"input_text","text":"Rate Berlin"}]}])")
            .array());
    const QByteArray asScore =
        R"({"seed":7,"temperature":0,"max_completion_tokens":200,"reasoning_effort":"low",
        "response_format":{"type":"json_schema","json_schema":{"name":"grade","strict":true,"schema":{"type":"object",
        "required":["result"],"additionalProperties":false,"properties":{"result":{"type":"number","minimum":1,"maximum":5}}}}}})";
    QCOMPARE(models.lastSampling, object(asScore));
    QCOMPARE(models.asked, 2);
}

void TestLocalServerGraders::theExchangeIsKept()
{
    ToldAnswers models;
    models.next = {u"{\"result\":4}"_s, u"judge-2-2026"_s, {}, object(R"({"total_tokens":12})")};
    QJsonObject grader = scoreGrader();
    grader["sampling_params"_L1] = object(R"({"seed":7,"temperature":0})");
    Grade result = grade(grader, data(), models);
    QCOMPARE(result.model, u"judge-2-2026"_s);
    QCOMPARE(result.usage, object(R"({"total_tokens":12})"));
    const QByteArray kept =
        R"({"input":[{"role":"user","content":[{"type":"input_text","text":"Rate Berlin"}]}],
        "output":[{"role":"assistant","content":"{\"result\":4}"}],"model":"judge-2-2026","usage":{"total_tokens":12},
        "finish_reason":"stop","error":null,"seed":7,"temperature":0})";
    QCOMPARE(result.sample.toObject(), object(kept));

    models.next.model.clear();
    result = grade(grader, data(), models);
    QCOMPARE(result.model, u"judge-2"_s);
    QCOMPARE(result.sample["model"_L1].toString(), u"judge-2"_s);
}

void TestLocalServerGraders::aModelThatFailsIsAnError()
{
    ToldAnswers models;
    models.next = {u"kind"_s, u"judge"_s, u"no answer within 60 s"_s, {}};
    for (const QJsonObject &grader : {labelGrader(), scoreGrader()}) {
        const Grade result = grade(grader, data(), models);
        QCOMPARE(result.error, u"no answer within 60 s"_s);
        QVERIFY(!result.passed);
        QCOMPARE(result.score, 0.0);
    }
}

static const QByteArray exact =
    R"({"type":"string_check","name":"e","input":"{{item.label}}","reference":"Berlin","operation":"eq"})";
static const QByteArray near =
    R"({"type":"text_similarity","name":"n","input":"{{item.label}}","reference":"Ber","evaluation_metric":"fuzzy_match"})";

void TestLocalServerGraders::multi_data()
{
    QTest::addColumn<QByteArray>("graders");
    QTest::addColumn<QString>("formula");
    QTest::addColumn<double>("score");
    QTest::addColumn<QString>("error");
    const QByteArray map = "{\"exact\":" + exact + ",\"near\":" + near + '}';
    const double ratio = 2.0 * 3 / 9;
    QTest::newRow("a map") << map << u"0.7 * exact + 0.3 * near"_s << 0.7 + 0.3 * ratio << QString();
    QTest::newRow("a function") << map << u"min(exact, near)"_s << ratio << QString();
    QTest::newRow("a low one") << map << u"near - 0.5"_s << ratio - 0.5 << QString();
    QTest::newRow("a list") << '[' + exact + ',' + near + ']' << u"e * n"_s << ratio << QString();
    QTest::newRow("a single one") << exact << u"e / 2"_s << 0.5 << QString();
    QTest::newRow("another name") << map << u"e + n"_s << 0.0 << u"calculate_output: 'e' is not the name"_s;
    QTest::newRow("no number") << map << u"1 / (exact - 1)"_s << 0.0
                               << u"calculate_output: the result is not"_s;
    QTest::newRow("in itself")
        << QByteArray(R"({"m":{"type":"multi","name":"m","graders":{},"calculate_output":"1"}})") << u"m"_s
        << 0.0 << u"m: a multi grader does not hold"_s;
}

void TestLocalServerGraders::multi()
{
    QFETCH(QByteArray, graders);
    QFETCH(QString, formula);
    QFETCH(double, score);
    QFETCH(QString, error);
    ToldAnswers models;
    const QJsonObject grader{{u"type"_s, u"multi"_s},
                             {u"name"_s, u"mix"_s},
                             {u"graders"_s, object("{\"g\":" + graders + '}')["g"_L1]},
                             {u"calculate_output"_s, formula}};
    const Grade result = grade(grader, data(), models);
    QVERIFY2(error.isEmpty() ? result.error.isEmpty() : result.error.startsWith(error),
             qPrintable(result.error));
    QVERIFY(std::abs(result.score - score) < 1e-12);
    QCOMPARE(result.passed, score >= 0.5);
}

void TestLocalServerGraders::multiAddsUpWhatItsPartsCost()
{
    ToldAnswers models;
    models.next = {
        u"{\"result\":\"kind\"}"_s, u"judge"_s, {}, object(R"({"total_tokens":12,"prompt_tokens":10})")};
    const QJsonObject grader{
        {u"type"_s, u"multi"_s},
        {u"name"_s, u"mix"_s},
        {u"graders"_s,
         QJsonObject{{u"one"_s, labelGrader()}, {u"two"_s, labelGrader()}, {u"three"_s, object(exact)}}},
        {u"calculate_output"_s, u"one + two + three"_s}};
    const Grade result = grade(grader, data(), models);
    QCOMPARE(result.error, QString());
    QCOMPARE(result.score, 3.0);
    QCOMPARE(result.usage, object(R"({"total_tokens":24,"prompt_tokens":20})"));
    QCOMPARE(result.scores, object(R"({"one":1,"two":1,"three":1})"));
}

void TestLocalServerGraders::multiTellsWhichPartFailed()
{
    ToldAnswers models;
    models.next.text = u"dunno"_s;
    const QJsonObject grader{
        {u"type"_s, u"multi"_s},
        {u"name"_s, u"mix"_s},
        {u"graders"_s, QJsonObject{{u"exact"_s, object(exact)}, {u"tone"_s, labelGrader()}}},
        {u"calculate_output"_s, u"exact"_s}};
    const Grade result = grade(grader, data(), models);
    QVERIFY(result.error.startsWith(u"tone: The model answered with none"_s));
    QCOMPARE(result.score, 0.0);
    QVERIFY(!result.passed);
}

void TestLocalServerGraders::othersAreRefused_data()
{
    QTest::addColumn<QByteArray>("grader");
    QTest::addColumn<QString>("error");
    QTest::newRow("python") << QByteArray(R"({"type":"python","name":"p","source":"x"})")
                            << u"python graders are not run by the local server"_s;
    QTest::newRow("unknown") << QByteArray(R"({"type":"magic"})") << u"'magic' is no type of grader."_s;
    QTest::newRow("nothing") << QByteArray(R"({})") << u"'' is no type of grader."_s;
    QTest::newRow("operation")
        << QByteArray(R"({"type":"string_check","operation":"gt","input":"a","reference":"a"})")
        << u"'gt' is no operation of string_check."_s;
    QTest::newRow("metric")
        << QByteArray(R"({"type":"text_similarity","evaluation_metric":"ter","input":"a","reference":"a"})")
        << u"'ter' is no metric of text_similarity."_s;
}

void TestLocalServerGraders::othersAreRefused()
{
    QFETCH(QByteArray, grader);
    ToldAnswers models;
    const Grade result = grade(object(grader), data(), models);
    QTEST(result.error, "error");
    QVERIFY(!result.passed);
    QCOMPARE(result.score, 0.0);
    QCOMPARE(models.asked, 0);
}

QTEST_GUILESS_MAIN(TestLocalServerGraders)
#include "tst_localserver_graders.moc"

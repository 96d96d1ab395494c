// SPDX-License-Identifier: GPL-3.0-or-later
// Which graders are taken, and what is said about those that are not.
#include "localserver/apifault.h"
#include "localserver/graders/grader.h"
#include "localserver/graders/similarity/similarity.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace odc::server;

class TestLocalServerGraderCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takes_data();
    void takes();
    void eachRequiredFieldIsMissed_data();
    void eachRequiredFieldIsMissed();
    void refuses_data();
    void refuses();
    void thePlaceInTheBodyIsNamed();
    void templatesAreHeldAgainstTheSchema_data();
    void templatesAreHeldAgainstTheSchema();
};

namespace {

struct Fault
{
    QString param;
    QString message; // empty = none
};

Fault faultOf(const QJsonObject &grader, GraderUse use, const QString &param = u"g"_s,
              const QJsonObject &schema = {})
{
    try {
        checkGrader(grader, param, schema, use);
    } catch (const ApiFault &fault) {
        if (fault.status != 400 || fault.type != u"invalid_request_error"_s || fault.message.isEmpty())
            return {u"not a fault of the request"_s, u"?"_s};
        return {fault.param, fault.message};
    }
    return {};
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonObject good(const QString &type)
{
    static const QHash<QString, QByteArray> graders{
        {u"string_check"_s,
         R"({"type":"string_check","name":"s","input":"{{sample.output_text}}","reference":"{{item.label}}","operation":"ilike"})"},
        {u"text_similarity"_s,
         R"({"type":"text_similarity","name":"t","input":"{{sample.output_text}}","reference":"{{item.label}}","evaluation_metric":"rouge_l","pass_threshold":0.6})"},
        {u"label_model"_s,
         R"({"type":"label_model","name":"l","model":"m","input":[{"role":"user","content":"{{item.label}}"}],"labels":["a","b"],"passing_labels":["a"]})"},
        {u"score_model"_s,
         R"({"type":"score_model","name":"c","model":"m","input":[{"role":"user","content":[{"type":"input_text","text":"{{item.label}}"}]}],"range":[1,5],"pass_threshold":4,"sampling_params":{"seed":1,"temperature":0,"top_p":1,"max_completions_tokens":200,"reasoning_effort":"low"}})"},
        {u"python"_s,
         R"({"type":"python","name":"p","source":"def grade(sample, item): return 1.0","image_tag":"2025-05-08"})"},
    };
    if (type != u"multi"_s)
        return object(graders[type]);
    return {
        {u"type"_s, u"multi"_s},
        {u"name"_s, u"mix"_s},
        {u"calculate_output"_s, u"0.5 * one + 0.5 * two"_s},
        {u"graders"_s, QJsonObject{{u"one"_s, good(u"string_check"_s)}, {u"two"_s, good(u"label_model"_s)}}}};
}

/** \p type with one member replaced; undefined takes it away. */
QJsonObject with(const QString &type, const QString &name, const QJsonValue &value)
{
    QJsonObject grader = good(type);
    grader[name] = value;
    if (value.isUndefined())
        grader.remove(name);
    return grader;
}

QJsonValue parsed(const QByteArray &json)
{
    return object("{\"v\":" + json + '}')["v"_L1];
}

} // namespace

void TestLocalServerGraderCheck::takes_data()
{
    QTest::addColumn<QJsonObject>("grader");
    QTest::addColumn<bool>("inEval");
    QTest::addColumn<bool>("inFineTuning");
    const auto undefined = QJsonValue(QJsonValue::Undefined);
    QTest::newRow("string_check") << good(u"string_check"_s) << true << true;
    QTest::newRow("text_similarity") << good(u"text_similarity"_s) << true << true;
    QTest::newRow("label_model") << good(u"label_model"_s) << true << false;
    QTest::newRow("score_model") << good(u"score_model"_s) << true << true;
    QTest::newRow("multi") << good(u"multi"_s) << false << true;
    QTest::newRow("text_similarity without threshold")
        << with(u"text_similarity"_s, u"pass_threshold"_s, undefined) << false << true;
    for (const char *operation : {"eq", "ne", "like", "ilike"})
        QTest::newRow(operation) << with(u"string_check"_s, u"operation"_s, QString::fromLatin1(operation))
                                 << true << true;
    for (const QString &metric : similarityMetrics())
        QTest::newRow(qPrintable(metric))
            << with(u"text_similarity"_s, u"evaluation_metric"_s, metric) << true << true;
    QTest::newRow("empty texts") << with(u"string_check"_s, u"reference"_s, u""_s) << true << true;
    QTest::newRow("threshold 0") << with(u"text_similarity"_s, u"pass_threshold"_s, 0) << true << true;
    QTest::newRow("threshold 1") << with(u"text_similarity"_s, u"pass_threshold"_s, 1) << true << true;
    for (const char *name : {"range", "pass_threshold", "sampling_params"}) {
        QJsonObject grader = with(u"score_model"_s, QString::fromLatin1(name), undefined);
        if (QByteArrayView(name) == "range")
            grader["pass_threshold"_L1] = 0.5;
        QTest::addRow("score_model without %s", name) << grader << true << true;
    }
    for (
        const char *sampling :
        {"{}",
         R"({"seed":null,"temperature":null,"top_p":null,"max_completions_tokens":null,"reasoning_effort":null})",
         R"({"seed":-5,"temperature":2,"top_p":0})", R"({"reasoning_effort":"xhigh"})"})
        QTest::addRow("sampling %s", sampling)
            << with(u"score_model"_s, u"sampling_params"_s, parsed(sampling)) << true << true;
    QTest::newRow("a range below zero") << [] {
        QJsonObject grader = with(u"score_model"_s, u"range"_s, QJsonArray{-1, -0.5});
        grader["pass_threshold"_L1] = -0.75;
        return grader;
    }() << true << true;
    QTest::newRow("all labels pass") << with(u"label_model"_s, u"passing_labels"_s,
                                             QJsonArray{u"b"_s, u"a"_s})
                                     << true << false;
    QTest::newRow("multi with a list") << [] {
        QJsonObject grader =
            with(u"multi"_s, u"graders"_s, QJsonArray{good(u"string_check"_s), good(u"score_model"_s)});
        grader["calculate_output"_L1] = u"max(s, c / 5)"_s;
        return grader;
    }() << false << true;
    QTest::newRow("multi with one") << [] {
        QJsonObject grader = with(u"multi"_s, u"graders"_s, good(u"string_check"_s));
        grader["calculate_output"_L1] = u"s"_s;
        return grader;
    }() << false << true;
}

void TestLocalServerGraderCheck::takes()
{
    QFETCH(QJsonObject, grader);
    QFETCH(bool, inEval);
    QFETCH(bool, inFineTuning);
    QCOMPARE(faultOf(grader, GraderUse::Eval).message.isEmpty(), inEval);
    QCOMPARE(faultOf(grader, GraderUse::FineTuning).message.isEmpty(), inFineTuning);
}

void TestLocalServerGraderCheck::eachRequiredFieldIsMissed_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("name");
    const QHash<QString, QStringList> required{
        {u"string_check"_s, {u"type"_s, u"name"_s, u"input"_s, u"reference"_s, u"operation"_s}},
        {u"text_similarity"_s,
         {u"type"_s, u"name"_s, u"input"_s, u"reference"_s, u"evaluation_metric"_s, u"pass_threshold"_s}},
        {u"label_model"_s, {u"type"_s, u"name"_s, u"model"_s, u"input"_s, u"labels"_s, u"passing_labels"_s}},
        {u"score_model"_s, {u"type"_s, u"name"_s, u"model"_s, u"input"_s}},
        {u"multi"_s, {u"type"_s, u"name"_s, u"graders"_s, u"calculate_output"_s}},
    };
    for (auto each = required.begin(); each != required.end(); ++each) {
        for (const QString &name : *each)
            QTest::addRow("%s.%s", qPrintable(each.key()), qPrintable(name)) << each.key() << name;
    }
}

void TestLocalServerGraderCheck::eachRequiredFieldIsMissed()
{
    QFETCH(QString, type);
    QFETCH(QString, name);
    const GraderUse use = type == u"multi"_s ? GraderUse::FineTuning : GraderUse::Eval;
    QCOMPARE(faultOf(good(type), use).message, QString());
    QCOMPARE(faultOf(with(type, name, QJsonValue::Undefined), use).message,
             u"'%1' is a required property - 'g'"_s.arg(name));
    QCOMPARE(faultOf(with(type, name, QJsonValue::Null), use).param, u"g."_s + name);
    QCOMPARE(faultOf(with(type, name, true), use).param, u"g."_s + name);
    const Fault more = faultOf(with(type, u"weight"_s, 1), use);
    QCOMPARE(more.message, u"Additional properties are not allowed ('weight' was unexpected)"_s);
    QCOMPARE(more.param, u"g"_s);
}

void TestLocalServerGraderCheck::refuses_data()
{
    QTest::addColumn<QJsonObject>("grader");
    QTest::addColumn<bool>("inEval");
    QTest::addColumn<QString>("param");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *type, const char *name, const QByteArray &value, const QString &message,
                        const char *param = nullptr) {
        const QString kind = QString::fromLatin1(type);
        QTest::addRow("%s.%s = %s", type, name, value.constData())
            << with(kind, QString::fromLatin1(name), parsed(value)) << (kind != u"multi"_s)
            << u"g."_s + QString::fromLatin1(param == nullptr ? name : param) << message;
    };
    QTest::newRow("python") << good(u"python"_s) << true << u"g.type"_s
                            << u"python graders are not run by the local server"_s;
    QTest::newRow("python in fine-tuning")
        << good(u"python"_s) << false << u"g.type"_s << u"python graders are not run by the local server"_s;
    QTest::newRow("multi in an eval")
        << good(u"multi"_s) << true << u"g.type"_s
        << u"'multi' is not one of ['string_check', 'text_similarity', 'score_model', 'python', 'label_model']"_s;
    QTest::newRow("label_model in fine-tuning")
        << good(u"label_model"_s) << false << u"g.type"_s << u"'label_model' is not one of"_s;
    row("string_check", "type", R"("regex")", u"'regex' is not one of"_s);
    row("string_check", "name", R"("")", u"too short"_s);
    row("string_check", "operation", R"("gt")",
        u"'gt' is not one of ['eq', 'ne', 'like', 'ilike'] - 'g.operation'"_s);
    row("string_check", "operation", R"("EQ")", u"is not one of"_s);
    row("string_check", "input", R"(["a"])", u"is not of type 'string'"_s);
    row("string_check", "input", R"("{{prompt}}")", u"'{{prompt}}' is not a variable"_s);
    row("string_check", "reference", R"("{{item}}")", u"'{{item}}' is not a variable"_s);
    row("text_similarity", "input", R"("{{prompt}}")", u"'{{prompt}}' is not a variable"_s);
    row("text_similarity", "reference", R"("{{prompt}}")", u"'{{prompt}}' is not a variable"_s);
    row("text_similarity", "evaluation_metric", R"("rouge_6")", u"'rouge_6' is not one of ['cosine', "_s);
    row("text_similarity", "pass_threshold", "1.01", u"1.01 is greater than the maximum of 1"_s);
    row("text_similarity", "pass_threshold", "-0.01", u"-0.01 is less than the minimum of 0"_s);
    row("text_similarity", "pass_threshold", R"("0.5")", u"is not of type 'number'"_s);
    row("label_model", "model", R"("")", u"too short"_s);
    row("label_model", "labels", "[]", u"too short"_s);
    row("label_model", "labels", R"(["a",1])", u"1 is not of type 'string'"_s, "labels.1");
    row("label_model", "labels", R"(["a","b","a"])", u"a label is given twice"_s);
    row("label_model", "passing_labels", "[]", u"too short"_s);
    row("label_model", "passing_labels", R"(["a","c"])", u"'c' is not one of the labels"_s);
    row("label_model", "input", "[]", u"at least one message"_s);
    row("label_model", "input", R"("text")", u"at least one message"_s);
    row("label_model", "input", R"([{"role":"user","content":"{{x.y}}"}])", u"'{{x.y}}' is not a variable"_s,
        "input[0].content");
    row("label_model", "sampling_params", "{}", u"'sampling_params' was unexpected"_s, "");
    row("label_model", "pass_threshold", "1", u"'pass_threshold' was unexpected"_s, "");
    row("score_model", "model", "5", u"5 is not of type 'string'"_s);
    row("score_model", "input", R"([{"role":"user"}])", u"a content is a text"_s, "input[0].content");
    row("score_model", "range", "[1]", u"two numbers"_s);
    row("score_model", "range", "[1,2,3]", u"two numbers"_s);
    row("score_model", "range", R"([1,"5"])", u"two numbers"_s);
    row("score_model", "range", R"(["1",5])", u"two numbers"_s);
    row("score_model", "range", "5", u"two numbers"_s);
    row("score_model", "range", "[5,1]", u"ends before it begins"_s);
    row("score_model", "range", "[4,4]", u"ends before it begins"_s);
    row("score_model", "range", "[0,1]", u"4 is greater than the maximum of 1"_s, "pass_threshold");
    row("score_model", "pass_threshold", "0.9", u"less than the minimum of 1"_s);
    row("score_model", "pass_threshold", "5.1", u"greater than the maximum of 5"_s);
    row("score_model", "sampling_params", "5", u"is not of type 'object'"_s);
    row("score_model", "sampling_params", R"({"max_completion_tokens":1})",
        u"'max_completion_tokens' was unexpected"_s);
    row("score_model", "sampling_params", R"({"seed":1.5})", u"is not of type 'integer'"_s,
        "sampling_params.seed");
    row("score_model", "sampling_params", R"({"top_p":1.1})", u"greater than the maximum of 1"_s,
        "sampling_params.top_p");
    row("score_model", "sampling_params", R"({"temperature":2.1})", u"greater than the maximum of 2"_s,
        "sampling_params.temperature");
    row("score_model", "sampling_params", R"({"temperature":"0"})", u"is not of type 'number'"_s,
        "sampling_params.temperature");
    row("score_model", "sampling_params", R"({"max_completions_tokens":0})", u"less than the minimum of 1"_s,
        "sampling_params.max_completions_tokens");
    row("score_model", "sampling_params", R"({"reasoning_effort":"huge"})", u"'huge' is not one of"_s,
        "sampling_params.reasoning_effort");
    row("multi", "graders", "{}", u"at least one grader"_s);
    row("multi", "graders", "[]", u"at least one grader"_s);
    row("multi", "graders", R"({"one":5})", u"'type' is a required property"_s, "graders.one");
    row("multi", "graders", R"({"one":{"type":"python","name":"p","source":"x"}})",
        u"python graders are not run"_s, "graders.one.type");
    row("multi", "graders", R"({"one":{"type":"multi"}})", u"'multi' is not one of"_s, "graders.one.type");
    row("multi", "graders",
        R"({"one":{"type":"string_check","name":"s","input":"{{x}}","reference":"","operation":"eq"}})",
        u"'{{x}}' is not a variable"_s, "graders.one.input");
    row("multi", "calculate_output", R"("one + three")",
        u"'three' is not the name of a grader - 'g.calculate_output'"_s);
    row("multi", "calculate_output", R"("one +")", u"ends too early"_s);
    row("multi", "calculate_output", R"("")", u"too short"_s);
    QTest::newRow("multi, a name twice")
        << with(u"multi"_s, u"graders"_s, QJsonArray{good(u"string_check"_s), good(u"string_check"_s)})
        << false << u"g.graders"_s << u"two graders are named 's'"_s;
}

void TestLocalServerGraderCheck::refuses()
{
    QFETCH(QJsonObject, grader);
    QFETCH(bool, inEval);
    QFETCH(QString, param);
    QFETCH(QString, message);
    const Fault fault = faultOf(grader, inEval ? GraderUse::Eval : GraderUse::FineTuning);
    QVERIFY2(fault.message.contains(message), qPrintable(fault.message));
    QCOMPARE(fault.param, param == u"g."_s ? u"g"_s : param);
}

void TestLocalServerGraderCheck::thePlaceInTheBodyIsNamed()
{
    const QJsonObject grader = with(u"string_check"_s, u"operation"_s, u"gt"_s);
    QCOMPARE(faultOf(grader, GraderUse::Eval, u"testing_criteria[2]"_s).param,
             u"testing_criteria[2].operation"_s);
    QCOMPARE(faultOf(grader, GraderUse::Eval, {}).param, u"operation"_s);
    QCOMPARE(faultOf(with(u"string_check"_s, u"input"_s, u"{{x}}"_s), GraderUse::Eval, {}).param, u"input"_s);
}

void TestLocalServerGraderCheck::templatesAreHeldAgainstTheSchema_data()
{
    QTest::addColumn<QJsonObject>("grader");
    QTest::addColumn<QString>("param");
    QTest::newRow("string_check") << good(u"string_check"_s) << u"g.reference"_s;
    QTest::newRow("text_similarity") << good(u"text_similarity"_s) << u"g.reference"_s;
    QTest::newRow("label_model") << good(u"label_model"_s) << u"g.input[0].content"_s;
    QTest::newRow("score_model") << good(u"score_model"_s) << u"g.input[0].content[0].text"_s;
    QTest::newRow("multi") << good(u"multi"_s) << u"g.graders.one.reference"_s;
}

void TestLocalServerGraderCheck::templatesAreHeldAgainstTheSchema()
{
    QFETCH(QJsonObject, grader);
    QFETCH(QString, param);
    const GraderUse use = grader["type"_L1] == "multi"_L1 ? GraderUse::FineTuning : GraderUse::Eval;
    QCOMPARE(faultOf(grader, use, u"g"_s, object(R"({"properties":{"label":{"type":"string"}}})")).message,
             QString());
    const Fault fault =
        faultOf(grader, use, u"g"_s, object(R"({"properties":{"answer":{"type":"string"}}})"));
    QCOMPARE(fault.message, u"'{{item.label}}' is not in the item schema."_s);
    QCOMPARE(fault.param, param);
}

QTEST_GUILESS_MAIN(TestLocalServerGraderCheck)
#include "tst_localserver_gradercheck.moc"

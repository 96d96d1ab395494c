// SPDX-License-Identifier: GPL-3.0-or-later
// The places of templates: {{item.x}} and {{sample.y}}, in texts and in lists of messages.
#include "localserver/apifault.h"
#include "localserver/graders/grader.h"
#include "localserver/graders/messagelists.h"
#include "localserver/graders/templates.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace odc::server;

class TestLocalServerGraderTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expands_data();
    void expands();
    void sayWhatIsMissing_data();
    void sayWhatIsMissing();
    void schemaDecidesWhatMayBeNamed_data();
    void schemaDecidesWhatMayBeNamed();
    void everyFaultIsNamed();
    void valueAtAPath();
    void messagesAreExpanded();
    void messagesWithAMissingValueAreRefused();
    void messagesAreChecked_data();
    void messagesAreChecked();
    void anyTextIsAnsweredWithoutHarm();
};

static QJsonValue parsed(const char *json)
{
    return QJsonDocument::fromJson(QByteArray("[") + json + "]").array().at(0);
}

static GradeInput input()
{
    return {parsed(R"({"text":"Hello","n":3,"half":0.5,"big":12345678901,"yes":true,"none":null,"empty":"",
                       "list":["zero",{"deep":"one"},[7]],"map":{"b":1,"a":["x"]},"two words":"2w","0":"nought",
                       "trick":"{{item.text}}","uni":"żółć 🎉"})")
                .toObject(),
            parsed(R"({"output_text":"Hi","output_json":{"sku":"A7"}})").toObject()};
}

void TestLocalServerGraderTemplates::expands_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expanded");
    const auto row = [](const QString &text, const QString &expanded) {
        QTest::newRow(qPrintable(text)) << text << expanded;
    };
    row(u""_s, u""_s);
    row(u"plain"_s, u"plain"_s);
    row(u"{{item.text}}"_s, u"Hello"_s);
    row(u"{{ item.text }}"_s, u"Hello"_s);
    row(u"{{\n item.text\t}}"_s, u"Hello"_s);
    row(u"<{{item.text}}, {{sample.output_text}}>"_s, u"<Hello, Hi>"_s);
    row(u"{{item.text}}{{item.text}}"_s, u"HelloHello"_s);
    row(u"{{sample.output_json.sku}}"_s, u"A7"_s);
    row(u"{{sample.output_json}}"_s, u"{\"sku\":\"A7\"}"_s);
    row(u"{{item.n}}/{{item.half}}/{{item.big}}"_s, u"3/0.5/12345678901"_s);
    row(u"{{item.yes}} {{item.none}} [{{item.empty}}]"_s, u"true null []"_s);
    row(u"{{item.list.0}}"_s, u"zero"_s);
    row(u"{{item.list[0]}}"_s, u"zero"_s);
    row(u"{{item.list.1.deep}}"_s, u"one"_s);
    row(u"{{item.list[1].deep}}"_s, u"one"_s);
    row(u"{{item.list[2][0]}}"_s, u"7"_s);
    row(u"{{item.list}}"_s, u"[\"zero\",{\"deep\":\"one\"},[7]]"_s);
    row(u"{{item.map}}"_s, u"{\"a\":[\"x\"],\"b\":1}"_s);
    row(u"{{item[\"two words\"]}} {{item['map']['a'][0]}}"_s, u"2w x"_s);
    row(u"{{item.0}}"_s, u"nought"_s);
    row(u"{{item.uni}}"_s, u"żółć 🎉"_s);
    // What was filled in is data, and stays what it is.
    row(u"{{item.trick}}"_s, u"{{item.text}}"_s);
    // No place, so no template.
    row(u"{item.text}"_s, u"{item.text}"_s);
    row(u"{{item.text"_s, u"{{item.text"_s);
    row(u"item.text}}"_s, u"item.text}}"_s);
    row(u"{{ {{item.text}}"_s, u"{{ Hello"_s);
    row(u"{{{item.text}}}"_s, u"{Hello}"_s);
    row(u"{{item.text}} {{"_s, u"Hello {{"_s);
}

void TestLocalServerGraderTemplates::expands()
{
    QFETCH(QString, text);
    QString error;
    QTEST(expandTemplate(text, input(), &error), "expanded");
    QCOMPARE(error, QString());
}

void TestLocalServerGraderTemplates::sayWhatIsMissing_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("error");
    QTest::addColumn<bool>("inItsForm");
    const auto row = [](const QString &text, const QString &error, bool inItsForm) {
        QTest::newRow(qPrintable(text)) << text << error << inItsForm;
    };
    const auto absent = [&](const QString &path) {
        row(u"a {{%1}} b"_s.arg(path), u"'{{%1}}' is not there"_s.arg(path), false);
    };
    absent(u"item.other"_s);
    absent(u"item.Text"_s);
    absent(u"item.text.more"_s);
    absent(u"item.none.more"_s);
    absent(u"item.list.3"_s);
    absent(u"item.list.-1"_s);
    absent(u"item.list.01"_s);
    absent(u"item.list.+1"_s);
    absent(u"item.list.deep"_s);
    absent(u"item.list[99999999999999999999]"_s);
    absent(u"sample.output_tools"_s);
    const auto form = [&](const QString &path) { row(u"{{%1}}"_s.arg(path), u"is not a variable"_s, true); };
    form(u""_s);
    form(u" "_s);
    form(u"item"_s);
    form(u"sample"_s);
    form(u"items.text"_s);
    form(u"Item.text"_s);
    form(u"text"_s);
    form(u".item.text"_s);
    form(u"item.text."_s);
    form(u"item..text"_s);
    form(u"item.two words"_s);
    form(u"item.list[]"_s);
    form(u"item.list[x]"_s);
    form(u"item.list[0"_s);
    form(u"item.list[0]x"_s);
    form(u"item['text"_s);
    form(u"[0]"_s);
    form(u"['item'].text"_s);
    form(u"1 + 1"_s);
    form(u"#each item.list"_s);
    form(u"item.{text}"_s);
}

void TestLocalServerGraderTemplates::sayWhatIsMissing()
{
    QFETCH(QString, text);
    QFETCH(QString, error);
    QFETCH(bool, inItsForm);
    QString said;
    QCOMPARE(expandTemplate(text, input(), &said), QString());
    QVERIFY2(said.contains(error), qPrintable(said));
    QCOMPARE(templateFaults(text, {}).size(), inItsForm ? 1 : 0);
}

void TestLocalServerGraderTemplates::schemaDecidesWhatMayBeNamed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *path, bool allowed) {
        QTest::newRow(path) << QString::fromLatin1(path) << allowed;
    };
    row("item.text", true);
    row("item.Text", false);
    row("item.other", false);
    row("item.text.more", false);
    row("item.free.anything.at.all", true);
    row("item.closed.a", true);
    row("item.closed.b", false);
    row("item.open.b.c", true);
    row("item.typed.b", true);
    row("item.typed.b.c", false);
    row("item.pattern.x_1", true);
    row("item.list.0", true);
    row("item.list[12]", true);
    row("item.list.0.name", true);
    row("item.list.0.nome", false);
    row("item.list.name", false);
    row("item.either.left", true);
    row("item.either.right", true);
    row("item.either.middle", false);
    row("item.both.left", true);
    row("item.both.right", true);
    row("item.both.middle", false);
    row("item.maybe.text", true);
    row("item.maybe.more", false);
    row("item.node.next.next.next.value", true);
    row("item.node.next.next.next.walue", false);
    row("item.never", true); // the member is named; that it can have no value is the business of the items
    row("item.never.more", false);
    row("item.loop.x", true);
    row("sample.output_text", true);
    row("sample.anything.else", true);
}

void TestLocalServerGraderTemplates::schemaDecidesWhatMayBeNamed()
{
    const QJsonObject schema = parsed(R"({"type":"object","properties":{
        "text":{"type":"string"}, "free":{}, "never":false,
        "closed":{"type":"object","properties":{"a":{}},"additionalProperties":false},
        "open":{"type":"object","properties":{"a":{}},"additionalProperties":true},
        "typed":{"type":"object","additionalProperties":{"type":"number"}},
        "pattern":{"type":"object","properties":{"a":{}},"patternProperties":{"^x_":{}}},
        "list":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"}}}},
        "either":{"anyOf":[{"properties":{"left":{}}},{"properties":{"right":{}}}]},
        "both":{"type":"object","allOf":[{"properties":{"left":{}}},{"properties":{"right":{}}}]},
        "maybe":{"type":["object","null"],"properties":{"text":{"type":["string","null"]}}},
        "node":{"$ref":"#/$defs/node"}, "loop":{"$ref":"#/$defs/loop"}},
        "$defs":{"node":{"type":"object","properties":{"next":{"$ref":"#/$defs/node"},"value":{}}},
                 "loop":{"$ref":"#/$defs/loop"}}})")
                                   .toObject();
    QFETCH(QString, path);
    QFETCH(bool, allowed);
    const QStringList faults = templateFaults(u"x {{ %1 }} y"_s.arg(path), schema);
    QCOMPARE(faults.isEmpty(), allowed);
    if (!allowed)
        QCOMPARE(faults.first(), u"'{{%1}}' is not in the item schema."_s.arg(path));
    QVERIFY(templateFaults(u"{{%1}}"_s.arg(path), {}).isEmpty());
}

void TestLocalServerGraderTemplates::everyFaultIsNamed()
{
    const QJsonObject schema = parsed(R"({"properties":{"a":{}}})").toObject();
    const QStringList faults =
        templateFaults(u"{{item.a}} {{item.b}} {{c}} {{sample.d}} {{item.e}}"_s, schema);
    QCOMPARE(faults.size(), 3);
    QVERIFY(faults[0].contains(u"item.b"_s));
    QVERIFY(faults[1].contains(u"{{c}}"_s));
    QVERIFY(faults[2].contains(u"item.e"_s));
}

void TestLocalServerGraderTemplates::valueAtAPath()
{
    QCOMPARE(valueAtPath(u"item.list.1"_s, input()), parsed(R"({"deep":"one"})"));
    QCOMPARE(valueAtPath(u" sample.output_text "_s, input()), QJsonValue(u"Hi"_s));
    QVERIFY(valueAtPath(u"item.none"_s, input()).isNull());
    for (const QString &path : {u"item.other"_s, u"item"_s, u"other.text"_s, u""_s})
        QVERIFY(valueAtPath(path, input()).isUndefined());
}

void TestLocalServerGraderTemplates::messagesAreExpanded()
{
    const QJsonArray messages = parsed(R"([
        {"role":"developer","content":"Judge {{item.text}}.","type":"message"},
        {"role":"user","content":{"type":"output_text","text":"{{sample.output_text}}"}},
        {"role":"assistant","content":["{{item.n}}",
            {"type":"input_text","text":"{{item.half}}"},
            {"type":"input_image","image_url":"https://x/{{item.n}}.png","detail":"low"},
            {"type":"input_audio","input_audio":{"data":"{{item.uni}}","format":"wav"}}]}])")
                                    .toArray();
    const QJsonArray expected = parsed(R"([
        {"role":"developer","content":"Judge Hello.","type":"message"},
        {"role":"user","content":[{"type":"output_text","text":"Hi"}]},
        {"role":"assistant","content":[{"type":"input_text","text":"3"},
            {"type":"input_text","text":"0.5"},
            {"type":"input_image","image_url":"https://x/3.png","detail":"low"},
            {"type":"input_audio","input_audio":{"data":"żółć 🎉","format":"wav"}}]}])")
                                    .toArray();
    QString error;
    QCOMPARE(expandMessages(messages, input(), &error), expected);
    QCOMPARE(error, QString());
}

void TestLocalServerGraderTemplates::messagesWithAMissingValueAreRefused()
{
    for (const char *content :
         {R"("{{item.gone}}")", R"(["{{item.gone}}"])", R"([{"type":"input_text","text":"{{item.gone}}"}])",
          R"({"type":"input_image","image_url":"{{item.gone}}"})",
          R"([{"type":"input_audio","input_audio":{"data":"{{item.gone}}","format":"mp3"}},"ok"])"}) {
        const QJsonArray messages{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"fine"_s}},
                                  QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, parsed(content)}},
                                  QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"fine"_s}}};
        QString error;
        QCOMPARE(expandMessages(messages, input(), &error), QJsonArray());
        QCOMPARE(error, u"'{{item.gone}}' is not there."_s);
    }
}

void TestLocalServerGraderTemplates::messagesAreChecked_data()
{
    QTest::addColumn<QByteArray>("messages");
    QTest::addColumn<QString>("param"); // empty = nothing is wrong
    const auto row = [](const char *messages, const char *param) {
        QTest::newRow(messages) << QByteArray(messages) << QString::fromLatin1(param);
    };
    row(R"([{"role":"user","content":"{{item.a}}"}])", "");
    row(R"([{"role":"system","content":"","type":"message"},{"role":"assistant","content":"x"}])", "");
    row(R"([{"role":"developer","content":[]}])", "");
    row(R"([{"role":"user","content":["a",{"type":"output_text","text":"b"}]}])", "");
    row(R"([{"role":"user","content":{"type":"input_image","image_url":"u"}}])", "");
    row(R"([{"role":"user","content":[{"type":"input_audio","input_audio":{"data":"d","format":"wav"}}]}])",
        "");
    row(R"([])", "p");
    row(R"("text")", "p");
    row(R"({"role":"user","content":"x"})", "p");
    row(R"(["text"])", "p[0]");
    row(R"([{"role":"user","content":"x"},{"role":"user","content":"x","name":"n"}])", "p[1]");
    row(R"([{"content":"x"}])", "p[0].role");
    row(R"([{"role":"tool","content":"x"}])", "p[0].role");
    row(R"([{"role":"user","content":"x","type":"text"}])", "p[0].type");
    row(R"([{"role":"user"}])", "p[0].content");
    row(R"([{"role":"user","content":null}])", "p[0].content");
    row(R"([{"role":"user","content":5}])", "p[0].content");
    row(R"([{"role":"user","content":"{{item.b}}"}])", "p[0].content");
    row(R"([{"role":"user","content":["ok",7]}])", "p[0].content[1]");
    row(R"([{"role":"user","content":["{{item.b}}"]}])", "p[0].content[0]");
    row(R"([{"role":"user","content":[{"type":"input_file","text":"x"}]}])", "p[0].content[0]");
    row(R"([{"role":"user","content":[{"type":"input_text"}]}])", "p[0].content[0].text");
    row(R"([{"role":"user","content":[{"type":"input_text","text":"{{x}}"}]}])", "p[0].content[0].text");
    row(R"([{"role":"user","content":{"type":"input_image","image_url":{"url":"u"}}}])",
        "p[0].content.image_url");
    row(R"([{"role":"user","content":{"type":"input_audio"}}])", "p[0].content.input_audio.data");
    row(R"([{"role":"user","content":{"type":"input_audio","input_audio":{"data":"d","format":"ogg"}}}])",
        "p[0].content.input_audio.format");
}

void TestLocalServerGraderTemplates::messagesAreChecked()
{
    QFETCH(QByteArray, messages);
    QFETCH(QString, param);
    const QJsonObject schema = parsed(R"({"properties":{"a":{}}})").toObject();
    QString refused;
    try {
        checkMessages(parsed(messages.constData()), u"p"_s, schema);
    } catch (const ApiFault &fault) {
        QCOMPARE(fault.status, 400);
        QVERIFY(!fault.message.isEmpty());
        refused = fault.param;
    }
    QCOMPARE(refused, param);
}

void TestLocalServerGraderTemplates::anyTextIsAnsweredWithoutHarm()
{
    QRandomGenerator random(9);
    const QStringList pieces{u"{{"_s,
                             u"}}"_s,
                             u"{"_s,
                             u"}"_s,
                             u"item"_s,
                             u"sample"_s,
                             u"."_s,
                             u"text"_s,
                             u"["_s,
                             u"]"_s,
                             u"\""_s,
                             u"'"_s,
                             u"0"_s,
                             u"-"_s,
                             u" "_s,
                             u"list"_s,
                             u"ü"_s,
                             QString(QChar(0xd83c)),
                             QString(QChar(u'\0')),
                             u"{{item."_s,
                             u"{{item.text}}"_s};
    int expanded = 0;
    int refused = 0;
    for (int i = 0; i < 20'000; ++i) {
        QString text;
        for (int length = random.bounded(1 + i % 25); length > 0; --length)
            text += pieces[random.bounded(int(pieces.size()))];
        QString error;
        const QString result = expandTemplate(text, input(), &error);
        QVERIFY(error.isEmpty() || result.isEmpty());
        // What is wrong in its form is wrong for every item, and nothing else is wrong without one.
        if (!templateFaults(text, {}).isEmpty())
            QVERIFY(!error.isEmpty());
        if (!text.contains(u"}}"_s))
            QCOMPARE(result, text);
        expanded += error.isEmpty() && result != text ? 1 : 0;
        refused += error.isEmpty() ? 0 : 1;
    }
    QVERIFY(expanded > 500);
    QVERIFY(refused > 500);
}

QTEST_GUILESS_MAIN(TestLocalServerGraderTemplates)
#include "tst_localserver_gradertemplates.moc"

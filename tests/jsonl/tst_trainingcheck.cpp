// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonl/trainingcheck.h"
#include "trainingfaults.h"

#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

/// Training files: what is good passes without a word, and what is not is found where it is, and nothing
/// else.
class TestTrainingCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goodFilesPass_data();
    void goodFilesPass();
    void chatFaults_data();
    void chatFaults();
    void whatIsCutOff();
    void completionFaults_data();
    void completionFaults();

private:
    TrainingFiles m_files;
};

void TestTrainingCheck::goodFilesPass_data()
{
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<TrainingMethod>("method");
    QTest::addColumn<TrainingFormat>("format");
    QTest::addColumn<QString>("model");
    const auto add = [](const char *name, const QByteArray &good, TrainingMethod method,
                        TrainingFormat format, const char *model = "") {
        QTest::newRow(name) << good << method << format << QString::fromUtf8(model);
    };
    const auto chat = [&](const char *name, const QByteArray &good) {
        add(name, good, TrainingMethod::Supervised, TrainingFormat::Chat, "gpt-4o-mini-2024-07-18");
    };
    chat("chat", goodChat);
    chat(
        "a developer speaks first",
        R"({"messages":[{"role":"developer","content":"x"},{"role":"user","content":"#"},{"role":"assistant","content":"a"}]})");
    chat(
        "many turns and weights",
        R"({"messages":[{"role":"user","content":"#"},{"role":"assistant","content":"a","weight":0},{"role":"user","content":"q"},{"role":"assistant","content":"b","weight":1.0}]})");
    chat("names",
         R"({"messages":[{"role":"user","name":"u","content":"#"},{"role":"assistant","content":"a"}]})");
    chat("a call at the end", goodCall);
    chat("calls that are answered", goodAnswered);
    chat(
        "no tool is called",
        R"({"messages":[{"role":"user","content":"#"},{"role":"assistant","content":"a"}],"tools":[],"parallel_tool_calls":true})");
    chat(
        "functions of before",
        R"({"messages":[{"role":"user","content":"#"},{"role":"assistant","function_call":{"name":"f","arguments":"{}"}},{"role":"function","name":"f","content":"1"},{"role":"assistant","content":"a"}],"functions":[{"name":"f","parameters":{}}]})");
    chat(
        "an image",
        R"({"messages":[{"role":"user","content":[{"type":"text","text":"#"},{"type":"image_url","image_url":{"url":"https://example.com/a.png","detail":"low"}}]},{"role":"assistant","content":[{"type":"text","text":"a"}]}]})");
    chat(
        "an image in the line",
        R"({"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,#"}}]},{"role":"assistant","content":"a"}]})");
    chat(
        "a refusal",
        R"({"messages":[{"role":"user","content":"#"},{"role":"assistant","content":null,"refusal":"No."}]})");
    chat(
        "blanks and other letters",
        R"( { "messages" : [ { "role" : "user" , "content" : "Grüße # 😀" } , { "content" : "a\n\u00fc" , "role" : "assistant" } ] } )");
    chat("a name written with escapes",
         R"({"messages":[{"r\u006fle":"user","content":"#"},{"role":"assistant","content":"a"}]})");
    add("completion", goodCompletion, TrainingMethod::Supervised, TrainingFormat::Completion, "davinci-002");
    add("completion, of a tuned model", goodCompletion, TrainingMethod::Supervised,
        TrainingFormat::Completion, "ft:babbage-002:me::x");
    add("preference", goodPreference, TrainingMethod::Dpo, TrainingFormat::Preference, "gpt-4o-mini");
    add("preference, called completions", QByteArray(goodPreference).replace("_output", "_completion"),
        TrainingMethod::Dpo, TrainingFormat::Preference);
    add("preference after a talk",
        R"({"input":{"messages":[{"role":"system","content":"s"},{"role":"user","content":"#"},{"role":"assistant","content":"x"},{"role":"user","content":"q"}],"tools":[],"parallel_tool_calls":true},"preferred_output":[{"role":"assistant","content":"a"}],"non_preferred_output":[{"role":"assistant","content":"b"}]})",
        TrainingMethod::Dpo, TrainingFormat::Preference);
    add("reinforcement", goodReinforcement, TrainingMethod::Reinforcement, TrainingFormat::Reinforcement,
        "o4-mini-2025-04-16");
    add("reinforcement with tools",
        R"({"messages":[{"role":"developer","content":"d"},{"role":"user","content":"#"}],"tools":[{"type":"function","function":{"name":"f"}}],"answer":"x"})",
        TrainingMethod::Reinforcement, TrainingFormat::Reinforcement);
    add("reinforcement after a talk",
        R"({"messages":[{"role":"user","content":"q"},{"role":"assistant","content":"a"},{"role":"user","content":"#"}],"answer":{"sku":7}})",
        TrainingMethod::Reinforcement, TrainingFormat::Reinforcement);
}

void TestTrainingCheck::goodFilesPass()
{
    QFETCH(QByteArray, good);
    QFETCH(TrainingMethod, method);
    QFETCH(TrainingFormat, format);
    QFETCH(QString, model);
    for (const bool crLf : {false, true}) {
        const QByteArray content = numbered(good, 1, 12);
        const auto found =
            checkTrainingFile(m_files.write(crLf ? QByteArray(content).replace('\n', "\r\n") : content),
                              {.method = method, .model = model});
        QVERIFY(found);
        QVERIFY2(found->findings.isEmpty(), qPrintable(found->findings.value(0).text()));
        QCOMPARE(found->format, format);
        QCOMPARE(found->lines, 12);
        QVERIFY(found->isSendable());
    }
}

void TestTrainingCheck::chatFaults_data()
{
    using enum TrainingFault;
    columns();
    row("a list", "[1]", NotAnObject, "", "", "object");
    row("a text", R"("hello")", NotAnObject, "", "", "object");
    row("not UTF-8", "{\"messages\":\"\xff\"}", NotUtf8, "", "", "UTF-8");
    row("of another format", R"({"prompt":"a","completion":" b"})", MixedFormats, "", "",
        "prompt and completion");
    row("a preference", numbered(goodPreference, 7, 1).trimmed(), MixedFormats, "", "", "preference");
    row("no messages", R"({})", MissingMember, "messages", "{", "“messages” is missing");
    row("messages null", R"({"messages":null})", MissingMember, "messages", "\"messages\"", "missing");
    row("messages is a text", R"({"messages":"hi"})", WantsList, "messages", "\"messages\"", "list");
    row("messages is an object", R"({"messages":{"role":"user"}})", WantsList, "messages", "\"messages\"",
        "list");
    row("no message", R"({"messages":[]})", EmptyList, "messages", "\"messages\"", "empty");
    row("a message is a text",
        chat(R"({"role":"user","content":"x"},"hi",{"role":"assistant","content":"a"})"), WantsObject,
        "messages[1]", "\"hi\"", "object");
    row("no role", chat(R"({"content":"x"},{"role":"assistant","content":"a"})"), MissingMember,
        "messages[0].role", R"({"content":"x")", "messages[0].role");
    row("role null", chat(R"({"role":null,"content":"x"},{"role":"assistant","content":"a"})"), MissingMember,
        "messages[0].role", R"("role":null)", "missing");
    row("role is a number", chat(R"({"role":7,"content":"x"},{"role":"assistant","content":"a"})"), WantsText,
        "messages[0].role", R"("role":7)", "text");
    row("unknown role", chat(R"({"role":"robot","content":"x"},{"role":"assistant","content":"a"})"),
        UnknownRole, "messages[0].role", R"("role":"robot")", "robot");
    row("role in capitals", chat(R"({"role":"user","content":"x"},{"role":"Assistant","content":"a"})"),
        UnknownRole, "messages[1].role", R"("role":"Assistant")", "Assistant");
    row("system late",
        chat(
            R"({"role":"user","content":"x"},{"role":"system","content":"s"},{"role":"assistant","content":"a"})"),
        SystemNotFirst, "messages[1].role", R"("role":"system")", "beginning");
    row("developer late",
        chat(
            R"({"role":"user","content":"x"},{"role":"developer","content":"s"},{"role":"assistant","content":"a"})"),
        SystemNotFirst, "messages[1].role", R"("role":"developer")", "beginning");
    row("user twice",
        chat(
            R"({"role":"user","content":"x"},{"role":"user","content":"y"},{"role":"assistant","content":"a"})"),
        UserTwice, "messages[1].role", R"("role":"user","content":"y")", "follow");
    row("assistant first", chat(R"({"role":"system","content":"s"},{"role":"assistant","content":"a"})"),
        AssistantFirst, "messages[1].role", R"("role":"assistant")", "no question");
    row("no content", chat(R"({"role":"user"},{"role":"assistant","content":"a"})"), NoContent,
        "messages[0].content", R"({"role":"user"})", "no content");
    row("content null", chat(R"({"role":"user","content":"x"},{"role":"assistant","content":null})"),
        NoContent, "messages[1].content", R"("content":null)", "no content");
    row("content is a number", chat(R"({"role":"user","content":5},{"role":"assistant","content":"a"})"),
        WantsText, "messages[0].content", R"("content":5)", "text");
    row("content is an object",
        chat(R"({"role":"user","content":{"text":"x"}},{"role":"assistant","content":"a"})"), WantsText,
        "messages[0].content", R"("content":{)", "text");
    row("an empty answer", chat(R"({"role":"user","content":"x"},{"role":"assistant","content":""})"),
        EmptyContent, "messages[1].content", R"("content":"")", "nothing to learn");
    row("an answer of blanks", chat(R"({"role":"user","content":"x"},{"role":"assistant","content":" \n"})"),
        EmptyContent, "messages[1].content", R"("content":" )", "nothing to learn");
    row("no parts", chat(R"({"role":"user","content":[]},{"role":"assistant","content":"a"})"), EmptyList,
        "messages[0].content", R"("content":[])", "empty");
    row("a part is a text", chat(R"({"role":"user","content":["x"]},{"role":"assistant","content":"a"})"),
        WantsObject, "messages[0].content[0]", R"("x")", "object");
    row("a part without a type",
        chat(R"({"role":"user","content":[{"text":"x"}]},{"role":"assistant","content":"a"})"), MissingMember,
        "messages[0].content[0].type", R"({"text")", "type");
    row("a part of an unknown type",
        chat(R"({"role":"user","content":[{"type":"input_audio"}]},{"role":"assistant","content":"a"})"),
        UnknownPart, "messages[0].content[0].type", R"("type")", "input_audio");
    row("a text part without text",
        chat(R"({"role":"user","content":[{"type":"text"}]},{"role":"assistant","content":"a"})"),
        MissingMember, "messages[0].content[0].text", R"({"type")", "text");
    row("a text part with a number",
        chat(R"({"role":"user","content":[{"type":"text","text":1}]},{"role":"assistant","content":"a"})"),
        WantsText, "messages[0].content[0].text", R"("text":1)", "text");
    row("an image of the assistant",
        chat(
            R"({"role":"user","content":"x"},{"role":"assistant","content":[{"type":"image_url","image_url":{"url":"https://example.com/a.png"}}]})"),
        ImageNotFromUser, "messages[1].content[0]", R"({"type")", "images");
    row("an image without a link",
        chat(R"({"role":"user","content":[{"type":"image_url"}]},{"role":"assistant","content":"a"})"),
        MissingMember, "messages[0].content[0].image_url", R"({"type")", "image_url");
    row("an image as a text",
        chat(
            R"({"role":"user","content":[{"type":"image_url","image_url":"https://example.com"}]},{"role":"assistant","content":"a"})"),
        WantsObject, "messages[0].content[0].image_url", R"("image_url":")", "object");
    row("an image without url",
        chat(
            R"({"role":"user","content":[{"type":"image_url","image_url":{}}]},{"role":"assistant","content":"a"})"),
        MissingMember, "messages[0].content[0].image_url.url", R"({}}])", "url");
    row("an image on a disk",
        chat(
            R"({"role":"user","content":[{"type":"image_url","image_url":{"url":"file:///a.png"}}]},{"role":"assistant","content":"a"})"),
        ImageNotUsable, "messages[0].content[0].image_url.url", R"("url":)", "https");
    row("weight of a half",
        chat(R"({"role":"user","content":"x"},{"role":"assistant","content":"a","weight":0.5})"), WrongWeight,
        "messages[1].weight", R"("weight")", "0 or 1");
    row("weight as a text",
        chat(R"({"role":"user","content":"x"},{"role":"assistant","content":"a","weight":"1"})"), WrongWeight,
        "messages[1].weight", R"("weight")", "0 or 1");
    row("weight of a question",
        chat(R"({"role":"user","content":"x","weight":1},{"role":"assistant","content":"a"})"),
        WeightNotOnAssistant, "messages[0].weight", R"("weight")", "assistant");
    row("nothing has weight",
        chat(
            R"({"role":"user","content":"x"},{"role":"assistant","content":"a","weight":0},{"role":"user","content":"y"},{"role":"assistant","content":"b","weight":0.0})"),
        AllWeightsZero, "messages[3].weight", R"("weight":0.0)", "weight 0");
    row("name is a number",
        chat(R"({"role":"user","content":"x","name":3},{"role":"assistant","content":"a"})"), WantsText,
        "messages[0].name", R"("name")", "text");
    row("no answer", chat(R"({"role":"system","content":"s"},{"role":"user","content":"x"})"), NoAssistant,
        "messages[1].role", R"("role":"user")", "no message of the assistant");
    row("the user has the last word",
        chat(
            R"({"role":"user","content":"x"},{"role":"assistant","content":"a"},{"role":"user","content":"y"})"),
        LastNotAssistant, "messages[2].role", R"("role":"user","content":"y")", "last message");
    row("a member nobody knows",
        chat(R"({"role":"user","content":"x"},{"role":"assistant","content":"a"})", R"(,"source":"web")"),
        UnknownMember, "source", R"("source")", "source");
    row("one of a message",
        chat(R"({"role":"user","content":"x","id":"m1"},{"role":"assistant","content":"a"})"), UnknownMember,
        "messages[0].id", R"("id")", "means nothing");
    row("a member twice",
        chat(R"({"role":"user","content":"x","content":"y"},{"role":"assistant","content":"a"})"),
        DuplicateMember, "messages[0].content", R"("content":"x")", "twice");
    row("messages twice",
        chat(R"({"role":"user","content":"x"},{"role":"assistant","content":"a"})", R"(,"messages":[])"),
        DuplicateMember, "messages", R"("messages")", "twice");
    row("the same example", numbered(goodChat, 4, 1).trimmed(), DuplicateExample, "", "", "line 4");
    row("the same example, written otherwise",
        R"({ "messages":[{"content":"Be brief.","role":"system"},{"role":"user","content":"Question \u0034"},{"role":"assistant","content":"  Answer 4\n"}]})",
        DuplicateExample, "", "", "line 4");
}

void TestTrainingCheck::chatFaults()
{
    findsJustThat(m_files, {}, goodChat, TrainingFormat::Chat);
}

void TestTrainingCheck::whatIsCutOff()
{
    const QByteArray bad = R"({"messages":[{"role":"user")";
    const auto found = checkTrainingFile(m_files.write(numbered(goodChat, 1, 10) + bad));
    QVERIFY(found);
    QCOMPARE(found->findings.size(), 1);
    QCOMPARE(found->findings.first().line, 11);
    QCOMPARE(found->findings.first().fault, TrainingFault::NotJson);
    QCOMPARE(found->findings.first().column, int(bad.size()) + 1); // where it ends too early
}

void TestTrainingCheck::completionFaults_data()
{
    using enum TrainingFault;
    columns();
    row("no prompt", R"({"completion":" b"})", MissingMember, "prompt", "{", "prompt");
    row("prompt is a list", R"({"prompt":["a"],"completion":" b"})", WantsText, "prompt", R"("prompt")",
        "text");
    row("no completion", R"({"prompt":"a"})", MissingMember, "completion", "{", "completion");
    row("completion is null", R"({"prompt":"a","completion":null})", MissingMember, "completion",
        R"("completion")", "missing");
    row("completion is a number", R"({"prompt":"a","completion":4})", WantsText, "completion",
        R"("completion")", "text");
    row("completion is empty", R"({"prompt":"a","completion":""})", EmptyCompletion, "completion",
        R"("completion")", "empty");
    row("no blank before it", R"({"prompt":"a","completion":"b"})", NoLeadingSpace, "completion",
        R"("completion")", "blank");
    row("a member nobody knows", R"({"prompt":"a","completion":" b","note":"n"})", UnknownMember, "note",
        R"("note")", "note");
    row("chat", numbered(goodChat, 1, 1).trimmed(), MixedFormats, "", "", "chat");
    row("the same example", R"({"completion":" Answer 5","prompt":"Question 5 ->"})", DuplicateExample, "",
        "", "line 5");
}

void TestTrainingCheck::completionFaults()
{
    findsJustThat(m_files, {.model = u"babbage-002"_s}, goodCompletion, TrainingFormat::Completion);
}

QTEST_GUILESS_MAIN(TestTrainingCheck)
#include "tst_trainingcheck.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Which lines a file of examples may have, and what is said of those that it may not.
#include "localserver/finetuning/finetuningcheck.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace odc::server;

Q_DECLARE_METATYPE(odc::server::TrainingFormat)

class TestLocalServerTrainingFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodLines_data();
    void goodLines();
    void badLines_data();
    void badLines();
    void formatsGoWithMethods();
    void examplesAreCounted();
    void readingCanBeLeftOff();

private:
    static TrainingVerdict check(QByteArray lines, TrainingFormat format,
                                 const QString &param = u"validation_file"_s)
    {
        QBuffer file(&lines);
        file.open(QIODevice::ReadOnly);
        return checkTrainingFile(file, format, param, [] { return true; });
    }
};

void TestLocalServerTrainingFiles::goodLines_data()
{
    QTest::addColumn<TrainingFormat>("format");
    QTest::addColumn<QByteArray>("line");
    const auto good = [](const char *name, TrainingFormat format, const QByteArray &line) {
        QTest::newRow(name) << format << line;
    };
    using Format = TrainingFormat;
    good("chat", Format::Chat,
         R"({"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hi"},)"
         R"({"role":"assistant","content":"Hello","weight":1}]})");
    good(
        "tools", Format::Chat,
        R"({"messages":[{"role":"user","content":"Stock of A7?"},{"role":"assistant","tool_calls":[{"id":"c1",)"
        R"("type":"function","function":{"name":"stock","arguments":"{\"sku\":\"A7\"}"}}]}],)"
        R"("parallel_tool_calls":false,"tools":[{"type":"function","function":{"name":"stock"}}]})");
    good(
        "an answer of a tool", Format::Chat,
        R"({"messages":[{"role":"user","content":"x"},{"role":"assistant","content":null,"tool_calls":[{"id":"c1",)"
        R"("type":"function","function":{"name":"f","arguments":""}}]},{"role":"tool","tool_call_id":"c1",)"
        R"("content":"4"},{"role":"assistant","content":"Four"}]})");
    good("images", Format::Chat,
         R"({"messages":[{"role":"user","content":[{"type":"text","text":"What is it?"},{"type":"image_url",)"
         R"("image_url":{"url":"https://example.com/a.png"}}]},{"role":"assistant","content":"A cat"}]})");
    good("completions", Format::Completions, R"({"prompt":"2+2=","completion":" 4"})");
    good("an empty prompt", Format::Completions, R"({"prompt":"","completion":" 4"})");
    good("preference", Format::Preference,
         R"({"input":{"messages":[{"role":"user","content":"Q"}],"tools":[],"parallel_tool_calls":true},)"
         R"("preferred_output":[{"role":"assistant","content":"good"}],)"
         R"("non_preferred_output":[{"role":"assistant","content":"bad"}]})");
    good("preference by its other names", Format::Preference,
         R"({"input":{"messages":[{"role":"user","content":"Q"}]},)"
         R"("preferred_completion":[{"role":"assistant","content":"good"}],)"
         R"("non_preferred_completion":[{"role":"assistant","content":"bad"}]})");
    good(
        "reinforcement", Format::Reinforcement,
        R"({"messages":[{"role":"developer","content":"d"},{"role":"user","content":"q"}],"answer":"42","more":{"a":1}})");
    good("space around", Format::Completions, "  {\"prompt\":\"a\",\"completion\":\"b\"} \r");
}

void TestLocalServerTrainingFiles::goodLines()
{
    QFETCH(TrainingFormat, format);
    QFETCH(QByteArray, line);
    const TrainingVerdict verdict = check(line + '\n', format);
    QCOMPARE(verdict.message, QString());
    QCOMPARE(verdict.code, QString());
    QCOMPARE(verdict.examples, 1);
    QVERIFY(verdict.tokens > 0);
}

void TestLocalServerTrainingFiles::badLines_data()
{
    QTest::addColumn<TrainingFormat>("format");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("says");
    const auto bad = [](const char *name, TrainingFormat format, const QByteArray &line,
                        const QString &says) { QTest::newRow(name) << format << line << says; };
    using Format = TrainingFormat;
    const QByteArray user = R"({"role":"user","content":"Q"})";
    const QByteArray assistant = R"({"role":"assistant","content":"A"})";
    const auto chat = [](const QByteArray &messages) { return R"({"messages":[)" + messages + "]}"; };
    bad("no object", Format::Chat, "[1]", u"not a JSON object"_s);
    bad("no JSON", Format::Chat, "{\"messages\":", u"not valid JSON"_s);
    bad("no messages", Format::Chat, "{}", u"'messages'"_s);
    bad("no message", Format::Chat, chat({}), u"'messages'"_s);
    bad("a message that is none", Format::Chat, chat(user + ",1"), u"messages[1] is not an object"_s);
    bad("another role", Format::Chat, chat(R"({"role":"robot","content":"Q"},)" + assistant), u"'robot'"_s);
    bad("no content", Format::Chat, chat(R"({"role":"user"},)" + assistant), u"messages[0].content"_s);
    bad("null without a call", Format::Chat, chat(user + R"(,{"role":"assistant","content":null})"),
        u"messages[1].content"_s);
    bad("no answer", Format::Chat, chat(assistant + ',' + user),
        u"the last message must be from the assistant"_s);
    bad("weight of a user", Format::Chat, chat(R"({"role":"user","content":"Q","weight":1},)" + assistant),
        u"weight"_s);
    bad("half a weight", Format::Chat, chat(user + R"(,{"role":"assistant","content":"A","weight":0.5})"),
        u"0 or 1"_s);
    bad("arguments as an object", Format::Chat,
        chat(user +
             R"(,{"role":"assistant","tool_calls":[{"id":"c","type":"function","function":{"name":"f",)"
             R"("arguments":{}}}]})"),
        u"arguments"_s);
    bad("a call of a user", Format::Chat,
        chat(R"({"role":"user","content":"Q","tool_calls":[]},)" + assistant), u"tool_calls"_s);
    bad("a tool without an id", Format::Chat, chat(R"({"role":"tool","content":"4"},)" + assistant),
        u"tool_call_id"_s);
    bad("audio", Format::Chat, chat(R"({"role":"user","content":[{"type":"input_audio"}]},)" + assistant),
        u"input_audio"_s);
    bad("tools that are none", Format::Chat, R"({"tools":{},"messages":[)" + user + ',' + assistant + "]}",
        u"'tools'"_s);
    bad("prompt without completion", Format::Completions, R"({"prompt":"a"})", u"'completion'"_s);
    bad("completion without prompt", Format::Completions, R"({"completion":"a"})", u"'prompt'"_s);
    bad("chat for completions", Format::Completions, chat(user + ',' + assistant), u"'prompt'"_s);
    const QByteArray input = R"({"input":{"messages":[)" + user + "]}";
    bad("nothing preferred", Format::Preference, input + R"(,"non_preferred_output":[)" + assistant + "]}",
        u"'preferred_output'"_s);
    bad("two are preferred", Format::Preference,
        input + R"(,"preferred_output":[)" + assistant + ',' + assistant + R"(],"non_preferred_output":[)" +
            assistant + "]}",
        u"exactly one"_s);
    bad("a user is preferred", Format::Preference,
        input + R"(,"preferred_output":[)" + user + R"(],"non_preferred_output":[)" + assistant + "]}",
        u"'assistant'"_s);
    bad("no input", Format::Preference,
        R"({"preferred_output":[)" + assistant + R"(],"non_preferred_output":[)" + assistant + "]}",
        u"'input'"_s);
    bad("a task with its answer", Format::Reinforcement, chat(user + ',' + assistant),
        u"the last message must be from the user"_s);
    bad("a task for the system", Format::Reinforcement, chat(R"({"role":"system","content":"S"},)" + user),
        u"'system'"_s);
}

void TestLocalServerTrainingFiles::badLines()
{
    QFETCH(TrainingFormat, format);
    QFETCH(QByteArray, line);
    QFETCH(QString, says);
    const TrainingVerdict verdict = check("\n\n" + line, format); // empty lines count where lines are counted
    QCOMPARE(verdict.code, u"invalid_validation_file"_s);
    QVERIFY2(verdict.message.contains(u"Line 3: "_s), qPrintable(verdict.message));
    QVERIFY2(verdict.message.contains(says), qPrintable(verdict.message));
}

void TestLocalServerTrainingFiles::formatsGoWithMethods()
{
    QCOMPARE(trainingFormat(u"supervised"_s, u"gpt-4.1-2025-04-14"_s), TrainingFormat::Chat);
    QCOMPARE(trainingFormat(u"supervised"_s, u"babbage-002"_s), TrainingFormat::Completions);
    QCOMPARE(trainingFormat(u"dpo"_s, u"gpt-4.1-2025-04-14"_s), TrainingFormat::Preference);
    QCOMPARE(trainingFormat(u"reinforcement"_s, u"o4-mini-2025-04-16"_s), TrainingFormat::Reinforcement);
}

void TestLocalServerTrainingFiles::examplesAreCounted()
{
    const QByteArray line = "{\"prompt\":\"a\",\"completion\":\"b\"}\n";
    const auto code = [&](int lines, const QString &param) {
        return check(line.repeated(lines), TrainingFormat::Completions, param).code;
    };
    QCOMPARE(code(9, u"training_file"_s), u"invalid_n_examples"_s);
    QCOMPARE(code(10, u"training_file"_s), QString());
    QCOMPARE(code(1, u"validation_file"_s), QString());
    QCOMPARE(code(0, u"validation_file"_s), u"invalid_validation_file"_s);
    QCOMPARE(check(line.repeated(10) + "\n \n", TrainingFormat::Completions).examples, 10);
}

void TestLocalServerTrainingFiles::readingCanBeLeftOff()
{
    QByteArray lines = QByteArray("{\"prompt\":\"a\",\"completion\":\"b\"}\n").repeated(5000);
    QBuffer file(&lines);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const TrainingVerdict verdict =
        checkTrainingFile(file, TrainingFormat::Completions, u"training_file"_s, [] { return false; });
    QVERIFY(verdict.stopped);
    QVERIFY(verdict.code.isEmpty());
    QVERIFY(verdict.examples < 5000);
}

QTEST_GUILESS_MAIN(TestLocalServerTrainingFiles)
#include "tst_localserver_trainingfiles.moc"

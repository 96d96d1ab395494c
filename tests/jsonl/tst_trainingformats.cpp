// SPDX-License-Identifier: GPL-3.0-or-later
#include "trainingfaults.h"

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

/// Training files with calls of tools, with preferences, and for reinforcement: each fault is found where it
/// is.
class TestTrainingFormats : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void toolFaults_data();
    void toolFaults();
    void preferenceFaults_data();
    void preferenceFaults();
    void reinforcementFaults_data();
    void reinforcementFaults();

private:
    TrainingFiles m_files;
};

void TestTrainingFormats::toolFaults_data()
{
    using enum TrainingFault;
    columns();
    const QByteArray tools =
        R"("tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object"}}}])";
    const auto calls = [&](const QByteArray &list, const QByteArray &more = {}) {
        return chat(R"({"role":"user","content":"x"},{"role":"assistant","tool_calls":)" + list + "}" + more,
                    "," + tools);
    };
    const auto withTools = [](const QByteArray &list) {
        return chat(R"({"role":"user","content":"x"},{"role":"assistant","content":"a"})",
                    R"(,"tools":)" + list);
    };
    const QByteArray call = R"([{"id":"c1","type":"function","function":{"name":"f","arguments":"{}"}}])";
    row("calls are an object", calls("{}"), WantsList, "messages[1].tool_calls", R"("tool_calls")", "list");
    row("no call", calls("[]"), EmptyList, "messages[1].tool_calls", R"("tool_calls")", "empty");
    row("a call is a text", calls(R"(["f"])"), WantsObject, "messages[1].tool_calls[0]", R"("f"])", "object");
    row("a call without id", calls(R"([{"type":"function","function":{"name":"f","arguments":"{}"}}])"),
        MissingMember, "messages[1].tool_calls[0].id", R"({"type":"function","function":{"name":"f","arg)",
        "id");
    row("an id is a number",
        calls(R"([{"id":1,"type":"function","function":{"name":"f","arguments":"{}"}}])"), WantsText,
        "messages[1].tool_calls[0].id", R"("id":1)", "text");
    row("a call without type", calls(R"([{"id":"c1","function":{"name":"f","arguments":"{}"}}])"),
        MissingMember, "messages[1].tool_calls[0].type", R"({"id")", "type");
    row("a call of another type",
        calls(R"([{"id":"c1","type":"custom","function":{"name":"f","arguments":"{}"}}])"), ToolNotFunction,
        "messages[1].tool_calls[0].type", R"("type":"custom")", "custom");
    row("a call of nothing", calls(R"([{"id":"c1","type":"function"}])"), MissingMember,
        "messages[1].tool_calls[0].function", R"({"id")", "function");
    row("a call of a text", calls(R"([{"id":"c1","type":"function","function":"f"}])"), WantsObject,
        "messages[1].tool_calls[0].function", R"("function":"f")", "object");
    row("a call without a name", calls(R"([{"id":"c1","type":"function","function":{"arguments":"{}"}}])"),
        MissingMember, "messages[1].tool_calls[0].function.name", R"({"arguments")", "name");
    row("a call of what is no tool",
        calls(R"([{"id":"c1","type":"function","function":{"name":"g","arguments":"{}"}}])"), UnknownFunction,
        "messages[1].tool_calls[0].function.name", R"("name":"g")", "“g”");
    row("a call without any tools",
        chat(R"({"role":"user","content":"x"},{"role":"assistant","tool_calls":)" + call + "}"),
        UnknownFunction, "messages[1].tool_calls[0].function.name", R"("name":"f")", "“f”");
    row("no arguments", calls(R"([{"id":"c1","type":"function","function":{"name":"f"}}])"), MissingMember,
        "messages[1].tool_calls[0].function.arguments", R"({"name":"f"}}])", "arguments");
    row("arguments are an object",
        calls(R"([{"id":"c1","type":"function","function":{"name":"f","arguments":{}}}])"), WantsText,
        "messages[1].tool_calls[0].function.arguments", R"("arguments")", "text");
    row("arguments are no JSON",
        calls(R"([{"id":"c1","type":"function","function":{"name":"f","arguments":"{sku:1}"}}])"),
        ArgumentsNotJson, "messages[1].tool_calls[0].function.arguments", R"("arguments")", "JSON");
    row("arguments are empty",
        calls(R"([{"id":"c1","type":"function","function":{"name":"f","arguments":""}}])"), ArgumentsNotJson,
        "messages[1].tool_calls[0].function.arguments", R"("arguments")", "JSON");
    row("arguments are a list",
        calls(R"([{"id":"c1","type":"function","function":{"name":"f","arguments":"[1]"}}])"),
        ArgumentsNotJson, "messages[1].tool_calls[0].function.arguments", R"("arguments")", "JSON");
    row("an id twice",
        calls(
            R"([{"id":"c1","type":"function","function":{"name":"f","arguments":"{}"}},{"id":"c1","type":"function","function":{"name":"f","arguments":"{\"a\":1}"}}])"),
        CallIdTwice, "messages[1].tool_calls[1].id",
        R"("id":"c1","type":"function","function":{"name":"f","arguments":"{\")", "c1");
    row("the user calls",
        chat(R"({"role":"user","content":"x","tool_calls":)" + call +
                 R"(},{"role":"assistant","content":"a"})",
             "," + tools),
        CallsNotFromAssistant, "messages[0].tool_calls", R"("tool_calls")", "Only the assistant");
    row("a call nobody answers",
        calls(call, R"(,{"role":"user","content":"y"},{"role":"assistant","content":"a"})"), UnansweredCall,
        "messages[1].tool_calls[0].id", R"("id":"c1")", "c1");
    row("one of two is answered",
        calls(
            R"([{"id":"c1","type":"function","function":{"name":"f","arguments":"{}"}},{"id":"c2","type":"function","function":{"name":"f","arguments":"{}"}}])",
            R"(,{"role":"tool","tool_call_id":"c1","content":"1"},{"role":"assistant","content":"a"})"),
        UnansweredCall, "messages[1].tool_calls[1].id", R"("id":"c2")", "c2");
    row("an answer without a call",
        chat(
            R"({"role":"user","content":"x"},{"role":"tool","tool_call_id":"c1","content":"1"},{"role":"assistant","content":"a"})",
            "," + tools),
        ToolWithoutCall, "messages[1]", R"({"role":"tool")", "did not call");
    row("an answer to another call",
        calls(call,
              R"(,{"role":"tool","tool_call_id":"c9","content":"1"},{"role":"assistant","content":"a"})"),
        UnknownCallId, "messages[2].tool_call_id", R"("tool_call_id")", "c9");
    row("an answer twice",
        calls(
            call,
            R"(,{"role":"tool","tool_call_id":"c1","content":"1"},{"role":"tool","tool_call_id":"c1","content":"1"},{"role":"assistant","content":"a"})"),
        UnknownCallId, "messages[3].tool_call_id",
        R"("tool_call_id":"c1","content":"1"},{"role":"assistant")", "c1");
    row("an answer to nobody",
        calls(call, R"(,{"role":"tool","content":"1"},{"role":"assistant","content":"a"})"), MissingMember,
        "messages[2].tool_call_id", R"({"role":"tool")", "tool_call_id");
    row("an answer without content",
        calls(call, R"(,{"role":"tool","tool_call_id":"c1"},{"role":"assistant","content":"a"})"), NoContent,
        "messages[2].content", R"({"role":"tool")", "no content");
    row("tools are an object", withTools("{}"), WantsList, "tools", R"("tools")", "list");
    row("a tool is a text", withTools(R"(["f"])"), WantsObject, "tools[0]", R"("f"])", "object");
    row("a tool without type", withTools(R"([{"function":{"name":"f"}}])"), MissingMember, "tools[0].type",
        R"({"function")", "type");
    row("a tool of another type", withTools(R"([{"type":"retrieval","function":{"name":"f"}}])"),
        ToolNotFunction, "tools[0].type", R"("type")", "retrieval");
    row("a tool without function", withTools(R"([{"type":"function"}])"), MissingMember, "tools[0].function",
        R"({"type")", "function");
    row("a function without name", withTools(R"([{"type":"function","function":{"parameters":{}}}])"),
        MissingMember, "tools[0].function.name", R"({"parameters")", "name");
    row("a name with blanks", withTools(R"([{"type":"function","function":{"name":"find it"}}])"),
        WrongFunctionName, "tools[0].function.name", R"("name")", "find it");
    row("a name of 65 letters",
        withTools(R"([{"type":"function","function":{"name":")" + QByteArray(65, 'n') + R"("}}])"),
        WrongFunctionName, "tools[0].function.name", R"("name")", "64");
    row("a function twice",
        withTools(
            R"([{"type":"function","function":{"name":"f"}},{"type":"function","function":{"name":"f","strict":true}}])"),
        FunctionTwice, "tools[1].function.name", R"("name":"f","strict")", "“f”");
    row("parameters are a list",
        withTools(R"([{"type":"function","function":{"name":"f","parameters":[]}}])"), WantsObject,
        "tools[0].function.parameters", R"("parameters")", "object");
    row("strict is a text", withTools(R"([{"type":"function","function":{"name":"f","strict":"yes"}}])"),
        WantsBool, "tools[0].function.strict", R"("strict")", "true or false");
    row("parallel is a text",
        chat(R"({"role":"user","content":"x"},{"role":"assistant","content":"a"})",
             R"(,"parallel_tool_calls":"no")"),
        WantsBool, "parallel_tool_calls", R"("parallel_tool_calls")", "true or false");
    row("functions are an object",
        chat(R"({"role":"user","content":"x"},{"role":"assistant","content":"a"})", R"(,"functions":{})"),
        WantsList, "functions", R"("functions")", "list");
    row("a call of before, of no function",
        chat(
            R"({"role":"user","content":"x"},{"role":"assistant","function_call":{"name":"g","arguments":"{}"}})",
            R"(,"functions":[{"name":"f"}])"),
        UnknownFunction, "messages[1].function_call.name", R"("name":"g")", "“g”");
}

void TestTrainingFormats::toolFaults()
{
    findsJustThat(m_files, {}, goodCall, TrainingFormat::Chat);
}

void TestTrainingFormats::preferenceFaults_data()
{
    using enum TrainingFault;
    columns();
    const QByteArray input = R"("input":{"messages":[{"role":"user","content":"x"}]},)";
    const QByteArray best = R"("preferred_output":[{"role":"assistant","content":"a"}],)";
    const QByteArray worst = R"("non_preferred_output":[{"role":"assistant","content":"b"}])";
    row("no input", "{" + best + worst + "}", MissingMember, "input", "{", "input");
    row("input is a text", R"({"input":"x",)" + best + worst + "}", WantsObject, "input", R"("input")",
        "object");
    row("input without messages", R"({"input":{},)" + best + worst + "}", MissingMember, "input.messages",
        R"({},)", "input.messages");
    row("no message in it", R"({"input":{"messages":[]},)" + best + worst + "}", EmptyList, "input.messages",
        R"("messages")", "empty");
    row("it ends with an answer",
        R"({"input":{"messages":[{"role":"user","content":"x"},{"role":"assistant","content":"z"}]},)" +
            best + worst + "}",
        LastNotUser, "input.messages[1].role", R"("role":"assistant","content":"z")", "no question");
    row("an unknown role in it",
        R"({"input":{"messages":[{"role":"me","content":"x"}]},)" + best + worst + "}", UnknownRole,
        "input.messages[0].role", R"("role":"me")", "me");
    row("no preferred output", "{" + input + worst + "}", MissingMember, "preferred_output", "{",
        "preferred_output");
    row("no other output", "{" + input + best.chopped(1) + "}", MissingMember, "non_preferred_output", "{",
        "non_preferred_output");
    row("it is an object", "{" + input + best + R"("non_preferred_output":{}})", WantsList,
        "non_preferred_output", R"("non_preferred_output")", "list");
    row("it has no message", "{" + input + best + R"("non_preferred_output":[]})", NotOneMessage,
        "non_preferred_output", R"("non_preferred_output")", "0");
    row("it has two messages",
        "{" + input + best +
            R"("non_preferred_output":[{"role":"assistant","content":"b"},{"role":"assistant","content":"c"}]})",
        NotOneMessage, "non_preferred_output", R"("non_preferred_output")", "2");
    row("its message is a text", "{" + input + best + R"("non_preferred_output":["b"]})", WantsObject,
        "non_preferred_output[0]", R"("b")", "object");
    row("the user says it", "{" + input + best + R"("non_preferred_output":[{"role":"user","content":"b"}]})",
        OutputNotAssistant, "non_preferred_output[0].role", R"("role":"user","content":"b")", "assistant");
    row("it is empty", "{" + input + best + R"("non_preferred_output":[{"role":"assistant","content":""}]})",
        EmptyContent, "non_preferred_output[0].content", R"("content":"")", "nothing");
    row("both say the same",
        "{" + input + best + R"("non_preferred_output":[{"content":"a ","role":"assistant"}]})", OutputsEqual,
        "", "", "the same");
    row("two ways to call them",
        "{" + input + best + R"("non_preferred_completion":[{"role":"assistant","content":"b"}]})",
        MixedNames, "non_preferred_completion", R"("non_preferred_completion")", "_completion");
    row("the other way, one is missing",
        "{" + input + R"("preferred_completion":[{"role":"assistant","content":"b"}]})", MissingMember,
        "non_preferred_completion", "{", "non_preferred_completion");
    row("a member nobody knows", "{" + input + best + worst + R"(,"score":1})", UnknownMember, "score",
        R"("score")", "score");
    row("chat", numbered(goodChat, 1, 1).trimmed(), MixedFormats, "", "", "chat");
    row("the same example, called otherwise",
        numbered(goodPreference, 2, 1).trimmed().replace("_output", "_completion"), DuplicateExample, "", "",
        "line 2");
}

void TestTrainingFormats::preferenceFaults()
{
    findsJustThat(m_files, {.method = TrainingMethod::Dpo, .model = u"gpt-4o"_s}, goodPreference,
                  TrainingFormat::Preference);
}

void TestTrainingFormats::reinforcementFaults_data()
{
    using enum TrainingFault;
    columns();
    row("it ends with an answer",
        R"({"messages":[{"role":"user","content":"x"},{"role":"assistant","content":"a"}],"answer":"1","sku":{"name":"n"}})",
        LastNotUser, "messages[1].role", R"("role":"assistant")", "no question");
    row("it ends with a tool",
        R"({"messages":[{"role":"user","content":"x"},{"role":"assistant","tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]},{"role":"tool","tool_call_id":"c","content":"1"}],"tools":[{"type":"function","function":{"name":"f"}}],"answer":"1","sku":{"name":"n"}})",
        LastNotUser, "messages[2].role", R"("role":"tool")", "no question");
    row("no messages", R"({"answer":"1","sku":{"name":"n"}})", MissingMember, "messages", "{", "messages");
    row("what is graded is missing", R"({"messages":[{"role":"user","content":"x"}],"sku":{"name":"n"}})",
        MissingItemKey, "", "", "“answer”");
    row("deep in it, too", R"({"messages":[{"role":"user","content":"x"}],"answer":"1","sku":{"nam":"n"}})",
        MissingItemKey, "", "", "“sku.name”");
    row("it is a text on the way", R"({"messages":[{"role":"user","content":"x"}],"answer":"1","sku":"n"})",
        MissingItemKey, "", "", "“sku.name”");
    row("system",
        R"({"messages":[{"role":"system","content":"s"},{"role":"user","content":"x"}],"answer":"1","sku":{"name":"n"}})",
        DeveloperWanted, "messages[0].role", R"("role":"system")", "developer");
    row("a reserved name",
        R"({"messages":[{"role":"user","content":"x"}],"answer":"1","sku":{"name":"n"},"sample":1})",
        ReservedKey, "sample", R"("sample")", "sample");
    row("the same example",
        numbered(goodReinforcement, 3, 1).trimmed().replace("{\"messages", "{\"id\":\"other\",\"messages"),
        DuplicateExample, "", "", "line 3");
}

void TestTrainingFormats::reinforcementFaults()
{
    findsJustThat(
        m_files,
        {.method = TrainingMethod::Reinforcement, .itemKeys = {u"answer"_s, u"sku.name"_s, u"sku[0].x"_s}},
        goodReinforcement, TrainingFormat::Reinforcement);
}

QTEST_GUILESS_MAIN(TestTrainingFormats)
#include "tst_trainingformats.moc"

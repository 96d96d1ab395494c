// SPDX-License-Identifier: GPL-3.0-or-later
// The forms of evals and runs against the wire: every body goes in and comes out whole, and each rule that is
// broken is named at its field.
#include "evals/evaldraft.h"
#include "evals/graderrules.h"
#include "evals/rundraft.h"

#include <QJsonDocument>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

QJsonObject object(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s: %s", qPrintable(error.errorString()), text.constData());
    return document.object();
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QStringList errorsOf(const QList<FormProblem> &problems)
{
    QStringList errors;
    for (const FormProblem &problem : problems) {
        if (!problem.warning)
            errors << problem.path;
    }
    return errors;
}

/// What the problems say at one place; the tests compare places, and what is said only where it carries a
/// name.
QString at(const QList<FormProblem> &problems, const QString &path)
{
    for (const FormProblem &problem : problems) {
        if (problem.path == path)
            return problem.message;
    }
    return {};
}

const QByteArray fullEval =
    R"({"name":"triage","metadata":{"owner":"cx"},"data_source_config":{"type":"custom","include_sample_schema":true,"item_schema":{"type":"object","properties":{"text":{"type":"string"},"label":{"type":"string"}},"required":["text","label"]}},
 "testing_criteria":[
 {"type":"label_model","name":"tone","model":"gpt-4.1-mini","input":[{"role":"developer","content":"Judge the tone."},{"role":"user","content":"{{sample.output_text}}"}],"labels":["kind","rude"],"passing_labels":["kind"]},
 {"type":"string_check","name":"exact","input":"{{sample.output_text}}","reference":"{{item.label}}","operation":"ilike"},
 {"type":"text_similarity","name":"near","input":"{{sample.output_text}}","reference":"{{item.label}}","evaluation_metric":"rouge_l","pass_threshold":0.6},
 {"type":"python","name":"code","source":"def grade(sample, item):\n    return 1.0 if sample['output_text'] else 0.0","image_tag":"2025-05-08","pass_threshold":0.5},
 {"type":"score_model","name":"score","model":"gpt-4.1","input":[{"role":"user","content":[{"type":"input_text","text":"Rate {{sample.output_text}}"}]}],"range":[1,5],"pass_threshold":4,"sampling_params":{"seed":1,"temperature":0,"top_p":1,"max_completions_tokens":200,"reasoning_effort":"low"}}]})";

const QByteArray fullRun =
    R"({"name":"mini vs v3","metadata":{"v":"3"},"data_source":{"type":"responses","model":"gpt-4.1-mini","input_messages":{"type":"template","template":[{"role":"developer","content":"Classify."},{"role":"user","content":"{{item.text}}"}]},
 "sampling_params":{"temperature":0,"seed":42,"max_completion_tokens":64,"text":{"format":{"type":"text"}}},"source":{"type":"file_content","content":[{"item":{"text":"broken screen","label":"hardware"}}]}}})";

} // namespace

class TestEvalDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void evalsGoInAndComeOut_data();
    void evalsGoInAndComeOut();
    void brokenRulesOfEvals_data();
    void brokenRulesOfEvals();
    void comparingWithNothingIsWarnedOf();
    void anEvalIsMadeAgainFromWhatTheServerReturned();
    void changingTheSourceAndBackLosesNothing();
    void everyKindOfGraderBeginsWithItsFields();
    void runsGoInAndComeOut_data();
    void runsGoInAndComeOut();
    void brokenRulesOfRuns_data();
    void brokenRulesOfRuns();
    void changingTypeAndSourceOfARunAndBackLosesNothing();
    void aRunIsMadeAgainFromWhatTheServerReturned();
    void problemsAreFoundBelowTheirField();
};

void TestEvalDraft::evalsGoInAndComeOut_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("minimal") << QByteArray(
        R"({"data_source_config":{"type":"logs"},"testing_criteria":[{"type":"string_check","name":"s","input":"{{sample.output_text}}","reference":"yes","operation":"eq"}]})");
    QTest::newRow("full") << fullEval;
    QTest::newRow("logs") << QByteArray(
        R"({"data_source_config":{"type":"logs","metadata":{"app":"bot"}},"testing_criteria":[{"type":"string_check","name":"s","input":"x","reference":"","operation":"ne"}]})");
    QTest::newRow("stored completions") << QByteArray(
        R"({"data_source_config":{"type":"stored_completions","metadata":{"app":"bot"}},"testing_criteria":[{"type":"string_check","name":"s","input":"x","reference":"y","operation":"eq"}]})");
    QTest::newRow("what is not known yet") << QByteArray(
        R"({"future":{"a":[1,null]},"data_source_config":{"type":"custom","new":7,"item_schema":{"type":"object","properties":{"a":{"type":"string","x-hint":"h"}},"$defs":{}}},"testing_criteria":[{"type":"string_check","name":"s","input":"{{item.a}}","reference":"y","operation":"eq","weight":2.5}]})");
    QTest::newRow("images and sound") << QByteArray(
        R"({"name":"m","data_source_config":{"type":"logs"},"testing_criteria":[{"type":"score_model","name":"s","model":"m","input":[{"role":"user","type":"message","content":{"type":"input_image","image_url":"https://x/{{item.picture}}","detail":"low"}},{"role":"assistant","content":[{"type":"output_text","text":"{{sample.output_text}}"},{"type":"input_audio","input_audio":{"data":"AAAA","format":"mp3"}}]}]}]})");
}

void TestEvalDraft::evalsGoInAndComeOut()
{
    QFETCH(QByteArray, body);
    EvalDraft draft = EvalDraft::fromJson(object(body));
    QCOMPARE(errorsOf(draft.problems()), QStringList());
    // What a form does: read every part, and write it back.
    draft.setName(draft.name());
    draft.setMetadata(draft.metadata());
    draft.setSourceType(draft.sourceType());
    if (draft.sourceType() == "custom"_L1) {
        draft.setItemSchema(draft.itemSchema());
        if (object(body).value("data_source_config"_L1).toObject().contains("include_sample_schema"_L1))
            draft.setIncludesSample(draft.includesSample());
    } else {
        draft.setSourceMetadata(draft.sourceMetadata());
    }
    for (qsizetype i = 0; i < draft.criteria().size(); ++i)
        draft.setCriterion(i, draft.criterion(i));
    QCOMPARE(compact(draft.toJson()), compact(object(body)));
}

void TestEvalDraft::brokenRulesOfEvals_data()
{
    // A good eval in which one value is another: `path` in the full one, its new value as JSON ("" removes
    // it).
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("problem"); // where it is said
    QTest::addColumn<QString>("says");
    const QString c = u"testing_criteria[%1].%2"_s;
    const auto row = [](const char *name, const QString &path, const QByteArray &value,
                        const QString &problem, const QString &says = {}) {
        QTest::newRow(name) << path.split(u'/') << value << problem << says;
    };
    row("name is no text", u"name"_s, "5", u"name"_s);
    row("metadata value is no text", u"metadata"_s, R"({"a":1})", u"metadata"_s, u"“a”"_s);
    row("metadata value too long", u"metadata"_s, "{\"a\":\"" + QByteArray(513, 'x') + "\"}", u"metadata"_s,
        u"512"_s);
    row("metadata name too long", u"metadata"_s, "{\"" + QByteArray(65, 'x') + "\":\"\"}", u"metadata"_s,
        u"64"_s);
    row("no source", u"data_source_config"_s, "", u"data_source_config"_s);
    row("unknown source", u"data_source_config/type"_s, "\"csv\"", u"data_source_config.type"_s, u"custom"_s);
    row("no schema", u"data_source_config/item_schema"_s, "", u"data_source_config.item_schema"_s);
    row("schema of no object", u"data_source_config/item_schema/type"_s, "\"string\"",
        u"data_source_config.item_schema"_s);
    row("schema with a type that is none", u"data_source_config/item_schema/properties/text/type"_s,
        "\"text\"", u"data_source_config.item_schema"_s, u"“text”"_s);
    row("sample switch", u"data_source_config/include_sample_schema"_s, "\"yes\"",
        u"data_source_config.include_sample_schema"_s);
    row("no graders", u"testing_criteria"_s, "[]", u"testing_criteria"_s);
    row("graders are no list", u"testing_criteria"_s, "{}", u"testing_criteria"_s);
    row("unknown grader", u"testing_criteria/1/type"_s, "\"multi\"", c.arg(u"1"_s, u"type"_s),
        u"string_check"_s);
    row("grader without name", u"testing_criteria/1/name"_s, "\"\"", c.arg(u"1"_s, u"name"_s));
    row("model missing", u"testing_criteria/0/model"_s, "", c.arg(u"0"_s, u"model"_s));
    row("no messages", u"testing_criteria/0/input"_s, "[]", c.arg(u"0"_s, u"input"_s));
    row("role", u"testing_criteria/0/input/1/role"_s, "\"tool\"", c.arg(u"0"_s, u"input[1].role"_s),
        u"developer"_s);
    row("empty message", u"testing_criteria/0/input/0/content"_s, "\"\"",
        c.arg(u"0"_s, u"input[0].content"_s));
    row("path in a message", u"testing_criteria/0/input/1/content"_s, "\"{{item.lable}}\"",
        c.arg(u"0"_s, u"input[1].content"_s), u"“label”"_s);
    row("path in a part", u"testing_criteria/4/input/0/content/0/text"_s, "\"{{item.txt}}\"",
        c.arg(u"4"_s, u"input[0].content"_s), u"“text”"_s);
    row("part of unknown type", u"testing_criteria/4/input/0/content/0/type"_s, "\"video\"",
        c.arg(u"4"_s, u"input[0].content"_s));
    row("image without address", u"testing_criteria/4/input/0/content/0/type"_s, "\"input_image\"",
        c.arg(u"4"_s, u"input[0].content"_s), u"image_url"_s);
    row("no labels", u"testing_criteria/0/labels"_s, "[]", c.arg(u"0"_s, u"labels"_s));
    row("label twice", u"testing_criteria/0/labels"_s, R"(["kind","kind"])", c.arg(u"0"_s, u"labels"_s));
    row("passing is no label", u"testing_criteria/0/passing_labels"_s, R"(["nice"])",
        c.arg(u"0"_s, u"passing_labels"_s), u"“nice”"_s);
    row("nothing passes", u"testing_criteria/0/passing_labels"_s, "[]", c.arg(u"0"_s, u"passing_labels"_s));
    row("operation", u"testing_criteria/1/operation"_s, "\"equals\"", c.arg(u"1"_s, u"operation"_s),
        u"ilike"_s);
    row("input missing", u"testing_criteria/1/input"_s, "\" \"", c.arg(u"1"_s, u"input"_s));
    row("reference missing", u"testing_criteria/1/reference"_s, "", c.arg(u"1"_s, u"reference"_s));
    row("reference to nothing", u"testing_criteria/1/reference"_s, "\"{{item.lable}}\"",
        c.arg(u"1"_s, u"reference"_s), u"“label”"_s);
    row("measure", u"testing_criteria/2/evaluation_metric"_s, "\"rouge_6\"",
        c.arg(u"2"_s, u"evaluation_metric"_s), u"rouge_5"_s);
    row("threshold missing", u"testing_criteria/2/pass_threshold"_s, "", c.arg(u"2"_s, u"pass_threshold"_s));
    row("threshold is no number", u"testing_criteria/2/pass_threshold"_s, "\"0.5\"",
        c.arg(u"2"_s, u"pass_threshold"_s));
    row("source without function", u"testing_criteria/3/source"_s, "\"x = 1\"", c.arg(u"3"_s, u"source"_s),
        u"grade"_s);
    row("range the wrong way", u"testing_criteria/4/range"_s, "[5,1]", c.arg(u"4"_s, u"range"_s));
    row("range of one", u"testing_criteria/4/range"_s, "[5]", c.arg(u"4"_s, u"range"_s));
    row("temperature", u"testing_criteria/4/sampling_params/temperature"_s, "3",
        c.arg(u"4"_s, u"sampling_params.temperature"_s));
    row("seed", u"testing_criteria/4/sampling_params/seed"_s, "1.5",
        c.arg(u"4"_s, u"sampling_params.seed"_s));
    row("tokens", u"testing_criteria/4/sampling_params/max_completions_tokens"_s, "0",
        c.arg(u"4"_s, u"sampling_params.max_completions_tokens"_s));
    row("tokens by the other name", u"testing_criteria/4/sampling_params/max_completion_tokens"_s, "10",
        c.arg(u"4"_s, u"sampling_params.max_completion_tokens"_s), u"max_completions_tokens"_s);
    row("effort", u"testing_criteria/4/sampling_params/reasoning_effort"_s, "\"huge\"",
        c.arg(u"4"_s, u"sampling_params.reasoning_effort"_s));
}

namespace {

QJsonValue changed(const QJsonValue &value, QStringList path, const QByteArray &to)
{
    if (path.isEmpty())
        return to.isEmpty() ? QJsonValue(QJsonValue::Undefined)
                            : QJsonDocument::fromJson('[' + to + ']').array().first();
    const QString step = path.takeFirst();
    if (value.isArray()) {
        QJsonArray list = value.toArray();
        list.replace(step.toInt(), changed(list.at(step.toInt()), path, to));
        return list;
    }
    QJsonObject object = value.toObject();
    object.insert(step, changed(object.value(step), path, to));
    return object;
}

} // namespace

void TestEvalDraft::brokenRulesOfEvals()
{
    QFETCH(QStringList, path);
    QFETCH(QByteArray, value);
    QFETCH(QString, problem);
    QFETCH(QString, says);
    const QJsonObject body = changed(object(fullEval), path, value).toObject();
    const QList<FormProblem> problems = EvalDraft::fromJson(body).problems();
    QVERIFY2(errorsOf(problems).contains(problem), qPrintable(errorsOf(problems).join(u' ')));
    QVERIFY2(at(problems, problem).contains(says), qPrintable(at(problems, problem)));
    QVERIFY(firstError(problems));
}

void TestEvalDraft::comparingWithNothingIsWarnedOf()
{
    const auto warnings = [](const QString &operation, const QString &reference) {
        QStringList texts;
        const QList<FormProblem> problems =
            graderProblems({{u"type"_s, u"string_check"_s},
                            {u"name"_s, u"exact"_s},
                            {u"input"_s, u"{{sample.output_text}}"_s},
                            {u"reference"_s, reference},
                            {u"operation"_s, operation}},
                           {});
        for (const FormProblem &problem : problems)
            texts << (problem.warning ? problem.path : u"error "_s + problem.path);
        return texts;
    };
    QCOMPARE(warnings(u"eq"_s, {}), QStringList{u"reference"_s}); // only an empty answer would pass
    QCOMPARE(warnings(u"ilike"_s, {}), QStringList{u"reference"_s}); // all would
    QCOMPARE(warnings(u"ne"_s, {}), QStringList()); // any answer but none: that is a check
    QCOMPARE(warnings(u"eq"_s, u"yes"_s), QStringList());
}

void TestEvalDraft::anEvalIsMadeAgainFromWhatTheServerReturned()
{
    QJsonObject returned = object(fullEval);
    QJsonObject source{{u"type"_s, u"custom"_s}};
    const QJsonObject item =
        returned.value("data_source_config"_L1).toObject().value("item_schema"_L1).toObject();
    source.insert(u"schema"_s, QJsonObject{{u"type"_s, u"object"_s},
                                           {u"properties"_s,
                                            QJsonObject{{u"item"_s, item}, {u"sample"_s, QJsonObject()}}}});
    returned.insert(u"data_source_config"_s, source);
    returned.insert(u"id"_s, u"eval_1"_s);
    returned.insert(u"object"_s, u"eval"_s);
    returned.insert(u"created_at"_s, 1);
    QJsonArray criteria = returned.value("testing_criteria"_L1).toArray();
    for (qsizetype i = 0; i < criteria.size(); ++i) {
        QJsonObject criterion = criteria.at(i).toObject();
        criterion.insert(u"id"_s, QString::number(i));
        criterion.insert(u"not given"_s, QJsonValue::Null);
        criteria.replace(i, criterion);
    }
    returned.insert(u"testing_criteria"_s, criteria);
    QCOMPARE(compact(EvalDraft::fromEval(EvalObject::fromJson(returned)).toJson()),
             compact(object(fullEval)));
}

void TestEvalDraft::changingTheSourceAndBackLosesNothing()
{
    EvalDraft draft = EvalDraft::fromJson(object(fullEval));
    draft.setSourceType(u"logs"_s);
    QVERIFY(!draft.toJson().value("data_source_config"_L1).toObject().contains("item_schema"_L1)); // not sent
    QCOMPARE(errorsOf(draft.problems()), QStringList());
    draft.setSourceMetadata({{u"app"_s, u"bot"_s}});
    draft.setSourceType(u"stored_completions"_s);
    QCOMPARE(draft.sourceMetadata(), (QJsonObject{{u"app"_s, u"bot"_s}}));
    draft.setSourceType(u"custom"_s);
    QCOMPARE(compact(draft.toJson()), compact(object(fullEval)));
    // A body that never had a schema gets one to fill in.
    EvalDraft logs =
        EvalDraft::fromJson(object(R"({"data_source_config":{"type":"logs"},"testing_criteria":[]})"));
    logs.setSourceType(u"custom"_s);
    QVERIFY(logs.itemSchema().contains("properties"_L1));
}

void TestEvalDraft::everyKindOfGraderBeginsWithItsFields()
{
    EvalDraft draft;
    QJsonArray all;
    for (const QString &type : graderTypes()) {
        all.append(newGrader(type, draft.freeName(u"g"_s)));
        draft.setCriteria(all);
    }
    QStringList names;
    for (const QJsonValue &value : draft.criteria())
        names << value.toObject().value("name"_L1).toString();
    names.removeDuplicates();
    QCOMPARE(names.size(), graderTypes().size());
    // Only what a person alone can say is missing.
    const QStringList errors = errorsOf(draft.problems());
    for (const QString &path : errors) {
        const QString field = path.section(u'.', 1);
        QVERIFY2(
            (QStringList{u"model"_s, u"labels"_s, u"passing_labels"_s, u"reference"_s, u"input[0].content"_s}
                 .contains(field)),
            qPrintable(path));
    }
}

void TestEvalDraft::runsGoInAndComeOut_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("minimal") << QByteArray(
        R"({"data_source":{"type":"jsonl","source":{"type":"file_id","id":"file-1"}}})");
    QTest::newRow("full") << fullRun;
    QTest::newRow("jsonl with rows") << QByteArray(
        R"({"data_source":{"type":"jsonl","source":{"type":"file_content","content":[{"item":{"a":1},"sample":{"output_text":"x"}}]}}})");
    QTest::newRow("completions from a file") << QByteArray(
        R"({"data_source":{"type":"completions","model":"m","source":{"type":"file_id","id":"file-1"},"input_messages":{"type":"item_reference","item_reference":"item.messages"},"sampling_params":{"temperature":0.5,"top_p":1,"seed":7,"max_completion_tokens":5,"reasoning_effort":"low","response_format":{"type":"json_schema","json_schema":{"name":"n","schema":{}}},"tools":[{"type":"function","function":{"name":"f"}}]}}})");
    QTest::newRow("stored completions") << QByteArray(
        R"({"data_source":{"type":"completions","source":{"type":"stored_completions","metadata":{"a":"b"},"model":"m","created_after":1,"created_before":2,"limit":10}}})");
    QTest::newRow("stored responses") << QByteArray(
        R"({"data_source":{"type":"responses","source":{"type":"responses","metadata":{"a":"b"},"model":"m","instructions_search":"x","created_after":1,"created_before":2,"reasoning_effort":"low","temperature":1,"top_p":0.5,"users":["u"],"tools":["t"]}}})");
    QTest::newRow("responses tools") << QByteArray(
        R"({"data_source":{"type":"responses","model":"m","source":{"type":"file_id","id":"file-1"},"input_messages":{"type":"template","template":[{"role":"user","content":"{{item.a}}"}]},"sampling_params":{"tools":[{"type":"web_search"},{"type":"function","name":"f"}],"text":{"format":{"type":"json_object"},"verbosity":"low"}}}})");
    QTest::newRow("what is not known yet") << QByteArray(
        R"({"x":1,"data_source":{"type":"jsonl","y":[2],"source":{"type":"file_id","id":"file-1","z":{}}}})");
}

void TestEvalDraft::runsGoInAndComeOut()
{
    QFETCH(QByteArray, body);
    RunDraft draft = RunDraft::fromJson(object(body));
    QCOMPARE(errorsOf(draft.problems({})), QStringList());
    draft.setName(draft.name());
    draft.setMetadata(draft.metadata());
    draft.setType(draft.type());
    draft.setSourceType(draft.sourceType());
    draft.setSource(draft.source());
    draft.setInputType(draft.inputType());
    if (draft.inputType() == "template"_L1)
        draft.setMessages(draft.messages());
    draft.setSampling(draft.sampling());
    QCOMPARE(compact(draft.toJson()), compact(object(body)));
}

void TestEvalDraft::brokenRulesOfRuns_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const QByteArray &source, const QString &problem) {
        QTest::newRow(name) << "{\"name\":\"r\",\"data_source\":" + source + '}'
                            << u"data_source"_s + problem;
    };
    const QByteArray asked =
        R"("model":"m","input_messages":{"type":"template","template":[{"role":"user","content":"{{item.text}}"}]})";
    const QByteArray rows = R"("source":{"type":"file_content","content":[{"item":{}}]})";
    row("none", "7", QString());
    row("unknown type", R"({"type":"csv"})", u".type"_s);
    row("source of another type", "{\"type\":\"completions\"," + asked + R"(,"source":{"type":"responses"}})",
        u".source.type"_s);
    row("no rows", R"({"type":"jsonl","source":{"type":"file_content","content":[]}})", u".source.content"_s);
    row("no file", R"({"type":"jsonl","source":{"type":"file_id","id":""}})", u".source.id"_s);
    row("jsonl with a model", R"({"type":"jsonl","model":"m","source":{"type":"file_id","id":"f"}})",
        u".model"_s);
    row("no model",
        "{\"type\":\"responses\"," + rows +
            R"(,"input_messages":{"type":"item_reference","item_reference":"item.text"}})",
        u".model"_s);
    row("nothing asked", "{\"type\":\"responses\"," + rows + R"(,"model":"m"})", u".input_messages"_s);
    row("messages of no kind",
        "{\"type\":\"responses\"," + rows + R"(,"model":"m","input_messages":{"type":"list"}})",
        u".input_messages.type"_s);
    row("sample in what is asked",
        "{\"type\":\"responses\"," + rows +
            R"(,"model":"m","input_messages":{"type":"template","template":[{"role":"user","content":"{{sample.output_text}}"}]}})",
        u".input_messages.template[0].content"_s);
    row("slip in what is asked",
        "{\"type\":\"responses\"," + rows +
            R"(,"model":"m","input_messages":{"type":"template","template":[{"role":"user","content":"{{item.txt}}"}]}})",
        u".input_messages.template[0].content"_s);
    row("reference to nothing",
        "{\"type\":\"responses\"," + rows +
            R"(,"model":"m","input_messages":{"type":"item_reference","item_reference":"item.messages"}})",
        u".input_messages.item_reference"_s);
    row("response_format in responses",
        "{\"type\":\"responses\"," + rows + ',' + asked +
            R"(,"sampling_params":{"response_format":{"type":"text"}}})",
        u".sampling_params.response_format"_s);
    row("text in completions",
        "{\"type\":\"completions\"," + rows + ',' + asked +
            R"(,"sampling_params":{"text":{"format":{"type":"text"}}}})",
        u".sampling_params.text"_s);
    row("format",
        "{\"type\":\"responses\"," + rows + ',' + asked +
            R"(,"sampling_params":{"text":{"format":{"type":"xml"}}}})",
        u".sampling_params.text.format"_s);
    row("chat tool in responses",
        "{\"type\":\"responses\"," + rows + ',' + asked +
            R"(,"sampling_params":{"tools":[{"type":"function","function":{"name":"f"}}]}})",
        u".sampling_params.tools"_s);
    row("responses tool in chat",
        "{\"type\":\"completions\"," + rows + ',' + asked +
            R"(,"sampling_params":{"tools":[{"type":"function","name":"f"}]}})",
        u".sampling_params.tools"_s);
    row("token limit",
        "{\"type\":\"completions\"," + rows + ',' + asked +
            R"(,"sampling_params":{"max_completion_tokens":0}})",
        u".sampling_params.max_completion_tokens"_s);
    row("token limit by the grader's name",
        "{\"type\":\"completions\"," + rows + ',' + asked +
            R"(,"sampling_params":{"max_completions_tokens":9}})",
        u".sampling_params.max_completions_tokens"_s);
    row("times the wrong way",
        R"({"type":"completions","source":{"type":"stored_completions","created_after":9,"created_before":1}})",
        u".source.created_before"_s);
    row("limit", R"({"type":"completions","source":{"type":"stored_completions","limit":0}})",
        u".source.limit"_s);
    row("users", R"({"type":"responses","source":{"type":"responses","users":"u"}})", u".source.users"_s);
}

void TestEvalDraft::brokenRulesOfRuns()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, problem);
    const QJsonObject schema = object(R"({"type":"object","properties":{"text":{"type":"string"}}})");
    const QStringList errors = errorsOf(RunDraft::fromJson(object(body)).problems(schema));
    QCOMPARE(errors, QStringList{problem}); // that, and nothing else
}

void TestEvalDraft::changingTypeAndSourceOfARunAndBackLosesNothing()
{
    RunDraft draft = RunDraft::fromJson(object(fullRun));
    draft.setType(u"jsonl"_s);
    QCOMPARE(errorsOf(draft.problems({})), QStringList()); // nothing left that does not belong there
    draft.setType(u"completions"_s);
    QCOMPARE(errorsOf(draft.problems({})), QStringList());
    QCOMPARE(draft.model(), u"gpt-4.1-mini"_s);
    QVERIFY(!draft.sampling().contains("text"_L1));
    draft.setSourceType(u"stored_completions"_s);
    draft.setType(u"responses"_s);
    QCOMPARE(draft.sourceType(), u"responses"_s);
    draft.setSourceType(u"file_id"_s);
    draft.setFileId(u"file-9"_s);
    draft.setInputType(u"item_reference"_s);
    draft.setItemReference(u"item.x"_s);
    draft.setSourceType(u"file_content"_s);
    draft.setInputType(u"template"_s);
    QCOMPARE(compact(draft.toJson()), compact(object(fullRun)));
    draft.setSourceType(u"file_id"_s);
    QCOMPARE(draft.fileId(), u"file-9"_s);
}

void TestEvalDraft::aRunIsMadeAgainFromWhatTheServerReturned()
{
    QJsonObject returned = object(fullRun);
    returned.insert(u"id"_s, u"evalrun_1"_s);
    returned.insert(u"status"_s, u"completed"_s);
    returned.insert(u"result_counts"_s, QJsonObject{{u"total"_s, 1}});
    QJsonObject data = returned.value("data_source"_L1).toObject();
    data.insert(u"not given"_s, QJsonValue::Null);
    returned.insert(u"data_source"_s, data);
    QCOMPARE(compact(RunDraft::fromRun(EvalRun::fromJson(returned)).toJson()), compact(object(fullRun)));
}

void TestEvalDraft::problemsAreFoundBelowTheirField()
{
    const QList<FormProblem> all{
        {u"a.b"_s, u"1"_s}, {u"a.bc"_s, u"2"_s}, {u"a.b[0].c"_s, u"3"_s, true}, {u"x"_s, u"4"_s}};
    QCOMPARE(problemsBelow(all, u"a.b"_s),
             (QList<FormProblem>{{QString(), u"1"_s}, {u"[0].c"_s, u"3"_s, true}}));
    QCOMPARE(problemsBelow(all, u"a.b[0]"_s), (QList<FormProblem>{{u"c"_s, u"3"_s, true}}));
    QCOMPARE(firstError({{u"w"_s, u"w"_s, true}}), nullptr);
}

QTEST_APPLESS_MAIN(TestEvalDraft)
#include "tst_evaldraft.moc"

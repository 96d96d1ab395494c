// SPDX-License-Identifier: GPL-3.0-or-later
// An eval as a configuration of Promptfoo, read back by PyYAML, which has nothing of ours.
#include "evals/promptfooconfig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

/// The YAML as JSON, by way of Python; nothing when it does not parse.
QJsonObject readBack(const QByteArray &yaml, QString *error)
{
    QProcess python;
    python.start(
        u"python3"_s,
        {u"-c"_s, u"import sys, json, yaml; print(json.dumps(yaml.safe_load(sys.stdin.buffer.read())))"_s});
    python.write(yaml);
    python.closeWriteChannel();
    python.waitForFinished();
    *error = QString::fromUtf8(python.readAllStandardError());
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

QByteArray contentOf(const QList<ConfigFile> &files, const QString &name)
{
    for (const ConfigFile &file : files) {
        if (file.name == name)
            return file.content;
    }
    return {};
}

EvalObject evalWith(const QJsonArray &criteria)
{
    return EvalObject::fromJson({{u"id"_s, u"eval_1"_s},
                                 {u"name"_s, u"triage: \"golden\" # 1"_s},
                                 {u"testing_criteria"_s, criteria}});
}

EvalRun runWith(const QJsonObject &dataSource)
{
    return EvalRun::fromJson(
        {{u"id"_s, u"run_1"_s}, {u"name"_s, u"v13 mini"_s}, {u"data_source"_s, dataSource}});
}

QJsonObject templateSource(const QJsonValue &content)
{
    return {{u"type"_s, u"responses"_s},
            {u"model"_s, u"gpt-4.1-mini"_s},
            {u"sampling_params"_s,
             QJsonObject{{u"temperature"_s, 0}, {u"top_p"_s, 0.25}, {u"max_completion_tokens"_s, 64}}},
            {u"input_messages"_s,
             QJsonObject{
                 {u"type"_s, u"template"_s},
                 {u"template"_s, QJsonArray{QJsonObject{{u"role"_s, u"developer"_s},
                                                        {u"content"_s, u"Classify.\n\"Well\""_s}},
                                            QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, content}}}}}}};
}

QList<EvalOutputItem> someRows()
{
    return {EvalOutputItem::fromJson(
        {{u"id"_s, u"i1"_s},
         {u"datasource_item_id"_s, 812},
         {u"datasource_item"_s, QJsonObject{{u"text"_s, u"Where is\n\"my\" parcel: 1?"_s},
                                            {u"label"_s, u"delivery.lost"_s},
                                            {u"tags"_s, QJsonArray{u"a"_s, u"b"_s}}}},
         {u"sample"_s,
          QJsonObject{{u"output"_s, QJsonArray{QJsonObject{{u"role"_s, u"assistant"_s},
                                                           {u"content"_s, u"delivery.late"_s}}}}}}})};
}

} // namespace

class TestPromptfooConfig : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void textsComeBackAsTheyWere_data();
    void textsComeBackAsTheyWere();
    void criteriaBecomeAssertions_data();
    void criteriaBecomeAssertions();
    void theModelIsAskedWithItsTemplate();
    void answersThatWereGivenAreGradedAgain();
    void rowsThatNameProgramsAreOnlyTexts();
    void rowsBecomeTests();
    void pythonGradersRun();

private:
    bool m_canRead = false;
};

void TestPromptfooConfig::initTestCase()
{
    QString error;
    m_canRead = readBack("a: 1", &error).value(u"a"_s) == 1;
    if (!m_canRead)
        qInfo("python3 with PyYAML is not here: what was written is not read back");
}

void TestPromptfooConfig::textsComeBackAsTheyWere_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"plain"_s;
    QTest::newRow("looks like a number") << u"1_000"_s;
    QTest::newRow("looks like a bool") << u"no"_s;
    QTest::newRow("quotes") << u"\"a\" 'b' \\ c: # d"_s;
    QTest::newRow("lines") << u"a\n  b\r\n\tc\n"_s;
    QTest::newRow("controls") << u"\u0001\u0007\u001b\u007f\u0085\u009f"_s;
    QTest::newRow("other line ends") << u"a\u2028b\u2029c\u00a0d\ufeffe"_s;
    QTest::newRow("beyond the plane") << u"😀 é 中文 עברית"_s;
    QTest::newRow("template") << u"{{text}} {% if %}"_s;
    QTest::newRow("blanks") << u"  a  "_s;
    QTest::newRow("empty") << QString(u""_s);
}

void TestPromptfooConfig::textsComeBackAsTheyWere()
{
    if (!m_canRead)
        QSKIP("no PyYAML");
    QFETCH(QString, text);
    QString error;
    const QString quoted = yamlQuoted(text);
    QVERIFY(!quoted.contains(u'\n'));
    QCOMPARE(readBack((u"x: "_s + quoted + u"\n"_s).toUtf8(), &error).value(u"x"_s).toString(), text);
    QCOMPARE(error, QString());
}

void TestPromptfooConfig::criteriaBecomeAssertions_data()
{
    QTest::addColumn<QByteArray>("criterion");
    QTest::addColumn<QByteArray>("assertion");
    QTest::addColumn<QString>("comment");
    const auto check = [](const char *operation, const char *type) {
        QTest::addRow("string_check %s", operation)
            << QByteArray(
                   R"({"type":"string_check","name":"s","input":"{{sample.output_text}}","reference":"{{ item.label }}","operation":")") +
                   operation + "\"}"
            << QByteArray(R"({"type":")") + type + R"(","metric":"s","value":"{{label}}"})" << QString();
    };
    check("eq", "equals");
    check("ne", "not-equals");
    check("like", "contains");
    check("ilike", "icontains");
    const auto similar = [](const char *metric, const char *type, const char *threshold,
                            const QString &comment) {
        QTest::addRow("text_similarity %s", metric)
            << QByteArray(
                   R"({"type":"text_similarity","name":"n","input":"{{sample.output_text}}","reference":"{{item.a.b}}","pass_threshold":0.6,"evaluation_metric":")") +
                   metric + "\"}"
            << QByteArray(R"({"type":")") + type + R"(","metric":"n","value":"{{a.b}}","threshold":)" +
                   threshold + "}"
            << comment;
    };
    similar("rouge_1", "rouge-n", "0.6", {});
    similar("rouge_l", "rouge-n", "0.6", u"rouge_l has no equal"_s);
    similar("rouge_3", "rouge-n", "0.6", u"rouge_3 has no equal"_s);
    similar("cosine", "similar", "0.6", {});
    similar("bleu", "bleu", "0.6", {});
    similar("gleu", "gleu", "0.6", {});
    similar("meteor", "meteor", "0.6", {});
    similar("fuzzy_match", "levenshtein", "5", u"fuzzy_match of at least 0.6 has no equal"_s);
    QTest::newRow("a field of the answer")
        << QByteArray(
               R"({"type":"string_check","name":"s","input":"{{sample.output_json.label}}","reference":"x","operation":"eq"})")
        << QByteArray(R"({"type":"equals","metric":"s","value":"x","transform":"JSON.parse(output).label"})")
        << QString();
    QTest::newRow("something else is graded")
        << QByteArray(
               R"({"type":"string_check","name":"s","input":"{{item.label}}","reference":"x","operation":"eq"})")
        << QByteArray(R"({"type":"equals","metric":"s","value":"x"})") << u"Graded was: {{item.label}}"_s;
    QTest::newRow("score_model")
        << QByteArray(
               R"({"type":"score_model","name":"m","model":"gpt-4.1","input":[{"role":"user","content":"Rate {{sample.output_text}} for {{item.text}}"}],"range":[1,5],"pass_threshold":4})")
        << QByteArray(
               R"({"type":"llm-rubric","metric":"m","provider":"openai:chat:gpt-4.1","threshold":0.75,"value":"Rate (the output) for {{text}}\n\nThe scale above runs from 1 to 5: give the score as (points - 1) / 4, from 0 to 1."})")
        << u"Scores from 1 to 5 become 0 to 1"_s;
    QTest::newRow("label_model")
        << QByteArray(
               R"({"type":"label_model","name":"t","model":"gpt-4.1-mini","input":[{"role":"developer","content":"Judge."},{"role":"user","content":{"type":"input_text","text":"{{sample.output_text}}"}}],"labels":["kind","rude"],"passing_labels":["kind"]})")
        << QByteArray(
               R"({"type":"llm-rubric","metric":"t","provider":"openai:chat:gpt-4.1-mini","value":"Judge.\n\n(the output)\n\nChoose the label that fits best, of: \"kind\", \"rude\". Pass when it is one of: \"kind\"."})")
        << u"A model that labels has no equal"_s;
    QTest::newRow("python")
        << QByteArray(
               R"({"type":"python","name":"p","source":"def grade(sample, item):\n    return 1","pass_threshold":0.5})")
        << QByteArray(R"({"type":"python","metric":"p","value":"file://grader1.py","threshold":0.5})")
        << QString();
    QTest::newRow("unknown") << QByteArray(R"({"type":"telepathy","name":"u\nnot: yaml"})") << QByteArray()
                             << u"Left out: u"_s;
}

void TestPromptfooConfig::criteriaBecomeAssertions()
{
    QFETCH(QByteArray, criterion);
    QFETCH(QByteArray, assertion);
    QFETCH(QString, comment);
    const EvalObject eval = evalWith({QJsonDocument::fromJson(criterion).object()});
    QCOMPARE(eval.criteria.size(), 1);
    const QByteArray yaml = contentOf(
        promptfooConfig(eval, {runWith(templateSource(u"{{item.text}}"_s))}, {}), u"promptfooconfig.yaml"_s);
    const QString text = QString::fromUtf8(yaml);
    if (!comment.isEmpty())
        QVERIFY2(text.contains(u"# "_s + comment), yaml.constData());
    if (!m_canRead)
        QSKIP("no PyYAML");
    QString error;
    const QJsonObject config = readBack(yaml, &error);
    QVERIFY2(!config.isEmpty(), qPrintable(error + text));
    const QJsonArray assertions = config.value(u"defaultTest"_s)[u"assert"_s].toArray();
    QCOMPARE(assertions.size(), assertion.isEmpty() ? 0 : 1);
    QCOMPARE(assertions.first().toObject(), QJsonDocument::fromJson(assertion).object());
}

void TestPromptfooConfig::theModelIsAskedWithItsTemplate()
{
    const EvalRun run = runWith(templateSource(u"{{ item.text }}"_s));
    const auto files = promptfooConfig(evalWith({}), {run, run}, someRows());
    QCOMPARE(QJsonDocument::fromJson(contentOf(files, u"prompt.json"_s)).array(),
             (QJsonArray{QJsonObject{{u"role"_s, u"developer"_s}, {u"content"_s, u"Classify.\n\"Well\""_s}},
                         QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"{{text}}"_s}}}));
    if (!m_canRead)
        QSKIP("no PyYAML");
    QString error;
    const QJsonObject config = readBack(contentOf(files, u"promptfooconfig.yaml"_s), &error);
    QCOMPARE(error, QString());
    QCOMPARE(config.value(u"description"_s).toString(), u"triage: \"golden\" # 1"_s);
    QCOMPARE(config.value(u"prompts"_s).toArray(), QJsonArray{u"file://prompt.json"_s});
    QCOMPARE(config.value(u"tests"_s).toString(), u"file://tests.jsonl"_s);
    // Two runs of the same model with the same parameters ask it once.
    QCOMPARE(
        config.value(u"providers"_s).toArray(),
        (QJsonArray{QJsonObject{
            {u"id"_s, u"openai:responses:gpt-4.1-mini"_s},
            {u"label"_s, u"v13 mini"_s},
            {u"config"_s, QJsonObject{{u"temperature"_s, 0}, {u"top_p"_s, 0.25}, {u"max_tokens"_s, 64}}}}}));
}

void TestPromptfooConfig::answersThatWereGivenAreGradedAgain()
{
    const auto files = promptfooConfig(evalWith({}), {runWith({{u"type"_s, u"jsonl"_s}})}, someRows());
    const QJsonObject test = QJsonDocument::fromJson(contentOf(files, u"tests.jsonl"_s)).object();
    QCOMPARE(test.value(u"vars"_s)[u"sample_output_text"_s].toString(), u"delivery.late"_s);
    // As JSON: a plain prompt would be rendered once more with the answer in it, which might then be a
    // template.
    QCOMPARE(QJsonDocument::fromJson(contentOf(files, u"prompt.json"_s)).array(),
             QJsonArray{u"{{sample_output_text}}"_s});
    if (!m_canRead)
        QSKIP("no PyYAML");
    QString error;
    const QJsonObject config = readBack(contentOf(files, u"promptfooconfig.yaml"_s), &error);
    QCOMPARE(config.value(u"providers"_s).toArray(), QJsonArray{u"echo"_s});
    QCOMPARE(config.value(u"prompts"_s).toArray(), QJsonArray{u"file://prompt.json"_s});
    QCOMPARE(config.value(u"defaultTest"_s)[u"options"_s][u"transform"_s].toString(),
             u"JSON.parse(output)[0]"_s);
}

void TestPromptfooConfig::rowsThatNameProgramsAreOnlyTexts()
{
    QList<EvalOutputItem> rows = someRows();
    rows.first().item = {{u"text"_s, u"file:///home/x/.ssh/id_rsa"_s},
                         {u"code"_s, QJsonArray{u"package:evil:run"_s, u"see file://x"_s}},
                         {u"deep"_s, QJsonObject{{u"er"_s, u"file://x.js"_s}}}};
    const auto files = promptfooConfig(evalWith({}), {runWith(templateSource(u"{{item.text}}"_s))}, rows);
    const QJsonValue vars =
        QJsonDocument::fromJson(contentOf(files, u"tests.jsonl"_s)).object().value(u"vars"_s);
    QCOMPARE(vars[u"text"_s].toString(), u" file:///home/x/.ssh/id_rsa"_s);
    QCOMPARE(vars[u"code"_s].toArray(), (QJsonArray{u" package:evil:run"_s, u"see file://x"_s}));
    QCOMPARE(vars[u"deep"_s][u"er"_s].toString(), u" file://x.js"_s);
    QVERIFY(contentOf(files, u"promptfooconfig.yaml"_s)
                .contains("# Some rows hold texts that begin with file://"));
}

void TestPromptfooConfig::rowsBecomeTests()
{
    const auto rows = someRows();
    const auto files = promptfooConfig(evalWith({}), {runWith(templateSource(u"{{item.text}}"_s))}, rows);
    const QByteArray lines = contentOf(files, u"tests.jsonl"_s);
    QCOMPARE(lines.count('\n'), 1);
    const QJsonObject test = QJsonDocument::fromJson(lines).object();
    QCOMPARE(test.value(u"description"_s).toString(), u"Item 812"_s);
    QCOMPARE(test.value(u"vars"_s).toObject(), rows.first().item);
}

void TestPromptfooConfig::pythonGradersRun()
{
    const EvalObject eval = evalWith({QJsonObject{
        {u"type"_s, u"python"_s},
        {u"name"_s, u"p"_s},
        {u"source"_s,
         u"def grade(sample, item):\n    return 1.0 if sample['output_text'] == item['label'] else 0.25"_s}}});
    const auto files = promptfooConfig(eval, {runWith({{u"type"_s, u"jsonl"_s}})}, {});
    QTemporaryDir folder;
    QFile file(folder.filePath(u"grader1.py"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(contentOf(files, u"grader1.py"_s));
    file.close();
    QProcess python;
    python.setWorkingDirectory(folder.path());
    python.start(u"python3"_s,
                 {u"-c"_s, u"import grader1; print(grader1.get_assert('a', {'vars': {'label': 'a'}}), "
                           "grader1.get_assert('b', {'vars': {'label': 'a'}}))"_s});
    if (!python.waitForStarted())
        QSKIP("no python3");
    QVERIFY(python.waitForFinished());
    QCOMPARE(python.readAllStandardOutput().trimmed(), QByteArray("1.0 0.25"));
}

QTEST_GUILESS_MAIN(TestPromptfooConfig)
#include "tst_promptfooconfig.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "promptfooconfig.h"

#include "api/jsonfields.h"
#include "base/format.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <cmath>
#include <optional>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr auto answerVar = "sample_output_text"_L1;

/// Lines with their indentation; comments cannot run into what follows.
class Yaml
{
public:
    void line(int indent, const QString &text) { m_text += QString(indent * 2, u' ') + text + u'\n'; }
    void comment(int indent, const QString &text) { line(indent, u"# "_s + format::oneLine(text, 500)); }
    void blank() { m_text += u'\n'; }
    QByteArray bytes() const { return m_text.toUtf8(); }

private:
    QString m_text;
};

QString compact(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 17).toLower()
                            : value.toVariant().toString();
}

/// Templates of an eval in terms of Promptfoo, where the fields of a row are variables of their own.
QString converted(QString text)
{
    static const QRegularExpression item(uR"(\{\{\s*item\.([^}]+?)\s*\}\})"_s);
    return text.replace(item, u"{{\\1}}"_s);
}

/// The same for a text that a grading model reads beside the answer.
QString convertedRubric(QString text)
{
    static const QRegularExpression sample(uR"(\{\{\s*sample\.[^}]+\}\})"_s);
    return converted(text.replace(sample, u"(the output)"_s));
}

/// Without what Promptfoo would open, or run as a program, instead of taking it for a text; `changed` when
/// there was some.
QJsonValue harmless(const QJsonValue &value, bool *changed)
{
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            it.value() = harmless(it.value(), changed);
        return object;
    }
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &element : value.toArray())
            array << harmless(element, changed);
        return array;
    }
    const QString text = value.toString();
    if (!text.startsWith("file://"_L1) && !text.startsWith("package:"_L1))
        return value;
    *changed = true;
    return QString(u' ' + text);
}

bool isWholeAnswer(const QString &input)
{
    static const QRegularExpression answer(uR"(^\s*\{\{\s*sample\.output_text\s*\}\}\s*$)"_s);
    return answer.match(input).hasMatch();
}

/// "a.b" of "{{sample.output_json.a.b}}"; empty for anything else.
QString jsonPath(const QString &input)
{
    static const QRegularExpression path(
        uR"(^\s*\{\{\s*sample\.output_json\.([A-Za-z_][\w.]*)\s*\}\}\s*$)"_s);
    return path.match(input).captured(1);
}

QString messagesText(const QJsonArray &messages)
{
    QStringList parts;
    for (const QJsonValue &message : messages)
        parts << convertedRubric(messageText(message.toObject().value("content"_L1)));
    return parts.join(u"\n\n"_s);
}

QString quotedList(const QJsonArray &texts)
{
    QStringList quoted;
    for (const QJsonValue &text : texts)
        quoted << u'"' + text.toString() + u'"';
    return quoted.join(u", "_s);
}

class Writer
{
public:
    Writer(const EvalObject &eval, const QList<EvalRun> &runs, const QList<EvalOutputItem> &rows)
        : m_eval(eval), m_runs(runs), m_rows(rows)
    {
        m_answersGiven = runs.isEmpty() || !source().contains("input_messages"_L1);
    }

    QList<ConfigFile> write()
    {
        m_yaml.line(0, u"# yaml-language-server: $schema=https://promptfoo.dev/config-schema.json"_s);
        m_yaml.line(0, u"description: "_s + yamlQuoted(m_eval.name.isEmpty() ? m_eval.id : m_eval.name));
        m_yaml.blank();
        writePrompt();
        m_yaml.blank();
        writeProviders();
        m_yaml.blank();
        writeDefaultTest();
        m_yaml.blank();
        writeTests();
        m_files.prepend({u"promptfooconfig.yaml"_s, m_yaml.bytes()});
        return m_files;
    }

private:
    QJsonObject source() const { return m_runs.first().raw.value("data_source"_L1).toObject(); }

    void writePrompt()
    {
        m_yaml.line(0, u"prompts:"_s);
        if (m_answersGiven) {
            m_yaml.comment(
                1,
                u"The run brought its own answers: each test has one, and the provider below hands it back. "
                u"It goes "
                "through JSON: a prompt of plain text would be filled in twice, and an answer could be a template."_s);
            addPrompt({u"{{"_s + answerVar + u"}}"_s});
            return;
        }
        const QJsonObject input = source().value("input_messages"_L1).toObject();
        if (json::text(input, "type"_L1) == "item_reference"_L1) {
            QString path = json::text(input, "item_reference"_L1);
            if (path.startsWith("item."_L1))
                path.remove(0, 5);
            m_yaml.comment(1, u"The messages stand in the rows themselves."_s);
            m_yaml.line(1, u"- "_s + yamlQuoted(u"{{ "_s + path + u" | dump | safe }}"_s));
            return;
        }
        QJsonArray messages;
        bool changed = false;
        for (const QJsonValue &value : input.value("template"_L1).toArray()) {
            const QJsonObject message = value.toObject();
            const QString role = json::text(message, "role"_L1);
            const QJsonValue content = message.value("content"_L1);
            changed = changed ||
                      (!content.isString() && json::text(content.toObject(), "type"_L1) != "input_text"_L1);
            messages << QJsonObject{{u"role"_s, role}, {u"content"_s, converted(messageText(content))}};
        }
        if (changed)
            m_yaml.comment(
                1, u"Images and sound of the template are left out: the prompt has its texts only."_s);
        addPrompt(messages);
    }

    void addPrompt(const QJsonArray &prompt)
    {
        m_yaml.line(1, u"- file://prompt.json"_s);
        m_files << ConfigFile{u"prompt.json"_s, QJsonDocument(prompt).toJson(QJsonDocument::Indented)};
    }

    void writeProviders()
    {
        m_yaml.line(0, u"providers:"_s);
        if (m_answersGiven) {
            m_yaml.line(1, u"- echo"_s);
            return;
        }
        QStringList seen;
        for (const EvalRun &run : m_runs) {
            const QJsonObject data = run.raw.value("data_source"_L1).toObject();
            const QString model = json::text(data, "model"_L1);
            const QJsonObject params = data.value("sampling_params"_L1).toObject();
            const QString key = run.dataSourceType + u'\n' + model + u'\n' + compact(params);
            if (model.isEmpty() || seen.contains(key))
                continue;
            seen << key;
            const QString id =
                (run.dataSourceType == "responses"_L1 ? u"openai:responses:"_s : u"openai:chat:"_s) + model;
            m_yaml.line(1, u"- id: "_s + yamlQuoted(id));
            m_yaml.line(2, u"label: "_s + yamlQuoted(run.title()));
            writeParameters(params);
        }
        if (seen.isEmpty()) {
            m_yaml.comment(1, u"No run names a model: put in the one to ask."_s);
            m_yaml.line(1, u"- "_s + yamlQuoted(u"openai:chat:gpt-4.1-mini"_s));
        }
    }

    void writeParameters(const QJsonObject &params)
    {
        static const QHash<QString, QString> names{{u"temperature"_s, u"temperature"_s},
                                                   {u"top_p"_s, u"top_p"_s},
                                                   {u"seed"_s, u"seed"_s},
                                                   {u"max_completion_tokens"_s, u"max_tokens"_s},
                                                   {u"reasoning_effort"_s, u"reasoning_effort"_s},
                                                   {u"response_format"_s, u"response_format"_s},
                                                   {u"tools"_s, u"tools"_s}};
        QStringList lines;
        QStringList unknown;
        for (auto it = params.begin(); it != params.end(); ++it) {
            if (it.value().isNull())
                continue;
            const QString name = names.value(it.key());
            if (name.isEmpty())
                unknown << it.key();
            else
                lines << name + u": "_s + flow(it.value());
        }
        if (!lines.isEmpty())
            m_yaml.line(2, u"config:"_s);
        for (const QString &line : std::as_const(lines))
            m_yaml.line(3, line);
        if (!unknown.isEmpty())
            m_yaml.comment(2, u"Not carried over: "_s + unknown.join(u", "_s));
    }

    /// Any JSON value in flow style: JSON, with texts that every YAML reader takes for the same.
    static QString flow(const QJsonValue &value)
    {
        QStringList parts;
        if (value.isObject()) {
            const QJsonObject object = value.toObject();
            for (auto it = object.begin(); it != object.end(); ++it)
                parts << yamlQuoted(it.key()) + u": "_s + flow(it.value());
            return u'{' + parts.join(u", "_s) + u'}';
        }
        if (value.isArray()) {
            for (const QJsonValue &element : value.toArray())
                parts << flow(element);
            return u'[' + parts.join(u", "_s) + u']';
        }
        if (value.isBool())
            return value.toBool() ? u"true"_s : u"false"_s;
        if (value.isDouble())
            return number(value.toDouble());
        return value.isString() ? yamlQuoted(value.toString()) : u"null"_s;
    }

    static QString number(double value)
    {
        return value == std::floor(value) && std::abs(value) < 1e15
                   ? QString::number(qint64(value))
                   : QString::number(value, 'f', 6).remove(QRegularExpression(u"0+$"_s));
    }

    void writeDefaultTest()
    {
        m_yaml.line(0, u"defaultTest:"_s);
        m_yaml.line(1, u"options:"_s);
        m_yaml.comment(2, u"A field that is a list is one value, not one test for each of its elements."_s);
        m_yaml.line(2, u"disableVarExpansion: true"_s);
        if (m_answersGiven)
            m_yaml.line(2, u"transform: "_s + yamlQuoted(u"JSON.parse(output)[0]"_s));
        if (m_eval.criteria.isEmpty())
            return;
        m_yaml.line(1, u"assert:"_s);
        for (const EvalCriterion &criterion : m_eval.criteria)
            writeCriterion(criterion);
    }

    void begin(const QString &type, const EvalCriterion &criterion)
    {
        m_yaml.line(2, u"- type: "_s + type);
        m_yaml.line(3, u"metric: "_s + yamlQuoted(criterion.title()));
    }
    void value(const QString &text) { m_yaml.line(3, u"value: "_s + yamlQuoted(text)); }
    void threshold(double number_) { m_yaml.line(3, u"threshold: "_s + number(number_)); }

    /// What is graded, where that is not the answer as it is.
    void graded(const EvalCriterion &criterion)
    {
        const QString input = json::text(criterion.raw, "input"_L1);
        const QString path = jsonPath(input);
        if (!path.isEmpty())
            m_yaml.line(3, u"transform: "_s + yamlQuoted(u"JSON.parse(output)."_s + path));
        else if (!isWholeAnswer(input))
            m_yaml.comment(3, u"Graded was: "_s + input + u" - here it is the whole output."_s);
    }

    void writeCriterion(const EvalCriterion &criterion)
    {
        if (criterion.type == "string_check"_L1)
            writeStringCheck(criterion);
        else if (criterion.type == "text_similarity"_L1)
            writeSimilarity(criterion);
        else if (criterion.type == "label_model"_L1 || criterion.type == "score_model"_L1)
            writeModelGrader(criterion);
        else if (criterion.type == "python"_L1)
            writePython(criterion);
        else
            m_yaml.comment(2, u"Left out: "_s + criterion.title() + u", a grader of the unknown type "_s +
                                  criterion.type);
    }

    void writeStringCheck(const EvalCriterion &criterion)
    {
        const QString operation = json::text(criterion.raw, "operation"_L1);
        const QString type = operation == "ne"_L1      ? u"not-equals"_s
                             : operation == "like"_L1  ? u"contains"_s
                             : operation == "ilike"_L1 ? u"icontains"_s
                                                       : u"equals"_s;
        begin(type, criterion);
        value(converted(json::text(criterion.raw, "reference"_L1)));
        graded(criterion);
    }

    void writeSimilarity(const EvalCriterion &criterion)
    {
        const QString metric = json::text(criterion.raw, "evaluation_metric"_L1);
        const double wanted = json::number(criterion.raw, "pass_threshold"_L1).value_or(0.5);
        if (metric == "fuzzy_match"_L1) {
            constexpr int edits = 5; // what Promptfoo takes by itself
            m_yaml.comment(
                2,
                u"fuzzy_match of at least "_s + number(wanted) +
                    u" has no equal: levenshtein counts edits, whatever the length. Set how many are fine."_s);
            begin(u"levenshtein"_s, criterion);
            value(converted(json::text(criterion.raw, "reference"_L1)));
            threshold(edits);
            graded(criterion);
            return;
        }
        QString type = metric;
        if (metric == "cosine"_L1) {
            type = u"similar"_s;
        } else if (metric.startsWith("rouge_"_L1)) {
            type = u"rouge-n"_s;
            if (metric != "rouge_1"_L1)
                m_yaml.comment(
                    2, metric + u" has no equal: rouge-n compares single words, its scores are others."_s);
        } else if (metric != "bleu"_L1 && metric != "gleu"_L1 && metric != "meteor"_L1) {
            m_yaml.comment(2, u"Left out: "_s + criterion.title() + u", whose metric "_s + metric +
                                  u" is not known."_s);
            return;
        }
        begin(type, criterion);
        value(converted(json::text(criterion.raw, "reference"_L1)));
        threshold(wanted);
        graded(criterion);
    }

    void writeModelGrader(const EvalCriterion &criterion)
    {
        const QJsonObject &raw = criterion.raw;
        QString rubric = messagesText(raw.value("input"_L1).toArray());
        std::optional<double> wanted;
        if (criterion.type == "label_model"_L1) {
            m_yaml.comment(
                2, u"A model that labels has no equal: one that judges by the same words stands for it."_s);
            rubric += u"\n\nChoose the label that fits best, of: "_s +
                      quotedList(raw.value("labels"_L1).toArray()) + u". Pass when it is one of: "_s +
                      quotedList(raw.value("passing_labels"_L1).toArray()) + u'.';
        } else {
            const QJsonArray range = raw.value("range"_L1).toArray();
            const double low = range.size() == 2 ? range.first().toDouble() : 0;
            const double high = range.size() == 2 ? range.last().toDouble() : 1;
            if (low != 0 || high != 1) {
                m_yaml.comment(2, u"Scores from "_s + number(low) + u" to "_s + number(high) +
                                      u" become 0 to 1."_s);
                rubric +=
                    u"\n\nThe scale above runs from %1 to %2: give the score as (points - %1) / %3, from 0 to 1."_s
                        .arg(number(low), number(high), number(high - low));
            }
            wanted = json::number(raw, "pass_threshold"_L1);
            if (wanted && high > low)
                wanted = (*wanted - low) / (high - low);
        }
        begin(u"llm-rubric"_s, criterion);
        value(rubric);
        if (wanted)
            threshold(*wanted);
        if (const QString model = json::text(raw, "model"_L1); !model.isEmpty())
            m_yaml.line(3, u"provider: "_s + yamlQuoted(u"openai:chat:"_s + model));
        if (!raw.value("sampling_params"_L1).toObject().isEmpty())
            m_yaml.comment(3, u"The grader's sampling parameters are not carried over."_s);
    }

    void writePython(const EvalCriterion &criterion)
    {
        const QString name = u"grader%1.py"_s.arg(++m_graders);
        QString code = json::text(criterion.raw, "source"_L1);
        if (!code.endsWith(u'\n'))
            code += u'\n';
        code += u"\n\ndef get_assert(output, context):\n"
                "    import json\n"
                "    sample = {\"output_text\": output}\n"
                "    try:\n"
                "        sample[\"output_json\"] = json.loads(output)\n"
                "    except (TypeError, ValueError):\n"
                "        pass\n"
                "    return float(grade(sample, context[\"vars\"]))\n"_s;
        m_files << ConfigFile{name, code.toUtf8()};
        begin(u"python"_s, criterion);
        m_yaml.line(3, u"value: file://"_s + name);
        if (const auto wanted = json::number(criterion.raw, "pass_threshold"_L1))
            threshold(*wanted);
    }

    void writeTests()
    {
        QByteArray lines;
        bool templated = false;
        bool files = false;
        for (const EvalOutputItem &row : m_rows) {
            QJsonObject vars = row.item;
            if (m_answersGiven)
                vars.insert(answerVar, row.outputText());
            vars = harmless(vars, &files).toObject();
            const QByteArray line =
                QJsonDocument(QJsonObject{{u"description"_s, u"Item "_s + QString::number(row.itemNumber)},
                                          {u"vars"_s, vars}})
                    .toJson(QJsonDocument::Compact);
            templated = templated || line.contains("{{") || line.contains("{%");
            lines += line + '\n';
        }
        if (templated)
            m_yaml.comment(
                0,
                u"Some rows hold {{ or {% themselves, which Promptfoo would take for a template: run it with "
                "PROMPTFOO_DISABLE_TEMPLATING where that matters."_s);
        if (files)
            m_yaml.comment(
                0, u"Some rows hold texts that begin with file:// or package:, which Promptfoo would open or "
                   "run: a blank stands before them."_s);
        m_yaml.line(0, u"tests: file://tests.jsonl"_s);
        m_files << ConfigFile{u"tests.jsonl"_s, lines};
    }

    const EvalObject &m_eval;
    const QList<EvalRun> &m_runs;
    const QList<EvalOutputItem> &m_rows;
    bool m_answersGiven = false;
    int m_graders = 0;
    Yaml m_yaml;
    QList<ConfigFile> m_files;
};

} // namespace

QString yamlQuoted(const QString &text)
{
    QString quoted(u'"');
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const char16_t unit = c.unicode();
        if (c == u'"' || c == u'\\') {
            quoted += u'\\';
            quoted += c;
        } else if (c == u'\n') {
            quoted += u"\\n"_s;
        } else if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            quoted += u"\\U%1"_s.arg(QChar::surrogateToUcs4(c, text.at(++i)), 8, 16, QChar(u'0'));
        } else if (c.isSurrogate()) {
            quoted += u"\\ufffd"_s; // half a character: no reader takes it
        } else if (unit < 0x20 || (unit >= 0x7f && unit < 0xa1) || unit == 0x2028 || unit == 0x2029 ||
                   unit >= 0xfdd0) {
            quoted += u"\\u%1"_s.arg(unit, 4, 16,
                                     QChar(u'0')); // controls, line ends of other kinds, marks of order
        } else {
            quoted += c;
        }
    }
    return quoted + u'"';
}

QList<ConfigFile> promptfooConfig(const EvalObject &eval, const QList<EvalRun> &runs,
                                  const QList<EvalOutputItem> &rows)
{
    return Writer(eval, runs, rows).write();
}

} // namespace odc

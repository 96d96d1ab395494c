// SPDX-License-Identifier: GPL-3.0-or-later
// The forms that make evals and runs: each tab, each kind of grader, each source of rows.
#include "shots/shots.h"

#include "ui/forms/jsonedit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTableWidget>

namespace odc {

using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

enum EvalTab { EvalGeneral, EvalData, EvalGraders };
enum RunTab { RunGeneral, RunRows, RunPrompt, RunSampling };

/// A grader of each kind, in the order of the menu that adds them.
const auto evalBody = uR"({"name": "ticket triage, November", "metadata": {"owner": "support", "data": "golden set"},
 "data_source_config": {"type": "custom", "include_sample_schema": true, "item_schema": {"type": "object", "properties": {
   "label": {"type": "string"}, "language": {"type": ["string", "null"]}, "order": {"type": "object", "properties": {
     "number": {"type": "integer"}, "paid": {"type": "boolean"}}, "required": ["number"]}, "text": {"type": "string"}},
   "required": ["label", "text"]}},
 "testing_criteria": [
  {"type": "string_check", "name": "exact", "input": "{{sample.output_text}}", "reference": "{{item.label}}", "operation": "eq"},
  {"type": "text_similarity", "name": "near", "input": "{{sample.output_text}}", "reference": "{{item.label}}",
   "evaluation_metric": "fuzzy_match", "pass_threshold": 0.8},
  {"type": "label_model", "name": "kind", "model": "gpt-4.1-mini", "labels": ["kind", "curt", "rude"], "passing_labels": ["kind"],
   "input": [{"role": "developer", "content": "Is this answer to a customer kind, curt or rude?"},
             {"role": "user", "content": "{{sample.output_text}}"}]},
  {"type": "score_model", "name": "helpful", "model": "gpt-4.1-mini", "range": [0, 5], "pass_threshold": 4,
   "sampling_params": {"temperature": 0, "seed": 7},
   "input": [{"role": "developer", "content": "How much does this help with: {{item.text}}"},
             {"role": "user", "content": "{{sample.output_text}}"}]},
  {"type": "python", "name": "short enough", "pass_threshold": 1,
   "source": "def grade(sample, item):\n    return 1.0 if len(sample[\"output_text\"]) < 40 else 0.0\n"}]})"_s;

const auto runBody = uR"({"name": "v15 mini", "metadata": {"prompt": "v15"}, "data_source": {"type": "responses", "model": "gpt-4.1-mini",
 "source": {"type": "file_content", "content": [
   {"item": {"text": "Where is my parcel? It says delivered", "label": "delivery.lost"}},
   {"item": {"text": "Quiero una factura con NIF", "label": "billing.invoice"}},
   {"item": {"text": "App crashes on login, Pixel 9", "label": "app.crash"}}]},
 "input_messages": {"type": "template", "template": [
   {"role": "developer", "content": "Sort the message into one queue. Answer with the name of the queue only."},
   {"role": "user", "content": "{{item.text}}"}]},
 "sampling_params": {"temperature": 0, "seed": 42, "max_completion_tokens": 16}}})"_s;

} // namespace

bool Shots::openForm(const QString &action, const QString &dialogName, const QString &body, int tab)
{
    m_console->action(action)->trigger();
    auto *dialog = m_console->await<QDialog>(dialogName);
    if (!dialog)
        return false;
    if (!body.isEmpty())
        dialog->findChild<JsonEdit *>(u"requestJson"_s)
            ->setPlainText(QString::fromUtf8(indentedJson(QJsonDocument::fromJson(body.toUtf8()).object())));
    dialog->findChild<QTabBar *>(u"createTabs"_s)->setCurrentIndex(tab);
    return true;
}

bool Shots::openNewEval(int tab, const QString &body)
{
    return openEvals() && openForm(u"evals.new"_s, u"newEvalDialog"_s, body, tab);
}

bool Shots::newEvalBlank()
{
    return openNewEval(EvalGeneral, {}) && pictureOf(u"newEvalDialog"_s);
}

bool Shots::newEvalGeneral()
{
    return openNewEval(EvalGeneral, evalBody) && pictureOf(u"newEvalDialog"_s);
}

bool Shots::newEvalData()
{
    return openNewEval(EvalData, evalBody) && pictureOf(u"newEvalDialog"_s);
}

bool Shots::newEvalLogs()
{
    return openNewEval(EvalData,
                       uR"({"name": "answers of last week", "data_source_config": {"type": "logs", "metadata": {"app": "bot"}}, "testing_criteria": []})"_s)
        && pictureOf(u"newEvalDialog"_s);
}

bool Shots::newEvalInferred()
{
    const QString rows = writeFile(m_scratch.filePath(u"golden.jsonl"_s),
                                   R"({"item":{"text":"Where is my parcel?","label":"delivery.lost","order":{"number":480211,"paid":true}}})"
                                   "\n"
                                   R"({"item":{"text":"Need an invoice","label":"billing.invoice","order":{"number":480248,"paid":null}}})"
                                   "\n{oops\n");
    return openNewEval(EvalData, {}) && m_console->click(u"inferSchema"_s) && m_console->chooseFile(u"inferDialog"_s, rows)
        && eventually([this] {
               const auto *note = m_console->find<QLabel>(u"schemaNote"_s);
               return note && note->text().contains(u'3');
           })
        && pictureOf(u"newEvalDialog"_s);
}

bool Shots::newEvalGrader(int row)
{
    if (!openNewEval(EvalGraders, evalBody))
        return false;
    m_console->find<QListWidget>(u"graders"_s)->setCurrentRow(row);
    return pictureOf(u"newEvalDialog"_s);
}

bool Shots::newEvalNoGraders()
{
    return openNewEval(EvalGraders, {}) && pictureOf(u"newEvalDialog"_s);
}

bool Shots::newEvalMistakes()
{
    return openNewEval(EvalGraders,
                       uR"({"name": "triage", "data_source_config": {"type": "custom", "include_sample_schema": true, "item_schema": {"type": "object",
 "properties": {"label": {"type": "string"}}}}, "testing_criteria": [{"type": "text_similarity", "name": "", "input":
 "{{sample.output_text}}", "reference": "{{item.lable}}", "evaluation_metric": "fuzzy_match", "pass_threshold": 1.5}]})"_s)
        && pictureOf(u"newEvalDialog"_s);
}

bool Shots::newEvalLost()
{
    if (!openProxy() || !showEvals() || !openForm(u"evals.new"_s, u"newEvalDialog"_s, evalBody, EvalGeneral))
        return false;
    // Without the graders that the local server has not.
    auto *json = m_console->find<JsonEdit>(u"requestJson"_s);
    QJsonObject body = json->json().toObject();
    body.insert(u"testing_criteria"_s, QJsonArray{body.value(u"testing_criteria"_s).toArray().first()});
    json->setPlainText(QString::fromUtf8(QJsonDocument(body).toJson()));
    m_proxy->add("POST", "/evals", Fault::loseReply());
    if (!m_console->click(u"createEval"_s) || !m_console->await<QComboBox>(u"lostCandidates"_s)
        || !pictureOf(u"lostCreateDialog"_s))
        return false;
    // What arrived all the same goes again, so that each round of pictures starts alike.
    const QByteArray id = m_console->find<QComboBox>(u"lostCandidates"_s)->currentData().toByteArray();
    return rawRequest(m_sample.url(), "DELETE", "/v1/evals/" + id, {{"Authorization", "Bearer " + key.toUtf8()}}).status == 200;
}

bool Shots::tryGrader()
{
    const QString rows = writeFile(m_scratch.filePath(u"try.jsonl"_s),
                                   R"({"item":{"label":"delivery.lost"},"sample":{"output_text":"delivery.lost"}})"
                                   "\n"
                                   R"({"item":{"label":"delivery.lost"},"sample":{"output_text":"delivery.late"}})"
                                   "\n"
                                   R"({"item":{"label":"billing.invoice"},"sample":{"output_text":"human"}})"
                                   "\n");
    if (!openNewEval(EvalGraders, evalBody))
        return false;
    m_console->find<QListWidget>(u"graders"_s)->setCurrentRow(1);
    if (!m_console->click(u"tryGrader"_s) || !m_console->click(u"tryFile"_s) || !m_console->chooseFile(u"tryRowsDialog"_s, rows))
        return false;
    auto *table = m_console->find<QTableWidget>(u"tryRows"_s);
    return eventually([table] { return table->rowCount() == 3; }) && m_console->click(u"tryGrade"_s)
        && eventually([table] { return table->item(2, 3) && !table->item(2, 3)->text().isEmpty(); })
        && pictureOf(u"tryGraderDialog"_s);
}

bool Shots::tryGraderRefused()
{
    if (!openNewEval(EvalGraders, evalBody))
        return false;
    m_console->find<QListWidget>(u"graders"_s)->setCurrentRow(2);
    return m_console->click(u"tryGrader"_s) && pictureOf(u"tryGraderDialog"_s);
}

bool Shots::openNewRun(int tab, const QString &body)
{
    return openEvals() && selectEvals({u"triage golden"_s}) && openForm(u"evals.newRun"_s, u"newRunDialog"_s, body, tab);
}

bool Shots::newRunBlank()
{
    return openNewRun(RunGeneral, {}) && pictureOf(u"newRunDialog"_s);
}

bool Shots::newRunTab(int tab)
{
    return openNewRun(tab, runBody) && pictureOf(u"newRunDialog"_s);
}

bool Shots::newRunRowsWrong()
{
    if (!openNewRun(RunRows, {}))
        return false;
    auto *kind = m_console->find<QComboBox>(u"runType"_s);
    kind->setCurrentIndex(kind->findData(u"jsonl"_s));
    m_console->find<QPlainTextEdit>(u"rowsText"_s)
        ->setPlainText(u"{\"item\":{\"text\":\"Where is my parcel?\",\"label\":\"delivery.lost\"},\"sample\":{\"output_text\":\"delivery.lost\"}}\n"
                       "{\"item\":{\"text\":\"Need an invoice\"}}\n{oops\n"_s);
    return m_console->await<QListWidget>(u"rowsProblems"_s) && pictureOf(u"newRunDialog"_s);
}

bool Shots::newRunSource(const QString &kind, const QString &source)
{
    if (!openNewRun(RunRows, {}))
        return false;
    auto *kinds = m_console->find<QComboBox>(u"runType"_s);
    kinds->setCurrentIndex(kinds->findData(kind));
    auto *sources = m_console->find<QComboBox>(u"rowsSource"_s);
    sources->setCurrentIndex(sources->findData(source));
    if (source == u"file_id"_s) {
        auto *files = m_console->find<QComboBox>(u"evalFiles"_s);
        auto *state = m_console->find<QLabel>(u"evalFilesState"_s);
        if (!eventually([files] { return files->count() > 0; }))
            return false;
        files->setCurrentIndex(files->findText(u"triage-golden"_s, Qt::MatchStartsWith));
        if (!eventually([state] { return state->text().contains(QRegularExpression(u"\\d"_s)); }))
            return false;
    }
    return pictureOf(u"newRunDialog"_s);
}

} // namespace odc

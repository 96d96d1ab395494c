// SPDX-License-Identifier: GPL-3.0-or-later
// New eval, filled in with real keys and clicks; the local server's log says what was sent.
#include "gui/support/evalformtest.h"

#include "evals/graderrules.h"
#include "ui/forms/jsonedit.h"
#include "ui/forms/jsonform.h"
#include "ui/forms/templateedit.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QClipboard>
#include <QCompleter>
#include <QJsonArray>
#include <QLabel>
#include <QListWidget>
#include <QSignalSpy>
#include <QTableWidget>
#include <QToolButton>
#include <QTreeWidget>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestNewEvalForm : public EvalFormTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openConsole(); }
    void cleanup() { closeConsole(); }

    void anEvalIsMadeByHand();
    void eachKindOfGraderByItsForm_data();
    void eachKindOfGraderByItsForm();
    void gradersAreDuplicatedMovedAndRemoved();
    void formAndJsonStayInStep();
    void aSchemaIsBuiltAndInferred();
    void aSchemaIsChangedByHand();
    void theSourceIsChosen();
    void variablesAreCompletedAndChecked();
    void brokenRulesAreNamedAtTheirField();
    void aGraderIsTriedOnRows();
    void whatCannotBeTriedSaysSo();
};

void TestNewEvalForm::anEvalIsMadeByHand()
{
    NewEvalDialog *dialog = openEval();
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewEvalDialog::created);
    // What is missing is said before anything is typed, and nothing can be sent.
    QVERIFY2(problemText().contains(u"add one"_s), qPrintable(problemText()));
    QVERIFY(!in<QPushButton>(u"createEval"_s)->isEnabled());

    type(nameField(), u"triage"_s);
    Console::click(in<QWidget>(u"general"_s)->findChild<QPushButton *>(u"addPair"_s));
    QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    QTest::keyClicks(QApplication::focusWidget(), u"owner"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), u"cx"_s);
    QCOMPARE(dialog->draft().metadata(), object(R"({"owner":"cx"})"));
    tab(1);
    for (const QString &name : {u"label"_s, u"text"_s}) {
        addProperty(name);
        ODC_EVENTUALLY(dialog->draft().itemSchema().value("properties"_L1).toObject().contains(name));
    }
    addGrader(u"string_check"_s);
    type(graderField(u"name"_s), u"exact"_s);
    type(graderField(u"reference"_s), u"{{item.label}}"_s);
    QVERIFY2(in<QPushButton>(u"createEval"_s)->isEnabled(), qPrintable(problemText()));
    QTest::keyClick(graderField(u"name"_s), Qt::Key_Return); // sends nothing
    QCOMPARE(count("POST", "/v1/evals"), 0);

    Console::click(in<QPushButton>(u"createEval"_s));
    ODC_EVENTUALLY(created.size() == 1);
    QCOMPARE(count("POST", "/v1/evals"), 1);
    const EvalObject eval = created.first().first().value<EvalObject>();
    QCOMPARE(eval.name, u"triage"_s);
    QCOMPARE(eval.metadata, object(R"({"owner":"cx"})"));
    QCOMPARE(
        eval.itemSchema,
        object(
            R"({"type":"object","properties":{"label":{"type":"string"},"text":{"type":"string"}},"required":["label","text"]})"));
    QVERIFY(eval.hasSampleSchema);
    QCOMPARE(eval.criteria.size(), 1);
    QCOMPARE(eval.criteria.first().raw.value("reference"_L1).toString(), u"{{item.label}}"_s);
    ODC_EVENTUALLY(!m_dialog || !m_dialog->isVisible());
}

void TestNewEvalForm::eachKindOfGraderByItsForm_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QStringList>("fields"); // key, text, key, text...
    QTest::addColumn<QByteArray>("grader");
    QTest::newRow("string check")
        << u"string_check"_s << QStringList{u"name"_s, u"s"_s, u"reference"_s, u"yes"_s}
        << QByteArray(
               R"({"type":"string_check","name":"s","input":"{{sample.output_text}}","operation":"eq","reference":"yes"})");
    QTest::newRow("text similarity")
        << u"text_similarity"_s
        << QStringList{u"name"_s, u"t"_s, u"reference"_s, u"{{item.a}}"_s, u"pass_threshold"_s, u"0.25"_s}
        << QByteArray(
               R"({"type":"text_similarity","name":"t","input":"{{sample.output_text}}","reference":"{{item.a}}","evaluation_metric":"fuzzy_match","pass_threshold":0.25})");
    QTest::newRow("python")
        << u"python"_s
        << QStringList{u"name"_s, u"p"_s, u"image_tag"_s, u"2025-05-08"_s, u"pass_threshold"_s, u"1"_s}
        << QByteArray(
               R"({"type":"python","name":"p","source":"def grade(sample, item):\n    return 1.0 if sample[\"output_text\"] else 0.0\n","image_tag":"2025-05-08","pass_threshold":1})");
    QTest::newRow("label model")
        << u"label_model"_s << QStringList{u"name"_s, u"l"_s, u"model"_s, u"m"_s, u"input"_s, u"Judge."_s}
        << QByteArray(
               R"({"type":"label_model","name":"l","model":"m","input":[{"role":"developer","content":"Judge."},{"role":"user","content":"{{sample.output_text}}"}],"labels":["kind","rude"],"passing_labels":["kind"]})");
    QTest::newRow("score model")
        << u"score_model"_s
        << QStringList{u"name"_s,
                       u"c"_s,
                       u"model"_s,
                       u"m"_s,
                       u"input"_s,
                       u"Rate."_s,
                       u"range"_s,
                       u"5"_s,
                       u"pass_threshold"_s,
                       u"4"_s,
                       u"sampling_params.seed"_s,
                       u"7"_s,
                       u"sampling_params.temperature"_s,
                       u"0"_s,
                       u"sampling_params.max_completions_tokens"_s,
                       u"50"_s}
        << QByteArray(
               R"({"type":"score_model","name":"c","model":"m","input":[{"role":"developer","content":"Rate."},{"role":"user","content":"{{sample.output_text}}"}],"range":[0,5],"pass_threshold":4,"sampling_params":{"seed":7,"temperature":0,"max_completions_tokens":50}})");
}

void TestNewEvalForm::eachKindOfGraderByItsForm()
{
    QFETCH(QString, kind);
    QFETCH(QStringList, fields);
    QFETCH(QByteArray, grader);
    NewEvalDialog *dialog = openEval();
    QVERIFY(dialog);
    in<JsonEdit>(u"requestJson"_s)
        ->setPlainText(
            uR"({"data_source_config":{"type":"custom","include_sample_schema":true,"item_schema":{"type":"object","properties":{"a":{"type":"string"}}}},"testing_criteria":[]})"_s);
    addGrader(kind);
    for (qsizetype i = 0; i < fields.size(); i += 2) {
        QWidget *field = graderField(fields[i]);
        if (fields[i] == u"input"_s)
            field = field->findChild<TemplateEdit *>(u"message0"_s);
        else if (fields[i] == u"range"_s)
            field = field->findChild<QLineEdit *>(u"range.high"_s);
        type(field, fields[i + 1]);
    }
    if (kind == u"label_model"_s) {
        for (const QString &label : {u"kind"_s, u"rude"_s}) {
            Console::click(in<QPushButton>(u"addLabel"_s));
            QLineEdit *editor = rowEditor(in<QListWidget>(u"labels"_s));
            QVERIFY(editor);
            QTest::keyClicks(editor, label);
            QTest::keyClick(editor, Qt::Key_Return);
            ODC_EVENTUALLY(!in<QListWidget>(u"labels"_s)->viewport()->findChild<QLineEdit *>());
        }
        auto *labels = in<QListWidget>(u"labels"_s);
        labels->setCurrentRow(0);
        labels->setFocus();
        QTest::keyClick(labels, Qt::Key_Space); // marks the one that passes
    }
    QCOMPARE(dialog->draft().criterion(0), object(grader));
    QCOMPARE(firstError(dialog->draft().problems()), nullptr);
    QVERIFY2(in<QPushButton>(u"createEval"_s)->isEnabled(), qPrintable(problemText()));
}

void TestNewEvalForm::gradersAreDuplicatedMovedAndRemoved()
{
    NewEvalDialog *dialog = openEval();
    QVERIFY(dialog);
    addGrader(u"string_check"_s);
    type(graderField(u"name"_s), u"a"_s);
    addGrader(u"text_similarity"_s);
    type(graderField(u"name"_s), u"b"_s);
    const auto names = [dialog] {
        QStringList names;
        for (const QJsonValue &value : dialog->draft().criteria())
            names << value.toObject().value("name"_L1).toString();
        return names;
    };
    Console::click(in<QToolButton>(u"duplicateGrader"_s));
    QCOMPARE(names(), (QStringList{u"a"_s, u"b"_s, u"b 2"_s}));
    Console::click(in<QToolButton>(u"graderUp"_s));
    Console::click(in<QToolButton>(u"graderUp"_s));
    QCOMPARE(names(), (QStringList{u"b 2"_s, u"a"_s, u"b"_s}));
    QVERIFY(!in<QToolButton>(u"graderUp"_s)->isEnabled());
    Console::click(in<QToolButton>(u"graderDown"_s));
    QCOMPARE(names(), (QStringList{u"a"_s, u"b 2"_s, u"b"_s}));
    // The form shows the one that is chosen: what is typed goes there.
    type(graderField(u"name"_s), u"c"_s);
    QCOMPARE(names(), (QStringList{u"a"_s, u"c"_s, u"b"_s}));
    Console::click(in<QToolButton>(u"removeGrader"_s));
    QCOMPARE(names(), (QStringList{u"a"_s, u"b"_s}));
}

void TestNewEvalForm::formAndJsonStayInStep()
{
    NewEvalDialog *dialog = openEval();
    QVERIFY(dialog);
    auto *json = in<JsonEdit>(u"requestJson"_s);
    type(nameField(), u"from the form"_s);
    QCOMPARE(json->json().toObject().value("name"_L1).toString(), u"from the form"_s);

    const QByteArray body =
        R"({"name":"from JSON","future":1,"data_source_config":{"type":"logs","metadata":{"app":"bot"}},"testing_criteria":[{"type":"string_check","name":"s","input":"x","reference":"y","operation":"ne","new":true}]})";
    json->setFocus();
    json->selectAll();
    QApplication::clipboard()->setText(QString::fromUtf8(body));
    QTest::keySequence(json, QKeySequence::Paste);
    QCOMPARE(nameField()->text(), u"from JSON"_s);
    QCOMPARE(in<QComboBox>(u"sourceType"_s)->currentData().toString(), u"logs"_s);
    QCOMPARE(qobject_cast<QLineEdit *>(graderField(u"name"_s))->text(), u"s"_s);
    QCOMPARE(qobject_cast<QComboBox *>(graderField(u"operation"_s))->currentData().toString(), u"ne"_s);
    // What the form does not know it does not lose.
    type(graderField(u"name"_s), u"t"_s);
    QVERIFY(dialog->draft().toJson().contains("future"_L1));
    QVERIFY(dialog->draft().criterion(0).value("new"_L1).toBool());

    // A text that is no JSON is said with its place; the form keeps what it had, and nothing can be sent.
    QVERIFY(in<QPushButton>(u"createEval"_s)->isEnabled());
    QTextCursor end = json->textCursor();
    end.movePosition(QTextCursor::End);
    json->setTextCursor(end);
    QTest::keyClick(json, Qt::Key_Backspace);
    QVERIFY2(in<QLabel>(u"requestNote"_s)->text().startsWith(u"Line "_s),
             qPrintable(in<QLabel>(u"requestNote"_s)->text()));
    QVERIFY(problemText().startsWith(u"Line "_s));
    QCOMPARE(nameField()->text(), u"from JSON"_s);
    QCOMPARE(dialog->draft().name(), u"from JSON"_s);
    QVERIFY(!in<QPushButton>(u"createEval"_s)->isEnabled());
    QTest::keyClicks(json, u"}"_s);
    QVERIFY(in<QPushButton>(u"createEval"_s)->isEnabled());
    QVERIFY(!in<QLabel>(u"requestNote"_s)->isVisible());
}

void TestNewEvalForm::aSchemaIsBuiltAndInferred()
{
    NewEvalDialog *dialog = openEval();
    QVERIFY(dialog);
    tab(1);
    writeFile(path(u"rows.jsonl"_s), "{\"item\":{\"text\":\"x\",\"who\":{\"age\":1}}}\n{\"item\":{\"text\":"
                                     "\"y\",\"who\":{\"age\":null}}}\n{bad\n");
    Console::click(in<QPushButton>(u"inferSchema"_s));
    QVERIFY(m_console->chooseFile(u"inferDialog"_s, path(u"rows.jsonl"_s)));
    ODC_EVENTUALLY(dialog->draft().itemSchema().value("properties"_L1).toObject().contains("who"_L1));
    QCOMPARE(dialog->draft()
                 .itemSchema()
                 .value("properties"_L1)
                 .toObject()
                 .value("who"_L1)
                 .toObject()
                 .value("properties"_L1),
             QJsonValue(object(R"({"age":{"type":["integer","null"]}})")));
    QVERIFY2(in<QLabel>(u"schemaNote"_s)->text().contains(u"line 3"_s),
             qPrintable(in<QLabel>(u"schemaNote"_s)->text()));

    QVERIFY(activate());
    auto *tree = in<QTreeWidget>(u"schemaTree"_s);
    QTreeWidgetItem *who = tree->findItems(u"who"_s, Qt::MatchExactly).value(0);
    QVERIFY(who);
    tree->setCurrentItem(who);
    Console::click(in<QPushButton>(u"addInside"_s));
    QLineEdit *editor = rowEditor(tree);
    QVERIFY(editor);
    QTest::keyClicks(editor, u"name"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    const auto inner = [dialog] {
        return dialog->draft().itemSchema().value("properties"_L1).toObject().value("who"_L1).toObject();
    };
    ODC_EVENTUALLY(inner().value("properties"_L1).toObject().contains("name"_L1));
    QVERIFY(inner().value("required"_L1).toArray().contains(u"name"_s));
    // As JSON it is the same, and can be written there.
    Console::click(in<QPushButton>(u"schemaAsJson"_s));
    auto *json = in<JsonEdit>(u"schemaJson"_s);
    QCOMPARE(json->json().toObject(), dialog->draft().itemSchema());
    json->setFocus();
    json->selectAll();
    QTest::keyClicks(json, u"{\"type\":\"object\",\"properties\":{\"only\":{\"type\":\"text\"}}}"_s);
    QVERIFY2(problemText().contains(u"“text”"_s), qPrintable(problemText()));
    QCOMPARE(dialog->draft().itemSchema().value("properties"_L1).toObject().keys(), QStringList{u"only"_s});
}

void TestNewEvalForm::aSchemaIsChangedByHand()
{
    NewEvalDialog *dialog = openEval();
    QVERIFY(dialog);
    in<JsonEdit>(u"requestJson"_s)
        ->setPlainText(
            uR"({"data_source_config":{"type":"custom","item_schema":{"type":"object","properties":{"text":{"type":"string"},"who":{"type":"object","properties":{"age":{"type":"integer"}},"required":["age"]}},"required":["text","who"]}},"testing_criteria":[]})"_s);
    tab(1);
    auto *tree = in<QTreeWidget>(u"schemaTree"_s);
    const auto schema = [dialog] { return dialog->draft().itemSchema(); };
    const auto go = [tree](const QString &name, int column) {
        tree->setFocus();
        tree->setCurrentItem(tree->findItems(name, Qt::MatchExactly).value(0), column);
    };
    QSignalSpy filled(tree->model(), &QAbstractItemModel::modelReset); // as after each change, a turn later
    const auto rename = [&](const QString &from, const QString &to) {
        go(from, 0);
        QTest::keyClick(tree, Qt::Key_F2);
        QLineEdit *editor = rowEditor(tree);
        QVERIFY(editor);
        QTest::keyClicks(editor, to);
        filled.clear();
        QTest::keyClick(editor, Qt::Key_Return);
        ODC_EVENTUALLY(!filled.isEmpty());
    };
    // A name goes on being required, and none is given twice.
    rename(u"text"_s, u"question"_s);
    QCOMPARE(schema()[u"properties"_s].toObject().keys(), QStringList({u"question"_s, u"who"_s}));
    QVERIFY(schema()[u"required"_s].toArray().contains(u"question"_s));
    QVERIFY(!schema()[u"required"_s].toArray().contains(u"text"_s));
    const QJsonObject before = schema();
    rename(u"who"_s, u"question"_s);
    QVERIFY2(in<QLabel>(u"schemaNote"_s)->text().contains(u"“question”"_s),
             qPrintable(in<QLabel>(u"schemaNote"_s)->text()));
    QCOMPARE(schema(), before);
    QCOMPARE(tree->findItems(u"who"_s, Qt::MatchExactly).size(), 1);
    // Space takes the tick of "required" away.
    go(u"question"_s, 2);
    filled.clear();
    QTest::keyClick(tree, Qt::Key_Space);
    ODC_EVENTUALLY(!filled.isEmpty());
    QCOMPARE(schema()[u"required"_s].toArray(), QJsonArray{u"who"_s});
    // What is no object any more has nothing inside.
    auto *type = tree->findChild<QComboBox *>(u"type.who"_s);
    QVERIFY(type);
    type->setFocus();
    QTest::keyClick(type, Qt::Key_Home);
    QCOMPARE(schema()[u"properties"_s][u"who"_s].toObject(), object(R"({"type":"string"})"));
    ODC_EVENTUALLY(tree->findItems(u"age"_s, Qt::MatchExactly | Qt::MatchRecursive).isEmpty());
    go(u"who"_s, 0);
    Console::click(in<QPushButton>(u"removeProperty"_s));
    QCOMPARE(schema()[u"properties"_s].toObject().keys(), QStringList{u"question"_s});
    QVERIFY(!schema()[u"required"_s].toArray().contains(u"who"_s));
}

void TestNewEvalForm::theSourceIsChosen()
{
    NewEvalDialog *dialog = openEval();
    QVERIFY(dialog);
    addGrader(u"string_check"_s);
    type(graderField(u"reference"_s), u"x"_s);
    tab(1);
    const auto asked = [dialog] {
        return dialog->draft().toJson()[u"data_source_config"_s][u"include_sample_schema"_s];
    };
    Console::click(in<QCheckBox>(u"includeSample"_s));
    QCOMPARE(asked(), QJsonValue(false));
    QCOMPARE(in<JsonEdit>(u"requestJson"_s)->json().toObject(), dialog->draft().toJson());
    Console::click(in<QCheckBox>(u"includeSample"_s));
    QCOMPARE(asked(), QJsonValue(true));
    // Logs are told apart by their metadata.
    choose(u"sourceType"_s, u"logs"_s);
    auto *filter = in<QWidget>(u"sourceFilter"_s);
    Console::click(filter->findChild<QPushButton *>(u"addPair"_s));
    QTest::keyClicks(QApplication::focusWidget(), u"app"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), u"bot"_s);
    QCOMPARE(dialog->draft().toJson().value("data_source_config"_L1).toObject(),
             object(R"({"type":"logs","metadata":{"app":"bot"}})"));
    QCOMPARE(in<JsonEdit>(u"requestJson"_s)->json().toObject(), dialog->draft().toJson());
}

void TestNewEvalForm::variablesAreCompletedAndChecked()
{
    NewEvalDialog *dialog = openEval();
    QVERIFY(dialog);
    in<JsonEdit>(u"requestJson"_s)
        ->setPlainText(
            uR"({"data_source_config":{"type":"custom","include_sample_schema":true,"item_schema":{"type":"object","properties":{"label":{"type":"string"},"text":{"type":"string"}}}},"testing_criteria":[]})"_s);
    addGrader(u"string_check"_s);
    auto *reference = qobject_cast<TemplateEdit *>(graderField(u"reference"_s));
    reference->setFocus();
    QTest::keyClicks(reference, u"is {{lab"_s);
    QAbstractItemView *popup = reference->completer()->popup();
    ODC_EVENTUALLY(popup->isVisible());
    QCOMPARE(popup->currentIndex().data().toString(), u"item.label"_s);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(reference->toPlainText(), u"is {{item.label}}"_s);
    QVERIFY(reference->problems().isEmpty());
    QCOMPARE(dialog->draft().criterion(0).value("reference"_L1).toString(), u"is {{item.label}}"_s);

    type(reference, u"{{item.lable}}"_s);
    QCOMPARE(reference->problems().size(), 1);
    bool underlined = false;
    for (const QTextEdit::ExtraSelection &mark : reference->extraSelections())
        underlined |= mark.format.underlineStyle() == QTextCharFormat::WaveUnderline;
    QVERIFY(underlined);
    QVERIFY2(problemText().contains(u"“label” is there"_s), qPrintable(problemText()));
    // When the schema learns of it, it fits.
    in<JsonEdit>(u"requestJson"_s)
        ->setPlainText(in<JsonEdit>(u"requestJson"_s)->toPlainText().replace(u"\"label\""_s, u"\"lable\""_s));
    QVERIFY(reference->problems().isEmpty());
}

void TestNewEvalForm::brokenRulesAreNamedAtTheirField()
{
    NewEvalDialog *dialog = openEval();
    QVERIFY(dialog);
    addGrader(u"text_similarity"_s);
    type(graderField(u"reference"_s), u"x"_s);
    QVERIFY2(in<QPushButton>(u"createEval"_s)->isEnabled(), qPrintable(problemText()));
    type(graderField(u"pass_threshold"_s), u"much"_s);
    auto *said = graderForm()->findChild<QLabel *>(u"problem.pass_threshold"_s);
    QVERIFY(said->isVisible());
    QVERIFY2(said->text().contains(u"“much” is no number"_s), qPrintable(said->text()));
    QVERIFY(!in<QPushButton>(u"createEval"_s)->isEnabled());
    // From anywhere the line below leads there.
    tab(0);
    Console::click(in<QPushButton>(u"showProblem"_s));
    ODC_EVENTUALLY(QApplication::focusWidget() == graderField(u"pass_threshold"_s));
    type(graderField(u"pass_threshold"_s), u"0,5"_s);
    QVERIFY(!said->isVisible());
    QCOMPARE(dialog->draft().criterion(0).value("pass_threshold"_L1).toDouble(), 0.5);
    type(graderField(u"pass_threshold"_s), QString());
    QVERIFY2(said->text().contains(u"missing"_s), qPrintable(said->text()));
}

void TestNewEvalForm::aGraderIsTriedOnRows()
{
    NewEvalDialog *dialog = openEval();
    QVERIFY(dialog);
    addGrader(u"string_check"_s);
    type(graderField(u"reference"_s), u"{{item.label}}"_s);
    writeFile(path(u"rows.jsonl"_s), "{\"item\":{\"label\":\"yes\"},\"sample\":{\"output_text\":\"yes\"}}\n{"
                                     "\"item\":{\"label\":\"yes\"},\"sample\":{\"output_text\":\"no\"}}\n");
    Console::click(in<QPushButton>(u"tryGrader"_s));
    auto *trial = m_console->await<QDialog>(u"tryGraderDialog"_s);
    QVERIFY(trial);
    QVERIFY(m_console->click(u"tryFile"_s));
    QVERIFY(m_console->chooseFile(u"tryRowsDialog"_s, path(u"rows.jsonl"_s)));
    auto *rows = trial->findChild<QTableWidget *>(u"tryRows"_s);
    ODC_EVENTUALLY(rows->rowCount() == 2);
    QVERIFY(!trial->findChild<QLabel *>(u"trySummary"_s)->text().contains(u"first"_s)); // they are all
    QVERIFY(m_console->click(u"tryGrade"_s));
    ODC_EVENTUALLY(!rows->item(1, 3)->text().isEmpty() || trial->findChild<MessageBar *>()->isShowing());
    QVERIFY2(!trial->findChild<MessageBar *>()->isShowing(),
             qPrintable(trial->findChild<MessageBar *>()->message().details));
    ODC_EVENTUALLY(trial->findChild<QLabel *>(u"trySummary"_s)->text().startsWith(u"1 of 2"_s));
    QCOMPARE(rows->item(0, 3)->text(), u"Passed"_s);
    QCOMPARE(rows->item(1, 3)->text(), u"Failed"_s);
    // A verdict is of the answer that was graded.
    rows->item(1, 1)->setText(u"yes"_s);
    QCOMPARE(rows->item(1, 3)->text(), QString());
    QCOMPARE(rows->item(0, 3)->text(), u"Passed"_s);
    QCOMPARE(trial->findChild<QLabel *>(u"trySummary"_s)->text(), QString());
    trial->close();
}

void TestNewEvalForm::whatCannotBeTriedSaysSo()
{
    QVERIFY(openEval());
    addGrader(u"label_model"_s);
    Console::click(in<QPushButton>(u"tryGrader"_s));
    auto *trial = m_console->await<QDialog>(u"tryGraderDialog"_s);
    QVERIFY(trial);
    QVERIFY(!trial->findChild<QPushButton *>(u"tryGrade"_s)->isEnabled());
    bool said = false;
    for (const QLabel *label : trial->findChildren<QLabel *>())
        said |= label->text().contains(u"cannot be tried here"_s);
    QVERIFY(said);
    trial->close();
}

QTEST_MAIN(TestNewEvalForm)
#include "tst_newevalform.moc"

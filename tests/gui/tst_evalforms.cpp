// SPDX-License-Identifier: GPL-3.0-or-later
// New eval and new run, filled in with real keys and clicks; the local server's log says what was sent.
#include "gui/support/console.h"

#include "api/session.h"
#include "app/profileopener.h"
#include "evals/graderrules.h"
#include "localserver/localserver.h"
#include "settings/profilestore.h"
#include "support/faultproxy.h"
#include "support/serverprocess.h"
#include "ui/context/pagecontext.h"
#include "ui/pages/evals/graderspane.h"
#include "ui/pages/evals/jsonedit.h"
#include "ui/pages/evals/jsonform.h"
#include "ui/pages/evals/newevaldialog.h"
#include "ui/pages/evals/newrundialog.h"
#include "ui/pages/evals/templateedit.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QClipboard>
#include <QCompleter>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject object(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class TestEvalForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init();
    void cleanup();

    void anEvalIsMadeByHand();
    void eachKindOfGraderByItsForm_data();
    void eachKindOfGraderByItsForm();
    void gradersAreDuplicatedMovedAndRemoved();
    void formAndJsonStayInStep();
    void aSchemaIsBuiltAndInferred();
    void variablesAreCompletedAndChecked();
    void brokenRulesAreNamedAtTheirField();
    void aGraderIsTriedOnRows();
    void whatCannotBeTriedSaysSo();
    void refusedEvalsStayInTheForm();
    void closingAsksBeforeWorkIsLost();
    void aLostAnswerIsAskedAbout_data();
    void aLostAnswerIsAskedAbout();

    void aRunIsMadeByHand();
    void rowsAreCheckedByLine();
    void manyRowsAreSentButNotWrittenByHand();
    void eachSourceOfARun_data();
    void eachSourceOfARun();
    void rowsAreUploadedFromTheForm();
    void aRunInStepWithItsJson();
    void aRunIsStartedOnceWhenItsAnswerIsLost();
    void aReadOnlyProfileOffersNothing();

private:
    QString path(const QString &name) const { return m_home->filePath(name); }
    PageContext context()
    {
        return {m_console->services().context(), *m_console->services().profiles().find(m_profileId),
                *m_console->session(), *m_console->services().opener().transfers()};
    }
    /// Offscreen nobody hands the activity on, as a window manager does.
    bool activate()
    {
        return eventually([this] {
            m_dialog->activateWindow();
            return QApplication::activeWindow() == m_dialog;
        });
    }
    NewEvalDialog *openEval()
    {
        auto *dialog = new NewEvalDialog(context(), &m_console->window());
        m_dialog = dialog;
        dialog->open();
        return activate() ? dialog : nullptr;
    }
    /// An eval that another client has made.
    EvalObject makeEval()
    {
        const RawReply reply = rawRequest(
            m_console->services().opener().embeddedServer().url(), "POST", "/v1/evals", key(),
            R"({"name":"triage","data_source_config":{"type":"custom","include_sample_schema":true,"item_schema":{"type":"object","properties":{"text":{"type":"string"},"label":{"type":"string"}},"required":["text","label"]}},"testing_criteria":[{"type":"string_check","name":"s","input":"{{sample.output_text}}","reference":"{{item.label}}","operation":"eq"}]})");
        return EvalObject::fromJson(object(reply.body));
    }
    Headers key() const
    {
        return {{"Authorization",
                 "Bearer " + m_console->services().opener().embeddedServer().token().reveal().toUtf8()},
                {"Content-Type", "application/json"}};
    }
    NewRunDialog *openRun(const EvalObject &eval)
    {
        auto *dialog = new NewRunDialog(context(), eval, &m_console->window());
        m_dialog = dialog;
        dialog->open();
        return activate() ? dialog : nullptr;
    }
    void choose(const QString &box, const QString &value)
    {
        auto *choices = in<QComboBox>(box);
        choices->setFocus();
        choices->setCurrentIndex(choices->findData(value));
        QCOMPARE(choices->currentData().toString(), value);
    }
    template <typename T> T *in(const QString &name) const { return m_dialog->findChild<T *>(name); }
    void type(QWidget *field, const QString &text)
    {
        field->setFocus();
        if (auto *line = qobject_cast<QLineEdit *>(field))
            line->selectAll();
        else if (auto *edit = qobject_cast<QPlainTextEdit *>(field))
            edit->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, text);
        if (auto *edit = qobject_cast<TemplateEdit *>(field)) {
            if (edit->completer()->popup()->isVisible())
                edit->completer()->popup()->hide();
        }
    }
    void tab(int index)
    {
        auto *tabs = m_dialog->findChild<QTabBar *>();
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(index).center());
    }
    /// Chooses a kind in the open menu of "Add grader".
    void addGrader(const QString &kind)
    {
        tab(2);
        auto *menu = in<QMenu>(u"graderKinds"_s);
        QTimer::singleShot(0, menu, [menu, kind] {
            QAction *action = menu->findChild<QAction *>(u"add."_s + kind);
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
        });
        QTest::mouseClick(in<QPushButton>(u"addGrader"_s), Qt::LeftButton);
        QVERIFY(activate());
    }
    JsonForm *graderForm() const
    {
        return m_dialog->findChild<GradersPane *>()->findChild<QScrollArea *>()->findChild<JsonForm *>();
    }
    QWidget *graderField(const QString &key) const { return graderForm()->editor(key); }
    QLineEdit *nameField() const { return in<QWidget>(u"general"_s)->findChild<QLineEdit *>(u"name"_s); }
    /// Waits for the field in which a row of a list or tree is edited.
    QLineEdit *rowEditor(QAbstractItemView *view) const
    {
        QLineEdit *editor = nullptr;
        eventually(
            [&] { return (editor = view->viewport()->findChild<QLineEdit *>()) && editor->hasFocus(); });
        return editor;
    }
    QString problemText() const { return in<QLabel>(u"problemText"_s)->text(); }
    QJsonObject sent() const { return m_sent; }
    int count(const QByteArray &method, const QByteArray &target) const
    {
        int found = 0;
        for (const server::LoggedRequest &request : m_console->localServer()->requestLog())
            found += request.method == method && request.target == target ? 1 : 0;
        return found;
    }

    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Console> m_console;
    QString m_profileId;
    QPointer<QDialog> m_dialog;
    QJsonObject m_sent;
};

void TestEvalForms::init()
{
    failOnNoise();
    m_home = std::make_unique<QTemporaryDir>();
    m_console = std::make_unique<Console>(m_theme, m_home->path());
    m_profileId = QLatin1StringView(localProfileId);
    QVERIFY(m_console->openLocal());
}

void TestEvalForms::cleanup()
{
    delete m_dialog;
    m_console.reset();
    m_home.reset();
}

void TestEvalForms::anEvalIsMadeByHand()
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
        Console::click(in<QPushButton>(u"addProperty"_s));
        auto *tree = in<QTreeWidget>(u"schemaTree"_s);
        QLineEdit *editor = rowEditor(tree);
        QVERIFY(editor);
        QTest::keyClicks(editor, name);
        QTest::keyClick(editor, Qt::Key_Return);
        ODC_EVENTUALLY(dialog->draft().itemSchema().value("properties"_L1).toObject().contains(name));
        ODC_EVENTUALLY(!tree->viewport()->findChild<QLineEdit *>());
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

void TestEvalForms::eachKindOfGraderByItsForm_data()
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

void TestEvalForms::eachKindOfGraderByItsForm()
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

void TestEvalForms::gradersAreDuplicatedMovedAndRemoved()
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

void TestEvalForms::formAndJsonStayInStep()
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

void TestEvalForms::aSchemaIsBuiltAndInferred()
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

void TestEvalForms::variablesAreCompletedAndChecked()
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

void TestEvalForms::brokenRulesAreNamedAtTheirField()
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

void TestEvalForms::aGraderIsTriedOnRows()
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
    QVERIFY(m_console->click(u"tryGrade"_s));
    ODC_EVENTUALLY(!rows->item(1, 3)->text().isEmpty() || trial->findChild<MessageBar *>()->isShowing());
    QVERIFY2(!trial->findChild<MessageBar *>()->isShowing(),
             qPrintable(trial->findChild<MessageBar *>()->message().details));
    ODC_EVENTUALLY(trial->findChild<QLabel *>(u"trySummary"_s)->text().startsWith(u"1 of 2"_s));
    QCOMPARE(rows->item(0, 3)->text(), u"Passed"_s);
    QCOMPARE(rows->item(1, 3)->text(), u"Failed"_s);
    trial->close();
}

void TestEvalForms::whatCannotBeTriedSaysSo()
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

void TestEvalForms::refusedEvalsStayInTheForm()
{
    NewEvalDialog *dialog = openEval();
    QVERIFY(dialog);
    // The local server does not run Python, and says so.
    type(nameField(), u"mine"_s);
    addGrader(u"python"_s);
    QVERIFY2(in<QPushButton>(u"createEval"_s)->isEnabled(), qPrintable(problemText()));
    const QJsonObject before = dialog->draft().toJson();
    Console::click(in<QPushButton>(u"createEval"_s));
    auto *message = in<MessageBar>(u"createMessage"_s);
    ODC_EVENTUALLY(message->isShowing());
    QVERIFY2(message->message().text.contains(u"ython"_s), qPrintable(message->message().text));
    QVERIFY(dialog->isVisible());
    QCOMPARE(dialog->draft().toJson(), before);
    QCOMPARE(nameField()->text(), u"mine"_s);
    QVERIFY(in<QPushButton>(u"createEval"_s)->isEnabled());
}

void TestEvalForms::closingAsksBeforeWorkIsLost()
{
    QVERIFY(openEval());
    type(nameField(), u"work"_s);
    QTest::keyClick(nameField(), Qt::Key_Escape);
    QVERIFY(m_console->await<QDialog>(u"confirmDialog"_s));
    QVERIFY(m_console->click(u"cancel"_s));
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"confirmDialog"_s));
    QVERIFY(m_dialog && m_dialog->isVisible());
    QCOMPARE(nameField()->text(), u"work"_s);
    QTest::keyClick(nameField(), Qt::Key_Escape);
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(!m_dialog);
    // Where nothing was filled in there is nothing to ask.
    QVERIFY(openEval());
    QTest::keyClick(nameField(), Qt::Key_Escape);
    ODC_EVENTUALLY(!m_dialog);
}

void TestEvalForms::aLostAnswerIsAskedAbout_data()
{
    QTest::addColumn<bool>("again");
    QTest::newRow("it is there") << false;
    QTest::newRow("sent again") << true;
}

void TestEvalForms::aLostAnswerIsAskedAbout()
{
    QFETCH(bool, again);
    ServerProcess server;
    QVERIFY(server.start({u"--api-key"_s, u"sk-test"_s}));
    FaultProxy proxy(server.url());
    m_profileId = m_console->addProfile(u"far"_s, proxy.url(), u"sk-test"_s);
    QVERIFY(m_console->open(m_profileId));
    NewEvalDialog *dialog = openEval();
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewEvalDialog::created);
    type(nameField(), u"lost one"_s);
    addGrader(u"string_check"_s);
    type(graderField(u"reference"_s), u"x"_s);
    proxy.add("POST", "/evals", Fault::loseReply());
    Console::click(in<QPushButton>(u"createEval"_s));
    QVERIFY(m_console->await<QDialog>(u"lostCreateDialog"_s));
    auto *candidates = m_console->await<QComboBox>(u"lostCandidates"_s);
    QVERIFY(candidates);
    QCOMPARE(candidates->count(), 1);
    const QString first = candidates->currentData().toString();
    QVERIFY(m_console->click(again ? u"sendAgain"_s : u"isThere"_s));
    ODC_EVENTUALLY(created.size() == 1);
    const QString id = created.first().first().value<EvalObject>().id;
    QCOMPARE(id == first, !again);
}

void TestEvalForms::aRunIsMadeByHand()
{
    const EvalObject eval = makeEval();
    QVERIFY(!eval.id.isEmpty());
    NewRunDialog *dialog = openRun(eval);
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewRunDialog::created);
    type(nameField(), u"by hand"_s);
    QVERIFY2(problemText().contains(u"no rows"_s), qPrintable(problemText()));
    tab(1);
    type(in<QPlainTextEdit>(u"rowsText"_s), u"{\"text\":\"screen\",\"label\":\"hardware\"}"_s);
    ODC_EVENTUALLY(dialog->draft().content().size() == 1);
    tab(2);
    type(in<QWidget>(u"prompt"_s)->findChild<QLineEdit *>(u"model"_s), u"local-echo"_s);
    type(in<TemplateEdit>(u"message0"_s), u"Classify."_s);
    type(in<TemplateEdit>(u"message1"_s), u"{{item.text}}"_s);
    tab(3);
    QWidget *sampling = in<QWidget>(u"sampling.responses"_s);
    type(sampling->findChild<QLineEdit *>(u"temperature"_s), u"0"_s);
    type(sampling->findChild<QLineEdit *>(u"max_completion_tokens"_s), u"64"_s);
    type(sampling->findChild<JsonEdit *>(u"text.format"_s), u"{\"type\":\"text\"}"_s);
    QVERIFY2(in<QPushButton>(u"startRun"_s)->isEnabled(), qPrintable(problemText()));
    // The preview is what goes out.
    QCOMPARE(in<JsonEdit>(u"requestJson"_s)->json().toObject(), dialog->draft().toJson());
    Console::click(in<QPushButton>(u"copyCurl"_s));
    const QString curl = QApplication::clipboard()->text();
    QVERIFY(curl.contains(u"/evals/"_s + eval.id + u"/runs"_s) && curl.contains(u"Classify."_s));
    QVERIFY(!curl.contains(m_console->services().opener().embeddedServer().token().reveal()));

    Console::click(in<QPushButton>(u"startRun"_s));
    ODC_EVENTUALLY(created.size() == 1);
    const QJsonObject source =
        created.first().first().value<EvalRun>().raw.value("data_source"_L1).toObject();
    QCOMPARE(source.value("model"_L1).toString(), u"local-echo"_s);
    QCOMPARE(source.value("sampling_params"_L1).toObject().value("max_completion_tokens"_L1).toInt(), 64);
    QCOMPARE(source.value("input_messages"_L1).toObject().value("template"_L1).toArray().size(), 2);
    QCOMPARE(count("POST", "/v1/evals/" + eval.id.toUtf8() + "/runs"), 1);
}

void TestEvalForms::rowsAreCheckedByLine()
{
    NewRunDialog *dialog = openRun(makeEval());
    QVERIFY(dialog);
    choose(u"runType"_s, u"jsonl"_s);
    tab(1);
    writeFile(path(u"rows.jsonl"_s),
              "{\"item\":{\"text\":\"a\",\"label\":\"b\"}}\n\n{\"item\":{\"text\":\"a\"}}\n{oops\n");
    Console::click(in<QPushButton>(u"rowsFromFile"_s));
    QVERIFY(m_console->chooseFile(u"rowsDialog"_s, path(u"rows.jsonl"_s)));
    auto *problems = in<QListWidget>(u"rowsProblems"_s);
    ODC_EVENTUALLY(problems->count() == 2);
    QVERIFY2(problems->item(0)->text().startsWith(u"Line 3: item.label"_s),
             qPrintable(problems->item(0)->text()));
    QVERIFY2(problems->item(1)->text().startsWith(u"Line 4:"_s), qPrintable(problems->item(1)->text()));
    QVERIFY(!in<QPushButton>(u"startRun"_s)->isEnabled());
    QVERIFY2(problemText().startsWith(u"Line 3"_s), qPrintable(problemText()));
    // Mended here, they can go.
    auto *text = in<QPlainTextEdit>(u"rowsText"_s);
    type(text, u"{\"item\":{\"text\":\"a\",\"label\":\"b\"},\"sample\":{\"output_text\":\"b\"}}"_s);
    ODC_EVENTUALLY(in<QPushButton>(u"startRun"_s)->isEnabled());
    QVERIFY(!problems->isVisible());
}

void TestEvalForms::manyRowsAreSentButNotWrittenByHand()
{
    const EvalObject eval = makeEval();
    NewRunDialog *dialog = openRun(eval);
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewRunDialog::created);
    choose(u"runType"_s, u"jsonl"_s);
    tab(1);
    const QByteArray row = "{\"item\":{\"text\":\"a\",\"label\":\"b\"},\"sample\":{\"output_text\":\"b\"}}\n";
    writeFile(path(u"many.jsonl"_s), row.repeated(1500));
    Console::click(in<QPushButton>(u"rowsFromFile"_s));
    QVERIFY(m_console->chooseFile(u"rowsDialog"_s, path(u"many.jsonl"_s)));
    ODC_EVENTUALLY(dialog->draft().content().size() == 1500);
    QVERIFY(in<QPlainTextEdit>(u"rowsText"_s)->isReadOnly());
    QVERIFY(!in<JsonEdit>(u"requestJson"_s)->isVisible());
    auto *shown = in<QWidget>(u"requestView"_s);
    ODC_EVENTUALLY(shown->isVisible() &&
                   qobject_cast<JsonView *>(shown)->content().count("\"output_text\"") == 1500);
    Console::click(in<QPushButton>(u"startRun"_s));
    ODC_EVENTUALLY(created.size() == 1);
    // What is too much for a request is refused before anything is sent, with the way to go.
    dialog = openRun(eval);
    QVERIFY(dialog);
    tab(1);
    writeFile(path(u"huge.jsonl"_s), row.repeated(8 * 1024 * 1024 / row.size() + 100));
    Console::click(in<QPushButton>(u"rowsFromFile"_s));
    QVERIFY(m_console->chooseFile(u"rowsDialog"_s, path(u"huge.jsonl"_s)));
    ODC_EVENTUALLY(problemText().contains(u"Upload it"_s));
    QVERIFY(dialog->draft().content().isEmpty());
}

void TestEvalForms::eachSourceOfARun_data()
{
    QTest::addColumn<QString>("runType");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QStringList>("fields");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("jsonl, file id") << u"jsonl"_s << u"file_id"_s << QStringList()
                                    << QByteArray(R"({"type":"file_id","id":"file-x"})");
    QTest::newRow("responses, file id") << u"responses"_s << u"file_id"_s << QStringList()
                                        << QByteArray(R"({"type":"file_id","id":"file-x"})");
    QTest::newRow("completions, file id") << u"completions"_s << u"file_id"_s << QStringList()
                                          << QByteArray(R"({"type":"file_id","id":"file-x"})");
    QTest::newRow("stored completions")
        << u"completions"_s << u"stored_completions"_s
        << QStringList{u"model"_s,          u"m"_s,    u"created_after"_s, u"1000"_s,
                       u"created_before"_s, u"2000"_s, u"limit"_s,         u"10"_s}
        << QByteArray(
               R"({"type":"stored_completions","model":"m","created_after":1000,"created_before":2000,"limit":10})");
    QTest::newRow("stored responses")
        << u"responses"_s << u"responses"_s << QStringList{u"instructions_search"_s,
                                                           u"be kind"_s,
                                                           u"temperature"_s,
                                                           u"0.5"_s,
                                                           u"users"_s,
                                                           u"a, b"_s,
                                                           u"tools"_s,
                                                           u"t"_s}
        << QByteArray(
               R"({"type":"responses","instructions_search":"be kind","temperature":0.5,"users":["a","b"],"tools":["t"]})");
}

void TestEvalForms::eachSourceOfARun()
{
    QFETCH(QString, runType);
    QFETCH(QString, source);
    QFETCH(QStringList, fields);
    QFETCH(QByteArray, expected);
    NewRunDialog *dialog = openRun(makeEval());
    QVERIFY(dialog);
    tab(1);
    choose(u"runType"_s, runType);
    choose(u"rowsSource"_s, source);
    if (source == u"file_id"_s) {
        type(in<QComboBox>(u"evalFiles"_s)->lineEdit(), u"file-x"_s);
    } else {
        auto *form = in<JsonForm>(u"source."_s + source);
        for (qsizetype i = 0; i < fields.size(); i += 2)
            type(form->editor(fields[i]), fields[i + 1]);
    }
    QCOMPARE(dialog->draft().source(), object(expected));
    if (runType != u"jsonl"_s) {
        tab(2);
        if (source == u"file_id"_s) {
            type(in<QWidget>(u"prompt"_s)->findChild<QLineEdit *>(u"model"_s), u"m"_s);
            choose(u"inputType"_s, u"item_reference"_s);
            type(in<QLineEdit>(u"itemReference"_s), u"item.nothing"_s);
            QVERIFY2(problemText().contains(u"“nothing”"_s), qPrintable(problemText()));
            type(in<QLineEdit>(u"itemReference"_s), u"item.text"_s);
            QCOMPARE(dialog->draft().itemReference(), u"item.text"_s);
        } else {
            choose(u"inputType"_s, QString());
        }
    }
    QVERIFY2(in<QPushButton>(u"startRun"_s)->isEnabled(), qPrintable(problemText()));
    QCOMPARE(firstError(dialog->draft().problems(object(R"({"type":"object","properties":{"text":{}}})"))),
             nullptr);
}

void TestEvalForms::rowsAreUploadedFromTheForm()
{
    NewRunDialog *dialog = openRun(makeEval());
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewRunDialog::created);
    tab(1);
    choose(u"runType"_s, u"jsonl"_s);
    choose(u"rowsSource"_s, u"file_id"_s);
    writeFile(path(u"up.jsonl"_s), "{\"item\":{\"text\":\"a\",\"label\":\"b\"},\"sample\":{\"output_text\":"
                                   "\"b\"}}\n{\"item\":{\"text\":\"a\"}}\n");
    Console::click(in<QPushButton>(u"uploadRows"_s));
    QVERIFY(m_console->chooseFile(u"uploadRowsDialog"_s, path(u"up.jsonl"_s)));
    ODC_EVENTUALLY(dialog->draft().fileId().startsWith(u"file-"_s));
    QVERIFY(in<QComboBox>(u"evalFiles"_s)->currentText().contains(u"up.jsonl"_s));
    QCOMPARE(count("POST", "/v1/files"), 1);
    // What does not fit is said, and left to the person.
    ODC_EVENTUALLY(in<QLabel>(u"evalFileState"_s)->text().contains(u"Line 2"_s));
    ODC_EVENTUALLY(in<QPushButton>(u"startRun"_s)->isEnabled());
    Console::click(in<QPushButton>(u"startRun"_s));
    ODC_EVENTUALLY(created.size() == 1 || in<MessageBar>(u"createMessage"_s)->isShowing());
}

void TestEvalForms::aRunInStepWithItsJson()
{
    NewRunDialog *dialog = openRun(makeEval());
    QVERIFY(dialog);
    auto *json = in<JsonEdit>(u"requestJson"_s);
    const QString body =
        uR"({"name":"j","later":1,"data_source":{"type":"completions","model":"m","source":{"type":"file_content","content":[{"item":{"text":"x","label":"y"}}]},"input_messages":{"type":"template","template":[{"role":"user","content":[{"type":"input_image","image_url":"https://x/y"}]},{"role":"user","content":[{"type":"input_text","text":"{{item.text}}"}]}]},"sampling_params":{"seed":4,"response_format":{"type":"json_object"}}}})"_s;
    json->setFocus();
    json->selectAll();
    QApplication::clipboard()->setText(body);
    QTest::keySequence(json, QKeySequence::Paste);
    QCOMPARE(in<QComboBox>(u"runType"_s)->currentData().toString(), u"completions"_s);
    QCOMPARE(in<QWidget>(u"sampling.completions"_s)->findChild<QLineEdit *>(u"seed"_s)->text(), u"4"_s);
    QVERIFY(in<QPlainTextEdit>(u"rowsText"_s)->toPlainText().contains(u"\"label\":\"y\""_s));
    ODC_EVENTUALLY(in<QPushButton>(u"startRun"_s)->isEnabled());
    QCOMPARE(dialog->draft().toJson(), object(body.toUtf8()));
    // A text in one part stays in its part.
    tab(2);
    type(in<TemplateEdit>(u"message1"_s), u"Say {{item.label}}"_s);
    QJsonObject expected = object(body.toUtf8());
    QCOMPARE(dialog->draft().messages().at(1).toObject(),
             object(R"({"role":"user","content":[{"type":"input_text","text":"Say {{item.label}}"}]})"));
    QCOMPARE(dialog->draft().messages().at(0), expected.value("data_source"_L1)
                                                   .toObject()
                                                   .value("input_messages"_L1)
                                                   .toObject()
                                                   .value("template"_L1)
                                                   .toArray()
                                                   .at(0));
    QCOMPARE(json->json().toObject(), dialog->draft().toJson());
    QVERIFY(dialog->draft().toJson().contains("later"_L1));
    // Half a request in the JSON survives what comes from elsewhere.
    QTextCursor end = json->textCursor();
    end.movePosition(QTextCursor::End);
    json->setTextCursor(end);
    QTest::keyClick(json, Qt::Key_Backspace);
    QVERIFY(!in<QPushButton>(u"startRun"_s)->isEnabled());
    QVERIFY(problemText().startsWith(u"Line "_s));
}

void TestEvalForms::aRunIsStartedOnceWhenItsAnswerIsLost()
{
    ServerProcess server;
    QVERIFY(server.start({u"--api-key"_s, u"sk-test"_s}));
    const Headers headers{{"Authorization", "Bearer sk-test"}, {"Content-Type", "application/json"}};
    const EvalObject eval = EvalObject::fromJson(object(
        rawRequest(
            server.url(), "POST", "/v1/evals", headers,
            R"({"name":"e","data_source_config":{"type":"custom","include_sample_schema":true,"item_schema":{"type":"object"}},"testing_criteria":[{"type":"string_check","name":"s","input":"{{sample.output_text}}","reference":"x","operation":"eq"}]})")
            .body));
    FaultProxy proxy(server.url());
    m_profileId = m_console->addProfile(u"far"_s, proxy.url(), u"sk-test"_s);
    QVERIFY(m_console->open(m_profileId));
    NewRunDialog *dialog = openRun(eval);
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewRunDialog::created);
    in<JsonEdit>(u"requestJson"_s)
        ->setPlainText(
            uR"({"name":"lost run","data_source":{"type":"jsonl","source":{"type":"file_content","content":[{"item":{},"sample":{"output_text":"x"}}]}}})"_s);
    ODC_EVENTUALLY(in<QPushButton>(u"startRun"_s)->isEnabled());
    proxy.add("POST", "/runs", Fault::loseReply());
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    auto *candidates = m_console->await<QComboBox>(u"lostCandidates"_s);
    QVERIFY(candidates);
    QCOMPARE(candidates->count(), 1);
    QVERIFY(created.isEmpty());
    const QString id = candidates->currentData().toString();
    QVERIFY(m_console->click(u"isThere"_s));
    ODC_EVENTUALLY(created.size() == 1);
    QCOMPARE(created.first().first().value<EvalRun>().id, id);
    QCOMPARE(proxy.count("POST", "/runs"), 1);
}

void TestEvalForms::aReadOnlyProfileOffersNothing()
{
    const EvalObject eval = makeEval();
    const QUrl url = m_console->services().opener().embeddedServer().url();
    const QString token = m_console->services().opener().embeddedServer().token().reveal();
    m_profileId =
        m_console->addProfile(u"look"_s, url, token, [](Profile &profile) { profile.readOnly = true; });
    QVERIFY(m_console->open(m_profileId));
    QVERIFY(openRun(eval));
    in<JsonEdit>(u"requestJson"_s)
        ->setPlainText(
            uR"({"name":"r","data_source":{"type":"jsonl","source":{"type":"file_id","id":"file-1"}}})"_s);
    QVERIFY(!in<QPushButton>(u"startRun"_s)->isEnabled());
    QVERIFY(!in<QPushButton>(u"startRun"_s)->toolTip().isEmpty());
}

QTEST_MAIN(TestEvalForms)
#include "tst_evalforms.moc"

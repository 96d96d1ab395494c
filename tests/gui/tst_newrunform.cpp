// SPDX-License-Identifier: GPL-3.0-or-later
// New run, filled in with real keys and clicks; the local server's log says what was sent.
#include "gui/support/evalformtest.h"

#include "evals/graderrules.h"
#include "ui/forms/jsonedit.h"
#include "ui/forms/jsonform.h"
#include "ui/pages/evals/rowspane.h"
#include "ui/forms/templateedit.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QJsonArray>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTimer>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestNewRunForm : public EvalFormTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openConsole(); }
    void cleanup() { closeConsole(); }

    void anEchoIsNotTakenForAModel();
    void aRunIsMadeByHand();
    void rowsAreCheckedByLine();
    void rowsOfAMomentAgoAreNotSent();
    void manyRowsAreSentButNotWrittenByHand();
    void eachSourceOfARun_data();
    void eachSourceOfARun();
    void rowsAreUploadedFromTheForm();
    void aRunInStepWithItsJson();
};

void TestNewRunForm::anEchoIsNotTakenForAModel()
{
    const EvalObject eval = makeEval();
    QVERIFY(openRun(eval));
    QVERIFY(in<QWidget>(u"echoNote"_s) && in<QWidget>(u"echoNote"_s)->isVisible());
    QVERIFY(in<QWidget>(u"echoNote"_s)->findChild<QLabel *>()->text().contains(u"echo answers in place of every model"));
    // A service has models.
    PageContext far = context();
    far.profile.kind = Profile::Kind::Compatible;
    delete m_dialog;
    m_dialog = new NewRunDialog(far, eval, &m_console->window());
    m_dialog->open();
    QVERIFY(activate());
    QVERIFY(!in<QWidget>(u"echoNote"_s)->isVisible());
}

void TestNewRunForm::aRunIsMadeByHand()
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

void TestNewRunForm::rowsAreCheckedByLine()
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

void TestNewRunForm::rowsOfAMomentAgoAreNotSent()
{
    NewRunDialog *dialog = openRun(makeEval());
    QVERIFY(dialog);
    choose(u"runType"_s, u"jsonl"_s);
    tab(1);
    auto *text = in<QPlainTextEdit>(u"rowsText"_s);
    auto *pause = m_dialog->findChild<RowsPane *>()->findChild<QTimer *>();
    QVERIFY(pause);
    // While the first row is being read, another one is begun: what was read is out of date when it comes.
    connect(pause, &QTimer::timeout, text, [text] {
        if (text->blockCount() == 1)
            text->appendPlainText(u"{oops"_s);
    });
    type(text, u"{\"item\":{\"text\":\"a\",\"label\":\"b\"},\"sample\":{\"output_text\":\"b\"}}"_s);
    const auto *problems = in<QListWidget>(u"rowsProblems"_s);
    bool sendable = false;
    ODC_EVENTUALLY([&] {
        sendable = sendable || in<QPushButton>(u"startRun"_s)->isEnabled();
        return problems->count() == 1;
    }());
    QVERIFY(!sendable);
}

void TestNewRunForm::manyRowsAreSentButNotWrittenByHand()
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
    ODC_EVENTUALLY(problemText().contains(u"Upload them"_s));
    QVERIFY(dialog->draft().content().isEmpty());
    // The same of what is pasted: not even its first rows go out.
    dialog = openRun(eval);
    QVERIFY(dialog);
    tab(1);
    const QByteArray longRow = "{\"item\":{\"text\":\"" + QByteArray(4000, 'a') +
                               "\",\"label\":\"b\"},\"sample\":{\"output_text\":\"b\"}}\n";
    in<QPlainTextEdit>(u"rowsText"_s)->setPlainText(QString::fromLatin1(longRow.repeated(2200)));
    ODC_EVENTUALLY(problemText().contains(u"Upload them"_s));
    QVERIFY(!in<QPushButton>(u"startRun"_s)->isEnabled());
}

void TestNewRunForm::eachSourceOfARun_data()
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

void TestNewRunForm::eachSourceOfARun()
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
        QCOMPARE(dialog->draft().fileId(), u"file-x"_s);
        type(in<QComboBox>(u"evalFiles"_s)->lineEdit(), QString()); // taken away again, to its first letter
        QVERIFY2(dialog->draft().fileId().isEmpty(), qPrintable(dialog->draft().fileId()));
        QVERIFY(!in<QPushButton>(u"startRun"_s)->isEnabled());
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
            QVERIFY(in<QLineEdit>(u"itemReference"_s)->isVisible());
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

void TestNewRunForm::rowsAreUploadedFromTheForm()
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
    const QUrl server = m_console->services().opener().embeddedServer().url();
    const QJsonArray forEvals =
        rawRequest(server, "GET", "/v1/files?purpose=evals", key()).json()[u"data"_s].toArray();
    QCOMPARE(forEvals.size(), 1);
    QCOMPARE(forEvals.first()[u"id"_s].toString(), dialog->draft().fileId());
    // What does not fit is said, and left to the person.
    ODC_EVENTUALLY(in<QLabel>(u"evalFilesState"_s)->text().contains(u"Line 2"_s));
    ODC_EVENTUALLY(problemText().contains(u"Line 2"_s));
    // Of another file, named in the JSON, that is not said.
    auto *json = in<JsonEdit>(u"requestJson"_s);
    const QString body = json->toPlainText();
    json->setPlainText(QString(body).replace(dialog->draft().fileId(), u"file-other"_s));
    QVERIFY2(!problemText().contains(u"Line 2"_s), qPrintable(problemText()));
    json->setPlainText(body);
    ODC_EVENTUALLY(problemText().contains(u"Line 2"_s));
    ODC_EVENTUALLY(in<QPushButton>(u"startRun"_s)->isEnabled());
    Console::click(in<QPushButton>(u"startRun"_s));
    ODC_EVENTUALLY(created.size() == 1 || in<MessageBar>(u"createMessage"_s)->isShowing());
}

void TestNewRunForm::aRunInStepWithItsJson()
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

QTEST_MAIN(TestNewRunForm)
#include "tst_newrunform.moc"

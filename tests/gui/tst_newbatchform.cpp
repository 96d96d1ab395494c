// SPDX-License-Identifier: GPL-3.0-or-later
// New batch, filled in with real keys and clicks; the local server's log says what was sent.
#include "gui/support/newbatchtest.h"

#include "ui/dialogs/jsonlviewerdialog.h"
#include "ui/forms/jsonedit.h"
#include "ui/forms/templateedit.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/jsonview.h"

#include <QAccessible>
#include <QCheckBox>
#include <QLabel>
#include <QRadioButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestNewBatchForm : public NewBatchTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openConsole(); }
    void cleanup() { closeAll(); }

    void aFileIsCheckedUploadedAndCreated();
    void enterTwiceMakesOneBatch();
    void findingsLeadToTheirLine();
    void everySettingHasAName();
    void whatIsTooBigIsSplit();
    void anUploadedFileIsTaken();
    void anUploadedFileCanBeCheckedFirst();
    void aTableBecomesRequests();
    void idsUsedTwiceAreSaid();
    void limitsAreKeptAsOneTypes();
    void theJsonBesideSaysTheSame();
    void aLikeBatchHasItsSettings();
    void closingAsksBeforeWorkIsLost();
    void aReadOnlyProfileOffersNothing();
};

void TestNewBatchForm::aFileIsCheckedUploadedAndCreated()
{
    NewBatchDialog *dialog = openForm();
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewBatchDialog::created);
    QVERIFY(in<QWidget>(u"echoNote"_s)->isVisible()); // no model is asked here
    const QString echo = in<QWidget>(u"echoNote"_s)->findChild<QLabel *>()->text();
    QVERIFY2(echo.contains(u"answers"_s) && !echo.contains(u"Scores"_s),
             qPrintable(echo)); // no batch has scores
    QVERIFY2(problemText().contains(u"No file"_s), qPrintable(problemText()));
    QVERIFY(!create()->isEnabled());
    Console::click(in<QPushButton>(u"chooseBatchFile"_s));
    QVERIFY(m_console->chooseFile(u"batchFileDialog"_s, file(u"tickets.jsonl"_s, lines(1200))));
    ODC_EVENTUALLY(create()->isEnabled());
    QVERIFY2(verdict().contains(u"1,200 request(s)"_s), qPrintable(verdict()));
    QVERIFY(count("POST", "/v1/files") == 0); // nothing is sent before it is asked for
    tab(1);
    // The file says where its requests go.
    QCOMPARE(in<QComboBox>(u"endpoint"_s)->currentText(), u"/v1/responses"_s);
    QVERIFY(!in<QComboBox>(u"endpoint"_s)->isEnabled());
    type(in<QLineEdit>(u"batchName"_s), u"tickets of today"_s);
    in<QComboBox>(u"outputExpiry"_s)->setCurrentIndex(2);
    Console::click(create());
    ODC_EVENTUALLY(created.size() == 1);
    const BatchObject batch = created.first().first().value<BatchObject>();
    QCOMPARE(batch.endpoint, u"/v1/responses"_s);
    QCOMPARE(batch.metadata, (QJsonObject{{u"name"_s, u"tickets of today"_s}}));
    QCOMPARE(count("POST", "/v1/files"), 1);
    QCOMPARE(count("POST", "/v1/batches"), 1);
    ODC_EVENTUALLY(!m_dialog || !m_dialog->isVisible());
}

void TestNewBatchForm::enterTwiceMakesOneBatch()
{
    NewBatchDialog *dialog = openForm();
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewBatchDialog::created);
    dialog->startFromFile(file(u"a.jsonl"_s, lines(3)));
    ODC_EVENTUALLY(create()->isEnabled());
    create()->setFocus();
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    Console::click(create());
    ODC_EVENTUALLY(created.size() == 1);
    ODC_EVENTUALLY(!m_dialog || !m_dialog->isVisible());
    QCOMPARE(count("POST", "/v1/batches"), 1);
    QCOMPARE(batches().size(), 1);
}

void TestNewBatchForm::findingsLeadToTheirLine()
{
    NewBatchDialog *dialog = openForm();
    QVERIFY(dialog);
    const QString path = file(u"bad.jsonl"_s, lines(4) + "{oops\n" + lines(1));
    dialog->startFromFile(path);
    auto *findings = m_console->await<TableView>(u"findings"_s);
    QVERIFY(findings);
    QCOMPARE(findings->model()->rowCount(), 2);
    const auto cell = [&](int row, int column) {
        return findings->model()->index(row, column).data().toString();
    };
    QCOMPARE(cell(0, 0), u"5"_s);
    QCOMPARE(cell(0, 3), u"invalid_json_line"_s);
    QCOMPARE(cell(1, 0), u"6"_s);
    QCOMPARE(cell(1, 3), u"duplicate_custom_id"_s);
    QVERIFY2(cell(1, 2).contains(u"line 1"_s), qPrintable(cell(1, 2)));
    QVERIFY(!create()->isEnabled());
    QVERIFY2(problemText().contains(u"mend"_s), qPrintable(problemText()));
    findings->setFocus();
    findings->setCurrentIndex(findings->model()->index(0, 0));
    QTest::keyClick(findings, Qt::Key_Return);
    auto *viewer = m_console->await<JsonlViewerDialog>(u"jsonlViewer"_s);
    QVERIFY(viewer);
    QCOMPARE(viewer->path(), path);
    viewer->close();
    // Mended, and checked again.
    file(u"bad.jsonl"_s, lines(4));
    QVERIFY(activate());
    Console::click(in<QPushButton>(u"checkAgain"_s));
    ODC_EVENTUALLY(create()->isEnabled());
    QVERIFY(!findings->isVisible());
}

void TestNewBatchForm::everySettingHasAName()
{
    NewBatchDialog *dialog = openForm();
    QVERIFY(dialog);
    for (const QString &name : {u"batchName"_s, u"endpoint"_s, u"outputExpiry"_s, u"outputDays"_s}) {
        QAccessibleInterface *control =
            QAccessible::queryAccessibleInterface(dialog->findChild<QWidget *>(name));
        QVERIFY2(control && !control->text(QAccessible::Name).isEmpty(), qPrintable(name));
    }
}

void TestNewBatchForm::whatIsTooBigIsSplit()
{
    NewBatchDialog *dialog = openForm();
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewBatchDialog::created);
    dialog->startFromFile(file(u"many.jsonl"_s, lines(50'100)));
    auto *split = m_console->await<QCheckBox>(u"splitFile"_s);
    QVERIFY(split);
    ODC_EVENTUALLY(create()->isEnabled());
    QVERIFY2(create()->text().contains(u'2'), qPrintable(create()->text()));
    Console::click(split);
    QVERIFY2(problemText().contains(u"not to be split"_s), qPrintable(problemText()));
    QVERIFY(!create()->isEnabled());
    Console::click(split);
    Console::click(create());
    ODC_EVENTUALLY(created.size() == 2);
    QSet<QString> groups;
    for (int i = 0; i < 2; ++i) {
        const BatchLinks links = created.at(i).first().value<BatchObject>().links;
        QCOMPARE(links.part, i + 1);
        QCOMPARE(links.parts, 2);
        groups.insert(links.group);
    }
    QCOMPARE(groups.size(), 1);
}

void TestNewBatchForm::anUploadedFileIsTaken()
{
    const RawReply reply =
        postForm(m_console->services().opener().embeddedServer().url(), "/v1/files",
                 {{"purpose", "batch", {}}, {"file", lines(3), "there.jsonl"}}, {key().first()});
    const QString id = reply.json().value("id"_L1).toString();
    NewBatchDialog *dialog = openForm();
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewBatchDialog::created);
    Console::click(in<QRadioButton>(u"sourceUploaded"_s));
    auto *files = in<QComboBox>(u"batchFiles"_s);
    ODC_EVENTUALLY(files->count() == 1);
    QVERIFY2(problemText().contains(u"No file is chosen"_s), qPrintable(problemText()));
    QCOMPARE(create()->text(), u"Create batch"_s); // nothing will be uploaded, whichever is chosen
    files->setFocus();
    QTest::keyClick(files, Qt::Key_Down);
    QCOMPARE(dialog->draft().inputFileId(), id);
    QVERIFY2(problemText().contains(u"endpoint"_s), qPrintable(problemText()));
    tab(1);
    in<QComboBox>(u"endpoint"_s)->setFocus();
    in<QComboBox>(u"endpoint"_s)->setCurrentText(u"/v1/responses"_s);
    ODC_EVENTUALLY(create()->isEnabled());
    Console::click(create());
    ODC_EVENTUALLY(created.size() == 1);
    QCOMPARE(created.first().first().value<BatchObject>().inputFileId, id);
    QCOMPARE(count("POST", "/v1/files"), 1); // the other client's
}

void TestNewBatchForm::anUploadedFileCanBeCheckedFirst()
{
    const RawReply reply =
        postForm(m_console->services().opener().embeddedServer().url(), "/v1/files",
                 {{"purpose", "batch", {}}, {"file", lines(3) + "[]\n", "there.jsonl"}}, {key().first()});
    NewBatchDialog *dialog = openForm();
    QVERIFY(dialog);
    dialog->startFromUploaded(reply.json().value("id"_L1).toString());
    Console::click(in<QPushButton>(u"checkUploaded"_s));
    ODC_EVENTUALLY(verdict().contains(u"4 request(s)"_s));
    QVERIFY(!create()->isEnabled());
    QCOMPARE(dialog->draft().endpoint(), u"/v1/responses"_s);
    // Of another file nothing is known.
    auto *files = in<QComboBox>(u"batchFiles"_s);
    type(files->lineEdit(), u"file-x"_s);
    QVERIFY(verdict().isEmpty());
    QVERIFY(create()->isEnabled());
}

void TestNewBatchForm::aTableBecomesRequests()
{
    NewBatchDialog *dialog = openForm();
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewBatchDialog::created);
    Console::click(in<QRadioButton>(u"sourceTable"_s));
    Console::click(in<QPushButton>(u"chooseTable"_s));
    QVERIFY(m_console->chooseFile(u"tableDialog"_s,
                                  file(u"tickets.csv"_s, "id,text\nt-1,\"printer, lost\"\nt-2,VPN\n")));
    auto *user = in<TemplateEdit>(u"tableUser"_s);
    ODC_EVENTUALLY(in<ChipBar>(u"tableColumns"_s)->ids().size() == 2);
    type(user, u"Summarise: {{nothing}}"_s);
    type(in<QLineEdit>(u"tableModel"_s), u"local-echo"_s);
    QVERIFY2(problemText().contains(u"“nothing”"_s), qPrintable(problemText()));
    type(user, u"Summarise: "_s);
    // A click on a column writes it.
    for (Chip *chip : in<ChipBar>(u"tableColumns"_s)->findChildren<Chip *>()) {
        if (chip->id() == u"text"_s)
            QTest::mouseClick(chip, Qt::LeftButton);
    }
    QCOMPARE(user->toPlainText(), u"Summarise: {{text}}"_s);
    choose(u"tableId"_s, u"id"_s);
    type(in<QLineEdit>(u"tableMaxTokens"_s), u"many"_s);
    QVERIFY2(problemText().contains(u"“many”"_s), qPrintable(problemText()));
    type(in<QLineEdit>(u"tableMaxTokens"_s), u"60"_s);
    auto *preview = in<JsonView>(u"tablePreview"_s);
    ODC_EVENTUALLY(preview->content().contains("Summarise: printer, lost") &&
                   preview->content().contains("\"t-1\""));
    Console::click(in<QToolButton>(u"nextRow"_s));
    ODC_EVENTUALLY(preview->content().contains("Summarise: VPN"));
    QVERIFY(!in<QToolButton>(u"nextRow"_s)->isEnabled());
    ODC_EVENTUALLY(create()->isEnabled() && verdict().contains(u"2 request(s)"_s));
    Console::click(create());
    ODC_EVENTUALLY(created.size() == 1);
    const BatchObject batch = created.first().first().value<BatchObject>();
    const QByteArray sent = rawRequest(m_console->services().opener().embeddedServer().url(), "GET",
                                       "/v1/files/" + batch.inputFileId.toLatin1() + "/content", key())
                                .body;
    QCOMPARE(sent.count('\n'), 2);
    const QJsonObject first = object(sent.left(sent.indexOf('\n')));
    QCOMPARE(first.value("custom_id"_L1).toString(), u"t-1"_s);
    QCOMPARE(first.value("url"_L1).toString(), batch.endpoint);
}

void TestNewBatchForm::idsUsedTwiceAreSaid()
{
    NewBatchDialog *dialog = openForm();
    QVERIFY(dialog);
    dialog->startFromTable(file(u"twice.csv"_s, "id,text\na,1\na,2\n"));
    ODC_EVENTUALLY(in<QComboBox>(u"tableId"_s)->count() == 3);
    type(in<TemplateEdit>(u"tableUser"_s), u"Say {{text}}"_s);
    type(in<QLineEdit>(u"tableModel"_s), u"local-echo"_s);
    choose(u"tableId"_s, u"id"_s);
    ODC_EVENTUALLY(problemText().contains(u"“a”"_s));
    QVERIFY(!create()->isEnabled());
    QCOMPARE(count("POST", "/v1/files"), 0);
}

void TestNewBatchForm::limitsAreKeptAsOneTypes()
{
    NewBatchDialog *dialog = openForm();
    QVERIFY(dialog);
    dialog->startFromFile(file(u"a.jsonl"_s, lines(3)));
    ODC_EVENTUALLY(create()->isEnabled());
    tab(1);
    auto *metadata = in<QWidget>(u"metadata"_s);
    auto *add = metadata->findChild<QPushButton *>(u"addPair"_s);
    Console::click(add);
    auto *name = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(name);
    type(name, QString(64, u'n'));
    QVERIFY(create()->isEnabled());
    QTest::keyClicks(name, u"n"_s);
    QVERIFY2(problemText().contains(u"64 characters"_s), qPrintable(problemText()));
    QVERIFY(!create()->isEnabled());
    const auto counts = [&] {
        QStringList shown;
        for (const QLabel *label : metadata->findChildren<QLabel *>(u"pairCount"_s)) {
            if (label->isVisible())
                shown << label->text();
        }
        return shown.join(u'|');
    };
    QVERIFY2(counts().contains(u"65"_s) && counts().contains(u"64"_s), qPrintable(counts()));
    QTest::keyClick(name, Qt::Key_Backspace);
    QVERIFY(create()->isEnabled());
    for (int i = 1; i < 16; ++i) {
        QVERIFY(add->isEnabled());
        Console::click(add);
    }
    QVERIFY(!add->isEnabled());
    QVERIFY(metadata->findChild<QLabel *>(u"pairsFull"_s)->isVisible());
}

void TestNewBatchForm::theJsonBesideSaysTheSame()
{
    NewBatchDialog *dialog = openForm();
    QVERIFY(dialog);
    auto *json = in<JsonEdit>(u"requestJson"_s);
    type(
        json,
        uR"({"completion_window":"24h","endpoint":"/v1/embeddings","input_file_id":"file-9","output_expires_after":{"anchor":"created_at","seconds":1000},"metadata":{"name":"n","job":"j"}})"_s);
    QCOMPARE(dialog->draft().inputFileId(), u"file-9"_s);
    QVERIFY(in<QRadioButton>(u"sourceUploaded"_s)->isChecked());
    QCOMPARE(in<QLineEdit>(u"batchName"_s)->text(), u"n"_s);
    QCOMPARE(in<QComboBox>(u"endpoint"_s)->currentText(), u"/v1/embeddings"_s);
    QVERIFY2(problemText().contains(u"one hour"_s), qPrintable(problemText()));
    tab(1);
    in<QComboBox>(u"outputExpiry"_s)->setCurrentIndex(1);
    QCOMPARE(json->json().toObject().value("output_expires_after"_L1)["seconds"_L1].toInt(), 86400);
}

void TestNewBatchForm::aLikeBatchHasItsSettings()
{
    NewBatchDialog *dialog = openForm();
    QVERIFY(dialog);
    dialog->startLike(BatchObject::fromJson(object(
        R"({"id":"batch_1","endpoint":"/v1/embeddings","input_file_id":"file-1","metadata":{"name":"tickets","odc_first_batch":"batch_0","odc_attempt":"3"}})")));
    QCOMPARE(dialog->draft().metadata(), (QJsonObject{{u"name"_s, u"tickets"_s}})); // it is nobody's rest
    QCOMPARE(dialog->draft().endpoint(), u"/v1/embeddings"_s);
    QVERIFY(dialog->draft().inputFileId().isEmpty());
    // Nothing was filled in yet: it closes without a question.
    QTest::keyClick(dialog, Qt::Key_Escape);
    ODC_EVENTUALLY(!m_dialog || !m_dialog->isVisible());
}

void TestNewBatchForm::closingAsksBeforeWorkIsLost()
{
    NewBatchDialog *dialog = openForm();
    QVERIFY(dialog);
    dialog->startFromFile(file(u"a.jsonl"_s, lines(3)));
    ODC_EVENTUALLY(create()->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Escape);
    auto *question = m_console->await<QDialog>(u"confirmDialog"_s);
    QVERIFY(question);
    QVERIFY(dialog->isVisible());
    question->accept();
    ODC_EVENTUALLY(!m_dialog || !m_dialog->isVisible());
    QCOMPARE(count("POST", "/v1/files"), 0);
}

void TestNewBatchForm::aReadOnlyProfileOffersNothing()
{
    m_server = std::make_unique<ServerProcess>();
    QVERIFY(m_server->start(QStringList{u"--api-key"_s, u"sk-test"_s}));
    m_profileId = m_console->addProfile(u"look"_s, m_server->url(), u"sk-test"_s,
                                        [](Profile &profile) { profile.readOnly = true; });
    QVERIFY(m_console->open(m_profileId));
    NewBatchDialog *dialog = openForm();
    QVERIFY(dialog);
    dialog->startFromFile(file(u"a.jsonl"_s, lines(3)));
    ODC_EVENTUALLY(verdict().contains(u"3 request(s)"_s)); // looking is free
    QVERIFY(!create()->isEnabled());
    QVERIFY(create()->toolTip().contains(u"read-only"_s));
}

QTEST_MAIN(TestNewBatchForm)
#include "tst_newbatchform.moc"

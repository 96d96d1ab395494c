// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does to batches, and what the page makes of answers that do not come.
#include "gui/support/batchespagetest.h"

#include "settings/settings.h"
#include "ui/dialogs/jsonlviewerdialog.h"
#include "ui/pages/linklist.h"
#include "ui/widgets/messagebar.h"

#include <QDateTime>
#include <QJsonArray>
#include <QLabel>
#include <QListView>
#include <QToolButton>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject named(const QString &name)
{
    return {{u"name"_s, name}};
}

} // namespace

class TestBatchCommands : public BatchesPageTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openConsole(); }
    void cleanup() { closeConsole(); }

    void cancellingSaysWhatItMeans();
    void whatWasLetRunIsNotCancelled();
    void aLostAnswerIsNotSentAgain();
    void aLostCallIsSaid();
    void oneThatHadEndedIsSaid();
    void inTheResultsTheAttemptThatRunsIsCancelled();
    void manyAskForTheirNumber();
    void aProductionProfileIsNamed();
    void anErrorsLineIsOpened();
    void aFileThatIsGoneIsSaid();
    void aFileIsDownloaded();
    void theSameSettingsForAnotherFile();
    void aFileOfTheProjectBecomesABatch();

private:
    /// A batch that goes on until it is cancelled, of which one request has its answer.
    QString makeSlow(const QString &name);
    QString textOf(QDialog *dialog) const
    {
        QStringList texts;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            texts << label->text();
        for (const QListView *list : dialog->findChildren<QListView *>()) {
            for (int row = 0; list->model() && row < list->model()->rowCount(); ++row)
                texts << list->model()->index(row, 0).data().toString();
        }
        return texts.join(u'\n');
    }
    int cancels() const
    {
        int count = 0;
        for (const auto &seen : m_proxy->seen())
            count += seen.target.endsWith("/cancel") ? 1 : 0;
        return count;
    }
};

QString TestBatchCommands::makeSlow(const QString &name)
{
    const QString id = make(upload(chatLines({u"Hello"_s, u"[[never]]"_s})), named(name))[u"id"_s].toString();
    const bool runs = eventually([&] { return batch(id)[u"request_counts"_s][u"completed"_s].toInt() == 1; });
    m_console->press(u"F5"_s);
    return runs && eventually([&] { return cell(name, "status") == u"in progress"_s; }) ? id : QString();
}

void TestBatchCommands::cancellingSaysWhatItMeans()
{
    QVERIFY(openRunning());
    const QString id = makeSlow(u"slow"_s);
    QVERIFY(!id.isEmpty() && m_console->select({u"slow"_s}));
    m_console->press(u"Del"_s, m_console->table());
    auto *dialog = m_console->await<QDialog>(u"confirmDialog"_s);
    QVERIFY(dialog);
    const QString text = textOf(dialog);
    QVERIFY2(text.contains(u"1 request"_s) && text.contains(u"slow"_s) && text.contains(u"10 minutes"_s) &&
                 text.contains(u"paid"_s),
             qPrintable(text));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(cell(u"slow"_s, "status").startsWith(u"cancel"_s));
    m_console->services().settings().set(Setting::PollSeconds, 1);
    ODC_EVENTUALLY(cell(u"slow"_s, "status") == u"cancelled in part"_s);
    QCOMPARE(cancels(), 1);
}

void TestBatchCommands::whatWasLetRunIsNotCancelled()
{
    QVERIFY(openRunning());
    QVERIFY(!makeSlow(u"slow"_s).isEmpty() && m_console->select({u"slow"_s}));
    QVERIFY(m_console->click(u"cancelBatchButton"_s));
    auto *dialog = m_console->await<QDialog>(u"confirmDialog"_s);
    QVERIFY(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"confirmDialog"_s));
    QCOMPARE(cancels(), 0);
    QCOMPARE(cell(u"slow"_s, "status"), u"in progress"_s);
}

void TestBatchCommands::aLostAnswerIsNotSentAgain()
{
    QVERIFY(openRunning());
    const QString id = makeSlow(u"slow"_s);
    QVERIFY(!id.isEmpty() && m_console->select({u"slow"_s}));
    m_proxy->add("POST", "/cancel", Fault::loseReply());
    QVERIFY(m_console->click(u"cancelBatchButton"_s) && m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(cell(u"slow"_s, "status").startsWith(u"cancel"_s)); // read off the batch itself
    QCOMPARE(cancels(), 1);
    QCOMPARE(asked("GET", "/batches/" + id.toUtf8()), 1);
}

void TestBatchCommands::aLostCallIsSaid()
{
    QVERIFY(openRunning());
    QVERIFY(!makeSlow(u"slow"_s).isEmpty() && m_console->select({u"slow"_s}));
    m_proxy->add("POST", "/cancel", Fault::drop());
    QVERIFY(m_console->click(u"cancelBatchButton"_s) && m_console->click(u"confirm"_s));
    QVERIFY(m_console->await<QWidget>(u"retryFailed"_s)); // it still runs, and may be cancelled again
    QCOMPARE(cancels(), 1);
    QVERIFY(m_console->click(u"retryFailed"_s));
    ODC_EVENTUALLY(cell(u"slow"_s, "status").startsWith(u"cancel"_s));
    QCOMPARE(cancels(), 2);
}

void TestBatchCommands::oneThatHadEndedIsSaid()
{
    QVERIFY(openRunning());
    const QString id = makeSlow(u"slow"_s);
    QVERIFY(!id.isEmpty() && m_console->select({u"slow"_s}));
    ask("POST", "/batches/" + id.toUtf8() + "/cancel"); // somebody was faster
    ODC_EVENTUALLY(batch(id)[u"status"_s] == u"cancelled"_s);
    QVERIFY(m_console->click(u"cancelBatchButton"_s) && m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(cell(u"slow"_s, "status") == u"cancelled in part"_s);
    QVERIFY(!m_console->find<QWidget>(u"retryFailed"_s));
}

void TestBatchCommands::inTheResultsTheAttemptThatRunsIsCancelled()
{
    QJsonObject rest = named(u"tickets"_s);
    rest.insert(u"odc_first_batch"_s, u"batch_1"_s);
    rest.insert(u"odc_attempt"_s, u"1"_s);
    const QJsonObject first =
        batchJson(u"batch_1"_s, u"completed"_s,
                  {{u"metadata"_s, named(u"tickets"_s)}, {u"request_counts"_s, countsJson(10, 7, 3)}});
    QVERIFY(openStill({first, batchJson(u"batch_2"_s, u"in_progress"_s, {{u"metadata"_s, rest}})}));
    QVERIFY(m_console->select({u"tickets"_s}));
    m_console->action(u"batches.results"_s)->trigger();
    QAction *cancel = m_console->action(u"batches.cancel"_s);
    ODC_EVENTUALLY(cancel->isEnabled() && cancel->text().contains(u"attempt 2"_s));
    QVERIFY(m_console->click(u"cancelBatchButton"_s));
    auto *dialog = m_console->await<QDialog>(u"confirmDialog"_s);
    QVERIFY(dialog);
    QVERIFY2(textOf(dialog).contains(u"batch_2"_s) && textOf(dialog).contains(u"attempt 2"_s) &&
                 !textOf(dialog).contains(u"batch_1"_s),
             qPrintable(textOf(dialog)));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(m_proxy->count("POST", "/batches/batch_2/cancel") == 1);
    QCOMPARE(cancels(), 1);
}

void TestBatchCommands::manyAskForTheirNumber()
{
    QList<QJsonObject> batches;
    for (int i = 0; i < 12; ++i)
        batches << batchJson(u"batch_%1"_s.arg(i), u"in_progress"_s, {{u"metadata"_s, named(u"n%1"_s.arg(i))}});
    QVERIFY(openStill(batches));
    m_console->table()->setFocus();
    m_console->table()->selectAll();
    QVERIFY(m_console->click(u"cancelBatchButton"_s));
    auto *typed = m_console->await<QLineEdit>(u"typedCount"_s);
    QVERIFY(typed);
    QVERIFY(!m_console->find<QPushButton>(u"confirm"_s)->isEnabled());
    QTest::keyClicks(typed, u"12"_s);
    m_proxy->add("POST", "/cancel", Fault::apiError(403, u"invalid_request_error"_s, u"insufficient_permissions"_s), 5);
    m_proxy->add("POST", "/cancel",
                 Fault::answer(200, R"({"id":"batch_0","object":"batch","status":"cancelling"})",
                               {{"Content-Type", "application/json"}}),
                 -1);
    QVERIFY(m_console->click(u"confirm"_s));
    auto *retry = m_console->await<QPushButton>(u"retryFailed"_s);
    QVERIFY(retry);
    QVERIFY(retry->text().contains(u"5"_s));
    QCOMPARE(cancels(), 12);
    QVERIFY(m_console->click(u"retryFailed"_s)); // just these
    ODC_EVENTUALLY(cancels() == 17 && !m_console->find<QWidget>(u"retryFailed"_s));
}

void TestBatchCommands::aProductionProfileIsNamed()
{
    QVERIFY(openStill({batchJson(u"batch_1"_s, u"in_progress"_s, {{u"metadata"_s, named(u"one"_s)}})},
                      [](Profile &profile) { profile.production = true; }));
    QVERIFY(m_console->select({u"one"_s}));
    QVERIFY(m_console->click(u"cancelBatchButton"_s));
    auto *dialog = m_console->await<QDialog>(u"confirmDialog"_s);
    QVERIFY(dialog && textOf(dialog).contains(u"PRODUCTION"_s));
    dialog->reject();
}

void TestBatchCommands::anErrorsLineIsOpened()
{
    const QJsonObject error{{u"code"_s, u"invalid_json_line"_s}, {u"message"_s, u"This line is not JSON."_s}, {u"line"_s, 2}};
    QVERIFY(openStill({batchJson(u"batch_1"_s, u"failed"_s,
                                 {{u"metadata"_s, named(u"refused"_s)},
                                  {u"input_file_id"_s, u"file-bad"_s},
                                  {u"errors"_s, QJsonObject{{u"object"_s, u"list"_s}, {u"data"_s, QJsonArray{error}}}}})}));
    QVERIFY(putFile(u"file-bad"_s, u"bad.jsonl"_s, "{\"custom_id\":\"a\"}\nnot json\n{}\n"));
    QVERIFY(m_console->select({u"refused"_s}));
    QVERIFY(m_console->click(u"batchNext"_s));
    auto *table = m_console->await<TableView>(u"batchErrorsTable"_s);
    QVERIFY(table);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 0)).center());
    JsonlViewerDialog *viewer = nullptr;
    ODC_EVENTUALLY((viewer = m_console->page()->window()->findChild<JsonlViewerDialog *>()) != nullptr && viewer->isVisible());
    QVERIFY(viewer->windowTitle().contains(u"refused"_s) || textOf(viewer).contains(u"refused"_s));
    QCOMPARE(readFile(viewer->path()), "{\"custom_id\":\"a\"}\nnot json\n{}\n"_ba);
    const QString path = viewer->path();
    viewer->close();
    ODC_EVENTUALLY(!m_console->page()->window()->findChild<JsonlViewerDialog *>());
}

void TestBatchCommands::aFileThatIsGoneIsSaid()
{
    QVERIFY(openStill({batchJson(u"batch_1"_s, u"completed"_s,
                                 {{u"metadata"_s, named(u"fine"_s)}, {u"output_file_id"_s, u"file-out"_s}})}));
    QVERIFY(m_console->select({u"fine"_s}));
    auto *files = m_console->page()->findChild<LinkList *>(u"batchFiles"_s);
    ODC_EVENTUALLY(files->isVisible() && files->rows().value(1).id == u"file-out"_s);
    for (QToolButton *button : {files->findChildren<QToolButton *>().at(2), files->findChildren<QToolButton *>().at(3)}) {
        Console::click(button); // look into it, download it
        ODC_EVENTUALLY(m_console->messages()->isShowing() &&
                       m_console->messages()->message().text.contains(u"file-out is not there any more"_s));
        m_console->messages()->dismiss();
    }
}

void TestBatchCommands::aFileIsDownloaded()
{
    QVERIFY(openStill({batchJson(u"batch_1"_s, u"completed"_s,
                                 {{u"metadata"_s, named(u"fine"_s)}, {u"output_file_id"_s, u"file-out"_s}})}));
    QVERIFY(putFile(u"file-out"_s, u"answers.jsonl"_s, "{\"custom_id\":\"a\"}\n"));
    QVERIFY(m_console->select({u"fine"_s}));
    auto *files = m_console->page()->findChild<LinkList *>(u"batchFiles"_s);
    ODC_EVENTUALLY(files->isVisible() && files->rows().value(1).id == u"file-out"_s);
    Console::click(files->findChildren<QToolButton *>().at(3));
    const QString target = m_home->filePath(u"saved.jsonl"_s);
    QVERIFY(m_console->chooseFile(u"downloadDialog"_s, target));
    ODC_EVENTUALLY(readFile(target) == "{\"custom_id\":\"a\"}\n"_ba);
}

void TestBatchCommands::theSameSettingsForAnotherFile()
{
    QVERIFY(openStill({batchJson(u"batch_1"_s, u"completed"_s,
                                 {{u"metadata"_s, QJsonObject{{u"name"_s, u"fine"_s}, {u"team"_s, u"red"_s}}}})}));
    QVERIFY(m_console->select({u"fine"_s}));
    QVERIFY(m_console->chooseFromMenu(u"objectMenu"_s, u"batches.newLike"_s));
    auto *dialog = m_console->await<QDialog>(u"newBatchDialog"_s);
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QLineEdit *>(u"batchName"_s)->text(), u"fine"_s);
    delete dialog;
}

void TestBatchCommands::aFileOfTheProjectBecomesABatch()
{
    QVERIFY(openRunning());
    const QString id = upload(chatLines({u"Hello"_s}));
    m_console->window().showPage(u"files"_s);
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(m_console->column("name").contains(u"requests.jsonl"_s));
    QVERIFY(m_console->select({u"requests.jsonl"_s}));
    QVERIFY(m_console->chooseFromMenu(u"objectMenu"_s, u"files.newBatch"_s));
    QVERIFY(m_console->await<QDialog>(u"newBatchDialog"_s));
    QCOMPARE(m_console->page()->objectName(), u"batchesPage"_s);
    m_console->find<QDialog>(u"newBatchDialog"_s)->findChild<QComboBox *>(u"endpoint"_s)->setCurrentText(u"/v1/chat/completions"_s);
    ODC_EVENTUALLY(m_console->find<QPushButton>(u"createBatch"_s)->isEnabled());
    QVERIFY(m_console->click(u"createBatch"_s));
    ODC_EVENTUALLY(m_console->page()->list()->rowCount() == 1 && m_console->pane()->selectedIds().size() == 1);
    QCOMPARE(batch(m_console->pane()->selectedIds().first())[u"input_file_id"_s].toString(), id);
}

QTEST_MAIN(TestBatchCommands)
#include "tst_batchcommands.moc"

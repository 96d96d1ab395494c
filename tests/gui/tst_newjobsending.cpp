// SPDX-License-Identifier: GPL-3.0-or-later
// New fine-tuning job as it is sent: once, whatever becomes of the answer, and never with a file that is not the one that
// was checked.
#include "gui/support/newjobtest.h"

#include "ui/widgets/messagebar.h"

#include <QRadioButton>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestNewJobSending : public NewJobTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openConsole(); }
    void cleanup() { closeAll(); }

    void enterTwiceMakesOneJob();
    void aLostAnswerIsAskedAbout();
    void aLostAnswerThatCameToNothingIsSentAgainOnAWordOnly();
    void aLostCreateThatIsNotDecidedIsAskedAboutAgain();
    void aRefusedCreateUploadsNothingTwice();
    void anUploadIsStoppedByCancel();
    void aFileThatChangedIsCheckedAgain();
    void whatWasUploadedBeforeItChangedIsNotTrainedWith();
    void whatChangedWhileItWasUploadedIsNotTrainedWith();
    void aClosedServiceIsSaidInPlainWords();
};

void TestNewJobSending::enterTwiceMakesOneJob()
{
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewJobDialog::created);
    dialog->startFromFile(file(u"a.jsonl"_s, chats(12)));
    chooseModel(u"gpt-4o-mini-2024-07-18"_s);
    ODC_EVENTUALLY(create()->isEnabled());
    create()->setFocus();
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    Console::click(create());
    ODC_EVENTUALLY(created.size() == 1);
    ODC_EVENTUALLY(!m_dialog || !m_dialog->isVisible());
    QCOMPARE(count("POST", "/v1/files"), 1);
    QCOMPARE(count("POST", "/v1/fine_tuning/jobs"), 1);
}

void TestNewJobSending::aLostAnswerIsAskedAbout()
{
    openFar();
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewJobDialog::created);
    QSignalSpy found(dialog, &NewJobDialog::found);
    dialog->startFromFile(file(u"a.jsonl"_s, chats(12)));
    chooseModel(u"gpt-4o-mini"_s); // the server takes a dated one for it
    ODC_EVENTUALLY(create()->isEnabled());
    m_proxy->add("POST", "/fine_tuning/jobs", Fault::loseReply());
    Console::click(create());
    auto *isThere = m_console->await<QPushButton>(u"isThere"_s);
    QVERIFY(isThere);
    ODC_EVENTUALLY(isThere->isEnabled());
    QCOMPARE(m_console->find<QComboBox>(u"lostCandidates"_s)->count(), 1);
    Console::click(isThere);
    ODC_EVENTUALLY(found.size() == 1);
    QCOMPARE(created.size(), 0);
    QCOMPARE(m_proxy->count("POST", "/fine_tuning/jobs"), 1);
    QCOMPARE(m_proxy->count("POST", "/files"), 1);
    QCOMPARE(jobs().size(), 1);
}

void TestNewJobSending::aLostAnswerThatCameToNothingIsSentAgainOnAWordOnly()
{
    openFar();
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewJobDialog::created);
    dialog->startFromFile(file(u"a.jsonl"_s, chats(12)));
    chooseModel(u"gpt-4o-mini-2024-07-18"_s);
    ODC_EVENTUALLY(create()->isEnabled());
    m_proxy->add("POST", "/fine_tuning/jobs", Fault::html(502)); // it never arrived
    Console::click(create());
    auto *again = m_console->await<QPushButton>(u"sendAgain"_s);
    QVERIFY(again);
    ODC_EVENTUALLY(again->isEnabled());
    QVERIFY(!m_console->find<QPushButton>(u"isThere"_s)->isEnabled());
    QCOMPARE(m_proxy->count("POST", "/fine_tuning/jobs"), 1);
    Console::click(again);
    ODC_EVENTUALLY(created.size() == 1);
    QCOMPARE(m_proxy->count("POST", "/fine_tuning/jobs"), 2);
    QCOMPARE(m_proxy->count("POST", "/files"), 1);
    QCOMPARE(jobs().size(), 1);
}

void TestNewJobSending::aLostCreateThatIsNotDecidedIsAskedAboutAgain()
{
    openFar();
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    QSignalSpy found(dialog, &NewJobDialog::found);
    dialog->startFromFile(file(u"a.jsonl"_s, chats(12)));
    chooseModel(u"gpt-4o-mini-2024-07-18"_s);
    ODC_EVENTUALLY(create()->isEnabled());
    m_proxy->add("POST", "/fine_tuning/jobs", Fault::loseReply());
    Console::click(create());
    QVERIFY(m_console->await<QPushButton>(u"isThere"_s));
    QVERIFY(m_console->click(u"backToForm"_s));
    ODC_EVENTUALLY(!m_console->find<QPushButton>(u"isThere"_s) && create()->isEnabled());
    Console::click(create());
    auto *isThere = m_console->await<QPushButton>(u"isThere"_s);
    QVERIFY(isThere);
    ODC_EVENTUALLY(isThere->isEnabled());
    QCOMPARE(m_proxy->count("POST", "/fine_tuning/jobs"), 1);
    Console::click(isThere);
    ODC_EVENTUALLY(found.size() == 1);
    QCOMPARE(jobs().size(), 1);
}

void TestNewJobSending::aRefusedCreateUploadsNothingTwice()
{
    openFar();
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewJobDialog::created);
    dialog->startFromFile(file(u"a.jsonl"_s, chats(12)));
    chooseModel(u"gpt-4o-mini-2024-07-18"_s);
    ODC_EVENTUALLY(create()->isEnabled());
    m_proxy->add(
        "POST", "/fine_tuning/jobs",
        Fault::answer(
            400,
            R"({"error":{"message":"The model is not known here.","type":"invalid_request_error","param":"model","code":null}})"));
    Console::click(create());
    auto *bar = in<MessageBar>(u"createMessage"_s);
    ODC_EVENTUALLY(bar->isShowing());
    QVERIFY2(bar->message().text.contains(u"not known here"_s), qPrintable(bar->message().text));
    // The form stays, with the field that was refused before the person.
    QVERIFY(dialog->isVisible() && create()->isEnabled());
    QCOMPARE(in<QTabBar>(u"createTabs"_s)->currentIndex(), 1);
    QVERIFY(!dialog->draft().trainingFile().isEmpty());
    QCOMPARE(create()->text(), u"Create job"_s);
    QCOMPARE(made(created).trainingFileId, dialog->draft().trainingFile());
    QCOMPARE(m_proxy->count("POST", "/files"), 1);
    QCOMPARE(m_proxy->count("POST", "/fine_tuning/jobs"), 2);
}

void TestNewJobSending::anUploadIsStoppedByCancel()
{
    openFar();
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewJobDialog::created);
    dialog->startFromFile(file(u"a.jsonl"_s, chats(12)));
    chooseModel(u"gpt-4o-mini-2024-07-18"_s);
    ODC_EVENTUALLY(create()->isEnabled());
    m_proxy->add("POST", "/files", Fault::stall());
    Console::click(create());
    ODC_EVENTUALLY(m_proxy->count("POST", "/files") == 1);
    QVERIFY(!create()->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Escape);
    auto *bar = in<MessageBar>(u"createMessage"_s);
    ODC_EVENTUALLY(bar->isShowing() || m_console->find<QPushButton>(u"sendAgain"_s));
    QVERIFY(dialog->isVisible());
    QCOMPARE(m_proxy->count("POST", "/fine_tuning/jobs"), 0);
    QCOMPARE(created.size(), 0);
}

void TestNewJobSending::aFileThatChangedIsCheckedAgain()
{
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewJobDialog::created);
    dialog->startFromFile(file(u"a.jsonl"_s, chats(12)));
    chooseModel(u"gpt-4o-mini-2024-07-18"_s);
    ODC_EVENTUALLY(create()->isEnabled());
    file(u"a.jsonl"_s, chats(11));
    Console::click(create());
    auto *bar = in<MessageBar>(u"createMessage"_s);
    ODC_EVENTUALLY(bar->isShowing());
    QVERIFY2(bar->message().text.contains(u"not the file that was checked"_s),
             qPrintable(bar->message().text));
    QCOMPARE(count("POST", "/v1/files"), 0);
    QCOMPARE(count("POST", "/v1/fine_tuning/jobs"), 0);
    ODC_EVENTUALLY(state().contains(u"11 example"_s));
    made(created);
    QCOMPARE(count("POST", "/v1/files"), 1);
}

void TestNewJobSending::whatWasUploadedBeforeItChangedIsNotTrainedWith()
{
    openFar();
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewJobDialog::created);
    dialog->startFromFile(file(u"a.jsonl"_s, chats(12)));
    chooseModel(u"gpt-4o-mini-2024-07-18"_s);
    ODC_EVENTUALLY(create()->isEnabled());
    m_proxy->add("POST", "/fine_tuning/jobs", Fault::answer(400, R"({"error":{"message":"Not now."}})"));
    Console::click(create());
    ODC_EVENTUALLY(in<MessageBar>(u"createMessage"_s)->isShowing());
    const QString before = dialog->draft().trainingFile();
    QVERIFY(!before.isEmpty());
    file(u"a.jsonl"_s, chats(11));
    openTab(u"Data"_s);
    Console::click(in<QPushButton>(u"trainingFileAgain"_s));
    ODC_EVENTUALLY(state().contains(u"11 example"_s));
    // What fills the form anew must not bring the old one back.
    openTab(u"Model and method"_s);
    Console::click(in<QRadioButton>(u"method.dpo"_s));
    Console::click(in<QRadioButton>(u"method.supervised"_s));
    ODC_EVENTUALLY(create()->isEnabled());
    const FineTuningJob job = made(created);
    QVERIFY(!job.trainingFileId.isEmpty());
    QVERIFY(job.trainingFileId != before);
    QCOMPARE(m_proxy->count("POST", "/files"), 2);
}

void TestNewJobSending::whatChangedWhileItWasUploadedIsNotTrainedWith()
{
    openFar();
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    dialog->startFromFile(file(u"a.jsonl"_s, chats(12)));
    chooseModel(u"gpt-4o-mini-2024-07-18"_s);
    ODC_EVENTUALLY(create()->isEnabled());
    m_proxy->add("POST", "/files", Fault::loseReply());
    Console::click(create());
    auto *isThere = m_console->await<QPushButton>(u"isThere"_s);
    QVERIFY(isThere);
    ODC_EVENTUALLY(isThere->isEnabled());
    file(u"a.jsonl"_s, chats(11)); // it is not known whether that is what was sent
    Console::click(isThere);
    auto *bar = in<MessageBar>(u"createMessage"_s);
    ODC_EVENTUALLY(bar->isShowing());
    QVERIFY2(bar->message().text.contains(u"not the file that was checked"_s),
             qPrintable(bar->message().text));
    QCOMPARE(m_proxy->count("POST", "/fine_tuning/jobs"), 0);
    ODC_EVENTUALLY(state().contains(u"11 example"_s));
}

void TestNewJobSending::aClosedServiceIsSaidInPlainWords()
{
    openFar();
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    QVERIFY(!in<QWidget>(u"echoNote"_s)->isVisible()); // that server is somebody else's
    dialog->startFromUploaded(u"file-1"_s);
    chooseModel(u"gpt-4o-mini-2024-07-18"_s);
    m_proxy->add(
        "POST", "/fine_tuning/jobs",
        Fault::answer(
            403,
            R"({"error":{"message":"Fine-tuning is no longer available for your organization.","type":"invalid_request_error","param":null,"code":null}})"));
    Console::click(create());
    auto *bar = in<MessageBar>(u"createMessage"_s);
    ODC_EVENTUALLY(bar->isShowing());
    const QString said = bar->message().text;
    QVERIFY2(said.contains(u"no new fine-tuning jobs"_s) && said.contains(u"6 January 2027"_s) &&
                 said.contains(u"no longer available"_s),
             qPrintable(said));
    QVERIFY(dialog->isVisible());
    QCOMPARE(dialog->draft().model(), u"gpt-4o-mini-2024-07-18"_s);
}

QTEST_MAIN(TestNewJobSending)
#include "tst_newjobsending.moc"

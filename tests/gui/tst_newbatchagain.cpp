// SPDX-License-Identifier: GPL-3.0-or-later
// What New batch sends once more: the rest of a batch, and what was refused or lost on the way.
#include "gui/support/newbatchtest.h"

#include "jsonl/batchjoin.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QRadioButton>
#include <QSignalSpy>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestNewBatchAgain : public NewBatchTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openConsole(); }
    void cleanup() { closeAll(); }

    void theRestIsSentAgain();
    void theRestStaysInItsFolder();
    void whatMayBeAnsweredIsSentOnAWordOnly();
    void aRestSentElsewhereIsAskedAbout();
    void triedAgainItSendsWhatIsShown();
    void aLostAnswerIsAskedAbout();
    void aRefusalIsSaidAndTriedAgain();
};

void TestNewBatchAgain::theRestIsSentAgain()
{
    // Two were answered, one failed, one is nowhere.
    const QString input = file(u"input.jsonl"_s, lines(4));
    const QString output =
        file(u"output.jsonl"_s, R"({"custom_id":"r-0","response":{"status_code":200,"body":{}},"error":null})"
                                "\n"
                                R"({"custom_id":"r-2","response":{"status_code":200,"body":{}},"error":null})"
                                "\n");
    const QString errors = file(
        u"errors.jsonl"_s,
        R"({"custom_id":"r-1","response":{"status_code":400,"body":{"error":{"message":"too large","type":"invalid_request_error","code":"x"}}},"error":null})"
        "\n");
    const auto results = joinBatch(input, {{output, 0}, {errors, 0}});
    QVERIFY(results);
    BatchObject first = BatchObject::fromJson(object(
        R"({"id":"batch_1","endpoint":"/v1/responses","status":"completed","metadata":{"name":"tickets","team":"x"}})"));
    BatchObject second = BatchObject::fromJson(object(
        R"({"id":"batch_2","endpoint":"/v1/responses","metadata":{"odc_first_batch":"batch_1","odc_attempt":"1"}})"));
    NewBatchDialog *dialog = openForm();
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewBatchDialog::created);
    dialog->startFromRest(std::make_shared<const BatchResults>(*results), {first, second});
    QVERIFY(!in<QRadioButton>(u"sourceFile"_s)->isVisible());
    QVERIFY2(in<QCheckBox>(u"rest0"_s)->text().contains(u"400"_s),
             qPrintable(in<QCheckBox>(u"rest0"_s)->text()));
    QVERIFY(in<QLabel>(u"restNote"_s)->isVisible()); // that one fails again
    ODC_EVENTUALLY(create()->isEnabled() && verdict().contains(u"2 request(s)"_s));
    Console::click(in<QCheckBox>(u"rest0"_s));
    ODC_EVENTUALLY(create()->isEnabled() && verdict().contains(u"1 request(s)"_s));
    Console::click(in<QCheckBox>(u"rest1"_s));
    ODC_EVENTUALLY(!create()->isEnabled());
    QVERIFY2(problemText().contains(u"Nothing is chosen"_s), qPrintable(problemText()));
    Console::click(in<QCheckBox>(u"rest0"_s));
    Console::click(in<QCheckBox>(u"rest1"_s));
    ODC_EVENTUALLY(create()->isEnabled() && verdict().contains(u"2 request(s)"_s));
    Console::click(create());
    ODC_EVENTUALLY(created.size() == 1);
    const BatchObject batch = created.first().first().value<BatchObject>();
    QCOMPARE(batch.links.firstBatch, u"batch_1"_s);
    QCOMPARE(batch.links.attempt, 2);
    QCOMPARE(batch.metadata.value("team"_L1).toString(), u"x"_s);
    const QByteArray sent = rawRequest(m_console->services().opener().embeddedServer().url(), "GET",
                                       "/v1/files/" + batch.inputFileId.toLatin1() + "/content", key())
                                .body;
    QVERIFY(sent.contains("\"r-1\"") && sent.contains("\"r-3\"") && sent.count('\n') == 2);
}

void TestNewBatchAgain::theRestStaysInItsFolder()
{
    // A server may call a batch what it likes.
    const QString there = path(u"there"_s);
    const QString input = file(u"input.jsonl"_s, lines(2));
    const auto results = joinBatch(input, {});
    QVERIFY(results);
    NewBatchDialog *dialog = openForm();
    QVERIFY(dialog);
    BatchObject first;
    first.id = there;
    first.endpoint = u"/v1/responses"_s;
    dialog->startFromRest(std::make_shared<const BatchResults>(*results), {first});
    ODC_EVENTUALLY(create()->isEnabled() && verdict().contains(u"2 request(s)"_s));
    QVERIFY(!QFile::exists(there + u"-attempt-2.jsonl"_s));
}

void TestNewBatchAgain::whatMayBeAnsweredIsSentOnAWordOnly()
{
    const QString input = file(u"input.jsonl"_s, lines(4));
    const QString output =
        file(u"output.jsonl"_s, R"({"custom_id":"r-0","response":{"status_code":200,"body":{}}})"
                                "\n{\"custom_id\":\"r-1\",\"resp\n"
                                R"({"custom_id":"r-2","response":{"status_code":500,"body":{}}})"
                                "\n");
    const auto results = joinBatch(input, {{output, 0}});
    QVERIFY(results);
    NewBatchDialog *dialog = openForm();
    QVERIFY(dialog);
    BatchObject first;
    first.id = u"batch_1"_s;
    first.endpoint = u"/v1/responses"_s;
    dialog->startFromRest(std::make_shared<const BatchResults>(*results), {first});
    // r-2 failed for certain; r-1 and r-3 have no answer that can be read, and one of them has one.
    ODC_EVENTUALLY(create()->isEnabled() && verdict().contains(u"1 request(s)"_s));
    auto *doubtful = in<QCheckBox>(u"restDoubtful"_s);
    QVERIFY(doubtful && !doubtful->isChecked());
    QVERIFY2(doubtful->text().startsWith(u'2'), qPrintable(doubtful->text()));
    auto *note = in<QLabel>(u"restUnreadable"_s);
    QVERIFY(note->isVisible());
    QVERIFY2(note->text().startsWith(u'1'), qPrintable(note->text()));
    Console::click(doubtful);
    ODC_EVENTUALLY(create()->isEnabled() && verdict().contains(u"3 request(s)"_s));
}

void TestNewBatchAgain::aRestSentElsewhereIsAskedAbout()
{
    openFar();
    const QString input = file(u"input.jsonl"_s, lines(2));
    const auto results = joinBatch(input, {});
    QVERIFY(results);
    BatchObject first;
    first.id = u"batch_1"_s;
    first.endpoint = u"/v1/responses"_s;
    const RawReply theirs =
        postForm(m_server->url(), "/v1/files", {{"purpose", "batch", {}}, {"file", lines(2), "a.jsonl"}});
    const QJsonObject body{
        {u"input_file_id"_s, theirs.json().value("id"_L1)},
        {u"endpoint"_s, u"/v1/responses"_s},
        {u"completion_window"_s, u"24h"_s},
        {u"metadata"_s, QJsonObject{{u"odc_first_batch"_s, u"batch_1"_s}, {u"odc_attempt"_s, u"1"_s}}}};
    const QString rival = rawRequest(m_server->url(), "POST", "/v1/batches",
                                     {{"Content-Type", "application/json"}}, QJsonDocument(body).toJson())
                              .json()
                              .value("id"_L1)
                              .toString();
    QVERIFY(!rival.isEmpty());
    NewBatchDialog *dialog = openForm();
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewBatchDialog::created);
    QSignalSpy found(dialog, &NewBatchDialog::found);
    dialog->startFromRest(std::make_shared<const BatchResults>(*results), {first});
    ODC_EVENTUALLY(create()->isEnabled());
    Console::click(create());
    auto *question = m_console->await<QDialog>(u"confirmDialog"_s);
    QVERIFY(question);
    QCOMPARE(m_proxy->count("POST", "/batches"), 0);
    question->reject();
    auto *message = in<MessageBar>(u"createMessage"_s);
    ODC_EVENTUALLY(message->isShowing() && create()->isEnabled());
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().first().value<BatchObject>().id, rival);
    QCOMPARE(m_proxy->count("POST", "/batches"), 0);
    // Asked once more, and sent all the same.
    Console::click(create());
    question = m_console->await<QDialog>(u"confirmDialog"_s);
    QVERIFY(question);
    question->accept();
    ODC_EVENTUALLY(created.size() == 1);
    QCOMPARE(m_proxy->count("POST", "/files"), 1);
    QCOMPARE(batches().size(), 2);
}

void TestNewBatchAgain::triedAgainItSendsWhatIsShown()
{
    openFar();
    NewBatchDialog *dialog = openForm();
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewBatchDialog::created);
    dialog->startFromFile(file(u"a.jsonl"_s, lines(3)));
    ODC_EVENTUALLY(create()->isEnabled());
    m_proxy->add("POST", "/batches",
                 Fault::apiError(400, u"invalid_request_error"_s, u"token_limit_exceeded"_s));
    Console::click(create());
    auto *message = in<MessageBar>(u"createMessage"_s);
    ODC_EVENTUALLY(message->isShowing());
    QVERIFY(!message->message().actionText.isEmpty());
    // Another file and another name, and then the message's button instead of the form's.
    dialog->startFromFile(file(u"b.jsonl"_s, lines(5)));
    ODC_EVENTUALLY(create()->isEnabled());
    tab(1);
    type(in<QLineEdit>(u"batchName"_s), u"later"_s);
    Q_EMIT message->actionTriggered(message->message().key);
    ODC_EVENTUALLY(created.size() == 1);
    const BatchObject batch = created.first().first().value<BatchObject>();
    QCOMPARE(batch.metadata.value("name"_L1).toString(), u"later"_s);
    QCOMPARE(
        rawRequest(m_server->url(), "GET", "/v1/files/" + batch.inputFileId.toLatin1() + "/content").body,
        lines(5));
}

void TestNewBatchAgain::aLostAnswerIsAskedAbout()
{
    openFar();
    NewBatchDialog *dialog = openForm();
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewBatchDialog::created);
    dialog->startFromFile(file(u"a.jsonl"_s, lines(3)));
    ODC_EVENTUALLY(create()->isEnabled());
    m_proxy->add("POST", "/batches", Fault::html(502)); // it never arrived
    Console::click(create());
    auto *again = m_console->await<QPushButton>(u"sendAgain"_s);
    QVERIFY(again);
    // Left open, the same button asks again and sends nothing.
    QVERIFY(m_console->click(u"backToForm"_s));
    ODC_EVENTUALLY(!m_console->find<QPushButton>(u"sendAgain"_s) && create()->isEnabled());
    Console::click(create());
    QVERIFY(m_console->await<QPushButton>(u"sendAgain"_s));
    QCOMPARE(m_proxy->count("POST", "/batches"), 1);
    QVERIFY(m_console->click(u"lookAgain"_s));
    ODC_EVENTUALLY(m_console->find<QPushButton>(u"sendAgain"_s)->isEnabled());
    QVERIFY(m_console->click(u"sendAgain"_s));
    ODC_EVENTUALLY(created.size() == 1);
    QCOMPARE(m_proxy->count("POST", "/batches"), 2);
    QCOMPARE(m_proxy->count("POST", "/files"), 1);
    QCOMPARE(batches().size(), 1);
}

void TestNewBatchAgain::aRefusalIsSaidAndTriedAgain()
{
    openFar();
    NewBatchDialog *dialog = openForm();
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewBatchDialog::created);
    dialog->startFromFile(file(u"a.jsonl"_s, lines(3)));
    ODC_EVENTUALLY(create()->isEnabled());
    m_proxy->add(
        "POST", "/batches",
        Fault::answer(
            400,
            R"({"error":{"message":"Enqueued token limit reached.","type":"invalid_request_error","param":null,"code":"token_limit_exceeded"}})",
            {{"Content-Type", "application/json"}}));
    Console::click(create());
    auto *message = in<MessageBar>(u"createMessage"_s);
    ODC_EVENTUALLY(message->isShowing());
    QVERIFY2(message->message().text.contains(u"Enqueued token limit"_s),
             qPrintable(message->message().text));
    // The form is open for mending; what is uploaded stays.
    tab(1);
    type(in<QLineEdit>(u"batchName"_s), u"later"_s);
    Console::click(create());
    ODC_EVENTUALLY(created.size() == 1);
    QCOMPARE(created.first().first().value<BatchObject>().metadata.value("name"_L1).toString(), u"later"_s);
    QCOMPARE(m_proxy->count("POST", "/files"), 1);
}

QTEST_MAIN(TestNewBatchAgain)
#include "tst_newbatchagain.moc"

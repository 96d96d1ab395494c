// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a filled in form for an eval or a run: sent, refused, lost on the way, or left.
#include "gui/support/evalformtest.h"

#include "support/faultproxy.h"
#include "support/serverprocess.h"
#include "ui/forms/jsonedit.h"
#include "ui/widgets/messagebar.h"

#include <QJsonArray>
#include <QSignalSpy>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestCreateDialog : public EvalFormTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openConsole(); }
    void cleanup()
    {
        closeConsole();
        m_proxy.reset();
        m_server.reset();
    }

    void refusedEvalsStayInTheForm();
    void closingAsksBeforeWorkIsLost();
    void whileItIsSentNothingElseHappens();
    void aLostAnswerIsAskedAbout_data();
    void aLostAnswerIsAskedAbout();
    void aRunIsStartedOnceWhenItsAnswerIsLost();
    void aReadOnlyProfileOffersNothing();

private:
    /// A server of this test's own, through a proxy that can break things.
    void openFar(const QStringList &arguments = {});
    RawReply ask(const QByteArray &method, const QByteArray &target, const QByteArray &body = {}) const;

    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<FaultProxy> m_proxy;
};

void TestCreateDialog::openFar(const QStringList &arguments)
{
    m_server = std::make_unique<ServerProcess>();
    QVERIFY(m_server->start(QStringList{u"--api-key"_s, u"sk-test"_s} + arguments));
    m_proxy = std::make_unique<FaultProxy>(m_server->url());
    m_profileId = m_console->addProfile(u"far"_s, m_proxy->url(), u"sk-test"_s);
    QVERIFY(m_console->open(m_profileId));
}

RawReply TestCreateDialog::ask(const QByteArray &method, const QByteArray &target,
                               const QByteArray &body) const
{
    return rawRequest(m_server->url(), method, target,
                      {{"Authorization", "Bearer sk-test"}, {"Content-Type", "application/json"}}, body);
}

void TestCreateDialog::refusedEvalsStayInTheForm()
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

void TestCreateDialog::closingAsksBeforeWorkIsLost()
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

void TestCreateDialog::whileItIsSentNothingElseHappens()
{
    openFar();
    QVERIFY(openEval());
    type(nameField(), u"slow line"_s);
    addGrader(u"string_check"_s);
    type(graderField(u"reference"_s), u"x"_s);
    m_proxy->add("POST", "/evals", Fault::stall());
    auto *create = in<QPushButton>(u"createEval"_s);
    Console::click(create);
    ODC_EVENTUALLY(m_proxy->count("POST", "/evals") == 1);
    QVERIFY(!create->isEnabled());
    // Neither what is typed nor the keys send it once more, and it cannot be left: what became of it would
    // not be known.
    type(nameField(), u"slower line"_s);
    QVERIFY(!create->isEnabled());
    QTest::keyClick(m_dialog, Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(nameField(), Qt::Key_Escape);
    QVERIFY(!m_console->find<QDialog>(u"confirmDialog"_s));
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(m_proxy->count("POST", "/evals"), 1);
    QCOMPARE(ask("GET", "/v1/evals").json()[u"data"_s].toArray().size(), 0);
}

void TestCreateDialog::aLostAnswerIsAskedAbout_data()
{
    QTest::addColumn<bool>("again");
    QTest::newRow("it is there") << false;
    QTest::newRow("sent again") << true;
}

void TestCreateDialog::aLostAnswerIsAskedAbout()
{
    QFETCH(bool, again);
    openFar({u"--seed"_s, u"sample"_s});
    NewEvalDialog *dialog = openEval();
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewEvalDialog::created);
    type(nameField(),
         u"refund policy"_s); // one of that name has been there for weeks: it is none to ask about
    addGrader(u"string_check"_s);
    type(graderField(u"reference"_s), u"x"_s);
    m_proxy->add("POST", "/evals", Fault::loseReply());
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
    QCOMPARE(m_proxy->count("POST", "/evals"), again ? 2 : 1);
}

void TestCreateDialog::aRunIsStartedOnceWhenItsAnswerIsLost()
{
    openFar({u"--seed"_s, u"sample"_s});
    EvalObject eval;
    for (const QJsonValue &each : ask("GET", "/v1/evals").json()[u"data"_s].toArray()) {
        if (each[u"name"_s] == u"refund policy"_s)
            eval = EvalObject::fromJson(each.toObject());
    }
    QVERIFY(!eval.id.isEmpty());
    NewRunDialog *dialog = openRun(eval);
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewRunDialog::created);
    // The sample has an old run of that name, too.
    in<JsonEdit>(u"requestJson"_s)
        ->setPlainText(
            uR"({"name":"with handbook","data_source":{"type":"jsonl","source":{"type":"file_content","content":[{"item":{"question":"q","answer":"x"},"sample":{"output_text":"x"}}]}}})"_s);
    ODC_EVENTUALLY(in<QPushButton>(u"startRun"_s)->isEnabled());
    m_proxy->add("POST", "/runs", Fault::loseReply());
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    auto *candidates = m_console->await<QComboBox>(u"lostCandidates"_s);
    QVERIFY(candidates);
    QCOMPARE(candidates->count(), 1);
    QVERIFY(created.isEmpty());
    const QString id = candidates->currentData().toString();
    QVERIFY(m_console->click(u"isThere"_s));
    ODC_EVENTUALLY(created.size() == 1);
    QCOMPARE(created.first().first().value<EvalRun>().id, id);
    QCOMPARE(m_proxy->count("POST", "/runs"), 1);
}

void TestCreateDialog::aReadOnlyProfileOffersNothing()
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

QTEST_MAIN(TestCreateDialog)
#include "tst_createdialog.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to evals and runs from their page, with real keys and clicks; the server says what came of it.
#include "gui/support/evalform.h"
#include "gui/support/evalspagetest.h"

#include "gui/support/evalform.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTableWidget>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestEvalCommands : public EvalsPageTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openConsole(); }
    void cleanup() { closeConsole(); }

    void aCopyIsMadeAndShown();
    void renamesAndEditsMetadata();
    void metadataThatIsNoTextStaysAsItIs();
    void cancelsARun_data();
    void cancelsARun();
    void aRunThatEndedFirstIsNoError();
    void repeatedRunsHaveNamesOfTheirOwn();
    void deletesRunsAndEvals();
    void copiesAndExports();
    void readOnlyProfileChangesNothing();
};

void TestEvalCommands::aCopyIsMadeAndShown()
{
    QVERIFY(openServer(u"0"_s));
    const QByteArray id = makeEval(u"triage golden"_s).toUtf8();
    QVERIFY(showEvals());
    auto *filter = m_console->find<FilterEdit>(u"evalsFilter"_s);
    m_console->press(QKeySequence(QKeySequence::Find), tree());
    QTest::keyClicks(filter, u"golden"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(clickRow(u"triage golden"_s));
    QVERIFY(m_console->chooseFromMenu(u"objectMenu"_s, u"evals.duplicate"_s));
    EvalForm form(m_console->await<QDialog>(u"newEvalDialog"_s));
    QVERIFY(form.activate());
    QVERIFY2(form.nameField()->text().startsWith(u"triage golden"_s), qPrintable(form.nameField()->text()));
    QVERIFY(form.nameField()->text() != u"triage golden"_s);
    EvalForm::type(form.nameField(), u"another"_s);
    QVERIFY(m_console->click(u"createEval"_s));
    // It is selected, also where the filter would have hidden it.
    ODC_EVENTUALLY(selectedNames() == QStringList{u"another"_s});
    QCOMPARE(filter->text(), QString());
    const QJsonArray all = ask("GET", "/evals?order=desc").json()[u"data"_s].toArray();
    QCOMPARE(all.size(), 2);
    const QJsonObject before = ask("GET", "/evals/" + id).json();
    QCOMPARE(all.first()[u"name"_s].toString(), u"another"_s);
    QCOMPARE(all.first()[u"data_source_config"_s], before[u"data_source_config"_s]);
    QCOMPARE(all.first()[u"metadata"_s], before[u"metadata"_s]);
    QCOMPARE(all.first()[u"testing_criteria"_s][0][u"reference"_s], before[u"testing_criteria"_s][0][u"reference"_s]);
}

void TestEvalCommands::renamesAndEditsMetadata()
{
    QVERIFY(openServer(u"0"_s));
    const QByteArray id = makeEval(u"triage golden"_s).toUtf8();
    QVERIFY(showEvals());
    QVERIFY(clickRow(u"triage golden"_s));
    m_console->press(QKeySequence(Qt::Key_F2), tree());
    auto *name = m_console->await<QLineEdit>(u"evalName"_s);
    QVERIFY(name);
    auto *save = m_console->find<QPushButton>(u"saveEval"_s);
    QVERIFY(!save->isEnabled()); // nothing is different yet
    QCOMPARE(name->selectedText(), u"triage golden"_s);
    QTest::keyClicks(name, u"triage silver"_s);
    auto *pairs = m_console->find<QTableWidget>(u"evalMetadata"_s);
    QCOMPARE(pairs->item(0, 0)->text(), u"owner"_s);
    // A rule that is broken is named, and nothing can be sent.
    QVERIFY(m_console->click(u"addPair"_s));
    pairs->item(1, 0)->setText(u"owner"_s);
    QVERIFY(m_console->find<TextLabel>(u"evalProblem"_s)->text().contains(u"twice"_s));
    QVERIFY(!save->isEnabled());
    pairs->item(1, 0)->setText(QString(65, u'k'));
    QVERIFY(m_console->find<TextLabel>(u"evalProblem"_s)->text().contains(u"64"_s));
    pairs->item(1, 0)->setText(u"v"_s);
    pairs->item(1, 1)->setText(QString(513, u'x'));
    QVERIFY(m_console->find<TextLabel>(u"evalProblem"_s)->text().contains(u"512"_s));
    pairs->item(1, 1)->setText(u"3"_s);
    QVERIFY(save->isEnabled());
    // What goes wrong is said where it was typed, and nothing is lost.
    m_proxy->add("POST", {}, Fault::apiError(400, u"invalid_request_error"_s, u"no_such_thing"_s));
    Console::click(save);
    auto *dialog = m_console->find<QDialog>(u"evalEditDialog"_s);
    ODC_EVENTUALLY(dialog->findChild<MessageBar *>()->isShowing());
    QCOMPARE(name->text(), u"triage silver"_s);
    ODC_EVENTUALLY(save->isEnabled());
    Console::click(save);
    ODC_EVENTUALLY(row(u"triage silver"_s).isValid());
    const QJsonObject eval = ask("GET", "/evals/" + id).json();
    QCOMPARE(eval[u"name"_s].toString(), u"triage silver"_s);
    QCOMPARE(eval[u"metadata"_s].toObject(), (QJsonObject{{u"owner"_s, u"cx"_s}, {u"v"_s, u"3"_s}}));
    QCOMPARE(selectedNames(), QStringList{u"triage silver"_s});
}

void TestEvalCommands::metadataThatIsNoTextStaysAsItIs()
{
    QVERIFY(openServer(u"0"_s));
    m_proxy->add("GET", "/evals",
                 Fault::answer(200,
                               R"({"object":"list","data":[{"object":"eval","id":"eval_1","name":"odd",)"
                               R"("metadata":{"n":3,"flag":true,"t":"text"}}],"has_more":false})",
                               {{"Content-Type", "application/json"}}));
    m_proxy->add("GET", "/runs",
                 Fault::answer(200, R"({"object":"list","data":[],"has_more":false})",
                               {{"Content-Type", "application/json"}}));
    QVERIFY(showEvals());
    QVERIFY(clickRow(u"odd"_s));
    m_console->press(QKeySequence(Qt::Key_F2), tree());
    auto *name = m_console->await<QLineEdit>(u"evalName"_s);
    QVERIFY(name);
    const auto *pairs = m_console->find<QTableWidget>(u"evalMetadata"_s);
    QCOMPARE(pairs->rowCount(), 3);
    const auto *save = m_console->find<QPushButton>(u"saveEval"_s);
    QVERIFY(!save->isEnabled()); // a number that is shown as a text is no change
    QTest::keyClicks(name, u"x"_s);
    QVERIFY(save->isEnabled());
    QTest::keyClick(name, Qt::Key_Escape);
}

void TestEvalCommands::cancelsARun_data()
{
    QTest::addColumn<QString>("goes");
    QTest::newRow("answered") << u"well"_s;
    QTest::newRow("the answer is lost") << u"lost"_s;
    QTest::newRow("refused") << u"refused"_s;
}

void TestEvalCommands::cancelsARun()
{
    QFETCH(QString, goes);
    const bool refused = goes == u"refused"_s;
    QVERIFY(openServer(u"1000"_s)); // its work takes hours
    const QString eval = makeEval(u"triage golden"_s);
    const QByteArray run = makeRun(eval, u"slow"_s, 20).toUtf8();
    QVERIFY(showEvals());
    QVERIFY(summary().endsWith(u"1 running"_s));
    QVERIFY(open(u"triage golden"_s));
    QAction *cancel = m_console->action(u"evals.cancel"_s);
    QVERIFY(!cancel->isEnabled()); // of an eval
    QVERIFY(clickRow(u"slow"_s));
    ODC_EVENTUALLY(cancel->isEnabled());
    if (goes == u"lost"_s)
        m_proxy->add("POST", "/runs/" + run, Fault::loseReply());
    else if (refused)
        m_proxy->add("POST", "/runs/" + run, Fault::apiError(400, u"invalid_request_error"_s, u"not_now"_s));
    m_proxy->clearSeen();
    cancel->trigger();
    QVERIFY(m_console->click(u"confirm"_s));
    if (refused) {
        // It is said, and what the run is now is asked for.
        ODC_EVENTUALLY(messages()->isShowing() && m_proxy->count("GET", "/runs/" + run) == 1);
        QCOMPARE(messages()->message().kind, Message::Kind::Error);
        QVERIFY2(messages()->message().text.contains(u"slow"_s), qPrintable(messages()->message().text));
        QCOMPARE(m_proxy->count("POST", "/runs/" + run), 1);
        QVERIFY(cell(u"slow"_s, 2) != u"canceled"_s && cancel->isEnabled());
        return;
    }
    ODC_EVENTUALLY(cell(u"slow"_s, 2) == u"canceled"_s);
    QCOMPARE(m_proxy->count("POST", "/runs/" + run), 1); // exactly once, lost or not
    QCOMPARE(m_proxy->count("GET", "/runs/" + run), goes == u"lost"_s ? 1 : 0);
    QCOMPARE(ask("GET", "/evals/" + eval.toUtf8() + "/runs/" + run).json()[u"status"_s].toString(),
             u"canceled"_s);
    ODC_EVENTUALLY(!cancel->isEnabled());
    ODC_EVENTUALLY(!summary().contains(u"running"_s));
    QVERIFY(!messages()->isShowing());
}

void TestEvalCommands::aRunThatEndedFirstIsNoError()
{
    QVERIFY(openServer(u"3"_s)); // some seconds
    const QString eval = makeEval(u"triage golden"_s);
    const QByteArray run = makeRun(eval, u"quick"_s, 120).toUtf8();
    QVERIFY(showEvals());
    QVERIFY(open(u"triage golden"_s));
    QVERIFY(clickRow(u"quick"_s));
    QAction *cancel = m_console->action(u"evals.cancel"_s);
    ODC_EVENTUALLY(cancel->isEnabled());
    ODC_EVENTUALLY(ask("GET", "/evals/" + eval.toUtf8() + "/runs/" + run).json()[u"status"_s] == u"completed"_s);
    cancel->trigger();
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(messages()->isShowing());
    QCOMPARE(messages()->message().kind, Message::Kind::Info);
    QVERIFY2(messages()->message().text.contains(u"quick"_s), qPrintable(messages()->message().text));
    QCOMPARE(cell(u"quick"_s, 2), u"completed"_s);
}

void TestEvalCommands::repeatedRunsHaveNamesOfTheirOwn()
{
    QVERIFY(openServer(u"0"_s));
    const QString eval = makeEval(u"triage golden"_s);
    for (const QString &name : {u"v13"_s, u"v13 (again)"_s})
        makeRun(eval, name);
    QVERIFY(showEvals());
    QVERIFY(open(u"triage golden"_s));
    QVERIFY(clickRow(u"v13"_s));
    QAction *repeat = m_console->action(u"evals.repeatRun"_s);
    ODC_EVENTUALLY(repeat->isEnabled());
    repeat->trigger();
    EvalForm form(m_console->await<QDialog>(u"newRunDialog"_s));
    QVERIFY(form.activate());
    const auto *name = qobject_cast<const QLineEdit *>(form.nameField());
    QVERIFY(name);
    QCOMPARE(name->text(), u"v13 (again, 2)"_s);
}

void TestEvalCommands::deletesRunsAndEvals()
{
    QVERIFY(openServer(u"0"_s));
    const QString triage = makeEval(u"triage golden"_s);
    makeEval(u"tone of voice"_s);
    for (const QString &name : {u"v13"_s, u"v14"_s, u"v15"_s})
        makeRun(triage, name);
    QVERIFY(showEvals());
    QVERIFY(open(u"triage golden"_s));
    QVERIFY(clickRow(u"v14"_s));
    m_proxy->clearSeen();
    m_console->press(QKeySequence(QKeySequence::Delete), tree());
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(!row(u"v14"_s).isValid());
    QCOMPARE(m_proxy->count("DELETE"), 1);
    QVERIFY(row(u"v13"_s).isValid());
    // An eval says what goes with it, and takes it along: one call, not three.
    QVERIFY(clickRow(u"triage golden"_s));
    QVERIFY(clickRow(u"v13"_s, Qt::ControlModifier));
    m_console->press(QKeySequence(QKeySequence::Delete), tree());
    auto *dialog = m_console->await<QDialog>(u"confirmDialog"_s);
    QVERIFY(dialog);
    const auto labels = dialog->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
                        [](const QLabel *label) { return label->text().contains(u"2 run"_s); }));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(!row(u"triage golden"_s).isValid());
    QCOMPARE(m_proxy->count("DELETE"), 2);
    QCOMPARE(m_proxy->count("DELETE", "/evals/" + triage.toUtf8()), 1);
    QCOMPARE(ask("GET", "/evals/" + triage.toUtf8()).status, 404);
    ODC_EVENTUALLY(summary() == u"1 eval · 0 run"_s);
    QVERIFY(row(u"tone of voice"_s).isValid());
}

void TestEvalCommands::copiesAndExports()
{
    QVERIFY(openServer(u"0"_s));
    const QString triage = makeEval(u"=triage golden"_s);
    const QString run = makeRun(triage, u"v13, mini"_s);
    QVERIFY(showEvals());
    QVERIFY(open(u"=triage golden"_s));
    QVERIFY(clickRow(u"v13, mini"_s));
    m_console->press(QKeySequence(QKeySequence::Copy), tree());
    QCOMPARE(QGuiApplication::clipboard()->text(), run);
    m_console->action(u"evals.copyJson"_s)->trigger();
    QCOMPARE(QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8())[u"id"_s].toString(), run);
    ODC_EVENTUALLY(m_console->action(u"evals.copyCurl"_s)->isEnabled());
    m_console->action(u"evals.copyCurl"_s)->trigger();
    const QString curl = QGuiApplication::clipboard()->text();
    QVERIFY(curl.contains(u"/evals/%1/runs/%2"_s.arg(triage, run)));
    QVERIFY(!curl.contains(QLatin1StringView(key)));
    m_console->action(u"evals.exportCsv"_s)->trigger();
    QVERIFY(m_console->chooseFile(u"exportDialog"_s, m_home->filePath(u"out.csv"_s)));
    ODC_EVENTUALLY(messages()->isShowing());
    const QByteArray csv = readFile(m_home->filePath(u"out.csv"_s));
    QVERIFY(csv.contains("'=triage golden")); // no formula for a spreadsheet
    QVERIFY(csv.contains("\"v13, mini\""));
    QCOMPARE(csv.trimmed().count('\n'), 1); // the header and the one run
    m_console->action(u"evals.exportJson"_s)->trigger();
    QVERIFY(m_console->chooseFile(u"exportDialog"_s, m_home->filePath(u"out.json"_s)));
    ODC_EVENTUALLY(QFile::exists(m_home->filePath(u"out.json"_s)));
    QCOMPARE(QJsonDocument::fromJson(readFile(m_home->filePath(u"out.json"_s))).array().size(),
             2); // eval and run
    // Of several that are selected, an eval stands for its runs, closed as it is; the others are left out.
    const QString tone = makeEval(u"tone"_s);
    makeRun(tone, u"t1"_s);
    makeRun(tone, u"t2"_s);
    makeRun(makeEval(u"other"_s), u"o1"_s);
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(summary() == u"3 eval · 4 run"_s);
    QVERIFY(clickRow(u"v13, mini"_s));
    QVERIFY(clickRow(u"tone"_s, Qt::ControlModifier));
    QVERIFY(!tree()->isExpanded(row(u"tone"_s)));
    m_console->action(u"evals.exportCsv"_s)->trigger();
    QVERIFY(m_console->chooseFile(u"exportDialog"_s, m_home->filePath(u"some.csv"_s)));
    ODC_EVENTUALLY(QFile::exists(m_home->filePath(u"some.csv"_s)));
    const QByteArray some = readFile(m_home->filePath(u"some.csv"_s));
    QCOMPARE(some.trimmed().count('\n'), 3);
    QVERIFY(some.contains("v13") && some.contains(",t1,") && some.contains(",t2,"));
}

void TestEvalCommands::readOnlyProfileChangesNothing()
{
    QVERIFY(openServer(u"1000"_s, [](Profile &profile) { profile.readOnly = true; }));
    const QString eval = makeEval(u"triage golden"_s);
    makeRun(eval, u"slow"_s);
    QVERIFY(showEvals());
    QVERIFY(open(u"triage golden"_s));
    QVERIFY(clickRow(u"slow"_s));
    for (const QString &name : {u"new"_s, u"duplicate"_s, u"newRun"_s, u"repeatRun"_s, u"rename"_s,
                                u"metadata"_s, u"cancel"_s, u"delete"_s}) {
        const QAction *action = m_console->action(u"evals."_s + name);
        QVERIFY2(action && !action->isEnabled(), qPrintable(name));
        QVERIFY2(action->toolTip().contains(u"read-only"_s), qPrintable(name));
    }
    m_console->press(QKeySequence(QKeySequence::Delete), tree());
    QVERIFY(!m_console->find<QDialog>(u"confirmDialog"_s));
    QVERIFY(m_console->action(u"evals.copyId"_s)->isEnabled());
}

QTEST_MAIN(TestEvalCommands)
#include "tst_evalcommands.moc"

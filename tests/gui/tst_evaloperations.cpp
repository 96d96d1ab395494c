// SPDX-License-Identifier: GPL-3.0-or-later
// Every operation on evals is within reach of a person: all twelve are driven through the window, and the
// local server's own log says whether each was called and answered.
#include "gui/support/evalform.h"

#include "api/session.h"
#include "app/embeddedserver.h"
#include "app/profileopener.h"
#include "base/requestlog.h"
#include "localserver/localserver.h"
#include "settings/secretstore.h"
#include "settings/settings.h"
#include "support/faultproxy.h"
#include "support/operations.h"
#include "ui/widgets/treeview.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QTemporaryDir>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestEvalOperations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init();
    void cleanup();

    void whatIsMissingIsNamed();
    void allTwelveThroughTheWindow();

private:
    // Each of these is a piece of one session; the operations it drives are named with it.
    void makeAnEval();     ///< evals: create, list, get
    void renameIt();       ///< evals: update
    void startARun();      ///< runs: create, list, get
    void cancelASlowRun(); ///< runs: cancel
    void readItsItems();   ///< output items: list, get
    void deleteTheRun();   ///< runs: delete
    void deleteTheEval();  ///< evals: delete

    /// Sends the form; its answer gets lost, and a person says that what the list holds is it.
    void sendWithLostAnswer(const QString &button, const QByteArray &path);
    TreeView *tree() const { return m_console->find<TreeView>(u"evalsTree"_s); }
    QModelIndex row(const QString &name) const;
    QString status(const QString &run) const { return row(run).siblingAtColumn(2).data().toString(); }
    bool clickRow(const QString &name);

    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<FaultProxy> m_proxy;
};

void TestEvalOperations::init()
{
    failOnNoise();
    m_home = std::make_unique<QTemporaryDir>();
    m_console = std::make_unique<Console>(m_theme, m_home->path());
}

void TestEvalOperations::cleanup()
{
    m_console.reset();
    m_proxy.reset();
    m_home.reset();
}

QModelIndex TestEvalOperations::row(const QString &name) const
{
    const QAbstractItemModel *model = tree()->model();
    return model->match(model->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive)
        .value(0);
}

bool TestEvalOperations::clickRow(const QString &name)
{
    const QModelIndex index = row(name);
    if (!index.isValid())
        return false;
    m_console->activate();
    tree()->scrollTo(index);
    QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, tree()->visualRect(index).center());
    return tree()->selectionModel()->isSelected(index);
}

void TestEvalOperations::sendWithLostAnswer(const QString &button, const QByteArray &path)
{
    m_proxy->add("POST", path, Fault::loseReply());
    QVERIFY(m_console->click(button));
    QVERIFY(m_console->await<QDialog>(u"lostCreateDialog"_s));
    QVERIFY(m_console->await<QComboBox>(u"lostCandidates"_s));
    QVERIFY(m_console->click(u"isThere"_s));
}

void TestEvalOperations::makeAnEval()
{
    m_console->press(u"Alt+5"_s);
    ODC_EVENTUALLY(tree() && m_console->page()->list()->loadState() == LoadState::Ready);
    QVERIFY(m_console->click(u"newEvalButton"_s));
    EvalForm form(m_console->await<QDialog>(u"newEvalDialog"_s));
    QVERIFY(form.activate());
    EvalForm::type(form.nameField(), u"triage"_s);
    form.tab(1);
    form.addProperty(u"label"_s);
    form.addGrader(u"string_check"_s);
    EvalForm::type(form.graderField(u"name"_s), u"exact"_s);
    EvalForm::type(form.graderField(u"reference"_s), u"{{item.label}}"_s);
    QVERIFY2(form.in<QPushButton>(u"createEval"_s)->isEnabled(), qPrintable(form.problemText()));
    sendWithLostAnswer(u"createEval"_s, "/evals");
    ODC_EVENTUALLY(row(u"triage"_s).isValid() && !m_console->find<QDialog>(u"newEvalDialog"_s));
}

void TestEvalOperations::renameIt()
{
    QVERIFY(clickRow(u"triage"_s));
    m_console->press(QKeySequence(Qt::Key_F2), tree());
    auto *name = m_console->await<QLineEdit>(u"evalName"_s);
    QVERIFY(name);
    QTest::keyClicks(name, u"triage golden"_s);
    QVERIFY(m_console->click(u"saveEval"_s));
    ODC_EVENTUALLY(row(u"triage golden"_s).isValid() && !m_console->find<QDialog>(u"evalEditDialog"_s));
}

void TestEvalOperations::startARun()
{
    QVERIFY(clickRow(u"triage golden"_s));
    m_console->press(QKeySequence(u"Ctrl+Shift+N"_s), tree());
    EvalForm form(m_console->await<QDialog>(u"newRunDialog"_s));
    QVERIFY(form.activate());
    EvalForm::type(form.nameField(), u"first"_s);
    form.choose(u"runType"_s, u"jsonl"_s);
    form.tab(1);
    EvalForm::type(form.in<QPlainTextEdit>(u"rowsText"_s),
                   u"{\"item\":{\"label\":\"a\"},\"sample\":{\"output_text\":\"b\"}}"_s);
    ODC_EVENTUALLY(form.in<QPushButton>(u"startRun"_s)->isEnabled());
    sendWithLostAnswer(u"startRun"_s, "/runs");
    ODC_EVENTUALLY(row(u"first"_s).isValid() && !m_console->find<QDialog>(u"newRunDialog"_s));
    m_console->services().settings().set(Setting::PollSeconds, 1);
    ODC_EVENTUALLY(status(u"first"_s) == u"completed"_s);
    m_console->services().settings().set(Setting::PollSeconds, 0);
}

void TestEvalOperations::cancelASlowRun()
{
    QVERIFY(clickRow(u"first"_s));
    QVERIFY(m_console->chooseFromMenu(u"objectMenu"_s, u"evals.repeatRun"_s));
    EvalForm form(m_console->await<QDialog>(u"newRunDialog"_s));
    QVERIFY(form.activate());
    EvalForm::type(form.nameField(), u"slow"_s);
    form.tab(1);
    // Ten seconds of work for the server.
    const QByteArray line = R"({"item":{"label":"a"},"sample":{"output_text":"a"}})";
    const QString rows = writeFile(m_home->filePath(u"rows.jsonl"_s), (line + '\n').repeated(900));
    QVERIFY(m_console->click(u"rowsFromFile"_s));
    QVERIFY(m_console->chooseFile(u"rowsDialog"_s, rows));
    ODC_EVENTUALLY(form.in<QPlainTextEdit>(u"rowsText"_s)->isReadOnly() // so many are only shown in part
                   && form.in<QPushButton>(u"startRun"_s)->isEnabled());
    QVERIFY(m_console->click(u"startRun"_s));
    ODC_EVENTUALLY(row(u"slow"_s).isValid() && !m_console->find<QDialog>(u"newRunDialog"_s));
    QVERIFY(clickRow(u"slow"_s));
    ODC_EVENTUALLY(m_console->action(u"evals.cancel"_s)->isEnabled());
    QVERIFY(m_console->chooseFromMenu(u"objectMenu"_s, u"evals.cancel"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(status(u"slow"_s) == u"canceled"_s);
}

void TestEvalOperations::readItsItems()
{
    QVERIFY(clickRow(u"first"_s));
    m_console->press(QKeySequence(Qt::Key_Return), tree());
    ODC_EVENTUALLY(m_console->find<QLabel>(u"itemsSummary"_s) &&
                   m_console->find<QLabel>(u"itemsSummary"_s)->text().startsWith(u"1 item"_s));
    m_console->press(u"N"_s); // its only failure
    ODC_EVENTUALLY(m_console->find<QLabel>(u"itemTitle"_s) &&
                   m_console->find<QLabel>(u"itemTitle"_s)->text() == u"Item 0"_s);
    ODC_EVENTUALLY([this] { // it is read by itself, a moment later
        const LoggedCall last = m_console->session()->requestLog().calls().last();
        return last.path.contains(u"/output_items/"_s) && !last.running;
    }());
}

void TestEvalOperations::deleteTheRun()
{
    QVERIFY(clickRow(u"slow"_s));
    m_console->press(QKeySequence(QKeySequence::Delete), tree());
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(!row(u"slow"_s).isValid());
}

void TestEvalOperations::deleteTheEval()
{
    QVERIFY(clickRow(u"triage golden"_s));
    QVERIFY(m_console->chooseFromMenu(u"objectMenu"_s, u"evals.delete"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(!row(u"triage golden"_s).isValid());
}

void TestEvalOperations::whatIsMissingIsNamed()
{
    QCOMPARE(evalOperations().size(), 12);
    const QList<AnsweredRequest> all{{"POST", "/v1/evals", 201},
                                     {"GET", "/v1/evals?limit=20&order=asc", 200},
                                     {"GET", "/v1/evals/e", 200},
                                     {"POST", "/v1/evals/e", 200},
                                     {"DELETE", "/v1/evals/e", 200},
                                     {"POST", "/v1/evals/e/runs", 201},
                                     {"GET", "/v1/evals/e/runs", 200},
                                     {"GET", "/v1/evals/e/runs/r", 200},
                                     {"POST", "/v1/evals/e/runs/r", 200},
                                     {"DELETE", "/v1/evals/e/runs/r", 200},
                                     {"GET", "/v1/evals/e/runs/r/output_items?limit=100", 200},
                                     {"GET", "/v1/evals/e/runs/r/output_items/i", 200}};
    QCOMPARE(missingOperations(evalOperations(), all), QStringList());
    // No request stands for more than one operation, and an answer that refuses stands for none.
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QStringList only{evalOperations().at(i).name()};
        QList<AnsweredRequest> less = all;
        less.removeAt(i);
        QCOMPARE(missingOperations(evalOperations(), less), only);
        less = all;
        less[i].status = 404;
        QCOMPARE(missingOperations(evalOperations(), less), only);
    }
    QCOMPARE(missingOperations({{"GET", "/evals/{eval_id}"}},
                               {{"GET", "/v1/evals/", 200}, {"GET", "/v1/files/e", 200}}),
             QStringList{u"GET /evals/{eval_id}"_s});
}

void TestEvalOperations::allTwelveThroughTheWindow()
{
    QVERIFY(m_console->openLocal());
    // An eval, and a run, by themselves are only read after an answer was lost: what loses it stands between.
    EmbeddedServer &embedded = m_console->services().opener().embeddedServer();
    m_proxy = std::make_unique<FaultProxy>(embedded.url());
    QVERIFY(m_console->open(m_console->addProfile(u"Own"_s, m_proxy->url(), embedded.token().reveal())));
    m_console->localServer()->clearRequestLog();
    using Step = void (TestEvalOperations::*)();
    for (const Step step :
         {&TestEvalOperations::makeAnEval, &TestEvalOperations::renameIt, &TestEvalOperations::startARun,
          &TestEvalOperations::cancelASlowRun, &TestEvalOperations::readItsItems,
          &TestEvalOperations::deleteTheRun, &TestEvalOperations::deleteTheEval}) {
        (this->*step)();
        if (QTest::currentTestFailed())
            break; // what was not answered is named all the same
    }
    const auto named = [this] {
        return missingOperations(evalOperations(), answeredRequests(m_console->localServer()->requestLog()));
    };
    QVERIFY2(named().isEmpty(), qPrintable(u"No answer of 2xx to: "_s + named().join(u", "_s)));
}

QTEST_MAIN(TestEvalOperations)
#include "tst_evaloperations.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// A session with evals: one is made while the answer is lost, a grader tried, runs started, read and cancelled, all deleted.
#include "gui/support/drivers/localdriver.h"
#include "gui/support/evalform.h"

#include "api/session.h"
#include "app/embeddedserver.h"
#include "app/profileopener.h"
#include "base/requestlog.h"
#include "localserver/localserver.h"
#include "settings/secretstore.h"
#include "settings/settings.h"
#include "support/faultproxy.h"
#include "ui/widgets/treeview.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QTableWidget>
#include <QTemporaryDir>

namespace odc::test {

using namespace Qt::StringLiterals;

namespace {

class EvalsDriver final : public LocalDriver
{
public:
    EvalsDriver()
    {
        add(u"makeAnEval"_s, {"evals.list", "evals.create", "evals.retrieve", "fine_tuning.alpha.graders.run"},
            [this] { makeAnEval(); });
        add(u"renameIt"_s, {"evals.update"}, [this] { renameIt(); });
        add(u"startARun"_s, {"evals.runs.create", "evals.runs.list", "evals.runs.retrieve"}, [this] { startARun(); });
        add(u"cancelASlowRun"_s, {"evals.runs.cancel"}, [this] { cancelASlowRun(); });
        add(u"readItsItems"_s, {"evals.runs.output_items.list", "evals.runs.output_items.retrieve"},
            [this] { readItsItems(); });
        add(u"deleteTheRun"_s, {"evals.runs.delete"}, [this] { deleteTheRun(); });
        add(u"deleteTheEval"_s, {"evals.delete"}, [this] { deleteTheEval(); });
    }
    QString area() const override { return u"evals"_s; }

protected:
    void begin() override
    {
        LocalDriver::begin();
        // An eval, and a run, by themselves are only read after an answer was lost: what loses it stands between.
        EmbeddedServer &embedded = m_console->services().opener().embeddedServer();
        m_proxy = std::make_unique<FaultProxy>(embedded.url());
        QVERIFY(m_console->open(m_console->addProfile(u"Own"_s, m_proxy->url(), embedded.token().reveal())));
    }
    void close() override
    {
        LocalDriver::close();
        m_proxy.reset();
    }

private:
    void makeAnEval();
    void tryTheGrader(const EvalForm &form);
    void renameIt();
    void startARun();
    void cancelASlowRun();
    void readItsItems();
    void deleteTheRun();
    void deleteTheEval();

    /// Sends the form; its answer gets lost, and a person says that what the list holds is it.
    void sendWithLostAnswer(const QString &button, const QByteArray &path);
    TreeView *tree() const { return m_console->find<TreeView>(u"evalsTree"_s); }
    QModelIndex row(const QString &name) const;
    QString status(const QString &run) const { return row(run).siblingAtColumn(2).data().toString(); }
    bool clickRow(const QString &name);

    std::unique_ptr<FaultProxy> m_proxy;
};

QModelIndex EvalsDriver::row(const QString &name) const
{
    const QAbstractItemModel *model = tree()->model();
    return model->match(model->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive)
        .value(0);
}

bool EvalsDriver::clickRow(const QString &name)
{
    const QModelIndex index = row(name);
    if (!index.isValid())
        return false;
    m_console->activate();
    tree()->scrollTo(index);
    QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, tree()->visualRect(index).center());
    return tree()->selectionModel()->isSelected(index);
}

void EvalsDriver::sendWithLostAnswer(const QString &button, const QByteArray &path)
{
    m_proxy->add("POST", path, Fault::loseReply());
    QVERIFY(m_console->click(button));
    QVERIFY(m_console->await<QDialog>(u"lostCreateDialog"_s));
    QVERIFY(m_console->await<QComboBox>(u"lostCandidates"_s));
    QVERIFY(m_console->click(u"isThere"_s));
}

void EvalsDriver::makeAnEval()
{
    goTo(u"evals"_s);
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
    tryTheGrader(form);
    if (QTest::currentTestFailed())
        return;
    sendWithLostAnswer(u"createEval"_s, "/evals");
    ODC_EVENTUALLY(row(u"triage"_s).isValid() && !m_console->find<QDialog>(u"newEvalDialog"_s));
}

void EvalsDriver::tryTheGrader(const EvalForm &form)
{
    const QString rows = writeFile(m_home->filePath(u"trial.jsonl"_s),
                                   R"({"item":{"label":"yes"},"sample":{"output_text":"yes"}})"
                                   "\n");
    Console::click(form.in<QPushButton>(u"tryGrader"_s));
    auto *trial = m_console->await<QDialog>(u"tryGraderDialog"_s);
    QVERIFY(trial);
    QVERIFY(m_console->click(u"tryFile"_s));
    QVERIFY(m_console->chooseFile(u"tryRowsDialog"_s, rows));
    auto *table = trial->findChild<QTableWidget *>(u"tryRows"_s);
    // There is an empty row until that of the file is read.
    ODC_EVENTUALLY(table->rowCount() == 1 && table->item(0, 1) && table->item(0, 1)->text() == u"yes"_s &&
                   m_console->find<QPushButton>(u"tryGrade"_s)->isEnabled());
    QVERIFY(m_console->click(u"tryGrade"_s));
    ODC_EVENTUALLY(table->item(0, 3) && table->item(0, 3)->text() == u"Passed"_s);
    trial->close();
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"tryGraderDialog"_s));
}

void EvalsDriver::renameIt()
{
    QVERIFY(clickRow(u"triage"_s));
    m_console->press(QKeySequence(Qt::Key_F2), tree());
    auto *name = m_console->await<QLineEdit>(u"evalName"_s);
    QVERIFY(name);
    QTest::keyClicks(name, u"triage golden"_s);
    QVERIFY(m_console->click(u"saveEval"_s));
    ODC_EVENTUALLY(row(u"triage golden"_s).isValid() && !m_console->find<QDialog>(u"evalEditDialog"_s));
}

void EvalsDriver::startARun()
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

void EvalsDriver::cancelASlowRun()
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

void EvalsDriver::readItsItems()
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

void EvalsDriver::deleteTheRun()
{
    QVERIFY(clickRow(u"slow"_s));
    m_console->press(QKeySequence(QKeySequence::Delete), tree());
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(!row(u"slow"_s).isValid());
}

void EvalsDriver::deleteTheEval()
{
    QVERIFY(clickRow(u"triage golden"_s));
    QVERIFY(m_console->chooseFromMenu(u"objectMenu"_s, u"evals.delete"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(!row(u"triage golden"_s).isValid());
}

} // namespace

std::unique_ptr<OperationDriver> evalsDriver()
{
    return std::make_unique<EvalsDriver>();
}

} // namespace odc::test

// SPDX-License-Identifier: GPL-3.0-or-later
// Every operation on batches is within reach of a person: all four are driven through the window, and the local
// server's own log says whether each was called and answered.
#include "gui/support/batchespagetest.h"
#include "gui/support/evalform.h"

#include "app/embeddedserver.h"
#include "app/profileopener.h"
#include "localserver/localserver.h"
#include "settings/secretstore.h"
#include "settings/settings.h"
#include "support/operations.h"

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestBatchOperations : public BatchesPageTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openConsole(); }
    void cleanup() { closeConsole(); }

    void whatIsMissingIsNamed();
    void allFourThroughTheWindow();

private:
    void listThem();   ///< list
    void makeOne();    ///< create
    void cancelIt();   ///< cancel, and get: the answer is lost
};

void TestBatchOperations::whatIsMissingIsNamed()
{
    const QList<AnsweredRequest> all{{"POST", "/v1/batches", 200},
                                     {"GET", "/v1/batches?limit=100", 200},
                                     {"GET", "/v1/batches/b", 200},
                                     {"POST", "/v1/batches/b/cancel", 200}};
    QCOMPARE(batchOperations().size(), 4);
    QCOMPARE(missingOperations(batchOperations(), all), QStringList());
    for (qsizetype i = 0; i < all.size(); ++i) {
        QList<AnsweredRequest> less = all;
        less.removeAt(i);
        QCOMPARE(missingOperations(batchOperations(), less), QStringList{batchOperations().at(i).name()});
    }
}

void TestBatchOperations::listThem()
{
    m_console->press(u"Alt+3"_s);
    ODC_EVENTUALLY(m_console->page()->objectName() == u"batchesPage"_s &&
                   m_console->page()->list()->loadState() == LoadState::Ready);
}

void TestBatchOperations::makeOne()
{
    const QString lines = writeFile(m_home->filePath(u"lines.jsonl"_s), chatLines({u"Hello"_s, u"[[never]]"_s}));
    QVERIFY(m_console->click(u"newBatchButton"_s));
    EvalForm form(m_console->await<QDialog>(u"newBatchDialog"_s));
    QVERIFY(form.activate());
    QVERIFY(m_console->click(u"chooseBatchFile"_s));
    QVERIFY(m_console->chooseFile(u"batchFileDialog"_s, lines));
    ODC_EVENTUALLY(form.in<QPushButton>(u"createBatch"_s)->isEnabled());
    form.tab(1);
    EvalForm::type(form.in<QLineEdit>(u"batchName"_s), u"nightly"_s);
    QVERIFY(m_console->click(u"createBatch"_s));
    ODC_EVENTUALLY(!cell(u"nightly"_s, "status").isEmpty() && !m_console->find<QDialog>(u"newBatchDialog"_s));
    QCOMPARE(m_console->column("name"), QStringList{u"nightly"_s}); // one, and it is selected
    QCOMPARE(m_console->pane()->selectedIds().size(), 1);
    m_console->services().settings().set(Setting::PollSeconds, 1);
    ODC_EVENTUALLY(cell(u"nightly"_s, "status") == u"in progress"_s && cell(u"nightly"_s, "progress") == u"50 %"_s);
}

void TestBatchOperations::cancelIt()
{
    m_proxy->add("POST", "/cancel", Fault::loseReply());
    QVERIFY(m_console->select({u"nightly"_s}));
    ODC_EVENTUALLY(m_console->action(u"batches.cancel"_s)->isEnabled());
    QVERIFY(m_console->chooseFromMenu(u"objectMenu"_s, u"batches.cancel"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(cell(u"nightly"_s, "status").startsWith(u"cancel"_s));
    QCOMPARE(asked("POST", "/batches/" + m_console->pane()->selectedIds().first().toUtf8() + "/cancel"), 1);
}

void TestBatchOperations::allFourThroughTheWindow()
{
    QVERIFY(m_console->openLocal());
    EmbeddedServer &embedded = m_console->services().opener().embeddedServer();
    m_proxy = std::make_unique<FaultProxy>(embedded.url()); // loses an answer
    QVERIFY(m_console->open(m_console->addProfile(u"Own"_s, m_proxy->url(), embedded.token().reveal())));
    m_console->localServer()->clearRequestLog();
    using Step = void (TestBatchOperations::*)();
    for (const Step step :
         {&TestBatchOperations::listThem, &TestBatchOperations::makeOne, &TestBatchOperations::cancelIt}) {
        (this->*step)();
        if (QTest::currentTestFailed())
            break; // what was not answered is named all the same
    }
    const auto named = [this] {
        return missingOperations(batchOperations(), answeredRequests(m_console->localServer()->requestLog()));
    };
    QVERIFY2(named().isEmpty(), qPrintable(u"No answer of 2xx to: "_s + named().join(u", "_s)));
}

QTEST_MAIN(TestBatchOperations)
#include "tst_batchoperations.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// A session with batches: one is made in the form, cancelled while an answer is lost, and its results are looked at.
#include "gui/support/batchespagetest.h"
#include "gui/support/drivers/operationdriver.h"
#include "gui/support/evalform.h"

#include "app/embeddedserver.h"
#include "app/profileopener.h"
#include "localserver/localserver.h"
#include "settings/secretstore.h"
#include "settings/settings.h"

#include <algorithm>

namespace odc::test {

using namespace Qt::StringLiterals;

namespace {

class BatchesDriver final : public BatchesPageTest, public OperationDriver
{
public:
    BatchesDriver()
    {
        add(u"listThem"_s, {"batches.list"}, [this] { listThem(); });
        add(u"makeOne"_s, {"batches.create"}, [this] { makeOne(); });
        add(u"cancelIt"_s, {"batches.cancel", "batches.retrieve"}, [this] { cancelIt(); });
        add(u"seeResults"_s, {"files.retrieve"}, [this] { seeResults(); });
    }
    QString area() const override { return u"batches"_s; }

protected:
    void begin() override
    {
        m_theme.apply(*qApp);
        openConsole();
        QVERIFY(m_console->openLocal());
        EmbeddedServer &embedded = m_console->services().opener().embeddedServer();
        m_proxy = std::make_unique<FaultProxy>(embedded.url()); // loses an answer
        QVERIFY(m_console->open(m_console->addProfile(u"Own"_s, m_proxy->url(), embedded.token().reveal())));
    }
    void close() override { closeConsole(); }
    Console &console() const override { return *m_console; }
    QList<AnsweredRequest> answers() const override
    {
        return answeredRequests(m_console->localServer()->requestLog());
    }
    void clearAnswers() override { m_console->localServer()->clearRequestLog(); }

private:
    void listThem();
    void makeOne();
    void cancelIt();
    void seeResults();
};

void BatchesDriver::listThem()
{
    goTo(u"batches"_s);
    ODC_EVENTUALLY(m_console->page()->list()->loadState() == LoadState::Ready);
}

void BatchesDriver::makeOne()
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

void BatchesDriver::cancelIt()
{
    m_proxy->add("POST", "/cancel", Fault::loseReply());
    QVERIFY(m_console->select({u"nightly"_s}));
    ODC_EVENTUALLY(m_console->action(u"batches.cancel"_s)->isEnabled());
    QVERIFY(m_console->chooseFromMenu(u"objectMenu"_s, u"batches.cancel"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(cell(u"nightly"_s, "status").startsWith(u"cancel"_s));
    // The answer was lost: it was looked at, and not asked for once more.
    const QList<AnsweredRequest> all = answers();
    QCOMPARE(std::count_if(all.cbegin(), all.cend(),
                           [](const AnsweredRequest &each) {
                               return each.method == "POST" && each.target.endsWith("/cancel");
                           }),
             1);
}

void BatchesDriver::seeResults()
{
    ODC_EVENTUALLY(cell(u"nightly"_s, "status") == u"cancelled in part"_s); // one of the two had its answer
    QVERIFY(m_console->select({u"nightly"_s}));
    ODC_EVENTUALLY(m_console->action(u"batches.results"_s)->isEnabled());
    m_console->press(QKeySequence(Qt::Key_Return), m_console->table());
    ODC_EVENTUALLY(m_console->find<QWidget>(u"resultsBatch"_s));
    m_console->services().settings().set(Setting::PollSeconds, 0);
}

} // namespace

std::unique_ptr<OperationDriver> batchesDriver()
{
    return std::make_unique<BatchesDriver>();
}

} // namespace odc::test

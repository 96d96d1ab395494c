// SPDX-License-Identifier: GPL-3.0-or-later
// A session with fine-tuning: jobs made, watched, paused and cancelled, checkpoints shared, a model deleted. Only what
// concerns permissions may carry the admin key.
#include "gui/support/drivers/operationdriver.h"
#include "gui/support/evalform.h"
#include "gui/support/finetuningpagetest.h"

#include "app/embeddedserver.h"
#include "app/profileopener.h"
#include "localserver/localserver.h"
#include "settings/settings.h"
#include "ui/forms/jsonedit.h"
#include "ui/pages/finetuning/permissionspane.h"
#include "ui/widgets/cellgrid.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace odc::test {

using namespace Qt::StringLiterals;

namespace {

class FineTuningDriver final : public FineTuningPageTest, public OperationDriver
{
public:
    FineTuningDriver()
    {
        add(u"listThem"_s, {"fine_tuning.jobs.list"}, [this] { listThem(); });
        add(u"makeOne"_s, {"fine_tuning.jobs.create", "models.list"}, [this] { makeOne(); });
        add(u"readWhatHappens"_s, {"fine_tuning.jobs.list_events"}, [this] { readWhatHappens(); });
        add(u"steerIt"_s, {"fine_tuning.jobs.pause", "fine_tuning.jobs.resume"}, [this] { steerIt(); });
        // An answer is lost: the job is looked at.
        add(u"cancelIt"_s, {"fine_tuning.jobs.cancel", "fine_tuning.jobs.retrieve"}, [this] { cancelIt(); });
        add(u"seeOneThrough"_s, {"fine_tuning.jobs.checkpoints.list"}, [this] { seeOneThrough(); });
        add(u"share"_s,
            {"fine_tuning.checkpoints.permissions.create", "fine_tuning.checkpoints.permissions.list",
             "fine_tuning.checkpoints.permissions.delete"},
            [this] { share(); });
        add(u"deleteModel"_s, {"models.delete"}, [this] { deleteModel(); });
    }
    QString area() const override { return u"finetuning"_s; }

protected:
    void begin() override
    {
        m_theme.apply(*qApp);
        openConsole();
        QVERIFY(m_console->openLocal());
        EmbeddedServer &embedded = m_console->services().opener().embeddedServer();
        m_proxy = std::make_unique<FaultProxy>(embedded.url()); // loses an answer
        QVERIFY(m_console->open(
            m_console->addProfile(u"Own"_s, m_proxy->url(), embeddedKey(), {}, embedded.adminToken().reveal())));
    }
    void close() override { closeConsole(); }
    Console &console() const override { return *m_console; }
    QList<AnsweredRequest> answers() const override
    {
        return answeredRequests(m_console->localServer()->requestLog());
    }
    void clearAnswers() override { m_console->localServer()->clearRequestLog(); }
    void review() override
    {
        for (const server::LoggedRequest &request : m_console->localServer()->requestLog()) {
            const bool isPermission = request.target.contains("/permissions");
            QVERIFY2((request.access == u"admin"_s) == isPermission, request.target.constData());
        }
    }

private:
    void listThem();
    void makeOne();
    void readWhatHappens();
    void steerIt();
    void cancelIt();
    void seeOneThrough();
    void share();
    void deleteModel();

    /// A job made in the form, of so many steps in so many seconds.
    void make(const QString &suffix, int steps, int seconds);
    void showTabCalled(const QString &title);
    QString embeddedKey() const { return m_console->services().opener().embeddedServer().token().reveal(); }
};

void FineTuningDriver::listThem()
{
    goTo(u"finetuning"_s);
    ODC_EVENTUALLY(m_console->page()->list()->loadState() == LoadState::Ready);
    m_console->services().settings().set(Setting::PollSeconds, 1);
}

void FineTuningDriver::make(const QString &suffix, int steps, int seconds)
{
    const QString file = postForm(m_proxy->url(), "/v1/files",
                                  {{"purpose", "fine-tune", {}}, {"file", chatExamples(12), "train.jsonl"}},
                                  {{"Authorization", "Bearer " + embeddedKey().toUtf8()}})
                             .json()[u"id"_s]
                             .toString();
    QVERIFY(!file.isEmpty());
    QVERIFY(m_console->click(u"newJobButton"_s));
    EvalForm form(m_console->await<QDialog>(u"newJobDialog"_s));
    QVERIFY(form.activate());
    const QJsonObject body{{u"model"_s, u"gpt-4o-mini-2024-07-18"_s},
                           {u"training_file"_s, file},
                           {u"suffix"_s, suffix},
                           {u"seed"_s, 7},
                           {u"metadata"_s, QJsonObject{{u"odc_steps"_s, QString::number(steps)},
                                                       {u"odc_seconds"_s, QString::number(seconds)}}}};
    auto *json = form.in<JsonEdit>(u"requestJson"_s);
    QVERIFY(json);
    EvalForm::type(json, QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact)));
    ODC_EVENTUALLY(form.in<QPushButton>(u"createJob"_s)->isEnabled());
    QVERIFY(m_console->click(u"createJob"_s));
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"newJobDialog"_s) && !cell(suffix, "status").isEmpty());
}

void FineTuningDriver::makeOne()
{
    make(u"long"_s, 5000, 3000);
    ODC_EVENTUALLY(cell(u"long"_s, "status") == u"running"_s);
    QVERIFY(m_console->select({u"long"_s}));
}

void FineTuningDriver::showTabCalled(const QString &title)
{
    auto *tabs = m_console->page()->findChild<QWidget *>(u"jobDetails"_s)->findChild<QTabBar *>();
    for (int i = 0; i < tabs->count(); ++i) {
        if (tabs->tabText(i).remove(u'&').startsWith(title)) {
            QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(i).center());
            return;
        }
    }
    QFAIL(qPrintable(title));
}

void FineTuningDriver::readWhatHappens()
{
    showTabCalled(u"Events"_s);
    auto *events = m_console->page()->findChild<QWidget *>(u"jobEvents"_s);
    ODC_EVENTUALLY(events->isVisible() && events->findChild<QTableView *>()->model()->rowCount() > 3);
}

void FineTuningDriver::steerIt()
{
    QVERIFY(m_console->click(u"pauseJobButton"_s));
    ODC_EVENTUALLY(cell(u"long"_s, "status") == u"paused"_s);
    ODC_EVENTUALLY(m_console->action(u"finetuning.resume"_s)->isEnabled());
    QVERIFY(m_console->chooseFromMenu(u"objectMenu"_s, u"finetuning.resume"_s));
    ODC_EVENTUALLY(cell(u"long"_s, "status") == u"running"_s);
}

void FineTuningDriver::cancelIt()
{
    m_proxy->add("POST", "/cancel", Fault::loseReply());
    ODC_EVENTUALLY(m_console->action(u"finetuning.cancel"_s)->isEnabled());
    QVERIFY(m_console->chooseFromMenu(u"objectMenu"_s, u"finetuning.cancel"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(cell(u"long"_s, "status") == u"cancelled"_s);
}

void FineTuningDriver::seeOneThrough()
{
    make(u"short"_s, 40, 2);
    ODC_EVENTUALLY(cell(u"short"_s, "status") == u"succeeded"_s);
    QVERIFY(m_console->select({u"short"_s}));
    showTabCalled(u"Checkpoints"_s);
    auto *table = m_console->await<QTableView>(u"checkpointsTable"_s);
    QVERIFY(table);
    ODC_EVENTUALLY(table->model()->rowCount() > 0);
}

void FineTuningDriver::share()
{
    showTabCalled(u"Permissions"_s);
    QPushButton *add = nullptr;
    ODC_EVENTUALLY((add = m_console->find<QPushButton>(u"permissionsAdd"_s)) && add->isEnabled());
    QVERIFY(m_console->click(u"permissionsAdd"_s));
    QVERIFY(m_console->await<QDialog>(u"projectDialog"_s));
    QTest::keyClicks(m_console->find<QLineEdit>(u"projectId"_s), u"proj_search"_s);
    QVERIFY(m_console->click(u"projectAdd"_s));
    auto *pane = m_console->find<PermissionsPane>(u"permissionsPane"_s);
    auto *grid = m_console->find<CellGrid>(u"permissionsGrid"_s);
    QVERIFY(pane && grid);
    ODC_EVENTUALLY(grid->model()->rowCount() == 1 && grid->model()->columnCount() > 1);
    const auto granted = [&] {
        int count = 0;
        for (int column = 0; column < pane->model().columnCount(); ++column)
            count += pane->model().cellAt(0, column) == PermissionsModel::Cell::Granted ? 1 : 0;
        return count;
    };
    grid->setFocus();
    grid->setCurrentIndex(grid->model()->index(0, 1));
    ODC_EVENTUALLY(m_console->find<QPushButton>(u"permissionsGrant"_s)->isEnabled());
    QVERIFY(m_console->click(u"permissionsGrant"_s));
    ODC_EVENTUALLY(granted() == 1);
    ODC_EVENTUALLY(m_console->find<QPushButton>(u"permissionsRevoke"_s)->isEnabled());
    QVERIFY(m_console->click(u"permissionsRevoke"_s));
    QVERIFY(m_console->await<QDialog>(u"confirmDialog"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(granted() == 0);
}

void FineTuningDriver::deleteModel()
{
    const QString model = cell(u"short"_s, "result");
    QVERIFY(model.startsWith(u"ft:"_s));
    QVERIFY(m_console->select({u"short"_s}));
    ODC_EVENTUALLY(m_console->action(u"finetuning.deleteModel"_s)->isEnabled());
    QVERIFY(m_console->chooseFromMenu(u"objectMenu"_s, u"finetuning.deleteModel"_s));
    QVERIFY(m_console->await<QDialog>(u"confirmDialog"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY([&] {
        for (const server::LoggedRequest &request : m_console->localServer()->requestLog()) {
            if (request.method == "DELETE" && request.status == 200 &&
                QByteArray::fromPercentEncoding(request.target).endsWith("/models/" + model.toUtf8()))
                return true;
        }
        return false;
    }());
}

} // namespace

std::unique_ptr<OperationDriver> fineTuningDriver()
{
    return std::make_unique<FineTuningDriver>();
}

} // namespace odc::test

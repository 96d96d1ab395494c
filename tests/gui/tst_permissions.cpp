// SPDX-License-Identifier: GPL-3.0-or-later
// Who may use checkpoints, in the window: granted and revoked by mouse and by keys, with the server's own log
// as the witness; and what is said where there is no admin key, or one that is none.
#include "gui/support/finetuningpagetest.h"

#include "ui/pages/finetuning/permissionspane.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Cell = PermissionsModel::Cell;

namespace {

const auto model = u"ft:gpt-4o-mini-2024-07-18:acme:support:AbC"_s;
const auto earlier = model + u":ckpt-step-10"_s;
const auto later = model + u":ckpt-step-20"_s;
const auto adminKey = u"sk-admin-test-tuning-1"_s;

QByteArray pathOf(const QString &checkpoint)
{
    return "/fine_tuning/checkpoints/" + checkpoint.toUtf8() + "/permissions";
}

QJsonObject checkpointJson(const QString &id, const QString &name, int step)
{
    return {{u"id"_s, id},
            {u"object"_s, u"fine_tuning.job.checkpoint"_s},
            {u"created_at"_s, 1'760'000'000 + step},
            {u"fine_tuned_model_checkpoint"_s, name},
            {u"fine_tuning_job_id"_s, u"ftjob-a"_s},
            {u"metrics"_s, QJsonObject{{u"valid_loss"_s, 1.0 / step}}},
            {u"step_number"_s, step}};
}

} // namespace

class TestPermissions : public FineTuningPageTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init()
    {
        m_adminKey = adminKey;
        openConsole();
    }
    void cleanup() { closeConsole(); }

    void withoutAnAdminKeyNothingIsAsked();
    void aKeyThatIsNoAdminKeyIsNamed();
    void theyAreReadOnceTheyAreSeen();
    void grantedAndRevokedWithTheMouse();
    void grantedAndRevokedWithKeysAlone();
    void aWholeRowIsGrantedOnlyWhenThePersonSaysSo();
    void threeCheckpointsAreSeenInANarrowPane();
    void severalProjectsAreOneCallForEachCheckpoint();
    void noProjectIsTakenThatIsNone();
    void aLostGrantIsLookedUp();
    void whatFailedIsTriedAgainAlone();
    void aListThatFailsSaysSoAndIsReadAgainAlone();
    void readOnlyProfilesOnlyRead();
    void whatIsSaidOfAnotherJobHasAllTheRoom();

private:
    /// The tab of a job with two checkpoints and a model, one of which a project may use.
    void openPane(const std::function<void(Profile &)> &change = {});
    void showPermissions();
    PermissionsPane *pane() const { return m_console->find<PermissionsPane>(u"permissionsPane"_s); }
    CellGrid *grid() const { return m_console->find<CellGrid>(u"permissionsGrid"_s); }
    StateOverlay *said() const { return pane()->findChild<CellGrid *>()->findChild<StateOverlay *>(); }
    QModelIndex at(const QString &project, int column) const;
    Cell cell(const QString &project, int column) const
    {
        return pane()->model().cellAt(pane()->model().rowOf(project), column);
    }
    void clickCell(const QString &project, int column, Qt::KeyboardModifiers modifiers = {});
    void addProject(const QString &id);
    /// As an administrator does with another program.
    RawReply asAdmin(const QByteArray &method, const QString &checkpoint,
                     const QStringList &projects = {}) const;
    /// The projects that the server lets use it, in their order.
    QStringList allowed(const QString &checkpoint) const;
    /// What the server was asked of permissions, with the kind of key that came along.
    int logged(const QString &method, const QString &access = u"admin"_s) const;
};

/// Columns of the grid.
enum Column { Project, Step10, Step20, Final };

RawReply TestPermissions::asAdmin(const QByteArray &method, const QString &checkpoint,
                                  const QStringList &projects) const
{
    const QJsonObject body{{u"project_ids"_s, QJsonArray::fromStringList(projects)}};
    return rawRequest(
        m_server->url(), method, "/v1" + pathOf(checkpoint),
        {{"Authorization", "Bearer " + adminKey.toUtf8()}, {"Content-Type", "application/json"}},
        projects.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact));
}

QStringList TestPermissions::allowed(const QString &checkpoint) const
{
    QStringList projects;
    const QJsonArray data = asAdmin("GET", checkpoint).json()[u"data"_s].toArray();
    for (const QJsonValue &permission : data)
        projects << permission[u"project_id"_s].toString();
    projects.sort();
    return projects;
}

int TestPermissions::logged(const QString &method, const QString &access) const
{
    int count = 0;
    const QJsonArray log = m_server->log();
    for (const QJsonValue &request : log) {
        count += request[u"path"_s].toString().contains(u"/permissions"_s) &&
                         request[u"method"_s].toString() == method &&
                         request[u"access"_s].toString() == access
                     ? 1
                     : 0;
    }
    return count;
}

void TestPermissions::openPane(const std::function<void(Profile &)> &change)
{
    const auto named = [](const QString &name) { return QJsonObject{{u"name"_s, name}}; };
    QVERIFY(openStill(
        {jobJson(u"ftjob-b"_s, u"succeeded"_s,
                 {{u"metadata"_s, named(u"another"_s)}, {u"fine_tuned_model"_s, u"ft:other:acme::XyZ"_s}}),
         jobJson(u"ftjob-a"_s, u"succeeded"_s,
                 {{u"metadata"_s, named(u"support"_s)}, {u"fine_tuned_model"_s, model}})},
        change));
    QVERIFY(put("fine_tuning_checkpoints",
                {checkpointJson(u"ftckpt-2"_s, later, 20), checkpointJson(u"ftckpt-1"_s, earlier, 10)},
                u"ftjob-a"_s));
    QCOMPARE(asAdmin("POST", earlier, {u"proj_search"_s}).status, 200);
    m_server->clearLog();
    QVERIFY(m_console->select({u"support"_s}));
    showPermissions();
}

void TestPermissions::showPermissions()
{
    auto *tabs = m_console->page()->findChild<QWidget *>(u"jobDetails"_s)->findChild<QTabBar *>();
    for (int i = 0; i < tabs->count(); ++i) {
        if (tabs->tabText(i).remove(u'&').startsWith(u"Permissions"_s))
            m_console->showTab(i);
    }
    ODC_EVENTUALLY(pane() != nullptr);
}

QModelIndex TestPermissions::at(const QString &project, int column) const
{
    const QAbstractItemModel *shown = grid()->model();
    for (int row = 0; row < shown->rowCount(); ++row) {
        if (shown->index(row, Project).data().toString() == project)
            return shown->index(row, column);
    }
    return {};
}

void TestPermissions::clickCell(const QString &project, int column, Qt::KeyboardModifiers modifiers)
{
    ODC_EVENTUALLY(at(project, column).isValid() && grid()->isVisible());
    grid()->scrollTo(at(project, column));
    QTableView *view = column == Project ? grid()->frozen() : grid();
    const QPoint place = view->visualRect(at(project, column)).center();
    QVERIFY(view->viewport()->rect().contains(place));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, modifiers, place);
}

void TestPermissions::addProject(const QString &id)
{
    QVERIFY(m_console->click(u"permissionsAdd"_s));
    auto *dialog = m_console->await<QDialog>(u"projectDialog"_s);
    QVERIFY(dialog);
    QTest::keyClicks(m_console->find<QLineEdit>(u"projectId"_s), id);
    QVERIFY(m_console->click(u"projectAdd"_s));
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"projectDialog"_s) && at(id, Project).isValid());
}

void TestPermissions::withoutAnAdminKeyNothingIsAsked()
{
    m_adminKey.clear();
    openPane();
    ODC_EVENTUALLY(said()->kind() == StateOverlay::Kind::Unavailable);
    const StateOverlay::State &state = said()->state();
    QVERIFY2(state.sentence.contains(u"admin key"_s), qPrintable(state.sentence));
    // Why, where to get one, and what becomes of it.
    for (const auto &part : {u"administrators"_s, u"settings"_s, u"kept apart"_s, u"three calls only"_s})
        QVERIFY2(state.detail.contains(part), qPrintable(part));
    for (const char *name : {"grant", "revoke", "addProject", "refresh", "exportCsv"})
        QVERIFY2(!m_console->action(u"permissions."_s + QString::fromLatin1(name))->isEnabled(), name);
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(m_server->count(u"GET"_s, u"/v1/fine_tuning/jobs"_s) >= 1);
    for (const auto &access : {u"admin"_s, u"project"_s})
        QCOMPARE(logged(u"GET"_s, access), 0);
    QCOMPARE(m_proxy->count("GET", "/permissions"), 0);
    // The way out is one click.
    Console::click(said()->actionButton());
    auto *profiles = m_console->await<QDialog>(u"profilesDialog"_s);
    QVERIFY(profiles && m_console->find<QLineEdit>(u"profileAdminKey"_s));
    profiles->reject();
}

void TestPermissions::aKeyThatIsNoAdminKeyIsNamed()
{
    m_adminKey = u"sk-test-of-a-project"_s; // taken for one, and refused
    openPane();
    ODC_EVENTUALLY(said()->kind() == StateOverlay::Kind::Unavailable);
    QVERIFY2(said()->state().sentence.contains(u"does not take"_s), qPrintable(said()->state().sentence));
    QVERIFY(said()->state().detail.contains(u"sk-admin-"_s));
    // Each list once: a refused key is not tried again and again. The rest of the page goes on.
    ODC_EVENTUALLY(logged(u"GET"_s, u"project"_s) == 3);
    QCOMPARE(m_console->page()->list()->loadState(), LoadState::Ready);
    Console::click(pane()->findChild<CellGrid *>()->findChild<StateOverlay *>()->secondButton());
    ODC_EVENTUALLY(logged(u"GET"_s, u"project"_s) == 6);
    QCOMPARE(logged(u"GET"_s), 0);
}

void TestPermissions::theyAreReadOnceTheyAreSeen()
{
    openPane();
    ODC_EVENTUALLY(cell(u"proj_search"_s, Step10) == Cell::Granted &&
                   cell(u"proj_search"_s, Step20) == Cell::NotGranted &&
                   cell(u"proj_search"_s, Final) == Cell::NotGranted);
    QCOMPARE(logged(u"GET"_s), 3);
    QCOMPARE(grid()->model()->headerData(Step10, Qt::Horizontal).toString(), u"Step 10"_s);
    QCOMPARE(grid()->model()->headerData(Final, Qt::Horizontal).toString(), u"Final model"_s);
    QCOMPARE(said()->kind(), StateOverlay::Kind::None);
    // Seen again, they are there; another program's work shows when the person asks.
    m_console->showTab(0);
    showPermissions();
    QCOMPARE(asAdmin("POST", later, {u"proj_mobile"_s}).status, 200);
    m_server->clearLog();
    ODC_EVENTUALLY(m_console->action(u"permissions.refresh"_s)->isEnabled());
    m_console->action(u"permissions.refresh"_s)->trigger();
    ODC_EVENTUALLY(pane()->model().rowOf(u"proj_mobile"_s) >= 0 &&
                   cell(u"proj_mobile"_s, Step20) == Cell::Granted);
    ODC_EVENTUALLY(logged(u"GET"_s) == 3);
}

void TestPermissions::grantedAndRevokedWithTheMouse()
{
    openPane();
    clickCell(u"proj_search"_s, Step20);
    clickCell(u"proj_search"_s, Final, Qt::ControlModifier);
    ODC_EVENTUALLY(m_console->action(u"permissions.grant"_s)->isEnabled());
    QVERIFY(!m_console->action(u"permissions.revoke"_s)->isEnabled());
    QVERIFY(m_console->click(u"permissionsGrant"_s));
    QVERIFY(m_console->click(u"confirm"_s)); // it is more than the one cell that is looked at
    ODC_EVENTUALLY(cell(u"proj_search"_s, Step20) == Cell::Granted &&
                   cell(u"proj_search"_s, Final) == Cell::Granted);
    QCOMPARE(logged(u"POST"_s), 2);
    QCOMPARE(allowed(later), QStringList{u"proj_search"_s});
    QCOMPARE(allowed(model), QStringList{u"proj_search"_s});

    clickCell(u"proj_search"_s, Step10);
    ODC_EVENTUALLY(m_console->action(u"permissions.revoke"_s)->isEnabled());
    QVERIFY(m_console->click(u"permissionsRevoke"_s));
    auto *dialog = m_console->await<QDialog>(u"confirmDialog"_s);
    QVERIFY(dialog);
    const QString text = textOf(dialog);
    QVERIFY2(text.contains(u"proj_search"_s) && text.contains(u"Step 10"_s), qPrintable(text));
    QVERIFY(m_console->click(u"cancel"_s));
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"confirmDialog"_s));
    QCOMPARE(logged(u"DELETE"_s), 0);
    QVERIFY(m_console->click(u"permissionsRevoke"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(cell(u"proj_search"_s, Step10) == Cell::NotGranted);
    QCOMPARE(logged(u"DELETE"_s), 1);
    QCOMPARE(allowed(earlier), QStringList());
    QCOMPARE(allowed(later), QStringList{u"proj_search"_s});
    for (const auto &method : {u"GET"_s, u"POST"_s, u"DELETE"_s})
        QCOMPARE(logged(method, u"project"_s), 0);
}

void TestPermissions::grantedAndRevokedWithKeysAlone()
{
    openPane();
    ODC_EVENTUALLY(at(u"proj_search"_s, Project).isValid() &&
                   cell(u"proj_search"_s, Step20) == Cell::NotGranted);
    grid()->setFocus(Qt::TabFocusReason);
    m_console->press(QKeySequence(Qt::Key_Home), grid());
    m_console->press(QKeySequence(Qt::Key_Right));
    m_console->press(QKeySequence(Qt::Key_Right));
    QCOMPARE(grid()->currentIndex(), at(u"proj_search"_s, Step20));
    m_console->press(QKeySequence(Qt::Key_Space));
    ODC_EVENTUALLY(cell(u"proj_search"_s, Step20) == Cell::Granted);
    QCOMPARE(allowed(later), QStringList{u"proj_search"_s});
    // The same key takes it away again, and asks first.
    ODC_EVENTUALLY(m_console->action(u"permissions.revoke"_s)->isEnabled());
    m_console->press(QKeySequence(Qt::Key_Space), grid());
    auto *dialog = m_console->await<QDialog>(u"confirmDialog"_s);
    QVERIFY(dialog);
    ODC_EVENTUALLY(dialog->isActiveWindow() && dialog->focusWidget());
    for (int i = 0; i < 10 && dialog->focusWidget()->objectName() != u"confirm"_s; ++i)
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    QCOMPARE(dialog->focusWidget()->objectName(), u"confirm"_s);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Space);
    ODC_EVENTUALLY(cell(u"proj_search"_s, Step20) == Cell::NotGranted);
    QCOMPARE(logged(u"POST"_s), 1);
    QCOMPARE(logged(u"DELETE"_s), 1);
    QCOMPARE(allowed(later), QStringList());
    // Ctrl+C is of the grid, though the page has it for jobs.
    QGuiApplication::clipboard()->clear();
    m_console->press(QKeySequence(QKeySequence::Copy), grid());
    QCOMPARE(QGuiApplication::clipboard()->text(), u"proj_search"_s);
}

void TestPermissions::aWholeRowIsGrantedOnlyWhenThePersonSaysSo()
{
    openPane();
    clickCell(u"proj_search"_s, Project);
    ODC_EVENTUALLY(m_console->action(u"permissions.grant"_s)->isEnabled());
    m_console->press(QKeySequence(Qt::Key_Space), grid());
    auto *dialog = m_console->await<QDialog>(u"confirmDialog"_s);
    QVERIFY(dialog);
    // What it touches, and not what is granted already.
    const QString text = textOf(dialog);
    for (const auto &part : {u"proj_search"_s, u"Step 20"_s, u"Final model"_s, u"ftjob-a"_s})
        QVERIFY2(text.contains(part), qPrintable(text));
    QVERIFY2(!text.contains(u"Step 10"_s), qPrintable(text));
    QTest::keyClick(dialog, Qt::Key_Escape);
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"confirmDialog"_s));
    QCOMPARE(logged(u"POST"_s), 0);
    QVERIFY(cell(u"proj_search"_s, Step20) == Cell::NotGranted);
    m_console->press(QKeySequence(Qt::Key_Space), grid());
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(cell(u"proj_search"_s, Step20) == Cell::Granted &&
                   cell(u"proj_search"_s, Final) == Cell::Granted);
    QCOMPARE(logged(u"POST"_s), 2);
}

void TestPermissions::threeCheckpointsAreSeenInANarrowPane()
{
    openPane();
    PermissionsPane narrow(m_console->context());
    narrow.resize(440, 500);
    narrow.setJob(
        FineTuningJob::fromJson(jobJson(u"ftjob-a"_s, u"succeeded"_s, {{u"fine_tuned_model"_s, model}})));
    narrow.setCheckpoints({FineTuningCheckpoint::fromJson(checkpointJson(u"ftckpt-2"_s, later, 20)),
                           FineTuningCheckpoint::fromJson(checkpointJson(u"ftckpt-1"_s, earlier, 10))},
                          LoadState::Ready, {});
    narrow.show();
    const auto *shown = narrow.findChild<CellGrid *>();
    ODC_EVENTUALLY(shown->model()->rowCount() == 1);
    const int right = shown->columnViewportPosition(Final) + shown->columnWidth(Final);
    QVERIFY2(right <= shown->viewport()->width(), qPrintable(QString::number(right)));
}

void TestPermissions::severalProjectsAreOneCallForEachCheckpoint()
{
    openPane();
    ODC_EVENTUALLY(at(u"proj_search"_s, Project).isValid());
    addProject(u"proj_mobile"_s);
    QCOMPARE(logged(u"POST"_s), 0); // adding one grants nothing yet
    // The cell of a project means all of its row.
    clickCell(u"proj_search"_s, Project);
    clickCell(u"proj_mobile"_s, Project, Qt::ControlModifier);
    ODC_EVENTUALLY(m_console->action(u"permissions.grant"_s)->isEnabled());
    QVERIFY(m_console->click(u"permissionsGrant"_s));
    QVERIFY(m_console->await<QDialog>(u"confirmDialog"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    const QStringList both{u"proj_mobile"_s, u"proj_search"_s};
    ODC_EVENTUALLY(
        cell(u"proj_mobile"_s, Step10) == Cell::Granted && cell(u"proj_mobile"_s, Final) == Cell::Granted &&
        cell(u"proj_search"_s, Final) == Cell::Granted && cell(u"proj_search"_s, Step20) == Cell::Granted);
    QCOMPARE(logged(u"POST"_s), 3);
    for (const auto &checkpoint : {earlier, later, model})
        QCOMPARE(allowed(checkpoint), both);
    // All of them again, in one question.
    ODC_EVENTUALLY(m_console->action(u"permissions.revoke"_s)->isEnabled());
    QVERIFY(m_console->click(u"permissionsRevoke"_s));
    QVERIFY(m_console->await<QDialog>(u"confirmDialog"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(pane()->model().grantedProjects() == 0);
    QCOMPARE(logged(u"DELETE"_s), 6);
    for (const auto &checkpoint : {earlier, later, model})
        QCOMPARE(allowed(checkpoint), QStringList());
}

void TestPermissions::noProjectIsTakenThatIsNone()
{
    openPane();
    ODC_EVENTUALLY(at(u"proj_search"_s, Project).isValid());
    QVERIFY(m_console->click(u"permissionsAdd"_s));
    auto *dialog = m_console->await<QDialog>(u"projectDialog"_s);
    QVERIFY(dialog);
    auto *id = m_console->find<QLineEdit>(u"projectId"_s);
    auto *add = m_console->find<QPushButton>(u"projectAdd"_s);
    QVERIFY(!add->isEnabled());
    for (const auto &wrong : {u"search"_s, u"proj_"_s, u"proj_a b"_s, u"proj_a/b"_s, u"proj_search"_s}) {
        id->setText(wrong);
        QVERIFY2(!add->isEnabled(), qPrintable(wrong));
    }
    id->setText(u" proj_New-1 "_s); // pasted with what was around it
    QVERIFY(add->isEnabled());
    QVERIFY(m_console->click(u"projectAdd"_s));
    ODC_EVENTUALLY(at(u"proj_New-1"_s, Project).isValid());
    QCOMPARE(grid()->currentIndex(), at(u"proj_New-1"_s, Project));
}

void TestPermissions::aLostGrantIsLookedUp()
{
    openPane();
    m_proxy->add("POST", "/permissions", Fault::loseReply());
    clickCell(u"proj_search"_s, Step20);
    ODC_EVENTUALLY(m_console->action(u"permissions.grant"_s)->isEnabled());
    QVERIFY(m_console->click(u"permissionsGrant"_s));
    ODC_EVENTUALLY(cell(u"proj_search"_s, Step20) == Cell::Granted);
    QCOMPARE(logged(u"POST"_s), 1);
    QCOMPARE(allowed(later), QStringList{u"proj_search"_s});
}

void TestPermissions::whatFailedIsTriedAgainAlone()
{
    openPane();
    m_proxy->add("POST", pathOf(later),
                 Fault::apiError(400, u"invalid_request_error"_s, u"no_such_project"_s));
    clickCell(u"proj_search"_s, Project);
    ODC_EVENTUALLY(m_console->action(u"permissions.grant"_s)->isEnabled());
    QVERIFY(m_console->click(u"permissionsGrant"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(cell(u"proj_search"_s, Step20) == Cell::GrantFailed &&
                   cell(u"proj_search"_s, Final) == Cell::Granted);
    QCOMPARE(allowed(later), QStringList());
    QCOMPARE(logged(u"POST"_s), 1);
    QVERIFY(m_console->click(u"retryFailed"_s));
    ODC_EVENTUALLY(cell(u"proj_search"_s, Step20) == Cell::Granted);
    QCOMPARE(logged(u"POST"_s), 2);
    QCOMPARE(allowed(later), QStringList{u"proj_search"_s});
}

void TestPermissions::aListThatFailsSaysSoAndIsReadAgainAlone()
{
    openPane();
    ODC_EVENTUALLY(cell(u"proj_search"_s, Final) == Cell::NotGranted);
    m_proxy->add("GET", pathOf(later), Fault::apiError(404, u"invalid_request_error"_s, {}));
    ODC_EVENTUALLY(m_console->action(u"permissions.refresh"_s)->isEnabled());
    m_console->action(u"permissions.refresh"_s)->trigger();
    auto *bar = pane()->findChild<MessageBar *>();
    ODC_EVENTUALLY(bar->isShowing());
    QVERIFY2(bar->message().text.contains(u"Step 20"_s), qPrintable(bar->message().text));
    QVERIFY(grid()->model()->headerData(Step20, Qt::Horizontal).toString().contains(u"failed"_s));
    QCOMPARE(cell(u"proj_search"_s, Step10), Cell::Granted); // the others are as they are
    m_server->clearLog();
    const QString again = bar->message().actionText;
    for (QPushButton *button : bar->findChildren<QPushButton *>()) {
        if (button->text() == again)
            Console::click(button);
    }
    ODC_EVENTUALLY(!bar->isShowing() &&
                   grid()->model()->headerData(Step20, Qt::Horizontal).toString() == u"Step 20"_s);
    ODC_EVENTUALLY(logged(u"GET"_s) == 1);
    ODC_EVENTUALLY(m_console->action(u"permissions.refresh"_s)->isEnabled()); // it was read
    QVERIFY(!bar->isShowing());
    QCOMPARE(logged(u"GET"_s), 1);
}

void TestPermissions::readOnlyProfilesOnlyRead()
{
    openPane([](Profile &profile) { profile.readOnly = true; });
    clickCell(u"proj_search"_s, Project);
    for (const char *name : {"grant", "revoke", "addProject"}) {
        const QAction *action = m_console->action(u"permissions."_s + QString::fromLatin1(name));
        QVERIFY2(!action->isEnabled() && action->toolTip().contains(u"read-only"_s), name);
    }
    m_console->press(QKeySequence(Qt::Key_Space), grid());
    ODC_EVENTUALLY(cell(u"proj_search"_s, Final) == Cell::NotGranted);
    QVERIFY(!m_console->find<QDialog>(u"confirmDialog"_s));
    QCOMPARE(logged(u"POST"_s) + logged(u"DELETE"_s), 0);
    QCOMPARE(logged(u"GET"_s), 3);
}

void TestPermissions::whatIsSaidOfAnotherJobHasAllTheRoom()
{
    openPane();
    ODC_EVENTUALLY(at(u"proj_search"_s, Project).isValid());
    QVERIFY(grid()->frozen()->isVisible());
    // Projects stay for the next job, but nothing is to be seen of them while its lists are awaited.
    m_proxy->add("GET", "/permissions", Fault::mute());
    QVERIFY(m_console->select({u"another"_s}));
    ODC_EVENTUALLY(said()->kind() == StateOverlay::Kind::Loading &&
                   m_proxy->count("GET", "/permissions") == 4);
    QVERIFY(grid()->model()->rowCount() > 0);
    QVERIFY(!grid()->frozen()->isVisible());
    m_console->window().resize(m_console->window().size() + QSize(40, 60));
    QCoreApplication::processEvents();
    QVERIFY(!grid()->frozen()->isVisible());
    QVERIFY(said()->isVisible());
}

QTEST_MAIN(TestPermissions)
#include "tst_permissions.moc"

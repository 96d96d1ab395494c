// SPDX-License-Identifier: GPL-3.0-or-later
// Around the pages: profiles, preferences, shortcuts, the activity.
#include "shots/shots.h"

#include "api/session.h"
#include "ui/widgets/jsonlview.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tableview.h"
#include "watch/jobwatch.h"

#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTabWidget>

namespace odc {

using namespace Qt::StringLiterals;
using test::Fault;

bool Shots::production()
{
    return openSample([](Profile &profile) {
               profile.name = u"Acme / production"_s;
               profile.readOnly = true;
               profile.production = true;
               profile.colour = u"#C62828"_s;
           })
        && selectTickets() && picture(&m_console->window());
}

bool Shots::profileFailed()
{
    // Where the local server keeps its data there is a file.
    test::writeFile(m_home->filePath(u"data/local"_s), "not a folder");
    bool failed = false;
    QObject::connect(&m_console->services().opener(), &ProfileConnector::failed, &m_console->window(), [&] { failed = true; });
    m_console->window().openProfile(QLatin1StringView(localProfileId));
    return test::eventually([&] { return failed; }) && picture(&m_console->window());
}

bool Shots::profileMenu()
{
    m_console->addProfile(u"Acme / production"_s, QUrl(u"https://llm.acme.example/v1"_s), {},
                          [](Profile &profile) { profile.colour = u"#C62828"_s; });
    if (!openSample())
        return false;
    QMenu *menu = m_console->window().findChild<QWidget *>(u"navPanel"_s)->findChild<QMenu *>();
    auto *button = m_console->find<QPushButton>(u"profileButton"_s);
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
    const bool taken = picture(menu);
    menu->close();
    return taken;
}

bool Shots::news()
{
    if (!openSample() || !selectTickets())
        return false;
    JobWatch &watch = m_console->context().watch;
    Q_EMIT watch.happened({WatchEvent::Kind::Ended, ObjectKind::Batch, u"batch_1"_s, u"nightly-eval"_s, u"Completed, 1 request failed"_s, 0});
    Q_EMIT watch.happened({WatchEvent::Kind::Failed, ObjectKind::Job, u"ftjob_1"_s, u"support-tone"_s, u"Failed: training file is not valid"_s, 0});
    return picture(&m_console->window());
}

bool Shots::palette()
{
    if (!openSample())
        return false;
    m_console->action(u"go.find"_s)->trigger();
    auto *edit = m_console->await<QLineEdit>(u"paletteEdit"_s);
    auto *list = m_console->find<QListView>(u"paletteList"_s);
    if (!edit || !list)
        return false;
    QTest::keyClicks(edit, u"tic"_s);
    return test::eventually([list] { return list->model()->rowCount() > 2; }) && picture(&m_console->window());
}

bool Shots::profiles()
{
    m_console->addProfile(u"Acme / production"_s, QUrl(u"https://llm.acme.example/v1"_s), {}, [](Profile &profile) {
        profile.colour = u"#C62828"_s;
        profile.readOnly = true;
        profile.production = true;
    });
    if (!openSample())
        return false;
    m_console->action(u"file.profiles"_s)->trigger();
    return pictureOf(u"profilesDialog"_s);
}

bool Shots::profilesTested()
{
    m_proxy->add("GET", "/models", Fault::unauthorized());
    if (!openProxy())
        return false;
    m_console->action(u"file.profiles"_s)->trigger();
    return m_console->click(u"testConnection"_s) && m_console->await<MessageBar>(u"connectionReport"_s)
        && pictureOf(u"profilesDialog"_s);
}

bool Shots::profilesMistake()
{
    if (!m_console->openLocal())
        return false;
    m_console->action(u"file.profiles"_s)->trigger();
    if (!m_console->click(u"newProfile"_s))
        return false;
    QTest::keyClicks(m_console->find<QLineEdit>(u"profileName"_s), u"Our gateway"_s);
    auto *kind = m_console->find<QComboBox>(u"profileKind"_s);
    kind->setCurrentIndex(kind->findData(int(Profile::Kind::Compatible)));
    QTest::keyClicks(m_console->find<QLineEdit>(u"profileUrl"_s), u"llm.acme.example"_s);
    return pictureOf(u"profilesDialog"_s);
}

bool Shots::profilesUnsaved()
{
    if (!m_console->openLocal())
        return false;
    m_console->action(u"file.profiles"_s)->trigger();
    if (!m_console->click(u"newProfile"_s))
        return false;
    QTest::keyClicks(m_console->find<QLineEdit>(u"profileName"_s), u"Our gateway"_s);
    m_console->find<QDialog>(u"profilesDialog"_s)->reject();
    return pictureOf(u"unsavedDialog"_s);
}

bool Shots::preferencesAt(int tab)
{
    if (!openSample())
        return false;
    m_console->action(u"edit.preferences"_s)->trigger();
    auto *tabs = m_console->await<QTabWidget>(u"preferenceTabs"_s);
    if (!tabs)
        return false;
    tabs->setCurrentIndex(tab);
    return pictureOf(u"preferencesDialog"_s);
}

bool Shots::shortcuts()
{
    if (!openSample())
        return false;
    m_console->action(u"help.shortcuts"_s)->trigger();
    return pictureOf(u"shortcutsDialog"_s);
}

bool Shots::operations()
{
    if (!openSample())
        return false;
    m_console->action(u"help.operations"_s)->trigger();
    return pictureOf(u"operationsDialog"_s);
}

bool Shots::changeLog()
{
    if (!openSample())
        return false;
    Session &session = *m_console->session();
    int ended = 0;
    const auto count = [&ended](const auto &) { ++ended; };
    session.stores().create({{u"name"_s, u"Returns handbook"_s}}, &m_console->window(), count);
    session.stores().create({{u"name"_s, u"Product manuals"_s}}, &m_console->window(), count);
    StoreUpdate update;
    update.name = u"Old manuals"_s;
    session.stores().update(u"vs_gone"_s, update, &m_console->window(), count);
    const QString file = m_console->column("id").constFirst();
    session.files().remove(file, &m_console->window(), count);
    if (!test::eventually([&] { return ended == 4; }))
        return false;
    m_console->action(u"tools.changeLog"_s)->trigger();
    auto *table = m_console->await<TableView>(u"auditTable"_s);
    if (!table || !test::eventually([&] { return table->model()->rowCount() >= 4; }))
        return false;
    table->selectRow(2);
    return pictureOf(u"auditWindow"_s);
}

bool Shots::about()
{
    if (!openSample())
        return false;
    m_console->action(u"help.about"_s)->trigger();
    return pictureOf(u"aboutDialog"_s);
}

bool Shots::activity()
{
    m_proxy->add("GET", "/files", Fault::rateLimitedMs(20));
    if (!openProxy() || !selectTickets())
        return false;
    m_console->window().showActivity(true);
    m_console->showTab(1);
    auto *view = m_console->await<JsonlView>(u"previewLines"_s);
    if (!view || !test::eventually([&] { return linesAreShown(*view); }))
        return false;
    m_proxy->add("GET", "/files", Fault::apiError(403, u"invalid_request_error"_s, u"insufficient_permissions"_s));
    m_console->press(u"F5"_s);
    if (!test::eventually([&] { return m_console->page()->list()->loadState() == LoadState::Failed; }))
        return false;
    m_console->find<TableView>(u"activityTable"_s)->selectRow(0);
    m_console->action(u"activity.error"_s)->trigger();
    return picture(&m_console->window());
}

} // namespace odc

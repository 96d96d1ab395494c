// SPDX-License-Identifier: GPL-3.0-or-later
// The checkpoints of a fine-tuning job, and who may use them.
#include "shots/shots.h"

#include "ui/pages/finetuning/permissionspane.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"

#include <QSplitter>

namespace odc {

using namespace Qt::StringLiterals;
using test::eventually;
using test::Fault;

namespace {

/// Tabs of the details.
enum Tab { Summary, Events, Checkpoints, Permissions };
using Cell = PermissionsModel::Cell;

bool isRead(const PermissionsModel &model)
{
    for (int column = PermissionsModel::FirstCheckpoint; column < model.columnCount(); ++column) {
        if (model.rowCount() == 0 || model.cellAt(0, column) == Cell::Unread)
            return false;
    }
    return model.columnCount() > PermissionsModel::FirstCheckpoint;
}

} // namespace

bool Shots::openJobTab(const QString &job, int tab, int width, const QString &admin)
{
    if (!m_console->open(m_console->addProfile(u"Acme / research"_s, m_proxy->url(), key, {}, admin)))
        return false;
    m_console->window().showPage(u"finetuning"_s);
    const auto isListed = [&] { return m_console->column("name").contains(job); };
    if (!eventually(isListed) || !m_console->select({job}))
        return false;
    if (width > 0) {
        auto *splitter = m_console->page()->findChild<QSplitter *>(u"finetuningSplitter"_s);
        splitter->setSizes({splitter->width() - width, width});
    }
    m_console->showTab(tab);
    return true;
}

bool Shots::openPermissions(const QString &job, int width)
{
    return openJobTab(job, Permissions, width) && eventually([this] {
               auto *pane = m_console->find<PermissionsPane>(u"permissionsPane"_s);
               return pane && isRead(pane->model());
           });
}

bool Shots::checkpoints()
{
    return openJobTab(u"support-v13"_s, Checkpoints) && eventually([this] {
               auto *table = m_console->find<TableView>(u"checkpointsTable"_s);
               return table && table->model()->rowCount() > 0;
           }) &&
           picture(&m_console->window());
}

bool Shots::checkpointsWide()
{
    m_console->window().resize(1760, 900);
    return openJobTab(u"support-v13"_s, Checkpoints, 820) && eventually([this] {
               auto *table = m_console->find<TableView>(u"checkpointsTable"_s);
               return table && table->model()->rowCount() > 0;
           }) &&
           picture(&m_console->window());
}

bool Shots::checkpointsNone()
{
    return openJobTab(u"support-v13b"_s, Checkpoints) && eventually([this] {
               auto *table = m_console->find<TableView>(u"checkpointsTable"_s);
               return table && table->findChild<StateOverlay *>()->kind() == StateOverlay::Kind::Empty;
           }) &&
           picture(&m_console->window());
}

bool Shots::permissions()
{
    if (!openPermissions(u"support-v13"_s))
        return false;
    auto *grid = m_console->find<CellGrid>(u"permissionsGrid"_s);
    grid->setFocus();
    grid->setCurrentIndex(grid->model()->index(0, 1));
    return picture(&m_console->window());
}

bool Shots::permissionsNoKey()
{
    return openJobTab(u"support-v13"_s, Permissions, 360, {}) && eventually([this] {
               auto *grid = m_console->find<QWidget>(u"permissionsPane"_s)->findChild<StateOverlay *>();
               return grid->kind() == StateOverlay::Kind::Unavailable;
           }) &&
           picture(&m_console->window());
}

bool Shots::permissionsRefused()
{
    return openJobTab(u"support-v13"_s, Permissions, 360, key) && eventually([this] {
               auto *grid = m_console->find<QWidget>(u"permissionsPane"_s)->findChild<StateOverlay *>();
               return grid->kind() == StateOverlay::Kind::Unavailable;
           }) &&
           picture(&m_console->window());
}

bool Shots::permissionsFailed()
{
    if (!openPermissions(u"support-v13"_s, 560))
        return false;
    auto *pane = m_console->find<PermissionsPane>(u"permissionsPane"_s);
    const QByteArray second = pane->model().checkpoints().at(1).model.toUtf8();
    m_proxy->add("GET", second + "/permissions", Fault::apiError(404, u"invalid_request_error"_s, {}));
    pane->refresh();
    return eventually([pane] { return pane->findChild<MessageBar *>()->isShowing(); }) &&
           picture(&m_console->window());
}

bool Shots::permissionsWide()
{
    m_console->window().resize(1760, 900);
    if (!openPermissions(u"support-v13"_s, 860))
        return false;
    auto *pane = m_console->find<PermissionsPane>(u"permissionsPane"_s);
    auto *grid = m_console->find<CellGrid>(u"permissionsGrid"_s);
    // One that is being granted, and one that could not be.
    m_proxy->add("POST", pane->model().checkpoints().at(0).model.toUtf8() + "/permissions", Fault::mute());
    m_proxy->add("POST", pane->model().checkpoints().at(1).model.toUtf8() + "/permissions",
                 Fault::apiError(400, u"invalid_request_error"_s, u"no_such_project"_s));
    grid->selectionModel()->select({grid->model()->index(1, 1), grid->model()->index(1, 2)},
                                   QItemSelectionModel::ClearAndSelect);
    return m_console->click(u"permissionsGrant"_s) && m_console->click(u"confirm"_s) && eventually([pane] {
               const PermissionsModel &model = pane->model();
               const int row = model.rowOf(u"proj_search"_s);
               return model.cellAt(row, 1) == Cell::Granting && model.cellAt(row, 2) == Cell::GrantFailed;
           }) &&
           picture(&m_console->window());
}

bool Shots::permissionsNone()
{
    return openJobTab(u"sku-rft-2"_s, Permissions) && eventually([this] {
               auto *pane = m_console->find<PermissionsPane>(u"permissionsPane"_s);
               return pane && pane->findChild<StateOverlay *>()->kind() == StateOverlay::Kind::Empty &&
                      m_proxy->count("GET", "/permissions") > 0;
           }) &&
           picture(&m_console->window());
}

bool Shots::permissionsRevoke()
{
    if (!openPermissions(u"support-v13"_s))
        return false;
    m_console->find<CellGrid>(u"permissionsGrid"_s)->selectAll();
    return m_console->click(u"permissionsRevoke"_s) && pictureOf(u"confirmDialog"_s);
}

bool Shots::permissionsProject()
{
    if (!openPermissions(u"support-v13"_s) || !m_console->click(u"permissionsAdd"_s))
        return false;
    auto *id = m_console->await<QLineEdit>(u"projectId"_s);
    QTest::keyClicks(id, u"search"_s);
    return pictureOf(u"projectDialog"_s);
}

} // namespace odc

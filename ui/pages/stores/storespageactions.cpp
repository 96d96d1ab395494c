// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on the Vector stores page, and when.
#include "storespage.h"

#include "lists/storetreemodel.h"
#include "ui/actions/actioncollection.h"
#include "ui/pages/stores/attributespane.h"
#include "ui/pages/stores/contentspane.h"
#include "ui/pages/stores/searchlabpane.h"
#include "ui/pages/stores/storecommands.h"
#include "ui/pages/stores/storedetails.h"
#include "ui/pages/stores/storefailurespane.h"
#include "ui/pages/stores/storeintake.h"
#include "ui/pages/stores/storetreepane.h"
#include "ui/widgets/pageheader.h"

#include <QAction>
#include <QMenu>
#include <QPushButton>

namespace odc {

using namespace Qt::StringLiterals;

void StoresPage::buildActions()
{
    ActionCollection &all = actions();
    m_newStore = changing(all.add(u"stores.new"_s, tr("&New store…"), Icon::Plus, {QKeySequence::New}));
    m_edit = changing(all.add(u"stores.edit"_s, tr("&Edit…"), Icon::Edit, {QKeySequence(Qt::Key_F2)}));
    m_addPaths =
        changing(all.add(u"stores.addPaths"_s, tr("&Add files…"), Icon::Plus, {QKeySequence(u"Ctrl+O"_s)}));
    m_addFiles = changing(all.add(u"stores.addFiles"_s, tr("Add files of the &project…"), Icon::File,
                                  {QKeySequence(u"Ctrl+Shift+O"_s)}));
    m_sync = changing(all.add(u"stores.sync"_s, tr("Keep in step with a &folder…"), Icon::Folder));
    m_retry = changing(
        all.add(u"stores.retry"_s, tr("Try failed a&gain…"), Icon::Retry, {QKeySequence(u"Ctrl+T"_s)}));
    m_cancel = changing(all.add(u"stores.cancel"_s, tr("Cancel &batch…"), Icon::Stop));
    m_detach = changing(all.add(u"stores.detach"_s, tr("Take o&ut of the store…"), Icon::Minus,
                                {QKeySequence(u"Shift+Del"_s)}));
    m_delete = changing(all.add(u"stores.delete"_s, tr("&Delete…"), Icon::Trash, {QKeySequence::Delete}));
    m_readAgain =
        all.add(u"stores.readAgain"_s, tr("Refresh selected"), Icon::Refresh, {QKeySequence(u"Shift+F5"_s)});
    m_loadMore = all.add(u"stores.loadMore"_s, tr("Load &more files"), {}, {QKeySequence(u"Ctrl+M"_s)});
    m_loadAll = all.add(u"stores.loadAll"_s, tr("Load all files"), {}, {QKeySequence(u"Ctrl+Shift+M"_s)});
    m_failures = all.add(u"stores.failures"_s, tr("Sho&w failures"), Icon::Warning);
    m_attributes = all.add(u"stores.attributes"_s, tr("Sh&ow attributes"), Icon::Columns);
    m_contents = all.add(u"stores.contents"_s, tr("S&how contents"), Icon::Eye);
    m_lab = all.add(u"stores.lab"_s, tr("Search in it"), Icon::Search);
    m_showFile = all.add(u"stores.showFile"_s, tr("Show in Files"), Icon::File);
    header()->addAction(m_addPaths, ButtonRole::Default)->setObjectName(u"addFilesButton"_s);
    header()->addAction(m_delete, ButtonRole::Danger)->setObjectName(u"deleteButton"_s);
    header()->addAction(m_newStore, ButtonRole::Primary)->setObjectName(u"newStoreButton"_s);
    m_failuresMenu = submenu(tr("Failures"), m_details->failures()->ownActions());
    m_attributesMenu = submenu(tr("Attributes"), m_details->attributes()->ownActions());
    m_contentsMenu = submenu(tr("Contents"), m_details->contents()->ownActions());
    m_labMenu = submenu(tr("Search lab"), m_details->lab()->ownActions());
}

void StoresPage::connectActions()
{
    const auto onStore = [this](QAction *action, auto &&act) {
        connect(action, &QAction::triggered, this, [this, act] {
            if (const std::optional<VectorStore> store = storeHere())
                act(*store);
        });
    };
    connect(m_newStore, &QAction::triggered, m_commands, &StoreCommands::newStore);
    onStore(m_edit, [this](const VectorStore &store) { m_commands->edit(store); });
    connect(m_addPaths, &QAction::triggered, this, [this] { addPaths(storeHere(), {}); });
    onStore(m_addFiles, [this](const VectorStore &store) { m_intake->addFiles(store, {}); });
    onStore(m_sync, [this](const VectorStore &store) { m_intake->syncFolder(store); });
    connect(m_retry, &QAction::triggered, this, &StoresPage::retrySelected);
    connect(m_cancel, &QAction::triggered, this, [this] { m_commands->cancelBatches(m_pane->selected()); });
    connect(m_detach, &QAction::triggered, this, [this] {
        takeKeyboard();
        m_commands->detach(m_pane->selected());
    });
    connect(m_delete, &QAction::triggered, this, [this] {
        takeKeyboard();
        m_commands->remove(m_pane->selected());
    });
    connect(m_readAgain, &QAction::triggered, this, [this] { m_commands->readAgain(m_pane->current()); });
    connect(m_loadMore, &QAction::triggered, this, [this] { m_model->loadMore(m_pane->current()); });
    onStore(m_loadAll, [this](const VectorStore &store) { m_model->loadAll(store.id); });
    const auto onDetails = [this](QAction *action, void (StoreDetails::*show)()) {
        connect(action, &QAction::triggered, this, [this, show] {
            bringUpDetails();
            (m_details->*show)();
        });
    };
    onDetails(m_failures, &StoreDetails::showFailures);
    onDetails(m_attributes, &StoreDetails::showAttributes);
    onDetails(m_contents, &StoreDetails::showContents);
    onDetails(m_lab, &StoreDetails::showSearchLab);
    connect(m_showFile, &QAction::triggered, this, [this] {
        if (const StoreFile *file = m_model->fileAt(m_pane->current()))
            Q_EMIT objectRequested(u"files"_s, file->id);
    });
}

void StoresPage::takeKeyboard()
{
    // What is selected goes, and with it the button goes dead: Qt would give the keyboard to the next one.
    if (qobject_cast<QAbstractButton *>(window()->focusWidget()))
        focusList();
}

QList<QAction *> StoresPage::ownActions() const
{
    return {m_newStore,   m_edit,
            nullptr,      m_addPaths,
            m_addFiles,   m_sync,
            m_retry,      m_cancel,
            nullptr,      m_detach,
            m_delete,     nullptr,
            m_lab,        m_labMenu->menuAction(),
            m_contents,   m_contentsMenu->menuAction(),
            m_attributes, m_attributesMenu->menuAction(),
            m_failures,   m_failuresMenu->menuAction(),
            m_showFile,   detailsAction(),
            nullptr,      m_readAgain,
            m_loadMore,   m_loadAll};
}

void StoresPage::retrySelected()
{
    // One store at a time: each asks, and runs as a job of its own.
    const std::optional<VectorStore> store = storeHere();
    if (!store)
        return;
    QStringList ids;
    const QModelIndexList rows = m_pane->selected();
    for (const QModelIndex &row : rows) {
        const StoreFile *file = m_model->fileAt(row);
        if (file && m_model->storeAt(row)->id == store->id && file->status != "completed"_L1)
            ids << file->id;
    }
    if (!ids.isEmpty()) {
        m_intake->retry(*store, ids);
        return;
    }
    // The tree may have read some of them only: the list of failures has all.
    m_failures->trigger();
}

void StoresPage::updateActions(const QModelIndexList &rows, const QModelIndex &here)
{
    const bool change = mayChange();
    const VectorStore *store = m_model->storeAt(here);
    const StoreFile *file = m_model->fileAt(here);
    const StoreFilesModel *files = store ? m_model->filesOf(store->id) : nullptr;
    int stores = 0;
    int fileRows = 0;
    bool mayRetry = false;
    bool openBatch = false;
    for (const QModelIndex &row : rows) {
        const StoreFile *each = m_model->fileAt(row);
        const StoreFileBatch *batch = m_model->batchAt(row);
        stores += !m_model->isBelow(row);
        fileRows += each != nullptr;
        mayRetry = mayRetry || (each && each->status != "completed"_L1) ||
                   (!m_model->isBelow(row) &&
                    m_model->storeAt(row)->counts.failed + m_model->storeAt(row)->counts.cancelled > 0);
        openBatch = openBatch || (batch && !batch->isFinished());
    }
    const int deletable = stores + fileRows;
    const bool usable = store && !store->isExpired();
    m_newStore->setEnabled(change && m_model->stores().loadState() != LoadState::Unavailable);
    m_edit->setEnabled(change && store && stores == 1 && rows.size() == 1);
    m_addPaths->setEnabled(change && (usable || !store) &&
                           m_model->stores().loadState() != LoadState::Unavailable);
    m_addFiles->setEnabled(change && usable);
    m_sync->setEnabled(change && usable);
    m_retry->setEnabled(change && mayRetry && usable);
    m_cancel->setEnabled(change && openBatch);
    m_detach->setEnabled(change && fileRows > 0);
    m_detach->setText(fileRows > 1 ? tr("Take %Ln o&ut of the store…", nullptr, fileRows)
                                   : tr("Take o&ut of the store…"));
    m_delete->setEnabled(change && deletable > 0);
    m_delete->setText(deletable > 1 ? tr("&Delete %Ln…", nullptr, deletable) : tr("&Delete…"));
    m_readAgain->setEnabled(rows.size() == 1 && store && !m_model->isMore(here));
    m_loadMore->setEnabled(files && (files->hasMore() || files->loadState() == LoadState::Idle) &&
                           !files->isWalking());
    m_loadAll->setEnabled(m_loadMore->isEnabled());
    m_failures->setEnabled(store && !file);
    m_attributes->setEnabled(store && !m_model->batchAt(here));
    m_contents->setEnabled(file);
    m_lab->setEnabled(store && !m_model->batchAt(here));
    m_showFile->setEnabled(file);
}

} // namespace odc

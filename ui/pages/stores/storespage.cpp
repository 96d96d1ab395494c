// SPDX-License-Identifier: GPL-3.0-or-later
#include "storespage.h"

#include "api/session.h"
#include "base/format.h"
#include "lists/storetreemodel.h"
#include "lists/storetreeproxy.h"
#include "settings/settings.h"
#include "stores/filenames.h"
#include "stores/storagecost.h"
#include "stores/storetext.h"
#include "transfers/transferqueue.h"
#include "ui/pages/dropzone.h"
#include "ui/pages/jobstrips.h"
#include "ui/pages/stores/attributespane.h"
#include "ui/pages/stores/contentspane.h"
#include "ui/pages/stores/searchlabpane.h"
#include "ui/pages/stores/storecommands.h"
#include "ui/pages/stores/storedetails.h"
#include "ui/pages/stores/storefailurespane.h"
#include "ui/pages/stores/storeintake.h"
#include "ui/pages/stores/storerowactions.h"
#include "ui/pages/stores/storetreepane.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/treeview.h"

#include <QAction>

#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowTree = 320;
constexpr qint64 weekSeconds = 7 * 24 * 3600;

} // namespace

StoresPage::StoresPage(const PageContext &context, QWidget *parent)
    : TreePage(context, u"stores"_s, narrowTree, parent), m_names(new FileNames(context.session, this)),
      m_model(new StoreTreeModel(context.session, *m_names, this)),
      m_pane(new StoreTreePane(context, *m_model, actions(), this))
{
    setTree(m_model, m_pane, new StoreRowActions(context, *m_pane, *m_model, actions(), this));
    m_details = new StoreDetails(context, *m_names, this);
    setDetails(m_details);
    detailsAction()->setText(tr("Show details")); // letters are scarce in this menu
    m_commands = new StoreCommands(context, *m_model, this, *jobs(), *messages());
    m_intake = new StoreIntake(context, *m_names, *jobs(), *messages(), this);
    buildActions();
    connectActions();
    buildDrops();
    connectAll();
    connectDetails();
    setKept(ObjectKind::Store);
    finish(texts());
    takePrices();
}

StoresPage::~StoresPage()
{
    closeViews();
}

void StoresPage::buildDrops()
{
    m_pane->setTakesDrops(mayChange());
    connect(m_pane, &StoreTreePane::pathsDropped, this,
            [this](const QString &storeId, const QStringList &paths) {
                addPaths(storeId.isEmpty() ? storeHere() : storeOf(storeId), paths);
            });
    auto *zone = new DropZone(
        context().shell.theme, this,
        {tr("Drop to put into a vector store"),
         tr("Into the selected one, or the one you drop on; you are asked before anything is sent.")});
    zone->setEnabled(mayChange());
    connect(zone, &DropZone::dropped, this,
            [this](const QStringList &paths) { addPaths(storeHere(), paths); });
}

ListPageTexts StoresPage::texts() const
{
    ListPageTexts texts;
    texts.title = tr("Vector stores");
    texts.loading = tr("Files made searchable by what they mean: loading…");
    texts.about =
        tr("Files made searchable by what they mean: what is in, what failed, how well it is found.");
    texts.list.icon = Icon::Stores;
    texts.list.thingsName = tr("Vector stores and files");
    texts.list.filterExample = tr("Filter stores and files");
    texts.list.unavailable = tr("This server has no vector stores.");
    texts.list.emptySentence = context().profile.isArchive() ? tr("This archive has no vector stores.")
                                                             : tr("There are no vector stores here yet.");
    if (sampleAction()) {
        texts.list.emptyHint =
            tr("A vector store makes files searchable by what they mean. Make one, or start "
               "with some sample data.");
        texts.list.emptyAction = sampleAction();
    } else if (mayChange()) {
        texts.list.emptyHint = tr("A vector store makes files searchable by what they mean.");
        texts.list.emptyAction = m_newStore;
    }
    return texts;
}

void StoresPage::takePrices()
{
    m_model->stores().setPrice(pricesOf(context().shell.settings).storage);
    showSummary();
}

void StoresPage::connectAll()
{
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &parent) {
        if (parent.isValid())
            return;
        followBatches();
        if (!m_wantedFile.isEmpty()) // once views have the store as well
            QMetaObject::invokeMethod(this, &StoresPage::showWantedFile, Qt::QueuedConnection);
    });
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex &parent) {
        if (parent.isValid())
            return;
        QSet<QString> ids;
        for (const VectorStore &store : m_model->stores().items())
            ids.insert(store.id);
        m_details->attributes()->forgetOthers(ids);
        jobs()->keepAbout(ids);
    });
    connect(m_names, &FileNames::named, this, &StoresPage::followDetailsLater);
    connect(m_pane, &StoreTreePane::activated, this, &StoresPage::activate);
    connect(m_commands, &StoreCommands::made, this, &StoresPage::goTo);
    connect(m_intake, &StoreIntake::storeChanged, m_model, &StoreTreeModel::readStore);
    connect(m_intake, &StoreIntake::batchesChanged, this,
            [this](const QString &storeId) { m_model->setBatches(storeId, m_intake->openBatches(storeId)); });
    connect(&context().transfers, &TransferQueue::uploaded, this,
            [this](const FileObject &file) { m_names->learn({file}); });
    connect(&context().shell.settings, &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::Prices)
            takePrices();
    });
}

void StoresPage::connectDetails()
{
    connect(m_details->failures(), &StoreFailuresPane::retryRequested, this,
            [this](const QString &storeId, const QStringList &fileIds) {
                if (const std::optional<VectorStore> store = storeOf(storeId))
                    m_intake->retry(*store, fileIds);
            });
    connect(m_details->failures(), &StoreFailuresPane::fileRequested, this, &StoresPage::showFile);
    connect(m_details, &StoreDetails::objectRequested, this, &AreaPage::objectRequested);
    connect(m_details->attributes(), &AttributesPane::fileRequested, this, &StoresPage::showFile);
    connect(m_details->attributes(), &AttributesPane::attributesChanged, m_model,
            &StoreTreeModel::takeKnownFiles);
    connect(m_details->attributes(), &AttributesPane::jobEnded, this, &AreaPage::workEnded);
    connect(
        m_details->lab(), &SearchLabPane::contentsRequested, this,
        [this](const QString &storeId, const QString &fileId, const QString &text, const QStringList &words) {
            const std::optional<VectorStore> store = storeOf(storeId);
            if (!store)
                return;
            context().session.stores().retrieveFile(
                storeId, fileId, this, [this, store, text, words](const Result<StoreFile> &file) {
                    if (file) {
                        m_model->takeFile(store->id, *file);
                        showFile(store->id, file->id);
                        m_details->showChunk(*store, *file, text, words);
                        m_details->showContents(); // where the hit was is not shown any more
                        return;
                    }
                    Message message;
                    message.kind = Message::Kind::Error;
                    message.text = tr("The file could not be read: %1.").arg(file.error().headline());
                    message.details = file.error().details();
                    messages()->showMessage(message);
                });
        });
}

void StoresPage::focusFilter()
{
    // The filter of what the person is in.
    const QWidget *focus = window()->focusWidget();
    if (!focus || !m_details->isAncestorOf(focus) || !m_details->focusFilter())
        TreePage::focusFilter();
}

QString StoresPage::runningWork() const
{
    QStringList parts{TreePage::runningWork(), m_details->attributes()->runningWork(),
                      m_details->attributes()->unsavedWork(), m_details->lab()->runningWork()};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

std::optional<VectorStore> StoresPage::storeHere() const
{
    const VectorStore *store = m_model->storeAt(m_pane->current());
    return store ? std::optional(*store) : std::nullopt;
}

std::optional<VectorStore> StoresPage::storeOf(const QString &storeId) const
{
    const VectorStore *store = m_model->stores().item(storeId);
    return store ? std::optional(*store) : std::nullopt;
}

void StoresPage::addPaths(const std::optional<VectorStore> &store, const QStringList &paths)
{
    if (!mayChange())
        return;
    if (store) {
        m_intake->addPaths(*store, paths);
        return;
    }
    m_commands->chooseStore(tr("Files and folders of this computer are uploaded first, then put in."),
                            [this, paths](const VectorStore &chosen) { m_intake->addPaths(chosen, paths); });
}

void StoresPage::addToStore(const QList<FileObject> &files)
{
    if (!mayChange() || files.isEmpty())
        return;
    m_names->learn(files);
    m_commands->chooseStore(
        tr("%Ln file(s) of the project are put in and indexed there; they stay where they are.", nullptr,
           int(files.size())),
        [this, files](const VectorStore &chosen) {
            showObject(chosen.id);
            m_intake->addFiles(chosen, files);
        });
}

void StoresPage::showObject(const QString &id)
{
    const qsizetype slash = id.indexOf(u'/');
    m_wantedFile = slash < 0 ? QString() : id;
    TreePage::showObject(slash < 0 ? id : id.left(slash));
    showWantedFile();
}

void StoresPage::showWantedFile()
{
    const qsizetype slash = m_wantedFile.indexOf(u'/');
    if (slash < 0 || !m_model->filesOf(m_wantedFile.left(slash)))
        return;
    const QString wanted = std::exchange(m_wantedFile, {});
    showFile(wanted.left(slash), wanted.mid(slash + 1));
}

void StoresPage::showFile(const QString &storeId, const QString &fileId)
{
    m_pane->setFilter({});
    const QModelIndex row = m_model->indexOfFile(storeId, fileId);
    if (row.isValid()) {
        m_pane->selectRow(row);
        return;
    }
    // It is on a page that was not read: it is asked for by itself.
    context().session.stores().retrieveFile(storeId, fileId, this,
                                            [this, storeId, fileId](const Result<StoreFile> &file) {
                                                if (!file)
                                                    return;
                                                m_model->takeFile(storeId, *file);
                                                m_pane->selectRow(m_model->indexOfFile(storeId, fileId));
                                            });
}

void StoresPage::activate()
{
    const QModelIndex here = m_pane->current();
    if (m_model->isMore(here)) {
        m_model->loadMore(here);
    } else if (m_model->fileAt(here)) {
        m_contents->trigger();
    } else if (m_model->batchAt(here)) {
        m_failures->trigger();
    } else {
        TreeView *tree = m_pane->tree();
        tree->setExpanded(tree->currentIndex(), !tree->isExpanded(tree->currentIndex()));
    }
}

void StoresPage::followBatches()
{
    for (const VectorStore &store : m_model->stores().items()) {
        if (const QStringList ids = m_intake->openBatches(store.id); !ids.isEmpty())
            m_model->setBatches(store.id, ids);
    }
}

void StoresPage::showDetails(const QModelIndex &here, int others)
{
    const VectorStore *store = m_model->storeAt(here);
    if (!store)
        m_details->clear();
    else if (const StoreFile *file = m_model->fileAt(here))
        m_details->showFile(*store, *file, others);
    else if (const StoreFileBatch *batch = m_model->batchAt(here))
        m_details->showBatch(*store, *batch, others);
    else
        m_details->showStore(*store, m_model->stores().costOf(*store), others);
}

QStringList StoresPage::summaryOfAll() const
{
    const VectorStoresModel &stores = m_model->stores();
    QStringList parts;
    parts << tr("%Ln store(s)", nullptr, stores.rowCount()) << format::size(stores.chargedBytesOfAll());
    const double cost = stores.costOfAll();
    parts << (cost > 0 ? tr("about %1 a day").arg(storageCostText(cost)) : tr("free"));
    if (const int failing = stores.withFailures())
        parts << tr("%Ln with failures", nullptr, failing);
    if (const int indexing = stores.indexing())
        parts << tr("%Ln indexing", nullptr, indexing);
    if (const int ending = stores.expiringWithin(weekSeconds))
        parts << tr("%Ln expire(s) this week", nullptr, ending);
    return parts;
}

void StoresPage::watchEvery(int ms)
{
    m_model->setPollInterval(ms);
}

} // namespace odc

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
#include "ui/actions/actioncollection.h"
#include "ui/actions/menus.h"
#include "ui/context/profileconnector.h"
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
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/treeview.h"

#include <QAction>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowTree = 320;
constexpr int narrowDetails = 320;
constexpr int wideTree = 500;       ///< with the state of each row whole
constexpr int roomForDetails = 736; ///< two settings of a search side by side
/// What is being indexed is looked at so often while the page is seen; hidden, as other lists are while they
/// are seen.
constexpr int watchSeconds = 3;
constexpr qint64 weekSeconds = 7 * 24 * 3600;

} // namespace

StoresPage::StoresPage(const PageContext &context, QWidget *parent)
    : AreaPage(parent), m_context(context), m_actions(new ActionCollection(context.shell.theme, this, this)),
      m_names(new FileNames(context.session, this)),
      m_model(new StoreTreeModel(context.session, *m_names, this)), m_poll(new QTimer(this)),
      m_detailsDue(new QTimer(this))
{
    setObjectName(u"storesPage"_s);
    buildLayout();
    buildActions();
    connectActions();
    buildSample();
    buildDrops();
    setTexts();
    takePrices();
    connectAll();
    connectDetails();
    followSelection();
    followDetails();
}

StoresPage::~StoresPage()
{
    delete m_splitter; // views go before what they show
}

void StoresPage::buildLayout()
{
    const Theme &theme = m_context.shell.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_header = new PageHeader(theme, this);
    m_header->setTitle(tr("Vector stores"));
    layout->addWidget(m_header);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(u"storesSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    layout->addWidget(m_splitter, 1);
    auto *left = new QWidget(m_splitter);
    left->setMinimumWidth(narrowTree);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(0);
    m_pane = new StoreTreePane(m_context, *m_model, *m_actions, left);
    leftLayout->addWidget(m_pane, 1);
    m_jobs = new JobStrips(m_context.shell, left);
    m_jobs->setHome(m_pane->tree());
    leftLayout->addWidget(m_jobs);
    m_details = new StoreDetails(m_context, *m_names, m_splitter);
    m_details->setMinimumWidth(narrowDetails);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(1, 1);
    const QByteArray state =
        m_context.shell.settings.bytes(Setting::SplitterState, m_context.scope(u"stores"_s));
    m_sizesChosen = !state.isEmpty() && m_splitter->restoreState(state);
    m_rowActions = new StoreRowActions(m_context, *m_pane, *m_model, *m_actions, this);
    m_commands = new StoreCommands(m_context, *m_model, this, *m_jobs, *m_pane->messages());
    m_intake = new StoreIntake(m_context, *m_names, *m_jobs, *m_pane->messages(), this);
}

void StoresPage::buildDrops()
{
    m_pane->setTakesDrops(mayChange());
    connect(m_pane, &StoreTreePane::pathsDropped, this,
            [this](const QString &storeId, const QStringList &paths) {
                addPaths(storeId.isEmpty() ? storeHere() : storeOf(storeId), paths);
            });
    auto *zone = new DropZone(
        m_context.shell.theme, this,
        {tr("Drop to put into a vector store"),
         tr("Into the selected one, or the one you drop on; you are asked before anything is sent.")});
    zone->setEnabled(mayChange());
    connect(zone, &DropZone::dropped, this,
            [this](const QStringList &paths) { addPaths(storeHere(), paths); });
}

void StoresPage::setTexts()
{
    ListTexts texts;
    texts.icon = Icon::Stores;
    texts.thingsName = tr("Vector stores and files");
    texts.filterExample = tr("Filter stores and files");
    texts.unavailable = tr("This server has no vector stores.");
    texts.emptySentence = m_context.profile.isArchive() ? tr("This archive has no vector stores.")
                                                        : tr("There are no vector stores here yet.");
    if (m_sample) {
        texts.emptyHint = tr("A vector store makes files searchable by what they mean. Make one, or start "
                             "with some sample data.");
        texts.emptyAction = m_sample;
    } else if (mayChange()) {
        texts.emptyHint = tr("A vector store makes files searchable by what they mean.");
        texts.emptyAction = m_newStore;
    }
    m_pane->setTexts(texts);
}

void StoresPage::takePrices()
{
    m_model->stores().setPrice(pricesOf(m_context.shell.settings).storage);
    showSummary();
}

void StoresPage::connectAll()
{
    VectorStoresModel &stores = m_model->stores();
    connect(&stores, &RowModelBase::countChanged, this, &StoresPage::showSummary);
    connect(&stores, &RowModelBase::loadStateChanged, this, [this] {
        showSummary();
        schedulePolls();
        followSelection();
        m_details->setHintShown(m_model->stores().rowCount() > 0 ||
                                m_model->stores().loadState() == LoadState::Loading);
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &parent) {
        if (!parent.isValid())
            followBatches();
    });
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex &parent) {
        if (parent.isValid())
            return;
        QSet<QString> ids;
        for (const VectorStore &store : m_model->stores().items())
            ids.insert(store.id);
        m_details->attributes()->forgetOthers(ids);
        m_jobs->keepAbout(ids);
    });
    // Pages of files arrive one after the other: the page follows once a turn.
    m_detailsDue->setSingleShot(true);
    m_detailsDue->setInterval(0);
    connect(m_detailsDue, &QTimer::timeout, this, &StoresPage::followDetails);
    const auto later = qOverload<>(&QTimer::start);
    connect(m_model, &StoreTreeModel::belowChanged, m_detailsDue, later);
    connect(m_model, &QAbstractItemModel::dataChanged, m_detailsDue, later);
    connect(m_names, &FileNames::named, m_detailsDue, later);
    connect(m_pane, &StoreTreePane::selectionChanged, this, &StoresPage::followSelection);
    connect(m_pane, &StoreTreePane::selectionChanged, m_detailsDue, later);
    connect(m_pane, &StoreTreePane::contextMenuRequested, this, &StoresPage::showContextMenu);
    connect(m_pane, &StoreTreePane::activated, this, &StoresPage::activate);
    connect(m_pane, &StoreTreePane::profileRequested, this, &AreaPage::profileRequested);
    connect(m_commands, &StoreCommands::made, this, [this](const QString &id) {
        showObject(id);
        focusList();
    });
    connect(m_intake, &StoreIntake::storeChanged, m_model, &StoreTreeModel::readStore);
    connect(m_intake, &StoreIntake::batchesChanged, this,
            [this](const QString &storeId) { m_model->setBatches(storeId, m_intake->openBatches(storeId)); });
    connect(&m_context.transfers, &TransferQueue::uploaded, this,
            [this](const FileObject &file) { m_names->learn({file}); });
    connect(m_jobs, &JobStrips::jobEnded, this, &AreaPage::workEnded);
    connect(m_jobs, &JobStrips::showObject, this, &StoresPage::showObject);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        m_sizesChosen = true;
        m_context.shell.settings.set(Setting::SplitterState, m_splitter->saveState(),
                                     m_context.scope(u"stores"_s));
    });
    m_poll->setSingleShot(true);
    connect(m_poll, &QTimer::timeout, &stores, &RowModelBase::refresh);
    connect(&m_context.shell.settings, &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::PollSeconds)
            schedulePolls();
        else if (setting == Setting::Prices)
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
            m_context.session.stores().retrieveFile(
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
                    m_pane->messages()->showMessage(message);
                });
        });
}

const RowModelBase *StoresPage::list() const
{
    return &m_model->stores();
}

void StoresPage::refresh()
{
    m_pane->refreshAction()->trigger(); // as if pressed: what a person asks for shows that it goes on
}

void StoresPage::focusFilter()
{
    // The filter of what the person is in.
    const QWidget *focus = window()->focusWidget();
    if (!focus || !m_details->isAncestorOf(focus) || !m_details->focusFilter())
        m_pane->focusFilter();
}

void StoresPage::focusList()
{
    m_pane->tree()->setFocus(Qt::OtherFocusReason);
}

QString StoresPage::runningWork() const
{
    QStringList parts{m_jobs->runningWork(), m_details->attributes()->runningWork(),
                      m_details->attributes()->unsavedWork(), m_details->lab()->runningWork()};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

bool StoresPage::mayChange() const
{
    return !m_context.session.isReadOnly();
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
    m_pane->setFilter({});
    m_wantedId = id;
    showWanted();
}

void StoresPage::showWanted()
{
    if (!m_wantedId.isEmpty() && m_model->indexOf(m_wantedId).isValid())
        m_pane->selectId(std::exchange(m_wantedId, {}));
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
    m_context.session.stores().retrieveFile(storeId, fileId, this,
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

void StoresPage::followDetails()
{
    showWanted();
    followSelection();
    const QModelIndex here = m_pane->current();
    const int others = int(std::max<qsizetype>(0, m_pane->selected().size() - 1));
    const VectorStore *store = m_model->storeAt(here);
    if (!store)
        m_details->clear();
    else if (const StoreFile *file = m_model->fileAt(here))
        m_details->showFile(*store, *file, others);
    else if (const StoreFileBatch *batch = m_model->batchAt(here))
        m_details->showBatch(*store, *batch, others);
    else
        m_details->showStore(*store, m_model->stores().costOf(*store), others);
    showSummary();
}

void StoresPage::showSummary()
{
    const VectorStoresModel &stores = m_model->stores();
    QStringList parts;
    if (stores.rowCount() == 0) {
        parts << (stores.loadState() == LoadState::Loading
                      ? tr("Files made searchable by what they mean: loading…")
                      : tr("Files made searchable by what they mean: what is in, what failed, "
                           "how well it is found."));
    } else {
        parts << tr("%Ln store(s)", nullptr, stores.rowCount()) << format::size(stores.chargedBytesOfAll());
        const double cost = stores.costOfAll();
        parts << (cost > 0 ? tr("about %1 a day").arg(storageCostText(cost)) : tr("free"));
        if (const int failing = stores.withFailures())
            parts << tr("%Ln with failures", nullptr, failing);
        if (const int indexing = stores.indexing())
            parts << tr("%Ln indexing", nullptr, indexing);
        if (const int ending = stores.expiringWithin(weekSeconds))
            parts << tr("%Ln expire(s) this week", nullptr, ending);
        if (const qsizetype selected = m_pane->selected().size(); selected > 1)
            parts << tr("%Ln selected", nullptr, int(selected));
    }
    m_header->setSummary(parts.join(u" · "_s));
    Q_EMIT statusChanged();
}

void StoresPage::showContextMenu(const QPoint &pos)
{
    popUpMenu(this, objectActions(), pos);
}

void StoresPage::showEvent(QShowEvent *event)
{
    AreaPage::showEvent(event);
    // Sample data fills every area, whichever page it was asked for on: an empty one is looked at anew.
    VectorStoresModel &stores = m_model->stores();
    const bool mayBeFilled = m_sample && stores.loadState() == LoadState::Ready && stores.rowCount() == 0;
    if (stores.loadState() == LoadState::Idle || mayBeFilled)
        stores.refresh();
    schedulePolls();
}

void StoresPage::resizeEvent(QResizeEvent *event)
{
    AreaPage::resizeEvent(event);
    if (m_sizesChosen)
        return;
    const int tree = std::clamp(width() - roomForDetails, narrowTree, wideTree);
    m_splitter->setSizes({tree, std::max(1, width() - tree)});
}

void StoresPage::hideEvent(QHideEvent *event)
{
    AreaPage::hideEvent(event);
    schedulePolls();
}

void StoresPage::schedulePolls()
{
    const int seconds = m_context.shell.settings.number(Setting::PollSeconds);
    const VectorStoresModel &stores = m_model->stores();
    // Only while somebody looks, and never on top of a walk that runs.
    if (seconds > 0 && isVisible() && !stores.isWalking() && stores.loadState() != LoadState::Stopped)
        m_poll->start(seconds * 1000);
    else
        m_poll->stop();
    m_model->setPollInterval((isVisible() ? std::min(seconds, watchSeconds) : seconds) * 1000);
}

} // namespace odc

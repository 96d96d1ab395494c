// SPDX-License-Identifier: GPL-3.0-or-later
#include "attributespane.h"

#include "api/session.h"
#include "base/clock.h"
#include "base/format.h"
#include "lists/attributesmodel.h"
#include "lists/filterproxy.h"
#include "stores/filenames.h"
#include "stores/foldersync.h"
#include "ui/actions/actioncollection.h"
#include "ui/pages/jobstrips.h"
#include "ui/pages/stores/attributedelegate.h"
#include "ui/pages/stores/attributesediting.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollBar>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr auto loadKey = "load"_L1;
constexpr auto conflictKey = "conflict"_L1;
constexpr auto lostKey = "lost"_L1;
constexpr int narrowFilter = 150;
constexpr int nameWidth = 240;
constexpr int stateWidth = 124;
constexpr int idWidth = 150;
constexpr int keyWidth = 140;

} // namespace

AttributesPane::AttributesPane(const PageContext &context, FileNames &names, QWidget *parent)
    : QWidget(parent), m_context(context), m_names(names),
      m_actions(new ActionCollection(context.shell.theme, this, this)), m_proxy(new FilterProxy(this))
{
    setObjectName(u"attributesPane"_s);
    buildActions();
    buildLayout();
    connectGrid();
    showModel(nullptr);
}

AttributesPane::~AttributesPane()
{
    m_proxy->setRows(nullptr); // the models go one by one
}

QString AttributesPane::readOnlyReason() const
{
    if (m_context.profile.isArchive())
        return tr("An archive cannot be changed");
    return m_context.session.isReadOnly() ? tr("This profile is read-only") : QString();
}

void AttributesPane::buildActions()
{
    m_review = m_actions->add(u"attributes.review"_s, tr("Re&view changes…"), Icon::Check,
                              {QKeySequence(u"Ctrl+Return"_s)});
    m_discard = m_actions->add(u"attributes.discard"_s, tr("&Discard changes"), Icon::Close);
    m_refresh = m_actions->add(u"attributes.refresh"_s, tr("&Refresh attributes"), Icon::Refresh);
    m_stop = m_actions->add(u"attributes.stop"_s, tr("S&top loading"), Icon::Stop);
    m_showFile = m_actions->add(u"attributes.showFile"_s, tr("Show &file in the tree"), Icon::File);
    connect(m_review, &QAction::triggered, this, &AttributesPane::openReview);
    connect(m_discard, &QAction::triggered, this, [this] {
        if (!m_model)
            return;
        m_model->discard();
        Message message;
        message.key = u"discarded"_s;
        message.text = tr("The changes are discarded. Undo brings them back.");
        message.actionText = tr("Undo");
        m_messages->showMessage(message);
    });
    connect(m_refresh, &QAction::triggered, this, &AttributesPane::refresh);
    connect(m_stop, &QAction::triggered, this, [this] {
        if (m_model)
            m_model->stop();
    });
    connect(m_showFile, &QAction::triggered, this, [this] {
        if (m_model && m_grid->currentIndex().isValid())
            Q_EMIT fileRequested(m_store.id, m_model->rowId(m_proxy->sourceRow(m_grid->currentIndex())));
    });
}

void AttributesPane::buildLayout()
{
    const Theme &theme = m_context.shell.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_filter = new FilterEdit(theme, this);
    m_filter->setObjectName(u"attributesFilter"_s);
    m_filter->setAccessibleName(tr("Filter the files"));
    m_filter->setPlaceholderText(tr("Filter: words, lang=de, year>2020 …"));
    m_filter->setToolTip(tr("Words look everywhere. key:text looks in one attribute, key=text wants all of "
                            "it, -word leaves out.\n"
                            "year>2020 compares where all values are numbers. The tooltip of a column says "
                            "what it is called here."));
    m_filter->setMinimumWidth(narrowFilter);
    m_messages = new MessageBar(theme, this);
    m_grid = new CellGrid(theme, this);
    m_grid->setObjectName(u"attributesGrid"_s);
    m_grid->setAccessibleName(tr("Attributes of the files"));
    m_editing = new AttributesEditing(m_context, *m_grid, *m_proxy, *m_messages, *m_actions, this);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(metrics::between, metrics::inside, metrics::between, metrics::inside);
    row->setSpacing(metrics::inside);
    row->addWidget(m_filter, 1);
    row->addWidget(new ActionButton(m_editing->newKeyAction(), ButtonRole::Flat, this));
    for (QAction *action : {m_editing->importAction(), m_editing->exportAction(), m_refresh, m_stop})
        row->addWidget(new ActionButton(action, ButtonRole::Flat, this, true));
    m_stop->setVisible(false);
    layout->addLayout(row);
    layout->addWidget(m_messages);
    layout->addWidget(m_grid, 1);
    buildStaged();
    layout->addWidget(m_staged);
    m_jobs = new JobStrips(m_context.shell, this);
    m_jobs->setHome(m_grid);
    layout->addWidget(m_jobs);
    m_overlay = new StateOverlay(theme, m_grid);
}

void AttributesPane::buildStaged()
{
    // Below the grid: there is room for all of it, in a narrow pane and in other languages, and nothing moves
    // when it comes.
    const Theme &theme = m_context.shell.theme;
    m_staged = new QWidget(this);
    auto *row = new QHBoxLayout(m_staged);
    row->setContentsMargins(metrics::edge, metrics::inside, metrics::between, metrics::inside);
    row->setSpacing(metrics::inside);
    m_summary = new TextLabel(theme, Theme::FontRole::Small, Token::Secondary, {}, m_staged);
    m_summary->setObjectName(u"attributesSummary"_s);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // the buttons are to be whole
    row->addWidget(m_summary, 1);
    auto *discard = new ActionButton(m_discard, ButtonRole::Default, m_staged);
    discard->setObjectName(u"attributesDiscard"_s);
    row->addWidget(discard);
    m_reviewButton = makeButton(theme, {}, {}, ButtonRole::Primary, m_staged);
    m_reviewButton->setObjectName(u"attributesReview"_s);
    connect(m_reviewButton, &QPushButton::clicked, m_review, &QAction::trigger);
    row->addWidget(m_reviewButton);
    m_staged->hide();
}

void AttributesPane::connectGrid()
{
    auto *delegate = new AttributeDelegate(
        m_context.shell.theme,
        [this](const QModelIndex &index, const QString &typed) { return m_editing->check(index, typed); },
        this);
    m_grid->setItemDelegate(delegate);
    m_grid->setModel(m_proxy);
    connect(delegate, &AttributeDelegate::refused, m_editing, &AttributesEditing::sayRefusal);
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, m_editing,
            &AttributesEditing::enableActions);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentChanged, m_editing,
            &AttributesEditing::enableActions);
    connect(m_grid->horizontalScrollBar(), &QScrollBar::valueChanged, m_grid, &CellGrid::placeFrozen);
    connect(m_grid, &QWidget::customContextMenuRequested, this, &AttributesPane::showContextMenu);
    connect(m_grid, &CellGrid::headerMenuRequested, m_editing, &AttributesEditing::showHeaderMenu);
    connect(m_filter, &FilterEdit::filterChanged, this, [this](const QString &text) {
        m_proxy->setFilterText(text, m_context.shell.clock.unixSeconds());
        m_filter->setProblem(m_proxy->filterError());
        showState();
    });
    connect(m_filter, &FilterEdit::leaveToList, m_grid, qOverload<>(&QWidget::setFocus));
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this, &AttributesPane::showState);
    connect(m_proxy, &QAbstractItemModel::rowsRemoved, this, &AttributesPane::showState);
    connect(m_proxy, &QAbstractItemModel::columnsInserted, this, &AttributesPane::showKeys);
    connect(m_overlay, &StateOverlay::actionTriggered, this, [this] {
        if (m_overlay->kind() == StateOverlay::Kind::Loading)
            m_stop->trigger();
        else if (m_model && m_model->rowCount() > 0)
            m_filter->setFilter({});
        else
            m_refresh->trigger();
    });
    connect(m_messages, &MessageBar::actionTriggered, this, [this](const QString &key) {
        m_messages->dismiss(key);
        if (key == loadKey)
            refresh();
        else if (key == conflictKey)
            openReview();
        else if (key == u"discarded"_s && m_model)
            m_model->undo();
    });
    connect(m_jobs, &JobStrips::jobEnded, this, &AttributesPane::jobEnded);
    connect(m_jobs, &JobStrips::showObject, this,
            [this](const QString &id) { Q_EMIT fileRequested(m_store.id, id); });
}

void AttributesPane::setStore(const VectorStore &store)
{
    if (store.id == m_store.id && m_model) {
        // Being searched moves when it was last active; only files that came or went are worth a walk, and
        // not each that was indexed, while there are more to come.
        const bool isMoving = store.isIndexing() && m_store.isIndexing();
        const bool others = isMoving
                                ? store.counts.total != m_store.counts.total
                                : !(store.counts == m_store.counts) || store.usageBytes != m_store.usageBytes;
        m_store = store;
        m_titles.insert(store.id, store.title());
        m_due = m_due || others;
    } else {
        if (m_model && m_model->changeCount() == 0) {
            m_models.remove(m_store.id);
            m_model->deleteLater();
        }
        m_store = store;
        m_titles.insert(store.id, store.title());
        AttributesModel *model = m_models.value(store.id);
        if (!model) {
            model = new AttributesModel(m_context.session, m_names, store.id, this);
            model->setReadOnlyReason(readOnlyReason());
            m_models.insert(store.id, model);
        }
        m_messages->dismiss();
        m_filter->setFilter({});
        showModel(model);
        sayReadOnly();
        m_due = true;
    }
    if (isVisible())
        load();
}

void AttributesPane::clear()
{
    if (m_model && m_model->changeCount() == 0) {
        m_models.remove(m_store.id);
        m_model->deleteLater();
    }
    m_store = {};
    m_due = false;
    m_messages->dismiss();
    showModel(nullptr);
}

void AttributesPane::forgetOthers(const QSet<QString> &storeIds)
{
    m_jobs->keepAbout(storeIds);
    const QStringList known = m_models.keys();
    for (const QString &id : known) {
        if (storeIds.contains(id))
            continue;
        AttributesModel *gone = m_models.take(id);
        if (gone == m_model) {
            m_store = {};
            m_due = false;
            m_messages->dismiss();
            showModel(nullptr);
        }
        gone->deleteLater();
    }
}

void AttributesPane::showModel(AttributesModel *model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_proxy->setRows(model);
    m_editing->setModel(model, m_store.title());
    if (model) {
        m_grid->setColumnWidth(AttributesModel::Name, nameWidth);
        m_grid->setColumnWidth(AttributesModel::State, stateWidth);
        m_grid->setColumnWidth(AttributesModel::Id, idWidth);
        for (int column = AttributesModel::FirstKey; column < model->columnCount(); ++column)
            m_grid->setColumnWidth(column, keyWidth);
        connectModel();
        m_grid->sortByColumn(AttributesModel::Name, Qt::AscendingOrder);
    }
    m_filter->setEnabled(model);
    showKeys();
    showStaged();
    showState();
}

void AttributesPane::connectModel()
{
    connect(m_model, &RowModelBase::loadStateChanged, this, [this] {
        showState();
        if (m_due && isVisible() && !m_model->isWalking())
            load();
    });
    connect(m_model, &RowModelBase::countChanged, this, &AttributesPane::showState);
    connect(m_model, &AttributesModel::stagedChanged, this, &AttributesPane::showStaged);
    connect(m_model, &AttributesModel::keysChanged, this, &AttributesPane::showKeys);
    connect(m_model, &AttributesModel::changesLost, this, [this](int count) {
        Message message;
        message.kind = Message::Kind::Warning;
        message.key = lostKey;
        message.text = tr("%Ln change(s) were of files that are no longer in this store; they are dropped.",
                          nullptr, count);
        m_messages->showMessage(message);
    });
}

void AttributesPane::load()
{
    if (!m_model || !m_due || m_model->isWalking())
        return;
    m_due = false;
    m_model->refresh();
}

void AttributesPane::refresh()
{
    m_due = true;
    load();
}

void AttributesPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    load();
}

void AttributesPane::focusContent()
{
    m_grid->setFocus(Qt::OtherFocusReason);
}

bool AttributesPane::focusFilter()
{
    if (!m_filter->isEnabled())
        return false;
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
    return true;
}

void AttributesPane::orderKeys()
{
    // What keeps a folder in step is the program's own: behind the keys of the person.
    QList<int> columns;
    QList<int> own;
    for (int column = AttributesModel::FirstKey; column < m_model->columnCount(); ++column) {
        const QString key = m_model->keyOf(column);
        const bool isOwn = key == QLatin1StringView(syncattribute::path) ||
                           key == QLatin1StringView(syncattribute::digest) ||
                           key == QLatin1StringView(syncattribute::size);
        (isOwn ? own : columns).append(column);
    }
    columns += own;
    QHeaderView *header = m_grid->horizontalHeader();
    if (header->count() != m_model->columnCount())
        return; // it follows
    for (int i = 0; i < int(columns.size()); ++i) {
        const int from = header->visualIndex(columns.at(i));
        if (from != AttributesModel::FirstKey + i)
            header->moveSection(from, AttributesModel::FirstKey + i);
    }
}

void AttributesPane::showKeys()
{
    if (!m_model)
        return;
    for (int column = AttributesModel::FirstKey; column < m_model->columnCount(); ++column)
        m_grid->setColumnHidden(column, m_model->isKeyVacant(m_model->keyOf(column)));
    orderKeys();
    m_grid->placeFrozen();
    m_filter->setProblem(m_proxy->filterError());
    m_editing->enableActions();
}

QList<QAction *> AttributesPane::ownActions() const
{
    QList<QAction *> actions{m_review, m_discard, nullptr};
    actions << m_editing->cellActions() << nullptr << m_editing->keyActions() << nullptr;
    actions << m_editing->importAction() << m_editing->exportAction() << nullptr << m_showFile << m_refresh;
    return actions;
}

QString AttributesPane::unsavedWork() const
{
    int changes = 0;
    for (const AttributesModel *model : m_models)
        changes += model->changeCount();
    return changes > 0 ? tr("%Ln change(s) of attributes are not sent", nullptr, changes) : QString();
}

QString AttributesPane::runningWork() const
{
    return m_jobs->runningWork();
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "treepage.h"

#include "api/session.h"
#include "base/clock.h"
#include "base/format.h"
#include "lists/listtreemodel.h"
#include "settings/settings.h"
#include "ui/actions/actioncollection.h"
#include "ui/actions/menus.h"
#include "ui/pages/detailspane.h"
#include "ui/pages/jobstrips.h"
#include "ui/pages/keptrows.h"
#include "ui/pages/sampleaction.h"
#include "ui/pages/treepane.h"
#include "ui/pages/treerowactions.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/treeview.h"

#include <QAction>
#include <QMenu>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowDetails = 320;
constexpr int wideTree = 500;       ///< with the state of each row whole
constexpr int roomForDetails = 736; ///< what stands side by side there has all its columns
/// What moves is looked at so often while the page is seen; hidden, as other lists are while they are seen.
constexpr int watchSeconds = 3;
constexpr qint64 stillFreshSeconds = 5;

} // namespace

TreePage::TreePage(const PageContext &context, const QString &name, int narrowTree, QWidget *parent)
    : AreaPage(parent), m_context(context), m_name(name), m_narrowTree(narrowTree),
      m_actions(new ActionCollection(context.shell.theme, this, this)),
      m_header(new PageHeader(context.shell.theme, this)), m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_poll(new QTimer(this)), m_detailsDue(new QTimer(this))
{
    setObjectName(name + u"Page"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    m_splitter->setObjectName(name + u"Splitter"_s);
    m_splitter->setChildrenCollapsible(false);
    layout->addWidget(m_splitter, 1);
    auto *left = new QWidget(m_splitter);
    left->setMinimumWidth(narrowTree);
    m_left = new QVBoxLayout(left);
    m_left->setContentsMargins(0, 0, 0, 0);
    m_left->setSpacing(0);
    m_splitter->addWidget(left);
}

TreePage::~TreePage() = default;

void TreePage::closeViews()
{
    delete std::exchange(m_splitter, nullptr);
}

void TreePage::setTree(ListTreeModel *model, TreePane *pane, TreeRowActions *rowActions)
{
    m_model = model;
    m_pane = pane;
    m_rowActions = rowActions;
    m_left->addWidget(m_pane, 1);
    m_jobs = new JobStrips(m_context.shell, m_left->parentWidget());
    m_jobs->setHome(m_pane->tree());
    m_left->addWidget(m_jobs);
    m_sample = addSampleAction(m_context, m_name, *m_actions, *m_pane->messages(), *this);
}

void TreePage::setKept(ObjectKind kind)
{
    m_kept = new KeptRows(m_context, kind, m_model->top(), this);
}

void TreePage::setDetails(DetailsPane *details)
{
    m_details = details;
    m_details->setMinimumWidth(narrowDetails);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(1, 1);
    const QByteArray state = m_context.shell.settings.bytes(Setting::SplitterState, m_context.scope(m_name));
    m_sizesChosen = !state.isEmpty() && m_splitter->restoreState(state);
    m_showDetails =
        m_actions->add(m_name + u".details"_s, tr("Show det&ails"), Icon::Info, {QKeySequence(Qt::Key_F4)});
    m_showDetails->setCheckable(true);
    m_showDetails->setChecked(true);
    connect(m_showDetails, &QAction::toggled, m_details, &QWidget::setVisible);
}

void TreePage::finish(const ListPageTexts &texts)
{
    m_texts = texts;
    m_header->setTitle(texts.title);
    m_pane->setTexts(texts.list);
    connectAll();
    followSelection();
    followDetails();
}

void TreePage::connectAll()
{
    RowModelBase &top = m_model->top();
    connect(&top, &RowModelBase::countChanged, this, &TreePage::showSummary);
    connect(&top, &RowModelBase::loadStateChanged, this, [this, &top] {
        showSummary();
        schedulePolls();
        followSelection();
        m_details->setHintShown(top.rowCount() > 0 || top.loadState() == LoadState::Loading);
    });
    // Hundreds of lists arrive one after the other: the page follows once a turn.
    m_detailsDue->setSingleShot(true);
    m_detailsDue->setInterval(0);
    connect(m_detailsDue, &QTimer::timeout, this, &TreePage::followDetails);
    connect(m_model, &ListTreeModel::belowChanged, this, &TreePage::followDetailsLater);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &TreePage::followDetailsLater);
    connect(m_pane, &TreePane::selectionChanged, this, &TreePage::followSelection);
    connect(m_pane, &TreePane::selectionChanged, this, &TreePage::followDetailsLater);
    connect(m_pane, &TreePane::contextMenuRequested, this,
            [this](const QPoint &pos) { popUpMenu(this, objectActions(), pos); });
    connect(m_pane, &TreePane::profileRequested, this, &AreaPage::profileRequested);
    connect(m_jobs, &JobStrips::jobEnded, this, &AreaPage::workEnded);
    connect(m_jobs, &JobStrips::showObject, this, &TreePage::showObject);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        m_sizesChosen = true;
        m_context.shell.settings.set(Setting::SplitterState, m_splitter->saveState(),
                                     m_context.scope(m_name));
    });
    m_poll->setSingleShot(true);
    connect(m_poll, &QTimer::timeout, &top, &RowModelBase::refresh);
    connect(&m_context.shell.settings, &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::PollSeconds)
            schedulePolls();
    });
}

const RowModelBase *TreePage::list() const
{
    return &m_model->top();
}

QList<QAction *> TreePage::objectActions() const
{
    QList<QAction *> all = ownActions();
    all << m_pane->viewActions() << nullptr << m_rowActions->copyActions() << nullptr
        << m_rowActions->exportActions() << nullptr << m_pane->stopAction();
    if (m_sample)
        all << m_sample;
    return all;
}

void TreePage::refresh()
{
    m_pane->refreshAction()->trigger(); // as if pressed: what a person asks for shows that it goes on
}

void TreePage::focusFilter()
{
    m_pane->focusFilter();
}

void TreePage::focusList()
{
    m_pane->tree()->setFocus(Qt::OtherFocusReason);
}

QString TreePage::runningWork() const
{
    return m_jobs->runningWork();
}

MessageBar *TreePage::messages() const
{
    return m_pane->messages();
}

bool TreePage::mayChange() const
{
    return !m_context.session.isReadOnly();
}

QAction *TreePage::changing(QAction *action) const
{
    if (!mayChange())
        action->setToolTip(m_context.profile.isArchive()
                               ? tr("An archive is a copy: nothing in it is changed.")
                               : tr("The profile is read-only."));
    return action;
}

QMenu *TreePage::submenu(const QString &title, const QList<QAction *> &actions)
{
    auto *menu = new QMenu(title, this);
    fillMenu(*menu, actions);
    menu->menuAction()->setVisible(!actions.isEmpty());
    return menu;
}

void TreePage::showObject(const QString &id)
{
    m_pane->setFilter({});
    m_wantedId = id;
    showWanted();
    // Made since the tree was read.
    const LoadState state = m_model->top().loadState();
    if (!m_wantedId.isEmpty() && (state == LoadState::Ready || state == LoadState::Stopped || state == LoadState::Failed))
        m_model->refresh();
}

void TreePage::showFiltered(const QString &filter)
{
    m_wantedId.clear();
    m_pane->setFilter(filter);
    // Who counted what is to be shown here saw more than this list has.
    if (m_kept && m_kept->isBehind())
        refresh();
    focusList();
}

void TreePage::goTo(const QString &id)
{
    showObject(id);
    focusList();
}

void TreePage::showWanted()
{
    if (!m_wantedId.isEmpty() && m_model->indexOf(m_wantedId).isValid())
        m_pane->selectId(std::exchange(m_wantedId, {}));
}

void TreePage::followSelection()
{
    const QModelIndexList rows = m_pane->selected();
    updateActions(rows, m_pane->current());
    m_rowActions->update(int(rows.size()));
}

void TreePage::followDetailsLater()
{
    m_detailsDue->start();
}

void TreePage::followDetails()
{
    showWanted();
    followSelection();
    showDetails(m_pane->current(), int(std::max<qsizetype>(0, m_pane->selected().size() - 1)));
    showSummary();
}

void TreePage::bringUpDetails()
{
    followDetails();
    m_showDetails->setChecked(true);
}

void TreePage::showSummary()
{
    const RowModelBase &top = m_model->top();
    QStringList parts;
    if (top.rowCount() == 0) {
        parts << (top.loadState() == LoadState::Loading ? m_texts.loading : m_texts.about);
    } else {
        parts << summaryOfAll();
        if (const qsizetype selected = m_pane->selected().size(); selected > 1)
            parts << tr("%Ln selected", nullptr, int(selected));
        if (const qint64 keptFrom = top.keptFrom(); keptFrom > 0)
            parts << (top.isWalking() ? tr("as of %1, reading…") : tr("as of %1"))
                         .arg(format::relativeTime(keptFrom, m_context.shell.clock.unixSeconds()));
    }
    m_header->setSummary(parts.join(u" · "_s));
    Q_EMIT statusChanged();
}

void TreePage::showEvent(QShowEvent *event)
{
    AreaPage::showEvent(event);
    // Sample data fills every area, whichever page it was asked for on: an empty one is looked at anew.
    RowModelBase &top = m_model->top();
    const bool mayBeFilled = m_sample && top.loadState() == LoadState::Ready && top.rowCount() == 0;
    if (m_kept)
        m_kept->fill();
    const bool old = top.loadState() == LoadState::Ready && m_context.shell.settings.number(Setting::PollSeconds) > 0 &&
                     m_context.shell.clock.unixSeconds() - top.refreshedAt() > stillFreshSeconds;
    if (top.loadState() == LoadState::Idle || mayBeFilled || old)
        top.refresh();
    schedulePolls();
}

void TreePage::resizeEvent(QResizeEvent *event)
{
    AreaPage::resizeEvent(event);
    if (m_sizesChosen)
        return;
    const int tree = std::clamp(width() - roomForDetails, m_narrowTree, wideTree);
    m_splitter->setSizes({tree, std::max(1, width() - tree)});
}

void TreePage::hideEvent(QHideEvent *event)
{
    AreaPage::hideEvent(event);
    schedulePolls();
}

void TreePage::schedulePolls()
{
    const int seconds = m_context.shell.settings.number(Setting::PollSeconds);
    const RowModelBase &top = m_model->top();
    // Only while somebody looks, and never on top of a walk that runs.
    if (seconds > 0 && isVisible() && !top.isWalking() && top.loadState() != LoadState::Stopped)
        m_poll->start(seconds * 1000);
    else
        m_poll->stop();
    // Out of sight, what runs is watched for all pages together.
    watchEvery(isVisible() ? std::min(seconds, watchSeconds) * 1000 : 0);
}

} // namespace odc

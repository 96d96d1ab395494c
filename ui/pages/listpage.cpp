// SPDX-License-Identifier: GPL-3.0-or-later
#include "listpage.h"

#include "api/session.h"
#include "api/snippet.h"
#include "base/clock.h"
#include "base/format.h"
#include "settings/settings.h"
#include "ui/actions/actioncollection.h"
#include "ui/actions/menus.h"
#include "ui/pages/jobstrips.h"
#include "ui/pages/keptrows.h"
#include "ui/pages/sampleaction.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// Width of the page below which the list alone is shown.
constexpr int roomForDetails = 860;
constexpr int narrowDetails = 240;
constexpr int lowList = 160; ///< filter, header and a few rows
constexpr qint64 stillFreshSeconds = 5;
const auto wantedKey = u"wanted"_s; ///< of the message about a link that led nowhere

} // namespace

ListPage::ListPage(const PageContext &context, const QString &name, RowModelBase *model, QWidget *parent, Holds holds)
    : AreaPage(parent), m_context(context), m_name(name), m_model(*model),
      m_actions(new ActionCollection(context.shell.theme, this, this)), m_poll(new QTimer(this)),
      m_detailsDue(new QTimer(this))
{
    setObjectName(name + u"Page"_s);
    model->setParent(this);
    buildActions();
    buildLayout();
    if (holds == Holds::ServerObjects)
        m_sample = addSampleAction(m_context, m_name, *m_actions, *messages(), *this);
}

ListPage::~ListPage() = default;

void ListPage::buildActions()
{
    m_copyCurl = m_actions->add(m_name + u".copyCurl"_s, tr("Copy as cUR&L"), Icon::Terminal);
    m_copyPython = m_actions->add(m_name + u".copyPython"_s, tr("Copy as P&ython"), Icon::Code);
    m_showDetails =
        m_actions->add(m_name + u".details"_s, tr("Show det&ails"), Icon::Info, {QKeySequence(Qt::Key_F4)});
    m_showDetails->setCheckable(true);
    m_showDetails->setChecked(true);
    connect(m_copyCurl, &QAction::triggered, this, [this] { copyCall(false); });
    connect(m_copyPython, &QAction::triggered, this, [this] { copyCall(true); });
    connect(m_showDetails, &QAction::triggered, this, &ListPage::toggleDetails);
}

void ListPage::buildLayout()
{
    const Theme &theme = m_context.shell.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_header = new PageHeader(theme, this);
    layout->addWidget(m_header);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    m_stack = new QStackedWidget(this);
    layout->addWidget(m_stack, 1);
    m_splitter = new QSplitter(Qt::Horizontal, m_stack);
    m_splitter->setObjectName(m_name + u"Splitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_stack->addWidget(m_splitter);
    auto *left = new QWidget(m_splitter);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(0);
    m_pane = new ListPane(m_context, m_model, m_name, *m_actions, left);
    leftLayout->addWidget(m_pane, 1);
    m_jobs = new JobStrips(m_context.shell, left);
    m_jobs->setHome(m_pane->table());
    leftLayout->addWidget(m_jobs);
    m_splitter->addWidget(left);
    m_splitter->setStretchFactor(0, 1);
}

void ListPage::setDetails(QWidget *details, int width)
{
    m_details = details;
    m_details->setMinimumWidth(narrowDetails);
    m_splitter->addWidget(m_details);
    m_splitter->setSizes({1140 - width, width});
    const QByteArray state = m_context.shell.settings.bytes(Setting::SplitterState, m_context.scope(m_name));
    if (!state.isEmpty())
        m_splitter->restoreState(state);
}

void ListPage::setBelow(QWidget *below)
{
    auto *layout = static_cast<QVBoxLayout *>(m_pane->parentWidget()->layout());
    m_column = new QSplitter(Qt::Vertical, m_pane->parentWidget());
    m_column->setObjectName(m_name + u"Column"_s);
    m_column->setChildrenCollapsible(false);
    delete layout->replaceWidget(m_pane, m_column);
    layout->setStretchFactor(m_column, 1);
    m_column->addWidget(m_pane);
    m_column->addWidget(below);
    m_pane->setMinimumHeight(lowList);
    m_column->setStretchFactor(0, 1);
    m_column->setStretchFactor(1, 1);
    m_column->setSizes({400, 400});
    const QString scope = m_context.scope(m_name + u".below"_s);
    if (const QByteArray state = m_context.shell.settings.bytes(Setting::SplitterState, scope); !state.isEmpty())
        m_column->restoreState(state);
    connect(m_column, &QSplitter::splitterMoved, this, [this, scope] {
        m_context.shell.settings.set(Setting::SplitterState, m_column->saveState(), scope);
    });
}

void ListPage::setBand(QWidget *band)
{
    auto *layout = static_cast<QVBoxLayout *>(this->layout());
    layout->insertWidget(layout->indexOf(m_stack), band);
}

void ListPage::setKept(ObjectKind kind)
{
    m_kept = new KeptRows(m_context, kind, m_model, this);
}

void ListPage::finish(const ListPageTexts &texts)
{
    m_texts = texts;
    m_header->setTitle(texts.title);
    m_pane->setTexts(texts.list);
    connectAll();
    followSelection();
    followDetails();
}

void ListPage::connectAll()
{
    connect(&m_model, &RowModelBase::countChanged, this, &ListPage::showSummary);
    connect(&m_model, &RowModelBase::countChanged, this, &ListPage::showWanted);
    connect(&m_model, &RowModelBase::loadStateChanged, this, [this] {
        showSummary();
        schedulePoll();
        tellIfGone();
    });
    // A poll may change a thousand rows one by one: the details follow once.
    m_detailsDue->setSingleShot(true);
    m_detailsDue->setInterval(0);
    connect(m_detailsDue, &QTimer::timeout, this, &ListPage::followDetails);
    connect(&m_model, &QAbstractItemModel::dataChanged, m_detailsDue, qOverload<>(&QTimer::start));
    m_poll->setSingleShot(true);
    connect(m_poll, &QTimer::timeout, this, &ListPage::poll);
    connect(&m_context.shell.settings, &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::PollSeconds)
            schedulePoll();
    });
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        m_context.shell.settings.set(Setting::SplitterState, m_splitter->saveState(),
                                     m_context.scope(m_name));
    });
    connect(m_pane, &ListPane::selectionChanged, this, &ListPage::followSelection);
    connect(m_pane, &ListPane::profileRequested, this, &AreaPage::profileRequested);
    connect(m_pane, &ListPane::selectionChanged, m_detailsDue, qOverload<>(&QTimer::start));
    connect(m_pane, &ListPane::contextMenuRequested, this, &ListPage::showContextMenu);
    connect(m_jobs, &JobStrips::jobEnded, this, &AreaPage::workEnded);
    connect(m_jobs, &JobStrips::showObject, this, &ListPage::showObject);
}

void ListPage::setInner(const InnerView &inner, const QString &back)
{
    m_inner = inner;
    m_stack->addWidget(inner.widget);
    m_back = m_actions->add(m_name + u".back"_s, back, Icon::ChevronLeft);
    m_back->setToolTip(tr("Back to the list (Alt+Left or Esc)"));
    m_back->setEnabled(false);
    m_innerMenu = new QMenu(inner.title, this);
    fillMenu(*m_innerMenu, QList<QAction *>{m_back, nullptr} + inner.actions());
    m_innerMenu->setEnabled(false); // its actions are at hand once there is something to act on
    connect(m_back, &QAction::triggered, this, &ListPage::leaveInner);
}

bool ListPage::isInnerShown() const
{
    return m_inner.widget && m_stack->currentWidget() == m_inner.widget;
}

void ListPage::showInner()
{
    if (isInnerShown())
        return;
    m_stack->setCurrentWidget(m_inner.widget);
    followInner();
    m_inner.focusContent();
}

void ListPage::leaveInner()
{
    if (!isInnerShown())
        return;
    m_stack->setCurrentWidget(m_splitter);
    followInner();
    focusList();
}

void ListPage::followInner()
{
    // The list's keys are those of the rows that are seen: not its own while something else is.
    const bool inner = isInnerShown();
    m_back->setEnabled(inner);
    m_showDetails->setEnabled(!inner);
    for (QAction *action : m_pane->exportActions())
        action->setEnabled(!inner);
    followSelection();
    showSummary();
    Q_EMIT statusChanged();
    Q_EMIT actionsChanged();
}

QList<QAction *> ListPage::objectActions() const
{
    QList<QAction *> all = ownActions();
    if (isInnerShown()) {
        all << nullptr << m_back << m_inner.actions();
        return all;
    }
    if (m_innerMenu)
        all << m_innerMenu->menuAction();
    all << nullptr << m_pane->editActions() << m_copyCurl << m_copyPython << nullptr
        << m_pane->exportActions() << nullptr << m_pane->stopAction();
    if (m_sample)
        all << nullptr << m_sample;
    return all;
}

void ListPage::refresh()
{
    m_pane->refreshAction()->trigger(); // as if pressed: what a person asks for shows that it goes on
    if (isInnerShown())
        m_inner.refresh();
}

void ListPage::focusFilter()
{
    if (isInnerShown())
        m_inner.focusFilter();
    else
        m_pane->focusFilter();
}

void ListPage::focusList()
{
    if (isInnerShown()) {
        m_inner.focusContent();
        return;
    }
    m_pane->table()->setFocus(Qt::OtherFocusReason);
}

QString ListPage::runningWork() const
{
    return m_jobs->runningWork();
}

void ListPage::showObject(const QString &id)
{
    leaveInner();
    m_pane->setFilter({});
    messages()->dismiss(wantedKey);
    m_wantedId = id;
    showWanted();
    // Made since the list was read; of a walk that has begun before this nobody knows.
    const LoadState state = m_model.loadState();
    m_wantedWalks = state == LoadState::Loading ? 2 : 1;
    if (!m_wantedId.isEmpty() && (state == LoadState::Ready || state == LoadState::Stopped || state == LoadState::Failed))
        m_model.refresh();
}

void ListPage::showFiltered(const QString &filter)
{
    leaveInner();
    m_wantedId.clear();
    messages()->dismiss(wantedKey);
    m_pane->setFilter(filter);
    // Who counted what is to be shown here saw more than this list has.
    if (m_kept && m_kept->isBehind())
        refresh();
    focusList();
}

void ListPage::showWanted()
{
    if (m_wantedId.isEmpty() || m_model.rowOf(m_wantedId) < 0)
        return;
    messages()->dismiss(wantedKey);
    m_pane->selectId(std::exchange(m_wantedId, {}));
}

void ListPage::tellIfGone()
{
    if (m_wantedId.isEmpty() || m_model.loadState() != LoadState::Ready || m_model.isWalking() || m_model.keptFrom() > 0
        || m_model.rowOf(m_wantedId) >= 0)
        return;
    if (--m_wantedWalks > 0) {
        QMetaObject::invokeMethod(&m_model, &RowModelBase::refresh, Qt::QueuedConnection);
        return;
    }
    Message gone;
    gone.kind = Message::Kind::Warning;
    gone.key = wantedKey;
    gone.text = tr("%1 is not there any more, or belongs to another project.").arg(format::oneLine(m_wantedId, 60));
    m_wantedId.clear();
    messages()->showMessage(gone);
}

bool ListPage::mayChange() const
{
    return !m_context.session.isReadOnly();
}

void ListPage::marksChange(QAction *action)
{
    if (!mayChange())
        action->setToolTip(tr("The profile is read-only."));
}

void ListPage::toggleDetails(bool show)
{
    m_detailsWanted = show;
    m_showDetails->setChecked(show);
    m_details->setVisible(show);
}

void ListPage::resizeEvent(QResizeEvent *event)
{
    AreaPage::resizeEvent(event);
    // In a small window the list needs the room; F4 or a preview brings the details back.
    const bool roomy = event->size().width() >= roomForDetails;
    const bool wasRoomy = event->oldSize().width() < 0 || event->oldSize().width() >= roomForDetails;
    if (roomy != wasRoomy || event->oldSize().width() < 0) {
        const bool show = m_detailsWanted && roomy;
        m_details->setVisible(show);
        m_showDetails->setChecked(show);
    }
}

void ListPage::followSelection()
{
    const int count = m_pane->selectedCount();
    if (count > 0)
        m_wantedId.clear(); // the person looks at something else
    enableCopies();
    const QList<QAction *> copies = m_pane->editActions();
    for (QAction *action : copies)
        action->setEnabled(count > 0 && !isInnerShown());
    updateActions(count);
}

void ListPage::enableCopies()
{
    const bool readable = !isInnerShown() && m_pane->selectedCount() == 1 && !objectPath(m_pane->selectedIds().first()).isEmpty();
    m_copyCurl->setEnabled(readable);
    m_copyPython->setEnabled(readable);
}

void ListPage::followDetails()
{
    enableCopies();
    const int count = m_pane->selectedCount();
    int row = m_pane->currentRow();
    if (row < 0 && count > 0)
        row = m_pane->selectedRows().first();
    showDetails(row, row < 0 ? 0 : count - 1);
    showSummary();
}

void ListPage::showSummary()
{
    const int count = m_model.rowCount();
    QStringList parts;
    if (count == 0) {
        parts << (m_model.loadState() == LoadState::Loading ? m_texts.loading : m_texts.about);
    } else {
        parts << summaryOfAll();
        if (const int shown = m_pane->shownCount(); shown != count)
            parts << tr("%Ln shown", nullptr, shown);
        if (m_pane->selectedCount() > 1)
            parts << summaryOf(m_pane->selectedRows());
        if (const qint64 keptFrom = m_model.keptFrom(); keptFrom > 0)
            parts << (m_model.isWalking() ? tr("as of %1, reading…") : tr("as of %1"))
                         .arg(format::relativeTime(keptFrom, m_context.shell.clock.unixSeconds()));
        else if (m_model.isWalking() && m_model.refreshedAt() == 0)
            parts << tr("loading…");
    }
    m_header->setSummary(parts.join(u" · "_s));
    Q_EMIT statusChanged();
}

void ListPage::showContextMenu(const QPoint &pos)
{
    popUpMenu(this, objectActions(), pos);
}

void ListPage::copyCall(bool python)
{
    const QStringList ids = m_pane->selectedIds();
    const QString path = ids.isEmpty() ? QString() : objectPath(ids.first());
    if (path.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(callSnippet(
        m_context.session, "GET"_ba, path, python ? SnippetLanguage::Python : SnippetLanguage::Curl));
}

void ListPage::keyPressEvent(QKeyEvent *event)
{
    // What has the focus in the inner view had its chance: to end an edit, to empty a filter.
    if (isInnerShown() && event->matches(QKeySequence::Cancel)) {
        leaveInner();
        return;
    }
    AreaPage::keyPressEvent(event);
}

void ListPage::showEvent(QShowEvent *event)
{
    AreaPage::showEvent(event);
    // Sample data fills every area, whichever page it was asked for on: an empty one is looked at anew.
    const bool mayBeFilled = m_sample && m_model.loadState() == LoadState::Ready && m_model.rowCount() == 0;
    if (m_kept)
        m_kept->fill();
    if (m_model.loadState() == LoadState::Idle || mayBeFilled)
        m_model.refresh();
    else if (looksWhenShown() && pollInterval() > 0 && m_model.loadState() == LoadState::Ready &&
             m_context.shell.clock.unixSeconds() - m_model.refreshedAt() > stillFreshSeconds)
        poll();
    schedulePoll();
}

void ListPage::hideEvent(QHideEvent *event)
{
    AreaPage::hideEvent(event);
    schedulePoll();
}

int ListPage::pollInterval() const
{
    // Only while somebody looks.
    return isVisible() ? m_context.shell.settings.number(Setting::PollSeconds) * 1000 : 0;
}

void ListPage::poll()
{
    m_model.refresh();
}

void ListPage::schedulePoll()
{
    const int ms = pollInterval();
    // Never on top of a walk that runs.
    if (ms > 0 && !m_model.isWalking() && m_model.loadState() != LoadState::Stopped)
        m_poll->start(ms);
    else
        m_poll->stop();
}

} // namespace odc

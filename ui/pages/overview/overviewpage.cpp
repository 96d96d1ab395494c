// SPDX-License-Identifier: GPL-3.0-or-later
#include "overviewpage.h"

#include "api/session.h"
#include "index/objectindex.h"
#include "overview/overviewkeep.h"
#include "overview/overviewtally.h"
#include "settings/settings.h"
#include "transfers/transferqueue.h"
#include "ui/actions/actioncollection.h"
#include "ui/actions/menus.h"
#include "ui/context/profileconnector.h"
#include "ui/pages/overview/changespane.h"
#include "ui/pages/overview/overviewboard.h"
#include "ui/pages/sampleaction.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/navlist.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/taborder.h"
#include "watch/jobwatch.h"

#include <QAction>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QShowEvent>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int showMs = 200;
constexpr int changesMs = 150;

/// Where the figures of this profile are kept; empty: nowhere.
QString keptBeside(const PageContext &context)
{
    // A profile of the environment may be another service each time, and leaves nothing on the disk.
    const bool keeps = !context.profile.temporary && !context.profile.isArchive();
    return keeps ? context.shell.connector.indexFile(context.profile.id) : QString();
}

} // namespace

OverviewPage::OverviewPage(const PageContext &context, QWidget *parent)
    : AreaPage(parent), m_context(context),
      m_visit(context.shell.settings, context.shell.clock, context.scope(u"overview"_s)),
      m_actions(new ActionCollection(context.shell.theme, this, this)),
      m_tally(new OverviewTally(context.index, context.watch, context.shell.clock, this)),
      m_due(new QTimer(this))
{
    setObjectName(u"overviewPage"_s);
    m_tally->setLookedAt(false); // until it is shown
    m_tally->setSince(m_visit.since());
    m_tally->setExpiresDays(context.watch.rules().expiresDays);
    buildActions();
    buildLayout();
    m_keep = new OverviewKeep(keptBeside(context), context.shell.settings.flag(Setting::KeepIndex), *m_tally,
                              this);
    connectAll();
    showFigures();
    // Its list is not seen at first, and takes as long to make as half of the rest.
    QTimer::singleShot(changesMs, this, [this] { changes(); });
}

OverviewPage::~OverviewPage()
{
    delete m_keep; // writes what the tally knows, which goes after it
}

void OverviewPage::buildActions()
{
    m_refresh = m_actions->add(u"overview.refresh"_s, tr("Re&fresh"), Icon::Refresh);
    m_refresh->setToolTip(tr("Reads all lists of the project once"));
    m_showChanges = m_actions->add(u"overview.changes"_s, tr("What &changed"), Icon::Clock);
    ActionCollection::setSearchWords(m_showChanges, tr("what happened, history, since when", "other words for what changed"));
    m_alerts = m_actions->add(u"overview.alerts"_s, tr("A&lerts…"), Icon::Bell);
    m_alerts->setToolTip(tr("What you are told of, and when something counts as stuck"));
    m_back = m_actions->add(u"overview.back"_s, tr("&Overview"), Icon::ChevronLeft);
    m_back->setToolTip(tr("Back to the overview (Alt+Left or Esc)"));
    m_back->setEnabled(false);
    connect(m_refresh, &QAction::triggered, this, [this] {
        m_context.watch.lookAtEverything();
        showFigures();
    });
    connect(m_showChanges, &QAction::triggered, this, [this] {
        changes().showChanges();
        showInner(true);
    });
    connect(m_alerts, &QAction::triggered, this, &OverviewPage::showAlerts);
    connect(m_back, &QAction::triggered, this, [this] { showInner(false); });
}

void OverviewPage::buildLayout()
{
    const Theme &theme = m_context.shell.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_header = new PageHeader(theme, this);
    m_header->setTitle(tr("Overview"));
    for (const auto &[action, name] :
         {std::pair(m_back, u"overviewBack"_s), std::pair(m_alerts, u"overviewAlerts"_s),
          std::pair(m_showChanges, u"overviewChanges"_s), std::pair(m_refresh, u"overviewRefresh"_s)})
        m_header->addAction(action, ButtonRole::Default)->setObjectName(name);
    m_back->setVisible(false);
    layout->addWidget(m_header);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    m_banner = new MessageBar(theme, this);
    m_banner->setObjectName(u"overviewBanner"_s);
    layout->addWidget(m_banner);
    m_messages = new MessageBar(theme, this);
    layout->addWidget(m_messages);
    m_stack = new QStackedWidget(this);
    m_board = new OverviewBoard(m_context, m_stack);
    m_overlay = new StateOverlay(theme, m_board->viewport());
    m_stack->addWidget(m_board);
    layout->addWidget(m_stack, 1);
    m_innerMenu = new QMenu(tr("List of changes"), this);
    m_innerMenu->setEnabled(false); // its actions are at hand once there is something to act on
    m_sample = addSampleAction(m_context, u"overview"_s, *m_actions, *m_messages, *this);
}

void OverviewPage::connectAll()
{
    m_due->setSingleShot(true);
    m_due->setInterval(showMs);
    connect(m_due, &QTimer::timeout, this, &OverviewPage::showFigures);
    connect(m_tally, &OverviewTally::changed, this, &OverviewPage::showLater);
    connect(&m_context.watch, &JobWatch::updated, this, &OverviewPage::showLater);
    connect(&m_context.index, &ObjectIndex::loaded, this, &OverviewPage::showLater);
    const TransferQueue &transfers = m_context.transfers;
    connect(&transfers, &TransferQueue::added, this, &OverviewPage::showLater);
    connect(&transfers, &TransferQueue::changed, this, &OverviewPage::showLater);
    connect(&transfers, &TransferQueue::removed, this, &OverviewPage::showLater);
    connect(&transfers, &TransferQueue::opened, this, &OverviewPage::showLater);
    connect(&transfers, &TransferQueue::progressed, this, &OverviewPage::showLater);
    connect(&m_context.shell.settings, &Settings::changed, this, [this](Setting setting) {
        switch (setting) {
        case Setting::KeepIndex:
            m_keep->setKept(m_context.shell.settings.flag(Setting::KeepIndex));
            break;
        case Setting::WatchRules:
        case Setting::Prices:
        case Setting::PollSeconds:
        case Setting::ArchiveFolder:
            showLater();
            break;
        default:
            break;
        }
    });
    connect(m_board, &OverviewBoard::chosen, this, &OverviewPage::go);
    connect(m_banner, &MessageBar::actionTriggered, this, [this] {
        if (auto *archive = window()->findChild<QAction *>(u"file.archive"_s))
            archive->trigger();
    });
    connect(m_banner, &MessageBar::closed, this, [this] { m_dismissed = m_note; });
    connect(m_overlay, &StateOverlay::actionTriggered, this, [this] {
        if (m_context.session.lacksKey())
            Q_EMIT profileRequested();
        else if (m_tally->figures().knownAt == 0)
            m_refresh->trigger();
        else if (m_sample)
            m_sample->trigger();
        else
            Q_EMIT uploadRequested({});
    });
    connect(m_overlay, &StateOverlay::secondTriggered, this, [this] { Q_EMIT uploadRequested({}); });
    // Who looks at another program is not here; a window in the tray is not looked at either.
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        presenceChanged(state == Qt::ApplicationActive && window()->isVisible());
    });
    window()->installEventFilter(this);
    if (const auto *go = window()->findChild<QAction *>(u"go.overview"_s))
        connect(go, &QAction::triggered, this, [this] { showInner(false); }); // its key says where it leads
    if (const auto *navigation = window()->findChild<NavList *>())
        connect(navigation, &QAbstractItemView::pressed, this, &OverviewPage::chosenAgain);
}

ChangesPane &OverviewPage::changes()
{
    if (m_changes)
        return *m_changes;
    m_changes = new ChangesPane(m_context, *m_tally, *m_actions, m_stack);
    m_stack->addWidget(m_changes);
    putBehind(m_board->lastKey(), m_changes); // and not behind the dock, which was there before it
    fillMenu(*m_innerMenu, m_changes->objectActions());
    connect(m_changes, &ChangesPane::chosen, this, &OverviewPage::go);
    connect(m_changes, &ChangesPane::profileRequested, this, &AreaPage::profileRequested);
    connect(m_changes, &ChangesPane::summaryChanged, this, [this] {
        if (isInnerShown())
            m_header->setSummary(m_changes->summary());
    });
    Q_EMIT actionsChanged();
    return *m_changes;
}

void OverviewPage::chosenAgain()
{
    if (isVisible() && !m_arriving)
        showInner(false);
}

void OverviewPage::showEvent(QShowEvent *event)
{
    m_tally->setLookedAt(true);
    if (m_behind)
        showFigures();
    // Who comes from another page finds the list of changes as it was left.
    m_arriving = true;
    QTimer::singleShot(0, this, [this] { m_arriving = false; });
    AreaPage::showEvent(event);
}

void OverviewPage::hideEvent(QHideEvent *event)
{
    m_tally->setLookedAt(false);
    AreaPage::hideEvent(event);
}

bool OverviewPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == window() && !event->spontaneous()) {
        if (event->type() == QEvent::Hide)
            presenceChanged(false);
        else if (event->type() == QEvent::Show)
            presenceChanged(true);
    }
    return AreaPage::eventFilter(watched, event);
}

void OverviewPage::presenceChanged(bool here)
{
    if (!here)
        m_visit.leave();
    else if (m_visit.comeBack())
        m_tally->setSince(m_visit.since());
}

bool OverviewPage::isWatched() const
{
    return !m_context.profile.isArchive() && m_context.shell.settings.number(Setting::PollSeconds) > 0;
}

bool OverviewPage::isFilled() const
{
    return m_tally->figures().countedAt != 0 && m_overlay->state().kind == StateOverlay::Kind::None;
}

bool OverviewPage::isCurrent() const
{
    return m_tally->isCurrent() && !m_behind && !m_due->isActive();
}

void OverviewPage::showLater()
{
    // Nobody looks: it is made when somebody does.
    m_behind = m_behind || !isVisible();
    if (isVisible() && !m_due->isActive())
        m_due->start();
}

void OverviewPage::showFigures()
{
    m_due->stop();
    m_behind = false;
    m_tally->setExpiresDays(m_context.watch.rules().expiresDays); // the rules may have come after the page
    OverviewBoard::Look look;
    look.expiresDays = m_context.watch.rules().expiresDays;
    look.firstVisit = m_visit.isFirst();
    look.watched = isWatched();
    m_board->showFigures(m_tally->figures(), look);
    m_header->setSummary(isInnerShown() ? m_changes->summary() : summary());
    showState();
    showBanner();
    readAtFirst();
}

void OverviewPage::readAtFirst()
{
    const ObjectIndex &index = m_context.index;
    if (m_hasRead || !isVisible() || !isWatched() || !index.isLoaded())
        return;
    m_hasRead = true;
    // Nothing is known of this project yet, and somebody waits to see what it holds.
    if (index.wholeAt(ObjectKind::File) == 0 && index.wholeAt(ObjectKind::Batch) == 0)
        m_context.watch.lookAtEverything();
}

void OverviewPage::go(const OverviewTarget &target)
{
    if (target.page == "ended"_L1) {
        changes().showEnded(target.filter);
        showInner(true);
    } else if (target.page == "changes"_L1) {
        changes().showChanges();
        showInner(true);
    } else if (target.page == "cleaner"_L1) {
        // What nothing uses was counted whatever its age: so it is offered as well.
        if (auto *cleaner = window()->findChild<QAction *>(u"tools.cleanUp"_s)) {
            cleaner->setData(QVariantList{0, u"category=orphans"_s});
            cleaner->trigger();
            cleaner->setData({});
        }
    } else if (!target.object.isEmpty()) {
        Q_EMIT objectRequested(target.page, target.object);
    } else if (!target.isNull()) {
        Q_EMIT listRequested(target.page, target.filter);
    }
}

void OverviewPage::showInner(bool inner)
{
    if (inner)
        changes().setFirstVisit(m_visit.isFirst());
    if (inner != isInnerShown()) {
        m_stack->setCurrentWidget(inner ? static_cast<QWidget *>(&changes()) : m_board);
        m_header->setTitle(inner ? tr("What changed") : tr("Overview"));
        m_back->setEnabled(inner);
        m_back->setVisible(inner);
        for (QAction *action : {m_alerts, m_showChanges, m_refresh}) // the list has one of its own, in its row
            action->setVisible(!inner);
        showFigures();
        Q_EMIT actionsChanged();
    }
    focusList();
}

bool OverviewPage::isInnerShown() const
{
    return m_changes && m_stack->currentWidget() == m_changes;
}

void OverviewPage::showAlerts()
{
    auto *preferences = window()->findChild<QAction *>(u"edit.preferences"_s);
    if (!preferences)
        return;
    preferences->trigger();
    const auto dialogs = window()->findChildren<QWidget *>(u"preferencesDialog"_s);
    for (const QWidget *dialog : dialogs) {
        auto *tabs = dialog->isVisible() ? dialog->findChild<QTabWidget *>() : nullptr;
        for (int i = 0; tabs && i < tabs->count(); ++i) {
            if (tabs->widget(i)->objectName() == "alertsTab"_L1)
                tabs->setCurrentIndex(i);
        }
    }
}

QList<QAction *> OverviewPage::objectActions() const
{
    QList<QAction *> all;
    if (isInnerShown()) {
        all << m_back << nullptr << m_changes->objectActions() << nullptr << m_changes->refreshAction();
        return all;
    }
    all << m_showChanges << m_alerts << m_innerMenu->menuAction() << nullptr << m_refresh;
    if (m_sample)
        all << nullptr << m_sample;
    return all;
}

void OverviewPage::refresh()
{
    m_refresh->trigger();
}

void OverviewPage::focusFilter()
{
    if (isInnerShown())
        m_changes->focusFilter();
}

void OverviewPage::focusList()
{
    if (isInnerShown())
        m_changes->focusList();
    else if (QPushButton *button = m_overlay->actionButton();
             m_overlay->kind() != StateOverlay::Kind::None && button->isVisibleTo(this))
        button->setFocus(Qt::OtherFocusReason);
    else
        m_board->focusFirst();
}

void OverviewPage::keyPressEvent(QKeyEvent *event)
{
    // What has the focus in the list had its chance: to empty a filter.
    if (isInnerShown() && event->matches(QKeySequence::Cancel)) {
        showInner(false);
        return;
    }
    AreaPage::keyPressEvent(event);
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "evalspage.h"

#include "api/session.h"
#include "lists/evalrunsloader.h"
#include "lists/evalrunsmodel.h"
#include "lists/evalsmodel.h"
#include "lists/evaltreemodel.h"
#include "lists/evaltreeproxy.h"
#include "settings/settings.h"
#include "ui/actions/actioncollection.h"
#include "ui/actions/menus.h"
#include "ui/context/profileconnector.h"
#include "ui/dialogs/archivedialog.h"
#include "ui/pages/evals/evalcommands.h"
#include "ui/pages/evals/evaldetails.h"
#include "ui/pages/evals/evalrowactions.h"
#include "ui/pages/evals/evaltreepane.h"
#include "ui/pages/jobstrips.h"
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

constexpr int narrowTree = 280;
constexpr int narrowDetails = 320;
constexpr int wideTree = 500;       ///< with the status of runs and when they were made
constexpr int roomForDetails = 736; ///< a comparison of three runs has all its columns
/// Runs that move are looked at so often while the page is seen; hidden, as other lists are while they are seen.
constexpr int watchSeconds = 3;

} // namespace

EvalsPage::EvalsPage(const PageContext &context, QWidget *parent)
    : AreaPage(parent), m_context(context), m_actions(new ActionCollection(context.shell.theme, this, this)),
      m_model(new EvalTreeModel(context.session, this)), m_poll(new QTimer(this)), m_detailsDue(new QTimer(this))
{
    setObjectName(u"evalsPage"_s);
    buildLayout();
    buildActions();
    buildSample();
    setTexts();
    connectAll();
    followSelection();
    followDetails();
}

EvalsPage::~EvalsPage()
{
    delete m_splitter; // views go before what they show
}

void EvalsPage::buildLayout()
{
    const Theme &theme = m_context.shell.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_header = new PageHeader(theme, this);
    m_header->setTitle(tr("Evals"));
    layout->addWidget(m_header);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(u"evalsSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    layout->addWidget(m_splitter, 1);
    auto *left = new QWidget(m_splitter);
    left->setMinimumWidth(narrowTree);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(0);
    m_pane = new EvalTreePane(m_context, *m_model, *m_actions, left);
    leftLayout->addWidget(m_pane, 1);
    m_jobs = new JobStrips(m_context.shell, left);
    m_jobs->setHome(m_pane->tree());
    leftLayout->addWidget(m_jobs);
    m_details = new EvalDetails(m_context, m_splitter);
    m_details->setMinimumWidth(narrowDetails);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(1, 1);
    const QByteArray state = m_context.shell.settings.bytes(Setting::SplitterState, m_context.scope(u"evals"_s));
    m_sizesChosen = !state.isEmpty() && m_splitter->restoreState(state);
    m_rowActions = new EvalRowActions(m_context, *m_pane, *m_model, *m_actions, this);
    m_commands = new EvalCommands(m_context, *m_model, this, *m_jobs, *m_pane->messages());
}

QAction *EvalsPage::changing(QAction *action) const
{
    if (!mayChange())
        action->setToolTip(tr("The profile is read-only."));
    return action;
}

void EvalsPage::buildActions()
{
    ActionCollection &all = *m_actions;
    m_newEval = changing(all.add(u"evals.new"_s, tr("&New eval…"), Icon::Plus, {QKeySequence::New}));
    m_duplicate = changing(all.add(u"evals.duplicate"_s, tr("D&uplicate eval…"), Icon::Copy));
    m_newRun = changing(all.add(u"evals.newRun"_s, tr("Ne&w run…"), Icon::Play, {QKeySequence(u"Ctrl+Shift+N"_s)}));
    m_repeat = changing(all.add(u"evals.repeatRun"_s, tr("Re&peat run…"), Icon::Retry));
    m_rename = changing(all.add(u"evals.rename"_s, tr("Rena&me…"), Icon::Edit, {QKeySequence(Qt::Key_F2)}));
    m_metadata = changing(all.add(u"evals.metadata"_s, tr("E&dit metadata…")));
    m_cancel = changing(all.add(u"evals.cancel"_s, tr("Cancel run…"), Icon::Stop));
    m_delete = changing(all.add(u"evals.delete"_s, tr("D&elete…"), Icon::Trash, {QKeySequence::Delete}));
    m_items = all.add(u"evals.items"_s, tr("Sh&ow items"), Icon::Eye);
    m_compare = all.add(u"evals.compare"_s, tr("Compare runs"), Icon::Columns, {QKeySequence(u"Ctrl+M"_s)});
    m_compare->setToolTip(tr("Side by side; the oldest is the baseline until another is made it"));
    m_makeBaseline = all.add(u"evals.makeBaseline"_s, tr("Make &baseline"), Icon::Pin);
    m_uncheck = all.add(u"evals.uncheck"_s, tr("End comparison"));
    m_report = all.add(u"evals.report"_s, tr("Open report in browser"), Icon::External);
    m_showDetails = all.add(u"evals.details"_s, tr("Show det&ails"), Icon::Info, {QKeySequence(Qt::Key_F4)});
    m_showDetails->setCheckable(true);
    m_showDetails->setChecked(true);
    m_archive = all.add(u"evals.archive"_s, tr("Arc&hive…"), Icon::Download);
    m_archive->setEnabled(!m_context.profile.isArchive());
    m_itemsMenu = submenu(tr("Items"), m_details->itemActions());
    m_compareMenu = submenu(tr("Comparison"), m_details->compareActions());
    m_header->addAction(m_archive, ButtonRole::Default)->setObjectName(u"archiveButton"_s);
    m_header->addAction(m_newRun, ButtonRole::Default)->setObjectName(u"newRunButton"_s);
    m_header->addAction(m_newEval, ButtonRole::Primary)->setObjectName(u"newEvalButton"_s);

    const auto evalHere = [this] { return m_model->evalAt(m_pane->current()); };
    const auto runHere = [this] { return m_model->runAt(m_pane->current()); };
    connect(m_newEval, &QAction::triggered, this, [this] { m_commands->newEval(nullptr); });
    connect(m_duplicate, &QAction::triggered, this, [=, this] {
        if (const EvalObject *eval = evalHere())
            m_commands->newEval(eval);
    });
    connect(m_newRun, &QAction::triggered, this, [=, this] {
        if (const EvalObject *eval = evalHere())
            m_commands->newRun(*eval, nullptr);
    });
    connect(m_repeat, &QAction::triggered, this, [=, this] {
        if (const EvalRun *run = runHere())
            m_commands->newRun(*evalHere(), run);
    });
    for (const auto &[action, part] : {std::pair(m_rename, EvalEditDialog::Part::Name),
                                       std::pair(m_metadata, EvalEditDialog::Part::Metadata)}) {
        connect(action, &QAction::triggered, this, [=, this, part = part] {
            if (const EvalObject *eval = evalHere())
                m_commands->edit(*eval, part);
        });
    }
    connect(m_cancel, &QAction::triggered, this, [this] { m_commands->cancelRuns(m_pane->selected()); });
    connect(m_delete, &QAction::triggered, this, [this] { m_commands->remove(m_pane->selected()); });
    connect(m_items, &QAction::triggered, this, [this] {
        followDetails(); // keys are faster than the next turn
        m_showDetails->setChecked(true);
        m_details->showItems();
    });
    connect(m_compare, &QAction::triggered, this, &EvalsPage::compareSelected);
    connect(m_makeBaseline, &QAction::triggered, this, [=, this] {
        if (const EvalRun *run = runHere())
            makeBaseline(run->id);
    });
    connect(m_details, &EvalDetails::baselineWanted, this, &EvalsPage::makeBaseline);
    connect(m_uncheck, &QAction::triggered, this, [this] { m_model->setCheckedRuns({}, {}); });
    connect(m_report, &QAction::triggered, this, [=] {
        if (const EvalRun *run = runHere())
            EvalCommands::openReport(*run);
    });
    connect(m_archive, &QAction::triggered, this, [this] { (new ArchiveDialog(m_context, this))->open(); });
    connect(m_showDetails, &QAction::toggled, m_details, &QWidget::setVisible);
}

QMenu *EvalsPage::submenu(const QString &title, const QList<QAction *> &actions)
{
    auto *menu = new QMenu(title, this);
    fillMenu(*menu, actions);
    return menu;
}

void EvalsPage::buildSample()
{
    // It goes to the program's own data, not to a copy of an archive.
    if (m_context.profile.kind != Profile::Kind::Local || !m_context.profile.dataFolder.isEmpty() || !mayChange())
        return;
    m_sample = m_actions->add(u"evals.sample"_s, tr("Add sample data"), Icon::Plus);
    connect(m_sample, &QAction::triggered, this, [this] {
        m_context.shell.connector.addSampleData(this, [this](const QString &error) {
            if (error.isEmpty()) {
                refresh();
                return;
            }
            Message message;
            message.kind = Message::Kind::Error;
            message.text = tr("The sample data could not be added: %1").arg(error);
            m_pane->messages()->showMessage(message);
        });
    });
}

void EvalsPage::setTexts()
{
    ListTexts texts;
    texts.icon = Icon::Evals;
    texts.thingsName = tr("Evals and runs");
    texts.filterExample = tr("Filter evals and runs");
    texts.unavailable = tr("This server has no evals area any more.");
    texts.unavailableAction = m_archive;
    texts.emptySentence = tr("There are no evals here yet.");
    if (m_sample) {
        texts.emptyHint = tr("An eval grades answers by criteria you set. Make one, or start with some sample data.");
        texts.emptyAction = m_sample;
    } else if (mayChange()) {
        texts.emptyHint = tr("An eval grades answers by criteria you set.");
        texts.emptyAction = m_newEval;
    }
    m_pane->setTexts(texts);
}

void EvalsPage::connectAll()
{
    EvalsModel &evals = m_model->evals();
    connect(&evals, &RowModelBase::countChanged, this, &EvalsPage::showSummary);
    connect(&evals, &RowModelBase::loadStateChanged, this, [this] {
        showSummary();
        schedulePolls();
        followSelection();
        m_details->setHintShown(m_model->evals().rowCount() > 0 || m_model->evals().loadState() == LoadState::Loading);
    });
    // Hundreds of lists of runs arrive one after the other: the page follows once a turn.
    m_detailsDue->setSingleShot(true);
    m_detailsDue->setInterval(0);
    connect(m_detailsDue, &QTimer::timeout, this, &EvalsPage::followDetails);
    const auto later = qOverload<>(&QTimer::start);
    connect(m_model, &EvalTreeModel::belowChanged, m_detailsDue, later);
    connect(m_model, &QAbstractItemModel::dataChanged, m_detailsDue, later);
    connect(m_pane, &EvalTreePane::selectionChanged, this, &EvalsPage::followSelection);
    connect(m_pane, &EvalTreePane::selectionChanged, m_detailsDue, later);
    connect(m_pane, &EvalTreePane::selectionChanged, this, &EvalsPage::fetchWhatIsLookedAt);
    connect(m_pane, &EvalTreePane::contextMenuRequested, this, &EvalsPage::showContextMenu);
    connect(m_pane, &EvalTreePane::activated, this, [this] {
        if (m_model->isRun(m_pane->current()))
            m_items->trigger();
        else
            m_pane->tree()->setExpanded(m_pane->tree()->currentIndex(), !m_pane->tree()->isExpanded(m_pane->tree()->currentIndex()));
    });
    connect(m_pane, &EvalTreePane::profileRequested, this, &AreaPage::profileRequested);
    connect(m_model, &EvalTreeModel::checkedChanged, this, [this] {
        m_pane->messages()->dismiss(u"checks"_s); // before checksMoved, which speaks next
        followChecks();
    });
    connect(m_model, &EvalTreeModel::checkRefused, this, [this] {
        Message message;
        message.kind = Message::Kind::Info;
        message.key = u"checks"_s;
        message.text = tr("At most %Ln runs are compared at a time.", nullptr, EvalTreeModel::mostChecked);
        m_pane->messages()->showMessage(message);
    });
    connect(m_model, &EvalTreeModel::checksMoved, this, [this](const QString &fromEvalId, int runs) {
        const EvalObject *from = m_model->evals().item(fromEvalId);
        Message message;
        message.kind = Message::Kind::Info;
        message.key = u"checks"_s;
        message.text = tr("Runs are compared within one eval: %Ln run(s) of “%1” are not ticked any more.", nullptr, runs)
                           .arg(from ? EvalsModel::title(*from) : fromEvalId);
        m_pane->messages()->showMessage(message);
    });
    connect(m_commands, &EvalCommands::made, this, [this](const QString &id) {
        showObject(id);
        focusList();
    });
    connect(m_jobs, &JobStrips::jobEnded, this, &AreaPage::workEnded);
    connect(m_jobs, &JobStrips::showObject, this, &EvalsPage::showObject);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        m_sizesChosen = true;
        m_context.shell.settings.set(Setting::SplitterState, m_splitter->saveState(), m_context.scope(u"evals"_s));
    });
    m_poll->setSingleShot(true);
    connect(m_poll, &QTimer::timeout, &evals, &RowModelBase::refresh);
    connect(&m_context.shell.settings, &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::PollSeconds)
            schedulePolls();
    });
}

const RowModelBase *EvalsPage::list() const
{
    return &m_model->evals();
}

QList<QAction *> EvalsPage::objectActions() const
{
    QList<QAction *> all{m_newEval, m_duplicate, m_newRun, m_repeat, nullptr, m_rename, m_metadata, m_cancel, m_delete, nullptr,
                         m_items, m_itemsMenu->menuAction(), m_compare, m_compareMenu->menuAction(), m_makeBaseline, m_uncheck, m_report,
                         m_showDetails, nullptr, m_archive};
    all << nullptr << m_pane->viewActions() << nullptr << m_rowActions->copyActions() << nullptr
        << m_rowActions->exportActions() << nullptr << m_pane->stopAction();
    if (m_sample)
        all << m_sample;
    return all;
}

void EvalsPage::refresh()
{
    m_pane->refreshAction()->trigger(); // as if pressed: what a person asks for shows that it goes on
}

void EvalsPage::focusFilter()
{
    m_pane->focusFilter();
}

void EvalsPage::focusList()
{
    m_pane->tree()->setFocus(Qt::OtherFocusReason);
}

QString EvalsPage::runningWork() const
{
    return m_jobs->runningWork();
}

bool EvalsPage::mayChange() const
{
    return !m_context.session.isReadOnly();
}

void EvalsPage::showObject(const QString &id)
{
    m_pane->setFilter({});
    m_wantedId = id;
    m_details->leaveComparison();
    showWanted();
}

void EvalsPage::showWanted()
{
    if (!m_wantedId.isEmpty() && m_model->indexOf(m_wantedId).isValid())
        m_pane->selectId(std::exchange(m_wantedId, {}));
}

void EvalsPage::followSelection()
{
    const QModelIndexList rows = m_pane->selected();
    const QModelIndex here = m_pane->current();
    const int count = int(rows.size());
    const bool change = mayChange();
    const EvalRun *run = m_model->runAt(here);
    const bool one = count == 1;
    const bool unfinished = std::any_of(rows.cbegin(), rows.cend(), [this](const QModelIndex &row) {
        const EvalRun *of = m_model->runAt(row);
        return of && !of->isFinished();
    });
    const auto runs = std::count_if(rows.cbegin(), rows.cend(), [&](const QModelIndex &row) {
        return m_model->isRun(row) && row.parent() == here.parent();
    });
    m_newEval->setEnabled(change && m_model->evals().loadState() != LoadState::Unavailable);
    m_duplicate->setEnabled(change && one);
    m_newRun->setEnabled(change && here.isValid());
    m_repeat->setEnabled(change && one && run);
    m_rename->setEnabled(change && one && !run);
    m_metadata->setEnabled(change && one && !run);
    m_cancel->setEnabled(change && unfinished);
    m_delete->setEnabled(change && count > 0);
    m_delete->setText(count > 1 ? tr("D&elete %Ln…", nullptr, count) : tr("D&elete…"));
    m_items->setEnabled(run);
    m_report->setEnabled(one && run && run->reportUrl.startsWith(u"http"_s));
    m_compare->setEnabled((runs >= 2 && runs <= EvalTreeModel::mostChecked) || m_model->checkedRuns().size() >= 2);
    m_makeBaseline->setEnabled(one && m_model->isChecked(here) && m_model->checkedRuns().size() >= 2 &&
                               comparedRuns().value(0).id != run->id);
    m_uncheck->setEnabled(!m_model->checkedRuns().isEmpty());
    m_rowActions->update(count);
}

void EvalsPage::fetchWhatIsLookedAt()
{
    const EvalObject *eval = m_model->evalAt(m_pane->current());
    EvalRunsModel *runs = eval ? m_model->runsOf(eval->id) : nullptr;
    if (runs && runs->rowCount() == 0 && (runs->loadState() == LoadState::Idle || runs->loadState() == LoadState::Failed))
        m_model->loader().fetchNext(runs);
}

void EvalsPage::compareSelected()
{
    QStringList ids;
    QString evalId;
    const QModelIndexList rows = m_pane->selected();
    for (const QModelIndex &row : rows) {
        const EvalRun *run = m_model->runAt(row);
        if (!run || (!evalId.isEmpty() && m_model->evalAt(row)->id != evalId))
            continue;
        evalId = m_model->evalAt(row)->id;
        ids << run->id;
    }
    m_showDetails->setChecked(true);
    if (ids.size() >= 2)
        m_model->setCheckedRuns(evalId, ids);
    m_details->showComparison();
}

QList<EvalRun> EvalsPage::comparedRuns() const
{
    QList<EvalRun> runs;
    const EvalRunsModel *list = m_model->runsOf(m_model->checkedEval());
    const QStringList ids = m_model->checkedRuns();
    for (const QString &id : ids) {
        if (const EvalRun *run = list ? list->item(id) : nullptr)
            runs << *run;
    }
    // What was first is what the others are measured by, however the tree is sorted.
    const auto rank = [this](const EvalRun &run) { return std::pair(run.id != m_baseline, run.createdAt.value_or(0)); };
    std::stable_sort(runs.begin(), runs.end(), [&](const EvalRun &a, const EvalRun &b) { return rank(a) < rank(b); });
    return runs;
}

void EvalsPage::makeBaseline(const QString &runId)
{
    m_baseline = runId;
    followChecks();
}

void EvalsPage::followChecks()
{
    if (!m_model->checkedRuns().contains(m_baseline))
        m_baseline.clear();
    const EvalObject *eval = m_model->evals().item(m_model->checkedEval());
    m_details->setCompared(eval ? *eval : EvalObject(), comparedRuns());
    followSelection();
}

void EvalsPage::followDetails()
{
    showWanted();
    followSelection();
    const QModelIndex here = m_pane->current();
    const int others = int(std::max<qsizetype>(0, m_pane->selected().size() - 1));
    const EvalObject *eval = m_model->evalAt(here);
    if (const EvalRun *run = m_model->runAt(here); run && eval)
        m_details->showRun(*eval, *run, others);
    else if (eval)
        m_details->showEval(*eval, m_model->runsOf(eval->id)->items(), others);
    else
        m_details->clear();
    if (!m_model->checkedRuns().isEmpty())
        followChecks(); // what is compared may have moved on
    showSummary();
}

void EvalsPage::showSummary()
{
    const EvalsModel &evals = m_model->evals();
    QStringList parts;
    if (evals.rowCount() == 0) {
        parts << (evals.loadState() == LoadState::Loading
                      ? tr("Evals, their runs and how each did: loading…")
                      : tr("Evals, their runs and how each did: what passes, what fails, what got worse."));
    } else {
        parts << tr("%Ln eval(s)", nullptr, evals.rowCount());
        parts << (m_model->areRunsKnown() ? tr("%Ln run(s)", nullptr, m_model->runCount())
                                          : tr("%Ln run(s) so far", nullptr, m_model->runCount()));
        if (const int unfinished = m_model->unfinishedCount())
            parts << tr("%Ln running", nullptr, unfinished);
        if (m_pane->proxy()->isFiltering())
            parts << shownText();
        if (const qsizetype selected = m_pane->selected().size(); selected > 1)
            parts << tr("%Ln selected", nullptr, int(selected));
    }
    m_header->setSummary(parts.join(u" · "_s));
    Q_EMIT statusChanged();
}

QString EvalsPage::shownText() const
{
    const QModelIndexList shown = m_pane->shown();
    const auto runs = std::count_if(shown.cbegin(), shown.cend(), [this](const QModelIndex &row) { return m_model->isRun(row); });
    return tr("%1 and %2 shown", "evals and runs")
        .arg(tr("%Ln eval(s)", nullptr, int(shown.size() - runs)), tr("%Ln run(s)", nullptr, int(runs)));
}

void EvalsPage::showContextMenu(const QPoint &pos)
{
    popUpMenu(this, objectActions(), pos);
}

void EvalsPage::showEvent(QShowEvent *event)
{
    AreaPage::showEvent(event);
    // Sample data fills every area, whichever page it was asked for on: an empty one is looked at anew.
    EvalsModel &evals = m_model->evals();
    const bool mayBeFilled = m_sample && evals.loadState() == LoadState::Ready && evals.rowCount() == 0;
    if (evals.loadState() == LoadState::Idle || mayBeFilled)
        evals.refresh();
    schedulePolls();
}

void EvalsPage::resizeEvent(QResizeEvent *event)
{
    AreaPage::resizeEvent(event);
    if (m_sizesChosen)
        return;
    const int tree = std::clamp(width() - roomForDetails, narrowTree, wideTree);
    m_splitter->setSizes({tree, std::max(1, width() - tree)});
}

void EvalsPage::hideEvent(QHideEvent *event)
{
    AreaPage::hideEvent(event);
    schedulePolls();
}

void EvalsPage::schedulePolls()
{
    const int seconds = m_context.shell.settings.number(Setting::PollSeconds);
    const EvalsModel &evals = m_model->evals();
    // Only while somebody looks, and never on top of a walk that runs.
    if (seconds > 0 && isVisible() && !evals.isWalking() && evals.loadState() != LoadState::Stopped)
        m_poll->start(seconds * 1000);
    else
        m_poll->stop();
    m_model->loader().setPollInterval((isVisible() ? std::min(seconds, watchSeconds) : seconds) * 1000);
}

} // namespace odc

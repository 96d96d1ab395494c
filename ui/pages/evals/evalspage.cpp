// SPDX-License-Identifier: GPL-3.0-or-later
#include "evalspage.h"

#include "api/session.h"
#include "lists/evalrunsloader.h"
#include "lists/evalrunsmodel.h"
#include "lists/evalsmodel.h"
#include "lists/evaltreemodel.h"
#include "lists/evaltreeproxy.h"
#include "ui/actions/actioncollection.h"
#include "ui/dialogs/archivedialog.h"
#include "ui/pages/evals/evalcommands.h"
#include "ui/pages/evals/evaldetails.h"
#include "ui/pages/evals/evalrowactions.h"
#include "ui/pages/evals/evaltreepane.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/treeview.h"

#include <QAction>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowTree = 280;

} // namespace

EvalsPage::EvalsPage(const PageContext &context, QWidget *parent)
    : TreePage(context, u"evals"_s, narrowTree, parent), m_model(new EvalTreeModel(context.session, this)),
      m_pane(new EvalTreePane(context, *m_model, actions(), this))
{
    setTree(m_model, m_pane, new EvalRowActions(context, *m_pane, *m_model, actions(), this));
    m_details = new EvalDetails(context, this);
    setDetails(m_details);
    m_commands = new EvalCommands(context, *m_model, this, *jobs(), *messages());
    buildActions();
    connectActions();
    connectAll();
    connectChecks();
    setKept(ObjectKind::Eval);
    finish(texts());
}

EvalsPage::~EvalsPage()
{
    closeViews();
}

void EvalsPage::buildActions()
{
    ActionCollection &all = actions();
    m_newEval = changing(all.add(u"evals.new"_s, tr("&New eval…"), Icon::Plus, {QKeySequence::New}));
    m_duplicate = changing(all.add(u"evals.duplicate"_s, tr("D&uplicate eval…"), Icon::Copy));
    m_newRun =
        changing(all.add(u"evals.newRun"_s, tr("Ne&w run…"), Icon::Play, {QKeySequence(u"Ctrl+Shift+N"_s)}));
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
    m_archive = all.add(u"evals.archive"_s, tr("Arc&hive…"), Icon::Download);
    m_archive->setEnabled(!context().profile.isArchive());
    m_itemsMenu = submenu(tr("Items"), m_details->itemActions());
    m_compareMenu = submenu(tr("Comparison"), m_details->compareActions());
    header()->addAction(m_archive, ButtonRole::Default)->setObjectName(u"archiveButton"_s);
    header()->addAction(m_newRun, ButtonRole::Default)->setObjectName(u"newRunButton"_s);
    header()->addAction(m_newEval, ButtonRole::Primary)->setObjectName(u"newEvalButton"_s);
}

void EvalsPage::connectActions()
{
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
        bringUpDetails();
        m_details->showItems();
    });
    connect(m_compare, &QAction::triggered, this, &EvalsPage::compareSelected);
    connect(m_makeBaseline, &QAction::triggered, this, [=, this] {
        if (const EvalRun *run = runHere())
            makeBaseline(run->id);
    });
    connect(m_details, &EvalDetails::baselineWanted, this, &EvalsPage::makeBaseline);
    connect(m_details, &EvalDetails::fileRequested, this,
            [this](const QString &fileId) { Q_EMIT objectRequested(u"files"_s, fileId); });
    connect(m_uncheck, &QAction::triggered, this, [this] { m_model->setCheckedRuns({}, {}); });
    connect(m_report, &QAction::triggered, this, [=] {
        if (const EvalRun *run = runHere())
            EvalCommands::openReport(*run);
    });
    connect(m_archive, &QAction::triggered, this, [this] { (new ArchiveDialog(context(), this))->open(); });
}

ListPageTexts EvalsPage::texts() const
{
    ListPageTexts texts;
    texts.title = tr("Evals");
    texts.loading = tr("Evals, their runs and how each did: loading…");
    texts.about = tr("Evals, their runs and how each did: what passes, what fails, what got worse.");
    texts.list.icon = Icon::Evals;
    texts.list.thingsName = tr("Evals and runs");
    texts.list.filterExample = tr("Filter evals and runs");
    texts.list.unavailable = tr("This server has no evals area any more.");
    texts.list.unavailableAction = m_archive;
    texts.list.emptySentence = tr("There are no evals here yet.");
    if (sampleAction()) {
        texts.list.emptyHint =
            tr("An eval grades answers by criteria you set. Make one, or start with some sample data.");
        texts.list.emptyAction = sampleAction();
    } else if (mayChange()) {
        texts.list.emptyHint = tr("An eval grades answers by criteria you set.");
        texts.list.emptyAction = m_newEval;
    }
    return texts;
}

void EvalsPage::connectAll()
{
    connect(m_pane, &EvalTreePane::selectionChanged, this, &EvalsPage::fetchWhatIsLookedAt);
    connect(m_pane, &EvalTreePane::activated, this, &EvalsPage::activate);
    connect(m_commands, &EvalCommands::made, this, &EvalsPage::goTo);
}

void EvalsPage::connectChecks()
{
    connect(m_model, &EvalTreeModel::checkedChanged, this, [this] {
        messages()->dismiss(u"checks"_s); // before checksMoved, which speaks next
        followChecks();
    });
    connect(m_model, &EvalTreeModel::checkRefused, this, [this] {
        Message message;
        message.kind = Message::Kind::Info;
        message.key = u"checks"_s;
        message.text = tr("At most %Ln runs are compared at a time.", nullptr, EvalTreeModel::mostChecked);
        messages()->showMessage(message);
    });
    connect(m_model, &EvalTreeModel::checksMoved, this, [this](const QString &fromEvalId, int runs) {
        const EvalObject *from = m_model->evals().item(fromEvalId);
        Message message;
        message.kind = Message::Kind::Info;
        message.key = u"checks"_s;
        message.text = tr("Runs are compared within one eval: %Ln run(s) of “%1” are not ticked any more.",
                          nullptr, runs)
                           .arg(from ? EvalsModel::title(*from) : fromEvalId);
        messages()->showMessage(message);
    });
}

QList<QAction *> EvalsPage::ownActions() const
{
    return {m_newEval,      m_duplicate,
            m_newRun,       m_repeat,
            nullptr,        m_rename,
            m_metadata,     m_cancel,
            m_delete,       nullptr,
            m_items,        m_itemsMenu->menuAction(),
            m_compare,      m_compareMenu->menuAction(),
            m_makeBaseline, m_uncheck,
            m_report,       detailsAction(),
            nullptr,        m_archive,
            nullptr};
}

void EvalsPage::showObject(const QString &id)
{
    m_details->leaveComparison();
    TreePage::showObject(id);
}

void EvalsPage::activate()
{
    if (m_model->isRun(m_pane->current())) {
        m_items->trigger();
        return;
    }
    TreeView *tree = m_pane->tree();
    tree->setExpanded(tree->currentIndex(), !tree->isExpanded(tree->currentIndex()));
}

void EvalsPage::updateActions(const QModelIndexList &rows, const QModelIndex &here)
{
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
    m_compare->setEnabled((runs >= 2 && runs <= EvalTreeModel::mostChecked) ||
                          m_model->checkedRuns().size() >= 2);
    m_makeBaseline->setEnabled(one && m_model->isChecked(here) && m_model->checkedRuns().size() >= 2 &&
                               comparedRuns().value(0).id != run->id);
    m_uncheck->setEnabled(!m_model->checkedRuns().isEmpty());
}

void EvalsPage::fetchWhatIsLookedAt()
{
    const EvalObject *eval = m_model->evalAt(m_pane->current());
    EvalRunsModel *runs = eval ? m_model->runsOf(eval->id) : nullptr;
    if (runs && runs->rowCount() == 0 &&
        (runs->loadState() == LoadState::Idle || runs->loadState() == LoadState::Failed))
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
    detailsAction()->setChecked(true);
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
    const auto rank = [this](const EvalRun &run) {
        return std::pair(run.id != m_baseline, run.createdAt.value_or(0));
    };
    std::stable_sort(runs.begin(), runs.end(),
                     [&](const EvalRun &a, const EvalRun &b) { return rank(a) < rank(b); });
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

void EvalsPage::showDetails(const QModelIndex &here, int others)
{
    const EvalObject *eval = m_model->evalAt(here);
    if (const EvalRun *run = m_model->runAt(here); run && eval)
        m_details->showRun(*eval, *run, others);
    else if (eval)
        m_details->showEval(*eval, m_model->runsOf(eval->id)->items(), others);
    else
        m_details->clear();
    if (!m_model->checkedRuns().isEmpty())
        followChecks(); // what is compared may have moved on
}

QStringList EvalsPage::summaryOfAll() const
{
    QStringList parts;
    parts << tr("%Ln eval(s)", nullptr, m_model->evals().rowCount());
    parts << (m_model->areRunsKnown() ? tr("%Ln run(s)", nullptr, m_model->runCount())
                                      : tr("%Ln run(s) so far", nullptr, m_model->runCount()));
    if (const int unfinished = m_model->unfinishedCount())
        parts << tr("%Ln running", nullptr, unfinished);
    if (m_pane->proxy()->isFiltering())
        parts << shownText();
    return parts;
}

QString EvalsPage::shownText() const
{
    const QModelIndexList shown = m_pane->shown();
    const auto runs = std::count_if(shown.cbegin(), shown.cend(),
                                    [this](const QModelIndex &row) { return m_model->isRun(row); });
    return tr("%1 and %2 shown", "evals and runs")
        .arg(tr("%Ln eval(s)", nullptr, int(shown.size() - runs)), tr("%Ln run(s)", nullptr, int(runs)));
}

void EvalsPage::watchEvery(int ms)
{
    m_model->loader().setPollInterval(ms);
}

} // namespace odc

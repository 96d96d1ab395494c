// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparepane.h"

#include "base/background.h"
#include "base/format.h"
#include "evals/runitems.h"
#include "lists/comparemodel.h"
#include "lists/filterproxy.h"
#include "ui/actions/actioncollection.h"
#include "ui/pages/evals/comparecards.h"
#include "ui/pages/evals/compareexports.h"
#include "ui/pages/evals/compareoutputs.h"
#include "ui/pages/listpane.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRuns = 5;
constexpr int lowPane = 620; ///< the list needs the room more than the cards
constexpr auto orderChip = "order"_L1;
constexpr auto criterionChip = "criterion"_L1;

bool haveSameIds(const QList<EvalRun> &left, const QList<EvalRun> &right)
{
    return std::equal(left.cbegin(), left.cend(), right.cbegin(), right.cend(),
                      [](const EvalRun &a, const EvalRun &b) { return a.id == b.id; });
}

/// The name of a run; where two are called the same, with the end of its id.
QString titleOf(const EvalRun &run, const QList<EvalRun> &all)
{
    const auto namesakes = std::count_if(all.cbegin(), all.cend(),
                                         [&](const EvalRun &other) { return other.title() == run.title(); });
    return namesakes < 2 ? run.title()
                         : run.title() + u" …"_s + run.id.last(std::min<qsizetype>(5, run.id.size()));
}

} // namespace

ComparePane::ComparePane(const PageContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_actions(new ActionCollection(context.shell.theme, this, this)),
      m_items(new RunItems(context.session, this)), m_model(new CompareModel(this))
{
    const Theme &theme = context.shell.theme;
    setObjectName(u"comparePane"_s);
    buildActions();
    m_cards = new CompareCards(theme, this);
    m_progress = new ProgressStrip(theme, this);
    m_progress->hide();
    m_outputs = new CompareOutputs(theme, {m_previous, m_next}, this);
    buildList();
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(m_outputs);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_cards);
    layout->addWidget(m_progress);
    layout->addWidget(splitter, 1);
    m_overlay = new StateOverlay(theme, this);

    connect(m_cards, &CompareCards::baselineWanted, this,
            [this](int run) { Q_EMIT baselineWanted(m_runs.value(run).id); });
    connect(m_items, &RunItems::progressed, this, &ComparePane::showProgress);
    connect(m_items, &RunItems::finished, this, &ComparePane::loaded);
    connect(m_items, &RunItems::failed, this, [this](const EvalRun &, const ApiError &error) {
        m_busy = m_again = false;
        m_progress->hide();
        m_model->setState(LoadState::Failed, error);
    });
    connect(m_progress, &ProgressStrip::stopRequested, m_model, &CompareModel::stopWanted);
    connect(m_model, &CompareModel::refreshWanted, this, &ComparePane::load);
    connect(m_model, &CompareModel::stopWanted, this, [this] {
        ++m_serial;
        m_busy = m_again = false;
        m_items->stop();
        m_progress->hide();
        m_model->setState(LoadState::Stopped);
    });
    clear();
}

ComparePane::~ComparePane() = default;

void ComparePane::buildActions()
{
    m_next = m_actions->add(u"compare.nextRegression"_s, tr("&Next regression"), Icon::ChevronDown,
                            {QKeySequence(Qt::Key_F8)});
    m_previous = m_actions->add(u"compare.previousRegression"_s, tr("&Previous regression"), Icon::ChevronUp,
                                {QKeySequence(Qt::SHIFT | Qt::Key_F8)});
    connect(m_next, &QAction::triggered, this, [this] { stepToRegression(1); });
    connect(m_previous, &QAction::triggered, this, [this] { stepToRegression(-1); });
}

void ComparePane::buildList()
{
    const Theme &theme = m_context.shell.theme;
    m_list = new ListPane(m_context, *m_model, u"compare"_s, *m_actions, this);
    ListTexts texts;
    texts.icon = Icon::Evals;
    texts.emptySentence = tr("There is nothing to compare.");
    texts.emptyHint = tr("The runs have no items, or loading them was stopped.");
    texts.emptyAction = m_list->refreshAction();
    texts.unavailable = tr("This server does not hand out the items of these runs.");
    texts.thingsName = tr("Rows of the compared runs");
    texts.filterExample = tr("Filter rows");
    m_list->setTexts(texts);
    m_exports = new CompareExports(m_context, *m_actions, *m_list->messages(), this);
    const QList<QAction *> plain = m_list->exportActions();
    for (QAction *action : plain)
        action->setVisible(false); // a comparison is written by its own
    m_list->setExportActions(m_exports->actions());
    m_chips = new ChipBar(theme, this);
    m_chips->setObjectName(u"compareChips"_s);
    m_list->addTool(m_chips);
    connect(m_chips, &ChipBar::activated, this, [this](const QString &id) {
        if (id == orderChip)
            chooseOrder();
        else
            chooseCriterion();
    });
    connect(m_chips, &ChipBar::removeRequested, this, [this](const QString &id) {
        if (id == orderChip)
            sortBy(0);
        else
            setCriterion(-1);
    });
    // Sorted by a header, too; the view's own connection is older and has sorted by then.
    connect(m_list->table()->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &ComparePane::showChips);
    connect(m_list, &ListPane::selectionChanged, this, &ComparePane::showCurrentRow);
}

QList<QAction *> ComparePane::ownActions() const
{
    QList<QAction *> actions{m_next, m_previous, nullptr};
    actions << m_list->editActions() << nullptr << m_exports->actions();
    return actions;
}

void ComparePane::clear()
{
    ++m_serial;
    m_busy = m_again = false;
    m_runs.clear();
    m_items->clear();
    m_list->messages()->dismiss();
    m_model->clearComparison(LoadState::Idle);
    m_cards->clear();
    m_outputs->clear();
    m_progress->hide();
    m_exports->clear();
    for (QAction *action : {m_next, m_previous})
        action->setEnabled(false);
    StateOverlay::State state;
    state.kind = StateOverlay::Kind::Empty;
    state.icon = Icon::Evals;
    state.sentence = tr("Choose two to five runs of an eval to compare them.");
    state.detail = tr("The oldest one is the baseline, until you make another one it.");
    m_overlay->setState(state);
}

void ComparePane::focusRows()
{
    m_list->table()->setFocus(Qt::OtherFocusReason);
}

void ComparePane::setRuns(const EvalObject &eval, const QList<EvalRun> &runs)
{
    if (runs.size() < 2) {
        clear();
        return;
    }
    const QList<EvalRun> wanted = runs.first(std::min<qsizetype>(runs.size(), mostRuns));
    const bool same = m_eval.id == eval.id && haveSameIds(m_runs, wanted);
    const bool unchanged = same && m_eval == eval && m_runs == wanted;
    m_eval = eval;
    m_runs = wanted;
    m_expected = ExpectedAnswer(eval);
    m_overlay->clear();
    if (unchanged)
        return;
    if (!same) {
        m_first = 0;
        m_criterion = 0;
        m_list->messages()->dismiss(); // it spoke of other runs
        m_cards->clear();
        m_outputs->clear();
        m_model->clearComparison(LoadState::Loading);
    }
    if (same && m_busy)
        m_again = true; // what is under way is let through; then once more
    else if (!same || m_model->loadState() != LoadState::Stopped)
        load();
}

void ComparePane::load()
{
    ++m_serial;
    m_busy = true;
    m_again = false;
    m_model->setState(LoadState::Loading);
    m_items->load(m_eval.id, m_runs);
    showProgress();
}

void ComparePane::showProgress()
{
    const qint64 loadedCount = m_items->loadedCount();
    const qint64 expected = m_items->expectedCount();
    CellProgress progress;
    progress.done = expected > 0 ? double(loadedCount) / double(expected) : -1;
    m_progress->setProgress(progress,
                            tr("%1 of %2 items").arg(format::number(loadedCount), format::number(expected)));
    // Rows on the screen are the better sight: only the first time shows how it gets on.
    m_progress->setVisible(m_items->isLoading() && m_model->rowCount() == 0);
}

void ComparePane::loaded()
{
    QList<ComparedRun> runs;
    for (const EvalRun &run : std::as_const(m_runs))
        runs.append({run.id, titleOf(run, m_runs), m_items->items(run.id)});
    const int serial = ++m_serial;
    inBackground(
        this, [runs] { return compareRuns(runs); },
        [this, serial](const std::shared_ptr<const RunComparison> &comparison) {
            if (serial == m_serial)
                present(comparison);
        });
}

QStringList ComparePane::criterionTitles(const RunComparison &comparison) const
{
    QStringList titles;
    for (const QString &id : comparison.criteria) {
        const EvalCriterion *criterion = m_eval.criterion(id);
        titles << format::oneLine(criterion ? criterion->title() : id, 40);
    }
    return titles;
}

void ComparePane::present(const std::shared_ptr<const RunComparison> &comparison)
{
    m_busy = false;
    const bool first = !m_model->comparison();
    m_progress->hide();
    m_model->setComparison(comparison, criterionTitles(*comparison));
    m_criterion = std::min(m_criterion, int(comparison->criteria.size()) - 1);
    for (QAction *action : {m_next, m_previous})
        action->setEnabled(!comparison->rows.empty());
    m_exports->setComparison(comparison, m_eval, m_runs, criterionTitles(*comparison), m_expected);

    ListPane::Facet facet{u"change"_s,
                          tr("all rows"),
                          {{tr("only changes"), u"-change=same"_s},
                           {tr("regressions"), u"change:regression"_s},
                           {tr("improvements"), u"change:improvement"_s},
                           {tr("errors"), u"change:error"_s},
                           {tr("missing in a run"), u"change:missing"_s}}};
    for (int run = 1; comparison->runs.size() > 2 && run < comparison->runs.size(); ++run) {
        facet.choices.append(
            {tr("regressions in %1").arg(format::oneLine(comparison->runs.at(run).title, 40)),
             u"change%1=regression"_s.arg(QChar(u'a' + run))});
    }
    m_list->addFacet(facet);
    if (first) {
        sortBy(0); // whatever list was sorted how before
        setCriterion(m_criterion);
        m_list->table()->scrollToTop();
        // By its id: from right to left QTableView::selectRow() finds no column.
        if (m_list->shownCount() > 0)
            m_list->selectId(m_model->rowId(m_list->proxy()->sourceRow(m_list->proxy()->index(0, 0))));
    }
    showCards();
    showChips();
    showCurrentRow();
    Q_EMIT shown();
    if (std::exchange(m_again, false))
        load();
}

void ComparePane::showCards()
{
    const auto &comparison = m_model->comparison();
    if (!comparison)
        return;
    m_cards->showComparison(*comparison, m_criterion, criterionTitles(*comparison).value(m_criterion));
}

void ComparePane::showChips()
{
    const auto &comparison = m_model->comparison();
    if (!comparison)
        return;
    const int column = m_list->proxy()->sortColumn();
    const bool byChange = m_list->proxy()->sortOrder() == Qt::AscendingOrder;
    m_first = -1;
    if (byChange && column == m_model->changeColumn())
        m_first = 0;
    for (int run = 1; byChange && run < comparison->runs.size(); ++run) {
        if (column == m_model->verdictColumn(run))
            m_first = run;
    }
    const QString text =
        m_first < 0 ? tr("in the order of a column")
        : m_first == 0
            ? tr("regressions first")
            : tr("regressions in %1 first").arg(format::oneLine(comparison->runs.at(m_first).title, 24));
    m_chips->setChip(orderChip, text, m_first != 0);
    if (comparison->criteria.isEmpty()) {
        m_chips->removeChip(criterionChip);
        return;
    }
    const QString title = criterionTitles(*comparison).value(m_criterion);
    m_chips->setChip(criterionChip,
                     m_criterion < 0 ? tr("criterion: none")
                                     : tr("criterion: %1").arg(format::oneLine(title, 24)),
                     m_criterion >= 0);
}

void ComparePane::chooseOrder()
{
    const auto &comparison = m_model->comparison();
    if (!comparison)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int run = 0; run < comparison->runs.size(); ++run) {
        QAction *action = menu->addAction(
            run == 0
                ? tr("Regressions first")
                : tr("Regressions in %1 first").arg(format::oneLine(comparison->runs.at(run).title, 60)));
        action->setCheckable(true);
        action->setChecked(run == m_first);
        connect(action, &QAction::triggered, this, [this, run] { sortBy(run); });
    }
    QAction *plain = menu->addAction(tr("In the order of the data"));
    connect(plain, &QAction::triggered, this,
            [this] { m_list->table()->sortByColumn(0, Qt::AscendingOrder); });
    menu->popup(m_chips->menuPlace(orderChip));
}

void ComparePane::chooseCriterion()
{
    const auto &comparison = m_model->comparison();
    if (!comparison)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList titles = criterionTitles(*comparison);
    for (int criterion = -1; criterion < titles.size(); ++criterion) {
        QAction *action = menu->addAction(
            criterion < 0 ? tr("No criterion") : QString(titles.at(criterion)).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(criterion == m_criterion);
        connect(action, &QAction::triggered, this, [this, criterion] { setCriterion(criterion); });
    }
    menu->popup(m_chips->menuPlace(criterionChip));
}

void ComparePane::sortBy(int run)
{
    if (m_model->comparison())
        m_list->table()->sortByColumn(run > 0 ? m_model->verdictColumn(run) : m_model->changeColumn(),
                                      Qt::AscendingOrder);
    showChips();
}

void ComparePane::setCriterion(int criterion)
{
    const auto &comparison = m_model->comparison();
    if (!comparison)
        return;
    m_criterion = criterion;
    for (int c = 0; c < comparison->criteria.size(); ++c) {
        for (int run = 1; run < comparison->runs.size(); ++run)
            m_list->table()->setColumnShown(m_model->scoreColumn(c, run), c == criterion);
    }
    showCards();
    showChips();
}

void ComparePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool low = height() < lowPane;
    m_cards->setLow(low);
    m_outputs->setMaximumHeight(low ? height() / 4 : QWIDGETSIZE_MAX);
}

void ComparePane::showCurrentRow()
{
    const int row = m_list->currentRow();
    const CompareEntry *entry = row < 0 ? nullptr : m_model->item(row);
    if (!entry) {
        m_outputs->clear();
        return;
    }
    QString expected;
    for (int run = 0; expected.isEmpty() && run < entry->comparison->runs.size(); ++run) {
        if (const EvalOutputItem *item = entry->comparison->item(entry->index, run))
            expected = m_expected.of(*item);
    }
    m_outputs->showRow(entry->comparison, entry->index, expected);
}

void ComparePane::stepToRegression(int direction)
{
    const FilterProxy *proxy = m_list->proxy();
    const int count = proxy->rowCount();
    const QModelIndex current = m_list->table()->currentIndex();
    int row = current.isValid() ? current.row() : direction > 0 ? -1 : count;
    for (row += direction; row >= 0 && row < count; row += direction) {
        const int source = proxy->sourceRow(proxy->index(row, 0));
        const ComparedRow &compared = m_model->item(source)->row();
        const bool wanted = m_first > 0 ? compared.cells[size_t(m_first)].change == RowChange::Regression
                                        : compared.regressions > 0;
        if (wanted) {
            m_list->selectId(m_model->rowId(source));
            return;
        }
    }
    Message message;
    message.key = u"step"_s;
    message.text =
        direction > 0 ? tr("There is no regression further down.") : tr("There is no regression further up.");
    m_list->messages()->showMessage(message);
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemspane.h"

#include "api/session.h"
#include "api/snippet.h"
#include "base/format.h"
#include "lists/filterproxy.h"
#include "lists/outputitemsmodel.h"
#include "settings/settings.h"
#include "ui/actions/actioncollection.h"
#include "ui/actions/menus.h"
#include "ui/pages/evals/itemdetails.h"
#include "ui/pages/listpane.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int readAfterMs = 400; ///< who runs through the list does not want each item read
constexpr int lowDetails = 150;

bool sameCounts(const EvalCounts &left, const EvalCounts &right)
{
    return left.total == right.total && left.passed == right.passed && left.failed == right.failed
        && left.errored == right.errored;
}

QString itemPath(const EvalOutputItem &item, const EvalRun &run, const EvalObject &eval)
{
    const QString parent = EvalsApi::runPath(eval.id, run.id);
    return parent.isEmpty() ? QString()
                            : parent + u"/output_items/"_s + QString::fromLatin1(QUrl::toPercentEncoding(item.id));
}

} // namespace

ItemsPane::ItemsPane(const PageContext &context, QWidget *parent)
    : QWidget(parent), m_context(context),
      m_model(new OutputItemsModel(
          context.session, EvalMarks::folderOf(context.shell.settings.folder(), context.profile.id), this)),
      m_actions(new ActionCollection(context.shell.theme, this, this)), m_detailsDue(new QTimer(this)),
      m_readDue(new QTimer(this))
{
    setObjectName(u"itemsPane"_s);
    buildActions();
    buildLayout();
    connectAll();
    followSelection();
}

ItemsPane::~ItemsPane() = default;

void ItemsPane::buildActions()
{
    m_next = m_actions->add(u"items.nextFailure"_s, tr("&Next failure"), Icon::ChevronDown, {QKeySequence(u"N"_s)});
    m_previous =
        m_actions->add(u"items.previousFailure"_s, tr("&Previous failure"), Icon::ChevronUp, {QKeySequence(u"Shift+N"_s)});
    m_mark = m_actions->add(u"items.mark"_s, tr("&Mark"), Icon::Pin, {QKeySequence(u"M"_s)});
    m_mark->setCheckable(true);
    m_note = m_actions->add(u"items.note"_s, tr("Edit no&te"), Icon::Edit, {QKeySequence(u"T"_s)});
    m_readAgain = m_actions->add(u"items.readAgain"_s, tr("Refresh &item"), Icon::Refresh);
    m_copyCurl = m_actions->add(u"items.copyCurl"_s, tr("Copy as cUR&L"), Icon::Terminal);
    m_copyPython = m_actions->add(u"items.copyPython"_s, tr("Copy as P&ython"), Icon::Code);
    connect(m_next, &QAction::triggered, this, [this] { goToFailure(1); });
    connect(m_previous, &QAction::triggered, this, [this] { goToFailure(-1); });
    connect(m_mark, &QAction::triggered, this, &ItemsPane::toggleMarks);
    connect(m_note, &QAction::triggered, this, &ItemsPane::editNote);
    connect(m_readAgain, &QAction::triggered, this, [this] { readItem(true); });
    connect(m_copyCurl, &QAction::triggered, this, [this] { copyCall(false); });
    connect(m_copyPython, &QAction::triggered, this, [this] { copyCall(true); });
}

void ItemsPane::buildLayout()
{
    const Theme &theme = m_context.shell.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_stack = new QStackedWidget(this);
    layout->addWidget(m_stack);
    m_blank = new QWidget(m_stack);
    auto *overlay = new StateOverlay(theme, m_blank);
    StateOverlay::State state;
    state.kind = StateOverlay::Kind::Empty;
    state.icon = Icon::Evals;
    state.sentence = tr("Choose a run to read its items.");
    overlay->setState(state);
    m_stack->addWidget(m_blank);

    m_splitter = new QSplitter(Qt::Vertical, m_stack);
    m_splitter->setObjectName(u"itemsSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_list = new ListPane(m_context, *m_model, u"items"_s, *m_actions, m_splitter);
    m_list->setDefaultSort(OutputItemsModel::Item, Qt::AscendingOrder);
    m_summary = new TextLabel(theme, Theme::FontRole::Small, Token::Secondary, {}, m_list);
    m_summary->setObjectName(u"itemsSummary"_s);
    m_list->addTool(m_summary);
    m_splitter->addWidget(m_list);
    m_details = new ItemDetails(m_context, *m_model, m_splitter);
    m_details->setMinimumHeight(lowDetails);
    m_details->setTools({m_previous, m_next, m_mark, m_readAgain});
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({420, 300});
    const QByteArray kept = m_context.shell.settings.bytes(Setting::SplitterState, m_context.scope(u"items"_s));
    if (!kept.isEmpty())
        m_splitter->restoreState(kept);
    m_stack->addWidget(m_splitter);

    m_detailActions = new ActionCollection(theme, m_details, this);
    m_back = m_detailActions->add(u"items.back"_s, tr("&Back to the items"), {}, {QKeySequence(Qt::Key_Escape)});
    connect(m_back, &QAction::triggered, this, [this] { m_list->table()->setFocus(Qt::ShortcutFocusReason); });
}

void ItemsPane::connectAll()
{
    connect(m_model, &RowModelBase::countChanged, this, &ItemsPane::showSummary);
    connect(m_model, &RowModelBase::countChanged, this, &ItemsPane::selectWanted);
    connect(m_model, &RowModelBase::countChanged, this, &ItemsPane::showColumnsInUse);
    connect(m_model, &RowModelBase::loadStateChanged, this, [this] {
        showSummary();
        if (m_due != Due::Nothing && isVisible() && !m_model->isWalking())
            load();
    });
    connect(m_model, &OutputItemsModel::marksNotSaved, this, [this](const ApiError &error) {
        Message message;
        message.kind = Message::Kind::Error;
        message.key = u"marks"_s;
        message.text = tr("Marks and notes could not be saved: %1.").arg(error.headline());
        message.details = error.details();
        m_list->messages()->showMessage(message);
    });
    // One turn later: a refresh may change a thousand rows one by one.
    m_detailsDue->setSingleShot(true);
    m_detailsDue->setInterval(0);
    connect(m_detailsDue, &QTimer::timeout, this, &ItemsPane::followDetails);
    connect(m_model, &QAbstractItemModel::dataChanged, m_detailsDue, qOverload<>(&QTimer::start));
    connect(m_model, &QAbstractItemModel::modelReset, m_detailsDue, qOverload<>(&QTimer::start));
    m_readDue->setSingleShot(true);
    m_readDue->setInterval(readAfterMs);
    connect(m_readDue, &QTimer::timeout, this, [this] { readItem(false); });
    connect(m_list, &ListPane::selectionChanged, this, &ItemsPane::followSelection);
    connect(m_list, &ListPane::activated, m_note, &QAction::trigger);
    connect(m_list, &ListPane::contextMenuRequested, this, &ItemsPane::showContextMenu);
    connect(m_details, &ItemDetails::noteChanged, m_model, &OutputItemsModel::setNote);
    connect(m_details, &ItemDetails::left, m_list->table(), qOverload<>(&QWidget::setFocus));
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        m_context.shell.settings.set(Setting::SplitterState, m_splitter->saveState(), m_context.scope(u"items"_s));
    });
    // Escape stops the loading first; the next one leaves the details.
    connect(m_list->stopAction(), &QAction::changed, this,
            [this] { m_back->setEnabled(!m_list->stopAction()->isEnabled()); });
}

void ItemsPane::setRun(const EvalObject &eval, const EvalRun &run)
{
    const EvalRun before = m_model->run();
    const bool same = before.id == run.id && m_model->eval() == eval;
    if (!same) {
        // The same row in another run of the eval is what a person wants to see next.
        const OutputItemRow *current = m_model->item(m_details->itemId());
        m_wantedItem = current && m_model->eval().id == eval.id ? current->item.itemNumber : -1;
        m_details->clear(); // what is typed belongs to the run of before
        m_read.cancel();
        m_alreadyRead.clear();
        m_list->messages()->dismiss();
    }
    m_model->setRun(eval, run);
    showTexts();
    if (!same) {
        showFacets();
        m_stack->setCurrentWidget(m_splitter);
        m_due = Due::Everything;
        if (!m_model->marksProblem().isEmpty()) {
            Message message;
            message.kind = Message::Kind::Warning;
            message.key = u"marks"_s;
            message.text = m_model->marksProblem();
            m_list->messages()->showMessage(message);
        }
    } else if (run.isFinished() != before.isFinished()) {
        m_due = Due::Everything; // the end may have changed what was there
    } else if (!sameCounts(run.counts, before.counts) && m_due == Due::Nothing) {
        m_due = Due::Tail;
    }
    if (isVisible() && !m_model->isWalking())
        load();
    showSummary();
}

void ItemsPane::clear()
{
    m_details->clear();
    m_read.cancel();
    m_model->clearRun();
    m_due = Due::Nothing;
    m_list->messages()->dismiss();
    m_stack->setCurrentWidget(m_blank);
}

void ItemsPane::load()
{
    const Due due = std::exchange(m_due, Due::Nothing);
    if (due == Due::Tail)
        m_model->refreshTail();
    else if (due == Due::Everything)
        m_model->refresh();
}

void ItemsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_model->isWalking())
        load();
}

void ItemsPane::refresh()
{
    m_alreadyRead.clear();
    m_list->refreshAction()->trigger();
}

void ItemsPane::focusFilter()
{
    m_list->focusFilter();
}

void ItemsPane::showTexts()
{
    const EvalRun &run = m_model->run();
    ListTexts texts;
    texts.icon = Icon::Evals;
    texts.thingsName = tr("Items of the run");
    texts.unavailable = tr("The items of this run are not to be had any more.");
    const QList<OutputItemsModel::Criterion> &criteria = m_model->criteria();
    texts.filterExample = criteria.isEmpty()
        ? tr("Filter: words, verdict=fail …")
        : tr("Filter: words, %1=fail, %1_score<0.5 …").arg(QString::fromLatin1(criteria.first().key));
    if (!run.errorMessage.isEmpty()) {
        texts.emptySentence = tr("The run failed before it had items.");
        texts.emptyHint = run.errorMessage;
    } else if (run.isFinished()) {
        texts.emptySentence = tr("This run has no items.");
    } else {
        texts.emptySentence = tr("The run has no items yet.");
        texts.emptyHint = tr("They appear here as they are graded.");
    }
    m_list->setTexts(texts);
}

void ItemsPane::showFacets()
{
    m_list->addFacet({u"verdict"_s,
                      tr("verdict: any"),
                      {{tr("verdict: failed"), u"verdict=fail"_s},
                       {tr("verdict: errored"), u"verdict=error"_s},
                       {tr("verdict: failed or errored"), u"-verdict=pass"_s},
                       {tr("verdict: passed"), u"verdict=pass"_s}}});
    ListPane::Facet criterion{u"criterion"_s, tr("criterion: any"), {}};
    for (const OutputItemsModel::Criterion &one : m_model->criteria()) {
        const QString key = QString::fromLatin1(one.key);
        criterion.choices.append({tr("failed: %1").arg(one.name), key + u"=fail"_s});
        criterion.choices.append({tr("passed: %1").arg(one.name), key + u"=pass"_s});
    }
    m_list->addFacet(criterion);
    m_list->addFacet({u"mark"_s,
                      tr("marks: any"),
                      {{tr("marked"), u"mark=marked"_s}, {tr("not marked"), u"-mark=marked"_s}}});
}

void ItemsPane::showColumnsInUse()
{
    const QList<OutputItemRow> &rows = m_model->items();
    if (rows.isEmpty())
        return;
    const auto nobody = [&rows](auto has) { return std::none_of(rows.begin(), rows.end(), has); };
    // Judged by a model alone no answer is expected; most runs have no notes.
    m_list->table()->setColumnVacant(OutputItemsModel::Expected, nobody([](const OutputItemRow &row) { return !row.expected.isEmpty(); }));
    m_list->table()->setColumnVacant(m_model->columnOf("note"), nobody([](const OutputItemRow &row) { return !row.mark.note.isEmpty(); }));
}

void ItemsPane::selectWanted()
{
    if (m_wantedItem < 0)
        return;
    const QList<OutputItemRow> &rows = m_model->items();
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [this](const OutputItemRow &row) { return row.item.itemNumber == m_wantedItem; });
    if (found == rows.end())
        return;
    m_wantedItem = -1;
    if (m_list->selectedCount() == 0)
        m_list->selectId(found->id);
}

void ItemsPane::followSelection()
{
    const int count = m_list->selectedCount();
    const bool one = count == 1;
    for (QAction *action : m_list->editActions())
        action->setEnabled(count > 0);
    m_mark->setEnabled(count > 0);
    m_note->setEnabled(count > 0);
    m_readAgain->setEnabled(count > 0);
    m_copyCurl->setEnabled(one);
    m_copyPython->setEnabled(one);
    m_detailsDue->start();
    showSummary();
}

void ItemsPane::followDetails()
{
    showColumnsInUse();
    const int count = m_list->selectedCount();
    int row = m_list->currentRow();
    if (row < 0 && count > 0)
        row = m_list->selectedRows().first();
    const OutputItemRow *item = m_model->item(row);
    if (!item) {
        m_details->clear();
        m_mark->setChecked(false);
        m_readDue->stop();
        return;
    }
    const bool other = item->id != m_details->itemId();
    m_mark->setChecked(item->mark.marked);
    m_details->setItem(*item, count - 1);
    if (other && !m_alreadyRead.contains(item->id))
        m_readDue->start();
}

void ItemsPane::readItem(bool asked)
{
    const QString id = m_details->itemId();
    if (id.isEmpty() || (!asked && (!isVisible() || m_alreadyRead.contains(id))))
        return;
    m_list->messages()->dismiss(u"item"_s);
    m_readAsked = asked || (m_readAsked && m_read.isRunning() && m_readId == id);
    if (m_read.isRunning() && m_readId == id)
        return; // on its way already
    m_read.cancel();
    m_readId = id;
    const auto done = [this, id](const Result<EvalOutputItem> &item) {
        if (item) {
            m_alreadyRead.insert(id);
            m_model->putItem(*item);
        } else if (m_readAsked) {
            Message message;
            message.kind = Message::Kind::Error;
            message.key = u"item"_s;
            message.text = tr("The item could not be read: %1.").arg(item.error().headline());
            message.details = item.error().details();
            m_list->messages()->showMessage(message);
        }
    };
    m_read = m_context.session.evals().retrieveOutputItem(m_model->eval().id, m_model->run().id, id, this, done);
}

void ItemsPane::goToFailure(int step)
{
    m_list->messages()->dismiss(u"triage"_s);
    const FilterProxy &proxy = *m_list->proxy();
    const int count = proxy.rowCount();
    const QModelIndex current = m_list->table()->currentIndex();
    int row = current.isValid() && m_list->currentRow() >= 0 ? current.row() : (step > 0 ? -1 : count);
    bool wrapped = false;
    for (int looked = 0; looked < count; ++looked) {
        row += step;
        if (row < 0 || row >= count) {
            row = step > 0 ? 0 : count - 1;
            wrapped = true;
        }
        const OutputItemRow *item = m_model->item(proxy.sourceRow(proxy.index(row, 0)));
        if (!item || !item->isFailure())
            continue;
        m_list->selectId(item->id);
        if (wrapped)
            say(u"triage"_s, step > 0 ? tr("No more failures below: on from the top.")
                                      : tr("No more failures above: on from the end."));
        return;
    }
    say(u"triage"_s, tr("None of the items shown failed."));
}

void ItemsPane::toggleMarks()
{
    const QStringList ids = m_list->selectedIds();
    const bool all = std::all_of(ids.begin(), ids.end(), [this](const QString &id) {
        const OutputItemRow *item = m_model->item(id);
        return !item || item->mark.marked;
    });
    m_model->setMarked(ids, !all);
    m_mark->setChecked(!all && !ids.isEmpty());
    showSummary();
}

void ItemsPane::editNote()
{
    if (m_detailsDue->isActive()) {
        m_detailsDue->stop();
        followDetails();
    }
    m_details->editNote();
}

void ItemsPane::showSummary()
{
    const EvalRun &run = m_model->run();
    const int count = m_model->rowCount();
    QString text;
    if (m_list->selectedCount() > 1)
        text = tr("%Ln selected", nullptr, m_list->selectedCount());
    else if (count > 0 && m_model->isWalking() && run.counts.total > count)
        text = tr("%1 of %2", "loaded items").arg(format::number(count), format::number(run.counts.total));
    else if (count > 0 && m_list->shownCount() != count)
        text = tr("%1 of %2", "shown items").arg(format::number(m_list->shownCount()), format::number(count));
    else if (count > 0)
        text = tr("%Ln item(s)", nullptr, count);
    m_summary->setText(text);
}

void ItemsPane::copyCall(bool python)
{
    const OutputItemRow *item = m_model->item(m_list->selectedIds().value(0));
    const QString path = item ? itemPath(item->item, m_model->run(), m_model->eval()) : QString();
    if (path.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(
        callSnippet(m_context.session, "GET"_ba, path, python ? SnippetLanguage::Python : SnippetLanguage::Curl));
}

QList<QAction *> ItemsPane::ownActions() const
{
    QList<QAction *> all{m_next, m_previous, m_mark, m_note, m_readAgain, m_back, nullptr};
    all << m_list->editActions() << m_copyCurl << m_copyPython << nullptr << m_list->exportActions() << nullptr
        << m_list->refreshAction() << m_list->stopAction();
    return all;
}

void ItemsPane::showContextMenu(const QPoint &pos)
{
    popUpMenu(this, ownActions(), pos);
}

void ItemsPane::say(const QString &key, const QString &text)
{
    Message message;
    message.kind = Message::Kind::Info;
    message.key = key;
    message.text = text;
    m_list->messages()->showMessage(message);
}

} // namespace odc

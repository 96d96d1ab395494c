// SPDX-License-Identifier: GPL-3.0-or-later
#include "resultspane.h"

#include "api/session.h"
#include "base/format.h"
#include "batches/batchinput.h"
#include "batches/batchloader.h"
#include "lists/batchresultsmodel.h"
#include "lists/filterproxy.h"
#include "settings/pricetable.h"
#include "settings/settings.h"
#include "ui/actions/actioncollection.h"
#include "ui/actions/menus.h"
#include "ui/dialogs/jsonlviewerdialog.h"
#include "ui/pages/batches/figurebars.h"
#include "ui/pages/batches/requestview.h"
#include "ui/pages/batches/resultexports.h"
#include "ui/pages/batches/resultshead.h"
#include "ui/pages/batches/resultswords.h"
#include "ui/pages/listpane.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QResizeEvent>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int sideWidth = 356;
constexpr int lowPane = 560; ///< the request needs the room more than the bars

QStringList filesOf(const QList<BatchObject> &chain)
{
    QStringList ids;
    if (!chain.isEmpty())
        ids << chain.first().inputFileId;
    for (const BatchObject &batch : chain) {
        // Answers that were read while they were still written are read anew when that is over.
        const QString yet = batch.mayStillAnswer() ? u" so far"_s : QString();
        for (const QString &id : {batch.outputFileId, batch.errorFileId})
            ids << (id.isEmpty() ? id : id + yet);
    }
    return ids;
}

/// It answered, and says no file in which.
bool hidesAnswers(const BatchObject &batch)
{
    return batch.counts.completed > 0 && batch.outputFileId.isEmpty();
}

} // namespace

ResultsPane::ResultsPane(const PageContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_actions(new ActionCollection(context.shell.theme, this, this)),
      m_loader(new BatchLoader(context.session, batchScratchRoot(), this)), m_model(new BatchResultsModel(this)),
      m_splitter(new QSplitter(Qt::Horizontal, this)), m_headSoon(new QTimer(this))
{
    setObjectName(u"resultsPane"_s);
    buildActions();
    buildList();
    buildSide();
    m_splitter->setObjectName(u"resultsSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes({1000 - sideWidth, sideWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    const QString scope = context.scope(u"batchResults"_s);
    if (const QByteArray state = context.shell.settings.bytes(Setting::SplitterState, scope);
        !state.isEmpty())
        m_splitter->restoreState(state);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this, scope] {
        m_context.shell.settings.set(Setting::SplitterState, m_splitter->saveState(), scope);
    });
    connectAll();
    clear();
}

ResultsPane::~ResultsPane() = default;

void ResultsPane::buildActions()
{
    m_sendRest = m_actions->add(u"results.sendRest"_s, tr("&Send the rest again"), Icon::Retry);
    m_next = m_actions->add(u"results.nextFailure"_s, tr("&Next request without an answer"),
                            Icon::ChevronDown, {QKeySequence(Qt::Key_F8)});
    m_previous = m_actions->add(u"results.previousFailure"_s, tr("&Previous request without an answer"),
                                Icon::ChevronUp, {QKeySequence(Qt::SHIFT | Qt::Key_F8)});
    m_openLine = m_actions->add(u"results.openLine"_s, tr("Open the &line in its file"), Icon::External,
                                {QKeySequence(u"Ctrl+L"_s)});
    m_showInput = m_actions->add(u"results.showInput"_s, tr("Go to the &input file"), Icon::File);
    m_showOutput = m_actions->add(u"results.showOutput"_s, tr("Go to the &output file"), Icon::File);
    m_showErrors = m_actions->add(u"results.showErrors"_s, tr("Go to the e&rror file"), Icon::File);
    m_showWhy = m_actions->add(u"results.showWhy"_s, tr("Show &why"), Icon::Info);
    m_showWhy->setVisible(false); // in no menu: it is offered where nothing else can be shown
    connect(m_showWhy, &QAction::triggered, this, &ResultsPane::backRequested); // its details have them all
    connect(m_sendRest, &QAction::triggered, this,
            [this] { Q_EMIT sendRestRequested(m_model->results(), m_chain); });
    connect(m_next, &QAction::triggered, this, [this] { goToFailure(1); });
    connect(m_previous, &QAction::triggered, this, [this] { goToFailure(-1); });
    connect(m_openLine, &QAction::triggered, this, &ResultsPane::openLine);
    connect(m_showInput, &QAction::triggered, this,
            [this] { Q_EMIT fileRequested(m_chain.first().inputFileId); });
    connect(m_showOutput, &QAction::triggered, this,
            [this] { Q_EMIT fileRequested(m_chain.last().outputFileId); });
    connect(m_showErrors, &QAction::triggered, this,
            [this] { Q_EMIT fileRequested(m_chain.last().errorFileId); });
}

void ResultsPane::buildList()
{
    const Theme &theme = m_context.shell.theme;
    auto *side = new QWidget(m_splitter);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_list = new ListPane(m_context, *m_model, u"results"_s, *m_actions, side);
    m_head = new ResultsHead(theme, m_context.profile.isArchive(), m_list);
    m_list->setBand(m_head);
    m_list->stopAction()->setShortcuts(QList<QKeySequence>()); // Esc leads back to the batches, loaded or not
    m_list->setDefaultSort(BatchResultsModel::Line, Qt::AscendingOrder);
    layout->addWidget(m_list, 1);
    for (ProgressStrip **strip : {&m_loading, &m_searching, &m_writing}) {
        *strip = new ProgressStrip(theme, side);
        (*strip)->hide();
        layout->addWidget(*strip);
    }
    m_exports = new ResultExports(m_context, *m_actions, *m_list, *m_model, *m_writing, this);
    m_list->setCopyActions(m_exports->copyActions(), m_exports->copyIds());
    m_list->setExportActions(m_exports->exportActions());
    m_splitter->addWidget(side);
}

void ResultsPane::buildSide()
{
    const Theme &theme = m_context.shell.theme;
    m_side = new QWidget(m_splitter);
    setGround(m_side, Token::Window);
    auto *layout = new QVBoxLayout(m_side);
    layout->setContentsMargins(metrics::edge, metrics::between, metrics::edge, metrics::between);
    layout->setSpacing(0);
    m_request = new RequestView(theme, {m_previous, m_next, m_openLine}, m_side);
    layout->addWidget(m_request, 1);
    m_errors = new FigureBars(theme, tr("Errors in this batch"), m_side);
    m_errors->setObjectName(u"resultsErrors"_s);
    layout->addWidget(m_errors);
    m_attempts = new FigureBars(theme, tr("Attempts"), m_side);
    m_attempts->setObjectName(u"resultsAttempts"_s);
    layout->addWidget(m_attempts);
    m_side->setMinimumWidth(sideWidth * 3 / 4);
    m_splitter->addWidget(m_side);
}

void ResultsPane::connectAll()
{
    // Counts come with each poll, and rows with each found word: once a turn is enough.
    m_headSoon->setSingleShot(true);
    m_headSoon->setInterval(0);
    connect(m_headSoon, &QTimer::timeout, this, &ResultsPane::showHead);
    connect(m_loader, &BatchLoader::progressed, this, &ResultsPane::showProgress);
    connect(m_loader, &BatchLoader::loaded, this, &ResultsPane::loaded);
    connect(m_loader, &BatchLoader::failed, this, [this](const ApiError &error) {
        m_loading->hide();
        m_model->setState(LoadState::Failed, error);
        updateActions();
    });
    connect(m_loading, &ProgressStrip::stopRequested, m_model, &BatchResultsModel::stop);
    connect(m_searching, &ProgressStrip::stopRequested, m_model, &BatchResultsModel::stopSearch);
    connect(m_model, &BatchResultsModel::refreshWanted, this, &ResultsPane::load);
    connect(m_model, &BatchResultsModel::stopWanted, this, [this] {
        m_loader->stop();
        m_loading->hide();
        showTexts(ResultsLack::Stopped);
        m_model->setState(LoadState::Stopped);
        updateActions();
    });
    connect(m_model, &BatchResultsModel::searchChanged, this, &ResultsPane::showSearch);
    connect(m_model, &BatchResultsModel::rankingChanged, this, &ResultsPane::showSearch);
    connect(m_list, &ListPane::selectionChanged, this, &ResultsPane::showCurrentRow);
    connect(m_list, &ListPane::activated, this, [this] { m_request->showTab(RequestView::Both); });
    connect(m_list, &ListPane::contextMenuRequested, this,
            [this](const QPoint &pos) { popUpMenu(this, ownActions(), pos); });
    connect(m_list->proxy(), &QAbstractItemModel::rowsInserted, m_exports, &ResultExports::updateActions);
    connect(m_list->proxy(), &QAbstractItemModel::rowsRemoved, m_exports, &ResultExports::updateActions);
    for (FigureBars *bars : {m_errors, m_attempts})
        connect(bars, &FigureBars::pressed, this, &ResultsPane::toggleFilter);
}

QList<QAction *> ResultsPane::ownActions() const
{
    QList<QAction *> actions{m_sendRest, nullptr,     m_next,       m_previous,   m_openLine,
                             nullptr,    m_showInput, m_showOutput, m_showErrors, nullptr};
    actions << m_list->editActions() << nullptr << m_list->exportActions();
    return actions;
}

QString ResultsPane::batchId() const
{
    return m_chain.isEmpty() ? QString() : m_chain.first().id;
}

bool ResultsPane::isRunning() const
{
    // Any of them: two consoles may have sent the rest at once, and the later one may end first.
    return std::any_of(m_chain.cbegin(), m_chain.cend(),
                       [](const BatchObject &batch) { return !batch.isFinished(); });
}

void ResultsPane::focusRows()
{
    m_list->table()->setFocus(Qt::OtherFocusReason);
}

void ResultsPane::focusFilter()
{
    m_list->focusFilter();
}

void ResultsPane::refresh()
{
    load();
}

void ResultsPane::clear()
{
    m_chain.clear();
    m_files.clear();
    m_loader->stop();
    m_loading->hide();
    m_list->messages()->dismiss();
    m_model->clearResults(LoadState::Idle);
    m_request->clear();
    showTexts(ResultsLack::Nothing);
    showBars();
    updateActions();
}

void ResultsPane::setBatch(const QList<BatchObject> &chain)
{
    if (chain.isEmpty()) {
        clear();
        return;
    }
    const bool same = batchId() == chain.first().id;
    const QStringList files = filesOf(chain);
    const bool sameFiles = same && files == m_files;
    m_chain = chain;
    m_files = files;
    m_exports->setName(chain.first().id);
    m_model->setAwaiting(isRunning() && !m_context.profile.isArchive());
    if (same)
        showBars(); // counts of one that runs
    if (!same) {
        m_restWanted = false; // it was meant for another batch
        showTexts(ResultsLack::Nothing);
        m_answersGone = false;
        m_isNew = true;
        m_bar.clear();
        m_list->messages()->dismiss(); // it spoke of another batch
        m_request->clear();
        m_model->clearResults(LoadState::Loading);
        showBars();
    }
    m_headSoon->start();
    if (!sameFiles)
        load();
    updateActions();
}

void ResultsPane::load()
{
    if (m_chain.isEmpty())
        return;
    const bool refused = m_chain.size() == 1 && outcomeOf(m_chain.first()) == BatchOutcome::Refused;
    const bool nothing = m_files.join(QString()).isEmpty();
    if (refused || nothing) {
        m_loader->stop();
        showTexts(refused ? ResultsLack::Refused : isRunning() ? ResultsLack::NotYet : ResultsLack::Gone);
        m_model->clearResults(LoadState::Ready);
        showBars();
        updateActions();
        return;
    }
    m_model->setState(LoadState::Loading);
    m_loader->load(m_chain);
    showProgress();
    updateActions();
}

void ResultsPane::loaded(std::shared_ptr<const BatchResults> results,
                         const QList<BatchFiles::Missing> &missing)
{
    m_loading->hide();
    m_answersGone = std::any_of(missing.cbegin(), missing.cend(), [](const BatchFiles::Missing &file) {
        return file.role == BatchFiles::Role::Output;
    });
    const bool first = m_model->rowCount() == 0;
    if (!results) {
        showTexts(missing.isEmpty() && isRunning() ? ResultsLack::NotYet : ResultsLack::Gone);
        m_model->clearResults(LoadState::Ready);
    } else {
        showTexts(ResultsLack::Nothing);
        m_list->table()->setColumnVacant(BatchResultsModel::Attempt, m_chain.size() < 2);
        m_list->table()->setColumnVacant(BatchResultsModel::Note, results->duplicates + results->strays == 0);
        m_model->setResults(std::move(results));
    }
    tellMissing(missing);
    showFacets();
    if (std::exchange(m_isNew, false))
        m_list->setFilter({}); // what was chosen for another batch hides what is in this one
    showBars();
    showHead();
    if (first)
        selectFirst();
    showCurrentRow();
    updateActions();
}

void ResultsPane::showTexts(ResultsLack lack)
{
    ListTexts texts = resultsTexts(lack, m_chain, m_context.profile.isArchive());
    m_showWhy->setVisible(lack == ResultsLack::Refused);
    texts.emptyAction = lack == ResultsLack::Refused ? m_showWhy : m_list->refreshAction();
    m_list->setTexts(texts);
    m_side->setVisible(lack == ResultsLack::Nothing ||
                       lack == ResultsLack::Stopped); // else there is nothing to read
}

void ResultsPane::tellMissing(const QList<BatchFiles::Missing> &missing)
{
    const std::optional<Message> message =
        missingMessage(missing, m_model->results().get(), m_chain, m_context.profile.isArchive());
    if (message)
        m_list->messages()->showMessage(*message);
    else
        m_list->messages()->dismiss(missingKey());
}

void ResultsPane::showFacets()
{
    if (!m_model->results())
        return;
    for (const ListPane::Facet &facet : resultsFacets(*m_model->results()))
        m_list->addFacet(facet);
}

void ResultsPane::showBars()
{
    const BatchResults *results = m_model->results().get();
    const bool low = height() < lowPane;
    m_errors->setRows(results && !low ? errorBars(*results, m_chain) : QList<FigureBars::Row>());
    m_attempts->setRows(results && (!low || m_chain.size() > 1) ? attemptBars(*results, m_chain)
                                                                : QList<FigureBars::Row>());
    m_errors->setCurrent(m_bar);
    m_attempts->setCurrent(m_bar);
}

void ResultsPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if ((event->oldSize().height() < lowPane) != (event->size().height() < lowPane))
        showBars();
}

void ResultsPane::showHead()
{
    m_head->setVisible(!m_chain.isEmpty());
    m_head->show(m_chain, m_model->results().get(), pricesOf(m_context.shell.settings));
}

void ResultsPane::showProgress()
{
    const qint64 done = m_loader->bytesDone();
    const qint64 total = m_loader->bytesTotal();
    CellProgress progress;
    progress.done = total > 0 ? double(done) / double(total) : -1;
    const QString of =
        total > 0 ? tr("%1 of %2").arg(format::size(done), format::size(total)) : format::size(done);
    m_loading->setProgress(progress, m_loader->isJoining()
                                         ? tr("Joining requests and answers: %1").arg(of)
                                         : tr("Fetching the files of the batch: %1").arg(of));
    m_loading->setVisible(m_loader->isRunning());
}

void ResultsPane::showSearch()
{
    const bool searching = m_model->isSearching();
    const int count = m_model->rowCount();
    CellProgress progress;
    progress.done = searching && count > 0 ? double(m_model->searchedCount()) / double(count) : -1;
    m_searching->setProgress(progress,
                             searching ? tr("Searching: %1 of %2 requests, %3 found")
                                             .arg(format::number(m_model->searchedCount()),
                                                  format::number(count), format::number(m_list->shownCount()))
                                       : tr("Sorting by the texts of the files…"));
    m_searching->setStopVisible(searching);
    m_searching->setVisible(searching || m_model->isRanking());
}

void ResultsPane::showCurrentRow()
{
    m_exports->updateActions();
    // A filter that was changed by hand is no longer that of a bar.
    if (!m_bar.isEmpty() && m_list->proxy()->filterText() != m_bar) {
        m_bar.clear();
        m_errors->setCurrent({});
        m_attempts->setCurrent({});
    }
    const int row = m_list->currentRow();
    m_openLine->setEnabled(row >= 0);
    if (m_model->loadState() == LoadState::Loading && row < 0)
        return;
    if (row < 0)
        m_request->clear();
    else
        m_request->showRow(m_model->results(), row,
                           m_model->isAwaiting() && !m_model->row(row).answer.isThere());
}

void ResultsPane::toggleFilter(const QString &terms)
{
    m_bar = m_bar == terms ? QString() : terms;
    m_list->setFilter(m_bar);
    m_errors->setCurrent(m_bar);
    m_attempts->setCurrent(m_bar);
    selectFirst();
}

void ResultsPane::selectFirst()
{
    if (m_list->currentRow() < 0 && m_list->shownCount() > 0)
        m_list->selectId(m_model->rowId(m_list->proxy()->sourceRow(m_list->proxy()->index(0, 0))));
}

void ResultsPane::goToFailure(int direction)
{
    const FilterProxy *proxy = m_list->proxy();
    const int count = proxy->rowCount();
    const QModelIndex current = m_list->table()->currentIndex();
    int row = current.isValid() ? current.row() : direction > 0 ? -1 : count;
    for (row += direction; row >= 0 && row < count; row += direction) {
        const int source = proxy->sourceRow(proxy->index(row, 0));
        if (m_model->row(source).state != BatchRowState::Answered) {
            m_list->selectId(m_model->rowId(source));
            return;
        }
    }
    Message message;
    message.key = u"step"_s;
    message.text = direction > 0 ? tr("Every request further down has its answer.")
                                 : tr("Every request further up has its answer.");
    m_list->messages()->showMessage(message);
}

void ResultsPane::openLine()
{
    const int number = m_list->currentRow();
    if (number < 0)
        return;
    const auto &results = m_model->results();
    const qint64 line = results->inputLineNumber(size_t(number));
    // Its file stays, whatever the pane goes on to.
    if (line > 0) {
        JsonlViewerDialog::openAt(m_context.shell.theme, m_context.shell.settings, results->input, line, 0,
                                  this, tr("Requests of %1").arg(batchId()))
            ->keepWhileOpen(results);
    } else if (const BatchRow &row = m_model->row(number); row.answer.isThere()) {
        JsonlViewerDialog::openAt(m_context.shell.theme, m_context.shell.settings,
                                  results->files.at(row.file).path, 0, 0, this,
                                  tr("Answers of %1").arg(batchId()))
            ->keepWhileOpen(results);
    }
}

qint64 ResultsPane::restCount() const
{
    const auto &results = m_model->results();
    if (!results)
        return 0;
    return std::count_if(results->rows.cbegin(), results->rows.cend(), [](const BatchRow &row) {
        return row.state != BatchRowState::Answered && row.input.isThere();
    });
}

QString ResultsPane::restFault() const
{
    if (m_context.session.isReadOnly())
        return tr("The profile is read-only.");
    // What is shown while, and after, it was not read anew is from before: since then all may be answered.
    if (!m_model->results() || m_model->loadState() != LoadState::Ready || m_loader->isRunning())
        return tr("The results are not here yet.");
    if (isRunning())
        return tr("The batch is still running: what is left shows when it has ended.");
    if (m_model->results()->input.isEmpty())
        return tr("The file with the requests is gone.");
    if (m_answersGone || std::any_of(m_chain.cbegin(), m_chain.cend(), hidesAnswers))
        return tr("A file with answers is gone: nobody knows what is left.");
    return restCount() == 0 ? tr("Every request has its answer.") : QString();
}

void ResultsPane::updateActions()
{
    const qint64 rest = isRunning() ? 0 : restCount();
    const QString fault = restFault();
    m_sendRest->setText(rest > 0 ? tr("&Send the rest again (%1)").arg(format::number(rest))
                                 : tr("&Send the rest again"));
    m_sendRest->setEnabled(fault.isEmpty());
    m_sendRest->setToolTip(fault.isEmpty() ? tr("Makes a new batch of the requests that have no answer.")
                                           : fault);
    const bool any = m_model->rowCount() > 0;
    m_next->setEnabled(any);
    m_previous->setEnabled(any);
    m_openLine->setEnabled(m_list->currentRow() >= 0);
    m_showInput->setEnabled(!m_chain.isEmpty() && !m_chain.first().inputFileId.isEmpty());
    m_showOutput->setEnabled(!m_chain.isEmpty() && !m_chain.last().outputFileId.isEmpty());
    m_showErrors->setEnabled(!m_chain.isEmpty() && !m_chain.last().errorFileId.isEmpty());
    m_exports->updateActions();
    followRestWish();
}

void ResultsPane::sendRestWhenRead()
{
    m_restWanted = true;
    followRestWish();
}

void ResultsPane::followRestWish()
{
    if (!m_restWanted || m_loader->isRunning() || m_model->loadState() == LoadState::Loading)
        return;
    m_restWanted = false;
    const QString fault = restFault();
    if (fault.isEmpty())
        m_sendRest->trigger();
    else
        m_list->messages()->showMessage({Message::Kind::Info, fault});
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchespage.h"

#include "api/batchesapi.h"
#include "api/session.h"
#include "base/clock.h"
#include "base/format.h"
#include "batches/batchchain.h"
#include "index/objectindex.h"
#include "lists/batchesmodel.h"
#include "settings/settings.h"
#include "ui/actions/actioncollection.h"
#include "ui/delegates/progressdelegate.h"
#include "ui/pages/batches/batchcommands.h"
#include "ui/pages/batches/batchdetails.h"
#include "ui/pages/batches/resultspane.h"
#include "ui/pages/lineslook.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// Batches that move are looked at so often while the page is seen; hidden, as other lists are while they are seen.
constexpr int watchSeconds = 3;
/// A look that takes several pages comes as much less often: the server is asked at most every so often.
constexpr int secondsForPage = 3;
constexpr int longestBackOff = 60;

bool hasResults(const BatchObject &batch)
{
    return !batch.outputFileId.isEmpty() || !batch.errorFileId.isEmpty() || !batch.inputFileId.isEmpty();
}

} // namespace

BatchesPage::BatchesPage(const PageContext &context, QWidget *parent)
    : BatchesPage(context, new BatchesModel(context.session), parent)
{
}

BatchesPage::BatchesPage(const PageContext &context, BatchesModel *model, QWidget *parent)
    : ListPage(context, u"batches"_s, model, parent), m_model(*model), m_details(new BatchDetails(context)),
      m_commands(new BatchCommands(context, *model, this, *jobs(), *messages())),
      m_followDue(new QTimer(this)), m_lines(new LinesLook(context, this, *messages())), m_results(new ResultsPane(context, this))
{
    m_model.setArchived(context.profile.isArchive());
    setDetails(m_details);
    buildActions();
    buildFacets();
    buildResults();
    header()->addAction(m_new, ButtonRole::Primary)->setObjectName(u"newBatchButton"_s);
    followPrices();
    auto *bars = new ProgressDelegate(context.shell.theme, this);
    bars->setShowsText(true);
    pane()->table()->setItemDelegateForColumn(BatchesModel::Progress, bars);
    connect(&m_model, &BatchesModel::looked, this, &BatchesPage::lookedAround);
    // A poll may change a thousand rows one by one: what depends on all of them follows once.
    m_followDue->setSingleShot(true);
    m_followDue->setInterval(0);
    connect(m_followDue, &QTimer::timeout, this, &BatchesPage::followResults);
    connect(&m_model, &QAbstractItemModel::dataChanged, m_followDue, qOverload<>(&QTimer::start));
    connect(&m_model, &RowModelBase::countChanged, m_followDue, qOverload<>(&QTimer::start));
    connect(&context.shell.settings, &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::Prices)
            followPrices();
    });
    setKept(ObjectKind::Batch);
    finish(texts());
}

BatchesPage::~BatchesPage() = default;

void BatchesPage::buildActions()
{
    m_new = actions().add(u"batches.new"_s, tr("&New batch…"), Icon::Plus, {QKeySequence::New});
    m_newLike = actions().add(u"batches.newLike"_s, tr("Ne&w batch like this…"), Icon::Copy);
    m_showResults = actions().add(u"batches.results"_s, tr("S&how results"), Icon::Eye);
    m_sendRest = actions().add(u"batches.sendRest"_s, tr("Send the rest a&gain…"), Icon::Retry,
                               {QKeySequence(u"Ctrl+Shift+N"_s)});
    m_cancel = actions().add(u"batches.cancel"_s, tr("Cancel &batch…"), Icon::Stop, {QKeySequence::Delete});
    m_newLike->setToolTip(tr("The same endpoint, metadata and expiry for another file"));
    m_sendRest->setToolTip(tr("Failed, expired and missing requests only, as a new batch"));
    for (QAction *action : {m_new, m_newLike, m_sendRest, m_cancel})
        marksChange(action);
    header()->addAction(m_cancel, ButtonRole::Danger)->setObjectName(u"cancelBatchButton"_s);
    header()->addAction(m_sendRest, ButtonRole::Default)->setObjectName(u"sendRestButton"_s);
    connect(m_new, &QAction::triggered, m_commands, &BatchCommands::newBatch);
    connect(m_newLike, &QAction::triggered, this, [this] {
        const QList<BatchObject> batches = batchesInView();
        if (!batches.isEmpty())
            m_commands->newBatchLike(batches.first());
    });
    connect(m_commands, &BatchCommands::made, this, &BatchesPage::batchMade);
    connect(m_showResults, &QAction::triggered, this, [this] {
        const QList<BatchObject> batches = selectedBatches();
        if (!batches.isEmpty())
            showResults(batches.first().id);
    });
    connect(m_sendRest, &QAction::triggered, this, &BatchesPage::sendRestWhenRead);
    connect(m_cancel, &QAction::triggered, this, [this] { m_commands->cancel(batchesToCancel()); });
    connect(pane(), &ListPane::activated, m_showResults, &QAction::trigger);
    connect(m_details, &BatchDetails::resultsRequested, m_showResults, &QAction::trigger);
    connect(m_details, &BatchDetails::batchRequested, this, &ListPage::showObject);
    connect(m_details, &BatchDetails::fileRequested, this,
            [this](const QString &id) { Q_EMIT objectRequested(u"files"_s, id); });
    connect(m_details, &BatchDetails::viewRequested, m_lines, &LinesLook::open);
    connect(m_details, &BatchDetails::downloadRequested, m_commands, &BatchCommands::download);
}

void BatchesPage::buildFacets()
{
    ListPane::Facet status{u"status"_s, tr("status: any"), {}};
    for (const QString &name : {u"validating"_s, u"in_progress"_s, u"finalizing"_s, u"completed"_s, u"failed"_s,
                                u"expired"_s, u"cancelling"_s, u"cancelled"_s})
        status.choices.append({tr("status: %1").arg(name), u"status="_s + name});
    status.choices.append({tr("status: with failed requests"), u"failed>0"_s});
    ListPane::Facet endpoint{u"endpoint"_s, tr("endpoint: any"), {}};
    for (const QString &path : {u"/v1/chat/completions"_s, u"/v1/responses"_s, u"/v1/embeddings"_s, u"/v1/completions"_s,
                                u"/v1/moderations"_s, u"/v1/images/generations"_s, u"/v1/images/edits"_s, u"/v1/videos"_s})
        endpoint.choices.append({tr("endpoint: %1").arg(path), u"endpoint="_s + path});
    pane()->setDefaultSort(BatchesModel::Created, Qt::DescendingOrder);
    pane()->addFacet(status);
    pane()->addFacet(endpoint);
}

void BatchesPage::buildResults()
{
    setInner({m_results, tr("Res&ults"), [this] { return m_results->ownActions(); }, [this] { m_results->focusFilter(); },
              [this] { m_results->focusRows(); }, [this] { m_results->refresh(); }},
             tr("&All batches"));
    header()->addAction(backAction(), ButtonRole::Default)->setObjectName(u"allBatchesButton"_s);
    connect(m_results, &ResultsPane::backRequested, backAction(), &QAction::trigger);
    connect(m_results, &ResultsPane::sendRestRequested, m_commands, &BatchCommands::sendRest);
    connect(m_results, &ResultsPane::fileRequested, this,
            [this](const QString &id) { Q_EMIT objectRequested(u"files"_s, id); });
    connect(backAction(), &QAction::triggered, this, [this] {
            pane()->selectId(m_shownBatch);
    });
}

ListPageTexts BatchesPage::texts() const
{
    ListPageTexts texts;
    texts.title = tr("Batches");
    texts.loading = tr("Thousands of requests at half the price: loading…");
    texts.about = tr("Thousands of requests in one file, answered within 24 hours at half the price.");
    texts.list.icon = Icon::Batches;
    texts.list.thingsName = tr("Batches");
    texts.list.filterExample = tr("Filter: name, id, failed>0 …");
    texts.list.unavailable = tr("This server has no batches area.");
    texts.list.emptySentence = tr("There are no batches here yet.");
    if (sampleAction()) {
        texts.list.emptyHint = tr("A batch is a file of requests, one a line. Make one, or start with some sample data.");
        texts.list.emptyAction = sampleAction();
    } else if (mayChange()) {
        texts.list.emptyHint = tr("A batch is a file of requests, one a line.");
        texts.list.emptyAction = m_new;
    }
    return texts;
}

void BatchesPage::followPrices()
{
    const PriceTable prices = pricesOf(context().shell.settings);
    m_model.setPrices(prices);
    m_details->setPrices(prices);
}

QList<QAction *> BatchesPage::ownActions() const
{
    return {m_new, m_newLike, nullptr, m_showResults, m_sendRest, detailsAction(), m_cancel};
}

void BatchesPage::updateActions(int)
{
    const QList<BatchObject> batches = batchesInView();
    const bool one = batches.size() == 1;
    const QList<BatchObject> running = batchesToCancel();
    m_new->setEnabled(mayChange());
    m_newLike->setEnabled(one && mayChange());
    // One place in the header: into the results, and out of them again.
    m_showResults->setVisible(!isInnerShown());
    backAction()->setVisible(isInnerShown());
    m_showResults->setEnabled(one && !isInnerShown() && hasResults(batches.first()));
    const QList<BatchObject> chain = one ? batchChain(m_model.items(), batches.first()) : QList<BatchObject>();
    const bool ended = std::all_of(chain.cbegin(), chain.cend(),
                                   [](const BatchObject &batch) { return batch.isFinished(); });
    const qint64 rest = one && ended ? unansweredOf(chain) : 0;
    const bool inputGone = rest > 0 && isInputGone(chain.first());
    m_sendRest->setEnabled(rest > 0 && !inputGone && mayChange());
    if (mayChange()) // else it says why not
        m_sendRest->setToolTip(
            inputGone ? tr("The file with the requests is gone: the rest cannot be sent again.")
                      : tr("Failed, expired and missing requests only, as a new batch"));
    m_sendRest->setText(rest > 0 ? tr("Send the rest a&gain (%1)…").arg(format::number(rest))
                                 : tr("Send the rest a&gain…"));
    m_cancel->setEnabled(!running.isEmpty() && mayChange());
    if (running.size() > 1)
        m_cancel->setText(tr("Cancel %Ln &batch(es)…", nullptr, int(running.size())));
    else if (isInnerShown() && chain.size() > 1 && !running.isEmpty())
        m_cancel->setText(tr("Cancel attempt %1 of the &batch…").arg(running.first().links.attempt + 1));
    else
        m_cancel->setText(tr("Cancel &batch…"));
}

bool BatchesPage::isInputGone(const BatchObject &batch) const
{
    // Only a list of files that was read to its end after the batch was made tells that it lacks one.
    const ObjectIndex &index = context().index;
    return batch.createdAt && index.wholeAt(ObjectKind::File) > *batch.createdAt && !batch.inputFileId.isEmpty() &&
           !index.find(ObjectKind::File, batch.inputFileId);
}

QList<BatchObject> BatchesPage::selectedBatches() const
{
    QList<BatchObject> batches;
    const QList<int> rows = pane()->selectedRows();
    for (const int row : rows)
        batches << *m_model.item(row);
    return batches;
}

QList<BatchObject> BatchesPage::batchesInView() const
{
    if (!isInnerShown())
        return selectedBatches();
    const BatchObject *shown = m_model.item(m_shownBatch);
    return shown ? QList<BatchObject>{*shown} : QList<BatchObject>();
}

QList<BatchObject> BatchesPage::batchesToCancel() const
{
    QList<BatchObject> batches = batchesInView();
    if (isInnerShown() && !batches.isEmpty())
        batches = batchChain(m_model.items(), batches.first());
    batches.removeIf([](const BatchObject &batch) { return !batch.canBeCancelled(); });
    return batches;
}

void BatchesPage::showDetails(int row, int others)
{
    const BatchObject *batch = m_model.item(row);
    if (!batch) {
        m_details->clear();
        return;
    }
    m_details->setBatch(*batch, batchChain(m_model.items(), *batch), batchGroup(m_model.items(), *batch), others);
}

QString BatchesPage::summaryOfAll() const
{
    const qint64 since = context().shell.clock.unixSeconds() - 24 * 3600;
    int failed = 0;
    for (const BatchObject &batch : m_model.items()) {
        if (BatchesModel::toneOf(batch) == Tone::Failed && batch.endedAt().value_or(0) >= since)
            ++failed;
    }
    QStringList parts{tr("%Ln batch(es)", nullptr, m_model.rowCount())};
    if (m_model.unfinished() > 0)
        parts << (context().profile.isArchive()
                      ? tr("%Ln not ended when archived", nullptr, m_model.unfinished())
                      : tr("%Ln running", nullptr, m_model.unfinished()));
    if (failed > 0)
        parts << tr("%Ln failed since yesterday", nullptr, failed);
    return parts.join(u" · "_s);
}

QString BatchesPage::summaryOf(const QList<int> &rows) const
{
    qint64 requests = 0;
    qint64 answered = 0;
    for (const int row : rows) {
        requests += m_model.item(row)->counts.total;
        answered += m_model.item(row)->counts.completed;
    }
    return tr("%Ln selected, %1 of %2 requests answered", nullptr, int(rows.size()))
        .arg(format::number(answered), format::number(requests));
}

QString BatchesPage::objectPath(const QString &id) const
{
    return BatchesApi::path(id);
}

void BatchesPage::newBatchOf(const QString &fileId)
{
    if (mayChange())
        m_commands->newBatchOf(fileId);
}

int BatchesPage::pollInterval() const
{
    const int chosen = context().shell.settings.number(Setting::PollSeconds);
    if (chosen <= 0 || m_model.loadState() == LoadState::Idle || m_model.isLooking() || context().profile.isArchive())
        return 0;
    if (!isVisible())
        return 0; // what runs is watched for all pages together
    int seconds = m_model.unfinished() > 0 ? std::min(chosen, watchSeconds) : chosen;
    seconds = std::max(seconds, m_model.pagesLooked() * secondsForPage);
    if (m_failedLooks > 0)
        seconds = std::clamp(seconds << std::min(m_failedLooks, 6), seconds, std::max(seconds, longestBackOff));
    return seconds * 1000;
}

void BatchesPage::poll()
{
    m_model.look();
}

void BatchesPage::lookedAround(bool well)
{
    m_failedLooks = well ? 0 : m_failedLooks + 1;
    schedulePoll();
}

void BatchesPage::batchMade(const QString &batchId)
{
    schedulePoll(); // it is watched from now on
    const BatchObject *batch = m_model.item(batchId);
    if (!isInnerShown() || !batch) {
        showObject(batchId);
        focusList(); // Enter and the arrows go on from it
        return;
    }
    // Sent from the results of the attempts before: these stay, with one attempt more.
    const BatchObject *shown = m_model.item(m_shownBatch);
    if (!shown || batch->links.chainOf(batch->id) != shown->links.chainOf(shown->id))
        showObject(batchId);
    else
        followResults();
}

void BatchesPage::showResults(const QString &batchId)
{
    const BatchObject *batch = m_model.item(batchId);
    if (!batch)
        return;
    m_shownBatch = batchId;
    m_results->setBatch(batchChain(m_model.items(), *batch));
    showInner();
}

void BatchesPage::followResults()
{
    updateActions(0);
    const BatchObject *batch = isInnerShown() ? m_model.item(m_shownBatch) : nullptr;
    if (batch)
        m_results->setBatch(batchChain(m_model.items(), *batch));
}

void BatchesPage::sendRestWhenRead()
{
    if (!isInnerShown())
        m_showResults->trigger();
    m_results->sendRestWhenRead();
}

} // namespace odc

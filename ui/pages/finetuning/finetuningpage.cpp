// SPDX-License-Identifier: GPL-3.0-or-later
#include "finetuningpage.h"

#include "api/session.h"
#include "base/clock.h"
#include "base/format.h"
#include "base/requestlog.h"
#include "finetuning/hostedservice.h"
#include "finetuning/jobfeed.h"
#include "finetuning/jobfeeds.h"
#include "finetuning/trainingclosed.h"
#include "lists/finetuningjobsmodel.h"
#include "settings/settings.h"
#include "ui/actions/actioncollection.h"
#include "ui/charts/curvesview.h"
#include "ui/delegates/progressdelegate.h"
#include "ui/pages/dropzone.h"
#include "ui/pages/finetuning/finetuningcommands.h"
#include "ui/pages/finetuning/finetuningdetails.h"
#include "ui/pages/finetuning/resultslook.h"
#include "ui/pages/lineslook.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QDateTime>
#include <QHideEvent>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// Jobs that move are looked at so often while the page is seen; hidden, as other lists are while they are
/// seen.
constexpr int watchSeconds = 3;
/// A look that takes several pages comes as much less often: the server is asked at most every so often.
constexpr int secondsForPage = 3;
constexpr int longestBackOff = 60;
constexpr int detailsWidth = 460; ///< all tabs have room

} // namespace

FineTuningPage::FineTuningPage(const PageContext &context, QWidget *parent)
    : FineTuningPage(context, new FineTuningJobsModel(context.session), parent)
{
}

FineTuningPage::FineTuningPage(const PageContext &context, FineTuningJobsModel *model, QWidget *parent)
    : ListPage(context, u"finetuning"_s, model, parent), m_model(*model),
      m_details(new FineTuningDetails(context)), m_curves(new CurvesView(context.shell.theme)),
      m_commands(new FineTuningCommands(context, *model, this, *jobs(), *messages())),
      m_feeds(new JobFeeds(context.session, this)), m_lines(new LinesLook(context, this, *messages())),
      m_results(new ResultsLook(context, this, *messages())),
      m_notice(new MessageBar(context.shell.theme, this)), m_followDue(new QTimer(this))
{
    m_model.setArchived(context.profile.isArchive());
    setDetails(m_details, detailsWidth);
    m_curves->setObjectName(u"jobCurves"_s);
    m_curves->setExportFolder(context.shell.settings.text(Setting::LastFolder));
    m_curves->setContentsMargins(metrics::between, metrics::inside, metrics::between, metrics::inside);
    setBelow(m_curves);
    m_notice->setObjectName(u"jobsNotice"_s);
    setBand(m_notice);
    buildActions();
    buildFacets();
    buildDrops();
    followPrices();
    auto *bars = new ProgressDelegate(context.shell.theme, this);
    bars->setShowsText(true);
    pane()->table()->setItemDelegateForColumn(FineTuningJobsModel::Progress, bars);
    connectAll();
    setKept(ObjectKind::Job);
    finish(texts());
    showCurves();
}

FineTuningPage::~FineTuningPage()
{
    // Calls under way end with the models that made them, and nobody is left to be told.
    context().session.requestLog().disconnect(this);
    m_details->clear(); // before the feeds it shows
}

void FineTuningPage::buildFacets()
{
    ListPane::Facet status{u"status"_s, tr("status: any"), {}};
    for (const QString &name : {u"validating_files"_s, u"queued"_s, u"running"_s, u"paused"_s, u"succeeded"_s,
                                u"failed"_s, u"cancelled"_s})
        status.choices.append({tr("status: %1").arg(name), u"status="_s + name});
    ListPane::Facet method{u"method"_s, tr("method: any"), {}};
    for (const QString &name : {u"supervised"_s, u"dpo"_s, u"reinforcement"_s})
        method.choices.append({tr("method: %1").arg(name), u"method="_s + name});
    pane()->setDefaultSort(FineTuningJobsModel::Created, Qt::DescendingOrder);
    pane()->addFacet(status);
    pane()->addFacet(method);
    // The models are those that the jobs have.
    connect(&m_model, &RowModelBase::countChanged, this, [this, known = QStringList()]() mutable {
        QStringList models;
        for (const FineTuningJob &job : m_model.items()) {
            if (!job.model.isEmpty() && !models.contains(job.model) && !job.model.contains(u' '))
                models << job.model;
        }
        models.sort();
        if (models == known)
            return;
        known = models;
        ListPane::Facet model{u"model"_s, tr("model: any"), {}};
        for (const QString &name : std::as_const(models))
            model.choices.append({tr("model: %1").arg(format::oneLine(name, 60)), u"model="_s + name});
        pane()->addFacet(model);
    });
}

void FineTuningPage::buildDrops()
{
    auto *zone = new DropZone(context().shell.theme, this,
                              {tr("Drop a training file to fine-tune with it"),
                               tr("Its lines are checked first; nothing is sent before you say so.")});
    zone->setEnabled(mayChange());
    connect(zone, &DropZone::dropped, this, [this](const QStringList &paths) {
        const auto lines = std::find_if(paths.cbegin(), paths.cend(), [](const QString &path) {
            return path.endsWith(".jsonl"_L1, Qt::CaseInsensitive);
        });
        messages()->dismiss(u"drop"_s);
        if (lines != paths.cend()) {
            m_commands->newJobFrom(*lines);
            return;
        }
        Message message;
        message.kind = Message::Kind::Info;
        message.key = u"drop"_s;
        message.text = tr("A training file is one of JSON lines, and its name ends in .jsonl.");
        messages()->showMessage(message);
    });
}

void FineTuningPage::connectAll()
{
    connect(m_commands, &FineTuningCommands::made, this, [this](const QString &id) {
        schedulePoll(); // it is watched from now on
        showObject(id);
        focusList();
    });
    connect(m_details, &FineTuningDetails::nextRequested, this, &FineTuningPage::takeNext);
    connect(m_details, &FineTuningDetails::fileRequested, this,
            [this](const QString &id) { Q_EMIT objectRequested(u"files"_s, id); });
    connect(m_details, &FineTuningDetails::downloadRequested, m_commands, &FineTuningCommands::download);
    connect(m_details, &FineTuningDetails::linesRequested, this,
            [this](const QString &id, const QString &title) { m_lines->open(id, 0, title); });
    connect(m_details, &FineTuningDetails::resultsRequested, m_results, &ResultsLook::open);
    connect(m_details, &FineTuningDetails::profileRequested, this, &AreaPage::profileRequested);
    connect(m_details, &FineTuningDetails::workEnded, this, &AreaPage::workEnded);
    connect(m_details, &FineTuningDetails::tabChanged, this, &FineTuningPage::followSelected);
    connect(m_curves, &CurvesView::exportFolderChanged, this,
            [this](const QString &folder) { context().shell.settings.set(Setting::LastFolder, folder); });
    connect(m_feeds, &JobFeeds::progressed, this, &FineTuningPage::progressed);
    connect(m_feeds, &JobFeeds::measured, this, &FineTuningPage::measured);
    connect(m_feeds, &JobFeeds::readingChanged, this, &FineTuningPage::showCurves);
    connect(&m_model, &FineTuningJobsModel::looked, this, &FineTuningPage::lookedAround);
    connect(pane()->refreshAction(), &QAction::triggered, this,
            [this] { m_feeds->refresh(m_model.items()); });
    connect(&m_model, &RowModelBase::loadStateChanged, this, [this] {
        if (m_glanced || m_model.loadState() != LoadState::Ready || !isVisible())
            return;
        m_glanced = true;
        m_feeds->look(m_model.items());
    });
    // A poll may change a thousand rows one by one: what depends on all of them follows once.
    m_followDue->setSingleShot(true);
    m_followDue->setInterval(0);
    connect(m_followDue, &QTimer::timeout, this, [this] { updateActions(pane()->selectedCount()); });
    connect(&m_model, &QAbstractItemModel::dataChanged, m_followDue, qOverload<>(&QTimer::start));
    connect(&m_model, &RowModelBase::countChanged, this,
            [this] { m_curves->setVisible(m_model.rowCount() > 0); });
    connect(&context().shell.settings, &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::Prices)
            followPrices();
    });
    RequestLog &calls = context().session.requestLog();
    connect(&calls, &RequestLog::changed, this, &FineTuningPage::followCalls);
    m_curves->setVisible(false);
}

ListPageTexts FineTuningPage::texts() const
{
    ListPageTexts texts;
    texts.title = tr("Fine-tuning");
    texts.loading = tr("Models trained with examples of your own: loading…");
    texts.about = tr("Models trained with examples of your own, watched while they learn.");
    texts.list.icon = Icon::Finetune;
    texts.list.thingsName = tr("Fine-tuning jobs");
    texts.list.filterExample = tr("Filter: status, model, metadata …");
    texts.list.unavailable = tr("This server has no fine-tuning area.");
    texts.list.emptySentence = tr("There are no fine-tuning jobs here yet.");
    if (sampleAction()) {
        texts.list.emptyHint =
            tr("A job trains a model with a file of examples. Make one, or start with some sample data.");
        texts.list.emptyAction = sampleAction();
    } else if (mayChange()) {
        texts.list.emptyHint = tr("A job trains a model with a file of examples.");
        texts.list.emptyAction = m_new;
    }
    return texts;
}

void FineTuningPage::followPrices()
{
    m_details->setPrices(pricesOf(context().shell.settings));
}

QList<FineTuningJob> FineTuningPage::selectedJobs() const
{
    QList<FineTuningJob> jobs;
    const QList<int> rows = pane()->selectedRows();
    for (const int row : rows)
        jobs << *m_model.item(row);
    return jobs;
}

void FineTuningPage::showDetails(int row, int others)
{
    followSelected();
    const FineTuningJob *job = m_model.item(row);
    if (!job) {
        m_details->clear();
        return;
    }
    m_details->setJob(*job, m_feeds->feed(job->id), m_model.progressOf(job->id),
                      m_model.isModelDeleted(job->fineTunedModel), others);
}

void FineTuningPage::followSelected()
{
    const QList<FineTuningJob> jobs = selectedJobs();
    const FineTuningJob *current = m_model.item(pane()->currentRow());
    QList<FineTuningJob> wanted = jobs;
    // Where more are selected than can be shown, the one whose details are seen is among them.
    if (current && jobs.size() > JobFeeds::mostFollowed) {
        wanted.removeIf([current](const FineTuningJob &job) { return job.id == current->id; });
        wanted.prepend(*current);
    }
    QStringList ids;
    for (const FineTuningJob &job : wanted.first(std::min<qsizetype>(wanted.size(), JobFeeds::mostFollowed)))
        ids << job.id;
    const QString events = current && m_details->areEventsShown() ? current->id : QString();
    if (ids == m_feeds->followed() && events == m_eventsOf) {
        m_feeds->setJobs(wanted);
        showCurves();
        return;
    }
    m_eventsOf = events;
    m_feeds->follow(wanted, events);
    showCurves();
}

void FineTuningPage::showCurves()
{
    QList<CurveRun> runs;
    QStringList shown;
    bool reading = false;
    for (const QString &id : m_feeds->followed()) {
        const JobFeed *feed = m_feeds->feed(id);
        const FineTuningJob &job = feed->job();
        const auto metrics = feed->metrics();
        reading = reading || feed->isReading();
        CurveRun run;
        run.id = id;
        run.name = FineTuningJobsModel::title(job);
        run.log = metrics;
        run.startedAt = metrics->firstTime() ? metrics->firstTime() : job.createdAt;
        run.live = !job.isFinished() && !context().profile.isArchive();
        // What tells apart a run from what it was when it was shown.
        shown << id + u'\n' + run.name + u'\n' + QString::number(run.startedAt.value_or(0)) +
                     (run.live ? u"*"_s : QString());
        runs << run;
    }
    m_curves->setLoading(reading ? tr("Reading what was measured…") : QString());
    if (shown == m_curveIds)
        return;
    m_curveIds = shown;
    m_curves->setRuns(runs);
}

void FineTuningPage::measured(const QString &jobId)
{
    showCurves();
    m_curves->runChanged(jobId);
}

QString FineTuningPage::summaryOfAll() const
{
    QStringList parts{tr("%Ln job(s)", nullptr, m_model.rowCount())};
    if (context().profile.isArchive()) {
        if (m_model.unfinished() > 0)
            parts << tr("%Ln not ended when archived", nullptr, m_model.unfinished());
    } else {
        // What is paused waits for a person; it does not run.
        const QList<FineTuningJob> &all = m_model.items();
        const auto paused = std::count_if(all.cbegin(), all.cend(),
                                          [](const FineTuningJob &job) { return job.status == "paused"_L1; });
        if (const auto running = m_model.unfinished() - int(paused); running > 0)
            parts << tr("%Ln running", nullptr, running);
        if (paused > 0)
            parts << format::number(paused) + u' ' + FineTuningJobsModel::tr("paused");
    }
    if (!context().profile.isHere() && isHostedService(context().session.baseUrl())) {
        const QDate last = lastDayOfHostedJobs();
        const QDate today = QDateTime::fromSecsSinceEpoch(context().shell.clock.unixSeconds()).date();
        const QString day = format::date(last.startOfDay().toSecsSinceEpoch());
        parts << (today <= last ? tr("hosted jobs can be created until %1").arg(day)
                                : tr("hosted jobs cannot be created since %1").arg(day));
    }
    return parts.join(u" · "_s);
}

QString FineTuningPage::summaryOf(const QList<int> &rows) const
{
    qint64 tokens = 0;
    for (const int row : rows)
        tokens += m_model.item(row)->trainedTokens.value_or(0);
    const QString selected = tr("%Ln selected", nullptr, int(rows.size()));
    return tokens > 0 ? tr("%1, %2 tokens trained").arg(selected, FineTuningJobsModel::tokensText(tokens))
                      : selected;
}

QString FineTuningPage::objectPath(const QString &id) const
{
    return FineTuningApi::path(id);
}

QString FineTuningPage::runningWork() const
{
    QStringList parts;
    for (const QString &work : {ListPage::runningWork(), m_details->runningWork()}) {
        if (!work.isEmpty())
            parts << work;
    }
    return parts.join(u", "_s);
}

void FineTuningPage::newJobOf(const QString &fileId)
{
    if (mayChange())
        m_commands->newJobOf(fileId);
}

int FineTuningPage::pollInterval() const
{
    const int chosen = context().shell.settings.number(Setting::PollSeconds);
    if (chosen <= 0 || m_model.loadState() == LoadState::Idle || m_model.isLooking() ||
        context().profile.isArchive())
        return 0;
    if (!isVisible())
        return 0; // what runs is watched for all pages together
    int seconds = m_model.unfinished() > 0 ? std::min(chosen, watchSeconds) : chosen;
    seconds = std::max(seconds, m_model.pagesLooked() * secondsForPage);
    if (m_failedLooks > 0)
        seconds =
            std::clamp(seconds << std::min(m_failedLooks, 6), seconds, std::max(seconds, longestBackOff));
    return seconds * 1000;
}

void FineTuningPage::poll()
{
    m_model.look();
    if (isVisible())
        m_feeds->look(m_model.items());
}

void FineTuningPage::lookedAround(bool well)
{
    m_failedLooks = well ? 0 : m_failedLooks + 1;
    schedulePoll();
}

void FineTuningPage::progressed(const QString &jobId, const JobProgress &progress)
{
    m_model.setProgress(jobId, progress);
}

void FineTuningPage::followCalls(qint64 serial)
{
    const LoggedCall *call = context().session.requestLog().find(serial);
    if (!call || call->running || call->method != "POST" || !call->path.endsWith("/fine_tuning/jobs"_L1))
        return;
    if (call->error.kind == ApiError::Kind::None) {
        m_notice->dismiss(); // so it can be done after all
        return;
    }
    if (!saysTrainingIsClosed(call->error))
        return;
    Message message;
    message.kind = Message::Kind::Warning;
    message.text = tr(
        "The service takes no new fine-tuning jobs from this account. Jobs and models that are there stay.");
    if (!call->error.message.isEmpty())
        message.text += u' ' + tr("It says: %1").arg(format::oneLine(call->error.message));
    message.details = call->error.details();
    m_notice->showMessage(message);
}

void FineTuningPage::showEvent(QShowEvent *event)
{
    ListPage::showEvent(event);
    if (m_model.loadState() != LoadState::Idle && !m_model.isWalking())
        m_feeds->look(m_model.items()); // out of sight they were left alone
}

void FineTuningPage::hideEvent(QHideEvent *event)
{
    ListPage::hideEvent(event);
    if (!event->spontaneous())
        m_feeds->stop();
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "finetuningdetails.h"

#include "api/session.h"
#include "base/format.h"
#include "finetuning/jobfeed.h"
#include "lists/finetuningjobsmodel.h"
#include "lists/rowmodelbase.h"
#include "ui/actions/menus.h"
#include "ui/pages/finetuning/checkpointspane.h"
#include "ui/pages/finetuning/eventspane.h"
#include "ui/pages/finetuning/permissionspane.h"
#include "ui/pages/linklist.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QAction>
#include <QMenu>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

LoadState loadStateOf(const FeedState &state)
{
    switch (state.stage) {
    case FeedState::Stage::Idle:
        return LoadState::Idle;
    case FeedState::Stage::Reading:
        return LoadState::Loading;
    case FeedState::Stage::Ready:
        return LoadState::Ready;
    case FeedState::Stage::Failed:
        break;
    }
    const bool absent =
        state.error.kind == ApiError::Kind::NotFound || state.error.kind == ApiError::Kind::MethodNotAllowed;
    return absent ? LoadState::Unavailable : LoadState::Failed;
}

QString parameterName(const QString &wire)
{
    if (wire == "n_epochs"_L1)
        return FineTuningDetails::tr("Epochs");
    if (wire == "batch_size"_L1)
        return FineTuningDetails::tr("Batch size");
    if (wire == "learning_rate_multiplier"_L1)
        return FineTuningDetails::tr("Learning rate ×");
    if (wire == "beta"_L1)
        return FineTuningDetails::tr("Beta");
    if (wire == "compute_multiplier"_L1)
        return FineTuningDetails::tr("Compute ×");
    if (wire == "eval_interval"_L1)
        return FineTuningDetails::tr("Steps between evals");
    if (wire == "eval_samples"_L1)
        return FineTuningDetails::tr("Samples an eval");
    if (wire == "reasoning_effort"_L1)
        return FineTuningDetails::tr("Reasoning effort");
    return format::oneLine(wire, 60);
}

QString parameterValue(const QJsonValue &value)
{
    if (value.isNull())
        return FineTuningDetails::tr("not decided yet");
    if (value.isString())
        return value.toString() == "auto"_L1 ? FineTuningDetails::tr("auto")
                                             : format::oneLine(value.toString(), 120);
    return value.isDouble() ? QLocale().toString(value.toDouble(), 'g', 8) : value.toVariant().toString();
}

QString graderText(const QJsonObject &grader)
{
    const QString type = grader.value("type"_L1).toString();
    const QString name = grader.value("name"_L1).toString();
    return format::oneLine(name.isEmpty() ? type : name + u" ("_s + type + u')', 200);
}

QString integrationText(const FineTuningJob::Integration &integration)
{
    QStringList parts{integration.type};
    for (const QString &part : {integration.entity, integration.project, integration.name}) {
        if (!part.isEmpty())
            parts << part;
    }
    QString text = parts.join(u" / "_s);
    if (!integration.tags.isEmpty())
        text += u" ["_s + integration.tags.join(u", "_s) + u']';
    return format::oneLine(text);
}

} // namespace

FineTuningDetails::FineTuningDetails(const PageContext &context, QWidget *parent)
    : DetailsPane(context, {tr("Select a job to see what it is."), tr("The job as JSON")}, parent),
      m_theme(context.shell.theme), m_archived(context.profile.isArchive()),
      m_headline(new FineTuningHeadline(m_theme, m_archived, !context.session.isReadOnly(), this)),
      m_parametersBox(new QWidget(this)), m_parameters(new FieldGrid(m_theme, m_parametersBox)),
      m_files(new LinkList(m_theme, tr("Files"))), m_events(new EventsPane(context)),
      m_checkpoints(new CheckpointsPane(context)), m_permissions(new PermissionsPane(context)),
      m_eventsTab(addTab(tr("Events"), m_events, Margins::None)),
      m_checkpointsTab(addTab(tr("Checkpoints"), m_checkpoints, Margins::None)),
      m_permissionsTab(addTab(tr("Permissions"), m_permissions, Margins::None))
{
    setObjectName(u"jobDetails"_s);
    addAboveFields(m_headline);
    fields()->addField(u"result"_s, tr("Fine-tuned model"));
    fields()->addField(u"model"_s, tr("Base model"));
    fields()->addField(u"method"_s, tr("Method"));
    fields()->addField(u"grader"_s, tr("Grader"));
    fields()->addField(u"tokens"_s, tr("Trained tokens"));
    fields()->addField(u"cost"_s, tr("Cost"));
    fields()->addField(u"created"_s, tr("Created"));
    fields()->addField(u"finished"_s, tr("Finished"));
    fields()->addField(u"suffix"_s, tr("Suffix"));
    fields()->addField(u"seed"_s, tr("Seed"));
    fields()->addField(u"integrations"_s, tr("Integrations"));
    fields()->addField(u"organization"_s, tr("Organization"));
    fields()->addField(u"metadata"_s, tr("Metadata"));
    auto *layout = new QVBoxLayout(m_parametersBox);
    layout->setContentsMargins(0, metrics::edge, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addWidget(new SectionLabel(m_theme, tr("Hyperparameters"), m_parametersBox));
    layout->addWidget(m_parameters);
    m_parameters->setObjectName(u"jobParameters"_s);
    addToSummary(m_parametersBox);
    m_files->setObjectName(u"jobFiles"_s);
    addToSummary(m_files);
    connect(m_headline, &FineTuningHeadline::nextRequested, this, &FineTuningDetails::nextRequested);
    connect(m_files, &LinkList::activated, this, &FineTuningDetails::fileRequested);
    connect(m_files, &LinkList::downloadRequested, this, &FineTuningDetails::downloadRequested);
    connect(m_files, &LinkList::viewRequested, this, [this](const QString &fileId) {
        if (m_job.resultFileIds.contains(fileId))
            Q_EMIT resultsRequested(fileId, tr("Results of %1").arg(FineTuningJobsModel::title(m_job)));
        else
            Q_EMIT linesRequested(fileId, (fileId == m_job.trainingFileId ? tr("Training file of %1")
                                                                          : tr("Validation file of %1"))
                                              .arg(FineTuningJobsModel::title(m_job)));
    });
    for (const auto &[title, own] : {std::pair(tr("E&vents"), m_events->ownActions()),
                                     std::pair(tr("Chec&kpoints"), m_checkpoints->ownActions()),
                                     std::pair(tr("Permissi&ons"), m_permissions->ownActions())}) {
        auto *menu = new QMenu(title, this);
        fillMenu(*menu, own);
        m_tabMenus << menu->menuAction();
    }
    const auto retry = [this] {
        if (m_feed)
            m_feed->refresh();
    };
    connect(m_checkpoints, &CheckpointsPane::retryRequested, this, retry);
    connect(m_permissions, &PermissionsPane::retryRequested, this, retry);
    connect(m_permissions, &PermissionsPane::profileRequested, this, &FineTuningDetails::profileRequested);
    connect(m_permissions, &PermissionsPane::jobEnded, this, &FineTuningDetails::workEnded);
}

void FineTuningDetails::setPrices(const PriceTable &prices)
{
    m_prices = prices;
    if (!m_job.id.isEmpty())
        setFields(m_job, m_modelDeleted);
}

void FineTuningDetails::clear()
{
    m_job = {};
    followFeed(nullptr);
    m_checkpoints->clear();
    m_permissions->clear();
    DetailsPane::clear();
}

void FineTuningDetails::showEvents()
{
    showTab(m_eventsTab);
    m_events->focusContent();
}

bool FineTuningDetails::areEventsShown() const
{
    return currentTab() == m_eventsTab;
}

QString FineTuningDetails::runningWork() const
{
    return m_permissions->runningWork();
}

void FineTuningDetails::setJob(const FineTuningJob &job, JobFeed *feed, const JobProgress &progress,
                               bool modelDeleted, int others)
{
    const bool same = job.id == m_job.id;
    const bool changed = !same || !(job == m_job) || modelDeleted != m_modelDeleted;
    m_job = job;
    m_progress = progress;
    m_modelDeleted = modelDeleted;
    showObject(FineTuningJobsModel::title(job), job.id, job.toJson(), others);
    m_headline->setJob(job, progress, nowUnix(), modelDeleted);
    if (changed) {
        setFields(job, modelDeleted);
        setParameters(job);
    }
    setFiles(job);
    if (changed) {
        m_checkpoints->setJob(job);
        m_permissions->setJob(job);
    }
    followFeed(feed);
    if (!same)
        showCheckpoints();
}

void FineTuningDetails::followFeed(JobFeed *feed)
{
    if (m_feed == feed && feed)
        return;
    if (m_feed)
        m_feed->disconnect(this);
    m_feed = feed;
    m_events->setFeed(feed);
    if (!feed)
        return;
    connect(feed, &JobFeed::checkpointsChanged, this, &FineTuningDetails::showCheckpoints);
    connect(feed, &JobFeed::resultsChanged, this, [this] { setFiles(m_job); });
    showCheckpoints();
}

void FineTuningDetails::showCheckpoints()
{
    if (!m_feed)
        return;
    const FeedState &state = m_feed->checkpointsState();
    m_checkpoints->setCheckpoints(m_feed->checkpoints(), loadStateOf(state), state.error);
    m_permissions->setCheckpoints(m_feed->checkpoints(), loadStateOf(state), state.error);
}

void FineTuningDetails::setFields(const FineTuningJob &job, bool modelDeleted)
{
    const auto show = [this](const QString &key, const FieldValue &value, bool shown) {
        fields()->setValue(key, value);
        fields()->setFieldVisible(key, shown);
    };
    FieldValue model{format::oneLine(job.fineTunedModel)};
    model.monospace = true;
    model.copyable = true;
    model.copyText = job.fineTunedModel;
    if (modelDeleted) {
        model.text = tr("%1 (deleted)", "a model").arg(model.text);
        model.tone = Tone::Attention;
    }
    show(u"result"_s, model, !job.fineTunedModel.isEmpty());
    fields()->setValue(u"model"_s, {format::oneLine(job.model)});
    fields()->setValue(u"method"_s, {FineTuningJobsModel::methodText(job)});
    show(u"grader"_s, {graderText(job.grader)}, !job.grader.isEmpty());
    show(u"tokens"_s, {format::number(job.trainedTokens.value_or(0))}, job.trainedTokens.has_value());
    const auto price = m_prices.trainingPriceOf(job.model);
    FieldValue cost{tr("no price of training for this model in the preferences")};
    if (price && job.trainedTokens)
        cost.text = tr("≈ %1", "money").arg(moneyText(double(*job.trainedTokens) / 1e6 * *price));
    cost.tooltip =
        tr("The trained tokens at the prices in the preferences: an estimate. The bill may differ.");
    show(u"cost"_s, cost, job.trainedTokens.value_or(0) > 0);
    fields()->setValue(u"created"_s, exactTime(job.createdAt));
    show(u"finished"_s, exactTime(job.finishedAt), job.finishedAt.has_value());
    show(u"suffix"_s, {format::oneLine(job.suffix)}, !job.suffix.isEmpty());
    show(u"seed"_s, {QString::number(job.seed.value_or(0))}, job.seed.has_value());
    QStringList integrations;
    for (const FineTuningJob::Integration &integration : job.integrations)
        integrations << integrationText(integration);
    show(u"integrations"_s, {integrations.join(u'\n')}, !integrations.isEmpty());
    show(u"organization"_s, {format::oneLine(job.organization)}, !job.organization.isEmpty());
    QStringList metadata;
    for (auto it = job.metadata.constBegin(); it != job.metadata.constEnd(); ++it)
        metadata << format::oneLine(it.key() + u": "_s + it.value().toVariant().toString(), 600);
    show(u"metadata"_s, {metadata.join(u'\n')}, !metadata.isEmpty());
}

void FineTuningDetails::setParameters(const FineTuningJob &job)
{
    m_parametersBox->setVisible(!job.hyperparameters.isEmpty());
    m_parameters->removeAll();
    for (const FineTuningJob::Hyperparameter &parameter : job.hyperparameters) {
        m_parameters->addField(parameter.name, parameterName(parameter.name));
        m_parameters->setValue(parameter.name, {parameterValue(parameter.value)});
    }
}

void FineTuningDetails::setFiles(const FineTuningJob &job)
{
    QList<LinkList::Row> rows;
    const auto file = [&rows](const QString &label, const QString &id, const QString &note) {
        rows.append({label, shortId(id), id, note, true});
    };
    if (job.trainingFileId.isEmpty())
        rows.append({tr("Training"), tr("not said by the server"), {}});
    else
        file(tr("Training"), job.trainingFileId, {});
    if (!job.validationFileId.isEmpty())
        file(tr("Validation"), job.validationFileId, {});
    int number = 0;
    for (const QString &id : job.resultFileIds) {
        QString note;
        if (m_feed && m_feed->job().id == job.id) {
            const FeedState state = m_feed->resultsState(id);
            const qsizetype unreadable = m_feed->unreadableLines(id);
            if (state.stage == FeedState::Stage::Failed)
                note = tr("cannot be read: %1").arg(state.error.headline());
            else if (unreadable > 0)
                note = tr("%Ln line(s) unreadable", nullptr, int(unreadable));
        }
        ++number;
        file(job.resultFileIds.size() > 1 ? tr("Results %1").arg(number) : tr("Results"), id, note);
    }
    if (job.resultFileIds.isEmpty())
        rows.append({tr("Results"),
                     job.isFinished() ? tr("none")
                     : m_archived     ? tr("none when it was archived")
                                      : tr("when the job has succeeded"),
                     {}});
    m_files->setRows(rows);
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpointspane.h"

#include "base/format.h"
#include "lists/checkpointsmodel.h"
#include "lists/exportrows.h"
#include "lists/filterproxy.h"
#include "ui/actions/actioncollection.h"
#include "ui/actions/menus.h"
#include "ui/pages/exporter.h"
#include "ui/pages/finetuning/bestdelegate.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr auto loadKey = "load"_L1;
constexpr int narrowestStep = 64;
constexpr int narrowestModel = 116;
constexpr int widestModel = 420;

} // namespace

CheckpointsPane::CheckpointsPane(const PageContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_model(new CheckpointsModel(this)),
      m_proxy(new FilterProxy(this)), m_actions(new ActionCollection(context.shell.theme, this, this))
{
    setObjectName(u"checkpointsPane"_s);
    m_proxy->setRows(m_model);
    buildActions();
    buildLayout();
    takeColumns();
    m_table->sortByColumn(CheckpointsModel::Step, Qt::AscendingOrder);
    showState();
}

CheckpointsPane::~CheckpointsPane()
{
    m_proxy->disconnect(this); // the models go one by one, and the last to hear of it is gone by then
}

void CheckpointsPane::buildActions()
{
    m_copyModel = m_actions->add(u"checkpoints.copyModel"_s, tr("&Copy model name"), Icon::Copy);
    m_copyModel->setToolTip(tr("The name under which the checkpoint is asked, as a model (Ctrl+C)"));
    m_copyId = m_actions->add(u"checkpoints.copyId"_s, tr("Copy checkpoint &ID"));
    m_copyJson = m_actions->add(u"checkpoints.copyJson"_s, tr("Copy as &JSON"), Icon::Json);
    m_exportCsv = m_actions->add(u"checkpoints.exportCsv"_s, tr("&Export as CSV…"), Icon::Export);
    m_exportJson = m_actions->add(u"checkpoints.exportJson"_s, tr("Export as J&SON…"), Icon::Export);
    m_refresh = m_actions->add(u"checkpoints.refresh"_s, tr("&Refresh checkpoints"), Icon::Refresh);
    connect(m_refresh, &QAction::triggered, this, &CheckpointsPane::retryRequested);
    connect(m_copyModel, &QAction::triggered, this, &CheckpointsPane::copyModels);
    connect(m_copyId, &QAction::triggered, this, &CheckpointsPane::copyIds);
    connect(m_copyJson, &QAction::triggered, this, &CheckpointsPane::copyJson);
    connect(m_exportCsv, &QAction::triggered, this, [this] { save(false); });
    connect(m_exportJson, &QAction::triggered, this, [this] { save(true); });
}

void CheckpointsPane::buildLayout()
{
    const Theme &theme = m_context.shell.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(metrics::edge, metrics::inside, metrics::between, metrics::inside);
    row->setSpacing(metrics::inside);
    m_summary = new ElidedLabel(theme, Theme::FontRole::Small, Token::Secondary, this);
    m_summary->setObjectName(u"checkpointsSummary"_s);
    row->addWidget(m_summary, 1);
    row->addWidget(new ActionButton(m_copyModel, ButtonRole::Flat, this));
    row->addWidget(new ActionButton(m_exportCsv, ButtonRole::Flat, this, true));
    layout->addLayout(row);
    m_messages = new MessageBar(theme, this);
    layout->addWidget(m_messages);
    m_table = new TableView(theme, this);
    m_table->setObjectName(u"checkpointsTable"_s);
    m_table->setAccessibleName(tr("Checkpoints"));
    m_table->setItemDelegate(new BestDelegate(theme, m_table));
    m_table->setModel(m_proxy);
    layout->addWidget(m_table, 1);
    m_overlay = new StateOverlay(theme, m_table);

    connect(m_table, &TableView::copyRequested, m_copyModel, &QAction::trigger);
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &pos) {
        if (m_model->rowCount() > 0)
            popUpMenu(this, ownActions(), m_table->viewport()->mapToGlobal(pos));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CheckpointsPane::showSummary);
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &CheckpointsPane::takeColumns);
    connect(m_overlay, &StateOverlay::actionTriggered, this, &CheckpointsPane::retryRequested);
    connect(m_messages, &MessageBar::actionTriggered, this, [this](const QString &key) {
        m_messages->dismiss(key);
        if (key == loadKey)
            Q_EMIT retryRequested();
    });
}

void CheckpointsPane::takeColumns()
{
    QList<ColumnSpec> specs;
    const QList<ColumnInfo> &columns = m_model->columns();
    for (int i = 0; i < columns.size(); ++i) {
        ColumnSpec spec;
        spec.width = columns.at(i).width;
        spec.minimum = i == CheckpointsModel::Step    ? narrowestStep
                       : i == CheckpointsModel::Model ? narrowestModel
                                                      : columns.at(i).width;
        spec.stretch = columns.at(i).type == ColumnType::Id;
        spec.maximum = i == CheckpointsModel::Step    ? columns.at(i).most
                       : i == CheckpointsModel::Model ? widestModel
                                                      : 0;
        specs << spec;
    }
    m_table->setColumns(specs);
}

void CheckpointsPane::setJob(const FineTuningJob &job)
{
    const bool isSame = job.id == m_job.id;
    m_job = job;
    if (!isSame) {
        m_messages->dismiss();
        m_chosen = false;
        m_checkpoints.clear();
        m_state = LoadState::Idle;
    }
    m_model->setCheckpoints(job.id, m_checkpoints, job.fineTunedModel);
    showState();
}

void CheckpointsPane::setCheckpoints(const QList<FineTuningCheckpoint> &checkpoints, LoadState state,
                                     const ApiError &error)
{
    QStringList selected;
    for (const int row : selectedRows())
        selected << m_model->rowId(row);
    m_checkpoints = checkpoints;
    m_state = state;
    m_error = error;
    m_model->setCheckpoints(m_job.id, checkpoints, m_job.fineTunedModel);
    if (!m_chosen && state == LoadState::Ready)
        choose();
    // With other columns the table began anew.
    if (m_chosen && selectedRows().isEmpty()) {
        for (const QString &id : std::as_const(selected)) {
            const QModelIndex row = m_proxy->mapFromSource(m_model->index(m_model->rowOf(id), 0));
            m_table->selectionModel()->select(row, QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    showState();
}

void CheckpointsPane::choose()
{
    if (m_model->rowCount() == 0)
        return;
    m_chosen = true;
    if (m_table->selectionModel()->hasSelection())
        return;
    // What a person most likely came for: the best by what the job is judged by, else the last one.
    int row = m_model->rowOf(m_model->bestBy(m_model->metricOf(CheckpointsModel::FirstMetric)));
    if (row < 0)
        row = m_proxy->sourceRow(m_proxy->index(m_proxy->rowCount() - 1, 0));
    m_table->setCurrentIndex(m_proxy->mapFromSource(m_model->index(row, 0)));
}

void CheckpointsPane::clear()
{
    m_job = {};
    m_checkpoints.clear();
    m_state = LoadState::Idle;
    m_chosen = false;
    m_messages->dismiss();
    m_model->clear();
    showState();
}

void CheckpointsPane::focusContent()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

QList<QAction *> CheckpointsPane::ownActions() const
{
    return {m_copyModel, m_copyId, m_copyJson, nullptr, m_exportCsv, m_exportJson, nullptr, m_refresh};
}

bool CheckpointsPane::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_table->hasFocus() &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void CheckpointsPane::showState()
{
    StateOverlay::State state;
    const bool any = m_model->rowCount() > 0;
    if (m_job.id.isEmpty()) {
        state.kind = StateOverlay::Kind::Empty;
        state.icon = Icon::Finetune;
        state.sentence = tr("Choose a job to see its checkpoints.");
    } else if (any) {
        // What is there stays in view, whatever became of the list since.
    } else if (m_state == LoadState::Idle || m_state == LoadState::Loading) {
        state.kind = StateOverlay::Kind::Loading;
        state.sentence = tr("Loading the checkpoints…");
    } else if (m_state == LoadState::Failed) {
        state.kind = StateOverlay::Kind::Error;
        state.sentence = m_error.headline();
        state.detail = QStringList{m_error.message, m_error.advice()}.join(u' ').trimmed();
        state.actionText = tr("Try again");
    } else if (m_state == LoadState::Unavailable) {
        state.kind = StateOverlay::Kind::Unavailable;
        state.sentence = tr("This service has no checkpoints.");
        state.detail = m_error.message;
        state.actionText = tr("Try again");
    } else {
        state.kind = StateOverlay::Kind::Empty;
        state.icon = Icon::Finetune;
        state.sentence = m_job.isFinished() ? tr("This job left no checkpoints.") : tr("No checkpoints yet.");
        state.detail = m_job.isFinished() ? QString() : tr("They appear at the end of each epoch.");
    }
    m_overlay->setState(state);
    if (any && m_state == LoadState::Failed) {
        Message message;
        message.kind = Message::Kind::Error;
        message.key = loadKey;
        message.text = tr("The checkpoints could not be read anew: %1.").arg(m_error.headline());
        message.details = m_error.details();
        message.actionText = tr("Try again");
        m_messages->showMessage(message);
    } else {
        m_messages->dismiss(loadKey);
    }
    showSummary();
}

void CheckpointsPane::showSummary()
{
    const int count = m_model->rowCount();
    QStringList parts;
    if (count > 0)
        parts << tr("%Ln checkpoint(s)", nullptr, count);
    const QString metric = m_model->metricOf(CheckpointsModel::FirstMetric);
    if (const FineTuningCheckpoint *best = m_model->item(m_model->bestBy(metric)); best && best->step)
        parts << tr("best %1 at step %2").arg(CheckpointsModel::heading(metric), format::number(*best->step));
    m_summary->setFullText(parts.join(u" · "_s));
    const int selected = int(selectedRows().size());
    m_copyModel->setEnabled(selected > 0);
    m_copyModel->setText(selected > 1 ? tr("&Copy %Ln model name(s)", nullptr, selected)
                                      : tr("&Copy model name"));
    m_copyId->setEnabled(selected > 0);
    m_copyJson->setEnabled(selected > 0);
    m_exportCsv->setEnabled(count > 0);
    m_exportJson->setEnabled(count > 0);
    m_refresh->setEnabled(!m_job.id.isEmpty());
}

QList<int> CheckpointsPane::selectedRows() const
{
    QList<int> rows;
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        if (m_table->selectionModel()->isRowSelected(row))
            rows << m_proxy->sourceRow(m_proxy->index(row, 0));
    }
    return rows;
}

QList<int> CheckpointsPane::allRows() const
{
    QList<int> rows;
    for (int row = 0; row < m_proxy->rowCount(); ++row)
        rows << m_proxy->sourceRow(m_proxy->index(row, 0));
    return rows;
}

void CheckpointsPane::copyModels()
{
    QStringList models;
    for (const int row : selectedRows()) {
        if (const QString model = m_model->item(row)->model; !model.isEmpty())
            models << model;
    }
    if (models.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(models.join(u'\n'));
    Q_EMIT modelCopied(models.first());
}

void CheckpointsPane::copyIds()
{
    QStringList ids;
    for (const int row : selectedRows())
        ids << m_model->rowId(row);
    if (!ids.isEmpty())
        QGuiApplication::clipboard()->setText(ids.join(u'\n'));
}

void CheckpointsPane::copyJson()
{
    QJsonArray objects;
    for (const int row : selectedRows())
        objects.append(m_model->rowJson(row));
    if (objects.isEmpty())
        return;
    const QJsonDocument document =
        objects.size() == 1 ? QJsonDocument(objects.first().toObject()) : QJsonDocument(objects);
    QGuiApplication::clipboard()->setText(QString::fromUtf8(document.toJson(QJsonDocument::Indented)));
}

void CheckpointsPane::save(bool json)
{
    exportTo(m_context, this, *m_messages, m_job.title() + u"-checkpoints"_s, json, [this, json] {
        return exportData(*m_model, allRows(), json ? ExportPart::Objects : ExportPart::Cells);
    });
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "permissionspane.h"

#include "api/session.h"
#include "base/format.h"
#include "finetuning/permissionsloader.h"
#include "lists/checkpointsmodel.h"
#include "lists/exportrows.h"
#include "lists/filterproxy.h"
#include "ui/actions/actioncollection.h"
#include "ui/actions/menus.h"
#include "ui/delegates/statedelegate.h"
#include "ui/pages/exporter.h"
#include "ui/pages/jobstrips.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr auto loadKey = "load"_L1;
constexpr auto keyKey = "key"_L1;
constexpr int narrowProject = 112; ///< the beginning and the end of an id can be read still

} // namespace

PermissionsPane::PermissionsPane(const PageContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_loader(new PermissionsLoader(context.session, this)),
      m_model(new PermissionsModel(*m_loader, this)), m_proxy(new FilterProxy(this)),
      m_actions(new ActionCollection(context.shell.theme, this, this))
{
    setObjectName(u"permissionsPane"_s);
    m_proxy->setRows(m_model);
    buildActions();
    buildLayout();
    connectGrid();
    showColumns();
    m_grid->sortByColumn(PermissionsModel::Project, Qt::AscendingOrder);
    showState();
}

PermissionsPane::~PermissionsPane()
{
    m_proxy->disconnect(this); // the models go one by one, and the last to hear of it is gone by then
}

QString PermissionsPane::readOnlyReason() const
{
    if (m_context.profile.isArchive())
        return tr("An archive cannot be changed");
    return m_context.session.isReadOnly() ? tr("This profile is read-only") : QString();
}

void PermissionsPane::buildActions()
{
    m_grant = m_actions->add(u"permissions.grant"_s, tr("&Grant"), Icon::Check);
    m_revoke = m_actions->add(u"permissions.revoke"_s, tr("Re&voke…"), Icon::Close);
    m_add = m_actions->add(u"permissions.addProject"_s, tr("&Add project…"), Icon::Plus);
    m_copy = m_actions->add(u"permissions.copyProjects"_s, tr("&Copy project ID"), Icon::Copy);
    m_export = m_actions->add(u"permissions.exportCsv"_s, tr("&Export as CSV…"), Icon::Export);
    m_refresh = m_actions->add(u"permissions.refresh"_s, tr("&Refresh permissions"), Icon::Refresh);
    connect(m_grant, &QAction::triggered, this, &PermissionsPane::grant);
    connect(m_revoke, &QAction::triggered, this, &PermissionsPane::revoke);
    connect(m_add, &QAction::triggered, this, &PermissionsPane::addProject);
    connect(m_copy, &QAction::triggered, this, &PermissionsPane::copyProjects);
    connect(m_refresh, &QAction::triggered, this, &PermissionsPane::refresh);
    connect(m_export, &QAction::triggered, this, [this] {
        exportTo(m_context, this, *m_messages, m_job.title() + u"-permissions"_s, false, [this] {
            QList<int> rows;
            for (int row = 0; row < m_proxy->rowCount(); ++row)
                rows << m_proxy->sourceRow(m_proxy->index(row, 0));
            return m_model->statesOf(rows);
        });
    });
}

void PermissionsPane::buildLayout()
{
    const Theme &theme = m_context.shell.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(metrics::edge, metrics::inside, metrics::between, metrics::inside);
    row->setSpacing(metrics::tight);
    m_summary = new ElidedLabel(theme, Theme::FontRole::Small, Token::Secondary, this);
    m_summary->setObjectName(u"permissionsSummary"_s);
    row->addWidget(m_summary, 1);
    auto *grantButton = new ActionButton(m_grant, ButtonRole::Flat, this);
    grantButton->setObjectName(u"permissionsGrant"_s);
    row->addWidget(grantButton);
    auto *revokeButton = new ActionButton(m_revoke, ButtonRole::Danger, this);
    revokeButton->setObjectName(u"permissionsRevoke"_s);
    row->addWidget(revokeButton);
    auto *addButton = new ActionButton(m_add, ButtonRole::Flat, this, true);
    addButton->setObjectName(u"permissionsAdd"_s);
    row->addWidget(addButton);
    row->addWidget(new ActionButton(m_refresh, ButtonRole::Flat, this, true));
    layout->addLayout(row);
    m_messages = new MessageBar(theme, this);
    layout->addWidget(m_messages);
    m_grid = new CellGrid(theme, this);
    m_grid->setObjectName(u"permissionsGrid"_s);
    m_grid->setAccessibleName(tr("Projects and checkpoints"));
    m_grid->setItemDelegate(new StateDelegate(theme, m_grid));
    m_grid->setModel(m_proxy);
    layout->addWidget(m_grid, 1);
    m_jobs = new JobStrips(m_context.shell, this);
    m_jobs->setHome(m_grid);
    layout->addWidget(m_jobs);
    m_overlay = new StateOverlay(theme, m_grid);
    connect(m_jobs, &JobStrips::jobEnded, this, &PermissionsPane::jobEnded);
}

void PermissionsPane::connectGrid()
{
    connect(m_grid->horizontalScrollBar(), &QScrollBar::valueChanged, m_grid, &CellGrid::placeFrozen);
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PermissionsPane::showActions);
    connect(m_grid, &CellGrid::toggleRequested, this, &PermissionsPane::toggle);
    connect(m_grid, &CellGrid::copyRequested, m_copy, &QAction::trigger);
    connect(m_grid, &QWidget::customContextMenuRequested, this, [this](const QPoint &pos) {
        if (m_model->rowCount() > 0)
            popUpMenu(this, ownActions(), m_grid->viewport()->mapToGlobal(pos));
    });
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &PermissionsPane::showColumns);
    connect(m_proxy, &QAbstractItemModel::columnsInserted, this, &PermissionsPane::showColumns);
    connect(m_model, &RowModelBase::countChanged, this, [this] {
        m_grid->placeFrozen();
        showState();
    });
    connect(m_loader, &PermissionsLoader::changed, this, &PermissionsPane::showStateLater);
    connect(m_loader, &PermissionsLoader::finished, this, &PermissionsPane::showState);
    connect(m_overlay, &StateOverlay::actionTriggered, this, [this] {
        switch (m_overlay->kind()) {
        case StateOverlay::Kind::Unavailable: // it is the key that is missing or refused
            Q_EMIT profileRequested();
            break;
        case StateOverlay::Kind::Error:
            if (m_state == LoadState::Failed || m_state == LoadState::Unavailable)
                Q_EMIT retryRequested();
            else
                refresh();
            break;
        default:
            m_add->trigger();
        }
    });
    connect(m_overlay, &StateOverlay::secondTriggered, this, &PermissionsPane::refresh);
    connect(m_messages, &MessageBar::actionTriggered, this, [this](const QString &key) {
        m_messages->dismiss(key);
        if (key == keyKey) {
            Q_EMIT profileRequested();
        } else if (key == loadKey) {
            const QList<PermissionsModel::Checkpoint> all = m_model->checkpoints();
            for (const PermissionsModel::Checkpoint &checkpoint : all) {
                if (m_loader->stateOf(checkpoint.model) == PermissionsLoader::State::Failed)
                    m_loader->refresh(checkpoint.model);
            }
        }
    });
}

void PermissionsPane::showColumns()
{
    const QList<ColumnInfo> &columns = m_model->columns();
    for (int column = 0; column < columns.size(); ++column)
        m_grid->setColumnWidth(column, columns.at(column).width);
    m_fitted = m_grid->columnWidth(PermissionsModel::Project);
    fitProjects();
    m_grid->placeFrozen();
}

void PermissionsPane::fitProjects()
{
    if (m_fitted < 0 || m_grid->columnWidth(PermissionsModel::Project) != m_fitted)
        return;
    const int own = m_model->columns().first().width;
    int others = 0;
    for (int column = PermissionsModel::FirstCheckpoint; column < m_model->columnCount(); ++column)
        others += m_grid->columnWidth(column);
    m_fitted = std::clamp(m_grid->viewport()->width() - others, std::min(narrowProject, own), own);
    m_grid->setColumnWidth(PermissionsModel::Project, m_fitted);
    m_fitted = m_grid->columnWidth(PermissionsModel::Project);
    m_grid->placeFrozen();
}

void PermissionsPane::setJob(const FineTuningJob &job)
{
    const bool isSame = job.id == m_job.id;
    m_job = job;
    if (!isSame)
        m_messages->dismiss();
    setCheckpoints(isSame ? m_checkpoints : QList<FineTuningCheckpoint>(), isSame ? m_state : LoadState::Idle,
                   isSame ? m_error : ApiError());
}

void PermissionsPane::setCheckpoints(const QList<FineTuningCheckpoint> &checkpoints, LoadState state,
                                     const ApiError &error)
{
    m_checkpoints = checkpoints;
    m_state = state;
    m_error = error;
    std::sort(m_checkpoints.begin(), m_checkpoints.end(),
              [](const FineTuningCheckpoint &left, const FineTuningCheckpoint &right) {
                  return left.step.value_or(0) < right.step.value_or(0);
              });
    QList<PermissionsModel::Checkpoint> columns;
    QStringList models;
    for (const FineTuningCheckpoint &checkpoint : std::as_const(m_checkpoints)) {
        if (checkpoint.model.isEmpty() || checkpoint.model == m_job.fineTunedModel ||
            models.contains(checkpoint.model))
            continue;
        models << checkpoint.model;
        columns.append({checkpoint.model, checkpoint.step
                                              ? tr("Step %1").arg(format::number(*checkpoint.step))
                                              : CheckpointsModel::shortModel(checkpoint.model)});
    }
    if (!m_job.fineTunedModel.isEmpty()) {
        models << m_job.fineTunedModel;
        columns.append({m_job.fineTunedModel, tr("Final model")});
    }
    m_loader->setCheckpoints(models);
    m_model->setCheckpoints(columns);
    load();
    showState();
}

void PermissionsPane::clear()
{
    m_job = {};
    m_messages->dismiss();
    setCheckpoints({}, LoadState::Idle, {});
}

void PermissionsPane::focusContent()
{
    if (m_overlay->kind() != StateOverlay::Kind::None && m_overlay->actionButton()->isVisible())
        m_overlay->actionButton()->setFocus(Qt::OtherFocusReason);
    else
        m_grid->setFocus(Qt::OtherFocusReason);
}

QList<QAction *> PermissionsPane::ownActions() const
{
    return {m_grant, m_revoke, nullptr, m_add, m_copy, m_export, nullptr, m_refresh};
}

QString PermissionsPane::runningWork() const
{
    return m_jobs->runningWork();
}

void PermissionsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    load();
}

void PermissionsPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitProjects();
}

void PermissionsPane::load()
{
    if (isVisible() && m_context.session.hasAdminKey())
        m_loader->loadMissing();
}

void PermissionsPane::refresh()
{
    if (!m_context.session.hasAdminKey())
        return;
    m_model->forgetFailures();
    m_loader->refresh();
}

ApiError PermissionsPane::refusal() const
{
    for (const PermissionsModel::Checkpoint &checkpoint : m_model->checkpoints()) {
        const ApiError error = m_loader->errorOf(checkpoint.model);
        if (error.kind == ApiError::Kind::Unauthorized || error.kind == ApiError::Kind::Forbidden)
            return error;
    }
    return {};
}

} // namespace odc

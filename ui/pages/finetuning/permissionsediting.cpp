// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does in the permissions pane.
#include "permissionspane.h"

#include "api/session.h"
#include "base/format.h"
#include "finetuning/permissionjobs.h"
#include "finetuning/permissionsloader.h"
#include "lists/filterproxy.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/pages/finetuning/projectdialog.h"
#include "ui/pages/jobstrips.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

QList<PermissionsPane::Target> PermissionsPane::targets() const
{
    QList<Target> found;
    QSet<std::pair<int, int>> seen;
    const auto add = [&](int row, int column) {
        const PermissionsModel::Checkpoint *checkpoint = m_model->checkpointAt(column);
        if (!checkpoint || seen.contains({row, column}))
            return;
        seen.insert({row, column});
        Target target{*checkpoint, m_model->rowId(row), m_model->cellAt(row, column), {}};
        const QList<CheckpointPermission> permissions = m_model->permissionsAt(row, column);
        for (const CheckpointPermission &permission : permissions)
            target.permissionIds << permission.id;
        found.append(target);
    };
    const QModelIndexList cells = m_grid->selectedCells();
    for (const QModelIndex &cell : cells) {
        const int row = m_proxy->sourceRow(cell);
        const bool isProject = cell.column() == PermissionsModel::Project;
        const int first = isProject ? int(PermissionsModel::FirstCheckpoint) : cell.column();
        const int last = isProject ? m_model->columnCount() - 1 : cell.column();
        for (int column = first; column <= last; ++column)
            add(row, column);
    }
    return found;
}

bool PermissionsPane::canGrant(const Target &target)
{
    return target.cell == PermissionsModel::Cell::NotGranted ||
           target.cell == PermissionsModel::Cell::GrantFailed;
}

bool PermissionsPane::canRevoke(const Target &target)
{
    return target.cell == PermissionsModel::Cell::Granted ||
           target.cell == PermissionsModel::Cell::RevokeFailed;
}

void PermissionsPane::toggle()
{
    // Cells that differ become alike, by what takes nothing away.
    if (m_grant->isEnabled())
        m_grant->trigger();
    else if (m_revoke->isEnabled())
        m_revoke->trigger();
}

void PermissionsPane::grant()
{
    QList<Target> granted = targets();
    granted.removeIf([](const Target &target) { return !canGrant(target); });
    if (granted.size() < 2) { // one cell is meant as it is seen
        startGranting(granted);
        return;
    }
    const int count = int(granted.size());
    const bool production = m_context.profile.production;
    ConfirmDialog::Question question;
    question.title = production ? tr("Grant %Ln permission(s) of PRODUCTION?", nullptr, count)
                                : tr("Grant %Ln permission(s)?", nullptr, count);
    question.introduction =
        tr("These projects can use the models of these checkpoints from then on.") + u' ' + ofJob();
    question.things = namesOf(granted);
    question.consequence = tr("It can be revoked at any time.");
    question.confirm = tr("Grant %Ln", nullptr, count);
    question.alwaysTyped = production;
    question.harmless = true;
    auto *dialog = new ConfirmDialog(m_context.shell.theme, question, this);
    connect(dialog, &QDialog::accepted, this, [this, granted] { startGranting(granted); });
    dialog->open();
}

QString PermissionsPane::ofJob() const
{
    const QString title = m_job.title();
    return tr("The job: %1.")
        .arg(format::oneLine(title == m_job.id ? m_job.id : title + u"  ·  "_s + m_job.id));
}

QStringList PermissionsPane::namesOf(const QList<Target> &targets)
{
    QStringList names;
    for (const Target &target : targets)
        names << tr("%1  ·  %2", "project, checkpoint").arg(target.projectId, target.checkpoint.title);
    return names;
}

void PermissionsPane::startGranting(const QList<Target> &meant)
{
    QList<GrantPermissionsJob::Grant> grants;
    for (const PermissionsModel::Checkpoint &checkpoint : m_model->checkpoints()) {
        GrantPermissionsJob::Grant grant{checkpoint.model, checkpoint.title, {}};
        for (const Target &target : meant) {
            if (target.checkpoint == checkpoint)
                grant.projectIds << target.projectId;
        }
        if (!grant.projectIds.isEmpty())
            grants.append(grant);
    }
    if (grants.isEmpty())
        return;
    auto *job = new GrantPermissionsJob(m_context.session, grants, this);
    connect(job, &GrantPermissionsJob::granted, this,
            [this](const QString &checkpoint, const QList<CheckpointPermission> &permissions) {
                m_loader->add(checkpoint, permissions);
                for (const CheckpointPermission &permission : permissions)
                    m_model->end(checkpoint, permission.projectId);
            });
    const auto show = [this, job](int index) {
        const BulkItem &item = job->items().at(index);
        const GrantPermissionsJob::Grant &grant = job->grants().at(index);
        for (const QString &projectId : grant.projectIds) {
            if (item.state == BulkItem::State::Waiting || item.state == BulkItem::State::Running)
                m_model->begin(grant.checkpoint, projectId, true);
            else if (item.state == BulkItem::State::Failed)
                m_model->fail(grant.checkpoint, projectId, item.error);
            else
                m_model->end(grant.checkpoint, projectId);
        }
        showStateLater();
    };
    connect(job, &BulkJob::itemChanged, this, show);
    connect(job, &BulkJob::finished, this, [this, job] {
        // What went wrong may have come true all the same: the list says what is.
        for (int i = 0; i < job->total(); ++i) {
            if (job->items().at(i).state != BulkItem::State::Done)
                m_loader->refresh(job->grants().at(i).checkpoint);
        }
        showState();
    });
    for (int i = 0; i < job->total(); ++i)
        show(i);
    m_jobs->run(job, {m_job.id, m_job.title()});
}

void PermissionsPane::revoke()
{
    QList<Target> revoked = targets();
    revoked.removeIf([](const Target &target) { return !canRevoke(target); });
    if (revoked.isEmpty())
        return;
    const int count = int(revoked.size());
    const bool production = m_context.profile.production;
    ConfirmDialog::Question question;
    question.title = production ? tr("Revoke %Ln permission(s) of PRODUCTION?", nullptr, count)
                                : tr("Revoke %Ln permission(s)?", nullptr, count);
    question.introduction = count == 1
                                ? tr("The project can no longer use the model of this checkpoint.")
                                : tr("The projects can no longer use the models of these checkpoints.");
    question.introduction += u' ' + ofJob();
    question.things = namesOf(revoked);
    question.consequence =
        tr("What asks these models from there fails from then on. It can be granted again at any time.");
    question.confirm = tr("Revoke %Ln", nullptr, count);
    question.alwaysTyped = production && count > 1;
    auto *dialog = new ConfirmDialog(m_context.shell.theme, question, this);
    connect(dialog, &QDialog::accepted, this, [this, revoked] { startRevoking(revoked); });
    dialog->open();
}

void PermissionsPane::startRevoking(const QList<Target> &revoked)
{
    QList<RevokePermissionsJob::Revocation> revocations;
    for (const Target &target : revoked) {
        revocations.append(
            {target.checkpoint.model, target.projectId,
             tr("%1: %2", "checkpoint, project").arg(target.checkpoint.title, target.projectId),
             target.permissionIds});
    }
    auto *job = new RevokePermissionsJob(m_context.session, revocations, this);
    connect(job, &RevokePermissionsJob::revoked, this,
            [this](const QString &checkpoint, const QString &, const QString &permissionId) {
                m_loader->remove(checkpoint, permissionId);
            });
    const auto show = [this, job](int index) {
        const BulkItem &item = job->items().at(index);
        const RevokePermissionsJob::Revocation &revocation = job->revocations().at(index);
        if (item.state == BulkItem::State::Waiting || item.state == BulkItem::State::Running)
            m_model->begin(revocation.checkpoint, revocation.projectId, false);
        else if (item.state == BulkItem::State::Failed)
            m_model->fail(revocation.checkpoint, revocation.projectId, item.error);
        else
            m_model->end(revocation.checkpoint, revocation.projectId);
        showStateLater();
    };
    connect(job, &BulkJob::itemChanged, this, show);
    connect(job, &BulkJob::finished, this, [this, job] {
        QSet<QString> doubtful;
        for (int i = 0; i < job->total(); ++i) {
            if (job->items().at(i).state != BulkItem::State::Done)
                doubtful.insert(job->revocations().at(i).checkpoint);
        }
        for (const QString &checkpoint : std::as_const(doubtful))
            m_loader->refresh(checkpoint);
        showState();
    });
    for (int i = 0; i < job->total(); ++i)
        show(i);
    m_jobs->run(job, {m_job.id, m_job.title()});
}

void PermissionsPane::addProject()
{
    auto *dialog = new ProjectDialog(
        m_context.shell.theme, [this](const QString &id) { return m_model->rowOf(id) >= 0; }, this);
    connect(dialog, &ProjectDialog::chosen, this, [this](const QString &id) {
        m_model->addProject(id);
        const QModelIndex project =
            m_proxy->mapFromSource(m_model->index(m_model->rowOf(id), PermissionsModel::Project));
        m_grid->setFocus(Qt::OtherFocusReason);
        m_grid->setCurrentIndex(project);
    });
    dialog->open();
}

void PermissionsPane::copyProjects()
{
    QStringList ids;
    for (const Target &target : targets())
        ids << target.projectId;
    ids.removeDuplicates();
    if (!ids.isEmpty())
        QGuiApplication::clipboard()->setText(ids.join(u'\n'));
}

} // namespace odc

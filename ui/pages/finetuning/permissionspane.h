// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/finetuningevent.h"
#include "api/finetuningjob.h"
#include "base/apierror.h"
#include "lists/permissionsmodel.h"
#include "ui/context/pagecontext.h"

#include <QWidget>

class QAction;

namespace odc {

class ActionCollection;
class CellGrid;
class ElidedLabel;
class FilterProxy;
class JobStrips;
class MessageBar;
class PermissionsLoader;
class StateOverlay;

/// Who may use the checkpoints of a job: a grid of projects and checkpoints in which use is granted and
/// revoked. Needs the admin key of the profile, and says so where there is none. It reads the permissions
/// itself once it is seen.
class PermissionsPane final : public QWidget
{
    Q_OBJECT
public:
    explicit PermissionsPane(const PageContext &context, QWidget *parent = nullptr);
    ~PermissionsPane() override;

    /// Another job; the same again keeps the place.
    void setJob(const FineTuningJob &job);
    /// All of the job's checkpoints that are known, and how their list stands with the server.
    void setCheckpoints(const QList<FineTuningCheckpoint> &checkpoints, LoadState state,
                        const ApiError &error);
    void clear();
    void focusContent();
    /// For the Object menu, null between groups.
    QList<QAction *> ownActions() const;
    /// "Granting 1 of 3": what would be stopped now; empty when nothing runs.
    QString runningWork() const;
    /// Reads all permissions anew.
    void refresh();

    const PermissionsModel &model() const { return *m_model; }

Q_SIGNALS:
    /// The list of checkpoints is to be asked for once more.
    void retryRequested();
    /// The person wants to change the open profile.
    void profileRequested();
    /// A job ended; `headline` says how.
    void jobEnded(const QString &headline, qint64 tookMs);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// A project and a checkpoint that are meant by the selection.
    struct Target
    {
        PermissionsModel::Checkpoint checkpoint;
        QString projectId;
        PermissionsModel::Cell cell = PermissionsModel::Cell::Unread;
        QStringList permissionIds;
    };

    void buildActions();
    void buildLayout();
    void connectGrid();
    void showColumns();
    /// The column of projects gives of its width what the checkpoints need, unless the person chose one.
    void fitProjects();
    void load();
    QString readOnlyReason() const;
    /// What the service says when the key is no admin key; kind None: it said no such thing.
    ApiError refusal() const;
    void showState();
    /// Once a turn: jobs and lists speak of a thousand cells one by one, and each time all of them count.
    void showStateLater();
    void showTrouble();
    void showActions();
    /// In the selection; the cell of a project means all of its row.
    QList<Target> targets() const;
    static bool canGrant(const Target &target);
    static bool canRevoke(const Target &target);
    /// "The job: support-v14 · ftjob-9", for questions.
    QString ofJob() const;
    static QStringList namesOf(const QList<Target> &targets);
    void toggle();
    void grant();
    void startGranting(const QList<Target> &meant);
    void revoke();
    void startRevoking(const QList<Target> &revoked);
    void addProject();
    void copyProjects();

    PageContext m_context;
    PermissionsLoader *m_loader;
    PermissionsModel *m_model;
    FilterProxy *m_proxy;
    ActionCollection *m_actions;
    FineTuningJob m_job;
    QList<FineTuningCheckpoint> m_checkpoints;
    LoadState m_state = LoadState::Idle;
    ApiError m_error;
    ElidedLabel *m_summary = nullptr;
    MessageBar *m_messages = nullptr;
    CellGrid *m_grid = nullptr;
    StateOverlay *m_overlay = nullptr;
    JobStrips *m_jobs = nullptr;
    QAction *m_grant = nullptr;
    QAction *m_revoke = nullptr;
    QAction *m_add = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_export = nullptr;
    QAction *m_refresh = nullptr;
    bool m_stateDue = false;
    int m_fitted = -1; ///< width that the column of projects was given
};

} // namespace odc

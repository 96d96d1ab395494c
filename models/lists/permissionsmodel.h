// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/finetuningevent.h"
#include "lists/exportrows.h"
#include "lists/rowmodelbase.h"

#include <QHash>
#include <QPair>
#include <QStringList>

namespace odc {

class PermissionsLoader;

/// Which project may use which checkpoint: a row for each project that was seen in any permission or was
/// added by hand, a column for each checkpoint. Projects stay when the checkpoints become those of another
/// job: who got the last model may get the next.
class PermissionsModel final : public RowModelBase
{
    Q_OBJECT
public:
    enum Column { Project, FirstCheckpoint };
    enum class Cell {
        Unread,  ///< its list is not there yet
        Unknown, ///< its list could not be read
        NotGranted,
        Granted,
        Granting,
        Revoking,
        GrantFailed, ///< the project may not use it, as far as is known
        RevokeFailed ///< the project still may, as far as is known
    };
    struct Checkpoint
    {
        QString model;
        QString title; ///< "Step 1,200", translated
        friend bool operator==(const Checkpoint &, const Checkpoint &) = default;
    };

    /// The loader must outlive the model.
    explicit PermissionsModel(PermissionsLoader &loader, QObject *parent = nullptr);

    /// The columns. More of them behind those there are change nothing else; others begin the grid anew.
    void setCheckpoints(const QList<Checkpoint> &checkpoints);
    const QList<Checkpoint> &checkpoints() const { return m_checkpoints; }
    /// False when it is there already.
    bool addProject(const QString &projectId);
    /// Null of the column of projects.
    const Checkpoint *checkpointAt(int column) const;
    Cell cellAt(int row, int column) const;
    /// What lets the project use the checkpoint: one, as a rule; empty: nothing that is known of.
    QList<CheckpointPermission> permissionsAt(int row, int column) const;
    /// The rows for a file. An empty cell says "may not": a permission without a time, and what is not known,
    /// say so.
    ExportData statesOf(const QList<int> &rows) const;
    /// Projects that may use at least one of the checkpoints.
    int grantedProjects() const;

    // What is under way. Cells are named by what they mean: rows and columns may be others by the time it
    // ends.
    void begin(const QString &checkpoint, const QString &projectId, bool granting);
    void end(const QString &checkpoint, const QString &projectId);
    void fail(const QString &checkpoint, const QString &projectId, const ApiError &error);
    /// What failed before is no more shown as that.
    void forgetFailures();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QString rowId(int row) const override;
    int rowOf(const QString &id) const override;
    QJsonObject rowJson(int row) const override;
    QVariant rawValue(int row, int column) const override;
    int compareRows(int column, int left, int right) const override;

private:
    struct Change
    {
        bool granting = false;
        bool failed = false;
        ApiError error;
    };
    using Key = QPair<QString, QString>; ///< model name of the checkpoint, project

    void take(const QString &checkpoint);
    void touch(const Key &key);
    QString text(int row, int column) const;
    QString spoken(int row, int column) const;
    QString toolTip(int row, int column) const;

    PermissionsLoader &m_loader;
    QList<Checkpoint> m_checkpoints;
    QStringList m_projects;
    QHash<QString, int> m_rowOf;
    QHash<Key, QList<CheckpointPermission>> m_granted;
    QHash<Key, Change> m_changes;
};

} // namespace odc

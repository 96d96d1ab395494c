// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/vectorstore.h"
#include "transfers/bulkjob.h"

#include <QHash>
#include <QSet>

namespace odc {

class Session;
class StoreDeletionPlan;

/// Deletes stores, then files. Files that are to go because no other store uses them are looked at once more
/// when the stores are gone: one that is in use now, or may be, is left out. What is already gone counts as
/// done.
class StoreDeletionJob final : public BulkJob
{
    Q_OBJECT
public:
    struct Thing
    {
        QString id;
        QString title;
    };
    /// `orphans` go with their stores; `files` were chosen by themselves, and go whoever uses them.
    StoreDeletionJob(Session &session, const QList<Thing> &stores, const QList<Thing> &orphans,
                     const QList<Thing> &files, QObject *parent = nullptr);
    ~StoreDeletionJob() override;

    QSet<QString> deletedStores() const { return m_deletedStores; }
    QSet<QString> deletedFiles() const { return m_deletedFiles; }

Q_SIGNALS:
    void storeRemoved(const QString &id);
    void fileRemoved(const QString &id);

protected:
    void run(int index) override;
    Abandoned abandon(int index) override;

private:
    bool isStore(int index) const { return index < m_stores; }
    bool isOrphan(int index) const { return index >= m_stores && index < m_stores + m_orphans; }
    void removeStore(int index);
    void removeFile(int index);
    /// Files wait for the stores, and for what is found out of them.
    void release();
    void lookAtUse();
    void endWait();

    Session &m_session;
    int m_stores;
    int m_orphans;
    QHash<int, Call> m_calls;
    QList<int> m_waiting;
    StoreDeletionPlan *m_use;
    bool m_hasLooked = false; ///< since the job was started
    QSet<QString> m_deletedStores;
    QSet<QString> m_deletedFiles;
};

/// Takes files out of stores; the files themselves stay. One that is not in there any more counts as done.
class DetachFilesJob final : public BulkJob
{
    Q_OBJECT
public:
    struct Thing
    {
        QString storeId;
        QString fileId;
        QString title;
    };
    DetachFilesJob(Session &session, const QList<Thing> &things, QObject *parent = nullptr);

    /// By store.
    QHash<QString, QSet<QString>> detached() const { return m_detached; }

Q_SIGNALS:
    void removed(const QString &storeId, const QString &fileId);

protected:
    void run(int index) override;
    Abandoned abandon(int index) override;

private:
    Session &m_session;
    QList<Thing> m_things;
    QHash<int, Call> m_calls;
    QHash<QString, QSet<QString>> m_detached;
};

} // namespace odc

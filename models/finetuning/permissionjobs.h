// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/finetuningevent.h"
#include "api/pager.h"
#include "transfers/bulkjob.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <memory>

namespace odc {

class Session;

/// Lets projects use checkpoints, with one call for each checkpoint. Such a call is never sent a second time
/// while it may have arrived: its list of permissions is read first, and only who is not in there is asked
/// for. GUI thread.
class GrantPermissionsJob final : public BulkJob
{
    Q_OBJECT
public:
    struct Grant
    {
        QString checkpoint; ///< its model name
        QString title;      ///< what people call it
        QStringList projectIds;
    };
    GrantPermissionsJob(Session &session, const QList<Grant> &grants, QObject *parent = nullptr);

    const QList<Grant> &grants() const { return m_grants; }

Q_SIGNALS:
    /// These projects may use it now.
    void granted(const QString &checkpoint, const QList<odc::CheckpointPermission> &permissions);

protected:
    void run(int index) override;
    Abandoned abandon(int index) override;

private:
    void send(int index, const QStringList &projectIds);
    /// Reads the list, and judges by it. `lost` is the answer that did not come; of kind None: nothing was
    /// sent in this run yet, and what is missing is asked for.
    void look(int index, const ApiError &lost);
    void judge(int index, const ApiError &lost, const QList<CheckpointPermission> &there);

    Session &m_session;
    QList<Grant> m_grants;
    QHash<int, Call> m_calls;
    QHash<int, std::shared_ptr<Pager<CheckpointPermission>>> m_lists;
    QSet<int> m_unsure; ///< sent once, and it is not known what came of it
};

/// Takes permissions away, one by one. One that is not found counts as gone when the list does not name the
/// project any more: a service, or what stands before it, that does not know the call answers the same.
class RevokePermissionsJob final : public BulkJob
{
    Q_OBJECT
public:
    struct Revocation
    {
        QString checkpoint; ///< its model name
        QString projectId;
        QString title;             ///< project and checkpoint, as people call them
        QStringList permissionIds; ///< one, as a rule
    };
    RevokePermissionsJob(Session &session, const QList<Revocation> &revocations, QObject *parent = nullptr);

    const QList<Revocation> &revocations() const { return m_revocations; }

Q_SIGNALS:
    void revoked(const QString &checkpoint, const QString &projectId, const QString &permissionId);

protected:
    void run(int index) override;
    Abandoned abandon(int index) override;

private:
    void removeNext(int index, const QStringList &notFound);
    void prove(int index);
    void gone(int index, const QString &permissionId);

    Session &m_session;
    QList<Revocation> m_revocations; ///< with the permissions that are left
    QHash<int, Call> m_calls;
    QHash<int, std::shared_ptr<Pager<CheckpointPermission>>> m_lists;
};

} // namespace odc

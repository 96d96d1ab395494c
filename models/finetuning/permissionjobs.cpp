// SPDX-License-Identifier: GPL-3.0-or-later
#include "permissionjobs.h"

#include "api/session.h"
#include "finetuning/permissionsloader.h"

#include <QTimer>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int callsAtOnce = 4;
constexpr int pageSize = 100;

/// The answer did not say what came of it.
bool mayHaveArrived(const ApiError &error)
{
    return error.kind == ApiError::Kind::OutcomeUnknown;
}

/// All permissions of a checkpoint, told in a turn of its own: the pager may go then.
void readList(Session &session, const QString &checkpoint, Pager<CheckpointPermission> &pager, QObject *owner,
              std::function<void(const Result<QList<CheckpointPermission>> &)> done)
{
    auto there = std::make_shared<QList<CheckpointPermission>>();
    const auto later = [owner, done = std::move(done)](const Result<QList<CheckpointPermission>> &result) {
        QTimer::singleShot(0, owner, [done, result] { done(result); });
    };
    Pager<CheckpointPermission>::Events events;
    events.page = [there](const QList<CheckpointPermission> &items) { *there += items; };
    events.finished = [there, later, &pager] {
        // What is missing from a list that was cut short may be there all the same.
        if (pager.isWhole())
            later(*there);
        else
            later(failure(ApiError::make(ApiError::Kind::BadResponse, PermissionsLoader::cutShort())));
    };
    events.failed = [later](const ApiError &error) { later(failure(error)); };
    pager.start(
        [&session, checkpoint, owner](const QString &after,
                                      std::function<void(Result<Page<CheckpointPermission>>)> take) {
            PermissionListQuery query;
            query.limit = pageSize;
            query.after = after;
            query.order = u"ascending"_s;
            return session.fineTuning().listPermissions(checkpoint, query, owner, std::move(take));
        },
        std::move(events));
}

} // namespace

GrantPermissionsJob::GrantPermissionsJob(Session &session, const QList<Grant> &grants, QObject *parent)
    : BulkJob(Kind::Grant, callsAtOnce, session.clock(), parent), m_session(session), m_grants(grants)
{
    for (const Grant &grant : grants) {
        BulkItem item;
        item.id = grant.checkpoint;
        item.title = tr("%1: %2", "checkpoint, projects").arg(grant.title, grant.projectIds.join(u", "_s));
        addItem(item);
    }
}

void GrantPermissionsJob::run(int index)
{
    if (m_unsure.contains(index))
        look(index, {});
    else
        send(index, m_grants.at(index).projectIds);
}

void GrantPermissionsJob::send(int index, const QStringList &projectIds)
{
    const QString checkpoint = m_grants.at(index).checkpoint;
    m_unsure.insert(index); // until there is an answer
    m_calls.insert(
        index, m_session.fineTuning().createPermissions(
                   checkpoint, projectIds, this,
                   [this, index, checkpoint, projectIds](const Result<Page<CheckpointPermission>> &result) {
                       m_calls.remove(index);
                       if (!result) {
                           if (mayHaveArrived(result.error())) {
                               look(index, result.error());
                           } else {
                               m_unsure.remove(index);
                               fail(index, result.error());
                           }
                           return;
                       }
                       const bool isWhole =
                           std::all_of(projectIds.begin(), projectIds.end(), [&](const QString &projectId) {
                               return std::any_of(result->items.begin(), result->items.end(),
                                                  [&](const CheckpointPermission &permission) {
                                                      return permission.projectId == projectId;
                                                  });
                           });
                       Q_EMIT granted(checkpoint, result->items);
                       if (isWhole) {
                           m_unsure.remove(index);
                           succeed(index);
                       } else { // it may name only those that are new to it
                           look(index, ApiError::make(ApiError::Kind::BadResponse,
                                                      tr("The answer does not name every project")));
                       }
                   }));
}

void GrantPermissionsJob::look(int index, const ApiError &lost)
{
    const QString checkpoint = m_grants.at(index).checkpoint;
    auto pager = std::make_shared<Pager<CheckpointPermission>>();
    m_lists.insert(index, pager);
    readList(m_session, checkpoint, *pager, this,
             [this, index, lost](const Result<QList<CheckpointPermission>> &there) {
                 if (!m_lists.remove(index))
                     return; // stopped meanwhile
                 if (there)
                     judge(index, lost, *there);
                 else
                     fail(index, lost.kind == ApiError::Kind::None ? there.error() : lost);
             });
}

void GrantPermissionsJob::judge(int index, const ApiError &lost, const QList<CheckpointPermission> &there)
{
    const Grant &grant = m_grants.at(index);
    QList<CheckpointPermission> found;
    QStringList missing = grant.projectIds;
    for (const CheckpointPermission &permission : there) {
        if (grant.projectIds.contains(permission.projectId)) {
            found.append(permission);
            missing.removeAll(permission.projectId);
        }
    }
    if (!found.isEmpty())
        Q_EMIT granted(grant.checkpoint, found);
    if (missing.isEmpty()) {
        m_unsure.remove(index);
        succeed(index, {}, tr("the list of permissions has it"));
    } else if (lost.kind == ApiError::Kind::None) {
        send(index, missing);
    } else {
        fail(index, lost); // not there, or not yet: whether it is asked for again is for a person to say
    }
}

BulkJob::Abandoned GrantPermissionsJob::abandon(int index)
{
    m_calls.take(index).cancel();
    if (const auto pager = m_lists.take(index))
        pager->stop();
    return Abandoned::Dropped; // going on looks into the list first
}

RevokePermissionsJob::RevokePermissionsJob(Session &session, const QList<Revocation> &revocations,
                                           QObject *parent)
    : BulkJob(Kind::Revoke, callsAtOnce, session.clock(), parent), m_session(session),
      m_revocations(revocations)
{
    for (const Revocation &revocation : revocations) {
        BulkItem item;
        item.id = revocation.checkpoint + u' ' + revocation.projectId;
        item.title = revocation.title;
        addItem(item);
    }
}

void RevokePermissionsJob::run(int index)
{
    removeNext(index, {});
}

void RevokePermissionsJob::removeNext(int index, const QStringList &notFound)
{
    const Revocation &revocation = m_revocations.at(index);
    const auto next =
        std::find_if(revocation.permissionIds.begin(), revocation.permissionIds.end(),
                     [&](const QString &permissionId) { return !notFound.contains(permissionId); });
    if (next == revocation.permissionIds.end()) {
        if (notFound.isEmpty())
            succeed(index);
        else
            prove(index);
        return;
    }
    const QString permissionId = *next;
    m_calls.insert(index, m_session.fineTuning().removePermission(
                              revocation.checkpoint, permissionId, this,
                              [this, index, permissionId, notFound](const Result<bool> &result) {
                                  m_calls.remove(index);
                                  if (!result) {
                                      fail(index, result.error());
                                  } else if (*result) {
                                      gone(index, permissionId);
                                      removeNext(index, notFound);
                                  } else {
                                      removeNext(index, notFound + QStringList{permissionId});
                                  }
                              }));
}

void RevokePermissionsJob::gone(int index, const QString &permissionId)
{
    Revocation &revocation = m_revocations[index];
    revocation.permissionIds.removeAll(permissionId);
    Q_EMIT revoked(revocation.checkpoint, revocation.projectId, permissionId);
}

void RevokePermissionsJob::prove(int index)
{
    auto pager = std::make_shared<Pager<CheckpointPermission>>();
    m_lists.insert(index, pager);
    readList(m_session, m_revocations.at(index).checkpoint, *pager, this,
             [this, index](const Result<QList<CheckpointPermission>> &there) {
                 if (!m_lists.remove(index))
                     return; // stopped meanwhile
                 if (!there) {
                     fail(index, there.error());
                     return;
                 }
                 const QStringList asked = m_revocations.at(index).permissionIds;
                 for (const QString &permissionId : asked)
                     gone(index, permissionId);
                 for (const CheckpointPermission &permission : *there) {
                     if (permission.projectId == m_revocations.at(index).projectId)
                         m_revocations[index].permissionIds << permission.id;
                 }
                 if (m_revocations.at(index).permissionIds.isEmpty())
                     succeed(index, {}, tr("was already revoked"));
                 else
                     fail(index, ApiError::make(ApiError::Kind::Conflict,
                                                tr("The permission was not there any more, but the project "
                                                   "is still in the list of those who may use it")));
             });
}

BulkJob::Abandoned RevokePermissionsJob::abandon(int index)
{
    m_calls.take(index).cancel();
    if (const auto pager = m_lists.take(index))
        pager->stop();
    return Abandoned::Dropped; // if it is gone after all, going on finds it so
}

} // namespace odc

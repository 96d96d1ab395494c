// SPDX-License-Identifier: GPL-3.0-or-later
#include "permissionjobs.h"

#include "api/session.h"

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
    auto there = std::make_shared<QList<CheckpointPermission>>();
    // The pager goes in a turn of its own: it is still at work when it tells of its end.
    const auto later = [this, index](std::function<void()> action) {
        QTimer::singleShot(0, this, [this, index, action = std::move(action)] {
            if (m_lists.remove(index)) // else stopped meanwhile
                action();
        });
    };
    Pager<CheckpointPermission>::Events events;
    events.page = [there](const QList<CheckpointPermission> &items) { *there += items; };
    events.finished = [this, index, lost, there, later] {
        later([this, index, lost, there] { judge(index, lost, *there); });
    };
    events.failed = [this, index, lost, later](const ApiError &error) {
        later([this, index, lost, error] { fail(index, lost.kind == ApiError::Kind::None ? error : lost); });
    };
    pager->start(
        [this, checkpoint](const QString &after,
                           std::function<void(Result<Page<CheckpointPermission>>)> done) {
            PermissionListQuery query;
            query.limit = pageSize;
            query.after = after;
            query.order = u"ascending"_s;
            return m_session.fineTuning().listPermissions(checkpoint, query, this, std::move(done));
        },
        std::move(events));
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
    removeNext(index, false);
}

void RevokePermissionsJob::removeNext(int index, bool anyNow)
{
    const Revocation &revocation = m_revocations.at(index);
    if (revocation.permissionIds.isEmpty()) {
        succeed(index, {}, anyNow ? QString() : tr("was already revoked"));
        return;
    }
    const QString permissionId = revocation.permissionIds.first();
    m_calls.insert(index, m_session.fineTuning().removePermission(
                              revocation.checkpoint, permissionId, this,
                              [this, index, permissionId, anyNow](const Result<bool> &result) {
                                  m_calls.remove(index);
                                  if (!result) {
                                      fail(index, result.error());
                                      return;
                                  }
                                  Revocation &done = m_revocations[index];
                                  done.permissionIds.removeAll(permissionId);
                                  Q_EMIT revoked(done.checkpoint, done.projectId, permissionId);
                                  removeNext(index, anyNow || *result);
                              }));
}

BulkJob::Abandoned RevokePermissionsJob::abandon(int index)
{
    m_calls.take(index).cancel();
    return Abandoned::Dropped; // if it is gone after all, going on finds it so
}

} // namespace odc

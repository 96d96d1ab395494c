// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/finetuningevent.h"
#include "api/finetuningjob.h"
#include "api/page.h"
#include "base/call.h"
#include "base/result.h"

#include <functional>
#include <optional>

class QObject;

namespace odc {

class RequestQueue;

/// Parameters of the lists of jobs, events and checkpoints; unset ones are not sent. None has an order: newest first.
struct FineTuningListQuery
{
    int limit = 0; ///< 1..100, 0 = the server's default: 20, of checkpoints 10
    QString after;
    QJsonObject metadata; ///< jobs only: those that carry all of these pairs
    bool background = false; ///< stands back behind what a person waits for
};

struct PermissionListQuery
{
    int limit = 0; ///< 1..100, 0 = the server's default: 10
    QString after;
    QString projectId; ///< only of this project
    QString order;     ///< "ascending" or "descending"
    bool background = false;
};

/// The nine operations on /fine_tuning (WIRE §2, 42-50), with pause and resume. Callbacks as in RequestQueue::send; long
/// pages are parsed on the pool. What creates, starts or ends something goes out exactly once; a lost answer is
/// OutcomeUnknown. The three operations on permissions carry the admin key and nothing else does; without one they fail
/// with NoKey before anything is sent. GUI thread.
class FineTuningApi
{
public:
    explicit FineTuningApi(RequestQueue &queue);

    /// `body`: model, training_file, validation_file, suffix, seed, method, integrations, metadata.
    Call create(const QJsonObject &body, QObject *owner, std::function<void(Result<FineTuningJob>)> done);
    Call list(const FineTuningListQuery &query, QObject *owner, std::function<void(Result<Page<FineTuningJob>>)> done);
    Call retrieve(const QString &jobId, QObject *owner, std::function<void(Result<FineTuningJob>)> done);
    Call cancel(const QString &jobId, QObject *owner, std::function<void(Result<FineTuningJob>)> done);
    Call pause(const QString &jobId, QObject *owner, std::function<void(Result<FineTuningJob>)> done);
    Call resume(const QString &jobId, QObject *owner, std::function<void(Result<FineTuningJob>)> done);
    Call listEvents(const QString &jobId, const FineTuningListQuery &query, QObject *owner,
                    std::function<void(Result<Page<FineTuningEvent>>)> done);
    Call listCheckpoints(const QString &jobId, const FineTuningListQuery &query, QObject *owner,
                         std::function<void(Result<Page<FineTuningCheckpoint>>)> done);

    // `checkpoint`: its model name, `fine_tuned_model_checkpoint`.
    /// The answer holds what was created, one for each project.
    Call createPermissions(const QString &checkpoint, const QStringList &projectIds, QObject *owner,
                           std::function<void(Result<Page<CheckpointPermission>>)> done);
    Call listPermissions(const QString &checkpoint, const PermissionListQuery &query, QObject *owner,
                         std::function<void(Result<Page<CheckpointPermission>>)> done);
    /// True: revoked now; false: it was already gone.
    Call removePermission(const QString &checkpoint, const QString &permissionId, QObject *owner,
                          std::function<void(Result<bool>)> done);

    // Below the base URL; empty, which the queue refuses, when an id cannot be part of a path.
    static QString path(const QString &jobId);
    static QString permissionsPath(const QString &checkpoint);

private:
    Call act(const QString &jobId, QLatin1StringView verb, QObject *owner,
             std::function<void(Result<FineTuningJob>)> done);

    RequestQueue &m_queue;
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "finetuningapi.h"

#include "api/answers.h"
#include "api/requests.h"

#include <QJsonArray>

namespace odc {

using namespace Qt::StringLiterals;
using requests::listing;
using requests::posting;

FineTuningApi::FineTuningApi(RequestQueue &queue) : m_queue(queue) {}

QString FineTuningApi::path(const QString &jobId)
{
    return answers::below(u"/fine_tuning"_s, "/jobs/"_L1, jobId);
}

QString FineTuningApi::permissionsPath(const QString &checkpoint)
{
    return answers::inside(answers::below(u"/fine_tuning"_s, "/checkpoints/"_L1, checkpoint), "/permissions"_L1);
}

Call FineTuningApi::create(const QJsonObject &body, QObject *owner, std::function<void(Result<FineTuningJob>)> done)
{
    return answers::sendForObject<FineTuningJob>(m_queue, posting(u"/fine_tuning/jobs"_s, Effect::Creates, body), owner, std::move(done));
}

Call FineTuningApi::list(const FineTuningListQuery &query, QObject *owner,
                         std::function<void(Result<Page<FineTuningJob>>)> done)
{
    ApiRequest request = listing(u"/fine_tuning/jobs"_s, query);
    for (auto it = query.metadata.constBegin(); it != query.metadata.constEnd(); ++it)
        request.query.append({u"metadata["_s + it.key() + u']', it.value().toVariant().toString()});
    return answers::sendForPage<FineTuningJob>(m_queue, std::move(request), owner, std::move(done));
}

Call FineTuningApi::retrieve(const QString &jobId, QObject *owner, std::function<void(Result<FineTuningJob>)> done)
{
    return answers::sendForObject<FineTuningJob>(m_queue, requests::reading(path(jobId)), owner, std::move(done));
}

Call FineTuningApi::act(const QString &jobId, QLatin1StringView verb, QObject *owner,
                        std::function<void(Result<FineTuningJob>)> done)
{
    return answers::sendForObject<FineTuningJob>(m_queue, posting(answers::inside(path(jobId), verb), Effect::Changes),
                                                 owner, std::move(done));
}

Call FineTuningApi::cancel(const QString &jobId, QObject *owner, std::function<void(Result<FineTuningJob>)> done)
{
    return act(jobId, "/cancel"_L1, owner, std::move(done));
}

Call FineTuningApi::pause(const QString &jobId, QObject *owner, std::function<void(Result<FineTuningJob>)> done)
{
    return act(jobId, "/pause"_L1, owner, std::move(done));
}

Call FineTuningApi::resume(const QString &jobId, QObject *owner, std::function<void(Result<FineTuningJob>)> done)
{
    return act(jobId, "/resume"_L1, owner, std::move(done));
}

Call FineTuningApi::listEvents(const QString &jobId, const FineTuningListQuery &query, QObject *owner,
                               std::function<void(Result<Page<FineTuningEvent>>)> done)
{
    return answers::sendForPage<FineTuningEvent>(m_queue, listing(answers::inside(path(jobId), "/events"_L1), query),
                                                 owner, std::move(done));
}

Call FineTuningApi::listCheckpoints(const QString &jobId, const FineTuningListQuery &query, QObject *owner,
                                    std::function<void(Result<Page<FineTuningCheckpoint>>)> done)
{
    return answers::sendForPage<FineTuningCheckpoint>(
        m_queue, listing(answers::inside(path(jobId), "/checkpoints"_L1), query), owner, std::move(done));
}

Call FineTuningApi::createPermissions(const QString &checkpoint, const QStringList &projectIds, QObject *owner,
                                      std::function<void(Result<Page<CheckpointPermission>>)> done)
{
    ApiRequest request = posting(permissionsPath(checkpoint), Effect::Creates,
                                 {{u"project_ids"_s, QJsonArray::fromStringList(projectIds)}});
    request.needsAdminKey = true;
    return answers::sendForPage<CheckpointPermission>(m_queue, std::move(request), owner, std::move(done));
}

Call FineTuningApi::listPermissions(const QString &checkpoint, const PermissionListQuery &query, QObject *owner,
                                    std::function<void(Result<Page<CheckpointPermission>>)> done)
{
    ApiRequest request = listing(permissionsPath(checkpoint), query);
    request.needsAdminKey = true;
    if (!query.projectId.isEmpty())
        request.query.append({u"project_id"_s, query.projectId});
    if (!query.order.isEmpty())
        request.query.append({u"order"_s, query.order});
    return answers::sendForPage<CheckpointPermission>(m_queue, std::move(request), owner, std::move(done));
}

Call FineTuningApi::removePermission(const QString &checkpoint, const QString &permissionId, QObject *owner,
                                     std::function<void(Result<bool>)> done)
{
    ApiRequest request = requests::reading(answers::below(permissionsPath(checkpoint), "/"_L1, permissionId));
    request.needsAdminKey = true;
    return answers::sendForDeletion(m_queue, std::move(request), owner, std::move(done));
}

} // namespace odc

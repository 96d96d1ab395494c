// SPDX-License-Identifier: GPL-3.0-or-later
#include "modelsapi.h"

#include "api/answers.h"

namespace odc {

using namespace Qt::StringLiterals;

ModelObject ModelObject::fromJson(const QJsonObject &object)
{
    ModelObject model;
    model.id = json::text(object, "id"_L1);
    model.ownedBy = json::text(object, "owned_by"_L1);
    model.created = json::integer(object, "created"_L1);
    model.shutdownDate = json::text(object, "shutdown_date"_L1);
    model.raw = object;
    return model;
}

QJsonObject ModelObject::toJson() const
{
    QJsonObject object = raw;
    const auto put = [&object](QLatin1StringView key, const QString &value) {
        if (json::text(object, key) != value)
            object.insert(key, value);
    };
    put("id"_L1, id);
    put("owned_by"_L1, ownedBy);
    put("shutdown_date"_L1, shutdownDate);
    if (json::integer(object, "created"_L1) != created)
        object.insert("created"_L1, created ? QJsonValue(*created) : QJsonValue(QJsonValue::Null));
    return object;
}

ModelsApi::ModelsApi(RequestQueue &queue) : m_queue(queue) {}

Call ModelsApi::list(QObject *owner, std::function<void(Result<Page<ModelObject>>)> done)
{
    ApiRequest request;
    request.path = u"/models"_s;
    return answers::sendForPage<ModelObject>(m_queue, std::move(request), owner, std::move(done));
}

QString ModelsApi::path(const QString &modelId)
{
    return answers::below(u"/models"_s, "/"_L1, modelId);
}

Call ModelsApi::retrieve(const QString &modelId, QObject *owner, std::function<void(Result<ModelObject>)> done)
{
    ApiRequest request;
    request.path = path(modelId);
    return answers::sendForObject<ModelObject>(m_queue, std::move(request), owner, std::move(done));
}

Call ModelsApi::remove(const QString &modelId, QObject *owner, std::function<void(Result<bool>)> done)
{
    return answers::sendForDeletion(m_queue, path(modelId), owner, std::move(done));
}

} // namespace odc

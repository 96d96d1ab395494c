// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/modelsroutes.h"

#include <QJsonArray>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

struct BuiltInModel
{
    QLatin1String id;
    qint64 created;
    QLatin1String owner;
};

/** What this server answers for: its own echo, and names that requests written for the service usually carry.
 */
constexpr BuiltInModel models[] = {
    {"local-echo"_L1, 1767225600, "local"_L1},
    {"gpt-4.1-2025-04-14"_L1, 1744315746, "system"_L1},
    {"gpt-4.1-mini"_L1, 1744318173, "system"_L1},
    {"gpt-4.1-mini-2025-04-14"_L1, 1744317547, "system"_L1},
    {"gpt-4.1-nano"_L1, 1744321707, "system"_L1},
    {"gpt-4.1-nano-2025-04-14"_L1, 1744321025, "system"_L1},
    {"gpt-4o-2024-08-06"_L1, 1722814719, "system"_L1},
    {"gpt-4o-mini"_L1, 1721172741, "system"_L1},
    {"gpt-4o-mini-2024-07-18"_L1, 1721172717, "system"_L1},
    {"o4-mini-2025-04-16"_L1, 1744133506, "system"_L1},
    {"gpt-3.5-turbo-0125"_L1, 1706048358, "system"_L1},
    {"babbage-002"_L1, 1692634615, "system"_L1},
    {"davinci-002"_L1, 1692634301, "system"_L1},
    {"text-embedding-3-small"_L1, 1705948997, "system"_L1},
    {"omni-moderation-latest"_L1, 1731689265, "system"_L1},
};

QJsonObject toJson(const BuiltInModel &model)
{
    return {{u"id"_s, QString(model.id)},
            {u"object"_s, u"model"_s},
            {u"created"_s, model.created},
            {u"owned_by"_s, QString(model.owner)},
            {u"shutdown_date"_s, QJsonValue::Null}};
}

const BuiltInModel *builtIn(const QString &id)
{
    const auto found = std::find_if(std::begin(models), std::end(models),
                                    [&id](const BuiltInModel &model) { return model.id == id; });
    return found == std::end(models) ? nullptr : found;
}

ApiFault noSuchModel(const QString &id)
{
    return ApiFault::notFound(u"The model '%1' does not exist"_s.arg(id), u"model"_s, u"model_not_found"_s);
}

} // namespace

void addModelsRoutes(Router &router, const FineTuningTable &fineTuning)
{
    router.add("GET", "/v1/models", [&fineTuning](RequestContext &) {
        QJsonArray data;
        for (const BuiltInModel &model : models)
            data.append(toJson(model));
        for (const QJsonObject &model : fineTuning.models())
            data.append(model);
        return Reply::json({{u"object"_s, u"list"_s}, {u"data"_s, data}});
    });
    router.add("GET", "/v1/models/{model}", [&fineTuning](RequestContext &context) {
        const QString id = context.param(u"model"_s);
        if (const BuiltInModel *model = builtIn(id))
            return Reply::json(toJson(*model));
        if (const std::optional<QJsonObject> model = fineTuning.model(id))
            return Reply::json(*model);
        throw noSuchModel(id);
    });
    router.add("DELETE", "/v1/models/{model}", [&fineTuning](RequestContext &context) {
        const QString id = context.param(u"model"_s);
        if (builtIn(id))
            throw ApiFault::forbidden(
                u"The model '%1' cannot be deleted: only fine-tuned models of your own can."_s.arg(id),
                u"insufficient_permissions"_s);
        if (!fineTuning.removeModel(id))
            throw noSuchModel(id);
        return Reply::json({{u"id"_s, id}, {u"object"_s, u"model"_s}, {u"deleted"_s, true}});
    });
}

} // namespace odc::server

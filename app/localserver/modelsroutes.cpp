// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/modelsroutes.h"

#include <QJsonArray>

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
    {"gpt-4.1-mini"_L1, 1744318173, "system"_L1},
    {"gpt-4.1-nano"_L1, 1744321707, "system"_L1},
    {"gpt-4o-mini"_L1, 1721172741, "system"_L1},
    {"gpt-4o-mini-2024-07-18"_L1, 1721172717, "system"_L1},
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

} // namespace

void addModelsRoutes(Router &router)
{
    router.add("GET", "/v1/models", [](RequestContext &) {
        QJsonArray data;
        for (const BuiltInModel &model : models)
            data.append(toJson(model));
        return Reply::json({{u"object"_s, u"list"_s}, {u"data"_s, data}});
    });
    router.add("GET", "/v1/models/{model}", [](RequestContext &context) {
        const QString id = context.param(u"model"_s);
        for (const BuiltInModel &model : models) {
            if (model.id == id)
                return Reply::json(toJson(model));
        }
        throw ApiFault::notFound(u"The model '%1' does not exist"_s.arg(id), u"model"_s,
                                 u"model_not_found"_s);
    });
}

} // namespace odc::server

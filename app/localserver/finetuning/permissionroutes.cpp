// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/finetuning/permissionroutes.h"

#include "localserver/finetuning/finetuningbodies.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qint64 maxLimit = 100;
constexpr qint64 defaultLimit = 10;

/** The checkpoint that a request is about. Throws ApiFault 403 and 404. */
QString checkpointOf(const RequestContext &context, const FineTuningTable &table)
{
    if (context.access != Access::Admin)
        throw ApiFault::forbidden(u"You have insufficient permissions for this operation. Permissions of "
                                  "checkpoints are managed with an admin API key."_s,
                                  u"insufficient_permissions"_s);
    const QString name = context.param(u"fine_tuned_model_checkpoint"_s);
    if (!table.isCheckpoint(name))
        throw ApiFault::notFound(u"The fine-tuned model checkpoint '%1' does not exist"_s.arg(name),
                                 u"fine_tuned_model_checkpoint"_s, u"model_not_found"_s);
    return name;
}

Reply listPermissions(const RequestContext &context, const FineTuningTable &table,
                      const ArchiveExtent &extent)
{
    const QString checkpoint = checkpointOf(context, table);
    const QString descending = u"descending"_s;
    PageRequest request;
    request.limit = intParam(context, u"limit"_s, 1, maxLimit, defaultLimit);
    request.after = context.queryValue(u"after").value_or(QString());
    request.descending = enumParam(context, u"order"_s, {descending, u"ascending"_s}) == descending;
    ObjectTable::Selection selection{checkpoint, {}, ObjectTable::Order::Created};
    if (const std::optional<QString> project = context.queryValue(u"project_id"))
        selection.statuses = {*project};
    return Reply::json(
        extent.page(table.permissions().page(request, selection), u"checkpoint_permissions"_s, checkpoint)
            .toJson());
}

} // namespace

void addPermissionRoutes(Router &router, const FineTuningTable &table, const ArchiveExtent &extent)
{
    const QByteArray path = "/v1/fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions";
    router.add("POST", path, [&table](RequestContext &context) {
        const QString checkpoint = checkpointOf(context, table);
        Page made;
        for (const QJsonObject &permission :
             table.grant(checkpoint, projectsFromBody(context.readJsonObject()))) {
            made.objects.append(QJsonDocument(permission).toJson(QJsonDocument::Compact));
            made.lastId = permission[u"id"_s].toString();
            if (made.firstId.isEmpty())
                made.firstId = made.lastId;
        }
        return Reply::json(made.toJson());
    });
    router.add("GET", path, [&](RequestContext &context) { return listPermissions(context, table, extent); });
    router.add("DELETE", path + "/{permission_id}", [&table](RequestContext &context) {
        const QString checkpoint = checkpointOf(context, table);
        const QString id = context.param(u"permission_id"_s);
        if (!table.permissions().remove(checkpoint, id))
            throw ApiFault::notFound(u"No permission with the id '%1' found"_s.arg(id), u"permission_id"_s);
        return Reply::json({{u"id"_s, id}, {u"object"_s, u"checkpoint.permission"_s}, {u"deleted"_s, true}});
    });
}

} // namespace odc::server

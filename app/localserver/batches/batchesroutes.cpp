// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/batches/batchesroutes.h"

#include "localserver/batches/batchbodies.h"
#include "localserver/ids.h"

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qint64 maxLimit = 100;
constexpr qint64 defaultLimit = 20;

Reply createBatch(RequestContext &context, const BatchesTable &batches, const FilesTable &files,
                  const ServerClock &clock, BatchRunner &runner)
{
    const NewBatch made = batchFromBody(context.readJsonObject(), files, clock.now());
    BatchProgress progress;
    progress.outputId = newId("file-"_L1);
    progress.errorId = newId("file-"_L1);
    progress.lifetime = made.outputLifetime;
    batches.add(made.object, progress);
    runner.enqueue(made.object[u"id"_s].toString());
    return Reply::json(made.object);
}

Reply listBatches(const RequestContext &context, const BatchesTable &batches, const ArchiveExtent &extent)
{
    // There is one order only, newest first: a parameter for it is not known here, and passed over.
    PageRequest request;
    request.limit = intParam(context, u"limit"_s, 1, maxLimit, defaultLimit);
    request.after = context.queryValue(u"after").value_or(QString());
    return Reply::json(extent.page(batches.batches().page(request, {}), u"batches"_s, {}).toJson());
}

} // namespace

void addBatchesRoutes(Router &router, const BatchesTable &batches, const ArchiveExtent &extent,
                      const FilesTable &files, const ServerClock &clock, BatchRunner &runner)
{
    router.add("POST", "/v1/batches",
               [&](RequestContext &context) { return createBatch(context, batches, files, clock, runner); });
    router.add("GET", "/v1/batches",
               [&](RequestContext &context) { return listBatches(context, batches, extent); });
    router.add("GET", "/v1/batches/{batch_id}", [&](RequestContext &context) {
        return Reply::json(batches.batch(context.param(u"batch_id"_s)));
    });
    router.add("POST", "/v1/batches/{batch_id}/cancel", [&](RequestContext &context) {
        const QString id = context.param(u"batch_id"_s);
        const QJsonObject batch = batches.cancel(id);
        runner.wake(id);
        return Reply::json(batch);
    });
}

} // namespace odc::server

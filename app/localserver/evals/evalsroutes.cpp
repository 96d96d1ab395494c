// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/evals/evalsroutes.h"

#include "localserver/evals/evalbodies.h"
#include "localserver/ids.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qint64 maxLimit = 100;
constexpr qint64 defaultLimit = 20;

RunKey keyOf(const RequestContext &context)
{
    return {context.param(u"eval_id"_s), context.param(u"run_id"_s)};
}

PageRequest requested(const RequestContext &context)
{
    return pageRequest(context, maxLimit, defaultLimit, FirstPage::Oldest);
}

/** A query parameter out of \p allowed that may also be left out: then empty. */
QString optionalParam(const RequestContext &context, const QString &name, const QStringList &allowed)
{
    return context.queryValue(name) ? enumParam(context, name, allowed) : QString();
}

Reply createEval(RequestContext &context, const EvalsTable &evals, const ServerClock &clock)
{
    QJsonObject eval = evalFromBody(context.readJsonObject());
    eval[u"id"_s] = newId("eval_"_L1);
    eval[u"created_at"_s] = clock.now();
    evals.addEval(eval);
    return Reply::json(eval, 201);
}

Reply listEvals(const RequestContext &context, const EvalsTable &evals, const ArchiveExtent &extent)
{
    ObjectTable::Selection selection;
    if (enumParam(context, u"order_by"_s, {u"created_at"_s, u"updated_at"_s}) == "updated_at"_L1)
        selection.order = ObjectTable::Order::Updated;
    return Reply::json(extent.page(evals.evals().page(requested(context), selection), u"evals"_s, {}).toJson());
}

Reply createRun(RequestContext &context, const EvalsTable &evals, const FilesTable &files,
                const ServerClock &clock, EvalRunner &runner)
{
    RunKey key = keyOf(context);
    const QJsonObject eval = QJsonDocument::fromJson(evals.eval(key.evalId)).object();
    QJsonObject run = runFromBody(context.readJsonObject(), eval);
    const QJsonObject source = run[u"data_source"_s][u"source"_s].toObject();
    const QString fileId = source[u"id"_s].toString();
    if (source[u"type"_s].toString() == "file_id"_L1 && !files.find(fileId))
        throw ApiFault::badRequest(u"No such File object: %1"_s.arg(fileId), u"data_source.source.id"_s);
    key.runId = newId("evalrun_"_L1);
    run[u"id"_s] = key.runId;
    run[u"created_at"_s] = clock.now();
    run[u"report_url"_s] = reportUrl(key.evalId, key.runId);
    evals.addRun(run);
    runner.enqueue(key);
    return Reply::json(run, 201);
}

Reply listRuns(const RequestContext &context, const EvalsTable &evals, const ArchiveExtent &extent)
{
    const QString evalId = context.param(u"eval_id"_s);
    evals.eval(evalId);
    const QString status = optionalParam(
        context, u"status"_s, {u"queued"_s, u"in_progress"_s, u"completed"_s, u"canceled"_s, u"failed"_s});
    ObjectTable::Selection selection{evalId, {}, ObjectTable::Order::Created};
    if (!status.isEmpty())
        selection.statuses = {status};
    if (status == "canceled"_L1)
        selection.statuses.append(u"cancelled"_s); // other services write it with two
    return Reply::json(extent.page(evals.runs().page(requested(context), selection), u"runs"_s, evalId).toJson());
}

Reply listItems(const RequestContext &context, const EvalsTable &evals, const ArchiveExtent &extent)
{
    const RunKey key = keyOf(context);
    evals.run(key);
    const QString status = optionalParam(context, u"status"_s, {u"fail"_s, u"pass"_s});
    ObjectTable::Selection selection{key.itemsParent(), {}, ObjectTable::Order::Stored};
    if (!status.isEmpty())
        selection.statuses = {status, status + u"ed"_s}; // "failed" is what the service's own texts say
    return Reply::json(
        extent.page(evals.items().page(requested(context), selection), u"output_items"_s, key.itemsParent()).toJson());
}

void addEvalRoutes(Router &router, const EvalsTable &evals, const ArchiveExtent &extent, const ServerClock &clock, EvalRunner &runner)
{
    router.add("POST", "/v1/evals",
               [&](RequestContext &context) { return createEval(context, evals, clock); });
    router.add("GET", "/v1/evals", [&](RequestContext &context) { return listEvals(context, evals, extent); });
    router.add("GET", "/v1/evals/{eval_id}",
               [&](RequestContext &context) { return Reply::json(evals.eval(context.param(u"eval_id"_s))); });
    router.add("POST", "/v1/evals/{eval_id}", [&](RequestContext &context) {
        const QString id = context.param(u"eval_id"_s);
        evals.eval(id); // an unknown eval is 404 whatever the body says
        return Reply::json(evals.changeEval(id, evalChangesFromBody(context.readJsonObject())));
    });
    router.add("DELETE", "/v1/evals/{eval_id}", [&](RequestContext &context) {
        const QString id = context.param(u"eval_id"_s);
        evals.removeEval(id);
        runner.leave(id);
        return Reply::json({{u"object"_s, u"eval.deleted"_s}, {u"deleted"_s, true}, {u"eval_id"_s, id}});
    });
}

void addRunRoutes(Router &router, const EvalsTable &evals, const ArchiveExtent &extent, const FilesTable &files, const ServerClock &clock,
                  EvalRunner &runner)
{
    router.add("POST", "/v1/evals/{eval_id}/runs",
               [&](RequestContext &context) { return createRun(context, evals, files, clock, runner); });
    router.add("GET", "/v1/evals/{eval_id}/runs",
               [&](RequestContext &context) { return listRuns(context, evals, extent); });
    router.add("GET", "/v1/evals/{eval_id}/runs/{run_id}",
               [&](RequestContext &context) { return Reply::json(evals.run(keyOf(context))); });
    router.add("POST", "/v1/evals/{eval_id}/runs/{run_id}", [&](RequestContext &context) {
        const RunKey key = keyOf(context);
        const QJsonObject run = evals.cancelRun(key);
        runner.leave(key.evalId, key.runId);
        return Reply::json(run);
    });
    router.add("DELETE", "/v1/evals/{eval_id}/runs/{run_id}", [&](RequestContext &context) {
        const RunKey key = keyOf(context);
        evals.removeRun(key);
        runner.leave(key.evalId, key.runId);
        return Reply::json(
            {{u"object"_s, u"eval.run.deleted"_s}, {u"deleted"_s, true}, {u"run_id"_s, key.runId}});
    });
}

} // namespace

void addEvalsRoutes(Router &router, const EvalsTable &evals, const ArchiveExtent &extent, const FilesTable &files,
                    const ServerClock &clock, EvalRunner &runner)
{
    addEvalRoutes(router, evals, extent, clock, runner);
    addRunRoutes(router, evals, extent, files, clock, runner);
    router.add("GET", "/v1/evals/{eval_id}/runs/{run_id}/output_items",
               [&](RequestContext &context) { return listItems(context, evals, extent); });
    router.add("GET", "/v1/evals/{eval_id}/runs/{run_id}/output_items/{output_item_id}",
               [&](RequestContext &context) {
                   return Reply::json(evals.item(keyOf(context), context.param(u"output_item_id"_s)));
               });
}

} // namespace odc::server

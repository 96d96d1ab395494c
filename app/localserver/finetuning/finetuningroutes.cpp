// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/finetuning/finetuningroutes.h"

#include "localserver/finetuning/finetuningbodies.h"
#include "localserver/ids.h"

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qint64 maxLimit = 100;
constexpr qint64 defaultLimit = 20;
constexpr qint64 defaultCheckpoints = 10;
/** A job may have a hundred thousand events. */
constexpr qint64 maxEvents = 1000;

/** There is one order only, newest first: a parameter for it is not known here, and passed over. */
PageRequest requested(const RequestContext &context, qint64 most, qint64 usual)
{
    PageRequest request;
    request.limit = intParam(context, u"limit"_s, 1, most, usual);
    request.after = context.queryValue(u"after").value_or(QString());
    return request;
}

/** A page of a list that names neither its first nor its last object. */
Reply plainPage(const Page &page)
{
    return Reply::json(R"({"object":"list","data":[)" + page.objects.join(',') + R"(],"has_more":)" +
                       (page.hasMore ? "true}" : "false}"));
}

/** What "metadata[key]=value" or "metadata=null" in the query ask for. */
ObjectTable::Selection selected(const RequestContext &context)
{
    QList<std::pair<QString, QString>> pairs;
    for (const auto &[name, value] : context.query) {
        if (name.startsWith("metadata["_L1) && name.endsWith(u']')) {
            const std::pair<QString, QString> pair(name.sliced(9, name.size() - 10), value);
            if (!pairs.contains(pair))
                pairs.append(pair);
        }
    }
    const std::optional<QString> none = context.queryValue(u"metadata");
    if (!none)
        return pairs.isEmpty() ? ObjectTable::Selection() : FineTuningTable::havingMetadata(pairs);
    if (*none != "null"_L1 || !pairs.isEmpty())
        throw ApiFault::badRequest(u"Invalid 'metadata': it is given as 'metadata[key]=value', or as "
                                   "'metadata=null' for jobs without any."_s,
                                   u"metadata"_s, u"invalid_value"_s);
    return FineTuningTable::withoutMetadata();
}

QString jobId(const RequestContext &context)
{
    return context.param(u"fine_tuning_job_id"_s);
}

/** Adds an operation that changes the state of a job. */
void addChange(Router &router, const QByteArray &name, const FineTuningTable &table, FineTuningRunner &runner,
               QJsonObject (FineTuningTable::*change)(const QString &) const)
{
    router.add("POST", "/v1/fine_tuning/jobs/{fine_tuning_job_id}/" + name,
               [&table, &runner, change](RequestContext &context) {
                   const QString id = jobId(context);
                   const QJsonObject job = (table.*change)(id);
                   runner.wake(id);
                   return Reply::json(job);
               });
}

} // namespace

void addFineTuningRoutes(Router &router, const FineTuningTable &table, const ArchiveExtent &extent,
                         const FilesTable &files, const ServerClock &clock, FineTuningRunner &runner)
{
    router.add("POST", "/v1/fine_tuning/jobs", [&](RequestContext &context) {
        const QJsonObject job = jobFromBody(context.readJsonObject(), files, table, clock.now());
        FineTuningProgress progress;
        progress.resultId = newId("file-"_L1);
        table.add(job, progress, createdNews(job));
        runner.wake(job[u"id"_s].toString());
        return Reply::json(job);
    });
    router.add("GET", "/v1/fine_tuning/jobs", [&](RequestContext &context) {
        const PageRequest request = requested(context, maxLimit, defaultLimit);
        return plainPage(
            extent.page(table.jobs().page(request, selected(context)), u"fine_tuning_jobs"_s, {}));
    });
    router.add("GET", "/v1/fine_tuning/jobs/{fine_tuning_job_id}",
               [&](RequestContext &context) { return Reply::json(table.job(jobId(context))); });
    addChange(router, "cancel", table, runner, &FineTuningTable::cancel);
    addChange(router, "pause", table, runner, &FineTuningTable::pause);
    addChange(router, "resume", table, runner, &FineTuningTable::resume);
    router.add("GET", "/v1/fine_tuning/jobs/{fine_tuning_job_id}/events", [&](RequestContext &context) {
        const QString id = jobId(context);
        table.job(id);
        const PageRequest request = requested(context, maxEvents, defaultLimit);
        return plainPage(extent.page(table.events().page(request, {id, {}, ObjectTable::Order::Created}),
                                     u"fine_tuning_events"_s, id));
    });
    router.add("GET", "/v1/fine_tuning/jobs/{fine_tuning_job_id}/checkpoints", [&](RequestContext &context) {
        const QString id = jobId(context);
        table.job(id);
        const PageRequest request = requested(context, maxLimit, defaultCheckpoints);
        return Reply::json(extent
                               .page(table.checkpoints().page(request, {id, {}, ObjectTable::Order::Created}),
                                     u"fine_tuning_checkpoints"_s, id)
                               .toJson());
    });
}

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/apifault.h"
#include "localserver/stores/storebodies.h"
#include "localserver/stores/storesroutes.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qint64 maxLimit = 100;
constexpr qint64 defaultLimit = 20;
/** How soon it makes sense to ask again. */
constexpr qint64 pollMs = 500;
constexpr qint64 shortestPollMs = 20;

QString storeId(const RequestContext &context)
{
    return context.param(u"vector_store_id"_s);
}

QString fileId(const RequestContext &context)
{
    return context.param(u"file_id"_s);
}

QString batchId(const RequestContext &context)
{
    return context.param(u"batch_id"_s);
}

Reply withPollHint(Reply reply, const StoreTools &tools)
{
    const qint64 ms = std::max(tools.clock.scaledMs(pollMs), shortestPollMs);
    reply.headers.append({"openai-poll-after-ms", QByteArray::number(ms)});
    return reply;
}

QString statusFilter(const RequestContext &context)
{
    const auto filter = u"filter"_s;
    if (!context.queryValue(filter))
        return {};
    return enumParam(context, filter, {u"in_progress"_s, u"completed"_s, u"failed"_s, u"cancelled"_s});
}

Reply attachFile(RequestContext &context, const StoreTools &tools)
{
    const QString id = storeId(context);
    tools.stores.require(id);
    const AttachWish wish = attachFromBody(context.readJsonObject());
    Transaction transaction(tools.storage);
    tools.files.attach(id, {wish}, u"file_id"_s);
    const QByteArray file = tools.files.file(id, wish.fileId);
    transaction.commit();
    tools.runner.wake();
    return Reply::json(file);
}

Reply listFiles(const RequestContext &context, const StoreTools &tools)
{
    const QString id = storeId(context);
    tools.stores.require(id);
    const PageRequest request = cursorPageRequest(context, maxLimit, defaultLimit);
    const Page page = tools.files.page(request, id, statusFilter(context));
    return Reply::json(tools.extent.page(page, u"vector_store_files"_s, id).toJson());
}

Reply updateFile(RequestContext &context, const StoreTools &tools)
{
    const QString id = storeId(context);
    tools.files.file(id, fileId(context));
    const QJsonObject attributes = attributesFromBody(context.readJsonObject());
    Transaction transaction(tools.storage);
    tools.files.setAttributes(id, fileId(context), attributes);
    transaction.commit();
    return Reply::json(tools.files.file(id, fileId(context)));
}

Reply detachFile(const RequestContext &context, const StoreTools &tools)
{
    Transaction transaction(tools.storage);
    tools.files.detach(storeId(context), fileId(context));
    transaction.commit();
    return Reply::json(
        {{u"id"_s, fileId(context)}, {u"object"_s, u"vector_store.file.deleted"_s}, {u"deleted"_s, true}});
}

Reply fileContent(const RequestContext &context, const StoreTools &tools)
{
    const QString store = storeId(context);
    const QString file = fileId(context);
    const QJsonObject object = QJsonDocument::fromJson(tools.files.file(store, file)).object();
    if (const std::optional<QByteArray> page = tools.files.archivedPage(store, file))
        return Reply::json(*page);
    if (!tools.extent.holdsList(u"vector_store_contents"_s, store + u'/' + file))
        throw ArchiveExtent::notHeld();
    tools.stores.requireAlive(store, u"The contents of its files are gone"_s);
    QJsonArray data;
    for (const QString &text : tools.stores.index().chunks(store, file))
        data.append(QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, text}});
    return Reply::json({{u"object"_s, u"vector_store.file_content.page"_s},
                        {u"file_id"_s, file},
                        {u"filename"_s, tools.files.filename(file)},
                        {u"attributes"_s, object[u"attributes"_s]},
                        {u"data"_s, data},
                        {u"has_more"_s, false},
                        {u"next_page"_s, QJsonValue::Null}});
}

Reply createBatch(RequestContext &context, const StoreTools &tools)
{
    const QString id = storeId(context);
    tools.stores.require(id);
    const NewFileBatch wanted = fileBatchFromBody(context.readJsonObject());
    Transaction transaction(tools.storage);
    const QString batch = tools.batches.add(id, wanted.files, wanted.param);
    const QJsonObject object = tools.batches.batch(id, batch);
    transaction.commit();
    tools.runner.wake();
    return Reply::json(object);
}

Reply cancelBatch(const RequestContext &context, const StoreTools &tools)
{
    const QString id = storeId(context);
    Transaction transaction(tools.storage);
    tools.batches.cancel(id, batchId(context));
    transaction.commit();
    return Reply::json(tools.batches.batch(id, batchId(context)));
}

Reply listBatchFiles(const RequestContext &context, const StoreTools &tools)
{
    const QString id = storeId(context);
    tools.batches.batch(id, batchId(context));
    const PageRequest request = cursorPageRequest(context, maxLimit, defaultLimit);
    return Reply::json(tools.files.page(request, id, statusFilter(context), batchId(context)).toJson());
}

} // namespace

void addStoreFilesRoutes(Router &router, const StoreTools &tools)
{
    const auto add = [&router, tools](const QByteArray &method, const QByteArray &pattern, auto handler) {
        router.add(method, "/v1/vector_stores/{vector_store_id}" + pattern,
                   [tools, handler](RequestContext &context) {
                       tools.files.settle();
                       return handler(context, tools);
                   });
    };
    add("POST", "/files", attachFile);
    add("GET", "/files", listFiles);
    add("GET", "/files/{file_id}", [](const RequestContext &context, const StoreTools &tools) {
        return withPollHint(Reply::json(tools.files.file(storeId(context), fileId(context))), tools);
    });
    add("POST", "/files/{file_id}", updateFile);
    add("DELETE", "/files/{file_id}", detachFile);
    add("GET", "/files/{file_id}/content", fileContent);
    add("POST", "/file_batches", createBatch);
    add("GET", "/file_batches/{batch_id}", [](const RequestContext &context, const StoreTools &tools) {
        return withPollHint(Reply::json(tools.batches.batch(storeId(context), batchId(context))), tools);
    });
    add("POST", "/file_batches/{batch_id}/cancel", cancelBatch);
    add("GET", "/file_batches/{batch_id}/files", listBatchFiles);
}

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/stores/storesroutes.h"

#include "localserver/stores/queryrewrite.h"
#include "localserver/stores/storebodies.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qint64 maxLimit = 100;
constexpr qint64 defaultLimit = 20;

QString storeId(const RequestContext &context)
{
    return context.param(u"vector_store_id"_s);
}

Reply createStore(RequestContext &context, const StoreTools &tools)
{
    const NewStore made = storeFromBody(context.readJsonObject(true));
    Transaction transaction(tools.storage);
    const QString id = tools.stores.add(made.store);
    tools.files.attach(id, made.files, u"file_ids"_s);
    transaction.commit();
    const Reply reply = Reply::json(tools.stores.store(id));
    tools.runner.wake();
    return reply;
}

Reply modifyStore(RequestContext &context, const StoreTools &tools)
{
    const QString id = storeId(context);
    tools.stores.require(id);
    const StoreWish wish = storeChangeFromBody(context.readJsonObject(true));
    Transaction transaction(tools.storage);
    tools.stores.modify(id, wish);
    transaction.commit();
    return Reply::json(tools.stores.store(id));
}

Reply deleteStore(const RequestContext &context, const StoreTools &tools)
{
    const QString id = storeId(context);
    Transaction transaction(tools.storage);
    tools.stores.remove(id);
    transaction.commit();
    return Reply::json({{u"id"_s, id}, {u"object"_s, u"vector_store.deleted"_s}, {u"deleted"_s, true}});
}

/** An archive may hold a store without what is in its files: then nobody knows what would be found. */
void requireContents(const QString &id, const StoreTools &tools)
{
    if (!tools.extent.holdsList(u"vector_store_files"_s, id))
        throw ArchiveExtent::notHeld();
    PageRequest first;
    first.limit = 1;
    const Page completed = tools.files.page(first, id, u"completed"_s);
    if (completed.objects.isEmpty() || !tools.stores.index().files(id).isEmpty())
        return;
    if (!tools.extent.holdsList(u"vector_store_contents"_s, id + u'/' + completed.firstId))
        throw ArchiveExtent::notHeld();
}

Reply searchStore(RequestContext &context, const StoreTools &tools)
{
    const QString id = storeId(context);
    tools.stores.require(id);
    StoreQuery query = searchFromBody(context.readJsonObject());
    tools.stores.requireAlive(id, u"It cannot be searched"_s);
    requireContents(id, tools);
    if (query.rewrite)
        query.search.queries = {rewrittenQuery(query.search.queries)};
    if (!query.filter.isEmpty())
        query.search.allows = [&](const QString &fileId) {
            return query.filter.matches(tools.files.attributes(id, fileId));
        };
    QJsonArray data;
    for (const ChunkHit &hit : tools.stores.index().search(id, query.search)) {
        QJsonArray content;
        for (const QString &text : hit.texts)
            content.append(QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, text}});
        data.append(QJsonObject{{u"file_id"_s, hit.fileId},
                                {u"filename"_s, tools.files.filename(hit.fileId)},
                                {u"score"_s, hit.score},
                                {u"attributes"_s, tools.files.attributes(id, hit.fileId)},
                                {u"content"_s, content}});
    }
    tools.stores.touch(id);
    return Reply::json({{u"object"_s, u"vector_store.search_results.page"_s},
                        {u"search_query"_s, QJsonArray::fromStringList(query.search.queries)},
                        {u"data"_s, data},
                        {u"has_more"_s, false},
                        {u"next_page"_s, QJsonValue::Null}});
}

} // namespace

void addStoresRoutes(Router &router, const StoreTools &tools)
{
    // Whatever is asked, first what time has changed.
    const auto add = [&router, tools](const QByteArray &method, const QByteArray &pattern,
                                      auto handler) -> Route & {
        return router.add(method, pattern, [tools, handler](RequestContext &context) {
            tools.files.settle();
            return handler(context, tools);
        });
    };
    add("POST", "/v1/vector_stores", createStore);
    add("GET", "/v1/vector_stores", [](const RequestContext &context, const StoreTools &tools) {
        const PageRequest request = cursorPageRequest(context, maxLimit, defaultLimit);
        return Reply::json(tools.extent.page(tools.stores.page(request), u"vector_stores"_s, {}).toJson());
    });
    add("GET", "/v1/vector_stores/{vector_store_id}",
        [](const RequestContext &context, const StoreTools &tools) {
            return Reply::json(tools.stores.store(storeId(context)));
        });
    add("POST", "/v1/vector_stores/{vector_store_id}", modifyStore);
    add("DELETE", "/v1/vector_stores/{vector_store_id}", deleteStore);
    // It changes nothing but the time of the last activity, and not even that where nothing may be written.
    add("POST", "/v1/vector_stores/{vector_store_id}/search", searchStore).changes = false;
    addStoreFilesRoutes(router, tools);
}

} // namespace odc::server

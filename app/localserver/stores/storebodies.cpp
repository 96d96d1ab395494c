// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/stores/storebodies.h"

#include "localserver/apifault.h"
#include "localserver/jsonfields.h"
#include "localserver/metadata.h"
#include "localserver/stores/attributes.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qsizetype maxFilesOfNewStore = 500;
constexpr qsizetype maxFilesOfBatch = 2000;
constexpr qint64 maxDays = 365;
constexpr qint64 maxResults = 50;
constexpr qsizetype maxQueries = 16;

QJsonArray listIn(const QJsonObject &body, const QString &name, qsizetype least, qsizetype most)
{
    const QJsonValue value = body[name];
    constexpr qsizetype shown = 200;
    if (!value.isArray())
        throw ApiFault::badRequest(u"%1 is not of type 'array' - '%2'"_s.arg(shownValue(value, shown), name),
                                   name);
    const QJsonArray list = value.toArray();
    if (list.size() < least)
        throw ApiFault::badRequest(u"%1 is too short - '%2'"_s.arg(shownValue(value, shown), name), name);
    if (list.size() > most)
        throw ApiFault::badRequest(
            u"Invalid '%1': array too long. Expected an array with maximum length %2, but got an array with "
            "length %3 instead."_s.arg(name)
                .arg(most)
                .arg(list.size()),
            name, u"array_above_max_length"_s);
    return list;
}

QStringList idsIn(const QJsonObject &body, const QString &name, qsizetype least, qsizetype most)
{
    const QJsonArray list = listIn(body, name, least, most);
    return list.isEmpty() ? QStringList() : JsonFields({{name, list}}, {name}).texts(name);
}

std::optional<qint64> daysOf(const QJsonValue &value)
{
    const auto name = u"expires_after"_s;
    const JsonFields fields(requireObject(value, name), {u"anchor"_s, u"days"_s}, name);
    fields.choice(u"anchor"_s, {u"last_active_at"_s});
    return fields.integer(u"days"_s, 1, maxDays);
}

bool flagIn(const QJsonObject &body, const QString &name)
{
    const QJsonValue value = body[name];
    constexpr qsizetype shown = 200;
    if (!value.isUndefined() && !value.isBool())
        throw ApiFault::badRequest(
            u"%1 is not of type 'boolean' - '%2'"_s.arg(shownValue(value, shown), name), name);
    return value.toBool();
}

std::optional<QJsonObject> attributesIn(const QJsonObject &body, const QString &param)
{
    if (!body.contains(u"attributes"_s))
        return std::nullopt;
    return checkedAttributes(body[u"attributes"_s], param);
}

std::optional<ChunkingStrategy> chunkingIn(const QJsonObject &body, const QString &param)
{
    const QJsonValue value = body[u"chunking_strategy"_s];
    if (value.isUndefined())
        return std::nullopt;
    return checkedChunkingStrategy(requireObject(value, param), param);
}

QStringList queriesOf(const JsonFields &fields)
{
    const auto name = u"query"_s;
    const QStringList queries =
        fields.value(name).isArray() ? fields.texts(name) : QStringList{fields.text(name)};
    if (queries.size() > maxQueries)
        throw ApiFault::badRequest(
            u"Invalid 'query': at most %1 queries are searched for at once, not %2."_s.arg(maxQueries)
                .arg(queries.size()),
            name, u"array_above_max_length"_s);
    for (const QString &query : queries) {
        if (query.trimmed().isEmpty())
            throw ApiFault::badRequest(u"'%1' is too short - 'query'"_s.arg(query), name);
    }
    return queries;
}

void readRanking(const QJsonValue &value, ChunkSearch &search)
{
    const auto name = u"ranking_options"_s;
    if (value.isUndefined())
        return;
    const JsonFields fields(requireObject(value, name), {u"ranker"_s, u"score_threshold"_s}, name);
    if (fields.has(u"ranker"_s) &&
        fields.choice(u"ranker"_s, {u"none"_s, u"auto"_s, u"default-2024-11-15"_s}) == "none"_L1)
        search.ranker = ChunkRanker::None;
    if (fields.has(u"score_threshold"_s))
        search.scoreThreshold = fields.number(u"score_threshold"_s, 0, 1);
}

} // namespace

NewStore storeFromBody(const QJsonObject &body)
{
    const auto fileIds = u"file_ids"_s;
    const auto chunking = u"chunking_strategy"_s;
    const JsonFields fields(
        body, {fileIds, u"name"_s, u"description"_s, u"expires_after"_s, chunking, u"metadata"_s});
    NewStore made;
    if (fields.has(u"name"_s))
        made.store.name = fields.anyText(u"name"_s);
    if (fields.has(u"description"_s))
        made.store.description = fields.anyText(u"description"_s);
    if (fields.has(u"expires_after"_s))
        made.store.days = daysOf(body[u"expires_after"_s]);
    made.store.metadata = checkedMetadata(body[u"metadata"_s]);
    const std::optional<ChunkingStrategy> strategy = chunkingIn(body, chunking);
    if (fields.has(fileIds)) {
        for (const QString &id : idsIn(body, fileIds, 0, maxFilesOfNewStore))
            made.files.append({id, std::nullopt, strategy});
    }
    if (strategy && made.files.isEmpty())
        throw ApiFault::badRequest(
            u"'chunking_strategy' can only be given together with 'file_ids': it is that of these files."_s,
            chunking);
    return made;
}

StoreWish storeChangeFromBody(const QJsonObject &body)
{
    const JsonFields fields(body, {u"name"_s, u"expires_after"_s, u"metadata"_s});
    StoreWish wish;
    if (fields.has(u"name"_s))
        wish.name = body[u"name"_s].isNull() ? body[u"name"_s] : QJsonValue(fields.anyText(u"name"_s));
    if (fields.has(u"expires_after"_s))
        wish.days = body[u"expires_after"_s].isNull() ? std::nullopt : daysOf(body[u"expires_after"_s]);
    if (fields.has(u"metadata"_s))
        wish.metadata = checkedMetadata(body[u"metadata"_s]);
    return wish;
}

AttachWish attachFromBody(const QJsonObject &body, const QString &inside)
{
    const JsonFields fields(body, {u"file_id"_s, u"attributes"_s, u"chunking_strategy"_s}, inside);
    const QString prefix = inside.isEmpty() ? QString() : inside + u'.';
    return {fields.text(u"file_id"_s), attributesIn(body, prefix + u"attributes"_s),
            chunkingIn(body, prefix + u"chunking_strategy"_s)};
}

NewFileBatch fileBatchFromBody(const QJsonObject &body)
{
    const auto ids = u"file_ids"_s;
    const auto files = u"files"_s;
    const JsonFields fields(body, {ids, files, u"attributes"_s, u"chunking_strategy"_s});
    if (fields.has(ids) == fields.has(files))
        throw ApiFault::badRequest(fields.has(ids) ? u"Only one of 'file_ids' and 'files' can be given."_s
                                                   : u"One of 'file_ids' and 'files' is required."_s,
                                   ids);
    const std::optional<QJsonObject> attributes = attributesIn(body, u"attributes"_s);
    const std::optional<ChunkingStrategy> chunking = chunkingIn(body, u"chunking_strategy"_s);
    NewFileBatch batch;
    if (fields.has(ids)) {
        batch.param = ids;
        for (const QString &id : idsIn(body, ids, 1, maxFilesOfBatch))
            batch.files.append({id, attributes, chunking});
        return batch;
    }
    // What is said of all files does not hold for those that are listed as objects.
    batch.param = files;
    const QJsonArray list = listIn(body, files, 1, maxFilesOfBatch);
    for (const QJsonValue &each : list) {
        const QString inside = u"files[%1]"_s.arg(batch.files.size());
        batch.files.append(attachFromBody(requireObject(each, inside), inside));
    }
    return batch;
}

QJsonObject attributesFromBody(const QJsonObject &body)
{
    const JsonFields fields(body, {u"attributes"_s});
    return checkedAttributes(fields.value(u"attributes"_s));
}

StoreQuery searchFromBody(const QJsonObject &body)
{
    const JsonFields fields(
        body, {u"query"_s, u"rewrite_query"_s, u"max_num_results"_s, u"filters"_s, u"ranking_options"_s});
    StoreQuery query;
    query.search.queries = queriesOf(fields);
    query.rewrite = flagIn(body, u"rewrite_query"_s);
    if (fields.has(u"max_num_results"_s))
        query.search.maxResults = int(fields.integer(u"max_num_results"_s, 1, maxResults));
    if (fields.has(u"filters"_s))
        query.filter = AttributeFilter::parse(requireObject(body[u"filters"_s], u"filters"_s));
    readRanking(body[u"ranking_options"_s], query.search);
    return query;
}

} // namespace odc::server

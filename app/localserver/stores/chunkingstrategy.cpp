// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/stores/chunkingstrategy.h"

#include "localserver/apifault.h"
#include "localserver/jsonfields.h"

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {
constexpr int smallestChunk = 100;
constexpr int largestChunk = 4096;
const auto sizeName = u"max_chunk_size_tokens"_s;
const auto overlapName = u"chunk_overlap_tokens"_s;
} // namespace

QJsonObject ChunkingStrategy::toJson() const
{
    return {{u"type"_s, u"static"_s},
            {u"static"_s, QJsonObject{{sizeName, maxChunkSizeTokens}, {overlapName, chunkOverlapTokens}}}};
}

ChunkingStrategy checkedChunkingStrategy(const QJsonValue &value, const QString &param)
{
    if (value.isNull() || value.isUndefined())
        return {};
    const QJsonObject object = requireObject(value, param);
    const bool isStatic =
        JsonFields(object, object.keys(), param).choice(u"type"_s, {u"auto"_s, u"static"_s}) == "static"_L1;
    const JsonFields fields(object, isStatic ? QStringList{u"type"_s, u"static"_s} : QStringList{u"type"_s},
                            param);
    if (!isStatic)
        return {};
    const QString inside = param + u".static"_s;
    const JsonFields numbers(requireObject(fields.value(u"static"_s), inside), {sizeName, overlapName},
                             inside);
    ChunkingStrategy strategy;
    strategy.maxChunkSizeTokens = int(numbers.integer(sizeName, smallestChunk, largestChunk));
    strategy.chunkOverlapTokens = int(numbers.integer(overlapName, 0, largestChunk));
    if (strategy.chunkOverlapTokens * 2 > strategy.maxChunkSizeTokens)
        throw ApiFault::badRequest(
            u"Invalid '%1.%2': must not exceed half of '%3', which is %4, but got %5."_s
                .arg(inside, overlapName, sizeName)
                .arg(strategy.maxChunkSizeTokens / 2)
                .arg(strategy.chunkOverlapTokens),
            inside + u'.' + overlapName);
    return strategy;
}

ChunkingStrategy storedChunkingStrategy(const QJsonObject &object)
{
    const QJsonObject numbers = object[u"static"_s].toObject();
    const int size = numbers[sizeName].toInt(-1);
    const int overlap = numbers[overlapName].toInt(-1);
    if (size < smallestChunk || size > largestChunk || overlap < 0 || overlap * 2 > size)
        return {};
    return {size, overlap};
}

} // namespace odc::server

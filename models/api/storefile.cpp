// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefile.h"

#include "api/jsonfields.h"

#include <QJsonArray>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

bool isTerminal(const QString &status)
{
    return status == "completed"_L1 || status == "failed"_L1 || status == "cancelled"_L1;
}

QStringList texts(const QJsonArray &content)
{
    QStringList found;
    for (const QJsonValue &value : content) {
        if (const QJsonObject part = value.toObject(); part.value("text"_L1).isString())
            found << part.value("text"_L1).toString();
    }
    return found;
}

} // namespace

ChunkingStrategy ChunkingStrategy::fromJson(const QJsonObject &object)
{
    ChunkingStrategy strategy;
    if (json::text(object, "type"_L1) != "static"_L1)
        return strategy;
    const QJsonObject numbers = object.value("static"_L1).toObject();
    strategy.isStatic = true;
    strategy.maxTokens = int(json::integer(numbers, "max_chunk_size_tokens"_L1).value_or(strategy.maxTokens));
    strategy.overlapTokens =
        int(json::integer(numbers, "chunk_overlap_tokens"_L1).value_or(strategy.overlapTokens));
    return strategy;
}

QJsonObject ChunkingStrategy::toJson() const
{
    if (!isStatic)
        return {{u"type"_s, u"auto"_s}};
    return {{u"type"_s, u"static"_s},
            {u"static"_s, QJsonObject{{u"max_chunk_size_tokens"_s, maxTokens},
                                      {u"chunk_overlap_tokens"_s, overlapTokens}}}};
}

StoreFile StoreFile::fromJson(const QJsonObject &object)
{
    StoreFile file;
    file.id = json::text(object, "id"_L1);
    file.storeId = json::text(object, "vector_store_id"_L1);
    file.status = json::text(object, "status"_L1);
    file.usageBytes = std::max<qint64>(0, json::integer(object, "usage_bytes"_L1).value_or(0));
    file.createdAt = json::integer(object, "created_at"_L1);
    const QJsonObject error = object.value("last_error"_L1).toObject();
    file.errorCode = json::text(error, "code"_L1);
    file.errorMessage = json::text(error, "message"_L1);
    if (const QJsonObject strategy = object.value("chunking_strategy"_L1).toObject(); !strategy.isEmpty())
        file.chunking = ChunkingStrategy::fromJson(strategy);
    file.attributes = object.value("attributes"_L1).toObject();
    file.raw = object;
    file.fingerprint = qHash(object);
    return file;
}

bool StoreFile::isFinished() const
{
    return isTerminal(status);
}

bool StoreFile::isFailed() const
{
    return status == "failed"_L1;
}

StoreFileBatch StoreFileBatch::fromJson(const QJsonObject &object)
{
    StoreFileBatch batch;
    batch.id = json::text(object, "id"_L1);
    batch.storeId = json::text(object, "vector_store_id"_L1);
    batch.status = json::text(object, "status"_L1);
    batch.counts = StoreFileCounts::fromJson(object.value("file_counts"_L1).toObject());
    batch.createdAt = json::integer(object, "created_at"_L1);
    batch.raw = object;
    return batch;
}

bool StoreFileBatch::isFinished() const
{
    return isTerminal(status);
}

std::optional<StoreFileContent> StoreFileContent::fromJson(const QJsonObject &object)
{
    StoreFileContent content;
    content.filename = json::text(object, "filename"_L1);
    content.raw = object;
    QJsonArray parts;
    if (const QJsonValue data = object.value("data"_L1); data.isArray()) {
        parts = data.toArray();
    } else if (const QJsonValue own = object.value("content"_L1); own.isArray()) {
        parts = own.toArray();
    } else {
        return {};
    }
    for (const QJsonValue &value : std::as_const(parts)) {
        // In the other shape each entry is a file with content of its own.
        const QJsonObject part = value.toObject();
        if (part.value("content"_L1).isArray()) {
            content.chunks += texts(part.value("content"_L1).toArray());
            if (content.filename.isEmpty())
                content.filename = json::text(part, "filename"_L1);
        }
    }
    if (content.chunks.isEmpty())
        content.chunks = texts(parts);
    return content;
}

} // namespace odc

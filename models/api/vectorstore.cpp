// SPDX-License-Identifier: GPL-3.0-or-later
#include "vectorstore.h"

#include "api/jsonfields.h"

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

qint64 count(const QJsonObject &object, QLatin1StringView key)
{
    return std::max<qint64>(0, json::integer(object, key).value_or(0));
}

} // namespace

StoreFileCounts StoreFileCounts::fromJson(const QJsonObject &object)
{
    return {count(object, "in_progress"_L1), count(object, "completed"_L1), count(object, "failed"_L1),
            count(object, "cancelled"_L1), count(object, "total"_L1)};
}

VectorStore VectorStore::fromJson(const QJsonObject &object)
{
    VectorStore store;
    store.id = json::text(object, "id"_L1);
    store.name = json::text(object, "name"_L1);
    store.description = json::text(object, "description"_L1);
    store.status = json::text(object, "status"_L1);
    store.counts = StoreFileCounts::fromJson(object.value("file_counts"_L1).toObject());
    store.usageBytes = count(object, "usage_bytes"_L1);
    store.expiresAfterDays = json::integer(object.value("expires_after"_L1).toObject(), "days"_L1);
    store.createdAt = json::integer(object, "created_at"_L1);
    store.lastActiveAt = json::integer(object, "last_active_at"_L1);
    store.expiresAt = json::integer(object, "expires_at"_L1);
    store.metadata = object.value("metadata"_L1).toObject();
    store.raw = object;
    store.fingerprint = qHash(object);
    return store;
}

bool VectorStore::isExpired() const
{
    return status == "expired"_L1;
}

bool VectorStore::isIndexing() const
{
    return !isExpired() && (status == "in_progress"_L1 || counts.inProgress > 0);
}

} // namespace odc

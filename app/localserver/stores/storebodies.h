// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/stores/attributefilter.h"
#include "localserver/stores/storefilestable.h"

namespace odc::server {

/** What a body to make a store asks for. */
struct NewStore
{
    StoreWish store;
    QList<AttachWish> files;
};

/** The bodies of requests about vector stores, checked. All functions throw ApiFault 400. */
NewStore storeFromBody(const QJsonObject &body);
StoreWish storeChangeFromBody(const QJsonObject &body);
/** \p inside: where in a body the object stands, as "files[3]". */
AttachWish attachFromBody(const QJsonObject &body, const QString &inside = {});
/** The files of a batch, from one to 2,000, and which parameter named them. */
struct NewFileBatch
{
    QList<AttachWish> files;
    QString param;
};
NewFileBatch fileBatchFromBody(const QJsonObject &body);
QJsonObject attributesFromBody(const QJsonObject &body);

/** A search as a body asks for it. */
struct StoreQuery
{
    ChunkSearch search; ///< without the filters
    bool rewrite = false;
    AttributeFilter filter;
};
StoreQuery searchFromBody(const QJsonObject &body);

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "storesearch.h"

#include "api/jsonfields.h"

#include <QJsonArray>

namespace odc {

using namespace Qt::StringLiterals;

QJsonObject StoreSearchQuery::toJson() const
{
    QJsonObject body{{u"max_num_results"_s, maxResults}, {u"rewrite_query"_s, rewriteQuery}};
    if (queries.size() == 1)
        body.insert(u"query"_s, queries.constFirst());
    else
        body.insert(u"query"_s, QJsonArray::fromStringList(queries));
    if (!filters.isEmpty())
        body.insert(u"filters"_s, filters);
    QJsonObject ranking;
    if (!ranker.isEmpty())
        ranking.insert(u"ranker"_s, ranker);
    if (scoreThreshold)
        ranking.insert(u"score_threshold"_s, *scoreThreshold);
    if (!ranking.isEmpty())
        body.insert(u"ranking_options"_s, ranking);
    return body;
}

std::optional<StoreSearchPage> StoreSearchPage::fromJson(const QJsonObject &object)
{
    const QJsonValue data = object.value("data"_L1);
    if (!data.isArray())
        return {};
    StoreSearchPage page;
    page.raw = object;
    page.hasMore = json::boolean(object, "has_more"_L1);
    // A list in the contract, one text in the service's own sample (WIRE §11, 15).
    const QJsonValue asked = object.value("search_query"_L1);
    if (asked.isString()) {
        page.searchQuery << asked.toString();
    } else {
        const QJsonArray queries = asked.toArray();
        for (const QJsonValue &query : queries)
            page.searchQuery << query.toString();
    }
    const QJsonArray hits = data.toArray();
    for (const QJsonValue &value : hits) {
        const QJsonObject raw = value.toObject();
        StoreSearchHit hit;
        hit.fileId = json::text(raw, "file_id"_L1);
        hit.filename = json::text(raw, "filename"_L1);
        hit.score = json::number(raw, "score"_L1).value_or(0);
        hit.attributes = raw.value("attributes"_L1).toObject();
        const QJsonArray content = raw.value("content"_L1).toArray();
        for (const QJsonValue &part : content)
            hit.texts << json::text(part.toObject(), "text"_L1);
        hit.raw = raw;
        page.hits.append(hit);
    }
    return page;
}

} // namespace odc

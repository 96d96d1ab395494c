// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchchain.h"

#include "api/jsonfields.h"

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

QList<BatchObject> batchChain(const QList<BatchObject> &all, const BatchObject &batch)
{
    const QString first = batch.links.chainOf(batch.id);
    QList<BatchObject> chain;
    bool found = false;
    for (const BatchObject &other : all) {
        if (other.id == batch.id)
            found = true;
        if (other.id == first || other.links.firstBatch == first)
            chain.append(other);
    }
    if (!found)
        chain.append(batch);
    std::stable_sort(chain.begin(), chain.end(), [](const BatchObject &left, const BatchObject &right) {
        if (left.links.attempt != right.links.attempt)
            return left.links.attempt < right.links.attempt;
        return left.createdAt.value_or(0) < right.createdAt.value_or(0);
    });
    return chain;
}

QList<BatchObject> batchGroup(const QList<BatchObject> &all, const BatchObject &batch)
{
    if (batch.links.group.isEmpty() || batch.links.isRest())
        return {batch};
    QList<BatchObject> group;
    bool found = false;
    for (const BatchObject &other : all) {
        if (other.links.group != batch.links.group || other.links.isRest())
            continue;
        found = found || other.id == batch.id;
        group.append(other);
    }
    if (!found)
        group.append(batch);
    std::stable_sort(group.begin(), group.end(), [](const BatchObject &left, const BatchObject &right) {
        return left.links.part < right.links.part;
    });
    return group;
}

QString batchName(const BatchObject &batch)
{
    for (const QLatin1StringView key : {"name"_L1, "job"_L1, "title"_L1, "description"_L1}) {
        const QString name = json::text(batch.metadata, key).trimmed();
        if (!name.isEmpty())
            return name;
    }
    return {};
}

qint64 unansweredOf(const QList<BatchObject> &chain)
{
    // An attempt holds what the one before it left, so that the first one's total is the whole.
    if (chain.isEmpty())
        return 0;
    qint64 answered = 0;
    for (const BatchObject &batch : chain)
        answered += batch.counts.completed;
    return std::max<qint64>(0, chain.first().counts.total - answered);
}

} // namespace odc

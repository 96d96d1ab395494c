// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchlinks.h"

#include "api/jsonfields.h"

namespace odc {

BatchLinks BatchLinks::fromMetadata(const QJsonObject &metadata)
{
    BatchLinks links;
    const QString first = json::text(metadata, firstKey);
    const qint64 attempt = json::integer(metadata, attemptKey).value_or(0);
    if (!first.isEmpty() && attempt > 0 && attempt < 10'000) {
        links.firstBatch = first;
        links.attempt = int(attempt);
    }
    const QString group = json::text(metadata, groupKey);
    const QStringList part = json::text(metadata, partKey).split(u'/');
    if (!group.isEmpty() && part.size() == 2) {
        const int at = part.at(0).toInt();
        const int of = part.at(1).toInt();
        if (at > 0 && at <= of) {
            links.group = group;
            links.part = at;
            links.parts = of;
        }
    }
    return links;
}

QJsonObject BatchLinks::writtenInto(QJsonObject metadata) const
{
    for (const QLatin1StringView key : {firstKey, attemptKey, groupKey, partKey})
        metadata.remove(key);
    if (isRest()) {
        metadata.insert(firstKey, firstBatch);
        metadata.insert(attemptKey, QString::number(attempt));
    }
    if (!group.isEmpty()) {
        metadata.insert(groupKey, group);
        metadata.insert(partKey, QString::number(part) + u'/' + QString::number(parts));
    }
    return metadata;
}

} // namespace odc

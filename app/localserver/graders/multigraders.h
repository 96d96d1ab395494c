// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <utility>

namespace odc::server {

/**
 * The graders inside of a multi grader with the names that its formula knows them by. On the wire they are a
 * map; the list and the single grader that the contract shows go by their own names.
 */
inline QList<std::pair<QString, QJsonObject>> partsOf(const QJsonObject &multi)
{
    using namespace Qt::StringLiterals;
    QList<std::pair<QString, QJsonObject>> parts;
    const QJsonObject graders = multi["graders"_L1].toObject();
    if (graders["type"_L1].isString())
        return {{graders["name"_L1].toString(), graders}};
    for (auto each = graders.begin(); each != graders.end(); ++each)
        parts.append({each.key(), each.value().toObject()});
    for (const QJsonValue &each : multi["graders"_L1].toArray())
        parts.append({each["name"_L1].toString(), each.toObject()});
    return parts;
}

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "evalobject.h"

#include "api/jsonfields.h"

#include <QJsonArray>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

QString EvalCriterion::title() const
{
    return !name.isEmpty() ? name : !type.isEmpty() ? type : id;
}

EvalObject EvalObject::fromJson(const QJsonObject &object)
{
    EvalObject eval;
    eval.id = json::text(object, "id"_L1);
    eval.name = json::text(object, "name"_L1);
    eval.createdAt = json::integer(object, "created_at"_L1);
    eval.metadata = object.value("metadata"_L1).toObject();
    const QJsonObject source = object.value("data_source_config"_L1).toObject();
    eval.dataSourceType = json::text(source, "type"_L1);
    // Reads return the schema of the whole row; what was created had only that of the item.
    const QJsonObject properties = source.value("schema"_L1).toObject().value("properties"_L1).toObject();
    eval.itemSchema = properties.value("item"_L1).toObject();
    if (eval.itemSchema.isEmpty())
        eval.itemSchema = source.value("item_schema"_L1).toObject();
    eval.hasSampleSchema = properties.contains("sample"_L1);
    const QJsonArray criteria = object.value("testing_criteria"_L1).toArray();
    for (const QJsonValue &value : criteria) {
        const QJsonObject raw = value.toObject();
        eval.criteria.append({json::text(raw, "id"_L1), json::text(raw, "name"_L1), json::text(raw, "type"_L1), raw});
    }
    eval.raw = object;
    eval.fingerprint = qHash(object);
    return eval;
}

const EvalCriterion *EvalObject::criterion(const QString &idOrName) const
{
    auto found = std::find_if(criteria.cbegin(), criteria.cend(), [&](const EvalCriterion &c) { return c.id == idOrName; });
    if (found == criteria.cend())
        found = std::find_if(criteria.cbegin(), criteria.cend(), [&](const EvalCriterion &c) { return c.name == idOrName; });
    return found == criteria.cend() ? nullptr : &*found;
}

} // namespace odc

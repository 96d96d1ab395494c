// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

namespace odc::server {

/**
 * What keeps \p schema from being one: a type that does not exist, a pattern that is no regular expression, a
 * reference that leads nowhere ... Empty = nothing. Keywords that matches() does not know are accepted.
 */
QString schemaFault(const QJsonValue &schema);

/**
 * Why \p value does not fit \p schema, in one sentence that names the place, e.g. "item.label is not one of
 * 'hardware', 'delivery'". Empty = it fits. \p name is what the value itself is called. Known keywords: type,
 * enum, const, properties, required, additionalProperties, items, minItems, maxItems, minimum, maximum,
 * exclusiveMinimum, exclusiveMaximum, minLength, maxLength, pattern, anyOf, oneOf, allOf, not, and $ref
 * within the schema itself.
 */
QString schemaMismatch(const QJsonValue &value, const QJsonValue &schema, const QString &name);

} // namespace odc::server

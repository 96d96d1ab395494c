// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace odc {

/// What a value does not keep of a JSON Schema: one translated sentence with the place in it; empty: it keeps
/// all. Understands type, enum, const, required, properties, additionalProperties, items, minItems, maxItems,
/// minLength, maxLength, pattern, minimum, maximum, exclusiveMinimum, exclusiveMaximum, anyOf, oneOf, allOf,
/// not and local $ref; what it does not understand is left to the server. `name` is what the value is called
/// in the sentence. Any thread.
QString schemaFault(const QJsonValue &value, const QJsonObject &schema, const QString &name);

/// What is wrong with a schema itself: unknown types, members that are no schemas. One translated sentence,
/// or empty.
QString faultOfSchema(const QJsonObject &schema);

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace odc {

// What a person types into a field of a form, as the JSON value it stands for, and back.

/// A number as it stands in JSON: short, and by no country's habits. Empty for null and what is not there.
QString numberText(const QJsonValue &value);
/// Undefined when the text is none; a comma is taken for a point.
QJsonValue numberOf(const QString &text, bool whole);

/// Unix seconds as a date with time, in local time.
QString timeText(const QJsonValue &value);
/// Unix seconds, from a date with or without time, or from seconds; undefined when it is neither.
QJsonValue timeOf(const QString &text);

/// The member at a dotted path; undefined when it is not there.
QJsonValue memberAt(const QJsonObject &object, const QString &path);
/// With another value there; undefined takes it away, and objects that become empty on the way.
QJsonObject withMember(const QJsonObject &object, const QString &path, const QJsonValue &value);

} // namespace odc

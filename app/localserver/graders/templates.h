// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace odc::server {

struct GradeInput;

/**
 * Fills the places of \p text: {{item.x.y}}, {{ item.list.0 }}, {{item.list[0]}}, {{item["two words"]}},
 * {{sample.output_text}}. A text goes in as it is, everything else as compact JSON. What was filled in is not
 * looked at again. An opening without its end is text like any other. A place that names nothing sets *error,
 * and the result is empty; else *error is left alone.
 */
QString expandTemplate(const QString &text, const GradeInput &input, QString *error);

/**
 * What is wrong with the places of \p text, one sentence each; empty = nothing. A path below item must be
 * possible by \p itemSchema (empty = everything is); a sample may have any member.
 */
QStringList templateFaults(const QString &text, const QJsonObject &itemSchema);

/** The value at a dotted path such as "item.history" (the path of an item_reference); undefined = not there.
 */
QJsonValue valueAtPath(const QString &path, const GradeInput &input);

} // namespace odc::server

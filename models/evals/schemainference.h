// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evals/evalrows.h"

#include <QJsonObject>
#include <QString>

namespace odc {

/// A JSON Schema read off some rows.
struct InferredSchema
{
    QJsonObject schema;
    EvalRows rows; ///< what it was read off: how many, which lines were left out, whether that was all
    /// Translated: how much was read, and what was not.
    QString summary() const;
};

/// The schema that all items keep: types, required where it is in all, null as a type of its own, whole
/// numbers told apart, members and lists of any depth. Pure; any thread.
QJsonObject inferItemSchema(const QJsonArray &rows);
/// The same of a JSONL file, lines {"item":{…}} or plain objects. Reads no more than the limits. Any thread.
InferredSchema inferSchemaOfFile(const QString &path, const RowLimits &limits = {});

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace odc::server {

/** The dated name of a model that can be fine-tuned, also by its short name; of a fine-tuned one the model
 * that it was made of. Empty for others. */
QString trainableBase(const QString &model);

/** The methods that \p base, as trainableBase() has it, can be fine-tuned with; the usual one first. */
QStringList methodsOf(const QString &base);

/** Whether examples for \p base are prompts with completions instead of conversations. */
bool takesCompletions(const QString &base);

/** Dated names, for the list of models. */
QStringList trainableModels();

/** What a fine-tuned model is called: "ft:BASE:local:SUFFIX:ID". */
QString fineTunedName(const QString &base, const QString &suffix, const QString &jobId);
/** What is behind that name in the name of a checkpoint. */
QString checkpointName(const QString &model, qint64 step);

} // namespace odc::server

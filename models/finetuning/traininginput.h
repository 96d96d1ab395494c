// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "jsonl/trainingcheck.h"
#include "transfers/sourceidentity.h"

#include <QJsonObject>
#include <QString>

#include <memory>

namespace odc {

/// A training or validation file on this computer that was checked, and what proves that it is still the one.
struct TrainingInput
{
    QString path;
    QString name; ///< as it will be called at the service
    SourceIdentity identity;
    TrainingOptions options; ///< it was checked for these
    TrainingCheck check;
    QJsonObject itemSchema; ///< of what a grader may read of an example, by its first lines

    /// Checks the file. An error when it cannot be read, or is written to meanwhile. Takes a moment: call it
    /// on the pool.
    static Result<TrainingInput> read(const QString &path, const TrainingOptions &options,
                                      const JsonlWorkPtr &work);
};
using TrainingInputPtr = std::shared_ptr<const TrainingInput>;

/// The schema of what a grader may read of the examples of a file: all but what the model is asked.
QJsonObject trainingItemSchema(const QString &path);

} // namespace odc

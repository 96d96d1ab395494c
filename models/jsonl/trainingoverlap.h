// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "jsonl/jsonlwork.h"

#include <QList>
#include <QString>

namespace odc {

/// Examples to validate with that are in the training file as well: on those the model looks better than it
/// is.
struct TrainingOverlap
{
    struct Pair
    {
        qint64 validationLine = 0; ///< from 1
        qint64 trainingLine = 0;   ///< the first one with the same content
        bool operator==(const Pair &) const = default;
    };

    qint64 trainingLines = 0; ///< that can be read
    qint64 validationLines = 0;
    qint64 count = 0;     ///< of the validation's lines
    QList<Pair> pairs;    ///< the first ones, in the order of the validation's lines
    bool stopped = false; ///< on request: nothing else can be relied on
};

/// Compares what the examples say: neither blanks between the members, nor their order, nor ids make a
/// difference. Call it on the pool. An error when a file cannot be read.
Result<TrainingOverlap> overlapOf(const QString &trainingPath, const QString &validationPath,
                                  const JsonlWorkPtr &work = {}, int most = 1000);

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "jsonl/jsonlwork.h"
#include "jsonl/trainingfinding.h"
#include "jsonl/trainingstats.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace odc {

/// What a file is to be used for.
struct TrainingOptions
{
    TrainingMethod method = TrainingMethod::Supervised;
    QString model{};                ///< the base model; empty: not known yet, nothing is said about it
    qint64 maxTokensPerExample = 0; ///< 0: what is known of the model
    bool longIsError = false;       ///< an example that is longer is no warning but an error
    QStringList itemKeys{}; ///< of reinforcement: what the grader's templates read, "answer" or "sku.name"
    qint64 fewestExamples = 10; ///< of a training file; 1 is enough for a validation file
};

/// What a training file is, and whether it can be sent.
struct TrainingCheck
{
    qint64 bytes = 0;
    qint64 lines = 0;                                   ///< examples: without empty lines
    TrainingFormat format = TrainingFormat::Unknown;    ///< that of most of the first hundred lines
    TrainingMethod method = TrainingMethod::Supervised; ///< the one asked for
    TrainingStats stats{};                              ///< of the lines that can be read
    QList<TrainingFinding> findings{};                  ///< the first ones, in the order of the lines
    qint64 findingCount = 0;                            ///< all
    qint64 errorCount = 0;
    qint64 warningCount = 0;
    bool stopped = false; ///< on request: nothing else can be relied on

    bool isSendable() const { return errorCount == 0 && !stopped; }
};

/// Checks every line of the file on all cores; `most` findings are kept. Takes a moment for 500 MB: call it
/// on the pool. An error when the file cannot be read.
Result<TrainingCheck> checkTrainingFile(const QString &path, const TrainingOptions &options = {},
                                        const JsonlWorkPtr &work = {}, int most = 1000);

} // namespace odc

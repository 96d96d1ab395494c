// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "jsonl/batchfinding.h"
#include "jsonl/jsonlwork.h"

#include <QList>
#include <QString>

namespace odc {

/// What a batch file is, and whether it can be sent.
struct BatchCheck
{
    struct Model
    {
        QString name;
        qint64 lines = 0;
        qint64 inputTokens = 0;  ///< an estimate, see estimateTokens()
        qint64 outputTokens = 0; ///< the most that the requests allow; lines without a limit count nothing
        qint64 unlimited = 0;    ///< lines that set no limit on their output
    };

    qint64 bytes = 0;
    qint64 lines = 0; ///< without empty ones
    QString endpoint; ///< the one asked for, else that of the first line
    QList<Model> models;         ///< most lines first
    qint64 embeddingInputs = 0;
    QList<BatchFinding> findings; ///< the first ones, in the order of the lines
    qint64 findingCount = 0;      ///< all, warnings too
    qint64 errorCount = 0;        ///< without warnings, and without those that splitting mends
    bool tooBig = false;          ///< more lines, bytes or inputs than one batch may have
    bool stopped = false;         ///< on request: nothing else can be relied on

    bool isSendable() const { return errorCount == 0 && !tooBig && !stopped; }
    bool canBeSplit() const { return errorCount == 0 && tooBig && !stopped; }
};

/// Checks every line of the file on all cores. `endpoint` empty: what the first line says. `most` findings are kept.
/// Takes a moment for 200 MB: call it on the pool. An error when the file cannot be read.
Result<BatchCheck> checkBatchFile(const QString &path, const QString &endpoint = {}, const JsonlWorkPtr &work = {},
                                  int most = 1000);

/// About how many tokens a text is: four ASCII letters, or one and a half other characters, to one. English and code come
/// out within a fifth; it is an estimate and shown as one.
qint64 estimateTokens(qint64 asciiBytes, qint64 otherCharacters);

} // namespace odc

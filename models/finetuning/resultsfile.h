// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "finetuning/metriclog.h"

namespace odc {

/// What a results file of a fine-tuning job holds.
struct ResultsFile
{
    QStringList metrics;              ///< names of its columns but the step's, as in MetricLog
    QList<MetricRow> rows;            ///< as they stand in the file
    bool isBase64 = false;            ///< it had to be decoded first
    qsizetype unreadable = 0;         ///< lines that are not what the header says; nothing is taken from them
    QList<qsizetype> unreadableLines; ///< the first of them, counted from 1
};

/// Reads a results file: lines of comma separated values under a header with a column "step", in whatever
/// order and with whatever other columns. Some services hand the file out base64 encoded, which is found out.
/// An empty cell was not measured; "nan" and the infinities are gaps. Fails when it is no such file; never
/// throws away silently.
Result<ResultsFile> readResultsFile(const QByteArray &content);

} // namespace odc

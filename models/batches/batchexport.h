// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "jsonl/batchjoin.h"
#include "jsonl/jsonlwork.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QVariant>

#include <memory>
#include <vector>

namespace odc {

/// What becomes of the results when they leave the console.
enum class BatchExportFormat : quint8 {
    Csv,         ///< a table, texts as a whole
    JoinedLines, ///< JSON lines: {custom_id, request, response, error, attempt}
    OutputFile   ///< the answer that counts of each request, as it stands in its file
};

struct BatchExport
{
    std::shared_ptr<const BatchResults> results;
    std::vector<int> rows; ///< in the order to be written
    BatchExportFormat format = BatchExportFormat::Csv;
    QList<QByteArray> columns; ///< of a CSV; keys of the list of results
    QString path;
};

/// Writes them through a temporary file; rows are read one by one, so that memory does not grow with them.
/// Gives how many were written: of an output file, those that have an answer. `work` counts rows. An error,
/// and no file, when it cannot be written, when one of the batch's files is not what it was, or on request
/// (Cancelled). Call it on the pool.
Result<qint64> writeBatchExport(const BatchExport &wanted, const JsonlWorkPtr &work = {});

struct BatchCells;
/// The value of a cell in an export: numbers, texts as `cells` has them, states in the words that filters
/// know.
QVariant batchValue(const BatchResults &results, int number, const BatchCells &cells,
                    const QByteArray &column);

/// One row as in a file of joined lines, without a line end.
QByteArray joinedLine(const QByteArray &input, const QByteArray &answer, int attempt);

} // namespace odc

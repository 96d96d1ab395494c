// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "jsonl/jsonlwork.h"
#include "jsonl/tablereader.h"

namespace odc {

/// What a file writes, by its name and its beginning. An error when it cannot be read.
Result<TableFormat> guessTableFormat(const QString &path);

/// A table of a file: what there is in it, and its rows one by one. A value; sharing it is cheap.
struct Table
{
    QString path;
    TableFormat format;
    QStringList columns{}; ///< in the order in which they came; unique
    qint64 rows = 0;
    qint64 bytes = 0;
    QList<TableProblem>
        problems{}; ///< the first ones: rows that were left out or are uneven, columns without a name
    qint64 problemCount = 0;
    bool stopped = false; ///< on request: nothing else can be relied on

    /// A row, from 1. An error when there is none, or the file cannot be read. Reads up to 64 rows: a moment;
    /// call it on the pool where rows may be large.
    Result<TableRow> row(qint64 number) const;

    struct Mark
    {
        qint64 offset;
        qint64 line;
    };
    QList<Mark> marks{}; ///< of every 64th row
};

/// Goes through the file. Takes a moment: call it on the pool. An error when it cannot be read, or has no
/// column at all.
Result<Table> readTable(const QString &path, const TableFormat &format, const JsonlWorkPtr &work = {});
/// With the format guessed.
Result<Table> readTable(const QString &path, const JsonlWorkPtr &work = {});

} // namespace odc
